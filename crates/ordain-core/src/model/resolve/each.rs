//! `for each document withheld … [where …]`.

use super::narrow::add_filters;
use super::phrase::PhraseResolver;
use super::selection;
use crate::model::ir::object::Object;
use crate::model::ir::selection::Selection;
use ordain_base::source::Spanned;
use ordain_syntax::ast::Phrase;

/// `for each custodian`: a field by which rows are counted apart.
pub(crate) fn group(thing: &Phrase) -> Option<Spanned<String>> {
    let [only] = thing.tokens.as_slice() else { return None };
    matches!(only.text.as_str(), "custodian" | "category" | "volume")
        .then(|| Spanned::new(only.text.clone(), only.span))
}

/// The things of `for each`, as facts name them and as rows of a table; either may be all there is.
pub(crate) fn resolve(
    words: &mut PhraseResolver<'_>,
    thing: &Phrase,
    filter: Option<&Phrase>,
) -> Option<(Option<Object>, Option<Selection>)> {
    // `$500 for each until met`: each what?
    if let Some(word) = thing.tokens.first().filter(|t| matches!(t.text.as_str(), "until" | "by")) {
        words.out.push(ordain_base::diag::codes::money::rate_of_what(word.span, "for each"));
        return None;
    }
    let mut tokens = thing.tokens.clone();
    tokens.extend(filter.iter().flat_map(|f| f.tokens.iter().cloned()));
    let mut quiet = Vec::new();
    let mut silent = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
    let rows = selection::of_each(&mut silent, &tokens).ok().flatten();
    let old = silent.objects(&thing.tokens).is_some_and(|o| {
        let each = o.list.into_iter().next();
        each.zip(filter).is_none_or(|(mut each, filter)| add_filters(&mut silent, &mut each, filter).is_some())
    });
    if let (Some(taken), false) = (&rows, old) {
        let each = words.objects(&taken.rest)?.list.into_iter().next();
        return Some((each, rows.map(|t| t.selection)));
    }
    let mut each = words.objects(&thing.tokens)?.list.into_iter().next();
    if let (Some(each), Some(filter)) = (&mut each, filter) {
        add_filters(words, each, filter)?;
    }
    Some((each, rows.map(|t| t.selection)))
}
