//! `any motion is due by D`: nobody must; after the day it is out of time.

use super::acts::Group;
use super::obligation::resolve_obligation;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::bearer::Bearer;
use crate::model::ir::ids::VerbId;
use crate::model::ir::object::Act;
use crate::model::ir::obligation::ItemLabel;
use crate::model::ir::paragraph::Body;
use crate::model::ir::provision::Provision;
use crate::verdict::Modality;
use ordain_base::source::Span;
use ordain_syntax::ast::{Choice, Clause, Phrase};

pub(crate) fn resolve(words: &mut PhraseResolver<'_>, what: &Phrase, clauses: &[Clause], span: Span) -> Option<Body> {
    let verb = words.declared.verbs.base("file")?;
    of_act(words, verb, what, clauses, span)
}

/// `any motion must be heard by D`: the last day of an act that nobody must do.
pub(crate) fn of_act(
    words: &mut PhraseResolver<'_>,
    verb: VerbId,
    what: &Phrase,
    clauses: &[Clause],
    span: Span,
) -> Option<Body> {
    let objects = words.objects(&what.tokens)?;
    let acts = vec![Act { verb, objects, span: what.span }];
    let words_of = text_of(what);
    let group = Group { acts, words: words_of, in_each: None, name: String::new(), span };
    let all: Vec<&Clause> = clauses.iter().collect();
    let obligation = resolve_obligation(words, group, &all, ItemLabel::default(), false, Modality::CutOff)?;
    let parties = words.declared.all_parties().collect();
    let bearer = Bearer::AnyOf(parties);
    Some(Body::Provision(Provision {
        modality: Modality::CutOff,
        bearer,
        bearer_words: "any party".to_owned(),
        obligations: vec![obligation],
        choice: Choice::All,
    }))
}
