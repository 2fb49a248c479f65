//! The rows of a docket, read whole: it has hundreds of entries, or thousands.

use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::row_files::sha256_of;
use super::tables::Opened;
use crate::facts::docket::said_in_text;
use crate::facts::{Docket, Entry, Table};
use crate::model::OrderId;
use crate::report::Input;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::entries as say;
use ordain_base::source::{SourceFile, SourceId, SourceMap, Span};
use ordain_tables::dates::{NoDate, read_date};
use ordain_tables::{Bound, Limits, Place, Reader as _, Record, Rows};

/// More entries than this are not a docket.
const MOST: usize = 50_000;
/// The longest text of an entry that is kept, and the longest that is shown, in bytes.
const KEPT: usize = 64 * 1024;
const SHOWN: usize = 1000;
/// Rows that cannot be read are reported one by one up to this many.
const TOLD: usize = 5;

/// Every entry of the tables whose rows are docket entries.
pub(super) fn read_docket(
    tables: &[Table],
    opened: &[Opened],
    sources: &mut SourceMap,
    inputs: &mut Vec<Input>,
    out: &mut Vec<Diagnostic>,
) -> Docket {
    let mut rows: Vec<Row> = Vec::new();
    let mut closings = Vec::new();
    let mut reported = 0;
    for table in opened {
        let Some(declared) = tables.get(table.table) else { continue };
        let kind = declared.declared.rows.as_ref().map(|r| r.value).or_else(|| table.layout.as_ref()?.rows);
        if kind != Some(Rows::DocketEntries) {
            continue;
        }
        closings.extend(declared.complete.clone());
        for file in &table.files {
            let name = file.source.name().to_owned();
            let mut troubles: Vec<(Place, String)> = Vec::new();
            let mut found: Vec<Row> = Vec::new();
            let end = file.known.open(&*file.source, Limits::default()).read(&mut |row| {
                match row {
                    Ok(record) => {
                        let (row, trouble) = entry_of_record(&record, &file.bound, &name);
                        troubles.extend(trouble.map(|why| (row.place, why)));
                        found.push(row);
                    }
                    Err(trouble) => troubles.push((trouble.place, trouble.reason)),
                }
                if rows.len() + found.len() > MOST { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            if let Ok(sha256) = file.source.open().and_then(sha256_of) {
                inputs.push(Input { path: name.clone(), sha256 });
            }
            if let Err(trouble) = end {
                troubles.push((trouble.place, trouble.reason));
            }
            if rows.len() + found.len() > MOST {
                let why = format!("`{name}` has more than {MOST} rows");
                out.push(say::entry_unread(declared.declared.name.span, &why));
            }
            for (place, why) in troubles {
                reported += 1;
                if reported <= TOLD {
                    let shown = found.iter().find(|r| r.place == place).map(|r| r.shown.clone());
                    let span = shown.and_then(|s| add_excerpt(sources, &name, &s, place));
                    let why = format!("`{name}`, row {}: {why}", place.row);
                    out.push(say::entry_unread(span.unwrap_or(declared.declared.name.span), &why));
                }
            }
            rows.append(&mut found);
        }
    }
    // Excerpts are in the order of the rows; the entries in one of their own.
    let entries = rows.into_iter().map(|row| {
        let span = add_excerpt(sources, &row.file, &row.shown, row.place).unwrap_or_default();
        Entry { span, ..row.entry }
    });
    Docket::new(entries.collect(), closings)
}

/// The words of an order that is nothing but an entry are its text, where it has no other.
pub(super) fn texts(docket: &Docket, sources: &mut SourceMap, tied: &mut Vec<(OrderId, SourceId)>) {
    for (order, entry) in docket.minutes() {
        if tied.iter().any(|(o, _)| *o == order) {
            continue;
        }
        let Some(at) = sources.locate(entry.span) else { continue };
        let (file, line) = (at.file.clone(), at.line.saturating_sub(1));
        tied.extend(sources.add_excerpt(file, entry.text.clone(), line).map(|id| (order, id)));
    }
}

struct Row {
    entry: Entry,
    file: String,
    place: Place,
    /// The row in one line, as it is underlined in a report.
    shown: String,
}

/// One row, and why a value of it cannot be read.
fn entry_of_record(record: &Record<'_>, bound: &[Bound], file: &str) -> (Row, Option<String>) {
    let mut trouble = None;
    let at = |field: &str| bound.iter().find(|b| b.field == field);
    let value = |b: &Bound| record.fields.get(b.column).map_or("", |v| v.trim());
    let filled = |b: &Bound| {
        let all = std::iter::once(b.column).chain(b.otherwise.iter().copied());
        let values = all.map(|c| record.fields.get(c).map_or("", |v| v.trim()));
        // The words of several documents are joined, and some of them may have none.
        values.into_iter().find(|v| v.chars().any(char::is_alphanumeric))
    };
    let text = |field: &str| at(field).and_then(filled);
    let mut day = |field: &str| -> Option<NaiveDate> {
        let b = at(field)?;
        let written = value(b);
        if written.is_empty() {
            return None;
        }
        match read_date(written, b.dates) {
            Ok(read) => Some(read.day),
            Err(why) => {
                let why = match why {
                    NoDate::Ambiguous { .. } => "has two readings",
                    NoDate::Impossible => "is a day that no calendar has",
                    NoDate::Order => "has its figures in another order than the column",
                    NoDate::ShortYear => "has a year of two figures",
                    NoDate::Other => "is no date",
                };
                trouble = Some(format!("`{written}`, the day it was {field}, {why}"));
                None
            }
        }
    };
    let (filed, entered, served) = (day("filed"), day("entered"), day("served"));
    let words = text("description").unwrap_or("");
    let kept = words.get(..(0..=KEPT.min(words.len())).rev().find(|i| words.is_char_boundary(*i)).unwrap_or(0));
    let said = said_in_text(words);
    let number = text("number").map(str::to_owned);
    let shown = {
        let date = |word: &str, d: Option<NaiveDate>| d.map(|d| format!("{word} {d}"));
        let head = number.clone().unwrap_or_else(|| "without a number".to_owned());
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let line: String = line.chars().take(SHOWN).collect();
        let parts = [Some(head), date("filed", filed), date("entered", entered), date("served", served), Some(line)];
        parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" | ")
    };
    let entry = Entry {
        number,
        filed,
        entered: entered.or(said.entered),
        served,
        text: kept.unwrap_or("").to_owned(),
        in_error: said.in_error,
        modified: said.modified,
        span: Span::default(),
    };
    (Row { entry, file: file.to_owned(), place: record.place, shown }, trouble)
}

fn add_excerpt(sources: &mut SourceMap, file: &str, text: &str, place: Place) -> Option<Span> {
    let line = usize::try_from(place.line).unwrap_or(usize::MAX).saturating_sub(1);
    let id = sources.add_excerpt(file.to_owned(), text.to_owned(), line)?;
    sources.get(id).map(SourceFile::span)
}
