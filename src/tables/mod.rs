//! The record as law firms have it: load files, logs, indexes and dockets, read
//! as they are. A reader of any format yields [`Record`]s; nothing after it knows
//! what the file was.

mod record;

pub use record::{Place, Reader, Record, Trouble};
