//! The parties that a list of names means: `Plaintiffs and the Clerk`.

use super::tokens::{span_of, text};
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::Entity;
use ordain_base::diag::codes::clauses::unlinked;
use ordain_base::diag::codes::names as say;
use ordain_base::diag::codes::party_names;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::words::{capitalized, side_named};
use ordain_syntax::ast::{Token, TokenKind};

pub(crate) const FILLERS: &[&str] =
    &["the", "The", "and", "or", "both", "all", "any", "each", "either", "of", "every", "All", "Any", "Each"];

/// The parties a list of names means, and whether they are joined by `or`.
/// The words around them may only join: anything else is an error on that word.
pub fn parties_of(declared: &Declared, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<(Vec<PartyId>, bool)> {
    let mut parties = Vec::new();
    let mut any = false;
    // `all counsel of record`, `all parties`: everybody in the case.
    let mut everybody = false;
    // The party just named, after which another needs a word that joins them.
    let mut last: Option<&[Token]> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Comma {
            (at, last) = (at + 1, None);
            continue;
        }
        if is_role_of_next(declared, &tokens[at..]) {
            at += 1;
            continue;
        }
        if let Some((entity, n)) = declared.names.longest(&tokens[at..]) {
            let named = tokens.get(at..at + n).unwrap_or_default();
            if let (Some(last), Entity::Party(_)) = (last.replace(named), entity) {
                out.push(unlinked(&text(last), &text(named), "and", span_of(named)));
                return None;
            }
            match entity {
                Entity::Party(p) => parties.push(p),
                Entity::Parties => parties.extend(declared.all_parties()),
                other => {
                    let span = token.span.to(tokens[at + n - 1].span);
                    out.push(say::out_of_place(&text(&tokens[at..at + n]), other.kind(), Some("a party"), span));
                    return None;
                }
            }
            at += n;
            continue;
        }
        let word = token.text.as_str();
        last = last.filter(|_| !matches!(word, "or" | "and" | "by" | "for"));
        if word == "or" {
            any = true;
        } else if matches!(word, "counsel" | "Counsel" | "attorneys" | "parties") || word == "record" && everybody {
            everybody = true;
        } else if !(FILLERS.contains(&word)
            || matches!(word, "jointly" | "by")
            || matches!(word, "for" | "for:") && everybody)
        {
            report_unknown_party(declared, tokens, at, out);
            return None;
        }
        at += 1;
    }
    if parties.is_empty() && everybody {
        parties.extend(declared.all_parties());
    }
    if parties.is_empty() {
        if let Some(first) = tokens.first() {
            out.push(party_names::unknown_party(&first.text, first.span, None));
        }
        return None;
    }
    Some((parties, any))
}

/// The first word is the role of the party that is named next: `Defendant Acme`. Where the matter declares that side, the party is of it.
pub(crate) fn is_role_of_next(declared: &Declared, tokens: &[Token]) -> bool {
    let [role, rest @ ..] = tokens else { return false };
    if role.kind != TokenKind::Word || !role.text.starts_with(char::is_uppercase) {
        return false;
    }
    let Some((one, more)) = side_named(&role.text) else { return false };
    // `Defendant Acme` may be a name itself.
    if declared.names.longest(tokens).is_some_and(|(_, n)| n > 1) {
        return false;
    }
    let Some((Entity::Party(party), _)) = declared.names.longest(rest) else { return false };
    let side = [one, more].into_iter().find_map(|name| declared.names.get(&capitalized(name)));
    side.is_none_or(
        |side| matches!(side, Entity::Party(side) if declared.side(party) == declared.side(side) && party != side),
    )
}

/// The party whose name ends right before `at`, and where it begins.
fn party_before(declared: &Declared, tokens: &[Token], at: usize) -> Option<(PartyId, usize)> {
    (0..at).find_map(|start| match declared.names.longest(&tokens[start..at]) {
        Some((Entity::Party(p), n)) if start + n == at => Some((p, start)),
        _ => None,
    })
}

pub(crate) fn report_unknown_party(declared: &Declared, tokens: &[Token], at: usize, out: &mut Vec<Diagnostic>) {
    let token = &tokens[at];
    if let Some((name, n)) = declared.names.in_wrong_case(&tokens[at..]) {
        let span = token.span.to(tokens[at + n - 1].span);
        out.push(say::wrong_case(&text(&tokens[at..at + n]), name, span));
        return;
    }
    // `Dunmore Inc.`: a name that goes on.
    if let Some((known, start)) =
        party_before(declared, tokens, at).filter(|_| token.text.starts_with(char::is_uppercase))
    {
        let end = tokens[at..].iter().take_while(|t| t.text.starts_with(char::is_uppercase)).count();
        let all = &tokens[start..at + end];
        out.push(party_names::longer_name(declared.party_name(known), &text(all), span_of(all)));
        return;
    }
    // A run of words that means nobody is one name.
    let run: Vec<&Token> = tokens[at..]
        .iter()
        .take_while(|t| t.kind == TokenKind::Word && !matches!(t.text.as_str(), "and" | "or"))
        .collect();
    let name = run.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
    let span = run.last().map_or(token.span, |last| token.span.to(last.span));
    let parties: Vec<&str> = declared.names.of(|e| matches!(e, Entity::Party(_) | Entity::Parties)).collect();
    let near = closest(&name, parties.iter().copied());
    out.push(party_names::unknown_party(if name.is_empty() { &token.text } else { &name }, span, near));
}
