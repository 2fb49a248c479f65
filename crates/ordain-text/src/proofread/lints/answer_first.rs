//! An opposition filed a year before the motion it opposes.
//!
//! Papers are taken in the order in which the text speaks of them: an
//! opposition answers the motion named last. Silent where the text looks back
//! (`had filed`, `previously`) or names another paper that is answered.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::dates::Date;
use crate::leads::{Lead, lead_of_date};
use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use crate::sides::side_of_word;
use ordain_base::diag::codes;

/// A paper filed on a day.
struct Paper<'r> {
    noun: &'r str,
    date: &'r Date,
    day: NaiveDate,
    unit: u32,
    /// `an opposition to the motion`: the noun it says it answers.
    to: Option<&'r str>,
    /// Whose it is.
    side: Option<&'static str>,
}

/// Papers that the other side files.
const STEPS: &[&str] = &["opposition", "response", "answer"];

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
fn papers_answered_by(noun: &str) -> &'static [&'static str] {
    match noun {
        "opposition" => &["motion", "application", "petition", "request"],
        "response" => &["motion", "application", "petition", "request", "complaint"],
        "reply" => &["opposition", "response", "motion", "application"],
        "surreply" => &["reply"],
        "answer" => &["complaint", "petition"],
        _ => &[],
    }
}

pub(super) fn early_answers(r: &Reading<'_>) -> Vec<Finding> {
    let papers: Vec<Paper<'_>> = r.sentences.iter().flat_map(|s| papers_filed_in(r, s)).collect();
    let mut out = Vec::new();
    for (i, answer) in papers.iter().enumerate() {
        let kinds = papers_answered_by(answer.noun);
        let fits =
            |p: &&Paper<'_>| p.unit == answer.unit && kinds.contains(&p.noun) && answer.to.is_none_or(|t| t == p.noun);
        let before = papers.get(i.saturating_sub(8)..i).unwrap_or(&[]);
        let Some(paper) = before.iter().rev().find(fits) else { continue };
        // Whoever files a motion does not oppose it; and it may answer an earlier one.
        let own = paper.side.is_some() && paper.side == answer.side && STEPS.contains(&answer.noun);
        if answer.day >= paper.day || own || before.iter().any(|p| p.noun == paper.noun && p.day <= answer.day) {
            continue;
        }
        // A slip of the year: in a later one the answer would fit.
        let made = r.made(answer.unit).map(|(_, d)| d);
        let soon = |d: NaiveDate| (d - paper.day).num_days() <= 120;
        let late = |d: &NaiveDate| *d >= paper.day && soon(*d) && made.is_none_or(|m| *d <= m);
        let meant = (1..=2).filter_map(|n| answer.day.with_year(answer.day.year() + n)).find(late);
        let confidence = if meant.is_some() { Confidence::High } else { Confidence::Medium };
        let at = [r.span(answer.date.start, answer.date.end), r.span(paper.date.start, paper.date.end)];
        let d = codes::text::answer_first((answer.noun, answer.day), (paper.noun, paper.day), at, meant);
        out.push(Finding::new(confidence, d));
    }
    out
}

/// The papers a sentence says were filed, each with its day.
fn papers_filed_in<'r>(r: &'r Reading<'_>, sentence: &Range<usize>) -> Vec<Paper<'r>> {
    let dates = r.dates_in(sentence);
    let on = |d: &&'r Date| {
        matches!(lead_of_date(r, d).lead, Lead::On)
            || matches!(r.word_before(d.start, 1), "filed" | "served" | "lodged")
    };
    let mut out = Vec::new();
    for (i, date) in dates.iter().enumerate().filter(|(_, d)| on(d)) {
        let before = i.checked_sub(1).and_then(|i| dates.get(i)).map_or(sentence.start, |d| d.end);
        let after = dates.get(i + 1).map_or(sentence.end, |d| d.start);
        out.extend(paper_filed_on(r, date, before..date.start, date.end..after));
    }
    out
}

/// The paper filed on `date`, named in the words `before` it, or where there
/// are none (`On D, Defendants filed …`) in those `after` it.
fn paper_filed_on<'r>(
    r: &'r Reading<'_>,
    date: &'r Date,
    before: Range<usize>,
    after: Range<usize>,
) -> Option<Paper<'r>> {
    let day = date.day?;
    let opens = before.clone().all(|i| matches!(r.word(i), "on" | "," | "then" | "and" | "later" | ";"));
    let words = if opens { after } else { before };
    let sentence = r.sentence(date.start);
    let act = words.clone().find_map(|i| Some((i, act_of_verb(r.word(i))?)));
    let (verb, noun) = match act {
        Some(found) => found,
        // `The opposition was filed on D1, and the reply on D2.`
        None if r.word_before(date.start, 1) == "on" && NOUNS.contains(&r.word_before(date.start, 2)) => {
            let reported = (sentence.start..words.start).any(|i| r.word(i) == "filed");
            (date.start.checked_sub(2).filter(|_| reported)?, Act::Of(r.word_before(date.start, 2)))
        }
        None => return None,
    };
    let quoted = r.tokens.get(verb).is_none_or(|t| t.quoted || t.depth > 0);
    let looks_back = ["had", "previously", "earlier", "shall", "must", "be", "already", "will", "not"];
    if quoted || r.has(verb.saturating_sub(4).max(words.start), verb, &looks_back) {
        return None;
    }
    let is_noun = |i: &usize| NOUNS.contains(&r.word(*i));
    let (noun, to) = match noun {
        Act::Filed => {
            let found = (verb + 1..(verb + 14).min(words.end)).find(is_noun);
            let at = found.or_else(|| (verb.saturating_sub(6).max(words.start)..verb).rev().find(is_noun))?;
            // `response in opposition` is an opposition, `motion to compel` a motion.
            let to = (at + 1..(at + 8).min(words.end)).find(|i| r.word(*i) == "to");
            let to = to.and_then(|t| (t + 1..(t + 8).min(words.end)).find(is_noun)).map(|i| r.word(i));
            (r.word(at), to)
        }
        Act::Of(noun) => (noun, None),
    };
    let side = (words.start..verb).rev().find_map(|i| side_of_word(r.word(i)));
    Some(Paper { noun, date, day, unit: r.unit(verb), to, side })
}

/// What a verb says was done with a paper.
enum Act<'r> {
    /// The paper is beside the verb.
    Filed,
    /// The verb itself is the paper: `opposed`, `replied`.
    Of(&'r str),
}

fn act_of_verb(word: &str) -> Option<Act<'static>> {
    match word {
        "filed" | "served" | "submitted" | "lodged" => Some(Act::Filed),
        "moved" => Some(Act::Of("motion")),
        "opposed" => Some(Act::Of("opposition")),
        "responded" => Some(Act::Of("response")),
        "replied" => Some(Act::Of("reply")),
        _ => None,
    }
}
