//! Names that are nearly the same, `ABC-0003` and `abc 0003`, and rows without a day. What a joined table does not have,
//! or has too late, is looked for once more by letters and figures alone, and among rows that do not say their day;
//! whether what is found is the same is not decided here. The searched table is read again only where something was
//! not found in time.

use std::collections::HashMap;

use super::base::Base;
use super::date::Day;
use super::finding::{Finding, Mismatch};
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

/// Which findings are looked for once more.
#[derive(Clone, Copy)]
enum Sought {
    /// Those of which nothing was found.
    Missing,
    /// Those that were found late, among the rows that may be in time: they have no later day than this.
    Late(Day),
}

impl Sought {
    const fn has(self, f: &Finding) -> bool {
        match self {
            Self::Missing => f.late.is_none() && f.other.is_none() && !f.unclear,
            Self::Late(_) => f.late.is_some() && !f.unclear,
        }
    }

    /// Rows of a later day are no answer.
    const fn until(self) -> Option<Day> {
        match self {
            Self::Missing => None,
            Self::Late(due) => Some(due),
        }
    }
}

/// Looks for what the checks of a table did not find, or found late. A row that may be it makes a finding unclear, and is
/// beside it.
pub fn find(base: &Base<'_>, forms: &[Vec<Form>], found: &mut Found) -> Result<(), Error> {
    for (number, check) in (0..).zip(&base.plan.checks).filter(|(_, c)| c.table == base.scan) {
        for join in joins_by_name(base, check) {
            let late = check.due.filter(|_| base.plan.joins.get(join).is_some_and(|j| j.date.is_some()));
            for sought in [Some(Sought::Missing), late.map(Sought::Late)].into_iter().flatten() {
                find_of_join(base, forms, (number, join, sought), found)?;
            }
        }
    }
    // Where rows are not looked for one by one, each row without a day may be what is not found.
    let own = base.plan.checks.iter().filter(|c| c.table == base.scan);
    for (check, join) in own.flat_map(|c| found_joins(c).map(move |j| (c, j))) {
        if !joins_by_name(base, check).contains(&join) {
            give_up(join, found);
        }
    }
    Ok(())
}

/// Looks in the table of one join, for as many names at a time as the memory of the run has room for.
fn find_of_join(
    base: &Base<'_>,
    forms: &[Vec<Form>],
    (number, join, sought): (u32, usize, Sought),
    found: &mut Found,
) -> Result<(), Error> {
    let Some(asked) = base.plan.joins.get(join) else { return Ok(()) };
    let searched = asked.table;
    let by_name = Some(asked.on) == base.plan.naming_column(base.scan);
    let own_forms = forms.get(base.scan);
    let (Some(forms), Some(findings)) = (forms.get(searched), found.findings.get_mut(base.scan)) else { return Ok(()) };
    let mut all = 0;
    findings.of_check(number, |f| all += usize::from(sought.has(f))).map_err(Error::disk)?;
    if all > if by_name { MOST } else { FEW } {
        give_up(join, found);
        return Ok(());
    }
    // What is looked for is the name of the row, or what another of its columns names: its parent.
    let mut keys: HashMap<RowPosition, String> = HashMap::new();
    if !by_name && all > 0 {
        let mut open = Marked::default();
        findings
            .of_check(number, |f| {
                if sought.has(f) {
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
        let (mut wanted, mut place, mut open) = (Wanted::new(join, sought.until()), 0, 0);
        findings
            .of_check(number, |f| {
                if sought.has(f) {
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
        near.dedup_by_key(|(at, ..)| *at);
    }
    if near.is_empty() { Ok(()) } else { mark_unclear(base, (number, join), near, found) }
}

/// Makes findings unclear, with the row that may be each.
fn mark_unclear(
    base: &Base<'_>,
    (number, join): (u32, usize),
    near: Vec<Near>,
    found: &mut Found,
) -> Result<(), Error> {
    let Some(findings) = found.findings.get_mut(base.scan) else { return Ok(()) };
    let date = base.plan.joins.get(join).and_then(|j| j.date);
    let mut groups = found.groups.get_mut(number as usize);
    groups.iter_mut().flat_map(|g| g.iter_mut()).for_each(|g| g.tally.latest = Day::NONE);
    let mut next = near.into_iter().peekable();
    findings
        .change(
            number,
            || base.scratch(),
            |at, finding| {
                let answer = next.next_if(|(place, ..)| *place == at);
                let Some(group) = groups.as_mut().and_then(|g| g.get_mut(finding.group as usize)) else { return };
                let Some((_, position, undated)) = answer else {
                    let late = finding.late.filter(|_| !finding.unclear).unwrap_or_default();
                    group.tally.latest = group.tally.latest.max(late);
                    return;
                };
                let counted = if finding.late.is_some() { &mut group.tally.late } else { &mut group.tally.missing };
                *counted = counted.wrapping_sub(1);
                group.tally.unclear += 1;
                finding.unclear = true;
                finding.mismatch = date.filter(|_| undated).map(Mismatch::Empty);
                finding.other = Some(Box::new((join, position)));
            },
        )
        .map_err(Error::disk)
}

/// What is not found is not looked for in the rows of a join that have no day: each of them may be it.
fn give_up(join: usize, found: &mut Found) {
    let undated = found.undated.get_mut(join).map(std::mem::take).unwrap_or_default();
    if let Some(n) = found.unplaced.get_mut(join) {
        *n += undated;
    }
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
    if check.goal == Goal::Every { found_joins(check).filter(by_name).collect() } else { Vec::new() }
}

/// The joins in which a check asks that a row is found.
fn found_joins(check: &Check) -> impl Iterator<Item = usize> {
    check.ways.iter().filter_map(|w| if let SatisfiedBy::Found(join) = w { Some(*join) } else { None })
}
