//! Names that are nearly the same: `ABC-0003` and `abc 0003`. A row that a joined table does not
//! have is looked for once more by letters and figures alone; whether what is found is the same is
//! not decided here. The searched table is read again only where something was not found.

use std::collections::HashMap;

use super::base::Base;
use super::finding::Finding;
use super::found::Found;
use super::key;
use super::marked::Marked;
use super::plan::{Check, Goal, JoinKey, SatisfiedBy};
use super::position::RowPosition;
use super::source::Error;
use super::value::Form;
use super::wanted::{Near, Wanted};
use super::worker::Mode;

/// More names than this that are not found are no slips of the pen.
const MOST: usize = 1 << 20;

/// The same of names that are not those of the rows: each is kept while it is looked for.
const FEW: usize = 1 << 16;

/// What a name that is looked for takes in memory, about.
const COST: u64 = 512;

/// Looks for what the checks of a table did not find. A row that has nearly its name makes a finding unclear, and is beside it.
pub fn find(base: &Base<'_>, forms: &[Vec<Form>], found: &mut Found) -> Result<(), Error> {
    for (number, check) in (0..).zip(&base.plan.checks).filter(|(_, c)| c.table == base.scan) {
        for join in joins_by_name(base, check) {
            find_of_join(base, forms, (number, join), found)?;
        }
    }
    Ok(())
}

/// Looks in the table of one join, for as many names at a time as the memory of the run has room for.
fn find_of_join(
    base: &Base<'_>,
    forms: &[Vec<Form>],
    (number, join): (u32, usize),
    found: &mut Found,
) -> Result<(), Error> {
    let Some(asked) = base.plan.joins.get(join) else { return Ok(()) };
    let searched = asked.table;
    let by_name = Some(asked.on) == base.plan.naming_column(base.scan);
    let own_forms = forms.get(base.scan);
    let (Some(forms), Some(findings)) = (forms.get(searched), found.findings.get_mut(base.scan)) else { return Ok(()) };
    let missing = |f: &Finding| f.late.is_none() && f.other.is_none() && !f.unclear;
    let mut all = 0;
    findings.of_check(number, |f| all += usize::from(missing(f))).map_err(Error::disk)?;
    if all > if by_name { MOST } else { FEW } {
        return Ok(());
    }
    // What is looked for is the name of the row, or what another of its columns names: its parent.
    let mut keys: HashMap<RowPosition, String> = HashMap::new();
    if !by_name && all > 0 {
        let mut open = Marked::default();
        findings
            .of_check(number, |f| {
                if missing(f) {
                    open.insert(f.position)
                }
            })
            .map_err(Error::disk)?;
        let passed = base.pass(Mode::At(&open)).run(own_forms.map(Vec::as_slice))?;
        let kept = passed.workers.into_iter().flat_map(|w| w.kept);
        keys.extend(kept.map(|k| (k.position, String::from_utf8_lossy(key::trimmed(k.column(asked.on))).into_owned())));
    }
    let at_a_time = usize::try_from(base.memory.limit() / COST).unwrap_or(MOST).clamp(1 << 12, MOST);
    let mut near: Vec<Near> = Vec::new();
    for from in (0..all).step_by(at_a_time) {
        let (mut wanted, mut place, mut open) = (Wanted::new(join), 0, 0);
        findings
            .of_check(number, |f| {
                if missing(f) {
                    if (from..from + at_a_time).contains(&open) {
                        wanted.add(place, keys.get(&f.position).map_or(&f.name, String::as_str));
                    }
                    open += 1;
                }
                place += 1;
            })
            .map_err(Error::disk)?;
        let again = Base { scan: searched, ..*base };
        let mut passed = again.pass(Mode::Near(&wanted)).run(Some(forms))?;
        near.extend(wanted.answers(passed.workers.iter_mut().map(|w| std::mem::take(&mut w.near))));
        near.sort_unstable();
        near.dedup_by_key(|(at, _)| *at);
    }
    if near.is_empty() {
        return Ok(());
    }
    let mut groups = found.groups.get_mut(number as usize);
    let mut next = near.into_iter().peekable();
    findings
        .change(
            number,
            || base.scratch(),
            |at, finding| {
                let Some((_, position)) = next.next_if(|(place, _)| *place == at) else { return };
                finding.unclear = true;
                finding.mismatch = None;
                finding.other = Some(Box::new((join, position)));
                let group = groups.as_mut().and_then(|g| g.get_mut(finding.group as usize));
                if let Some(group) = group {
                    group.tally.missing = group.tally.missing.wrapping_sub(1);
                    group.tally.unclear += 1;
                }
            },
        )
        .map_err(Error::disk)
}

/// The joins that a check asks for one name of its row, where each row counts by itself.
fn joins_by_name(base: &Base<'_>, check: &Check) -> Vec<usize> {
    let by_name = |join: &usize| {
        let join = base.plan.joins.get(*join);
        let one = |on: usize| {
            base.plan.scans.get(base.scan).and_then(|s| s.columns.get(on)).is_some_and(|c| c.list.is_none())
        };
        let own = |on: usize| Some(on) == base.plan.naming_column(base.scan);
        join.is_some_and(|j| own(j.on) || one(j.on) && !matches!(j.by, JoinKey::Total { .. }))
    };
    let found = check.ways.iter().filter_map(|w| if let SatisfiedBy::Found(join) = w { Some(*join) } else { None });
    if check.goal == Goal::Every { found.filter(by_name).collect() } else { Vec::new() }
}
