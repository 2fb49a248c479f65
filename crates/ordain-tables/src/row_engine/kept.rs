//! Rows kept for a second look.

use std::borrow::Cow;

use super::piece::Piece;
use super::position::RowPosition;
use super::spill::{Decoder, Encoder};
use super::values::Values;

/// A row kept for a second look: its values by column.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    pub position: RowPosition,
    pub values: Vec<Vec<u8>>,
}

impl Kept {
    /// What is in a column.
    pub fn column(&self, column: usize) -> &[u8] {
        self.values.get(column).map_or(&[], Vec::as_slice)
    }
}

impl Values for Kept {
    fn get(&self, column: usize) -> Cow<'_, [u8]> {
        Cow::Borrowed(self.column(column))
    }

    fn text(&self) -> &[u8] {
        &[]
    }
}

/// A row that has a number of which more than one has.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sharing {
    pub from: u64,
    /// It begins with its place.
    pub kept: Kept,
    pub to: u64,
}

impl Piece for Sharing {
    fn first(&self) -> u64 {
        self.from
    }

    fn beside(&self) -> usize {
        self.kept.values.iter().map(|v| v.len() + size_of::<Vec<u8>>()).sum()
    }

    fn write(&self, out: &mut Encoder) {
        out.u64(self.from).u64(self.to).position(self.kept.position);
        out.u32(u32::try_from(self.kept.values.len()).unwrap_or(u32::MAX));
        for value in &self.kept.values {
            out.bytes(value);
        }
    }

    fn read(from: &mut Decoder<'_>) -> Option<Self> {
        let (first, to, position) = (from.u64()?, from.u64()?, from.position()?);
        let columns = from.u32()?;
        let values: Option<Vec<Vec<u8>>> = (0..columns).map(|_| from.bytes().map(<[u8]>::to_vec)).collect();
        Some(Self { from: first, to, kept: Kept { position, values: values? } })
    }
}
