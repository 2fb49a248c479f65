// The text of an order beside the file: what is quoted is marked, and a click leads from the words to the paragraph.

import * as vscode from "vscode";
import { ask, isOrdain, Place, rangeOf } from "./client";

interface Sentence {
  range: Place["range"] | null;
  kind: string;
  covered: string;
  paragraphs: { id: string; location: Place | null }[];
}

interface OrderText {
  order: string;
  uri: string | null;
  sentences: Sentence[];
}

/** What was said last of each text that is shown, by its address. */
const shown = new Map<string, OrderText>();

const covered = vscode.window.createTextEditorDecorationType({
  isWholeLine: false,
  backgroundColor: new vscode.ThemeColor("diffEditor.insertedTextBackground"),
  overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.addedForeground"),
});
const missing = vscode.window.createTextEditorDecorationType({
  isWholeLine: false,
  backgroundColor: new vscode.ThemeColor("diffEditor.removedTextBackground"),
  overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.deletedForeground"),
});

function hover(sentence: Sentence): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  // Only commands that go to a place in a file may be run from here.
  text.isTrusted = { enabledCommands: ["ordain.goTo"] };
  const by = sentence.paragraphs.map(({ id, location }) => {
    const label = id.replace(/[\\`*_{}[\]()#+!|<>]/g, "\\$&");
    return location ? `[${label}](command:ordain.goTo?${encodeURIComponent(JSON.stringify([location]))})` : label;
  });
  text.appendMarkdown(by.length ? `${sentence.kind}, quoted by ${by.join(", ")}` : `${sentence.kind}, not quoted yet`);
  return text;
}

function mark(editor: vscode.TextEditor): void {
  const text = shown.get(editor.document.uri.toString());
  if (!text) {
    return;
  }
  const of = (wanted: (s: Sentence) => boolean): vscode.DecorationOptions[] =>
    text.sentences.flatMap((s) => (s.range && wanted(s) ? [{ range: rangeOf(s.range), hoverMessage: hover(s) }] : []));
  editor.setDecorations(covered, of((s) => s.covered === "quoted"));
  editor.setDecorations(missing, of((s) => s.covered !== "quoted"));
}

async function refresh(file: vscode.Uri): Promise<OrderText[]> {
  const texts = (await ask<OrderText[]>("ordain.orderTexts", file)) ?? [];
  for (const text of texts) {
    if (text.uri) {
      shown.set(vscode.Uri.parse(text.uri).toString(), text);
    }
  }
  vscode.window.visibleTextEditors.forEach(mark);
  return texts;
}

async function showOrderText(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!isOrdain(document)) {
    return;
  }
  const texts = (await refresh(document.uri)).filter((t) => t.uri);
  if (texts.length === 0) {
    void vscode.window.showInformationMessage(
      "No order of this matter names its text. Write `text \"order.txt\"` under the head of the order.",
    );
    return;
  }
  const chosen =
    texts.length === 1
      ? texts[0]
      : (await vscode.window.showQuickPick(texts.map((text) => ({ label: text.order, text }))))?.text;
  if (!chosen?.uri) {
    return;
  }
  const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const uri = vscode.Uri.parse(chosen.uri);
  if (/\.(pdf|docx)$/i.test(uri.path)) {
    await vscode.commands.executeCommand("vscode.open", uri, options);
  } else {
    mark(await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options));
  }
}

async function goTo(place: Place): Promise<void> {
  const uri = vscode.Uri.parse(place.uri);
  const open = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === uri.toString());
  const document = open?.document ?? (await vscode.workspace.openTextDocument(uri));
  await vscode.window.showTextDocument(document, {
    selection: rangeOf(place.range),
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
  });
}

/** From the words of an order to the paragraphs that quote them. */
const toParagraphs: vscode.DefinitionProvider = {
  provideDefinition(document, position) {
    const text = shown.get(document.uri.toString());
    const here = text?.sentences.filter((s) => s.range && rangeOf(s.range).contains(position)) ?? [];
    return here.flatMap((s) =>
      s.paragraphs.flatMap(({ location }) =>
        location ? [new vscode.Location(vscode.Uri.parse(location.uri), rangeOf(location.range))] : [],
      ),
    );
  },
};

export function registerOrderText(context: vscode.ExtensionContext): void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const document = vscode.window.visibleTextEditors.map((e) => e.document).find(isOrdain);
      if (document && shown.size > 0) {
        void refresh(document.uri);
      }
    }, 400);
  };
  context.subscriptions.push(
    covered,
    missing,
    vscode.commands.registerCommand("ordain.showOrderText", showOrderText),
    vscode.commands.registerCommand("ordain.goTo", goTo),
    vscode.languages.registerDefinitionProvider({ scheme: "file", language: "plaintext" }, toParagraphs),
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(mark)),
    vscode.languages.onDidChangeDiagnostics(soon),
  );
}
