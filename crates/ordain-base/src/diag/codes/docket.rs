//! Motions, hearings, sources of duties, and who bears them.

use chrono::{NaiveDate, NaiveTime};

use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;
use crate::words::day;

codes! {
    PASSIVE_DUTY = "N0321", "passive-duty", Warning, "a duty in the passive, which does not say whose it is";
    OWED_BY_WHOM = "N0322", "owed-by-whom", Error, "a paper said to be due that no paragraph, or more than one, orders";
    WHICH_DUTY = "N0323", "which-duty", Error, "a deadline named by words that fit more than one paragraph";
    NO_SUCH_DUTY = "N0324", "no-such-duty", Error, "a deadline of a duty that no paragraph orders";
    NEAR_DUTY = "N0325", "near-duty", Error, "a deadline of a duty whose name is nearly that of another";
    DUTY_IN_HEAD = "N0326", "duty-in-head", Error, "a deadline named by words in the head of an order";
    OTHER_ZONE = "T0711", "other-zone", Warning, "a time in another zone than the court's";
    STANDARD_FOR_DAYLIGHT = "T0712", "standard-for-daylight", Warning, "standard time named on a day of daylight time, or the reverse";
    HEARING_WITHOUT_DAY = "S0605", "hearing-without-day", Error, "a hearing that is set or moved, and no day to which";
}

/// `continues hearing Status`, and nothing more. `verb` is as the order has it.
pub fn hearing_without_day(verb: &str, hearing: &str, span: Span) -> Diagnostic {
    let message = format!("`{verb} hearing {hearing}` names no day on which it will be held");
    let link = if verb == "sets" { "for" } else { "to" };
    Diagnostic::new(HEARING_WITHOUT_DAY, message, span, "when?").help(format!(
        "write `{verb} hearing {hearing} {link} January 9, 2024 at 10:00 a.m.`, or `continues hearing {hearing} sine die` where no day is set"
    ))
}

/// `Trial will begin on July 9, 2024`, and no hearing of that name is declared.
pub fn undeclared_hearing(name: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` is set for a day, and no hearing of this matter has that name");
    Diagnostic::new(HEARING_WITHOUT_DAY, message, span, "which hearing?").help(format!(
        "declare it above (`hearing {name}`), and write here `sets hearing {name} for January 9, 2024 at 10:00 a.m.`"
    ))
}

/// `privilege log must be produced`. `offers` are the same words with a party
/// in front; `named` says that the duty itself tells who, after `by`.
pub fn passive(
    thing: &str,
    modal: &str,
    done: &str,
    verb: &str,
    span: Span,
    offers: &[String],
    named: bool,
) -> Diagnostic {
    let message = match named {
        true => format!("`{thing} {modal} be {done}` names who {modal} {verb} it at the end only"),
        false => format!("`{thing} {modal} be {done}` does not say who {modal} {verb} it"),
    };
    let d = Diagnostic::new(PASSIVE_DUTY, message, span, "whose duty is it?");
    match offers {
        [] => d.help(format!("write who {modal} {verb} it, first: party Defendants")),
        [one] => d.help(format!("write `{one}`")).fix(format!("write `{one}`"), span, one, false),
        many => d.help(format!(
            "write {}; until then it appears in the report, and it puts no one in breach",
            many.iter().map(|o| format!("`{o}`")).collect::<Vec<_>>().join(" or ")
        )),
    }
}

/// `5:00 p.m. EST` at a court on Pacific time. `right` is the same moment by the court's clock.
pub fn other_zone(word: &str, court: &str, on: NaiveDate, right: (NaiveTime, NaiveDate), span: Span) -> Diagnostic {
    let (time, moved) = right;
    let there = if moved == on { clock_in_words(time) } else { format!("{} on {}", clock_in_words(time), day(moved)) };
    let message = format!("`{word}` is not the zone of the court, which keeps {court}: it is {there} at the court");
    Diagnostic::new(OTHER_ZONE, message, span, "another zone")
        .help(format!("to have no doubt of it, write the time at the court, without a zone: {there}"))
}

/// `2:00 p.m.`, as an order has it.
fn clock_in_words(time: NaiveTime) -> String {
    time.format("%-I:%M %P").to_string().replace("am", "a.m.").replace("pm", "p.m.")
}

/// `PST` in May: read as the time at the court.
pub fn standard_for_daylight(word: &str, court: &str, on: NaiveDate, span: Span) -> Diagnostic {
    let message = format!("`{word}` on {}, when the court keeps {court}: it is read as the time at the court", day(on));
    Diagnostic::new(STANDARD_FOR_DAYLIGHT, message, span, "an hour apart, taken literally")
        .help("leave the zone out: every time is the court's")
}

/// `the opening brief is due`, where `known` are the paragraphs that order one.
pub fn owed_by_whom(words: &str, known: &[&str], span: Span) -> Diagnostic {
    let d = |message: String| Diagnostic::new(OWED_BY_WHOM, message, span, "due under which paragraph?");
    match known {
        [] => d(format!("no paragraph orders what `{words}` speaks of")).help(
            "name the paragraph that orders it, as in `within 14 days after ¶ 1 is due`, or the act: `… is filed`",
        ),
        several => d(format!("`{words}` may be due under {}", crate::words::join(several)))
            .help(format!("name the paragraph: `after {} is due`", several.first().copied().unwrap_or_default())),
    }
}

/// `deadline of Defendants to file answer`, where `known` all order an answer; `of` is `to file answer` or
/// `for fact discovery`.
pub fn which_duty(of: &str, known: &[&str], span: Span) -> Diagnostic {
    let message = format!("the deadline {of} may be that of {}", crate::words::join(known));
    let first = known.first().copied().unwrap_or_default();
    Diagnostic::new(WHICH_DUTY, message, span, "which of them?")
        .help(format!("name the paragraph: `extends {first} to …`"))
}

/// `grants Acme an extension of 14 days to file answer`: more time, and no deadline that is moved.
pub fn time_granted(words: &str, span: Span) -> Diagnostic {
    let message = format!("`{words}` grants time, and names no deadline that it moves");
    Diagnostic::new(WHICH_DUTY, message, span, "which deadline?")
        .help("write what it moves: `extends <order> ¶ 1 by 14 days`, or `extends deadline of Defendants to file answer to December 20, 2023`")
}

/// `deadline for expert reports`, where no paragraph sets one.
pub fn no_such_deadline(thing: &str, span: Span) -> Diagnostic {
    let message = format!("no paragraph sets a deadline for {thing}");
    Diagnostic::new(NO_SUCH_DUTY, message, span, "nothing to change")
        .help("name the paragraph that is meant: `extends <order> ¶ 1 to <date>`; a new deadline is a duty of its own")
}

pub fn no_such_duty(words: &str, span: Span) -> Diagnostic {
    let message = format!("no paragraph orders anybody to {words}, and this makes no duty by itself");
    Diagnostic::new(NO_SUCH_DUTY, message, span, "nothing to change").help(format!(
        "say whose deadline and to which day, alone in its paragraph: `extends deadline of Defendants to {words} to December 20, 2023`"
    ))
}

/// A duty that would be made beside one of nearly the same name.
pub fn near_duty(words: &str, near: &str, span: Span, there: Span) -> Diagnostic {
    let message = format!("no paragraph orders to {words}, and {near} orders something of nearly that name");
    Diagnostic::new(NEAR_DUTY, message, span, "the same duty, or another?")
        .label(there, near.to_owned())
        .help(format!("name the paragraph where it is meant: `extends {near} to …`; else word the other so that nobody takes it for this"))
}

pub fn duty_in_head(span: Span) -> Diagnostic {
    let message = "the head of an order does not say by words which deadline it moves";
    Diagnostic::new(DUTY_IN_HEAD, message, span, "not applied")
        .help("write it as a paragraph: `¶ 1  extends deadline of …`")
}
