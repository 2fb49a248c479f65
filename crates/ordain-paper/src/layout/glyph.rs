//! A letter that was drawn.

use std::ops::Range;

/// A letter that was drawn, in points from the lower left corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// Where its line of writing begins.
    pub(crate) start: (f64, f64),
    /// Where the next letter begins.
    pub(crate) end: (f64, f64),
    /// The direction of writing.
    pub(crate) direction: (f64, f64),
    pub(crate) size: f64,
    /// Its letters in the text of the page.
    pub(crate) at: Range<usize>,
}
