//! When the duty that another hangs on was performed.

use super::due::{Deadline, Gone, Happens};
use super::fold::Touch;
use super::norm::{Task, bearers};
use super::{Context, act};
use crate::facts::Bounds;
use crate::model::{Body, Due, Paragraph, ParagraphId};

impl<'a> Context<'a> {
    /// Not performed yet, and never owed any more where an order removed the duty.
    pub(super) fn no_more(&self, paragraph: &Paragraph, touch: &Touch<'_>) -> Happens {
        let Some((by, word)) = &touch.lifted else { return Happens::NotYet };
        let text = format!("{} was {word} by {}", paragraph.name, by.name);
        Happens::Never(Gone { text, span: by.span, day: by.day, how: word, recalls: false })
    }

    /// The day on which a duty was performed, in time or late: by all who bear
    /// it, so the last of their days. A doubtful act starts no clock.
    pub(super) fn performed(&self, id: ParagraphId) -> Happens {
        let paragraph = self.model.paragraph(id);
        let Body::Provision(provision) = &paragraph.body else { return Happens::NotYet };
        let Some(obligation) = provision.obligations.first() else { return Happens::NotYet };
        let touch = self.touch(paragraph, provision, 0, None);
        let deadline = match obligation.due {
            Due::At { .. } => self.deadline(paragraph, obligation, &touch),
            _ => Deadline::Open(String::new()),
        };
        let mut last: Option<Bounds> = None;
        for (_, bearer) in bearers(self, provision) {
            let task = Task {
                paragraph,
                obligation,
                bearer,
                deadline: &deadline,
                stays: &touch.stays,
                spells: &[],
                lifted: touch.lifted_from(),
                held: None,
                told: true,
            };
            let found = act::candidates(self, &task, &obligation.acts, act::Which::First);
            let done = found.iter().filter(|c| c.doubt.is_none() && !c.negated && c.bounds.surely_by(self.asked.as_of));
            let Some(first) = done.min_by_key(|c| (c.bounds.last, c.index)) else {
                return self.no_more(paragraph, &touch);
            };
            self.used.borrow_mut().insert(first.index);
            if last.is_none_or(|l| l.last < first.bounds.last) {
                last = Some(first.bounds);
            }
        }
        last.map_or_else(|| self.no_more(paragraph, &touch), |b| Happens::On(Bounds { time: None, ..b }))
    }
}
