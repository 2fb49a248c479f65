//! A provision in words, for paragraphs that are shown without a verdict.

use super::tokens::text_of;
use crate::model::ir::period::unit_word;
use ordain_syntax::ast::{self, Clause, ClauseKind, Deadline, Modal, Tests};

/// `the parties should discuss “settlement” by Fri 2023-12-01`.
pub(crate) fn provision_words(provision: &ast::Provision, clauses: &[Clause]) -> String {
    let acts: Vec<String> = provision.items.iter().map(|i| text_of(&i.act)).collect();
    let modal = match provision.modal.value {
        Modal::Should => "should",
        Modal::NeedNot => "need not",
        Modal::Will => "will",
        Modal::Must => "must",
        Modal::MustNot => "must not",
        Modal::May => "may",
    };
    let all = clauses.iter().chain(provision.items.iter().flat_map(|i| &i.clauses));
    let more: Vec<String> = all.filter_map(|c| clause_words(&c.kind)).map(|w| format!(" {w}")).collect();
    format!("{} {modal} {}{}", text_of(&provision.bearer), acts.join("; "), more.concat())
}

/// `containing “settlement status”`: what a clause asks besides, in its own words.
pub(crate) fn term(clause: &ClauseKind) -> Option<String> {
    let quoted = |word: &str, q: &ast::Quoted| format!("{word} “{}”", q.value);
    Some(match clause {
        ClauseKind::About(q) => quoted("about", q),
        ClauseKind::OnlyFor(q) => quoted("only for", q),
        ClauseKind::SoThat(q) => quoted("so that", q),
        ClauseKind::Under(q) => quoted("under", q),
        ClauseKind::Manner(q) => format!("“{}”", q.value),
        ClauseKind::WithoutPrejudice(Some(q)) => quoted("without prejudice to", q),
        ClauseKind::WithoutPrejudice(None) => "without prejudice".to_owned(),
        ClauseKind::Containing(p) => format!("containing {}", text_of(p)),
        ClauseKind::Form(p) => format!("in {}", text_of(p)),
        ClauseKind::OnTerms(p) => format!("on the terms of {}", text_of(p)),
        ClauseKind::WithEach(p) => format!("with each {}", text_of(p)),
        _ => return None,
    })
}

/// The clause in words, for a paragraph that is shown; `None` of what the paragraph reads itself.
pub(crate) fn clause_words(clause: &ClauseKind) -> Option<String> {
    use ClauseKind as K;
    let phrase = |lead: &str, p: &ast::Phrase| Some(format!("{lead} {}", text_of(p)));
    match clause {
        K::Deadline(deadline) => Some(deadline_words(deadline)),
        K::Condition { word, tests: Tests::One(test) } => phrase(word.name(), test),
        K::Condition { word, tests: Tests::List(which, tests) } => {
            let all: Vec<String> =
                tests.iter().enumerate().map(|(i, t)| format!("({}) {}", i + 1, text_of(t))).collect();
            Some(format!("{} {}: {}", word.name(), which.value.name(), all.join("; ")))
        }
        K::Covering(p) => phrase("covering", p),
        K::ForEach { thing, filter: None } => phrase("for each", thing),
        K::ForEach { thing, filter: Some(f) } => Some(format!("for each {} where {}", text_of(thing), text_of(f))),
        K::Except(p) => phrase("except", p),
        K::Despite(p) => phrase("despite", p),
        K::Or { act, .. } => phrase("or", act),
        K::InEach { word, things } => Some(format!("{word} each of {}", text_of(things))),
        K::Times(n) => Some(format!("at least {n} times")),
        K::Lasting(length) => Some(format!("for {} {}", length.n, unit_word(*length))),
        K::WithAtLeast(p) => phrase("with at least", p),
        K::Recipients(p) => phrase("to", p),
        K::NotExceeding(p) => phrase("not exceeding", p),
        K::Flag(flag) => Some(flag.words().to_owned()),
        other => term(other),
    }
}

fn point_words(point: &ast::Point) -> String {
    match point {
        ast::Point::Date(d) => ordain_base::words::day(d.day),
        ast::Point::Event(p) => text_of(p),
    }
}

fn deadline_words(deadline: &Deadline) -> String {
    let long = |length: &ast::Length| format!("{} {}", length.n, unit_word(*length));
    let arms = |arms: &[ast::DueOption]| {
        let one = |arm: &ast::DueOption| match arm {
            ast::DueOption::At(p) => point_words(p),
            ast::DueOption::After(n, p) => format!("{} after {}", long(n), point_words(p)),
            ast::DueOption::Before(n, p) => format!("{} before {}", long(n), point_words(p)),
        };
        arms.iter().map(one).collect::<Vec<_>>().join(" and ")
    };
    match deadline {
        Deadline::By(p) => format!("by {}", point_words(p)),
        Deadline::Before(p) => format!("before {}", point_words(p)),
        Deadline::Until(p) => format!("until {}", point_words(p)),
        Deadline::Through(p) => format!("through {}", point_words(p)),
        Deadline::UntilPeriod { length, from, backward, inclusive } => {
            let until = if *inclusive { "through" } else { "until" };
            let side = if *backward { "before" } else { "after" };
            format!("{until} {} {side} {}", long(length), point_words(from))
        }
        Deadline::Within { length, after, .. } => format!("within {} after {}", long(length), point_words(after)),
        Deadline::AtLeastBefore { length, before } => {
            format!("at least {} before {}", long(length), point_words(before))
        }
        Deadline::EarlierOf(all) => format!("by the earlier of {}", arms(all)),
        Deadline::LaterOf(all) => format!("by the later of {}", arms(all)),
        Deadline::Promptly { word, outer: None } => word.value.clone(),
        Deadline::Promptly { word, outer: Some(by) } => {
            format!("{}, and in any event {}", word.value, deadline_words(by))
        }
        Deadline::Every(_) => "again and again".to_owned(),
        Deadline::WithinEach { length, each } => format!("within {} after each {}", long(length), text_of(each)),
        Deadline::At(p) => format!("at {}", text_of(p)),
        Deadline::UntilDone(p) => format!("without first {}", text_of(p)),
        Deadline::NoDeadline => "no deadline".to_owned(),
        Deadline::Continuing => "continuing".to_owned(),
        Deadline::UntilFurtherOrder => "until further order".to_owned(),
        Deadline::Pending(p) => format!("pending {}", text_of(p)),
    }
}
