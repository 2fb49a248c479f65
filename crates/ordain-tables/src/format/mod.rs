//! What every format of tables says of a file, and how it is asked for its rows.

mod dialect;
mod file;
mod reading;
mod shape;

pub use dialect::Dialect;
pub use file::File;
pub use reading::{Each, Format, Input};
pub use shape::Shape;
