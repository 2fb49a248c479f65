#!/bin/sh
# One million counts of 14 days with the roll of Fed. R. Civ. P. 6(a)(1), by ordain and by
# the Python libraries, in one run. PYTHON names an interpreter that has `holidays` and `pandas`;
# one that is not installed is reported as such, not left out.
set -eu
cd "$(dirname "$0")/../.."
cargo bench --quiet --bench count >/dev/null
exec "${PYTHON:-python3}" benches/peers/time.py target/criterion
