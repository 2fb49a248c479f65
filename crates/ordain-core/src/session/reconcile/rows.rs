//! The rows of a table of documents that have a day of production, by category.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::counted::Counted;
use super::gather::Gather;
use crate::facts::Table;
use crate::model::PartyId;
use crate::model::object::Set;
use crate::report::StatedValue;
use crate::session::tables::Opened;
use ordain_base::words::{day, plural};
use ordain_tables::dates::read_date;
use ordain_tables::{Limits, Reader as _, Rows};

impl Gather<'_, '_> {
    /// How many rows of each table are documents of the set that the side produced by then, and how they are shown.
    pub(super) fn rows(
        &self,
        set: Option<&Set>,
        by: Option<PartyId>,
        last: Option<NaiveDate>,
    ) -> Vec<(u64, StatedValue)> {
        let declared = &self.matter.model.declared;
        let ours = |of: &[PartyId]| {
            of.is_empty() || by.is_none_or(|p| of.iter().any(|b| declared.side(*b) == declared.side(p)))
        };
        let labels = |s: &Set, all: bool| -> Vec<&str> {
            let Some(record) = declared.records.get(s.record.index()) else { return Vec::new() };
            let named = record.categories.iter().enumerate().filter(|(i, _)| all || s.categories.contains(i));
            named.map(|(_, c)| c.label.as_str()).collect()
        };
        let only = declared.only_record().map(|record| Set { record, categories: Vec::new() });
        let mut found = Vec::new();
        for opened in &self.matter.opened {
            let Some(table) = self.matter.ledger.tables.get(opened.table) else { continue };
            let rows = table.declared.rows.as_ref().map(|r| r.value).or_else(|| opened.layout.as_ref()?.rows);
            if rows != Some(Rows::Documents) || !ours(&table.by) {
                continue;
            }
            let Some(counted) = self.counted(opened, last) else { continue };
            // A set of all categories is all rows.
            let whole = |s: &Set| s.categories.len() >= labels(s, true).len();
            let wanted = set.filter(|s| !whole(s)).map(|s| labels(s, false));
            let Some(n) = counted.of(wanted.as_deref()) else { continue };
            let statements = wanted.clone().or_else(|| set.or(only.as_ref()).map(|s| labels(s, true)));
            let statements = statements.and_then(|labels| counted.words(&labels));
            found.push((n, self.row_count(table, n, &counted, statements, last)));
        }
        found
    }

    fn row_count(
        &self,
        table: &Table,
        n: u64,
        counted: &Counted,
        by: Option<String>,
        last: Option<NaiveDate>,
    ) -> StatedValue {
        let who = match table.by.as_slice() {
            [] => format!("table {}", table.declared.name.value),
            by => format!("table {} of {}", table.declared.name.value, self.names(by)),
        };
        let mut how = format!("rows with a day of production{}", through_day(last));
        if let Some(by) = by {
            how.push_str(&format!(": {by}"));
        }
        if counted.unread > 0 {
            let rows = plural(i64::try_from(counted.unread).unwrap_or(i64::MAX), "row");
            how.push_str(&format!("; {rows} not read"));
        }
        self.stated_at(n.to_string(), &who, how, table.cites.clone(), table.declared.name.span)
    }

    /// Each table is read once for a day, whatever is asked of it.
    fn counted(&self, opened: &Opened, last: Option<NaiveDate>) -> Option<Counted> {
        let key = (opened.table, last);
        if let Some(known) = self.counted.borrow().get(&key) {
            return known.clone();
        }
        let counted = self.read(opened, last);
        self.counted.borrow_mut().insert(key, counted.clone());
        counted
    }

    /// Nothing where no column says the day of production, or a file cannot be read to its end.
    fn read(&self, opened: &Opened, last: Option<NaiveDate>) -> Option<Counted> {
        let declared = &self.matter.model.declared;
        let labels = declared.records.iter().flat_map(|r| &r.categories).map(|c| (c.label.clone(), 0));
        let mut by: BTreeMap<String, u64> = labels.collect();
        let (mut rows, mut unread) = (0, 0);
        let mut statements = true;
        for file in &opened.files {
            let at = |field: &str| file.bound.iter().find(|b| b.field == field);
            let produced = at("produced")?;
            let category = at("category");
            statements &= category.is_some();
            let end = file.known.open(&*file.source, Limits::default()).read(&mut |row| {
                let Ok(record) = row else {
                    unread += 1;
                    return ControlFlow::Continue(());
                };
                let value = |column: usize| record.fields.get(column).map_or("", |v| v.trim());
                let on = value(produced.column);
                if !on.is_empty() {
                    match read_date(on, produced.dates) {
                        Ok(read) if last.is_none_or(|l| read.day <= l) => {
                            rows += 1;
                            if let Some(n) = category.and_then(|c| by.get_mut(value(c.column))) {
                                *n += 1;
                            }
                        }
                        Ok(_) => {}
                        Err(_) => unread += 1,
                    }
                }
                ControlFlow::Continue(())
            });
            end.ok()?;
        }
        by.retain(|_, n| *n > 0);
        Some(Counted { rows, by: statements.then_some(by), unread })
    }
}

pub(super) fn through_day(last: Option<NaiveDate>) -> String {
    last.map(|d| format!(", through {}", day(d))).unwrap_or_default()
}
