//! An opposition filed a year before the motion it opposes.
//!
//! Papers are taken in the order in which the text tells of them: an
//! opposition answers the motion told last. Silent where the text looks back
//! (`had filed`, `previously`) or names another paper that is answered.

use chrono::{Datelike, NaiveDate};

use crate::diag::codes::text as say;
use crate::proof::{Confidence, Finding};
use crate::reading::Reading;
use crate::reading::dates::Date;
use crate::reading::leads::{Lead, lead};

/// A paper filed on a day.
struct Paper<'r> {
    noun: &'r str,
    date: &'r Date,
    day: NaiveDate,
    unit: u32,
    /// `an opposition to the motion`: the noun it says it answers.
    to: Option<&'r str>,
}

const NOUNS: &[&str] = &[
    "motion",
    "application",
    "petition",
    "complaint",
    "opposition",
    "response",
    "reply",
    "answer",
    "surreply",
    "notice",
    "declaration",
    "brief",
    "request",
    "stipulation",
    "memorandum",
    "objections",
    "report",
    "appeal",
    "log",
    "record",
];

/// Which papers the answer `noun` may answer.
fn answers(noun: &str) -> &'static [&'static str] {
    match noun {
        "opposition" => &["motion", "application", "petition", "request"],
        "response" => &["motion", "application", "petition", "request", "complaint"],
        "reply" => &["opposition", "response", "motion", "application"],
        "surreply" => &["reply"],
        "answer" => &["complaint", "petition"],
        _ => &[],
    }
}

pub(super) fn check(r: &Reading<'_>) -> Vec<Finding> {
    let papers: Vec<Paper<'_>> = r.sentences.iter().filter_map(|s| filed(r, s)).collect();
    let mut out = Vec::new();
    for (i, answer) in papers.iter().enumerate() {
        let kinds = answers(answer.noun);
        let fits =
            |p: &&Paper<'_>| p.unit == answer.unit && kinds.contains(&p.noun) && answer.to.is_none_or(|t| t == p.noun);
        let Some(paper) = papers.get(i.saturating_sub(8)..i).unwrap_or(&[]).iter().rev().find(fits) else { continue };
        if answer.day >= paper.day {
            continue;
        }
        // A slip of the year: in a later one the answer would fit.
        let made = r.made(answer.unit).map(|(_, d)| d);
        let soon = |d: NaiveDate| (d - paper.day).num_days() <= 120;
        let late = |d: &NaiveDate| *d >= paper.day && soon(*d) && made.is_none_or(|m| *d <= m);
        let meant = (1..=2).filter_map(|n| answer.day.with_year(answer.day.year() + n)).find(late);
        let confidence = if meant.is_some() { Confidence::High } else { Confidence::Medium };
        let at = [r.span(answer.date.start, answer.date.end), r.span(paper.date.start, paper.date.end)];
        let d = say::answer_first((answer.noun, answer.day), (paper.noun, paper.day), at, meant);
        out.push(Finding::new(confidence, d));
    }
    out
}

/// The paper a sentence says was filed, and when.
fn filed<'r>(r: &'r Reading<'_>, sentence: &std::ops::Range<usize>) -> Option<Paper<'r>> {
    let date = r.dates_in(sentence).iter().find(|d| matches!(lead(r, d).lead, Lead::On))?;
    let day = date.day?;
    let verb = sentence.clone().find(|i| matches!(r.word(*i), "filed" | "served" | "submitted" | "lodged"))?;
    let quoted = r.tokens.get(verb).is_none_or(|t| t.quoted || t.depth > 0);
    let looks_back = ["had", "previously", "earlier", "shall", "must", "be", "already", "will"];
    if quoted || r.has(verb.saturating_sub(4).max(sentence.start), verb, &looks_back) {
        return None;
    }
    let is_noun = |i: &usize| NOUNS.contains(&r.word(*i));
    let after = (verb + 1..(verb + 14).min(sentence.end)).find(is_noun);
    let at = after.or_else(|| (verb.saturating_sub(5).max(sentence.start)..verb).rev().find(is_noun))?;
    let to = (at + 1..(at + 8).min(sentence.end)).find(|i| r.word(*i) == "to");
    let to = to.and_then(|t| (t + 1..(t + 8).min(sentence.end)).find(is_noun)).map(|i| r.word(i));
    Some(Paper { noun: r.word(at), date, day, unit: r.unit(verb), to })
}
