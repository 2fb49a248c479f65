//! The same tables and rules, asked of DuckDB: filters, joins by key and by range,
//! days, groups, names that come twice. The queries are written here from the
//! plan, and say nothing of how the engine goes about it.
//!
//! Needs a Python with `duckdb` (`PYTHON` names one); `ORDAIN_DUCKDB=required` fails without it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use ordain_tables::row_engine::{
    Check, Column, Day, Goal, Join, JoinKey, Kind, Measure, Plan, SatisfiedBy, Scan, Test,
};
use serde_json::{Value, json};

use super::answers::{of_duckdb, of_engine};
use super::production::Numbers;
use super::source::Held;

const CASES: u64 = 300;

const DOCUMENTS: [&str; 7] = ["id", "cat", "pages", "sent", "flag", "who", "spare"];
const LOG: [&str; 5] = ["key", "first", "last", "day", "sort"];

fn kinds(table: usize) -> Vec<Kind> {
    if table == 1 {
        vec![Kind::Key, Kind::Label(None), Kind::Number, Kind::Date(None), Kind::Flag, Kind::Text]
    } else {
        // A name that is empty is a flaw of its row; the last of a range may be.
        vec![Kind::Key, Kind::Key, Kind::Text, Kind::Date(None), Kind::Label(None)]
    }
}

fn name(table: usize, column: usize) -> &'static str {
    if table == 1 { DOCUMENTS[column] } else { LOG[column] }
}

struct Case {
    documents: String,
    log: String,
    plan: Plan,
}

fn pick<'a>(n: &mut Numbers, all: &[&'a str]) -> &'a str {
    all[usize::try_from(n.below(all.len() as u64)).unwrap()]
}

fn day(n: &mut Numbers) -> Day {
    let month = 10 + n.below(3);
    Day::new(2023, u32::try_from(month).unwrap(), 1 + u32::try_from(n.below(28)).unwrap()).unwrap()
}

pub(super) fn iso(day: Day) -> String {
    day.date().unwrap().to_string()
}

fn number(n: &mut Numbers) -> String {
    let prefix = pick(n, &["A", "A", "B-", "A-7_"]);
    // One number in two widths is one number to a range, and two names to a key.
    if n.often(50) { format!("{prefix}{}", n.below(60)) } else { format!("{prefix}{:04}", n.below(60)) }
}

fn maybe_day(n: &mut Numbers) -> String {
    if n.often(250) { String::new() } else { iso(day(n)) }
}

fn documents(n: &mut Numbers, unique: bool) -> String {
    let mut out = DOCUMENTS.join(",") + "\n";
    let mut rows: Vec<String> = Vec::new();
    let most = 1 + n.below(150);
    for i in 0..n.below(most) {
        if unique && !rows.is_empty() && n.often(60) {
            // A name that comes twice: the same row, or one that differs.
            let old = rows[usize::try_from(n.below(rows.len() as u64)).unwrap()].clone();
            let other = if n.often(500) { old } else { old.replace(",true,", ",false,") };
            rows.push(other);
            continue;
        }
        let id = if unique { format!("A{i:04}") } else { number(n) };
        let pages = if n.often(200) { String::new() } else { n.below(50).to_string() };
        let who = pick(n, &["Roe", "roe", " ROE ", "\"Doe, J.\"", "\"say \"\"no\"\"\"", "", "  ", "Łoś", "łoŚ"]);
        let flag = pick(n, &["true", "false"]);
        let spare = pick(n, &["", "x", "\"a, b\""]);
        rows.push(format!(
            "{id},{},{pages},{},{flag},{who},{spare}",
            pick(n, &["1", "2", "10", "B", "b", ""]),
            maybe_day(n)
        ));
    }
    rows.iter().for_each(|r| writeln!(out, "{r}").unwrap());
    out
}

fn log(n: &mut Numbers) -> String {
    let mut out = LOG.join(",") + "\n";
    for _ in 0..n.below(80) {
        let (first, span) = (n.below(60), n.below(6));
        let prefix = pick(n, &["A", "B-"]);
        let last = match n.below(4) {
            0 => String::new(),
            // Of another series, or backwards, it would be a flaw of its row.
            _ => format!("{prefix}{:04}", first + span),
        };
        let sort = pick(n, &["AC", "WP", ""]);
        writeln!(out, "{},{prefix}{first:04},{last},{},{sort}", number(n), maybe_day(n)).unwrap();
    }
    out
}

fn test(n: &mut Numbers, table: usize, depth: u64) -> Test {
    if depth > 0 && n.often(500) {
        let list = |n: &mut Numbers| (0..1 + n.below(3)).map(|_| test(n, table, depth - 1)).collect();
        return match n.below(3) {
            0 => Test::All(list(n)),
            1 => Test::Any(list(n)),
            _ => Test::Not(Box::new(test(n, table, depth - 1))),
        };
    }
    let is = n.often(500);
    let bounds = |n: &mut Numbers| (n.often(600), n.often(600));
    match (table, n.below(7)) {
        (1, 0) => Test::Flag { column: 4, is },
        (1, 1) => Test::OneOf { column: 5, values: vec!["Roe".to_owned(), "łoś".to_owned()] },
        (1, 2) => {
            let (from, to) = bounds(n);
            let at = |n: &mut Numbers, is: bool| is.then(|| i64::try_from(n.below(50)).unwrap());
            Test::Numbers { column: 2, from: at(n, from), to: at(n, to) }
        }
        (1, 3) => Test::OneOf { column: 1, values: vec![pick(n, &["1", "b", "10"]).to_owned(), "2".to_owned()] },
        (0, 0) => Test::OneOf { column: 4, values: vec![pick(n, &["ac", "WP"]).to_owned()] },
        (0, 1) => Test::Present { column: 2, is },
        (_, 4) => {
            let (from, to) = bounds(n);
            Test::Days { column: 3, from: from.then(|| day(n)), to: to.then(|| day(n)) }
        }
        (1, 5) => Test::Present { column: usize::try_from(1 + n.below(5)).unwrap(), is },
        (0, 5) => Test::Present { column: usize::try_from(2 + n.below(3)).unwrap(), is },
        _ => Test::Always,
    }
}

fn case(seed: u64) -> Case {
    let mut n = Numbers(seed);
    let n = &mut n;
    let unique = n.often(500);
    let joins: Vec<Join> = (0..n.below(3))
        .map(|_| Join {
            table: 0,
            by: if n.often(500) { JoinKey::Key(0) } else { JoinKey::Range { first: 1, last: 2, to: None } },
            on: 0,
            date: n.often(600).then_some(3),
            filter: test(n, 0, 1),
        })
        .collect();
    let checks = (0..1 + n.below(3))
        .map(|i| {
            let ways = (0..1 + n.below(2)).map(|_| match n.below(3) {
                0 => SatisfiedBy::Dated(3),
                1 if !joins.is_empty() => SatisfiedBy::Found(usize::try_from(n.below(joins.len() as u64)).unwrap()),
                _ => SatisfiedBy::Holds(test(n, 1, 1)),
            });
            let ways = ways.collect();
            let of = if n.often(500) { Measure::Rows } else { Measure::Sum(2) };
            let goal =
                if n.often(700) { Goal::Every } else { Goal::AtLeast { n: 5, of, monthly: n.often(500).then_some(3) } };
            Check {
                name: i.to_string(),
                table: 1,
                filter: test(n, 1, 2),
                group: n.often(600).then_some(1),
                ways,
                due: n.often(800).then(|| day(n)),
                goal,
            }
        })
        .collect();
    let column = |table: usize| {
        let named = kinds(table).into_iter().enumerate();
        let of = |(i, kind): (usize, Kind)| Column {
            field: name(table, i).to_owned(),
            name: name(table, i).to_owned(),
            position: None,
            kind,
            list: None,
        };
        named.map(of).collect::<Vec<_>>()
    };
    let scan = |table: usize, file: &str, unique| Scan {
        name: file.to_owned(),
        files: vec![format!("{file}.csv")],
        columns: column(table),
        unique,
    };
    let scans = vec![scan(0, "log", None), scan(1, "documents", unique.then_some(0))];
    let as_of = day(n).max(Day::new(2023, 11, 20).unwrap());
    Case { documents: documents(n, unique), log: log(n), plan: Plan { scans, joins, checks, as_of, zone: None } }
}

/// A test as a condition of SQL, that is true or false and never NULL.
fn condition(test: &Test, table: usize, row: &str) -> String {
    let of = |c: &usize| format!("{row}.{}", name(table, *c));
    let kind = |c: &usize| kinds(table)[*c].clone();
    let text = |v: &str| format!("'{}'", v.to_lowercase().replace('\'', "''"));
    let between = |value: String, from: Option<String>, to: Option<String>| {
        let mut parts = vec![format!("{value} IS NOT NULL")];
        parts.extend(from.map(|f| format!("{value} >= {f}")));
        parts.extend(to.map(|t| format!("{value} <= {t}")));
        format!("coalesce({}, false)", parts.join(" AND "))
    };
    let list = |all: &[Test], word: &str| {
        let parts: Vec<String> = all.iter().map(|t| condition(t, table, row)).collect();
        format!("({})", parts.join(word))
    };
    match test {
        Test::Always => "true".to_owned(),
        Test::Flag { column, is } => format!("({} = '{is}')", of(column)),
        Test::OneOf { column, values } => {
            let values: Vec<String> = values.iter().map(|v| text(v)).collect();
            format!("(lower(trim({})) IN ({}))", of(column), values.join(", "))
        }
        Test::Present { column, is } => {
            let value = if kind(column) == Kind::Text { format!("trim({})", of(column)) } else { of(column) };
            format!("(({value} <> '') = {is})")
        }
        Test::Days { column, from, to } => {
            let quoted = |d: &Option<Day>| d.map(|d| format!("'{}'", iso(d)));
            between(format!("nullif({}, '')", of(column)), quoted(from), quoted(to))
        }
        Test::Numbers { column, from, to } => {
            let plain = |n: &Option<i64>| n.map(|n| n.to_string());
            between(format!("try_cast({} AS BIGINT)", of(column)), plain(from), plain(to))
        }
        Test::All(all) => list(all, " AND "),
        Test::Any(all) => list(all, " OR "),
        // What else a plan may ask is not generated here.
        other => {
            let Test::Not(inner) = other else { panic!("not generated: {other:?}") };
            format!("(NOT {})", condition(inner, table, row))
        }
    }
}

/// The earliest day by which a way performs: '' where it has none, NULL where it does not.
fn way(way: &SatisfiedBy, plan: &Plan) -> String {
    let as_of = iso(plan.as_of);
    match way {
        SatisfiedBy::Dated(column) => {
            let value = format!("d.{}", name(1, *column));
            format!("CASE WHEN {value} <> '' AND {value} <= '{as_of}' THEN {value} END")
        }
        SatisfiedBy::Holds(test) => format!("CASE WHEN {} THEN '' END", condition(test, 1, "d")),
        other => {
            let SatisfiedBy::Found(join) = other else { panic!("not generated: {other:?}") };
            let join = &plan.joins[*join];
            let figures = |c: &str| format!("CAST(regexp_extract({c}, '([0-9]+)$', 1) AS BIGINT)");
            let prefix = |c: &str| format!("regexp_replace({c}, '[0-9]+$', '')");
            let matched = match &join.by {
                JoinKey::Key(column) => format!("l.{} = d.id", name(0, *column)),
                _ => {
                    let last = "(CASE WHEN l.last = '' THEN l.first ELSE l.last END)";
                    format!(
                        "{p1} = {p0} AND {p2} = {p0} AND {n0} BETWEEN {n1} AND {n2}",
                        p0 = prefix("d.id"),
                        p1 = prefix("l.first"),
                        p2 = prefix(last),
                        n0 = figures("d.id"),
                        n1 = figures("l.first"),
                        n2 = figures(last),
                    )
                }
            };
            let (day, dated) = if join.date.is_some() { ("l.day", "l.day <> ''") } else { ("''", "true") };
            let filter = condition(&join.filter, 0, "l");
            format!("(SELECT min({day}) FROM l WHERE {matched} AND {dated} AND {day} <= '{as_of}' AND {filter})")
        }
    }
}

/// Rows of one check: number, name, label, fate, best day, month and pages.
fn query(check: &Check, plan: &Plan) -> String {
    let ways: Vec<String> = check.ways.iter().map(|w| way(w, plan)).collect();
    let fate = if plan.scans[1].unique.is_some() {
        let read: Vec<&str> = DOCUMENTS[..6].to_vec();
        let all = format!("concat_ws('|', {})", read.join(", "));
        format!(
            "(SELECT CASE WHEN count(DISTINCT {all}) > 1 THEN 2 WHEN min(o.rn) < d.rn THEN 1 ELSE 0 END FROM d o WHERE o.id = d.id)"
        )
        .replace(&all, &format!("concat_ws('|', {})", read.iter().map(|c| format!("o.{c}")).collect::<Vec<_>>().join(", ")))
    } else {
        "0".to_owned()
    };
    let label = check.group.map_or_else(|| "''".to_owned(), |g| format!("d.{}", name(1, g)));
    format!(
        "SELECT d.rn, d.id, {label}, {fate}, list_min([{}]), d.sent[1:7], coalesce(try_cast(d.pages AS BIGINT), 0) FROM d WHERE {} ORDER BY d.rn",
        ways.join(", "),
        condition(&check.filter, 1, "d")
    )
}

#[test]
fn duckdb_finds_the_same() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let there = Command::new(&python).args(["-c", "import duckdb"]).stderr(Stdio::null()).status();
    if !there.is_ok_and(|s| s.success()) {
        assert!(std::env::var("ORDAIN_DUCKDB").is_err(), "`{python}` has no duckdb");
        eprintln!("not compared: `{python}` has no duckdb (pip install duckdb, or PYTHON=…)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let cases: Vec<Case> = (0..CASES).map(|i| case(0xD0C + i * 7919)).collect();
    let mut asked = Vec::new();
    for (i, case) in cases.iter().enumerate() {
        let path = |name: &str| folder.path().join(format!("{i}-{name}.csv"));
        std::fs::write(path("documents"), &case.documents).unwrap();
        std::fs::write(path("log"), &case.log).unwrap();
        let queries: Vec<String> = case.plan.checks.iter().map(|c| query(c, &case.plan)).collect();
        asked.push(json!({ "documents": path("documents"), "log": path("log"), "queries": queries }));
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/oracle/duckdb_rows.py");
    let mut child = Command::new(&python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = serde_json::to_vec(&asked).unwrap();
    let writer = std::thread::spawn(move || input.write_all(&text).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "the script failed");
    let answers: Vec<Vec<Vec<Value>>> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answers.len(), cases.len());
    let mut reported = [0_usize; 2];
    for (i, (case, answers)) in cases.iter().zip(&answers).enumerate() {
        let held = Held::of(&[("documents.csv", &case.documents), ("log.csv", &case.log)]);
        let found = held.run(&case.plan);
        for (at, (check, rows)) in case.plan.checks.iter().zip(answers).enumerate() {
            let (theirs, ours) = (of_duckdb(check, rows), of_engine(&case.plan, &found, at));
            reported[0] += rows.len();
            reported[1] += theirs.1.len();
            assert_eq!(
                ours,
                theirs,
                "case {i}, check {at}: {}\n{}\n{}",
                query(check, &case.plan),
                case.documents,
                case.log
            );
        }
    }
    // A comparison of nothing would agree as well.
    assert!(reported[0] > 5_000 && reported[1] > 1_000, "{reported:?}");
}
