//! One row after another: what its values are, whom it concerns, and whether it
//! is as it should be. Each thread has a judge of its own.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Day;
use super::counts::{Short, amount, earlier, in_time, measure, push, tally, waiting_amount};
use super::duplicates::Names;
use super::found::{Differ, Flaw, FlawKind, Mark, Measured, Tally};
use super::index::{Gathered, Hit, Index, Total};
use super::key;
use super::members::{Member, members};
use super::node::{self, Node};
use super::numbers::{self, Run};
use super::plan::{Goal, Kind, Match, Plan, Way};
use super::ranges::Span;
use super::searched::{Seen, add, found, numbers_of};
use super::series::Series;
use super::spill::{Encoder, PARTITIONS};
use super::value::{Form, Reader};
use super::waiting::Waiting;

/// The values of one row by the columns of its scan.
pub trait Values {
    fn get(&self, column: usize) -> Cow<'_, [u8]>;
    /// True where a quotation mark stands inside a value that does not begin with one.
    fn is_stray(&self, _column: usize) -> bool {
        false
    }
    /// The row as it stands, and where a value stands in it.
    fn text(&self) -> &[u8];
    fn bounds(&self, _column: usize) -> Option<(u32, u32)> {
        None
    }
}

/// Of one row, before it has a name in words.
#[derive(Debug, Clone)]
pub struct Item {
    pub check: u32,
    /// The number that this thread's judge gave its label.
    pub code: u32,
    pub mark: Mark,
    pub late: Day,
    pub other: Option<(u32, Mark)>,
    pub differ: Option<Differ>,
    pub unclear: bool,
    /// Where its name is in [`Part::names`].
    pub name: (usize, u32),
}

/// What one thread found in one table.
pub struct Part {
    pub used: u64,
    pub unused: u64,
    pub unreadable: u64,
    pub flaws: Vec<Flaw>,
    pub flawed: HashMap<(Option<usize>, FlawKind), u64>,
    pub items: Vec<Item>,
    pub names: Vec<u8>,
    /// By check, then by the number of the label; the last is of rows whose label could not be read.
    pub tallies: Vec<Vec<Tally>>,
    pub lost: Vec<Tally>,
    pub measured: Vec<HashMap<(u32, u32), Measured>>,
    /// By join of the plan, where this table is searched.
    pub gathered: Vec<Option<Gathered<Hit>>>,
    pub ranges: Vec<Option<Series<Span>>>,
    pub numbers: Vec<Option<Series<Run>>>,
    pub totals: Vec<Option<Gathered<Total>>>,
    /// By check of the plan, where it asks how the numbers of the rows follow one another.
    pub series: Vec<Option<Series<Run>>>,
    pub unique: Names,
    /// Rows that wait for a joined table on the disk, by partition.
    pub deferred: Vec<Encoder>,
}

/// How many flaws a thread keeps: the rest are counted.
pub const FLAWS: usize = 100_000;

/// Judges the rows of one table.
pub struct Judge<'r> {
    pub(super) plan: &'r Plan,
    pub(super) scan: usize,
    indexes: &'r [Option<Index>],
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

/// A check made ready for millions of rows.
pub struct Ready {
    pub number: usize,
    pub filter: Node,
    /// By way.
    holds: Vec<Node>,
    /// It asks whether a row shares its name.
    alone: bool,
    /// The columns whose numbers it looks at all together.
    series: Option<(usize, Option<usize>)>,
}

/// What becomes of a row that shares its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Repeated,
    Contradicted,
}

impl<'r> Judge<'r> {
    pub fn new(plan: &'r Plan, scan: usize, forms: &[Form], indexes: &'r [Option<Index>]) -> Self {
        let own = plan.scans.get(scan);
        let columns: Vec<Reader> = own
            .into_iter()
            .flat_map(|s| &s.columns)
            .zip(forms)
            .map(|(column, form)| Reader::new(&column.kind, *form))
            .collect();
        let kinds: Vec<&Kind> = own.into_iter().flat_map(|s| &s.columns).map(|c| &c.kind).collect();
        let checks = (0..plan.checks.len())
            .filter_map(|i| {
                let check = plan.checks.get(i).filter(|c| c.table == scan)?;
                let holds = check.ways.iter().map(|w| match w {
                    Way::Holds(test) => Node::new(test, &kinds),
                    _ => Node::Always,
                });
                Some(Ready {
                    number: i,
                    filter: Node::new(&check.filter, &kinds),
                    holds: holds.collect(),
                    alone: check.ways.contains(&Way::Alone),
                    series: check.series(),
                })
            })
            .collect();
        let joins: Vec<(usize, Node)> = (0..plan.joins.len())
            .filter_map(|i| plan.joins.get(i).filter(|j| j.table == scan).map(|j| (i, Node::new(&j.filter, &kinds))))
            .collect();
        let n = plan.checks.len();
        let by = |i: usize| joins.iter().any(|(j, _)| *j == i).then(|| plan.joins.get(i).map(|j| j.by)).flatten();
        let all = 0..plan.joins.len();
        let serial = |i: usize| {
            let check = plan.checks.get(i).filter(|c| c.table == scan);
            check.is_some_and(|c| c.series().is_some())
        };
        let part = Part {
            used: 0,
            unused: 0,
            unreadable: 0,
            flaws: Vec::new(),
            flawed: HashMap::new(),
            items: Vec::new(),
            names: Vec::new(),
            tallies: vec![Vec::new(); n],
            lost: vec![Tally::default(); n],
            measured: vec![HashMap::new(); n],
            gathered: all.clone().map(|i| matches!(by(i), Some(Match::Key(_))).then(Gathered::new)).collect(),
            ranges: all
                .clone()
                .map(|i| matches!(by(i), Some(Match::Range { .. } | Match::Members(_))).then(Series::default))
                .collect(),
            numbers: all.clone().map(|i| matches!(by(i), Some(Match::Numbers { .. })).then(Series::default)).collect(),
            totals: all.map(|i| matches!(by(i), Some(Match::Total { .. })).then(Gathered::new)).collect(),
            series: (0..n).map(|i| serial(i).then(Series::default)).collect(),
            unique: Names::default(),
            deferred: (0..PARTITIONS).map(|_| Encoder::default()).collect(),
        };
        let slots = vec![0; columns.len()];
        let (lists, spans) = (plan.lists(scan), plan.spans(scan));
        Self { plan, scan, indexes, columns, slots, checks, joins, lists, spans, part }
    }

    /// The column that names a row.
    pub fn unique(&self) -> Option<usize> {
        self.plan.scans.get(self.scan).and_then(|s| s.unique)
    }

    /// Judges a row; true where it could be read.
    #[inline]
    pub fn row(&mut self, mark: Mark, values: &impl Values, utf8: bool) -> bool {
        if !self.decode(mark, values, utf8) {
            return false;
        }
        let mut used = false;
        for (join, filter) in &mut self.joins {
            if filter.holds(&self.slots, values, &self.columns) {
                used = true;
                add(self.plan, *join, &self.slots, values, mark, &mut self.part);
            }
        }
        for i in 0..self.checks.len() {
            used |= self.check(i, mark, values, None);
        }
        if used {
            self.part.used += 1
        } else {
            self.part.unused += 1
        }
        true
    }

    /// Takes back what was found in a row, for it shares its name with another.
    pub fn take_back(&mut self, mark: Mark, values: &impl Values, fate: Fate) {
        if self.decode(mark, values, false) {
            for i in 0..self.checks.len() {
                self.check(i, mark, values, Some(fate));
            }
        }
    }

    #[inline]
    fn decode(&mut self, mark: Mark, values: &impl Values, utf8: bool) -> bool {
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
        if flaw.is_none() {
            let unplaced = |(column, by, numbered): &&(usize, char, bool)| {
                let is = |m: Member<'_>| m == Member::Unclear || *numbered && matches!(m, Member::Name(_));
                members(&values.get(*column), *by).any(is)
            };
            flaw = self.lists.iter().find(unplaced).map(|(column, ..)| (*column, FlawKind::NotInSeries));
        }
        if flaw.is_none() {
            let no_range = |(first, last): &&(usize, usize)| {
                let (first, last) = (values.get(*first), values.get(*last));
                numbers::extent(key::trimmed(&first), key::trimmed(&last)).is_none()
            };
            flaw = self.spans.iter().find(no_range).map(|(first, _)| (*first, FlawKind::NotInSeries));
        }
        if !utf8 && flaw.is_none() {
            flaw = (0..self.slots.len()).find(|&i| values.is_stray(i)).map(|i| (i, FlawKind::Stray));
        }
        if let Some((column, kind)) = flaw {
            let value = String::from_utf8_lossy(&values.get(column)).chars().take(80).collect();
            self.flaw(mark, Some(column), kind, value, values);
            // Where the label could be read, it is counted there.
            for (i, check) in self.plan.checks.iter().enumerate().filter(|(_, c)| c.table == self.scan) {
                let code = check.group.map(|g| self.slots.get(g).copied().unwrap_or(u64::MAX));
                let tally = match code.map(u32::try_from) {
                    Some(Err(_)) => self.part.lost.get_mut(i),
                    Some(Ok(code)) => tally(&mut self.part.tallies, i, code),
                    None => tally(&mut self.part.tallies, i, 0),
                };
                if let Some(tally) = tally {
                    tally.unreadable += 1;
                }
            }
            return false;
        }
        true
    }

    /// A row that cannot be read at all.
    pub fn lost(&mut self, mark: Mark, why: String, values: &impl Values) {
        self.flaw(mark, None, FlawKind::Row, why, values);
        for (i, _) in self.plan.checks.iter().enumerate().filter(|(_, c)| c.table == self.scan) {
            if let Some(lost) = self.part.lost.get_mut(i) {
                lost.unreadable += 1;
            }
        }
    }

    #[cold]
    fn flaw(&mut self, mark: Mark, column: Option<usize>, kind: FlawKind, value: String, values: &impl Values) {
        self.part.unreadable += 1;
        *self.part.flawed.entry((column, kind)).or_default() += 1;
        if self.part.flaws.len() < FLAWS {
            let text = values.text();
            let text = String::from_utf8_lossy(text.get(..4096).unwrap_or(text)).into_owned();
            let at = column.and_then(|c| values.bounds(c));
            self.part.flaws.push(Flaw { mark, column, kind, value, at, text });
        }
    }

    /// One check of one row; true where it is about the row.
    #[inline]
    fn check(&mut self, i: usize, mark: Mark, values: &impl Values, fate: Option<Fate>) -> bool {
        let Self { plan, checks, columns, slots, part, indexes, scan, .. } = self;
        let Some(Ready { number, filter, holds, alone, series }) = checks.get_mut(i) else { return false };
        let alone = *alone;
        let Some(check) = plan.checks.get(*number) else { return false };
        if !filter.holds(slots, values, columns) {
            return false;
        }
        let code = check.group.map_or(0, |g| slots.get(g).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
        let mut best: Option<(Hit, Option<u32>)> = None;
        let mut waits = None;
        let mut against: Option<(u32, Mark)> = None;
        let mut differ = None;
        let mut told = true;
        for (way, test) in check.ways.iter().zip(holds) {
            let now = Some((Hit { day: Day::NONE, mark }, None));
            let hit = match way {
                Way::Dated(column) => {
                    let day = Day(slots.get(*column).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
                    (day.is_some() && day <= plan.as_of).then_some((Hit { day, mark }, None))
                }
                Way::Holds(_) if test.holds(slots, values, columns) => now,
                Way::Holds(_) => {
                    told &= test.is_told(slots, values);
                    differ = differ.or_else(|| test.differing(slots, values));
                    None
                }
                Way::Found(join) => {
                    let Some(j) = plan.joins.get(*join) else { continue };
                    let list = plan.scans.get(*scan).and_then(|s| s.columns.get(j.on)).and_then(|c| c.list);
                    match found(indexes.get(*join), j, list, values, &mut waits) {
                        Seen::Row(h) if h.day <= plan.as_of => Some((h, u32::try_from(*join).ok())),
                        Seen::Members { all: Some(h), .. } if h.day <= plan.as_of => {
                            Some((h, u32::try_from(*join).ok()))
                        }
                        Seen::Numbers { all: true, .. } => now,
                        _ => None,
                    }
                }
                Way::Missing(join) => {
                    let Some(j) = plan.joins.get(*join) else { continue };
                    let list = plan.scans.get(*scan).and_then(|s| s.columns.get(j.on)).and_then(|c| c.list);
                    match found(indexes.get(*join), j, list, values, &mut waits) {
                        Seen::Row(h) | Seen::Members { any: Some(h), .. } if h.day <= plan.as_of => {
                            against = u32::try_from(*join).ok().map(|j| (j, h.mark));
                            None
                        }
                        Seen::Numbers { any: true, .. } => None,
                        Seen::Waits => None,
                        _ => now,
                    }
                }
                Way::Counts { join, own } => {
                    let Some(j) = plan.joins.get(*join) else { continue };
                    let own = node::amount(own, slots, values);
                    let other = match (indexes.get(*join), j.by) {
                        (Some(Some(Index::Totals(built))), _) => {
                            Some(built.find(key::trimmed(&values.get(j.on))).map_or(0, |t| t.0))
                        }
                        (Some(Some(Index::Numbers(all))), Match::Numbers { to, .. }) => {
                            numbers_of(j.on, to, values, |own| i64::try_from(all.count(own)).unwrap_or(i64::MAX))
                        }
                        (Some(Some(Index::TotalsOnDisk(_))), _) if own.is_some() => {
                            waits = Some(j.on);
                            None
                        }
                        _ => None,
                    };
                    told &= own.is_some() && (other.is_some() || waits.is_some());
                    let unequal = own.zip(other).filter(|(a, b)| a != b);
                    differ = differ.or(unequal.map(|(a, b)| Differ::Amounts(a, b)));
                    if own.is_some() && own == other { now } else { None }
                }
                // That another row has the same is found when all are there.
                Way::Alone | Way::Apart { .. } => now,
            };
            if let Some((hit, join)) = hit
                && best.is_none_or(|(b, _)| earlier(hit.day, b.day))
            {
                best = Some((hit, join));
            }
        }
        if let (Some((first, last)), None) = (*series, fate) {
            let runs = part.series.get_mut(*number).and_then(Option::as_mut);
            let (first, last) = (values.get(first), last.map(|l| values.get(l)).unwrap_or_default());
            let added = runs.is_some_and(|r| numbers::add(r, key::trimmed(&first), key::trimmed(&last), mark));
            told &= added;
            if !added {
                best = None;
            }
        }
        if matches!(check.goal, Goal::Gaps { .. }) {
            // The rows are only what the gaps lie between.
            return true;
        }
        let done = best.is_some_and(|(h, _)| in_time(h.day, check.due));
        if let (Some(fate), false, Some(tally)) = (fate, alone, tally(&mut part.tallies, *number, code)) {
            match fate {
                Fate::Repeated => tally.repeated += 1,
                Fate::Contradicted => tally.contradicted += 1,
            }
        }
        if let (Some(on), false) = (waits, done) {
            if fate.is_none() {
                let label = check.group.and_then(|g| columns.get(g)).map_or(&[][..], |c| c.labels.name(code));
                let best = best.map(|(h, j)| (h.day, j.map(|j| (j, h.mark))));
                let (key, name) = (values.get(on), row_name(plan, *scan, values));
                let amount = waiting_amount(check, slots, values);
                let waiting = Waiting { check: *number, label, mark, best, amount, key: &key, name: &name };
                waiting.write(&mut part.deferred);
            }
            return true;
        }
        if !check.goal.is_of_each() {
            let (month, sum) = amount(check, slots);
            measure(part, *number, code, month, sum, done, fate.is_some());
        }
        let late = best.filter(|_| !done).map(|(h, _)| h.day);
        let unclear = !done && late.is_none() && !told;
        if let Some(tally) = tally(&mut part.tallies, *number, code) {
            let field = if done {
                &mut tally.in_time
            } else if late.is_some() {
                &mut tally.late
            } else if unclear {
                &mut tally.unclear
            } else {
                &mut tally.missing
            };
            *field = if fate.is_some() { field.wrapping_sub(1) } else { field.wrapping_add(1) };
            if alone && fate.is_some() {
                tally.missing = tally.missing.wrapping_add(1);
            }
        }
        let each = if fate.is_some() { alone } else { !done };
        if each && check.goal.is_of_each() {
            let name = row_name(plan, *scan, values);
            let other = best.filter(|_| !done).and_then(|(h, j)| j.map(|j| (j, h.mark))).or(against);
            let differ = differ.filter(|_| !unclear && check.ways.len() == 1);
            let item = Short { check: *number, code, mark, late: late.unwrap_or_default(), other, differ, unclear };
            push(part, item, key::trimmed(&name));
        }
        true
    }
}

/// What names a row for people.
pub fn row_name<'v>(plan: &Plan, scan: usize, values: &'v impl Values) -> Cow<'v, [u8]> {
    let key = |s: &super::plan::Scan| s.columns.iter().position(|c| c.kind == Kind::Key);
    let named = plan.scans.get(scan).and_then(|s| s.unique.or_else(|| key(s)));
    named.map(|c| values.get(c)).unwrap_or_default()
}
