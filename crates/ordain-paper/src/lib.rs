//! The text of a court paper that comes as a PDF or as a word processor's document, page by page.
//!
//! The text is laid out as the page shows it: lines stay lines, columns stay beside one another, a form feed
//! ends each page. Numbers in the margin of pleading paper are left out. Whatever the bytes are, reading takes
//! bounded time and memory, and what cannot be read is an error or is listed, never left out in silence.
//!
//! ```
//! let refused = ordain_paper::read(b"%PDF-1.7 and nothing else").unwrap_err();
//! assert_eq!(refused, ordain_paper::Unreadable::Damaged(ordain_paper::Format::Pdf));
//! ```

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod budget;
mod docx;
mod fault;
mod format;
mod layout;
mod letters;
mod paper;
mod pdf;

pub use budget::Limits;
pub use fault::Unreadable;
pub use format::Format;
pub use paper::Paper;

/// The text of a paper; none where neither its name nor its first bytes say that it is a PDF or a DOCX, and it is to be
/// read as plain text.
#[must_use]
pub fn read_named(name: &str, bytes: &[u8]) -> Option<Result<Paper, Unreadable>> {
    match (Format::of_name(name), Format::of(bytes)) {
        (None, None) if !bytes.starts_with(COMPOUND) => None,
        (Some(format), None) if !bytes.starts_with(COMPOUND) => Some(Err(Unreadable::Misnamed(format))),
        _ => Some(read(bytes)),
    }
}

/// The text of a paper, under the usual limits.
///
/// # Errors
/// Where the bytes are neither a PDF nor a DOCX, or hold no text that can be read whole.
pub fn read(bytes: &[u8]) -> Result<Paper, Unreadable> {
    read_within(bytes, Limits::default())
}

/// The text of a paper, under these limits.
///
/// # Errors
/// As [`read`].
pub fn read_within(bytes: &[u8], limits: Limits) -> Result<Paper, Unreadable> {
    match Format::of(bytes) {
        Some(Format::Pdf) => pdf::read(bytes, limits),
        Some(Format::Docx) => docx::read(bytes, limits),
        None if bytes.starts_with(COMPOUND) => Err(why_unreadable_compound(bytes)),
        None => Err(Unreadable::Unknown),
    }
}

/// How files of the older kind begin, and encrypted ones of the newer.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// An encrypted document is kept in a file of the older kind, under this name.
fn why_unreadable_compound(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match memchr::memmem::find(bytes, &name) {
        Some(_) => Unreadable::Encrypted(Format::Docx),
        None => Unreadable::OldDocument,
    }
}
