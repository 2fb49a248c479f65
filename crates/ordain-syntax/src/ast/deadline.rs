//! Due times, as written.

use chrono::Weekday;

use super::{Date, Phrase};
use ordain_base::source::{Span, Spanned};

pub use ordain_base::unit::Unit;

/// A day named by date or by event.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    Date(Date),
    /// `the hearing`, `service of opposition`, `entry`, `the end of ¶ 1`.
    Event(Phrase),
}

/// `14 days`, `fourteen (14) days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    pub n: u32,
    pub unit: Unit,
    pub span: Span,
}

/// One arm of `the earlier of … and …`.
#[derive(Debug, Clone, PartialEq)]
pub enum Limb {
    At(Point),
    After(Length, Point),
    Before(Length, Point),
}

/// When something is due, or how long it lasts, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Deadline {
    /// `by D`, `on or before D`, `no later than D`: inclusive.
    By(Point),
    /// `before D`: strict.
    Before(Point),
    /// `until D`: whether D itself is inside is not said.
    Until(Point),
    /// `until and including D`, `through D`.
    Through(Point),
    /// `until 30 days after E`, `through 30 days after E`, `until 7 days before E`.
    UntilPeriod {
        length: Length,
        from: Point,
        backward: bool,
        /// `through`.
        inclusive: bool,
    },
    /// `within N units after E`; with `, to D` or `, by D` a date is stated too.
    Within {
        length: Length,
        after: Point,
        stated: Option<Date>,
    },
    /// `at least N units before E`.
    AtLeastBefore {
        length: Length,
        before: Point,
    },
    EarlierOf(Vec<Limb>),
    LaterOf(Vec<Limb>),
    /// `promptly`, `forthwith`, `immediately`; with an outer limit: `promptly, and in any event by D`.
    Promptly {
        word: Spanned<String>,
        outer: Option<Box<Deadline>>,
    },
    /// `every 30 days after E until F`, `first by D and every month thereafter`, `a month`.
    Every(Box<Series>),
    /// `within N units after each E`.
    WithinEach {
        length: Length,
        each: Phrase,
    },
    /// `at <hearing>`.
    At(Phrase),
    /// `without first filing letter`: until the bearer itself has done this.
    UntilDone(Phrase),
    NoDeadline,
    Continuing,
    UntilFurtherOrder,
    /// `pending <event>`.
    Pending(Phrase),
}

/// What comes again and again.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub every: Every,
    pub first: First,
    /// The end, and whether its day is inside (`through`); `None` where the order states none.
    pub until: Option<(Point, bool)>,
    /// `until further order`: an end, and no day of it.
    pub further_order: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Length(Length),
    /// `a calendar month`, `by the 5th of each month`: a day of each month, 31 for its last.
    DayOfMonth(u32),
    /// `every Monday`; with `nth`, `the first Monday of each month`: 1 to 4, 5 for the last.
    Weekday {
        day: Weekday,
        nth: Option<u8>,
    },
    /// `by the first business day of each month`: counted from the first of the month; `None` for its last.
    BusinessDay(Option<u8>),
}

/// From when it runs.
#[derive(Debug, Clone, PartialEq)]
pub enum First {
    /// `first by D and …`.
    By(Date),
    /// `first within 30 days after E and …`.
    Within(Length, Point),
    /// `every 30 days after E`.
    After(Point),
    /// `a month beginning D`: D is the first day of the first month.
    Beginning(Point),
    /// Of a rate: it is not said.
    Unstated,
}
