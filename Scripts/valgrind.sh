#!/bin/sh
# Runs the program under valgrind through every part of it that is in C: searching, mapping a long file, restoring the
# terminal. Fails if valgrind finds a fault.
#
#     Scripts/valgrind.sh PROGRAM LONG-FILE
#
# LONG-FILE is too long for the program to copy (over 16 MiB), so it is mapped.
set -eu
program=$1
long=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Valgrind cannot read the compiler's debugging information.
strip --strip-debug -o "$folder/chronology" "$program"
program=$folder/chronology
export HOME="$folder" LC_ALL=C.UTF-8 TERM=xterm-256color
check="valgrind --quiet --error-exitcode=9 --leak-check=no --child-silent-after-fork=yes"

echo "search, in a mapped file"
$check "$program" list 'letter -kind:report' --file "$long" > "$folder/list"
test -s "$folder/list"

echo "text mode"
printf '%s\n' 'find letter' 'more' 'open 1' 'sources' 'known 2005' 'lanes' 'back' 'quit' |
  $check "$program" --text > "$folder/text"
test -s "$folder/text"

echo "browser"
{ sleep 20; printf '/letter\r'; sleep 2; printf 'jj\r'; sleep 2; printf 'hlq'; sleep 2; printf 'Q'; } |
  script -qec "stty rows 24 columns 80; $check '$program' --browser" "$folder/browser" > /dev/null
grep -q letter "$folder/browser"
