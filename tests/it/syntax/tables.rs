//! `table` statements.

use super::support::*;
use ordain_syntax::ast::*;

fn table(text: &str) -> Table {
    let statements = clean(text);
    match &statements[0].kind {
        StatementKind::Table(t) => (**t).clone(),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn everything_a_table_may_say() {
    let t = table(
        "table CAR documents from \"productions/VOL001.dat\", \"productions/VOL002.dat\" as Concordance\n  \
         rows are documents\n  \
         columns bates is \"BEGDOC\", end is \"ENDDOC\",\n    category is the identifier \"CAR_CATEGORY\"\n  \
         column produced is \"PRODDATE\" day/month/year, pages is column 7\n  \
         dates are month/day/year\n  header on line 3\n  sheet \"Log\"\n  separator \"|\"\n  qualifier thorn\n  \
         encoding Windows-1252\n  by Defendants\n  \
         complete through April 5, 2024 for productions and logs by Defendants\n  \
         note \"as served\"\n  source Coleman Decl. Ex. E at 2",
    );
    assert_eq!(words(&t.name), "CAR documents");
    assert_eq!(
        t.from.iter().map(|f| f.value.as_str()).collect::<Vec<_>>(),
        ["productions/VOL001.dat", "productions/VOL002.dat"]
    );
    assert_eq!(t.layout.map(|l| l.value).as_deref(), Some("Concordance"));
    assert_eq!(t.rows.map(|l| l.value).as_deref(), Some("documents"));
    let columns: Vec<String> = t
        .columns
        .iter()
        .map(|c| match &c.at {
            ColumnAt::Named(n) => format!("{}={}", c.field.value, n.value),
            ColumnAt::Position(n) => format!("{}=#{}", c.field.value, n.value),
        })
        .collect();
    assert_eq!(columns, ["bates=BEGDOC", "end=ENDDOC", "category=CAR_CATEGORY", "produced=PRODDATE", "pages=#7"]);
    assert_eq!(t.columns[2].of_type.as_ref().map(|t| t.value.as_str()), Some("identifier"));
    assert_eq!(t.columns[3].dates.map(|d| d.value), Some(DayOrder::DayMonthYear));
    assert_eq!(t.dates.map(|d| d.value), Some(DayOrder::MonthDayYear));
    assert_eq!(t.header.map(|h| h.value), Some(Header::Line(3)));
    assert_eq!(t.sheet.map(|s| s.value).as_deref(), Some("Log"));
    assert_eq!(t.separator.map(|s| s.value).as_deref(), Some("|"));
    assert_eq!(t.qualifier.map(|s| s.value).as_deref(), Some("thorn"));
    assert_eq!(t.encoding.map(|s| s.value).as_deref(), Some("Windows-1252"));
    assert_eq!(t.by.as_ref().map(words).as_deref(), Some("Defendants"));
    let complete = t.complete.unwrap();
    assert_eq!(complete.what.as_ref().map(words).as_deref(), Some("productions and logs by Defendants"));
    assert_eq!((t.notes.len(), t.sources.len()), (1, 1));
}

#[test]
fn all_on_one_line() {
    let t = table(
        "table log from \"log.csv\", rows are log entries, columns bates is \"doc_id\", logged is \"logged_on\", no header, by Defendants",
    );
    assert_eq!(t.rows.map(|l| l.value).as_deref(), Some("log entries"));
    assert_eq!(t.columns.len(), 2);
    assert_eq!(t.header.map(|h| h.value), Some(Header::None));
    let t = table("table log from \"log.csv\" as privilege log by Defendants source Axe Decl. Ex. B");
    assert_eq!(t.layout.map(|l| l.value).as_deref(), Some("privilege log"));
    assert_eq!(t.by.as_ref().map(words).as_deref(), Some("Defendants"));
}

#[test]
fn what_is_wrong_is_underlined_and_the_rest_kept() {
    let cases = [
        ("table log", vec!["S0642: log"]),
        ("table from \"log.csv\"", vec!["S0109: table"]),
        ("table log from \"a.csv\"\n  columns bates BEGDOC\n  by Defendants", vec!["S0641: columns bates BEGDOC"]),
        ("table log from \"a.csv\"\n  colums bates is \"BEGDOC\"", vec!["S0641: colums bates is \"BEGDOC\""]),
        ("table log from \"a.csv\"\n  dates are american", vec!["S0641: dates are american"]),
        ("tabel log from \"a.csv\"", vec!["S0101: tabel => table"]),
    ];
    for (text, expected) in cases {
        let found: Vec<String> = findings(text);
        let codes =
            |all: &[String]| all.iter().map(|f| f.split_once(": ").map_or("", |f| f.1).to_owned()).collect::<Vec<_>>();
        let expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        assert_eq!(codes(&found), codes(&expected), "{text}: {found:?}");
    }
}

#[test]
fn other_statements_may_speak_of_tables() {
    for text in [
        "Defendants must file table of contents by December 1, 2023",
        "table of contents must be filed by December 1, 2023",
    ] {
        assert!(!matches!(read(text).statements.first().map(|s| &s.kind), Some(StatementKind::Table(_))), "{text}");
    }
}
