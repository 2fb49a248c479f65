//! The set engine against answers reached without it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

mod answers;
mod duckdb;
mod example;
mod mistakes;
mod numbers;
mod production;
mod properties;
mod source;

use production::{generate, lines, plan};
use source::Held;

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    for (rows, seed) in [(0, 1), (1, 2), (1000, 3), (20_000, 4), (100_000, 5)] {
        let made = generate(rows, seed);
        let held = Held::of(&[("documents.csv", &made.documents), ("log.csv", &made.log)]);
        let plan = plan("documents.csv", "log.csv");
        let found = held.run(&plan);
        assert_eq!(lines(&plan, &found), made.truth, "{rows} rows");
        let documents = &found.tables[1];
        assert_eq!(documents.used + documents.unused + documents.unreadable, rows);
        assert_eq!((documents.unreadable, documents.repeats.len()), (0, 0));
        for (category, n) in &made.categories {
            let counted: u64 =
                found.groups.iter().flatten().filter(|g| g.label == *category).map(|g| g.tally.rows()).sum();
            // A redacted document is counted by both duties.
            let both = redacted_in(&made.documents, category);
            assert_eq!(counted, n + both, "category {category} of {rows} rows");
        }
    }
}

fn redacted_in(documents: &str, category: &str) -> u64 {
    documents.lines().filter(|l| l.ends_with(",true") && l.split(',').nth(1) == Some(category)).count() as u64
}

#[test]
fn a_column_is_read_as_most_of_it_is_written_whatever_its_first_rows_are() {
    let mut documents = String::from("doc_id,category,produced_on,withheld,privilege_basis,redacted\n");
    for row in 0..4000 {
        // The first rows, which are looked at before all others, are written in another way.
        let produced = if row < 1100 { "2023-11-13" } else { "13/11/2023" };
        documents.push_str(&format!("A{row:05},1,{produced},false,,false\n"));
    }
    let held = Held::of(&[("documents.csv", &documents), ("log.csv", "doc_id,logged_on\n")]);
    let found = held.run(&plan("documents.csv", "log.csv"));
    let table = &found.tables[1];
    assert_eq!((table.used, table.unreadable), (4000, 0), "{:?}", table.columns);
}
