// Starts the client, and the views beside it.

import * as vscode from "vscode";
import { setFolder, settings, start, stop } from "./client";
import { newMatter } from "./first-matter";
import { registerOrderText } from "./order-text";
import { registerVerdicts } from "./verdicts";
import { registerWhy } from "./why";

async function chooseDay(): Promise<void> {
  const day = await vscode.window.showInputBox({
    title: "The day that verdicts are for",
    prompt: "As 2024-04-05. Empty: today at the court.",
    value: settings().get<string>("asOf") ?? "",
    validateInput: (text) => (/^(\d{4}-\d{2}-\d{2})?$/.test(text.trim()) ? undefined : "write it as 2024-04-05"),
  });
  if (day !== undefined) {
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await settings().update("asOf", day.trim(), target);
  }
}

function showDay(item: vscode.StatusBarItem): void {
  const day = settings().get<string>("asOf")?.trim();
  item.text = day ? `Ordain: as of ${day}` : "Ordain: as of today";
  item.tooltip = "The day that verdicts are for";
  item.show();
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Right, 100);
  item.command = "ordain.chooseDay";
  showDay(item);
  setFolder(context.extensionPath);
  registerWhy(context);
  context.subscriptions.push(
    item,
    vscode.commands.registerCommand("ordain.chooseDay", chooseDay),
    vscode.commands.registerCommand("ordain.newMatter", newMatter),
    vscode.commands.registerCommand("ordain.restart", async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("ordain.asOf")) {
        showDay(item);
      }
    }),
  );
  await start();
  registerVerdicts(context);
  registerOrderText(context);
}

export async function deactivate(): Promise<void> {
  await stop();
}
