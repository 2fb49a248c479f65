//! What a file holds, for a screen.

use super::statement::statement_of_table;
use ordain_base::words::plural;
use ordain_render::{Style, clean_text, fit_lines};
use ordain_tables::dates::{Evidence, NoDate, Proof, read_date};
use ordain_tables::detect::{Heading, Unknown};
use ordain_tables::inspect::Inspection;
use ordain_tables::read::Dialect;
use ordain_tables::{Kind, Trouble, Unbound};

/// Troubles that are shown.
const TROUBLES: usize = 5;

pub(super) fn write(seen: &[(String, Result<Inspection, Unknown>)], style: Style) -> String {
    let mut out = String::new();
    for (name, result) in seen {
        if !out.is_empty() {
            out.push('\n');
        }
        let mut lines = Vec::new();
        match result {
            Ok(inspection) => {
                lines_of_inspection(inspection, &mut lines);
                out.push_str(&fit_lines(&lines, style));
                // A line of it must not be broken at the margin, where a statement begins.
                out.push_str(&clean_text(&statement_of_table(inspection)));
                out.push('\n');
            }
            Err(unknown) => {
                push_refusal(name, unknown, &mut lines);
                out.push_str(&fit_lines(&lines, style));
            }
        }
    }
    out
}

fn push_refusal(name: &str, unknown: &Unknown, lines: &mut Vec<String>) {
    lines.push(name.to_owned());
    match unknown {
        Unknown::Unreadable(trouble) => lines.push(format!("  not read: {}", trouble.reason)),
        Unknown::Undeclared { reason, help } => {
            lines.push(format!("  not read: {reason}"));
            lines.push(format!("  {help}"));
        }
    }
}

fn lines_of_inspection(seen: &Inspection, lines: &mut Vec<String>) {
    lines.push(seen.name.clone());
    lines.push(String::new());
    let mut say = |word: &str, text: String| lines.push(format!("  {word:<10}  {text}"));
    let packed = if seen.known.packed { ", packed (.gz)" } else { "" };
    say("format", seen.known.format.described(packed, seen.known.sheets.len()));
    if let Some(shape) = seen.known.format.delimited() {
        say_separators(&shape.dialect, &mut say);
    }
    if let Some((encoding, how)) = &seen.known.encoding {
        say("encoding", format!("{}: {how}", encoding.name()));
    }
    match &seen.known.heading {
        Heading::Line { line, why } => say("header", format!("line {line}: {why}")),
        Heading::Absent(why) => say("header", format!("none: {why}")),
        _ => {}
    }
    for remark in seen.known.part.iter().map(|p| &p.why).chain(&seen.known.remark) {
        say("remark", remark.clone());
    }
    let knows = seen.bound.len();
    match (&seen.layout, seen.named) {
        (Some(l), true) => say(
            "layout",
            format!(
                "{} {}: knows {} of {}",
                l.name,
                l.version,
                knows,
                plural(count_as_i64(seen.columns.len()), "column")
            ),
        ),
        (Some(l), false) => say(
            "layout",
            format!(
                "{} {} knows {knows} of {}, more than any other",
                l.name,
                l.version,
                plural(count_as_i64(seen.columns.len()), "column")
            ),
        ),
        (None, _) => say("layout", "none knows a column of this file".to_owned()),
    }
    say("rows", rows_in_words(seen));
    if let Some(stopped) = &seen.stopped {
        say("stopped", format!("line {}: {}", stopped.place.line, stopped.reason));
    }
    lines.push(String::new());
    push_columns(seen, lines);
    push_dates(seen, lines);
    push_troubles(&seen.troubles, seen.unreadable, seen, lines);
    lines.push(String::new());
    lines.push("To paste into a .facts file:".to_owned());
    lines.push(String::new());
}

fn count_as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn rows_in_words(seen: &Inspection) -> String {
    let empty = if seen.empty > 0 { format!(", {} of them empty", seen.empty) } else { String::new() };
    let unreadable = if seen.unreadable == 0 { "none".to_owned() } else { seen.unreadable.to_string() };
    format!("{} read{empty}, {unreadable} unreadable", seen.rows)
}

fn say_separators(dialect: &Dialect, say: &mut dyn FnMut(&str, String)) {
    let named = |c: char| match c {
        '\t' => "tab".to_owned(),
        ',' => "comma".to_owned(),
        c if c.is_control() => format!("0x{:02X}", u32::from(c)),
        c => c.to_string(),
    };
    say("separator", named(dialect.separator));
    let newline = dialect.newline.map_or(String::new(), |n| format!("; {n} inside a value is a line's end"));
    match dialect.qualifier {
        Some(q) => say("qualifier", format!("{}{newline}", named(q))),
        None => say("qualifier", "none".to_owned()),
    }
}

fn push_columns(seen: &Inspection, lines: &mut Vec<String>) {
    let names: Vec<String> =
        seen.columns.iter().map(|c| c.name.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let wide = names.iter().map(|n| n.chars().count()).max().unwrap_or(0).clamp(6, 32);
    let number = seen.columns.len().to_string().len().max(1);
    lines.push(format!("  {:>number$}  {:<wide$}  {:<16}  filled", "", "column", "field"));
    for (i, column) in seen.columns.iter().enumerate() {
        let name = names.get(i).map_or("", String::as_str);
        let field = match seen.field(i) {
            Some(bound) => bound.field.clone(),
            None if is_doubtful(seen, i) => "which?".to_owned(),
            None => "–".to_owned(),
        };
        let mut notes = vec![column.filled.to_string()];
        if let Some(distinct) = column.distinct.filter(|_| column.filled > 0) {
            notes.push(if distinct == column.filled {
                "no value twice".to_owned()
            } else {
                format!("{distinct} distinct")
            });
        }
        if column.zeros > 0 {
            notes.push("leading zeros kept".to_owned());
        }
        if let Some((first, n)) = &column.rounded {
            notes.push(format!("{n} rounded by a spreadsheet, as `{first}`: no identifiers"));
        }
        lines.push(format!("  {:>number$}  {name:<wide$}  {field:<16}  {}", i + 1, notes.join(", ")));
    }
    for unbound in &seen.unbound {
        if let Unbound::Doubtful { field, columns } = unbound {
            let which: Vec<String> = columns.iter().map(|c| format!("column {}", c + 1)).collect();
            let which: Vec<&str> = which.iter().map(String::as_str).collect();
            lines.push(format!("  `{field}` may be {}: say which", ordain_base::words::join(&which)));
        }
    }
}

fn is_doubtful(seen: &Inspection, column: usize) -> bool {
    seen.unbound.iter().any(|u| matches!(u, Unbound::Doubtful { columns, .. } if columns.contains(&column)))
}

fn push_dates(seen: &Inspection, lines: &mut Vec<String>) {
    let mut first = true;
    for (i, column) in seen.dated() {
        if std::mem::take(&mut first) {
            lines.push(String::new());
            lines.push("  dates".to_owned());
        }
        let name = column.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.chars().all(|c| c.is_ascii_digit()) { format!("column {name}") } else { name };
        lines.push(format!("    {name}: {}", evidence_of_date_order(&column.dates)));
        let bad = column.dates.impossible + column.dates.short_year + column.dates.other;
        let declared = seen.field(i).is_some_and(|b| b.kind == Kind::Date);
        if let Some((row, value)) = column.dates.fault.as_ref().filter(|_| declared || bad < column.dates.dates()) {
            let why = match read_date(value, None) {
                Err(NoDate::Impossible) => "no calendar has it",
                Err(NoDate::ShortYear) => "its year has two digits",
                _ => "it is no date",
            };
            lines.push(format!(
                "      {}: row {row} has `{value}`: {why}",
                if bad == 1 { "1 is not read".to_owned() } else { format!("{bad} are not read") }
            ));
        }
    }
}

/// What a column shows of the order of its dates.
fn evidence_of_date_order(evidence: &Evidence) -> String {
    let example = |at: usize| {
        let (row, value) = evidence.proof.get(at)?.as_ref()?;
        Some(format!("`{value}` of row {row}"))
    };
    match evidence.proof() {
        Proof::Nothing => "no value is a date".to_owned(),
        Proof::Plain => "every date shows its order itself".to_owned(),
        Proof::Order(order) => {
            let at = usize::from(evidence.day_first > 0);
            format!("{}, proved by {}", order.words(), example(at).unwrap_or_default())
        }
        Proof::Mixed => {
            format!(
                "months first in {}, days first in {}: one of them is wrong",
                example(0).unwrap_or_default(),
                example(1).unwrap_or_default()
            )
        }
        Proof::Ambiguous => {
            let both = evidence.doubt.as_ref().and_then(|(row, value)| match read_date(value, None) {
                Err(NoDate::Ambiguous { month_first, day_first }) => Some(format!(
                    "`{value}` of row {row} is {} or {}",
                    ordain_base::words::day(month_first),
                    ordain_base::words::day(day_first)
                )),
                _ => None,
            });
            format!("ambiguous: {}", both.unwrap_or_default())
        }
    }
}

fn push_troubles(troubles: &[Trouble], all: u64, seen: &Inspection, lines: &mut Vec<String>) {
    if all == 0 {
        return;
    }
    lines.push(String::new());
    lines.push("  rows that could not be read".to_owned());
    for t in troubles.iter().take(TROUBLES) {
        let column = t.column.map_or(String::new(), |c| match seen.columns.get(c) {
            Some(column) => format!(", column {}", column.name.trim()),
            None => format!(", column {}", c + 1),
        });
        lines.push(format!("    row {}, line {}{column}: {}", t.place.row, t.place.line, t.reason));
    }
    let shown = troubles.len().min(TROUBLES) as u64;
    if all > shown {
        lines.push(format!("    and {} more; `--format json` has the first 20", all - shown));
    }
}
