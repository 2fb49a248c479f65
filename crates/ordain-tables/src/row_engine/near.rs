//! Names that are nearly the same: `ABC-0003` and `abc 0003`. A row that a joined table does not
//! have is looked for once more by letters and figures alone; whether what is found is the same is
//! not decided here. The searched table is read again only where something was not found.

use super::base::Base;
use super::found::{Finding, Found};
use super::plan::{Check, Goal, SatisfiedBy};
use super::source::Error;
use super::value::Form;
use super::wanted::{Near, Wanted};
use super::worker::Mode;

/// More names than this that are not found are no slips of the pen.
const MOST: usize = 1 << 20;

/// Looks for what the checks of a table did not find; `from` is the first of their findings. A row
/// that has nearly its name makes a finding unclear, and is beside it.
pub fn find(base: &Base<'_>, forms: &[Vec<Form>], from: usize, found: &mut Found) -> Result<(), Error> {
    for (number, check) in base.plan.checks.iter().enumerate().filter(|(_, c)| c.table == base.scan) {
        for join in joins(base, check) {
            let missing =
                |f: &Finding| f.check as usize == number && f.late.is_none() && f.other.is_none() && !f.unclear;
            let own = found.findings.iter().enumerate().skip(from);
            let open: Vec<(usize, &Finding)> = own.filter(|(_, f)| missing(f)).take(MOST + 1).collect();
            let searched = base.plan.joins.get(join).map_or(0, |j| j.table);
            let (Some(forms), 1..=MOST) = (forms.get(searched), open.len()) else { continue };
            let wanted = Wanted::of(join, &open);
            let again = Base { scan: searched, ..*base };
            let mut passed = again.pass(Mode::Near(&wanted)).run(Some(forms))?;
            let mut near: Vec<Near> = passed.workers.iter_mut().flat_map(|w| std::mem::take(&mut w.near)).collect();
            near.sort_unstable();
            near.dedup_by_key(|(at, _)| *at);
            for (at, position) in near {
                let Some(finding) = found.findings.get_mut(at) else { continue };
                finding.unclear = true;
                finding.mismatch = None;
                finding.other = Some(Box::new((join, position)));
                let group = found.groups.get_mut(number).and_then(|g| g.get_mut(finding.group as usize));
                if let Some(group) = group {
                    group.tally.missing = group.tally.missing.wrapping_sub(1);
                    group.tally.unclear += 1;
                }
            }
        }
    }
    Ok(())
}

/// The joins that a check asks for the name of its row, where each row counts by itself.
fn joins(base: &Base<'_>, check: &Check) -> Vec<usize> {
    let by_name = |join: &usize| {
        let join = base.plan.joins.get(*join);
        join.is_some_and(|j| Some(j.on) == base.plan.naming_column(base.scan))
    };
    let found = check.ways.iter().filter_map(|w| if let SatisfiedBy::Found(join) = w { Some(*join) } else { None });
    if check.goal == Goal::Every { found.filter(by_name).collect() } else { Vec::new() }
}
