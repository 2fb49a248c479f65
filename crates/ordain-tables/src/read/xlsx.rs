//! Workbooks: the cells of one sheet, a row at a time. What is unpacked is
//! measured before anything of it is held.

use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::claims::Claims;
use super::number_format::NumberFormat;
use crate::format::{Each, Format, Input};
use crate::known::Heading;
use crate::known::{Known, Unknown};
use crate::look::Look;
use crate::look::header;
use crate::source::open_unpacked;
use crate::{Limits, Place, Record, Trouble};

/// One sheet of a workbook.
#[derive(Debug)]
pub(super) struct Sheet {
    name: String,
    header: Option<u32>,
}

impl Format for Sheet {
    fn name(&self) -> &'static str {
        "workbook"
    }

    fn described(&self, _: &str, sheets: usize) -> String {
        let of = if sheets > 1 { format!(" of {sheets}") } else { String::new() };
        format!("workbook, sheet `{}`{of}", self.name)
    }

    fn read(&self, input: &Input<'_>, each: &mut Each<'_>) -> io::Result<Result<(), Trouble>> {
        let mut book = Workbook::open(open_unpacked(input.source, &input.limits)?, &input.limits)?;
        Ok(book.records(&self.name, self.header, input.columns.len(), &input.limits, each))
    }

    fn sheet(&self) -> Option<&str> {
        Some(&self.name)
    }
}

/// A file that begins as packed folders do is read as a workbook.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    if !look.head.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let mut book = Workbook::open(open_unpacked(look.source, look.limits)?, look.limits)?;
    let sheets = book.sheets();
    let mut filled = Vec::new();
    for sheet in &sheets {
        let mut rows = Vec::new();
        book.rows(sheet, look.limits.columns, &mut |cells| {
            rows.push(header::Row { line: u64::from(cells.row), values: cells.values.clone() });
            if rows.len() < 50 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        if !rows.is_empty() {
            filled.push((sheet.clone(), rows));
        }
    }
    let (name, rows) = choose_sheet(look, &sheets, filled)?;
    let heading = header::declared(look.written).unwrap_or_else(|| header::detect(&rows, look.layouts));
    let (header, columns) = match &heading {
        Heading::Line { line, .. } => {
            let row = rows.iter().find(|r| r.line == u64::from(*line));
            (Some(*line), row.map(|r| r.values.clone()).unwrap_or_default())
        }
        Heading::Unclear => {
            return Err(Unknown::undeclared(
                "whether the first row is a header the sheet does not show",
                "write: header on line 1, or: no header",
            ));
        }
        _ => (None, (1..=rows.iter().map(|r| r.values.len()).max().unwrap_or(0)).map(|n| n.to_string()).collect()),
    };
    Ok(Some(Known { sheets, ..Known::new(Sheet { name, header }, columns, heading) }))
}

/// A sheet, and its first rows.
type Filled = (String, Vec<header::Row>);

/// The sheet that is declared, or the only one that holds anything.
fn choose_sheet(look: &Look<'_>, sheets: &[String], mut filled: Vec<Filled>) -> Result<Filled, Unknown> {
    let quoted = |names: &[&str]| ordain_base::words::quoted_list(names);
    if let Some(name) = &look.written.sheet {
        let Some(at) = filled.iter().position(|(s, _)| *s == name.value) else {
            let reason = if sheets.contains(&name.value) {
                format!("the sheet `{}` is empty", name.value)
            } else {
                format!("there is no sheet `{}`", name.value)
            };
            let all: Vec<&str> = sheets.iter().map(String::as_str).collect();
            return Err(Unknown::undeclared(reason, format!("its sheets are {}", quoted(&all))));
        };
        return Ok(filled.swap_remove(at));
    }
    if filled.len() > 1 {
        let names: Vec<&str> = filled.iter().map(|(s, _)| s.as_str()).collect();
        let first = names.first().copied().unwrap_or("");
        return Err(Unknown::undeclared(
            format!("the workbook has several sheets: {}", quoted(&names)),
            format!("say which: sheet \"{first}\""),
        ));
    }
    filled.pop().ok_or_else(|| Unknown::undeclared("the workbook is empty", "look whether it was saved whole"))
}

/// A workbook that may be held in memory.
struct Workbook {
    inner: Xlsx<Cursor<Vec<u8>>>,
}

/// One row as its cells are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Cells {
    /// Of the sheet, from 1.
    row: u32,
    values: Vec<String>,
    /// Columns whose cell is a number, of which leading zeros may be lost.
    numbers: Vec<usize>,
    /// A cell stands beyond the columns that are read.
    wide: bool,
}

impl Workbook {
    /// # Errors
    /// In words, where it is no workbook, or one that may not be held.
    fn open(mut input: impl Read, limits: &Limits) -> io::Result<Self> {
        let mut bytes = Vec::new();
        input.by_ref().take(limits.workbook + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limits.workbook {
            return Err(io::Error::other(format!("the workbook is larger than {} bytes", limits.workbook)));
        }
        check_unpacked_size(&bytes, limits)?;
        let inner = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken_workbook(&e))?;
        Ok(Self { inner })
    }

    fn sheets(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// Hands over the rows of a sheet that hold anything.
    fn rows(&mut self, sheet: &str, columns: usize, each: &mut dyn FnMut(&Cells) -> ControlFlow<()>) -> io::Result<()> {
        let mut reader = self.inner.worksheet_cells_reader(sheet).map_err(|e| broken_workbook(&e))?;
        let formats: Vec<NumberFormat> = reader
            .styles()
            .iter()
            .map(|s| s.number_format.as_ref().map_or_else(NumberFormat::default, |f| NumberFormat::of(&f.format_code)))
            .collect();
        let plain = NumberFormat::default();
        let mut now = Cells::default();
        loop {
            let next = reader.next_cell_with_style_id().map_err(|e| broken_workbook(&e))?;
            let Some((cell, style)) = next else { break };
            let (row, column) = cell.get_position();
            let (row, column) = (row.saturating_add(1), column as usize);
            if row < now.row {
                return Err(broken_workbook(&"the rows of the sheet are out of order"));
            }
            if row != now.row {
                if !now.is_empty() && each(&now).is_break() {
                    return Ok(());
                }
                now.clear(row);
            }
            let value = text_of_cell(cell.get_value(), formats.get(style).unwrap_or(&plain));
            if value.is_empty() {
                continue;
            }
            if column >= columns {
                now.wide = true;
                continue;
            }
            if now.values.len() <= column {
                now.values.resize(column + 1, String::new());
            }
            if matches!(cell.get_value(), DataRef::Float(_) | DataRef::Int(_)) {
                now.numbers.push(column);
            }
            if let Some(slot) = now.values.get_mut(column) {
                *slot = value;
            }
        }
        if !now.is_empty() {
            let _ = each(&now);
        }
        Ok(())
    }

    /// The rows below the header, each as wide as the columns.
    fn records(
        &mut self,
        sheet: &str,
        header: Option<u32>,
        columns: usize,
        limits: &Limits,
        each: &mut Each<'_>,
    ) -> Result<(), Trouble> {
        let mut row = 0;
        let mut line = 0;
        let done = self.rows(sheet, limits.columns, &mut |cells| {
            line = u64::from(cells.row);
            if header.is_some_and(|h| cells.row <= h) {
                return ControlFlow::Continue(());
            }
            row += 1;
            let place = Place { row, line, byte: 0 };
            let beyond = cells.values.iter().skip(columns).position(|v| !v.is_empty());
            if beyond.is_some() || cells.wide {
                let reason = format!("a value is right of the last of {columns} columns");
                return each(Err(Trouble { place, column: None, reason }));
            }
            let mut fields: Vec<&str> = cells.values.iter().take(columns).map(String::as_str).collect();
            fields.resize(columns, "");
            each(Ok(Record { place, fields: &fields }))
        });
        done.map_err(|e| Trouble {
            place: Place { row: row + 1, line: line + 1, byte: 0 },
            column: None,
            reason: e.to_string(),
        })
    }
}

impl Cells {
    fn clear(&mut self, row: u32) {
        self.row = row;
        self.values.clear();
        self.numbers.clear();
        self.wide = false;
    }

    fn is_empty(&self) -> bool {
        self.values.is_empty() && !self.wide
    }
}

/// Unpacks every part into nothing, and stops where that is too much, or where a part says what
/// no workbook has.
fn check_unpacked_size(bytes: &[u8], limits: &Limits) -> io::Result<()> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken_workbook(&e))?;
    let mut left = limits.unpacked;
    for i in 0..parts.len() {
        let mut part = parts.by_index(i).map_err(|e| broken_workbook(&e))?;
        let mut claims = Claims::default();
        let read = io::copy(&mut part.by_ref().take(left + 1), &mut claims).map_err(|e| broken_workbook(&e))?;
        if read > left {
            return Err(io::Error::other(format!("the workbook unpacks to more than {} bytes", limits.unpacked)));
        }
        if let Some(why) = claims.wrong(read) {
            return Err(broken_workbook(&why));
        }
        left -= read;
    }
    Ok(())
}

fn broken_workbook(error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("the workbook cannot be read: {error}"))
}

/// A cell as text: whole numbers without a point, dates year first; a number with the zeros and
/// the words that its format shows.
fn text_of_cell(value: &DataRef<'_>, format: &NumberFormat) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Int(n) => format.shown(n.to_string()),
        DataRef::Float(n) if n.abs() >= LONGEST => {
            format!("{:.5}E+{}", n / 10_f64.powi(power_of_ten(*n)), power_of_ten(*n))
        }
        DataRef::Float(n) => format.shown(n.to_string()),
        DataRef::Bool(b) => if *b { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(d) => date_in_words(d),
        DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::Error(e) => e.to_string(),
    }
}

/// A cell keeps fifteen figures: of a longer number the last ones are lost.
const LONGEST: f64 = 1e15;

fn power_of_ten(n: f64) -> i32 {
    let digits = format!("{:.0}", n.abs()).len();
    i32::try_from(digits).unwrap_or(i32::MAX) - 1
}

fn date_in_words(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if date.is_duration() || date.as_f64() < 1.0 {
        return time;
    }
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {time}")
    }
}
