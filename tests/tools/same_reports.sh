#!/usr/bin/env bash
# Holds the JSON reports of two programs against each other, byte for byte, over
# every matter in rules/: tests/tools/same_reports.sh OLD NEW. For a change that
# must not change behavior. Exit status 1 where a report differs.
set -uo pipefail
old=${1:?the program as it was} new=${2:?the program as it is}
old=$(realpath "$old") new=$(realpath "$new")
cd "$(dirname "$0")/../.."
differ=0
matters=$(find rules -name '*.order' -not -path 'rules/productions/*' -printf '%h\n' | sort -u; ls rules/productions/*.order)
for matter in $matters; do
  for question in "--as-of 2024-04-05" "--as-of 2024-04-05 --view all" "--as-of 2026-01-01" "--as-of 2017-12-01 --known-on 2018-06-01"; do
    # shellcheck disable=SC2086
    for command in "check $matter --format json $question" "test $matter"; do
      [[ $command == test* && $question != "--as-of 2024-04-05" ]] && continue
      if ! cmp -s <($old $command 2>&1; echo "exit $?") <($new $command 2>&1; echo "exit $?"); then
        echo "differs: ordain $command"
        differ=1
      fi
    done
  done
done
[[ $differ == 0 ]] && echo "every report is the same"
exit $differ
