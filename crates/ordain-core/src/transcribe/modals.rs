//! `shall`, `is directed to`, `may not`: the words that order, and what they ask.

use super::candidate::Force;
use super::phrase::Phrase;

/// The form of the verb that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    /// `from using`.
    Gerund,
    /// `be filed`.
    Passive,
}

/// The words that order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Modal {
    /// Where the subject ends.
    pub(super) start: usize,
    /// Where the verb begins.
    pub(super) end: usize,
    pub(super) force: Force,
    pub(super) form: Form,
    pub(super) jointly: bool,
    pub(super) each: bool,
}

const DIRECTED: &[&str] = &["ordered", "directed", "required", "instructed", "commanded", "obligated"];
const FORBIDDEN: &[&str] = &["enjoined", "restrained", "prohibited", "barred", "precluded", "forbidden"];
const ALLOWED: &[&str] = &["authorized", "permitted", "allowed", "granted"];
const ADVISED: &[&str] = &["encouraged", "advised", "urged", "reminded", "cautioned"];

/// The first of them in a phrase.
pub(super) fn first_modal(p: &Phrase<'_, '_>) -> Option<Modal> {
    (1..p.len()).filter(|i| p.top(*i)).find_map(|i| modal_at(p, i))
}

fn modal_at(p: &Phrase<'_, '_>, start: usize) -> Option<Modal> {
    let of = |end, force, form| Modal { start, end, force, form, jointly: false, each: false };
    match p.word(start) {
        "shall" | "must" | "will" => Some(after_shall(p, start, Force::Must)),
        "may" if !p.is_month_of_may(start) => Some(after_shall(p, start, Force::May)),
        "should" if (start.saturating_sub(14)..start).any(|i| matches!(p.word(i), "why" | "whether" | "that")) => None,
        "should" => Some(after_shall(p, start, Force::Should)),
        "is" | "are" => {
            let next = past_adverbs(p, start + 1);
            // `is granted thirty days from the date of this order to file`
            if matches!(p.word(next), "granted" | "given" | "allowed" | "afforded") && is_length(p, next + 1) {
                return Some(of(next, Force::May, Form::Base));
            }
            if p.word(next) == "to" {
                let form = if p.word(next + 1) == "be" { Form::Passive } else { Form::Base };
                let end = next + 1 + usize::from(form == Form::Passive);
                return Some(of(end, Force::Must, form));
            }
            command_at(p, next).map(|(end, force, form)| of(end, force, form))
        }
        _ => None,
    }
}

/// `ordered to`, `enjoined and restrained from`, `granted leave to` at `at`.
fn command_at(p: &Phrase<'_, '_>, at: usize) -> Option<(usize, Force, Form)> {
    let mut next = at;
    let first = p.word(at);
    let all = |w: &str| {
        DIRECTED.contains(&w) || FORBIDDEN.contains(&w) || w == "and" || w == "," || w == "hereby" || w == "further"
    };
    while all(p.word(next)) {
        next += 1;
    }
    // `The Clerk is respectfully requested to`
    if first == "requested" && at > 0 && p.word(at - 1) == "respectfully" && p.word(at + 1) == "to" {
        return Some((at + 2, Force::Must, Form::Base));
    }
    if next > at {
        let not = p.word(next) == "not";
        if p.word(next + usize::from(not)) == "to" && DIRECTED.contains(&first) {
            let verb = next + usize::from(not) + 1;
            return Some((verb, if not { Force::MustNot } else { Force::Must }, Form::Base));
        }
        return (p.word(next) == "from" && FORBIDDEN.contains(&first)).then_some((
            next + 1,
            Force::MustNot,
            Form::Gerund,
        ));
    }
    if ALLOWED.contains(&first) || first == "given" {
        let leave = usize::from(p.word(at + 1) == "leave");
        let granted = !matches!(first, "granted" | "given") || leave == 1;
        return (granted && p.word(at + 1 + leave) == "to").then_some((at + 2 + leave, Force::May, Form::Base));
    }
    (ADVISED.contains(&first) && p.word(at + 1) == "to").then_some((at + 2, Force::Should, Form::Base))
}

fn after_shall(p: &Phrase<'_, '_>, start: usize, force: Force) -> Modal {
    let (mut jointly, mut each, mut not) = (false, false, false);
    let mut at = start + 1;
    loop {
        match p.word(at) {
            "not" => not = true,
            "jointly" => jointly = true,
            "each" | "both" => each |= p.word(at) == "each",
            "also" | "further" | "hereby" | "then" | "forever" => {}
            _ => break,
        }
        at += 1;
    }
    let force = match (force, not) {
        (Force::Must | Force::May, true) => Force::MustNot,
        (force, _) => force,
    };
    let plain = Modal { start, end: at, force, form: Form::Base, jointly, each };
    if p.word(at) != "be" {
        return plain;
    }
    // `shall be responsible for scheduling the conference`
    if p.at(at, &["be", "responsible", "for"]) && force == Force::Must {
        return Modal { end: at + 3, form: Form::Gerund, ..plain };
    }
    match command_at(p, past_adverbs(p, at + 1)) {
        Some((end, own, form)) => {
            let force = match (own, not) {
                (Force::Must | Force::May, true) => Force::MustNot,
                (own, _) => own,
            };
            Modal { end, force, form, ..plain }
        }
        None if matches!(p.word(at + 1), "prepared" | "ready" | "available") => plain,
        None => Modal { end: at + 1, form: Form::Passive, ..plain },
    }
}

/// `thirty (30) days`, `until D`, `an additional 30 days` behind `granted`.
fn is_length(p: &Phrase<'_, '_>, at: usize) -> bool {
    let unit = |i: usize| matches!(p.word(i), "day" | "days" | "weeks" | "months");
    (p.is_number(at) || ordain_base::words::number(p.word(at)).is_some()) && (at + 1..at + 7).any(unit)
        || p.word(at) == "until"
}

fn past_adverbs(p: &Phrase<'_, '_>, from: usize) -> usize {
    let mut at = from;
    while matches!(
        p.word(at),
        "hereby" | "further" | "also" | "therefore" | "each" | "now" | "thus" | "so" | "likewise" | "both"
    ) || matches!(p.word(at), "temporarily" | "preliminarily" | "permanently" | "specifically" | "respectfully")
    {
        at += 1;
    }
    at
}

/// `The Court ORDERS Defendants to complete`: where the bearer begins and ends, and where the verb begins.
pub(super) fn court_orders(p: &Phrase<'_, '_>) -> Option<(std::ops::Range<usize>, usize, Force)> {
    // `We order counsel to file`
    let between = |i: usize| {
        usize::from(matches!(
            p.word(i - 1),
            "therefore" | "hereby" | "accordingly" | "also" | "now" | "further" | "thus"
        ))
    };
    let judges = |i: usize| i.checked_sub(1 + between(i)).is_some_and(|at| p.word(at) == "we");
    let we = (1..p.len().min(12)).find(|i| judges(*i) && matches!(p.word(*i), "order" | "direct"));
    if let Some((at, to)) = we.and_then(|at| Some((at, p.find(at + 1, &["to"])?))) {
        let not = usize::from(p.word(to - 1) == "not");
        return Some((at + 1..to - not, to + 1, if not > 0 { Force::MustNot } else { Force::Must }));
    }
    let at = (1..p.len().min(12)).find(|i| {
        p.top(*i) && matches!(p.word(*i), "orders" | "directs" | "requires" | "instructs" | "commands" | "enjoins")
    })?;
    // `The court, on its own initiative, ORDERS`
    let apart = p.word(at - 1) == "," && (p.at(0, &["the", "court", ","]) || p.at(0, &["this", "court", ","]));
    if !apart
        && !matches!(
            p.word(at - 1),
            "court" | "hereby" | "also" | "further" | "judge" | "therefore" | "undersigned" | "now"
        )
    {
        return None;
    }
    let to = p.find(at + 1, &["to"])?;
    let not = p.word(to - 1) == "not";
    let end = to - usize::from(not);
    Some((at + 1..end, to + 1, if not { Force::MustNot } else { Force::Must }))
}
