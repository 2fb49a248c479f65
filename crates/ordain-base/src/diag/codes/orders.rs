//! Orders that act on orders: what they reach, when, and how they fit together.

use chrono::NaiveDate;

use crate::diag::code::codes;
use crate::diag::{Diagnostic, closest, day, plural, quoted_all};
use crate::source::Span;

codes! {
    UNKNOWN_CASE = "N0301", "unknown-case", Error, "a case that the matter does not declare";
    DEEMED_BY_WHOM = "N0302", "deemed-by-whom", Error, "an act deemed done that does not say whose it is";
    NOTHING_TO_ACT_ON = "N0303", "nothing-to-act-on", Error, "a disposition of something that it cannot act on";
    REPLACED_WITH_WHAT = "S0601", "replaced-with-what", Error, "a replacement that is neither a duty nor a paragraph";
    MOVED_TO_WHEN = "S0602", "moved-to-when", Error, "a deadline moved to no day";
    CHANGED_HOW = "S0603", "changed-how", Warning, "a paragraph modified or replaced in a way that is not said";
    STAY_WITHOUT_END = "T0701", "stay-without-end", Warning, "a stay that does not say how long it lasts, and that no order lifts";
    EXTENDED_LATE = "T0702", "extended-after-the-day", Note, "a day moved after it had passed, without `nunc pro tunc`";
    MOVED_BACKWARDS = "T0703", "moved-backwards", Warning, "an extension to an earlier day, or an advance to a later one";
    SUPERSEDES_LATER = "D0401", "supersedes-later", Warning, "an order that supersedes one entered after it";
    CHANGES_LATER = "D0402", "changes-later", Warning, "an order entered before the order that it changes";
    ORDERS_DISAGREE = "D0403", "orders-disagree", Warning, "two orders of one day that say different things of one duty";
    CHANGES_NOTHING = "D0404", "changes-nothing", Warning, "an act of an order that changes nothing";
    MOVED_FROM_ANOTHER = "T0705", "moved-from-another-day", Warning, "an order that moves something from a day for which it was not set";
    SET_TWICE = "T0706", "hearing-set-twice", Warning, "a hearing that is set for two days, and not moved from one to the other";
    ENDS_BEFORE = "T0704", "ends-before-it-begins", Warning, "an extension or a stay that ends before its order is entered";
}

pub fn unknown_case(number: &str, span: Span, known: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_CASE, format!("this matter has no case `{number}`"), span, "no such case");
    match (closest(number, known.iter().copied()), known) {
        (Some(near), _) => d.help(format!("did you mean `{near}`?")),
        (None, []) => d.help(format!("declare it under `matter`: member \"{number}\"")),
        (None, known) => d.help(format!("its cases are {}", quoted_all(known))),
    }
}

pub fn deemed_by_whom(span: Span, verb: &str) -> Diagnostic {
    Diagnostic::new(DEEMED_BY_WHOM, format!("`deemed {verb}` does not say by whom"), span, "whose act is it?")
        .help(format!("name the party: deems answer of Defendants {verb} on <date>"))
}

/// `stays documents`: no paragraph, order, hearing or set of deadlines.
/// `stays this action except discovery`, where no paragraph has that topic.
pub fn spares_nothing(span: Span) -> Diagnostic {
    Diagnostic::new(NOTHING_TO_ACT_ON, "this exception names no paragraph, order, hearing or topic", span, "spares nothing")
        .help("name the paragraphs, or give them a topic and name that; words that only a person can apply go into quotation marks")
}

pub fn nothing_to_act_on(verb: &str, span: Span) -> Diagnostic {
    let message =
        format!("`{verb}` acts on a paragraph, an order, a hearing or a set of deadlines, and these words name none");
    Diagnostic::new(NOTHING_TO_ACT_ON, message, span, "nothing to act on").help(format!(
        "name what the order acts on (`{verb} <order> ¶ 1`, `{verb} all deadlines`), or keep the Court's words: orders \"…\""
    ))
}

/// `vacates Sched ¶ 1 #2`: one due day of many can be moved, and nothing else.
pub fn one_instance(text: &str, span: Span) -> Diagnostic {
    let message =
        format!("`{text}` is one due day of a duty that recurs, and an order can only move it, one at a time");
    Diagnostic::new(NOTHING_TO_ACT_ON, message, span, "one due day")
        .help(format!("write `extends <order> ¶ 1 {text} to <date>`, or name the whole paragraph"))
}

/// `extends Sched ¶ 1 #2`, of a duty that falls due once.
pub fn no_instances(n: u32, paragraph: &str, span: Span) -> Diagnostic {
    let message = format!("{paragraph} falls due once: it has no #{n}");
    Diagnostic::new(NOTHING_TO_ACT_ON, message, span, "no such due day")
        .help(format!("name the paragraph alone: `extends {paragraph} to <date>`"))
}

pub fn replaced_with_what(span: Span) -> Diagnostic {
    Diagnostic::new(REPLACED_WITH_WHAT, "replaced with what?", span, "neither a duty nor a paragraph").help(
        "write the new duty (`replaces MTC ¶ 2 with Defendants must produce log by <date>`) or the paragraph (`… with ¶ 3`)",
    )
}

/// `extends MTC ¶ 1`, and no more.
pub fn moved_to_when(verb: &str, span: Span) -> Diagnostic {
    Diagnostic::new(MOVED_TO_WHEN, format!("`{verb}` does not say to when"), span, "no day")
        .help(format!("say to which day, or by how much: {verb} … to <date>, {verb} … by 14 days"))
}

/// `modifies MTC ¶ 1`, and no more.
pub fn changed_how(verb: &str, span: Span) -> Diagnostic {
    let message = format!("`{verb}` does not say how, so what it touches cannot be decided");
    let line =
        if verb == "modifies" { "modifies MTC ¶ 1: by <date>" } else { "replaces MTC ¶ 1 with Defendants must …" };
    Diagnostic::new(CHANGED_HOW, message, span, "how?").help(format!("write the change itself: {line}"))
}

pub fn stay_without_end(span: Span) -> Diagnostic {
    Diagnostic::new(STAY_WITHOUT_END, "this stay does not say how long it lasts", span, "until when?")
        .help("write `until <date>`, `pending <event>` or `until further order`, as the order has it")
}

/// `days` after the day it moved.
pub fn extended_late(span: Span, was: NaiveDate, days: i64, paragraph: &str, duty: Span) -> Diagnostic {
    let message = format!("this moves a day that had passed {} before ({paragraph})", plural(days, "day"));
    Diagnostic::new(EXTENDED_LATE, message, span, "not `nunc pro tunc`")
        .label(duty, format!("due {} until then", day(was)))
        .help("the new day counts from its entry; `ordain history` tells of the days before. If the order says that it reaches back, write `nunc pro tunc`")
}

pub fn moved_backwards(span: Span, was: NaiveDate, to: NaiveDate, paragraph: &str, duty: Span) -> Diagnostic {
    let earlier = to < was;
    let (does, verb) =
        if earlier { ("extends to an earlier day", "advances") } else { ("advances to a later day", "extends") };
    Diagnostic::new(MOVED_BACKWARDS, format!("this {does} ({paragraph})"), span, day(to))
        .label(duty, format!("due {} before", day(was)))
        .help(format!("look at the year, or write `{verb}` if that is what the order does"))
}

/// `extends Sched ¶ 1 from May 20 to June 3`, where it falls due May 13.
pub fn moved_from_another(span: Span, said: NaiveDate, was: NaiveDate, what: &str, duty: Option<Span>) -> Diagnostic {
    let message = format!("this moves {what} from {}, and it was set for {}", day(said), day(was));
    let found = Diagnostic::new(MOVED_FROM_ANOTHER, message, span, format!("from {}", day(said)));
    let found = match duty {
        Some(duty) => found.label(duty, format!("due {}", day(was))),
        None => found,
    };
    found.help("check both dates; if the order has a slip, write the date with [sic …] and the date it must mean")
}

/// `sets hearing Status for May 13`, while it is set for May 6.
pub fn set_twice(span: Span, hearing: &str, to: NaiveDate, was: NaiveDate) -> Diagnostic {
    let message = format!("this sets {hearing} for {}, and it is already set for {}", day(to), day(was));
    Diagnostic::new(SET_TWICE, message, span, format!("set for {}", day(to))).help(format!(
        "if the hearing moves, write `resets hearing {hearing} to …`; a second hearing needs a name of its own"
    ))
}

/// `extends Sched ¶ 1 as to Poe`, where Poe owes nothing under it.
pub fn binds_others(span: Span, paragraph: &str, bound: &str, named: &str, duty: Span) -> Diagnostic {
    let message = format!("this changes nothing of {paragraph}, which binds {bound} and not {named}");
    Diagnostic::new(CHANGES_NOTHING, message, span, "reaches nobody who is bound")
        .label(duty, paragraph)
        .help("check the party and the paragraph")
}

/// `extends all deadlines of Poe`, where Poe has none.
pub fn has_no_duty(span: Span, named: &str) -> Diagnostic {
    let message = format!("this changes nothing: {named} owes nothing that it reaches");
    Diagnostic::new(CHANGES_NOTHING, message, span, "reaches nobody who is bound")
        .help("check the party, and whether an order is missing from the matter")
}

pub fn supersedes_later(
    span: Span,
    order: &str,
    entered: NaiveDate,
    later: &str,
    later_entered: NaiveDate,
) -> Diagnostic {
    let message = format!("{order} supersedes {later}, which was entered after it");
    Diagnostic::new(SUPERSEDES_LATER, message, span, format!("entered {}", day(entered)))
        .help(format!("{later} was entered on {}: look at the dates of both", day(later_entered)))
}

pub fn changes_later(span: Span, order: &str, entered: NaiveDate, later: &str, later_entered: NaiveDate) -> Diagnostic {
    let message = format!("{order} was entered before {later}, which it changes");
    Diagnostic::new(CHANGES_LATER, message, span, format!("entered {}", day(entered)))
        .help(format!("{later} was entered on {}: look at the dates of both", day(later_entered)))
}

pub fn orders_disagree(paragraph: &str, first: Span, second: Span) -> Diagnostic {
    let message =
        format!("two orders of one day say different things of {paragraph}, and nothing says which came last");
    Diagnostic::new(ORDERS_DISAGREE, message, second, "this one")
        .label(first, "and this one")
        .help("write their docket numbers, or the hour of their entry: entered <date> at 3:00 p.m.")
}

/// One order that moves one duty to two days.
pub fn moves_twice(order: &str, paragraph: &str, first: Span, second: Span) -> Diagnostic {
    let message = format!("{order} moves {paragraph} to two days, and nothing says which holds");
    Diagnostic::new(ORDERS_DISAGREE, message, second, "this one")
        .label(first, "and this one")
        .help("strike the one that is a slip, or say whom each is for: `as to <party>`")
}

/// `lifts stay of MTC ¶ 1`, where nothing is stayed.
pub fn changes_nothing(span: Span, paragraph: &str, why: &str, duty: Span) -> Diagnostic {
    Diagnostic::new(CHANGES_NOTHING, format!("this changes nothing of {paragraph}: {why}"), span, "nothing to act on")
        .label(duty, paragraph)
        .help("look at the number of the paragraph, and whether an order before this one is missing from the matter")
}

/// `extends ¶ 1 to December 8`, of the very paragraph that says so.
pub fn acts_on_itself(span: Span, paragraph: &str) -> Diagnostic {
    let message = format!("{paragraph} names itself, and has nothing of its own to change");
    Diagnostic::new(CHANGES_NOTHING, message, span, "its own number")
        .help("name the order as well: extends MTC ¶ 1 to <date>")
}

/// `until October 1` of an order entered later.
pub fn ends_before(span: Span, order: &str, end: NaiveDate, from: NaiveDate) -> Diagnostic {
    let message = format!("this ended on {}, before {order} was entered", day(end));
    Diagnostic::new(ENDS_BEFORE, message, span, format!("entered {}", day(from)))
        .help("look at the year; if the order says that it reaches back, write `nunc pro tunc`")
}
