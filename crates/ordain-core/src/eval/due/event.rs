//! The day of an event on which a due time hangs.

use chrono::NaiveDate;
use ordain_syntax::ast::Occurrence;

use crate::eval::case::Case;
use crate::eval::docket::happens::{Gone, Happens};
use crate::eval::docket::hearing::Sitting;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::moved_deadline;
use crate::eval::evidence::place::{assertions_at, place_of};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::index::Group;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::eval::remark::Remark;
use crate::facts::{Bounds, Content, Deed, Subject};
use crate::model::object::{Act, Head, Object, Objects};
use crate::model::{Anchor, Bearer, OrderDay, OrderId, Paragraph, PartyId, PartyKind, ThingKind, VerbFamily};
use crate::verdict::Place;
use ordain_base::source::Span;

/// The day of the event on which a due time of `paragraph` hangs.
pub(in crate::eval) fn anchor_day(case: &Case<'_>, paragraph: &Paragraph, anchor: &Anchor) -> Happens {
    match anchor {
        Anchor::Day(d) => Happens::On(Bounds::on(*d)),
        Anchor::Order(o, which) => {
            let order = case.model.order(*o);
            let of_order = match which {
                OrderDay::Entered => order.entered,
                OrderDay::Signed => order.signed,
                OrderDay::Served => order.served,
                OrderDay::Filed => order.filed.or(order.entered),
            };
            let reported = match which {
                OrderDay::Entered => order.on_docket.entered,
                OrderDay::Served => order.on_docket.served,
                OrderDay::Filed => order.on_docket.filed.or(order.on_docket.entered.filter(|_| order.filed.is_none())),
                OrderDay::Signed => None,
            };
            // The docket and the order's own head speak of different days.
            if let Some((first, last)) = reported {
                return Happens::On(Bounds { first: Some(first), last: Some(last), time: None });
            }
            let what = match which {
                OrderDay::Served => Occurrence::Served,
                OrderDay::Entered => Occurrence::Entered,
                OrderDay::Signed => Occurrence::Signed,
                OrderDay::Filed => Occurrence::Filed,
            };
            match of_order.or_else(|| first_reported(case, Subject::Order(*o), Some(what)).and_then(|(b, _)| b.day())) {
                Some(d) => Happens::On(Bounds::on(d)),
                None if *which == OrderDay::Served => service_day(case, *o),
                None => Happens::NotYet,
            }
        }
        Anchor::Thing(t) => thing_day(case, paragraph, *t),
        Anchor::Paragraph(p) => case.ask.due_day(case, *p),
        Anchor::Performed(p) => case.ask.performance_day(case, *p),
        Anchor::Ruling { motion, granted } => {
            let name = &case.model.declared.things[motion.index()].name;
            match (case.motions.ruled(*motion, *granted), case.motions.never(*motion, *granted, name)) {
                (Some(bounds), _) => Happens::On(bounds),
                (None, Some(gone)) => Happens::Never(gone),
                (None, None) => Happens::NotYet,
            }
        }
        // Tied to its paragraph, or reported, before anything is asked.
        Anchor::Owed(_) => Happens::NotYet,
        Anchor::Act(act) => act_day(case, act, None),
        Anchor::ActBy(act, by) => act_day(case, act, Some(by)),
        Anchor::Several { later, arms } => {
            let days: Vec<Happens> = arms.iter().map(|arm| anchor_day(case, paragraph, arm)).collect();
            if *later { last_of(days) } else { first_of(days) }
        }
    }
}

/// The day of the act by which an order was served.
fn service_day(case: &Case<'_>, order: OrderId) -> Happens {
    let Some(verb) = case.model.declared.verbs.base("serve") else { return Happens::NotYet };
    act_day(case, &Act { verb, objects: Objects::of_one(Head::Order(order)), span: Span::default() }, None)
}

/// The first of several events: one that is not known to happen keeps none of the others waiting.
fn first_of(days: Vec<Happens>) -> Happens {
    let (mut sure, mut disputed, mut gone): (Option<Bounds>, Option<Bounds>, Option<Happens>) = (None, None, None);
    let all_gone = days.iter().all(|d| matches!(d, Happens::Never(_)));
    let earlier = |a: Option<Bounds>, b: Bounds| match a {
        Some(a) if (a.first, a.time) <= (b.first, b.time) => Some(Bounds { last: a.last.min(b.last).or(a.last), ..a }),
        Some(a) => Some(Bounds { last: a.last.min(b.last).or(b.last), ..b }),
        None => Some(b),
    };
    for day in days {
        match day {
            Happens::On(bounds) => sure = earlier(sure, bounds),
            Happens::Perhaps(bounds) => disputed = earlier(disputed, bounds),
            Happens::Never(_) if all_gone => gone = gone.or(Some(day)),
            Happens::Never(_) | Happens::NotYet => {}
        }
    }
    match (sure, disputed) {
        (Some(sure), Some(other)) if other.first < sure.first => {
            Happens::On(Bounds { first: other.first, last: sure.last, time: None })
        }
        (Some(sure), _) => Happens::On(sure),
        (None, Some(disputed)) => Happens::Perhaps(disputed),
        (None, None) => gone.unwrap_or(Happens::NotYet),
    }
}

/// The last of several events: all must have happened.
fn last_of(days: Vec<Happens>) -> Happens {
    let mut last: Option<Bounds> = None;
    let (mut disputed, mut open) = (false, false);
    for day in days {
        let bounds = match day {
            Happens::On(bounds) => bounds,
            Happens::Perhaps(bounds) => {
                disputed = true;
                bounds
            }
            Happens::Never(_) => return day,
            Happens::NotYet => {
                open = true;
                continue;
            }
        };
        last = Some(match last {
            Some(l) if (l.first, l.time) > (bounds.first, bounds.time) => {
                Bounds { last: later_end(l.last, bounds.last), ..l }
            }
            Some(l) => Bounds { last: later_end(l.last, bounds.last), ..bounds },
            None => bounds,
        });
    }
    match last {
        Some(bounds) if !open && disputed => Happens::Perhaps(bounds),
        Some(bounds) if !open => Happens::On(bounds),
        _ => Happens::NotYet,
    }
}

/// The later of two ends; open where one is.
fn later_end(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    a.zip(b).map(|(a, b)| a.max(b))
}

/// The day of an act of the record, whoever does it where `by` is `None`.
fn act_day(case: &Case<'_>, act: &Act, by: Option<&Bearer>) -> Happens {
    let first = first_matching_act(case, act, by);
    // What starts a clock, or ends a duty that recurs, is of use.
    case.notes.use_facts(first);
    if let Some(i) = first {
        return Happens::On(case.ledger.assertions[i].bounds);
    }
    if by.is_none()
        && let Some((bounds, i)) = reported_act(case, act)
    {
        case.notes.use_facts(Some(i));
        return Happens::On(bounds);
    }
    let disputed = matching_acts(case, act, by).find(|i| case.standings[*i] == Standing::Disputed);
    case.notes.use_facts(disputed);
    disputed.map_or(Happens::NotYet, |i| Happens::Perhaps(case.ledger.assertions[i].bounds))
}

/// `Final Judgment was entered on D` speaks of the act of entering it.
fn reported_act(case: &Case<'_>, act: &Act) -> Option<(Bounds, usize)> {
    let [Object { head: Some(Head::Thing(thing)), .. }] = act.objects.list.as_slice() else { return None };
    let verbs = &case.model.declared.verbs;
    let reported = assertions_at(case, case.index.reported(Subject::Thing(*thing))).filter_map(|(i, a, s)| {
        match (&a.content, s) {
            (Content::Happened { what, .. }, Standing::Accepted(_))
                if verbs.past(what.word()).is_some_and(|v| verbs.same_family(v, act.verb)) =>
            {
                Some((a.bounds, i))
            }
            _ => None,
        }
    });
    reported.min_by_key(|(b, i)| (b.first.is_none(), b.first, b.last, *i))
}

/// The acts that are exactly this one, by these parties where some are named.
fn matching_acts<'c>(case: &'c Case<'_>, act: &'c Act, by: Option<&'c Bearer>) -> impl Iterator<Item = usize> + 'c {
    let exact = matching_groups(case, act, by);
    exact.flat_map(|g| g.certain.iter().map(|(_, i)| *i).take(1).chain(g.rest.iter().copied()))
}

fn matching_groups<'c>(
    case: &'c Case<'_>,
    act: &'c Act,
    by: Option<&'c Bearer>,
) -> impl Iterator<Item = &'c Group> + 'c {
    let groups = case.index.groups_for(case.model, act);
    groups.into_iter().map(|g| &case.index.groups[g]).filter(move |g| {
        matches!(&case.ledger.assertions[g.first].content, Content::Done(deed)
            if !deed.negated
                && matching::match_act(case.model, act, &deed.act) == Match::Exact
                && !served_on_others(case, act, deed)
                && by.is_none_or(|by| matching::match_actors(case.model, by, &deed.actors) == Match::Exact))
    })
}

/// Service of a paper on others than the party whose day is asked for, by somebody else: it starts no
/// clock of that party, unless the order says on whom the paper is to be served.
fn served_on_others(case: &Case<'_>, act: &Act, deed: &Deed) -> bool {
    let declared = &case.model.declared;
    let Some(bearer) = case.bearer else { return false };
    let is = |p: PartyId| p == bearer || declared.side(p) == bearer || declared.side(bearer) == p;
    let to = |act: &Act| act.objects.list.iter().flat_map(Object::recipients).collect::<Vec<_>>();
    let went = to(&deed.act);
    declared.verbs.get(act.verb).family == VerbFamily::Serve
        && declared.parties[bearer.index()].kind != PartyKind::Court
        && to(act).is_empty()
        && !went.is_empty()
        && !went.iter().chain(&deed.actors).any(|p| is(*p))
}

/// True if others were served, and only the service of the party whose day is asked for is missing.
pub(in crate::eval) fn is_missing_for_one(case: &Case<'_>, anchor: &Anchor) -> Option<PartyId> {
    let (Anchor::Act(act) | Anchor::ActBy(act, _)) = anchor else { return None };
    let bearer = case.bearer?;
    first_matching_act(&case.of_nobody(), act, None).map(|_| bearer)
}

/// Every accepted act that is exactly this one.
pub(in crate::eval) fn accepted_acts(case: &Case<'_>, act: &Act, by: Option<&Bearer>) -> Vec<usize> {
    let exact = matching_groups(case, act, by);
    let all = exact.flat_map(|g| g.certain.iter().map(|(_, i)| *i).chain(g.rest.iter().copied()));
    all.filter(|i| matches!(case.standings[*i], Standing::Accepted(_))).collect()
}

/// The first accepted act that is exactly this one: it starts the clock.
pub(in crate::eval) fn first_matching_act(case: &Case<'_>, act: &Act, by: Option<&Bearer>) -> Option<usize> {
    let accepted = matching_acts(case, act, by).filter(|i| matches!(case.standings[*i], Standing::Accepted(_)));
    accepted.min_by_key(|&i| case.ledger.assertions[i].bounds.first)
}

/// When a hearing is held, an event happened, a paper was filed.
pub(in crate::eval) fn thing_day(case: &Case<'_>, paragraph: &Paragraph, thing: crate::model::ThingId) -> Happens {
    let declared = &case.model.declared.things[thing.index()];
    if let Some(duty) = declared.deadline_of {
        return case.ask.due_day(case, duty);
    }
    let happens_once = declared.kind == ThingKind::Event;
    let sitting = if case.as_first_ordered { None } else { sitting_of(case, paragraph, thing, None) };
    match sitting {
        // Of an event that is stated on several days each may be its day.
        Some(Sitting::On(bounds)) if happens_once => {
            return Happens::On(reported_days(case, Subject::Thing(thing)).unwrap_or(bounds));
        }
        Some(Sitting::On(bounds)) => return Happens::On(bounds),
        Some(Sitting::Vacated { by, .. }) => {
            let name = &case.model.declared.things[thing.index()].name;
            let how = if by.recalls { "recalled" } else { "vacated" };
            let text = format!("{name} was {how} by {}", by.name);
            return Happens::Never(Gone { text, span: by.span, day: by.day, how, recalls: by.recalls });
        }
        Some(Sitting::Open(Some(_)) | Sitting::Doubtful(_)) => return Happens::NotYet,
        Some(Sitting::Open(None)) | None => {}
    }
    let reported = match happens_once {
        true => reported_days(case, Subject::Thing(thing)),
        false => first_reported(case, Subject::Thing(thing), None).map(|(bounds, _)| bounds),
    };
    let stated = declared.date.map(|day| moved_deadline::day_of_event(case, paragraph, thing, day));
    let filed = || case.motions.filed(thing).or_else(|| filing_day(case, thing));
    match reported.or(stated).or_else(filed) {
        Some(bounds) => Happens::On(bounds),
        None => disputed_day(case, Subject::Thing(thing)).map_or(Happens::NotYet, Happens::Perhaps),
    }
}

/// What is said of it as having happened, with the weight of who says so.
fn reports_of(case: &Case<'_>, subject: Subject) -> impl Iterator<Item = (usize, Bounds, Standing)> {
    assertions_at(case, case.index.reported(subject))
        .filter(|(_, a, _)| matches!(a.content, Content::Happened { .. }))
        .map(|(i, a, s)| (i, a.bounds, s))
}

/// Every day that an event can have had, by the weightiest who speak of it: where two
/// accounts exclude each other, each may be right.
fn reported_days(case: &Case<'_>, subject: Subject) -> Option<Bounds> {
    let best = weightiest_reports(case, subject);
    let mut all = best.into_iter().map(|(_, bounds)| bounds);
    let first = all.next()?;
    let later = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.max(b);
    let earlier = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).map_or(a.or(b), |(a, b)| Some(a.min(b)));
    let both = |a: Bounds, b: Bounds| {
        let (first, last) = (later(a.first, b.first), earlier(a.last, b.last));
        if first.zip(last).is_none_or(|(first, last)| first <= last) {
            return Bounds { first, last, time: a.time.or(b.time) };
        }
        let first = a.first.zip(b.first).map(|(a, b)| a.min(b));
        Bounds { first, last: later_end(a.last, b.last), time: None }
    };
    Some(all.fold(first, both))
}

fn weightiest_reports(case: &Case<'_>, subject: Subject) -> Vec<(usize, Bounds)> {
    let rank = |s: Standing| if let Standing::Accepted(rank) = s { Some(rank) } else { None };
    let best = reports_of(case, subject).filter_map(|(_, _, s)| rank(s)).max();
    reports_of(case, subject).filter(|(_, _, s)| best.is_some() && rank(*s) == best).map(|(i, b, _)| (i, b)).collect()
}

/// The words of the record that speak of an event, where its day is open.
pub(in crate::eval) fn reported_places(case: &Case<'_>, anchor: &Anchor) -> Vec<Place> {
    match anchor {
        Anchor::Thing(thing) => {
            let reported = weightiest_reports(case, Subject::Thing(*thing));
            reported.into_iter().map(|(i, bounds)| place_of(case, i, bounds_in_words(bounds))).collect()
        }
        Anchor::Several { arms, .. } => arms.iter().flat_map(|arm| reported_places(case, arm)).collect(),
        _ => Vec::new(),
    }
}

fn disputed_day(case: &Case<'_>, subject: Subject) -> Option<Bounds> {
    reports_of(case, subject).find(|(_, _, s)| *s == Standing::Disputed).map(|(_, bounds, _)| bounds)
}

/// `whether service of complaint happened on D is disputed`.
pub(in crate::eval) fn disputed_event(words: &str, bounds: Bounds) -> String {
    format!("{words} is disputed: it may have happened {}, and no finding settles it", bounds_in_words(bounds))
}

/// The day of the act by which a declared paper was filed.
pub(in crate::eval) fn filing_day(case: &Case<'_>, thing: crate::model::ThingId) -> Option<Bounds> {
    let act = filing_of(case, thing)?;
    first_matching_act(case, &act, None).map(|i| case.ledger.assertions[i].bounds)
}

/// Every act by which a declared paper was filed.
pub(in crate::eval) fn filings_of(case: &Case<'_>, thing: crate::model::ThingId) -> Vec<usize> {
    filing_of(case, thing).map(|act| accepted_acts(case, &act, None)).unwrap_or_default()
}

/// To file a declared paper; of anything else there is no such act.
fn filing_of(case: &Case<'_>, thing: crate::model::ThingId) -> Option<Act> {
    if case.model.declared.things[thing.index()].kind != crate::model::ThingKind::Document {
        return None;
    }
    let verb = case.model.declared.verbs.base("file")?;
    Some(Act { verb, objects: Objects::of_one(Head::Thing(thing)), span: Span::default() })
}

/// The first time that something is said to have happened, or that `wanted` is, and the fact that says so.
pub(in crate::eval) fn first_reported(
    case: &Case<'_>,
    subject: Subject,
    wanted: Option<Occurrence>,
) -> Option<(Bounds, usize)> {
    let reported = assertions_at(case, case.index.reported(subject)).filter_map(|(i, a, s)| match (&a.content, s) {
        (Content::Happened { what, .. }, Standing::Accepted(_)) if wanted.is_none_or(|wanted| wanted == *what) => {
            Some((a.bounds, i))
        }
        _ => None,
    });
    reported.min_by_key(|(b, i)| (b.first.is_none(), b.first, b.last, *i))
}

/// `the response has no date on the record`, `the record does not show that ¶ 2 is performed`.
pub(in crate::eval) fn not_yet(words: &str) -> String {
    if words.contains(" is ") || words.contains(" are ") || words.contains(" been ") {
        return format!("the record does not show that {words}");
    }
    format!("{words} has no date on the record")
}

/// The day of a hearing as the order of `paragraph` means it.
pub(in crate::eval) fn sitting_of(
    case: &Case<'_>,
    paragraph: &Paragraph,
    thing: crate::model::ThingId,
    on: Option<NaiveDate>,
) -> Option<Sitting> {
    case.hearings.sitting(thing, case.model.order(paragraph.order).in_force(), on)
}

/// The event will not come: the words of the order that vacated it are remarked. One that
/// was recalled may come again, and what hangs on it waits.
pub(in crate::eval) fn orphaned_deadline(case: &Case<'_>, paragraph: &Paragraph, event: &str, gone: &Gone) -> Deadline {
    if gone.recalls {
        return Deadline::Waiting(gone.text.clone());
    }
    case.remark(paragraph, Remark::Orphaned { event: event.to_owned(), by: gone.span, how: gone.how });
    Deadline::Orphaned(gone.text.clone())
}
