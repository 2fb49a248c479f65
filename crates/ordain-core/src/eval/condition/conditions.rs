//! Whether a condition holds, as far as the record shows; and what of it is
//! not known, with the line that would settle it.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::condition::act_test::act_test;
use crate::eval::condition::found::{Found, Held, finding_line};
use crate::eval::condition::stated::decided_in_words;
use crate::eval::condition::test::{event_test, ruling_test, verdict_test};
use crate::eval::condition::truth::{Truth, Value};
use crate::model::names::fold;
use crate::model::{Condition, Paragraph, Test, TestKind};
use crate::verdict::Reason;
use ordain_base::source::Span;
use ordain_syntax::ast::{Choice, ConditionWord};

/// All conditions of one thing together; `None` where it has none.
pub(in crate::eval) fn conditions_held(
    case: &Case<'_>,
    paragraph: &Paragraph,
    conditions: &[Condition],
) -> Option<Held> {
    let mut all: Vec<Held> = conditions.iter().map(|c| condition_holds(case, paragraph, c)).collect();
    if all.len() < 2 {
        return all.pop();
    }
    let truth = Truth::all(all.iter().map(|h| h.truth));
    let open = |h: &&Held| h.value() != Value::True;
    let words: Vec<&str> = all.iter().map(|h| h.words.as_str()).collect();
    Some(Held {
        truth,
        since: latest_day(all.iter().map(|h| h.since)),
        reason: Reason::new(format!("its conditions: {}", truth.words())).because(all.iter().map(|h| h.reason.clone())),
        remedy: all.iter().filter(open).find_map(|h| h.remedy.clone()),
        places: all.iter().flat_map(|h| h.places.clone()).collect(),
        comes_first: all.iter().any(|h| h.comes_first),
        defeats: all.iter().filter(open).all(|h| h.defeats),
        words: words.join(" and "),
    })
}

pub(in crate::eval) fn condition_holds(case: &Case<'_>, paragraph: &Paragraph, condition: &Condition) -> Held {
    let found = test_holds(case, paragraph, &condition.test);
    let lead = format!("{} ", condition.word.name());
    let reason = found.reason(&condition.test, &lead);
    let unless = condition.word == ConditionWord::Unless;
    Held {
        truth: if unless { found.truth.not() } else { found.truth },
        since: found.since,
        reason,
        remedy: found.remedy,
        places: found.places,
        comes_first: condition.word == ConditionWord::After,
        defeats: unless,
        words: format!("{lead}{}", condition.text),
    }
}

/// Whether a finding, stipulation or admission says that these words of an order are so.
pub(in crate::eval) fn words_judged(case: &Case<'_>, words: &str, span: Span) -> Value {
    let kind = TestKind::Words(fold(words).to_lowercase());
    let test = Test { text: format!("“{words}”"), span, kind };
    decided_in_words(case, &test).map_or(Value::Unknown, |found| found.truth.value)
}

pub(in crate::eval) fn test_holds(case: &Case<'_>, paragraph: &Paragraph, test: &Test) -> Found {
    if let TestKind::Group(which, all) = &test.kind {
        return group_holds(case, paragraph, *which, all);
    }
    // A finding, stipulation or admission in the same words decides any of them.
    if let Some(found) = decided_in_words(case, test) {
        return found;
    }
    match &test.kind {
        TestKind::Group(..) => Found::new(Truth::UNKNOWN, ""),
        TestKind::Words(_) => Found::new(Truth::UNKNOWN, "you decide it").remedy(finding_line(test)),
        TestKind::Verdict { paragraph: of, kind, negated, limit } => {
            verdict_test(case, paragraph, *of, *kind, *negated, limit.as_ref())
        }
        TestKind::Event { anchor, held, negated, limit } => {
            event_test(case, paragraph, test, anchor, *held, limit.as_ref()).negated(*negated)
        }
        TestKind::Ruled { thing, granted, negated, limit } => {
            ruling_test(case, paragraph, *thing, *granted, limit.as_ref()).negated(*negated)
        }
        TestKind::Done { by, act, negated, limit } => {
            act_test(case, paragraph, test, by.as_ref(), act, limit.as_ref()).negated(*negated)
        }
    }
}

pub(in crate::eval) fn group_holds(case: &Case<'_>, paragraph: &Paragraph, which: Choice, tests: &[Test]) -> Found {
    let all: Vec<Found> = tests.iter().map(|t| test_holds(case, paragraph, t)).collect();
    let truths = || all.iter().map(|f| f.truth);
    let since = || all.iter().filter(|f| f.truth.value == Value::True).map(|f| f.since);
    let (truth, since) = match which {
        Choice::All => (Truth::all(truths()), latest_day(since())),
        Choice::Any => (Truth::any(truths()), since().min().flatten()),
        Choice::ExactlyOne => (Truth::one(truths()), latest_day(since())),
    };
    let mut found = Found::new(truth, "").since(since);
    found.remedy = all.iter().filter(|f| f.truth.value == Value::Unknown).find_map(|f| f.remedy.clone());
    found.because = all.iter().zip(tests).map(|(f, t)| f.reason(t, "")).collect();
    let decides = |f: &&Found| truth.value != Value::Unknown && f.truth.value == truth.value;
    found.places = all.iter().filter(decides).flat_map(|f| f.places.clone()).collect();
    found
}

/// The latest of several days; `None` where none is known.
fn latest_day(all: impl Iterator<Item = Option<NaiveDate>>) -> Option<NaiveDate> {
    all.flatten().max()
}
