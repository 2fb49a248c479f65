//! A gap between the numbers of rows, and how it is named.

use super::position::RowPosition;

/// Numbers that no row has, between two that some have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'n> {
    pub prefix: &'n [u8],
    pub from: u64,
    pub to: u64,
    /// The row that begins after it.
    pub position: RowPosition,
    /// How many figures that row writes.
    pub width: u8,
}

impl Gap<'_> {
    /// A part of it.
    pub const fn cut(mut self, from: u64, to: u64) -> Self {
        self.from = from;
        self.to = to;
        self
    }

    /// `ABC0005`, or `ABC0005 to ABC0007`.
    pub fn name(&self) -> String {
        let prefix = String::from_utf8_lossy(self.prefix);
        let width = usize::from(self.width);
        let one = |n: u64| format!("{prefix}{n:0width$}");
        if self.from == self.to { one(self.from) } else { format!("{} to {}", one(self.from), one(self.to)) }
    }
}
