//! The sentences of an order that order something.

use std::ops::Range;

use crate::leads::{Lead, lead_of_date};
use crate::reading::Reading;
use crate::token::Kind;

use super::kind::{OrderingWord, SentenceKind};
use super::order::Order;
use super::word::ordering_word;

/// Every sentence with words that order, and those words. `names` are those of the parties,
/// as far as they are known.
pub fn ordering_sentences(reading: &Reading<'_>, names: &[&str]) -> Vec<(Range<usize>, Vec<OrderingWord>)> {
    let r = &Order::new(reading, names);
    let mut out: Vec<(Range<usize>, Vec<OrderingWord>)> = Vec::new();
    // What the last sentence orders of the items under it: `is prohibited from:`.
    let mut open: Option<SentenceKind> = None;
    let mut quoted = false;
    for sentence in &r.sentences {
        // What the parties or a statute say, word for word.
        if std::mem::replace(&mut quoted, introduces_words(r, sentence)) {
            open = None;
            continue;
        }
        let mut found: Vec<OrderingWord> = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            match ordering_word(r, sentence, at) {
                Some((kind, end)) => {
                    found.push(OrderingWord { at, kind });
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        // `It is ordered that Defendants shall`: one duty.
        if found.len() > 1 && found.first().is_some_and(|l| it_is_ordered(r, l.at)) {
            found.remove(0);
        }
        let item = is_item(r, sentence) && !is_heading(r, sentence) && !is_over(r, sentence);
        if let (true, Some(kind), true) = (found.is_empty(), open, item) {
            found.push(OrderingWord { at: first_word(r, sentence), kind });
        }
        if found.is_empty()
            && let Some(at) = dated_row(r, sentence)
        {
            found.push(OrderingWord { at, kind: SentenceKind::Deadline });
        }
        let ends = r.word(sentence.end.saturating_sub(1));
        open = match (found.last(), ends) {
            (Some(last), ":" | ";") => Some(last.kind),
            (None, ":") if announces_orders(r, sentence) => Some(SentenceKind::Duty),
            _ if is_item(r, sentence) => open,
            _ => None,
        };
        if !found.is_empty() {
            out.push((sentence.clone(), found));
        }
    }
    out
}

/// `Discovery cut-off is D`, `Deadline for Dispositive Motions D`: the day that such words set, or none.
fn dated_row(r: &Order<'_, '_>, s: &Range<usize>) -> Option<usize> {
    let date = r.dates_in(s).first().filter(|d| d.day.is_some())?;
    let token = r.tokens.get(date.start).filter(|t| !t.quoted && t.depth == 0)?;
    let past = r.has(
        s.start,
        s.end,
        &[
            "was",
            "were",
            "had",
            "has",
            "passed",
            "expired",
            "currently",
            "moved",
            "filed",
            "agree",
            "agrees",
            "request",
            "requests",
            "stipulate",
        ],
    );
    let led = matches!(lead_of_date(r, date).lead, Lead::Deadline | Lead::Label | Lead::Moved);
    let named = (s.start..date.start).any(|i| {
        matches!(r.word(i), "deadline" | "cutoff")
            || r.word(i) == "last" && r.has(i + 1, i + 3, &["date", "day"])
            || r.at(i, &["cut", "-", "off"])
            || r.at(i, &["due", "date"])
            || r.at(i, &["trial", "date"])
    });
    // A row names its day last or nearly so.
    let short = date.start - s.start <= 24;
    let row = named && short && token.capital | (token.kind == Kind::Number);
    ((led || row) && !past).then_some(date.start)
}

/// `1. Discovery.`, before the sentence of the same paragraph that says what is ordered.
fn is_heading(r: &Order<'_, '_>, s: &Range<usize>) -> bool {
    let words = s.clone().filter(|i| r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Word)).count();
    let paragraph = |i: usize| r.tokens.get(i).map(|t| t.paragraph);
    words <= 4 && r.word(s.end.saturating_sub(1)) == "." && paragraph(s.start) == paragraph(s.end)
}

/// `The deadline to amend has passed.`
fn is_over(r: &Order<'_, '_>, s: &Range<usize>) -> bool {
    (s.start..s.end)
        .any(|i| matches!(r.word(i), "has" | "have") && r.has(i + 1, i + 3, &["passed", "expired", "lapsed"]))
}

/// `The stipulation states:`, `Section 362(a) provides that:`: the next sentence is not the Court's.
fn introduces_words(r: &Order<'_, '_>, s: &Range<usize>) -> bool {
    const SAYS: &[&str] = &["states", "stated", "provides", "provided", "reads"];
    let colon = r.word(s.end.saturating_sub(1)) == ":";
    let from = s.end.saturating_sub(5).max(s.start);
    let said = (from..s.end).any(|i| SAYS.contains(&r.word(i)) && r.word_before(i, 1) != "united");
    colon && said && !r.has(s.start, s.end, &["shall", "must", "amended", "court"])
}

/// `(a) …`, `1. …`.
fn is_item(r: &Order<'_, '_>, s: &Range<usize>) -> bool {
    let short = |i: usize| r.word(i).chars().count() <= 3 && !r.word(i).is_empty();
    let number = |i: usize| r.tokens.get(i).is_some_and(|t| t.kind == Kind::Number);
    matches!(r.word(s.start), "•" | "◦" | "▪" | "·" | "●")
        || r.word(s.start) == "(" && short(s.start + 1) && r.word(s.start + 2) == ")"
        || (number(s.start) || r.word(s.start).chars().count() == 1) && matches!(r.word(s.start + 1), "." | ")")
}

fn first_word(r: &Order<'_, '_>, s: &Range<usize>) -> usize {
    let word = |i: &usize| r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Word && t.depth == 0 && t.word.len() > 1);
    s.clone().find(word).unwrap_or(s.start)
}

/// `it is hereby ordered that`, where `at` is the `is`.
fn it_is_ordered(r: &Order<'_, '_>, at: usize) -> bool {
    r.word_before(at, 1) == "it" && r.word(at) == "is"
}

/// `IT IS HEREBY ORDERED THAT:`, which orders nothing by itself.
fn announces_orders(r: &Order<'_, '_>, s: &Range<usize>) -> bool {
    r.has(s.start, s.end, &["ordered", "orders"])
}
