//! What changed between two days: duties, dates and verdicts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Input;
use crate::verdict::{Due, Kind, Verdict};

/// A matter on two days.
#[derive(Debug, Clone)]
pub struct Changes {
    /// The name of the matter.
    pub matter: String,
    /// The earlier day.
    pub from: NaiveDate,
    /// The later day.
    pub to: NaiveDate,
    /// The day to which the record and the docket are read, of each.
    pub known_from: NaiveDate,
    /// The last day whose papers are known on the later day.
    pub known_to: NaiveDate,
    /// Whose account is taken.
    pub view: String,
    /// Some line was not read.
    pub incomplete: bool,
    /// The files that were read.
    pub inputs: Vec<Input>,
    /// In the order of the paragraphs.
    pub changes: Vec<Change>,
    /// How many paragraphs are as they were.
    pub same: usize,
}

/// One paragraph, or a part of it, on both days.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// `MTC ¶ 1 category 4`.
    pub id: String,
    /// 0 for a paragraph, 1 for its parts.
    pub depth: usize,
    /// None where it was not ordered yet, or no longer is a part.
    pub before: Option<Side>,
    /// The verdict on the later day; none where the paragraph is gone.
    pub after: Option<Side>,
    /// What orders did to it in between.
    pub acts: Vec<String>,
    /// Of a day that moved and that no order moved: the steps of its count that are new, each with its rule.
    pub steps: Vec<String>,
    /// Of a verdict that is another: the facts that it now rests on, and did not.
    pub facts: Vec<String>,
}

/// How it stood on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The verdict.
    pub kind: Kind,
    /// When it fell due.
    pub due: Option<Due>,
    /// Days overdue, late, or until due.
    pub days: Option<i64>,
    /// The reason in short.
    pub why: String,
}

impl Side {
    fn of(v: &Verdict) -> Self {
        Self { kind: v.kind, due: v.due.clone(), days: v.days, why: v.why.clone() }
    }

    /// What makes it another: its verdict and its day, not the days that pass.
    fn state(&self) -> (Kind, Option<(NaiveDate, Option<chrono::NaiveTime>)>) {
        (self.kind, self.due.as_ref().map(|d| (d.day, d.time)))
    }
}

/// Compares the verdicts of two days, paragraph by paragraph: those that differ, and how many do not.
#[must_use]
pub fn compare_verdicts(before: &[Verdict], after: &[Verdict]) -> (Vec<Change>, usize) {
    let mut changes = Vec::new();
    let mut same = 0;
    let known: BTreeMap<&str, &Verdict> = before.iter().map(|v| (v.id.as_str(), v)).collect();
    let later: BTreeMap<&str, &Verdict> = after.iter().map(|v| (v.id.as_str(), v)).collect();
    let gone = before.iter().filter(|v| !later.contains_key(v.id.as_str())).map(|v| (Some(v), None));
    for (old, new) in after.iter().map(|v| (known.get(v.id.as_str()).copied(), Some(v))).chain(gone) {
        let count = changes.len();
        compare_pair(old, new, 0, &mut changes);
        same += usize::from(changes.len() == count);
    }
    (changes, same)
}

fn compare_pair(before: Option<&Verdict>, after: Option<&Verdict>, depth: usize, out: &mut Vec<Change>) {
    let Some(id) = after.or(before).map(|v| v.id.clone()) else { return };
    let acts = acts_since(before, after);
    let steps = if acts.is_empty() { steps_since(before, after) } else { Vec::new() };
    let facts = facts_since(before, after);
    let whole = Change { id, depth, before: before.map(Side::of), after: after.map(Side::of), acts, steps, facts };
    let mut parts = Vec::new();
    let old: BTreeMap<&str, &Verdict> = before.iter().flat_map(|v| &v.parts).map(|p| (p.id.as_str(), p)).collect();
    if depth == 0 && before.is_some() && after.is_some() {
        for part in after.iter().flat_map(|v| &v.parts) {
            compare_pair(old.get(part.id.as_str()).copied(), Some(part), 1, &mut parts);
        }
        let new: Vec<&str> = after.iter().flat_map(|v| &v.parts).map(|p| p.id.as_str()).collect();
        for part in before.iter().flat_map(|v| &v.parts).filter(|p| !new.contains(&p.id.as_str())) {
            compare_pair(Some(part), None, 1, &mut parts);
        }
    }
    let state = |s: &Option<Side>| s.as_ref().map(Side::state);
    let changed = state(&whole.before) != state(&whole.after);
    // Parts that went the way of the whole say nothing new.
    parts.retain(|p| !changed || (state(&p.before), state(&p.after)) != (state(&whole.before), state(&whole.after)));
    if changed || !whole.acts.is_empty() || !parts.is_empty() {
        out.push(whole);
        out.append(&mut parts);
    }
}

/// What orders did to it that the first day does not know.
fn acts_since(before: Option<&Verdict>, after: Option<&Verdict>) -> Vec<String> {
    let known = before.map_or(&[][..], |v| &v.history);
    let reported = after.map_or(&[][..], |v| &v.history);
    // The first stage is the order that made it.
    let known: BTreeSet<(&str, &str)> = known.iter().map(|k| (k.by.as_str(), k.act.as_str())).collect();
    let new = reported.iter().skip(1).filter(|s| !known.contains(&(s.by.as_str(), s.act.as_str())));
    new.map(|s| {
        let entered = s.entered.or(s.from).map(|d| format!(", {}", ordain_base::words::day(d))).unwrap_or_default();
        format!("{} {}{entered}", s.by, s.act)
    })
    .collect()
}

/// The steps of the count that led to another day.
fn steps_since(before: Option<&Verdict>, after: Option<&Verdict>) -> Vec<String> {
    let (Some(old), Some(new)) = (before.and_then(|v| v.due.as_ref()), after.and_then(|v| v.due.as_ref())) else {
        return Vec::new();
    };
    if (old.day, old.time) == (new.day, new.time) {
        return Vec::new();
    }
    let known: BTreeSet<(&str, &str)> = old.trace.iter().map(|s| (s.rule.as_str(), s.why.as_str())).collect();
    let new = new.trace.iter().filter(|s| !known.contains(&(s.rule.as_str(), s.why.as_str())));
    new.map(|s| format!("{}: {}", s.rule, s.why)).collect()
}

/// The facts that another verdict rests on, each with where it is written.
fn facts_since(before: Option<&Verdict>, after: Option<&Verdict>) -> Vec<String> {
    let (Some(old), Some(new)) = (before, after) else { return Vec::new() };
    if old.kind == new.kind {
        return Vec::new();
    }
    let known: BTreeSet<&str> = old.facts.iter().filter_map(|p| p.fact.as_deref()).collect();
    let new = new.facts.iter().filter(|p| p.fact.as_deref().is_some_and(|id| !known.contains(id)));
    new.map(|p| p.cite.as_ref().map_or_else(|| p.text.clone(), |cite| format!("{} ({cite})", p.text))).collect()
}
