#!/usr/bin/env bash
# Gives the SARIF of the ten test reports, or the files named, to Microsoft's
# validator with its own rules and GitHub's. It exits with 0 on broken files,
# so its log is read: errors and warnings fail. SARIF2005 asks for a home page,
# which the package does not have until `repository` is set in Cargo.toml.
#
#   npm install @microsoft/sarif-multitool     in any folder, then
#   SARIF_MULTITOOL=<that folder>/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool tests/tools/sarif.sh
# The program itself, not `.bin/sarif-multitool`, which hands the `;` of the kinds of rules to a shell.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=${SARIF_MULTITOOL:-$(command -v sarif-multitool || true)}
if [ -z "$tool" ]; then
  echo "sarif-multitool is not installed: nothing was validated" >&2
  exit 0
fi
if [ $# -eq 0 ]; then
  cargo test --quiet --test it -- --ignored write_every_report_for_the_validators >/dev/null
  set -- target/tmp/formats/sarif-*.sarif
fi
status=0
log=$(mktemp --suffix .sarif)
trap 'rm -f "$log"' EXIT
for file in "$@"; do
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$tool" validate "$file" --rule-kind "Sarif;Ghas" --output "$log" --log ForceOverwrite --level "Error;Warning" >/dev/null || true
  found=$(node -e '
    const log = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8").replace(/^\uFEFF/, ""));
    const out = [];
    for (const run of log.runs) {
      for (const i of run.invocations ?? []) {
        for (const n of [...(i.toolConfigurationNotifications ?? []), ...(i.toolExecutionNotifications ?? [])]) {
          if (n.level === "error") out.push(`error ${n.descriptor?.id ?? ""} ${n.message.text}`);
        }
      }
      for (const r of run.results ?? []) {
        const rule = run.tool.driver.rules?.[r.ruleIndex];
        const text = r.message.text ?? rule?.messageStrings?.[r.message.id]?.text ?? r.message.id;
        const place = r.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName ?? "";
        const said = text.replace(/\{(\d+)\}/g, (_, n) => r.message.arguments?.[n] ?? "");
        out.push(`${r.level ?? "warning"} ${r.ruleId} ${place} ${said}`);
      }
    }
    console.log([...new Set(out.filter((l) => !l.startsWith("warning SARIF2005 ")))].join("\n"));' "$log")
  if grep -qE '^(error|warning)' <<<"$found"; then status=1; fi
  echo "$file: ${found:-nothing}"
done
exit $status
