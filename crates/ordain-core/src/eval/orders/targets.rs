//! What a disposition reaches: the paragraphs and hearings it names, and the
//! sets it names by what they are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::eval::orders::event::{Change, Effect, Event};
use crate::eval::orders::named::{
    hearings_of, limited_hearings, one_by_one, orders_among, orders_of, paragraphs_of, things_of,
};
use crate::model::object::Objects;
use crate::model::{
    Body, Disposition, Due, Model, OrderId, OrderKind, ParagraphId, PartyId, Scope, StayEnd, Sweep, Swept, ThingId,
};
use crate::verdict::Modality;
use ordain_base::steps;
use ordain_syntax::ast::DispositionVerb as V;

/// A disposition with the order that makes it.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    pub order: OrderId,
    /// The paragraph that carries it; none where the head of the order does.
    pub paragraph: Option<ParagraphId>,
    pub disposition: &'a Disposition,
    /// The day from which it acts; always, where `None`.
    pub from: Option<NaiveDate>,
}

/// Every disposition of a matter in the order in which they fold.
#[must_use]
pub fn dispositions_in_order(model: &Model) -> Vec<Act<'_>> {
    let act = |order: OrderId, paragraph, disposition| Act {
        order,
        paragraph,
        disposition,
        from: retroactive_from(model, order, disposition),
    };
    let heads = model.effects.iter().map(|(order, d)| act(*order, None, d));
    let mut all: Vec<Act<'_>> = heads.collect();
    for paragraph in &model.paragraphs {
        if let Body::Dispositions(list) = &paragraph.body {
            all.extend(list.iter().map(|d| act(paragraph.order, Some(paragraph.id), d)));
        }
    }
    all.sort_by(|a, b| {
        let key = |act: &Act<'_>| {
            let order = model.order(act.order);
            (order.docketed(), order.time, docket_number(model, act.order))
        };
        let (x, y) = (key(a), key(b));
        let named = || model.order(a.order).name.cmp(&model.order(b.order).name);
        x.cmp(&y).then_with(named).then_with(|| a.disposition.span.start.cmp(&b.disposition.span.start))
    });
    all
}

/// Retroactive effect reaches back to the day named, or to the beginning.
fn retroactive_from(model: &Model, order: OrderId, d: &Disposition) -> Option<NaiveDate> {
    let of = model.order(order);
    match (d.retroactive, of.retroactive) {
        (true, _) => d.since,
        (false, true) => d.since.or(of.effective),
        (false, false) => d.since.or_else(|| of.in_force()),
    }
}

fn docket_number(model: &Model, order: OrderId) -> Option<u64> {
    let docket = model.order(order).docket.as_deref()?;
    let digits: String = docket.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// A paragraph that a disposition reaches, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) struct Target<'a> {
    pub(in crate::eval) paragraph: ParagraphId,
    pub(in crate::eval) order: OrderId,
    pub(in crate::eval) broad: bool,
    pub(in crate::eval) unreached: bool,
    pub(in crate::eval) partly: bool,
    /// Only what these owe; everybody where empty.
    pub(in crate::eval) owed_by: &'a [PartyId],
    /// Of `lifts stay entered by First`: the order whose stay is lifted.
    pub(in crate::eval) stayed_by: Option<OrderId>,
}

/// A paragraph that some words name, and how they name it.
#[derive(Debug, Clone, Copy)]
struct Named<'a> {
    paragraph: ParagraphId,
    broad: bool,
    unreached: bool,
    owed_by: &'a [PartyId],
    stayed_by: Option<OrderId>,
}

impl Named<'_> {
    const fn by_itself(paragraph: ParagraphId) -> Self {
        Self { paragraph, broad: false, unreached: false, owed_by: &[], stayed_by: None }
    }

    const fn of_a_set(paragraph: ParagraphId) -> Self {
        Self { broad: true, ..Self::by_itself(paragraph) }
    }
}

/// Paragraphs and hearings by what names them, so that a chain of orders costs what it is long.
pub(in crate::eval) struct Targets<'a> {
    pub(in crate::eval) model: &'a Model,
    by_order: BTreeMap<OrderId, Vec<ParagraphId>>,
    by_topic: BTreeMap<&'a str, Vec<ParagraphId>>,
    /// By each hearing, what must be done at it.
    by_hearing: BTreeMap<ThingId, Vec<ParagraphId>>,
    /// Every stay that an order enters.
    stays: Vec<Act<'a>>,
    /// What each order names one by one: not among `all other` of the same order.
    singled: BTreeMap<OrderId, BTreeSet<ParagraphId>>,
}

impl<'a> Targets<'a> {
    pub(in crate::eval) fn new(model: &'a Model) -> Self {
        let mut by_order: BTreeMap<OrderId, Vec<ParagraphId>> = BTreeMap::new();
        let mut by_topic: BTreeMap<&str, Vec<ParagraphId>> = BTreeMap::new();
        let mut by_hearing: BTreeMap<ThingId, Vec<ParagraphId>> = BTreeMap::new();
        for p in &model.paragraphs {
            by_order.entry(p.order).or_default().push(p.id);
            for topic in &p.topics {
                by_topic.entry(topic).or_default().push(p.id);
            }
            for hearing in hearings_of(&p.body) {
                by_hearing.entry(hearing).or_default().push(p.id);
            }
        }
        let mut singled: BTreeMap<OrderId, BTreeSet<ParagraphId>> = BTreeMap::new();
        let all = dispositions_in_order(model);
        let stays = all.iter().filter(|a| a.disposition.verb == V::Stays).copied().collect();
        for act in &all {
            singled.entry(act.order).or_default().extend(one_by_one(act.disposition));
        }
        Self { model, by_order, by_topic, by_hearing, stays, singled }
    }

    /// The words that act, for a sentence and for a snippet.
    pub(in crate::eval) fn change(&self, act: &Act<'_>) -> Change {
        let order = self.model.order(act.order);
        Change {
            id: act.order,
            order: order.name.clone(),
            name: act.paragraph.map_or_else(|| order.name.clone(), |p| self.model.paragraph(p).name.clone()),
            entered: order.docketed(),
            day: act.from,
            hour: order.time.filter(|_| act.from == order.entered),
            retroactive: act.disposition.retroactive || order.retroactive,
            recalls: act.disposition.verb == V::Recalls,
            span: act.disposition.span,
        }
    }

    /// The paragraphs it reaches, each once; what is named by itself is not part of a set.
    pub(in crate::eval) fn paragraphs(&self, act: &Act<'a>) -> Vec<Target<'a>> {
        let d = act.disposition;
        let mut found = self.named(act, d.objects.as_ref(), &d.scope);
        found.extend(self.stayed_by_named(act));
        found.extend(self.at_limited_hearings(act).into_iter().map(Named::by_itself));
        // `lifts stay`, and nothing more: of all that is stayed. `stays as to Acme`: all that Acme owes.
        let named = d.objects.is_some() || !d.scope.sweeps.is_empty();
        let limited = !d.scope.parties.is_empty() || !d.scope.between.is_empty();
        if !named && (d.verb == V::LiftsStay || d.verb == V::Stays && limited) {
            let others =
                self.model.paragraphs.iter().filter(|p| p.order != act.order && !self.came_after(act, p.order));
            found.extend(others.map(|p| Named::of_a_set(p.id)));
            steps::count(found.len());
        }
        let spared: BTreeSet<ParagraphId> = match &d.spared {
            Some(s) => self.named(act, s.objects.as_ref(), &s.scope).into_iter().map(|n| n.paragraph).collect(),
            None => BTreeSet::new(),
        };
        let mut seen = spared;
        // What is named by itself comes first.
        found.sort_by_key(|n| n.broad);
        let found = found.into_iter().filter(|n| seen.insert(n.paragraph));
        found
            .filter_map(|n| {
                let p = self.model.paragraph(n.paragraph);
                let partly = self.of_other_cases(act, &p.cases)?;
                Some(Target {
                    paragraph: n.paragraph,
                    order: p.order,
                    broad: n.broad,
                    unreached: n.unreached,
                    partly,
                    owed_by: n.owed_by,
                    stayed_by: n.stayed_by,
                })
            })
            .collect()
    }

    /// What must be done at a hearing that is vacated or moved as to some parties only, in the order of the paragraphs.
    fn at_limited_hearings(&self, act: &Act<'_>) -> BTreeSet<ParagraphId> {
        let hearings = limited_hearings(self.model, act.disposition);
        hearings.iter().filter_map(|hearing| self.by_hearing.get(hearing)).flatten().copied().collect()
    }

    /// What some words of a disposition name, one by one or as a set.
    fn named(&self, act: &Act<'a>, objects: Option<&'a Objects>, scope: &'a Scope) -> Vec<Named<'a>> {
        steps::count(1);
        let mut found: Vec<Named<'a>> = paragraphs_of(objects).map(Named::by_itself).collect();
        let of = |order: &OrderId| self.by_order.get(order).map_or(&[][..], Vec::as_slice);
        for order in orders_among(objects).into_iter().filter(|o| *o != act.order) {
            found.extend(of(&order).iter().map(|p| Named::of_a_set(*p)));
        }
        for sweep in &scope.sweeps {
            let swept = self.swept(act, sweep).into_iter().map(Named::of_a_set);
            found.extend(swept.map(|n| Named { unreached: sweep.unreached, owed_by: &sweep.owed_by, ..n }));
        }
        found
    }

    /// `lifts stay entered by First`, `lifts stay of First ¶ 1`: what that stay stays.
    fn stayed_by_named(&self, act: &Act<'a>) -> Vec<Named<'a>> {
        if act.disposition.verb != V::LiftsStay {
            return Vec::new();
        }
        let objects = act.disposition.objects.as_ref();
        let (orders, single) = (orders_among(objects), paragraphs_of(objects).collect::<Vec<_>>());
        let stays = self
            .stays
            .iter()
            .filter(|stay| orders.contains(&stay.order) || stay.paragraph.is_some_and(|p| single.contains(&p)));
        stays
            .flat_map(|stay| {
                let of = |t: Target<'a>| Named { stayed_by: Some(stay.order), ..Named::of_a_set(t.paragraph) };
                self.paragraphs(stay).into_iter().map(of).collect::<Vec<_>>()
            })
            .collect()
    }

    /// Whether the paragraph is of further cases; `None` where it is of none that the act reaches.
    fn of_other_cases(&self, act: &Act<'_>, cases: &[usize]) -> Option<bool> {
        let own = match (&act.disposition.scope.cases, act.paragraph) {
            (cases, _) if !cases.is_empty() => cases.as_slice(),
            (_, Some(p)) => self.model.paragraph(p).cases.as_slice(),
            (_, None) => self.model.order(act.order).cases.as_slice(),
        };
        if own.is_empty() {
            return Some(false);
        }
        let all: Vec<usize> = (0..self.model.declared.cases.len()).collect();
        let cases = if cases.is_empty() { &all } else { cases };
        let reached = cases.iter().filter(|c| own.contains(c)).count();
        (reached > 0).then_some(reached < cases.len())
    }

    fn swept(&self, act: &Act<'_>, sweep: &Sweep) -> Vec<ParagraphId> {
        let singled = self.singled.get(&act.order).filter(|_| sweep.other);
        let mut found = self.named_by_kind(act, sweep);
        found.retain(|p| {
            let another = singled.is_none_or(|named| !named.contains(p));
            // Where all dates move, the hearing moves, and whoever must appear at it with it.
            let moves =
                matches!(act.disposition.verb, V::Extends | V::Continues | V::Adjourns | V::Resets | V::Advances);
            let dated = sweep.what == Swept::Deadlines || sweep.what == Swept::Dates && moves;
            another && (!dated || self.falls_due(*p))
        });
        found
    }

    /// Something falls due under it: a prohibition is no deadline, nor is an appointment, nor what has no day.
    pub(in crate::eval) fn falls_due(&self, paragraph: ParagraphId) -> bool {
        let Body::Provision(provision) = &self.model.paragraph(paragraph).body else { return true };
        let dated = |due: &Due| {
            !matches!(
                due,
                Due::At { .. } | Due::Open(_) | Due::Until { .. } | Due::UntilEvent { .. } | Due::UntilDone { .. }
            )
        };
        provision.modality != Modality::MustNot && provision.obligations.iter().any(|l| dated(&l.due))
    }

    fn named_by_kind(&self, act: &Act<'_>, sweep: &Sweep) -> Vec<ParagraphId> {
        if sweep.what == Swept::Hearings {
            return Vec::new();
        }
        if let Some(topic) = &sweep.topic {
            let all = self.by_topic.get(topic.as_str()).into_iter().flatten();
            return all.copied().filter(|p| !self.came_after(act, self.model.paragraph(*p).order)).collect();
        }
        if sweep.of.is_empty() {
            let others = self.model.paragraphs.iter().filter(|p| p.order != act.order);
            return others.filter(|p| !self.came_after(act, p.order)).map(|p| p.id).collect();
        }
        sweep.of.iter().filter_map(|o| self.by_order.get(o)).flatten().copied().collect()
    }

    /// A set is what there was on the day of the order that names it: what the Court orders later, knowing
    /// that order, it means. Rules and papers of the parties are no orders, and are reached whatever their day.
    fn came_after(&self, act: &Act<'_>, order: OrderId) -> bool {
        let (own, other) = (self.model.order(act.order), self.model.order(order));
        let later = matches!((own.docketed(), other.docketed()), (Some(a), Some(b)) if b > a);
        other.kind == OrderKind::Order && later
    }

    /// `all hearings of Sched`: those that Sched sets, or at which it orders somebody to appear.
    pub(in crate::eval) fn hearings_swept(&self, act: &Act<'_>) -> Vec<ThingId> {
        let hearings = |s: &&Sweep| matches!(s.what, Swept::Hearings | Swept::Dates) && !s.of.is_empty();
        let of: Vec<OrderId> =
            act.disposition.scope.sweeps.iter().filter(hearings).flat_map(|s| s.of.iter().copied()).collect();
        let own = of.iter().filter_map(|order| self.by_order.get(order)).flatten().map(|p| self.model.paragraph(*p));
        let found = own.flat_map(|p| match &p.body {
            Body::Dispositions(list) => list.iter().filter(|d| d.to.is_some()).flat_map(things_of).collect(),
            body => hearings_of(body),
        });
        let mut found: Vec<ThingId> = found.collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The hearings and events it names.
    pub(in crate::eval) fn things(&self, act: &Act<'_>) -> Vec<ThingId> {
        things_of(act.disposition)
    }

    /// Of one day, with nothing that puts one before the other, and not saying the same.
    pub(in crate::eval) fn disagree(&self, a: &Event<'_>, b: &Event<'_>) -> bool {
        let quiet = |e: &Event<'_>| matches!(e.effect, Effect::Keep | Effect::Doubt(_)) || e.undone.is_some();
        if a.by.entered.is_none() || a.by.entered != b.by.entered || quiet(a) || quiet(b) {
            return false;
        }
        // One order that moves one day to two: nothing says which of its sentences holds.
        if a.by.id == b.by.id {
            let (x, y) = (a.disposition, b.disposition);
            let alone = !a.broad && !b.broad && x.conditions.is_empty() && y.conditions.is_empty();
            let moves = |e: &Event<'_>| matches!(e.effect, Effect::Move(_));
            return alone && moves(a) && moves(b) && x.scope == y.scope && a.effect != b.effect;
        }
        let same = match (a.effect, b.effect) {
            (Effect::Stay(x), Effect::Stay(y)) => x == y || *x == StayEnd::Open && *y == StayEnd::Open,
            (x, y) => x == y,
        };
        let (x, y) = (a.by.id, b.by.id);
        let apart = |a: Option<u64>, b: Option<u64>| a.is_some() && b.is_some() && a != b;
        let (s, t) = (self.model.order(x).time, self.model.order(y).time);
        let by_time = s.is_some() && t.is_some() && s != t;
        !same && !by_time && !apart(docket_number(self.model, x), docket_number(self.model, y))
    }
}

/// A disposition with all that it reaches, on whatever day.
#[derive(Debug, Clone)]
pub struct Touched<'a> {
    pub act: Act<'a>,
    /// Those it names one by one, then those of orders and sets.
    pub paragraphs: Vec<ParagraphId>,
    /// The orders it names, by themselves or by a paragraph.
    pub orders: BTreeSet<OrderId>,
}

/// Every disposition of a matter with what it reaches, in the order in which they fold.
#[must_use]
pub fn touched(model: &Model) -> Vec<Touched<'_>> {
    let reach = Targets::new(model);
    dispositions_in_order(model)
        .into_iter()
        .map(|act| {
            let targets = reach.paragraphs(&act);
            let single = targets.iter().filter(|t| !t.broad).map(|t| t.order);
            let orders = orders_of(act.disposition).into_iter().chain(single).collect();
            Touched { act, paragraphs: targets.into_iter().map(|t| t.paragraph).collect(), orders }
        })
        .collect()
}
