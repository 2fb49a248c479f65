//! The record.

use super::support::*;
use ordain_syntax::ast::*;

fn fact(text: &str) -> Fact {
    let statements = clean(text);
    match &statements[0].kind {
        StatementKind::Fact(f) => (**f).clone(),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn acts_and_their_days() {
    for (when, expected) in [
        ("on December 1, 2023", "On"),
        ("On Friday, December 1, 2023 at 5:00 p.m.", "On"),
        ("on December 1, 2023,", "On"),
        ("on or after January 26, 2024", "OnOrAfter"),
        ("on or before January 26, 2024", "OnOrBefore"),
        ("between January 2, 2024 and January 5, 2024", "Between"),
        ("in December 2023", "InMonth"),
        ("in 2023", "InYear"),
        ("the day before the hearing,", "DayBefore"),
        ("the day after December 1, 2023", "DayAfter"),
        ("on a day unknown", "Unknown"),
    ] {
        let f = fact(&format!("{when} Pacific Bell Corp. produced 12 documents"));
        let FactKind::Act { when: found, text } = &f.kind else { panic!("{when}: {f:?}") };
        assert!(format!("{:?}", found.value).starts_with(expected), "{when}: {found:?}");
        assert_eq!(words(text), "Pacific Bell Corp. produced 12 documents");
    }
}

#[test]
fn clauses_of_an_act() {
    let f = fact(
        "[E-11] on December 1, 2023 Defendants produced 12 documents in CAR categories 4-5\n  of which 1 fully redacted\n  in performance of MTC ¶ 2\n  source Motion at 4–5, 7; Coleman Decl. Ex. C",
    );
    assert_eq!(f.label.map(|l| l.value).as_deref(), Some("E-11"));
    let FactKind::Act { text, .. } = &f.kind else { panic!() };
    assert_eq!(words(text), "Defendants produced 12 documents in CAR categories 4-5");
    assert_eq!(f.clauses.len(), 3);
}

#[test]
fn a_request_keeps_its_date() {
    let f = fact("on December 1, 2023 Defendants asked Plaintiffs to extend MTC ¶ 1 to February 15, 2024");
    let FactKind::Act { text, .. } = &f.kind else { panic!() };
    assert_eq!(words(text), "Defendants asked Plaintiffs to extend MTC ¶ 1 to <2024-02-15>");
}

#[test]
fn who_says_what() {
    for (text, speaker, speech, negated, content) in [
        (
            "Defendants say CAR categories 4-5 are complete",
            "Defendants",
            Speech::Says,
            false,
            "CAR categories 4-5 are complete",
        ),
        (
            "Jewish Family Service of San Diego says CAR complete",
            "Jewish Family Service of San Diego",
            Speech::Says,
            false,
            "CAR complete",
        ),
        (
            "Defendants admit 0 documents in CAR categories 1-3",
            "Defendants",
            Speech::Admits,
            false,
            "0 documents in CAR categories 1-3",
        ),
        (
            "Plaintiffs deny that CAR category 4 is complete",
            "Plaintiffs",
            Speech::Denies,
            false,
            "CAR category 4 is complete",
        ),
        ("the parties stipulate that CAR is complete", "the parties", Speech::Stipulates, false, "CAR is complete"),
        (
            "the Court finds CAR categories 4-5 not shown complete",
            "the Court",
            Speech::Finds,
            false,
            "CAR categories 4-5 not shown complete",
        ),
        ("Plaintiffs say that Defendants must comply", "Plaintiffs", Speech::Says, false, "Defendants must comply"),
        (
            "on May 3, 2024 Plaintiffs said that Defendants must comply",
            "Plaintiffs",
            Speech::Says,
            false,
            "Defendants must comply",
        ),
        ("the clerk's docket shows no answer", "the clerk's docket", Speech::Shows, true, "answer"),
        ("the docket shows answer filed", "the docket", Speech::Shows, false, "answer filed"),
        ("on April 5, 2024 the Court finds CAR incomplete", "the Court", Speech::Finds, false, "CAR incomplete"),
    ] {
        let f = fact(text);
        let FactKind::Statement { when, speaker: who, speech: how, negated: no, content: what } = &f.kind else {
            panic!("{text}: {f:?}")
        };
        assert_eq!((words(who).as_str(), how.value, *no, words(what).as_str()), (speaker, speech, negated, content));
        assert_eq!(when.is_some(), text.starts_with("on "));
    }
}

#[test]
fn a_denial_under_its_assertion() {
    let f = fact("Defendants say CAR is complete\n  source Axe Decl. ¶ 6\n  denied by Plaintiffs  source Motion at 4");
    assert!(
        matches!(&f.clauses[1].kind, ClauseKind::DeniedBy { who, sources } if words(who) == "Plaintiffs" && sources[0].paper == "Motion")
    );
}

#[test]
fn events_excuses_and_the_closing_line() {
    let f = fact("hearing of April 8, 2024 was held on April 9, 2024");
    assert!(
        matches!(&f.kind, FactKind::Happened { subject, what, .. } if words(subject) == "hearing of <2024-04-08>" && what.value == Occurrence::Held)
    );
    let f = fact("Defendants argued \"agencies are slow\" as excuse for MTC ¶ 1\n  rejected by Enforcement at 4");
    assert!(matches!(&f.kind, FactKind::Excuse { target: Some(t), .. } if words(t) == "MTC ¶ 1"));
    assert!(matches!(&f.clauses[0].kind, ClauseKind::RejectedBy(c) if c.paper == "Enforcement"));
    let f = fact("the record is complete through April 5, 2024 for productions by Defendants");
    assert!(
        matches!(&f.kind, FactKind::Closed { through, what } if through.day == day("2024-04-05") && words(what) == "productions by Defendants")
    );
}

#[test]
fn expectations() {
    let statements = clean(
        "expect MTC ¶ 1 category 1 breached on 2024-04-05 under Defendants 126 days\nexpect MTC ¶ 1 kept so far on April 5, 2024\n  note \"x\"\n",
    );
    let StatementKind::Expect(e) = &statements[0].kind else { panic!() };
    assert_eq!(
        (words(&e.target).as_str(), e.verdict.value.as_str(), e.days.map(|d| d.value)),
        ("MTC ¶ 1 category 1", "breached", Some(126))
    );
    assert_eq!(e.under.as_ref().map(words).as_deref(), Some("Defendants"));
    let StatementKind::Expect(e) = &statements[1].kind else { panic!() };
    assert_eq!((e.verdict.value.as_str(), e.notes.len()), ("kept", 1));
}

#[test]
fn a_fact_begins_with_its_day() {
    assert_eq!(
        findings("Defendants produced 12 documents on December 1, 2023"),
        ["S0501: Defendants produced 12 documents on December 1, 2023"]
    );
}
