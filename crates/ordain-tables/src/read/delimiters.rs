//! The separator and the qualifier, by what cuts every row of the head into as
//! many values.

use super::split::Cutter;
use crate::Limits;
use crate::format::Dialect;
use crate::look::Look;
use crate::look::header::Row;

/// Rows that are looked at.
const ROWS: usize = 100;

/// The first rows of a file.
pub(super) struct Sample {
    pub(super) rows: Vec<Row>,
}

impl Sample {
    pub(super) fn of(text: &[u8], whole: bool, dialect: &Dialect, limits: &Limits) -> Self {
        let rows = Cutter::new(dialect, limits.columns)
            .rows(text, whole, ROWS)
            .into_iter()
            .map(|(line, values)| Row { line, values })
            .collect();
        Self { rows }
    }

    /// How many values most rows have; the fewest where two are as many.
    pub(super) fn width(&self) -> usize {
        commonest_width(&self.rows).0
    }
}

impl Sample {
    /// True where all rows below the header have one value more than it, and that is empty.
    pub(super) fn is_one_more(&self, header: u32, columns: usize) -> bool {
        let mut below = self.rows.iter().filter(|r| r.line > u64::from(header)).peekable();
        let one_more = |r: &Row| r.values.len() == columns + 1 && r.values.last().is_some_and(|v| v.trim().is_empty());
        below.peek().is_some() && below.all(one_more)
    }

    /// The separator with the characters that come before and after it between all values of all
    /// rows; nothing where it stands alone.
    pub(super) fn longer_separator(&self, separator: char) -> Option<String> {
        let wide: Vec<&Row> = self.rows.iter().filter(|r| r.values.len() > 1).collect();
        if wide.len() < 2 {
            return None;
        }
        let is = |c: &char| c.is_ascii_punctuation() && !matches!(c, '"' | '\'' | ')' | ']' | '.' | '*' | '?');
        let all = |of: &dyn Fn(&[String]) -> Vec<Option<char>>| {
            let mut found = wide.iter().flat_map(|r| of(&r.values));
            let first = found.next().flatten().filter(is)?;
            found.all(|c| c == Some(first)).then_some(first)
        };
        let before =
            all(&|values| values.split_last().map_or(&[][..], |(_, v)| v).iter().map(|v| v.chars().last()).collect());
        let after =
            all(&|values| values.split_first().map_or(&[][..], |(_, v)| v).iter().map(|v| v.chars().next()).collect());
        let longer = before.is_some() || after.is_some();
        longer.then(|| before.into_iter().chain([separator]).chain(after).collect())
    }
}

/// The commonest number of values, and how many rows have it.
fn commonest_width(rows: &[Row]) -> (usize, usize) {
    let mut counts: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for row in rows {
        *counts.entry(row.values.len()).or_default() += 1;
    }
    counts.into_iter().fold((1, 0), |best, (width, n)| if n > best.1 { (width, n) } else { best })
}

/// What is declared, else what the layout has and the file shows, else what the file shows.
pub(super) fn detect(look: &Look<'_>, text: &[u8]) -> Dialect {
    let Look { written, layout, limits, whole, name, .. } = look;
    let declared = written.separator.as_ref().map(|s| s.value);
    let qualifier_of = |separator: char| match &written.qualifier {
        Some(said) => said.value,
        None => layout
            .and_then(|l| l.qualifier)
            .filter(|q| opens_and_closes(text, separator, *q))
            .or_else(|| find_qualifier(text, separator)),
    };
    let build = |separator: char| {
        let qualifier = qualifier_of(separator);
        let newline = layout.and_then(|l| l.newline).or(Some('®')).filter(|_| qualifier == Some('þ'));
        Dialect { separator, qualifier, doubled: qualifier == Some('"') && separator != '\u{14}', newline }
    };
    if let Some(separator) = declared {
        return build(separator);
    }
    if text.contains(&0x14) {
        return build('\u{14}');
    }
    let order: [char; 4] = if name.ends_with(".csv") { [',', ';', '\t', '|'] } else { ['\t', '|', ';', ','] };
    let mut best: Option<(usize, usize, Dialect)> = None;
    for separator in order {
        let dialect = build(separator);
        let sample = Sample::of(text, *whole, &dialect, limits);
        let (width, agree) = commonest_width(&sample.rows);
        if width < 2 || sample.rows.is_empty() {
            continue;
        }
        // Of a hundred rows.
        let share = agree * 100 / sample.rows.len();
        if best.as_ref().is_none_or(|(s, _, _)| share > *s) {
            best = Some((share, width, dialect));
        }
    }
    best.map_or_else(|| build(','), |(_, _, dialect)| dialect)
}

/// The qualifier that opens and closes values; quotation marks for CSV in any case.
fn find_qualifier(text: &[u8], separator: char) -> Option<char> {
    let candidates: &[char] = if separator == '\u{14}' { &['þ', '^', '"'] } else { &['"', 'þ', '^'] };
    let found = candidates.iter().copied().find(|q| opens_and_closes(text, separator, *q));
    found.or(matches!(separator, ',' | '\t' | ';').then_some('"'))
}

/// Does a value begin with `qualifier`, and one end with it?
fn opens_and_closes(text: &[u8], separator: char, qualifier: char) -> bool {
    let (mut s, mut q) = ([0; 4], [0; 4]);
    let separator = separator.encode_utf8(&mut s).as_bytes();
    let qualifier = qualifier.encode_utf8(&mut q).as_bytes();
    let mut opens = text.starts_with(qualifier);
    let mut closes = text.ends_with(qualifier);
    for at in memchr::memmem::find_iter(text, qualifier) {
        let before = text.get(..at).unwrap_or(&[]);
        let after = text.get(at + qualifier.len()..).unwrap_or(&[]);
        opens |= before.ends_with(separator) || before.ends_with(b"\n") || before.ends_with(b"\r");
        closes |= after.starts_with(separator) || after.starts_with(b"\n") || after.starts_with(b"\r");
        if opens && closes {
            return true;
        }
    }
    opens && closes
}
