//! Amounts, rates, shares, and what comes again and again.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, day};
use crate::source::Span;

codes! {
    NO_CURRENCY = "N0361", "amount-without-currency", Error, "an amount of money that does not say in what currency";
    BAD_AMOUNT = "N0362", "unreadable-amount", Error, "an amount that no court can have meant as it is written";
    BAD_SHARE = "N0363", "share-over-100", Error, "a percentage below 0 or above 100";
    SHARE_OF_WHAT = "N0364", "share-of-what", Error, "a percentage that does not say of what";
    RATE_OF_WHAT = "S0621", "rate-without-period", Error, "a rate that does not say in what time";
    TOO_MANY = "T0731", "too-many-instances", Warning, "a recurring duty with more due days than are decided one by one";
    NO_SUCH_DAY = "T0732", "no-such-day-of-month", Error, "a day that no month has";
    BEGINNING = "T0733", "beginning-of-what", Warning, "a duty that recurs from a day, and not whether the first is due on it";
    PER_DAY_OF_WHAT = "D0431", "accrual-without-breach", Error, "an amount for each day, without a breach whose days are counted";
}

pub fn no_currency(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(NO_CURRENCY, format!("`{text}` is an amount without a currency"), span, "in what currency?")
        .help(format!("write it as the order has it: `${text}`, `{text} euros`, `CHF {text}`"))
}

/// `must pay up to $500`: a duty says how much.
pub fn limit_of_a_duty(span: Span) -> Diagnostic {
    let message = "`up to` sets a limit, and what must be done is not how much";
    Diagnostic::new(BAD_AMOUNT, message, span, "how much?").help(
        "write the amount that is owed (`must pay $500`), `may pay up to $500` where it is a choice, `at least` where it is the least, and `not exceeding 10 pages` for the size of a paper",
    )
}

/// `why` says what is wrong with it: `the thousands are not in threes`.
pub fn bad_amount(span: Span, text: &str, why: &str) -> Diagnostic {
    Diagnostic::new(BAD_AMOUNT, format!("`{text}` cannot be read as an amount: {why}"), span, "not an amount")
        .help("write `$1,400,000`, `$500.50` or `EUR 600`")
}

pub fn bad_share(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(BAD_SHARE, format!("`{text}` is no share of a whole"), span, "not between 0 and 100 percent")
        .help("write a share as `80% of CAR categories 1-5`")
}

pub fn share_of_what(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(SHARE_OF_WHAT, format!("`{text}` does not say of what"), span, "of what?")
        .help(format!("name the record or its categories: `complete {text} of CAR categories 1-5`"))
}

pub fn rate_of_what(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(RATE_OF_WHAT, format!("`{text}` is a rate without its time"), span, "in what time?")
        .help("write `at least 10,000 pages a month`, `at least 500 documents every two weeks`")
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

/// `must preserve records until met`.
pub fn until_of_what(span: Span, text: &str) -> Diagnostic {
    let message = format!("`until {text}` ends what follows a breach, and no breach is stated here");
    Diagnostic::new(PER_DAY_OF_WHAT, message, span, "until what?").help(
        "put it with the duty that may be breached: `on breach Defendants must pay $500 for each day until met`; else name the day or the event",
    )
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

pub fn no_such_day_of_year(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(NO_SUCH_DAY, format!("`{text}` is no day of a year, or it is there twice"), span, "no such day")
        .help("write `by July 15 of each year` or `by January 31 and July 31 of each year`")
}

pub fn per_day_of_what(span: Span, text: &str, amount: &str) -> Diagnostic {
    Diagnostic::new(
        PER_DAY_OF_WHAT,
        format!("`{text}` counts the days of a breach, and no breach is stated here"),
        span,
        "the days of what?",
    )
    .help(format!(
        "put it with the duty that may be breached: `on breach Defendants must pay {amount} for each day until met`; for a payment that recurs write `{amount} every month`"
    ))
}
