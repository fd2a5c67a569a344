#!/bin/sh
# Draws the beginning of a briefing for the README, light and dark, in Chromium (which `make` does not install).
# Use: Scripts/picture-briefing.sh PROGRAM
set -eu
program=$1
pictures=$(cd "$(dirname "$0")/../docs/pictures" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" export --format html solicitor before:2008 -o "$folder/light.html" 2>/dev/null
# Chromium without a window has no preference: the dark colours are made those of any screen.
sed 's/@media screen and (prefers-color-scheme: dark)/@media screen/' "$folder/light.html" >"$folder/dark.html"
for scheme in light dark; do
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=820,1240 \
    --screenshot="$pictures/briefing-$scheme.png" "file://$folder/$scheme.html" 2>/dev/null
done
