//! A motion granted in part, and denied in its entirety a sentence later.
//!
//! Both dispositions must be of the same motion: the same number on the docket, or the same
//! object (`motion to compel`), or `the motion` of an order that names one only. What is said of a part
//! (`as to`, `in part`, `except`) contradicts only what is said of the whole in so many words.

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::sides::side_of_word;
use crate::token::Kind;
use ordain_base::diag::codes;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Granted,
    Denied,
}

/// How much of the motion is disposed of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// `in its entirety`, `in full`.
    Entirely,
    /// Nothing says how much.
    Open,
    Part,
}

/// What an order does with one motion.
struct Disposition<'r> {
    at: usize,
    unit: u32,
    outcome: Outcome,
    extent: Extent,
    motion: Motion<'r>,
}

/// The motion as the sentence names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Motion<'r> {
    number: Option<&'r str>,
    /// `to compel`: the first word of what it asks.
    object: Option<&'r str>,
    side: Option<&'static str>,
}

impl Motion<'_> {
    fn may_be(&self, other: &Self) -> bool {
        fn agree<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        agree(&self.number, &other.number) && agree(&self.object, &other.object) && agree(&self.side, &other.side)
    }
}

/// So many dispositions before and after one are held against it.
const NEAR: usize = 60;

pub(super) fn granted_and_denied(r: &Reading<'_>) -> Vec<Finding> {
    let all: Vec<Disposition<'_>> = (0..r.tokens.len()).filter_map(|at| disposition_at(r, at)).collect();
    let mut out = Vec::new();
    for (i, later) in all.iter().enumerate() {
        let around = all.get(i.saturating_sub(NEAR)..(i + NEAR).min(all.len())).unwrap_or(&[]);
        let of_order: Vec<&Disposition<'_>> = around.iter().filter(|d| d.unit == later.unit).collect();
        // With a second motion in the order, the names must say that both are of one.
        let one_motion = of_order.iter().all(|d| d.motion.may_be(&later.motion));
        let same = |d: &&Disposition<'_>| {
            let named = d.motion.number.is_some() && d.motion.number == later.motion.number;
            d.unit == later.unit && d.outcome != later.outcome && extents_contradict(d, later) && (named || one_motion)
        };
        if let Some(first) = all.get(i.saturating_sub(NEAR)..i).unwrap_or(&[]).iter().find(same) {
            let at = [r.span(first.at, first.at + 1), r.span(later.at, later.at + 1)];
            let granted = first.outcome == Outcome::Granted;
            out.push(Finding::medium(codes::text::granted_and_denied(granted, at)));
        }
    }
    out
}

/// The whole granted and the whole denied; or a part, and the whole in so many words.
fn extents_contradict(a: &Disposition<'_>, b: &Disposition<'_>) -> bool {
    match (a.extent, b.extent) {
        (Extent::Part, Extent::Part) => false,
        (Extent::Part, whole) | (whole, Extent::Part) => whole == Extent::Entirely,
        _ => true,
    }
}

/// `the motion is GRANTED in part`, `the Court DENIES the motion`.
fn disposition_at<'r>(r: &'r Reading<'_>, at: usize) -> Option<Disposition<'r>> {
    let outcome = match r.word(at) {
        "granted" | "grants" => Outcome::Granted,
        "denied" | "denies" => Outcome::Denied,
        _ => return None,
    };
    let token = r.tokens.get(at)?;
    let sentence = r.sentence(at);
    let active = matches!(r.word(at), "grants" | "denies");
    let (from, to) =
        if active { (at, (at + 16).min(sentence.end)) } else { (at.saturating_sub(24).max(sentence.start), at) };
    let noun = |i: &usize| {
        let plain = r.tokens.get(*i).is_some_and(|t| !t.quoted && t.depth == 0);
        // `Motion to Extend the Motion Deadline`
        let of_thing = matches!(r.word(i + 1), "deadline" | "deadlines" | "hearing" | "practice" | "cutoff");
        plain && !of_thing && matches!(r.word(*i), "motion" | "application" | "petition" | "request")
    };
    let motion = if active { (from..to).find(noun)? } else { (from..to).rev().find(noun)? };
    let be = active || r.has(at.saturating_sub(3).max(from), at, &["is", "are", "hereby", "be"]) || motion + 8 > at;
    let reported = r.has(from, at, &["was", "were", "had", "previously", "if", "should", "would", "until"]) && !active
        || r.has(at.saturating_sub(2).max(from), at, &["not", "to"])
        || r.has(sentence.start, sentence.end, &["otherwise", "moot", "earlier", "previously", "order"])
            && !is_in_capitals(r, at);
    if token.quoted || token.depth > 0 || !be || reported {
        return None;
    }
    Some(Disposition {
        at,
        unit: token.unit,
        outcome,
        extent: extent_of_disposition(r, at, sentence.end),
        motion: motion_named(r, motion, from, to),
    })
}

fn extent_of_disposition(r: &Reading<'_>, at: usize, end: usize) -> Extent {
    let near = (at + 12).min(end);
    if r.has(at, near, &["entirety", "full", "whole", "entirely", "completely"]) || r.word_before(at, 1) == "entirely" {
        return Extent::Entirely;
    }
    let part =
        ["part", "as", "except", "extent", "insofar", "respect", "regarding", "only", "subject", "without", "leave"];
    if r.has(at + 1, (at + 24).min(end), &part) || r.has(at.saturating_sub(8), at, &["part", "partially", "portion"]) {
        Extent::Part
    } else {
        Extent::Open
    }
}

fn motion_named<'r>(r: &'r Reading<'_>, motion: usize, from: usize, to: usize) -> Motion<'r> {
    let number = (motion + 1..motion + 9).find(|i| {
        let bracketed = matches!(r.word_before(*i, 1), "[" | "no" | "." | "dkt" | "doc" | "ecf" | "(" | "#");
        r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Number) && bracketed
    });
    let to_verb = (motion + 1..motion + 3).find(|i| matches!(r.word(*i), "to" | "for" | "in"));
    let small = |i: usize| matches!(r.word(i), "a" | "an" | "the" | "to" | "his" | "her" | "its" | "their");
    let object = to_verb.map(|i| if small(i + 1) { i + 2 } else { i + 1 });
    let of_side = (motion.saturating_sub(5)..motion).filter(|i| *i >= from.min(motion) || to > motion);
    Motion {
        number: number.map(|i| r.word(i)),
        object: object.map(|i| r.word(i)),
        side: of_side.rev().find_map(|i| side_of_word(r.word(i))),
    }
}

/// Written in capitals, as orders write what they do.
fn is_in_capitals(r: &Reading<'_>, at: usize) -> bool {
    r.tokens.get(at).is_some_and(|t| t.word.len() > 2 && !r.written(t).chars().any(char::is_lowercase))
}
