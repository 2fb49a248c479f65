//! Text of a report for a screen, broken into rows.

use crate::Style;
use crate::paint::Ink;
pub(crate) use crate::wrap::hanging_rows;
use crate::wrap::wrap_text;

pub(crate) fn push_paragraph(text: &str, ink: Ink, style: Style, out: &mut String) {
    for row in wrap_text(text, style.columns()) {
        out.push_str(&style.paint(ink, &row));
        out.push('\n');
    }
}
