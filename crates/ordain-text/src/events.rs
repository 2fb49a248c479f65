//! What an order sets for a day: hearings, conferences and their like, by name.

use crate::dates::Date;
use crate::hours::{Hour, hour_beside};
use crate::leads::{Lead, asked_for, lead_of_date, reports_a_statement, sets_something};
use crate::reading::Reading;

/// What is set, and what kind of it: `conference`, `pretrial`.
pub(crate) type EventName<'r> = (&'r str, &'r str);

const KINDS: &[&str] = &[
    "status",
    "pretrial",
    "settlement",
    "scheduling",
    "management",
    "evidentiary",
    "final",
    "jury",
    "bench",
    "sentencing",
    "show",
    "cause",
    "class",
    "telephonic",
    "telephone",
    "motion",
    "claim",
    "video",
    "initial",
    "discovery",
    "trial",
    "revocation",
    "detention",
    "preliminary",
    "construction",
];

pub(crate) fn is_event(word: &str) -> bool {
    matches!(word, "hearing" | "conference" | "trial" | "argument" | "mediation" | "sentencing" | "arraignment")
}

fn name_at<'r>(r: &'r Reading<'_>, at: usize) -> EventName<'r> {
    let kind = r.word_before(at, 1);
    (r.word(at), if KINDS.contains(&kind) { kind } else { "" })
}

/// An event set for a day, and its hour where one is beside the day.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'r> {
    pub(crate) name: EventName<'r>,
    pub(crate) date: &'r Date,
    pub(crate) hour: Option<Hour>,
}

/// `Trial is set for D`, `the Court will hold a status conference on D`: the only date of its sentence.
pub(crate) fn setting_on<'r>(r: &'r Reading<'_>, date: &'r Date) -> Option<Setting<'r>> {
    let led = lead_of_date(r, date);
    let sentence = r.sentence(date.start);
    let held = led.lead == Lead::On
        && r.has(led.at.saturating_sub(6).max(sentence.start), led.at, &["held", "heard"])
        && sets_something(r, &sentence);
    let alone = r.dates_in(&sentence).iter().filter(|d| d.head == date.head).count() == r.dates_in(&sentence).len();
    let reported = r.has(sentence.start, led.at, &["was", "were", "previously", "originally", "had", "currently"]);
    if !alone
        || !(led.lead == Lead::Set || held)
        || reported
        || reports_a_statement(r, &sentence)
        || asked_for(r, led.at)
    {
        return None;
    }
    let at = (led.at.saturating_sub(14).max(sentence.start)..date.head).find(|i| is_event(r.word(*i)))?;
    // `Jury trial`, not the `trial` of `trial conference`.
    let at = if is_event(r.word(at + 1)) { at + 1 } else { at };
    Some(Setting { name: name_at(r, at), date, hour: hour_beside(r, date.start, date.end) })
}

/// `the May 7, 2024 hearing`; `the hearing on the motion on May 7, 2024`; `the trial of D`.
pub(crate) fn event_mentioned_with<'r>(r: &'r Reading<'_>, date: &Date) -> Option<EventName<'r>> {
    let sentence = r.sentence(date.start);
    let attributive = (date.end..date.end + 3).find(|i| is_event(r.word(*i)));
    if let Some(at) = attributive.filter(|at| (date.end..*at).all(|i| KINDS.contains(&r.word(i)))) {
        return (r.word_before(date.start, 1) == "the").then(|| name_at(r, at));
    }
    if !matches!(r.word_before(date.start, 1), "on" | "of") {
        return None;
    }
    let at = (date.start.saturating_sub(7).max(sentence.start)..date.start).rev().find(|i| is_event(r.word(*i)))?;
    let of_motion = |i| {
        matches!(
            r.word(i),
            "on" | "of" | "the" | "motion" | "motions" | "this" | "matter" | "'s" | "held" | "conducted"
        )
    };
    let name = name_at(r, at);
    let article = if name.1.is_empty() { at } else { at - 1 };
    let definite = r.word_before(article, 1) == "the";
    (definite && (at + 1..date.start).all(of_motion)).then_some(name)
}

/// True where two names may be of one event: `the conference` names one of any kind.
pub(crate) fn may_be_one(a: EventName<'_>, b: EventName<'_>) -> bool {
    a.0 == b.0 && (a.1 == b.1 || a.1.is_empty() || b.1.is_empty())
}
