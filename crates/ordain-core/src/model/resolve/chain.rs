//! Duties chained to one another: `within 14 days after the opening brief is
//! filed` hangs on the paragraph that orders the brief, where one does.

use crate::model::ir::anchor::Anchor;
use crate::model::ir::declared::Declared;
use crate::model::ir::due::Due;
use crate::model::ir::ids::{OrderId, ParagraphId};
use crate::model::ir::object::{Act, Head, Object};
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::model::ir::thing::ThingKind;
use crate::model::ir::verbs::VerbFamily;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::docket as say;
use ordain_base::source::Span;

/// A duty as another due time may mean it.
struct Owed {
    paragraph: ParagraphId,
    order: OrderId,
    name: String,
    acts: Vec<Act>,
    /// Nobody must do it; after its day it is out of time.
    cut_off: bool,
}

/// Ties every due time that names a paper to the paragraph that orders the
/// paper. `is due` must find one; `is filed` waits for the paper itself where
/// no paragraph of its own order does.
pub(crate) fn link(declared: &Declared, paragraphs: &mut [Paragraph], out: &mut Vec<Diagnostic>) {
    let owed: Vec<Owed> = paragraphs.iter().filter_map(duty_of_paragraph).collect();
    for paragraph in paragraphs {
        let (own, order) = (paragraph.id, paragraph.order);
        let Body::Provision(provision) = &mut paragraph.body else { continue };
        let before = out.len();
        for obligation in &mut provision.obligations {
            let span = obligation.due_span.unwrap_or(obligation.span);
            tie_due(declared, &owed, (own, order, span), &mut obligation.due, out);
        }
        if out.len() > before {
            paragraph.body = Body::Broken;
        }
    }
}

fn duty_of_paragraph(p: &Paragraph) -> Option<Owed> {
    let Body::Provision(provision) = &p.body else { return None };
    let [obligation] = provision.obligations.as_slice() else { return None };
    let cut_off = provision.modality == Modality::CutOff;
    let owed = (provision.modality == Modality::Must || cut_off) && !obligation.acts.is_empty();
    owed.then(|| Owed { paragraph: p.id, order: p.order, name: p.name.clone(), acts: obligation.acts.clone(), cut_off })
}

fn tie_due(
    declared: &Declared,
    owed: &[Owed],
    at: (ParagraphId, OrderId, Span),
    due: &mut Due,
    out: &mut Vec<Diagnostic>,
) {
    match due {
        Due::Period(period) | Due::EachTime(period) if period.service.is_none() => {
            let words = period.words.clone();
            anchor(declared, owed, at, &words, &mut period.anchor, out);
        }
        Due::Event { anchor: a, words, .. } => {
            let words = words.clone();
            anchor(declared, owed, at, &words, a, out);
        }
        Due::Several { arms, .. } => arms.iter_mut().for_each(|arm| tie_due(declared, owed, at, arm, out)),
        _ => {}
    }
}

fn anchor(
    declared: &Declared,
    owed: &[Owed],
    (own, order, span): (ParagraphId, OrderId, Span),
    words: &str,
    anchor: &mut Anchor,
    out: &mut Vec<Diagnostic>,
) {
    match anchor {
        Anchor::Several { arms, .. } => {
            for arm in arms {
                self::anchor(declared, owed, (own, order, span), words, arm, out);
            }
        }
        Anchor::Act(act) => {
            let meant = |o: &&Owed| {
                o.order == order
                    && !o.cut_off
                    && o.paragraph != own
                    && o.acts.iter().any(|a| {
                        declared.verbs.same_family(a.verb, act.verb) && acts_on_any(declared, a, &act.objects.list)
                    })
            };
            let mut found = owed.iter().filter(meant);
            if let (Some(one), None) = (found.next(), found.next()) {
                *anchor = Anchor::Performed(one.paragraph);
            }
        }
        // A declared paper, of which no day is stated: the duty to file or to serve it.
        Anchor::Thing(thing) => {
            let declared_thing = &declared.things[thing.index()];
            if declared_thing.kind != ThingKind::Document || declared_thing.date.is_some() {
                return;
            }
            let mut paper = Object::empty(span);
            paper.head = Some(Head::Thing(*thing));
            let brings = |a: &Act| {
                let family = declared.verbs.get(a.verb).family;
                matches!(family, VerbFamily::File | VerbFamily::Serve | VerbFamily::Produce)
                    && acts_on_any(declared, a, std::slice::from_ref(&paper))
            };
            let meant = |o: &&Owed| o.order == order && !o.cut_off && o.paragraph != own && o.acts.iter().any(brings);
            let mut found = owed.iter().filter(meant);
            if let (Some(one), None) = (found.next(), found.next()) {
                *anchor = Anchor::Performed(one.paragraph);
            }
        }
        Anchor::Owed(objects) => {
            let meant =
                |o: &&Owed| o.paragraph != own && o.acts.iter().any(|a| acts_on_any(declared, a, &objects.list));
            let here: Vec<&Owed> = owed.iter().filter(meant).filter(|o| o.order == order).collect();
            let all: Vec<&Owed> = if here.is_empty() { owed.iter().filter(meant).collect() } else { here };
            match all.as_slice() {
                [one] => *anchor = Anchor::Paragraph(one.paragraph),
                several => {
                    let names: Vec<&str> = several.iter().map(|o| o.name.as_str()).collect();
                    out.push(say::owed_by_whom(words, &names, span));
                }
            }
        }
        _ => {}
    }
}

/// The act is done to one of these things.
fn acts_on_any(declared: &Declared, act: &Act, objects: &[Object]) -> bool {
    let head = |a: &Head, b: &Head| {
        a == b || {
            let (a, b) = (declared.wordings(a), declared.wordings(b));
            a.iter().any(|w| b.contains(w))
        }
    };
    objects
        .iter()
        .filter_map(|o| o.head.as_ref())
        .any(|wanted| act.objects.list.iter().filter_map(|o| o.head.as_ref()).any(|h| head(h, wanted)))
}
