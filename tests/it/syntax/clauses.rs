//! Each clause, at the end of a line and on a line of its own.

use super::support::*;
use ordain_syntax::ast::*;

/// A deadline reads the same on the line of its duty and below it.
#[track_caller]
fn says(clause: &str, expected: &str) {
    for gap in [" ", "\n     "] {
        let text = format!("¶ 1 Defendants must file answer{gap}{clause}\n");
        let statements = clean(&text);
        let p = paragraphs(&statements)[0];
        assert_eq!(act(p), "file answer", "{text}");
        assert_eq!(deadline(&p.clauses), expected, "{text}");
    }
}

#[test]
fn deadlines_by_date() {
    says("by December 1, 2023", "by 2023-12-01");
    says("on or before Dec. 1, 2023 at 5:00 p.m.", "by 2023-12-01 17:00");
    says("no later than 1 December 2023", "by 2023-12-01");
    says("before 2023-12-01", "before 2023-12-01");
    says("through December 1, 2023", "through 2023-12-01");
    says("until December 1, 2023", "until 2023-12-01");
    says("until and including December 1, 2023", "through 2023-12-01");
    says("by close of business on December 1, 2023", "by 2023-12-01 cob");
    says("by noon on Friday, December 1, 2023", "by 2023-12-01 12:00");
}

#[test]
fn deadlines_by_event() {
    says("by the close of fact discovery", "by the close of fact discovery");
    says("by the hearing of April 8, 2024", "by the hearing of <2024-04-08>");
    says("within 14 days after service of opposition", "within 14 Days after service of opposition");
    says("within fourteen (14) court days of service", "within 14 CourtDays after service");
    says("within 14 days from the date of this order", "within 14 Days after the date of this order");
    says("within 30 days after entry, to March 4, 2016", "within 30 Days after entry = 2016-03-04");
    says("within 30 days after entry, by March 4, 2016", "within 30 Days after entry = 2016-03-04");
    says("no later than 14 days before the pretrial conference", "at least 14 Days before the pretrial conference");
    says("by 7 days after service of opposition", "within 7 Days after service of opposition");
    says("within 48 hours after each release", "within 48 Hours after each release");
    says("at least 7 days before pretrial conference", "at least 7 Days before pretrial conference");
}

#[test]
fn deadlines_of_several_limbs() {
    says(
        "by the earlier of December 1, 2023 and 14 days after ruling on Motion",
        "earlier of 2023-12-01 | 14 Days after ruling on Motion",
    );
    says(
        "the later of 14 days after service and 7 days before trial",
        "later of 14 Days after service | 7 Days before trial",
    );
    says(
        "within 14 days after the later of ruling on Motion and service",
        "later of 14 Days after ruling on Motion | 14 Days after service",
    );
    says("promptly, and in any event by Friday, April 19, 2024", "promptly, by 2024-04-19");
    says("promptly", "promptly");
    says("within a reasonable time", "within a reasonable time");
}

#[test]
fn deadlines_that_recur_or_have_no_day() {
    says("every 60 days after hearing until CAR complete", "every 60 Days after hearing until CAR complete");
    says("every 3 months after entry, no end stated", "every 3 Months after entry");
    says(
        "first by January 9, 2024 and every 30 days thereafter until trial",
        "every 30 Days first 2024-01-09 until trial",
    );
    says("no deadline", "no deadline");
    says("continuing", "continuing");
    says("until further order", "until further order");
    says("until further order of the Court", "until further order");
    says("pending ruling on appeal", "pending ruling on appeal");
}

#[test]
fn an_appointment_is_when_not_what() {
    let p = paragraph("¶ 1 the parties must appear at Status\n");
    assert_eq!((act(&p).as_str(), deadline(&p.clauses).as_str()), ("appear", "at Status"));
}

#[test]
fn leading_clauses() {
    for (lead, expected) in [
        ("By December 1, 2023, ", "by 2023-12-01"),
        ("By December 1, 2023 ", "by 2023-12-01"),
        ("On or before December 1, 2023, ", "by 2023-12-01"),
        ("Before December 1, 2023, ", "before 2023-12-01"),
        ("Within 90 days after service of complaint, ", "within 90 Days after service of complaint"),
    ] {
        for mark in ["¶ 1  ", ""] {
            let text = format!("{mark}{lead}Defendants must produce log\n");
            let statements = clean(&text);
            let p = paragraphs(&statements)[0];
            assert_eq!(deadline(&p.clauses), expected, "{text}");
            assert_eq!(words(&provision(p).bearer), "Defendants", "{text}");
            assert_eq!(act(p), "produce log", "{text}");
        }
    }
    let p = paragraph("¶ 1 If ISP moves to quash, Defendants must respond by December 1, 2023");
    assert!(
        matches!(&p.clauses[0].kind, ClauseKind::Condition { word: ConditionWord::If, tests: Tests::One(phrase) } if words(phrase) == "ISP moves to quash")
    );
}

#[test]
fn has_until_is_a_duty_by_that_day() {
    let p = paragraph("¶ 1 Experts have until January 3, 2024 to serve reports");
    assert_eq!((act(&p).as_str(), deadline(&p.clauses).as_str()), ("serve reports", "by 2024-01-03"));
    assert_eq!(provision(&p).modal.value, Modal::Must);
}

#[test]
fn modals() {
    for (modal, expected) in [
        ("must", Modal::Must),
        ("are directed to", Modal::Must),
        ("are hereby ordered to", Modal::Must),
        ("are to", Modal::Must),
        ("must not", Modal::MustNot),
        ("are enjoined from", Modal::MustNot),
        ("are prohibited from", Modal::MustNot),
        ("may", Modal::May),
        ("are granted leave to", Modal::May),
        ("should", Modal::Should),
        ("are encouraged to", Modal::Should),
        ("need not", Modal::NeedNot),
    ] {
        let statements = clean(&format!("¶ 1 Defendants {modal} act no deadline"));
        assert_eq!(provision(paragraphs(&statements)[0]).modal.value, expected, "{modal}");
    }
    let statements = clean("¶ 1 the Court will issue a written order");
    assert_eq!(provision(paragraphs(&statements)[0]).modal.value, Modal::Will);
}

#[test]
fn bearers_and_how_they_are_bound() {
    for (head, bearer, quantifier) in [
        ("each party must", "party", Some(Quantifier::Each)),
        ("the parties must each", "the parties", Some(Quantifier::Each)),
        ("the parties jointly must", "the parties", Some(Quantifier::Jointly)),
        ("the parties must jointly", "the parties", Some(Quantifier::Jointly)),
        ("any person who \"asserts a claim\" must", "person who “asserts a claim”", Some(Quantifier::Any)),
        ("DHS, CBP and ICE must", "DHS , CBP and ICE", None),
        ("the May Company must", "the May Company", None),
    ] {
        let p = paragraph(&format!("¶ 1 {head} act by May 3, 2024"));
        assert_eq!(words(&provision(&p).bearer), bearer);
        assert_eq!(provision(&p).quantifier.map(|q| q.value), quantifier, "{head}");
    }
}

#[test]
fn every_other_clause_on_its_own_line() {
    let text = "\
¶ 29 Defendants must file joint status report
     covering CAR categories 1-3
     for each document withheld where \"ground is privilege\"
     if ruling on Motion
     unless the Court orders otherwise
     except privileged documents
     despite ¶ 3
     or file motion
     with at least 3 custodians
     containing \"progress\" and \"next steps\"
     to Plaintiffs and the Court
     in searchable PDF
     not exceeding $1,400,000
     manner \"in person\"
     only for \"settlement\"
     with each Subpoena
     on the terms of ¶ 2
     about \"status\"
     so that \"trial may proceed\"
     under \"Rule 26\"
     topic discovery
     reading \"the order names no start\"
     effective January 3, 2024
     on breach Defendants must pay $500 for each day until met
     source Dkt. 305-1 ¶ 6; Coleman Decl. Ex. C
     quote \"shall file a report
       of its progress\"
     note “free text; with – signs # and -- too”
     judgment \"reasonable\"
     not extendable
     by December 1, 2023
";
    let statements = clean(text);
    let p = paragraphs(&statements)[0];
    assert_eq!(p.clauses.len(), 29);
    let quote =
        p.clauses.iter().find_map(|c| if let ClauseKind::Quote(q) = &c.kind { Some(q.value.as_str()) } else { None });
    assert_eq!(quote, Some("shall file a report\n       of its progress"));
    let breach = p.clauses.iter().find_map(|c| {
        if let ClauseKind::OnBreach(OnBreach { consequence: Consequence::Duty { what, .. }, terms, .. }) = &c.kind {
            assert!(matches!(terms.as_slice(), [Term::Per(Per::Time(_)), Term::UntilMet]), "{terms:?}");
            Some(words(what))
        } else {
            None
        }
    });
    assert_eq!(breach.as_deref(), Some("pay $500"));
    let note =
        p.clauses.iter().find_map(|c| if let ClauseKind::Note(q) = &c.kind { Some(q.value.as_str()) } else { None });
    assert_eq!(note, Some("free text; with – signs # and -- too"));
}

#[test]
fn sources() {
    for (cite, expected) in [
        ("MTC at 16", vec![("MTC", Some("at 16"))]),
        ("Motion at 4–5, 7", vec![("Motion", Some("at 4–5, 7"))]),
        ("Axe Decl.\n       ¶ 6", vec![("Axe Decl.", Some("¶ 6"))]),
        ("Motion at 2; Coleman Decl. Ex. C", vec![("Motion", Some("at 2")), ("Coleman Decl.", Some("Ex. C"))]),
        ("Coleman Decl. Exs. E, F", vec![("Coleman Decl.", Some("Exs. E, F"))]),
        ("Enforcement at 5 n.1", vec![("Enforcement", Some("at 5 n.1"))]),
        ("Dkt. #290 at 16", vec![("Dkt. #290", Some("at 16"))]),
        ("Order on Motion to Compel at 3 n. 2", vec![("Order on Motion to Compel", Some("at 3 n. 2"))]),
    ] {
        let text = format!("¶ 1 Defendants must file answer no deadline\n     source {cite}\n");
        let statements = clean(&text);
        let found: Vec<(String, Option<String>)> = paragraphs(&statements)[0]
            .clauses
            .iter()
            .filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites.clone()) } else { None })
            .flatten()
            .map(|c| (c.paper, c.pin))
            .collect();
        let expected: Vec<_> = expected.into_iter().map(|(a, b)| (a.to_owned(), b.map(str::to_owned))).collect();
        assert_eq!(found, expected, "{text}");
    }
}
