//! When another duty falls due, and when it was performed.

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::event::{Gone, Happens};
use crate::eval::duty::candidate::CandidateMode;
use crate::eval::duty::candidates;
use crate::eval::duty::task::{Task, bearers};
use crate::facts::Bounds;
use crate::model::{Body, Due, Paragraph, ParagraphId};

impl<'a> Case<'a> {
    /// Not performed yet, and never owed any more where an order removed the duty.
    pub(in crate::eval) fn no_more(&self, paragraph: &Paragraph, amended: &AmendedDuty<'_>) -> Happens {
        let Some((by, word)) = &amended.lifted else { return Happens::NotYet };
        let text = format!("{} was {word} by {}", paragraph.name, by.name);
        Happens::Never(Gone { text, span: by.span, day: by.day, how: word, recalls: false })
    }

    /// The day on which a duty was performed, in time or late: by all who bear
    /// it, so the last of their days. A doubtful act starts no clock.
    pub(in crate::eval) fn performed(&self, id: ParagraphId) -> Happens {
        let paragraph = self.model.paragraph(id);
        let Body::Provision(provision) = &paragraph.body else { return Happens::NotYet };
        let Some(obligation) = provision.obligations.first() else { return Happens::NotYet };
        let amended = self.as_amended(paragraph, provision, 0, None);
        let deadline = match obligation.due {
            Due::At { .. } => self.deadline(paragraph, obligation, &amended),
            _ => Deadline::Open(String::new()),
        };
        let mut last: Option<Bounds> = None;
        for (_, bearer) in bearers(self, provision) {
            let task = Task {
                paragraph,
                obligation,
                bearer,
                deadline: &deadline,
                stays: &amended.stays,
                intervals: &[],
                lifted: amended.lifted_from(),
                held: None,
                told: true,
            };
            let found = candidates::candidates(self, &task, &obligation.acts, CandidateMode::First);
            let done =
                found.iter().filter(|c| c.doubt.is_none() && !c.negated && c.bounds.surely_by(self.question.as_of));
            let Some(first) = done.min_by_key(|c| (c.bounds.last, c.index)) else {
                return self.no_more(paragraph, &amended);
            };
            self.used.borrow_mut().insert(first.index);
            if last.is_none_or(|l| l.last < first.bounds.last) {
                last = Some(first.bounds);
            }
        }
        last.map_or_else(|| self.no_more(paragraph, &amended), |b| Happens::On(Bounds { time: None, ..b }))
    }
}

impl Case<'_> {
    /// When another duty falls due; never, where the two hang on each other.
    pub(in crate::eval) fn end_of(&self, id: crate::model::ParagraphId) -> Happens {
        const DEEPEST: u32 = 64;
        let paragraph = self.model.paragraph(id);
        let crate::model::Body::Provision(provision) = &paragraph.body else { return Happens::NotYet };
        if self.depth.get() >= DEEPEST {
            return Happens::NotYet;
        }
        self.depth.set(self.depth.get() + 1);
        let amended = self.as_amended(paragraph, provision, 0, None);
        let day = amended.provision.obligations.first().and_then(|l| match &l.due {
            Due::Series(series) => self.series_end(paragraph, series),
            _ => match self.deadline(paragraph, l, &amended) {
                // What lasts until a day ends on it.
                Deadline::Until { day, .. } => Some(day),
                other => other.day(),
            },
        });
        self.depth.set(self.depth.get() - 1);
        // What was removed before its day falls due on none.
        let removed = amended.lifted.as_ref().is_some_and(|(by, _)| day.zip(by.day).is_none_or(|(d, from)| from <= d));
        if removed {
            return self.no_more(paragraph, &amended);
        }
        day.map_or(Happens::NotYet, |d| Happens::On(Bounds::on(d)))
    }
}
