//! What switches a duty, a permission, a prohibition or a disposition on or off.

mod atom;
mod cut;
mod forms;

use super::due::Due;
use super::object::Act;
use super::phrase::{PhraseResolver, text_of};
use super::{Anchor, Bearer, ParagraphId, ThingId};
use crate::verdict::Kind;
use ordain_base::source::Span;
use ordain_syntax::ast::{ClauseKind, ConditionWord, Phrase, Tests, TokenKind, Which};

/// A condition, resolved: whether it holds the record says, or a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub word: ConditionWord,
    pub test: Test,
    /// Its words, without the one that opens it.
    pub text: String,
    pub span: Span,
}

/// One question, or several held together.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    pub text: String,
    pub span: Span,
    pub kind: TestKind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TestKind {
    Group(Which, Vec<Test>),
    /// The order's own words, folded, in lower case: for a person.
    Words(String),
    /// `¶ 1 is breached`, `MTC ¶ 1 is met by D`.
    Verdict {
        paragraph: ParagraphId,
        kind: Kind,
        negated: bool,
        limit: Option<Due>,
    },
    /// `Status is held`, `Mandate issues`, the bare name of an event, `entry of Later`.
    Event {
        anchor: Anchor,
        /// `held`: a day that was set for it is not enough.
        held: bool,
        negated: bool,
        limit: Option<Due>,
    },
    /// `Motion is granted`, `Motion is denied`.
    Ruled {
        thing: ThingId,
        granted: bool,
        negated: bool,
        limit: Option<Due>,
    },
    /// `Plaintiffs file opposition`, `no opposition is filed by D`; by anybody where `by` is `None`.
    Done {
        by: Option<Bearer>,
        act: Box<Act>,
        negated: bool,
        limit: Option<Due>,
    },
}

impl Condition {
    /// The condition that a clause states: `None` where it states none, `Some(None)`
    /// where a word of it stands for nothing, which was reported.
    pub fn of(words: &mut PhraseResolver<'_>, clause: &ClauseKind, span: Span) -> Option<Option<Self>> {
        let ClauseKind::Condition { word, tests } = clause else { return None };
        let test = match tests {
            Tests::One(phrase) => resolve(words, phrase),
            Tests::List(which, items) => {
                let mut all = Vec::new();
                let mut whole = true;
                for item in items {
                    match resolve(words, item) {
                        Some(test) => all.push(test),
                        None => whole = false,
                    }
                }
                let text: Vec<&str> = all.iter().map(|t| t.text.as_str()).collect();
                let text = format!("{}: {}", which.value.name(), text.join("; "));
                let last = items.last().map_or(which.span, |i| i.span);
                let kind = TestKind::Group(which.value, all);
                whole.then(|| Test { text, span: which.span.to(last), kind })
            }
        };
        Some(test.map(|test| Self { word: *word, text: test.text.clone(), test, span }))
    }

    /// The paragraphs whose verdicts it asks for.
    pub fn paragraphs(&self) -> Vec<ParagraphId> {
        let mut found = Vec::new();
        self.test.paragraphs(&mut found);
        found
    }
}

impl Test {
    fn paragraphs(&self, out: &mut Vec<ParagraphId>) {
        match &self.kind {
            TestKind::Group(_, all) => all.iter().for_each(|t| t.paragraphs(out)),
            TestKind::Verdict { paragraph, .. } => out.push(*paragraph),
            _ => {}
        }
    }
}

/// One test, or several joined by `and` or by `or`.
fn resolve(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Test> {
    let text = text_of(phrase);
    let (arms, joint) = cut::arms(words, &phrase.tokens);
    if let [_] = arms.as_slice() {
        return atom::read(words, phrase);
    }
    let mut all = Vec::new();
    let mut whole = true;
    for arm in arms {
        let span = super::phrase::span_of(&arm);
        match atom::read(words, &Phrase { tokens: arm, span }) {
            Some(test) => all.push(test),
            None => whole = false,
        }
    }
    let which = if joint == "or" { Which::Any } else { Which::All };
    whole.then_some(Test { text, span: phrase.span, kind: TestKind::Group(which, all) })
}

/// A phrase that is one quotation.
fn quoted_alone(phrase: &Phrase) -> Option<&str> {
    match phrase.tokens.as_slice() {
        [only] if only.kind == TokenKind::Quoted => Some(&only.text),
        _ => None,
    }
}
