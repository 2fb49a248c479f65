//! Family L, continued: habits of rule files. None of them changes a verdict.

use chrono::NaiveDate;

use crate::characters::odd_character_between;
use crate::diag::code::codes;
use crate::diag::{Diagnostic, day, plural};
use crate::source::Span;
use crate::words::{join, join_parts};

codes! {
    TWO_DEADLINES = "L0330", "duty-with-two-days", Warning, "one duty with two days, in two paragraphs of which neither touches the other";
    LOG_FIRST = "L0331", "log-first", Warning, "a log that is due before the documents it is to list";
    BEFORE_ENTRY = "L0332", "due-before-entry", Warning, "a day that had passed when its order was entered";
    UNCOVERED = "L0333", "category-uncovered", Note, "a category of a record that no duty covers";
    IDLE_PARTY = "L0334", "party-idle", Note, "somebody whom no order binds and no fact names";
    NOTHING_LEFT = "L0335", "set-empty", Warning, "a duty over a set in which nothing is left";
    ALIKE = "L0336", "names-alike", Warning, "two names that differ by a capital or a final s";
    OVERLAP = "L0337", "sets-overlap", Warning, "a category that two duties cover with two days";
    QUOTE_FORCE = "L0338", "quote-against-duty", Warning, "a quotation that requires where its paragraph permits, or the other way round";
    QUOTE_FIGURE = "L0339", "quote-other-day", Warning, "a quotation with another day or length of time than its paragraph";
    NO_SOURCE = "L0340", "source-missing", Note, "a paragraph without a source, where its neighbours have one";
    JUDGMENT = "L0341", "judgment-of-nothing", Warning, "words for you to judge that do not appear in what they are about";
    CLASH = "L0342", "required-and-forbidden", Warning, "an act that one paragraph requires and another forbids";
    CYCLE = "L0343", "triggers-in-a-circle", Warning, "duties that wait for one another, so that none falls due";
    STANDARD = "L0344", "standard-only", Note, "a duty whose only time is a standard, so that no day breaches it";
    NOBODY = "L0345", "nobody-named", Note, "a duty of a class that the file does not name";
    OVER_AT_ENTRY = "L0347", "over-at-entry", Warning, "a prohibition that had ended when its order was entered, so that nobody can breach it";
    NEARLY_WORDED = "L0346", "nearly-worded", Warning, "a thing in quotation marks that the record words a little otherwise";
    TWO_TRIGGERS = "L0348", "duty-from-two-events", Warning, "one duty in two orders, each counting its time from another event";
    ORDER_WITHOUT_DAY = "L0361", "order-without-day", Warning, "an order without the day of its entry";
    FACTS_WITHOUT_SOURCE = "L0362", "fact-without-source", Note, "facts that do not say where they are written";
    EVENT_OF_MOVED_DAY = "L0363", "event-of-moved-deadline", Warning, "an event on the day of a deadline that a later order moved";
    GAP = "L0349", "gap-between-orders", Warning, "a time between two orders in which nothing forbade what both forbid";
}

pub fn two_deadlines(one: &str, other: &str, due: [NaiveDate; 2], at: [Span; 2]) -> Diagnostic {
    let [a, b] = due;
    Diagnostic::new(
        TWO_DEADLINES,
        format!("{one} and {other} ask for the same by two days"),
        at[1],
        format!("by {}", day(b)),
    )
    .label(at[0], format!("by {}", day(a)))
    .help("if the later one moves the earlier, say so: `extends …` or `supersedes …`; if both apply, `enforces …`")
}

pub fn two_triggers(one: &str, other: &str, words: [&str; 2], at: [Span; 2]) -> Diagnostic {
    let [a, b] = words;
    Diagnostic::new(TWO_TRIGGERS, format!("{one} and {other} ask for the same, {a} and {b}"), at[1], other.to_owned())
        .label(at[0], one.to_owned())
        .help(
            "each has its own day and its own verdict; if the later order moves the earlier, say so: `modifies …`, or \
         `supersedes …`",
        )
}

/// `days` are the end of the one and the beginning of the other, in words.
pub fn gap(forbidden: &str, one: &str, other: &str, days: [&str; 2], at: [Span; 2]) -> Diagnostic {
    let [from, to] = days;
    Diagnostic::new(
        GAP,
        format!(
            "from {from} to {to} nothing forbade `{forbidden}`: {one} had expired, and {other} was not entered yet"
        ),
        at[1],
        format!("from {to}"),
    )
    .label(at[0], format!("through {from}"))
    .help("what was done in between breaches neither; if an order carried the first on, transcribe it: `extends …`")
}

pub fn overlap(labels: &[&str], one: &str, other: &str, due: [NaiveDate; 2], at: [Span; 2]) -> Diagnostic {
    let names: Vec<String> = labels.iter().map(|l| format!("category {l}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let are = if labels.len() == 1 { "is" } else { "are" };
    let [a, b] = due;
    Diagnostic::new(
        OVERLAP,
        format!("{} {are} due twice, under {one} and under {other}", join_parts(&names)),
        at[1],
        format!("by {}", day(b)),
    )
    .label(at[0], format!("by {}", day(a)))
    .help("take it out of one of the two: `except …`")
}

pub fn log_first(log: &str, due: [NaiveDate; 2], at: [Span; 2]) -> Diagnostic {
    let days = plural((due[1] - due[0]).num_days(), "day");
    Diagnostic::new(
        LOG_FIRST,
        format!("the log of {log} is due {days} before what it lists"),
        at[0],
        format!("log, {}", day(due[0])),
    )
    .label(at[1], format!("documents, {}", day(due[1])))
    .help("check both days against the order; if it says so, keep them and add a `note`")
}

pub fn before_entry(name: &str, due: NaiveDate, made: NaiveDate, span: Span, order: Span) -> Diagnostic {
    let days = plural((made - due).num_days(), "day");
    Diagnostic::new(BEFORE_ENTRY, format!("{name} was due {days} before its order was entered"), span, day(due))
        .label(order, format!("entered {}", day(made)))
        .help("check both days; an order that looks back says from when it binds: `effective …`")
}

pub fn category_uncovered(record: &str, label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNCOVERED, format!("no duty covers {record} category {label}"), span, "asked of nobody")
        .help("check the `covering` of the duties against the order's list")
}

pub fn idle_party(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(IDLE_PARTY, format!("no order binds {name}, and no fact names it"), span, "never named again")
        .help("remove it, or check whether a paragraph means it by another name")
}

pub fn nothing_left(paragraph: &str, record: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NOTHING_LEFT, format!("nothing of {record} is left for {paragraph}"), span, "no category")
        .help("check its `except`: it takes out all that the duty covers, so no fact can ever match")
}

pub fn alike(name: &str, first: &str, span: Span, place: Span) -> Diagnostic {
    Diagnostic::new(ALIKE, format!("`{name}` is easily taken for `{first}`"), span, "one name")
        .label(place, "nearly the same")
        .help(match odd_character_between(name, first) {
            Some(odd) => format!("{odd}: if one party, paper or order is meant, write its name one way"),
            None => "give one of the two a name that no reader takes for the other".to_owned(),
        })
}

/// `does` and `quoted`: `requires`, `permits`, `forbids`.
pub fn quote_force(name: &str, does: &str, word: &str, quoted: &str, span: Span, act: Span) -> Diagnostic {
    Diagnostic::new(QUOTE_FORCE, format!("{name} {does} what its quotation {quoted}: `{word}`"), span, quoted)
        .label(act, does)
        .help("write the modal of the order: `must`, `must not` or `may`; where the words leave it open, say so in a `reading`")
}

/// `what`: `day`, `length of time`.
pub fn quote_figure(name: &str, what: &str, quoted: &str, span: Span, own: Span) -> Diagnostic {
    Diagnostic::new(QUOTE_FIGURE, format!("the quotation under {name} has another {what}: {quoted}"), span, "quoted")
        .label(own, "transcribed")
        .help("write what the order says; where a later order moved it, that order has a paragraph of its own")
}

pub fn no_source(name: &str, order: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        NO_SOURCE,
        format!("{name} does not say where it is written, as its neighbours do"),
        span,
        "no source",
    )
    .help(format!("add the page: source {order} at 1"))
}

pub fn judgment_of_nothing(term: &str, name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        JUDGMENT,
        format!("`{term}` does not appear in {name}, so no one can decide it"),
        span,
        "not its words",
    )
    .help("write the words of the order that only a person can apply, as its title has them")
}

pub fn required_and_forbidden(duty: &str, ban: &str, at: [Span; 2]) -> Diagnostic {
    Diagnostic::new(CLASH, format!("{duty} requires what {ban} forbids"), at[0], "required")
        .label(at[1], "forbidden")
        .help("neither goes before the other by itself; if one does, say so: `despite ¶ …`, `supersedes …` or `lifts stay`")
}

pub fn cycle(names: &[&str], places: &[Span]) -> Diagnostic {
    let said = match names {
        [one] => format!("{one} waits for itself, so it never falls due"),
        all => format!("{} wait for one another, so none falls due", join(all)),
    };
    let first = places.first().copied().unwrap_or_default();
    let rest = places.iter().skip(1);
    rest.fold(Diagnostic::new(CYCLE, said, first, "waits"), |d, at| d.label(*at, "waits"))
        .help("count one of them from a day, or from an event that does not hang on the others")
}

pub fn only_a_standard(name: &str, word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(STANDARD, format!("no day breaches {name}: you judge `{word}`"), span, "no day").help(format!(
        "if the order names an outer day, add it: {word}, and in any event by December 1, 2023; if it names none, \
             say so: judgment \"{word}\""
    ))
}

pub fn over_at_entry(name: &str, end: NaiveDate, from: NaiveDate, span: Span) -> Diagnostic {
    let message = format!("nobody can breach {name}: it ended on {}, before its order was entered", day(end));
    Diagnostic::new(OVER_AT_ENTRY, message, span, format!("entered {}", day(from)))
        .help("look at the year of both days")
}

pub fn nobody_named(name: &str, words: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NOBODY, format!("{name} binds `{words}`, and nobody of that name is declared"), span, "a class")
        .help("declare whom it binds, so that their acts can be held against it: `party …` or `role …`")
}

pub fn nearly_worded(words: &str, near: &str, span: Span, fact: Span) -> Diagnostic {
    Diagnostic::new(NEARLY_WORDED, format!("the record says `{near}` and never `{words}`"), span, "the duty")
        .label(fact, "the record")
        .help("if one thing is meant, word it the same in both places, or declare it: `document … includes …`")
}

pub fn order_without_day(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        ORDER_WITHOUT_DAY,
        format!("{name} does not say when it was entered, and an order binds from its entry"),
        span,
        "no day of its own",
    )
    .help(format!("add the day: order {name} …, entered <date>, or its place on the docket: Dkt. 30"))
}

/// `more` is how many facts beside the one at `span` have no source.
pub fn facts_without_source(span: Span, more: usize) -> Diagnostic {
    let n = i64::try_from(more + 1).unwrap_or(i64::MAX);
    let have = if n == 1 { "does" } else { "do" };
    Diagnostic::new(
        FACTS_WITHOUT_SOURCE,
        format!("{} {have} not say where it is written", plural(n, "fact")),
        span,
        if more == 0 { "no source" } else { "the first without a source" },
    )
    .help("add the paper under the fact: source Dkt. 30 at 2")
}

/// An event that stands on the day of a deadline; `days` are the old and the new day of the deadline.
pub fn event_of_moved_day(
    event: &str,
    duty: &str,
    by: &str,
    days: [NaiveDate; 2],
    (at, moved): (Span, Span),
    hangs: (&str, Span),
) -> Diagnostic {
    let [old, new] = days;
    Diagnostic::new(
        EVENT_OF_MOVED_DAY,
        format!(
            "{event} is on {}, the day on which {duty} fell due until {by} moved it to {}: does it move too?",
            day(old),
            day(new)
        ),
        at,
        "its day has not moved",
    )
    .label(moved, format!("moves {duty}"))
    .label(hangs.1, format!("{} counts from it", hangs.0))
    .help(format!(
        "if it is that deadline, say so in place of the day: event {event} is the deadline of {duty}; if it stays, \
         say so: {event} happened on {}",
        old.format("%B %-d, %Y")
    ))
}
