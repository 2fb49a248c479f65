#!/usr/bin/env bash
# Gives the JUnit of the ten test reports, or the files named, to xmllint with
# the schema of Jenkins' xUnit plugin (junit-10.xsd, which is not kept here).
#
#   JUNIT_XSD=<path of junit-10.xsd> tests/tools/junit.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v xmllint >/dev/null || [ ! -f "${JUNIT_XSD:-}" ]; then
  echo "xmllint or the schema (JUNIT_XSD) is missing: nothing was validated" >&2
  exit 0
fi
if [ $# -eq 0 ]; then
  cargo test --quiet --test it -- --ignored write_every_report_for_the_validators >/dev/null
  set -- target/tmp/formats/junit-*.xml
fi
xmllint --noout --schema "$JUNIT_XSD" "$@"
