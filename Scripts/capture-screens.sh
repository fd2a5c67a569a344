#!/bin/bash
# usage: capture-screens.sh [--check]
# Writes what the real program shows into the documents: screens from tmux, and sessions of text mode. With --check it
# writes nothing and exits with status 1 if a document differs from what the program shows.
#
# CHRONOLOGY names the program; without it, the one that `swift build` has built.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${CHRONOLOGY:-$(swift build --show-bin-path)/chronology}
program=$(realpath "$program")
work=$(mktemp -d)
socket=chronology-capture-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT

# The program as on first use: no settings, no history, UTF-8.
stranger=(env -i "PATH=$PATH" "HOME=$work" LC_ALL=C.UTF-8)

# wait_until_quiet: waits until the screen has been unchanged for half a second, longer than the detail pane waits.
wait_until_quiet() {
  local before="" now same=0
  while [ "$same" -lt 5 ]; do
    sleep 0.1
    now=$(tmux -L "$socket" capture-pane -p)
    if [ "$now" = "$before" ]; then same=$((same + 1)); else same=0; fi
    before=$now
  done
}

# screen COLUMNS ROWS ARGUMENT... -- KEY...: what the screen shows after the keys, named as tmux names them.
screen() {
  local columns=$1 rows=$2 arguments=()
  shift 2
  while [ "$1" != -- ]; do arguments+=("$1") && shift; done
  shift
  tmux -L "$socket" -f /dev/null new-session -d -x "$columns" -y "$rows" \
    "${stranger[@]}" TERM=tmux-256color "$program" "${arguments[@]}" \; set -g status off \; \
    resize-window -x "$columns" -y "$rows"
  wait_until_quiet
  for key in "$@"; do
    tmux -L "$socket" send-keys "$key"
    wait_until_quiet
  done
  tmux -L "$socket" capture-pane -p | sed 's/ *$//'
  tmux -L "$socket" kill-server
}

# answer LINE...: everything that text mode says to these lines.
answer() {
  printf '%s\n' "$@" | "${stranger[@]}" "$program" --text 2>/dev/null
}

# session LINE...: a session of text mode with the lines at their prompts. The answer to a line is what the session
# says beyond the session without that line.
session() {
  local said=0 lines=()
  "${stranger[@]}" "$program" --text </dev/null >"$work/now"
  fold -s -w 100 "$work/now" | sed 's/ *$//'
  said=$(wc -l <"$work/now")
  for line in "$@"; do
    lines+=("$line")
    echo "> $line"
    answer "${lines[@]}" >"$work/now"
    tail -n "+$((said + 1))" "$work/now"
    said=$(wc -l <"$work/now")
  done | fold -s -w 100 | sed 's/ *$//'
}

# run LINE...: shell commands that call chronology, with what they print.
run() {
  mkdir -p "$work/bin"
  ln -sf "$program" "$work/bin/chronology"
  for line in "$@"; do
    echo "\$ $line"
    "${stranger[@]}" PATH="$work/bin:$PATH" bash -c "$line" 2>&1 || echo "(exit status $?)"
  done
}

faults=0
# put FILE NAME: puts standard input between the marks of that name, in a code block.
put() {
  { echo "<!-- $2 -->"; echo '```text'; cat; echo '```'; } >"$work/block"
  if ! grep -qF "<!-- $2 -->" "$1"; then
    echo "$1 has no <!-- $2 -->" >&2
    exit 1
  fi
  awk -v start="<!-- $2 -->" -v end="<!-- end of $2 -->" -v block="$work/block" '
    $0 == start { while ((getline line < block) > 0) print line; inside = 1 }
    $0 == end { inside = 0 }
    !inside { print }' "$1" >"$work/document"
  cmp -s "$1" "$work/document" && return
  if [ "${check:-no}" = yes ]; then
    echo "$1 does not show what the program shows at <!-- $2 -->: run Scripts/capture-screens.sh" >&2
    diff "$1" "$work/document" >&2 || true
    faults=1
  else
    cp "$work/document" "$1"
    echo "$1: $2"
  fi
}

if [ "${1:-}" = --check ]; then check=yes; fi

session "find agency:haringey within:2000 to 2007" open back "known august 2007 by department of health" \
  >"$work/screen"
put README.md session <"$work/screen"
run "chronology list 'kind:letter or kind:reply'" "chronology list agency:haringay" \
  "chronology date --typed 'aug 07' 'Febuary 2007'" >"$work/screen"
put README.md commands <"$work/screen"
screen 80 12 --screen-reader -- Down >"$work/screen"
put docs/screen-readers.md screen <"$work/screen"
session "go feb 2007" next open back where "findd letter" >"$work/screen"
put docs/screen-readers.md session <"$work/screen"
exit "$faults"
