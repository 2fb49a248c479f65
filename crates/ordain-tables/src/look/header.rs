//! Whether a file has a header, and on which line: by names that layouts know,
//! or by rows that look alike or do not. What neither shows is asked.

use crate::dates;
use crate::known::Heading;
use crate::{Header, Layouts, Written};

/// A row of the head, with its line in the file or the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) line: u64,
    pub(crate) values: Vec<String>,
}

/// Rows among which a header is looked for.
const TITLES: usize = 20;

/// What the statement says.
pub(crate) fn declared(written: &Written) -> Option<Heading> {
    Some(match written.header.as_ref()?.value {
        Header::None => Heading::Absent("declared".to_owned()),
        Header::Line(line) => Heading::Line { line, why: "declared".to_owned() },
    })
}

pub(crate) fn detect(rows: &[Row], layouts: &Layouts) -> Heading {
    let filled = |row: &Row| row.values.iter().filter(|v| !v.trim().is_empty()).count();
    let Some(widest) = rows.iter().map(filled).max() else { return Heading::Absent("it has no rows".to_owned()) };
    let line = |row: &Row| u32::try_from(row.line).unwrap_or(u32::MAX);
    // A row of names that layouts know.
    for row in rows.iter().take(TITLES) {
        let known = row.values.iter().filter(|v| !v.trim().is_empty() && layouts.know(v)).count();
        let all = filled(row);
        if known * 2 >= all && (known >= 2 || known == all && known == 1 && widest == 1) {
            return Heading::Line { line: line(row), why: format!("{known} of its {all} names are known to layouts") };
        }
    }
    // Titles above the header have one cell, where rows have more.
    let Some(at) = rows.iter().position(|r| widest < 2 || filled(r) > 1) else { return Heading::Unclear };
    let (first, below) = (&rows[at], rows.get(at + 1..).unwrap_or(&[]));
    let values = || first.values.iter().map(|v| v.trim());
    if values().any(|v| dates::read_date(v, None).is_ok() || is_number(v)) {
        return Heading::Absent("its first row holds a date or a number".to_owned());
    }
    let mut names = std::collections::BTreeSet::new();
    if values().any(str::is_empty) || !values().all(|v| names.insert(v)) {
        return Heading::Absent("its first row has empty or equal values".to_owned());
    }
    let column = |i: usize| {
        below.iter().take(50).filter_map(move |r| r.values.get(i)).map(|v| v.trim()).filter(|v| !v.is_empty())
    };
    for (i, value) in values().enumerate() {
        if value.bytes().any(|b| b.is_ascii_digit())
            && column(i).next().is_some()
            && column(i).all(|v| shape_of_value(v) == shape_of_value(value))
        {
            return Heading::Absent("its first row looks like the rows below it".to_owned());
        }
    }
    for (i, value) in values().enumerate() {
        let digits = |v: &str| v.bytes().any(|b| b.is_ascii_digit());
        if !digits(value) && column(i).next().is_some() && column(i).all(digits) {
            return Heading::Line {
                line: line(first),
                why: "it has names where the rows below have numbers".to_owned(),
            };
        }
    }
    Heading::Unclear
}

fn is_number(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// `Sample_00000005` is `a_9`.
fn shape_of_value(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars() {
        let kind = if c.is_numeric() {
            '9'
        } else if c.is_alphabetic() {
            'a'
        } else {
            c
        };
        if !(out.ends_with(kind) && matches!(kind, '9' | 'a')) {
            out.push(kind);
        }
    }
    out
}
