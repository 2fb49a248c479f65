//! `cause summons to be served`: done by one's own hand or another's, it is the act of serving.

use crate::model::ir::ids::VerbId;
use crate::model::ir::verbs::Verbs;
use ordain_syntax::ast::{Token, TokenKind};

/// The act caused, and the words of the thing it is done to: `cause` or `caused` opens the tokens.
#[must_use]
pub fn caused(verbs: &Verbs, tokens: &[Token]) -> Option<(VerbId, Vec<Token>)> {
    let first = tokens.first()?;
    if matches!(first.text.as_str(), "make" | "made") {
        return act_caused(verbs, tokens);
    }
    if !matches!(first.text.as_str(), "cause" | "caused") {
        return None;
    }
    let at = tokens.windows(2).position(|w| matches!(w, [a, b] if a.text == "to" && b.text == "be"))?;
    let verb = verbs.past(&tokens.get(at + 2)?.text)?;
    let thing = tokens.get(1..at).filter(|t| !t.is_empty())?;
    let rest = tokens.get(at + 3..).unwrap_or_default();
    Some((verb, thing.iter().chain(rest).cloned().collect()))
}

/// `make payment of $500`, `made a production of documents`: the act that the noun names.
fn act_caused(verbs: &Verbs, tokens: &[Token]) -> Option<(VerbId, Vec<Token>)> {
    let article = usize::from(tokens.get(1).is_some_and(|t| matches!(t.text.as_str(), "a" | "an" | "the" | "its")));
    let noun = tokens.get(1 + article).filter(|t| t.kind == TokenKind::Word)?;
    let verb = verbs.noun(&noun.text)?;
    let rest = tokens.get(2 + article..).unwrap_or_default();
    Some((verb, rest.iter().skip_while(|t| t.text == "of").cloned().collect()))
}
