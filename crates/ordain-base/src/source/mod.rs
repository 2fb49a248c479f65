//! Where words stand: spans in one global offset space, the map that turns
//! them back into file, line and column, and nothing else.

mod kind;
mod lines;
mod map;
mod span;

pub use kind::SourceKind;
pub use lines::LineIndex;
pub use map::{Location, SourceFile, SourceId, SourceMap};
pub use span::{Span, Spanned};
