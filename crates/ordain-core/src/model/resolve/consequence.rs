//! What an order says follows on a breach.

use super::anchor::resolve_anchor;
use super::bearer::Nature;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use super::{acts, bearer};
use crate::model::ir::consequence::{Consequence, Duty, From, Kind, Penalty, Within};
use crate::model::ir::period::unit_word;
use ordain_base::diag::codes::clauses::of_consequence;
use ordain_base::diag::codes::money as say;
use ordain_base::diag::codes::ordered_time;
use ordain_base::money::{Amount, Read};
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Length, Per, Phrase, Term};

/// Resolves one consequence; `None` where a word of it means nothing, which was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, source: &ast::OnBreach, span: Span) -> Option<Consequence> {
    if let Some(condition) = source.condition {
        words.out.push(of_consequence(condition));
        return None;
    }
    let mut text = match &source.consequence {
        ast::Consequence::Power { bearer, what } => format!("{} may {}", text_of(bearer), text_of(what)),
        ast::Consequence::Automatic(what) => format!("automatically {}", text_of(what)),
        ast::Consequence::Duty { bearer, what } => format!("{} must {}", text_of(bearer), text_of(what)),
    };
    let mut terms = Terms::default();
    for term in &source.terms {
        let said = terms.take(words, term)?;
        text = format!("{text}{}{said}", if matches!(term, Term::Per(_) | Term::UntilMet) { " " } else { ", " });
    }
    let kind = match &source.consequence {
        ast::Consequence::Power { .. } => Kind::Power,
        ast::Consequence::Automatic(_) => Kind::Automatic,
        ast::Consequence::Duty { bearer, what } => {
            Kind::Duty(Box::new(duty_of_consequence(words, bearer, what, &mut terms)?))
        }
    };
    Some(Consequence { words: text, kind, cure: terms.cure, purge: terms.purge, span })
}

#[derive(Default)]
struct Terms {
    per: Option<Per>,
    doubling: Option<Length>,
    cap: Option<(Amount, Span)>,
    cure: Option<Within>,
    purge: Option<String>,
    within: Option<Within>,
}

impl Terms {
    /// Takes one term, and says it.
    fn take(&mut self, words: &mut PhraseResolver<'_>, term: &Term) -> Option<String> {
        Some(match term {
            Term::Per(per) => {
                self.per = Some(per.clone());
                match per {
                    Per::Time(length) => format!("for each {}", unit_word(Length { n: 1, ..*length })),
                    Per::Event(word) => format!("for each {word}"),
                }
            }
            Term::UntilMet => "until met".to_owned(),
            Term::Doubling(length) if length.n == 0 => {
                words.out.push(ordered_time::every_zero(length.span, &format!("0 {}", unit_word(*length))));
                return None;
            }
            Term::Doubling(length) => {
                self.doubling = Some(*length);
                match length.n {
                    1 => format!("doubling every {}", unit_word(*length)),
                    n => format!("doubling every {n} {}", unit_word(*length)),
                }
            }
            Term::Capped(phrase) => {
                let amount = amount_of_phrase(words, phrase)?;
                if amount.value.is_zero() {
                    words.out.push(say::bad_amount(
                        phrase.span,
                        &amount.to_string(),
                        "with this limit nothing is owed at all",
                    ));
                    return None;
                }
                self.cap = Some((amount, phrase.span));
                format!("not exceeding {amount}")
            }
            Term::Cured(length, event) => {
                let within = time_after(words, *length, event)?;
                let said = format!("unless cured {}", within.words);
                self.cure = Some(within);
                said
            }
            Term::Within(length, event) => {
                let within = time_after(words, *length, event)?;
                let said = within.words.clone();
                self.within = Some(within);
                said
            }
            Term::Purged(phrase) => {
                let said = phrase.as_ref().map_or_else(|| "it is purged".to_owned(), text_of);
                self.purge = Some(said.clone());
                format!("until purged by {said}")
            }
        })
    }
}

fn duty_of_consequence(
    words: &mut PhraseResolver<'_>,
    bearer: &Phrase,
    what: &Phrase,
    terms: &mut Terms,
) -> Option<Duty> {
    let who = bearer::resolve(words, bearer, None, Nature::Joint);
    let act = acts::one_act(words, what, false)?;
    let amount = act.objects.list.first().and_then(|o| o.amount);
    let penalty = match amount {
        Some(amount) => {
            if let Some((cap, span)) = terms.cap.filter(|(cap, _)| cap.currency != amount.currency) {
                words.out.push(say::bad_amount(span, &cap.to_string(), "it caps an amount in another currency"));
                return None;
            }
            let cap = terms.cap.map(|(cap, _)| cap);
            Some(Penalty { amount, per: terms.per.clone(), doubling: terms.doubling, cap })
        }
        None => None,
    };
    Some(Duty {
        bearer: who?,
        bearer_words: text_of(bearer),
        act_words: text_of(what),
        act,
        penalty,
        within: terms.within.take(),
    })
}

/// The amount a phrase is.
pub(crate) fn amount_of_phrase(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Amount> {
    let list: Vec<&str> = phrase.tokens.iter().map(|t| t.text.as_str()).collect();
    let text = list.join(" ");
    match Amount::read(&list) {
        Some(Read::Amount(amount, _)) => return Some(amount),
        Some(Read::Bad(_, why)) => words.out.push(say::bad_amount(phrase.span, &text, why)),
        None => words.out.push(say::no_currency(phrase.span, &text)),
    }
    None
}

/// `10 days after notice`, `14 days after the breach`, `7 days after Ruling`.
pub(crate) fn time_after(words: &mut PhraseResolver<'_>, length: Length, event: &Phrase) -> Option<Within> {
    let plain: Vec<&str> =
        event.tokens.iter().map(|t| t.text.as_str()).filter(|t| !matches!(*t, "the" | "such" | "a" | "any")).collect();
    let declared = words.names.longest(&event.tokens).is_some_and(|(_, n)| n == event.tokens.len());
    let from = match plain.as_slice() {
        _ if declared => From::Event(resolve_anchor(words, event)?),
        ["breach" | "default" | "violation" | "deadline"] | ["missed", "date" | "day" | "deadline"] => From::Breach,
        ["notice"] | ["written", "notice"] | ["notice", "of", "breach" | "default" | "violation"] => From::Notice,
        _ => From::Event(resolve_anchor(words, event)?),
    };
    let said = format!("within {} {} after {}", length.n, unit_word(length), text_of(event));
    Some(Within { length, from, words: said })
}
