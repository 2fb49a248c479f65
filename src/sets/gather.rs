//! What the threads found of one table, put together: by label instead of by the
//! numbers each thread gave its labels.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::found::{Finding, Found, Group};
use super::index::{Built, Index};
use super::judge::{Fate, Item, earlier, in_time, measure, push, tally};
use super::plan::{Goal, Plan, Way};
use super::scan::Passed;
use super::spill::{Decoder, PARTITIONS, Spill};
use super::waiting::Waiting;
use super::worker::Worker;

/// Adds the groups and findings of the checks of `scan` to what was found.
pub fn gather(
    plan: &Plan,
    scan: usize,
    indexes: &[Option<Index>],
    passed: &mut Passed<'_>,
    fates: &HashMap<(u32, u32), Fate>,
    found: &mut Found,
) -> io::Result<()> {
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
            let of = |item: &Item| item.check as usize == i && !fates.contains_key(&(item.mark.chunk, item.mark.row));
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
        other: item.other.map(|(join, mark)| Box::new((join as usize, mark))),
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
        let mut loaded: Vec<Option<Built>> = Vec::new();
        for index in indexes {
            loaded.push(match index {
                Some(Index::Disk(disk)) => Some(Index::load(disk, p)?),
                _ => None,
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

fn settle(plan: &Plan, loaded: &[Option<Built>], worker: &mut Worker<'_>, waiting: &Waiting<'_>) {
    let Some(check) = plan.checks.get(waiting.check) else { return };
    let judge = &mut worker.judge;
    let column = check.group.and_then(|g| judge.columns.get_mut(g));
    let code = column.and_then(|c| c.labels.code(waiting.label).ok()).unwrap_or(0);
    let mut best = waiting.best;
    for way in &check.ways {
        let Way::Found(join) = way else { continue };
        let hit = loaded.get(*join).and_then(Option::as_ref).and_then(|b| b.find(waiting.key));
        if let Some(hit) = hit.filter(|h| h.day <= plan.as_of)
            && best.is_none_or(|(day, _)| earlier(hit.day, day))
        {
            best = Some((hit.day, u32::try_from(*join).ok().map(|j| (j, hit.mark))));
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
    if check.goal != Goal::Every {
        let (month, sum) = waiting.amount;
        measure(part, waiting.check, code, month, sum, done, false);
    } else if !done {
        let other = best.and_then(|(_, o)| o);
        push(part, waiting.check, code, waiting.mark, late.unwrap_or_default(), other, waiting.name);
    }
}
