//! Conditions: the word that opens one, and its test or numbered list of tests.

use super::phrase::{is_word, phrase_from};
use super::{Lower, Pair, first_child, has_child};
use crate::ast::{Choice, ClauseKind, ConditionWord, Deadline, Phrase, Point, Tests, Token, TokenKind};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Spanned;
use ordain_base::words::one_line;

impl Lower<'_> {
    /// A `condition`, an `unless`, or a `lead_condition`; `None` after a diagnostic.
    pub(super) fn condition(&mut self, pair: &Pair<'_>) -> Option<ClauseKind> {
        let word = match pair.clone().into_inner().next()?.as_rule() {
            Rule::k_when | Rule::lead_when => ConditionWord::When,
            Rule::k_extent | Rule::lead_extent => ConditionWord::ToTheExtent,
            Rule::k_unless | Rule::lead_unless => ConditionWord::Unless,
            Rule::k_after | Rule::lead_after => ConditionWord::After,
            Rule::k_provided | Rule::lead_provided => ConditionWord::Provided,
            _ => ConditionWord::If,
        };
        let tests = match first_child(pair, Rule::tests) {
            Some(list) => self.tests(&list)?,
            // The words of a consequence, under the duty itself.
            None if word == ConditionWord::Unless && self.cures(pair) => return None,
            None => {
                Tests::One(self.test(&first_child(pair, Rule::test).or_else(|| first_child(pair, Rule::lead_test))?)?)
            }
        };
        Some(ClauseKind::Condition { word, tests })
    }

    /// `unless cured within 10 days after notice`, with no consequence before it.
    fn cures(&mut self, pair: &Pair<'_>) -> bool {
        let Some(test) = first_child(pair, Rule::test) else { return false };
        let text = self.words(&test).to_owned();
        let found = text.starts_with("cured");
        if found {
            let help = format!("it belongs to what follows on a breach: `on breach automatically \"…\" unless {text}`");
            self.report(codes::syntax::unreadable_clause(self.span(pair), &format!("unless {text}"), &help));
        }
        found
    }

    fn test(&mut self, pair: &Pair<'_>) -> Option<Phrase> {
        let phrase = self.phrase(pair)?;
        self.check_mix(&phrase);
        // `all of:` with items that have no numbers: nothing says where one ends.
        let opens = phrase.tokens.iter().take(8).position(|t| is_word(t, ":"));
        if opens.is_some_and(|i| {
            i > 1 && is_word(&phrase.tokens[i - 1], "of") || i > 2 && ends_with_the_following(&phrase, i)
        }) {
            self.report(codes::conditions::unnumbered(phrase.span));
            return None;
        }
        Some(phrase)
    }

    fn tests(&mut self, pair: &Pair<'_>) -> Option<Tests> {
        let which = self.which(&first_child(pair, Rule::which)?);
        let mut items = Vec::new();
        let mut failed = false;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::numbered => match self.phrase(&p).and_then(without_joiner) {
                    Some(phrase) => {
                        self.check_mix(&phrase);
                        items.push(phrase);
                    }
                    None => failed = true,
                },
                Rule::joiner => self.check_joiner(&p, &which),
                _ => {}
            }
        }
        if let [_] = items.as_slice() {
            self.report(codes::conditions::list_of_one(which.span, which.value.name()));
        }
        (!failed && !items.is_empty()).then_some(Tests::List(which, items))
    }

    pub(super) fn which(&self, pair: &Pair<'_>) -> Spanned<Choice> {
        let which = match pair.clone().into_inner().next().map(|p| p.as_rule()) {
            Some(Rule::which_any) => Choice::Any,
            Some(Rule::which_one) => Choice::ExactlyOne,
            _ => Choice::All,
        };
        Spanned::new(which, self.span(pair))
    }

    /// `all of: (1) …; or (2) …` says two things at once.
    fn check_joiner(&mut self, pair: &Pair<'_>, which: &Spanned<Choice>) {
        let or = has_child(pair, Rule::k_or);
        if or == (which.value == Choice::All) {
            let joined = if or { "or" } else { "and" };
            let right = if or { Choice::Any } else { Choice::All };
            self.report(codes::conditions::list_says_two(
                self.span(pair),
                which.span,
                which.value.name(),
                joined,
                right.name(),
            ));
        }
    }

    /// `by December 1, 2023` or `within 14 days after service` of a test: one token.
    pub(super) fn limit(&mut self, pair: &Pair<'_>) -> Option<Token> {
        let date = first_child(pair, Rule::date);
        let deadline = if has_child(pair, Rule::k_within) {
            let length = self.length(pair)?;
            let after = match (date, first_child(pair, Rule::limit_words)) {
                (Some(d), _) => Point::Date(self.date(&d)?),
                (None, words) => Point::Event(self.phrase(&words?)?),
            };
            Deadline::Within { length, after, stated: None }
        } else {
            let point = match (date, first_child(pair, Rule::limit_words)) {
                (None, Some(words)) => Point::Event(self.phrase(&words)?),
                (date, _) => Point::Date(self.date(&date?)?),
            };
            if has_child(pair, Rule::k_before) { Deadline::Before(point) } else { Deadline::By(point) }
        };
        let text = one_line(self.words(pair));
        Some(Token { kind: TokenKind::Limit(Box::new(deadline)), text, span: self.span(pair) })
    }
}

/// `all of the following :`.
fn ends_with_the_following(phrase: &Phrase, colon: usize) -> bool {
    is_word(&phrase.tokens[colon - 1], "following") && is_word(&phrase.tokens[colon - 2], "the")
}

/// `… ; and` at the end of a line is said of the list, not of the item.
fn without_joiner(mut phrase: Phrase) -> Option<Phrase> {
    while phrase.tokens.last().is_some_and(|t| is_word(t, "and") || is_word(t, "or")) {
        phrase.tokens.pop();
    }
    phrase_from(phrase.tokens)
}
