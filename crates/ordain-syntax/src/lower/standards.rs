//! Words of an act that say how it is to be done: a manner (`by telephone`), a
//! standard for a person (`in good faith`), a choice (`if any`). Each is taken out of
//! the act and kept as a clause of its own.

use super::phrase::{is_word, phrase_from};
use crate::ast::{Clause, ClauseKind, ConditionWord, Phrase, Quoted, Tests, Token, TokenKind};
use ordain_base::source::Spanned;

/// How something is done, by means that the record of an act seldom shows.
const MANNERS: &[&str] = &[
    "by telephone",
    "by phone",
    "by teleconference",
    "by telephone conference",
    "by conference call",
    "by video",
    "by videoconference",
    "by video conference",
    "by zoom",
    "via zoom",
    "via telephone",
    "via video",
    "via videoconference",
    "by remote means",
    "in person",
    "in person or by counsel",
    "in person or through counsel",
    "personally",
    "remotely",
    "telephonically",
    "through counsel",
    "by counsel",
    "under oath",
    "in open court",
    "in writing",
    "orally",
    "electronically",
];

/// Standards that only a person can apply.
const STANDARDS: &[&str] = &[
    "in good faith",
    "in a good faith effort",
    "diligently",
    "with due diligence",
    "with reasonable diligence",
    "using best efforts",
    "using reasonable efforts",
    "to the best of its ability",
    "to the best of their ability",
    "in earnest",
    "expeditiously",
    "in a timely manner",
    "reasonably",
];

/// `reply, if any`: nobody must.
const CHOICES: &[&str] = &["if any", "if desired", "if it chooses", "if they choose", "if so advised"];

/// `amended answer, if necessary`: whether it is, a person says.
const NEEDS: &[&str] = &["if necessary", "if applicable", "if appropriate", "if needed", "if required"];

/// What was taken out of an act.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) clauses: Vec<Clause>,
    /// It is a choice, and no duty.
    pub(super) choice: bool,
}

/// The act without the words that say how, and those as clauses.
pub(super) fn take_standards(act: Phrase) -> (Phrase, Taken) {
    let mut taken = Taken::default();
    let mut tokens = act.tokens.clone();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(n) = longest_run_at(&tokens, at, MANNERS).filter(|n| at > 0 || *n == 1 && tokens.len() > 1) {
            let said = cut_words(&mut tokens, at, n);
            taken.clauses.push(Clause { span: said.span, kind: ClauseKind::Manner(said) });
            at = at.saturating_sub(1);
        } else if let Some(n) = longest_run_at(&tokens, at, STANDARDS).filter(|_| at > 0 || tokens.len() > 1) {
            let said = cut_words(&mut tokens, at, n);
            taken.clauses.push(Clause { span: said.span, kind: ClauseKind::Judgment(said) });
            at = at.saturating_sub(1);
        } else if let Some(n) = longest_run_at(&tokens, at, CHOICES) {
            cut_words(&mut tokens, at, n);
            taken.choice = true;
            at = at.saturating_sub(1);
        } else if let Some(n) = longest_run_at(&tokens, at, NEEDS) {
            let said = cut_words(&mut tokens, at, n);
            let text = said.value.trim_start_matches("if ").to_owned();
            let token = Token { kind: TokenKind::Quoted, text, span: said.span };
            let tests = Tests::One(Phrase { tokens: vec![token], span: said.span });
            let kind = ClauseKind::Condition { word: ConditionWord::If, tests };
            taken.clauses.push(Clause { span: said.span, kind });
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
    if let Some(said) = take_substantially(&mut tokens) {
        taken.clauses.push(Clause { span: said.span, kind: ClauseKind::Judgment(said) });
    }
    match phrase_from(tokens) {
        Some(rest) => (rest, taken),
        None => (act, Taken::default()),
    }
}

/// How many of these tokens say how something is done: `by telephone`, `in good faith`.
#[must_use]
pub fn manner_words(tokens: &[Token]) -> Option<usize> {
    longest_run_at(tokens, 0, MANNERS).or_else(|| longest_run_at(tokens, 0, STANDARDS))
}

/// How many tokens at `at` are one of these runs of words, the longest first.
fn longest_run_at(tokens: &[Token], at: usize, runs: &[&str]) -> Option<usize> {
    let word = |i: usize| tokens.get(i).filter(|t| matches!(t.kind, TokenKind::Word)).map(|t| t.text.as_str());
    // Most words begin none of them.
    let first = word(at)?.as_bytes().first()?.to_ascii_lowercase();
    let alike = runs.iter().filter(|run| run.as_bytes().first() == Some(&first));
    let found = alike.filter(|run| {
        let mut words = run.split(' ').enumerate();
        words.all(|(i, w)| word(at + i).is_some_and(|t| t.eq_ignore_ascii_case(w)))
    });
    found.map(|run| run.split(' ').count()).max()
}

/// Takes `n` words out, with the commas around them, and gives them as they stand.
fn cut_words(tokens: &mut Vec<Token>, at: usize, n: usize) -> Quoted {
    let run: Vec<Token> = tokens.drain(at..(at + n).min(tokens.len())).collect();
    let comma = |t: Option<&Token>| t.is_some_and(|t| t.kind == TokenKind::Comma);
    let before = at.checked_sub(1).filter(|b| comma(tokens.get(*b)));
    if let Some(before) = before {
        if comma(tokens.get(at)) {
            tokens.remove(at);
        }
        tokens.remove(before);
    }
    let words: Vec<&str> = run.iter().map(|t| t.text.as_str()).collect();
    let span = match (run.first(), run.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => ordain_base::source::Span::default(),
    };
    Spanned::new(words.join(" "), span)
}

/// `substantially complete X` without a share: X is to be completed, and whether it is
/// substantially a person says.
fn take_substantially(tokens: &mut Vec<Token>) -> Option<Quoted> {
    let share = |t: &Token| t.text.contains('%') || matches!(t.text.trim_matches(['(', ')']), "percent" | "cent");
    if tokens.iter().any(share) {
        return None;
    }
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    match (word(0), word(1), word(2)) {
        ("substantially", "complete" | "finish", _) => Some(cut_words(tokens, 0, 1)),
        ("reach" | "achieve" | "make", "substantial", "completion") if tokens.len() > 3 => {
            let of = usize::from(word(3) == "of");
            let mut said = cut_words(tokens, 0, 3 + of);
            said.value = "substantially".to_owned();
            let complete = Token { kind: TokenKind::Word, text: "complete".to_owned(), span: said.span };
            tokens.insert(0, complete);
            Some(said)
        }
        _ => None,
    }
}

/// Where a run of words such as `at Status` begins, that says at which appointment.
pub(super) fn appointment(tokens: &[Token]) -> Option<usize> {
    let named = |t: &Token| t.kind == TokenKind::Word && t.text.starts_with(char::is_uppercase);
    tokens.windows(2).enumerate().skip(1).find_map(|(i, w)| {
        let [at, next] = w else { return None };
        let the =
            is_word(next, "the") && tokens.get(i + 2).is_some_and(|t| named(t) || HEARINGS.contains(&t.text.as_str()));
        (is_word(at, "at") && (named(next) || the)).then_some(i)
    })
}

/// What appointments are called.
const HEARINGS: &[&str] =
    &["hearing", "conference", "trial", "status", "pretrial", "mediation", "deposition", "argument"];

#[cfg(test)]
mod tests {
    use super::*;
    use ordain_base::source::Span;

    fn act(words: &str) -> Phrase {
        let token = |w: &str| match w {
            "," => Token { kind: TokenKind::Comma, text: w.to_owned(), span: Span::default() },
            _ => Token { kind: TokenKind::Word, text: w.to_owned(), span: Span::default() },
        };
        Phrase { tokens: words.split(' ').map(token).collect(), span: Span::default() }
    }

    fn words(phrase: &Phrase) -> String {
        phrase.tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn manners_and_standards_become_clauses() {
        for (said, left, clauses) in [
            ("appear at Status by telephone", "appear at Status", 1),
            ("confer , in good faith , by video", "confer", 2),
            ("substantially complete production", "complete production", 1),
            ("reach substantial completion of production", "complete production", 1),
            ("file amended answer , if necessary", "file amended answer", 1),
        ] {
            let (rest, taken) = take_standards(act(said));
            assert_eq!((words(&rest).as_str(), taken.clauses.len(), taken.choice), (left, clauses, false), "{said}");
        }
    }

    #[test]
    fn what_is_filed_if_any_is_a_choice() {
        let (rest, taken) = take_standards(act("file reply , if any , to motion"));
        assert_eq!((words(&rest).as_str(), taken.choice), ("file reply to motion", true));
    }
}
