//! Counts: what is stated, what the acts add up to, what the tables hold.

use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::Gather;
use crate::facts::{Assertion, Table, Total, totals};
use crate::model::PartyId;
use crate::model::object::{Head, Set};
use crate::report::{About, Told, Topic};
use crate::session::tables::Opened;
use crate::tables::dates::read as read_date;
use crate::tables::{Limits, Reader as _, Rows};
use crate::words::{day, plural};

impl Gather<'_, '_> {
    pub(super) fn counts(&self) -> Vec<Topic> {
        let declared = &self.matter.model.declared;
        let all = totals(declared, &self.matter.ledger);
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
        let mut told: Vec<Told> = Vec::new();
        for (a, n) in &acts {
            let on = a.bounds.day().map(|d| format!("on {}", day(d))).unwrap_or_default();
            told.push(self.told(n.to_string(), a, on));
            told.extend(self.replies(a));
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
                let how = format!("{added}{}", through(total.last));
                told.push(Told {
                    value: sum.to_string(),
                    who: "the acts add up".to_owned(),
                    how,
                    cites: Vec::new(),
                    fact: None,
                    place: None,
                });
            }
            values.push(total.n);
            told.push(self.told(
                total.n.to_string(),
                total.claim,
                through(total.last).trim_start_matches(", ").to_owned(),
            ));
            told.extend(self.replies(total.claim));
        }
        if let Some(first) = totals.first() {
            let mut counted: Vec<Option<NaiveDate>> = totals.iter().map(|t| t.last).collect();
            counted.dedup();
            for last in counted {
                for (n, line) in self.tables(first, last) {
                    values.push(n);
                    told.push(line);
                }
            }
        }
        let differs = values.windows(2).any(|w| w.first() != w.last());
        Topic { kind: About::Count, about, told, differs }
    }

    /// The rows of tables that are such documents and have a day of production by then.
    fn tables(&self, total: &Total<'_>, last: Option<NaiveDate>) -> Vec<(u64, Told)> {
        let documents = matches!(total.head, Some(Head::Deliverable(d)) if d.name() == "document");
        if !documents {
            return Vec::new();
        }
        let declared = &self.matter.model.declared;
        let ours = |by: &[PartyId]| {
            by.is_empty() || total.by.is_none_or(|p| by.iter().any(|b| declared.side(*b) == declared.side(p)))
        };
        let mut found = Vec::new();
        for opened in &self.matter.opened {
            let Some(table) = self.matter.ledger.tables.get(opened.table) else { continue };
            let rows = table.declared.rows.as_ref().map(|r| r.value).or_else(|| opened.layout.as_ref()?.rows);
            if rows != Some(Rows::Documents) || !ours(&table.by) {
                continue;
            }
            if let Some((n, unread)) = self.produced(opened, total.set, last) {
                found.push((n, self.row_count(table, n, unread, last)));
            }
        }
        found
    }

    fn row_count(&self, table: &Table, n: u64, unread: u64, last: Option<NaiveDate>) -> Told {
        let who = match table.by.as_slice() {
            [] => format!("table {}", table.declared.name.value),
            by => format!("table {} of {}", table.declared.name.value, self.names(by)),
        };
        let mut how = format!("rows with a day of production{}", through(last));
        if unread > 0 {
            how.push_str(&format!("; {} not read", plural(i64::try_from(unread).unwrap_or(i64::MAX), "row")));
        }
        self.at(n.to_string(), &who, how, table.cites.clone(), table.declared.name.span)
    }

    /// How many rows were produced by then, and how many cannot be read; `None` where no column tells.
    fn produced(&self, opened: &Opened, set: Option<&Set>, last: Option<NaiveDate>) -> Option<(u64, u64)> {
        let declared = &self.matter.model.declared;
        let labels: Option<Vec<&str>> = set.and_then(|s| {
            let record = declared.records.get(s.record.index())?;
            (s.categories.len() < record.categories.len())
                .then(|| s.categories.iter().filter_map(|c| Some(record.categories.get(*c)?.label.as_str())).collect())
        });
        let (mut n, mut unread) = (0, 0);
        for file in &opened.files {
            let at = |field: &str| file.bound.iter().find(|b| b.field == field);
            let produced = at("produced")?;
            let category = match &labels {
                Some(_) => Some(at("category")?),
                None => None,
            };
            let end = file.known.open(&*file.source, Limits::default()).read(&mut |row| {
                let Ok(record) = row else {
                    unread += 1;
                    return ControlFlow::Continue(());
                };
                let value = |column: usize| record.fields.get(column).map_or("", |v| v.trim());
                let of = category.is_none_or(|c| labels.iter().flatten().any(|l| *l == value(c.column)));
                let on = value(produced.column);
                if of && !on.is_empty() {
                    match read_date(on, produced.dates) {
                        Ok(read) if last.is_none_or(|l| read.day <= l) => n += 1,
                        Ok(_) => {}
                        Err(_) => unread += 1,
                    }
                }
                ControlFlow::Continue(())
            });
            // What cannot be read to its end counts nothing.
            end.ok()?;
        }
        Some((n, unread))
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
            all => format!("{} categories {}", record.name, crate::words::join(all)),
        }
    }
}

fn through(last: Option<NaiveDate>) -> String {
    last.map(|d| format!(", through {}", day(d))).unwrap_or_default()
}
