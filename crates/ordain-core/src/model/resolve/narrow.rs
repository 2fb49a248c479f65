//! What narrows an act: how long, which of the things, which categories not.

use super::phrase::PhraseResolver;
use crate::model::ir::deliverables::Deliverable;
use crate::model::ir::names::fold;
use crate::model::ir::object::{Filter, Object};
use ordain_base::words::number;
use ordain_syntax::ast::Phrase;

/// `10 pages`, `ten pages`: how many of what.
pub(crate) fn size(phrase: &Phrase) -> Option<(u64, Deliverable)> {
    let (first, rest) = phrase.tokens.split_first()?;
    let n = number(&first.text)?;
    let what: Vec<String> = rest.iter().map(|t| t.text.to_lowercase()).collect();
    Deliverable::find(&what.join(" ")).map(|of| (n, of))
}

/// `where ground is privilege`, `where redacted`: the filters of the phrase are added to the thing's.
pub(crate) fn narrow(words: &mut PhraseResolver<'_>, each: &mut Object, filter: &Phrase) -> Option<()> {
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
