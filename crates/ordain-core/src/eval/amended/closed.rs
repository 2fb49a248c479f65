//! What a disposition of the action itself does to the duties in it.

use chrono::NaiveDate;

use crate::eval::orders::event::Change;
use crate::model::ActionChange;

/// From when, and until when, the action was closed, or with another court.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Closed {
    pub(in crate::eval) by: Change,
    pub(in crate::eval) change: ActionChange,
    /// The day on which another order reopened it.
    pub(in crate::eval) until: Option<NaiveDate>,
}

impl Closed {
    pub(in crate::eval) fn by(by: &Change, change: ActionChange) -> Self {
        Self { by: by.clone(), change, until: None }
    }

    pub(in crate::eval) fn is_on(&self, day: NaiveDate) -> bool {
        self.by.day.is_none_or(|from| from <= day) && self.until.is_none_or(|to| day < to)
    }
}
