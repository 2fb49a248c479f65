#!/usr/bin/env bash
# run.sh [--answers] ROWS… : the two duties of rules/examples/production over ROWS documents. Every answer is compared
# with that of the peers first; then, unless --answers is given, ordain is timed beside the hand-written `careful DIR 2 dup`,
# `sha256sum` of the two files, and DuckDB, Polars and SQLite where they are installed, in turn, five runs each.
#   PEERS  the folder that has gen.py, expected.py and limit/        (must be given)
#   BENCH  where data and what is built are kept                     (default $TMPDIR/ordain-peers)
#   ORDAIN the program                                               (default: built by cargo in release)
# The figures: benches/peers/run.sh 18000 1000000 10000000
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
peers=${PEERS:-}
home=${BENCH:-${TMPDIR:-/tmp}/ordain-peers}
say() { echo "run.sh: $*" >&2; }
only=
[ "${1:-}" = --answers ] && { only=--answers; shift; }
[ $# -gt 0 ] || { say "usage: benches/peers/run.sh [--answers] ROWS…"; exit 2; }
[ -n "$peers" ] || { say "not measured: PEERS names no folder with the peers"; exit 2; }
for file in gen.py expected.py limit/Cargo.toml; do
  [ -e "$peers/$file" ] || { say "not measured: there is no $file in $peers (PEERS names the folder)"; exit 2; }
done
command -v python3 >/dev/null || { say "not measured: python3 is not installed"; exit 2; }
mkdir -p "$home"
py=$home/venv/bin/python
[ -x "$py" ] || python3 -m venv "$home/venv" || { say "not measured: python3 -m venv does not work here"; exit 2; }
for package in numpy duckdb polars; do
  "$py" -c "import $package" 2>/dev/null || "$py" -m pip install -q "$package" 2>/dev/null ||
    say "$package is not there and could not be installed"
done
"$py" -c 'import numpy, duckdb' 2>/dev/null || { say "not measured: gen.py and expected.py need numpy and duckdb"; exit 2; }
command -v sqlite3 >/dev/null || say "SQLite is left out: sqlite3 is not installed"
careful=$home/limit/target/release/careful
if [ ! -x "$careful" ]; then
  rm -rf "$home/limit" && cp -r "$peers/limit" "$home/limit" && chmod -R u+w "$home/limit"
  (cd "$home/limit" && CARGO_TARGET_DIR=$home/limit/target cargo build --release -q --bin careful)
fi
if [ -z "${ORDAIN:-}" ]; then
  (cd "$root" && cargo build --release -q)
  ORDAIN=${CARGO_TARGET_DIR:-$root/target}/release/ordain
fi
status=0
for rows in "$@"; do
  data=$home/data/$rows
  if [ ! -f "$data/expected.txt" ]; then
    "$py" "$peers/gen.py" "$data" "$rows" && "$py" "$peers/expected.py" "$data"
  fi
  matter=$home/matter/$rows
  mkdir -p "$matter"
  cp "$root"/rules/examples/production/production.order "$matter/"
  grep -v '^expect' "$root"/rules/examples/production/record.facts > "$matter/record.facts"
  ln -f "$data/docs.csv" "$matter/documents.csv" 2>/dev/null || cp "$data/docs.csv" "$matter/documents.csv"
  ln -f "$data/privlog.csv" "$matter/log.csv" 2>/dev/null || cp "$data/privlog.csv" "$matter/log.csv"
  echo "== $rows documents"
  "$py" "$here/run.py" "$data" "$matter" "$careful" "$ORDAIN" "$peers" $only || status=1
done
exit $status
