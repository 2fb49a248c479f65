//! `privilege log must be produced`: a duty in the passive, which names nobody.
//! Nobody can be in breach of it; the transcriber is asked who is meant.

use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::VerbId;
use ordain_base::diag::codes::docket as say;
use ordain_syntax::ast::{self, Modal, Phrase, Quantifier, Token, TokenKind};

/// How many parties are offered in the place of the one that is missing.
const OFFERED: usize = 4;

/// `… must be produced`, with one act.
pub(crate) fn is_passive(declared: &Declared, provision: &ast::Provision) -> bool {
    matches!(provision.items.as_slice(), [item] if passive_verb_at(declared, &item.act.tokens).is_some())
}

/// Whom a passive provision binds all the same.
pub(super) enum Bound {
    /// `No motion may be filed before D`: nobody may, so each party must not; in the active.
    Everybody(ast::Provision),
    /// `any motion must be heard by D`, `all discovery must be completed by D`: the last day
    /// of what nobody must do.
    Nobody { verb: VerbId, what: Phrase },
}

pub(super) fn bound(words: &PhraseResolver<'_>, provision: &ast::Provision) -> Option<Bound> {
    let [item] = provision.items.as_slice() else { return None };
    let done = passive_verb_at(words.declared, &item.act.tokens)?;
    let rest = item.act.tokens.get(done.taken..).unwrap_or_default();
    let by = match rest {
        [by, who @ ..] if by.text == "by" && !who.is_empty() => Some(who),
        _ => None,
    };
    let each = provision.quantifier.as_ref().is_some_and(|q| q.value == Quantifier::Each);
    let first = provision.bearer.tokens.first()?;
    let lemma = &words.declared.verbs.get(done.verb).lemma;
    if provision.modal.value == Modal::MustNot && each {
        let word = |text: &str| Token { kind: TokenKind::Word, text: text.to_owned(), span: first.span };
        let mut act: Vec<Token> = lemma.split(' ').map(word).collect();
        act.extend(provision.bearer.tokens.iter().cloned());
        let tail = if by.is_some() { &[] } else { rest };
        act.extend(tail.iter().cloned());
        let bearer = by.map_or_else(|| vec![word("each"), word("party")], <[Token]>::to_vec);
        let phrase = |tokens: Vec<Token>, span| Phrase { tokens, span };
        let span = item.act.span;
        let active = ast::Item { act: phrase(act, span), ..item.clone() };
        let bearer = phrase(bearer, provision.bearer.span);
        return Some(Bound::Everybody(ast::Provision { bearer, items: vec![active], ..provision.clone() }));
    }
    let any = each
        || provision.quantifier.as_ref().is_some_and(|q| q.value == Quantifier::Any)
        || matches!(first.text.as_str(), "all" | "All" | "any" | "Any");
    let discovery = provision.bearer.tokens.last().is_some_and(|t| t.text == "discovery");
    let last_day = provision.modal.value == Modal::Must && by.is_none() && (any || discovery);
    last_day.then(|| {
        let mut what = provision.bearer.clone();
        what.tokens.extend(rest.iter().cloned());
        Bound::Nobody { verb: done.verb, what }
    })
}

/// Asks who is meant by a passive duty, which is shown in its own words; `None`
/// where a word of the thing means nothing, which was reported.
pub(crate) fn ask_who_is_meant(words: &mut PhraseResolver<'_>, provision: &ast::Provision) -> Option<()> {
    let modal = match provision.modal.value {
        Modal::Must => "must",
        Modal::MustNot => "must not",
        Modal::May => "may",
        _ => return None,
    };
    let [item] = provision.items.as_slice() else { return None };
    let done = passive_verb_at(words.declared, &item.act.tokens)?;
    let verb = &words.declared.verbs.get(done.verb).lemma;
    let thing = text_of(&provision.bearer);
    let span = provision.bearer.span.to(item.act.span);
    let rest: Vec<&str> = item.act.tokens[done.taken..].iter().map(|t| t.text.as_str()).collect();
    let offer = |who: &str| format!("{who} {modal} {verb} {thing}");
    let named = match rest.as_slice() {
        ["by", who @ ..] if !who.is_empty() => Some(who.join(" ")),
        _ => None,
    };
    let offers: Vec<String> = match &named {
        Some(who) => vec![offer(who)],
        None => {
            let parties = words.declared.all_parties().take(OFFERED);
            parties.map(|p| offer(words.declared.party_name(p))).collect()
        }
    };
    words.out.push(say::passive(&thing, modal, &done.participle, verb, span, &offers, named.is_some()));
    let _ = words.objects(&provision.bearer.tokens)?;
    Some(())
}

struct Done {
    verb: VerbId,
    participle: String,
    taken: usize,
}

/// `be produced`, `be promptly produced`.
fn passive_verb_at(declared: &Declared, tokens: &[Token]) -> Option<Done> {
    let ("be", rest) = (tokens.first()?.text.as_str(), tokens.get(1..)?) else { return None };
    let skipped = rest.iter().take_while(|t| t.text.ends_with("ly")).count();
    let word = &rest.get(skipped)?.text;
    // `be prepared to explain`: a verb of its own.
    if rest.get(skipped + 1).is_some_and(|t| t.text == "to") && declared.verbs.base(&format!("be {word} to")).is_some()
    {
        return None;
    }
    let verb = declared.verbs.past(word)?;
    Some(Done { verb, participle: word.clone(), taken: skipped + 2 })
}
