//! Which files a matter is made of, and their bytes, wherever they are kept.
//! What the bytes say is for others to judge.

mod error;
mod memory;
mod papers;
mod place;
mod tables;
mod text;

pub use error::{FilesError, no_order};
pub use memory::Memory;
pub(super) use papers::path_inside_folder;
pub use papers::with_papers;
pub use place::{Files, join_path};
pub use tables::{TableFileList, TableFiles, leaves_the_folder};
pub use text::{LIMIT, NotUtf8, Text};
