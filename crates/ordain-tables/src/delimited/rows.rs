//! The rows of a chunk and their values.

use std::borrow::Cow;

use super::chunk::Chunk;
use super::dialect::Dialect;
use super::fault::Fault;
use super::marks::{Marks, ROW};
use crate::line_end::is_blank;

/// Where a row is in its chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The row of data, from 0.
    pub row: u32,
    /// The line on which it starts, from 0.
    pub line: u32,
    /// The byte at which it starts.
    pub byte: u32,
    /// The byte past its last, the line end not counted.
    pub end: u32,
}

/// The values of one row, found when asked for.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'c> {
    data: &'c [u8],
    marks: &'c [u32],
    line: Line,
    dialect: &'c Dialect,
    plain: bool,
}

impl<'c> Cells<'c> {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.marks.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// True where one value more than the columns is at the end, and it is empty.
    fn is_one_more(&self, columns: usize) -> bool {
        self.marks.len() == columns + 1 && self.get(columns).trim_ascii().is_empty()
    }

    /// Where a value is in its chunk, qualifiers and all.
    #[inline]
    #[must_use]
    pub fn bounds(&self, column: usize) -> (u32, u32) {
        let start = match column.checked_sub(1) {
            None => self.line.byte,
            Some(before) => self.marks.get(before).map_or(self.line.end, |m| (m & !ROW) + 1),
        };
        let end = self.marks.get(column).map_or(self.line.end, |m| m & !ROW).min(self.line.end);
        (start.min(end), end)
    }

    /// The bytes of a value without its qualifiers; empty where there is no such column.
    #[inline]
    #[must_use]
    pub fn get(&self, column: usize) -> Cow<'c, [u8]> {
        let (start, end) = self.bounds(column);
        let raw = self.data.get(start as usize..end as usize).unwrap_or_default();
        if self.plain { Cow::Borrowed(raw) } else { self.unqualified(raw) }
    }

    fn unqualified(&self, raw: &'c [u8]) -> Cow<'c, [u8]> {
        let q = self.dialect.qualifier.as_slice();
        if q.is_empty() {
            return Cow::Borrowed(raw);
        }
        let Some(inner) = raw.strip_prefix(q).and_then(|r| r.strip_suffix(q)) else { return Cow::Borrowed(raw) };
        let mut next = self.dialect.next_qualifier(inner, 0);
        if next.is_none() || !self.dialect.doubled {
            return Cow::Borrowed(inner);
        }
        // A doubled qualifier means one.
        let mut out = Vec::with_capacity(inner.len());
        let mut at = 0;
        while let Some(mark) = next {
            out.extend_from_slice(inner.get(at..mark + q.len()).unwrap_or_default());
            at = (mark + 2 * q.len()).min(inner.len());
            next = self.dialect.next_qualifier(inner, at);
        }
        out.extend_from_slice(inner.get(at..).unwrap_or_default());
        Cow::Owned(out)
    }

    /// True where a qualifier is in a value that does not begin with one.
    #[must_use]
    pub fn is_stray(&self, column: usize) -> bool {
        if self.plain || !self.dialect.doubled {
            return false;
        }
        let (start, end) = self.bounds(column);
        let raw = self.data.get(start as usize..end as usize).unwrap_or_default();
        !raw.starts_with(&self.dialect.qualifier) && self.dialect.next_qualifier(raw, 0).is_some()
    }

    /// The whole row as it stands, without its line end.
    #[must_use]
    pub fn text(&self) -> &'c [u8] {
        self.data.get(self.line.byte as usize..self.line.end as usize).unwrap_or_default()
    }
}

/// Walks the rows of chunks; keeps its memory from one to the next.
#[derive(Debug, Default)]
pub struct Rows {
    marks: Marks,
}

impl Rows {
    /// Hands every row of `chunk` to `each`, with its values or what is wrong
    /// with it. Blank lines are passed over. Says how many rows and lines there were.
    #[inline]
    pub fn walk<'c>(
        &'c mut self,
        chunk: &'c Chunk,
        dialect: &'c Dialect,
        columns: usize,
        mut each: impl FnMut(Line, Cells<'c>, Option<Fault>),
    ) -> (u32, u32) {
        self.marks.find(chunk, dialect);
        let Marks { at: marks, faults } = &self.marks;
        let data = chunk.data.as_slice();
        let (mut first, mut start) = (0, 0_u32);
        let (mut row, mut line) = (0, 0);
        let mut faults = faults.iter().peekable();
        while first < marks.len() {
            let rest = marks.get(first..).unwrap_or_default();
            // Nearly always the mark that the header leads one to expect.
            let expected = rest
                .get(..columns)
                .filter(|r| r.split_last().is_some_and(|(z, a)| z & ROW != 0 && a.iter().all(|m| m & ROW == 0)));
            let own = match expected {
                Some(own) => own,
                None => {
                    let n = rest.iter().position(|m| m & ROW != 0).map_or(rest.len(), |n| n + 1);
                    rest.get(..n).unwrap_or_default()
                }
            };
            first += own.len();
            let stop = own.last().map_or(start, |m| m & !ROW);
            let mut end = stop;
            if end > start && data.get(end as usize - 1) == Some(&b'\r') {
                end -= 1;
            }
            let mut fault = None;
            while let Some((_, f)) = faults.next_if(|(at, _)| *at <= stop) {
                fault = fault.or(Some(*f));
            }
            let place = Line { row, line, byte: start, end };
            let next = stop.saturating_add(1);
            let span = data.get(start as usize..(next as usize).min(data.len())).unwrap_or_default();
            line += if chunk.plain { 1 } else { count_newlines(span) };
            start = next;
            let text = || data.get(place.byte as usize..end as usize).unwrap_or_default();
            if own.len() == 1 && fault.is_none() && is_blank(text()) {
                continue;
            }
            row += 1;
            let cells = Cells { data, marks: own, line: place, dialect, plain: chunk.plain };
            if fault.is_none() && own.len() != columns && !(dialect.trailing && cells.is_one_more(columns)) {
                fault = Some(Fault::Ragged { found: own.len() });
            }
            each(place, cells, fault);
        }
        (row, line)
    }
}

fn count_newlines(span: &[u8]) -> u32 {
    let n = memchr::memchr_iter(b'\n', span).count();
    // A last row without a line end is a line all the same.
    u32::try_from(n).unwrap_or(u32::MAX).max(1)
}
