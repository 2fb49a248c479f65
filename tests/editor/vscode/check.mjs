// Visual Studio Code itself, as code-server shows it in a browser: the packed extension is installed, and a lawyer's
// first minutes are walked through. Screenshots of each step go into the folder that is named last.
//
//   node check.mjs PROGRAM EXTENSION.vsix CODE-SERVER FOLDER

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const [program, extension, server, into] = process.argv.slice(2).map((p) => path.resolve(p));
const port = 18473;
const place = (...parts) => path.join(into, ...parts);

const ORDER = `matter "Doe v. Roe"
  court N.D. Cal.

party Plaintiffs
party Defendants

order Plan "Discovery Plan"
  Dkt. 12
  text "order.txt"
  entered January 8, 2024

¶ 1  Defendants shall file answer
     by February 1, 2024
     quote "Defendants shall file their answer by February 1, 2024."

¶ 2  Plaintiffs must serve privilege log
       within 14 days after entry
`;
const FACTS = `on January 20, 2024 Plaintiffs served privilege log on Defendants
  source Dkt. 15
the record is complete through April 1, 2024 for filings
expect Plan ¶ 2 met on April 5, 2024
`;
const TEXT = `ORDER

Defendants shall file their answer by February 1, 2024.

Plaintiffs shall serve a privilege log within 14 days of the entry of this order.
`;

function prepare() {
  fs.rmSync(into, { recursive: true, force: true });
  for (const folder of ["matter", "user/User", "extensions", "screens"]) {
    fs.mkdirSync(place(folder), { recursive: true });
  }
  fs.writeFileSync(place("matter", "plan.order"), ORDER);
  fs.writeFileSync(place("matter", "record.facts"), FACTS);
  fs.writeFileSync(place("matter", "order.txt"), TEXT);
  const settings = {
    "ordain.server.path": program,
    "ordain.asOf": "2024-04-05",
    "security.workspace.trust.enabled": false,
    "telemetry.telemetryLevel": "off",
    "workbench.startupEditor": "none",
    "window.autoDetectColorScheme": false,
    "update.mode": "none",
    "extensions.autoCheckUpdates": false,
    "workbench.tips.enabled": false,
    "chat.disableAIFeatures": true,
    "editor.minimap.enabled": false,
    "git.enabled": false,
  };
  fs.writeFileSync(place("user", "User", "settings.json"), JSON.stringify(settings, null, 2));
}

const folders = ["--user-data-dir", place("user"), "--extensions-dir", place("extensions")];

async function reachable() {
  for (let tries = 0; tries < 240; tries++) {
    const up = await new Promise((done) => {
      http.get({ host: "127.0.0.1", port, path: "/healthz" }, (r) => done(r.statusCode === 200)).on("error", () => done(false));
    });
    if (up) {
      return;
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error("code-server did not start within a minute");
}

async function walk(page) {
  const shot = (name) => page.screenshot({ path: place("screens", `${name}.png`) });
  const open = async (name) => {
    await page.keyboard.press("Control+p");
    await page.locator(".quick-input-widget input").first().fill(name);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: name }).waitFor();
  };
  const command = async (title) => {
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").first().fill(`>${title}`);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await page.keyboard.press("Enter");
  };
  const saved = (name) => fs.readFileSync(place("matter", name), "utf8");
  const until = async (what, condition) => {
    for (let tries = 0; tries < 100; tries++) {
      if (await condition()) {
        return;
      }
      await page.waitForTimeout(100);
    }
    throw new Error(`did not come about: ${what}`);
  };

  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(place("matter"))}`);
  await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
  await open("plan.order");

  // The slip is underlined, and the hint says what became of the other duty.
  await page.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
  const text = page.locator(".editor-instance .view-lines").first();
  await until("a hint with the verdict", async () => /due.Mon.Jan\..22,.2024:.met/.test(await text.innerText()));
  await shot("1-squiggle-and-hint");

  // The words have colors of their own.
  const colors = await text.locator("span[class^=mtk]").evaluateAll((all) => new Set(all.map((s) => s.className.split(" ")[0])).size);
  assert.ok(colors >= 4, `${colors} colors`);

  // The hover says how the day was counted.
  await page.locator(".view-line span", { hasText: "within" }).last().hover();
  const hover = page.locator(".monaco-hover", { hasText: "Plan ¶ 2" });
  await hover.first().waitFor();
  assert.match(await hover.first().innerText(), /Counted:[\s\S]*January 22, 2024|Counted:[\s\S]*Jan/);
  await shot("2-hover");
  await page.keyboard.press("Escape");

  // The fix writes `must`, and the breach shows.
  await page.locator(".view-line span", { hasText: "shall" }).first().click();
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row", { hasText: "must" }).first().click();
  await until("the fixed word", async () => /Defendants.must.file.answer/.test(await text.innerText()));
  await until("the breach", async () => /breached,.60.days/.test(await text.innerText()));
  await shot("3-fixed");

  // The view of the matter has the worst first.
  const views = page.locator(".pane-header", { hasText: /Verdicts|Doe v\. Roe/ });
  if ((await views.first().getAttribute("aria-expanded")) === "false") {
    await views.first().click();
  }
  const rows = page.locator(".pane-body .monaco-list-row", { hasText: "Plan ¶" });
  await until("two verdicts", async () => (await rows.count()) === 2);
  assert.match(await rows.first().innerText(), /Plan ¶ 1/);
  await rows.nth(1).click();
  await shot("4-view");

  // A lens leads to the reasons.
  await page.locator(".codelens-decoration a", { hasText: "why breached" }).first().click();
  await page.locator(".tab", { hasText: "Plan ¶ 1" }).first().waitFor();
  await shot("5-why");
  await page.keyboard.press("Control+w");

  // Rename reaches both files.
  await open("plan.order");
  await page.locator(".view-line span", { hasText: "Defendants" }).first().dblclick();
  await page.keyboard.press("F2");
  const box = page.locator(".rename-box input");
  await box.waitFor();
  await box.fill("Roe");
  await page.keyboard.press("Enter");
  await until("the new name", async () => /party.Roe/.test(await text.innerText()));
  await command("File: Save All");
  await until("the new name in both files", () => /^party Roe$/m.test(saved("plan.order")) && /log on Roe$/m.test(saved("record.facts")));
  await shot("6-renamed");

  // The layout is that of `ordain fmt`.
  await command("Format Document");
  await page.keyboard.press("Control+s");
  await until("the layout", () => /^ {5}within 14 days after entry$/m.test(saved("plan.order")));
  execFileSync(program, ["fmt", "--check", place("matter")]);
  await shot("7-layout");

  // The order beside the file: one sentence is quoted, one is not.
  await command("Ordain: Show the Text of the Order");
  await page.locator(".tab", { hasText: "order.txt" }).first().waitFor();
  const beside = page.locator(".editor-group-container").last();
  await until("two marked sentences", async () => (await beside.locator(".view-overlays [class*='ced-']").count()) >= 2);
  await shot("8-order-beside");

  // From the words of the order to the paragraph that quotes them.
  await beside.locator(".view-line span", { hasText: "answer" }).first().click();
  await page.keyboard.press("F12");
  await page.locator(".tab.active", { hasText: "plan.order" }).waitFor();
  await shot("9-back");

  // The lens of an expectation.
  await open("record.facts");
  await page.locator(".codelens-decoration", { hasText: "holds" }).first().waitFor();
  await shot("10-expect");
}

prepare();
const log = fs.openSync(place("code-server.log"), "w");
execFileSync(server, ["--install-extension", extension, ...folders], { stdio: ["ignore", log, log] });
const running = spawn(
  server,
  ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", ...folders],
  { stdio: ["ignore", log, log] },
);
let browser;
try {
  await reachable();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(30_000);
  try {
    await walk(page);
  } catch (fault) {
    await page.screenshot({ path: place("screens", "fault.png") });
    throw fault;
  }
  console.log("Visual Studio Code: all steps passed");
} finally {
  await browser?.close();
  running.kill();
}
