//! An order's own words: its pages, where a quotation is in it, and which
//! of its sentences order something.
//!
//! Text is compared word by word after folding: case, kinds of quotation marks
//! and dashes, ligatures, marks of emphasis, hyphens, page furniture and the
//! numbers of footnotes make no difference; a word more or less does. Every
//! folded word knows its bytes.

mod align;
mod cited;
mod cover;
mod difference;
mod figures;
mod find;
mod of_matter;
mod order_text;
mod pages;
mod quotation;
mod seeds;
mod words;

pub use cited::pages_cited;
pub use cover::{Covered, Sentence, cover};
pub use difference::{Difference, DifferenceKind};
pub use figures::{Day, Length, days_in, lengths_in};
pub use find::{Found, Near};
pub use of_matter::{Quotation, find_quotations};
pub use ordain_text::ordering::SentenceKind;
pub use order_text::{LIMIT, OrderText, Passage};
pub use pages::{Page, Pages};
