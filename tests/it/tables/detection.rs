//! What a file shows of itself, and what is asked.

use super::support::*;
use ordain_base::source::{Span, Spanned};
use ordain_tables::detect::{Heading, Unknown};
use ordain_tables::inspect::inspect_table;
use ordain_tables::{Header, Layouts, Limits, Written};

#[test]
fn whether_there_is_a_header() {
    let line = |text: &str| match read("a.csv", text).known.heading {
        Heading::Line { line, .. } => Some(line),
        _ => None,
    };
    assert_eq!(line("BEGDOC,CUSTODIAN\nA-1,Roe\n"), Some(1), "names that layouts know");
    assert_eq!(line("Name,Artifact\nX_1,1\nX_2,2\n"), Some(1), "words above numbers");
    assert_eq!(line("X_1,Roe\nX_2,Doe\n"), None, "the first row looks like the second");
    assert_eq!(line("X_1,2001-01-02\nY,2001-01-03\n"), None, "a date is no name");
    let error = try_read("a.csv", "north,south\neast,west\n", &Written::default(), Limits::default());
    assert!(matches!(error, Err(Unknown::Undeclared { .. })), "nothing shows it: it is asked");
    let written = Written { header: Some(Spanned::new(Header::None, Span::default())), ..Written::default() };
    let read =
        try_read("a.csv", "north,south\neast,west\n", &written, Limits::default()).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(read.rows.len(), 2);
}

#[test]
fn the_order_of_dates_is_proved_or_not_known() {
    let proof = |text: &str| {
        let source = source("a.csv", text);
        let seen = inspect_table(&source, &Written::default(), None, Layouts::standard(), &Limits::default())
            .unwrap_or_else(|e| panic!("{e:?}"));
        let dated: Vec<_> = seen.dated().map(|(_, c)| format!("{:?}", c.dates.proof())).collect();
        dated.join(" ")
    };
    assert_eq!(proof("BEGDOC,DATESENT\nA-1,01/02/2023\nA-2,13/02/2023\n"), "Order(DayMonthYear)");
    assert_eq!(proof("BEGDOC,DATESENT\nA-1,01/02/2023\nA-2,02/03/2023\n"), "Ambiguous");
    assert_eq!(proof("BEGDOC,DATESENT\nA-1,13/02/2023\nA-2,02/13/2023\n"), "Mixed");
    assert_eq!(proof("BEGDOC,DATESENT\nA-1,30-Dec-2025\nA-2,2024-03-15T14:30:00Z\n"), "Plain");
}

#[test]
fn every_row_is_counted_once() {
    let text = "BEGDOC,PAGES\nA-1,1\n,\nA-2,1,1\nA-2,2\n";
    let source = source("a.csv", text);
    let seen = inspect_table(&source, &Written::default(), None, Layouts::standard(), &Limits::default())
        .unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!((seen.rows, seen.empty, seen.unreadable), (3, 1, 1));
    assert_eq!(seen.columns[0].distinct, Some(2));
}
