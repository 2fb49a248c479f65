//! From a chunk and what is in it to rows, lines and bytes of a file.

use super::position::RowPosition;
use crate::Place;

/// The chunks of one table, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chunks {
    /// How each was found, by its number.
    all: Vec<Extent>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) file: u32,
    /// The first byte of the file that it has.
    pub(super) byte: u64,
    /// Its first row and line, from 0: known when all chunks are.
    row: u64,
    line: u64,
    pub(super) rows: u32,
    pub(super) lines: u32,
}

impl Extent {
    pub(super) const fn new(file: u32, byte: u64, rows: u32, lines: u32) -> Self {
        Self { file, byte, row: 0, line: 0, rows, lines }
    }

    /// Of a reader that gives the place of every row: where its first row stands.
    pub(super) const fn at(file: u32, first: Place, rows: u32, lines: u32) -> Self {
        let (row, line) = (first.row.saturating_sub(1), first.line.saturating_sub(1));
        Self { file, byte: first.byte, row, line, rows, lines }
    }
}

impl Chunks {
    /// Takes what threads found of each chunk, in any order. `headers` has the
    /// lines that each file has before its first row.
    pub(super) fn new(mut found: Vec<(u32, Extent)>, headers: &[u64]) -> Self {
        found.sort_unstable_by_key(|(number, _)| *number);
        let mut all: Vec<Extent> = Vec::with_capacity(found.len());
        for (_, mut extent) in found {
            match all.last().filter(|last| last.file == extent.file) {
                _ if extent.row > 0 || extent.line > 0 => {}
                Some(last) => {
                    extent.row = last.row + u64::from(last.rows);
                    extent.line = last.line + u64::from(last.lines);
                }
                None => extent.line = headers.get(extent.file as usize).copied().unwrap_or(0),
            }
            all.push(extent);
        }
        Self { all }
    }

    /// Which file, and where in it; rows and lines from 1.
    #[must_use]
    pub fn place(&self, position: RowPosition) -> (usize, Place) {
        let extent = self.all.get(position.chunk as usize).copied().unwrap_or_default();
        let place = Place {
            row: extent.row + u64::from(position.row) + 1,
            line: extent.line + u64::from(position.line) + 1,
            byte: extent.byte + u64::from(position.byte),
        };
        (extent.file as usize, place)
    }

    #[must_use]
    pub fn rows(&self) -> u64 {
        self.all.iter().map(|e| u64::from(e.rows)).sum()
    }
}
