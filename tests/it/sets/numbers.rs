//! Numbers of rows: what overlaps, what is missing between them, what two tables
//! count; against answers reached without the engine, whatever the threads, the
//! memory, the order of the rows and the files.

use super::production::{Numbers, findings};
use super::source::Held;
use ordain_tables::row_engine::{
    Amount, Check, Column, Day, Found, Goal, Join, JoinKey, Kind, Mismatch, Options, Plan, Relation, SatisfiedBy, Scan,
    Test,
};
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

struct Document {
    first: u64,
    last: u64,
    pages: u64,
    volume: String,
}

fn name(n: u64) -> String {
    format!("DOE{n:06}")
}

/// Documents one after another; now and then a gap, an overlap, a wrong count of pages.
fn documents(rows: u64, seed: u64) -> Vec<Document> {
    let mut n = Numbers(seed);
    let mut next = 1;
    let mut all: Vec<Document> = Vec::new();
    for i in 0..rows {
        let first = match n.below(50) {
            0 => next + 1 + n.below(5),
            // Not where the document before is that one number: then it would be its twin.
            1 if all.last().is_some_and(|d| d.last + 1 == next && d.last > d.first) => next - 1,
            _ => next,
        };
        let last = first + n.below(4);
        let pages = last - first + 1 + u64::from(n.below(40) == 0);
        all.push(Document { first, last, pages, volume: format!("VOL{:03}", i / 700) });
        next = next.max(last + 1);
    }
    all
}

fn csv(documents: &[Document]) -> String {
    let row = |d: &Document| format!("{},{},{},{}\n", name(d.first), name(d.last), d.pages, d.volume);
    format!("bates,end,pages,volume\n{}", documents.iter().map(row).collect::<String>())
}

fn column(field: &str, kind: Kind) -> Column {
    Column { field: field.to_owned(), name: field.to_owned(), position: None, kind, list: None }
}

fn plan(files: &[&str]) -> Plan {
    let scan = |name: &str, files: &[&str], columns: Vec<Column>, unique| Scan {
        name: name.to_owned(),
        files: files.iter().map(|f| (*f).to_owned()).collect(),
        columns,
        unique,
    };
    let ranged = || vec![column("bates", Kind::Key), column("end", Kind::Text)];
    let mut whole = ranged();
    whole.extend([column("pages", Kind::Number), column("volume", Kind::Text)]);
    let numbers = |to| JoinKey::Numbers { first: 0, last: Some(1), to };
    let join = |table, by, on| Join { table, by, on, date: None, filter: Test::Always };
    let check = |name: &str, table, ways, goal| Check {
        name: name.to_owned(),
        table,
        filter: Test::Always,
        group: None,
        ways,
        due: None,
        goal,
    };
    let range = || Amount::Numbers { first: 0, last: Some(1) };
    Plan {
        scans: vec![
            scan("log", &["log.csv"], ranged(), None),
            scan("documents", files, vec![column("volume", Kind::Text)], None),
            scan("documents", files, whole, Some(0)),
            scan(
                "productions",
                &["productions.csv"],
                vec![column("volume", Kind::Key), column("documents", Kind::Number)],
                None,
            ),
        ],
        joins: vec![
            join(0, numbers(None), 0),
            join(1, JoinKey::Total { key: 0, of: None }, 0),
            join(0, numbers(Some(1)), 0),
        ],
        checks: vec![
            check("alone", 2, vec![SatisfiedBy::Alone], Goal::Every),
            check("apart", 2, vec![SatisfiedBy::Apart { first: 0, last: Some(1) }], Goal::Every),
            check("gaps", 2, vec![SatisfiedBy::Found(0)], Goal::Gaps { first: 0, last: Some(1) }),
            check(
                "pages",
                2,
                vec![SatisfiedBy::Holds(Test::Compare {
                    left: Amount::Column(2),
                    is: Relation::Equal,
                    right: range(),
                })],
                Goal::Every,
            ),
            check("stated", 3, vec![SatisfiedBy::Counts { join: 1, own: Amount::Column(1) }], Goal::Every),
            check("not logged", 2, vec![SatisfiedBy::Missing(2)], Goal::Every),
        ],
        as_of: Day::from(chrono::NaiveDate::from_ymd_opt(2024, 4, 5).unwrap()),
        zone: None,
    }
}

/// Check and name, of every finding.
fn named(plan: &Plan, found: &Found) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        findings(found).iter().map(|f| (plan.checks[f.check as usize].name.clone(), f.name.to_string())).collect();
    all.sort();
    all
}

/// The log explains every other gap, and has one document in it.
struct Made {
    all: Vec<Document>,
    log: String,
    productions: String,
    truth: Vec<(String, String)>,
}

fn made(rows: u64, seed: u64) -> Made {
    let all = documents(rows, seed);
    let mut covered = std::collections::BTreeSet::new();
    let mut truth = Vec::new();
    let mut by_number: Vec<&Document> = all.iter().collect();
    by_number.sort_by_key(|d| d.first);
    let mut reach = 0;
    for d in &by_number {
        if d.first <= reach {
            truth.push(("apart".to_owned(), name(d.first)));
        }
        reach = reach.max(d.last);
    }
    for d in &all {
        covered.extend(d.first..=d.last);
        if d.pages != d.last - d.first + 1 {
            truth.push(("pages".to_owned(), name(d.first)));
        }
    }
    let mut log = "bates,end\n".to_owned();
    let numbers: Vec<u64> = covered.iter().copied().collect();
    for (i, pair) in numbers.windows(2).filter(|p| p[1] > p[0] + 1).enumerate() {
        let (from, to) = (pair[0] + 1, pair[1] - 1);
        if i % 2 == 0 {
            log.push_str(&format!("{},{}\n", name(from), name(to)));
        } else {
            let shown = if from == to { name(from) } else { format!("{} to {}", name(from), name(to)) };
            truth.push(("gaps".to_owned(), shown));
        }
    }
    let logged = &all[all.len() / 2];
    log.push_str(&format!("{},{}\n", name(logged.last), name(logged.last)));
    for d in all.iter().filter(|d| d.first <= logged.last && logged.last <= d.last) {
        truth.push(("not logged".to_owned(), name(d.first)));
    }
    let mut volumes: BTreeMap<&str, u64> = BTreeMap::new();
    all.iter().for_each(|d| *volumes.entry(&d.volume).or_default() += 1);
    let mut productions = "volume,documents\n".to_owned();
    for (i, (volume, n)) in volumes.iter().enumerate() {
        let stated = n + u64::from(i == 1);
        if stated != *n {
            truth.push(("stated".to_owned(), (*volume).to_owned()));
        }
        productions.push_str(&format!("{volume},{stated}\n"));
    }
    truth.sort();
    Made { log, productions, truth, all }
}

fn without_twins(mut all: Vec<(String, String)>) -> Vec<(String, String)> {
    all.dedup();
    all
}

#[test]
fn overlaps_gaps_and_counts() {
    for (rows, seed) in [(3, 1), (200, 2), (5000, 3)] {
        let made = made(rows, seed);
        let text = csv(&made.all);
        let files = [("d.csv", text.as_str()), ("log.csv", &made.log), ("productions.csv", &made.productions)];
        let held = Held::of(&files);
        let plan = plan(&["d.csv"]);
        let found = held.run(&plan);
        assert_eq!(without_twins(named(&plan, &found)), without_twins(made.truth), "{rows} rows");
        let documents = &found.tables[2];
        assert_eq!(documents.used + documents.unused + documents.unreadable, rows);
        let groups = &found.groups[3];
        assert_eq!(groups.iter().map(|g| g.tally.rows()).sum::<u64>(), rows);
        let found = findings(&found);
        let wrong = found.iter().find(|f| f.check == 3);
        assert!(wrong.is_none_or(|f| matches!(f.mismatch, Some(Mismatch::Amounts(a, b)) if a == b + 1)));
    }
}

#[test]
fn threads_memory_the_order_of_rows_and_files_change_nothing() {
    let made = made(20_000, 4);
    let text = csv(&made.all);
    let (header, body) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = body.lines().collect();
    let mut n = Numbers(7);
    for i in (1..rows.len()).rev() {
        rows.swap(i, n.below(i as u64 + 1) as usize);
    }
    let part = |rows: &[&str]| format!("{header}\n{}\n", rows.join("\n"));
    let (a, b) = rows.split_at(rows.len() / 3);
    let (a, b, whole) = (part(a), part(b), part(&rows));
    let files = [
        ("d.csv", text.as_str()),
        ("whole.csv", &whole),
        ("a.csv", &a),
        ("b.csv", &b),
        ("log.csv", &made.log),
        ("productions.csv", &made.productions),
    ];
    let held = Held::of(&files);
    let ordered = plan(&["d.csv"]);
    let first = without_twins(named(&ordered, &held.run(&ordered)));
    assert_eq!(first, without_twins(made.truth));
    for names in [vec!["d.csv"], vec!["whole.csv"], vec!["a.csv", "b.csv"], vec!["b.csv", "a.csv"]] {
        let plan = plan(&names);
        let one = held.run_with(&plan, Options { threads: 1, memory: u64::MAX });
        assert_eq!(without_twins(named(&plan, &one)), first, "{names:?}");
        for (threads, memory) in [(2, u64::MAX), (5, u64::MAX), (1, 0), (2, 0)] {
            let other = held.run_with(&plan, Options { threads, memory });
            assert_eq!(findings(&one), findings(&other), "{names:?}, {threads} threads, {memory} bytes");
            assert_eq!(one.groups, other.groups, "{names:?}, {threads} threads, {memory} bytes");
        }
    }
    assert!(held.scratches.load(Ordering::Relaxed) > 0, "nothing was spilled");
}

/// Only what asks of numbers: no name is hashed, and what is on the disk is numbers.
fn of_numbers() -> Plan {
    let mut plan = plan(&["d.csv"]);
    plan.scans.truncate(3);
    plan.scans.remove(1);
    plan.scans[1].unique = None;
    plan.joins =
        [JoinKey::Numbers { first: 0, last: Some(1), to: Some(1) }, JoinKey::Range { first: 0, last: 1, to: None }]
            .map(|by| Join { table: 0, by, on: 0, date: None, filter: Test::Always })
            .to_vec();
    let keep = ["apart", "gaps", "not logged"];
    plan.checks.retain(|c| keep.contains(&c.name.as_str()));
    for check in &mut plan.checks {
        check.table = 1;
    }
    plan.checks[1].ways = vec![SatisfiedBy::Found(0)];
    plan.checks[2].ways = vec![SatisfiedBy::Missing(0)];
    let mut within = plan.checks[2].clone();
    (within.name, within.ways) = ("within a logged range".to_owned(), vec![SatisfiedBy::Found(1)]);
    plan.checks.push(within);
    plan
}

/// Almost every row has a neighbour it does not touch: as many runs as rows.
#[test]
fn runs_of_numbers_go_to_the_disk_past_the_memory() {
    let mut n = Numbers(11);
    let row = |first: u64, last: u64| format!("{},{},1,V\n", name(first), name(last));
    let mut rows: Vec<String> = (0..12_000).map(|i| row(i * 7, i * 7 + n.below(3))).collect();
    // Some of them are within another.
    rows.extend((0..300).map(|i| row(i * 280, i * 280 + 1 + i % 20)));
    for i in (1..rows.len()).rev() {
        rows.swap(i, n.below(i as u64 + 1) as usize);
    }
    let text = format!("bates,end,pages,volume\n{}", rows.concat());
    let log: String = (0..9_000).map(|i| format!("{},{}\n", name(i * 9 + 4), name(i * 9 + 4 + n.below(4)))).collect();
    let files = [("d.csv", text.as_str()), ("log.csv", &format!("bates,end\n{log}"))];
    let plan = of_numbers();
    let held = Held::of(&files);
    let first = held.run_with(&plan, Options { threads: 1, memory: u64::MAX });
    assert_eq!(held.scratches.load(Ordering::Relaxed), 0, "there was memory for all");
    for check in 0..4 {
        assert!(
            findings(&first).iter().filter(|f| f.check == check).count() > 100,
            "{}",
            plan.checks[check as usize].name
        );
    }
    for threads in [1, 3] {
        let held = Held::of(&files);
        let other = held.run_with(&plan, Options { threads, memory: 0 });
        assert_eq!(findings(&first), findings(&other), "{threads} threads");
        assert_eq!(first.groups, other.groups, "{threads} threads");
        // Gathered and in order: two tables of the log, the numbers of two checks, and what they share.
        assert!(held.scratches.load(Ordering::Relaxed) >= 8, "{:?}", held.scratches);
    }
}

/// Each parent lists a number and a range in one cell; every number must be a document.
#[test]
fn lists_in_a_cell_are_joined_by_each_of_their_numbers() {
    let mut n = Numbers(13);
    let present: std::collections::BTreeSet<u64> = (0..9_000).filter(|_| n.below(40) != 0).collect();
    let mut truth = Vec::new();
    let mut rows: Vec<String> = Vec::new();
    for &i in &present {
        if n.below(3) != 0 {
            rows.push(format!("{},\n", name(i)));
            continue;
        }
        let (one, from, long) = (n.below(9_000), n.below(9_000), n.below(4));
        let (first, last) = (name(from), name(from + long));
        rows.push(format!("{},{} ;; {first}–{last}\n", name(i), name(one)));
        if !present.contains(&one) || (from..=from + long).any(|m| !present.contains(&m)) {
            truth.push(name(i));
        }
    }
    for i in (1..rows.len()).rev() {
        rows.swap(i, n.below(i as u64 + 1) as usize);
    }
    let text = format!("bates,att\n{}", rows.concat());
    let scan = |columns: Vec<Column>| Scan {
        name: "documents".to_owned(),
        files: vec!["d.csv".to_owned()],
        columns,
        unique: None,
    };
    let list = Column { list: Some(';'), ..column("att", Kind::Text) };
    let check = Check {
        name: "attachments".to_owned(),
        table: 1,
        filter: Test::Present { column: 1, is: true },
        group: None,
        ways: vec![SatisfiedBy::Found(0)],
        due: None,
        goal: Goal::Every,
    };
    let plan = Plan {
        scans: vec![scan(vec![column("bates", Kind::Key)]), scan(vec![column("bates", Kind::Key), list])],
        joins: vec![Join { table: 0, by: JoinKey::Members(0), on: 1, date: None, filter: Test::Always }],
        checks: vec![check],
        as_of: Day::from(chrono::NaiveDate::from_ymd_opt(2024, 4, 5).unwrap()),
        zone: None,
    };
    for (threads, memory) in [(1, u64::MAX), (1, 0), (3, 0)] {
        let held = Held::of(&[("d.csv", &text)]);
        let found = held.run_with(&plan, Options { threads, memory });
        let mut names: Vec<String> = findings(&found).iter().map(|f| f.name.to_string()).collect();
        names.sort();
        assert_eq!(names, truth, "{threads} threads, {memory} bytes");
        assert_eq!(held.scratches.load(Ordering::Relaxed) > 0, memory == 0);
    }
}

#[test]
fn a_name_that_comes_twice_is_no_overlap_besides() {
    let text = "bates,end,pages,volume\nA1,A2,2,V\nA3,A4,2,V\nA3,A4,3,V\nA5,A5,1,V\nA5,A5,1,V\n";
    let files = [("d.csv", text), ("log.csv", "bates,end\n"), ("productions.csv", "volume,documents\n")];
    let plan = plan(&["d.csv"]);
    let found = Held::of(&files).run(&plan);
    let all = named(&plan, &found);
    let alone: Vec<&str> = all.iter().filter(|(c, _)| c == "alone").map(|(_, n)| n.as_str()).collect();
    assert_eq!(alone, ["A3", "A3", "A5"]);
    assert!(!all.iter().any(|(c, _)| c == "apart" || c == "gaps"));
    assert_eq!(found.groups[0][0].tally.missing, 3);
}

#[test]
fn what_a_row_does_not_tell_is_undecided() {
    let text = "bates,end,pages,volume\nA1,A2,,V\nA9,A3,2,V\nB,B,1,V\n";
    let files = [("d.csv", text), ("log.csv", "bates,end\n"), ("productions.csv", "volume,documents\nV,\n")];
    let plan = plan(&["d.csv"]);
    let found = Held::of(&files).run(&plan);
    // No pages; a range that runs backwards; a number without figures.
    assert_eq!(found.groups[3][0].tally.unclear, 3);
    assert!(findings(&found).iter().filter(|f| f.check == 3).all(|f| f.unclear));
    // Nothing is stated of the volume.
    assert_eq!(found.groups[4][0].tally.unclear, 1);
    assert_eq!(found.groups[1][0].tally.unclear, 2);
}

#[test]
fn a_plan_in_words_names_every_kind_of_way() {
    let text = ordain_tables::row_engine::text(&plan(&["d.csv"]));
    for said in [
        "no other row of its name",
        "no other row with one of its numbers from bates to end",
        "every gap between the numbers from bates to end: all of its numbers of bates in join 1",
        "pages equals the count of numbers from bates to end",
        "documents equals what join 2 has for its volume",
        "none of its numbers from bates to end in join 3",
        "by hash, counted",
        "as runs of numbers without a gap",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}
