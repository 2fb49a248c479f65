//! A docket as the record of a matter, and what is said of each number of it.

use ordain::disk::Disk;
use ordain_core::report::{About, Report, StatedValue};
use ordain_core::session::files::{Files as _, Memory, Text};
use ordain_core::session::{AsOf, Inputs, Options, Views, check_with, reconcile_statements};
use ordain_render::{Style, reconcile as render};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/examples/docket");
const JURISCRAPER: &str = include_str!("../../../rules/examples/docket/docket.json");
const COURTLISTENER: &str = include_str!("dockets/courtlistener.json");

fn options(day: &str) -> Options {
    let as_of = AsOf::On(day.parse().expect("a day"));
    Options { as_of, known_on: None, views: Views::All }
}

/// The example, its docket written otherwise.
fn matter(layout: &str) -> Vec<Text> {
    let texts = Disk.matter(PATH).expect("the example");
    let with = |t: Text| {
        let words = String::from_utf8(t.bytes).expect("UTF-8").replace("as juriscraper", layout);
        Text { path: t.path, bytes: words.into_bytes() }
    };
    texts.into_iter().map(with).collect()
}

fn checked(layout: &str, docket: &str, day: &str) -> Report {
    let files = Memory::default().with("docket.json", docket.as_bytes());
    let beside = Inputs { tables: Some(&files), ..Inputs::default() };
    check_with(matter(layout), &beside, "docket", &options(day))
}

/// Every verdict of every view, with its days and why.
fn verdicts(report: &Report) -> Vec<String> {
    let all = report.columns.iter().flat_map(|c| c.verdicts.iter().map(move |v| (c.view.name().to_owned(), v)));
    all.map(|(view, v)| format!("{view} {} {} {:?} {}", v.id, v.kind.name(), v.days, v.why)).collect()
}

#[test]
fn one_docket_in_two_shapes_gives_one_answer() {
    for day in ["2021-08-23", "2021-09-15", "2021-09-22", "2021-10-15"] {
        let (one, other) =
            (checked("as juriscraper", JURISCRAPER, day), checked("as CourtListener", COURTLISTENER, day));
        assert!(!one.incomplete && !verdicts(&one).is_empty());
        assert_eq!(verdicts(&one), verdicts(&other), "{day}");
    }
}

#[test]
fn the_order_of_the_rows_of_a_docket_changes_nothing() {
    let mut docket: serde_json::Value = serde_json::from_str(JURISCRAPER).expect("JSON");
    docket["docket_entries"].as_array_mut().expect("entries").reverse();
    let turned = docket.to_string();
    for day in ["2021-08-23", "2021-10-15"] {
        let (one, other) = (checked("as juriscraper", JURISCRAPER, day), checked("as juriscraper", &turned, day));
        assert_eq!(verdicts(&one), verdicts(&other), "{day}");
    }
}

#[test]
fn an_entry_more_never_accuses_and_one_less_never_does_where_the_docket_is_a_part() {
    let docket: serde_json::Value = serde_json::from_str(JURISCRAPER).expect("JSON");
    let breached = |docket: &serde_json::Value| -> Vec<String> {
        let files = Memory::default().with("docket.json", docket.to_string().as_bytes());
        let beside = Inputs { tables: Some(&files), ..Inputs::default() };
        let texts = matter("as juriscraper").into_iter().map(|t| {
            let words = String::from_utf8(t.bytes).expect("UTF-8");
            Text {
                path: t.path,
                bytes: words.replace("  complete through October 15, 2021 for filings\n", "").into_bytes(),
            }
        });
        let report = check_with(texts.collect(), &beside, "docket", &options("2021-10-15"));
        let court = report.columns.first().map(|c| c.verdicts.clone()).unwrap_or_default();
        court.iter().filter(|v| v.kind.name() == "breached").map(|v| v.id.clone()).collect()
    };
    assert_eq!(breached(&docket), [""; 0], "a part of a docket accuses nobody");
    for i in 0..docket["docket_entries"].as_array().expect("entries").len() {
        let mut less = docket.clone();
        less["docket_entries"].as_array_mut().expect("entries").remove(i);
        assert_eq!(breached(&less), [""; 0], "without entry {i}");
    }
}

#[test]
fn a_search_that_found_none_stands_beside_the_documents_that_there_are() {
    let order = "matter \"Doe v. Acme\"\n  court C.D. Cal.\nparty Plaintiffs\nparty Defendants\n\
        record CAR\n  category 1-2\norder MTC \"Order\", entered October 19, 2023\n\
        ¶ 1  Defendants must complete CAR categories 1-2 by December 1, 2023\n";
    let facts = "on November 28, 2023 Defendants say they located no documents in CAR category 2\n  source Dkt. 31\n\
        on December 20, 2023 Defendants withheld 4 documents in CAR category 2\n  source Dkt. 35\n";
    let text = |path: &str, words: &str| Text { path: path.into(), bytes: words.as_bytes().to_vec() };
    let texts = vec![text("a.order", order), text("b.facts", facts)];
    let found = reconcile_statements(texts, &Inputs::default(), "none", &options("2024-04-05"));
    let topic = found.topics.iter().find(|t| t.kind == About::State).expect("a state");
    let said: Vec<String> = topic.statements.iter().map(|t| format!("{}: {}", t.who, t.value)).collect();
    assert_eq!(said, ["Defendants say: none located", "Defendants withheld: 4"]);
    assert!(topic.differs);
}

fn numbers(documents: &str) -> ordain_core::report::Reconciliation {
    let order = "matter \"Doe v. Acme\"\n  court C.D. Cal.\nparty Plaintiffs\nparty Defendants\n\
        record CAR\n  category 1-2\norder MTC \"Order\", entered October 19, 2023\n\
        ¶ 1  Defendants must produce privilege log by December 15, 2023\n     source MTC at 16\n";
    let facts = "on December 1, 2023 Defendants produced 12 documents in CAR category 1\n  source Motion at 2\n\
        on January 26, 2024 Defendants produced 15 documents in CAR category 2\n  source Motion at 4\n\
        on April 5, 2024 the Court finds 25 documents produced by Defendants before February 1, 2024\n  source Dkt. 40 at 5\n\
        on December 1, 2023 Defendants asked Plaintiffs to extend MTC ¶ 1 from December 14, 2023 to March 1, 2024\n  source Motion at 2\n\
        table documents from \"documents.csv\" as Concordance\n  rows are documents\n  by Defendants\n  source Coleman Decl. Ex. E\n";
    let text = |path: &str, words: &str| Text { path: path.into(), bytes: words.as_bytes().to_vec() };
    let files = Memory::default().with("documents.csv", documents.as_bytes());
    let beside = Inputs { tables: Some(&files), ..Inputs::default() };
    reconcile_statements(
        vec![text("a.order", order), text("b.facts", facts)],
        &beside,
        "numbers",
        &options("2024-04-05"),
    )
}

#[test]
fn what_each_side_says_of_each_number_beside_the_rows_of_its_table() {
    let rows = |n: usize, day: &str| (0..n).map(|i| format!("{day}{i},1,{day}\n")).collect::<String>();
    let documents = format!(
        "BEGDOC,CATEGORY,PRODDATE\n{}{}{}x,1,\n",
        rows(12, "2023-12-01"),
        rows(14, "2024-01-26"),
        rows(3, "2024-02-13")
    );
    let found = numbers(&documents);
    let topic = found.topics.iter().find(|t| t.kind == About::Count).expect("a count");
    let said = |t: &StatedValue| format!("{} {}", t.value, t.who);
    assert!(topic.differs);
    assert_eq!(
        topic.statements.iter().map(said).collect::<Vec<_>>(),
        [
            "12 Defendants produced",
            "15 Defendants produced",
            "27 the acts add up",
            "25 the Court finds",
            "26 table documents of Defendants"
        ]
    );
    let deadline = found.topics.iter().find(|t| t.kind == About::Deadline).expect("a deadline");
    let values: Vec<&str> = deadline.statements.iter().map(|t| t.value.as_str()).collect();
    assert_eq!((values, deadline.differs), (vec!["Fri 2023-12-15", "Thu 2023-12-14"], true));
    assert!(deadline.statements.iter().all(|t| t.place.is_some() && !t.cites.is_empty()));
}

#[test]
fn the_rows_of_a_table_are_counted_by_category() {
    let rows = |n: usize, category: &str, day: &str| {
        (0..n).map(|i| format!("{category}-{i},{category},{day}\n")).collect::<String>()
    };
    let documents = format!(
        "BEGDOC,CATEGORY,PRODDATE\n{}{}{}{}x,1,\n",
        rows(12, "1", "2023-12-01"),
        rows(14, "2", "2024-01-26"),
        rows(2, "9", "2024-01-26"),
        rows(3, "1", "2024-06-01"),
    );
    let found = numbers(&documents);
    let topic = |about: &str| found.topics.iter().find(|t| t.about == about).expect(about);
    let said = |t: &StatedValue| format!("{} {}", t.value, t.who);
    // The total that somebody states, and how it is spread.
    let whole = topic("documents, by Defendants");
    let line = whole.statements.iter().find(|t| t.who.starts_with("table")).expect("the rows");
    assert_eq!(line.value, "28");
    assert!(line.how.ends_with("12 in category 1, 14 in category 2 and 2 in none of them"), "{}", line.how);
    // And each category by itself, as of the day asked about.
    let first = topic("documents in CAR category 1, by Defendants");
    let lines: Vec<String> = first.statements.iter().map(said).collect();
    assert_eq!(
        (lines, first.differs),
        (vec!["12 Defendants produced".into(), "12 table documents of Defendants".into()], false)
    );
    let second = topic("documents in CAR category 2, by Defendants");
    let lines: Vec<String> = second.statements.iter().map(said).collect();
    assert_eq!(
        (lines, second.differs),
        (vec!["15 Defendants produced".into(), "14 table documents of Defendants".into()], true)
    );
}

#[test]
fn numbers_for_machines_keep_their_contract_and_no_line_is_wider_than_the_screen() {
    let found = numbers("BEGDOC,CATEGORY,PRODDATE\nA-1,1,2023-12-01\n");
    let schema: serde_json::Value = serde_json::from_str(&render::schema()).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let document: serde_json::Value = serde_json::from_str(&render::json(&found)).expect("JSON");
    let wrong: Vec<String> = validator.iter_errors(&document).map(|e| e.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    for width in [40, 60, 80, 100] {
        let shown = render::render(&found, render::TopicsShown::All, &Style::new(width));
        assert!(shown.lines().all(|l| l.chars().count() <= width), "{width}:\n{shown}");
    }
}
