//! `in each of "Hewad" and "Anis"`: one act owed for several things, for each by itself.

use super::phrase::PhraseResolver;
use super::tokens::{span_of, text};
use crate::model::ir::object::{Act, Head, Object, Related, Relation};
use crate::model::ir::preposition::Preposition;
use ordain_base::diag::codes::clauses;
use ordain_base::source::Span;
use ordain_base::words::join;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// One of the things, and what it is called.
pub(crate) struct One {
    pub(crate) name: String,
    pub(crate) relation: Relation,
}

/// The things of a list, in its order; `None` where a word of it means nothing, and where `two` opens a list of more or of
/// one.
pub(crate) fn things(words: &mut PhraseResolver<'_>, word: &str, two: Option<Span>, list: &Phrase) -> Option<Vec<One>> {
    let mut found = Vec::new();
    for part in parts_of_list(words, &list.tokens) {
        let object = words.objects(part)?.list.into_iter().next()?;
        let head = object.head.or_else(|| object.relations.into_iter().find_map(head_of_relation));
        let Some(head) = head else {
            words.unknown(part, part.first()?);
            return None;
        };
        let relation = Relation { preposition: Preposition::of_word(word), to: Related::Head(head) };
        found.push(One { name: text(part), relation });
    }
    if let Some(both) = two.filter(|_| found.len() != 2) {
        words.out.push(clauses::both_of(both, found.len()));
        return None;
    }
    Some(found)
}

/// `each of A and B`; many are counted, and each is named where its verdict stands.
pub(crate) fn each_in_words(things: &[One]) -> String {
    const MANY: usize = 4;
    let names: Vec<&str> = things.iter().map(|t| t.name.as_str()).collect();
    if names.len() > MANY { format!("each of the {} named", names.len()) } else { format!("each of {}", join(&names)) }
}

fn head_of_relation(relation: Relation) -> Option<Head> {
    if let Related::Head(head) = relation.to { Some(head) } else { None }
}

/// Cut at each comma and each `and` that is no part of a declared name.
fn parts_of_list<'t>(words: &PhraseResolver<'_>, tokens: &'t [Token]) -> Vec<&'t [Token]> {
    let joins = |t: &Token| t.kind == TokenKind::Comma || t.text == "and" && t.kind == TokenKind::Word;
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        if joins(&tokens[at]) {
            found.push(&tokens[start..at]);
            start = at + 1;
            at = start;
        } else {
            at += words.thing_words(&tokens[at..]).max(1);
        }
    }
    found.push(tokens.get(start..).unwrap_or_default());
    found.retain(|part| !part.is_empty());
    found
}

/// The act for one of the things.
pub(crate) fn act(act: &Act, one: &One, list: &Phrase) -> Act {
    let mut act = act.clone();
    if act.objects.list.is_empty() {
        act.objects.list.push(Object::empty(span_of(&list.tokens)));
    }
    for object in &mut act.objects.list {
        object.one_of = Some(one.relation.clone());
    }
    act
}
