//! What an editor asks of Ordain, as pure functions: texts and positions in, answers of the Language Server Protocol
//! out. No stream, no disk, no clock; `ordain lsp` brings those.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod document;
mod encoding;
pub mod requests;
mod settings;
mod snapshot;
mod uri;
mod verdict_words;

pub use document::Document;
pub use encoding::Encoding;
pub use settings::Settings;
pub use snapshot::Snapshot;
pub use uri::{path_of_uri, uri_of_path};
