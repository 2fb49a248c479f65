//! Family T: what a count says of an order.

use chrono::NaiveDate;

use super::time::dated;
use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;

codes! {
    NOT_COUNTED = "T0514", "period-not-counted", Warning, "a period beside a stated date could not be counted";
    CHAIN_TOO_LONG = "T0515", "chain-too-long", Warning, "duties hang on one another further than is followed";
    EVERY_ZERO = "T0218", "every-zero", Error, "a duty recurs after no time at all";
    STATED_DIFFERS = "T0601", "stated-date-differs", Warning, "the date stated beside a period is not the one the rules give";
    FIXED_ON_CLOSED = "T0602", "fixed-date-on-closed-day", Warning, "a fixed date falls on a day when the court is closed";
    ZERO_IN_ORDER = "T0603", "zero-period-in-order", Warning, "an order sets a period of zero days";
    MAIL_ON_ORDER = "T0604", "service-days-not-ordered", Warning, "service is recorded for a period that does not run after service";
    ORPHANED = "T0605", "period-orphaned", Warning, "the event a period is measured from can no longer happen";
}

/// The order states a period and a date, and they differ. `steps` is the trace, a step a line.
pub fn stated_differs(date: Span, stated: NaiveDate, period: Span, counted: NaiveDate, steps: &str) -> Diagnostic {
    let message = format!("the order states {}, and the period it states ends on {}", dated(stated), dated(counted));
    Diagnostic::new(STATED_DIFFERS, message, date, "the date stated")
        .label(period, format!("ends on {}", dated(counted)))
        .help(format!("write `the date governs` or `the period governs` beside it\n{steps}"))
}

/// A stated date whose period nothing can be held against.
pub fn not_counted(span: Span, stated: NaiveDate, why: &str) -> Diagnostic {
    let message = format!("the date {} is unchecked: the period beside it could not be counted", dated(stated));
    Diagnostic::new(NOT_COUNTED, message, span, "this period")
        .help(format!("{why}; count the period by hand, or write `the date governs`"))
}

/// A chain of `is due`, one duty on the day of another.
pub fn chain_too_long(span: Span, most: usize) -> Diagnostic {
    let message = format!("more than {most} due days hang on one another here, and the day is not followed further");
    Diagnostic::new(CHAIN_TOO_LONG, message, span, "the chain is cut here")
        .help("state the date of one paragraph in the middle of the chain")
}

/// `every 0 days`, `doubling every 0 weeks`.
pub fn every_zero(span: Span, period: &str) -> Diagnostic {
    Diagnostic::new(EVERY_ZERO, format!("`every {period}` comes again after no time at all"), span, "no time")
        .help("write the number of the order: every 30 days")
}

/// `why` is `a Saturday` or `Presidents' Day`.
pub fn fixed_on_closed(span: Span, day: NaiveDate, why: &str) -> Diagnostic {
    Diagnostic::new(
        FIXED_ON_CLOSED,
        format!("{} is {why}, and a fixed date does not roll", dated(day)),
        span,
        "a closed day",
    )
    .help("the date does not move; a period (`within 14 days after entry`) would roll to the next open day")
}

pub fn zero_in_order(span: Span) -> Diagnostic {
    Diagnostic::new(ZERO_IN_ORDER, "a period of zero days is due on the day of the event itself", span, "zero days")
        .help("write the number of the order, or `on` the day")
}

/// Mail is recorded for a period that an order sets without `after service`.
pub fn service_not_ordered(span: Span, service: &str, fact: Span) -> Diagnostic {
    let message = format!("{service} is recorded, and this period does not run after service: no days are added");
    Diagnostic::new(MAIL_ON_ORDER, message, span, "this period")
        .label(fact, "the service")
        .help("if the order says so, write `after service`; else nothing is to be done")
}

pub fn orphaned(span: Span, event: &str, gone: Span, how: &str) -> Diagnostic {
    Diagnostic::new(
        ORPHANED,
        format!("`{event}` can no longer happen, and this period is measured from it"),
        span,
        "no longer runs",
    )
    .label(gone, format!("{how} here"))
    .help("if a later order sets the event anew, give its date; else the duty waits for an order")
}
