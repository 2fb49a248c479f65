// A first matter, from a name: what `ordain new` writes.

import { execFile } from "node:child_process";
import * as vscode from "vscode";
import { program } from "./client";

export async function newMatter(): Promise<void> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: "The folder in which the new matter is to be",
      openLabel: "Create here",
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  const caption = parent && (await vscode.window.showInputBox({ title: "The caption", value: "Doe v. Acme" }));
  if (!parent || !caption) {
    return;
  }
  const name = caption.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "matter";
  const folder = vscode.Uri.joinPath(parent, name);
  try {
    await new Promise<void>((done, fail) => {
      execFile(program(), ["new", folder.fsPath, "--caption", caption], (error, _, said) =>
        error ? fail(new Error(said.trim() || error.message)) : done(),
      );
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "matter.order"));
    await vscode.window.showTextDocument(document);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
