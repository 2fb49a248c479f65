//! The verdicts under one view: a row a paragraph, its parts under it where
//! they say something else, the reason at the end of the row or below it.

use super::text::hanging_rows;
use crate::Style;
use crate::paint::Ink;
use crate::rows::{Row, rows_of_verdicts};
use crate::wrap::{display_width, name_cell, wrap_text};
use ordain_core::report::Report;

/// Columns between two fields.
const GAP: usize = 2;
/// The reason is in the row only if it has this much room.
const REASON: usize = 30;
/// Longer names are broken into lines.
const NAME: usize = 32;

pub(super) fn table(report: &Report, style: Style) -> String {
    let rows = rows_of_verdicts(report.verdicts());
    let fields: Vec<[String; 4]> = rows.iter().map(fields_of_row).collect();
    let mut sizes: [usize; 4] = std::array::from_fn(|i| fields.iter().map(|f| display_width(&f[i])).max().unwrap_or(0));
    let total = style.columns();
    let others = sizes[1..].iter().map(|s| s + GAP).sum::<usize>();
    sizes[0] = sizes[0].min(total.saturating_sub(others).clamp(16, NAME));
    let used = sizes.iter().filter(|s| **s > 0).map(|s| s + GAP).sum::<usize>();
    let mut out = String::new();
    for (i, (row, fields)) in rows.iter().zip(&fields).enumerate() {
        if i > 0 && row.depth == 0 && rows.get(i - 1).is_some_and(|r| r.depth > 0 || used + REASON > total) {
            out.push('\n');
        }
        if used <= total + GAP {
            push_wide_row(row, fields, &sizes, used, style, &mut out);
        } else {
            push_narrow_row(row, fields, style, &mut out);
        }
    }
    out
}

fn fields_of_row(row: &Row) -> [String; 4] {
    [
        format!("{}{}", "  ".repeat(row.depth), row.name),
        row.kind.phrase().to_owned(),
        row.due.as_ref().map_or(String::new(), |d| format!("due {d}")),
        row.days.as_deref().map_or("", without_verdict).to_owned(),
    ]
}

/// The days without the word that already is in the row.
fn without_verdict(days: &str) -> &str {
    days.strip_prefix("late ").or_else(|| days.strip_prefix("due ")).unwrap_or(days)
}

/// All fields on one line; the reason after them or, indented, below.
fn push_wide_row(row: &Row, fields: &[String; 4], sizes: &[usize; 4], used: usize, style: Style, out: &mut String) {
    let (above, name) = name_cell(&"  ".repeat(row.depth), &row.name, sizes[0]);
    above.iter().for_each(|n| push_line(n, out));
    let mut line = String::new();
    for (i, (field, &size)) in fields.iter().zip(sizes).enumerate() {
        if size > 0 {
            let text = if i == 0 { name.clone() } else { field.clone() };
            line.push_str(&if i == 1 { style.paint(Ink::verdict(row.kind), &text) } else { text.clone() });
            line.push_str(&" ".repeat((size + GAP).saturating_sub(display_width(&text))));
        }
    }
    let beside = style.columns().saturating_sub(used) >= REASON;
    let (indent, columns) = if beside { (used, style.columns() - used) } else { widths_below(row, style) };
    let mut said = sentences_of_row(row).into_iter().flat_map(|s| hanging_rows(&s, 2, columns)).collect::<Vec<_>>();
    if beside && !said.is_empty() {
        line.push_str(&said.remove(0));
    }
    push_line(&line, out);
    for text in said {
        push_line(&format!("{}{}", " ".repeat(indent), text), out);
    }
}

/// Where the reason stands when it is below its row.
fn widths_below(row: &Row, style: Style) -> (usize, usize) {
    let indent = 2 * row.depth + 4;
    (indent, style.columns() - indent)
}

/// For narrow screens: the name and the verdict, then the rest line by line.
fn push_narrow_row(row: &Row, fields: &[String; 4], style: Style, out: &mut String) {
    let [name, verdict, due, days] = fields;
    let verdict = style.paint(Ink::verdict(row.kind), verdict);
    let mut names = wrap_text(name, style.columns().saturating_sub(14)).into_iter();
    push_line(&format!("{}  {verdict}", names.next().unwrap_or_default()), out);
    names.for_each(|n| push_line(&n, out));
    let (indent, columns) = widths_below(row, style);
    let indent = " ".repeat(indent - 2);
    let date = [due, days].into_iter().cloned();
    let date = date.filter(|d| !d.is_empty()).collect::<Vec<_>>().join(", ");
    for text in std::iter::once(date).chain(sentences_of_row(row)).filter(|s| !s.is_empty()) {
        hanging_rows(&text, 2, columns).iter().for_each(|t| push_line(&format!("{indent}{t}"), out));
    }
}

/// The bearer and the reason, then what is beside the verdict.
fn sentences_of_row(row: &Row) -> Vec<String> {
    let first = match (row.bearer.as_str(), row.why.as_str()) {
        (bearer, "") => bearer.to_owned(),
        ("", why) => why.to_owned(),
        // The row is named after its bearer.
        (bearer, why) if bearer == row.name => why.to_owned(),
        (bearer, why) => format!("{bearer}: {why}"),
    };
    std::iter::once(first).filter(|s| !s.is_empty()).chain(row.notes.iter().map(|b| format!("- {b}"))).collect()
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}
