//! The day of an event on which a due time hangs.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::{Gone, Happens};
use crate::eval::docket::hearing::Sitting;
use crate::eval::due::deadline::Deadline;
use crate::eval::evidence::place::assertions_at;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::occurrence::Occurrence;
use crate::eval::record::standing::Standing;
use crate::eval::remark::Remark;
use crate::facts::{Bounds, Content, Subject};
use crate::model::object::{Act, Head, Object, Objects};
use crate::model::{Anchor, OrderDay, Paragraph};
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
            let told = match which {
                OrderDay::Entered => order.on_docket.entered,
                OrderDay::Served => order.on_docket.served,
                OrderDay::Filed => order.on_docket.filed.or(order.on_docket.entered.filter(|_| order.filed.is_none())),
                OrderDay::Signed => None,
            };
            // The docket and the order's own head tell of different days.
            if let Some((first, last)) = told {
                return Happens::On(Bounds { first: Some(first), last: Some(last), time: None });
            }
            let what = match which {
                OrderDay::Served => Occurrence::Served,
                OrderDay::Entered => Occurrence::Entered,
                OrderDay::Signed => Occurrence::Signed,
                OrderDay::Filed => Occurrence::Filed,
            };
            match of_order.or_else(|| first_told(case, Subject::Order(*o), Some(what)).and_then(|(b, _)| b.day())) {
                Some(d) => Happens::On(Bounds::on(d)),
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
        Anchor::Act(act) => {
            let first = first_matching_act(case, act);
            // What starts a clock, or ends a duty that recurs, is of use.
            case.notes.use_facts(first);
            first.map_or(Happens::NotYet, |i| Happens::On(case.ledger.assertions[i].bounds))
        }
    }
}

/// The first accepted act that is exactly this one: it starts the clock.
pub(in crate::eval) fn first_matching_act(case: &Case<'_>, act: &crate::model::object::Act) -> Option<usize> {
    let groups = case.index.groups_for(case.model, act);
    let exact = groups.into_iter().map(|g| &case.index.groups[g]).filter(|g| {
        matches!(&case.ledger.assertions[g.first].content, Content::Done(deed)
                    if !deed.negated && matching::act(case.model, act, &deed.act) == Match::Exact)
    });
    let all = exact.flat_map(|g| g.certain.iter().map(|(_, i)| i).take(1).chain(&g.rest));
    let accepted = all.filter(|i| matches!(case.standings[**i], Standing::Accepted(_)));
    accepted.copied().min_by_key(|&i| case.ledger.assertions[i].bounds.first)
}

/// When a hearing is held, an event happened, a paper was filed.
pub(in crate::eval) fn thing_day(case: &Case<'_>, paragraph: &Paragraph, thing: crate::model::ThingId) -> Happens {
    let sitting = if case.as_first_ordered { None } else { sitting_of(case, paragraph, thing, None) };
    match sitting {
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
    let told = first_told(case, Subject::Thing(thing), None).map(|(bounds, _)| bounds);
    let declared = case.model.declared.things[thing.index()].date.map(Bounds::on);
    let filed = || case.motions.filed(thing).or_else(|| filing_day(case, thing));
    told.or(declared).or_else(filed).map_or(Happens::NotYet, Happens::On)
}

/// The day of the act by which a declared paper was filed.
pub(in crate::eval) fn filing_day(case: &Case<'_>, thing: crate::model::ThingId) -> Option<Bounds> {
    if case.model.declared.things[thing.index()].kind != crate::model::ThingKind::Document {
        return None;
    }
    let mut paper = Object::empty(Span::default());
    paper.head = Some(Head::Thing(thing));
    let verb = case.model.declared.verbs.base("file")?;
    let act = Act { verb, objects: Objects { list: vec![paper], any: false }, span: Span::default() };
    first_matching_act(case, &act).map(|i| case.ledger.assertions[i].bounds)
}

/// The first time that something is said to have happened, or that `wanted` is, and the fact that says so.
pub(in crate::eval) fn first_told(
    case: &Case<'_>,
    subject: Subject,
    wanted: Option<Occurrence>,
) -> Option<(Bounds, usize)> {
    let told = assertions_at(case, case.index.told(subject)).filter_map(|(i, a, s)| match (&a.content, s) {
        (Content::Happened { what, .. }, Standing::Accepted(_))
            if wanted.is_none() || Occurrence::read(what) == wanted =>
        {
            Some((a.bounds, i))
        }
        _ => None,
    });
    told.min_by_key(|(b, i)| (b.first.is_none(), b.first, b.last, *i))
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
