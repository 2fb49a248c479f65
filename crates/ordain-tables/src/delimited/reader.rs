//! The same rows one after another, for whoever asks as of any other format.

use std::io::Read;
use std::ops::ControlFlow;

use super::chunk::{Chunk, Chunker};
use super::dialect::Dialect;
use super::fault::Fault;
use super::rows::{Cells, Line, Rows};
use crate::{Place, Reader, Record, Trouble};

/// The names of the columns, from the first rows of a file, and how much of the
/// file they take: its first bytes are passed over by every later reading. A
/// byte order mark is no part of the first name.
#[must_use]
pub fn read_header(data: &[u8], dialect: &Dialect) -> (Vec<String>, usize) {
    let mark = usize::from(data.starts_with(b"\xEF\xBB\xBF")) * 3;
    let body = data.get(mark..).unwrap_or_default();
    let plain = dialect.next_qualifier(body, 0).is_none();
    let chunk = Chunk { data: body.to_vec(), plain, ..Chunk::default() };
    let mut found: Option<(Vec<String>, usize)> = None;
    Rows::default().walk(&chunk, dialect, 0, |line, cells, _| {
        if found.is_none() {
            let names = (0..cells.len()).map(|c| String::from_utf8_lossy(&cells.get(c)).trim().to_owned()).collect();
            let after = body.get(line.end as usize..).unwrap_or_default();
            let end = memchr::memchr(b'\n', after).map_or(body.len(), |n| line.end as usize + n + 1);
            found = Some((names, mark + end));
        }
    });
    match found {
        Some((names, end)) if dialect.header => (names, end),
        Some((names, _)) => ((1..=names.len()).map(|n| format!("column {n}")).collect(), mark),
        None => (Vec::new(), data.len()),
    }
}

/// A stream of text between separators.
pub struct Delimited<R> {
    chunker: Chunker<R>,
    dialect: Dialect,
    columns: Vec<String>,
    first: Chunk,
    /// Lines before the first row of data.
    lines: u64,
}

impl<R: Read> Delimited<R> {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// What keeps the stream from being read.
    pub fn new(input: R, dialect: Dialect) -> Result<Self, Trouble> {
        let mut chunker = Chunker::new(input, dialect.clone(), false);
        let mut first = Chunk::default();
        chunker.fill(&mut first).map_err(|e| unreadable_trouble(&e, 0))?;
        let (columns, taken) = read_header(&first.data, &dialect);
        let lines = memchr::memchr_iter(b'\n', first.data.get(..taken).unwrap_or_default()).count() as u64;
        first.data.drain(..taken);
        first.byte = taken as u64;
        Ok(Self { chunker, dialect, columns, first, lines })
    }
}

impl<R: Read> Reader for Delimited<R> {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn read(&mut self, each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>) -> Result<(), Trouble> {
        let (mut row, mut line) = (0, self.lines);
        let mut rows = Rows::default();
        let mut chunk = std::mem::take(&mut self.first);
        loop {
            let mut stopped = false;
            let base = (row, line, chunk.byte);
            let (more, lines) = rows.walk(&chunk, &self.dialect, self.columns.len(), |at, cells, fault| {
                if !stopped {
                    let place = place_in_file(base, at);
                    stopped = match fault {
                        Some(fault) => each(Err(trouble_of_fault(place, fault, self.columns.len()))).is_break(),
                        None => hand_on_row(place, &cells, each).is_break(),
                    };
                }
            });
            if stopped {
                return Ok(());
            }
            row += u64::from(more);
            line += u64::from(lines);
            if !self.chunker.fill(&mut chunk).map_err(|e| unreadable_trouble(&e, chunk.byte))? {
                return Ok(());
            }
        }
    }
}

/// A place in the file from those of a chunk (rows and lines before it, its first byte) and in it.
fn place_in_file(base: (u64, u64, u64), at: Line) -> Place {
    let (rows, lines, byte) = base;
    Place { row: rows + u64::from(at.row) + 1, line: lines + u64::from(at.line) + 1, byte: byte + u64::from(at.byte) }
}

fn hand_on_row(
    place: Place,
    cells: &Cells<'_>,
    each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let values: Vec<_> = (0..cells.len()).map(|c| cells.get(c)).collect();
    let mut fields = Vec::with_capacity(values.len());
    for (column, value) in values.iter().enumerate() {
        if cells.is_stray(column) {
            let reason = "a quotation mark is inside a value that does not begin with one".to_owned();
            return each(Err(Trouble { place, column: Some(column), reason }));
        }
        match std::str::from_utf8(value) {
            Ok(text) => fields.push(text),
            Err(_) => {
                let reason = "it is not UTF-8".to_owned();
                return each(Err(Trouble { place, column: Some(column), reason }));
            }
        }
    }
    each(Ok(Record { place, fields: &fields }))
}

fn trouble_of_fault(place: Place, fault: Fault, columns: usize) -> Trouble {
    Trouble { place, column: None, reason: fault.reason(columns) }
}

fn unreadable_trouble(error: &std::io::Error, byte: u64) -> Trouble {
    Trouble { place: Place { row: 0, line: 0, byte }, column: None, reason: format!("it cannot be read: {error}") }
}
