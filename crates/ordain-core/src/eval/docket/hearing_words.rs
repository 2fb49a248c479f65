//! How each hearing stands, in words, and on which other day it was held.

use chrono::NaiveDate;

use crate::eval::docket::hearing::{Done, Hearings, Session, Setting, State};
use crate::eval::notes::Notes;
use crate::eval::record::bounds;
use crate::model::{Model, ThingId, ThingKind};
use crate::verdict::{Limit, Listed, ListedKind, ListedState};
use ordain_base::words::{day, moment};

/// Hearings that the record says were held on another day than the orders set, and
/// not within a day of it: the fact, the day stated, the day set.
pub(in crate::eval) fn held_on_another_day(hearings: &Hearings) -> Vec<(usize, ThingId, NaiveDate, NaiveDate)> {
    let all = hearings.all.iter().flat_map(|(thing, sessions)| sessions.iter().map(move |s| (*thing, s)));
    all.filter_map(|(thing, session)| {
        let (bounds, fact) = session.held?;
        let (held, set) = (bounds.day()?, session.set_for()?.day);
        (held != set).then_some((fact, thing, held, set))
    })
    .collect()
}

/// Each hearing with how it stands, for the list of what has no verdict.
pub(in crate::eval) fn listed_hearings(model: &Model, hearings: &Hearings, notes: &Notes) -> Vec<Listed> {
    let mut out = Vec::new();
    for (thing, sessions) in &hearings.all {
        let declared = &model.declared.things[thing.index()];
        if declared.kind != ThingKind::Hearing {
            continue;
        }
        for session in sessions {
            if let Some((_, fact)) = session.held {
                notes.use_fact(fact);
            }
        }
        let reported: Vec<String> = sessions.iter().map(setting_words).collect();
        out.push(Listed {
            id: declared.name.clone(),
            kind: ListedKind::Hearing,
            state: sessions.last().map(listed_state),
            on: sessions.last().and_then(day_of_session),
            text: reported.join("; then "),
            sources: Vec::new(),
            span: declared.span,
        });
    }
    out
}

/// The day on which it was held, or the last that was set.
fn day_of_session(session: &Session) -> Option<Limit> {
    match session.held {
        Some((bounds, _)) => bounds.day().map(Limit::end_of),
        None => session.set_for().map(|m| Limit { day: m.day, time: m.time }),
    }
}

fn listed_state(session: &Session) -> ListedState {
    match (session.held, session.settings.last().map(|s| &s.state)) {
        (Some(_), _) => ListedState::Held,
        (None, Some(State::Set(_))) => ListedState::Set,
        (None, Some(State::Vacated)) => ListedState::Vacated,
        (None, Some(State::Doubtful)) => ListedState::NotSettled,
        (None, Some(State::Open) | None) => ListedState::NoDay,
    }
}

/// `continued to Sat 2024-01-20 13:00 by Second ¶ 3, from Tue 2024-01-09 10:00`.
fn setting_words(session: &Session) -> String {
    let settings = &session.settings;
    if let Some((bounds, _)) = session.held {
        return format!("held {}", bounds::bounds_in_words(bounds));
    }
    let Some(last) = settings.last() else { return "no day is set".to_owned() };
    let by = |s: &Setting| {
        s.by.as_ref().map_or_else(String::new, |c| {
            format!(" by {}{}", c.name, c.day.map(|d| format!(" on {}", day(d))).unwrap_or_default())
        })
    };
    let before = settings[..settings.len() - 1]
        .iter()
        .rev()
        .find_map(|s| if let State::Set(m) = &s.state { Some(moment(m.day, m.time)) } else { None });
    // Set again for the day it had, as a matter that declares its day and transcribes the order has it.
    let before = before.filter(|b| !matches!(&last.state, State::Set(m) if moment(m.day, m.time) == *b));
    match (&last.state, before) {
        (State::Set(m), before) => {
            let to = if matches!(last.done, Done::Set | Done::Reinstated) { "for" } else { "to" };
            let from = before.map(|b| format!("; it stood for {b}")).unwrap_or_default();
            format!("{} {to} {}{}{from}", last.done.word(), moment(m.day, m.time), by(last))
        }
        (State::Open, before) => {
            let from = before.map(|b| format!("; it stood for {b}")).unwrap_or_default();
            format!("{} without a day{}{from}", last.done.word(), by(last))
        }
        (State::Doubtful, before) => {
            let from = before.map(|b| format!("; it stood for {b}")).unwrap_or_default();
            format!("perhaps {}{}, on a condition that the record does not settle{from}", last.done.word(), by(last))
        }
        (State::Vacated, before) => {
            let from = before.map(|b| format!("; it stood for {b}")).unwrap_or_default();
            format!("{}{}{from}", last.done.word(), by(last))
        }
    }
}
