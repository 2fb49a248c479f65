//! The history of a paragraph: each order that touched it, the day before and after.

use chrono::NaiveDate;

use super::limit::{Share, share};
use super::touch::{Taken, Touch};
use super::{Change, Effect, Event, describe};
use crate::eval::due::Deadline;
use crate::eval::{Context, Remark};
use crate::model::{Bearer, Due as DueTime, Moment, Obligation, Paragraph, Provision};
use crate::verdict::{Due, History, Modality, Stage, State};
use ordain_base::words::{day, plural};
use ordain_syntax::ast::DispositionVerb as V;

impl<'a> Context<'a> {
    /// What was in force when, as the docket is known. Notes for lints are remarked on the way.
    pub(in crate::eval) fn history(&self, paragraph: &'a Paragraph, provision: &'a Provision) -> History {
        let order = self.model.order(paragraph.order);
        let mut touch = Touch::new(provision, order.expires);
        let words = |l: &Obligation| match &l.due {
            DueTime::At { hearing, .. } => {
                format!("{} at {}", l.words, self.model.declared.things[hearing.index()].name)
            }
            _ => l.words.clone(),
        };
        let words: Vec<String> = provision.obligations.iter().map(words).collect();
        let first = self.due_on(&touch, paragraph, order.in_force());
        let mut stages = vec![Stage {
            from: paragraph.effective.or_else(|| self.force.binds_from(self.model, paragraph.order)),
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
            remarks: self.moved_trigger(&touch, paragraph).into_iter().collect(),
            span: paragraph.span,
        }];
        let bearers: Vec<Bearer> = crate::eval::norm::bearers(self, provision).into_iter().map(|(_, b)| b).collect();
        // Several who owe it each for itself are shown together; only what reaches them all changes it.
        let only = if let [one] = bearers.as_slice() { Some(one) } else { None };
        for event in self.force.events(paragraph.id) {
            // An order about others, or about what others owe one another, is none of its history.
            let obligations =
                || provision.obligations.iter().map(|l| share(self.model, event, Some(l), &provision.bearer));
            if !provision.bearer.parties().is_empty() && obligations().all(|s| s == Share::None) {
                continue;
            }
            let before = self.due_on(&touch, paragraph, event.by.day.and_then(|d| d.pred_opt()));
            let idle = self.idle(&touch, event);
            let taken = match self.reached(&touch, event, &bearers) {
                Share::None => continue,
                Share::All => self.take(&mut touch, event, paragraph, 0, only),
                Share::Part if only.is_some() => self.take(&mut touch, event, paragraph, 0, only),
                Share::Part => Taken::Partly,
            };
            if taken == Taken::Missed {
                continue;
            }
            if let Some(why) = idle.filter(|_| taken == Taken::Applied) {
                self.remark(paragraph, Remark::Idle { by: event.by.span, why });
            }
            let due = self.due_on(&touch, paragraph, event.by.day);
            let remarks = self.remarks_on(event, taken, before.as_ref(), due.as_ref(), paragraph);
            stages.push(Stage {
                from: event.by.day,
                entered: event.by.entered,
                by: event.by.name.clone(),
                docket: self.model.order(event.by.id).docket.clone(),
                act: act(event),
                state: state(&touch, event.by.day),
                before,
                due,
                remarks,
                span: event.by.span,
            });
        }
        self.sittings(&touch, paragraph, &mut stages);
        self.ends(&touch, &mut stages);
        History {
            id: paragraph.name.clone(),
            text: format!("{}: {}", provision.bearer_words, words.join("; ")),
            stages,
            span: paragraph.span,
        }
    }

    /// The day it fell due as the docket stood on `on`: what is due at a hearing is due when that stood.
    fn due_on(&self, touch: &Touch<'a>, paragraph: &Paragraph, on: Option<NaiveDate>) -> Option<Due> {
        let Some(all) = self.sat(touch, paragraph) else { return self.due_of(touch, paragraph) };
        let known = |by: &Option<&Change>| by.is_none_or(|c| c.day.is_none_or(|d| on.is_none_or(|on| d <= on)));
        let (set, _) = all.into_iter().rev().find(|(_, by)| known(by))?;
        set.map(|m| Due { day: m.day, time: m.time, earliest_safe: None, trace: Vec::new() })
    }

    /// The days of the hearing at which a duty is due, where nothing else moved it.
    fn sat(&self, touch: &Touch<'a>, paragraph: &Paragraph) -> Option<Vec<(Option<Moment>, Option<&Change>)>> {
        let obligation = touch.provision.obligations.first().filter(|_| touch.moved.is_none())?;
        let DueTime::At { hearing, on } = &obligation.due else { return None };
        Some(self.hearings.settings(*hearing, self.model.order(paragraph.order).in_force(), *on))
    }

    /// Orders that moved the hearing at which it is due, and do not name the paragraph.
    fn sittings(&self, touch: &Touch<'a>, paragraph: &Paragraph, stages: &mut Vec<Stage>) {
        let own = self.model.order(paragraph.order).in_force();
        let mut before = None;
        for (set, by) in self.sat(touch, paragraph).unwrap_or_default() {
            let due = set.map(|m| Due { day: m.day, time: m.time, earliest_safe: None, trace: Vec::new() });
            if let Some(by) = by.filter(|c| c.id != paragraph.order && c.day > own) {
                let after = |s: &Stage| s.entered == by.entered && s.span.start > by.span.start;
                let at = stages.iter().skip(1).position(after).map_or(stages.len(), |i| i + 1);
                let stage = Stage {
                    from: by.day,
                    entered: by.entered,
                    by: by.name.clone(),
                    docket: self.model.order(by.id).docket.clone(),
                    act: self.act_of(by),
                    state: if set.is_some() { state(touch, by.day) } else { State::Lifted },
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

    /// What the words of a change do.
    fn act_of(&self, by: &Change) -> String {
        let all = super::acts(self.model);
        let own = all.iter().find(|a| a.disposition.span == by.span);
        own.map_or_else(String::new, |a| describe(a.disposition))
    }

    /// How much of what its bearers owe an act of an order reaches; all, where nobody in particular owes it.
    fn reached(&self, touch: &Touch<'_>, event: &Event<'_>, bearers: &[Bearer]) -> Share {
        let obligation = touch.provision.obligations.first();
        let mut all = bearers.iter().map(|b| share(self.model, event, obligation, b));
        let Some(first) = all.next() else { return Share::All };
        if all.all(|s| s == first) { first } else { Share::Part }
    }

    /// Why an act that names the paragraph changes nothing of it.
    fn idle(&self, touch: &Touch<'_>, event: &Event<'_>) -> Option<&'static str> {
        if event.broad || event.undone.is_some() {
            return None;
        }
        let on = event.by.day;
        let stayed = touch.stays.iter().any(|s| on.is_none_or(|d| s.may_hold(d)));
        match event.effect {
            Effect::LiftStay if !stayed => Some("no stay of it is in force"),
            Effect::Reinstate if !stayed && touch.lifted.is_none() && touch.expires.is_none() => {
                Some("it was neither vacated, stricken nor stayed")
            }
            Effect::Lift if touch.lifted.is_some() => Some("it no longer bound anyone"),
            _ => None,
        }
    }

    fn due_of(&self, touch: &Touch<'a>, paragraph: &Paragraph) -> Option<Due> {
        let obligation = touch.provision.obligations.first()?;
        // The end of a permission that was taken away is no day to meet.
        let deadline = if touch.lifted.is_some() && touch.provision.modality != Modality::Must {
            self.resolve_due(paragraph, &obligation.due)
        } else {
            self.deadline(paragraph, obligation, touch)
        };
        match deadline {
            Deadline::By(due) => Some(due),
            Deadline::Until { day, .. } => Some(Due { day, time: None, earliest_safe: None, trace: Vec::new() }),
            _ => None,
        }
    }

    /// `entered 9 days after that day`, `took back by Third`.
    fn remarks_on(
        &self,
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
                self.remark(paragraph, Remark::ExtendedLate { by: by.span, was: before.day, days: n });
            }
        }
        if let (true, Some(before), Some(due)) = (moved, before, due) {
            let wrong = match event.disposition.verb {
                V::Extends => due.day < before.day,
                V::Advances => due.day > before.day,
                _ => false,
            };
            if wrong {
                self.remark(paragraph, Remark::MovedBackwards { by: by.span, was: before.day, to: due.day });
            }
        }
        if let Some(undone) = &event.undone {
            said.push(format!("undone by {}{}", undone.name, super::touch::on(undone.entered)));
        }
        match taken {
            Taken::TooLate => {
                said.push("came after the day, and sets no other: what was owed by then stands".to_owned())
            }
            Taken::Partly => said.push("reaches it in part".to_owned()),
            _ => {}
        }
        let scope = &event.disposition.scope;
        if !scope.parties.is_empty() {
            said.push(format!("as to {} only", self.names(&scope.parties)));
        }
        if !scope.between.is_empty() {
            said.push(format!("between {} only", self.names(&scope.between)));
        }
        if event.partly {
            said.push("in one of several cases only".to_owned());
        }
        let keeps = matches!(event.disposition.verb, V::Enforces | V::Stands | V::Incorporates | V::Affirms);
        if event.effect == Effect::Keep && event.broad && !keeps {
            said.push("saved: it stands".to_owned());
        }
        said
    }

    /// Stays that ended of themselves, and orders that expired, by the day asked about.
    fn ends(&self, touch: &Touch<'_>, stages: &mut Vec<Stage>) {
        let due = stages.last().and_then(|s| s.due.clone());
        let mut end = |from: NaiveDate, name: &str, act: String, state: State, span| {
            if from <= self.asked.as_of {
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
        for stay in &touch.stays {
            if let Some(from) = stay.ends_of_itself() {
                let others = touch.stays.iter().any(|s| s.by != stay.by && s.holds(from));
                let lifted = touch.lifted.as_ref().is_some_and(|(by, _)| by.day.is_none_or(|d| d <= from));
                let state = match (others, lifted) {
                    (true, _) => State::Stayed,
                    (false, true) => State::Lifted,
                    (false, false) => State::InForce,
                };
                end(from, &stay.by.name, "stays it no longer".to_owned(), state, stay.by.span);
            }
        }
        if let Some((last, by)) = &touch.expires
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
    pub(in crate::eval) fn moved_trigger(&self, touch: &Touch<'a>, paragraph: &Paragraph) -> Option<String> {
        if touch.moved.is_some() {
            return None;
        }
        let now = self.due_of(touch, paragraph);
        self.as_first_ordered.set(true);
        let then = self.due_of(touch, paragraph);
        self.as_first_ordered.set(false);
        let (now, then) = (now?, then?);
        (now.day != then.day)
            .then(|| format!("counted anew: it fell due on {} before its event was moved", day(then.day)))
    }
}

/// `extends First ¶ 1 to D`: as a sentence goes on after the name of the order.
fn act(event: &Event<'_>) -> String {
    match event.disposition.verb {
        V::Stands => format!("lets {} stand", event.disposition.words),
        _ => describe(event.disposition),
    }
}

fn state(touch: &Touch<'_>, on: Option<NaiveDate>) -> State {
    if touch.lifted.is_some() {
        State::Lifted
    } else if on.map_or(!touch.stays.is_empty(), |d| touch.stays.iter().any(|s| s.holds(d))) {
        State::Stayed
    } else if touch.doubt.is_some() {
        State::Unclear
    } else {
        State::InForce
    }
}
