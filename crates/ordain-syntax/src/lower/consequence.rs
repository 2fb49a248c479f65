//! What follows on a breach, and on what terms.

use super::{Lower, Pair, first_child};
use crate::ast::{Body, Consequence, Length, OnBreach, Per, Phrase, Term};
use crate::grammar::Rule;
use ordain_base::diag::codes;

impl Lower<'_> {
    /// `on breach of ¶ 1 the Court may "dismiss the action"`: a paragraph of its own.
    pub(super) fn breach_of(&mut self, pair: &Pair<'_>) -> Option<Body> {
        let paragraph = self.phrase(&first_child(pair, Rule::despite_words)?)?;
        Some(Body::OnBreachOf { paragraph, consequence: self.on_breach(pair)? })
    }

    pub(super) fn on_breach(&mut self, pair: &Pair<'_>) -> Option<OnBreach> {
        let consequence = self.consequence(pair)?;
        let mut terms = Vec::new();
        for p in pair.clone().into_inner() {
            if let Some(term) = self.term(&p) {
                terms.push(term?);
            }
        }
        let condition = first_child(pair, Rule::condition).map(|p| self.span(&p));
        Some(OnBreach { consequence, terms, condition })
    }

    fn consequence(&mut self, pair: &Pair<'_>) -> Option<Consequence> {
        if let Some(automatic) = first_child(pair, Rule::automatic) {
            return self.phrase(&first_child(&automatic, Rule::accrual)?).map(Consequence::Automatic);
        }
        let pair = first_child(pair, Rule::consequence)?;
        let bearer = self.phrase(&first_child(&pair, Rule::bearer)?)?;
        let what = self.phrase(&first_child(&pair, Rule::accrual)?)?;
        let modal = first_child(&pair, Rule::modal)?;
        let court = bearer.tokens.last().is_some_and(|t| t.text == "Court");
        Some(match modal.clone().into_inner().next()?.as_rule() {
            Rule::will | Rule::shall if court => Consequence::Automatic(what),
            Rule::may => Consequence::Power { bearer, what },
            Rule::shall => {
                self.report(codes::modals::shall(self.span(&modal), "must"));
                Consequence::Duty { bearer, what }
            }
            Rule::will => {
                self.report(codes::modals::will(self.span(&modal), "must"));
                Consequence::Duty { bearer, what }
            }
            _ => Consequence::Duty { bearer, what },
        })
    }

    /// `None` where it is no term; `Some(None)` after a diagnostic.
    fn term(&mut self, pair: &Pair<'_>) -> Option<Option<Term>> {
        Some(match pair.as_rule() {
            Rule::per => self.per(pair).map(Term::Per),
            Rule::until_met => Some(Term::UntilMet),
            Rule::doubling => self.one_or_more(pair).map(Term::Doubling),
            Rule::capped => self.phrase_in(pair, Rule::accrual).map(Term::Capped),
            Rule::cured => self.cured(pair),
            Rule::repaired => self.after_event(pair).map(|(length, event)| Term::Within(length, event)),
            Rule::unanchored => {
                self.report(codes::deadlines::reparation_without_event(self.span(pair), self.words(pair)));
                None
            }
            Rule::purged => Some(Term::Purged(self.phrase_in(pair, Rule::accrual))),
            _ => return None,
        })
    }

    /// A cure without its time would leave open for ever whether the consequence arises.
    fn cured(&mut self, pair: &Pair<'_>) -> Option<Term> {
        if first_child(pair, Rule::after_event).is_none() {
            let example = "unless cured within 10 days after notice";
            self.report(codes::syntax::empty_clause(self.span(pair), "unless cured", example));
            return None;
        }
        self.after_event(pair).map(|(length, event)| Term::Cured(length, event))
    }

    fn per(&mut self, pair: &Pair<'_>) -> Option<Per> {
        match first_child(pair, Rule::per_event) {
            Some(event) => Some(Per::Event(event.as_str().to_owned())),
            None => self.one_or_more(pair).map(Per::Time),
        }
    }

    /// `7 days`, or `day`: one.
    fn one_or_more(&mut self, pair: &Pair<'_>) -> Option<Length> {
        match first_child(pair, Rule::count) {
            Some(_) => self.length(pair),
            None => {
                let unit = first_child(pair, Rule::unit)?;
                Some(Length { n: 1, unit: super::length::unit(unit.as_str()), span: self.span(&unit) })
            }
        }
    }

    fn after_event(&mut self, pair: &Pair<'_>) -> Option<(Length, Phrase)> {
        let within = first_child(pair, Rule::after_event)?;
        Some((self.length(&within)?, self.phrase_in(&within, Rule::phrase)?))
    }

    fn phrase_in(&mut self, pair: &Pair<'_>, rule: Rule) -> Option<Phrase> {
        self.phrase(&first_child(pair, rule)?)
    }
}
