//! The history of a paragraph: each order that touched it, the day before and after.

use chrono::NaiveDate;

use crate::eval::amended::apply::apply_event;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::deadline::shifted_day;
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amended::duty::Taken;
use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::resolve::resolve_due;
use crate::eval::duty::task;
use crate::eval::evidence::place::party_names;
use crate::eval::orders::describe;
use crate::eval::orders::describe::disposition_words;
use crate::eval::orders::event::{Change, Effect, Event};
use crate::eval::orders::scope::{Coverage, coverage};
use crate::eval::paragraph::idle::{change_act, why_idle};
use crate::eval::remark::Remark;
use crate::model::{Anchor, Bearer, Due as DueTime, Moment, Obligation, Paragraph, Provision, ThingKind};
use crate::verdict::{Due, History, Modality, Stage, State};
use ordain_base::steps;
use ordain_base::words::{day, plural};
use ordain_syntax::ast::DispositionVerb as V;

/// Of very many orders that touched a paragraph, so many of the first and of the last are shown.
const FIRST_SHOWN: usize = 10;
const LAST_SHOWN: usize = 20;

/// What was in force when, as the docket is known. Notes for lints are remarked on the way.
pub(in crate::eval) fn history_of<'a>(case: &Case<'a>, paragraph: &'a Paragraph, provision: &'a Provision) -> History {
    let order = case.model.order(paragraph.order);
    let mut amended = AmendedDuty::new(provision, order.expires);
    let words = |l: &Obligation| match &l.due {
        DueTime::At { hearing, .. } => {
            format!("{} at {}", l.words, case.model.declared.things[hearing.index()].name)
        }
        _ => l.words.clone(),
    };
    let words: Vec<String> = provision.obligations.iter().map(words).collect();
    let mut stages = vec![first_stage(case, paragraph, provision, &amended)];
    let bearers: Vec<Bearer> = task::bearers_of_provision(case, provision).into_iter().map(|(_, b)| b).collect();
    // Several who owe it each for itself are shown together; only what reaches them all changes it.
    let mut left_out = 0;
    let only = if let [one] = bearers.as_slice() { Some(one) } else { None };
    let events = case.orders.events(paragraph.id);
    for (i, event) in events.iter().enumerate() {
        // An order about other parties, or about what they owe one another, does not belong to its history.
        let obligations =
            || provision.obligations.iter().map(|l| coverage(case.model, event, Some(l), &provision.bearer));
        if !provision.bearer.parties().is_empty() && obligations().all(|s| s == Coverage::None) {
            continue;
        }
        let shown = i < FIRST_SHOWN || i + LAST_SHOWN >= events.len();
        let due_on =
            |amended: &AmendedDuty<'a>, on| if shown { due_as_known_on(case, amended, paragraph, on) } else { None };
        let before = due_on(&amended, event.by.day.and_then(|d| d.pred_opt()));
        let idle = why_idle(&amended, event);
        let taken = match reach_of_event(case, &amended, event, &bearers) {
            Coverage::None => continue,
            Coverage::All => apply_event(case, &mut amended, event, paragraph, 0, only),
            Coverage::Part if only.is_some() => apply_event(case, &mut amended, event, paragraph, 0, only),
            Coverage::Part => Taken::Partly,
        };
        if taken == Taken::Missed {
            continue;
        }
        if let Some(why) = idle.filter(|_| taken == Taken::Applied) {
            case.remark(paragraph, Remark::Idle { by: event.by.span, why });
        }
        if !shown {
            left_out += 1;
            continue;
        }
        let due = due_on(&amended, event.by.day);
        let mut remarks = stage_remarks(case, event, taken, before.as_ref(), due.as_ref(), paragraph);
        if left_out > 0 {
            remarks.push(format!("{} before it are not listed", plural(std::mem::take(&mut left_out), "order")));
        }
        steps::count(1);
        stages.push(Stage {
            from: event.by.day,
            entered: event.by.entered,
            by: event.by.name.clone(),
            docket: case.model.order(event.by.id).docket.clone(),
            act: act_of_event(event),
            state: state_of_duty(&amended, event.by.day),
            before,
            due,
            remarks,
            span: event.by.span,
        });
    }
    add_hearing_stages(case, &amended, paragraph, &mut stages);
    add_end_stages(case, &amended, &mut stages);
    History {
        id: paragraph.name.clone(),
        text: format!("{}: {}", provision.bearer_words, words.join("; ")),
        stages,
        span: paragraph.span,
    }
}

/// The order that made the paragraph.
fn first_stage<'a>(case: &Case<'a>, paragraph: &Paragraph, provision: &Provision, amended: &AmendedDuty<'a>) -> Stage {
    let order = case.model.order(paragraph.order);
    let first = due_as_known_on(case, amended, paragraph, order.in_force());
    Stage {
        from: paragraph.effective.or_else(|| case.orders.binds_from(case.model, paragraph.order)),
        entered: order.docketed(),
        by: order.name.clone(),
        docket: order.docket.clone(),
        act: match provision.obligations.first().map(|l| &l.due) {
            // Of a duty that recurs no one day says when it is due.
            Some(crate::model::Due::Series(series)) => format!("orders it, {}", series.words),
            _ => "orders it".to_owned(),
        },
        state: State::InForce,
        before: None,
        due: first,
        remarks: moved_trigger(case, amended, paragraph).into_iter().collect(),
        span: paragraph.span,
    }
}

/// The day it fell due as the docket stood on `on`: what is due at a hearing is due when that stood.
pub(in crate::eval) fn due_as_known_on<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
    on: Option<NaiveDate>,
) -> Option<Due> {
    let Some(all) = hearing_settings(case, amended, paragraph) else {
        let moved = |(_, by): &(Option<Moment>, Option<&Change>)| {
            by.is_some_and(|c| c.day.zip(on).is_some_and(|(d, on)| d > on))
        };
        let later = settings_it_hangs_on(case, amended, paragraph).iter().any(moved);
        return if later {
            due_day_now(&case.before_moves(), amended, paragraph)
        } else {
            due_day_now(case, amended, paragraph)
        };
    };
    let known = |by: &Option<&Change>| by.is_none_or(|c| c.day.is_none_or(|d| on.is_none_or(|on| d <= on)));
    let (set, _) = all.into_iter().rev().find(|(_, by)| known(by))?;
    set.map(|m| Due::on(m.day, m.time))
}

/// The days of the hearing at which a duty is due, where nothing else moved it.
pub(in crate::eval) fn hearing_settings<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
) -> Option<Vec<(Option<Moment>, Option<&'a Change>)>> {
    let obligation = amended.provision.obligations.first().filter(|_| amended.moved.is_none())?;
    let DueTime::At { hearing, on } = &obligation.due else { return None };
    Some(case.hearings.settings(*hearing, case.model.order(paragraph.order).in_force(), *on))
}

/// The days of the hearing by which a duty is due, or from which its period is counted.
fn settings_it_hangs_on<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
) -> Vec<(Option<Moment>, Option<&'a Change>)> {
    let anchor = amended.provision.obligations.first().filter(|_| amended.moved.is_none()).and_then(|o| match &o.due {
        DueTime::Event { anchor, .. } => Some(anchor),
        DueTime::Period(period) => Some(&period.anchor),
        _ => None,
    });
    match anchor {
        Some(Anchor::Thing(t)) if case.model.declared.things[t.index()].kind == ThingKind::Hearing => {
            case.hearings.settings(*t, case.model.order(paragraph.order).in_force(), None)
        }
        _ => Vec::new(),
    }
}

/// Orders that moved the hearing at which it is due, and do not name the paragraph.
pub(in crate::eval) fn add_hearing_stages<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
    stages: &mut Vec<Stage>,
) {
    let own = case.model.order(paragraph.order).in_force();
    let mut before = None;
    let at = hearing_settings(case, amended, paragraph);
    let by_it = at.is_none();
    let all = at.unwrap_or_else(|| settings_it_hangs_on(case, amended, paragraph));
    for (set, by) in all {
        let due = match by {
            _ if !by_it => set.map(|m| Due::on(m.day, m.time)),
            Some(change) => set.and_then(|_| due_as_known_on(case, amended, paragraph, change.day)),
            None => due_as_known_on(case, amended, paragraph, own),
        };
        if let Some(by) = by.filter(|c| c.id != paragraph.order && c.day > own) {
            let after = |s: &Stage| s.entered == by.entered && s.span.start > by.span.start;
            let at = stages.iter().skip(1).position(after).map_or(stages.len(), |i| i + 1);
            let stage = Stage {
                from: by.day,
                entered: by.entered,
                by: by.name.clone(),
                docket: case.model.order(by.id).docket.clone(),
                act: change_act(case, by),
                state: if set.is_some() { state_of_duty(amended, by.day) } else { State::Lifted },
                before: before.clone(),
                due: due.clone(),
                remarks: Vec::new(),
                span: by.span,
            };
            stages.insert(at, stage);
        }
        before = due;
    }
}

/// How much of what its bearers owe an act of an order reaches; all, where nobody in particular owes it.
pub(in crate::eval) fn reach_of_event(
    case: &Case<'_>,
    amended: &AmendedDuty<'_>,
    event: &Event<'_>,
    bearers: &[Bearer],
) -> Coverage {
    let obligation = amended.provision.obligations.first();
    let mut all = bearers.iter().map(|b| coverage(case.model, event, obligation, b));
    let Some(first) = all.next() else { return Coverage::All };
    if all.all(|s| s == first) { first } else { Coverage::Part }
}

pub(in crate::eval) fn due_day_now<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
) -> Option<Due> {
    let obligation = amended.provision.obligations.first()?;
    // The end of a permission that was taken away is no day to meet.
    let deadline = if amended.lifted.is_some() && amended.provision.modality != Modality::Must {
        resolve_due(case, paragraph, &obligation.due)
    } else {
        deadline_as_amended(case, paragraph, obligation, amended)
    };
    match deadline {
        Deadline::By(due) => Some(due),
        Deadline::Until { day, .. } => Some(Due::on(day, None)),
        _ => None,
    }
}

/// `entered 9 days after that day`, `took back by Third`.
pub(in crate::eval) fn stage_remarks(
    case: &Case<'_>,
    event: &Event<'_>,
    taken: Taken,
    before: Option<&Due>,
    due: Option<&Due>,
    paragraph: &Paragraph,
) -> Vec<String> {
    let mut said = Vec::new();
    let by = &event.by;
    let moved = matches!(event.effect, Effect::Move(_) | Effect::Shift(..)) && taken == Taken::Applied;
    let late = before.zip(by.entered).map(|(b, entered)| (entered - b.day).num_days()).filter(|n| *n > 0);
    if let Some(n) = late.filter(|_| moved) {
        let back = if by.retroactive { ", nunc pro tunc" } else { "" };
        said.push(format!("entered {} after the day it moved{back}", plural(n, "day")));
        if !by.retroactive
            && let Some(before) = before
        {
            case.remark(paragraph, Remark::ExtendedLate { by: by.span, was: before.day, days: n });
        }
    }
    if let (true, Some(before), Some(due)) = (moved, before, due) {
        let wrong = match event.disposition.verb {
            V::Extends => due.day < before.day,
            V::Advances => due.day > before.day,
            _ => false,
        };
        if wrong {
            case.remark(paragraph, Remark::MovedBackwards { by: by.span, was: before.day, to: due.day });
        }
    }
    if let (true, Some(before), Some(due)) = (moved, before, due) {
        let d = event.disposition;
        if let Some(said) = d.from.map(|from| from.day).filter(|said| *said != before.day) {
            case.remark(paragraph, Remark::MovedFromAnother { by: by.span, said, was: before.day });
        }
        let counted =
            d.by.filter(|_| d.to.is_some())
                .and_then(|length| shifted_day(case, &Deadline::By(before.clone()), length, d.verb == V::Advances));
        if let Some(counted) = counted.filter(|counted| counted.day != due.day) {
            case.remark(paragraph, Remark::StatedDiffers { stated: due.day, counted });
        }
    }
    if let Some(undone) = event.undone.as_ref().map(|u| &u.by) {
        said.push(format!("undone by {}{}", undone.name, describe::on_day(undone.entered)));
    }
    match taken {
        Taken::TooLate => {
            said.push("came after the day, and sets no other: what was owed by then is still owed".to_owned())
        }
        Taken::Partly => said.push("reaches it in part".to_owned()),
        _ => {}
    }
    let scope = &event.disposition.scope;
    if !scope.parties.is_empty() {
        said.push(format!("as to {} only", party_names(case, &scope.parties)));
    }
    if !scope.between.is_empty() {
        said.push(format!("between {} only", party_names(case, &scope.between)));
    }
    if event.partly {
        said.push("in one of several cases only".to_owned());
    }
    let keeps = matches!(event.disposition.verb, V::Enforces | V::Stands | V::Incorporates | V::Affirms);
    if event.effect == Effect::Keep && event.broad && !keeps {
        said.push("saved: it stays in force".to_owned());
    }
    said
}

/// Stays that ended of themselves, and orders that expired, by the day asked about.
pub(in crate::eval) fn add_end_stages(case: &Case<'_>, amended: &AmendedDuty<'_>, stages: &mut Vec<Stage>) {
    let due = stages.last().and_then(|s| s.due.clone());
    let mut end = |from: NaiveDate, name: &str, act: String, state: State, span| {
        if from <= case.question.as_of {
            stages.push(Stage {
                from: Some(from),
                entered: None,
                by: name.to_owned(),
                docket: None,
                act,
                state,
                before: due.clone(),
                due: due.clone(),
                remarks: Vec::new(),
                span,
            });
        }
    };
    for stay in &amended.stays {
        if let Some(from) = stay.ends_of_itself() {
            let others = amended.stays.iter().any(|s| s.by != stay.by && s.holds(from));
            let lifted = amended.lifted.as_ref().is_some_and(|(by, _)| by.day.is_none_or(|d| d <= from));
            let state = match (others, lifted) {
                (true, _) => State::Stayed,
                (false, true) => State::Lifted,
                (false, false) => State::InForce,
            };
            end(from, &stay.by.name, "stays it no longer".to_owned(), state, stay.by.span);
        }
    }
    if let Some((last, by)) = &amended.expires
        && let Some(from) = last.day.succ_opt()
        && let Some(by) = by
    {
        end(from, &by.name, format!("it expired on {}", last.in_words()), State::Expired, by.span);
    }
    if let Some(later) = stages.get_mut(1..) {
        later.sort_by_key(|s| s.entered.or(s.from));
    }
}

/// A period whose event was moved is counted anew: when it fell due before that.
pub(in crate::eval) fn moved_trigger<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
) -> Option<String> {
    if amended.moved.is_some() {
        return None;
    }
    let now = due_day_now(case, amended, paragraph);
    let then = due_day_now(&case.before_moves(), amended, paragraph);
    let (now, then) = (now?, then?);
    (now.day != then.day).then(|| format!("counted anew: it fell due on {} before its event was moved", day(then.day)))
}

/// `extends First ¶ 1 to D`: as a sentence goes on after the name of the order.
fn act_of_event(event: &Event<'_>) -> String {
    match event.disposition.verb {
        V::Stands => format!("keeps {} in force", event.disposition.words),
        _ => disposition_words(event.disposition),
    }
}

fn state_of_duty(amended: &AmendedDuty<'_>, on: Option<NaiveDate>) -> State {
    if amended.lifted.is_some() {
        State::Lifted
    } else if on.map_or(!amended.stays.is_empty(), |d| amended.stays.iter().any(|s| s.holds(d))) {
        State::Stayed
    } else if amended.doubt.is_some() {
        State::Unclear
    } else {
        State::InForce
    }
}
