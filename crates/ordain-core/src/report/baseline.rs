//! What was known: the breaches that a build has accepted for now, so that it
//! fails for new ones, and for those that got worse, and for no others.
//!
//! An entry is a paragraph, or a part of one, with its verdict and its day.
//! Days overdue are not in it: a breach that merely goes on is the same breach.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Report;
use crate::verdict::{Kind, Modality, Verdict};
use ordain_base::words::{day, plural};

/// The name and version of the file.
pub const SCHEMA: &str = "ordain.baseline/1";

/// The file as it is written: sorted by id, so that a diff shows what changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The version of the format of this file.
    pub schema: String,
    /// The name of the matter.
    pub matter: String,
    /// The view whose verdicts are known.
    pub view: String,
    /// The day they were asked for.
    pub as_of: String,
    /// The findings that are known.
    pub known: Vec<Entry>,
}

/// One paragraph, or one part of one, that is breached, undetermined or late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// `MTC ¶ 1 category 4`.
    pub id: String,
    /// The word of the verdict.
    pub verdict: String,
    /// The day it was due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How late, where it is late: performed, so this no longer grows by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// Of a prohibition: how many acts in breach are on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acts: Option<usize>,
}

impl Entry {
    fn of(v: &Verdict) -> Self {
        let acts = v.modality == Modality::MustNot && v.kind == Kind::Breached;
        Self {
            id: v.id.clone(),
            verdict: v.kind.name().to_owned(),
            due: v.due.as_ref().map(|d| d.day.to_string()),
            days: v.days.filter(|_| v.kind == Kind::Late),
            acts: acts.then_some(v.facts.len()),
        }
    }

    /// Why what is there now is more than this, in words.
    fn worse(&self, now: &Verdict) -> Option<String> {
        let then = Kind::from_name(&self.verdict)?;
        let new = Self::of(now);
        if now.kind < then {
            Some(format!("was {then}, is {now}", then = then.phrase(), now = now.kind.phrase()))
        } else if new.due != self.due {
            let said = |due: &Option<String>| due.as_deref().map_or_else(|| "no day".to_owned(), date_in_words);
            Some(format!("fell due on {}, falls due on {}", said(&self.due), said(&new.due)))
        } else if new.acts > self.acts {
            let (was, is) = (count_or_zero(self.acts), count_or_zero(new.acts));
            Some(format!("{} on the record, {was} known", plural(is, "act")))
        } else if new.days > self.days {
            Some(format!("late {}, {} known", plural(new.days.unwrap_or(0), "day"), self.days.unwrap_or(0)))
        } else {
            None
        }
    }
}

fn count_or_zero(n: Option<usize>) -> i64 {
    n.and_then(|n| i64::try_from(n).ok()).unwrap_or(0)
}

fn date_in_words(text: &str) -> String {
    day_of(text).map_or_else(|| text.to_owned(), day)
}

fn day_of(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

impl Baseline {
    /// All that is breached, undetermined or late in this report, by the view that decides.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut known: BTreeMap<String, (Kind, Entry)> = BTreeMap::new();
        for v in failing_parts(report.verdicts()) {
            // Two parts of one name would be one entry: the worse of them.
            let entry = known.entry(v.id.clone()).or_insert_with(|| (v.kind, Entry::of(v)));
            if v.kind < entry.0 {
                *entry = (v.kind, Entry::of(v));
            }
        }
        Self {
            schema: SCHEMA.to_owned(),
            matter: report.matter.clone(),
            view: deciding_view(report).to_owned(),
            as_of: report.as_of.to_string(),
            known: known.into_values().map(|(_, e)| e).collect(),
        }
    }

    /// JSON, indented, with a last newline.
    #[must_use]
    pub fn write(&self) -> String {
        // Only strings and numbers are in it: this cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// # Errors
    /// In words for the user, where this is not a baseline that can be read.
    pub fn read(text: &str) -> Result<Self, String> {
        let value: serde_json::Value = serde_json::from_str(text).map_err(|e| format!("it is not JSON: {e}"))?;
        match value.get("schema").and_then(serde_json::Value::as_str) {
            Some(SCHEMA) => {}
            Some(other) => return Err(format!("it is `{other}`, and this version reads `{SCHEMA}`: write it anew")),
            None => return Err(format!("it does not say `\"schema\": \"{SCHEMA}\"`")),
        }
        serde_json::from_value::<Self>(value).map_err(|e| e.to_string())?.checked()
    }

    /// # Errors
    /// In words, where a day or a verdict in it is none.
    pub(super) fn checked(self) -> Result<Self, String> {
        if day_of(&self.as_of).is_none() {
            return Err(format!("`{}` is no day: `as_of` is the day on which it was written", self.as_of));
        }
        match self.known.iter().find(|e| Kind::from_name(&e.verdict).is_none()) {
            Some(bad) => Err(format!("`{}` of {} is no verdict", bad.verdict, bad.id)),
            None => Ok(self),
        }
    }

    /// How the verdicts of a report compare with it.
    ///
    /// # Errors
    /// In words, where the report is of another matter or another view: the two cannot be compared.
    pub fn compare(&self, report: &Report) -> Result<Comparison, String> {
        let view = deciding_view(report);
        // Two matters may have paragraphs of one name, and a breach of one is not known of the other.
        if report.matter != self.matter {
            return Err(format!("it was written for the matter `{}`, and this is `{}`", self.matter, report.matter));
        }
        if view != self.view {
            return Err(format!("it was written for the view `{}`, and this is `{view}`", self.view));
        }
        // What is known on a day cannot be known on an earlier one.
        if let Some(written) = day_of(&self.as_of).filter(|written| *written > report.as_of) {
            let (written, asked) = (day(written), day(report.as_of));
            return Err(format!("it was written for {written}, and this report is of {asked}, an earlier day"));
        }
        let old: BTreeMap<&str, &Entry> = self.known.iter().map(|e| (e.id.as_str(), e)).collect();
        let now = failing_parts(report.verdicts());
        let mut states = BTreeMap::new();
        for v in &now {
            let state = match old.get(v.id.as_str()) {
                None => Found::New,
                Some(entry) => entry.worse(v).map_or(Found::Known, Found::Worse),
            };
            // Of two parts of one name, what fails the build counts.
            let entry = states.entry(v.id.clone()).or_insert_with(|| state.clone());
            if *entry == Found::Known {
                *entry = state;
            }
        }
        let gone = old.keys().filter(|id| !states.contains_key(**id)).map(|id| (*id).to_owned()).collect();
        Ok(Comparison { states, gone })
    }
}

/// The name of the view that decides.
fn deciding_view(report: &Report) -> &str {
    report.columns.first().map_or("court", |c| c.view.name())
}

/// The smallest parts that are breached, undetermined or late.
#[must_use]
pub fn failing_parts(verdicts: &[Verdict]) -> Vec<&Verdict> {
    let mut found = Vec::new();
    for v in verdicts {
        let parts = failing_parts(&v.parts);
        if parts.is_empty() && v.kind.is_finding() {
            found.push(v);
        }
        found.extend(parts);
    }
    found
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    New,
    Worse(String),
    Known,
}

/// How a finding, or a verdict, compares with the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State<'c> {
    /// It is not in the baseline.
    New,
    /// It was known, and is more than it was: how.
    Worse(&'c str),
    /// It is in the baseline, and no worse.
    Known,
}

/// A report beside its baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    states: BTreeMap<String, Found>,
    /// What the baseline knows and the report no longer has.
    pub gone: Vec<String>,
}

impl Comparison {
    /// That of a verdict: known only where all of its parts that fail are.
    #[must_use]
    pub fn state(&self, verdict: &Verdict) -> State<'_> {
        let mut worst = State::Known;
        for v in failing_parts(std::slice::from_ref(verdict)) {
            match self.states.get(&v.id) {
                None | Some(Found::New) => return State::New,
                Some(Found::Worse(why)) if worst == State::Known => worst = State::Worse(why),
                Some(_) => {}
            }
        }
        worst
    }

    /// True where neither the report nor the baseline has a finding.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.states.is_empty() && self.gone.is_empty()
    }

    /// How many of them were known and are no worse.
    #[must_use]
    pub fn known(&self) -> usize {
        self.states.values().filter(|s| **s == Found::Known).count()
    }

    /// One sentence for the one who started the run.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |is: fn(&Found) -> bool| self.states.values().filter(|s| is(s)).count();
        let mut said = vec![format!("{} known", count(|s| *s == Found::Known))];
        for (n, what) in [
            (count(|s| *s == Found::New), "new"),
            (count(|s| matches!(s, Found::Worse(_))), "worse than known"),
            (self.gone.len(), "of the baseline no longer there"),
        ] {
            if n > 0 {
                said.push(format!("{n} {what}"));
            }
        }
        let worse = self.states.iter().filter_map(|(id, s)| match s {
            Found::Worse(why) => Some(format!("\n  {id}: {why}")),
            _ => None,
        });
        format!("{}{}", said.join(", "), worse.collect::<String>())
    }
}
