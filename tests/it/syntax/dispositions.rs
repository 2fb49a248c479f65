//! What an order does.

use super::support::*;
use ordain_syntax::ast::{Body, Disposition, DispositionVerb as Verb, Point};

fn read_all(text: &str) -> Vec<Disposition> {
    let statements = clean(&format!("¶ 1 {text}"));
    match &paragraphs(&statements)[0].body {
        Body::Dispositions(list) => list.clone(),
        other => panic!("{text}: {other:?}"),
    }
}

fn object(d: &Disposition) -> String {
    d.object.as_ref().map_or(String::new(), words)
}

fn to(p: &Option<Point>) -> String {
    match p {
        None => String::new(),
        Some(Point::Date(d)) => date(d),
        Some(Point::Event(e)) => words(e),
    }
}

#[test]
fn one_act() {
    for (text, verb, what, target) in [
        ("grants Motion", Verb::Grants, "Motion", ""),
        ("the Court denies Motion", Verb::Denies, "Motion", ""),
        ("grants Motion in part", Verb::GrantsInPart, "Motion", ""),
        ("denies as moot Motion", Verb::DeniesAsMoot, "Motion", ""),
        ("denies request of Defendants", Verb::Denies, "request of Defendants", ""),
        ("takes Motion under advisement", Verb::TakesUnderAdvisement, "Motion", ""),
        ("lifts stay", Verb::LiftsStay, "", ""),
        ("lifts stay of MTC ¶ 2", Verb::LiftsStay, "MTC ¶ 2", ""),
        ("extends MTC ¶ 1 to December 15, 2023", Verb::Extends, "MTC ¶ 1", "2023-12-15"),
        (
            "extends deadline of Experts to file \"their reports\" to March 1, 2024",
            Verb::Extends,
            "deadline of Experts to file “their reports”",
            "2024-03-01",
        ),
        ("advances MTC ¶ 1 to November 15, 2023", Verb::Advances, "MTC ¶ 1", "2023-11-15"),
        ("supersedes MTC", Verb::Supersedes, "MTC", ""),
        ("incorporates Scheduling Order", Verb::Incorporates, "Scheduling Order", ""),
        ("all other deadlines of MTC stand", Verb::Stands, "all other deadlines of MTC", ""),
        ("E59 ¶ 1 stands", Verb::Stands, "E59 ¶ 1", ""),
        ("deems hearing vacated", Verb::Deems, "hearing vacated", ""),
        ("vacates hearing of April 8, 2024", Verb::Vacates, "hearing of <2024-04-08>", ""),
        ("sets hearing Status for April 8, 2024 at 9:00 a.m.", Verb::Sets, "hearing Status", "2024-04-08 09:00"),
        ("resets hearing Status to May 6, 2024", Verb::Resets, "hearing Status", "2024-05-06"),
        ("orders \"that counsel be civil\"", Verb::Orders, "“that counsel be civil”", ""),
        ("enters Decree", Verb::Enters, "Decree", ""),
    ] {
        let list = read_all(text);
        assert_eq!(list.len(), 1, "{text}");
        assert_eq!(
            (list[0].verb.value, object(&list[0]).as_str(), to(&list[0].to).as_str()),
            (verb, what, target),
            "{text}"
        );
    }
}

#[test]
fn two_acts() {
    let list = read_all("grants Motion and vacates hearing of April 8, 2024");
    assert_eq!(list.iter().map(|d| d.verb.value).collect::<Vec<_>>(), [Verb::Grants, Verb::Vacates]);
    assert_eq!(object(&list[1]), "hearing of <2024-04-08>");
}

#[test]
fn stays_and_spans() {
    let list = read_all("stays MTC ¶¶ 1-2 and all deadlines until ruling on appeal");
    assert_eq!(object(&list[0]), "MTC ¶ 1-2 and all deadlines");
    assert_eq!(list[0].until.as_ref().map(show).as_deref(), Some("until ruling on appeal"));
    let list = read_all("stays topic discovery pending appeal");
    assert_eq!(list[0].until.as_ref().map(show).as_deref(), Some("pending appeal"));
    let list = read_all("excludes time from January 2, 2024 to March 1, 2024");
    assert_eq!((to(&list[0].from), to(&list[0].to)), ("2024-01-02".into(), "2024-03-01".into()));
    assert!(read_all("extends MTC ¶ 1 to May 3, 2024 nunc pro tunc")[0].nunc_pro_tunc);
}

#[test]
fn modifies_and_replaces() {
    let list = read_all("modifies MTC ¶ 1: by December 20, 2023");
    assert_eq!((object(&list[0]).as_str(), deadline(&list[0].clauses).as_str()), ("MTC ¶ 1", "by 2023-12-20"));
    for with in ["with", "with:"] {
        let list = read_all(&format!("replaces MTC ¶ 2 {with} Defendants must produce log by December 20, 2023"));
        let provision = list[0].with.as_ref().expect("a duty");
        assert_eq!(
            (words(&provision.bearer).as_str(), words(&provision.items[0].act).as_str()),
            ("Defendants", "produce log")
        );
        assert_eq!(deadline(&list[0].clauses), "by 2023-12-20");
    }
}

#[test]
fn a_cut_off_binds_nobody() {
    let statements = clean("¶ 1 any \"motion to dismiss\" is due by March 1, 2024");
    assert!(
        matches!(&paragraphs(&statements)[0].body, Body::CutOff { what, .. } if words(what) == "“motion to dismiss”")
    );
}
