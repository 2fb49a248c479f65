//! Who comes before a word that orders: somebody whom an order binds, the
//! court itself, or nobody in particular, as in a rule of law.

use std::ops::Range;

use crate::token::Kind;

use super::order::Order;
use super::vocabulary::{PAPERS, PERSONS};

pub(super) fn bound_or_thing(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    has_bearer_near(r, s, at) || r.has(at.saturating_sub(4).max(s.start), at, PAPERS)
}

/// True where somebody whom an order can bind is shortly before.
pub(super) fn has_bearer_near(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(6).max(s.start);
    let near = (from..at).rev().find(|i| PERSONS.contains(&r.word(*i)));
    // A bare name: `Apple and the United States will`.
    let name = r.tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.capital && t.kind == Kind::Word && at > s.start + 1);
    let declared = (from..at).any(|i| r.is_named(i));
    (near.is_some() || name || declared) && !is_reported_standard(r, s, at) && r.word_before(at, 1) != "court"
}

/// A party moves to dismiss, and is advanced to nothing.
pub(super) fn is_motion_verb(word: &str) -> bool {
    matches!(word, "moved" | "advanced")
}

/// True where somebody whom an order can bind is right before.
pub(super) fn has_bearer_before(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let before = r.word_before(at, 1);
    let name = r.tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.capital && t.kind == Kind::Word && at > s.start + 1);
    // `Acme Corp. will`, `Doe, by counsel, will` of a declared name.
    let declared = (at.saturating_sub(4).max(s.start)..at).any(|i| r.is_named(i));
    (PERSONS.contains(&before) || name || declared) && before != "court" && !is_reported_standard(r, s, at)
}

/// True of a rule of law that is reported and not made: `a court must`, `which must be`.
pub(super) fn is_reported_standard(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let before = r.word_before(at, 1);
    if at > s.start && matches!(before, "which" | "who" | "that" | "there" | "courts" | "one" | "what" | "plaintiff's")
    {
        return true;
    }
    // `Generally, defendants must answer`, `good cause must be shown`: the law.
    let general = matches!(r.word(s.start), "generally" | "ordinarily" | "normally" | "typically")
        || r.at(s.start, &["in", "cases"])
        || r.at(s.start, &["in", "a", "case"]);
    // The response `to the order to show cause must` be filed: no standard.
    let showing = r.word_before(at, 1) == "cause" && r.word_before(at, 2) != "show"
        || r.has(at.saturating_sub(8).max(s.start), at, &["good"]) && r.has(at, at + 5, &["shown"])
        || r.at(at, &["must", "be", "supported", "by"]);
    if general || showing && matches!(r.word(at), "must" | "shall") {
        return true;
    }
    // `within which trial must commence`
    if (1..=3).any(|n| r.word_before(at, n) == "which" && matches!(r.word_before(at, n + 1), "within" | "by" | "in")) {
        return true;
    }
    let from = at.saturating_sub(4).max(s.start);
    let general = (from..at).any(|i| {
        let next = r.word(i + 1);
        matches!(r.word(i), "a" | "an")
            && matches!(
                next,
                "court"
                    | "plaintiff"
                    | "defendant"
                    | "party"
                    | "movant"
                    | "litigant"
                    | "district"
                    | "moving"
                    | "action"
            )
    });
    general || before == "it" && r.word(at + 1) != "is" && !matches!(r.word(at), "is")
}

pub(super) fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "hereby" | "further" | "so" | "be")
}

/// Written in capitals.
pub(super) fn is_in_capitals(r: &Order<'_, '_>, at: usize) -> bool {
    r.tokens.get(at).is_some_and(|t| !r.written(t).chars().any(char::is_lowercase))
}

/// `the Court ORDERS`, and not `the Order requires`.
pub(super) fn is_court_acting(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    // `The Court, having received the stipulation of the parties, adopts it`
    let opens = r.at(s.start, &["the", "court", ","]);
    // `failure to obey Court orders`: papers, not what the Court does.
    if r.word_before(at, 1) == "court"
        && at > s.start + 1
        && !matches!(r.word_before(at, 2), "the" | "this" | "district")
    {
        return false;
    }
    let comma = r.word_before(at, 1) == "," || r.word_before(at, 1) == "hereby";
    if opens && comma {
        return true;
    }
    let from = at.saturating_sub(14).max(s.start);
    // The nearest of those who may be meant.
    let who =
        (from..at).rev().find(|i| matches!(r.word(*i), "court" | "judge" | "panel") || PERSONS.contains(&r.word(*i)));
    let heard = who.is_some_and(|i| !PERSONS.contains(&r.word(i)));
    heard && !is_reported_standard(r, s, at) || is_in_capitals(r, at) && r.has(from, at, &["court"])
}

/// True of the `May` of `May 9, 2024`.
/// It is part of a date, or it is the month: `the May report`, `in May`. No sentence writes the verb with a capital
/// but at its beginning, in a heading or in capitals.
pub(super) fn in_date(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let heading = r.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word && t.capital);
    let month = at > s.start && r.tokens.get(at).is_some_and(|t| t.capital) && !is_in_capitals(r, at) && !heading;
    month || r.dates_in(s).iter().any(|d| (d.start..d.end).contains(&at))
}
