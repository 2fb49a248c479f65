//! What later orders make of a verdict. A breach from before stands, unless
//! an order moves the day itself or says that it acts on the time before.

use chrono::NaiveDate;

use crate::eval::amended::duty::{AmendedDuty, TakenBack, moves};
use crate::eval::amended::stay::Stay;
use crate::eval::case::Case;
use crate::eval::due::resolve::resolve_due;
use crate::eval::duty::part::PartVerdict;
use crate::eval::orders::describe::on_day;
use crate::eval::orders::event::{Change, Doubt};
use crate::eval::orders::{describe, targets};
use crate::eval::paragraph::granted_time::granted_without_day;
use crate::eval::paragraph::set_too_late::set_too_late;
use crate::model::{Body, Due, Model, OrderId, Paragraph, done_to_action, is_of_action};
use crate::verdict::{Kind, Modality, Place, Reason};
use ordain_base::words::{day, plural};

/// The verdict of one part as all later orders leave it.
pub(in crate::eval) fn after_orders(
    case: &Case<'_>,
    paragraph: &Paragraph,
    part: PartVerdict,
    amended: &AmendedDuty<'_>,
) -> PartVerdict {
    let accuses = part.kind.is_missed();
    if accuses && let Some(order) = doubtful_after(case, paragraph) {
        let why = format!("a line of {order} could not be read, and it may have moved this day");
        return undecided(&part, why, "fix the errors of this matter first");
    }
    if part.kind.is_done_in_time() {
        return part;
    }
    if let Some(by) = &amended.timely
        && part.kind.is_finding()
    {
        return deemed_in_time(part, by);
    }
    if accuses && let Some(open) = day_in_doubt(case, paragraph, &part, amended) {
        return open;
    }
    // Only a duty has a day to meet: the end of a permission that was taken away is none.
    let owed = |part: &PartVerdict| part.due.clone().filter(|_| amended.provision.modality == Modality::Must);
    // An act to the contrary of a continuing duty is a breach without a day to be met.
    let undone = amended.provision.modality == Modality::Must && part.kind == Kind::Breached && part.due.is_none();
    let forbids = amended.provision.modality == Modality::MustNot || undone;
    // Acts in breach were counted only while the prohibition was in force.
    if forbids && part.kind.lacks_performance() {
        return doubted_verdict(case, paragraph, part, amended);
    }
    if let Some(met) = in_time_when_done(&part, amended) {
        return met;
    }
    // A day that came while it was stayed was never a day of breach.
    let due = part.due.as_ref().map(|d| d.day);
    let idle = amended.stays.iter().any(|s| !outlasts(&part, &s.by, amended) && due.is_some_and(|d| s.may_hold(d)));
    if idle && let Some(met) = while_nothing_was_due(&part, amended) {
        return met;
    }
    if let Some((change, word)) = &amended.lifted
        && (idle
            || !outlasts(&part, change, amended)
            || part.kind == Kind::Expired && had_time_left(case, paragraph, amended))
    {
        let back = if change.retroactive { ", nunc pro tunc" } else { "" };
        let when = on_day(change.day.filter(|_| !change.retroactive).or(change.entered));
        return verdict_by_order(Kind::Lifted, format!("{word} by {}{when}{back}", change.order), change)
            .due(owed(&part).as_ref());
    }
    if let Some((last, by)) = &amended.expires
        && last.day < case.question.as_of
        && !forbids
        && part.due.as_ref().is_none_or(|d| d.day > last.day)
        && part.kind != Kind::Expired
    {
        let name = by.as_ref().map_or(&case.model.order(paragraph.order).name, |b| &b.order);
        return PartVerdict::new(Kind::Lifted, format!("it expired on {} ({name})", last.in_words()))
            .due(part.due.as_ref());
    }
    if let Some(part) = while_stayed(case, paragraph, &part, amended) {
        return part;
    }
    doubted_verdict(case, paragraph, part, amended)
}

/// The day that was missed had passed when it was set, or an order gives more time and no day.
fn day_in_doubt(
    case: &Case<'_>,
    paragraph: &Paragraph,
    part: &PartVerdict,
    amended: &AmendedDuty<'_>,
) -> Option<PartVerdict> {
    if amended.provision.modality != Modality::Must {
        return None;
    }
    if let Some((order, due)) = set_too_late(case, paragraph, part, amended) {
        let why = format!("its day had passed when {order} was entered, and it does not say that it looks back");
        let line = format!("resets {} to <day>, if {} is a slip", paragraph.name, day(due));
        return Some(undecided(part, why, &line));
    }
    let (order, motion) =
        granted_without_day(case, paragraph, &amended.provision).filter(|_| amended.moved.is_none())?;
    let why = format!("{order} grants {motion}, for more time, and does not say to which day");
    Some(undecided(part, why, &format!("extends {} to <day>", paragraph.name)))
}

/// Now stayed, or due on a day on which it was.
pub(in crate::eval) fn while_stayed(
    case: &Case<'_>,
    paragraph: &Paragraph,
    part: &PartVerdict,
    amended: &AmendedDuty<'_>,
) -> Option<PartVerdict> {
    let as_of = case.question.as_of;
    let accuses = part.kind.is_missed();
    let due = part.due.as_ref().map(|d| d.day);
    // A later stay holds too for a day that came while an earlier one did.
    let idle = amended.stays.iter().any(|s| !outlasts(part, &s.by, amended) && due.is_some_and(|d| s.may_hold(d)));
    let stays = || amended.stays.iter().rev().filter(|s| idle || !outlasts(part, &s.by, amended));
    if part.kind != Kind::Late
        && let Some(stay) = stays().find(|s| s.holds(as_of))
    {
        let why = format!("stayed by {}{}", stay.by.order, on_day(stay.by.day));
        return Some(verdict_by_order(Kind::Stayed, why, &stay.by).due(part.due.as_ref()));
    }
    for stay in stays() {
        let name = &stay.by.order;
        let within = due.is_some_and(|d| stay.may_hold(d));
        if !part.kind.ended_late() && stay.is_unsure_on(as_of) {
            let why = format!("whether the stay by {name} still holds on {} itself it does not say", day(as_of));
            let line = format!("stays {} until and including {}", paragraph.name, as_of);
            return Some(undecided(part, why, &line));
        }
        if accuses && within {
            let why = format!("its day came while it was {} by {name}, and no order sets another", stay.word());
            return Some(undecided(part, why, &format!("resets {} to <day>", paragraph.name)));
        }
        // What comes again falls due on days of the calendar, and no period of it runs.
        let recurs = amended.provision.obligations.iter().all(|o| matches!(o.due, Due::Series(_)));
        if accuses
            && !recurs
            && let Some(ran) = ran_while_stayed(part, stay)
        {
            let why = format!(
                "{} of its period ran while it was {} by {name}, and no order says whether they count",
                plural(ran, "day"),
                stay.word()
            );
            return Some(undecided(part, why, &format!("resets {} to <day>", paragraph.name)));
        }
    }
    None
}

/// What an order came to nobody can say.
pub(in crate::eval) fn doubted_verdict(
    case: &Case<'_>,
    paragraph: &Paragraph,
    part: PartVerdict,
    amended: &AmendedDuty<'_>,
) -> PartVerdict {
    let accuses = part.kind.is_missed();
    if accuses
        && let Some(due) = part.due.as_ref().map(|d| d.day)
        && let Some(back) = amended.undone.iter().find(|b| amended.spares(b, due))
    {
        let (order, to) = (&back.by.order, day(back.to));
        let why = format!("{order} took back its move to {to} when the day before had passed");
        return undecided(&part, why, &format!("resets {} to <day>", paragraph.name));
    }
    if accuses
        && let Some(by) = &amended.part
        && !outlasts(&part, by, amended)
    {
        let words = change_words(case, by);
        let why = format!("{} reaches it in part: {words}", by.order);
        return undecided(&part, why, &format!("the Court finds {} breached", paragraph.name));
    }
    if accuses && let Some(why) = closed_on(case, paragraph, amended, part.due.as_ref().map(|d| d.day)) {
        return undecided(&part, why, &format!("resets {} to <day>", paragraph.name));
    }
    let Some((by, verb, why)) = &amended.doubt else { return part };
    if *why == Doubt::Reopened && !outlasts(&part, by, amended) {
        let why = format!("{} reopens the action, and no order says whether what was due in it is due again", by.order);
        return undecided(&part, why, &format!("reinstates {0}, or resets {0} to <day>", paragraph.name));
    }
    if *why == Doubt::Excused && accuses {
        let why =
            format!("its day had passed when {} excused it; whether the miss is forgiven is for the Court", by.order);
        return undecided(&part, why, &format!("deems {} met", paragraph.name));
    }
    if outlasts(&part, by, amended) && !moves(*verb) || part.kind == Kind::Late && !moves(*verb) {
        return part;
    }
    let why = match why {
        Doubt::OtherDismissed => {
            format!("{} {}; whether this is still owed is for the Court", by.order, change_words(case, by))
        }
        Doubt::Excused => format!("{} excuses it", by.order),
        Doubt::Words => format!("{} changes it in a way that Ordain reports and does not apply", by.order),
        Doubt::Condition => format!("{} changes it on a condition that a person must decide", by.order),
        Doubt::Twice => format!("{} moves it to two days, and nothing says which holds", by.order),
        Doubt::Outlives => format!(
            "{} dismisses; whether this sanction or protection outlives the dismissal is for the Court",
            by.order
        ),
        Doubt::Reopened => format!("{} reopens the action, and no order says whether this is due again", by.order),
        Doubt::Revived => format!(
            "the order that ended it was vacated, but {} remains; whether the duty revived is for the Court",
            by.order
        ),
        Doubt::Tied => format!("{} and another order of the same day say different things of it", by.order),
    };
    PartVerdict::new(Kind::Undetermined, why).due(part.due.as_ref())
}

/// What had closed the action, or had taken it elsewhere, where a day came before another order reopened it.
fn closed_on(
    case: &Case<'_>,
    paragraph: &Paragraph,
    amended: &AmendedDuty<'_>,
    due: Option<NaiveDate>,
) -> Option<String> {
    let due = due?;
    let by_order = amended.closed.iter().find(|c| c.is_on(due));
    let how = by_order.map(|c| format!("{} by {}", c.change.words(), c.by.order));
    let how = how.or_else(|| {
        // What an order of that day or later asks for, or one that orders the closing, is owed all the same.
        let since = case.model.order(paragraph.order).docketed()?;
        let (how, fact) = case.action.inactive_by_record((since, due))?;
        if orders_the_closing(case.model, paragraph.order) {
            return None;
        }
        case.notes.use_facts([fact]);
        Some(how)
    })?;
    Some(format!("its day came while this action was {how}, and no order sets another"))
}

/// Whether an order itself ends the activity of the action, or orders somebody to.
fn orders_the_closing(model: &Model, order: OrderId) -> bool {
    let verbs = &model.declared.verbs;
    model.paragraphs.iter().filter(|p| p.order == order).any(|p| match &p.body {
        Body::Provision(provision) => {
            let mut acts = provision.obligations.iter().flat_map(|o| &o.acts);
            acts.any(|act| done_to_action(verbs, act).is_some_and(|change| !change.leaves_it_active()))
        }
        Body::Dispositions(list) => list.iter().any(|d| is_of_action(d.verb)),
        Body::Listed(..) | Body::Broken => false,
    })
}

/// A permission that an order took away before its own time was over.
pub(in crate::eval) fn had_time_left(case: &Case<'_>, paragraph: &Paragraph, amended: &AmendedDuty<'_>) -> bool {
    let own = amended.provision.obligations.first().and_then(|l| resolve_due(case, paragraph, &l.due).day());
    own.zip(amended.lifted_from()).is_none_or(|(own, lifted)| own >= lifted)
}

pub(in crate::eval) fn change_words(case: &Case<'_>, by: &Change) -> String {
    let acts = targets::dispositions_in_order(case.model);
    let found = acts.iter().find(|a| a.disposition.span == by.span);
    found.map(|a| describe::disposition_words(a.disposition)).unwrap_or_default()
}

/// A later order in force of which a line that may be a disposition was not read.
pub(in crate::eval) fn doubtful_after<'a>(case: &Case<'a>, paragraph: &Paragraph) -> Option<&'a str> {
    let own = case.model.order(paragraph.order).in_force();
    case.model
        .doubtful
        .iter()
        .filter(|o| **o != paragraph.order && case.orders.is_ordered(case.model, **o, case.question))
        .map(|o| case.model.order(*o))
        .find(|o| o.in_force() >= own)
        .map(|o| o.name.as_str())
}

/// By the words of an order.
fn verdict_by_order(kind: Kind, why: String, by: &Change) -> PartVerdict {
    let place = Place { span: by.span, text: why.clone(), fact: None, cite: None };
    PartVerdict::new(kind, why.clone()).because([Reason::at(why, place)])
}

/// What an order says was done in time was, whatever the record shows of its day.
fn deemed_in_time(part: PartVerdict, by: &Change) -> PartVerdict {
    let done = part.why.split(',').next().filter(|_| part.kind == Kind::Late);
    let why = format!(
        "{}deemed in time by {}{}",
        done.map(|d| format!("{d}, ")).unwrap_or_default(),
        by.order,
        on_day(by.entered)
    );
    let mut met = verdict_by_order(Kind::Met, why, by).due(part.due.as_ref()).facts(part.facts.clone());
    met.reasons.extend(part.reasons);
    met
}

/// Done after its day, on a day on which it was stayed and not removed yet.
fn while_nothing_was_due(part: &PartVerdict, amended: &AmendedDuty<'_>) -> Option<PartVerdict> {
    let done = done_on(part)?;
    let removed = amended.lifted.as_ref().is_some_and(|(by, _)| by.day.is_none_or(|d| d <= done));
    let stay = amended.stays.iter().rev().find(|s| !removed && s.holds(done))?;
    let how = part.why.split(',').next().unwrap_or("done");
    let mut met = part.clone();
    met.kind = Kind::Met;
    met.days = None;
    met.why = format!("{how}, while it was {} by {}", stay.word(), stay.by.order);
    Some(met)
}

/// A breach from before the change, or doubt whether there was one: the change leaves it.
/// What fell due before it only because a move was taken back later was no breach on its day.
fn outlasts(part: &PartVerdict, change: &Change, amended: &AmendedDuty<'_>) -> bool {
    let Some((due, at)) = part.due.as_ref().map(|d| d.day).zip(change.day) else { return false };
    let relied = |b: &TakenBack| amended.spares(b, due) && b.by.day.is_some_and(|undone| undone <= at);
    if amended.undone.iter().any(relied) {
        return false;
    }
    let due_then = amended.undone.iter().filter(|b| b.stood_on(at)).map(|b| b.to).chain([due]).max();
    part.kind.is_past() && due_then.is_some_and(|due| due < at)
}

/// The day on which a late act was done.
fn done_on(part: &PartVerdict) -> Option<NaiveDate> {
    let (due, days) = (part.due.as_ref()?.day, part.days.filter(|_| part.kind == Kind::Late)?);
    due.checked_add_signed(chrono::TimeDelta::days(days))
}

/// Done by a day that an order had set, before a later order took that day back.
fn in_time_when_done(part: &PartVerdict, amended: &AmendedDuty<'_>) -> Option<PartVerdict> {
    let done = done_on(part)?;
    let removed = amended.lifted.as_ref().is_some_and(|(by, _)| by.day.is_none_or(|d| d <= done));
    let back = amended.undone.iter().find(|b| !removed && b.stood_on(done) && done <= b.to)?;
    let how = part.why.split(',').next().unwrap_or("done");
    let why = format!("{how}, in time by {}, which {} took back later", back.moved_by.order, back.by.order);
    Some(PartVerdict { kind: Kind::Met, days: None, why, ..part.clone() })
}

/// Days of a counted period on which it was stayed.
fn ran_while_stayed(part: &PartVerdict, stay: &Stay) -> Option<i64> {
    let due = part.due.as_ref()?;
    let start = due.trace.first()?.date;
    let days = if start <= due.day { stay.days_within(start, due.day) } else { 0 };
    (days > 0).then_some(days)
}

fn undecided(part: &PartVerdict, why: String, remedy: &str) -> PartVerdict {
    PartVerdict::new(Kind::Undetermined, why).due(part.due.as_ref()).remedy(remedy)
}
