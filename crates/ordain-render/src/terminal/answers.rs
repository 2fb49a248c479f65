//! The answers on a screen: a row a paragraph, worst first, in one line each where they fit, else with
//! what is ordered below.

use super::text::hanging_rows;
use crate::Style;
use crate::answers::{Answer, Answers};
use crate::paint::Ink;
use crate::wrap::{display_width, pad_to, wrap_text};

/// Columns between two fields.
const GAP: usize = 2;
/// Rows of ids of one verdict, and of the words of one paragraph.
const LINES: usize = 2;

pub(super) fn table(answers: &Answers, style: Style) -> String {
    let words =
        answers.rows.iter().map(|r| display_width(&r.word)).chain(answers.rest.iter().map(|r| display_width(&r.word)));
    let conflict = (!answers.conflicts.is_empty()).then_some(CONFLICT.len());
    let lead = words.chain(conflict).max().unwrap_or(0) + GAP;
    let mut out = String::new();
    push_answer_rows(&answers.rows, lead, style, &mut out);
    for conflict in &answers.conflicts {
        push_entry(CONFLICT, Ink::Yellow, conflict, lead, style, &mut out);
    }
    for rest in &answers.rest {
        push_entry(&rest.word, Ink::verdict(rest.kind), &rest.ids.join(", "), lead, style, &mut out);
    }
    out
}

const CONFLICT: &str = "CONFLICT";

fn push_answer_rows(rows: &[Answer], lead: usize, style: Style, out: &mut String) {
    let most = |of: fn(&Answer) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let id = most(|r| display_width(&r.id));
    let due = most(|r| r.due.as_deref().map_or(0, display_width));
    let last = most(|r| display_width(&days_of_answer(r)));
    let ordered = most(|r| display_width(&r.ordered));
    let beside = lead + id + GAP + due + GAP + last;
    let wide = beside + ordered + GAP <= style.columns();
    for row in rows {
        let word =
            style.paint(Ink::verdict(row.kind), &row.word) + &" ".repeat(lead.saturating_sub(display_width(&row.word)));
        if beside > style.columns() {
            // A narrow screen, or a long name: one under the other.
            push_stacked_answer(row, lead, &word, style, out);
            continue;
        }
        let falls = pad_to(row.due.as_deref().unwrap_or_default(), due + GAP);
        let id = pad_to(&row.id, id + GAP);
        if wide {
            push_line(&format!("{word}{id}{}{falls}{}", pad_to(&row.ordered, ordered + GAP), days_of_answer(row)), out);
        } else {
            push_line(&format!("{word}{id}{falls}{}", days_of_answer(row)), out);
            write_below(&row.ordered, lead, style, out);
        }
    }
}

fn push_stacked_answer(row: &Answer, lead: usize, word: &str, style: Style, out: &mut String) {
    let columns = style.columns().saturating_sub(lead);
    for (i, name) in wrap_text(&row.id, columns).iter().enumerate() {
        let lead = if i == 0 { word.to_owned() } else { " ".repeat(lead) };
        push_line(&format!("{lead}{name}"), out);
    }
    write_below(&row.ordered, lead, style, out);
    let when = [row.due.clone().unwrap_or_default(), days_of_answer(row)];
    let when: Vec<String> = when.into_iter().filter(|w| !w.is_empty()).collect();
    write_below(&when.join(", "), lead, style, out);
}

/// `126 days overdue`, and whether the baseline knows it.
fn days_of_answer(row: &Answer) -> String {
    let known = row.known.then(|| "known".to_owned());
    row.days.iter().cloned().chain(known).collect::<Vec<_>>().join(", ")
}

/// Words under a row, as far as two lines hold them.
fn write_below(text: &str, lead: usize, style: Style, out: &mut String) {
    let lines = hanging_rows(text, 0, style.columns().saturating_sub(lead));
    for (i, line) in lines.iter().take(LINES).enumerate() {
        let cut = i + 1 == LINES && lines.len() > LINES;
        let columns = style.columns().saturating_sub(lead + display_width(style.dots()));
        let line = if cut {
            format!("{}{}", wrap_text(line, columns).first().map_or("", String::as_str), style.dots())
        } else {
            line.clone()
        };
        push_line(&format!("{}{line}", " ".repeat(lead)), out);
    }
}

fn push_entry(word: &str, ink: Ink, text: &str, lead: usize, style: Style, out: &mut String) {
    for (i, line) in hanging_rows(text, 2, style.columns().saturating_sub(lead)).iter().enumerate() {
        let gap = if i == 0 {
            style.paint(ink, word) + &" ".repeat(lead.saturating_sub(display_width(word)))
        } else {
            " ".repeat(lead)
        };
        push_line(&format!("{gap}{line}"), out);
    }
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}
