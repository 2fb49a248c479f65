//! Conditions and exceptions.

use super::acts;
use super::anchors::anchor;
use super::bearers::doers;
use super::due::due;
use super::names::{both, either, paragraph, paragraphs, parties, quoted, set};
use crate::model::{Anchor, Condition, Due, Exception, ExceptionKind, Model, OrderDay, Test, TestKind};
use crate::verdict::Kind;
use ordain_syntax::ast::Choice;

/// `if ¶ 1 is breached`.
pub(super) fn condition(model: &Model, condition: &Condition) -> String {
    let Condition { word, test: asked, text: _, span: _ } = condition;
    format!("{} {}", word.name(), test(model, asked))
}

fn test(model: &Model, test: &Test) -> String {
    let Test { text: _, span: _, kind } = test;
    let by = |limit: &Option<Due>| limit.as_ref().map_or_else(String::new, |l| format!(" {}", due(model, l)));
    let is = |negated: bool| if negated { "is not" } else { "is" };
    match kind {
        TestKind::Group(which, all) => group(model, *which, all),
        TestKind::Words(words) => quoted(words),
        TestKind::Verdict { paragraph: id, kind, negated, limit } => {
            let kind = if *kind == Kind::Kept { "kept" } else { kind.name() };
            format!("{} {} {kind}{}", paragraph(model, *id), is(*negated), by(limit))
        }
        TestKind::Event { anchor: on, held, negated, limit } => event(model, on, *held, *negated) + &by(limit),
        TestKind::Ruled { thing, granted, negated, limit } => {
            let ruled = if *granted { "granted" } else { "denied" };
            let name = &model.declared.things[thing.index()].name;
            format!("{name} {} {ruled}{}", is(*negated), by(limit))
        }
        TestKind::Done { by: who, act, negated, limit } => match who {
            Some(who) => {
                let does = if *negated { "does not " } else { "does " };
                format!("{} {does}{}{}", doers(model, who), acts::act(model, act), by(limit))
            }
            None => {
                let participle = &model.declared.verbs.get(act.verb).participle;
                format!("{} {} {participle}{}", acts::objects(model, &act.objects), is(*negated), by(limit))
            }
        },
    }
}

/// `all of: (1) …; (2) …`; two plain tests stand side by side.
fn group(model: &Model, which: Choice, all: &[Test]) -> String {
    let texts: Vec<String> = all.iter().map(|t| test(model, t)).collect();
    let nested = all.iter().any(|t| matches!(t.kind, TestKind::Group(..)));
    match which {
        Choice::All if !nested => both(&texts),
        Choice::Any if !nested => either(&texts),
        _ => {
            let items = texts.iter().enumerate().map(|(i, t)| format!("({}) {t}", i + 1));
            format!("{}: {}", which.name(), items.collect::<Vec<_>>().join("; "))
        }
    }
}

fn event(model: &Model, on: &Anchor, held: bool, negated: bool) -> String {
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
        ExceptionKind::Set(of) => set(model, of),
        ExceptionKind::To(ids) => format!("to {}", both(&parties(model, ids))),
        ExceptionKind::Paragraphs(ids) => format!("as {} permits", paragraphs(model, ids)),
        ExceptionKind::Words(words) => quoted(words),
    }
}
