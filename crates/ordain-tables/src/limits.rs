//! How much of a file is held in memory at once, and how far it may expand.

/// Bounds of every reader: what is larger is a finding, never more memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one row, or of one object of a JSON file.
    pub row: usize,
    /// Columns of one row.
    pub columns: usize,
    /// Bytes of a workbook, packed; and of the parts of it that are unpacked.
    pub workbook: u64,
    /// Bytes of a workbook, unpacked.
    pub unpacked: u64,
    /// How many times its own size a `.gz` may expand, once it is past [`Limits::free`] bytes.
    pub expansion: u64,
    /// Bytes that a file may unpack to, however small it is.
    pub free: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            row: 16 * 1024 * 1024,
            columns: 4096,
            workbook: 256 * MIB,
            unpacked: 1024 * MIB,
            expansion: 200,
            free: 1024 * MIB,
        }
    }
}
