//! Rows that waited for a joined table on the disk, decided a partition at a time.

use std::io;

use super::base::Base;
use super::counts::{in_time, is_earlier};
use super::date::Day;
use super::finding::Mismatch;
use super::index::{Built, Index};
use super::marked::Marked;
use super::matched::{Match, Total};
use super::part::Short;
use super::plan::{Plan, SatisfiedBy};
use super::scan::Lazy;
use super::spill::{Decoder, PARTITIONS, Spill};
use super::waiting::Waiting;
use super::worker::Worker;

/// Decides the rows that waited, a partition at a time: what is on the disk, and what the threads still hold, which has the
/// partitions of every thread in turn.
pub fn decide_waiting_rows(
    base: &Base<'_>,
    worker: &mut Worker<'_>,
    (spill, held): (Option<&Spill>, &[Vec<u8>]),
    duplicates: &Marked,
    findings: &Lazy,
) -> io::Result<()> {
    for p in 0..PARTITIONS {
        let mut loaded: Vec<Loaded> = Vec::new();
        for index in base.indexes {
            loaded.push(match index {
                Some(Index::Disk(disk)) => Loaded::Matches(Built::load(disk, p)?),
                Some(Index::TotalsOnDisk(disk)) => Loaded::Totals(Built::load(disk, p)?),
                _ => Loaded::Nothing,
            });
        }
        let mut relieved = Ok(());
        let mut all = |block: &[u8]| {
            let mut from = Decoder(block);
            while let Some(waiting) = Waiting::read(&mut from) {
                if !duplicates.contains(waiting.position) {
                    settle_waiting(base.plan, &loaded, worker, &waiting);
                }
            }
            if relieved.is_ok() {
                relieved = worker.judge.part.findings.relieve(base.memory, || findings.get(base.source));
            }
        };
        held.iter().skip(p).step_by(PARTITIONS).for_each(|block| all(block));
        if let Some(spill) = spill {
            spill.read(p, all)?;
        }
        relieved?;
    }
    Ok(())
}

/// One partition of a joined table that is on the disk.
enum Loaded {
    Nothing,
    Matches(Built<Match>),
    Totals(Built<Total>),
}

fn settle_waiting(plan: &Plan, loaded: &[Loaded], worker: &mut Worker<'_>, waiting: &Waiting<'_>) {
    let Some(check) = plan.checks.get(waiting.check) else { return };
    let judge = &mut worker.judge;
    let column = check.group.and_then(|g| judge.columns.get_mut(g));
    let code = column.and_then(|c| c.labels.code(waiting.label).ok()).unwrap_or(0);
    let mut best = waiting.best;
    let mut against = None;
    let mut mismatch = None;
    let now = (Day::NONE, None);
    for way in &check.ways {
        let (SatisfiedBy::Found(join) | SatisfiedBy::Missing(join) | SatisfiedBy::Counts { join, .. }) = way else {
            continue;
        };
        let short = u32::try_from(*join).ok();
        let found = match (way, loaded.get(*join)) {
            (SatisfiedBy::Found(_), Some(Loaded::Matches(built))) => {
                let matched = built.find(waiting.key).filter(|h| h.day <= plan.as_of);
                matched.map(|h| (h.day, short.map(|j| (j, h.position))))
            }
            (SatisfiedBy::Missing(_), Some(Loaded::Matches(built))) => {
                let matched = built.find(waiting.key).filter(|h| h.day <= plan.as_of);
                against = matched.and_then(|h| short.map(|j| (j, h.position)));
                matched.is_none().then_some(now)
            }
            (SatisfiedBy::Counts { .. }, Some(Loaded::Totals(built))) => {
                let (own, other) = (waiting.amount.1.cast_signed(), built.find(waiting.key).map_or(0, |t| t.0));
                mismatch = (own != other).then_some(Mismatch::Amounts(own, other));
                (own == other).then_some(now)
            }
            _ => None,
        };
        if let Some((day, other)) = found
            && best.is_none_or(|(b, _)| is_earlier(day, b))
        {
            best = Some((day, other));
        }
    }
    let part = &mut judge.part;
    let done = best.is_some_and(|(day, _)| in_time(day, check.due));
    let late = best.filter(|_| !done).map(|(day, _)| day);
    if let Some(tally) = part.tally(waiting.check, code) {
        match (done, late) {
            (true, _) => tally.in_time = tally.in_time.wrapping_add(1),
            (_, Some(_)) => tally.late = tally.late.wrapping_add(1),
            _ => tally.missing = tally.missing.wrapping_add(1),
        }
    }
    if !check.goal.is_of_each() {
        part.measure(waiting.check, code, waiting.amount, done, false);
    } else if !done {
        let other = best.and_then(|(_, o)| o).or(against);
        let (check, position, late) = (waiting.check, waiting.position, late.unwrap_or_default());
        part.push(Short { check, code, position, late, other, mismatch, unclear: false }, waiting.name);
    }
}
