//! One row after another: what its values are, whom it concerns, and whether it
//! is as it should be. Each thread has a judge of its own.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Day;
use super::duplicates::Names;
use super::found::{Differ, Flaw, FlawKind, Mark, Measured, Tally};
use super::index::{Gathered, Hit, Index, Total};
use super::key;
use super::node::{self, Node};
use super::numbers::{Numbers, extent};
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
    pub ranges: Vec<Option<Ranges>>,
    pub numbers: Vec<Option<Numbers>>,
    pub totals: Vec<Option<Gathered<Total>>>,
    /// By check of the plan, where it asks how the numbers of the rows follow one another.
    pub series: Vec<Option<Numbers>>,
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
        let by = |i: usize| joins.iter().any(|(j, _)| *j == i).then(|| plan.joins.get(i).map(|j| j.by)).flatten();
        let all = 0..plan.joins.len();
        let serial = |i: usize| {
            let check = plan.checks.get(i).filter(|c| c.table == scan);
            check.is_some_and(|c| series(c).is_some())
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
            ranges: all.clone().map(|i| matches!(by(i), Some(Match::Range { .. })).then(Ranges::default)).collect(),
            numbers: all.clone().map(|i| matches!(by(i), Some(Match::Numbers { .. })).then(Numbers::default)).collect(),
            totals: all.map(|i| matches!(by(i), Some(Match::Total { .. })).then(Gathered::new)).collect(),
            series: (0..n).map(|i| serial(i).then(Numbers::default)).collect(),
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
                    match found(indexes.get(*join), j, values, &mut waits) {
                        Seen::Row(h) if h.day <= plan.as_of => Some((h, u32::try_from(*join).ok())),
                        Seen::Numbers { all: true, .. } => now,
                        _ => None,
                    }
                }
                Way::Missing(join) => {
                    let Some(j) = plan.joins.get(*join) else { continue };
                    match found(indexes.get(*join), j, values, &mut waits) {
                        Seen::Row(h) if h.day <= plan.as_of => {
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
        let alone = check.ways.contains(&Way::Alone);
        if let (Some((first, last)), None) = (series(check), fate) {
            let numbers = part.series.get_mut(*number).and_then(Option::as_mut);
            let (first, last) = (values.get(first), last.map(|l| values.get(l)).unwrap_or_default());
            let added = numbers.is_some_and(|n| n.add(key::trimmed(&first), key::trimmed(&last), mark));
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

    /// The row has a number that another row of its table has too.
    pub fn shares(&mut self, number: usize, mark: Mark, values: &impl Values, with: Mark) {
        let Self { plan, checks, columns, slots, part, scan, .. } = self;
        let (Some(check), Some((_, filter, _))) =
            (plan.checks.get(number), checks.iter_mut().find(|(n, ..)| *n == number))
        else {
            return;
        };
        if !filter.holds(slots, values, columns) {
            return;
        }
        let code = check.group.map_or(0, |g| slots.get(g).map_or(0, |v| u32::try_from(*v).unwrap_or(0)));
        if let Some(tally) = tally(&mut part.tallies, number, code) {
            tally.in_time = tally.in_time.wrapping_sub(1);
            tally.missing = tally.missing.wrapping_add(1);
        }
        let name = row_name(plan, *scan, values);
        let other = Some((u32::MAX, with));
        let item = Short { check: number, code, mark, late: Day::NONE, other, differ: None, unclear: false };
        push(part, item, key::trimmed(&name));
    }

    /// Reads a row that was kept for a second look; true where the check is about it.
    pub fn concerns(&mut self, number: usize, values: &impl Values) -> bool {
        let readers = &mut self.columns;
        for (i, (slot, reader)) in self.slots.iter_mut().zip(readers.iter_mut()).enumerate() {
            match reader.read(&values.get(i), false) {
                Ok(value) => *slot = value,
                Err(_) => return false,
            }
        }
        let filter = self.checks.iter_mut().find(|(n, ..)| *n == number);
        filter.is_some_and(|(_, filter, _)| filter.holds(&self.slots, values, &self.columns))
    }
}

/// The columns whose numbers a check looks at all together.
pub fn series(check: &Check) -> Option<(usize, Option<usize>)> {
    if let Goal::Gaps { first, last } = check.goal {
        return Some((first, last));
    }
    check.ways.iter().find_map(|w| if let Way::Apart { first, last } = w { Some((*first, *last)) } else { None })
}

/// What a joined table has for a row.
enum Seen {
    Nothing,
    Row(Hit),
    /// Whether it has all of the row's numbers, and whether any.
    Numbers {
        all: bool,
        any: bool,
    },
    /// The table is on the disk.
    Waits,
}

#[inline]
fn found(
    index: Option<&Option<Index>>,
    join: &super::plan::Join,
    values: &impl Values,
    waits: &mut Option<usize>,
) -> Seen {
    let name = values.get(join.on);
    let name = key::trimmed(&name);
    match index {
        Some(Some(Index::Memory(built))) => built.find(name).map_or(Seen::Nothing, Seen::Row),
        Some(Some(Index::Ranges(ranges))) => ranges.find(name).map_or(Seen::Nothing, Seen::Row),
        Some(Some(Index::Disk(_))) => {
            *waits = Some(join.on);
            Seen::Waits
        }
        Some(Some(Index::Numbers(all))) => {
            let Match::Numbers { to, .. } = join.by else { return Seen::Nothing };
            let found = numbers_of(join.on, to, values, |own| Seen::Numbers {
                all: all.has_all(own),
                any: all.touches(own).is_some(),
            });
            found.unwrap_or(Seen::Nothing)
        }
        _ => Seen::Nothing,
    }
}

/// Asks with the numbers of a row; nothing where it has none.
fn numbers_of<T>(
    from: usize,
    to: Option<usize>,
    values: &impl Values,
    ask: impl FnOnce((&[u8], u64, u64)) -> T,
) -> Option<T> {
    let (first, last) = (values.get(from), to.map(|l| values.get(l)).unwrap_or_default());
    extent(key::trimmed(&first), key::trimmed(&last)).map(ask)
}

/// What a row that waits will be counted by.
fn waiting_amount(check: &Check, slots: &[u64], values: &impl Values) -> (u32, u64) {
    let own = check.ways.iter().find_map(|w| if let Way::Counts { own, .. } = w { Some(own) } else { None });
    match own {
        Some(own) => (0, node::amount(own, slots, values).unwrap_or(NO_NUMBER).cast_unsigned()),
        None => amount(check, slots),
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

/// A finding before it has its name.
pub struct Short {
    pub check: usize,
    pub code: u32,
    pub mark: Mark,
    pub late: Day,
    pub other: Option<(u32, Mark)>,
    pub differ: Option<Differ>,
    pub unclear: bool,
}

/// Keeps a finding.
pub fn push(part: &mut Part, item: Short, name: &[u8]) {
    let at = (part.names.len(), u32::try_from(name.len()).unwrap_or(0));
    part.names.extend_from_slice(name);
    let Short { check, code, mark, late, other, differ, unclear } = item;
    let check = u32::try_from(check).unwrap_or(u32::MAX);
    part.items.push(Item { check, code, mark, late, other, differ, unclear, name: at });
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
        Match::Numbers { first, last, .. } => {
            if let Some(Some(numbers)) = part.numbers.get_mut(join) {
                let (first, last) = (values.get(first), last.map(|l| values.get(l)).unwrap_or_default());
                numbers.add(key::trimmed(&first), key::trimmed(&last), mark);
            }
        }
        Match::Total { key, of } => {
            let n = of.map_or(1, |c| slots.get(c).map_or(0, |v| v.cast_signed()));
            if let (Some(Some(totals)), true) = (part.totals.get_mut(join), n != NO_NUMBER) {
                totals.add(key::trimmed(&values.get(key)), Total(n));
            }
        }
    }
}

/// The month and the amount of a row, for a quantity.
fn amount(check: &Check, slots: &[u64]) -> (u32, u64) {
    let day = |c: usize| slots.get(c).map_or(0, |v| u32::try_from(*v).unwrap_or(0));
    let (of, month) = match &check.goal {
        Goal::AtLeast { of, monthly, .. } => {
            let month = |c: usize| if day(c) == 0 { 0 } else { (day(c) >> 9) * 12 + (day(c) >> 5 & 15) - 1 };
            (of, monthly.map_or(0, month))
        }
        Goal::Daily { of, day: column } => (of, day(*column)),
        Goal::Every | Goal::Gaps { .. } => return (0, 0),
    };
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
