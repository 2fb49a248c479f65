//! A period, counted by the rules of the matter from the day of its event.

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event;
use crate::eval::due::event::orphaned_deadline;
use crate::eval::due::event::{anchor_day, first_matching_act};
use crate::eval::remark::Remark;
use crate::facts::{Bounds, Content, Subject};
use crate::model::{Anchor, Body, Governs, OrderKind, Paragraph, Period, VerbFamily, unit_word};
use crate::verdict;
use ordain_base::words::day;
use ordain_time::Service;

/// The due time that a period comes to, or what is missing for it.
pub(in crate::eval) fn period_deadline(case: &Case<'_>, paragraph: &Paragraph, period: &Period) -> Deadline {
    let words = &period.words;
    let counted = match anchor_day(case, paragraph, &period.anchor) {
        Happens::On(bounds) => match bounds.day() {
            Some(_) => counted_deadline(case, paragraph, period, bounds),
            None => counted_from_both(case, paragraph, period, bounds),
        },
        Happens::NotYet => Deadline::Waiting(event::not_yet(words)),
        Happens::Never(by) => orphaned_deadline(case, paragraph, words, &by),
    };
    match (period.stated, period.governs, counted) {
        (None, _, counted) | (Some(_), Some(Governs::Period), counted) => counted,
        (Some(stated), Some(Governs::Date), _) => fixed(stated, None),
        // A date stated and a period that agrees with it, or that cannot be counted yet.
        (Some(stated), None, Deadline::By(due)) if due.day == stated => Deadline::By(due),
        (Some(stated), None, Deadline::By(due)) => {
            let why = format!(
                "the order says {} and a period that ends on {}, and not which governs",
                day(stated),
                day(due.day)
            );
            case.remark(paragraph, Remark::StatedDiffers { stated, counted: due });
            Deadline::Unsettled(why)
        }
        (Some(stated), None, _) => fixed(stated, None),
    }
}

/// The period from an event known within bounds: its end, where it is the same from the first and the last day.
pub(in crate::eval) fn counted_from_both(
    case: &Case<'_>,
    paragraph: &Paragraph,
    period: &Period,
    bounds: Bounds,
) -> Deadline {
    let words = &period.words;
    let Some((first, last)) = bounds.first.zip(bounds.last) else {
        return Deadline::Unsettled(format!("the day of {words} is not known"));
    };
    let from = |day| counted_deadline(case, paragraph, period, Bounds::on(day));
    match (from(first), from(last)) {
        (Deadline::By(a), Deadline::By(b)) if a.day == b.day && a.time == b.time => Deadline::By(b),
        (Deadline::By(a), Deadline::By(b)) => Deadline::Unsettled(format!(
            "the record has two days for {words}, {} and {}: it falls due on {} or on {}",
            day(first),
            day(last),
            day(a.day),
            day(b.day)
        )),
        (other, _) => other,
    }
}

/// The period, counted from this day.
pub(in crate::eval) fn counted_deadline(
    case: &Case<'_>,
    paragraph: &Paragraph,
    period: &Period,
    from: Bounds,
) -> Deadline {
    let Some(clock) = &case.model.clock else {
        let why = "the matter names no court (`court C.D. Cal.`), so nothing says by which rules days are counted";
        return Deadline::Unsettled(why.to_owned());
    };
    let Some(start) = from.first else { return Deadline::Unsettled(String::new()) };
    let anchor = match from.time {
        Some(t) => ordain_time::Anchor::At(start.and_time(t)),
        None => ordain_time::Anchor::Day(start),
    };
    let direction = if period.backward { ordain_time::Direction::Before } else { ordain_time::Direction::After };
    let length = ordain_time::Length::new(period.length.n, period.length.unit);
    let recorded = recorded_service(case, period);
    let service = match (period.service, recorded) {
        // `after service`: the way the record tells, where the order tells none.
        (Some(Service::Personal), Some((way, _))) => Some(way),
        // Where nobody says how it was served, nobody asks for added days.
        (Some(Service::Personal), None) if !period.words.contains(" by ") => None,
        (None, Some((way, fact))) if adds_days(way) => {
            case.remark(paragraph, Remark::ServiceNotOrdered { way, fact });
            None
        }
        (said, _) => said,
    };
    let options = ordain_time::Options {
        service,
        filing: is_filing(case, paragraph),
        set_by_order: matches!(case.model.order(paragraph.order).kind, OrderKind::Order | OrderKind::StandingOrder),
        ..ordain_time::Options::default()
    };
    match ordain_time::count(&clock.rules, &clock.calendar, anchor, length, direction, &options) {
        Ok(counted) => {
            for notice in counted.notices {
                case.remark(paragraph, Remark::Notice(notice));
            }
            let mut trace: Vec<verdict::Step> = counted
                .trace
                .into_iter()
                .map(|s| verdict::Step { step: s.kind.word().to_owned(), date: s.date, rule: s.rule, why: s.why })
                .collect();
            if let (Some(event), Some(source)) = (trace.first_mut(), event_source(case, &period.anchor)) {
                event.why = format!("{} ({}: {source})", event.why, period.words);
            }
            Deadline::By(verdict::Due {
                day: counted.due,
                time: counted.due_instant.filter(|_| length.unit == ordain_time::Unit::Hours).map(|t| t.time()),
                earliest_safe: counted.earliest_safe,
                trace,
            })
        }
        Err(error) => {
            let unit = unit_word(period.length);
            let side = if period.backward { "before" } else { "after" };
            let said = error.diagnostic(paragraph.span).message;
            Deadline::Unsettled(format!("{} {unit} {side} {}: {said}", period.length.n, period.words))
        }
    }
}

/// The way in which the paper that starts the period was served, as the record has it.
pub(in crate::eval) fn recorded_service(case: &Case<'_>, period: &Period) -> Option<(Service, usize)> {
    let Anchor::Act(act) = &period.anchor else { return None };
    let fact = first_matching_act(case, act)?;
    let Content::Done(deed) = &case.ledger.assertions[fact].content else { return None };
    let words = deed.act.objects.list.iter().flat_map(|o| &o.qualifiers);
    words.filter_map(|q| q.strip_prefix("by ")).find_map(Service::parse).map(|way| (way, fact))
}

/// Where the day of the event is written.
pub(in crate::eval) fn event_source(case: &Case<'_>, anchor: &Anchor) -> Option<String> {
    let cited = |fact: usize| case.ledger.assertions[fact].cites.first().cloned();
    match anchor {
        Anchor::Order(order, _) => {
            let order = case.model.order(*order);
            Some(order.docket.clone().unwrap_or_else(|| order.name.clone()))
        }
        Anchor::Act(act) => first_matching_act(case, act).and_then(cited),
        Anchor::Thing(thing) => case.index.told(Subject::Thing(*thing)).first().copied().and_then(cited),
        Anchor::Day(_) | Anchor::Paragraph(_) | Anchor::Performed(_) | Anchor::Ruling { .. } | Anchor::Owed(_) => None,
    }
}

/// Only a filing waits for an inaccessible clerk's office.
pub(in crate::eval) fn is_filing(case: &Case<'_>, paragraph: &Paragraph) -> bool {
    let Body::Provision(provision) = &paragraph.body else { return false };
    provision
        .obligations
        .iter()
        .flat_map(|l| &l.acts)
        .any(|a| case.model.declared.verbs.get(a.verb).family == VerbFamily::File)
}

/// Ways for which some rule adds days.
const fn adds_days(way: Service) -> bool {
    !matches!(way, Service::Personal | Service::Electronic)
}
