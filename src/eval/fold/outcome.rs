//! What later orders make of a verdict. A breach from before stands, unless
//! an order moves the day itself or says that it acts on the time before.

use chrono::NaiveDate;

use super::touch::{moves, on};
use super::{Change, Doubt, Touch};
use crate::eval::Context;
use crate::eval::combine::Leaf;
use crate::model::Paragraph;
use crate::syntax::ast::DispositionVerb as V;
use crate::verdict::{Kind, Modality};
use crate::words::{day, plural};

impl Context<'_> {
    /// The verdict of one part as all later orders leave it.
    pub(in crate::eval) fn after_orders(&self, paragraph: &Paragraph, leaf: Leaf, touch: &Touch<'_>) -> Leaf {
        let accuses = matches!(leaf.kind, Kind::Breached | Kind::Late);
        if accuses && let Some(order) = self.doubtful_after(paragraph) {
            let why = format!("a line of {order} could not be read, and it may have moved this day");
            return undecided(&leaf, why, "mend the errors of this matter first");
        }
        if matches!(leaf.kind, Kind::Met | Kind::Used) {
            return leaf;
        }
        let forbids = touch.norm.modality == Modality::MustNot;
        // Acts in breach were counted only while the prohibition was in force.
        if forbids && matches!(leaf.kind, Kind::Breached | Kind::Undetermined) {
            return self.doubted(paragraph, leaf, touch);
        }
        // A day that came while it was stayed was never a day of breach.
        let due = leaf.due.as_ref().map(|d| d.day);
        let idle = touch.stays.iter().any(|s| !stands(&leaf, &s.by) && due.is_some_and(|d| s.may_hold(d)));
        if idle && let Some(met) = while_nothing_was_due(&leaf, touch) {
            return met;
        }
        if let Some((change, word)) = &touch.lifted
            && (idle || !stands(&leaf, change))
        {
            return Leaf::new(Kind::Lifted, format!("{word} by {}{}", change.order, on(change.day)))
                .due(leaf.due.as_ref());
        }
        if let Some((last, by)) = &touch.expires
            && *last < self.asked.as_of
            && !forbids
            && leaf.due.as_ref().is_none_or(|d| d.day > *last)
            && leaf.kind != Kind::Expired
        {
            let name = by.as_ref().map_or(&self.model.order(paragraph.order).name, |b| &b.order);
            return Leaf::new(Kind::Lifted, format!("it expired on {} ({name})", day(*last))).due(leaf.due.as_ref());
        }
        if let Some(leaf) = self.while_stayed(paragraph, &leaf, touch) {
            return leaf;
        }
        self.doubted(paragraph, leaf, touch)
    }

    /// Now stayed, or due on a day on which it was.
    fn while_stayed(&self, paragraph: &Paragraph, leaf: &Leaf, touch: &Touch<'_>) -> Option<Leaf> {
        let as_of = self.asked.as_of;
        let accuses = matches!(leaf.kind, Kind::Breached | Kind::Late);
        let due = leaf.due.as_ref().map(|d| d.day);
        // A later stay holds too for a day that came while an earlier one did.
        let idle = touch.stays.iter().any(|s| !stands(leaf, &s.by) && due.is_some_and(|d| s.may_hold(d)));
        let stays = || touch.stays.iter().rev().filter(|s| idle || !stands(leaf, &s.by));
        if leaf.kind != Kind::Late
            && let Some(stay) = stays().find(|s| s.holds(as_of))
        {
            let why = format!("stayed by {}{}", stay.by.order, on(stay.by.day));
            return Some(Leaf::new(Kind::Stayed, why).due(leaf.due.as_ref()));
        }
        for stay in stays() {
            let name = &stay.by.order;
            let within = due.is_some_and(|d| stay.may_hold(d));
            if !matches!(leaf.kind, Kind::Late | Kind::Expired) && stay.unsure == Some(as_of) {
                let why = format!("whether the stay by {name} still holds on {} itself it does not say", day(as_of));
                let line = format!("stays {} until and including {}", paragraph.name, as_of);
                return Some(undecided(leaf, why, &line));
            }
            if accuses && within {
                let why = format!("its day came while it was stayed by {name}, and no order sets another");
                return Some(undecided(leaf, why, &format!("resets {} to <day>", paragraph.name)));
            }
            if accuses && let Some(ran) = ran_while_stayed(leaf, stay) {
                let why = format!(
                    "{} of its period ran while it was stayed by {name}, and no order says whether they count",
                    plural(ran, "day")
                );
                return Some(undecided(leaf, why, &format!("resets {} to <day>", paragraph.name)));
            }
        }
        None
    }

    /// What an order came to nobody can say.
    fn doubted(&self, paragraph: &Paragraph, leaf: Leaf, touch: &Touch<'_>) -> Leaf {
        let accuses = matches!(leaf.kind, Kind::Breached | Kind::Late);
        if accuses
            && let Some(due) = leaf.due.as_ref().map(|d| d.day)
            && let Some((to, by)) = touch.undone.iter().find(|(to, by)| by.day.is_some_and(|u| due < u && *to >= u))
        {
            let why = format!("{} took back its move to {} when the day before had passed", by.order, day(*to));
            return undecided(&leaf, why, &format!("resets {} to <day>", paragraph.name));
        }
        if accuses
            && let Some(by) = &touch.part
            && !stands(&leaf, by)
        {
            let words = self.model_words(by);
            let why = format!("{} reaches it in part: {words}", by.order);
            return undecided(&leaf, why, &format!("the Court finds {} breached", paragraph.name));
        }
        let Some((by, verb, why)) = &touch.doubt else { return leaf };
        if stands(&leaf, by) && !moves(*verb) || leaf.kind == Kind::Late && !moves(*verb) {
            return leaf;
        }
        let why = match why {
            Doubt::Words if *verb == V::Converts => format!("{} converts it, and its end may be another", by.order),
            Doubt::Words => format!("{} changes it in a way that is shown and not applied", by.order),
            Doubt::Condition => format!("{} changes it on a condition that a person must decide", by.order),
            Doubt::Tied => format!("{} and another order of the same day say different things of it", by.order),
        };
        Leaf::new(Kind::Undetermined, why).due(leaf.due.as_ref())
    }

    fn model_words(&self, by: &Change) -> String {
        let acts = super::acts(self.model);
        let found = acts.iter().find(|a| a.disposition.span == by.span);
        found.map(|a| super::describe(a.disposition)).unwrap_or_default()
    }

    /// A later order in force of which a line that may be a disposition was not read.
    fn doubtful_after(&self, paragraph: &Paragraph) -> Option<&str> {
        let own = self.model.order(paragraph.order).in_force();
        self.model
            .doubtful
            .iter()
            .filter(|o| **o != paragraph.order && self.force.is_ordered(self.model, **o, self.asked))
            .map(|o| self.model.order(*o))
            .find(|o| o.in_force() >= own)
            .map(|o| o.name.as_str())
    }
}

/// Done after its day, on a day on which it was stayed and not removed yet.
fn while_nothing_was_due(leaf: &Leaf, touch: &Touch<'_>) -> Option<Leaf> {
    let (due, days) = (leaf.due.as_ref()?.day, leaf.days.filter(|_| leaf.kind == Kind::Late)?);
    let done = due.checked_add_signed(chrono::TimeDelta::days(days))?;
    let removed = touch.lifted.as_ref().is_some_and(|(by, _)| by.day.is_none_or(|d| d <= done));
    let stay = touch.stays.iter().rev().find(|s| !removed && s.holds(done))?;
    let how = leaf.why.split(',').next().unwrap_or("done");
    let mut met = leaf.clone();
    met.kind = Kind::Met;
    met.days = None;
    met.why = format!("{how}, while it was stayed by {}", stay.by.order);
    Some(met)
}

/// A breach from before the change, or doubt whether there was one: the change leaves it.
fn stands(leaf: &Leaf, change: &Change) -> bool {
    let before = |due: NaiveDate| change.day.is_some_and(|at| due < at);
    let past = matches!(leaf.kind, Kind::Breached | Kind::Late | Kind::Expired | Kind::Undetermined);
    past && leaf.due.as_ref().is_some_and(|d| before(d.day))
}

/// Days of a counted period on which it was stayed.
fn ran_while_stayed(leaf: &Leaf, stay: &super::stay::Stay) -> Option<i64> {
    let due = leaf.due.as_ref()?;
    let start = due.trace.first()?.date;
    let days = if start <= due.day { stay.days_within(start, due.day) } else { 0 };
    (days > 0).then_some(days)
}

fn undecided(leaf: &Leaf, why: String, remedy: &str) -> Leaf {
    Leaf::new(Kind::Undetermined, why).due(leaf.due.as_ref()).remedy(remedy)
}
