//! The dates of papers and events, by which a statement is known that cites or names them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::when;
use crate::model::Declared;
use crate::model::names::{fold, name_of};
use ordain_syntax::ast::{self, Cite, FactKind, Phrase};

/// The dates of papers and events, for statements that cite or name them.
pub(super) struct Papers {
    dates: BTreeMap<String, NaiveDate>,
}

impl Papers {
    pub(super) fn of<'f>(declared: &Declared, facts: impl Iterator<Item = &'f ast::Fact>) -> Self {
        let mut dates = BTreeMap::new();
        for thing in &declared.things {
            if let Some(date) = thing.date {
                dates.insert(thing.name.clone(), date);
            }
        }
        for order in &declared.orders {
            if let Some(date) = order.entered.or(order.filed).or(order.signed) {
                dates.insert(order.name.clone(), date);
            }
        }
        for fact in facts {
            if let FactKind::Happened { subject, when, .. } = &fact.kind
                && let Some(day) = when::bounds(&when.value, |_| None).day()
            {
                dates.entry(name_of(subject)).or_insert(day);
            }
        }
        Self { dates }
    }

    /// The date of the paper that `cite` begins with: `Coleman Decl.` of `Coleman Decl. Ex. C`.
    pub(super) fn date(&self, cite: &Cite) -> Option<NaiveDate> {
        let words: Vec<&str> = cite.paper.split(' ').collect();
        (1..=words.len()).rev().find_map(|n| {
            let name = fold(&words[..n].join(" "));
            self.dates.get(&name).or_else(|| self.dates.get(name.trim_end_matches(','))).copied()
        })
    }

    /// The day of the event that a phrase names.
    pub(super) fn day_of(&self, event: &Phrase) -> Option<NaiveDate> {
        self.dates.get(&name_of(event)).copied()
    }
}
