//! `closes this action administratively`, `removes this action from the active
//! caseload`: what an order makes of the action itself.

use super::phrase::PhraseResolver;
use super::tokens::{span_of, text};
use crate::model::ir::action::ActionChange;
use crate::model::ir::deemed::Deemed;
use crate::model::ir::deliverables::Deliverable;
use crate::model::ir::ids::COURT;
use crate::model::ir::object::{Act, Head, Object, Objects};
use crate::model::ir::verbs::Verbs;
use ordain_base::diag::codes::names as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{DispositionVerb as V, Phrase, Token, TokenKind};

/// What means the action.
const ACTION: &[&str] = &["action", "case", "matter", "proceeding", "proceedings", "appeal"];

/// What means the action where it is dismissed or sent to another court.
const WHOLE: &[&str] = &[
    "action",
    "actions",
    "case",
    "cases",
    "matter",
    "matters",
    "proceeding",
    "proceedings",
    "lawsuit",
    "lawsuits",
    "suit",
    "suits",
    "litigation",
    "cause",
];

/// The papers by which an action is brought.
const PLEADINGS: &[&str] = &["complaint", "petition", "indictment", "information"];

/// What may stand before the paper: `the second amended complaint`.
const BEFORE_PLEADING: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "amended",
    "consolidated",
    "corrected",
    "original",
    "operative",
    "verified",
    "class",
];

/// What may stand before either.
const LEADS: &[&str] = &["the", "this", "these", "said", "instant", "entire", "all", "remaining", "of", "other"];

/// What is left of an action of which an order says that something ends or goes to another court.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The action itself.
    Action,
    /// Its words leave open whether the action goes with it: `dismisses the complaint`, or the Court's own words.
    Perhaps,
}

/// Whether the words name the action, or what it was brought by; `None` of a part of it (`Count II`) or anything else.
pub(crate) fn ending(tokens: &[Token]) -> Option<Ending> {
    let leads = |w: &str| LEADS.contains(&w) || w.ends_with("'s") || w.ends_with("s'");
    let quoted = tokens.iter().find(|t| !leads(&t.text)).is_some_and(|t| t.kind == TokenKind::Quoted);
    let said: Vec<String> = tokens
        .iter()
        .flat_map(|t| t.text.split_whitespace())
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').replace('’', "'").to_lowercase()
        })
        .filter(|w| !w.is_empty())
        .collect();
    let lead = said.iter().take_while(|w| leads(w)).count();
    let all = said.iter().take(lead).any(|w| w == "all" || w == "remaining");
    let rest: Vec<&str> =
        said.iter().skip(lead).map(String::as_str).skip_while(|w| BEFORE_PLEADING.contains(w)).collect();
    let ending = match rest.first() {
        Some(word) if WHOLE.contains(word) => Ending::Action,
        Some(&"claims" | &"counts") if all => Ending::Action,
        Some(&"claims") => Ending::Perhaps,
        Some(word) if PLEADINGS.contains(word) => Ending::Perhaps,
        _ => return None,
    };
    // Words that the order puts in quotation marks, and what goes in part, are for a person.
    let in_part = rest.windows(2).any(|w| w == ["in", "part"]);
    Some(if quoted || in_part { Ending::Perhaps } else { ending })
}

/// Of what it is taken out, and to what it goes back.
const CASELOAD: &[&str] = &[
    "from", "to", "on", "the", "this", "its", "Court's", "court's", "active", "inactive", "caseload", "docket",
    "calendar",
];

/// Said of the action itself, and of nothing else.
#[must_use]
pub fn is_of_action(verb: V) -> bool {
    matches!(
        verb,
        V::Closes
            | V::AdministrativelyCloses
            | V::Terminates
            | V::AdministrativelyTerminates
            | V::Reopens
            | V::Removes
            | V::Restores
    )
}

/// The act of the Court that it is; `None` where a word of it means nothing, which was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, verb: V, object: Option<&Phrase>, span: Span) -> Option<Deemed> {
    let tokens = object.map_or(&[][..], |o| o.tokens.as_slice());
    let article = tokens.iter().take_while(|t| matches!(t.text.as_str(), "this" | "the" | "these")).count();
    let named = tokens.get(article).is_some_and(|t| ACTION.contains(&t.text.as_str()));
    let rest = tokens.get(article + 1..).unwrap_or_default();
    let odd = rest.iter().position(|t| !belongs_to_caseload(t)).filter(|at| !reserves_a_right(&rest[*at..]));
    match (named, odd) {
        (true, None) => {}
        (true, Some(at)) => {
            words.unknown(&rest[at..], &rest[at]);
            return None;
        }
        (false, _) => {
            let at = if tokens.is_empty() { span } else { span_of(tokens) };
            let said = text(tokens);
            words.out.push(match said.is_empty() {
                true => say::unknown_word(&said, at, Some("this action")),
                false => say::no_action(&format!("{}s", lemma_of_verb(verb)), &said, at),
            });
            return None;
        }
    }
    let mut action = Object::empty(span);
    action.head = Deliverable::find("action").map(Head::Deliverable);
    let objects = Objects { list: vec![action], any: false };
    let act = Act { verb: words.declared.verbs.base(lemma_of_verb(verb))?, objects, span };
    Some(Deemed::Act { actors: vec![COURT], act, day: None })
}

fn belongs_to_caseload(token: &Token) -> bool {
    token.kind == TokenKind::Word && CASELOAD.contains(&token.text.replace('’', "'").as_str())
}

/// `without prejudice to "the right of the parties to reopen"`: shown.
fn reserves_a_right(rest: &[Token]) -> bool {
    let word = |i: usize| rest.get(i).map_or("", |t| t.text.as_str());
    (word(0), word(1)) == ("without", "prejudice")
}

/// The lemma under which the verb is in the table.
const fn lemma_of_verb(verb: V) -> &'static str {
    match verb {
        V::Terminates | V::AdministrativelyTerminates => "terminate",
        V::Reopens => "reopen",
        V::Removes => "remove",
        V::Restores => "restore",
        _ => "close",
    }
}

/// What an act of the record makes of the action, by its verb.
#[must_use]
pub fn done_to_action(verbs: &Verbs, act: &Act) -> Option<ActionChange> {
    let action = Deliverable::find("action").map(Head::Deliverable);
    if !act.objects.list.iter().any(|o| o.head.is_some() && o.head == action) {
        return None;
    }
    Some(match verbs.get(act.verb).lemma.as_str() {
        "close" => ActionChange::Closed,
        "terminate" => ActionChange::Terminated,
        "dismiss" => ActionChange::Dismissed,
        "reopen" => ActionChange::Reopened,
        "remove" => ActionChange::Removed,
        "remand" => ActionChange::Remanded,
        "transfer" => ActionChange::Transferred,
        "restore" => ActionChange::Restored,
        _ => return None,
    })
}
