//! What was ordered on a day: all orders known by one day and in force on another, read oldest first.
//! What that makes of a duty is for the room `amended`.

use ordain_syntax::ast::Flag;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::eval::orders::event::{Change, Doubt, Effect, Event, Ordered, Undoing};
use crate::eval::orders::savings::Savings;
use crate::eval::orders::targets::{Act, Targets, dispositions_in_order};
use crate::eval::orders::{named, stipulation, undone};
use crate::eval::question::Question;
use crate::model::{Body, Disposition, Due, Model, OrderId, ParagraphId, Rewrite, StayEnd};
use ordain_base::source::Span;
use ordain_syntax::ast::DispositionVerb as V;

/// The state of everything on the day asked about.
#[derive(Debug, Clone, Default)]
pub(in crate::eval) struct OrdersInForce<'a> {
    events: BTreeMap<ParagraphId, Vec<Event<'a>>>,
    /// What was agreed or noticed about a paragraph and does nothing by itself, and why not.
    powerless: BTreeMap<ParagraphId, Vec<(Change, String)>>,
    /// Stipulations and notices that an order in force makes its own, and which.
    agreed: BTreeMap<OrderId, Change>,
    /// Rules without a day of their own that bind where an order incorporates them: from when.
    incorporated: BTreeMap<OrderId, Option<NaiveDate>>,
    /// Those that some order incorporates, in force or not.
    adopted: BTreeSet<OrderId>,
    /// `no further extension absent "…"`, by the order that says so.
    pub(in crate::eval) notices: BTreeMap<String, (String, Span)>,
    /// Two orders of one day that disagree about a paragraph.
    pub(in crate::eval) tied: Vec<(ParagraphId, Span, Span)>,
}

impl<'a> OrdersInForce<'a> {
    /// On the docket by the day to which it is read, and binding by the day asked about.
    pub(in crate::eval) fn is_ordered(&self, model: &Model, order: OrderId, asked: Question) -> bool {
        let it = model.order(order);
        let known = it.docketed().is_none_or(|d| d <= asked.known_on);
        let adopted =
            !self.adopted.contains(&order) || it.in_force().is_some() || self.incorporated.contains_key(&order);
        known && adopted && it.in_force().is_none_or(|d| d <= asked.as_of)
    }

    /// The day from which an order binds.
    pub(in crate::eval) fn binds_from(&self, model: &Model, order: OrderId) -> Option<NaiveDate> {
        model.order(order).in_force().or_else(|| self.incorporated.get(&order).copied().flatten())
    }

    /// The change as it acts: what an order adopts acts from that order on.
    fn adopted_as(&self, mut by: Change) -> Change {
        if let Some(order) = self.agreed.get(&by.id).filter(|a| a.id != by.id) {
            by.order = format!("{}, which {} adopts", by.order, order.order);
            by.name = format!("{}, which {} adopts", by.name, order.name);
            by.entered = by.entered.max(order.entered);
            by.day = if by.retroactive { by.day } else { by.day.max(order.day) };
        }
        by
    }

    /// What was agreed about a paragraph and moves nothing by itself, and why.
    pub(in crate::eval) fn powerless(&self, paragraph: ParagraphId) -> &[(Change, String)] {
        self.powerless.get(&paragraph).map_or(&[], Vec::as_slice)
    }

    /// What orders did to a paragraph, oldest first.
    pub(in crate::eval) fn events(&self, paragraph: ParagraphId) -> &[Event<'a>] {
        self.events.get(&paragraph).map_or(&[], Vec::as_slice)
    }
}

/// What the orders known by one day do on another.
pub(in crate::eval) struct InForce<'a> {
    pub(in crate::eval) orders: OrdersInForce<'a>,
    /// Dispositions without a condition, oldest first.
    pub(in crate::eval) ordered: Vec<Ordered<'a>>,
    /// Those that hang on a condition, with the paragraph that states it.
    pub(in crate::eval) conditional: Vec<(ParagraphId, Ordered<'a>)>,
}

/// Folds the dispositions of every order that is known and acts by the day
/// asked about, in the order of their entry; of one day by clock time, then by
/// docket number, then by name, then as they are in the order.
pub(in crate::eval) fn orders_in_force(model: &Model, asked: Question) -> InForce<'_> {
    let acts = dispositions_in_order(model);
    let mut orders = OrdersInForce { adopted: orders_adopted(&acts), ..OrdersInForce::default() };
    let mut known: Vec<Act<'_>> = acts
        .into_iter()
        .filter(|a| {
            let known = model.order(a.order).docketed().is_none_or(|d| d <= asked.known_on);
            known && a.from.is_none_or(|d| d <= asked.as_of)
        })
        .collect();
    let reach = Targets::new(model);
    orders.agreed = stipulation::adopted_stipulations(model, &known, |act| reach.change(act));
    // What the parties agreed acts when the order that adopts it does, after those before it.
    known.sort_by_key(|a| model.order(a.order).docketed().max(orders.agreed.get(&a.order).and_then(|c| c.entered)));
    let undone = undone::undone(&reach, &known, asked);
    let saved = Savings::of(&reach, &known, &undone);
    let (mut ordered, mut conditional) = (Vec::new(), Vec::new());
    for (act, undone) in known.iter().zip(&undone) {
        apply_disposition(&mut orders, &reach, &saved, act, undone.as_ref());
        extend_stays(&mut orders, &reach, &known, act, undone.as_ref());
        if undone.is_none() {
            let saved = saved.things(act.order).into_iter().chain(named::spared_things(act.disposition)).collect();
            let one = Ordered {
                order: act.order,
                disposition: act.disposition,
                by: reach.change(act),
                sweeps: named::sweeps_hearings(act.disposition),
                saved,
                swept: reach.hearings_swept(act),
                doubtful: false,
            };
            // What hangs on a condition acts once the condition is known to hold.
            if act.disposition.conditions.is_empty() {
                ordered.push(one);
            } else if let Some(paragraph) = act.paragraph {
                conditional.push((paragraph, one));
            }
        }
    }
    add_notices(&mut orders, model, asked);
    InForce { orders, ordered, conditional }
}

/// Orders of rank and standing that some order makes its own.
fn orders_adopted(acts: &[Act<'_>]) -> BTreeSet<OrderId> {
    let all = acts.iter().filter(|a| a.disposition.verb == V::Incorporates);
    all.flat_map(|a| named::orders_of(a.disposition)).collect()
}

fn apply_disposition<'a>(
    orders: &mut OrdersInForce<'a>,
    reach: &Targets<'a>,
    saved: &Savings,
    act: &Act<'a>,
    undone: Option<&Undoing>,
) {
    let d = act.disposition;
    let by = orders.adopted_as(reach.change(act));
    if undone.is_none() && d.conditions.is_empty() && d.verb == V::Incorporates {
        for order in named::orders_of(d) {
            orders.incorporated.entry(order).or_insert(act.from);
        }
    }
    let Some(effect) = effect_of_disposition(d) else { return };
    for target in reach.paragraphs(act) {
        if !matches!(effect, Effect::Keep)
            && !orders.agreed.contains_key(&act.order)
            && let Some(why) = stipulation::powerless(reach.model, act, target.paragraph)
        {
            orders.powerless.entry(target.paragraph).or_default().push((by.clone(), why));
            continue;
        }
        let save = target.broad && saved.holds(act.order, &target);
        let effect = match (save, effect) {
            (true, _) => Effect::Keep,
            (false, Effect::LiftStay(_)) => Effect::LiftStay(target.stayed_by),
            // What an order becomes has a new end; what fell due under it keeps its day.
            (false, Effect::Move(_)) if d.verb == V::Converts && reach.falls_due(target.paragraph) => Effect::Outlive,
            (false, effect) => effect,
        };
        let events = orders.events.entry(target.paragraph).or_default();
        let event = Event {
            by: by.clone(),
            effect,
            disposition: d,
            broad: target.broad,
            unreached: target.unreached,
            owed_by: target.owed_by,
            partly: target.partly,
            undone: undone.cloned(),
        };
        if let Some(last) = events.last()
            && reach.disagree(last, &event)
        {
            orders.tied.push((target.paragraph, last.by.span, by.span));
            let why = if last.by.id == by.id { Doubt::Twice } else { Doubt::Tied };
            let doubt = Event { effect: Effect::Doubt(why), ..event.clone() };
            events.push(event);
            events.push(doubt);
        } else {
            events.push(event);
        }
    }
}

/// `extends First ¶ 1 to D`, where First ¶ 1 is a stay: what it stays is stayed
/// from the day of the extension until D.
fn extend_stays<'a>(
    orders: &mut OrdersInForce<'a>,
    reach: &Targets<'a>,
    known: &[Act<'a>],
    act: &Act<'a>,
    undone: Option<&Undoing>,
) {
    let d = act.disposition;
    if !matches!(d.verb, V::Extends | V::Continues) || !d.conditions.is_empty() {
        return;
    }
    let named = reach.paragraphs(act).into_iter().filter(|t| !t.broad);
    let whole = named::orders_of(d);
    let stays = named.flat_map(|t| known.iter().filter(move |a| a.paragraph == Some(t.paragraph)));
    let stays =
        stays.chain(known.iter().filter(|a| whole.contains(&a.order))).filter(|a| a.disposition.verb == V::Stays);
    for stay in stays {
        let effect = match (d.to, &d.until, d.by, &stay.disposition.end) {
            (Some(to), ..) => Effect::StayUntil { day: to.day, inclusive: false },
            (None, Some(Due::Until { moment, inclusive }), ..) => {
                Effect::StayUntil { day: moment.day, inclusive: *inclusive }
            }
            (None, None, Some(by), StayEnd::Day { day, inclusive }) => {
                let length = ordain_time::Length::new(by.n, by.unit);
                match ordain_time::instance(*day, length, 1) {
                    Some(day) => Effect::StayUntil { day, inclusive: *inclusive },
                    None => Effect::Doubt(Doubt::Words),
                }
            }
            _ => Effect::Doubt(Doubt::Words),
        };
        for target in reach.paragraphs(stay) {
            let by = orders.adopted_as(reach.change(act));
            orders.events.entry(target.paragraph).or_default().push(Event {
                by,
                effect,
                disposition: stay.disposition,
                broad: target.broad,
                unreached: target.unreached,
                owed_by: target.owed_by,
                partly: target.partly,
                undone: undone.cloned(),
            });
        }
    }
}

/// What a disposition does to the paragraphs it reaches; none where it is
/// about hearings, motions and papers only.
fn effect_of_disposition(d: &Disposition) -> Option<Effect<'_>> {
    if !d.conditions.is_empty() && !matches!(d.verb, V::Enforces | V::Stands | V::Incorporates | V::Affirms) {
        return Some(Effect::Doubt(Doubt::Condition));
    }
    effect_without_conditions(d)
}

/// The same, where its condition holds or it has none.
pub(in crate::eval) fn effect_without_conditions(d: &Disposition) -> Option<Effect<'_>> {
    Some(match d.verb {
        V::Extends | V::Advances | V::Continues | V::Resets | V::Adjourns => match (&d.due, d.by) {
            (Some(due), _) => Effect::Move(due),
            (None, Some(by)) => Effect::Shift(by, d.verb == V::Advances),
            (None, None) => Effect::Doubt(Doubt::Words),
        },
        V::Vacates | V::Excuses | V::Strikes | V::Supersedes | V::Dismisses => Effect::Lift,
        V::Stays => Effect::Stay(&d.end),
        V::LiftsStay => Effect::LiftStay(None),
        V::Reinstates => Effect::Reinstate,
        V::Closes
        | V::AdministrativelyCloses
        | V::Terminates
        | V::AdministrativelyTerminates
        | V::Removes
        | V::Remands
        | V::Transfers => Effect::Close,
        V::Reopens | V::Restores => Effect::Reopen,
        V::Expires => Effect::Expire(d.to.map(|t| t.day)),
        V::Modifies | V::Replaces => match &d.rewrite {
            Some(Rewrite::Paragraph(_)) => Effect::Lift,
            Some(rewrite) => Effect::Rewrite(rewrite),
            None => Effect::Doubt(Doubt::Words),
        },
        V::Converts => match d.due.as_ref().or(d.until.as_ref()) {
            Some(due) => Effect::Move(due),
            None => Effect::Convert,
        },
        V::Deems if d.timely => Effect::Timely,
        V::Enforces | V::Stands | V::Incorporates | V::Affirms => Effect::Keep,
        _ => return None,
    })
}

/// `no further extension absent "good cause"`: shown beside what the same order moves.
fn add_notices(orders: &mut OrdersInForce<'_>, model: &Model, asked: Question) {
    for paragraph in &model.paragraphs {
        if let Body::Listed(_, text) = &paragraph.body
            && text.to_lowercase().trim_start_matches('“').starts_with(Flag::NoFurtherExtension.words())
            && orders.is_ordered(model, paragraph.order, asked)
        {
            let text = text.trim_matches(['“', '”']).to_owned();
            orders.notices.insert(model.order(paragraph.order).name.clone(), (text, paragraph.span));
        }
    }
}
