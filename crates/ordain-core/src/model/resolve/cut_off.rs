//! `any motion is due by D`: nobody must; after the day it is out of time.

use super::acts::{self, Group};
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

/// The last day of a thing, which is that of filing it; or of an act, where the words lead with its verb.
pub(crate) fn resolve(
    words: &mut PhraseResolver<'_>,
    what: &Phrase,
    leads_with_verb: bool,
    clauses: &[Clause],
    span: Span,
) -> Option<Body> {
    if !leads_with_verb {
        let verb = words.declared.verbs.base("file")?;
        return of_thing(words, verb, what, clauses, span);
    }
    let tokens = acts::in_base_form(&words.declared.verbs, what.tokens.clone());
    let act = acts::one_act(words, &Phrase { tokens, span: what.span }, false)?;
    of_act(words, act, text_of(what), clauses, span)
}

/// `any motion must be heard by D`: the last day of an act that nobody must do.
pub(crate) fn of_thing(
    words: &mut PhraseResolver<'_>,
    verb: VerbId,
    what: &Phrase,
    clauses: &[Clause],
    span: Span,
) -> Option<Body> {
    let objects = words.objects(&what.tokens)?;
    of_act(words, Act { verb, objects, span: what.span }, text_of(what), clauses, span)
}

fn of_act(words: &mut PhraseResolver<'_>, act: Act, words_of: String, clauses: &[Clause], span: Span) -> Option<Body> {
    let group =
        Group { acts: vec![act], words: words_of, of_each: Vec::new(), in_each: None, name: String::new(), span };
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
