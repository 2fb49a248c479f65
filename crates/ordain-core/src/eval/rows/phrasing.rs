//! What the rows of a table show, in words; and where a table shows nothing.

use crate::eval::case::Case;
use crate::eval::duty::task::Task;
use crate::eval::evidence::completeness::silence_on;
use crate::eval::evidence::silence::Silence;
use crate::eval::record::tables::{Duty, Rows};
use crate::facts::Table;
use crate::model::VerbFamily;
use ordain_base::words::{day, join_parts, plural};
use ordain_tables::row_engine::{SatisfiedBy, Tally};

/// The table whose rows a duty is about.
pub(in crate::eval) fn table_of<'a>(case: &Case<'a>, rows: &Rows<'_>, duty: &Duty) -> Option<&'a Table> {
    let scan = rows.planned.plan.checks.get(duty.check)?.table;
    case.ledger.tables.get(*rows.planned.tables.get(scan)?)
}

/// `1 document`, `1,200 log entries`.
pub(in crate::eval) fn count_with_noun(n: u64, noun: &str) -> String {
    format!("{} {}", with_thousands_commas(n), if n == 1 { singular_of(noun) } else { noun.to_owned() })
}

pub(in crate::eval) fn singular_of(noun: &str) -> String {
    noun.strip_suffix("ies").map_or_else(|| noun.trim_end_matches('s').to_owned(), |s| format!("{s}y"))
}

/// `12 of 250 documents missing, 9 late by up to …`: with the counts that add up to the whole.
pub(in crate::eval) fn tally_words(tally: &Tally, noun: &str, passed: bool, stated: bool) -> String {
    let all = tally.rows() - tally.repeated;
    let singular = singular_of(noun);
    let missing = match (stated, passed) {
        (true, _) => "not so",
        (false, true) => "not done",
        (false, false) => "not done yet",
    };
    let late = format!("late, the last on {}", tally.latest.date().map(day).unwrap_or_default());
    let parts: [(u64, &str); 5] = [
        (tally.missing, missing),
        (tally.late, &late),
        (tally.unreadable, "not readable"),
        (tally.contradicted, "contradicted by another row"),
        (tally.unclear, "without what would decide it"),
    ];
    let said: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{} {what}", with_thousands_commas(*n))).collect();
    if said.is_empty() {
        return match (all, stated) {
            (1, true) => format!("the only {singular} is so"),
            (1, false) => format!("the only {singular} is in time"),
            (_, true) => format!("all {} {noun} are so", with_thousands_commas(all)),
            (_, false) => format!("all {} {noun} in time", with_thousands_commas(all)),
        };
    }
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let noun = if all == 1 { &singular } else { noun };
    format!("of {} {noun} {}", with_thousands_commas(all), join_parts(&said))
}

/// `18,000`.
pub(in crate::eval) fn with_thousands_commas(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// Why no breach may rest on a row that is not there; nothing where it may.
pub(in crate::eval) fn silent_table(
    case: &Case<'_>,
    task: &Task<'_>,
    rows: &Rows<'_>,
    duty: &Duty,
) -> Option<(String, String)> {
    // A row that shows it itself is no silence.
    if duty.performed_in.is_empty() {
        return None;
    }
    if let Some(unread) = unread_table(case, rows, duty) {
        return Some(unread);
    }
    let as_of = case.question.as_of;
    let closed = |&table: &usize| {
        let table = case.ledger.tables.get(table);
        table.and_then(|t| t.complete.as_ref()).is_some_and(|c| c.through >= as_of)
    };
    if duty.performed_in.iter().all(closed) {
        return None;
    }
    let act = task.obligation.acts.iter().find(|a| case.model.declared.verbs.get(a.verb).family != VerbFamily::Ensure);
    match act.map(|act| silence_on(case, &task.bearer, act)) {
        Some(Silence::Speaks { .. }) => None,
        _ => {
            let open = duty.performed_in.iter().find(|t| !closed(t)).and_then(|t| case.ledger.tables.get(*t));
            let name = open.map_or("", |t| t.declared.name.value.as_str());
            Some((
                format!("table `{name}` does not say that it is complete through {}", day(as_of)),
                format!("complete through {as_of}"),
            ))
        }
    }
}

/// A row or a line that could not be read may be the performance.
pub(in crate::eval) fn unread_table(case: &Case<'_>, rows: &Rows<'_>, duty: &Duty) -> Option<(String, String)> {
    let n: u64 = duty.scans.iter().filter_map(|s| rows.found?.tables.get(*s)).map(|t| t.unreadable).sum();
    let n = n + joins_of(rows, duty).filter_map(|j| rows.found?.unplaced.get(j)).sum::<u64>();
    let remedy = "fix the errors of this matter first".to_owned();
    if n > 0 {
        let rows = plural(i64::try_from(n).unwrap_or(i64::MAX), "row");
        return Some((format!("{rows} could not be read, and may be the performance"), remedy));
    }
    case.incomplete
        .then(|| ("a line of the matter could not be read, and it may be the performance".to_owned(), remedy))
}

/// The joins that a duty asks.
fn joins_of<'a>(rows: &Rows<'a>, duty: &Duty) -> impl Iterator<Item = usize> + use<'a> {
    let check = rows.planned.plan.checks.get(duty.check);
    check.into_iter().flat_map(|c| &c.ways).filter_map(|w| match w {
        SatisfiedBy::Found(join) | SatisfiedBy::Missing(join) | SatisfiedBy::Counts { join, .. } => Some(*join),
        _ => None,
    })
}

/// Rows of another table that could not be read, where a duty asks that it has none, or how many.
pub(in crate::eval) fn unread_elsewhere(rows: &Rows<'_>, duty: &Duty) -> Option<(String, String)> {
    let plan = &rows.planned.plan;
    let check = plan.checks.get(duty.check)?;
    let found = rows.found?;
    let negative = check.ways.iter().filter_map(|w| match w {
        SatisfiedBy::Missing(join) | SatisfiedBy::Counts { join, .. } => Some(*join),
        _ => None,
    });
    let open = negative.map(|join| {
        let unread = plan.joins.get(join).and_then(|j| found.tables.get(j.table)).map_or(0, |t| t.unreadable);
        unread + found.unplaced.get(join).copied().unwrap_or(0)
    });
    let n = open.max().filter(|n| *n > 0)?;
    let rows = plural(i64::try_from(n).unwrap_or(i64::MAX), "row");
    Some((format!("{rows} of the other table could not be read"), "fix the errors of this matter first".to_owned()))
}
