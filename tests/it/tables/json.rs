//! Dockets and lists of objects.

use super::support::*;
use ordain_tables::Limits;

const DOCKET: &str = r#"{
 "court_id": "cacd", "docket_number": "2:21-cv-00001", "date_filed": "2021-01-02",
 "docket_entries": [
  {"date_filed": "2021-08-19", "date_entered": "2021-08-20", "document_number": null, "description": "MINUTES (Entered: 08/20/2021)"},
  {"date_filed": "2021-08-21", "date_entered": "2021-08-21", "document_number": "007", "description": "ORDER"},
  17
 ]
}"#;

#[test]
fn a_docket_of_juriscraper() {
    let read = read("docket.json", DOCKET);
    assert_eq!(read.column("document_number"), ["", "007"], "an unnumbered entry is an entry; zeros stay");
    assert_eq!(read.column("date_filed"), ["2021-08-19", "2021-08-21"]);
    assert_eq!(read.column("file.date_filed"), ["2021-01-02"; 2], "the case's day is another one");
    assert_eq!(read.faults(), ["3 6: it is no object"]);
    for (row, line, byte) in &read.places {
        assert_eq!(*line, row + 3);
        assert_eq!(&DOCKET[usize::try_from(*byte).unwrap()..][..12], "{\"date_filed");
    }
}

#[test]
fn entries_of_courtlistener() {
    let text = r#"{"count": 2, "next": null, "results": [
      {"entry_number": 12, "date_filed": "2024-01-02", "recap_documents": [{"page_count": 3, "is_available": true}, {"page_count": null, "is_available": false}]},
      {"entry_number": null, "date_filed": "2024-01-03", "recap_documents": []}]}"#;
    let read = read("entries.json.gz", gz(text.as_bytes()));
    assert_eq!(read.column("entry_number"), ["12", ""]);
    assert_eq!(read.column("recap_documents.page_count"), ["3; ", ""]);
    assert_eq!(read.column("recap_documents.is_available"), ["true; false", ""]);
}

#[test]
fn an_object_a_line() {
    let text = "{\"bates\": \"0001\", \"n\": 1}\n\n{\"bates\": \"0002\"\n{\"n\": 3.50, \"bates\": \"0003\"}\n{\"bates\": \"4\", \"bates\": \"5\"}\n";
    let read = read("a.jsonl", text);
    assert_eq!(read.column("bates"), ["0001", "0003"]);
    assert_eq!(read.faults().len(), 2);
    assert_eq!(read.troubles[0].place.line, 3);
    assert!(read.faults()[1].contains("it names `bates` twice"));
}

#[test]
fn numbers_that_cannot_be_kept_whole_are_said() {
    let read = read("a.json", r#"[{"id": 18446744073709551615}, {"id": 123456789012345678901234}]"#);
    assert_eq!(read.column("id"), ["18446744073709551615"]);
    assert!(read.faults()[0].contains("too many digits"), "{:?}", read.faults());
}

#[test]
fn json_that_ends_in_the_middle_gives_what_came_before() {
    let text = r#"[{"id": "1"}, {"id": "2"}, {"id": "3"#;
    let error = try_read("a.json", text, &ordain_tables::Written::default(), Limits::default());
    let Err(ordain_tables::detect::Unknown::Unreadable(t)) = error else { panic!("it is cut short") };
    assert!(t.reason.contains("cut short"), "{}", t.reason);
    assert_eq!(t.place.row, 3);
}

#[test]
fn an_object_longer_than_may_be_held() {
    let text = format!("[{{\"id\": \"1\"}}, {{\"id\": \"{}\"}}]", "x".repeat(100_000));
    let limits = Limits { row: 1000, ..Limits::default() };
    let error = try_read("a.json", text, &ordain_tables::Written::default(), limits);
    let Err(ordain_tables::detect::Unknown::Unreadable(t)) = error else { panic!("it is too long") };
    assert!(t.reason.contains("longer than 1000 bytes"), "{}", t.reason);
}

#[test]
fn deep_nesting_is_no_end_of_the_program() {
    let text = format!("[{{\"a\": {}1{}}}]", "[".repeat(100_000), "]".repeat(100_000));
    assert!(try_read("a.json", text, &ordain_tables::Written::default(), Limits::default()).is_err());
}
