//! What the threads found of one table, put together: by label instead of by the
//! numbers each thread gave its labels.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::counts::{Short, earlier, in_time, measure, push, tally};
use super::found::{Differ, Finding, Found, Group, OWN};
use super::index::{Built, Hit, Index, Total};
use super::judge::{Fate, Item};
use super::numbers::Numbers;
use super::plan::{Check, Goal, Plan, Way};
use super::run::Base;
use super::scan::{Lazy, Passed};
use super::spill::{Decoder, PARTITIONS, Spill};
use super::waiting::Waiting;
use super::worker::Worker;

/// Adds the groups and findings of the checks of `scan` to what was found.
pub fn gather(
    base: &Base<'_>,
    passed: &mut Passed<'_>,
    fates: &HashMap<(u32, u32), Fate>,
    found: &mut Found,
) -> io::Result<()> {
    let Base { plan, scan, indexes, memory, .. } = *base;
    let spill = passed.spills.deferred.take();
    let held = passed.workers.iter_mut().flat_map(|w| &mut w.judge.part.deferred).map(|d| std::mem::take(&mut d.0));
    let held: Vec<Vec<u8>> = held.collect();
    if let Some(worker) = passed.workers.first_mut().filter(|_| spill.is_some() || held.iter().any(|h| !h.is_empty())) {
        decide(plan, indexes, worker, spill.as_ref(), &held, fates)?;
    }
    for (i, check) in plan.checks.iter().enumerate().filter(|(_, c)| c.table == scan) {
        let mut groups: BTreeMap<(u8, u64, String), Group> = BTreeMap::new();
        let mut names: Vec<Vec<(u8, u64, String)>> = Vec::new();
        for worker in &passed.workers {
            let part = &worker.judge.part;
            let tallies = part.tallies.get(i).map_or(&[][..], Vec::as_slice);
            let label = |code: u32| match check.group.and_then(|g| worker.judge.columns.get(g)) {
                Some(column) => String::from_utf8_lossy(column.labels.name(code)).into_owned(),
                None => String::new(),
            };
            let own: Vec<_> = (0..u32::try_from(tallies.len()).unwrap_or(0)).map(|c| sorted(label(c))).collect();
            for (key, tally) in own.iter().zip(tallies).filter(|(_, t)| !t.is_nothing()) {
                groups.entry(key.clone()).or_default().tally.add(tally);
            }
            for ((code, month), m) in part.measured.get(i).into_iter().flatten() {
                let group = groups.entry(own.get(*code as usize).cloned().unwrap_or_default()).or_default();
                match group.measured.iter_mut().find(|(n, _)| n == month) {
                    Some((_, sum)) => {
                        sum.rows = sum.rows.wrapping_add(m.rows);
                        sum.done = sum.done.wrapping_add(m.done);
                        sum.sum = sum.sum.wrapping_add(m.sum);
                    }
                    None => group.measured.push((*month, *m)),
                }
            }
            if let Some(lost) = part.lost.get(i).filter(|l| l.unreadable > 0) {
                groups.entry((2, 0, "?".to_owned())).or_default().tally.add(lost);
            }
            names.push(own);
        }
        let first = found.findings.len();
        let places: HashMap<&(u8, u64, String), u32> = groups.keys().zip(0..).collect();
        for (worker, own) in passed.workers.iter_mut().zip(&names) {
            let part = &mut worker.judge.part;
            let numbers: Vec<u32> = own.iter().map(|k| places.get(k).copied().unwrap_or(0)).collect();
            let alone = check.ways.contains(&Way::Alone);
            let shared = |item: &Item| fates.contains_key(&(item.mark.chunk, item.mark.row));
            let of = |item: &Item| item.check as usize == i && (alone || !shared(item));
            found
                .findings
                .extend(part.items.iter().filter(|item| of(item)).map(|item| finding(item, &part.names, &numbers)));
        }
        let mut latest = vec![super::Day::NONE; groups.len()];
        for f in found.findings.get(first..).unwrap_or_default() {
            if let Some(slot) = latest.get_mut(f.group as usize) {
                *slot = f.late.unwrap_or_default().max(*slot);
            }
        }
        if let (Goal::Gaps { .. }, Some(numbers)) = (&check.goal, series(passed, i, base)?) {
            gaps(i, check, plan, indexes, &numbers, &mut groups, found);
            latest = vec![super::Day::NONE; groups.len()];
            if let Some(why) = numbers.trouble() {
                return Err(io::Error::other(why.to_owned()));
            }
            numbers.release(memory);
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
    }
    Ok(())
}

/// The numbers of all rows that a check looks at together.
pub fn series(passed: &mut Passed<'_>, check: usize, base: &Base<'_>) -> io::Result<Option<Numbers>> {
    let own = |w: &mut Worker<'_>| w.judge.part.series.get_mut(check).and_then(Option::take);
    let all: Vec<_> = passed.workers.iter_mut().filter_map(own).collect();
    if all.is_empty() {
        return Ok(None);
    }
    let spill = passed.spills.series.get_mut(check).and_then(Lazy::take);
    Numbers::build(all, spill.as_ref(), base.memory, || base.scratch()).map(Some)
}

/// Each gap between the numbers of the rows, and whether a joined table has all of it.
fn gaps(
    number: usize,
    check: &Check,
    plan: &Plan,
    indexes: &[Option<Index>],
    numbers: &Numbers,
    groups: &mut BTreeMap<(u8, u64, String), Group>,
    found: &mut Found,
) {
    let sets: Vec<&Numbers> = check
        .ways
        .iter()
        .filter_map(|w| match w {
            Way::Found(join) if plan.joins.get(*join).is_some() => match indexes.get(*join) {
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
            mark: gap.mark,
            name: gap.cut(from, to).name().into(),
            late: None,
            other: None,
            differ: None,
            unclear: false,
        });
    });
}

/// Numbers as numbers are, then words.
fn sorted(label: String) -> (u8, u64, String) {
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
        mark: item.mark,
        name: String::from_utf8_lossy(name).into(),
        late: item.late.is_some().then_some(item.late),
        other: item.other.map(|(join, mark)| Box::new((if join == u32::MAX { OWN } else { join as usize }, mark))),
        differ: item.differ,
        unclear: item.unclear,
    }
}

/// Decides the rows that waited, a partition at a time. `held` has the partitions of every thread in turn.
fn decide(
    plan: &Plan,
    indexes: &[Option<Index>],
    worker: &mut Worker<'_>,
    spill: Option<&Spill>,
    held: &[Vec<u8>],
    fates: &HashMap<(u32, u32), Fate>,
) -> io::Result<()> {
    for p in 0..PARTITIONS {
        let mut loaded: Vec<Loaded> = Vec::new();
        for index in indexes {
            loaded.push(match index {
                Some(Index::Disk(disk)) => Loaded::Hits(Built::load(disk, p)?),
                Some(Index::TotalsOnDisk(disk)) => Loaded::Totals(Built::load(disk, p)?),
                _ => Loaded::Nothing,
            });
        }
        let mut all = |block: &[u8]| {
            let mut from = Decoder(block);
            while let Some(waiting) = Waiting::read(&mut from) {
                if !fates.contains_key(&(waiting.mark.chunk, waiting.mark.row)) {
                    settle(plan, &loaded, worker, &waiting);
                }
            }
        };
        held.iter().skip(p).step_by(PARTITIONS).for_each(|block| all(block));
        if let Some(spill) = spill {
            spill.read(p, all)?;
        }
    }
    Ok(())
}

/// One partition of a joined table that is on the disk.
enum Loaded {
    Nothing,
    Hits(Built<Hit>),
    Totals(Built<Total>),
}

fn settle(plan: &Plan, loaded: &[Loaded], worker: &mut Worker<'_>, waiting: &Waiting<'_>) {
    let Some(check) = plan.checks.get(waiting.check) else { return };
    let judge = &mut worker.judge;
    let column = check.group.and_then(|g| judge.columns.get_mut(g));
    let code = column.and_then(|c| c.labels.code(waiting.label).ok()).unwrap_or(0);
    let mut best = waiting.best;
    let mut against = None;
    let mut differ = None;
    let now = (super::Day::NONE, None);
    for way in &check.ways {
        let (Way::Found(join) | Way::Missing(join) | Way::Counts { join, .. }) = way else { continue };
        let short = u32::try_from(*join).ok();
        let found = match (way, loaded.get(*join)) {
            (Way::Found(_), Some(Loaded::Hits(built))) => {
                let hit = built.find(waiting.key).filter(|h| h.day <= plan.as_of);
                hit.map(|h| (h.day, short.map(|j| (j, h.mark))))
            }
            (Way::Missing(_), Some(Loaded::Hits(built))) => {
                let hit = built.find(waiting.key).filter(|h| h.day <= plan.as_of);
                against = hit.and_then(|h| short.map(|j| (j, h.mark)));
                hit.is_none().then_some(now)
            }
            (Way::Counts { .. }, Some(Loaded::Totals(built))) => {
                let (own, other) = (waiting.amount.1.cast_signed(), built.find(waiting.key).map_or(0, |t| t.0));
                differ = (own != other).then_some(Differ::Amounts(own, other));
                (own == other).then_some(now)
            }
            _ => None,
        };
        if let Some((day, other)) = found
            && best.is_none_or(|(b, _)| earlier(day, b))
        {
            best = Some((day, other));
        }
    }
    let part = &mut judge.part;
    let done = best.is_some_and(|(day, _)| in_time(day, check.due));
    let late = best.filter(|_| !done).map(|(day, _)| day);
    if let Some(tally) = tally(&mut part.tallies, waiting.check, code) {
        match (done, late) {
            (true, _) => tally.in_time = tally.in_time.wrapping_add(1),
            (_, Some(_)) => tally.late = tally.late.wrapping_add(1),
            _ => tally.missing = tally.missing.wrapping_add(1),
        }
    }
    if !check.goal.is_of_each() {
        let (month, sum) = waiting.amount;
        measure(part, waiting.check, code, month, sum, done, false);
    } else if !done {
        let other = best.and_then(|(_, o)| o).or(against);
        let (check, mark, late) = (waiting.check, waiting.mark, late.unwrap_or_default());
        push(part, Short { check, code, mark, late, other, differ, unclear: false }, waiting.name);
    }
}
