//! Family L, continued: quotations held against the order's own text.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, plural, quoted_list};
use crate::source::Span;

codes! {
    NO_TEXT = "L0401", "text-missing", Error, "the file of an order's own words is not there";
    OUTSIDE = "L0402", "text-outside", Error, "a path to an order's words that leads out of the matter's folder";
    UNREADABLE = "L0403", "text-unreadable", Error, "the file of an order's own words is no text, or too long";
    NOWHERE = "L0404", "quote-nowhere", Warning, "a quotation that is nowhere in the order";
    DIFFERS = "L0405", "quote-differs", Warning, "a quotation that is not word for word";
    FORCE = "L0406", "quote-force", Warning, "a quotation that requires, permits or forbids what the order does not";
    FIGURE = "L0407", "quote-figure", Warning, "a quotation with another number or day than the order";
    PAGE = "L0408", "quote-page", Warning, "a citation of another page than the one that has the words";
    NO_ORDER = "N0391", "text-of-no-order", Error, "a text tied to an order that there is not";
}

/// `near` is the file that may be meant, `there` the texts that are in the folder.
pub fn no_text(name: &str, folder: &str, span: Span, near: Option<&str>, there: &[&str]) -> Diagnostic {
    let place = if folder.is_empty() { "beside this file".to_owned() } else { format!("in `{folder}`") };
    let d = Diagnostic::new(NO_TEXT, format!("there is no file `{name}` {place}"), span, "not there");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None if there.is_empty() => d.help("put the order there, as a PDF, a DOCX or plain text"),
        None => d.help(format!("there is {}", quoted_list(there))),
    }
}

pub fn outside(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(OUTSIDE, format!("`{name}` leads out of the folder of the matter"), span, "not inside the folder")
        .help("copy the text into the folder of the matter, and name it by its file name")
}

pub fn unreadable(name: &str, why: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNREADABLE, format!("`{name}` cannot be read as the text of an order: {why}"), span, "no text")
        .help("name the order as a PDF or a DOCX, or save its text in UTF-8")
}

/// It is neither plain text nor a paper of a kind that is read.
pub fn not_a_paper(name: &str, why: &str, remedy: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` cannot be read as the text of an order: {why}");
    Diagnostic::new(UNREADABLE, message, span, "no text").help(remedy)
}

pub fn no_order(name: &str, span: Span, near: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(
        NO_ORDER,
        format!("there is no order `{name}` to which a text could belong"),
        span,
        "an order of this matter",
    );
    match near {
        Some(near) => d.help(format!("did you mean `--text {near}=…`?")),
        None => d.help("name an order as its head does: `--text MTC=order.txt`"),
    }
}

pub fn nowhere(order: &str, file: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        NOWHERE,
        format!("these words are nowhere in the text of {order}, nor any like them"),
        span,
        "not in the order",
    )
    .help(format!("copy the words from `{file}`; what only sums them up is a `note \"…\"`"))
}

/// One place where a quotation and the order differ.
pub struct Difference<'a> {
    /// Both as they are compared: in lower case, without marks; either may be empty.
    pub quoted: &'a str,
    pub ordered: &'a str,
    pub quote: Span,
    pub text: Span,
}

/// `places` are the differences that are shown, `more` how many are not.
pub fn differs(code: Kind, order: &str, places: &[Difference<'_>], more: usize) -> Diagnostic {
    let count = places.len() + more;
    let said = match (places, more) {
        ([one], 0) => difference_in_words(order, one),
        _ => format!(
            "this quotation differs from {order} in {}",
            plural(i64::try_from(count).unwrap_or(i64::MAX), "place")
        ),
    };
    let code = match code {
        Kind::Force => FORCE,
        Kind::Figure => FIGURE,
        Kind::Words => DIFFERS,
    };
    let Some((first, rest)) = places.split_first() else {
        return Diagnostic::new(code, said, Span::default(), "differs");
    };
    let mut d = Diagnostic::new(code, said, first.quote, quoted_label(first)).label(first.text, ordered_label(first));
    for place in rest {
        d = d.label(place.quote, quoted_label(place)).label(place.text, ordered_label(place));
    }
    d.help("a quotation is word for word: leave words out with `…`, and put in brackets what you change")
}

/// How much a difference matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Force,
    Figure,
    Words,
}

fn difference_in_words(order: &str, place: &Difference<'_>) -> String {
    match (place.quoted, place.ordered) {
        ("", ordered) => format!("this quotation leaves out `{}`, which {order} says", first_words(ordered)),
        (quoted, "") => format!("this quotation says `{}`, which {order} does not", first_words(quoted)),
        (quoted, ordered) => {
            format!("this quotation says `{}` where {order} says `{}`", first_words(quoted), first_words(ordered))
        }
    }
}

fn quoted_label(place: &Difference<'_>) -> String {
    if place.quoted.is_empty() { "something is left out here".to_owned() } else { "the quotation".to_owned() }
}

fn ordered_label(place: &Difference<'_>) -> String {
    if place.ordered.is_empty() { "none of it is here".to_owned() } else { "the order".to_owned() }
}

/// Enough words to know the place by.
fn first_words(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    if all.len() <= 8 { words.to_owned() } else { format!("{} …", all.get(..8).unwrap_or(&all).join(" ")) }
}

/// `found` is the page that has the words, `span` the citation.
pub fn page(cite: &str, order: &str, found: &str, meant: Option<&str>, span: Span, words: Span) -> Diagnostic {
    let d = Diagnostic::new(
        PAGE,
        format!("`{cite}` is cited, and these words are on {found} of {order}"),
        span,
        "another page",
    )
    .label(words, format!("on {found}"));
    match meant {
        Some(meant) => d.help(format!("write `{meant}`")).fix(format!("write `{meant}`"), span, meant, false),
        None => d,
    }
}
