//! A plan in words, and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::date::Day;
use super::plan::{Check, Column, Goal, Join, JoinKey, Kind, Measure, Plan, SatisfiedBy, Scan};
use super::value::Form;

/// Files, columns, joins and duties, a line each.
#[must_use]
pub fn text(plan: &Plan) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_plan(plan, &mut out);
    out
}

fn write_plan(plan: &Plan, out: &mut String) -> std::fmt::Result {
    for scan in &plan.scans {
        writeln!(out, "read {} from {}", scan.name, quoted_files(&scan.files))?;
        for (i, c) in scan.columns.iter().enumerate() {
            let unique = if scan.unique == Some(i) { ", no two rows alike" } else { "" };
            writeln!(
                out,
                "  {} is {}: {}{}{unique}",
                c.field,
                place_of_column(c),
                kind_in_words(&c.kind),
                separator_of_list(c)
            )?;
        }
    }
    for (i, join) in plan.joins.iter().enumerate() {
        let Some(scan) = plan.scans.get(join.table) else { continue };
        writeln!(out, "join {}: {} by {}", i + 1, scan.name, words_of_key(join, scan))?;
        writeln!(
            out,
            "  {}, {}",
            rows_in_words(&join.filter.words(&names_of_columns(scan)).to_string()),
            words_of_join(join, scan)
        )?;
        if let Some(date) = join.date {
            writeln!(out, "  the day is {}", name_of_column(scan, date))?;
        }
    }
    for check in &plan.checks {
        let Some(scan) = plan.scans.get(check.table) else { continue };
        writeln!(out, "check {} over {}", check.name, scan.name)?;
        writeln!(out, "  {}", rows_in_words(&check.filter.words(&names_of_columns(scan)).to_string()))?;
        let ways: Vec<String> = check.ways.iter().map(|w| way_in_words(plan, scan, w)).collect();
        let by = check.due.and_then(Day::date).map(|d| format!(" by {d}")).unwrap_or_default();
        let ways = if ways.is_empty() { String::new() } else { format!(": {}", ways.join(", or ")) };
        writeln!(out, "  {}{by}{ways}", goal_in_words(check, scan))?;
        if let Some(group) = check.group {
            writeln!(out, "  counted by {}", name_of_column(scan, group))?;
        }
    }
    Ok(())
}

fn quoted_files(files: &[String]) -> String {
    files.iter().map(|f| format!("`{f}`")).collect::<Vec<_>>().join(", ")
}

fn place_of_column(c: &Column) -> String {
    c.position.map_or_else(|| format!("`{}`", c.name), |n| format!("column {n}"))
}

fn separator_of_list(c: &Column) -> String {
    c.list.map(|by| format!(", several separated by `{by}`")).unwrap_or_default()
}

fn kind_in_words(kind: &Kind) -> String {
    match kind {
        Kind::Key => "a name".to_owned(),
        Kind::Label(None) => "a label".to_owned(),
        Kind::Label(Some(all)) => format!("a label, one of {}", all.join(", ")),
        Kind::Date(None) => "a date, its order proved by the column".to_owned(),
        Kind::Date(Some(order)) => format!("a date, {}", Form::Days(*order).words()),
        Kind::Flag => "yes or no, in one spelling".to_owned(),
        Kind::YesWhere(all) => format!("yes where it is {}, else no", all.join(" or ")),
        Kind::Number => "a number".to_owned(),
        Kind::Text => "text".to_owned(),
    }
}

fn names_of_columns(scan: &Scan) -> Vec<&str> {
    scan.columns.iter().map(|c| c.field.as_str()).collect()
}

fn name_of_column(scan: &Scan, column: usize) -> &str {
    scan.columns.get(column).map_or("?", |c| c.field.as_str())
}

fn words_of_key(join: &Join, scan: &Scan) -> String {
    match join.by {
        JoinKey::Key(column) => name_of_column(scan, column).to_owned(),
        JoinKey::Members(column) => format!("each number that {} has", name_of_column(scan, column)),
        JoinKey::Range { first, last, .. } => {
            format!("the range from {} to {}", name_of_column(scan, first), name_of_column(scan, last))
        }
        JoinKey::Numbers { first, last, .. } => format!("the {}", numbers_in_words(scan, first, last)),
        JoinKey::Total { key, .. } => name_of_column(scan, key).to_owned(),
    }
}

fn numbers_in_words(scan: &Scan, first: usize, last: Option<usize>) -> String {
    match last {
        Some(last) => format!("numbers from {} to {}", name_of_column(scan, first), name_of_column(scan, last)),
        None => format!("numbers of {}", name_of_column(scan, first)),
    }
}

/// How the rows of a joined table are kept.
fn words_of_join(join: &Join, scan: &Scan) -> String {
    match join.by {
        JoinKey::Key(_) => "by hash, the earliest counts".to_owned(),
        JoinKey::Range { .. } | JoinKey::Members(_) => "in order, the earliest counts".to_owned(),
        JoinKey::Numbers { .. } => "as runs of numbers without a gap".to_owned(),
        JoinKey::Total { of: None, .. } => "by hash, counted".to_owned(),
        JoinKey::Total { of: Some(column), .. } => format!("by hash, {} added up", name_of_column(scan, column)),
    }
}

fn rows_in_words(words: &str) -> String {
    if words == "always" { "every row".to_owned() } else { format!("rows where {words}") }
}

fn way_in_words(plan: &Plan, scan: &Scan, way: &SatisfiedBy) -> String {
    match way {
        SatisfiedBy::Dated(column) => format!("the day in {}", name_of_column(scan, *column)),
        SatisfiedBy::Holds(test) => test.words(&names_of_columns(scan)).to_string(),
        SatisfiedBy::Found(join) => match plan.joins.get(*join) {
            Some(Join { by: JoinKey::Numbers { to, .. }, on, .. }) => {
                format!("all of its {} in join {}", numbers_in_words(scan, *on, *to), join + 1)
            }
            Some(j) => format!("a row of join {} for its {}", join + 1, name_of_column(scan, j.on)),
            None => "?".to_owned(),
        },
        SatisfiedBy::Missing(join) => match plan.joins.get(*join) {
            Some(Join { by: JoinKey::Numbers { to, .. }, on, .. }) => {
                format!("none of its {} in join {}", numbers_in_words(scan, *on, *to), join + 1)
            }
            Some(j) => format!("no row of join {} for its {}", join + 1, name_of_column(scan, j.on)),
            None => "?".to_owned(),
        },
        SatisfiedBy::Counts { join, own } => {
            let own = own.words(&names_of_columns(scan));
            match plan.joins.get(*join) {
                Some(Join { by: JoinKey::Numbers { to, .. }, on, .. }) => {
                    format!("{own} equals how many of its {} join {} has", numbers_in_words(scan, *on, *to), join + 1)
                }
                Some(j) => format!("{own} equals what join {} has for its {}", join + 1, name_of_column(scan, j.on)),
                None => "?".to_owned(),
            }
        }
        SatisfiedBy::Alone => "no other row of its name".to_owned(),
        SatisfiedBy::Apart { first, last } => {
            format!("no other row with one of its {}", numbers_in_words(scan, *first, *last))
        }
    }
}

fn goal_in_words(check: &Check, scan: &Scan) -> String {
    match &check.goal {
        Goal::Every => "every one".to_owned(),
        Goal::AtLeast { n, of, monthly } => {
            let of = match of {
                Measure::Rows => format!("{n} rows"),
                Measure::Sum(column) => format!("{n} of {}", name_of_column(scan, *column)),
                Measure::Percent => format!("{n} % of them"),
            };
            let month = monthly.map(|c| format!(" in each month of {}", name_of_column(scan, c))).unwrap_or_default();
            format!("at least {of}{month}")
        }
        Goal::Daily { of, day } => {
            let of = match of {
                Measure::Sum(column) => name_of_column(scan, *column),
                Measure::Rows | Measure::Percent => "rows",
            };
            format!("{of} added up by the day in {}", name_of_column(scan, *day))
        }
        Goal::Gaps { first, last } => format!("every gap between the {}", numbers_in_words(scan, *first, *last)),
    }
}

/// The same for programs.
#[must_use]
pub fn json(plan: &Plan) -> Value {
    let scans: Vec<Value> = plan
        .scans
        .iter()
        .map(|s| {
            let columns: Vec<Value> = s
                .columns
                .iter()
                .map(|c| json!({ "field": c.field, "column": c.name, "position": c.position, "kind": kind_in_words(&c.kind), "separated_by": c.list }))
                .collect();
            json!({ "table": s.name, "files": s.files, "columns": columns, "unique": s.unique.map(|u| name_of_column(s, u)) })
        })
        .collect();
    let joins: Vec<Value> = plan
        .joins
        .iter()
        .filter_map(|j| {
            let s = plan.scans.get(j.table)?;
            Some(json!({
                "table": s.name,
                "by": words_of_key(j, s),
                "day": j.date.map(|d| name_of_column(s, d)),
                "where": j.filter.words(&names_of_columns(s)).to_string(),
            }))
        })
        .collect();
    let checks: Vec<Value> = plan
        .checks
        .iter()
        .filter_map(|c| {
            let s = plan.scans.get(c.table)?;
            Some(json!({
                "duty": c.name,
                "table": s.name,
                "where": c.filter.words(&names_of_columns(s)).to_string(),
                "performed_by": c.ways.iter().map(|w| way_in_words(plan, s, w)).collect::<Vec<_>>(),
                "due": c.due.and_then(Day::date).map(|d| d.to_string()),
                "counted_by": c.group.map(|g| name_of_column(s, g)),
                "owed": goal_in_words(c, s),
            }))
        })
        .collect();
    json!({ "schema": "ordain.plan/1", "as_of": plan.as_of.date().map(|d| d.to_string()), "read": scans, "join": joins, "check": checks })
}
