#!/bin/sh
# Runs the program under valgrind through every part of it that is in C: searching, mapping a long file, restoring the
# terminal. Fails if valgrind finds a fault.
#
#     Scripts/valgrind.sh PROGRAM CHRONOLOGY
#
# PROGRAM is linked dynamically: in a static one valgrind takes the C library's own start for faults.
set -eu
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Valgrind cannot read the compiler's debugging information.
strip --strip-debug -o "$folder/chronology" "$program"
# Too long to be copied (over 16 MiB), so it is mapped; blanks inside the object are read eight at a time even by a
# development build.
{ printf '{%17000000s' ''; tail -c +2 "$2"; } > "$folder/long.json"
program=$folder/chronology
export HOME="$folder" LC_ALL=C.UTF-8 TERM=xterm-256color SWIFT_BACKTRACE=enable=no
check="valgrind --quiet --error-exitcode=9 --leak-check=no --child-silent-after-fork=yes"

# Waits until the screen shows a text.
await() {
  tries=0
  until grep -q "$1" "$folder/browser" 2> /dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || return 1
    sleep 1
  done
}

echo "search, in a mapped file"
$check "$program" list 'letter -kind:report' --file "$folder/long.json" > "$folder/list"
test -s "$folder/list"

echo "text mode"
printf '%s\n' 'find letter' 'more' 'open 1' 'sources' 'known 2005' 'lanes' 'back' 'quit' |
  $check "$program" --text > "$folder/text"
test -s "$folder/text"

echo "browser"
{ await events; printf '/letter\r'; await letter; printf 'jj\r'; sleep 5; printf 'hlq'; sleep 5; printf 'Q'; } |
  script -qefc "stty rows 24 columns 80; $check '$program' --browser" "$folder/browser" > /dev/null
