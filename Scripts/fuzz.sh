#!/bin/sh
# Runs the fuzzer on each target for some seconds, and reports what it did. Fails if any target crashes.
#
#     Scripts/fuzz.sh FOLDER SECONDS TARGET...
#
# An input counts as a crash if it traps, breaks a rule, takes ten seconds of processor time, two minutes, or two gigabytes.
set -u
folder=$1
seconds=$2
shift 2
status=0
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:malloc_context_size=4:quarantine_size_mb=16 SWIFT_BACKTRACE=enable=no
mkdir -p "$folder/crashes" "$folder/logs"
for target in "$@"; do
  mkdir -p "$folder/corpus/$target"
  words=Fuzzing/$target.dict
  first=$(TARGET=$target "$folder/release/Fuzz" "Fuzzing/Corpus/$target" -runs=0 2>&1 | sed -n 's/.*INITED cov: \([0-9]*\) .*/\1/p')
  TARGET=$target "$folder/release/Fuzz" "$folder/corpus/$target" "Fuzzing/Corpus/$target" \
    -max_total_time="$seconds" -timeout=120 -report_slow_units=1 -rss_limit_mb=2048 -print_final_stats=1 -use_value_profile=1 \
    $(test -f "$words" && echo "-dict=$words") -artifact_prefix="$folder/crashes/$target-" > "$folder/logs/$target" 2>&1
  result=$?
  [ $result -eq 0 ] || status=1
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/logs/$target")
  peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "$folder/logs/$target")
  slowest=$(sed -n 's/^stat::slowest_unit_time_sec: *//p' "$folder/logs/$target")
  cover=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$folder/logs/$target" | tail -1)
  echo "$target: ${runs:-?} inputs, ${cover:-?} edges covered (${first:-?} by its corpus), slowest ${slowest:-?} s, ${peak:-?} MB, exit status $result"
  [ $result -eq 0 ] || grep -m 3 -E 'broken rule|Fatal error|SUMMARY|Test unit written' "$folder/logs/$target"
done
exit $status
