//! Clause words that are ordinary words elsewhere.

use super::support::*;

#[test]
fn words_in_mid_line_stay_with_the_object() {
    for object in [
        "produce source code",
        "produce documents withheld by Defendants",
        "produce documents within the scope of Request 5",
        "produce documents identified by Exhibit 5",
        "file notes and quotes",
        "produce documents or communications in native form",
        "file motion or produce log",
        "state when documents were destroyed",
        "produce every document containing the word MPP",
        "produce log to counsel for Plaintiffs",
        "produce continuing education records",
        "produce documents in CAR categories 4-5",
        "complete CAR categories 1--5",
        "produce Bates #1234",
        "meet and confer and file joint status report",
        "produce records of pending matters",
    ] {
        let text = format!("¶ 1 Defendants must {} by December 1, 2023", object.replace(" ,", ","));
        let statements = clean(&text);
        let p = paragraphs(&statements)[0];
        assert_eq!(act(p), object);
        assert_eq!(deadline(&p.clauses), "by 2023-12-01", "{text}");
        assert_eq!(p.clauses.len(), 1, "{text}");
    }
}

#[test]
fn dates_in_mid_line_stay_with_what_they_date() {
    for (object, expected) in [
        ("produce documents sent on or before May 3, 2020", "produce documents sent on or before <2020-05-03>"),
        ("produce documents created before May 3, 2020", "produce documents created before <2020-05-03>"),
        (
            "produce communications from May 2020 through June 1, 2021",
            "produce communications from May 2020 through <2021-06-01>",
        ),
        (
            "produce order of May 3, 2020 and notice of hearing on April 8, 2024",
            "produce order of <2020-05-03> and notice of hearing on <2024-04-08>",
        ),
    ] {
        let statements = clean(&format!("¶ 1 Defendants must {object} by December 1, 2023"));
        let p = paragraphs(&statements)[0];
        assert_eq!((act(p).as_str(), deadline(&p.clauses).as_str()), (expected, "by 2023-12-01"));
    }
}

#[test]
fn a_for_each_or_a_covering_in_mid_line_is_a_clause() {
    let p = paragraph("¶ 1 Defendants must produce log for each document withheld covering CAR by December 1, 2023");
    assert_eq!((act(&p).as_str(), p.clauses.len()), ("produce log", 3));
}

#[test]
fn recipients_after_a_date() {
    let p = paragraph("¶ 1 Defendants must file opposition to Motion by December 1, 2023 to Plaintiffs");
    assert_eq!((act(&p).as_str(), p.clauses.len()), ("file opposition to Motion", 2));
}

#[test]
fn bearers_that_look_like_declarations() {
    for bearer in ["record keepers", "event planners", "order of the Court", "motion practice committee"] {
        let statements = clean(&format!("{bearer} must file affidavit by December 1, 2023"));
        assert_eq!(words(&provision(paragraphs(&statements)[0]).bearer), bearer);
    }
}
