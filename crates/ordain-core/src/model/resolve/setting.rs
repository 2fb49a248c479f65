//! A hearing is set or moved to a day, or to none in so many words.

use super::deadline_of::is_deadline;
use super::phrase::PhraseResolver;
use crate::model::ir::declared::Declared;
use crate::model::ir::object::{Head, Objects, Related};
use crate::model::ir::thing::ThingKind;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::docket as say;
use ordain_syntax::ast::{self, DispositionVerb as V, Point};

/// `Trial will begin on July 9, 2024`: what is set must have been declared; `None` after a diagnostic.
pub(crate) fn declared(words: &mut PhraseResolver<'_>, d: &ast::Disposition) -> Option<()> {
    let set = d.verb.value == V::Sets && matches!(d.to, Some(Point::Date(_)));
    let Some(object) = d.object.as_ref().filter(|_| set) else { return Some(()) };
    let mut quiet = Vec::new();
    let mut silent = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
    let known = silent.objects(&object.tokens).is_some_and(|o| o.list.iter().any(|o| o.head.is_some()));
    if known || is_deadline(&object.tokens) {
        return Some(());
    }
    let name: Vec<&str> = object.tokens.iter().map(|t| t.text.as_str()).filter(|w| !ARTICLES.contains(w)).collect();
    words.out.push(say::undeclared_hearing(&name.join(" "), object.span));
    None
}

const ARTICLES: &[&str] = &["a", "an", "the", "The", "A", "An", "hearing"];

/// Reports a hearing that is set or moved without a day.
pub(crate) fn check_setting(
    declared: &Declared,
    d: &ast::Disposition,
    objects: Option<&Objects>,
    out: &mut Vec<Diagnostic>,
) {
    let verb = match d.verb.value {
        V::Sets => "sets",
        V::Resets => "resets",
        V::Continues => "continues",
        V::Adjourns => "adjourns",
        V::Advances => "advances",
        _ => return,
    };
    if matches!(d.to, Some(Point::Date(_))) || d.until.is_some() || d.by.is_some() {
        return;
    }
    let heads = objects.iter().flat_map(|o| &o.list).flat_map(|o| {
        let related = o.relations.iter().filter_map(|r| if let Related::Head(h) = &r.to { Some(h) } else { None });
        o.head.iter().chain(related)
    });
    let hearing = heads.filter_map(|h| if let Head::Thing(t) = h { Some(&declared.things[t.index()]) } else { None });
    if let Some(hearing) = hearing.into_iter().find(|t| t.kind == ThingKind::Hearing) {
        out.push(say::hearing_without_day(verb, &hearing.name, d.span));
    }
}
