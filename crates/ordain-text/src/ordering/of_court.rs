//! What a court says in words of its own: what it asks politely, what it does as `we`, what it leans to,
//! what remains in effect, and what it may do if nobody obeys.

use std::ops::Range;

use crate::token::Kind;

use super::bearers::{has_bearer_near, in_date, is_in_capitals};
use super::kind::SentenceKind;
use super::order::Order;

/// The order in the word at `at`, and the token after it.
pub(super) fn word_of_court(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let past = |n: usize| s.end.min(at + n);
    match r.word(at) {
        // `Please pay close attention`, `the appeal, please file`
        "please" if asks_politely(r, s, at) => Some((SentenceKind::Soft, past(2))),
        // `This requires the presence of the client.`
        "requires"
            if r.word_before(at, 1) == "this" && r.has(at, past(4), &["presence", "attendance", "appearance"]) =>
        {
            Some((SentenceKind::Duty, past(1)))
        }
        // `the Court declares the case at issue as of this day, and further orders discovery to commence`
        "orders" if matches!(r.word_before(at, 1), "further" | "hereby" | "also") && r.has(s.start, at, &["court"]) => {
            Some((SentenceKind::Duty, past(1)))
        }
        // `the conference remains in effect`
        "remain" | "remains" if r.has(at, past(6), &["effect", "force"]) => Some((SentenceKind::Disposition, past(1))),
        // `DO NOT SERVE A COPY`
        "do" if at == s.start && r.word(at + 1) == "not" && s.end - at > 3 => {
            Some((SentenceKind::Prohibition, past(2)))
        }
        // `If the brief is not filed, the court may abate the appeal`, `If so, the Court may enter a plan`.
        "may" if r.word_before(at, 1) == "court" && !in_date(r, s, at) && r.has(s.start, at, &["if", "should"]) => {
            let disobeyed = r.has(s.start, at, &["not", "fail", "fails", "failure"]);
            Some((if disobeyed { SentenceKind::Consequence } else { SentenceKind::Announcement }, past(1)))
        }
        "may" if r.at(at + 1, &["be", "dismissed"]) && r.has(s.start, at, &["if", "should"]) => {
            Some((SentenceKind::Consequence, past(3)))
        }
        // `dates cannot be changed by agreement`
        "cannot" if r.word(at + 1) == "be" && CHANGED.contains(&r.word(at + 2)) => {
            Some((SentenceKind::Prohibition, past(3)))
        }
        // `firm dates that can be changed only by order`
        "can" if r.word(at + 1) == "be" && CHANGED.contains(&r.word(at + 2)) && r.word(at + 3) == "only" => {
            Some((SentenceKind::Prohibition, past(4)))
        }
        _ => None,
    }
}

/// What the Court is inclined to do, does not favor, asks or takes under submission, where `next` is what it is.
pub(super) fn passive_of_court(
    r: &Order<'_, '_>,
    s: &Range<usize>,
    at: usize,
    next: usize,
) -> Option<(SentenceKind, usize)> {
    let done = next + 1;
    let court = || r.has(at.saturating_sub(3).max(s.start), at, &["court", "undersigned"]);
    match r.word(next) {
        // `The Court is very unlikely to grant continuances.`
        "to" if r.word_before(next, 1) == "unlikely" && court() => Some((SentenceKind::Announcement, done)),
        "disinclined" | "inclined" | "reluctant" if r.word(done) == "to" && court() => {
            Some((SentenceKind::Announcement, done))
        }
        // `Motions to amend are disfavored.`
        "disfavored" => Some((SentenceKind::Soft, done)),
        // `Counsel is responsible for`.
        "responsible" if matches!(r.word(done), "for" | "to") && has_bearer_near(r, s, at) => {
            Some((SentenceKind::Duty, done))
        }
        // `The Clerk is respectfully requested to`
        "requested" if r.word(next - 1) == "respectfully" && r.word(done) == "to" => Some((SentenceKind::Duty, done)),
        "taken" if r.word(done) == "under" && matches!(r.word(done + 1), "advisement" | "submission") => {
            Some((SentenceKind::Disposition, done))
        }
        "made" if r.word(done) == "permanent" => Some((SentenceKind::Disposition, done + 1)),
        "held" if r.at(next, &["held", "in", "abeyance"]) => Some((SentenceKind::Disposition, done + 2)),
        "accepted" if r.has(s.start, at, &["report", "recommendation", "recommendations", "stipulation"]) => {
            Some((SentenceKind::Disposition, done))
        }
        _ => None,
    }
}

/// `Please include`, and not `please take notice` or `please see`.
fn asks_politely(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let begins = at == s.start || matches!(r.word_before(at, 1), "," | "(" | "." | ")");
    let verb = r.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word);
    begins && verb && at + 2 < s.end && !matches!(r.word(at + 1), "see" | "take" | "note")
}

/// What nobody may do to the days of an order by agreement.
const CHANGED: &[&str] = &["changed", "extended", "modified", "altered", "waived", "continued", "moved"];

/// What a court of appeals does, in the words of several judges.
const WE_RULE: &[&str] = &[
    "affirm",
    "reverse",
    "vacate",
    "grant",
    "deny",
    "dismiss",
    "remand",
    "abate",
    "reinstate",
    "strike",
    "withdraw",
    "transfer",
    "set",
    "extend",
    "overrule",
    "sustain",
    "lift",
    "stay",
];

/// `We order counsel to file`, `We affirm the judgment`, `AFFIRMED.` of a court of appeals.
pub(super) fn order_of_judges(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let past = |n: usize| s.end.min(at + n);
    match r.word(at) {
        "order" | "direct" if said_by_judges(r, at) && r.has(at, past(24), &["to"]) => {
            Some((SentenceKind::Duty, past(1)))
        }
        "order" | "direct" if we_also(r, s, at) && r.has(at, past(24), &["to"]) => Some((SentenceKind::Duty, past(1))),
        // `We affirm the judgment`
        word if WE_RULE.contains(&word) && said_by_judges(r, at) => Some((SentenceKind::Disposition, past(1))),
        // `AFFIRMED.`
        word if WE_RULED.contains(&word)
            && at == s.start
            && s.len() <= 9
            && s.clone()
                .filter(|i| r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Word))
                .all(|i| is_in_capitals(r, i)) =>
        {
            Some((SentenceKind::Disposition, past(1)))
        }
        _ => None,
    }
}

/// `We therefore`
fn said_by_judges(r: &Order<'_, '_>, at: usize) -> bool {
    let between =
        matches!(r.word_before(at, 1), "therefore" | "hereby" | "accordingly" | "also" | "now" | "further" | "thus");
    r.word_before(at, 1 + usize::from(between)) == "we"
}

/// The same alone at the end of an opinion.
const WE_RULED: &[&str] = &["affirmed", "reversed", "vacated", "remanded", "dismissed", "abated", "denied"];

/// `we abate this appeal and order the trial court to hold a hearing`: what else the court does.
fn we_also(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    r.word_before(at, 1) == "and" && (s.start..at).any(|i| r.word(i) == "we" && WE_RULE.contains(&r.word(i + 1)))
}
