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
        ("The last hearing date for a motion is May 9, 2024.", "deadline"),
        ("The undersigned is strongly disinclined to extend these days.", "announcement"),
        ("This case will proceed on the standard track.", "announcement"),
        ("Agreements of counsel will not be grounds for an extension.", "announcement"),
        ("The appeal will be reinstated when the record is filed.", "announcement"),
        ("The appeal is abated.", "disposition"),
        ("Briefing on the other issues is suspended.", "disposition"),
        ("The Court declares the case at issue.", "disposition"),
        ("No further service, joinder of parties or amendments to any of the pleadings is permitted.", "prohibition"),
        ("These days may be amended only by order of the Court.", "permission"),
        ("The Court is very unlikely to grant continuances.", "announcement"),
        ("Rule 16.1 will govern this case.", "announcement"),
        ("We GRANT the motion.", "disposition"),
        ("All other deadlines remain in effect.", "disposition"),
        ("The motion is carried with the case.", "disposition"),
        ("Motions to amend are disfavored.", "soft norm"),
        ("DO NOT SERVE A COPY ON OPPOSING COUNSEL.", "prohibition"),
        ("These are firm days that can be changed only by order.", "prohibition"),
        ("If the brief is not filed, the court may abate the appeal.", "consequence"),
        ("If so, the Court may enter a plan.", "announcement"),
        ("Should Keane fail to file a brief, this appeal may be dismissed.", "consequence"),
        ("It is the responsibility of any party seeking reinstatement to request a hearing.", "duty"),
        ("A settlement conference is hereby scheduled in this case for May 9, 2024.", "setting"),
        ("Counsel are admonished to abide by the schedule.", "soft norm"),
        ("Please include the language of the witness.", "soft norm"),
        ("If you have questions, please contact the clerk.", "soft norm"),
        ("This requires the presence of the client.", "duty"),
        ("(If counsel prefer the telephone, they should file a letter.)", "soft norm"),
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
        "Absent good cause, an action must be dismissed if it is not served.",
        "In cases in forma pauperis, a marshal, upon order of the court, shall serve the summons.",
        "Keane has a heavy workload, including a brief due in the middle of May.",
        "If a person has limits within which he is authorized to settle, that person has no authority.",
        "We noted that we are directed to ensure that such appeals are decided in time.",
        "Counsel says that some error must have occurred.",
        "Keane gives no reasonable assurance that the brief will be completed and filed.",
        "The time ends five days after the motions are set to be heard on May 9, 2024.",
        "A stay pending the settlement conference, which is set to occur promptly, saves costs.",
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
fn the_words_of_somebody_else() {
    let text = "The stipulation states:\n\nKeane shall have 30 days to answer.\n\nThe Court grants it.\n";
    assert_eq!(kinds_of_sentences(text), ["", "", "disposition"]);
}

#[test]
fn an_item_that_is_over_and_a_heading_order_nothing() {
    let text = "The Court sets these deadlines:\n\n• The day to amend has passed.\n\n• Experts: May 9, 2024\n";
    assert_eq!(kinds_of_sentences(text), ["disposition", "", "disposition"]);
    let text = "The order is amended as follows:\n\n1. Discovery. Discovery shall end on May 9, 2024.\n";
    assert_eq!(kinds_of_sentences(text), ["disposition", "", "duty"]);
}

#[test]
fn the_items_under_what_orders() {
    let text = "The Court sets these deadlines:\n\n• Experts: May 9, 2024\n\n• Reports: May 16, 2024\n";
    assert_eq!(kinds_of_sentences(text), ["disposition", "disposition", "disposition"]);
}
