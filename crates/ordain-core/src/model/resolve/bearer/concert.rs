//! `Defendants and those in active concert with them`: the order reaches others
//! through a party (Fed. R. Civ. P. 65(d)(2)). Who they are is for people to judge.

use crate::model::ir::bearer::Bearer;
use crate::model::ir::declared::Declared;
use crate::model::resolve::parties::{parties_of, report_unknown_party};
use crate::model::resolve::tokens::text_of;
use ordain_base::diag::Diagnostic;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// Words that describe such a class.
const WORDS: &[&str] = &[
    "those",
    "persons",
    "person",
    "anyone",
    "all",
    "any",
    "other",
    "others",
    "in",
    "active",
    "concert",
    "or",
    "and",
    "participation",
    "participating",
    "with",
    "them",
    "it",
    "him",
    "her",
    "who",
    "are",
    "is",
    "receive",
    "receives",
    "actual",
    "notice",
    "of",
    "this",
    "the",
    "order",
    "injunction",
    "their",
    "its",
    "his",
    "agents",
    "agent",
    "officers",
    "servants",
    "employees",
    "attorneys",
    "representatives",
    "successors",
    "assigns",
    "affiliates",
    "subsidiaries",
    "by",
    "personal",
    "service",
    "otherwise",
    "acting",
    "entities",
    "on",
    "behalf",
    "through",
    "under",
];

/// Words without which the class is another.
const TELLING: &[&str] = &[
    "concert",
    "participation",
    "agents",
    "officers",
    "servants",
    "employees",
    "attorneys",
    "representatives",
    "successors",
    "assigns",
    "affiliates",
    "subsidiaries",
];

/// The parties named and the words of the others; `None` where there are no others.
pub(crate) fn bearer_in_concert(
    declared: &Declared,
    phrase: &Phrase,
    out: &mut Vec<Diagnostic>,
) -> Option<Option<Bearer>> {
    let at = start_of_others(&phrase.tokens)?;
    let (named, others) = phrase.tokens.split_at(at);
    // `Acme and those in active concert with Acme`: the party is named again.
    let again = |t: &Token| named.iter().any(|n| n.text == t.text);
    let odd = |t: &Token| t.kind == TokenKind::Word && !WORDS.contains(&t.text.as_str()) && !again(t);
    if let Some(odd) = others.iter().position(odd) {
        report_unknown_party(declared, &phrase.tokens, at + odd, out);
        return Some(None);
    }
    let Some((parties, _)) = parties_of(declared, named, out) else { return Some(None) };
    let span = others.first()?.span.to(others.last()?.span);
    let others = text_of(&Phrase { tokens: others.to_vec(), span });
    Some(Some(Bearer::WithOthers { parties, others }))
}

/// Where the others begin, after the parties and the word that joins them.
fn start_of_others(tokens: &[Token]) -> Option<usize> {
    let at = tokens.iter().enumerate().position(|(i, t)| {
        let class = matches!(t.text.as_str(), "those" | "persons" | "anyone" | "their" | "its" | "his" | "her");
        let quantified = matches!(t.text.as_str(), "all" | "any" | "other")
            && tokens.get(i + 1).is_some_and(|n| matches!(n.text.as_str(), "those" | "persons" | "other" | "others"));
        i > 0 && t.kind == TokenKind::Word && (class || quantified)
    })?;
    let telling = tokens[at..].iter().any(|t| TELLING.contains(&t.text.as_str()));
    telling.then_some(at)
}
