//! What was ordered on a day: the fold of all orders entered by then.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Question;
use crate::model::object::{Head, Related};
use crate::model::{Disposition, Due, Model, Moment, OrderId, ParagraphId};
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
}

/// One disposition in force, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ordered<'a> {
    pub(super) order: OrderId,
    /// `None` where the head of the order says it.
    pub(super) paragraph: Option<ParagraphId>,
    pub(super) disposition: &'a Disposition,
}

impl Ordered<'_> {
    /// The words that make the change: `Second ¶ 2`, or the order alone.
    pub(super) fn change(self, model: &Model) -> Change {
        let by = model.order(self.order);
        let order = self.paragraph.map_or_else(|| by.name.clone(), |p| model.paragraph(p).name.clone());
        Change { order, day: by.in_force(), span: self.disposition.span }
    }
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

/// Every disposition in force, oldest first; of one day by clock time, then by
/// docket number, then as they stand in the order.
pub(super) fn ordered(model: &Model, asked: Question) -> Vec<Ordered<'_>> {
    let heads = model.effects.iter().map(|(o, d)| Ordered { order: *o, paragraph: None, disposition: d });
    let mut all: Vec<Ordered<'_>> = heads.collect();
    for paragraph in &model.paragraphs {
        if let crate::model::Body::Dispositions(list) = &paragraph.body {
            all.extend(list.iter().map(|d| Ordered {
                order: paragraph.order,
                paragraph: Some(paragraph.id),
                disposition: d,
            }));
        }
    }
    let force = Force::default();
    all.retain(|o| force.is_ordered(model, o.order, asked));
    all.sort_by_key(|o| {
        let order = model.order(o.order);
        (order.in_force(), order.time, order.docket.as_deref().map(docket_number), o.disposition.span.start)
    });
    all
}

/// What the dispositions in force leave of every paragraph.
pub(super) fn fold(model: &Model, asked: Question, ordered: &[Ordered<'_>]) -> Force {
    let mut force = Force::default();
    for o in ordered {
        apply(&mut force, model, o.order, o.disposition, asked);
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
        let link = if d.verb == V::Sets { "for" } else { "to" };
        text.push_str(&format!(" {link} {}", crate::words::moment(to.day, to.time)));
    } else if matches!((&d.verb, &d.until), (V::Continues | V::Adjourns | V::Resets, Some(Due::Open(_)))) {
        text.push_str(" without a day");
    }
    text
}
