//! Family N: names, verbs and what they mean.

use super::party_names::NO_NAMES;
use crate::diag::code::codes;
use crate::diag::{Diagnostic, quoted_all};
use crate::source::Span;
use crate::words::{WEEKDAYS, did_you_mean};

codes! {
    UNKNOWN_WORD = "N0201", "unknown-word", Error, "a word that Ordain does not know";
    UNKNOWN_CATEGORY = "N0204", "unknown-category", Error, "a category that the record does not have";
    UNKNOWN_ORDER = "N0205", "unknown-order", Error, "an order that is not declared";
    UNKNOWN_PARAGRAPH = "N0206", "unknown-paragraph", Error, "a paragraph that the order does not have";
    WRONG_CASE = "N0208", "wrong-case", Error, "a name in the wrong case";
    NO_OBJECT = "N0215", "no-object", Error, "an act without the thing it is done to";
    WHICH_RECORD = "N0216", "which-record", Error, "categories named without their record";
    KNOWN_VERB = "N0219", "known-verb", Note, "a verb of the matter's own that the language has already";
    MIXED = "N0222", "and-or-mixed", Error, "acts joined by `and` and by `or`";
    OUT_OF_PLACE = "S0630", "name-out-of-place", Error, "a name where nothing of its kind can be";
}

/// `suggestion` is the one nearest thing that would be legal here.
pub fn unknown_word(word: &str, span: Span, suggestion: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_WORD, format!("`{word}` is not a word Ordain knows"), span, "not known");
    match suggestion {
        _ if ["ECF", "Doc.", "Docket", "D.E."].contains(&word) => {
            d.help(format!("a paper is cited after `source`: source {word} No. 30 at 2"))
        }
        Some(s) => d.help(did_you_mean(word, s)).fix(format!("write `{s}`"), span, s, false),
        None if ["promptly", "immediately", "forthwith"].contains(&word) => {
            d.help(format!("before a date write `{word}, and in any event by December 1, 2023`"))
        }
        None if WEEKDAYS.contains(&word) => {
            d.help(format!("write the date, with the weekday if the order has it: `{word}, December 1, 2023`"))
        }
        None if ["today", "tomorrow"].contains(&word) => {
            d.help("write the date: another reader reads it on another day")
        }
        None if word.bytes().all(|b| b.is_ascii_digit()) => {
            d.help(format!("say what the number counts, as in `{word} documents`; for a time of day write `5:00 p.m.`"))
        }
        None if ["many", "several", "some", "few"].contains(&word) => {
            d.help("write their number, or put the order's own wording in quotation marks")
        }
        None if ["days", "weeks", "months", "hours"].contains(&word) => d.help(format!(
            "write `within 14 {word} after entry` or `at least 14 {word} before Status`, with the event's name"
        )),
        None if ["trial", "hearing", "conference", "argument"].contains(&word) => {
            d.help(format!("declare it, with its day once that is known: hearing {word}"))
        }
        None if ["judgment", "discovery", "closing", "dismissal", "remand"].contains(&word) => {
            d.help(format!("declare it: event {word}"))
        }
        // What joins words together, and marks, name nothing.
        None if JOINS.contains(&word) || NO_NAMES.contains(&word) || !word.chars().any(char::is_alphanumeric) => {
            d.help("put the order's own wording in quotation marks: words that are not names go there")
        }
        None => d.help(format!("declare it (`document {word}`), or put the order's own wording in quotation marks")),
    }
}

const JOINS: &[&str] = &[
    "whether",
    "which",
    "that",
    "who",
    "whom",
    "whose",
    "as",
    "than",
    "then",
    "while",
    "because",
    "but",
    "also",
    "so",
    "such",
    "other",
    "these",
    "those",
    "this",
    "there",
    "where",
    "how",
    "following",
    "including",
    "it",
    "its",
    "they",
    "their",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "not",
    "only",
    "further",
    "hereby",
    "thereof",
    "therein",
    "upon",
];

/// `an- swer`: a word that a line broke; `whole` is the two joined.
pub fn broken_word(whole: &str, span: Span) -> Diagnostic {
    let message = format!("`{whole}` is broken at the end of a line");
    Diagnostic::new(UNKNOWN_WORD, message, span, "one word").help(format!("write `{whole}`")).fix(
        format!("write `{whole}`"),
        span,
        whole,
        false,
    )
}

/// `(Dkt. 12)`, `(or otherwise respond)` among the words of an act.
pub fn in_brackets(text: &str, span: Span) -> Diagnostic {
    let cited = ["(Dkt", "(ECF", "(Doc", "(D.E.", "(see", "(See"].iter().any(|c| text.starts_with(c));
    let d = Diagnostic::new(UNKNOWN_WORD, format!("`{text}` is not a word Ordain knows"), span, "in brackets");
    match cited {
        true => {
            let cite = text.trim_start_matches('(').trim_end_matches(')');
            let cite = cite.strip_prefix("see ").or_else(|| cite.strip_prefix("See ")).unwrap_or(cite);
            d.help(format!("write where it is said in a clause of its own: `source {cite}`"))
        }
        false => d.help(
            "leave it out, or keep it in a `note \"…\"`; a second way to perform is a line that begins with `or`",
        ),
    }
}

/// `finds`, `deny`: nothing that was said.
pub fn nothing_said(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_OBJECT, format!("nothing that can be read follows `{word}`"), span, "what is said?")
        .help(format!("write what it is: `{word} CAR category 1 complete`"))
}

/// The words of the message before the category.
fn without_category(record: &str) -> String {
    format!("{record} has no category")
}

/// True of what [`unknown_category`] makes for this record.
#[must_use]
pub fn is_unknown_category_of(d: &Diagnostic, record: &str) -> bool {
    d.code == UNKNOWN_CATEGORY && d.message.starts_with(&without_category(record))
}

pub fn unknown_category(label: &str, record: &str, span: Span, known: &[&str]) -> Diagnostic {
    let message = format!("{} `{label}`", without_category(record));
    let d = Diagnostic::new(UNKNOWN_CATEGORY, message, span, "no such category");
    if known.is_empty() {
        d.help(format!("add it under the record: category {label} \"…\""))
    } else {
        d.help(match known {
            few if few.len() <= 5 => format!("{record} has {}", quoted_all(few)),
            [first, .., last] => format!("{record} has {} categories, `{first}` to `{last}`", known.len()),
            _ => String::new(),
        })
    }
}

pub fn unknown_order(name: &str, span: Span, suggestion: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_ORDER, format!("no order is called `{name}`"), span, "not an order of this matter");
    match suggestion {
        Some(s) => d.help(did_you_mean(name, s)).fix(format!("write `{s}`"), span, s, false),
        None => d.help(format!("declare it: order {name} \"…\", entered <date>")),
    }
}

pub fn unknown_paragraph(order: &str, label: &str, span: Span, known: &[&str]) -> Diagnostic {
    let message = format!("{order} has no paragraph `¶ {label}`");
    let d = Diagnostic::new(UNKNOWN_PARAGRAPH, message, span, "no such paragraph");
    // A number is no slip for another: `¶ 9` is not meant by `¶ 99`, so all are listed while they are few.
    let marked: Vec<String> = known.iter().map(|l| format!("¶ {l}")).collect();
    let marked: Vec<&str> = marked.iter().map(String::as_str).collect();
    match marked.as_slice() {
        [] => d.help(format!("write the paragraph under `order {order}` first")),
        few if few.len() <= 5 => d.help(format!("{order} has {}", quoted_all(few))),
        many => d.help(format!("{order} has {} paragraphs; write the number of one of them", many.len())),
    }
}

pub fn expects_what(words: &str, span: Span) -> Diagnostic {
    let message = format!("`{words}` is no paragraph, and no hearing, motion or event of this matter");
    Diagnostic::new(UNKNOWN_PARAGRAPH, message, span, "expected of what?")
        .help("write the order and the paragraph: expect MTC ¶ 1 met on 2023-12-01")
}

/// A name of `kind` (`an order`) where it cannot stand; `needed` is what can, if it is one kind.
pub fn out_of_place(name: &str, kind: &str, needed: Option<&str>, span: Span) -> Diagnostic {
    let (message, help) = match needed {
        Some(needed) => (
            format!("`{name}` is the name of {kind}, and {needed} is needed here"),
            "write who is bound, or who did it, by the name of the party".to_owned(),
        ),
        None => (
            format!("`{name}` is the name of {kind}, and cannot be used here"),
            "name the paper or the event first, as in `filing of answer`, or put the order's own wording in quotation marks"
                .to_owned(),
        ),
    };
    Diagnostic::new(OUT_OF_PLACE, message, span, "not here").help(help)
}

/// `must file motion without first filing letter`: a gate belongs to what is forbidden.
pub fn gate_of_a_duty(span: Span) -> Diagnostic {
    let message = "what must come first is said of something that is forbidden, and this is not";
    Diagnostic::new(OUT_OF_PLACE, message, span, "not here").help(
        "write `must not file motion without first filing letter`; for a duty that comes after something else write `within 7 days after …`",
    )
}

/// `pay $800 to`, `after the of ¶ 1`, `If no is filed`: a word that leads to a name, and no name.
pub fn nothing_named(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_OBJECT, format!("`{word}` names nothing"), span, "a word is missing here")
        .help("write the party, the paper or the event that is meant")
}

/// `within 7 days after each Agency Letter`: what starts a clock is an event, by its whole name.
pub fn unknown_event(text: &str, span: Span) -> Diagnostic {
    let d =
        Diagnostic::new(UNKNOWN_WORD, format!("`{text}` is no event of this matter"), span, "what starts the clock?");
    match text.starts_with(char::is_uppercase) {
        true => d.help(format!("declare it on a line of its own: event {text}")),
        false => d.help(format!("declare it: event \"{text}\"; or name the act, as in `service of complaint`")),
    }
}

/// `before the hearing`, where the matter has several.
pub fn which_hearing(noun: &str, names: &[&str], span: Span) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_WORD,
        format!("this matter has {} hearings that `the {noun}` may mean", names.len()),
        span,
        "which?",
    )
    .help(format!("write its name: {}", quoted_all(names)))
}

/// `within 10 days after each document withheld`: a thing, and not what happens to it.
pub fn thing_for_an_event(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_WORD, format!("`{text}` is a thing, and no event"), span, "what starts the clock?").help(
        "say what happens to it, as in `production of list` or `service of complaint`, or declare an event; one duty for each thing is `for each document withheld`",
    )
}

/// `terminates Defendant as a party`: an action is closed, and a party dismissed.
pub fn no_action(verb: &str, text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_WORD, format!("`{text}` is not the action, and only an action is closed, reopened or restored"), span, "not the action")
        .help(format!("write `dismisses {text}` of a party or a claim, or the Court's own words in quotation marks: orders \"{verb} {text}\""))
}

/// `dismisses acton`: words that name nothing, and would only be shown.
pub fn ends_nothing(verb: &str, text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_WORD,
        format!("`{text}` names no action, party, paper or claim that an order {verb}"),
        span,
        "not known",
    )
    .help(format!(
        "write `{verb} this action`, name the party or the paper, or put the Court's own words in quotation marks"
    ))
}

/// `the record is complete through D for by Kestrel`.
pub fn closes_what(span: Span) -> Diagnostic {
    Diagnostic::new(NO_OBJECT, "the record is complete, and it is not said for which acts", span, "complete for what?")
        .help("write `for filings by …`, or `for acts by …` where it is complete for all of them")
}

/// `on breach of MTC ¶ 3`, which vacates a hearing.
pub fn nothing_to_breach(paragraph: &str, span: Span) -> Diagnostic {
    let message = format!("{paragraph} lays no duty and forbids nothing, so it cannot be breached");
    Diagnostic::new(OUT_OF_PLACE, message, span, "on breach of what?")
        .help("write the number of a paragraph that says who must, or must not, do something")
}

/// A name that differs from a declared one only in its capitals.
pub fn wrong_case(written: &str, name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(WRONG_CASE, format!("`{written}` is declared as `{name}`"), span, "another case")
        .help(format!("write `{name}`"))
        .fix(format!("write `{name}`"), span, name, true)
}

pub fn no_object(verb: &str, span: Span) -> Diagnostic {
    Diagnostic::new(NO_OBJECT, format!("`{verb}` does not say what"), span, "nothing says what")
        .help("name the paper or the set, or put the order's own wording in quotation marks")
}

/// `verb "lodge" past "left with the clerk"`: one more form of a verb that is there. `does` is a verb of the same work.
pub fn known_verb(lemma: &str, past: &str, does: Option<&str>, span: Span) -> Diagnostic {
    let message = match does {
        Some(does) => format!("`{lemma}` is a verb already, and does the work of `{does}`; so does `{past}` now"),
        None => format!("`{lemma}` is a verb already; `{past}` is one more form of it"),
    };
    Diagnostic::new(KNOWN_VERB, message, span, "known").help(format!(
        "to keep it apart from `{lemma}`, give it a lemma of its own: verb \"{lemma} provisionally\" past \"{past}\""
    ))
}

pub fn which_record(span: Span) -> Diagnostic {
    Diagnostic::new(WHICH_RECORD, "these categories do not say of which record", span, "of which record?")
        .help("put the name of the record before them: CAR categories 1-5")
}

pub fn mixed(span: Span) -> Diagnostic {
    Diagnostic::new(MIXED, "these are joined by `and` and by `or`, and nothing says which goes first", span, "which?")
        .help("give each a paragraph of its own, and put the alternative on a line that begins with `or`")
}
