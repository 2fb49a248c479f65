//! What changed between two days: a list for a screen, sentences, or JSON.

use ordain_core::verdict::Kind;
use serde_json::{Value, json};

use super::Style;
use super::clean::Cleaner;
use super::date::{day_in_words, due_in_words};
use super::json::{json_inputs, pretty_json};
use super::markdown::escape_markdown;
use super::paint::Ink;
use super::terminal::{hanging_rows, push_paragraph};
use super::words::INCOMPLETE;
use ordain_base::words::plural;
use ordain_core::report::{Change, Changes, Side};

/// The name and version of the JSON.
pub const SCHEMA: &str = "ordain.diff/1";
/// That of many matters.
pub const SCHEMA_OF_MANY: &str = "ordain.diffs/1";

/// That of a comparison with an earlier report, of one matter or of many.
pub const SCHEMA_SINCE: &str = "ordain.changes/1";

/// The list for a screen.
#[must_use]
pub fn render(changes: &Changes, style: &Style) -> String {
    let style = *style;
    let cleaner = Cleaner::for_people(style.unicode);
    let mut out = String::new();
    push_paragraph(&cleaner.line(&heading_of_changes(changes)), Ink::Bold, style, &mut out);
    if changes.incomplete {
        out.push('\n');
        push_paragraph(INCOMPLETE, Ink::Red, style, &mut out);
    }
    let arrow = if style.unicode { "→" } else { "->" };
    for change in &changes.changes {
        if change.depth == 0 {
            out.push('\n');
        }
        let indent = "  ".repeat(change.depth);
        let ink = change.after.as_ref().map_or(Ink::Dim, |s| Ink::verdict(s.kind));
        let head = cleaner.line(&format!("{}: {}", change.id, before_and_after(change, arrow)));
        for line in hanging_rows(&head, 2, style.columns() - indent.len()) {
            push_line(&format!("{indent}{}", style.paint(ink, &line)), &mut out);
        }
        for text in explanation_of_change(change) {
            let text = cleaner.sentence(&text);
            for line in hanging_rows(&text, 2, style.columns() - indent.len() - 4) {
                push_line(&format!("{indent}    {line}"), &mut out);
            }
        }
    }
    out.push('\n');
    push_paragraph(&total_of_changes(changes), Ink::Bold, style, &mut out);
    out
}

/// The same in sentences.
#[must_use]
pub fn plain(changes: &Changes) -> String {
    let cleaner = Cleaner::for_people(true);
    let mut out = format!("{}.\n", cleaner.line(&heading_of_changes(changes)));
    if changes.incomplete {
        out.push_str(&format!("Incomplete: {INCOMPLETE}.\n"));
    }
    for (i, change) in changes.changes.iter().enumerate() {
        let said = std::iter::once(format!("{}: {}", change.id, before_and_after(change, "then")))
            .chain(explanation_of_change(change));
        out.push_str(&cleaner.sentence(&format!("{}. {}.", i + 1, said.collect::<Vec<_>>().join("; "))));
        out.push('\n');
    }
    out.push_str(&format!("{}.\n", total_of_changes(changes)));
    out
}

/// For machines.
#[must_use]
pub fn json(changes: &Changes) -> String {
    pretty_json(&json_of_changes(changes))
}

/// Of many matters: what changed in each, with its path, or why it could not be read.
#[must_use]
pub fn json_of_many(matters: &[(&str, Result<&Changes, &str>)]) -> String {
    pretty_json(&json!({ "schema": SCHEMA_OF_MANY, "matters": matters.iter().map(json_with_path).collect::<Vec<_>>() }))
}

fn json_with_path((path, found): &(&str, Result<&Changes, &str>)) -> Value {
    match found {
        Err(why) => json!({ "path": path, "error": why }),
        Ok(changes) => {
            let mut all = json!({ "path": path });
            if let (Value::Object(own), Some(all)) = (json_of_changes(changes), all.as_object_mut()) {
                all.extend(own);
            }
            all
        }
    }
}

/// Since an earlier report: of each matter, with its path, what changed, or why it could not be compared.
#[must_use]
pub fn json_since(matters: &[(&str, Result<&Changes, &str>)]) -> String {
    pretty_json(&json!({ "schema": SCHEMA_SINCE, "matters": matters.iter().map(json_with_path).collect::<Vec<_>>() }))
}

/// For a comment or a message.
#[must_use]
pub fn markdown(changes: &Changes) -> String {
    let cleaner = Cleaner::for_people(true);
    let cell = |text: &str| escape_markdown(&cleaner.sentence(text));
    let mut out = format!("## {}\n", cell(&heading_of_changes(changes)));
    if changes.incomplete {
        out.push_str(&format!("\n> **{INCOMPLETE}.**\n"));
    }
    if !changes.changes.is_empty() {
        out.push_str("\n| Paragraph | Change | Why |\n|---|---|---|\n");
    }
    for change in &changes.changes {
        let why: Vec<String> = explanation_of_change(change).iter().map(|t| cell(t)).collect();
        out.push_str(&format!(
            "| {}{} | {} | {} |\n",
            "&emsp;".repeat(change.depth),
            cell(&change.id),
            cell(&before_and_after(change, "→")),
            why.join("<br>")
        ));
    }
    out.push_str(&format!("\n{}.\n", cell(&total_of_changes(changes))));
    out
}

/// The last line of a run of many: how many changed.
#[must_use]
pub fn total_of_many(found: &[&Changes]) -> String {
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let changed = found.iter().filter(|c| !c.changes.is_empty()).count();
    format!("{} changed, {} as before\n", plural(n(changed), "matter"), n(found.len() - changed))
}

fn json_of_changes(changes: &Changes) -> Value {
    let side = |s: &Option<Side>| {
        s.as_ref().map(|s| {
            json!({ "verdict": s.kind, "due": s.due.as_ref().map(|d| d.day.to_string()), "days": s.days, "why": s.why })
        })
    };
    let one = |c: &Change| -> Value {
        json!({ "id": c.id, "part": c.depth > 0, "before": side(&c.before), "after": side(&c.after), "acts": c.acts,
            "steps": c.steps, "facts": c.facts })
    };
    json!({
        "schema": SCHEMA,
        "matter": changes.matter,
        "from": changes.from.to_string(),
        "to": changes.to.to_string(),
        "known_from": changes.known_from.to_string(),
        "known_to": changes.known_to.to_string(),
        "view": changes.view,
        "incomplete": changes.incomplete,
        "inputs": json_inputs(&changes.inputs),
        "changes": changes.changes.iter().map(one).collect::<Vec<_>>(),
        "unchanged": changes.same,
    })
}

/// `pending → breached, 126 days overdue`; `new: pending, due in 14 days`.
fn before_and_after(change: &Change, arrow: &str) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) if before.kind == after.kind => verdict_in_words(after),
        (Some(before), Some(after)) => format!("{} {arrow} {}", before.kind.phrase(), verdict_in_words(after)),
        (None, Some(after)) => format!("new: {}", verdict_in_words(after)),
        (Some(before), None) => format!("gone: it was {}", before.kind.phrase()),
        (None, None) => String::new(),
    }
}

fn verdict_in_words(side: &Side) -> String {
    let days = side.days.map_or_else(String::new, |n| match side.kind {
        Kind::Breached => format!(", {} overdue", plural(n, "day")),
        Kind::Late => format!(", {}", plural(n, "day")),
        Kind::Pending => format!(", due in {}", plural(n, "day")),
        Kind::Undetermined
        | Kind::Waiting
        | Kind::Stayed
        | Kind::Lifted
        | Kind::Met
        | Kind::Kept
        | Kind::Available
        | Kind::Used
        | Kind::Expired => String::new(),
    });
    format!("{}{days}", side.kind.phrase())
}

/// The day, what orders did, why it stands as it does.
fn explanation_of_change(change: &Change) -> Vec<String> {
    let at = |s: &Option<Side>| s.as_ref().and_then(|s| s.due.as_ref()).map(due_in_words);
    let day = match (at(&change.before), at(&change.after)) {
        (Some(before), Some(after)) if before != after => Some(format!("due {after}, before {before}")),
        (None, Some(after)) => Some(format!("due {after}")),
        (Some(before), None) if change.after.is_some() => Some(format!("no day, before {before}")),
        _ => None,
    };
    let why = change.after.as_ref().map(|s| s.why.clone()).filter(|w| !w.is_empty());
    let facts = change.facts.iter().map(|f| format!("new: {f}"));
    day.into_iter()
        .chain(change.acts.iter().cloned())
        .chain(change.steps.iter().cloned())
        .chain(why)
        .chain(facts)
        .collect()
}

fn heading_of_changes(c: &Changes) -> String {
    let known = if c.known_from == c.known_to {
        format!(", both as known on {}", day_in_words(c.known_to))
    } else {
        String::new()
    };
    let view = if c.view == "court" { "court view".to_owned() } else { format!("view of {}", c.view) };
    format!("{}, from {} to {}{known}, {view}", c.matter, day_in_words(c.from), day_in_words(c.to))
}

fn total_of_changes(c: &Changes) -> String {
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let changed = n(c.changes.iter().filter(|x| x.depth == 0).count());
    format!("{} changed, {} as before", plural(changed, "paragraph"), n(c.same))
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}
