//! The record as law firms have it: load files, logs, indexes and dockets, read
//! as they are. A reader of any format yields [`Record`]s; nothing after it knows
//! what the file was.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

// The modules are for the crates of the workspace; what others use is shown below.

mod bind;
mod clock;
#[doc(hidden)]
pub mod dates;
mod declared;
#[doc(hidden)]
pub mod delimited;
#[doc(hidden)]
pub mod detect;
mod encoding;
#[doc(hidden)]
pub mod fields;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod inspect;
mod known;
#[doc(hidden)]
pub mod layout;
mod limits;
#[doc(hidden)]
pub mod line_end;
mod look;
#[doc(hidden)]
pub mod read;
mod record;
#[doc(hidden)]
pub mod row_engine;
#[doc(hidden)]
pub mod source;
mod text;
#[doc(hidden)]
pub mod values;

pub use bind::{Bound, How, Unbound, bind_columns};
pub use declared::{At, Binding, DateOrder, Declared, Header, Kind, Rows, Written};
pub use encoding::Encoding;
pub use format::File;
pub use layout::{Layout, Layouts};
pub use limits::Limits;
pub use record::{Place, Reader, Record, Trouble};
pub use source::Source;
