//! A disposition in words.

use chrono::NaiveDate;

use crate::model::{Disposition, Due, Rewrite, StayEnd};
use crate::verdict::Modality;
use ordain_base::words::{day, moment, plural};
use ordain_syntax::ast::{DispositionVerb as V, Length};

/// `14 days`.
pub(in crate::eval) fn span_of(length: Length) -> String {
    let word = crate::model::unit_word(Length { n: 1, ..length });
    plural(i64::from(length.n), &word)
}

/// ` on Fri 2023-12-01`, where the day is known.
pub(in crate::eval) fn on_day(at: Option<NaiveDate>) -> String {
    at.map(|d| format!(" on {}", day(d))).unwrap_or_default()
}

/// `vacates hearing of April 8, 2024`, `stays MTC ¶ 2 until Fri 2024-03-01`.
pub(in crate::eval) fn disposition_words(d: &Disposition) -> String {
    let mut text = verb_and_words(d);
    if let Some(except) = &d.except {
        text.push_str(&format!(" except {except}"));
    }
    if let Some(from) = d.from {
        text.push_str(&format!(" from {}", day(from.day)));
    }
    match (d.to, d.by, &d.due) {
        (Some(to), _, _) if d.verb == V::Expires => text.push_str(&format!(" on {}", moment(to.day, to.time))),
        (Some(to), _, _) if d.verb == V::Sets => text.push_str(&format!(" for {}", moment(to.day, to.time))),
        (Some(to), _, _) => text.push_str(&format!(" to {}", moment(to.day, to.time))),
        (None, Some(by), _) if d.verb == V::Stays => text.push_str(&format!(" for {}", span_of(by))),
        (None, Some(by), _) => text.push_str(&format!(" by {}", span_of(by))),
        (None, None, Some(Due::Day { moment: to, .. })) => {
            text.push_str(&format!(" through {}", moment(to.day, to.time)));
        }
        (None, None, _) => {}
    }
    match &d.rewrite {
        Some(Rewrite::Patch(patch)) => {
            if let Some(Due::Day { moment: to, .. }) = patch.due() {
                text.push_str(&format!(": by {}", moment(to.day, to.time)));
            }
        }
        Some(Rewrite::Provision(provision)) => {
            let acts: Vec<&str> = provision.obligations.iter().map(|l| l.words.as_str()).collect();
            let modal = match provision.modality {
                Modality::Must => "must",
                Modality::MustNot => "must not",
                Modality::May | Modality::CutOff => "may",
            };
            text.push_str(&format!(" with {} {modal} {}", provision.bearer_words, acts.join("; ")));
        }
        Some(Rewrite::Paragraph(_)) => {
            text.push_str(&d.replacement.as_ref().map(|r| format!(" with {r}")).unwrap_or_default());
        }
        None => {}
    }
    match &d.end {
        StayEnd::Open | StayEnd::For(_) => {}
        StayEnd::Day { day: last, inclusive: true } => text.push_str(&format!(" through {}", day(*last))),
        StayEnd::Day { day: last, inclusive: false } => text.push_str(&format!(" until {}", day(*last))),
        StayEnd::Period { period, inclusive } => {
            let word = if *inclusive { "through" } else { "until" };
            text.push_str(&format!(" {word} {}", period.in_words()));
        }
        StayEnd::Event(_, words) | StayEnd::Words(words) => text.push_str(&format!(" {words}")),
    }
    if d.retroactive {
        text.push_str(" nunc pro tunc");
        if let Some(since) = d.since {
            text.push_str(&format!(" as of {}", day(since)));
        }
    }
    text
}

/// The verb with what it acts on, each word where it belongs: `denies Compel as moot`.
fn verb_and_words(d: &Disposition) -> String {
    // `MTC ¶ 2 stands`: what it is said of comes first.
    match d.verb {
        V::Stands if is_plural(&d.words) => return format!("{} stand", d.words),
        V::Stands | V::Expires => return format!("{} {}", d.words, verb_phrase(d.verb)),
        _ => {}
    }
    let (lead, tail) = match d.verb {
        V::GrantsInPart => ("grants", " in part"),
        V::DeniesInPart => ("denies", " in part"),
        V::DeniesAsMoot => ("denies", " as moot"),
        V::TakesUnderAdvisement => ("takes", " under advisement"),
        V::Excuses if d.words.contains(" of ") && !d.words.contains(" from ") => ("relieves", ""),
        V::LiftsStay if !d.words.is_empty() && !d.words.starts_with("as ") => ("lifts stay of", ""),
        other => (verb_phrase(other), ""),
    };
    let words = if d.words.is_empty() { String::new() } else { format!(" {}", d.words) };
    format!("{lead}{words}{tail}")
}

/// True of words after which an order says `stand`: `all other dates`, `Sched ¶¶ 1 and 2`, `the deadlines of Defendants`.
fn is_plural(words: &str) -> bool {
    let head = [" of ", " in ", " for ", " under ", " set "].into_iter().filter_map(|w| words.find(w)).min();
    let head = head.and_then(|at| words.get(..at)).unwrap_or(words);
    head.contains("¶¶") || head.contains(" and ") || head.ends_with('s') && !head.ends_with("ss")
}

const fn verb_phrase(verb: V) -> &'static str {
    match verb {
        V::Grants => "grants",
        V::GrantsInPart => "grants in part",
        V::Denies => "denies",
        V::DeniesInPart => "denies in part",
        V::DeniesAsMoot => "denies as moot",
        V::TakesUnderAdvisement => "takes under advisement",
        V::Vacates => "vacates",
        V::Excuses => "excuses",
        V::Strikes => "strikes",
        V::Stays => "stays",
        V::LiftsStay => "lifts stay",
        V::Extends => "extends",
        V::Advances => "advances",
        V::Modifies => "modifies",
        V::Replaces => "replaces",
        V::Supersedes => "supersedes",
        V::Enforces => "enforces",
        V::Incorporates => "incorporates",
        V::Stands => "stands",
        V::Consolidates => "consolidates",
        V::Deems => "deems",
        V::Enters => "enters",
        V::Reinstates => "reinstates",
        V::ExcludesTime => "excludes time",
        V::Converts => "converts",
        V::Sets => "sets",
        V::Resets => "resets",
        V::Continues => "continues",
        V::Adjourns => "adjourns",
        V::Expires => "expires",
        V::Dismisses => "dismisses",
        V::Remands => "remands",
        V::Transfers => "transfers",
        V::Affirms => "affirms",
        V::Recalls => "recalls",
        V::Closes => "closes",
        V::AdministrativelyCloses => "administratively closes",
        V::Terminates => "terminates",
        V::AdministrativelyTerminates => "administratively terminates",
        V::Reopens => "reopens",
        V::Removes => "removes",
        V::Restores => "restores",
        V::Finds => "finds",
        V::Retains => "retains",
        V::Shown(word) => word,
        V::Orders => "orders",
    }
}
