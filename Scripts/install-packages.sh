#!/bin/sh
# usage: install-packages.sh [--check] PACKAGE...
# Installs missing Debian packages; does nothing, and needs no network, if none is missing.
# With --check it only lists those that are missing.
set -eu

if ! command -v dpkg-query >/dev/null; then
  echo "This is not Debian: please see to it that these are installed: $*" >&2
  exit 0
fi

check=""
if [ "${1:-}" = --check ]; then
  check=yes
  shift
fi

missing=""
for package in "$@"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  # python3 and the like may have been installed another way.
  if [ "$state" != installed ] && ! command -v "$package" >/dev/null; then
    missing="$missing $package"
  fi
done
[ -n "$missing" ] || exit 0

if [ -n "$check" ]; then
  echo "Missing:$missing. make bootstrap installs what is needed." >&2
  exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Please install these packages as root:$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi
echo "Installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of words
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing
