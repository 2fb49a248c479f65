//! Family N: what is declared twice, or under the wrong heading; and files that are no text.

use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;

codes! {
    DUPLICATE_NAME = "N0207", "duplicate-name", Error, "one name for two things";
    TWO_MATTERS = "N0210", "two-matters", Error, "two matters in one folder";
    PARAGRAPH_WITHOUT_ORDER = "N0211", "paragraph-without-order", Error, "a paragraph with no order above it";
    DUPLICATE_LABEL = "N0212", "duplicate-label", Error, "two paragraphs of one order with one label";
    MISCOUNTED = "N0213", "miscounted-list", Error, "a counted list with another number of items";
    UNLABELLED_MIX = "N0218", "labelled-and-unlabelled", Error, "numbered and unnumbered duties in one order";
    UNKNOWN_SERVICE = "N0236", "unknown-way-of-service", Error, "a way of service that no rule names";
    NO_DEADLINE_THERE = "N0237", "event-without-duty", Error, "an event with the deadline of what has none";
    TWO_DAYS_OF_AN_EVENT = "N0238", "event-with-two-days", Error, "an event with a day of its own and the deadline of a duty";
    NOT_UTF8 = "N0221", "not-utf8", Error, "a file that is not UTF-8 text";
}

pub fn duplicate_name(name: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        DUPLICATE_NAME,
        format!("`{name}` is declared twice, and a name means one thing"),
        span,
        "declared again",
    )
    .label(first, "first declared here")
    .help("give one of them another name, or delete it")
}

/// `party court`, `party all`.
pub fn name_of_a_view(name: &str, span: Span) -> Diagnostic {
    let what = if name.eq_ignore_ascii_case("all") { "every view" } else { "the Court's view" };
    let message = format!("`{name}` already names {what}, and a name has one meaning");
    Diagnostic::new(DUPLICATE_NAME, message, span, "not the name of a party")
        .help("write the name that the order uses for this party")
}

pub fn two_matters(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(TWO_MATTERS, "this folder holds two matters", span, "a second matter")
        .label(first, "the first")
        .help("keep one matter a folder")
}

pub fn paragraph_without_order(span: Span) -> Diagnostic {
    Diagnostic::new(PARAGRAPH_WITHOUT_ORDER, "no order is above this paragraph", span, "of which order?")
        .help("write the order first: order MTC \"Order on …\", entered <date>")
}

pub fn duplicate_label(order: &str, label: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(DUPLICATE_LABEL, format!("{order} has two paragraphs `¶ {label}`"), span, "the same label again")
        .label(first, "first used here")
        .help(format!("one paragraph of the court with several duties is `¶ {label}a`, `¶ {label}b`"))
}

pub fn duplicate_category(record: &str, label: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(DUPLICATE_LABEL, format!("{record} has two categories `{label}`"), span, "the same number again")
        .label(first, "first used here")
        .help("give one of them the number it has in the order")
}

pub fn miscounted(said: u32, found: usize, span: Span) -> Diagnostic {
    Diagnostic::new(
        MISCOUNTED,
        format!("the record says {said} categories and lists {found}"),
        span,
        format!("{found} are listed"),
    )
    .help(format!("list {said}, or write `including` where the list is open"))
}

pub fn unlabelled_mix(order: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        UNLABELLED_MIX,
        format!("{order} has numbered and unnumbered duties"),
        span,
        "no `¶` here, though others of this order have one",
    )
    .help("number all of them, or none")
}

pub fn not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(NOT_UTF8, "this file is not UTF-8 text from here on", span, "not a character")
        .help("save the file as UTF-8, or as plain text")
}

/// A file of another encoding, of which nothing was read.
pub fn utf16(span: Span) -> Diagnostic {
    Diagnostic::new(NOT_UTF8, "this file is UTF-16, and none of it was read", span, "the file begins here")
        .help("save the file as UTF-8")
}

/// `service is …`, in words that name no way of service.
pub fn unknown_service(words: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_SERVICE, format!("`{words}` is no way of service that a rule names"), span, "not known")
        .help("write `service is electronic`, `service is by mail` or `service is personal`")
}

/// `is the deadline of …`, where that is no duty with a deadline.
pub fn no_deadline_there(span: Span) -> Diagnostic {
    Diagnostic::new(NO_DEADLINE_THERE, "the event takes its day from one duty, and this names none", span, "no duty")
        .help("name one paragraph that has a deadline: `is the deadline of MTC ¶ 1`")
}

/// An event with `on D` and `is the deadline of …`; `at` are the two.
pub fn two_days_of_an_event(name: &str, date: Span, duty: Span) -> Diagnostic {
    Diagnostic::new(
        TWO_DAYS_OF_AN_EVENT,
        format!("{name} has a day of its own and that of a duty"),
        date,
        "its own day",
    )
    .label(duty, "the day of this")
    .help("keep one: the day of the duty moves when an order moves the duty")
}
