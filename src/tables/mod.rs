//! The record as law firms have it: load files, logs, indexes and dockets, read
//! as they are. A reader of any format yields [`Record`]s; nothing after it knows
//! what the file was.

mod declared;
mod encoding;
pub mod fields;
mod record;

pub use declared::{At, Binding, DateOrder, Declared, Header, Kind, Rows, Written};
pub use encoding::Encoding;
pub use record::{Place, Reader, Record, Trouble};
