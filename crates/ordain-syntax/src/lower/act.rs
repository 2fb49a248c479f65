//! Who must do what: bearer, modal and one act.

use super::phrase::{is_word, phrase_from};
use super::{Lower, Pair, first_child};
use crate::ast::{Clause, ClauseKind, Deadline, Item, Modal, Phrase, Point, Provision, Quantifier, Token, TokenKind};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::{Span, Spanned};

impl Lower<'_> {
    /// Bearer, quantifier and modal of a `duty` or a `listed`; `None` after a diagnostic.
    pub(super) fn head(&mut self, pair: &Pair<'_>) -> Option<(Phrase, Option<Spanned<Quantifier>>, Spanned<Modal>)> {
        let modal_pair = first_child(pair, Rule::modal).or_else(|| first_child(pair, Rule::has_until))?;
        let modal_text = match modal_pair.as_rule() {
            Rule::modal => modal_pair.as_str(),
            _ => "must",
        };
        let bearer = first_child(pair, Rule::bearer).and_then(|b| self.phrase(&b));
        let (bearer, mut quantifier) = match bearer {
            Some(bearer) => split_quantifier(bearer),
            None => (None, None),
        };
        let mut modal = self.modal(&modal_pair, bearer.as_ref());
        if let Some(of) = bearer.as_ref().and_then(bearer_is_nobody) {
            (modal, quantifier) = self.nobody_may(modal, &of, &modal_pair)?;
            return Some((of.rest, quantifier, modal));
        }
        if let Some(binding) = first_child(pair, Rule::binding) {
            let q = quantifier_of(binding.as_str());
            quantifier = Some(Spanned::new(q, self.span(&binding)));
        }
        let Some(bearer) = bearer else {
            self.report(codes::modals::missing_bearer(modal.span, modal_text));
            return None;
        };
        Some((bearer, quantifier, modal))
    }

    /// `No party may file reply`: each must not. Of `no party must` it is not said whether
    /// it is forbidden or only not required.
    fn nobody_may(
        &mut self,
        modal: Spanned<Modal>,
        of: &Nobody,
        pair: &Pair<'_>,
    ) -> Option<(Spanned<Modal>, Option<Spanned<Quantifier>>)> {
        let each = Some(Spanned::new(Quantifier::Each, of.word));
        let shall = pair.as_str().starts_with("shall");
        match modal.value {
            Modal::May => Some((Spanned::new(Modal::MustNot, modal.span), each)),
            Modal::Must if shall => Some((Spanned::new(Modal::MustNot, modal.span), each)),
            Modal::Must | Modal::NeedNot => Some((Spanned::new(Modal::NeedNot, modal.span), each)),
            Modal::MustNot | Modal::Should | Modal::Will => {
                let text = self.view.words_at(of.word.to(modal.span)).to_owned();
                let help = "write who must not: `each party must not file reply until further order`";
                self.report(codes::syntax::unreadable_clause(of.word.to(modal.span), &text, help));
                None
            }
        }
    }

    fn modal(&mut self, pair: &Pair<'_>, bearer: Option<&Phrase>) -> Spanned<Modal> {
        let span = self.span(pair);
        let court = bearer.and_then(|b| b.tokens.last()).is_some_and(|t| matches!(t.text.as_str(), "Court" | "Clerk"));
        let Some(inner) = pair.clone().into_inner().next().filter(|_| pair.as_rule() == Rule::modal) else {
            return Spanned::new(Modal::Must, span);
        };
        let modal = match inner.as_rule() {
            Rule::must_not => Modal::MustNot,
            Rule::may => Modal::May,
            Rule::may_not => {
                self.report(codes::modals::may_not(span));
                Modal::MustNot
            }
            Rule::need_not => Modal::NeedNot,
            Rule::shall => {
                self.report(codes::modals::shall(span, "must"));
                Modal::Must
            }
            Rule::shall_not => {
                self.report(codes::modals::shall(span, "must not"));
                Modal::MustNot
            }
            Rule::will | Rule::will_not if court => Modal::Will,
            Rule::will => {
                self.report(codes::modals::will(span, "must"));
                Modal::Must
            }
            Rule::will_not => {
                self.report(codes::modals::will(span, "must not"));
                Modal::MustNot
            }
            Rule::should => Modal::Should,
            _ => Modal::Must,
        };
        Spanned::new(modal, span)
    }

    /// A `duty`, with the clauses it carries between its words.
    pub(super) fn duty(&mut self, pair: &Pair<'_>) -> Option<(Provision, Vec<Clause>)> {
        let mut clauses = Vec::new();
        if let Some(until) = first_child(pair, Rule::has_until) {
            let date = first_child(&until, Rule::date).and_then(|d| self.date(&d));
            if let Some(date) = date {
                clauses.push(Clause { span: date.span, kind: ClauseKind::Deadline(Deadline::By(Point::Date(date))) });
            }
        }
        if let Some(prompt) = first_child(pair, Rule::prompt_word) {
            clauses.push(Clause { kind: ClauseKind::Deadline(self.prompt_word(&prompt)), span: self.span(&prompt) });
        }
        clauses.extend(self.between(pair));
        let head = self.head(pair);
        let act = first_child(pair, Rule::phrase);
        let (bearer, quantifier, modal) = head?;
        let Some(act) = act.and_then(|a| self.phrase(&a)) else {
            let text = self.view.words_at(bearer.span.to(modal.span)).to_owned();
            self.report(codes::modals::missing_act(modal.span, &text));
            return None;
        };
        let (act, either) = jointly_or_separately(act);
        let quantifier = either.or(quantifier);
        let (bearer, quantifier, act) = match paper_too_long(&bearer, modal, &act) {
            Some((whose, each, act)) => (whose, each.or(quantifier), act),
            None => (bearer, quantifier, act),
        };
        let (act, modal) = self.without_standards(act, modal, &mut clauses);
        let (act, appointment) = appears_at(act);
        clauses.extend(appointment);
        let item = Item { label: None, span: act.span, act, clauses: Vec::new() };
        Some((Provision { bearer, quantifier, modal, items: vec![item], listed: false, choice: None }, clauses))
    }
}

impl Lower<'_> {
    /// `must, by March 3, 2025, file answer`: the time between the modal and the act.
    pub(super) fn between(&mut self, pair: &Pair<'_>) -> Option<Clause> {
        let between = first_child(pair, Rule::between)?;
        let inner = between.clone().into_inner().next()?;
        Some(Clause { kind: ClauseKind::Deadline(self.leading_deadline(&inner)?), span: self.span(&between) })
    }

    /// Takes out of an act the words that say how; what is filed `if any` nobody must file.
    pub(super) fn without_standards(
        &self,
        act: Phrase,
        modal: Spanned<Modal>,
        clauses: &mut Vec<Clause>,
    ) -> (Phrase, Spanned<Modal>) {
        let (act, taken) = super::standards::take_standards(act);
        clauses.extend(taken.clauses);
        let choice = taken.choice && modal.value == Modal::Must;
        (act, if choice { Spanned::new(Modal::May, modal.span) } else { modal })
    }

    /// `Defendant to file answer by May 13`: a duty as minute orders have it.
    pub(super) fn minute_duty(&mut self, pair: &Pair<'_>) -> Option<(Provision, Vec<Clause>)> {
        let bearer = self.phrase(&first_child(pair, Rule::minute_bearer)?)?;
        let span = self.span(&first_child(pair, Rule::minute_to)?);
        let (bearer, mut quantifier) = split_quantifier(bearer);
        if let Some(binding) = first_child(pair, Rule::binding) {
            quantifier = Some(Spanned::new(quantifier_of(binding.as_str()), self.span(&binding)));
        }
        let mut clauses = Vec::new();
        if let Some(prompt) = first_child(pair, Rule::prompt_word) {
            clauses.push(Clause { kind: ClauseKind::Deadline(self.prompt_word(&prompt)), span: self.span(&prompt) });
        }
        let act = self.phrase(&first_child(pair, Rule::phrase)?)?;
        let (act, modal) = self.without_standards(act, Spanned::new(Modal::Must, span), &mut clauses);
        let (act, appointment) = appears_at(act);
        clauses.extend(appointment);
        let item = Item { label: None, span: act.span, act, clauses: Vec::new() };
        let bearer = bearer?;
        Some((Provision { bearer, quantifier, modal, items: vec![item], listed: false, choice: None }, clauses))
    }
}

/// `Plaintiff's brief must not exceed 25 pages`: Plaintiff must not file a brief exceeding them. Of a paper that is
/// nobody's each party must not.
fn paper_too_long(
    bearer: &Phrase,
    modal: Spanned<Modal>,
    act: &Phrase,
) -> Option<(Phrase, Option<Spanned<Quantifier>>, Phrase)> {
    const MEASURES: &[&str] = &["page", "pages", "word", "words"];
    let [exceed, size @ ..] = act.tokens.as_slice() else { return None };
    let measured = size.iter().any(|t| MEASURES.contains(&t.text.as_str()));
    if modal.value != Modal::MustNot || !is_word(exceed, "exceed") || !measured {
        return None;
    }
    let word = |text: &str| Token { kind: TokenKind::Word, text: text.to_owned(), span: bearer.span };
    let article = |t: &&Token| matches!(t.text.as_str(), "the" | "The" | "any" | "Any" | "all" | "All" | "each" | "no");
    let mut tokens: Vec<Token> = bearer.tokens.iter().skip_while(article).cloned().collect();
    let owner =
        tokens.iter().position(|t| t.text.ends_with(['\'', '’']) || t.text.ends_with("'s") || t.text.ends_with("’s"));
    let (whose, each) = match owner {
        Some(at) => {
            let mut whose: Vec<Token> = tokens.drain(..=at).collect();
            if let Some(last) = whose.last_mut() {
                let bare = last.text.strip_suffix('s').filter(|t| t.ends_with(['\'', '’'])).unwrap_or(&last.text);
                last.text = bare.trim_end_matches(['\'', '’']).to_owned();
            }
            (phrase_from(whose)?, None)
        }
        None => (phrase_from(vec![word("the"), word("parties")])?, Some(Spanned::new(Quantifier::Each, bearer.span))),
    };
    // `Memoranda must not exceed …`: a capital that only opens the sentence.
    let opens = bearer.tokens.first().map(|t| t.span);
    let first = tokens.first_mut()?;
    if opens == Some(first.span) {
        first.text = first.text.to_lowercase();
    }
    let exceeding = Token { text: "exceeding".to_owned(), ..exceed.clone() };
    let act = std::iter::once(word("file")).chain(tokens).chain([exceeding]).chain(size.iter().cloned());
    Some((whose, each, phrase_from(act.collect())?))
}

/// `No party`, `Neither Plaintiff nor Defendant`: the word that denies, and whom.
struct Nobody {
    word: Span,
    rest: Phrase,
}

fn bearer_is_nobody(bearer: &Phrase) -> Option<Nobody> {
    let first = bearer.tokens.first().filter(|t| t.kind == TokenKind::Word)?;
    let taken = match first.text.to_lowercase().as_str() {
        "no" | "neither" => 1,
        "none" if bearer.tokens.get(1).is_some_and(|t| is_word(t, "of")) => 2,
        _ => return None,
    };
    let mut rest: Vec<Token> = bearer.tokens.get(taken..)?.to_vec();
    for token in rest.iter_mut().filter(|t| is_word(t, "nor")) {
        token.text = "and".to_owned();
    }
    Some(Nobody { word: first.span, rest: phrase_from(rest)? })
}

/// `appear at Status`: the appointment is when, not what.
fn appears_at(act: Phrase) -> (Phrase, Option<Clause>) {
    let at = act
        .tokens
        .windows(2)
        .position(|w| matches!(w, [a, b] if (is_word(a, "appear") || is_word(a, "argue")) && is_word(b, "at")));
    let Some((head, tail)) = at.and_then(|i| Some((act.tokens.get(..=i)?.to_vec(), act.tokens.get(i + 1..)?.to_vec())))
    else {
        return (act, None);
    };
    let opened = tail.first().map_or(act.span, |t| t.span);
    match (phrase_from(head), phrase_from(tail.into_iter().skip(1).collect())) {
        (Some(head), Some(hearing)) => {
            let span = opened.to(hearing.span);
            (head, Some(Clause { kind: ClauseKind::Deadline(Deadline::At(hearing)), span }))
        }
        _ => (act, None),
    }
}

/// `be prepared to "set a trial date" at Status`, `attend Status`: where nothing else says
/// when, the appointment does.
pub(super) fn at_appointment(item: &mut Item) {
    if super::clause::say_when(&item.clauses) {
        return;
    }
    let tokens = &item.act.tokens;
    let attends = tokens.first().is_some_and(|t| is_word(t, "attend"));
    let split = if attends { Some((1, 1)) } else { super::standards::appointment(tokens).map(|at| (at, at + 1)) };
    let Some((head, tail)) = split else { return };
    let hearing = tokens.get(tail..).map(<[Token]>::to_vec).and_then(phrase_from);
    let act = tokens.get(..head).map(<[Token]>::to_vec).and_then(phrase_from);
    if let (Some(act), Some(hearing)) = (act, hearing) {
        let span = hearing.span;
        item.act = act;
        item.clauses.push(Clause { kind: ClauseKind::Deadline(Deadline::At(hearing)), span });
    }
}

/// How a plural bearer is bound, by the word that says so.
fn quantifier_of(word: &str) -> Quantifier {
    match word {
        "each" => Quantifier::Each,
        "jointly" => Quantifier::Jointly,
        _ => Quantifier::JointlyOrSeparately,
    }
}

/// `, whether jointly or separately,`: taken out of the words it is among.
fn jointly_or_separately(phrase: Phrase) -> (Phrase, Option<Spanned<Quantifier>>) {
    let found = phrase.tokens.windows(3).position(|w| {
        is_word(&w[0], "jointly")
            && is_word(&w[1], "or")
            && (is_word(&w[2], "separately") || is_word(&w[2], "individually"))
    });
    let Some(at) = found else { return (phrase, None) };
    let mut tokens = phrase.tokens.clone();
    let span = tokens[at].span.to(tokens[at + 2].span);
    let comma = |t: Option<&crate::ast::Token>| t.is_some_and(|t| t.kind == TokenKind::Comma);
    let mut last = at + 2;
    let mut first = at;
    if first > 0 && is_word(&tokens[first - 1], "whether") {
        first -= 1;
    }
    if first > 0 && comma(tokens.get(first - 1)) {
        first -= 1;
    }
    if comma(tokens.get(last + 1)) {
        last += 1;
    }
    tokens.drain(first..=last);
    match phrase_from(tokens) {
        Some(rest) => (rest, Some(Spanned::new(Quantifier::JointlyOrSeparately, span))),
        None => (phrase, None),
    }
}

/// `each party`, `the parties jointly`: the bearer without its binding word.
fn split_quantifier(bearer: Phrase) -> (Option<Phrase>, Option<Spanned<Quantifier>>) {
    let (bearer, either) = jointly_or_separately(bearer);
    if either.is_some() {
        return (Some(bearer), either);
    }
    let mut tokens = bearer.tokens;
    let mut found: Option<(Quantifier, Span)> = None;
    if let Some(last) = tokens.last().filter(|t| is_word(t, "jointly") || is_word(t, "each")) {
        found = Some((if last.text == "each" { Quantifier::Each } else { Quantifier::Jointly }, last.span));
    }
    if found.is_some() {
        tokens.pop();
        return (phrase_from(tokens), found.map(|(q, s)| Spanned::new(q, s)));
    }
    if let Some(first) = tokens.first() {
        let q = match first.text.as_str() {
            "each" | "Each" | "every" | "Every" => Some(Quantifier::Each),
            "any" | "Any" => Some(Quantifier::Any),
            // `A party must …` binds each; `a party that opposes` whoever does.
            "a" | "A" if tokens.get(1).is_some_and(|t| is_word(t, "party")) => {
                Some(if tokens.len() > 2 { Quantifier::Any } else { Quantifier::Each })
            }
            _ => None,
        };
        found = q.map(|q| (q, first.span));
    }
    if found.is_some() && tokens.len() > 1 {
        tokens.remove(0);
        if tokens.first().is_some_and(|t| is_word(t, "of")) {
            tokens.remove(0);
        }
    }
    (phrase_from(tokens), found.map(|(q, s)| Spanned::new(q, s)))
}
