//! What narrows an act: how long, which of the things, which categories not.

use super::deliverables::Deliverable;
use super::names::fold;
use super::object::{Act, Filter, Object, Set};
use super::phrase::PhraseResolver;
use ordain_syntax::ast::Phrase;

/// `10 pages`, `ten pages`: how many of what.
pub(super) fn size(phrase: &Phrase) -> Option<(u64, Deliverable)> {
    let (first, rest) = phrase.tokens.split_first()?;
    let n = super::number::number(&first.text)?;
    let what: Vec<String> = rest.iter().map(|t| t.text.to_lowercase()).collect();
    Deliverable::find(&what.join(" ")).map(|of| (n, of))
}

/// `where ground is privilege`, `where redacted`: the filters of the phrase are added to the thing's.
pub(super) fn narrow(words: &mut PhraseResolver<'_>, each: &mut Object, filter: &Phrase) -> Option<()> {
    let said: Vec<&str> = filter.tokens.iter().map(|t| t.text.as_str()).collect();
    if let ["the" | "The", rest @ ..] | rest = said.as_slice()
        && let ["ground" | "grounds", "is" | "are", ground @ ..] = rest
        && !ground.is_empty()
    {
        each.filters.push(Filter::Grounds(fold(&ground.join(" ")).to_lowercase()));
        return Some(());
    }
    let objects = words.objects(&filter.tokens)?;
    each.filters.extend(objects.list.into_iter().flat_map(|o| o.filters));
    Some(())
}

/// Takes the categories of `set` out of what the acts cover.
pub(super) fn remove(acts: &mut [Act], set: &Set) {
    for own in acts.iter_mut().flat_map(|a| &mut a.objects.list).filter_map(|o| o.set.as_mut()) {
        if own.record == set.record {
            own.categories.retain(|c| !set.categories.contains(c));
        }
    }
}
