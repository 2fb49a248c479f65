//! What the threads found of one table, put together: by label instead of by the
//! numbers each thread gave its labels.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::base::Base;
use super::date::Day;
use super::deferred::decide;
use super::found::{Finding, Found, Group, Measured};
use super::index::Index;
use super::marked::Marked;
use super::numbers::Numbers;
use super::plan::{Check, Goal, Plan, SatisfiedBy};
use super::scan::Passed;
use super::worker::Worker;

/// A label in the order of labels: numbers as numbers are, then words, then what could not be read.
type Label = (u8, u64, String);

/// The groups of a check so far, and of each thread the label of each of its numbers.
#[derive(Default)]
struct Gathered {
    groups: BTreeMap<Label, Group>,
    names: Vec<Vec<Label>>,
    /// Of each thread, the place among the groups of each of its numbers.
    places: Vec<Vec<u32>>,
    /// Of each group, the latest day of those that are late.
    latest: Vec<Day>,
}

/// Adds the groups and findings of the checks of `scan` to what was found.
pub fn gather(base: &Base<'_>, passed: &mut Passed<'_>, duplicates: &Marked, found: &mut Found) -> io::Result<()> {
    let Base { plan, scan, indexes, .. } = *base;
    let spill = passed.spills.deferred.take();
    let held = passed.workers.iter_mut().flat_map(|w| &mut w.judge.part.deferred).map(|d| std::mem::take(&mut d.0));
    let held: Vec<Vec<u8>> = held.collect();
    if let Some(worker) = passed.workers.first_mut().filter(|_| spill.is_some() || held.iter().any(|h| !h.is_empty())) {
        decide(plan, indexes, worker, spill.as_ref(), &held, duplicates)?;
    }
    let mut counted: BTreeMap<usize, Gathered> = BTreeMap::new();
    for (i, check) in plan.checks.iter().enumerate().filter(|(_, c)| c.table == scan) {
        let mut all = Gathered::default();
        passed.workers.iter().for_each(|worker| all.take(i, check, worker));
        all.number();
        counted.insert(i, all);
    }
    take_findings(plan, passed, duplicates, &mut counted, found);
    for (i, all) in counted {
        if let Some(check) = plan.checks.get(i) {
            of_check(base, (i, check), all, passed, found)?;
        }
    }
    Ok(())
}

/// Moves the findings of all threads over, each with the place of its label among the groups. They are the most that a
/// run keeps, so none of them is copied.
fn take_findings(
    plan: &Plan,
    passed: &mut Passed<'_>,
    duplicates: &Marked,
    counted: &mut BTreeMap<usize, Gathered>,
    found: &mut Found,
) {
    let alone: Vec<bool> = plan.checks.iter().map(|c| c.ways.contains(&SatisfiedBy::Alone)).collect();
    for (worker, own) in passed.workers.iter_mut().enumerate() {
        let mut items = std::mem::take(&mut own.judge.part.items);
        items.retain_mut(|item| {
            let check = item.check as usize;
            let Some(all) = counted.get_mut(&check) else { return false };
            if !alone.get(check).is_some_and(|a| *a) && duplicates.contains(item.position) {
                return false;
            }
            let places = all.places.get(worker);
            item.group = places.and_then(|p| p.get(item.group as usize)).copied().unwrap_or(0);
            if let Some(slot) = all.latest.get_mut(item.group as usize) {
                *slot = item.late.unwrap_or_default().max(*slot);
            }
            true
        });
        if found.findings.is_empty() {
            found.findings = items;
        } else {
            found.findings.append(&mut items);
        }
    }
}

fn of_check(
    base: &Base<'_>,
    (i, check): (usize, &Check),
    all: Gathered,
    passed: &mut Passed<'_>,
    found: &mut Found,
) -> io::Result<()> {
    let Gathered { mut groups, mut latest, .. } = all;
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
    /// Gives each group its place, once all of them are there.
    fn number(&mut self) {
        let places: HashMap<&Label, u32> = self.groups.keys().zip(0..).collect();
        let place = |label: &Label| places.get(label).copied().unwrap_or(0);
        self.places = self.names.iter().map(|own| own.iter().map(place).collect()).collect();
        self.latest = vec![Day::NONE; self.groups.len()];
        self.names.clear();
    }

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
