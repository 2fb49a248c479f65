//! The verdicts under every view, side by side. Where the views differ is
//! what the hearing is about: those rows are marked, and explained below.

use super::text::hanging_rows;
use crate::Style;
use crate::date;
use crate::paint::Ink;
use crate::rows::{differ_in_name_only, joined_part_names, verdict_with_id};
use crate::words;
use crate::wrap::{display_width, name_cell, pad_to};
use ordain_core::report::Report;
use ordain_core::verdict::Verdict;

/// One row: the same paragraph or part under each view.
pub(crate) struct Across<'r> {
    pub(crate) depth: usize,
    pub(crate) name: String,
    /// In the order of the columns; none where a view does not have it.
    pub(crate) verdicts: Vec<Option<&'r Verdict>>,
}

impl Across<'_> {
    /// True where not every view says the same.
    pub(crate) fn differs(&self) -> bool {
        let said: Vec<_> = self.verdicts.iter().map(|v| v.map(|v| (v.kind, v.days, v.at_least))).collect();
        said.windows(2).any(|w| w[0] != w[1])
    }
}

pub(super) fn table(report: &Report, style: Style) -> String {
    let rows = rows_across_views(report);
    let names: Vec<&str> = report.columns.iter().map(|c| c.view.name()).collect();
    let mark = if style.unicode { "≠ " } else { "! " };
    let first = rows.iter().map(|r| 2 * r.depth + display_width(&r.name) + 4).max().unwrap_or(0);
    let mut out = String::new();
    let cells =
        |long: bool| rows.iter().map(|r| r.verdicts.iter().map(|v| cell_of_verdict(*v, long)).collect()).collect();
    let sizes = |cells: &[Vec<String>]| -> Vec<usize> {
        let size = |i: usize| cells.iter().filter_map(|r| r.get(i)).map(|c| display_width(c)).max().unwrap_or(0);
        names.iter().enumerate().map(|(i, n)| size(i).max(display_width(n)) + 2).collect()
    };
    let (long, short): (Vec<Vec<String>>, Vec<Vec<String>>) = (cells(true), cells(false));
    let fit = |sizes: &[usize]| first.min(32) + 2 + sizes.iter().sum::<usize>() <= style.columns() + 2;
    let wide = [long, short].into_iter().map(|c| (sizes(&c), c)).find(|(s, _)| fit(s));
    let Some((sizes, cells)) = wide else { return stacked_views(&rows, &names, mark, style) };
    let first = first.min(34).min(style.columns() + 2 - sizes.iter().sum::<usize>());
    let unit = if cells.iter().flatten().any(|c| c.ends_with(|c: char| c.is_ascii_digit())) { "  days" } else { "" };
    let mut line = pad_to(unit, first);
    names.iter().zip(&sizes).for_each(|(n, s)| line.push_str(&pad_to(n, *s)));
    push_line(&style.paint(Ink::Dim, line.trim_end()), &mut out);
    for (row, cells) in rows.iter().zip(&cells) {
        let lead = if row.differs() { mark } else { "  " };
        let lead = format!("{lead}{}", "  ".repeat(row.depth));
        let (above, name) = name_cell(&lead, &row.name, first.saturating_sub(2));
        above.iter().for_each(|n| push_line(n, &mut out));
        let mut line = pad_to(&name, first);
        for ((cell, size), verdict) in cells.iter().zip(&sizes).zip(&row.verdicts) {
            line.push_str(&verdict.map_or(cell.clone(), |v| style.paint(Ink::verdict(v.kind), cell)));
            line.push_str(&" ".repeat(size - display_width(cell)));
        }
        push_line(&line, &mut out);
    }
    out.push_str(&difference_lines(&rows, &names, mark, style));
    out
}

/// Every paragraph, and those parts that differ from it or between the views.
pub(crate) fn rows_across_views(report: &Report) -> Vec<Across<'_>> {
    let mut rows = Vec::new();
    for (i, v) in report.verdicts().iter().enumerate() {
        let verdicts = report.columns.iter().map(|c| verdict_with_id(&c.verdicts, i, &v.id)).collect();
        rows.push(Across { depth: 0, name: v.id.clone(), verdicts });
        push_part_rows(&mut rows, 1);
    }
    rows
}

/// Adds the parts of the row that came last.
fn push_part_rows(rows: &mut Vec<Across<'_>>, depth: usize) {
    let Some(whole) = rows.last().map(|r| r.verdicts.clone()) else { return };
    let Some(lead) = whole.iter().flatten().next() else { return };
    let mut groups: Vec<Vec<Vec<Option<&Verdict>>>> = Vec::new();
    for (i, p) in lead.parts.iter().enumerate() {
        let row: Vec<_> = whole.iter().map(|w| w.and_then(|w| verdict_with_id(&w.parts, i, &p.id))).collect();
        let equal = |last: &Vec<Option<&Verdict>>| {
            last.iter().zip(&row).all(|(a, b)| match (a, b) {
                (Some(a), Some(b)) => differ_in_name_only(a, b),
                (None, None) => true,
                _ => false,
            })
        };
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(equal) => group.push(row),
            _ => groups.push(vec![row]),
        }
    }
    for group in groups {
        let Some(verdicts) = group.first().cloned() else { continue };
        let named: Vec<&Verdict> = group.iter().filter_map(|r| r.iter().flatten().next()).copied().collect();
        let row = Across { depth, name: joined_part_names(&named), verdicts };
        let equal = row.verdicts.iter().zip(&whole).all(|(p, w)| match (p, w) {
            (Some(p), Some(w)) => p.kind == w.kind && p.days == w.days,
            (p, w) => p.is_none() && w.is_none(),
        });
        if !(equal && row.verdicts.iter().flatten().all(|v| v.parts.is_empty())) {
            rows.push(row);
            if group.len() == 1 {
                push_part_rows(rows, depth + 1);
            }
        }
    }
}

/// `breached 126 days`, or `breached 126` where there is little room.
fn cell_of_verdict(verdict: Option<&Verdict>, long: bool) -> String {
    let Some(v) = verdict else { return "-".to_owned() };
    match v.days {
        Some(1) if long => format!("{} 1{} day", v.kind.phrase(), at_least(v)),
        Some(n) if long => format!("{} {n}{} days", v.kind.phrase(), at_least(v)),
        Some(n) => format!("{} {n}{}", v.kind.phrase(), at_least(v)),
        None => v.kind.phrase().to_owned(),
    }
}

fn at_least(v: &Verdict) -> &'static str {
    if v.at_least { "+" } else { "" }
}

/// For many views or narrow screens: a line a view under each paragraph.
fn stacked_views(rows: &[Across<'_>], names: &[&str], mark: &str, style: Style) -> String {
    let mut out = String::new();
    for row in rows {
        let lead = if row.differs() { mark } else { "  " };
        let indent = "  ".repeat(row.depth);
        let (above, name) = name_cell(&format!("{lead}{indent}"), &row.name, style.columns());
        above.iter().chain([&name]).for_each(|n| push_line(n, &mut out));
        let indent = format!("    {indent}");
        match row.verdicts.first() {
            Some(Some(v)) if !row.differs() => push_line(&format!("{indent}{}", words::verdict(v)), &mut out),
            _ => push_row(row, names, false, &indent, style, &mut out),
        }
    }
    out.push_str(&difference_lines(rows, names, mark, style));
    out
}

/// The rows where the views differ, each view with its reason.
fn difference_lines(rows: &[Across<'_>], names: &[&str], mark: &str, style: Style) -> String {
    let mut out = String::new();
    for row in rows.iter().filter(|r| r.differs()) {
        if out.is_empty() {
            out.push_str(&format!("\n{}\n", style.paint(Ink::Dim, &format!("{mark}the views differ:"))));
        }
        let id = row.verdicts.iter().flatten().next().map_or("", |v| v.id.as_str());
        let due = row.verdicts.iter().flatten().find_map(|v| v.due.as_ref());
        let due = due.map_or(String::new(), |d| format!(", due {}", date::due_in_words(d)));
        let name = if row.depth == 0 { row.name.clone() } else { id_of_group(id, &row.name) };
        hanging_rows(&format!("{name}{due}"), 2, style.columns()).iter().for_each(|l| push_line(l, &mut out));
        push_row(row, names, true, "  ", style, &mut out);
    }
    out
}

/// `MTC ¶ 1 categories 4 and 5`, from the id of the first of the group.
fn id_of_group(id: &str, name: &str) -> String {
    let stem = id.rfind(" category ").or_else(|| id.rfind(name)).map_or("", |i| id[..i].trim_end());
    if stem.is_empty() { name.to_owned() } else { format!("{stem} {name}") }
}

fn push_row(row: &Across<'_>, names: &[&str], why: bool, indent: &str, style: Style, out: &mut String) {
    for (name, verdict) in names.iter().zip(&row.verdicts) {
        let text = match verdict {
            None => format!("{name}: -"),
            Some(v) => {
                let why = if why && !v.why.is_empty() && !words::verdict(v).ends_with(&v.why) {
                    format!("; {}", v.why)
                } else {
                    String::new()
                };
                format!("{name}: {}{why}", words::verdict(v))
            }
        };
        let columns = style.columns() - display_width(indent);
        hanging_rows(&text, 2, columns).iter().for_each(|l| push_line(&format!("{indent}{l}"), out));
    }
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}
