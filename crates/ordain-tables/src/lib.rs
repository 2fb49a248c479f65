//! The record as law firms have it: load files, logs, indexes and dockets, read
//! as they are. A reader of any format yields [`Record`]s; nothing after it knows
//! what the file was.

#![forbid(unsafe_code)]

mod bind;
mod clock;
pub mod dates;
mod declared;
pub mod delimited;
pub mod detect;
mod encoding;
pub mod fields;
pub mod format;
pub mod inspect;
mod known;
pub mod layout;
mod limits;
pub mod line_end;
mod look;
pub mod read;
mod record;
pub mod row_engine;
pub mod source;
mod text;
pub mod values;

pub use bind::{Bound, How, Unbound, bind};
pub use declared::{At, Binding, DateOrder, Declared, Header, Kind, Rows, Written};
pub use encoding::Encoding;
pub use format::File;
pub use layout::{Layout, Layouts};
pub use limits::Limits;
pub use record::{Place, Reader, Record, Trouble};
pub use source::Source;
