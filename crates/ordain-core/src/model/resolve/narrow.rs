//! What narrows an act: which of the things, which categories not.

use super::phrase::PhraseResolver;
use crate::model::ir::names::fold;
use crate::model::ir::object::{Filter, Object};
use ordain_syntax::ast::Phrase;

/// `where ground is privilege`, `where redacted`: the filters of the phrase are added to the thing's.
pub(crate) fn add_filters(words: &mut PhraseResolver<'_>, each: &mut Object, filter: &Phrase) -> Option<()> {
    let said: Vec<&str> = filter.tokens.iter().map(|t| t.text.as_str()).collect();
    let rest = match said.as_slice() {
        ["the" | "The", rest @ ..] | rest => rest,
    };
    if let ["ground" | "grounds", "is" | "are", ground @ ..] = rest
        && !ground.is_empty()
    {
        each.filters.push(Filter::Grounds(fold(&ground.join(" ")).to_lowercase()));
        return Some(());
    }
    let objects = words.objects(&filter.tokens)?;
    each.filters.extend(objects.list.into_iter().flat_map(|o| o.filters));
    Some(())
}
