//! A continuing duty and the act that undoes it: who must preserve evidence and
//! destroys it has not preserved it, whatever else was kept.

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::CandidateMode;
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::place_of;
use crate::eval::record::bounds::bounds_in_words;
use crate::facts::Content;
use crate::model::object::{Act, Objects};
use crate::verdict::{Kind, Place, Reason};
use ordain_base::words::{day, join};

/// The verdict that acts to the contrary give; none where the record has none,
/// or the duty is of a kind that nothing undoes.
pub(in crate::eval) fn contrary_act_verdict(case: &Case<'_>, task: &Task<'_>) -> Option<PartVerdict> {
    let end = match task.deadline {
        Deadline::Open(_) => None,
        Deadline::Until { day, inclusive } => Some((*day, *inclusive)),
        _ => return None,
    };
    let verbs = &case.model.declared.verbs;
    let asked = task.obligation.acts.first()?;
    let verb = verbs.contrary(asked.verb)?;
    let one = |o: &crate::model::object::Object| Act {
        verb,
        objects: Objects { list: vec![o.clone()], any: false },
        span: asked.span,
    };
    let acts: Vec<Act> = task.obligation.acts.iter().flat_map(|a| &a.objects.list).map(one).collect();
    let as_of = case.question.as_of;
    let mut done: Vec<Place> = Vec::new();
    let mut doubts: Vec<(String, Place)> = Vec::new();
    for c in candidates(case, task, &acts, CandidateMode::All) {
        let Some(Content::Done(deed)) = case.ledger.assertions.get(c.index).map(|a| &a.content) else { continue };
        // What is stated to be in performance is no act to the contrary.
        let contrary = !c.negated && verbs.same_family(deed.act.verb, verb);
        let over = [task.lifted, end.and_then(|(last, _)| last.succ_opt())].into_iter().flatten().min();
        let after = over.is_some_and(|end| c.bounds.first.is_some_and(|f| f >= end));
        let stayed = c.bounds.first.is_some_and(|f| task.stays.iter().any(|s| s.may_hold(f)));
        if !contrary || !c.bounds.maybe_by(as_of) || after || stayed {
            continue;
        }
        let text = format!("{} {}", verbs.get(deed.act.verb).past, bounds_in_words(c.bounds));
        let open = if c.bounds.surely_by(as_of) { None } else { Some(format!("{text}, so perhaps not yet")) };
        // `until D`: whether D itself is inside, the order does not say.
        let at_the_end = end.filter(|(last, inclusive)| !inclusive && c.bounds.last.is_none_or(|l| l >= *last));
        let at_the_end = at_the_end
            .map(|(last, _)| format!("{text}; the order does not say whether {} itself is inside", day(last)));
        let narrow = || {
            let judged = task.obligation.judgments.first().map(|words| format!("“{words}”"));
            let only = judged.or_else(|| task.obligation.terms.first().map(|t| t.words.clone()));
            only.map(|words| format!("{text}; you decide whether it is {words}"))
        };
        match c.doubt.clone().or(open).or(at_the_end).or_else(narrow) {
            None => done.push(place_of(case, c.index, text)),
            Some(why) => doubts.push((why.clone(), place_of(case, c.index, why))),
        }
    }
    if !done.is_empty() {
        let texts: Vec<&str> = done.iter().map(|p| p.text.as_str()).collect();
        let reasons: Vec<Reason> = done.iter().map(|p| Reason::at(p.text.clone(), p.clone())).collect();
        let mut part = PartVerdict::new(Kind::Breached, join(&texts)).because(reasons);
        part.facts = done;
        return Some(part);
    }
    let (why, place) = doubts.into_iter().next()?;
    let remedy = format!("the Court finds {} breached", task.paragraph.name);
    Some(
        PartVerdict::new(Kind::Undetermined, why.clone())
            .facts([place.clone()])
            .because([Reason::at(why, place)])
            .remedy(remedy),
    )
}
