//! What the threads found of one table, put together: by label instead of by the
//! numbers each thread gave its labels.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::base::Base;
use super::date::Day;
use super::deferred::decide;
use super::found::{DuplicateKind, Finding, Found, Group, Measured, OWN};
use super::index::Index;
use super::numbers::Numbers;
use super::part::Item;
use super::plan::{Check, Goal, SatisfiedBy};
use super::scan::Passed;
use super::worker::Worker;

/// A label in the order of labels: numbers as numbers are, then words, then what could not be read.
type Label = (u8, u64, String);

/// The groups of a check so far, and of each thread the label of each of its numbers.
#[derive(Default)]
struct Gathered {
    groups: BTreeMap<Label, Group>,
    names: Vec<Vec<Label>>,
}

/// Adds the groups and findings of the checks of `scan` to what was found.
pub fn gather(
    base: &Base<'_>,
    passed: &mut Passed<'_>,
    duplicates: &HashMap<(u32, u32), DuplicateKind>,
    found: &mut Found,
) -> io::Result<()> {
    let Base { plan, scan, indexes, .. } = *base;
    let spill = passed.spills.deferred.take();
    let held = passed.workers.iter_mut().flat_map(|w| &mut w.judge.part.deferred).map(|d| std::mem::take(&mut d.0));
    let held: Vec<Vec<u8>> = held.collect();
    if let Some(worker) = passed.workers.first_mut().filter(|_| spill.is_some() || held.iter().any(|h| !h.is_empty())) {
        decide(plan, indexes, worker, spill.as_ref(), &held, duplicates)?;
    }
    for (i, check) in plan.checks.iter().enumerate().filter(|(_, c)| c.table == scan) {
        of_check(base, (i, check), passed, duplicates, found)?;
    }
    Ok(())
}

fn of_check(
    base: &Base<'_>,
    (i, check): (usize, &Check),
    passed: &mut Passed<'_>,
    duplicates: &HashMap<(u32, u32), DuplicateKind>,
    found: &mut Found,
) -> io::Result<()> {
    let mut all = Gathered::default();
    passed.workers.iter().for_each(|worker| all.take(i, check, worker));
    let Gathered { mut groups, names } = all;
    let first = found.findings.len();
    let places: HashMap<&Label, u32> = groups.keys().zip(0..).collect();
    for (worker, own) in passed.workers.iter_mut().zip(&names) {
        let part = &mut worker.judge.part;
        let numbers: Vec<u32> = own.iter().map(|k| places.get(k).copied().unwrap_or(0)).collect();
        let alone = check.ways.contains(&SatisfiedBy::Alone);
        let shared = |item: &Item| duplicates.contains_key(&(item.position.chunk, item.position.row));
        let of = |item: &Item| item.check as usize == i && (alone || !shared(item));
        found
            .findings
            .extend(part.items.iter().filter(|item| of(item)).map(|item| finding(item, &part.names, &numbers)));
    }
    let mut latest = vec![Day::NONE; groups.len()];
    for f in found.findings.get(first..).unwrap_or_default() {
        if let Some(slot) = latest.get_mut(f.group as usize) {
            *slot = f.late.unwrap_or_default().max(*slot);
        }
    }
    if let (Goal::Gaps { .. }, Some(numbers)) = (&check.goal, base.numbers(passed, i)?) {
        gaps(i, check, base, &numbers, &mut groups, found);
        latest = vec![Day::NONE; groups.len()];
        if let Some(why) = numbers.trouble() {
            return Err(io::Error::other(why.to_owned()));
        }
        numbers.release(base.memory);
    }
    let list = groups.into_iter().zip(latest).map(|(((_, _, label), mut group), latest)| {
        group.label = label;
        group.tally.latest = latest;
        group.measured.sort_unstable_by_key(|(month, _)| *month);
        group
    });
    if let Some(slot) = found.groups.get_mut(i) {
        *slot = list.collect();
    }
    Ok(())
}

impl Gathered {
    /// Adds what one thread counted.
    fn take(&mut self, i: usize, check: &Check, worker: &Worker<'_>) {
        let part = &worker.judge.part;
        let tallies = part.tallies.get(i).map_or(&[][..], Vec::as_slice);
        let label = |code: u32| match check.group.and_then(|g| worker.judge.columns.get(g)) {
            Some(column) => String::from_utf8_lossy(column.labels.name(code)).into_owned(),
            None => String::new(),
        };
        let own: Vec<_> = (0..u32::try_from(tallies.len()).unwrap_or(0)).map(|c| sorted(label(c))).collect();
        for (key, tally) in own.iter().zip(tallies).filter(|(_, t)| !t.is_nothing()) {
            self.groups.entry(key.clone()).or_default().tally.add(tally);
        }
        for ((code, month), m) in part.measured.get(i).into_iter().flatten() {
            let group = self.groups.entry(own.get(*code as usize).cloned().unwrap_or_default()).or_default();
            group.measure(*month, m);
        }
        if let Some(lost) = part.lost.get(i).filter(|l| l.unreadable > 0) {
            self.groups.entry((2, 0, "?".to_owned())).or_default().tally.add(lost);
        }
        self.names.push(own);
    }
}

impl Group {
    fn measure(&mut self, month: u32, m: &Measured) {
        match self.measured.iter_mut().find(|(n, _)| *n == month) {
            Some((_, sum)) => {
                sum.rows = sum.rows.wrapping_add(m.rows);
                sum.done = sum.done.wrapping_add(m.done);
                sum.sum = sum.sum.wrapping_add(m.sum);
            }
            None => self.measured.push((month, *m)),
        }
    }
}

/// Each gap between the numbers of the rows, and whether a joined table has all of it.
fn gaps(
    number: usize,
    check: &Check,
    base: &Base<'_>,
    numbers: &Numbers,
    groups: &mut BTreeMap<Label, Group>,
    found: &mut Found,
) {
    let Base { plan, indexes, .. } = *base;
    let sets: Vec<&Numbers> = check
        .ways
        .iter()
        .filter_map(|w| match w {
            SatisfiedBy::Found(join) if plan.joins.get(*join).is_some() => match indexes.get(*join) {
                Some(Some(Index::Numbers(all))) => Some(all),
                _ => None,
            },
            _ => None,
        })
        .collect();
    numbers.gaps(|gap| {
        let range = (gap.prefix, gap.from, gap.to);
        let lacking =
            sets.iter().map(|all| all.lacks(range)).min_by_key(|l| l.is_some()).unwrap_or(Some((gap.from, gap.to)));
        let tally = &mut groups.entry(sorted(String::new())).or_default().tally;
        let Some((from, to)) = lacking else {
            tally.in_time += 1;
            return;
        };
        tally.missing += 1;
        found.findings.push(Finding {
            check: u32::try_from(number).unwrap_or(u32::MAX),
            group: 0,
            position: gap.position,
            name: gap.cut(from, to).name().into(),
            late: None,
            other: None,
            mismatch: None,
            unclear: false,
        });
    });
}

/// Numbers as numbers are, then words.
fn sorted(label: String) -> Label {
    match label.parse() {
        Ok(n) => (0, n, label),
        Err(_) => (1, 0, label),
    }
}

fn finding(item: &Item, names: &[u8], numbers: &[u32]) -> Finding {
    let (at, len) = item.name;
    let name = names.get(at..at + len as usize).unwrap_or_default();
    Finding {
        check: item.check,
        group: numbers.get(item.code as usize).copied().unwrap_or(0),
        position: item.position,
        name: String::from_utf8_lossy(name).into(),
        late: item.late.is_some().then_some(item.late),
        other: item
            .other
            .map(|(join, position)| Box::new((if join == u32::MAX { OWN } else { join as usize }, position))),
        mismatch: item.mismatch,
        unclear: item.unclear,
    }
}
