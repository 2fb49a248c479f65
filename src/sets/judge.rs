//! One row after another: what its values are, whom it concerns, and whether it
//! is as it should be. Each thread has a judge of its own.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Day;
use super::duplicates::Names;
use super::found::{Flaw, FlawKind, Mark, Measured, Tally};
use super::index::{Gathered, Hit, Index};
use super::key;
use super::node::Node;
use super::plan::{Check, Goal, Kind, Match, Measure, Plan, Way};
use super::ranges::Ranges;
use super::spill::{Encoder, PARTITIONS};
use super::value::{Form, NO_NUMBER, Reader};
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
    pub gathered: Vec<Option<Gathered>>,
    pub ranges: Vec<Option<Ranges>>,
    pub unique: Names,
    /// Rows that wait for a joined table on the disk, by partition.
    pub deferred: Vec<Encoder>,
}

/// How many flaws a thread keeps: the rest are counted.
pub const FLAWS: usize = 100_000;

/// Judges the rows of one table.
pub struct Judge<'r> {
    plan: &'r Plan,
    scan: usize,
    indexes: &'r [Option<Index>],
    pub columns: Vec<Reader>,
    slots: Vec<u64>,
    /// The checks of this table, and its joins, with their tests made ready.
    checks: Vec<(usize, Node, Vec<Node>)>,
    joins: Vec<(usize, Node)>,
    pub part: Part,
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
                Some((i, Node::new(&check.filter, &kinds), holds.collect()))
            })
            .collect();
        let joins: Vec<(usize, Node)> = (0..plan.joins.len())
            .filter_map(|i| plan.joins.get(i).filter(|j| j.table == scan).map(|j| (i, Node::new(&j.filter, &kinds))))
            .collect();
        let n = plan.checks.len();
        let builds = |i: usize| joins.iter().any(|(j, _)| *j == i);
        let ranged = |i: usize| plan.joins.get(i).is_some_and(|j| matches!(j.by, Match::Range { .. }));
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
            gathered: (0..plan.joins.len()).map(|i| (builds(i) && !ranged(i)).then(Gathered::new)).collect(),
            ranges: (0..plan.joins.len()).map(|i| (builds(i) && ranged(i)).then(Ranges::default)).collect(),
            unique: Names::default(),
            deferred: (0..PARTITIONS).map(|_| Encoder::default()).collect(),
        };
        let slots = vec![0; columns.len()];
        Self { plan, scan, indexes, columns, slots, checks, joins, part }
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
        let Some((number, filter, holds)) = checks.get_mut(i) else { return false };
        let Some(check) = plan.checks.get(*number) else { return false };
        if !filter.holds(slots, values, columns) {
            return false;
        }
        let code = check.group.map_or(0, |g| slots.get(g).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
        let mut best: Option<(Hit, Option<u32>)> = None;
        let mut waits = None;
        for (way, test) in check.ways.iter().zip(holds) {
            let hit = match way {
                Way::Dated(column) => {
                    let day = Day(slots.get(*column).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
                    (day.is_some() && day <= plan.as_of).then_some((Hit { day, mark }, None))
                }
                Way::Holds(_) => test.holds(slots, values, columns).then_some((Hit { day: Day::NONE, mark }, None)),
                Way::Found(join) => {
                    let Some(on) = plan.joins.get(*join).map(|j| j.on) else { continue };
                    let name = values.get(on);
                    let name = key::trimmed(&name);
                    let hit = match indexes.get(*join) {
                        Some(Some(Index::Memory(built))) => built.find(name),
                        Some(Some(Index::Ranges(ranges))) => ranges.find(name),
                        Some(Some(Index::Disk(_))) => {
                            waits = Some(on);
                            None
                        }
                        _ => None,
                    };
                    hit.filter(|h| h.day <= plan.as_of).map(|h| (h, u32::try_from(*join).ok()))
                }
            };
            if let Some((hit, join)) = hit
                && best.is_none_or(|(b, _)| earlier(hit.day, b.day))
            {
                best = Some((hit, join));
            }
        }
        let done = best.is_some_and(|(h, _)| in_time(h.day, check.due));
        if let (Some(fate), Some(tally)) = (fate, tally(&mut part.tallies, *number, code)) {
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
                let amount = amount(check, slots);
                let waiting = Waiting { check: *number, label, mark, best, amount, key: &key, name: &name };
                waiting.write(&mut part.deferred);
            }
            return true;
        }
        if check.goal != Goal::Every {
            let (month, sum) = amount(check, slots);
            measure(part, *number, code, month, sum, done, fate.is_some());
        }
        let late = best.filter(|_| !done).map(|(h, _)| h.day);
        if let Some(tally) = tally(&mut part.tallies, *number, code) {
            let field = if done {
                &mut tally.in_time
            } else if late.is_some() {
                &mut tally.late
            } else {
                &mut tally.missing
            };
            *field = if fate.is_some() { field.wrapping_sub(1) } else { field.wrapping_add(1) };
        }
        if !done && fate.is_none() && check.goal == Goal::Every {
            let name = row_name(plan, *scan, values);
            let other = best.and_then(|(h, j)| j.map(|j| (j, h.mark)));
            push(part, *number, code, mark, late.unwrap_or_default(), other, key::trimmed(&name));
        }
        true
    }
}

/// What names a row for people.
fn row_name<'v>(plan: &Plan, scan: usize, values: &'v impl Values) -> Cow<'v, [u8]> {
    let key = |s: &super::plan::Scan| s.columns.iter().position(|c| c.kind == Kind::Key);
    let named = plan.scans.get(scan).and_then(|s| s.unique.or_else(|| key(s)));
    named.map(|c| values.get(c)).unwrap_or_default()
}

/// Nothing is earlier than what has no day: it is done, and cannot be late.
pub fn earlier(a: Day, b: Day) -> bool {
    a < b
}

pub fn in_time(day: Day, due: Option<Day>) -> bool {
    due.is_none_or(|due| day <= due)
}

/// That of a check and a label.
pub fn tally(tallies: &mut [Vec<Tally>], check: usize, code: u32) -> Option<&mut Tally> {
    let list = tallies.get_mut(check)?;
    let at = code as usize;
    if at >= list.len() {
        list.resize(at + 1, Tally::default());
    }
    list.get_mut(at)
}

/// Keeps a finding.
pub fn push(part: &mut Part, check: usize, code: u32, mark: Mark, late: Day, other: Option<(u32, Mark)>, name: &[u8]) {
    let at = (part.names.len(), u32::try_from(name.len()).unwrap_or(0));
    part.names.extend_from_slice(name);
    part.items.push(Item { check: u32::try_from(check).unwrap_or(u32::MAX), code, mark, late, other, name: at });
}

fn add(plan: &Plan, join: usize, slots: &[u64], values: &impl Values, mark: Mark, part: &mut Part) {
    let Some(j) = plan.joins.get(join) else { return };
    let day = j.date.map_or(Day::NONE, |c| Day(slots.get(c).map_or(0, |v| u32::try_from(*v).unwrap_or(0))));
    // A column of days that is empty here: the row tells no day, and performs nothing that has one.
    if j.date.is_some() && !day.is_some() {
        return;
    }
    let hit = Hit { day, mark };
    match j.by {
        Match::Key(column) => {
            if let Some(Some(gathered)) = part.gathered.get_mut(join) {
                gathered.add(key::trimmed(&values.get(column)), hit);
            }
        }
        Match::Range { first, last } => {
            if let Some(Some(ranges)) = part.ranges.get_mut(join) {
                ranges.add(key::trimmed(&values.get(first)), key::trimmed(&values.get(last)), hit);
            }
        }
    }
}

/// The month and the amount of a row, for a quantity.
fn amount(check: &Check, slots: &[u64]) -> (u32, u64) {
    let Goal::AtLeast { of, monthly, .. } = &check.goal else { return (0, 0) };
    let month = monthly.map_or(0, |c| {
        let day = slots.get(c).map_or(0, |v| u32::try_from(*v).unwrap_or(0));
        if day == 0 { 0 } else { (day >> 9) * 12 + (day >> 5 & 15) - 1 }
    });
    let sum = match of {
        Measure::Sum(column) => slots.get(*column).map_or(0, |v| v.cast_signed()),
        _ => 0,
    };
    (month, if sum == NO_NUMBER { 0 } else { u64::try_from(sum).unwrap_or(0) })
}

/// Counts a row towards a quantity, or takes it back.
pub fn measure(part: &mut Part, check: usize, code: u32, month: u32, sum: u64, done: bool, back: bool) {
    let Some(map) = part.measured.get_mut(check) else { return };
    let m = map.entry((code, month)).or_default();
    let (done, sum) = (u64::from(done), if done { sum } else { 0 });
    let count = |own: &mut u64, n: u64| *own = if back { own.wrapping_sub(n) } else { own.wrapping_add(n) };
    count(&mut m.rows, 1);
    count(&mut m.done, done);
    count(&mut m.sum, sum);
}
