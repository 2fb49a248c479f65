//! Rows of text between separators: CSV, TSV, and load files in UTF-8.
//!
//! A file is cut into [`Chunk`]s of whole rows, exactly, quotation marks and all,
//! so that several threads may each take one; the cutting is a search for one
//! byte and costs little beside the reading. Within a chunk the separators are
//! found first, sixteen bytes at a time, and then walked row by row: a column
//! that nobody asks for is never looked at.

mod chunk;
mod dialect;
mod fault;
mod marks;
mod reader;
mod rows;

pub use chunk::{Chunk, Chunker, LONGEST};
pub use dialect::Dialect;
pub use fault::Fault;
pub use reader::{Delimited, read_header};
pub use rows::{Cells, Line, Rows};
