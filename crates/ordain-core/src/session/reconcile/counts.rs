//! Counts: what is stated, what the acts add up to, what the tables hold.

use chrono::NaiveDate;

use super::gather::{self, Gather};
use super::rows::through_day;
use crate::facts::{Assertion, Total, totals_stated};
use crate::model::object::{Head, Set};
use crate::report::{About, StatedValue, Topic};
use ordain_base::words::day;

impl Gather<'_, '_> {
    pub(super) fn counts(&self) -> Vec<Topic> {
        let declared = &self.matter.model.declared;
        let all = totals_stated(declared, &self.matter.ledger);
        let mut topics: Vec<Topic> = Vec::new();
        for total in all.iter().filter(|t| self.known(t.claim)) {
            let about = self.about(total);
            let own: Vec<&Total<'_>> = all.iter().filter(|t| self.known(t.claim) && self.about(t) == about).collect();
            if topics.iter().any(|t| t.about == about) {
                continue;
            }
            topics.push(self.topic(about, &own));
        }
        topics
    }

    fn topic(&self, about: String, totals: &[&Total<'_>]) -> Topic {
        let mut acts: Vec<(&Assertion, u64)> =
            totals.iter().flat_map(|t| t.parts.iter().chain(&t.later)).copied().collect();
        acts.retain(|(a, _)| self.known(a));
        acts.sort_by_key(|(a, _)| (a.bounds.first, a.span));
        acts.dedup_by_key(|(a, _)| a.span);
        let mut statements: Vec<StatedValue> = Vec::new();
        for (a, n) in &acts {
            let on = a.bounds.day().map(|d| format!("on {}", day(d))).unwrap_or_default();
            statements.push(self.stated(n.to_string(), a, on));
            statements.extend(self.replies(a));
        }
        let mut values: Vec<u64> = Vec::new();
        let mut sums: Vec<(Option<NaiveDate>, String)> = Vec::new();
        for total in totals {
            let parts: Vec<u64> = total.parts.iter().filter(|(a, _)| self.known(a)).map(|(_, n)| *n).collect();
            if !parts.is_empty() && !sums.iter().any(|(last, _)| *last == total.last) {
                let added = parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
                let sum = parts.iter().fold(0, |all: u64, n| all.saturating_add(*n));
                values.push(sum);
                sums.push((total.last, added.clone()));
                let how = format!("{added}{}", through_day(total.last));
                statements.push(gather::added(sum, how));
            }
            values.push(total.n);
            statements.push(self.stated(
                total.n.to_string(),
                total.claim,
                through_day(total.last).trim_start_matches(", ").to_owned(),
            ));
            statements.extend(self.replies(total.claim));
        }
        if let Some(first) = totals.first() {
            let mut counted: Vec<Option<NaiveDate>> = totals.iter().map(|t| t.last).collect();
            counted.dedup();
            for last in counted {
                for (n, line) in self.tables(first, last) {
                    values.push(n);
                    statements.push(line);
                }
            }
        }
        let differs = values.windows(2).any(|w| w.first() != w.last());
        Topic { kind: About::Count, about, statements, differs }
    }

    /// The rows of tables that are such documents and have a day of production by then.
    fn tables(&self, total: &Total<'_>, last: Option<NaiveDate>) -> Vec<(u64, StatedValue)> {
        let documents = matches!(total.head, Some(Head::Deliverable(d)) if d.name() == "document");
        if documents { self.rows(total.set, total.by, last) } else { Vec::new() }
    }

    /// `documents in CAR categories 1-3, by Defendants`.
    fn about(&self, total: &Total<'_>) -> String {
        let what = match total.head {
            Some(Head::Deliverable(d)) => format!("{}s", d.name()),
            Some(Head::Quoted(q)) => format!("“{q}”"),
            Some(Head::Thing(t)) => {
                self.matter.model.declared.things.get(t.index()).map_or(String::new(), |t| t.name.clone())
            }
            _ => "documents".to_owned(),
        };
        let set = total.set.map(|s| format!(" in {}", self.set_words(s))).unwrap_or_default();
        let by = total.by.map(|p| format!(", by {}", self.names(&[p]))).unwrap_or_default();
        format!("{what}{set}{by}")
    }

    /// `CAR categories 4 and 5`, `CAR`.
    pub(super) fn set_words(&self, set: &Set) -> String {
        let Some(record) = self.matter.model.declared.records.get(set.record.index()) else { return String::new() };
        let labels: Vec<&str> =
            set.categories.iter().filter_map(|c| record.categories.get(*c)).map(|c| c.label.as_str()).collect();
        match labels.as_slice() {
            all if all.is_empty() || all.len() == record.categories.len() => record.name.clone(),
            [one] => format!("{} category {one}", record.name),
            all => format!("{} categories {}", record.name, ordain_base::words::join(all)),
        }
    }
}
