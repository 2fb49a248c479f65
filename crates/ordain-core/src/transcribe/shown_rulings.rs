//! `The motion is GRANTED to the extent stated on the record`: a ruling with more than a statement can say. It sets no
//! day and ends no duty, so the report shows it in the order's own words.

use super::candidate::{Candidate, Formed};
use super::phrase::Phrase;

/// What is done by rulings that move no duty by themselves.
const RULED: &[&str] = &[
    "granted",
    "denied",
    "overruled",
    "sustained",
    "adopted",
    "approved",
    "accepted",
    "affirmed",
    "reversed",
    "quashed",
    "awarded",
    "certified",
    "confirmed",
    "deemed",
    "abated",
    "reinstated",
    "carried",
    "resolved",
    "referred",
    "appointed",
    "discharged",
    "reassigned",
    "transferred",
    "substituted",
    "assigned",
    "excluded",
    "dissolved",
    "designated",
    "submitted",
];

/// Words of a ruling that may bind somebody, set a day, or end what the case is about.
const BINDS: &[&str] = &[
    "shall",
    "must",
    "should",
    "within",
    "until",
    "days",
    "day",
    "ordered",
    "directed",
    "required",
    "enjoined",
    "leave",
    "stayed",
    "stay",
    "extended",
    "extend",
    "extension",
    "continued",
    "continue",
    "dismissed",
    "closed",
    "terminated",
    "vacated",
    "deadline",
    "deadlines",
    "hearing",
    "conference",
    "trial",
    "may",
    "will",
    "unless",
];

/// Things whose ruling moves duties.
const MOVES: &[&str] = &["action", "case", "matter", "dates", "time", "schedule"];

/// The words of a ruling, where they bind nobody and set nothing.
pub(super) fn shown_ruling(p: &Phrase<'_, '_>) -> Formed {
    let abeyance = (2..p.len()).find(|i| p.top(*i) && p.at(*i, &["held", "in", "abeyance"]));
    if let Some(at) = abeyance {
        let ruled = is_passive(p, at) || p.word(at - 1) == "and";
        let free = ruled
            && !p.has(&["shall", "must", "ordered", "directed", "within", ";"])
            && p.len() <= 120
            && !p.slice(0..at).has(MOVES);
        return if free { Formed::of(vec![in_own_words(p)]) } else { Formed::nothing() };
    }
    let done = (1..p.len()).find(|i| p.top(*i) && RULED.contains(&p.word(*i)) && is_passive(p, *i));
    let Some(done) = done else {
        // `we abate this appeal`
        let we = p.word(0) == "we" && matches!(p.word(1), "abate" | "reinstate" | "affirm" | "reverse" | "withdraw");
        let free = we && !p.has(BINDS) && p.dates().is_empty() && p.len() <= 60;
        return if free { Formed::of(vec![in_own_words(p)]) } else { ruling_alone(p) };
    };
    let subject = p.slice(0..done);
    // `The appeal is abated until the record is filed`: nothing in the action waits for it.
    let exempt = |i: usize| match p.word(i) {
        "until" | "closed" => p.word(done) == "abated",
        "trial" => matches!(p.word(i + 1), "court" | "court's"),
        _ => false,
    };
    let binds = |i: usize| BINDS.contains(&p.word(i)) && !exempt(i);
    let free = !(0..p.len()).any(binds)
        && p.slice(done..p.len()).dates().is_empty()
        && !subject.has(MOVES)
        && p.len() <= 120
        && !p.has(&[";"]);
    if !free {
        return Formed::nothing();
    }
    Formed::of(vec![in_own_words(p)])
}

/// `AFFIRMED.`, `REVERSED AND REMANDED.`: the ruling of a court of appeals.
fn ruling_alone(p: &Phrase<'_, '_>) -> Formed {
    const ALONE: &[&str] =
        &["affirmed", "reversed", "remanded", "dismissed", "vacated", "abated", "denied", "reinstated"];
    const BESIDE: &[&str] = &[
        "and",
        "in",
        "part",
        ",",
        "appeal",
        "petition",
        "writ",
        "judgment",
        "as",
        "moot",
        "modified",
        "with",
        "instructions",
    ];
    let all = (0..p.len()).all(|i| ALONE.contains(&p.word(i)) || BESIDE.contains(&p.word(i)));
    let ruled = (0..p.len()).any(|i| ALONE.contains(&p.word(i)));
    if all && ruled && p.len() <= 9 { Formed::of(vec![in_own_words(p)]) } else { Formed::nothing() }
}

/// `is hereby GRANTED`.
fn is_passive(p: &Phrase<'_, '_>, done: usize) -> bool {
    let mut at = done;
    while at > 0
        && (matches!(p.word(at - 1), "hereby" | "also" | "therefore" | "further" | "so" | "now")
            || p.word(at - 1).ends_with("ly"))
    {
        at -= 1;
    }
    at > 1 && matches!(p.word(at - 1), "is" | "are")
}

/// The words of a ruling, which the report shows.
pub(super) fn in_own_words(p: &Phrase<'_, '_>) -> Candidate {
    let remark =
        Some("a ruling in the order's own words, which binds nobody by itself: the report shows it".to_owned());
    Candidate { remark, ..Candidate::words(&p.all()) }
}
