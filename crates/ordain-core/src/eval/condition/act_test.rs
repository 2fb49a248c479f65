//! The test whether an act was done: `if Defendants file a motion by D`.

use crate::eval::case::Case;
use crate::eval::condition::found::{Found, finding_line};
use crate::eval::condition::test::{Limit, limit_day};
use crate::eval::condition::truth::Truth;
use crate::eval::evidence::completeness::silence_through;
use crate::eval::evidence::place::{place_of, who_says};
use crate::eval::evidence::silence::Silence;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content};
use crate::model::object::Act;
use crate::model::{Bearer, Due, Paragraph, Test};
use ordain_base::words::day;

pub(in crate::eval) fn act_test(
    case: &Case<'_>,
    own: &Paragraph,
    test: &Test,
    by: Option<&Bearer>,
    act: &Act,
    limit: Option<&Due>,
) -> Found {
    let limit = limit_day(case, own, limit);
    if let Limit::Unknown(truth, why) = limit {
        return Found::new(truth, why);
    }
    let as_of = case.question.as_of;
    let mut doubt: Option<(usize, String)> = None;
    let mut denied: Option<usize> = None;
    let mut first: Option<(Bounds, usize)> = None;
    for group in case.index.groups_for(case.model, act).into_iter().map(|g| &case.index.groups[g]) {
        let Content::Done(deed) = &case.ledger.assertions[group.first].content else { continue };
        let found = match by {
            Some(by) => matching::deed(case.model, by, act, deed),
            None => matching::match_act(case.model, act, &deed.act),
        };
        if found == Match::No {
            continue;
        }
        for &index in group.certain.iter().map(|(_, i)| i).take(1).chain(&group.rest) {
            let a = &case.ledger.assertions[index];
            let (surely, maybe) = limit.admits(a.bounds, as_of);
            let accepted = matches!(case.standings[index], Standing::Accepted(_));
            match (&found, deed.negated) {
                (Match::Exact, true) if accepted => denied = denied.or(Some(index)),
                (_, true) => {}
                (Match::Exact, false) if accepted && surely => {
                    if first.is_none_or(|(b, _)| a.bounds.last < b.last) {
                        first = Some((a.bounds, index));
                    }
                }
                _ if !maybe => {}
                (Match::Near(why), false) => doubt = doubt.or_else(|| Some((index, why.clone()))),
                (_, false) if !accepted => {
                    doubt = doubt.or_else(|| Some((index, "it is disputed, and no finding settles it".to_owned())))
                }
                _ => doubt = doubt.or_else(|| Some((index, format!("done {}", bounds_in_words(a.bounds))))),
            }
        }
    }
    if let Some((bounds, index)) = first {
        let text = format!("done {}", bounds_in_words(bounds));
        return Found::new(Truth::YES, text.clone()).since(bounds.last).at(place_of(case, index, text));
    }
    if let Some((index, why)) = doubt {
        return Found::new(Truth::UNKNOWN, why.clone()).at(place_of(case, index, why)).remedy(finding_line(test));
    }
    if let Limit::Day(last) = limit
        && last >= as_of
    {
        return Found::new(Truth::EARLY, format!("there is time until {}", day(last)));
    }
    let settled = limit.passed(as_of);
    let no = if settled.is_some() { Truth::NO } else { Truth::NOT_YET };
    if let Some(index) = denied {
        let text = format!("{} that it was not done", who_says(case, &case.ledger.assertions[index]));
        return Found::new(no, text.clone()).since(settled).at(place_of(case, index, text));
    }
    let everybody = Bearer::AnyOf(Vec::new());
    match silence_through(case, by.unwrap_or(&everybody), act, settled.unwrap_or(as_of)) {
        Silence::Speaks { reason, .. } => {
            let found = Found::new(no, reason.text).since(settled);
            match reason.place {
                Some(place) => found.at(place),
                None => found,
            }
        }
        Silence::Mute { why, remedy, .. } => Found::new(Truth::UNKNOWN, why).remedy(remedy),
    }
}
