//! Orders taken apart and drawn: `ordain outline --format html` and `--format svg`.

mod page;
mod palette;
mod sentence;
mod svg;
mod timeline;

pub use page::html;
pub use svg::svg;
