//! `dismisses Acme`: a party leaves the action, and with it what it still owed
//! there. `dismisses the claims against Acme`: whether all of them go, and so
//! the party, its words do not say.

use super::caseload::{self, Ending};
use super::phrase::PhraseResolver;
use super::scope;
use super::tokens::deliverable_at_start;
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::Entity;
use crate::model::ir::scope::{Scope, Sweep, Swept};
use ordain_syntax::ast::{Token, TokenKind};

/// What is around the names of those who are dismissed.
const AROUND: &[&str] = &[
    "the",
    "and",
    "from",
    "against",
    "this",
    "action",
    "case",
    "matter",
    "as",
    "a",
    "an",
    "party",
    "parties",
    "defendant",
    "defendants",
    "plaintiff",
    "plaintiffs",
    "Defendant",
    "Plaintiff",
    "with",
    "without",
    "prejudice",
    "both",
    "all",
];

/// What a party may have brought, or had brought against it.
const CLAIMS: &[&str] =
    &["claim", "claims", "counterclaim", "counterclaims", "crossclaim", "crossclaims", "count", "counts", "Count"];

/// Words that name a part of an action, or a paper: what is dismissed is shown in the Court's own words.
pub(crate) fn is_part(tokens: &[Token]) -> bool {
    let claim = |t: &Token| CLAIMS.contains(&t.text.to_lowercase().as_str());
    (0..tokens.len()).any(|at| claim(&tokens[at]) || deliverable_at_start(&tokens[at..]).is_some())
}

/// Whom the dismissal reaches; `None` where its words name no party.
pub(crate) fn of_party(words: &PhraseResolver<'_>, tokens: &[Token]) -> Option<Scope> {
    let mut parties: Vec<PartyId> = Vec::new();
    let (mut alone, mut claims) = (true, false);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match words.names.longest(&tokens[at..]) {
            Some((Entity::Party(party), n)) => {
                parties.push(party);
                at += n;
                continue;
            }
            Some((_, n)) => {
                alone = false;
                at += n;
                continue;
            }
            None => {}
        }
        claims |= CLAIMS.contains(&token.text.as_str());
        alone &= token.kind == TokenKind::Comma || AROUND.contains(&token.text.as_str());
        at += 1;
    }
    if parties.is_empty() || !alone && !claims {
        return None;
    }
    let all = Sweep::of(Swept::Dates);
    let in_part = if alone { Vec::new() } else { parties.clone() };
    Some(Scope { sweeps: vec![all], parties, in_part, ..Scope::default() })
}

/// `dismisses this action`: with it goes what is still to come in it. Anything else that is
/// dismissed (an appeal, a claim, a petition) is described by the Court's own words.
pub(crate) fn scope_of_dismissal(words: &PhraseResolver<'_>, tokens: &[Token]) -> Scope {
    if let Some(scope) = of_party(words, tokens) {
        return scope;
    }
    let mut quiet = Vec::new();
    let mut silent = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
    match scope::resolve(&mut silent, tokens) {
        Some((_, scope)) if !scope.sweeps.is_empty() => scope,
        _ => scope_of_ending(words, tokens),
    }
}

/// All dates of an action that ends or goes to another court; in part where that is not sure.
pub(crate) fn scope_of_ending(words: &PhraseResolver<'_>, tokens: &[Token]) -> Scope {
    let Some(ending) = caseload::ending(tokens) else { return Scope::default() };
    let in_part = match ending {
        Ending::Action => Vec::new(),
        Ending::Perhaps => words.declared.all_parties().collect(),
    };
    let all = Sweep { action: true, ..Sweep::of(Swept::Dates) };
    Scope { sweeps: vec![all], in_part, ..Scope::default() }
}
