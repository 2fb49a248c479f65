//! Amounts, rates, shares, and what comes again and again.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, day};
use crate::source::Span;

codes! {
    TOO_MANY = "T0731", "too-many-instances", Warning, "a recurring duty with more due days than are decided one by one";
    NO_SUCH_DAY = "T0732", "no-such-day-of-month", Error, "a day that no month has";
    BEGINNING = "T0733", "beginning-of-what", Error, "a duty that recurs from a day, and not whether the first is due on it";
}

/// `from` is the day of the last instance that is decided.
pub fn too_many(span: Span, most: u32, from: chrono::NaiveDate) -> Diagnostic {
    let message = format!(
        "this duty has fallen due more than {} times: those after {} are not decided one by one",
        most,
        day(from)
    );
    Diagnostic::new(TOO_MANY, message, span, "recurs too often")
        .help("state when it ends (`until …`), or begin a paragraph of its own for the time that matters")
}

/// `words` are the day or event with which it begins.
pub fn beginning(span: Span, words: &str) -> Diagnostic {
    let message = format!("whether the first is due on {words} or one period after it is not said");
    Diagnostic::new(BEGINNING, message, span, "when is the first due?")
        .help("write `first by January 9, 2024 and every month thereafter until …` or `every month after January 9, 2024 until …`")
}

pub fn no_such_day(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(NO_SUCH_DAY, format!("no month has a `{text}` day"), span, "no such day")
        .help("write `by the 5th of each month` or `by the last day of each month`")
}
