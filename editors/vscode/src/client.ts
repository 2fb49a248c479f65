// The one connection to `ordain lsp`.

import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, TransportKind } from "vscode-languageclient/node";
import { showWhy } from "./why";

let client: LanguageClient | undefined;

export function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("ordain");
}

/** The folder of the extension: one that is packed for a platform has the program in it. */
let own = "";

export function setFolder(folder: string): void {
  own = folder;
}

/**
 * The program that is set, the one that was packed with the extension, or the one on the PATH. The setting belongs to
 * the machine, so no folder that somebody opens can name a program to run.
 */
export function program(): string {
  const set = settings().get<string>("server.path")?.trim();
  const packed = path.join(own, "server", process.platform === "win32" ? "ordain.exe" : "ordain");
  return set || (own && fs.existsSync(packed) ? packed : "ordain");
}

export async function start(): Promise<void> {
  const server: ServerOptions = { command: program(), args: ["lsp"], transport: TransportKind.stdio };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "ordain" }, { language: "ordain-facts" }],
    initializationOptions: settings(),
    synchronize: {
      configurationSection: "ordain",
      fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{order,facts,calendar,format,csv,dat,txt,pdf,docx}"),
    },
    middleware: {
      executeCommand: async (command, args, next) => {
        const answer = await next(command, args);
        if (command === "ordain.why" && typeof answer === "string") {
          await showWhy(String(args[1]), answer);
        }
        return answer;
      },
    },
  };
  client = new LanguageClient("ordain", "Ordain", server, options);
  try {
    await client.start();
  } catch {
    const choice = await vscode.window.showErrorMessage(
      `The program \`${program()}\` did not start. Install Ordain, or set where it is.`,
      "Open Settings",
    );
    if (choice) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "ordain.server.path");
    }
  }
}

export async function stop(): Promise<void> {
  await client?.stop();
}

/** The answer of the server to a command about the matter of a file; none where the file is of no open matter. */
export async function ask<T>(command: string, file: vscode.Uri): Promise<T | undefined> {
  if (!client?.isRunning()) {
    return undefined;
  }
  const address = client.code2ProtocolConverter.asUri(file);
  try {
    return await client.sendRequest<T>("workspace/executeCommand", { command, arguments: [address] });
  } catch {
    return undefined;
  }
}

/** A place in a file, as the server names it. */
export interface Place {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

export function rangeOf(range: Place["range"]): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

export function isOrdain(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document?.languageId === "ordain" || document?.languageId === "ordain-facts";
}
