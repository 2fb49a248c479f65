//! What was ordered on a day: the fold of all orders entered by then.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Question;
use crate::model::object::{Head, Related};
use crate::model::{Disposition, Due, Model, Moment, OrderId, ParagraphId, ThingId};
use crate::source::Span;
use crate::syntax::ast::DispositionVerb as V;

/// How later orders left a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Touch {
    /// The date it was moved to, by which words of which order.
    pub(super) moved: Option<(Moment, Change)>,
    pub(super) stayed: Option<Change>,
    pub(super) lifted: Option<Change>,
    /// Touched by something that is read and not applied.
    pub(super) unread: Option<Change>,
}

/// The words of an order that changed something, and their day.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) order: String,
    pub(super) day: Option<NaiveDate>,
    pub(super) span: Span,
}

/// The state of everything on the day asked about.
#[derive(Debug, Clone, Default)]
pub(super) struct Force {
    pub(super) paragraphs: BTreeMap<ParagraphId, Touch>,
    /// Hearings that will not be held.
    pub(super) vacated: BTreeMap<ThingId, Change>,
    /// New days of hearings.
    pub(super) reset: BTreeMap<ThingId, NaiveDate>,
}

impl Force {
    /// Entered by the day asked about and on the docket by the day to which it is read.
    pub(super) fn is_ordered(&self, model: &Model, order: OrderId, asked: Question) -> bool {
        model.order(order).in_force().is_none_or(|d| d <= asked.as_of && d <= asked.known_on)
    }

    pub(super) fn touch(&self, paragraph: ParagraphId) -> Touch {
        self.paragraphs.get(&paragraph).cloned().unwrap_or_default()
    }
}

/// Folds the dispositions of every order in force, oldest first; of one day by
/// clock time, then by docket number, then as they stand in the order.
pub(super) fn fold(model: &Model, asked: Question) -> Force {
    let mut force = Force::default();
    let mut all: Vec<(OrderId, &Disposition)> = model.effects.iter().map(|(o, d)| (*o, d)).collect();
    for paragraph in &model.paragraphs {
        if let crate::model::Body::Dispositions(list) = &paragraph.body {
            all.extend(list.iter().map(|d| (paragraph.order, d)));
        }
    }
    all.retain(|(o, _)| force.is_ordered(model, *o, asked));
    all.sort_by_key(|(o, d)| {
        let order = model.order(*o);
        (order.in_force(), order.time, order.docket.as_deref().map(docket_number), d.span.start)
    });
    for (order, disposition) in all {
        apply(&mut force, model, order, disposition, asked);
    }
    force
}

fn docket_number(docket: &str) -> u64 {
    let digits: String = docket.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u64::MAX)
}

fn apply(force: &mut Force, model: &Model, order: OrderId, d: &Disposition, asked: Question) {
    let by = model.order(order);
    let change = Change { order: by.name.clone(), day: by.in_force(), span: d.span };
    let things = things_of(model, d);
    for &thing in &things {
        match d.verb {
            V::Vacates | V::Strikes => {
                force.vacated.insert(thing, change.clone());
            }
            V::Sets | V::Resets | V::Continues | V::Adjourns | V::Advances => {
                force.vacated.remove(&thing);
                if let Some(to) = d.to {
                    force.reset.insert(thing, to.day);
                }
            }
            _ => {}
        }
    }
    for paragraph in paragraphs_of(model, order, d) {
        let touch = force.paragraphs.entry(paragraph).or_default();
        match d.verb {
            V::Extends | V::Advances | V::Continues | V::Resets => match d.to {
                Some(to) => touch.moved = Some((to, change.clone())),
                None => touch.unread = Some(change.clone()),
            },
            V::Vacates | V::Strikes | V::Supersedes => touch.lifted = Some(change.clone()),
            V::Stays => {
                let over = matches!(&d.until, Some(Due::Until { moment, .. } | Due::Day { moment, .. }) if moment.day < asked.as_of);
                touch.stayed = (!over).then(|| change.clone());
            }
            V::LiftsStay => touch.stayed = None,
            V::Reinstates => {
                touch.lifted = None;
                touch.stayed = None;
            }
            V::Modifies | V::Replaces | V::Converts | V::Expires => touch.unread = Some(change.clone()),
            _ => {}
        }
    }
    if d.verb == V::LiftsStay && d.objects.is_none() {
        for touch in force.paragraphs.values_mut() {
            touch.stayed = None;
        }
    }
}

/// The hearings and events a disposition names, by name or by their day.
fn things_of(model: &Model, d: &Disposition) -> Vec<ThingId> {
    let mut found = Vec::new();
    for object in d.objects.iter().flat_map(|o| &o.list) {
        let related = object.relations.iter().map(|r| &r.to);
        let heads = object.head.iter().chain(related.clone().filter_map(|r| match r {
            Related::Head(h) => Some(h),
            _ => None,
        }));
        found.extend(heads.filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None }));
        let days = related.filter_map(|r| if let Related::Day(day) = r { Some(*day) } else { None });
        for day in days {
            found.extend(
                model
                    .declared
                    .things
                    .iter()
                    .enumerate()
                    .filter(|(_, t)| t.kind == crate::model::ThingKind::Hearing && t.date == Some(day))
                    .map(|(i, _)| ThingId::at(i)),
            );
        }
    }
    found.dedup();
    found
}

/// The paragraphs a disposition names: singly, or all of an order it names.
fn paragraphs_of(model: &Model, own: OrderId, d: &Disposition) -> Vec<ParagraphId> {
    let mut found = Vec::new();
    for object in d.objects.iter().flat_map(|o| &o.list) {
        for relation in &object.relations {
            if let Related::Paragraph(p) = relation.to {
                found.push(p);
            }
        }
        if let Some(Head::Order(order)) = object.head
            && order != own
        {
            found.extend(model.paragraphs.iter().filter(|p| p.order == order).map(|p| p.id));
        }
    }
    found
}

/// A disposition in words: `vacates hearing of April 8, 2024`.
pub(super) fn describe(d: &Disposition) -> String {
    let verb = match d.verb {
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
        V::Stands => "stands:",
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
        V::Orders => "orders",
    };
    let mut text = verb.to_owned();
    if !d.words.is_empty() {
        text.push(' ');
        text.push_str(&d.words);
    }
    if let Some(to) = d.to {
        text.push_str(&format!(" to {}", crate::words::day(to.day)));
    }
    text
}
