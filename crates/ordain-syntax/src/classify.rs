//! Which kind of statement a text is, by its first words.

use super::clause_openers::{AtMargin, opener_of, opens_clause};
use super::months::month_of;
use super::reserved::{self, begins_with_words};

/// The rule a statement is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Declaration,
    Verb,
    Paragraph,
    Fact,
    Expect,
    Table,
    /// A clause with no statement above it.
    Clause,
    Unknown,
}

/// True of the words that open a declaration of the common shape.
fn opens_declaration(word: &str) -> bool {
    reserved::STATEMENTS.contains(&word) && !matches!(word, "verb" | "expect" | "table")
}

/// `text` is a statement as the grammar sees it.
pub(super) fn classify(text: &str) -> Kind {
    let text = text.trim_start();
    let first_line = text.lines().next().unwrap_or("");
    let words = plain_words(first_line);
    let Some(&first) = words.first() else {
        return if text.is_empty() { Kind::Unknown } else { Kind::Fact };
    };
    if is_stray_clause(first_line) {
        return Kind::Clause;
    }
    if text.starts_with('¶') || text.starts_with('§') || is_numbered(&words) {
        return Kind::Paragraph;
    }
    if first == "expect" {
        return Kind::Expect;
    }
    if begins_with_words(text, "verb") && text.trim_start_matches("verb").trim_start().starts_with('"') {
        return Kind::Verb;
    }
    if text.starts_with('[')
        || begins_with_words(text, "the record is complete")
        || begins_with_words(text, "The record is complete")
    {
        return Kind::Fact;
    }
    if first == "table" && !has_modal(text) && !says_that_it_happened(&words) && !is_speech(&words) {
        return Kind::Table;
    }
    let declares_here = opens_declaration(first) || begins_with_words(text, "standing order");
    if declares_here
        && !has_modal(text)
        && !says_that_it_happened(&words)
        && !is_speech(&words)
        && !cuts_off(&words)
        && !is_sitting(&words)
    {
        return Kind::Declaration;
    }
    let dated = first == "on" && !begins_with_words(text, "on or before");
    if leads_fact(text) && (dated || !has_modal(text)) || reports_a_duty(&words) {
        return Kind::Fact;
    }
    let court = matches!(words.get(..2), Some(["the" | "The", "Court"]));
    let verb = words.get(if court { 2 } else { 0 }).copied().unwrap_or("");
    if reserved::disposes(verb) || has_modal(text) || cuts_off(&words) || is_sitting(&words) {
        return Kind::Paragraph;
    }
    if is_speech(&words) || says_that_it_happened(&words) {
        return Kind::Fact;
    }
    if is_passive(&words) {
        return Kind::Paragraph;
    }
    if words.last().is_some_and(|w| matches!(*w, "stands" | "stand")) || words.iter().any(|w| matches!(*w, "expires")) {
        return Kind::Paragraph;
    }
    if is_minute_order(&words) {
        return Kind::Paragraph;
    }
    // `Defendants msut produce log`: a slip that only a duty has
    if !opens_clause(text) && slipped_modal(&words).is_some() && !opens_declaration(first) {
        return Kind::Paragraph;
    }
    Kind::Unknown
}

/// The word that seems to be a slip for a modal, by its place among `words`.
pub(super) fn slipped_modal(words: &[&str]) -> Option<(usize, &'static str)> {
    words.iter().enumerate().skip(1).take(8).find_map(|(i, w)| slip_for_modal(w).map(|m| (i, m)))
}

/// The modal that `word` seems to be a slip for.
pub(super) fn slip_for_modal(word: &str) -> Option<&'static str> {
    if matches!(word, "msut" | "mus" | "muts" | "mst" | "musst" | "mustt" | "mut" | "ust") {
        return Some("must");
    }
    match word {
        "Must" | "MUST" | "Shall" | "SHALL" => return Some("must"),
        "Should" | "SHOULD" => return Some("should"),
        _ => {}
    }
    if !(4..=7).contains(&word.len())
        || !word.chars().all(|c| c.is_ascii_lowercase())
        || matches!(
            word,
            "most"
                | "just"
                | "dust"
                | "well"
                | "wills"
                | "could"
                | "would"
                | "small"
                | "hall"
                | "mall"
                | "wall"
                | "bill"
                | "still"
                | "till"
                | "fill"
                | "kill"
                | "hill"
                | "mill"
                | "pill"
                | "rust"
                | "shell"
                | "stall"
                | "bust"
                | "wild"
                | "wilt"
                | "musk"
                | "mist"
                | "mast"
                | "gust"
                | "lust"
        )
    {
        return None;
    }
    let near = ordain_base::diag::closest(word, reserved::MODALS.iter().copied().filter(|m| *m != "may"))?;
    (near != word).then_some(near).and_then(|near| reserved::MODALS.iter().copied().find(|m| *m == near))
}

/// A line that opens a duty: somebody must.
pub(super) fn is_duty(line: &str) -> bool {
    (!opens_clause(line) || lead_then_bearer(line)) && has_modal(line) && !begins_with_words(line, "note")
}

pub(super) fn is_order_head(line: &str) -> bool {
    ["order", "standing order", "rule", "stipulation", "notice"].iter().any(|w| begins_with_words(line, w))
        && !has_modal(line)
}

/// A clause left at the margin, and nothing that could be a statement.
pub(super) fn is_stray_clause(line: &str) -> bool {
    let Some(opener) = opener_of(line) else { return false };
    match opener.at_margin {
        AtMargin::Always => true,
        AtMargin::UnlessDuty => !lead_then_bearer(line),
        AtMargin::UnlessDutyOrFact => !lead_then_bearer(line) && !lead_then_act(line, opener.words),
    }
}

/// A property left at the margin under the declaration that `head` opens: `court C.D. Cal.` under `matter`.
pub(super) fn stray_property<'t>(head: &str, line: &'t str) -> Option<&'t str> {
    let kind = head.split_whitespace().next()?;
    let words: &[&str] = match kind {
        "matter" => &["court", "number", "dates are"],
        "party" | "nonparty" | "role" => &["members", "alias"],
        "record" => &["category", "alias"],
        "order" | "rule" | "stipulation" => &["entered", "signed", "served", "Dkt.", "text"],
        _ => return None,
    };
    let word = words.iter().find(|w| line.strip_prefix(**w).is_some_and(|r| r.starts_with(' ')))?;
    (!has_modal(line)).then(|| line.get(..word.len())).flatten()
}

/// `by December 1, 2023, Defendants must …`
fn lead_then_bearer(line: &str) -> bool {
    line.contains(',') && has_modal(line)
}

/// `on or before December 1, 2023 Defendants produced …`, `in December 2023 Defendants …`:
/// words come after the date.
fn lead_then_act(line: &str, word: &str) -> bool {
    let rest = line.get(word.len()..).unwrap_or("");
    if word == "in" {
        let first = rest.split_whitespace().next().unwrap_or("");
        return first.chars().all(|c| c.is_ascii_digit()) || month_of(first).is_some();
    }
    if !matches!(word, "on or before" | "by" | "before" | "after") {
        return false;
    }
    let words = plain_words(rest);
    let year = words.iter().position(|w| {
        let w = w.trim_end_matches(',');
        (w.len() == 4 && w.chars().all(|c| c.is_ascii_digit())) || (w.len() == 10 && w.as_bytes().get(4) == Some(&b'-'))
    });
    year.is_some_and(|y| y < 5 && words.get(y + 1).is_some_and(|w| !opens_clause(w)))
}

fn leads_fact(text: &str) -> bool {
    if begins_with_words(text, "on breach") || begins_with_words(text, "on the terms of") {
        return false;
    }
    [
        "on",
        "On",
        "between",
        "Between",
        "after",
        "After",
        "the day before",
        "The day before",
        "the day after",
        "The day after",
    ]
    .iter()
    .any(|w| begins_with_words(text, w))
        || ["in", "In", "by", "before", "Before"]
            .iter()
            .any(|w| begins_with_words(text, w) && lead_then_act(text, &w.to_lowercase()))
}

/// `Plaintiffs say that Defendants must …` reports a duty and lays none.
fn reports_a_duty(words: &[&str]) -> bool {
    let that = words
        .windows(2)
        .position(|w| matches!(w, [said, "that"] if reserved::SPEECH.contains(said) || *said == "denied"));
    that.is_some_and(|at| at > 0 && !words.iter().take(at).any(|w| reserved::MODALS.contains(w)))
}

fn is_numbered(words: &[&str]) -> bool {
    match words {
        [first, ..] if first.len() <= 4 && first.ends_with(['.', ')']) => {
            first.trim_start_matches('(').trim_end_matches(['.', ')']).chars().all(|c| c.is_ascii_digit())
                && first.len() > 1
        }
        ["Paragraph" | "Para." | "paragraph", n, ..] => n.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// Words of one line outside quotations.
fn plain_words(line: &str) -> Vec<&str> {
    line.split(['"', '“', '”']).step_by(2).flat_map(str::split_whitespace).collect()
}

/// A modal outside quotations, before the first clause that could carry one of its own.
pub(super) fn has_modal(text: &str) -> bool {
    // Few texts speak of a breach: only what binds is held against where one begins.
    has_modal_within(text) && text.find(" on breach ").is_none_or(|at| text.get(..at).is_some_and(has_modal_within))
}

fn has_modal_within(text: &str) -> bool {
    // the head of a long statement is enough
    let mut head = text.split(['"', '“', '”']).step_by(2).flat_map(str::split_whitespace).take(80);
    while let Some(word) = head.next() {
        let mut after = head.clone();
        let binds = match word.trim_end_matches([':', ',']) {
            "must" | "may" | "shall" | "should" | "will" => true,
            "need" => after.next() == Some("not"),
            "is" | "are" => {
                let colours = ["hereby", "further", "not", "temporarily", "preliminarily", "permanently"];
                let next = after.find(|w| !colours.contains(w)).unwrap_or("");
                reserved::BINDING.contains(&next.trim_end_matches(','))
            }
            "has" | "have" => after.next() == Some("until"),
            _ => false,
        };
        if binds {
            return true;
        }
    }
    false
}

fn cuts_off(words: &[&str]) -> bool {
    let dated = |next: &str| matches!(next, "on" | "by") || month_of(next).is_some();
    words.windows(2).any(|w| match w {
        ["is" | "are", "due"] => true,
        ["closes" | "ends" | "concludes", next] => dated(next),
        _ => false,
    })
}

/// `Trial is set for July 9, 2024`, `Trial begins on July 9, 2024`.
fn is_sitting(words: &[&str]) -> bool {
    words.windows(3).any(|w| {
        matches!(w, ["is" | "are", "set" | "scheduled" | "reset" | "rescheduled" | "continued", "on" | "for"])
            || matches!(w, [_, "begins" | "commences", "on"])
    })
}

/// `this action is stayed until June 3, 2024`; what happened `on` a day is a fact.
fn is_passive(words: &[&str]) -> bool {
    let done = |w: &str| reserved::PASSIVES.contains(&w.trim_end_matches(',').to_lowercase().as_str());
    words.iter().enumerate().any(|(at, word)| {
        let after = |n: usize| words.get(at + n).copied().unwrap_or("");
        let adverb = usize::from(after(1) == "hereby");
        matches!(*word, "is" | "are") && done(after(1 + adverb)) && after(2 + adverb) != "on"
    })
}

/// `Defendant to file answer by May 13, 2024`.
fn is_minute_order(words: &[&str]) -> bool {
    let named = words.first().is_some_and(|w| w.starts_with(char::is_uppercase) || *w == "the");
    let to = words.iter().take(8).position(|w| *w == "to").filter(|at| *at > 0);
    let verb = to.and_then(|at| words.get(at + 1)).filter(|w| w.bytes().all(|b| b.is_ascii_lowercase()));
    let dated = words.iter().any(|w| month_of(w).is_some() || matches!(*w, "by" | "within" | "until" | "before"));
    named && verb.is_some_and(|v| v.len() > 2) && dated
}

fn is_speech(words: &[&str]) -> bool {
    words.iter().skip(1).any(|w| reserved::SPEECH.contains(w)) || words.windows(2).any(|w| w == ["denied", "that"])
}

fn says_that_it_happened(words: &[&str]) -> bool {
    words.windows(2).any(|w| matches!(w, ["happened" | "occurred", "on" | "in" | "between"] | ["took", "place"]))
        || words.windows(2).any(|w| {
            matches!(
                w,
                [
                    "was" | "were",
                    "held"
                        | "filed"
                        | "served"
                        | "entered"
                        | "signed"
                        | "issued"
                        | "lodged"
                        | "heard"
                        | "received"
                        | "granted"
                        | "denied"
                ]
            )
        })
}
