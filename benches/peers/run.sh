#!/usr/bin/env bash
# run.sh ROWS [PEERS] [HOME] : the two duties of rules/examples/production over ROWS documents, timed beside the
# hand-written `careful DIR 2 dup` and `sha256sum` of the two files, in turn, five runs each; every answer is compared
# with that of PEERS first. PEERS has gen.py, expected.py and limit/ (default ../shared/peers); HOME keeps what is built.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
rows=${1:?usage: benches/peers/run.sh ROWS [PEERS] [HOME]}
peers=${2:-$root/../shared/peers}
home=${3:-${TMPDIR:-/tmp}/ordain-peers}
if [ ! -f "$peers/gen.py" ]; then echo "there is no gen.py in $peers: name the folder of the peers" >&2; exit 2; fi
mkdir -p "$home"
[ -x "$home/venv/bin/python" ] || python3 -m venv "$home/venv"
"$home/venv/bin/python" -c 'import numpy, duckdb' 2>/dev/null || "$home/venv/bin/pip" install -q numpy duckdb
if [ ! -x "$home/limit/target/release/careful" ]; then
  cp -r "$peers/limit" "$home/" && chmod -R u+w "$home/limit" && (cd "$home/limit" && cargo build --release -q --bin careful)
fi
data=$home/data/$rows
if [ ! -f "$data/expected.txt" ]; then
  "$home/venv/bin/python" "$peers/gen.py" "$data" "$rows" && "$home/venv/bin/python" "$peers/expected.py" "$data"
fi
ordain=${ORDAIN:-$root/target/release/ordain}
[ -x "$ordain" ] || (cd "$root" && cargo build --release -q)
matter=$home/matter/$rows
mkdir -p "$matter"
cp "$root"/rules/examples/production/production.order "$matter/"
grep -v '^expect' "$root"/rules/examples/production/record.facts > "$matter/record.facts"
ln -f "$data/docs.csv" "$matter/documents.csv" 2>/dev/null || cp "$data/docs.csv" "$matter/documents.csv"
ln -f "$data/privlog.csv" "$matter/log.csv" 2>/dev/null || cp "$data/privlog.csv" "$matter/log.csv"
exec "$home/venv/bin/python" "$(dirname "$0")/run.py" "$data" "$matter" "$home/limit/target/release/careful" "$ordain"
