//! `The deadline to file answer is D`, `answer is due D`, in an order that comes after another that set the day of
//! that act: it moves that day. Where it is not sure which duty is meant, the move is in doubt.

use super::deadline_of::{heads_meet, is_one_act, is_recurring};
use crate::model::ir::condition::{Condition, Test, TestKind};
use crate::model::ir::declared::Declared;
use crate::model::ir::disposition::{Disposition, StayEnd};
use crate::model::ir::due::Due;
use crate::model::ir::ids::PartyId;
use crate::model::ir::object::{Act, Object, Objects, Related, Relation};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::order::OrderKind;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::model::ir::provision::Provision;
use crate::model::ir::scope::Scope;
use crate::verdict::Modality;
use ordain_syntax::ast::{ConditionWord, DispositionVerb};

/// Ties each such day to the duties that it moves, oldest order first, so that what was moved is moved again.
pub(crate) fn link(declared: &Declared, paragraphs: &mut [Paragraph]) {
    let mut later: Vec<usize> =
        (0..paragraphs.len()).filter(|&i| last_day_of(declared, &paragraphs[i]).is_some()).collect();
    later.sort_by_key(|&i| (declared.orders[paragraphs[i].order.index()].in_force(), i));
    for i in later {
        let Some((obligation, act)) = last_day_of(declared, &paragraphs[i]) else { continue };
        let moved = duties_before(declared, paragraphs, i, act, obligation);
        if !moved.is_empty() {
            let disposition = move_of(declared, &paragraphs[i], (obligation, act), &moved);
            paragraphs[i].body = Body::Dispositions(vec![disposition]);
        }
    }
}

/// A duty of an earlier order that asks for the act.
struct Before<'p> {
    paragraph: &'p Paragraph,
    provision: &'p Provision,
    act: &'p Act,
}

/// The last day of one act for any party, as a court orders it.
fn last_day_of<'p>(declared: &Declared, p: &'p Paragraph) -> Option<(&'p Obligation, &'p Act)> {
    let Body::Provision(provision) = &p.body else { return None };
    let court = matches!(declared.orders[p.order.index()].kind, OrderKind::Order | OrderKind::StandingOrder);
    let [obligation] = provision.obligations.as_slice() else { return None };
    let [act] = obligation.acts.as_slice() else { return None };
    (court && provision.modality == Modality::CutOff).then_some((obligation, act))
}

/// The words name a thing alone, and not what is done with it.
fn is_thing(declared: &Declared, obligation: &Obligation, act: &Act) -> bool {
    let first = obligation.words.split(' ').next().unwrap_or("");
    let verbs = &declared.verbs;
    let leads = verbs.base(first) == Some(act.verb) || verbs.gerund(first) == Some(act.verb);
    verbs.base("file") == Some(act.verb) && !leads
}

fn duties_before<'p>(
    declared: &Declared,
    paragraphs: &'p [Paragraph],
    at: usize,
    act: &Act,
    obligation: &Obligation,
) -> Vec<Before<'p>> {
    let entered = |p: &Paragraph| declared.orders[p.order.index()].in_force();
    let own = &paragraphs[at];
    let thing = is_thing(declared, obligation, act);
    let mut found: Vec<Before<'p>> = Vec::new();
    for p in paragraphs.iter().filter(|p| p.order != own.order && entered(p) <= entered(own) && entered(p).is_some()) {
        let Body::Provision(provision) = &p.body else { continue };
        if !matches!(provision.modality, Modality::Must | Modality::CutOff) || is_recurring(p) {
            continue;
        }
        // An order of the same day that comes behind it is no earlier one.
        if entered(p) == entered(own) && p.span.start > own.span.start {
            continue;
        }
        let asked = |a: &&Act| is_one_act(declared, a, act) || thing && heads_meet(declared, a, act);
        let Some(act) = provision.obligations.iter().flat_map(|o| &o.acts).find(asked) else { continue };
        found.push(Before { paragraph: p, provision, act });
    }
    // Of what the same parties were ordered twice, the last order counts.
    let whose = |b: &Before<'_>| -> Vec<PartyId> { b.provision.bearer.parties().to_vec() };
    let day = |b: &Before<'_>| (entered(b.paragraph), b.paragraph.span.start);
    let latest = |b: &Before<'_>| {
        found.iter().all(|o| o.paragraph.order == b.paragraph.order || whose(o) != whose(b) || day(o) < day(b))
    };
    let keep: Vec<bool> = found.iter().map(latest).collect();
    found.into_iter().zip(keep).filter_map(|(b, keep)| keep.then_some(b)).collect()
}

/// Whether it is not sure that these are meant.
fn is_in_doubt(act: &Act, moved: &[Before<'_>]) -> bool {
    let one_day = moved.windows(2).all(|w| match w {
        [a, b] => a.provision.obligations.first().map(|o| &o.due) == b.provision.obligations.first().map(|o| &o.due),
        _ => true,
    });
    let sure = |b: &Before<'_>| {
        let alone = b.provision.obligations.len() == 1 && b.act.objects.list.len() == act.objects.list.len();
        alone && says_no_more(act, b.act)
    };
    !one_day || !moved.iter().all(sure)
}

/// The later words say nothing of the thing that the earlier do not say: `answer`, of `answer to Complaint`.
fn says_no_more(later: &Act, earlier: &Act) -> bool {
    later.objects.list.iter().zip(&earlier.objects.list).all(|(l, e)| {
        l.relations.iter().all(|r| e.relations.contains(r))
            && l.qualifiers.iter().all(|q| e.qualifiers.contains(q))
            && l.filters.iter().all(|f| e.filters.contains(f))
            && l.numbered.as_ref().is_none_or(|n| e.numbered.as_ref() == Some(n))
            && l.purpose() == e.purpose()
    })
}

fn move_of(
    declared: &Declared,
    own: &Paragraph,
    (obligation, act): (&Obligation, &Act),
    moved: &[Before<'_>],
) -> Disposition {
    let first = obligation.words.split(' ').next().unwrap_or("");
    let joint = if declared.verbs.base(first) == Some(act.verb) { "to" } else { "for" };
    let target = |b: &Before<'_>| {
        let mut object = Object::empty(own.span);
        object.relations.push(Relation { preposition: None, to: Related::Paragraph(b.paragraph.id) });
        object
    };
    let to = match &obligation.due {
        Due::Day { moment, strict: false, .. } => Some(*moment),
        _ => None,
    };
    let mut conditions = obligation.conditions.clone();
    if is_in_doubt(act, moved) {
        let names: Vec<&str> = moved.iter().map(|b| b.paragraph.name.as_str()).collect();
        let which = if names.len() > 1 { "each of " } else { "" };
        let text = format!("the deadline in {} is that of {which}{}", own.name, ordain_base::words::join(&names));
        let test = Test { kind: TestKind::Words(text.to_lowercase()), text: format!("“{text}”"), span: own.span };
        conditions.push(Condition { word: ConditionWord::If, text: test.text.clone(), test, span: own.span });
    }
    Disposition {
        verb: DispositionVerb::Resets,
        objects: Some(Objects { list: moved.iter().map(target).collect(), any: false }),
        owed: None,
        instance: None,
        allowed: None,
        scope: Scope::default(),
        words: format!("the deadline {joint} {}", obligation.words),
        entries: Vec::new(),
        except: None,
        spared: None,
        to,
        from: None,
        due: Some(obligation.due.clone()),
        by: None,
        until: None,
        end: StayEnd::Open,
        rewrite: None,
        deemed: None,
        timely: false,
        replacement: None,
        retroactive: false,
        since: None,
        conditions,
        span: own.span,
    }
}
