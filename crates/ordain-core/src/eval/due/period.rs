//! A period, counted by the rules of the matter from the day of its event.

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event;
use crate::eval::due::event::orphaned_deadline;
use crate::eval::due::event::{accepted_acts, anchor_day, first_matching_act};
use crate::eval::remark::Remark;
use crate::facts::{Bounds, Content, Subject};
use crate::model::qualifier::{Qualifier, QualifierKind};
use crate::model::title_words::InTitle;
use crate::model::{Anchor, Body, Governs, OrderKind, Paragraph, Period, ServiceWay, VerbFamily, unit_word};
use crate::verdict;
use crate::verdict::Due;
use chrono::{NaiveDate, NaiveTime};
use ordain_base::words::day;
use ordain_syntax::ast::Unit;
use ordain_time::Service;

/// The due time that a period comes to, or what is missing for it.
pub(in crate::eval) fn period_deadline(case: &Case<'_>, paragraph: &Paragraph, period: &Period) -> Deadline {
    let words = &period.words;
    let counted = match anchor_day(case, paragraph, &period.anchor) {
        Happens::On(bounds) => counted_deadline(case, paragraph, period, bounds),
        Happens::Perhaps(bounds) => {
            let counted = counted_deadline(case, paragraph, period, bounds);
            let why = event::disputed_event(words, bounds);
            Deadline::either(counted, Deadline::Waiting(why.clone()), why, Vec::new())
        }
        Happens::NotYet => Deadline::Waiting(match event::is_missing_for_one(case, &period.anchor) {
            Some(party) => {
                format!("the record does not show {words} on {}", case.model.declared.party_name(party))
            }
            None => event::not_yet(words),
        }),
        Happens::Never(by) => orphaned_deadline(case, paragraph, words, &by),
    };
    match (period.stated, period.governs, counted) {
        (None, _, counted) | (Some(_), Some(Governs::Period), counted) => counted,
        (Some(stated), Some(Governs::Date), _) => fixed(stated, None),
        // A date stated and a period that agrees with it: the date is what the order sets.
        (Some(stated), None, Deadline::By(due)) if agrees_with_stated(&due, stated) => {
            Deadline::By(Due { trace: due.trace, ..Due::on(stated, None) })
        }
        (Some(stated), None, Deadline::By(due)) => {
            let why = format!(
                "the order says {} and a period that ends on {}, and not which governs",
                day(stated),
                day(due.day)
            );
            let settled_by = "the date governs";
            let either = if stated <= due.day {
                Due::on(stated, None).or(&due, &why, settled_by)
            } else {
                due.clone().or(&Due::on(stated, None), &why, settled_by)
            };
            case.remark(paragraph, Remark::StatedDiffers { stated, counted: due });
            Deadline::By(either)
        }
        // Nothing holds the date against the period: a reader must know.
        (Some(stated), None, Deadline::Uncounted { why, .. }) => {
            case.remark(paragraph, Remark::NotCounted { stated, why });
            fixed(stated, None)
        }
        (Some(stated), None, _) => fixed(stated, None),
    }
}

/// The period, counted from every day and hour that its event may have had, and with every
/// way of service that is possible.
pub(in crate::eval) fn counted_deadline(
    case: &Case<'_>,
    paragraph: &Paragraph,
    period: &Period,
    from: Bounds,
) -> Deadline {
    let words = &period.words;
    let Some(first) = from.first else {
        return Deadline::Unsettled(format!("the day of {words} is not known"));
    };
    let Some(last) = from.last else {
        let why = format!("the day of {words} is not known");
        return match count_from(case, paragraph, period, anchor_at(period, first, from.time, false)) {
            Ok(due) => Deadline::Uncounted { why, safe: Some(due.first().day) },
            Err(_) => Deadline::Unsettled(why),
        };
    };
    let earliest = count_from(case, paragraph, period, anchor_at(period, first, from.time, false));
    let due = match earliest {
        Ok(due) => due,
        Err(error) => return deadline_not_counted(paragraph, period, first, &error),
    };
    let hour_matters = period.length.unit == Unit::Hours && from.time.is_none();
    if first == last && !hour_matters {
        return Deadline::By(due);
    }
    let latest = match count_from(case, paragraph, period, anchor_at(period, last, from.time, true)) {
        Ok(due) => due,
        Err(error) => return deadline_not_counted(paragraph, period, first, &error),
    };
    let (why, settled_by) = if first == last {
        let why = format!("the record does not tell the hour of {words} on {}", day(first));
        (why, format!("on {} at <hour> …", day(first)))
    } else {
        let why = format!(
            "the record has two days for {words}, {} and {}: it falls due on {} or on {}",
            day(first),
            day(last),
            day(due.day),
            day(latest.day)
        );
        (why, "on <the day it happened> …".to_owned())
    };
    Deadline::By(due.or(&latest, &why, &settled_by))
}

/// The period from one moment, with what its calendar and its service leave open.
fn count_from(
    case: &Case<'_>,
    paragraph: &Paragraph,
    period: &Period,
    anchor: ordain_time::Anchor,
) -> Result<Due, ordain_time::TimeError> {
    let service = service_of(case, paragraph, period);
    let reported = match service {
        Served::InThisWay(way) => way,
        Served::WayUnknown => None,
    };
    let (due, notices) = counted_by_rules(case, paragraph, period, anchor, reported)?;
    for notice in notices {
        case.remark(paragraph, Remark::Notice(notice));
    }
    let mut due = due;
    if let (Some(event), Some(source)) = (due.trace.first_mut(), event_source(case, &period.anchor, anchor)) {
        let origin = format!("{}: {source}", period.words);
        event.why = format!("{} ({origin})", event.why);
        event.origin = Some(origin);
    }
    if service != Served::WayUnknown {
        return Ok(due);
    }
    // Every way in which it may have been served; the one that reaches furthest is named.
    let ways =
        Service::ALL.iter().filter_map(|(_, way)| counted_by_rules(case, paragraph, period, anchor, Some(*way)).ok());
    let longest = ways.map(|(due, _)| due).max_by_key(verdict::Due::last);
    Ok(match longest.filter(|longest| longest.last() > due.last()) {
        Some(longest) => {
            let added = longest.trace.iter().find(|s| s.step == ordain_time::StepKind::Service.word());
            let added = added.map_or_else(String::new, |s| format!(", and {} ({})", s.why, s.rule));
            let why = format!("the record does not tell how the paper was served{added}");
            due.or(&longest, &why, "say how it was served: served … by mail, or electronically")
        }
        None => due,
    })
}

/// One count by the rules of the matter.
fn counted_by_rules(
    case: &Case<'_>,
    paragraph: &Paragraph,
    period: &Period,
    anchor: ordain_time::Anchor,
    service: Option<Service>,
) -> Result<(Due, Vec<ordain_time::Notice>), ordain_time::TimeError> {
    let Some(clock) = &case.model.clock else { return Err(ordain_time::TimeError::NoRules) };
    let direction = if period.backward { ordain_time::Direction::Before } else { ordain_time::Direction::After };
    let length = ordain_time::Length::new(period.length.n, period.length.unit);
    let options = ordain_time::Options {
        service,
        filing: is_filing(case, paragraph),
        set_by_order: matches!(case.model.order(paragraph.order).kind, OrderKind::Order | OrderKind::StandingOrder),
        ..ordain_time::Options::default()
    };
    let counted = ordain_time::count(&clock.rules, &clock.calendar, anchor, length, direction, &options)?;
    let hour = counted.due_instant.filter(|_| length.unit == ordain_time::Unit::Hours).map(|t| t.time());
    let steps = counted.trace.into_iter();
    let trace = steps
        .map(|s| verdict::Step { step: s.kind.word().to_owned(), date: s.date, rule: s.rule, why: s.why, origin: None })
        .collect();
    let limit = |day| verdict::Limit { day, time: hour };
    let doubt = (counted.earliest_safe.is_some() || counted.latest.is_some()).then(|| verdict::Doubt {
        first: limit(counted.earliest_safe.unwrap_or(counted.due)),
        last: limit(counted.latest.unwrap_or(counted.due)),
        hour_is_a_reading: false,
        why: counted.doubts.join("; "),
        settled_by: "a `.calendar` file that says which days are closed, or a finding of the Court".to_owned(),
    });
    let due = Due { day: counted.due, time: hour, earliest_safe: counted.earliest_safe, doubt, trace };
    Ok((due, counted.notices))
}

/// How the paper that starts the period was served, as far as that bears on the count.
fn service_of(case: &Case<'_>, paragraph: &Paragraph, period: &Period) -> Served {
    match (period.service, recorded_service(case, period)) {
        // `after service`: the way the record shows, where the order states none.
        (Some(ServiceWay::Unsaid | ServiceWay::Stated(Service::Personal)), Some((way, _))) => {
            Served::InThisWay(Some(way))
        }
        (Some(ServiceWay::Unsaid), None) => match case.model.service {
            _ if !runs_from_rule_5_service(case, period) => Served::InThisWay(None),
            // `service is electronic`: said once for the whole matter.
            Some(way) => Served::InThisWay(Some(way)),
            None => Served::WayUnknown,
        },
        (Some(ServiceWay::Stated(way)), _) => Served::InThisWay(Some(way)),
        (None, Some((way, fact))) if adds_days(way) => {
            case.remark(paragraph, Remark::ServiceNotOrdered { way, fact });
            Served::InThisWay(None)
        }
        (None, _) => Served::InThisWay(None),
    }
}

/// Whether the period runs from the service of a paper after the pleading that begins the
/// action: only such papers are served under Fed. R. Civ. P. 5(b), where some ways add days. A
/// summons and its complaint are served under Rule 4, a subpoena under Rule 45.
fn runs_from_rule_5_service(case: &Case<'_>, period: &Period) -> bool {
    let (Anchor::Act(act) | Anchor::ActBy(act, _)) = &period.anchor else { return false };
    let served = case.model.declared.verbs.get(act.verb).family == VerbFamily::Serve;
    let words = period.words.to_lowercase();
    let process = words.split(|c: char| !c.is_alphanumeric()).any(|w| InTitle::Process.is_said_by(w));
    served && !process && !period.backward
}

/// The way in which the paper that starts the period was served, as the record has it.
pub(in crate::eval) fn recorded_service(case: &Case<'_>, period: &Period) -> Option<(Service, usize)> {
    let fact = match &period.anchor {
        Anchor::Act(act) => first_matching_act(case, act, None)?,
        Anchor::ActBy(act, by) => first_matching_act(case, act, Some(by))?,
        _ => return None,
    };
    let Content::Done(deed) = &case.ledger.assertions[fact].content else { return None };
    let words = deed.act.objects.list.iter().flat_map(|o| &o.qualifiers);
    let way = |q: &Qualifier| if let QualifierKind::Means(way) = q.kind { way } else { None };
    words.filter_map(way).next().map(|way| (way, fact))
}

/// Where the day of the event is written: of an event that happened several times, this time.
pub(in crate::eval) fn event_source(case: &Case<'_>, anchor: &Anchor, at: ordain_time::Anchor) -> Option<String> {
    let on = match at {
        ordain_time::Anchor::Day(day) => day,
        ordain_time::Anchor::At(time) => time.date(),
    };
    let cited = |fact: usize| case.ledger.assertions[fact].cites.first().cloned();
    let of_that_day = |all: Vec<usize>, first: Option<usize>| {
        let reported = |i: &usize| case.ledger.assertions[*i].bounds.day() == Some(on);
        all.into_iter().find(reported).or(first).and_then(cited)
    };
    match anchor {
        Anchor::Order(order, _) => {
            let order = case.model.order(*order);
            Some(order.docket.clone().unwrap_or_else(|| order.name.clone()))
        }
        Anchor::Act(act) => of_that_day(accepted_acts(case, act, None), first_matching_act(case, act, None)),
        Anchor::ActBy(act, by) => {
            of_that_day(accepted_acts(case, act, Some(by)), first_matching_act(case, act, Some(by)))
        }
        Anchor::Thing(thing) => {
            let reported = case.index.reported(Subject::Thing(*thing));
            of_that_day(reported.to_vec(), reported.first().copied())
        }
        Anchor::Day(_)
        | Anchor::Paragraph(_)
        | Anchor::Performed(_)
        | Anchor::Ruling { .. }
        | Anchor::Owed(_)
        | Anchor::Several { .. } => None,
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

/// How a paper was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Served {
    /// In this way; in none that adds days where `None`.
    InThisWay(Option<Service>),
    /// Under Rule 5(b), and nobody states in which way.
    WayUnknown,
}

/// The moment from which a period runs: hours run from a clock time, and where none is stated from
/// the first or the last of the day.
fn anchor_at(period: &Period, on: NaiveDate, time: Option<NaiveTime>, last: bool) -> ordain_time::Anchor {
    let end = || if last { NaiveTime::from_hms_opt(23, 59, 59) } else { Some(NaiveTime::MIN) };
    let time = time.or_else(|| if period.length.unit == Unit::Hours { end() } else { None });
    time.map_or(ordain_time::Anchor::Day(on), |t| ordain_time::Anchor::At(on.and_time(t)))
}

/// Whether a date stated beside a period is one on which the period may end.
fn agrees_with_stated(due: &Due, stated: NaiveDate) -> bool {
    due.day == stated || due.doubt.as_ref().is_some_and(|d| d.first.day <= stated && stated <= d.last.day)
}

/// Why a period could not be counted, and the day by which an act is in time all the same: no
/// rule ends a period after an event before so many days have run.
fn deadline_not_counted(
    paragraph: &Paragraph,
    period: &Period,
    from: NaiveDate,
    error: &ordain_time::TimeError,
) -> Deadline {
    let side = if period.backward { "before" } else { "after" };
    let said = match error {
        ordain_time::TimeError::NoRules => {
            "the matter names no court (`court C.D. Cal.`), so nothing says by which rules days are counted".to_owned()
        }
        error => {
            let said = error.diagnostic(paragraph.span).message;
            format!("{} {} {side} {}: {said}", period.length.n, unit_word(period.length), period.words)
        }
    };
    let plain = match period.length.unit {
        ordain_time::Unit::Hours => ordain_time::Length::new(period.length.n / 24, ordain_time::Unit::Days),
        ordain_time::Unit::CourtDays | ordain_time::Unit::BusinessDays => {
            ordain_time::Length::new(period.length.n, ordain_time::Unit::Days)
        }
        other => ordain_time::Length::new(period.length.n, other),
    };
    let safe = if period.backward { None } else { ordain_time::instance(from, plain, 1) };
    // The last of so many hours may fall on any hour of that day.
    let safe = if period.length.unit == Unit::Hours { safe.and_then(|d| d.pred_opt()) } else { safe };
    Deadline::Uncounted { why: said, safe }
}

/// Ways for which some rule adds days.
const fn adds_days(way: Service) -> bool {
    !matches!(way, Service::Personal | Service::Electronic)
}
