//! Where a row stands, in few bytes.

/// Where a row stands: in which chunk, and where in it. [`Chunks`](super::Chunks) knows the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RowPosition {
    pub chunk: u32,
    /// In the chunk, from 0: the row of data, its line, its first byte.
    pub row: u32,
    pub line: u32,
    pub byte: u32,
}
