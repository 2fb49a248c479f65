//! Family D: duties and their verdicts.

use chrono::NaiveDate;

use crate::diag::code::codes;
use crate::diag::{Diagnostic, day, plural};
use crate::source::Span;

codes! {
    BREACHED = "D0301", "duty-breached", Breach, "a duty whose day has passed, not performed";
    UNDETERMINED = "D0302", "duty-undetermined", Undetermined, "a duty that only a person, or a missing fact, can decide";
    LATE = "D0303", "duty-late", Warning, "a duty performed after its day";
    FORBIDDEN = "D0304", "forbidden-act", Breach, "an act that an order forbids";
    BEYOND = "D0305", "beyond-permission", Breach, "an act that goes beyond what an order permits";
    EXPECTATION = "D0306", "expectation-failed", Error, "an `expect` line that does not hold";
    DUE_SOON = "D0307", "due-soon", Note, "a duty that falls due within the days that were asked for";
}

/// What a breach is said of: who, what, which paragraph.
pub struct Duty<'a> {
    pub id: &'a str,
    pub bearer: &'a str,
    /// `have` or `has`.
    pub have: &'a str,
    /// `completed CAR categories 1-5`.
    pub done: &'a str,
}

/// `why` is said where no day passed: what was done to the contrary.
pub fn breached(
    duty: &Duty<'_>,
    days: Option<i64>,
    at_least: bool,
    why: &str,
    span: Span,
    due: Option<NaiveDate>,
) -> Diagnostic {
    let overdue = match (days, at_least) {
        (None, _) | (Some(0), true) => format!(": {why}"),
        (Some(d), true) => format!(": at least {} past due", plural(d, "day")),
        (Some(d), false) => format!(": {} past due", plural(d, "day")),
    };
    let message = format!("{} {} not {} ({}){overdue}", duty.bearer, duty.have, duty.done, duty.id);
    Diagnostic::new(BREACHED, message, span, due_label(due))
}

pub fn undetermined(duty: &Duty<'_>, why: &str, span: Span, due: Option<NaiveDate>) -> Diagnostic {
    let message = format!("whether {} {} {} cannot be decided ({}): {why}", duty.bearer, duty.have, duty.done, duty.id);
    Diagnostic::new(UNDETERMINED, message, span, due_label(due))
}

pub fn late(duty: &Duty<'_>, days: i64, at_least: bool, span: Span, due: Option<NaiveDate>) -> Diagnostic {
    let least = if at_least { " at least" } else { "" };
    let by =
        if days == 0 { "on its day, after its hour".to_owned() } else { format!("by {}{least}", plural(days, "day")) };
    let message = format!("{} {} {} late ({}): {by}", duty.bearer, duty.have, duty.done, duty.id);
    Diagnostic::new(LATE, message, span, due_label(due))
}

/// `days` until it falls due, from 0; `safe` where the law is unsettled and an earlier day is safe.
pub fn due_soon(duty: &Duty<'_>, days: i64, span: Span, due: Option<NaiveDate>, safe: Option<NaiveDate>) -> Diagnostic {
    let when = if days == 0 { "due on this day".to_owned() } else { format!("due in {}", plural(days, "day")) };
    let message = format!("{} {} not yet {} ({}): {when}", duty.bearer, duty.have, duty.done, duty.id);
    let d = Diagnostic::new(DUE_SOON, message, span, due_label(due));
    match safe {
        Some(safe) => d.help(format!("the law is unsettled here: {} is safe under every reading", day(safe))),
        None => d,
    }
}

pub fn forbidden(duty: &Duty<'_>, why: &str, span: Span) -> Diagnostic {
    let forbid = if duty.id.ends_with(')') && duty.id.contains(") and (") { "forbid" } else { "forbids" };
    let message = format!("{} {} {}, which {} {forbid}: {why}", duty.bearer, duty.have, duty.done, duty.id);
    Diagnostic::new(FORBIDDEN, message, span, "forbidden")
}

/// `must file reply not exceeding 10 pages`: filed, and too long; `why` says by how much.
pub fn beyond_limit(duty: &Duty<'_>, why: &str, span: Span, due: Option<NaiveDate>) -> Diagnostic {
    let message = format!("{} {} {} beyond what {} allows: {why}", duty.bearer, duty.have, duty.done, duty.id);
    Diagnostic::new(BREACHED, message, span, due_label(due))
}

/// `why` says by how much.
pub fn beyond(duty: &Duty<'_>, why: &str, span: Span) -> Diagnostic {
    // Of several things permitted, it says which.
    let message = match why.starts_with("beyond ") {
        true => format!("{} {} {} {why} ({})", duty.bearer, duty.have, duty.done, duty.id),
        false => format!("{} {} {} beyond what {} allows: {why}", duty.bearer, duty.have, duty.done, duty.id),
    };
    Diagnostic::new(BEYOND, message, span, "permitted, and no more")
}

fn due_label(due: Option<NaiveDate>) -> String {
    due.map_or_else(|| "no date".to_owned(), |d| format!("due {}", day(d)))
}

pub fn expectation(target: &str, why: &str, span: Span) -> Diagnostic {
    Diagnostic::new(EXPECTATION, format!("{target}: {why}"), span, "expected here")
}
