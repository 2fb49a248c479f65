//! What a row gives to a join, and what a joined table has for one row.

use super::bates::bates_extent;
use super::date::Day;
use super::index::Index;
use super::key;
use super::matched::{Match, Total};
use super::members::{Member, members_of_cell};
use super::numbers;
use super::part::Part;
use super::plan::{Join, JoinKey, Plan};
use super::position::RowPosition;
use super::ranges;
use super::ranges::Ranges;
use super::value::NO_NUMBER;
use super::values::Values;

/// What a joined table has for a row.
pub enum LookupResult {
    Nothing,
    Row(Match),
    /// Of several that a row lists: the day by which all are there, and the first that is.
    Members {
        all: Option<Match>,
        any: Option<Match>,
    },
    /// Whether it has all of the row's numbers, and whether any.
    Numbers {
        all: bool,
        any: bool,
    },
    /// The table is on the disk.
    Waits,
    /// The row's own number cannot be taken apart: whether the table has it is not known.
    Unplaced,
}

/// `list` parts what the asking row has in the column that it is joined by.
#[inline]
pub fn look_up(
    index: Option<&Option<Index>>,
    join: &Join,
    list: Option<char>,
    values: &impl Values,
    waits: &mut Option<usize>,
) -> LookupResult {
    let name = values.get(join.on);
    let name = key::trimmed(&name);
    if let Some(by) = list {
        return look_up_listed(index, name, by);
    }
    match index {
        Some(Some(Index::Memory(built))) => built.find(name).map_or(LookupResult::Nothing, LookupResult::Row),
        Some(Some(Index::Ranges(ranges))) => over_numbers(ranges, join, name, values),
        Some(Some(Index::Disk(_))) => {
            *waits = Some(join.on);
            LookupResult::Waits
        }
        Some(Some(Index::Numbers(all))) => {
            let JoinKey::Numbers { to, .. } = join.by else { return LookupResult::Nothing };
            let found = numbers_of(join.on, to, values, |own| LookupResult::Numbers {
                all: all.has_all(own),
                any: all.has_any(own),
            });
            found.unwrap_or(LookupResult::Unplaced)
        }
        _ => LookupResult::Nothing,
    }
}

/// What there is for a row whose numbers go from its name to another: all of them, or its name alone where an entry has
/// that number and no other. Where only some are there, whether the row is meant is not known.
fn over_numbers(ranges: &Ranges, join: &Join, name: &[u8], values: &impl Values) -> LookupResult {
    let by_name = || ranges.find(name).map_or(LookupResult::Nothing, LookupResult::Row);
    let JoinKey::Range { to: Some(to), .. } = join.by else { return by_name() };
    let last = values.get(to);
    let Some((prefix, from, to)) = bates_extent(name, key::trimmed(&last)).filter(|(_, from, to)| from < to) else {
        return by_name();
    };
    match ranges.of(Member::Numbers(prefix, from, to)) {
        (Some(all), _) => LookupResult::Row(all),
        (None, Some(_)) if ranges.is_alone(prefix, from) => by_name(),
        (None, Some(_)) => LookupResult::Unplaced,
        (None, None) => LookupResult::Nothing,
    }
}

/// What there is for each of those that a cell lists.
fn look_up_listed(index: Option<&Option<Index>>, cell: &[u8], by: char) -> LookupResult {
    match index {
        Some(Some(Index::Ranges(ranges))) => {
            let mut all = None;
            let mut any: Option<Match> = None;
            for (i, member) in members_of_cell(cell, by).enumerate() {
                let (whole, some) = ranges.of(member);
                all = whole.filter(|_| i == 0 || all.is_some()).map(|h| all.map_or(h, |a: Match| a.max(h)));
                any = some.into_iter().chain(any).min();
            }
            LookupResult::Members { all, any }
        }
        Some(Some(Index::Numbers(numbers))) => {
            let (mut n, mut all, mut any) = (0, true, false);
            for member in members_of_cell(cell, by) {
                n += 1;
                if let Member::Numbers(prefix, from, to) = member {
                    all &= numbers.has_all((prefix, from, to));
                    any |= numbers.has_any((prefix, from, to));
                } else {
                    all = false;
                }
            }
            LookupResult::Numbers { all: all && n > 0, any }
        }
        _ => LookupResult::Nothing,
    }
}

/// Asks with the numbers of a row; nothing where it has none.
pub fn numbers_of<T>(
    from: usize,
    to: Option<usize>,
    values: &impl Values,
    ask: impl FnOnce((&[u8], u64, u64)) -> T,
) -> Option<T> {
    let (first, last) = (values.get(from), to.map(|l| values.get(l)).unwrap_or_default());
    bates_extent(key::trimmed(&first), key::trimmed(&last)).map(ask)
}

/// Takes a row of the searched table in.
pub fn add_searched_row(
    plan: &Plan,
    join: usize,
    slots: &[u64],
    values: &impl Values,
    position: RowPosition,
    part: &mut Part,
) {
    let Some(j) = plan.joins.get(join) else { return };
    let day = j.date.map_or(Day::NONE, |c| Day(slots.get(c).map_or(0, |v| u32::try_from(*v).unwrap_or(0))));
    // A column of days that is empty here: the row shows that it was done, and not when. It decides nothing; what is
    // not found without it, or found late, is looked for once more.
    if j.date.is_some() && !day.is_some() {
        return part.undated(join);
    }
    let matched = Match { day, position };
    match j.by {
        JoinKey::Key(column) => {
            if let Some(Some(gathered)) = part.gathered.get_mut(join) {
                gathered.add(key::trimmed(&values.get(column)), matched);
            }
        }
        JoinKey::Members(column) => {
            if let Some(Some(spans)) = part.ranges.get_mut(join) {
                let cell = values.get(column);
                match j.list(plan, column) {
                    Some(by) => members_of_cell(&cell, by).for_each(|m| ranges::add_member(spans, m, matched)),
                    None => ranges::add_name(spans, key::trimmed(&cell), matched),
                }
            }
        }
        JoinKey::Range { first, last, .. } => {
            if let Some(Some(spans)) = part.ranges.get_mut(join) {
                ranges::add_range(spans, key::trimmed(&values.get(first)), key::trimmed(&values.get(last)), matched);
            }
        }
        JoinKey::Numbers { first, last, .. } => {
            if let Some(Some(runs)) = part.numbers.get_mut(join) {
                if let Some(by) = j.list(plan, first) {
                    return members_of_cell(&values.get(first), by)
                        .for_each(|m| numbers::add_member(runs, m, position));
                }
                let (first, last) = (values.get(first), last.map(|l| values.get(l)).unwrap_or_default());
                if !numbers::add_numbers(runs, key::trimmed(&first), key::trimmed(&last), position) {
                    part.unplaced(join);
                }
            }
        }
        JoinKey::Total { key, of } => {
            let n = of.map_or(1, |c| slots.get(c).map_or(0, |v| v.cast_signed()));
            if let (Some(Some(totals)), true) = (part.totals.get_mut(join), n != NO_NUMBER) {
                totals.add(key::trimmed(&values.get(key)), Total(n));
            }
        }
    }
}
