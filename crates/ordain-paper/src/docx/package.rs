//! The parts of a packed folder that hold text.

use std::io::{Cursor, Read};

use crate::budget::Budget;
use crate::{Format, Unreadable};

/// The parts that are read.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) document: Vec<u8>,
    pub(super) footnotes: Option<Vec<u8>>,
    /// How lists are numbered.
    pub(super) numbering: Option<Vec<u8>>,
    pub(super) styles: Option<Vec<u8>>,
}

/// Unpacks the text; what it unpacks to is measured while it is read.
pub(super) fn open(bytes: &[u8], budget: &Budget) -> Result<Parts, Unreadable> {
    let damaged = || Unreadable::Damaged(Format::Docx);
    let mut folder = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut part = |name: &str| -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(at) = folder.index_for_name(name) else { return Ok(None) };
        let entry = folder.by_index(at).map_err(|_| damaged())?;
        if entry.encrypted() {
            return Err(Unreadable::Encrypted(Format::Docx));
        }
        let mut out = Vec::new();
        entry.take(budget.left_to_unpack().saturating_add(1)).read_to_end(&mut out).map_err(|_| damaged())?;
        budget.unpack(out.len())?;
        Ok(Some(out))
    };
    // A packed folder without this part is a workbook, a slide show or something else.
    let document = part("word/document.xml")?.ok_or(Unreadable::Unknown)?;
    let (footnotes, numbering) = (part("word/footnotes.xml")?, part("word/numbering.xml")?);
    Ok(Parts { document, footnotes, numbering, styles: part("word/styles.xml")? })
}
