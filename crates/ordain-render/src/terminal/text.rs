//! Text of a report for a screen, broken into rows.

use crate::Style;
use crate::paint::Ink;
use crate::wrap::wrap;

/// Text broken into rows, those after the first indented.
pub(crate) fn hanging(text: &str, hang: usize, columns: usize) -> Vec<String> {
    let first = wrap(text, columns);
    let Some((lead, rest)) = first.split_first() else { return Vec::new() };
    let mut rows = vec![lead.clone()];
    rows.extend(wrap(&rest.join(" "), columns - hang).into_iter().map(|r| " ".repeat(hang) + &r));
    rows
}

pub(crate) fn paragraph(text: &str, ink: Ink, style: Style, out: &mut String) {
    for row in wrap(text, style.columns()) {
        out.push_str(&style.paint(ink, &row));
        out.push('\n');
    }
}
