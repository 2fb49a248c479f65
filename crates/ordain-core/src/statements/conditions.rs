//! Conditions and exceptions.

use super::acts;
use super::anchors::anchor;
use super::bearers::state_doers;
use super::due::state_due;
use super::names::{
    in_quotation_marks, join_with_and, join_with_or, paragraph_name, party_names, state_paragraphs, state_set,
};
use crate::model::{Anchor, Condition, Due, Exception, ExceptionKind, Model, OrderDay, Test, TestKind};
use crate::verdict::Kind;
use ordain_syntax::ast::Choice;

/// `if ¶ 1 is breached`.
pub(super) fn state_condition(model: &Model, condition: &Condition) -> String {
    let Condition { word, test: asked, text: _, span: _ } = condition;
    format!("{} {}", word.name(), state_test(model, asked))
}

fn state_test(model: &Model, test: &Test) -> String {
    let Test { text: _, span: _, kind } = test;
    let by = |limit: &Option<Due>| limit.as_ref().map_or_else(String::new, |l| format!(" {}", state_due(model, l)));
    let is = |negated: bool| if negated { "is not" } else { "is" };
    match kind {
        TestKind::Group(which, all) => state_group(model, *which, all),
        TestKind::Words(words) => in_quotation_marks(words),
        TestKind::Verdict { paragraph: id, kind, negated, limit } => {
            let kind = if *kind == Kind::Kept { "kept" } else { kind.name() };
            format!("{} {} {kind}{}", paragraph_name(model, *id), is(*negated), by(limit))
        }
        TestKind::Event { anchor: on, held, negated, limit } => state_event(model, on, *held, *negated) + &by(limit),
        TestKind::Ruled { thing, granted, negated, limit } => {
            let ruled = if *granted { "granted" } else { "denied" };
            let name = &model.declared.things[thing.index()].name;
            format!("{name} {} {ruled}{}", is(*negated), by(limit))
        }
        TestKind::Done { by: who, act, negated, limit } => match who {
            Some(who) => {
                let does = if *negated { "does not " } else { "does " };
                format!("{} {does}{}{}", state_doers(model, who), acts::act(model, act), by(limit))
            }
            None => {
                let participle = &model.declared.verbs.get(act.verb).participle;
                format!("{} {} {participle}{}", acts::objects(model, &act.objects), is(*negated), by(limit))
            }
        },
    }
}

/// `all of: (1) …; (2) …`; two plain tests stand side by side.
fn state_group(model: &Model, which: Choice, all: &[Test]) -> String {
    let texts: Vec<String> = all.iter().map(|t| state_test(model, t)).collect();
    let nested = all.iter().any(|t| matches!(t.kind, TestKind::Group(..)));
    match which {
        Choice::All if !nested => join_with_and(&texts),
        Choice::Any if !nested => join_with_or(&texts),
        _ => {
            let items = texts.iter().enumerate().map(|(i, t)| format!("({}) {t}", i + 1));
            format!("{}: {}", which.name(), items.collect::<Vec<_>>().join("; "))
        }
    }
}

fn state_event(model: &Model, on: &Anchor, held: bool, negated: bool) -> String {
    let not = if negated { "not " } else { "" };
    match (on, held, negated) {
        (Anchor::Order(id, day), ..) => {
            let done = match day {
                OrderDay::Entered => "entered",
                OrderDay::Signed => "signed",
                OrderDay::Served => "served",
                OrderDay::Filed => "filed",
            };
            format!("{} is {not}{done}", model.order(*id).name)
        }
        (on, true, _) => format!("{} is {not}held", anchor(model, on)),
        (on, false, true) => format!("{} is not issued", anchor(model, on)),
        (on, false, false) => anchor(model, on),
    }
}

/// What follows `except`.
pub(super) fn exception(model: &Model, exception: &Exception) -> String {
    let Exception { kind, text: _, span: _ } = exception;
    match kind {
        ExceptionKind::Things(things) => acts::objects(model, things),
        ExceptionKind::Set(of) => state_set(model, of),
        ExceptionKind::To(ids) => format!("to {}", join_with_and(&party_names(model, ids))),
        ExceptionKind::Paragraphs(ids) => format!("as {} permits", state_paragraphs(model, ids)),
        ExceptionKind::Words(words) => in_quotation_marks(words),
    }
}
