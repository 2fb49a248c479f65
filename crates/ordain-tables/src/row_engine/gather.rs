//! What the threads found of one table, put together: by label instead of by the
//! numbers each thread gave its labels.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::base::Base;
use super::date::Day;
use super::deferred::decide_waiting_rows;
use super::finding::Finding;
use super::findings::{Findings, Pending, settle_findings};
use super::found::{Found, Group, Measured};
use super::index::Index;
use super::marked::Marked;
use super::numbers::Numbers;
use super::plan::{Check, Goal, SatisfiedBy};
use super::scan::Passed;
use super::spellings::Spellings;
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
    let Base { plan, scan, .. } = *base;
    let spill = passed.spills.deferred.take();
    let held = passed.workers.iter_mut().flat_map(|w| &mut w.judge.part.deferred).map(|d| std::mem::take(&mut d.0));
    let held: Vec<Vec<u8>> = held.collect();
    let Passed { workers, spills, .. } = passed;
    if let Some(worker) = workers.first_mut().filter(|_| spill.is_some() || held.iter().any(|h| !h.is_empty())) {
        decide_waiting_rows(base, worker, (spill.as_ref(), &held), duplicates, &spills.findings)?;
    }
    let mut counted: BTreeMap<usize, Gathered> = BTreeMap::new();
    let mut gaps = Pending::of_thread(u32::MAX);
    for (i, check) in plan.checks.iter().enumerate().filter(|(_, c)| c.table == scan) {
        let mut all = Gathered::default();
        passed.workers.iter().for_each(|worker| all.take(i, check, worker));
        if matches!(check.goal, Goal::Gaps { .. })
            && let Some(numbers) = base.numbers(passed, i)?
        {
            take_gaps((i, check), base, &numbers, &mut all.groups, |gap| {
                gaps.push(gap);
                gaps.relieve(base.memory, || passed.spills.findings.get(base.source))
            })?;
            numbers.release(base.memory);
        }
        all.number();
        counted.insert(i, all);
    }
    found.findings.push(take_findings(base, passed, duplicates, &mut counted, gaps)?);
    for (i, all) in counted {
        if let Some(slot) = found.groups.get_mut(i) {
            *slot = all.groups();
        }
    }
    Ok(())
}

/// Moves the findings of all threads over, each with the place of its label among the groups.
fn take_findings(
    base: &Base<'_>,
    passed: &mut Passed<'_>,
    duplicates: &Marked,
    counted: &mut BTreeMap<usize, Gathered>,
    gaps: Pending,
) -> io::Result<Findings> {
    // What is found of rows that share their name is reported by the check that asks for names of their own, or else by
    // the one that asks for numbers of their own.
    let by_number = !base.plan.asks_for_names(base.scan);
    let reports = |way: &SatisfiedBy| match way {
        SatisfiedBy::Alone => true,
        SatisfiedBy::Apart { .. } => by_number,
        _ => false,
    };
    let alone: Vec<bool> = base.plan.checks.iter().map(|c| c.ways.iter().any(reports)).collect();
    let own = passed.workers.iter_mut().map(|w| std::mem::take(&mut w.judge.part.findings));
    let all: Vec<Pending> = own.chain([gaps]).collect();
    settle_findings(
        all,
        passed.spills.findings.take(),
        base.memory,
        || base.scratch(),
        |item, thread| {
            let check = item.check as usize;
            let Some(all) = counted.get_mut(&check) else { return false };
            if !alone.get(check).is_some_and(|a| *a) && duplicates.contains(item.position) {
                return false;
            }
            let places = all.places.get(thread as usize);
            item.group = places.and_then(|p| p.get(item.group as usize)).copied().unwrap_or(0);
            if let Some(slot) = all.latest.get_mut(item.group as usize) {
                *slot = item.late.unwrap_or_default().max(*slot);
            }
            true
        },
    )
}

impl Gathered {
    /// The groups, each with its label.
    fn groups(self) -> Vec<Group> {
        let named = self.groups.into_iter().zip(self.latest).map(|(((_, _, label), mut group), latest)| {
            group.label = label;
            group.tally.latest = latest;
            group.measured.sort_unstable_by_key(|(month, _)| *month);
            group
        });
        named.collect()
    }

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
        let own: Vec<_> = (0..u32::try_from(tallies.len()).unwrap_or(0)).map(|c| sort_key_of_label(label(c))).collect();
        for (key, tally) in own.iter().zip(tallies).filter(|(_, t)| !t.is_nothing()) {
            self.groups.entry(key.clone()).or_default().tally.add(tally);
        }
        for ((code, month), m) in part.measured.get(i).into_iter().flatten() {
            let group = self.groups.entry(own.get(*code as usize).cloned().unwrap_or_default()).or_default();
            group.measure(*month, m);
        }
        if let Some(lost) = part.lost.get(i).filter(|l| l.unreadable > 0) {
            let group = self.groups.entry((2, 0, "?".to_owned())).or_default();
            group.is_unread = true;
            group.tally.add(lost);
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

/// Counts each gap between the numbers of the rows, and hands on those of which a joined table does not have all.
fn take_gaps(
    (number, check): (usize, &Check),
    base: &Base<'_>,
    numbers: &Numbers,
    groups: &mut BTreeMap<Label, Group>,
    mut take: impl FnMut(Finding) -> io::Result<()>,
) -> io::Result<()> {
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
    let mut taken = Ok(());
    let alike = Spellings::of(numbers, &sets);
    numbers.gaps(|gap| {
        let range = (gap.prefix, gap.from, gap.to);
        let lacking =
            sets.iter().map(|all| all.lacks(range)).min_by_key(|l| l.is_some()).unwrap_or(Some((gap.from, gap.to)));
        let tally = &mut groups.entry(sort_key_of_label(String::new())).or_default().tally;
        let Some((from, to)) = lacking else {
            tally.in_time += 1;
            return;
        };
        // A number of the gap may be there in another spelling: `abc-5` for `ABC005`.
        let unclear = alike.may_have((gap.prefix, from, to), numbers, &sets);
        if unclear {
            tally.unclear += 1;
        } else {
            tally.missing += 1;
        }
        if taken.is_ok() {
            taken = take(Finding {
                check: u32::try_from(number).unwrap_or(u32::MAX),
                position: gap.position,
                name: gap.cut(from, to).name().into(),
                late: None,
                other: None,
                mismatch: None,
                unclear,
                group: 0,
            });
        }
    });
    taken?;
    numbers.trouble().map_or(Ok(()), |why| Err(io::Error::other(why.to_owned())))
}

/// Numbers as numbers are, then words.
fn sort_key_of_label(label: String) -> Label {
    match label.parse() {
        Ok(n) => (0, n, label),
        Err(_) => (1, 0, label),
    }
}
