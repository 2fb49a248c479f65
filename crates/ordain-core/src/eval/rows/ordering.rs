//! In which order tables are read. A table that is searched comes before those that
//! search it; one that does both is read twice, first as what is searched.

use crate::eval::question::Question;
use crate::eval::record::tables::Planned;
use crate::eval::rows::planning::{Planner, Scanned, rows_of};
use ordain_tables::Rows;
use ordain_tables::row_engine::{Check, Day, Join, JoinKey, Plan, SatisfiedBy, Scan};

impl Planner<'_, '_> {
    /// The plan, if anything is asked.
    pub(in crate::eval) fn finish(self, asked: Question) -> Option<Planned> {
        if self.checks.is_empty() && self.open.is_empty() && self.unknown.is_empty() {
            return None;
        }
        let searched = |i: usize| self.joins.iter().any(|j| j.table == i);
        let joins_of = |c: &Check| {
            c.ways
                .iter()
                .any(|w| matches!(w, SatisfiedBy::Found(_) | SatisfiedBy::Missing(_) | SatisfiedBy::Counts { .. }))
        };
        let asks = |i: usize| self.checks.iter().any(|c| c.table == i && joins_of(c));
        let copied: Vec<usize> = (0..self.scans.len()).filter(|&i| searched(i) && asks(i)).collect();
        let mut order: Vec<usize> = (0..self.scans.len()).collect();
        order.sort_by_key(|&i| copied.contains(&i) || !searched(i));
        let place = |old: usize| copied.len() + order.iter().position(|&i| i == old).unwrap_or(old);
        let kept: Vec<Vec<usize>> = copied.iter().map(|&i| self.searched_columns(i)).collect();
        let mut scans: Vec<Scan> = Vec::new();
        let mut tables = Vec::new();
        for (&i, kept) in copied.iter().zip(&kept) {
            let whole = self.scan_of(&self.scans[i]);
            let columns = kept.iter().filter_map(|&c| whole.columns.get(c).cloned()).collect();
            scans.push(Scan { columns, unique: None, ..whole });
            tables.push(self.scans[i].table);
        }
        for &i in &order {
            scans.push(self.scan_of(&self.scans[i]));
            tables.push(self.scans[i].table);
        }
        let joins = self.joins.iter().map(|j| match copied.iter().position(|&c| c == j.table) {
            Some(copy) => join_moved(j, copy, &kept[copy]),
            None => Join { table: place(j.table), ..j.clone() },
        });
        let joins = joins.collect();
        let checks = self.checks.iter().map(|c| Check { table: place(c.table), ..c.clone() }).collect();
        let mut duties = self.duties.clone();
        for duty in duties.values_mut() {
            duty.scans.iter_mut().for_each(|s| *s = place(*s));
        }
        Some(Planned {
            plan: Plan {
                scans,
                joins,
                checks,
                as_of: Day::from(asked.as_of),
                zone: self.case.model.clock.as_ref().and_then(|c| c.zone()),
            },
            duties,
            open: self.open,
            unknown: self.unknown,
            tables,
        })
    }

    fn scan_of(&self, scan: &Scanned) -> Scan {
        let table = &self.case.ledger.tables[scan.table];
        let documents = rows_of(table) == Some(Rows::Documents);
        Scan {
            name: table.declared.name.value.clone(),
            files: table.declared.files.iter().map(|f| f.value.clone()).collect(),
            columns: scan.columns.clone(),
            unique: scan.key.filter(|_| documents || scan.unique),
        }
    }

    /// The columns by which a table is searched, ascending.
    fn searched_columns(&self, scan: usize) -> Vec<usize> {
        let mut columns = Vec::new();
        for join in self.joins.iter().filter(|j| j.table == scan) {
            match join.by {
                JoinKey::Key(key) | JoinKey::Members(key) => columns.push(key),
                JoinKey::Range { first, last, .. } => columns.extend([first, last]),
                JoinKey::Numbers { first, last, .. } => columns.extend(std::iter::once(first).chain(last)),
                JoinKey::Total { key, of } => columns.extend(std::iter::once(key).chain(of)),
            }
            columns.extend(join.date);
            join.filter.columns(&mut columns);
        }
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

/// A join that searches a copy, which has only some of the columns.
fn join_moved(join: &Join, table: usize, kept: &[usize]) -> Join {
    let to = |c: usize| kept.iter().position(|k| *k == c).unwrap_or(0);
    let by = match join.by {
        JoinKey::Key(key) => JoinKey::Key(to(key)),
        JoinKey::Members(key) => JoinKey::Members(to(key)),
        // The last number of the asking row is a column of its own table.
        JoinKey::Range { first, last, to: own } => JoinKey::Range { first: to(first), last: to(last), to: own },
        JoinKey::Numbers { first, last, to: own } => JoinKey::Numbers { first: to(first), last: last.map(to), to: own },
        JoinKey::Total { key, of } => JoinKey::Total { key: to(key), of: of.map(to) },
    };
    Join { table, by, on: join.on, date: join.date.map(to), filter: join.filter.moved(&to) }
}
