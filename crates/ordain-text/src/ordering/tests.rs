//! The sentences that order, in words of every kind, and those that only look like it.

use super::ordering_sentences;
use crate::reading::Reading;

/// The kind by which each sentence of a text orders, or nothing.
fn kinds_of_sentences(text: &str) -> Vec<&'static str> {
    let reading = Reading::new(text, 0);
    let found = ordering_sentences(&reading, &["Keane", "Amari Holdings, LLC"]);
    let kind = |s: &std::ops::Range<usize>| {
        found.iter().find(|(range, _)| range == s).and_then(|(_, words)| words.first()).map_or("", |w| w.kind.name())
    };
    reading.sentences.iter().map(kind).collect()
}

#[test]
fn sentences_that_order() {
    for (text, kind) in [
        ("Keane will deliver the map by May 9, 2024.", "duty"),
        ("Keane may deliver the map.", "permission"),
        ("Amari Holdings will not sell the barge.", "prohibition"),
        ("Keane is temporarily enjoined and restrained from sailing.", "prohibition"),
        ("No further joinder is permitted except with leave of the Court.", "prohibition"),
        ("These days cannot be extended by agreement.", "prohibition"),
        ("ORDER denying 14 Motion to Quash.", "disposition"),
        ("The motion [9] is taken under submission.", "disposition"),
        ("The injunction of May 2, 2024 is made permanent.", "disposition"),
        ("The Court will grant the request.", "disposition"),
        ("Counsel who are late may be subject to a fine.", "consequence"),
        ("An incomplete report may result in exclusion of the witness.", "consequence"),
        ("Should Keane do so again, the Court will impose a fine.", "consequence"),
        ("The parties are strongly urged to talk.", "soft norm"),
        ("The Court encourages the parties to talk.", "soft norm"),
        ("No extensions will be granted.", "announcement"),
        ("The Court will issue a separate order.", "announcement"),
        ("A separate order will issue.", "announcement"),
        ("The Court will hold a video hearing on May 9, 2024.", "setting"),
        ("A bench trial will commence on May 9, 2024.", "setting"),
        ("Counsel are expressly directed to follow Rule 3.", "duty"),
        ("It is Keane's responsibility to keep the log.", "duty"),
        ("All discovery will be completed by May 9, 2024.", "duty"),
        ("Disclosure of experts is required by May 9, 2024.", "duty"),
        ("Discovery cut-off is 5/9/2024.", "deadline"),
        ("Last date to hear motions is May 9, 2024.", "deadline"),
    ] {
        assert_eq!(kinds_of_sentences(text), [kind], "{text}");
    }
}

#[test]
fn sentences_that_order_nothing() {
    for text in [
        "On March 6, 2024, Keane moved to adjourn the hearing set for May 6, 2024.",
        "Keane will suffer harm if the barge is sold.",
        "The Court will address each argument below.",
        "The parties were informed that motions must be made in writing.",
        "The parties request that the reply be due on May 9, 2024.",
        "By previous order, this matter is set for trial on May 9, 2024.",
        "The purpose of this order is to tell the parties the schedule to which they will be expected to adhere.",
        "The letter does not indicate that Keane will not comply.",
        "Generally, a respondent must answer within 21 days.",
        "ORDER DENYING MOTION TO QUASH",
        "Keane left on May 9.",
        "The Court read the letter, ordering the May map from Keane.",
        "Counsel spoke for Keane in May of that year.",
        "Keane argues that the answer was actually due on May 9, 2024.",
        "A request for more time must be supported by a showing of good cause.",
    ] {
        assert_eq!(kinds_of_sentences(text), [""], "{text}");
    }
}

#[test]
fn a_sentence_may_begin_after_an_hour() {
    assert_eq!(
        kinds_of_sentences("The hearing is set for May 9, 2024, at 9:30 a.m. Counsel shall bring maps."),
        ["setting", "duty"]
    );
    assert_eq!(kinds_of_sentences("The hearing is set for May 9, 2024, at 9:30 a.m. Eastern."), ["setting"]);
}

#[test]
fn the_items_under_what_orders() {
    let text = "The Court sets these deadlines:\n\n• Experts: May 9, 2024\n\n• Reports: May 16, 2024\n";
    assert_eq!(kinds_of_sentences(text), ["disposition", "disposition", "disposition"]);
}
