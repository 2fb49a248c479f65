//! `The deadline to file answer is D`, `answer is due D`, in an order that comes after another that set the day of
//! that act: it moves that day. Where it is not sure which duty is meant, the move is in doubt.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::deadline_of::{heads_meet, heads_of_act, is_one_act, is_recurring};
use crate::model::VerbFamily;
use crate::model::ir::condition::{Condition, Test, TestKind};
use crate::model::ir::declared::Declared;
use crate::model::ir::disposition::{Disposition, StayEnd};
use crate::model::ir::due::Due;
use crate::model::ir::ids::{OrderId, PartyId};
use crate::model::ir::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::order::OrderKind;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::model::ir::provision::Provision;
use crate::model::ir::scope::Scope;
use crate::verdict::Modality;
use ordain_base::steps;
use ordain_syntax::ast::{ConditionWord, DispositionVerb};

/// Ties each such day to the duties that it moves, oldest order first, so that what was moved is moved again.
pub(crate) fn link(declared: &Declared, paragraphs: &mut [Paragraph]) {
    let mut later: Vec<usize> =
        (0..paragraphs.len()).filter(|&i| last_day_of(declared, &paragraphs[i]).is_some()).collect();
    if later.is_empty() {
        return;
    }
    later.sort_by_key(|&i| (declared.orders[paragraphs[i].order.index()].in_force(), i));
    let asked = Asked::new(declared, paragraphs);
    let mut left = MOST;
    for i in later {
        let Some((obligation, act)) = last_day_of(declared, &paragraphs[i]) else { continue };
        let moved = duties_before(declared, (paragraphs, &asked), i, act, obligation);
        if !moved.is_empty() && moved.len() <= left {
            left -= moved.len();
            let disposition = move_of(declared, &paragraphs[i], (obligation, act), &moved);
            paragraphs[i].body = Body::Dispositions(vec![disposition]);
        }
    }
}

/// How many duties such days move in all. No orders come near it, and each costs memory.
const MOST: usize = 200_000;

/// By what an act is found again.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// What a thing of it is called.
    Thing(String),
    /// A thing of it that is called nothing.
    Head(Head),
    /// Its verb: a paper may be named after it, as a reply.
    Verb(String),
    /// The family of its verb, where it is done to nothing.
    Bare(VerbFamily),
}

/// The paragraphs by their acts, so that a last day is not held against every paragraph.
struct Asked(BTreeMap<Key, Vec<usize>>);

impl Asked {
    fn new(declared: &Declared, paragraphs: &[Paragraph]) -> Self {
        let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (i, p) in paragraphs.iter().enumerate() {
            let Body::Provision(provision) = &p.body else { continue };
            let acts = provision.obligations.iter().flat_map(|o| &o.acts);
            let keys: BTreeSet<Key> = acts
                .flat_map(|act| {
                    let verb = Key::Verb(declared.verbs.get(act.verb).lemma.clone());
                    keys_of_act(declared, act).into_iter().chain([verb])
                })
                .collect();
            keys.into_iter().for_each(|key| by_key.entry(key).or_default().push(i));
        }
        Self(by_key)
    }

    /// Those that may ask for this act, in the order of the matter.
    fn candidates(&self, declared: &Declared, act: &Act) -> BTreeSet<usize> {
        let mut keys = keys_of_act(declared, act);
        let named = heads_of_act(act).flat_map(|head| declared.wordings(head)).map(Key::Verb);
        keys.extend(named);
        keys.insert(Key::Thing(declared.verbs.get(act.verb).lemma.clone()));
        let found = keys.iter().filter_map(|key| self.0.get(key)).flatten();
        found.copied().inspect(|_| steps::count(1)).collect()
    }
}

/// What the things of an act are called; where it has none, its verb.
fn keys_of_act(declared: &Declared, act: &Act) -> BTreeSet<Key> {
    let things = heads_of_act(act).flat_map(|head| declared.wordings(head)).map(Key::Thing);
    let bare = heads_of_act(act).next().is_none().then(|| Key::Bare(declared.verbs.get(act.verb).family));
    things.chain(heads_of_act(act).cloned().map(Key::Head)).chain(bare).collect()
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
    (paragraphs, asked_by_name): (&'p [Paragraph], &Asked),
    at: usize,
    act: &Act,
    obligation: &Obligation,
) -> Vec<Before<'p>> {
    let entered = |p: &Paragraph| declared.orders[p.order.index()].in_force();
    let own = &paragraphs[at];
    let thing = is_thing(declared, obligation, act);
    let mut found: Vec<Before<'p>> = Vec::new();
    let candidates = asked_by_name.candidates(declared, act);
    let candidates = candidates.into_iter().filter_map(|i| paragraphs.get(i));
    for p in candidates.filter(|p| p.order != own.order && entered(p) <= entered(own) && entered(p).is_some()) {
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
    let day = |b: &Before<'_>| (entered(b.paragraph), b.paragraph.span.start);
    let mut last: BTreeMap<Vec<PartyId>, (Option<NaiveDate>, u32, OrderId)> = BTreeMap::new();
    for b in &found {
        let (entered, start) = day(b);
        let of = last.entry(b.provision.bearer.parties().to_vec()).or_insert((entered, start, b.paragraph.order));
        *of = (*of).max((entered, start, b.paragraph.order));
    }
    found.retain(|b| last.get(b.provision.bearer.parties()).is_some_and(|(.., order)| *order == b.paragraph.order));
    found
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
