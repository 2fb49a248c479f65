//! A duty whose day the record leaves open: what holds under every day that is
//! possible is given, and what does not is for people to judge.

use crate::eval::due::deadline::TwoDeadlines;
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::verdict::{Kind, Reason};

/// The parts as they are under the earliest and the latest day.
pub(in crate::eval) fn under_both(first: Vec<NamedPart>, last: Vec<NamedPart>, two: &TwoDeadlines) -> Vec<NamedPart> {
    let agree = |(first, last): (NamedPart, NamedPart)| {
        let verdict = verdict_of_both_days(first.verdict, last.verdict, two);
        NamedPart { verdict, part: last.part, done: last.done }
    };
    first.into_iter().zip(last).map(agree).collect()
}

fn verdict_of_both_days(first: PartVerdict, last: PartVerdict, two: &TwoDeadlines) -> PartVerdict {
    let mut reasons: Vec<Reason> = two.places.iter().map(|p| Reason::at(two.why.clone(), p.clone())).collect();
    if reasons.is_empty() {
        reasons.push(Reason::new(two.why.clone()));
    }
    let found = match (first.kind, last.kind) {
        // Done where it was owed, and not owed where it was not.
        (Kind::Met, Kind::Lifted) => first,
        (Kind::Pending, Kind::Lifted) => last,
        // The nearer day is the one to keep.
        (Kind::Pending, Kind::Pending) => first,
        (Kind::Late, Kind::Late) | (Kind::Breached, Kind::Breached) => {
            let mut found = last;
            if first.days != found.days {
                found.at_least = true;
                found.why = format!("{}, counted from the last day that is possible", found.why);
            }
            found
        }
        (a, b) if a == b || a.is_not_due() && b.is_not_due() => last,
        _ => {
            let facts = last.facts.into_iter().chain(two.places.iter().cloned());
            PartVerdict::new(Kind::Undetermined, two.why.clone()).facts(facts).because(last.reasons)
        }
    };
    found.because(reasons)
}
