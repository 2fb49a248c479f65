//! What one paragraph answers to another: its verdict, when it falls due, when it was performed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::{Ask, Case, HangsTogether};
use crate::eval::docket::happens::{Gone, Happens};
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::CandidateMode;
use crate::eval::duty::performances::candidates_by_bearer;
use crate::eval::paragraph::verdict::evaluate_paragraph;
use crate::eval::recurring::series_span::last_due_day;
use crate::eval::remark::Remark;
use crate::facts::Bounds;
use crate::model::{Body, Due, Paragraph, ParagraphId};
use crate::verdict::Verdict;

/// How many due days are asked for, one inside another.
const DEEPEST: usize = 64;
/// How many verdicts are asked for a day other than their own, one inside another.
const DEEPEST_IF: u32 = 3;

/// The answers found so far.
#[derive(Default)]
pub(in crate::eval) struct Answers {
    verdicts: RefCell<BTreeMap<ParagraphId, Rc<Vec<Verdict>>>>,
    due_days: RefCell<BTreeMap<ParagraphId, Happens>>,
    /// The paragraphs whose due days are being asked for, each because of the one before it.
    asked: RefCell<Vec<ParagraphId>>,
    /// The first of them without which the answer that is being found would be another: it asks for a day
    /// that is itself being asked for, or for a verdict that is not known yet.
    provisional_from: Cell<usize>,
    verdicts_asked: Cell<u32>,
}

impl Answers {
    /// The verdicts of a paragraph are known from now on.
    pub(in crate::eval) fn add_verdicts(&self, of: ParagraphId, verdicts: Rc<Vec<Verdict>>) {
        self.verdicts.borrow_mut().insert(of, verdicts);
    }

    pub(in crate::eval) fn all_verdicts(&self) -> BTreeMap<ParagraphId, Rc<Vec<Verdict>>> {
        self.verdicts.borrow().clone()
    }

    fn provisional(&self, from: usize) {
        self.provisional_from.set(self.provisional_from.get().min(from));
    }

    /// The place of a paragraph among those being asked; `None` where it must not be asked.
    fn begin(&self, of: ParagraphId) -> Option<usize> {
        let mut asked = self.asked.borrow_mut();
        let depth = asked.len();
        if let Some(at) = asked.iter().position(|p| *p == of).or((depth >= DEEPEST).then_some(0)) {
            self.provisional(at);
            return None;
        }
        asked.push(of);
        Some(depth)
    }
}

impl Ask for Answers {
    fn verdicts(&self, of: ParagraphId) -> Option<Rc<Vec<Verdict>>> {
        let known = self.verdicts.borrow().get(&of).cloned();
        if known.is_none() {
            self.provisional(0);
        }
        known
    }

    fn afresh(&self) -> Box<dyn Ask> {
        Box::new(Self { verdicts: RefCell::new(self.all_verdicts()), ..Self::default() })
    }

    fn verdict_if_due_on(
        &self,
        case: &Case<'_>,
        of: ParagraphId,
        day: NaiveDate,
    ) -> Result<Option<Verdict>, HangsTogether> {
        let depth = self.verdicts_asked.get();
        if depth >= DEEPEST_IF {
            self.provisional(0);
            return Err(HangsTogether);
        }
        let paragraph = case.model.paragraph(of);
        let Body::Provision(provision) = &paragraph.body else { return Ok(None) };
        self.verdicts_asked.set(depth + 1);
        let found = evaluate_paragraph(case, paragraph, provision, Some(day)).into_iter().next();
        self.verdicts_asked.set(depth);
        Ok(found)
    }

    fn due_day(&self, case: &Case<'_>, of: ParagraphId) -> Happens {
        let known = || self.due_days.borrow().get(&of).cloned();
        // Days before any move are asked for seldom, and are not kept.
        if let Some(known) = (!case.as_first_ordered).then(known).flatten() {
            return known;
        }
        let hangs_on_itself = self.asked.borrow().contains(&of);
        let Some(place) = self.begin(of) else {
            // Of duties that hang on each other none ever falls due; a chain that is too long has a day
            // that is not followed.
            if hangs_on_itself {
                return Happens::NotYet;
            }
            case.remark(case.model.paragraph(of), Remark::TooDeep { most: DEEPEST });
            return Happens::On(Bounds::default());
        };
        let around = self.provisional_from.replace(usize::MAX);
        let day = due_day_of(case, of);
        self.asked.borrow_mut().pop();
        let from = self.provisional_from.get();
        if from >= place && !case.as_first_ordered {
            self.due_days.borrow_mut().insert(of, day.clone());
        }
        self.provisional_from.set(if from < place { around.min(from) } else { around });
        day
    }

    fn performance_day(&self, case: &Case<'_>, of: ParagraphId) -> Happens {
        performance_day_of(case, of)
    }
}

/// Not performed yet, and never owed any more where an order removed the duty.
fn no_longer_due(paragraph: &Paragraph, amended: &AmendedDuty<'_>) -> Happens {
    let Some((by, word)) = &amended.lifted else { return Happens::NotYet };
    let text = format!("{} was {word} by {}", paragraph.name, by.name);
    Happens::Never(Gone { text, span: by.span, day: by.day, how: word, recalls: false })
}

/// The day on which a duty was performed, in time or late: by all who bear
/// it, so the last of their days. A doubtful act starts no clock.
fn performance_day_of(case: &Case<'_>, id: ParagraphId) -> Happens {
    let case = &case.of_nobody();
    let paragraph = case.model.paragraph(id);
    let Body::Provision(provision) = &paragraph.body else { return Happens::NotYet };
    if provision.obligations.is_empty() {
        return Happens::NotYet;
    }
    let amended = as_amended(case, paragraph, provision, 0, None);
    let mut last: Option<Bounds> = None;
    for found in candidates_by_bearer(case, paragraph, provision, &amended, CandidateMode::First) {
        let done = found.iter().filter(|c| c.doubt.is_none() && !c.negated && c.bounds.surely_by(case.question.as_of));
        let Some(first) = done.min_by_key(|c| (c.bounds.last, c.index)) else {
            return no_longer_due(paragraph, &amended);
        };
        case.notes.use_fact(first.index);
        if last.is_none_or(|l| l.last < first.bounds.last) {
            last = Some(first.bounds);
        }
    }
    last.map_or_else(|| no_longer_due(paragraph, &amended), |b| Happens::On(Bounds { time: None, ..b }))
}

/// When a duty falls due.
fn due_day_of(case: &Case<'_>, id: ParagraphId) -> Happens {
    let case = &case.of_nobody();
    let paragraph = case.model.paragraph(id);
    let Body::Provision(provision) = &paragraph.body else { return Happens::NotYet };
    let amended = as_amended(case, paragraph, provision, 0, None);
    let bounds = amended.provision.obligations.first().and_then(|l| match &l.due {
        Due::Series(series) => last_due_day(case, paragraph, series).map(Bounds::on),
        _ => match deadline_as_amended(case, paragraph, l, &amended) {
            // What lasts until a day ends on it.
            Deadline::Until { day, .. } => Some(Bounds::on(day)),
            // Every day on which it may fall due is one.
            Deadline::By(due) => Some(Bounds { first: Some(due.first().day), last: Some(due.last().day), time: None }),
            Deadline::Unsettled(_) | Deadline::Uncounted { .. } => Some(Bounds::default()),
            _ => None,
        },
    });
    let day = bounds.and_then(Bounds::day);
    // What was removed before its day falls due on none.
    let removed = amended.lifted.as_ref().is_some_and(|(by, _)| day.zip(by.day).is_none_or(|(d, from)| from <= d));
    if removed {
        return no_longer_due(paragraph, &amended);
    }
    bounds.map_or(Happens::NotYet, Happens::On)
}
