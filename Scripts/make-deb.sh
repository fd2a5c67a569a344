#!/bin/sh
# usage: make-deb.sh ROOT OUT
# Makes a Debian package of what has been installed under ROOT with PREFIX=/usr, in the folder OUT.
set -eu
[ $# -eq 2 ] || { sed -n 2,3p "$0" >&2; exit 2; }
root=$1
out=$2
here=$(dirname "$0")/..
version=$("$root/usr/bin/chronology" --version)
architecture=$(dpkg --print-architecture)
documents=$root/usr/share/doc/chronology

install -d "$documents" "$root/DEBIAN"
gzip -9n "$root"/usr/share/man/man1/*.1
gzip -9nc "$here/CHANGELOG.md" > "$documents/changelog.gz"
install -m 644 "$here/README.md" "$here/docs/data-format.md" "$here/docs/dates.md" "$documents"
cat > "$documents/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: chronology

Files: *
Copyright: The chronology contributors
License: Apache-2.0
 On Debian systems the whole text is in /usr/share/common-licenses/Apache-2.0.
END
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
# The static executable depends on no package; without BROWSER, addresses are opened with xdg-open.
cat > "$root/DEBIAN/control" <<END
Package: chronology
Version: $version
Architecture: $architecture
Maintainer: The chronology contributors
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Recommends: xdg-utils
Section: text
Priority: optional
Description: terminal explorer of evidence-linked chronologies
 Browses events in time order, each with the passages that it rests on: who
 knew what, when, and who says so. Full screen, or text mode for screen readers
 and braille displays; searches by date, agency and word; exports briefings,
 spreadsheets, calendars and timelines. Comes with the chronology of the
 Victoria Climbie and Baby P cases.
END
dpkg-deb --root-owner-group --build "$root" "$out/chronology_${version}_$architecture.deb"
