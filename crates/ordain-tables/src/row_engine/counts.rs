//! Rows counted: by how they are, by how much they have, and those that are told one by one.

use super::Day;
use super::found::{Differ, Mark, Tally};
use super::judge::{Item, Part, Values};
use super::node;
use super::plan::{Check, Goal, Measure, Way};
use super::value::NO_NUMBER;

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

/// The month and the amount of a row, for a quantity.
pub fn amount(check: &Check, slots: &[u64]) -> (u32, u64) {
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

/// What a row that waits will be counted by.
pub fn waiting_amount(check: &Check, slots: &[u64], values: &impl Values) -> (u32, u64) {
    let own = check.ways.iter().find_map(|w| if let Way::Counts { own, .. } = w { Some(own) } else { None });
    match own {
        Some(own) => (0, node::amount(own, slots, values).unwrap_or(NO_NUMBER).cast_unsigned()),
        None => amount(check, slots),
    }
}
