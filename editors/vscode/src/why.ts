// Every reason of a verdict, in a page of its own that nobody has to save.

import * as vscode from "vscode";

const SCHEME = "ordain-why";
const reasons = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

export function registerWhy(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => reasons.get(uri.path) ?? "",
    }),
  );
}

export async function showWhy(paragraph: string, text: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${paragraph}` });
  reasons.set(uri.path, text);
  changed.fire(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
