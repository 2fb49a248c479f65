//! What was produced into a set.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::{assertions_at, place_of, quantity_told};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::matching::{Match, match_actors};
use crate::eval::record::standing::Standing;
use crate::eval::set::statements::assertions_about;
use crate::facts::{Bounds, Content};
use crate::model::VerbFamily;
use crate::model::object::Set;
use crate::verdict::Reason;
use ordain_base::words::plural;

/// Something produced into the set.
pub(in crate::eval) struct Produced {
    pub(in crate::eval) index: usize,
    pub(in crate::eval) bounds: Bounds,
    pub(in crate::eval) n: Option<u64>,
}

/// What the bearer put into the set, as far as this view accepts it.
pub(in crate::eval) fn productions_into_set(case: &Case<'_>, task: &Task<'_>, set: &Set) -> Vec<Produced> {
    let mut found: Vec<Produced> = assertions_at(case, assertions_about(&case.index.into, set))
        .filter_map(|(index, a, standing)| {
            let Content::Done(deed) = &a.content else { return None };
            if !matches!(standing, Standing::Accepted(_))
                || deed.negated
                || a.bounds.first.is_none() && a.bounds.last.is_none()
            {
                return None;
            }
            let family = case.model.declared.verbs.get(deed.act.verb).family;
            let into = deed.act.objects.list.iter().any(|o| {
                o.set.as_ref().is_some_and(|s| {
                    s.record == set.record
                        && (set.categories.is_empty() || set.categories.iter().any(|c| s.categories.contains(c)))
                })
            });
            let ours = match_actors(case.model, &task.bearer, &deed.actors) != Match::No;
            let since = case.model.order(task.paragraph.order).in_force();
            let in_force = since.is_none_or(|f| a.bounds.last.is_none_or(|l| l >= f));
            (matches!(family, VerbFamily::Produce | VerbFamily::Serve | VerbFamily::File) && into && ours && in_force)
                .then_some(Produced { index, bounds: a.bounds, n: quantity_told(a) })
        })
        .collect();
    found.sort_by_key(|p| (p.bounds.first, p.index));
    found
}

/// `12 documents produced on Mon 2024-03-04, 3 days late`: each production with its day.
pub(in crate::eval) fn production_words(produced: &[Produced], due: Option<NaiveDate>) -> Vec<String> {
    let words = |p: &Produced| {
        let documents = match p.n {
            Some(1) => "1 document".to_owned(),
            Some(n) => format!("{n} documents"),
            None => "documents".to_owned(),
        };
        let late = due
            .zip(p.bounds.first)
            .filter(|(due, first)| first > due)
            .map(|(due, first)| format!(", {} late", plural((first - due).num_days(), "day")))
            .unwrap_or_default();
        format!("{documents} produced {}{late}", bounds_in_words(p.bounds))
    };
    produced.iter().map(words).collect()
}

/// Adds what is there so far.
pub(in crate::eval) fn with_productions(
    case: &Case<'_>,
    mut part: PartVerdict,
    produced: &[Produced],
    due: Option<NaiveDate>,
) -> PartVerdict {
    for (p, text) in produced.iter().zip(production_words(produced, due)) {
        let place = place_of(case, p.index, text.clone());
        part.reasons.push(Reason::at(text, place.clone()));
        part.facts.push(place);
    }
    part
}
