// The view of a matter: its verdicts, worst first. A click goes to the words.

import * as vscode from "vscode";
import { ask, isOrdain, Place, rangeOf } from "./client";

interface Verdict {
  id: string;
  verdict: string;
  words: string;
  ordered: string;
  why: string;
  location: Place | null;
}

interface Matter {
  matter: string;
  day: string;
  incomplete: boolean;
  verdicts: Verdict[];
}

const ICONS: Record<string, [string, string?]> = {
  breached: ["error", "list.errorForeground"],
  late: ["warning", "list.warningForeground"],
  undetermined: ["question", "list.warningForeground"],
  pending: ["clock"],
  waiting: ["watch"],
  stayed: ["debug-pause"],
  lifted: ["circle-slash"],
  met: ["pass"],
  kept: ["pass"],
  available: ["circle-large-outline"],
  used: ["pass"],
  expired: ["circle-slash"],
};

class Verdicts implements vscode.TreeDataProvider<Verdict> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private found: Verdict[] = [];
  private timer: NodeJS.Timeout | undefined;
  view: vscode.TreeView<Verdict> | undefined;

  /** Asks again once nothing has changed for a moment. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), 150);
  }

  async refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isOrdain(document)) {
      return;
    }
    const matter = await ask<Matter>("ordain.verdicts", document.uri);
    if (!matter) {
      return;
    }
    this.found = matter.verdicts;
    if (this.view) {
      this.view.title = matter.matter;
      this.view.description = `as of ${matter.day}`;
      this.view.message = matter.incomplete ? "Some lines cannot be read: a verdict may be missing." : undefined;
    }
    this.changed.fire();
  }

  getChildren(of?: Verdict): Verdict[] {
    return of ? [] : this.found;
  }

  getTreeItem(one: Verdict): vscode.TreeItem {
    const item = new vscode.TreeItem(one.id);
    item.description = one.words;
    item.tooltip = `${one.ordered}\n\n${one.why}`;
    const [icon, color] = ICONS[one.verdict] ?? ["circle-large-outline"];
    item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
    if (one.location) {
      const options: vscode.TextDocumentShowOptions = { selection: rangeOf(one.location.range) };
      const uri = vscode.Uri.parse(one.location.uri);
      item.command = { command: "vscode.open", title: "Go to the words", arguments: [uri, options] };
    }
    return item;
  }
}

export function registerVerdicts(context: vscode.ExtensionContext): void {
  const verdicts = new Verdicts();
  verdicts.view = vscode.window.createTreeView("ordain.verdicts", { treeDataProvider: verdicts });
  context.subscriptions.push(
    verdicts.view,
    vscode.window.onDidChangeActiveTextEditor(() => verdicts.soon()),
    vscode.languages.onDidChangeDiagnostics(() => verdicts.soon()),
    vscode.commands.registerCommand("ordain.refreshVerdicts", () => verdicts.refresh()),
  );
  verdicts.soon();
}
