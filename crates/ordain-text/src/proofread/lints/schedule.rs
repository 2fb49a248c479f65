//! `responses are due May 14, 2004, and replies May 7, 2004`.
//!
//! Within one paragraph: an answer is measured against the last paper before
//! it of the kind it answers, and only where no other paper of its own kind
//! is between them. Rebuttal reports are measured against the first
//! reports, and a trial against its pretrial conference, within one order and
//! only where it has one date for each.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::dates::Date;
use crate::leads::{Lead, lead_of_date, reports_a_statement};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

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

pub(super) fn disordered_schedules(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = check_briefs(r);
    out.extend(check_stages(r));
    out
}

/// A later stage set for a day before an earlier one.
fn check_stages(r: &Reading<'_>) -> Vec<Finding> {
    let mut days: BTreeMap<(u32, Stage), Vec<(&Date, NaiveDate)>> = BTreeMap::new();
    for date in &r.dates {
        let unit = r.unit(date.start);
        if let (Some(day), Some(stage)) = (date.day, Stage::of(r, date)) {
            let known = days.entry((unit, stage)).or_default();
            if known.len() < 2 && known.iter().all(|(_, d)| *d != day) {
                known.push((date, day));
            }
        }
    }
    let mut out = Vec::new();
    for ((unit, stage), known) in &days {
        let (Some(first), [(late, day)]) = (stage.after(), known.as_slice()) else { continue };
        // Of the days of both sides the first counts.
        let earliest = days.get(&(*unit, first)).and_then(|known| known.iter().min_by_key(|(_, day)| *day));
        let Some((early, before)) = earliest else { continue };
        if day < before {
            let at = [r.span(late.start, late.end), r.span(early.start, early.end)];
            out.push(Finding::medium(codes::text::stages((stage.name(), *day), (first.name(), *before), at)));
        }
    }
    out
}

/// A stage that comes once in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Reports,
    Rebuttal,
    Pretrial,
    Trial,
}

impl Stage {
    /// The stage that `date` sets: the last words before it name it, and nothing but a verb is between.
    fn of(r: &Reading<'_>, date: &Date) -> Option<Self> {
        const BETWEEN: &[&str] = &[
            "is",
            "are",
            "shall",
            "will",
            "be",
            "set",
            "scheduled",
            "for",
            "begin",
            "begins",
            "commence",
            "commences",
            "held",
            "on",
            "due",
            "by",
            "served",
            "disclosed",
            "exchanged",
            "hereby",
            "no",
            "later",
            "than",
            ":",
            "|",
            "date",
            "and",
            "filed",
            "or",
            "before",
            "to",
            "reset",
            "continued",
            "must",
        ];
        let token = r.tokens.get(date.start)?;
        let sentence = r.sentence(date.start);
        let from = date.start.saturating_sub(10).max(sentence.start);
        let last = (from..date.start).rev().find(|i| !BETWEEN.contains(&r.word(*i)))?;
        // A setting needs a word between, or a colon: `the trial June 4` sets nothing.
        if token.quoted || token.depth > 0 || last + 1 == date.start || reports_a_statement(r, &sentence) {
            return None;
        }
        let before = |n: usize| r.word_before(last, n);
        match r.word(last) {
            "trial" if !matches!(before(1), "pre" | "-") => Some(Self::Trial),
            "conference" if before(1) == "pretrial" || r.before(last, &["pre", "-", "trial"]) => Some(Self::Pretrial),
            "reports" | "report" | "disclosures" | "disclosure" | "experts" => {
                let near = last.saturating_sub(4).max(from);
                let rebuttal = r.has(near, last, &["rebuttal"]);
                let expert = r.has(near, last + 1, &["expert", "experts"]);
                let near_verb = last.saturating_sub(5).max(sentence.start);
                let named = r.word(last) == "experts"
                    && r.has(near_verb, last, &["disclose", "designate", "identify", "disclosed", "designated"]);
                let opening = named || r.has(near, last, &["opening", "initial", "affirmative"]);
                match (rebuttal, opening && expert) {
                    (true, _) => Some(Self::Rebuttal),
                    (false, true) => Some(Self::Reports),
                    (false, false) => None,
                }
            }
            _ => None,
        }
    }

    /// The stage that comes before it.
    const fn after(self) -> Option<Self> {
        match self {
            Self::Rebuttal => Some(Self::Reports),
            Self::Trial => Some(Self::Pretrial),
            Self::Reports | Self::Pretrial => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Reports => "first expert reports",
            Self::Rebuttal => "rebuttal reports",
            Self::Pretrial => "pretrial conference",
            Self::Trial => "trial",
        }
    }
}

fn check_briefs(r: &Reading<'_>) -> Vec<Finding> {
    let dues: Vec<Due<'_>> = r.dates.iter().filter_map(|d| paper_due_on(r, d)).collect();
    let mut out = Vec::new();
    for (i, answer) in dues.iter().enumerate() {
        let before = dues.get(i.saturating_sub(6)..i).unwrap_or(&[]).iter().rev();
        let near = before.take_while(|d| d.paragraph == answer.paragraph && d.step != answer.step);
        let Some(paper) = near.into_iter().find(|d| d.step < answer.step) else { continue };
        if answer.day < paper.day {
            let at = [r.span(answer.date.start, answer.date.end), r.span(paper.date.start, paper.date.end)];
            let d = codes::text::schedule((answer.step.name(), answer.day), (paper.step.name(), paper.day), at);
            out.push(Finding::medium(d));
        }
    }
    out
}

/// The paper that is due on this date: the last one named before it, with no other date between.
fn paper_due_on<'r>(r: &Reading<'_>, date: &'r Date) -> Option<Due<'r>> {
    let led = lead_of_date(r, date);
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
