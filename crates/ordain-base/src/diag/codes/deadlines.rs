//! Family S: when: periods, deadlines, and how often a duty recurs.

use super::syntax::words_in_message;
use crate::diag::code::codes;
use crate::diag::{Applicability, Diagnostic};
use crate::source::Span;
use crate::words::MONTHS;

codes! {
    PERIOD_WITHOUT_EVENT = "S0301", "period-without-event", Error, "a period that does not say what starts it";
    PERIOD_WITHOUT_UNIT = "S0302", "period-without-unit", Error, "a number that does not say days, weeks or months of what";
    NUMBERS_DISAGREE = "S0303", "numbers-disagree", Error, "a number in words and in figures that are not the same";
    TWO_DEADLINES = "S0304", "two-deadlines", Error, "two deadlines on one duty";
    MISSING_DEADLINE = "S0305", "missing-deadline", Error, "a duty or prohibition that does not say when";
    RECURRING_WITHOUT_END = "S0307", "recurring-without-end", Error, "a recurring duty without a start or an end";
    INSTALLMENTS = "S0313", "installments-unclear", Error, "installments of which the number, the sum or the days are not said";
    UNREADABLE_DEADLINE = "S0311", "unreadable-deadline", Error, "a deadline without a day that can be read";
}

/// `by the middle of May`: the words of a deadline, and no day in them.
pub fn unreadable_deadline(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` names no day that can be read", words_in_message(text));
    if text.starts_with("as soon as") {
        let d = Diagnostic::new(UNREADABLE_DEADLINE, message, span, "a standard, and no day");
        return d.help("write `promptly`: you judge it");
    }
    let d = Diagnostic::new(UNREADABLE_DEADLINE, message, span, "when?");
    if ["EOD", "COB", "c.o.b.", "C.O.B."].iter().any(|w| text.split_whitespace().any(|t| t == *w)) {
        return d.help("write the time after the day: `by December 1, 2023 at close of business`");
    }
    let month =
        text.split_whitespace().nth(1).is_some_and(|w| MONTHS.contains(&w)) && text.split_whitespace().count() == 3;
    if month {
        return d.help("write the day: if the whole month is meant, its last one, as in `by December 31, 2023`");
    }
    if text.starts_with("before the Court") || text.starts_with("before the court") {
        return d.help("if it says where and not when, put it into quotation marks with the words before it");
    }
    d.help("write `by December 1, 2023` or `within 14 days after entry`; for another event declare it: event \"the closing\"")
}

pub fn period_without_event(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` does not say after what", words_in_message(text));
    // `within 14 days after`: only the event is missing.
    let open = ["after", "from", "of", "following"].iter().any(|w| text.ends_with(w));
    let add = if open { " entry" } else { " after entry" };
    Diagnostic::new(PERIOD_WITHOUT_EVENT, message, span, "after what?")
        .help(format!("write `{}{add}`, or name the event that starts the period", words_in_message(text)))
        .fix("count from entry", span.after(), add, Applicability::Unsafe)
}

/// The same of what follows on a breach.
pub fn reparation_without_event(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` does not say after what", words_in_message(text));
    Diagnostic::new(PERIOD_WITHOUT_EVENT, message, span, "after what?")
        .help(format!(
            "write `{} after the breach` to count from the missed day, or name the event that starts it",
            words_in_message(text)
        ))
        .fix("count from the missed day", span.after(), " after the breach", Applicability::Unsafe)
}

pub fn period_without_unit(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("`{}` does not say which unit", words_in_message(text));
    let d = Diagnostic::new(PERIOD_WITHOUT_UNIT, message, span, "days, court days, weeks, months?");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d
            .help("write `days`, `court days`, `business days`, `hours`, `weeks` or `months` after the number")
            .fix("count in days", span.after(), " days", Applicability::Unsafe),
    }
}

pub fn numbers_disagree(span: Span, spelled: u32, figures: u32) -> Diagnostic {
    let message = format!("the number is {spelled} in words and {figures} in figures");
    Diagnostic::new(NUMBERS_DISAGREE, message, span, "they disagree")
        .help("keep the one the order means, and the other in a `note \"…\"`")
}

pub fn two_deadlines(first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(TWO_DEADLINES, "this duty has two deadlines", second, "the second")
        .label(first, "the first")
        .fix("keep the first", second, "", Applicability::Unsafe)
        .help("keep one; if the date describes the papers, write `dated before …`; if both count, write `the earlier of … and …`")
}

pub fn missing_deadline(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` does not say by when", words_in_message(text));
    let d = Diagnostic::new(MISSING_DEADLINE, message, span, "by when?");
    let buried = ["by", "before", "within", "when", "pending", "on"];
    match buried.into_iter().find(|w| text.split_whitespace().skip(1).any(|t| t == *w)) {
        Some(word) => d.help(format!(
            "if `{word} …` says when, put it on a line of its own; else add `by December 1, 2023`, or write out `no deadline`"
        )),
        None => d
            .help("add `by December 1, 2023`, or write out `no deadline`")
            .fix("add the day", span.after(), " by <day>", Applicability::Display),
    }
}

/// A prohibition that does not say how long it lasts.
pub fn missing_end(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{}` does not say how long it is forbidden", words_in_message(text));
    Diagnostic::new(MISSING_DEADLINE, message, span, "until when?")
        .help("add `until further order`, `until …` or `through …` with a day or an event, or write out `continuing`")
        .fix("say until when", span.after(), " until <day or event>", Applicability::Display)
}

/// `pay $9,000 in installments`: `what` is not said, or not all of what is said can be so.
pub fn installments(span: Span, what: &str, found: Option<&str>) -> Diagnostic {
    let message = match found {
        None => format!("these installments do not say {what}"),
        Some(found) => format!("{what} is not what the sums and days come to: {found}"),
    };
    Diagnostic::new(INSTALLMENTS, message, span, "not clear").help(
        "write `pay $9,000 in monthly installments of $3,000 beginning May 1, 2024`; where the last is another sum, give it a paragraph of its own",
    )
}

pub fn recurring_without_end(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(RECURRING_WITHOUT_END, format!("this recurring duty does not say {what}"), span, format!("{what}?"))
        .help(match what {
            "how often it comes" => "write `first by December 1, 2023 and every 30 days thereafter until judgment`",
            _ => "write `every 30 days after entry until judgment`, or `no end stated` if the order does not say",
        })
}
