//! One row after another: what its values are, whom it concerns, and whether it
//! is as it should be. Each thread has a judge of its own.

use super::bates::bates_extent;
use super::date::Day;
use super::flaw::{Flaw, FlawKind};
use super::found::DuplicateKind;
use super::index::Index;
use super::key;
use super::members::{Member, members_of_cell};
use super::node::Node;
use super::part::Part;
use super::plan::{Join, JoinKey, Plan};
use super::position::RowPosition;
use super::ready::{self, Ready};
use super::searched::add_searched_row;
use super::value::{Form, Reader};
use super::values::Values;

/// How many flaws a thread keeps: the rest are counted.
pub const FLAWS: usize = 1000;

/// Judges the rows of one table.
pub struct Judge<'r> {
    pub(super) plan: &'r Plan,
    pub(super) scan: usize,
    pub(super) indexes: &'r [Option<Index>],
    pub columns: Vec<Reader>,
    pub(super) slots: Vec<u64>,
    /// The checks of this table, and its joins, with their tests made ready.
    pub(super) checks: Vec<Ready>,
    joins: Vec<(usize, Node)>,
    /// Columns that list several, what parts them, and whether each has a place in a series.
    lists: Vec<(usize, char, bool)>,
    /// The columns of first and last numbers that another table is joined by.
    spans: Vec<(usize, usize)>,
    pub part: Part,
}

impl<'r> Judge<'r> {
    pub fn new(plan: &'r Plan, scan: usize, forms: &[Form], indexes: &'r [Option<Index>]) -> Self {
        let columns = ready::readers(plan, scan, forms);
        Self {
            plan,
            scan,
            indexes,
            slots: vec![0; columns.len()],
            columns,
            checks: ready::checks(plan, scan),
            joins: ready::joins(plan, scan),
            lists: plan.lists(scan),
            spans: plan.spans(scan),
            part: Part::new(plan, scan),
        }
    }

    /// The column that names a row.
    pub fn unique(&self) -> Option<usize> {
        self.plan.scans.get(self.scan).and_then(|s| s.unique)
    }

    /// Judges a row; true where it could be read.
    #[inline]
    pub fn row(&mut self, position: RowPosition, values: &impl Values, utf8: bool) -> bool {
        if !self.decode(position, values, utf8) {
            return false;
        }
        let mut used = false;
        for (join, filter) in &mut self.joins {
            if filter.holds(&self.slots, values, &self.columns) {
                used = true;
                add_searched_row(self.plan, *join, &self.slots, values, position, &mut self.part);
            }
        }
        for i in 0..self.checks.len() {
            used |= self.check(i, position, values, None);
        }
        if used {
            self.part.used += 1
        } else {
            self.part.unused += 1
        }
        true
    }

    /// How a join searches a row, and the day that it has there, where the row can be read and the join takes it.
    pub fn takes(&mut self, join: usize, values: &impl Values, utf8: bool) -> Option<(JoinKey, Option<Day>)> {
        for (i, (slot, reader)) in self.slots.iter_mut().zip(&mut self.columns).enumerate() {
            *slot = reader.read(&values.get(i), utf8).ok()?;
        }
        let (_, filter) = self.joins.iter_mut().find(|(j, _)| *j == join)?;
        let Join { by, date, .. } = self.plan.joins.get(join)?;
        let day = date.map(|c| Day(self.slots.get(c).map_or(0, |v| u32::try_from(*v).unwrap_or(0))));
        filter.holds(&self.slots, values, &self.columns).then_some((*by, day))
    }

    /// Takes back what was found in a row, for it shares its name with another.
    pub fn take_back(&mut self, position: RowPosition, values: &impl Values, duplicate: DuplicateKind) {
        if self.decode(position, values, false) {
            for i in 0..self.checks.len() {
                self.check(i, position, values, Some(duplicate));
            }
        }
    }

    /// Reads the values of a row into the slots; false where one of them cannot be read, which is
    /// counted then.
    #[inline]
    fn decode(&mut self, position: RowPosition, values: &impl Values, utf8: bool) -> bool {
        let mut flaw = None;
        for (i, (slot, reader)) in self.slots.iter_mut().zip(&mut self.columns).enumerate() {
            match reader.read(&values.get(i), utf8) {
                Ok(value) => *slot = value,
                Err(kind) => {
                    *slot = u64::MAX;
                    flaw = flaw.or(Some((i, kind)));
                }
            }
        }
        flaw = flaw.or_else(|| self.unplaced(values));
        if !utf8 && flaw.is_none() {
            flaw = (0..self.slots.len()).find(|&i| values.is_stray(i)).map(|i| (i, FlawKind::Stray));
        }
        match flaw {
            Some((column, kind)) => self.unreadable(position, values, column, kind),
            None => return true,
        }
        false
    }

    /// A list or a range that must have its place in a series, and has none.
    #[inline]
    fn unplaced(&self, values: &impl Values) -> Option<(usize, FlawKind)> {
        let listed = |(column, by, numbered): &&(usize, char, bool)| {
            let is = |m: Member<'_>| m == Member::Unclear || *numbered && matches!(m, Member::Name(_));
            members_of_cell(&values.get(*column), *by).any(is)
        };
        let ranged = |(first, last): &&(usize, usize)| {
            let (first, last) = (values.get(*first), values.get(*last));
            bates_extent(key::trimmed(&first), key::trimmed(&last)).is_none()
        };
        let column = self.lists.iter().find(listed).map(|(column, ..)| *column);
        let column = column.or_else(|| self.spans.iter().find(ranged).map(|(first, _)| *first));
        column.map(|column| (column, FlawKind::NotInSeries))
    }

    /// Counts a row of which one value cannot be read. Where the label could be read, it is counted there.
    #[cold]
    fn unreadable(&mut self, position: RowPosition, values: &impl Values, column: usize, kind: FlawKind) {
        let value = String::from_utf8_lossy(&values.get(column)).chars().take(80).collect();
        self.part.flawed_rows.insert(position);
        self.flaw(position, Some(column), kind, value, values);
        for (i, check) in self.plan.checks.iter().enumerate().filter(|(_, c)| c.table == self.scan) {
            let code = check.group.map(|g| self.slots.get(g).copied().unwrap_or(u64::MAX));
            let tally = match code.map(u32::try_from) {
                Some(Err(_)) => self.part.lost.get_mut(i),
                Some(Ok(code)) => self.part.tally(i, code),
                None => self.part.tally(i, 0),
            };
            if let Some(tally) = tally {
                tally.unreadable += 1;
            }
        }
    }

    /// A row that cannot be read at all.
    pub fn lost(&mut self, position: RowPosition, why: String, values: &impl Values) {
        self.flaw(position, None, FlawKind::Row, why, values);
        for (i, check) in self.plan.checks.iter().enumerate().filter(|(_, c)| c.table == self.scan) {
            // Where rows are not counted apart, it is one of those that are counted.
            let tally = if check.group.is_none() { self.part.tally(i, 0) } else { self.part.lost.get_mut(i) };
            if let Some(tally) = tally {
                tally.unreadable += 1;
            }
        }
    }

    #[cold]
    fn flaw(
        &mut self,
        position: RowPosition,
        column: Option<usize>,
        kind: FlawKind,
        value: String,
        values: &impl Values,
    ) {
        self.part.unreadable += 1;
        *self.part.flawed.entry((column, kind)).or_default() += 1;
        if self.part.flaws.len() < FLAWS {
            let text = values.text();
            let text = String::from_utf8_lossy(text.get(..512).unwrap_or(text)).into_owned();
            let at = column.and_then(|c| values.bounds(c));
            self.part.flaws.push(Flaw { position, column, kind, value, at, text });
        }
    }
}
