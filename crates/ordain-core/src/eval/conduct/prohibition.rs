//! `must not`: every act in breach is named; no such act on the record is `kept so far`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::condition::conditions::words_judged;
use crate::eval::condition::truth::Value;
use crate::eval::conduct::exemption::{Free, exemption_of};
use crate::eval::conduct::gate::{Gate, gate_at};
use crate::eval::conduct::limit;
use crate::eval::conduct::limit::Beyond;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::{SameDay, candidates, on_day_of_entry};
use crate::eval::duty::conditional::not_owed;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::{found_breached, only_adverse};
use crate::eval::duty::task::Task;
use crate::eval::evidence::listed::acts_to_list;
use crate::eval::evidence::place::{place_of, who_says};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::details::{Unlike, first_narrowing_difference};
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::facts::{Content, Deed};
use crate::verdict::{Kind, Place, Reason};
use ordain_base::words::{day, join};

pub(in crate::eval) fn prohibition_verdict(case: &Case<'_>, task: &Task<'_>) -> PartVerdict {
    let as_of = case.question.as_of;
    let (found, exempt) = gather_breaches(case, task);
    let part = found.unwrap_or_else(|| match end_of_prohibition(task) {
        Some((end, _)) if end < as_of => {
            PartVerdict::new(Kind::Kept, format!("no act in breach on the record; it ended on {}", day(end)))
        }
        _ => verdict_without_acts(task),
    });
    part.because(exempt).because(task.held.map(|h| h.reason.clone()))
}

/// What was done against it, and nothing where nothing was.
pub(in crate::eval) fn verdict_of_acts(case: &Case<'_>, task: &Task<'_>) -> Option<PartVerdict> {
    let (found, exempt) = gather_breaches(case, task);
    found.map(|part| part.because(exempt).because(task.held.map(|h| h.reason.clone())))
}

/// Its last day, and whether that day is inside.
fn end_of_prohibition(task: &Task<'_>) -> Option<(NaiveDate, bool)> {
    match task.deadline {
        Deadline::Until { day, inclusive } => Some((*day, *inclusive)),
        Deadline::By(due) => Some((due.day, true)),
        _ => None,
    }
}

/// The verdict of the acts in breach, or of those that may be; and the reasons of those that are free.
fn gather_breaches(case: &Case<'_>, task: &Task<'_>) -> (Option<PartVerdict>, Vec<Reason>) {
    let mut acts: Vec<(Candidate, Option<String>)> = Vec::new();
    let mut doubts: Vec<(Candidate, String)> = Vec::new();
    let mut narrowings = Narrowings::default();
    let mut exempt: Vec<Reason> = Vec::new();
    let limit = limit::limit_left_free(task.obligation);
    let mut counted: Vec<usize> = Vec::new();
    for c in candidates(case, task, &task.obligation.acts, CandidateMode::All) {
        if c.negated || !c.bounds.maybe_by(case.question.as_of) {
            continue;
        }
        let mut doubt = match forbidden_then(case, task, &c, &mut narrowings) {
            Forbidden::No => continue,
            Forbidden::Perhaps(why) => Some(why),
            Forbidden::Yes => None,
        };
        let mut text = None;
        if let Some(limit) = limit {
            counted.push(c.index);
            match limit::is_beyond(case, limit, &counted) {
                Beyond::Within => continue,
                Beyond::Perhaps(why) => doubt = doubt.or(Some(why)),
                Beyond::Forbidden(how_much) => text = Some(how_much),
            }
        }
        match exemption_of(case, task, &c) {
            Free::Yes(by) => {
                let text = text.unwrap_or_else(|| done_when(&c));
                exempt.push(Reason::at(format!("{text}, and free: {by}"), place_of(case, c.index, text)));
            }
            Free::Perhaps(why) => doubts.push((c, doubt.unwrap_or(why))),
            Free::No => match doubt {
                None => acts.push((c, text)),
                Some(why) => doubts.push((c, why)),
            },
        }
    }
    (verdict_of_act(case, task, &acts, &doubts), exempt)
}

/// What is said of an act of which nothing else is said.
fn done_when(c: &Candidate) -> String {
    format!("done {}", bounds_in_words(c.bounds))
}

/// Whether an act was forbidden when it was done: by everything that limits a prohibition, one after another.
/// What rules the act out decides at once; of several doubts the first is reported.
fn forbidden_then(case: &Case<'_>, task: &Task<'_>, c: &Candidate, narrowings: &mut Narrowings) -> Forbidden {
    let mut narrowed = || narrowings.narrowed(case, task, c);
    let limits: [&mut dyn FnMut() -> Forbidden; 7] = [
        &mut || in_force_then(case, task, c),
        &mut || before_the_end(task, c),
        &mut || is_judged_forbidden(case, task, c),
        &mut || match gate_at(case, task, c) {
            Gate::Open => Forbidden::No,
            Gate::Perhaps(why) => Forbidden::Perhaps(why),
            Gate::Shut => Forbidden::Yes,
        },
        &mut narrowed,
        &mut || match only_adverse(case, task, c.index) {
            true => {
                let who = who_says(case, &case.ledger.assertions[c.index]);
                Forbidden::Perhaps(format!("only {who} it, and nothing else on the record shows it"))
            }
            false => Forbidden::Yes,
        },
        &mut || is_forbidden_then(task, c),
    ];
    let mut doubt = None;
    for limit in limits {
        match limit() {
            Forbidden::No => return Forbidden::No,
            Forbidden::Perhaps(why) => doubt = doubt.or(Some(why)),
            Forbidden::Yes => {}
        }
    }
    doubt.map_or(Forbidden::Yes, Forbidden::Perhaps)
}

/// Whether the prohibition was in force on the day of the act: under these words, from its entry on, and not stayed.
fn in_force_then(case: &Case<'_>, task: &Task<'_>, c: &Candidate) -> Forbidden {
    // What was forbidden on another day is decided by the words of that day.
    let interval = task.intervals.last();
    if interval.is_some_and(|s| !s.may_hold(c.bounds)) {
        return Forbidden::No;
    }
    let same_day = match on_day_of_entry(case, task, c) {
        SameDay::NotYet => return Forbidden::No,
        SameDay::Perhaps(why) => Some(why),
        SameDay::Bound => None,
    };
    // While it was stayed nothing was forbidden.
    let throughout = c.bounds.first.zip(c.bounds.last);
    if throughout.is_some_and(|(a, b)| task.stays.iter().any(|s| s.holds(a) && s.holds(b))) {
        return Forbidden::No;
    }
    let open = || match c.bounds.surely_by(case.question.as_of) {
        true => None,
        false => Some(format!("done {}, so it may not have been done yet", bounds_in_words(c.bounds))),
    };
    let changed = || {
        let why = "it may have been done on either side of the day on which an order changed what is forbidden";
        interval.filter(|s| !s.holds(c.bounds)).map(|_| why.to_owned())
    };
    let stayed = || {
        let first = c.bounds.first.filter(|d| task.stays.iter().any(|s| s.may_hold(*d)));
        first.map(|_| "it may have been done while the prohibition was stayed".to_owned())
    };
    let doubt = c.doubt.clone().or(same_day).or_else(open).or_else(changed).or_else(stayed);
    doubt.map_or(Forbidden::Yes, Forbidden::Perhaps)
}

/// Whether the act came before the prohibition ended.
fn before_the_end(task: &Task<'_>, c: &Candidate) -> Forbidden {
    let Some((end, inclusive)) = end_of_prohibition(task) else { return Forbidden::Yes };
    let mut doubt = None;
    if c.bounds.first.is_some_and(|f| f > end) {
        // Made into something else, it may have no end any more.
        let Some(by) = task.intervals.last().and_then(|s| s.amended.converted.as_ref()) else { return Forbidden::No };
        doubt = Some(format!("{} converts it, and whether it still ends on {} is not said", by.order, day(end)));
    }
    let hour = if let Deadline::By(due) = task.deadline { due.time } else { None };
    // On the last day the hour of the act decides.
    if let Some(hour) = hour
        && c.bounds.last.is_none_or(|l| l >= end)
    {
        match c.bounds.time {
            Some(done) if c.bounds.day() == Some(end) && done > hour => return Forbidden::No,
            Some(_) if c.bounds.day() == Some(end) => {}
            _ => {
                let hour = hour.format("%H:%M");
                let on = day(end);
                doubt = doubt.or_else(|| {
                    Some(format!("it ended on {on} at {hour}, and the record does not tell the hour of the act"))
                });
            }
        }
    }
    if !inclusive && c.bounds.last.is_none_or(|l| l >= end) {
        doubt = doubt.or_else(|| Some(format!("the order does not say whether {} itself is inside", day(end))));
    }
    doubt.map_or(Forbidden::Yes, Forbidden::Perhaps)
}

/// `judgment "unauthorized"`: only a person can say that the act was that.
fn is_judged_forbidden(case: &Case<'_>, task: &Task<'_>, c: &Candidate) -> Forbidden {
    let judged = task.obligation.judgments.iter().map(|w| (w, words_judged(case, w, task.obligation.span)));
    let open: Vec<(&String, Value)> = judged.filter(|(_, value)| *value != Value::True).collect();
    if open.iter().any(|(_, value)| *value == Value::False) {
        return Forbidden::No;
    }
    match open.first() {
        Some((words, _)) => {
            Forbidden::Perhaps(format!("done {}; you decide whether it was “{words}”", bounds_in_words(c.bounds)))
        }
        None => Forbidden::Yes,
    }
}

/// Whether the condition of the prohibition held when the act was done.
enum Forbidden {
    Yes,
    No,
    Perhaps(String),
}

/// Of acts that differ only in their day: whether they are within what is forbidden.
#[derive(Default)]
struct Narrowings(BTreeMap<usize, Narrowing>);

/// Whether an act is within what is forbidden, whenever it was done.
#[derive(Clone)]
enum Narrowing {
    Outside,
    Within,
    /// What nobody knows of it.
    Unsaid(String),
}

impl Narrowings {
    fn narrowed(&mut self, case: &Case<'_>, task: &Task<'_>, c: &Candidate) -> Forbidden {
        let Content::Done(deed) = &case.ledger.assertions[c.index].content else { return Forbidden::Yes };
        let found = match c.group {
            Some(group) => self.0.entry(group).or_insert_with(|| narrowing_of(case, task, deed)).clone(),
            None => narrowing_of(case, task, deed),
        };
        match found {
            Narrowing::Outside => Forbidden::No,
            Narrowing::Within => Forbidden::Yes,
            Narrowing::Unsaid(why) => Forbidden::Perhaps(format!("done {}; {why}", bounds_in_words(c.bounds))),
        }
    }
}

/// What narrows a prohibition (`in "Evening Post"`, `about "the lease"`, `to Owners`) is
/// part of what is forbidden: an act that says otherwise is free, and of one that says
/// nothing of it nobody knows.
fn narrowing_of(case: &Case<'_>, task: &Task<'_>, deed: &Deed) -> Narrowing {
    let related = || deed.act.objects.list.iter().flat_map(|o| &o.relations);
    if done_elsewhere(case, task, deed) {
        return Narrowing::Outside;
    }
    let unlike = difference_from_forbidden(case, task, deed);
    if let Some(Unlike::Other(_)) = unlike {
        return Narrowing::Outside;
    }
    for term in &task.obligation.terms {
        if !related().any(|r| term.said_as.contains(r)) {
            return Narrowing::Unsaid(format!("whether it was {} is for you to decide", term.words));
        }
    }
    match unlike {
        Some(Unlike::Unsaid(why)) => Narrowing::Unsaid(why),
        _ => Narrowing::Within,
    }
}

/// How what was done differs from every thing that is forbidden, if it does.
fn difference_from_forbidden(case: &Case<'_>, task: &Task<'_>, deed: &Deed) -> Option<Unlike> {
    let forbidden = task.obligation.acts.iter().flat_map(|a| &a.objects.list);
    let pairs = forbidden.flat_map(|w| deed.act.objects.list.iter().map(move |g| (w, g)));
    let meant = pairs.filter(|(w, g)| matching::match_object(case.model, w, g) != Match::No);
    let mut best: Option<Option<Unlike>> = None;
    for (wanted, given) in meant {
        best = match (best, first_narrowing_difference(case.model, wanted, given)) {
            (_, None) => return None,
            (Some(Some(Unlike::Unsaid(why))), _) | (_, Some(Unlike::Unsaid(why))) => Some(Some(Unlike::Unsaid(why))),
            (_, found) => Some(found),
        };
    }
    best.flatten()
}

/// The act went to somebody else than the order names, and the record says so.
fn done_elsewhere(case: &Case<'_>, task: &Task<'_>, deed: &Deed) -> bool {
    let objects = task.obligation.acts.iter().flat_map(|a| &a.objects.list);
    let pairs = || objects.clone().flat_map(|w| deed.act.objects.list.iter().map(move |g| (w, g)));
    let went = |w, g| matching::said_of_another_place(case.model, w, g).is_some();
    pairs().next().is_some() && pairs().all(|(w, g)| went(w, g))
}

fn is_forbidden_then(task: &Task<'_>, c: &Candidate) -> Forbidden {
    let Some(held) = task.held else { return Forbidden::Yes };
    match (held.value(), held.since) {
        (Value::False, _) => Forbidden::No,
        (Value::Unknown, _) => Forbidden::Perhaps(format!("whether it was forbidden depends: {}", held.words)),
        (Value::True, Some(since)) if c.bounds.last.is_some_and(|l| l < since) => Forbidden::No,
        (Value::True, Some(since)) if c.bounds.first.is_none_or(|f| f < since) => {
            Forbidden::Perhaps(format!("it was forbidden only from {}", day(since)))
        }
        (Value::True, _) => Forbidden::Yes,
    }
}

/// The acts in breach, each with its place; else the doubts.
fn verdict_of_act(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[(Candidate, Option<String>)],
    doubts: &[(Candidate, String)],
) -> Option<PartVerdict> {
    if !acts.is_empty() {
        let (shown, more) = acts_to_list(case, acts, |(c, _)| c.index);
        let said: Vec<String> = shown.iter().map(|(c, t)| t.clone().unwrap_or_else(|| done_when(c))).collect();
        let mut texts: Vec<&str> = said.iter().map(String::as_str).collect();
        texts.dedup();
        texts.extend(more.as_ref().map(|_| "others"));
        let places: Vec<Place> =
            shown.iter().zip(&said).map(|((c, _), t)| place_of(case, c.index, t.clone())).collect();
        let reasons: Vec<Reason> =
            places.iter().map(|p| Reason::at(format!("forbidden, and {}", p.text), p.clone())).collect();
        let why = match acts.len() {
            1 => join(&texts),
            n => format!("{n} acts in breach: {}", join(&texts)),
        };
        return Some(PartVerdict::new(Kind::Breached, why).facts(places).because(reasons).because(more));
    }
    let (c, why) = doubts.first()?;
    // What was open the Court has decided, once the act was done.
    let before = c.bounds.first.and_then(|d| d.pred_opt()).unwrap_or(NaiveDate::MIN);
    if let Some((place, text)) = found_breached(case, task, before) {
        let act = format!("done {}", bounds_in_words(c.bounds));
        let places = [place_of(case, c.index, act.clone()), place];
        let reasons = places.clone().map(|p| Reason::at(p.text.clone(), p));
        return Some(PartVerdict::new(Kind::Breached, format!("{act}, and {text}")).facts(places).because(reasons));
    }
    let (shown, more) = acts_to_list(case, doubts, |(c, _)| c.index);
    let reasons: Vec<Reason> =
        shown.iter().map(|(c, why)| Reason::at(why.clone(), place_of(case, c.index, why.clone()))).collect();
    let place = place_of(case, c.index, why.clone());
    // What settles the condition settles it; a finding always does.
    let remedy = task.held.and_then(|h| h.remedy.clone());
    let remedy = remedy.unwrap_or_else(|| format!("the Court finds {} breached", task.paragraph.name));
    Some(PartVerdict::new(Kind::Undetermined, why.clone()).facts([place]).because(reasons).because(more).remedy(remedy))
}

/// No act on the record that could be one.
fn verdict_without_acts(task: &Task<'_>) -> PartVerdict {
    let kept = PartVerdict::new(Kind::Kept, "no act in breach on the record");
    let Some(held) = task.held else { return kept };
    match held.value() {
        Value::True => kept,
        Value::False => PartVerdict::new(Kind::Waiting, not_owed(held).replace("not owed", "nothing is forbidden")),
        Value::Unknown if held.defeats => kept,
        Value::Unknown => {
            let mut part = PartVerdict::new(Kind::Waiting, format!("it binds {}", held.words));
            part.remedy.clone_from(&held.remedy);
            part
        }
    }
}
