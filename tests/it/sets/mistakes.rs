//! The slips that no tool measured by `benches/peers` catches all of: each is
//! found, with its row, its column, and what would be right.

use super::production::{findings, generate, lines, plan};
use super::source::Held;
use ordain_tables::row_engine::{Error, FlawKind, Found, Kind, Options, Unproved, run_plan};

/// A thousand documents, one line of which is written otherwise.
fn with(from: &str, to: &str) -> Found {
    let made = generate(1000, 11);
    let documents = made.documents.replacen(from, to, 1);
    assert_ne!(documents, made.documents, "nothing to change: {from}");
    let held = Held::of(&[("documents.csv", &documents), ("log.csv", &made.log)]);
    held.run(&plan("documents.csv", "log.csv"))
}

/// The first document produced in October: its id and its line.
fn produced() -> (String, u64, String) {
    let made = generate(1000, 11);
    let (n, line) = made.documents.lines().enumerate().find(|(_, l)| l.contains(",2023-10-")).unwrap();
    (line.split(',').next().unwrap().to_owned(), n as u64 + 1, line.to_owned())
}

#[track_caller]
fn one_flaw(found: &Found, kind: FlawKind, column: usize, value: &str, line: u64) {
    let table = &found.tables[1];
    assert_eq!(table.unreadable, 1);
    let [flaw] = table.flaws.as_slice() else { panic!("{:?}", table.flaws) };
    assert_eq!((flaw.kind, flaw.column, flaw.value.as_str()), (kind, Some(column), value));
    assert_eq!(table.chunks.place(flaw.position).1.line, line);
    let (start, end) = flaw.at.unwrap();
    assert_eq!(&flaw.text[start as usize..end as usize], value);
}

#[test]
fn a_date_in_another_order() {
    let (_, line, text) = produced();
    let date = text.split(',').nth(2).unwrap().to_owned();
    let found = with(&text, &text.replace(&date, "12/05/2023"));
    one_flaw(&found, FlawKind::OtherOrder, 2, "12/05/2023", line);
    assert_eq!(found.tables[1].columns[2].written, "year-month-day");
}

#[test]
fn a_day_that_is_in_no_calendar() {
    let (_, line, text) = produced();
    let date = text.split(',').nth(2).unwrap().to_owned();
    let found = with(&text, &text.replace(&date, "2023-11-31"));
    one_flaw(&found, FlawKind::ImpossibleDay, 2, "2023-11-31", line);
}

#[test]
fn a_second_row_that_says_otherwise() {
    let (id, line, text) = produced();
    let date = text.split(',').nth(2).unwrap().to_owned();
    let other = text.replace(&date, "2024-02-01");
    let found = with(&text, &format!("{text}\n{other}"));
    let [repeat] = found.tables[1].repeats.as_slice() else { panic!() };
    assert_eq!((repeat.name.as_str(), repeat.rows), (id.as_str(), 2));
    assert_eq!(repeat.mismatch, Some((2, date, "2024-02-01".to_owned())));
    let lines_of: Vec<u64> = repeat.positions.iter().map(|m| found.tables[1].chunks.place(*m).1.line).collect();
    assert_eq!(lines_of, [line, line + 1]);
    // Neither row is taken at its word.
    assert!(!findings(&found).iter().any(|f| *f.name == *id));
    assert_eq!(found.groups[0].iter().map(|g| g.tally.contradicted).sum::<u64>(), 2);
}

#[test]
fn a_second_row_that_says_the_same() {
    let (_, _, text) = produced();
    let found = with(&text, &format!("{text}\n{text}"));
    let [repeat] = found.tables[1].repeats.as_slice() else { panic!() };
    assert_eq!(repeat.mismatch, None);
    assert_eq!(found.groups[0].iter().map(|g| g.tally.repeated).sum::<u64>(), 1);
    let made = generate(1000, 11);
    assert_eq!(lines(&plan("", ""), &found), made.truth);
}

#[test]
fn a_flag_spelt_otherwise() {
    let (_, line, text) = produced();
    let changed = text.replacen("false", "FALSE", 1);
    let found = with(&text, &changed);
    one_flaw(&found, FlawKind::OtherSpelling, 3, "FALSE", line);
    assert_eq!(found.tables[1].columns[3].written, "`true` or `false`");
}

#[test]
fn a_column_that_nothing_can_be_counted_by() {
    let rows = |n: usize| -> String {
        let lines = (0..n).map(|i| format!("D-{i},c{i},2023-11-01,false,,false\n"));
        std::iter::once("doc_id,category,produced_on,withheld,privilege_basis,redacted\n".to_owned())
            .chain(lines)
            .collect()
    };
    for threads in [1, 2, 4] {
        for (n, counted) in [(65_536, true), (65_537, false), (150_000, false)] {
            let held = Held::of(&[("documents.csv", &rows(n)), ("log.csv", &generate(10, 11).log)]);
            let options = Options { threads, ..Options::default() };
            let mut plan = plan("documents.csv", "log.csv");
            plan.scans[1].columns[1].kind = Kind::Label(None);
            match run_plan(&plan, &held, options) {
                Ok(found) => {
                    assert_eq!((counted, found.groups.iter().map(Vec::len).max()), (true, Some(n)), "{threads} threads")
                }
                Err(Error::ManyLabels { field, .. }) => assert!(!counted && field == "category", "{n}, {threads}"),
                Err(other) => panic!("{other}"),
            }
        }
    }
}

#[test]
fn a_column_named_amiss() {
    let made = generate(10, 11);
    let held = Held::of(&[("documents.csv", &made.documents), ("log.csv", &made.log)]);
    let mut plan = plan("documents.csv", "log.csv");
    plan.scans[1].columns[2].name = "produced_at".to_owned();
    let Err(Error::NoColumn { column, header, .. }) = run_plan(&plan, &held, Options::default()) else { panic!() };
    assert_eq!(column, "produced_at");
    assert!(header.contains(&"produced_on".to_owned()));
}

#[test]
fn a_whole_column_in_another_order_is_read_where_it_proves_it() {
    let made = generate(1000, 12);
    let american = |iso: &str| {
        let [y, m, d] = iso.split('-').collect::<Vec<_>>()[..] else { return iso.to_owned() };
        format!("{m}/{d}/{y}")
    };
    let rewrite = |text: &str, only: fn(&str) -> bool| -> String {
        let date = |v: &str| if v.len() == 10 && v.starts_with("202") { american(v) } else { v.to_owned() };
        let rows = text.lines().filter(|l| only(l)).map(|l| l.split(',').map(date).collect::<Vec<_>>().join(","));
        rows.collect::<Vec<_>>().join("\n")
    };
    let documents = rewrite(&made.documents, |_| true);
    let held = Held::of(&[("documents.csv", &documents), ("log.csv", &made.log)]);
    let plan = plan("documents.csv", "log.csv");
    let found = held.run(&plan);
    assert_eq!(lines(&plan, &found), made.truth);
    assert_eq!(found.tables[1].columns[2].written, "month/day/year");
    // With no day above 12 nothing is proved, and nothing is read.
    let open = rewrite(&made.documents, |l| {
        let date = l.split(',').nth(2).unwrap_or("");
        date.len() != 10 || date.get(8..).is_some_and(|d| d <= "12")
    });
    let held = Held::of(&[("documents.csv", &open), ("log.csv", &made.log)]);
    let found = held.run(&plan);
    assert_eq!(found.tables[1].columns[2].unproved, Some(Unproved::Either));
    assert!(found.tables[1].flaws.iter().all(|f| f.kind == FlawKind::OtherOrder));
    assert!(found.groups[0].iter().all(|g| g.tally.late == 0));
}
