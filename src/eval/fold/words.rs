//! A disposition in words.

use super::touch::span_of;
use crate::model::{Disposition, StayEnd};
use crate::syntax::ast::DispositionVerb as V;
use crate::words::{day, moment};

/// `vacates hearing of April 8, 2024`, `stays MTC ¶ 2 until Fri 2024-03-01`.
pub(in crate::eval) fn describe(d: &Disposition) -> String {
    // `MTC ¶ 2 stands`: what it is said of stands first.
    let mut text = match d.verb {
        V::Stands if d.words.contains("deadlines") || d.words.contains("¶¶") => format!("{} stand", d.words),
        V::Stands | V::Expires => format!("{} {}", d.words, verb(d.verb)),
        _ if d.words.is_empty() => verb(d.verb).to_owned(),
        _ => format!("{} {}", verb(d.verb), d.words),
    };
    if let Some(except) = &d.except {
        text.push_str(&format!(" except {except}"));
    }
    match (d.to, d.by) {
        (Some(to), _) if d.verb == V::Expires => text.push_str(&format!(" on {}", day(to.day))),
        (Some(to), _) if d.verb == V::Sets => text.push_str(&format!(" for {}", moment(to.day, to.time))),
        (Some(to), _) => text.push_str(&format!(" to {}", moment(to.day, to.time))),
        (None, Some(by)) => text.push_str(&format!(" by {}", span_of(by))),
        (None, None) => {}
    }
    match &d.end {
        StayEnd::Open => {}
        StayEnd::Day { day: last, inclusive: true } => text.push_str(&format!(" through {}", day(*last))),
        StayEnd::Day { day: last, inclusive: false } => text.push_str(&format!(" until {}", day(*last))),
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

const fn verb(verb: V) -> &'static str {
    match verb {
        V::Grants => "grants",
        V::GrantsInPart => "grants in part",
        V::Denies => "denies",
        V::DeniesAsMoot => "denies as moot",
        V::TakesUnderAdvisement => "takes under advisement",
        V::Vacates => "vacates",
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
        V::Affirms => "affirms",
        V::Recalls => "recalls",
        V::Orders => "orders",
    }
}
