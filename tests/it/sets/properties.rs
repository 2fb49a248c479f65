//! What changes nothing.

use super::production::{Numbers, findings, generate, lines, plan};
use super::source::Held;
use ordain_tables::row_engine::{Found, Options, Plan};
use std::sync::atomic::Ordering;

fn found(documents: &str, log: &str) -> (Plan, Found) {
    let held = Held::of(&[("documents.csv", documents), ("log.csv", log)]);
    let plan = plan("documents.csv", "log.csv");
    let found = held.run(&plan);
    (plan, found)
}

fn shuffled(text: &str, seed: u64) -> String {
    let mut n = Numbers(seed);
    let (header, body) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = body.lines().collect();
    for i in (1..rows.len()).rev() {
        rows.swap(i, n.below(i as u64 + 1) as usize);
    }
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn the_order_of_rows() {
    let made = generate(30_000, 21);
    let (plan, found) = found(&shuffled(&made.documents, 1), &shuffled(&made.log, 2));
    assert_eq!(lines(&plan, &found), made.truth);
    assert_eq!(found.tables[1].repeats.len(), 0);
}

#[test]
fn how_many_threads_and_how_much_memory() {
    let mut made = generate(60_000, 22);
    // Some names come twice, agreeing and not, in a file that is in no order.
    let twice: Vec<String> = made.documents.lines().skip(1).step_by(997).map(str::to_owned).collect();
    made.documents = shuffled(&made.documents, 3);
    for (i, row) in twice.iter().enumerate() {
        let row = if i % 2 == 0 { row.clone() } else { row.replace(",false,", ",true,") };
        made.documents.push_str(&row);
        made.documents.push('\n');
    }
    let held = Held::of(&[("documents.csv", &made.documents), ("log.csv", &made.log)]);
    let plan = plan("documents.csv", "log.csv");
    let first = held.run_with(&plan, Options { threads: 1, memory: u64::MAX });
    assert_eq!(held.scratches.load(Ordering::Relaxed), 0);
    assert!(first.tables[1].repeats.len() >= 60);
    for (threads, memory) in [(2, u64::MAX), (3, u64::MAX), (8, u64::MAX), (1, 0), (2, 0), (2, 1 << 20)] {
        let other = held.run_with(&plan, Options { threads, memory });
        assert_eq!(findings(&first), findings(&other), "{threads} threads, {memory} bytes");
        assert_eq!(first.groups, other.groups, "{threads} threads, {memory} bytes");
        for (a, b) in first.tables.iter().zip(&other.tables) {
            assert_eq!((a.used, a.unused, a.unreadable), (b.used, b.unused, b.unreadable));
            assert_eq!((&a.repeats, &a.flaws, &a.hashes), (&b.repeats, &b.flaws, &b.hashes));
            assert_eq!(a.chunks, b.chunks);
        }
    }
    assert!(held.scratches.load(Ordering::Relaxed) > 0, "nothing was spilled");
}

#[test]
fn one_file_or_several() {
    let made = generate(20_000, 23);
    let rows: Vec<&str> = made.documents.lines().collect();
    let (header, body) = rows.split_first().unwrap();
    let half = body.len() / 3;
    let part = |rows: &[&str]| format!("{header}\n{}\n", rows.join("\n"));
    let held = Held::of(&[("a.csv", &part(&body[..half])), ("b.csv", &part(&body[half..])), ("log.csv", &made.log)]);
    let mut plan = plan("a.csv", "log.csv");
    plan.scans[1].files.push("b.csv".to_owned());
    let found = held.run(&plan);
    assert_eq!(lines(&plan, &found), made.truth);
    // Each finding is in its own file, at its own line.
    for f in findings(&found).iter().filter(|f| f.check == 0) {
        let (file, place) = found.tables[1].chunks.place(f.position);
        let text = if file == 0 { &body[..half] } else { &body[half..] };
        assert!(text[place.row as usize - 1].starts_with(&*f.name));
        assert_eq!(place.line, place.row + 1);
    }
}

#[test]
fn a_column_that_nobody_uses() {
    let made = generate(5000, 24);
    let mut n = Numbers(9);
    let wild = ["plain", "\"a, b\"", "\"two\nlines\"", "5\" pipe", "\"he said \"\"no\"\"\"", "", "\u{fe}é\u{14}"];
    let documents: String =
        made.documents.lines().map(|l| format!("{l},{}\n", wild[n.below(wild.len() as u64) as usize])).collect();
    let (plan, found) = found(&documents, &made.log);
    assert_eq!(lines(&plan, &found), made.truth);
    assert_eq!(found.tables[1].unreadable, 0);
    // The places are exact, whatever is in between.
    let text = documents.as_bytes();
    for f in &findings(&found) {
        let (_, place) = found.tables[1].chunks.place(f.position);
        assert!(text[place.byte as usize..].starts_with(f.name.as_bytes()));
        let before = &text[..place.byte as usize];
        assert_eq!(place.line, 1 + before.iter().filter(|b| **b == b'\n').count() as u64);
    }
}

#[test]
fn spaces_around_a_name_and_the_end_of_a_line() {
    let made = generate(500, 25);
    let log: String = made.log.lines().map(|l| format!(" {}\r\n", l.replace(',', " ,"))).collect();
    let log = log.replacen(" doc_id ,", "doc_id,", 1);
    let (plan, found) = found(&format!("\u{FEFF}{}", made.documents.replace('\n', "\r\n")), &log);
    assert_eq!(lines(&plan, &found), made.truth);
}

/// A tenth of the rows have something that cannot be read.
fn damaged(documents: &str, seed: u64) -> String {
    let mut n = Numbers(seed);
    let (header, body) = documents.split_once('\n').unwrap();
    let mut out = format!("{header}\n");
    for line in body.lines() {
        let line = match n.below(60) {
            0 => line.replacen(",false,", ",maybe,", 1),
            1 => line.replacen("2023-1", "2023-9", 1),
            2 => format!("{line},one,more"),
            3 => line.replacen(",true,", ",,", 1),
            4 => format!("{line}\n{line}"),
            _ => line.to_owned(),
        };
        out.push_str(&line);
        out.push('\n');
    }
    out
}

#[test]
fn every_row_is_counted_once_as_used_unused_or_unreadable() {
    for seed in 0..20 {
        let made = generate(2000, 40 + seed);
        let documents = damaged(&made.documents, seed);
        let (_, found) = found(&documents, &made.log);
        let rows = documents.lines().count() as u64 - 1;
        let table = &found.tables[1];
        assert_eq!(table.used + table.unused + table.unreadable, rows, "seed {seed}");
        assert!(table.unreadable > 0);
        let flawed: u64 = table.flawed.iter().map(|(_, _, n)| n).sum();
        assert_eq!(flawed, table.unreadable, "one reason a row, seed {seed}");
        let log = &found.tables[0];
        assert_eq!(log.used + log.unused + log.unreadable, made.log.lines().count() as u64 - 1);
    }
}

#[test]
fn counts_by_category_sum_to_the_total() {
    for seed in 0..20 {
        let made = generate(2000, 60 + seed);
        let documents = damaged(&made.documents, seed);
        let (mut plan, by_category) = found(&documents, &made.log);
        plan.checks.iter_mut().for_each(|c| c.group = None);
        let held = Held::of(&[("documents.csv", &documents), ("log.csv", &made.log)]);
        let whole = held.run(&plan);
        for (apart, whole) in by_category.groups.iter().zip(&whole.groups) {
            let sum = |of: fn(&ordain_tables::row_engine::Tally) -> u64,
                       groups: &[ordain_tables::row_engine::Group]|
             -> u64 { groups.iter().map(|g| of(&g.tally)).sum() };
            for of in [
                |t: &ordain_tables::row_engine::Tally| t.in_time,
                |t: &ordain_tables::row_engine::Tally| t.late,
                |t: &ordain_tables::row_engine::Tally| t.missing,
                |t: &ordain_tables::row_engine::Tally| t.unreadable,
                |t: &ordain_tables::row_engine::Tally| t.contradicted,
                |t: &ordain_tables::row_engine::Tally| t.repeated,
            ] {
                assert_eq!(sum(of, apart), sum(of, whole), "seed {seed}");
            }
        }
        assert_eq!(findings(&by_category).len(), findings(&whole).len());
    }
}
