//! DOCX: a packed folder of XML; its paragraphs, and its page breaks where it says where they are.

mod body;
mod numbering;
mod package;
mod xml;

use crate::budget::{Budget, Limits};
use crate::{Format, Paper, Unreadable};
use numbering::Numbering;

/// The text of a DOCX. It has pages where a word processor noted their ends when it saved the paper, or its author put
/// breaks; else it has none, and a citation of a page cannot be compared.
///
/// # Errors
/// Where it is no DOCX, damaged, or too large.
pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<Paper, Unreadable> {
    let budget = Budget::new(Format::Docx, limits);
    let parts = package::open(bytes, &budget)?;
    let notes =
        parts.footnotes.as_deref().map(|xml| body::read_footnotes(xml, &budget)).transpose()?.unwrap_or_default();
    let numbering = Numbering::read(parts.numbering.as_deref(), parts.styles.as_deref(), &budget)?;
    let body = body::read(&parts.document, &notes, numbering, &budget)?;
    if !body.text.contains(char::is_alphanumeric) {
        let pictured = body.pictures;
        return Err(if pictured { Unreadable::Scanned { pages: 1 } } else { Unreadable::Empty(Format::Docx) });
    }
    let ends = body.text.matches('\u{0C}').count();
    let mut text = body.text;
    let pages = (ends > 0).then(|| {
        text.push('\u{0C}');
        ends + 1
    });
    Ok(Paper { text, pages, ..Paper::default() })
}
