//! What was in force when: a table by paragraph, sentences, or JSON.

use serde_json::json;

use super::Style;
use super::clean::Cleaner;
use super::date::{day_in_words, due_in_words};
use super::json::{json_inputs, json_of_stage, pretty_json};
use super::paint::Ink;
use super::terminal::{hanging_rows, push_paragraph};
use super::words::{INCOMPLETE, due_change_of_stage};
use super::wrap::{display_width, pad_to};
use ordain_core::report::Histories;
use ordain_core::verdict::{History, Stage, State};

/// The name and version of the JSON.
pub const SCHEMA: &str = "ordain.history/1";

/// `Wed 2023-11-15`.
const DAY: usize = 14;
/// `in force`.
const STATE: usize = 8;

/// The table for a screen.
#[must_use]
pub fn render(histories: &Histories, style: &Style) -> String {
    let style = *style;
    let cleaner = Cleaner::for_people(style.unicode);
    let mut out = String::new();
    push_paragraph(&cleaner.line(&heading_of_histories(histories)), Ink::Bold, style, &mut out);
    if histories.incomplete {
        out.push('\n');
        push_paragraph(INCOMPLETE, Ink::Red, style, &mut out);
    }
    for history in histories.histories.iter().map(|h| cleaner.history(h)) {
        out.push('\n');
        let head = format!("{}, {}", history.id, history.text);
        for line in hanging_rows(&head, 2, style.columns()) {
            push_line(&style.paint(Ink::Bold, &line), &mut out);
        }
        let hour = history.stages.iter().any(|s| s.due.as_ref().is_some_and(|d| d.time.is_some()));
        let due_width = if hour { DAY + 6 } else { DAY };
        if style.columns() >= 70 {
            let names =
                format!("  {}  {}  {}  by", pad_to("from", DAY), pad_to("state", STATE), pad_to("due", due_width));
            push_line(&style.paint(Ink::Dim, &names), &mut out);
        }
        for s in &history.stages {
            push_stage_row(&history, s, due_width, style, &mut out);
        }
    }
    if histories.histories.is_empty() {
        out.push_str("\nnothing was ordered by then\n");
    }
    out
}

fn push_stage_row(history: &History, s: &Stage, due_width: usize, style: Style, out: &mut String) {
    let from = s.from.map_or_else(|| "the beginning".to_owned(), day_in_words);
    let falls = s.due.as_ref().map_or_else(|| "no day".to_owned(), due_in_words);
    let ink = match s.state {
        State::InForce => Ink::Cyan,
        State::Unclear => Ink::Magenta,
        State::Stayed | State::Lifted | State::Expired => Ink::Dim,
    };
    let state = style.paint(ink, s.state.name());
    if style.columns() < 70 {
        push_line(&format!("  {from}  {state}"), out);
        for text in std::iter::once(format!("due {falls}")).chain(lines_of_stage(history, s)) {
            hanging_rows(&text, 2, style.columns() - 4).iter().for_each(|l| push_line(&format!("    {l}"), out));
        }
        return;
    }
    let gap = " ".repeat(STATE - display_width(s.state.name()).min(STATE));
    let lead = format!("  {}  {state}{gap}  {}  ", pad_to(&from, DAY), pad_to(&falls, due_width));
    let indent = 2 + DAY + 2 + STATE + 2 + due_width + 2;
    let mut lead = Some(lead);
    for text in lines_of_stage(history, s) {
        for line in hanging_rows(&text, 2, style.columns() - indent) {
            push_line(&format!("{}{line}", lead.take().unwrap_or_else(|| " ".repeat(indent))), out);
        }
    }
}

/// Who did what, then what must be known beside it.
fn lines_of_stage(history: &History, s: &Stage) -> Vec<String> {
    let docket = s.docket.as_ref().map_or_else(String::new, |d| format!(" ({d})"));
    // The paragraph is named at the head of the table.
    let act = without_paragraph(&s.act, &history.id);
    let entered = match (s.entered, s.from) {
        (Some(entered), from) if from != Some(entered) => vec![format!("- entered {}", day_in_words(entered))],
        _ => Vec::new(),
    };
    let mut said = vec![format!("{}{docket}: {act}", s.by)];
    said.extend(entered);
    said.extend(s.remarks.iter().map(|r| format!("- {r}")));
    said
}

/// The act without the paragraph at whose history it stands; where it is named with others, as it is.
fn without_paragraph(act: &str, id: &str) -> String {
    let name = format!(" {id}");
    let Some(at) = act.find(&name) else { return act.to_owned() };
    let rest = act.get(at + name.len()..).unwrap_or_default();
    let ends = rest.is_empty() || rest.starts_with([' ', ':']) && !rest.starts_with(" and ");
    if ends { format!("{}{rest}", act.get(..at).unwrap_or_default()) } else { act.to_owned() }
}

/// The same in sentences: one a line, nothing drawn.
#[must_use]
pub fn plain(histories: &Histories) -> String {
    let cleaner = Cleaner::for_people(true);
    let mut out = format!("{}.\n", cleaner.line(&heading_of_histories(histories)));
    if histories.incomplete {
        out.push_str(&format!("Incomplete: {INCOMPLETE}.\n"));
    }
    for history in histories.histories.iter().map(|h| cleaner.history(h)) {
        out.push_str(&format!("\n{}. {}.\n", history.id, history.text));
        for (i, s) in history.stages.iter().enumerate() {
            let from = s.from.map_or_else(|| "From the beginning".to_owned(), |d| format!("From {}", day_in_words(d)));
            let when = due_change_of_stage(s).map_or_else(String::new, |m| format!(", {m}"));
            out.push_str(&format!(
                "{}. {from}: {}{when}. {}.\n",
                i + 1,
                s.state.name(),
                lines_of_stage(&history, s).join("; ")
            ));
        }
    }
    out
}

/// For machines.
#[must_use]
pub fn json(histories: &Histories) -> String {
    let all: Vec<_> = histories
        .histories
        .iter()
        .map(
            |h| json!({ "id": h.id, "text": h.text, "stages": h.stages.iter().map(json_of_stage).collect::<Vec<_>>() }),
        )
        .collect();
    pretty_json(&json!({
        "schema": SCHEMA,
        "matter": histories.matter,
        "as_of": histories.as_of.to_string(),
        "known_on": histories.known_on.to_string(),
        "incomplete": histories.incomplete,
        "inputs": json_inputs(&histories.inputs),
        "paragraphs": all,
    }))
}

fn heading_of_histories(histories: &Histories) -> String {
    let given = if histories.as_of_given { "" } else { " (today, as no --as-of was given)" };
    let known = if histories.known_on == histories.as_of {
        String::new()
    } else {
        format!(", as known on {}", day_in_words(histories.known_on))
    };
    format!("{}, what was in force when, to {}{given}{known}", histories.matter, day_in_words(histories.as_of))
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}
