//! The answers of both engines in one form.

use std::collections::BTreeMap;

use ordain_tables::row_engine::{Check, Goal, Measure, Plan};
use serde_json::Value;

use super::duckdb::iso;
use super::production::findings;

/// A tally in words, and a finding: what both sides come down to.
pub(super) type Answer = (BTreeMap<String, String>, Vec<String>);

pub(super) fn of_duckdb(check: &Check, rows: &[Value]) -> Answer {
    #[derive(Default)]
    struct Sums {
        counts: [u64; 5],
        measured: BTreeMap<u32, (u64, u64, u64)>,
    }
    let mut groups: BTreeMap<String, Sums> = BTreeMap::new();
    let mut findings = Vec::new();
    for row in rows {
        let text = |i: usize| row[i].as_str().unwrap_or("").to_owned();
        let sums = groups.entry(text(2)).or_default();
        let fate = row[3].as_i64().unwrap();
        if fate > 0 {
            sums.counts[if fate == 2 { 3 } else { 4 }] += 1;
            continue;
        }
        let best = row[4].as_str();
        let done = best.is_some_and(|b| check.due.is_none_or(|due| b <= iso(due).as_str()));
        sums.counts[match (done, best) {
            (true, _) => 0,
            (_, Some(_)) => 1,
            _ => 2,
        }] += 1;
        if let Goal::AtLeast { of, monthly, .. } = &check.goal {
            let month = monthly.and_then(|_| {
                let (y, m) =
                    text(5).split_once('-').map(|(y, m)| (y.parse::<u32>().unwrap(), m.parse::<u32>().unwrap()))?;
                Some(y * 12 + m - 1)
            });
            let m = sums.measured.entry(month.unwrap_or(0)).or_default();
            let pages = if *of == Measure::Sum(2) { row[6].as_u64().unwrap() } else { 0 };
            *m = (m.0 + 1, m.1 + u64::from(done), m.2 + if done { pages } else { 0 });
        } else if !done {
            findings.push(format!("{} {} {}", row[0], text(1), best.unwrap_or("missing")));
        }
    }
    let words = |s: &Sums| format!("{:?} {:?}", s.counts, s.measured.values().collect::<Vec<_>>());
    (groups.iter().map(|(l, s)| (l.clone(), words(s))).collect(), findings)
}

pub(super) fn of_engine(plan: &Plan, found: &ordain_tables::row_engine::Found, at: usize) -> Answer {
    let own: Vec<_> = findings(found).into_iter().filter(|f| f.check as usize == at).collect();
    // A query does not know what is nearly a name, or what a row without a day may be: to it such a row is missing, or late.
    let near = |group: usize, late: bool| {
        let unclear = own.iter().filter(|f| f.unclear && f.other.is_some() && f.group as usize == group);
        unclear.filter(|f| f.late.is_some() == late).count() as u64
    };
    let words = |(at, g): (usize, &ordain_tables::row_engine::Group)| {
        let t = &g.tally;
        let mut months: Vec<_> = g.measured.iter().map(|(month, m)| (*month, (m.rows, m.done, m.sum))).collect();
        months.retain(|(_, m)| *m != (0, 0, 0));
        let months: BTreeMap<u32, (u64, u64, u64)> = months.into_iter().collect();
        let counts = [t.in_time, t.late + near(at, true), t.missing + near(at, false), t.contradicted, t.repeated];
        (g.label.clone(), format!("{counts:?} {:?}", months.values().collect::<Vec<_>>()))
    };
    let groups = found.groups[at].iter().enumerate().filter(|(_, g)| g.tally.rows() > 0).map(words).collect();
    let line = |f: &ordain_tables::row_engine::Finding| {
        let row = found.tables[plan.checks[at].table].chunks.place(f.position).1.row;
        format!("{row} {} {}", f.name, f.late.map_or_else(|| "missing".to_owned(), iso))
    };
    (groups, own.iter().map(line).collect())
}
