//! `any of:`, `exactly one of:`: what the obligations come to together, with the same
//! three values as a condition.

use crate::eval::condition::truth::{Truth, Value};
use crate::eval::duty::part::PartVerdict;
use crate::verdict::{Kind, Modality, Verdict};
use ordain_base::words::join_parts;
use ordain_syntax::ast::Choice;

/// The verdict of a choice among `parts`; `None` where each is owed by itself.
pub(in crate::eval) fn chosen_verdict(which: Choice, modality: Modality, parts: &[Verdict]) -> Option<PartVerdict> {
    match (which, modality) {
        (Choice::All, _) | (_, Modality::MustNot) => None,
        (_, Modality::Must) => Some(chosen_duty(which, parts)),
        (Choice::ExactlyOne, _) => chosen_permission(parts),
        (Choice::Any, _) => None,
    }
}

/// One of several was enough, and was done: nothing of the others is owed.
pub(in crate::eval) fn spare_the_rest(part: &mut Verdict) {
    if part.kind.is_still_open() {
        part.kind = Kind::Lifted;
        part.days = None;
        part.at_least = false;
        part.remedy = None;
        part.why = "not owed: another of the choices was done".to_owned();
    }
    part.parts.iter_mut().for_each(spare_the_rest);
}

/// Performed, not performed, or not known.
const fn truth_of_performance(v: &Verdict) -> Truth {
    match v.kind {
        Kind::Met | Kind::Late => Truth::YES,
        Kind::Breached | Kind::Lifted => Truth::NO,
        Kind::Undetermined => Truth::UNKNOWN,
        Kind::Pending | Kind::Waiting | Kind::Stayed | Kind::Kept | Kind::Available | Kind::Used | Kind::Expired => {
            Truth::NOT_YET
        }
    }
}

fn chosen_duty(which: Choice, parts: &[Verdict]) -> PartVerdict {
    let truths = || parts.iter().map(truth_of_performance);
    let truth = if which == Choice::Any { Truth::any(truths()) } else { Truth::one(truths()) };
    let done: Vec<&Verdict> = parts.iter().filter(|p| p.kind.is_performed()).collect();
    if which == Choice::ExactlyOne && done.len() > 1 {
        let why = format!("{} were done, where exactly one is ordered", names_of(&done));
        return verdict_of_leading(Kind::Breached, why, &done);
    }
    let best = |kinds: &[Kind]| kinds.iter().find_map(|k| parts.iter().find(|p| p.kind == *k));
    let lead = match truth.value {
        // One was done late, and another may have been done in time.
        Value::True if which == Choice::Any => best(&[Kind::Met, Kind::Undetermined, Kind::Late]),
        Value::True => best(&[Kind::Met, Kind::Late]),
        // One may be the performance; but while one can still be done in time, that is the news.
        Value::Unknown => best(&[Kind::Pending, Kind::Undetermined]),
        Value::False => best(&[Kind::Pending, Kind::Waiting, Kind::Stayed, Kind::Breached, Kind::Lifted]),
    };
    match lead {
        Some(lead) => verdict_of_leading(lead.kind, format!("{}: {}", lead.part_words(), lead.why), &[lead]),
        None => PartVerdict::new(Kind::Waiting, "there is nothing it applies to yet"),
    }
}

/// Of a permission: one use is allowed, two go beyond it.
fn chosen_permission(parts: &[Verdict]) -> Option<PartVerdict> {
    let used: Vec<&Verdict> = parts.iter().filter(|p| p.kind == Kind::Used).collect();
    match used.as_slice() {
        [] => None,
        [one] => Some(verdict_of_leading(Kind::Used, format!("{}: {}", one.part_words(), one.why), &[one])),
        all => {
            let why = format!("{} were done, where exactly one is allowed", names_of(all));
            Some(verdict_of_leading(Kind::Breached, why, all))
        }
    }
}

/// `(1) and (2)`.
fn names_of(parts: &[&Verdict]) -> String {
    let names: Vec<String> = parts.iter().map(|p| p.part_words()).collect();
    join_parts(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A part with what the leading parts rest on.
fn verdict_of_leading(kind: Kind, why: String, parts: &[&Verdict]) -> PartVerdict {
    let mut part = PartVerdict::new(kind, why);
    if let Some(lead) = parts.first() {
        part.due.clone_from(&lead.due);
        part.days = lead.days.filter(|_| lead.kind == kind);
        part.at_least = lead.at_least;
        part.remedy.clone_from(&lead.remedy);
    }
    part.facts = parts.iter().flat_map(|p| p.facts.clone()).collect();
    part
}
