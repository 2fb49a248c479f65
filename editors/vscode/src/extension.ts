// The client: starts `ordain lsp`, shows the day of the verdicts, and changes it.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, TransportKind } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("ordain");
}

async function start(): Promise<void> {
  // The path is a setting of the machine: no folder that somebody opens can name a program to run.
  const command = settings().get<string>("server.path")?.trim() || "ordain";
  const server: ServerOptions = { command, args: ["lsp"], transport: TransportKind.stdio };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "ordain" }, { language: "ordain-facts" }],
    initializationOptions: settings(),
    synchronize: {
      configurationSection: "ordain",
      fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{order,facts,calendar,format,csv,dat,txt,pdf,docx}"),
    },
  };
  client = new LanguageClient("ordain", "Ordain", server, options);
  try {
    await client.start();
  } catch {
    const choice = await vscode.window.showErrorMessage(
      `The program \`${command}\` did not start. Install Ordain, or set where it is.`,
      "Open Settings",
    );
    if (choice) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "ordain.server.path");
    }
  }
}

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
  context.subscriptions.push(
    item,
    vscode.commands.registerCommand("ordain.chooseDay", chooseDay),
    vscode.commands.registerCommand("ordain.restart", async () => {
      await client?.stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("ordain.asOf")) {
        showDay(item);
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
