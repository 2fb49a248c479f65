//! What switches a duty, a permission, a prohibition or a disposition on or off.

use super::anchor::Anchor;
use super::bearer::Bearer;
use super::due::Due;
use super::ids::{ParagraphId, ThingId};
use super::object::Act;
use crate::verdict::Kind;
use ordain_base::source::Span;
use ordain_syntax::ast::{Choice, ConditionWord};

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
    Group(Choice, Vec<Test>),
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
