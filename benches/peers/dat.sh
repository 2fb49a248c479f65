#!/usr/bin/env bash
# dat.sh [ROWS] [COLUMNS] : one duty over a Concordance load file of ROWS by COLUMNS (default 1000000 by 30), timed beside
# `sha256sum` of it and a one-thread scan for its separators (benches/peers/scan), in turn, five runs each.
#   BENCH  where data and what is built are kept                     (default $TMPDIR/ordain-peers)
#   ORDAIN the program                                               (default: built by cargo in release)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
home=${BENCH:-${TMPDIR:-/tmp}/ordain-peers}
rows=${1:-1000000}
columns=${2:-30}
command -v python3 >/dev/null || { echo "dat.sh: not measured: python3 is not installed" >&2; exit 2; }
matter=$home/dat/$rows-$columns
mkdir -p "$matter"
if [ ! -f "$matter/VOL001.dat" ]; then
  python3 "$here/dat_gen.py" "$matter/VOL001.part" "$rows" "$columns" && mv "$matter/VOL001.part" "$matter/VOL001.dat"
fi
cp "$here/dat.order" "$here/dat.facts" "$matter/"
CARGO_TARGET_DIR=$home/scan cargo build --release -q --manifest-path "$here/scan/Cargo.toml"
if [ -z "${ORDAIN:-}" ]; then
  (cd "$root" && cargo build --release -q)
  ORDAIN=${CARGO_TARGET_DIR:-$root/target}/release/ordain
fi
exec python3 "$here/dat.py" "$matter" "$home/scan/release/scan" "$ORDAIN" "$rows"
