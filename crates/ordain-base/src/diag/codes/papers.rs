//! Family L, continued: papers of orders that come as PDF or DOCX.

use crate::diag::code::codes;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

codes! {
    ENCRYPTED = "L0409", "text-encrypted", Error, "an order's paper that is encrypted";
    DAMAGED = "L0410", "text-damaged", Error, "an order's paper that is damaged or not complete";
    SCANNED = "L0411", "text-scanned", Error, "an order's paper that is a scan, without text";
    TOO_LARGE = "L0412", "text-too-large", Error, "an order's paper that is larger than is read";
    PAGES_UNREAD = "L0413", "text-not-whole", Warning, "an order's paper of which some pages or letters could not be read";
    WITHOUT_PAGES = "L0414", "text-without-pages", Note, "an order's paper that does not say where its pages end";
}

fn unread_paper(kind: Code, name: &str, why: &str, remedy: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` cannot be read as the text of an order: {why}");
    Diagnostic::new(kind, message, span, "not read").help(remedy)
}

pub fn encrypted(name: &str, why: &str, remedy: &str, span: Span) -> Diagnostic {
    unread_paper(ENCRYPTED, name, why, remedy, span)
}

pub fn damaged(name: &str, why: &str, remedy: &str, span: Span) -> Diagnostic {
    unread_paper(DAMAGED, name, why, remedy, span)
}

pub fn scanned(name: &str, why: &str, remedy: &str, span: Span) -> Diagnostic {
    unread_paper(SCANNED, name, why, remedy, span)
}

pub fn too_large(name: &str, why: &str, remedy: &str, span: Span) -> Diagnostic {
    unread_paper(TOO_LARGE, name, why, remedy, span)
}

/// `pages` are those whose words are in pictures.
pub fn pages_unread(name: &str, pages: &[usize], span: Span) -> Diagnostic {
    let numbers: Vec<String> = pages.iter().take(12).map(usize::to_string).collect();
    let more = pages.len().saturating_sub(numbers.len());
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let (what, are) = if pages.len() == 1 { ("page", "is a picture") } else { ("pages", "are pictures") };
    let message =
        format!("{what} {}{more} of `{name}` {are} without text: the words there were not read", numbers.join(", "));
    Diagnostic::new(PAGES_UNREAD, message, span, "not read whole")
        .help("run text recognition (OCR) on the paper, and use the PDF that comes out")
}

pub fn letters_unread(name: &str, letters: usize, span: Span) -> Diagnostic {
    let what = if letters == 1 { "1 letter".to_owned() } else { format!("{letters} letters") };
    let message = format!("{what} of `{name}` could not be read: the fonts do not say which they are");
    Diagnostic::new(PAGES_UNREAD, message, span, "not read whole")
        .help("compare the words there with the paper; `\u{FFFD}` is in place of each")
}

pub fn without_pages(name: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` does not say where its pages end, so no page of a citation is checked");
    Diagnostic::new(WITHOUT_PAGES, message, span, "no pages")
        .help("use the order as a PDF where the pages of citations matter")
}
