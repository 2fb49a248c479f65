//! Text of a report for a screen, broken into rows.

use crate::Style;
use crate::paint::Ink;
pub(crate) use crate::wrap::hanging;
use crate::wrap::wrap;

pub(crate) fn paragraph(text: &str, ink: Ink, style: Style, out: &mut String) {
    for row in wrap(text, style.columns()) {
        out.push_str(&style.paint(ink, &row));
        out.push('\n');
    }
}
