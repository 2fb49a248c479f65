//! `will` in an order: what a party is to do, what the Court will hold or decide, and what will
//! become of papers. A forecast, an argument and a court's own reasoning order nothing.

use std::ops::Range;

use super::bearers::has_bearer_before;
use super::kind::SentenceKind;
use super::order::Order;
use super::vocabulary::{FORECASTS, REASONS, WILL_BE, WILL_BE_DONE, WILL_DISPOSE, WILL_HOLD};

/// What the `will` at `at` orders, and the token after it.
pub(super) fn order_of_will(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> Option<(SentenceKind, usize)> {
    let not = r.word(at + 1) == "not";
    let verb = verb_after(r, at + 1 + usize::from(not));
    let end = s.end.min(verb + 1);
    // `investigation that will not be complete`
    if matches!(r.word_before(at, 1), "that" | "which" | "who") {
        return None;
    }
    // `The Stipulation does not indicate that Defendant will not abide`: somebody says so.
    if is_asserted_by_somebody(r, s, at) {
        return None;
    }
    // `the schedule to which they will be expected to adhere` describes.
    if (1..=3).any(|n| r.word_before(at, n) == "which" && r.word_before(at, n + 1) == "to") {
        return None;
    }
    if of_court(r, s, at) {
        return court_will(r, s, verb, not).map(|kind| (kind, end));
    }
    if let Some(kind) = event_will(r, s, at, verb) {
        return Some((kind, end));
    }
    if r.word(verb) == "be" {
        return will_be(r, s, at, verb);
    }
    let acts = has_bearer_before(r, s, at) && !FORECASTS.contains(&r.word(verb));
    acts.then_some((if not { SentenceKind::Prohibition } else { SentenceKind::Duty }, end))
}

/// Past `therefore`, `promptly`, `also`.
fn verb_after(r: &Order<'_, '_>, at: usize) -> usize {
    let skipped = |i: usize| {
        let word = r.word(i);
        matches!(
            word,
            "therefore" | "then" | "thereafter" | "also" | "accordingly" | "again" | "," | "each" | "both" | "further"
        ) || word.len() > 4 && word.ends_with("ly") && !FORECASTS.contains(&word) && !REASONS.contains(&word)
    };
    (at..at + 4).find(|i| !skipped(*i)).unwrap_or(at)
}

/// `the Court will`, `the undersigned will`, `the Court, on its own motion, will`.
fn of_court(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(2).max(s.start);
    !r.has(at.saturating_sub(5).max(s.start), at, &["clerk"])
        && r.has(from, at, &["court", "undersigned", "judge", "panel"])
        && !matches!(r.word_before(at, 1), "clerk" | "reporter")
}

fn court_will(r: &Order<'_, '_>, s: &Range<usize>, verb: usize, not: bool) -> Option<SentenceKind> {
    let word = r.word(verb);
    let dated = !r.dates_in(s).is_empty();
    if REASONS.contains(&word)
        || word == "consider" && matches!(r.word(verb + 1), "each" | "whether" | "these" | "both")
    {
        return None;
    }
    Some(match word {
        _ if not => SentenceKind::Announcement,
        _ if WILL_DISPOSE.contains(&word) => SentenceKind::Disposition,
        _ if WILL_HOLD.contains(&word) && dated => SentenceKind::Setting,
        "impose" | "sanction" => SentenceKind::Consequence,
        _ => SentenceKind::Announcement,
    })
}

/// `A jury trial will begin on D`, `the conference will take place at noon`, `discovery will close on D`.
fn event_will(r: &Order<'_, '_>, s: &Range<usize>, at: usize, verb: usize) -> Option<SentenceKind> {
    let from = at.saturating_sub(12).max(s.start);
    let event = r.has(from, at, EVENTS);
    match r.word(verb) {
        "begin" | "commence" | "proceed" | "take" | "start" | "resume" | "convene" | "occur" if event => {
            Some(SentenceKind::Setting)
        }
        "be" if event
            && matches!(r.word(verb + 1), "held" | "conducted" | "heard" | "by" | "via" | "on" | "at" | "in") =>
        {
            Some(SentenceKind::Setting)
        }
        // `this case will proceed on the standard track`
        "proceed" if r.has(from, at, &["case", "action", "matter", "appeal"]) => Some(SentenceKind::Announcement),
        // `Rule 16.1 will govern this case`
        "govern" if r.has(from, at, &["rule", "rules", "order", "schedule", "procedures"]) => {
            Some(SentenceKind::Announcement)
        }
        // `A separate order will issue.`
        "issue" | "follow"
            if r.has(from, at, &["order", "opinion", "ruling", "memorandum", "notice", "writ", "judgment"]) =>
        {
            Some(SentenceKind::Announcement)
        }
        "close" | "end" | "expire" | "conclude" | "lapse" if !r.dates_in(s).is_empty() => Some(SentenceKind::Deadline),
        _ => None,
    }
}

/// `No further extensions will be granted`, `sanctions will be imposed`, `counsel will be required to appear`.
fn will_be(r: &Order<'_, '_>, s: &Range<usize>, at: usize, be: usize) -> Option<(SentenceKind, usize)> {
    let done = verb_after(r, be + 1 + usize::from(r.word(be + 1) == "not"));
    let word = r.word(done);
    if WILL_BE_DONE.contains(&word) {
        return Some((SentenceKind::Duty, s.end.min(done + 1)));
    }
    if !WILL_BE.contains(&word) {
        return None;
    }
    let threat = matches!(word, "imposed" | "dismissed" | "sanctioned" | "assessed" | "stricken");
    let kind = match word {
        "required" | "directed" | "ordered" | "expected" if r.word(done + 1) == "to" => SentenceKind::Duty,
        "precluded" | "barred" if r.word(done + 1) == "from" => SentenceKind::Prohibition,
        _ if threat && !r.has(s.start, at, &["motion", "order"]) => SentenceKind::Consequence,
        _ => SentenceKind::Announcement,
    };
    Some((kind, s.end.min(done + 1)))
}

/// True in a clause that somebody asserts, indicates or believes.
fn is_asserted_by_somebody(r: &Order<'_, '_>, s: &Range<usize>, at: usize) -> bool {
    const SAYS: &[&str] = &[
        "indicate",
        "indicates",
        "indicated",
        "asserts",
        "asserted",
        "argues",
        "argued",
        "contends",
        "contended",
        "believes",
        "believe",
        "represents",
        "represented",
        "reveals",
        "hopes",
        "reports",
        "says",
        "said",
        "alleges",
        "suggests",
        "suggested",
        "predicts",
        "speculates",
        "claims",
        "assurance",
        "assurances",
        "assure",
        "assures",
        "ensure",
        "ensures",
    ];
    let that = (at.saturating_sub(7).max(s.start)..at).rev().find(|i| r.word(*i) == "that");
    that.is_some_and(|i| r.has(i.saturating_sub(2).max(s.start), i, SAYS))
}

/// What is held on a day.
const EVENTS: &[&str] = &[
    "hearing",
    "conference",
    "trial",
    "argument",
    "mediation",
    "sentencing",
    "arraignment",
    "deposition",
    "selection",
];
