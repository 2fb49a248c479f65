//! `responses are due May 14, 2004, and replies May 7, 2004`.
//!
//! Within one paragraph: an answer is measured against the last paper before
//! it of the kind it answers, and only where no other paper of its own kind
//! stands between them.

use chrono::NaiveDate;

use crate::diag::codes::text as say;
use crate::proof::Finding;
use crate::reading::Reading;
use crate::reading::dates::Date;
use crate::reading::leads::{Lead, lead};

/// A kind of paper in a briefing schedule: each answers the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Step {
    Motion,
    Response,
    Reply,
}

impl Step {
    fn of(word: &str) -> Option<Self> {
        match word {
            "motion" | "motions" => Some(Self::Motion),
            "opposition" | "oppositions" | "response" | "responses" => Some(Self::Response),
            "reply" | "replies" => Some(Self::Reply),
            _ => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Motion => "motion",
            Self::Response => "response",
            Self::Reply => "reply",
        }
    }
}

/// A paper and the day it is due.
struct Due<'r> {
    step: Step,
    date: &'r Date,
    day: NaiveDate,
    paragraph: u32,
}

pub(super) fn check(r: &Reading<'_>) -> Vec<Finding> {
    let dues: Vec<Due<'_>> = r.dates.iter().filter_map(|d| due(r, d)).collect();
    let mut out = Vec::new();
    for (i, answer) in dues.iter().enumerate() {
        let before = dues.get(i.saturating_sub(6)..i).unwrap_or(&[]).iter().rev();
        let near = before.take_while(|d| d.paragraph == answer.paragraph && d.step != answer.step);
        let Some(paper) = near.into_iter().find(|d| d.step < answer.step) else { continue };
        if answer.day < paper.day {
            let at = [r.span(answer.date.start, answer.date.end), r.span(paper.date.start, paper.date.end)];
            let d = say::schedule((answer.step.name(), answer.day), (paper.step.name(), paper.day), at);
            out.push(Finding::medium(d));
        }
    }
    out
}

/// The paper that is due on this date: the last one named before it, with no other date between.
fn due<'r>(r: &Reading<'_>, date: &'r Date) -> Option<Due<'r>> {
    let led = lead(r, date);
    let sentence = r.sentence(date.start);
    let from = led.at.saturating_sub(12).max(sentence.start);
    let set = match led.lead {
        Lead::By => true,
        Lead::On => r.has(from, led.at, &["shall", "must", "due"]),
        _ => false,
    };
    let token = r.tokens.get(date.start)?;
    if !set || token.quoted || token.depth > 0 {
        return None;
    }
    // `oppositions to motions`: the first of two papers is the one that is due.
    let clause = (from..led.at).rev().find(|i| matches!(r.word(*i), ";" | ",")).map_or(from, |i| i + 1);
    let at = (clause..led.at).find(|i| Step::of(r.word(*i)).is_some())?;
    let dated = r.dates_in(&sentence).iter().any(|d| d.start > at && d.end <= led.at);
    if dated {
        return None;
    }
    Some(Due { step: Step::of(r.word(at))?, date, day: date.day?, paragraph: token.paragraph })
}
