//! Conditions and exceptions.

use super::acts;
use super::anchors::anchor;
use super::bearers::bearer_in_words;
use super::deadlines::{due_in_words, paragraph_names};
use super::parts::{Part, Role};
use super::wording::{join_with_and, join_with_or, paragraph_name, party_names, set_words};
use crate::model::{Condition, Due, Exception, ExceptionKind, Model, Test, TestKind};
use ordain_syntax::ast::Choice;

/// `if ¶ 1 is breached`.
pub(super) fn condition(model: &Model, condition: &Condition) -> Part {
    let Condition { word, test: asked, text: _, span: _ } = condition;
    let (text, person) = test_in_words(model, asked);
    Part { role: Role::Condition, text: format!("{} {text}", word.name()), by_person: person }
}

/// The question in words, and whether only a person can answer it.
fn test_in_words(model: &Model, test: &Test) -> (String, bool) {
    let Test { text: _, span: _, kind } = test;
    match kind {
        TestKind::Group(which, all) => {
            let (texts, person): (Vec<String>, Vec<bool>) = all.iter().map(|t| self::test_in_words(model, t)).unzip();
            let text = match which {
                Choice::All => join_with_and(&texts),
                Choice::Any => join_with_or(&texts),
                Choice::ExactlyOne => format!("exactly one of: {}", join_with_and(&texts)),
            };
            (format!("({text})"), person.contains(&true))
        }
        TestKind::Words(words) => (format!("\"{words}\""), true),
        TestKind::Verdict { paragraph: id, kind, negated, limit } => {
            let is = if *negated { "is not" } else { "is" };
            (
                format!(
                    "{} {is} {}{}",
                    paragraph_name(model, *id),
                    kind.phrase(),
                    limit_in_words(model, limit.as_ref())
                ),
                false,
            )
        }
        TestKind::Event { anchor: on, held, negated, limit } => {
            let does = match (held, negated) {
                (true, false) => "is held",
                (true, true) => "is not held",
                (false, false) => "happens",
                (false, true) => "does not happen",
            };
            (format!("{} {does}{}", anchor(model, on), limit_in_words(model, limit.as_ref())), false)
        }
        TestKind::Ruled { thing, granted, negated, limit } => {
            let is = if *negated { "is not" } else { "is" };
            let ruled = if *granted { "granted" } else { "denied" };
            let name = &model.declared.things[thing.index()].name;
            (format!("{name} {is} {ruled}{}", limit_in_words(model, limit.as_ref())), false)
        }
        TestKind::Done { by, act, negated, limit } => {
            let (who, person) =
                by.as_ref().map_or_else(|| ("anybody".to_owned(), false), |b| bearer_in_words(model, b));
            let does = if *negated { "does not do" } else { "does" };
            let act = acts::act(model, act);
            (format!("{who} {does} this: {act}{}", limit_in_words(model, limit.as_ref())), person)
        }
    }
}

fn limit_in_words(model: &Model, limit: Option<&Due>) -> String {
    limit.map_or_else(String::new, |l| format!(" {}", due_in_words(model, l)))
}

/// What a prohibition leaves free.
pub(super) fn exception(model: &Model, exception: &Exception) -> Part {
    let Exception { kind, text: _, span: _ } = exception;
    let text = match kind {
        ExceptionKind::Things(things) => acts::objects(model, things, true),
        ExceptionKind::Set(of) => set_words(model, of),
        ExceptionKind::To(ids) => format!("to {}", join_with_and(&party_names(model, ids))),
        ExceptionKind::Paragraphs(ids) => format!("what {} permits or requires", paragraph_names(model, ids)),
        ExceptionKind::Words(words) => return Part::by_person(Role::Exception, format!("\"{words}\"")),
    };
    Part::new(Role::Exception, text)
}
