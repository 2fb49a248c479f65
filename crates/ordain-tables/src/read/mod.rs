//! Readers: one file a format, and their `register`. Each says whether a file is of its
//! format, and hands on rows with their place, in the order of the file, a row at a time.

mod claims;
mod delimited;
mod delimiters;
mod json;
mod json_lists;
mod jsonl;
mod lfp;
mod number_format;
mod opt;
mod refused;
pub(crate) mod register;
mod row;
mod split;
mod value;
mod window;
mod xlsx;

pub use crate::format::{Dialect, File, Format, Shape};
