//! Single tests: the verdict of a paragraph, an event, a ruling, an act.

use chrono::NaiveDate;
use ordain_syntax::ast::Occurrence;

use crate::eval::case::Case;
use crate::eval::condition::found::{Found, finding_line};
use crate::eval::condition::truth::Truth;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::event::{anchor_day, first_matching_act, first_reported};
use crate::eval::due::resolve::resolve_due;
use crate::eval::evidence::place::{assertions_at, place_of};
use crate::eval::orders::describe;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content, Subject};
use crate::model::object::{Head, Object};
use crate::model::{Anchor, Body, COURT, Disposition, Due, Paragraph, ParagraphId, Test, ThingId, ThingKind};
use crate::verdict::{Kind, Place};
use ordain_base::words::day;
use ordain_syntax::ast::DispositionVerb;

/// The day by which a test asks for something.
pub(in crate::eval) enum Limit {
    None,
    Day(NaiveDate),
    /// It runs from what has no day yet, or cannot be counted: why.
    Unknown(Truth, String),
}

impl Limit {
    /// Whether something on a day within `bounds` is surely, or possibly, within the limit and past.
    pub(in crate::eval) fn admits(&self, bounds: Bounds, as_of: NaiveDate) -> (bool, bool) {
        let last = match self {
            Self::Day(day) => as_of.min(*day),
            _ => as_of,
        };
        (bounds.surely_by(last), bounds.maybe_by(last))
    }

    /// The last day of which it asks, where that is over on `as_of`.
    pub(in crate::eval) fn passed(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day(day) if *day < as_of => Some(*day),
            _ => None,
        }
    }
}

pub(in crate::eval) fn limit_day(case: &Case<'_>, paragraph: &Paragraph, limit: Option<&Due>) -> Limit {
    let Some(due) = limit else { return Limit::None };
    match resolve_due(case, paragraph, due) {
        Deadline::By(crate::verdict::Due { doubt: Some(doubt), .. }) => Limit::Unknown(Truth::UNKNOWN, doubt.why),
        Deadline::By(due) => Limit::Day(due.day),
        Deadline::Waiting(why) => Limit::Unknown(Truth::EARLY, why),
        Deadline::Unsettled(why) | Deadline::Uncounted { why, .. } | Deadline::Orphaned(why) => {
            Limit::Unknown(Truth::UNKNOWN, why)
        }
        _ => Limit::Unknown(Truth::UNKNOWN, "its limit has no day".to_owned()),
    }
}

pub(in crate::eval) fn verdict_test(
    case: &Case<'_>,
    own: &Paragraph,
    of: ParagraphId,
    wanted: Kind,
    negated: bool,
    limit: Option<&Due>,
) -> Found {
    let as_of = case.question.as_of;
    let target = case.model.paragraph(of);
    if !matches!(target.body, Body::Provision(_)) {
        return Found::new(Truth::UNKNOWN, format!("{} has no verdict", target.name));
    }
    if !case.orders.is_ordered(case.model, target.order, case.question) {
        return Found::new(Truth::NOT_YET, format!("{} is not ordered yet", target.name));
    }
    let limit = limit_day(case, own, limit);
    if let Limit::Unknown(truth, why) = limit {
        return Found::new(truth, why);
    }
    // `is met by D`: the verdict it would have, had it been due on D.
    if let (Limit::Day(last), Kind::Met) = (&limit, wanted) {
        let Ok(found) = case.ask.verdict_if_due_on(case, of, *last) else {
            return Found::new(Truth::UNKNOWN, "it hangs on too many conditions, or on itself");
        };
        let Some(v) = found else { return Found::new(Truth::UNKNOWN, "it has no verdict") };
        let truth = match v.kind {
            Kind::Met => Truth::YES,
            Kind::Breached | Kind::Late => Truth::NO,
            Kind::Pending | Kind::Waiting => Truth::EARLY,
            Kind::Undetermined => Truth::UNKNOWN,
            Kind::Stayed | Kind::Lifted | Kind::Kept | Kind::Available | Kind::Used | Kind::Expired => Truth::NOT_YET,
        };
        let since = Some(if truth == Truth::NO { *last } else { v.due.as_ref().map_or(*last, |d| d.day.min(*last)) });
        return found_from_verdict(&v, truth, since).negated(negated);
    }
    let known = case.ask.verdicts(of);
    let Some(v) = known.as_ref().and_then(|all| all.first()) else {
        return Found::new(Truth::UNKNOWN, "it hangs on this condition itself");
    };
    // A breach of one part is a breach, whatever is unknown of the others.
    if wanted == Kind::Breached
        && v.kind == Kind::Undetermined
        && let Some(part) = first_breach(v)
    {
        let since = part.due.as_ref().and_then(|d| d.day.succ_opt());
        return found_from_verdict(part, Truth::YES, since).negated(negated);
    }
    let missed = v.due.as_ref().and_then(|d| d.day.succ_opt());
    let (truth, since) = match (wanted, negated, v.kind) {
        (_, _, Kind::Undetermined) => (Truth::UNKNOWN, None),
        // `not met` means breached, which it cannot be before its day.
        (Kind::Breached, false, Kind::Breached | Kind::Late) | (Kind::Met, true, Kind::Breached | Kind::Late) => {
            (Truth::YES, missed)
        }
        (Kind::Breached, false, Kind::Met) | (Kind::Met, true, Kind::Met) => (Truth::NO, None),
        (Kind::Met, true, _) => (Truth::NOT_YET, None),
        (Kind::Breached, true, Kind::Breached | Kind::Late) => (Truth::NO, None),
        (Kind::Breached, true, Kind::Met) => (Truth::YES, None),
        (Kind::Breached, true, _) => (Truth { open: true, ..Truth::YES }, None),
        (Kind::Met, false, Kind::Late) => {
            return found_from_verdict(v, Truth::UNKNOWN, None);
        }
        (_, negated, kind) => {
            let so = if kind == wanted {
                Truth::YES
            } else if kind.is_settled() {
                Truth::NO
            } else {
                Truth::NOT_YET
            };
            (if negated { so.not() } else { so }, None)
        }
    };
    let late = limit.passed(as_of).is_some_and(|last| since.is_some_and(|s| s > last));
    found_from_verdict(v, if late { Truth::NO } else { truth }, since)
}

/// How deep the reasons of another verdict are given: each of a chain of conditions would repeat all before it.
const DEEPEST: usize = 6;

pub(in crate::eval) fn found_from_verdict(
    v: &crate::verdict::Verdict,
    truth: Truth,
    since: Option<NaiveDate>,
) -> Found {
    let mut found = Found::new(truth, format!("{} is {}: {}", v.id, v.kind.phrase(), v.why));
    found.since = since;
    found.remedy.clone_from(&v.remedy);
    found.because = v.reasons.iter().map(|r| r.to_depth(DEEPEST)).collect();
    found.places = v.facts.iter().take(1).cloned().collect();
    found
}

pub(in crate::eval) fn event_test(
    case: &Case<'_>,
    own: &Paragraph,
    test: &Test,
    anchor: &Anchor,
    held: bool,
    limit: Option<&Due>,
) -> Found {
    let limit = limit_day(case, own, limit);
    if let Limit::Unknown(truth, why) = limit {
        return Found::new(truth, why);
    }
    let as_of = case.question.as_of;
    let hearing = match anchor {
        Anchor::Thing(t) if case.model.declared.things[t.index()].kind == ThingKind::Hearing => Some(*t),
        _ => None,
    };
    let reported = hearing.and_then(|t| first_reported(case, Subject::Thing(t), None));
    let happens = match (reported, anchor_day(case, own, anchor)) {
        (_, Happens::Never(by)) => Happens::Never(by),
        (Some((bounds, _)), _) => Happens::On(bounds),
        (None, Happens::On(bounds)) if hearing.is_some() && (held || bounds.surely_by(as_of)) => {
            let set =
                format!("it was set {}, and nothing on the record says that it was held", bounds_in_words(bounds));
            let early = !bounds.surely_by(as_of);
            let truth = if early { Truth::EARLY } else { Truth::UNKNOWN };
            return Found::new(truth, set).remedy(event_line(case, anchor, test));
        }
        (None, other) => other,
    };
    match happens {
        Happens::On(bounds) => {
            let (surely, maybe) = limit.admits(bounds, as_of);
            let place = event_fact(case, anchor).map(|i| place_of(case, i, bounds_in_words(bounds)));
            let found = match (surely, maybe) {
                (true, _) => Found::new(Truth::YES, bounds_in_words(bounds)).since(bounds.last),
                (false, true) => {
                    Found::new(Truth::UNKNOWN, format!("its day is known only as {}", bounds_in_words(bounds)))
                }
                (false, false) if limit.passed(as_of).is_some() => Found::new(Truth::NO, bounds_in_words(bounds)),
                (false, false) => {
                    Found::new(Truth::EARLY, format!("set for {}", bounds.first.map(day).unwrap_or_default()))
                }
            };
            match place {
                Some(place) => found.at(place),
                None => found,
            }
        }
        Happens::Perhaps(bounds) => {
            let found =
                Found::new(Truth::UNKNOWN, format!("whether it happened {} is disputed", bounds_in_words(bounds)));
            let found = found.remedy(event_line(case, anchor, test));
            match event_fact(case, anchor) {
                Some(i) => found.at(place_of(case, i, bounds_in_words(bounds))),
                None => found,
            }
        }
        Happens::Never(gone) => {
            let truth = if gone.recalls { Truth::EARLY } else { Truth::NO };
            let place = Place { span: gone.span, text: gone.text.clone(), fact: None, cite: None };
            Found::new(truth, gone.text).at(place)
        }
        Happens::NotYet => {
            let early = matches!(limit, Limit::Day(last) if last >= as_of);
            let truth = if early { Truth::EARLY } else { Truth::UNKNOWN };
            Found::new(truth, "nothing on the record says so").remedy(event_line(case, anchor, test))
        }
    }
}

pub(in crate::eval) fn event_fact(case: &Case<'_>, anchor: &Anchor) -> Option<usize> {
    match anchor {
        Anchor::Thing(t) => first_reported(case, Subject::Thing(*t), None).map(|(_, i)| i),
        Anchor::Order(o, _) => first_reported(case, Subject::Order(*o), None).map(|(_, i)| i),
        Anchor::Act(act) => first_matching_act(case, act, None),
        Anchor::ActBy(act, by) => first_matching_act(case, act, Some(by)),
        Anchor::Day(_)
        | Anchor::Paragraph(_)
        | Anchor::Performed(_)
        | Anchor::Ruling { .. }
        | Anchor::Owed(_)
        | Anchor::Several { .. } => None,
    }
}

/// The line of the record that would speak of an event.
pub(in crate::eval) fn event_line(case: &Case<'_>, anchor: &Anchor, test: &Test) -> String {
    match anchor {
        Anchor::Thing(t) => {
            let thing = &case.model.declared.things[t.index()];
            let what = match thing.kind {
                ThingKind::Hearing => "was held",
                ThingKind::Document | ThingKind::Motion => "was filed",
                ThingKind::Event => "happened",
            };
            format!("{} {what} on <day>", thing.name)
        }
        _ => finding_line(test),
    }
}

/// Whether a motion was granted, or denied: as the docket shows, or an order here says.
pub(in crate::eval) fn ruling_test(
    case: &Case<'_>,
    own: &Paragraph,
    thing: ThingId,
    granted: bool,
    limit: Option<&Due>,
) -> Found {
    let limit = limit_day(case, own, limit);
    if let Limit::Unknown(truth, why) = limit {
        return Found::new(truth, why);
    }
    let as_of = case.question.as_of;
    for so in [true, false] {
        // What is asked, then its opposite.
        let (what, word) =
            if so == granted { (Occurrence::Granted, "granted") } else { (Occurrence::Denied, "denied") };
        let reported = first_reported(case, Subject::Thing(thing), Some(what)).or_else(|| court_did(case, thing, word));
        if let Some((bounds, index)) = reported {
            let (surely, maybe) = limit.admits(bounds, as_of);
            let truth = match (surely, maybe, so) {
                (true, _, true) => Truth::YES,
                (true, _, false) => Truth::NO,
                (false, true, _) => Truth::UNKNOWN,
                (false, false, _) => continue,
            };
            let text = format!("{word} {}", bounds_in_words(bounds));
            return Found::new(truth, text.clone()).since(bounds.last).at(place_of(case, index, text));
        }
    }
    if let Some(found) = disposition_found(case, thing, granted, &limit) {
        return found;
    }
    let name = &case.model.declared.things[thing.index()].name;
    let word = if granted { "granted" } else { "denied" };
    match limit.passed(as_of) {
        None => Found::new(Truth::UNKNOWN, "no ruling is on the record"),
        Some(last) => Found::new(Truth::UNKNOWN, format!("no ruling by {} is on the record", day(last))),
    }
    .remedy(format!("{name} was {word} on <day>"))
}

/// `on D the Court granted Motion`.
pub(in crate::eval) fn court_did(case: &Case<'_>, thing: ThingId, word: &str) -> Option<(Bounds, usize)> {
    let verb = case.model.declared.verbs.past(word)?;
    let acts = case.index.deeds.get(&verb).map_or(&[][..], Vec::as_slice);
    assertions_at(case, acts).find_map(|(i, a, s)| match (&a.content, s) {
        (Content::Done(deed), Standing::Accepted(_))
            if !deed.negated
                && deed.actors.contains(&COURT)
                && deed.act.objects.list.iter().any(|o| o.head == Some(Head::Thing(thing))) =>
        {
            Some((a.bounds, i))
        }
        _ => None,
    })
}

/// An order here that disposes of the motion.
fn disposition_found(case: &Case<'_>, thing: ThingId, granted: bool, limit: &Limit) -> Option<Found> {
    let paragraphs = case.model.paragraphs.iter().filter_map(|p| match &p.body {
        Body::Dispositions(list) => Some(list.iter().map(move |d| (p.order, d))),
        _ => None,
    });
    let effects = case.model.effects.iter().map(|(o, d)| (*o, d));
    // Of all of it, and of nothing else.
    let whole = |o: &Object| *o == Object { head: Some(Head::Thing(thing)), ..Object::empty(o.span) };
    let of_this = |d: &Disposition| d.objects.as_ref().is_some_and(|o| matches!(o.list.as_slice(), [o] if whole(o)));
    let all = paragraphs
        .flatten()
        .chain(effects)
        .filter(|(o, d)| of_this(d) && case.orders.is_ordered(case.model, *o, case.question));
    for (order, d) in all {
        let truth = match d.verb {
            DispositionVerb::Grants if granted => Truth::YES,
            DispositionVerb::Grants => Truth::NO,
            DispositionVerb::Denies | DispositionVerb::DeniesAsMoot if granted => Truth::NO,
            DispositionVerb::Denies => Truth::YES,
            DispositionVerb::GrantsInPart
            | DispositionVerb::DeniesInPart
            | DispositionVerb::DeniesAsMoot
            | DispositionVerb::Dismisses => Truth::UNKNOWN,
            _ => continue,
        };
        let order = case.model.order(order);
        let entered = order.in_force();
        let late = matches!((limit, entered), (Limit::Day(last), Some(e)) if e > *last);
        let text = format!("{} {}", order.name, describe::disposition_words(d));
        let place = Place { span: d.span, text: text.clone(), fact: None, cite: None };
        let truth = if late { Truth::NO } else { truth };
        return Some(Found::new(truth, text).since(entered).at(place));
    }
    None
}

/// The part whose day passed first without performance in time.
fn first_breach(v: &crate::verdict::Verdict) -> Option<&crate::verdict::Verdict> {
    let missed = |p: &&crate::verdict::Verdict| p.kind.is_missed();
    let own = v.parts.iter().filter(missed);
    own.chain(v.parts.iter().filter_map(first_breach)).min_by_key(|p| p.due.as_ref().map(|d| d.day))
}
