//! What comes again: every how much, from when, until when.

use super::anchor::Anchor;
use super::period::{Moment, Period, unit_word};
use ordain_base::words::MONTHS;
use ordain_syntax::ast::{Every, Length, YearDays};

/// One due day after another.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// As a sentence has it: `every 30 days after entry until Ruling`.
    pub words: String,
    pub every: Every,
    pub first: First,
    pub end: End,
}

/// From when it runs.
#[derive(Debug, Clone, PartialEq)]
pub enum First {
    /// The first due day itself, as the order fixes it: never rolled.
    On(Moment),
    /// The first due day is the end of a period.
    Within(Box<Period>),
    /// The event from which the first length is counted.
    After(Anchor, String),
    /// The event whose day is the first of the first length.
    Beginning(Anchor, String),
    /// `every 30 days beginning D`, of an act: the event on whose day the first is due, or one length after it.
    OnOrAfter(Anchor, String),
    /// It is not said: from the day the order binds.
    Entry,
}

/// Until when it runs.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Unstated,
    /// `until further order`: no day of it is known.
    FurtherOrder,
    /// `for six weeks`: so much after it began.
    Lasting(Length),
    /// Whether the day of the event is inside is not said unless `inclusive`.
    At {
        anchor: Anchor,
        words: String,
        inclusive: bool,
    },
}

impl Series {
    /// `for six weeks`, said beside it.
    pub(crate) fn last(&mut self, length: Length) {
        self.words.push_str(&format!(" for {} {}", length.n, unit_word(length)));
        self.end = End::Lasting(length);
    }
}

/// `January 31 and July 31`.
#[must_use]
pub fn days_in_words(days: YearDays) -> String {
    let day = |&(month, day): &(u8, u8)| {
        let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
        let short = matches!(month, 2 | 4 | 6 | 9 | 11);
        if day == 31 && short { format!("the last day of {name}") } else { format!("{name} {day}") }
    };
    let days: Vec<String> = days.list().iter().map(day).collect();
    ordain_base::words::join(&days.iter().map(String::as_str).collect::<Vec<_>>())
}
