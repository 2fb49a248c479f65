//! One holiday: the day of each year on which it falls.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::easter::easter_sunday;
use ordain_base::source::Span;

/// Which of the weekdays of a month: `third`, `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nth {
    /// From 1.
    From(u8),
    /// The last one of the month.
    Last,
}

/// To which side of another day a weekday is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Later.
    After,
    /// Earlier.
    Before,
}

/// How a file says on which day a holiday falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayRule {
    /// `January 1`.
    Fixed {
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
    },
    /// `third Monday of January`.
    Weekday {
        /// Which of them.
        nth: Nth,
        /// `Monday`.
        weekday: Weekday,
        /// From 1.
        month: u32,
    },
    /// `Friday after fourth Thursday of November`: the first such weekday strictly later, or earlier.
    Beside {
        /// `Friday`.
        weekday: Weekday,
        /// `after`.
        side: Side,
        /// Which of the weekdays it is beside.
        nth: Nth,
        /// `Thursday`.
        of: Weekday,
        /// From 1.
        month: u32,
    },
    /// `Monday on or before May 24`.
    Near {
        /// `Monday`.
        weekday: Weekday,
        /// `on or before`.
        side: Side,
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
    },
    /// So many days after Easter Sunday; less than 0 before it.
    Easter(i64),
    /// Days that no rule here finds, as those of a lunar calendar: a list, in order.
    Dates(Vec<NaiveDate>),
}

impl DayRule {
    /// The days in `year`; none where it has no such day (`fifth Monday of June`, February 29).
    #[must_use]
    pub fn days_in(&self, year: i32) -> Vec<NaiveDate> {
        let one = match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, *month, *day),
            Self::Weekday { nth, weekday, month } => nth_weekday(year, *month, *weekday, *nth),
            Self::Beside { weekday, side, nth, of, month } => {
                let from = nth_weekday(year, *month, *of, *nth);
                from.and_then(|from| step_days(from, 1, *side)).and_then(|next| nearest_weekday(next, *weekday, *side))
            }
            Self::Near { weekday, side, month, day } => {
                NaiveDate::from_ymd_opt(year, *month, *day).and_then(|from| nearest_weekday(from, *weekday, *side))
            }
            Self::Easter(ahead) => {
                let side = if *ahead < 0 { Side::Before } else { Side::After };
                easter_sunday(year).and_then(|sunday| step_days(sunday, ahead.unsigned_abs(), side))
            }
            Self::Dates(all) => return all.iter().copied().filter(|d| d.year() == year).collect(),
        };
        one.into_iter().collect()
    }
}

fn nth_weekday(year: i32, month: u32, weekday: Weekday, nth: Nth) -> Option<NaiveDate> {
    match nth {
        Nth::From(n) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, n),
        Nth::Last => [5, 4].into_iter().find_map(|n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)),
    }
}

fn step_days(from: NaiveDate, days: u64, side: Side) -> Option<NaiveDate> {
    match side {
        Side::After => from.checked_add_days(Days::new(days)),
        Side::Before => from.checked_sub_days(Days::new(days)),
    }
}

/// The first such weekday on that side, `from` included.
fn nearest_weekday(from: NaiveDate, weekday: Weekday, side: Side) -> Option<NaiveDate> {
    let away = match side {
        Side::After => weekday.days_since(from.weekday()),
        Side::Before => from.weekday().days_since(weekday),
    };
    step_days(from, u64::from(away), side)
}

/// In which years a day is a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Years {
    /// In each.
    #[default]
    All,
    /// In those whose number is even.
    Even,
    /// In those whose number is odd.
    Odd,
    /// `every 4 years from 1981`.
    Every {
        /// How many years lie between two of them, one of the two included; at least 1.
        n: i32,
        /// One of them; the first.
        from: i32,
    },
}

impl Years {
    /// Whether the day is a holiday in that year.
    #[must_use]
    pub const fn has(self, year: i32) -> bool {
        match self {
            Self::All => true,
            Self::Even => year % 2 == 0,
            Self::Odd => year % 2 != 0,
            Self::Every { n, from } => year >= from && (year - from) % n == 0,
        }
    }
}

/// Between which days a law is in force: the first and the last, each included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Force {
    /// From the beginning where `None`.
    pub since: Option<NaiveDate>,
    /// To the end where `None`.
    pub until: Option<NaiveDate>,
}

impl Force {
    /// Whether the law is in force on that day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|s| day >= s) && self.until.is_none_or(|u| day <= u)
    }

    /// Whether both are in force on some day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let (a, b) = (self.since.unwrap_or(NaiveDate::MIN), self.until.unwrap_or(NaiveDate::MAX));
        let (c, d) = (other.since.unwrap_or(NaiveDate::MIN), other.until.unwrap_or(NaiveDate::MAX));
        a <= d && c <= b
    }
}

/// How one holiday moves from a day of the weekend, where it does not move as its calendar says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OwnMoves {
    /// As the calendar says of all.
    #[default]
    None,
    /// It is kept on its day.
    NotMoved,
    /// From these weekdays so; from others as the calendar says.
    Some(Vec<Moves>),
}

/// `holiday "Juneteenth" on June 19 since 2021`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// `Juneteenth`, as reports name it.
    pub name: String,
    /// How its day is found.
    pub rule: DayRule,
    /// In which of the years between those days.
    pub years: Years,
    /// Between which days it is a holiday.
    pub force: Force,
    /// The county or city in which alone it is one.
    pub only_in: Option<String>,
    /// The names of those counties, where the file lists them: a court of one of them keeps the day, another does not.
    pub counties: Vec<String>,
    /// The districts in which that place lies, as they are cited; all courts see the day where there is none.
    pub within: Vec<String>,
    /// How this holiday moves from a day of the weekend.
    pub observed: OwnMoves,
    /// Why it is not settled that the day is a legal holiday.
    pub unsettled: Option<String>,
    /// The law that declares it, where it is not that of the whole calendar.
    pub source: Option<Source>,
    /// The words that say when.
    pub span: Span,
}

impl Holiday {
    /// Its days in `year`; none in a year in which it is no holiday.
    #[must_use]
    pub fn days_in(&self, year: i32) -> Vec<NaiveDate> {
        if !self.years.has(year) {
            return Vec::new();
        }
        let mut days = self.rule.days_in(year);
        days.retain(|d| self.force.on(*d));
        days
    }

    /// Whether it falls on some day of these years.
    #[must_use]
    pub fn falls_within(&self, from: i32, to: i32) -> bool {
        (from - 1..=to + 1).any(|y| !self.days_in(y).is_empty())
    }

    /// Whether both are holidays on some day of the same name.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.force.overlaps(&other.force)
    }
}

/// `source "N.Y. Gen. Constr. Law § 24" read 2026-11-30 in "the page of the legislature"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As it is cited.
    pub cited: String,
    /// Whether its text was before whoever wrote the line.
    pub reading: Reading,
}

/// Whether a source was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// The file does not say.
    Unsaid,
    /// On that day, in that copy.
    Read(NaiveDate, String),
    /// It was not: what rests on it is doubt.
    Unread,
}

impl Source {
    /// Why what rests on it is not settled, where it was not read.
    #[must_use]
    pub fn doubt(&self) -> Option<String> {
        (self.reading == Reading::Unread).then(|| format!("the text of {} was not read", self.cited))
    }
}

/// `closure "Christmas Eve" on 2025-12-24`: one day, or some days running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// What the day is called in reports.
    pub name: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, included.
    pub to: NaiveDate,
    /// Why it is unsettled that this is a legal holiday.
    pub unsettled: Option<String>,
    /// The proclamation, order or decision that closes it.
    pub source: Option<Source>,
    /// Where the line stands.
    pub span: Span,
}

impl Closure {
    /// Every day of it, at most a year of them.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to;
        self.from.iter_days().take(366).take_while(move |d| *d <= to)
    }

    /// Why it is not settled that it closes its days.
    pub(super) fn doubt(&self) -> Option<String> {
        self.unsettled.clone().or_else(|| self.source.as_ref().and_then(Source::doubt))
    }
}

/// `Saturday closes a day unsettled "in some parishes only"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsettledWeekend {
    /// Saturday or Sunday.
    pub weekday: Weekday,
    /// Why it is not settled that such a day is closed.
    pub why: String,
    /// Where the line stands.
    pub span: Span,
}

/// `observed Saturday on Friday unsettled "…"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observance {
    /// From where to where.
    pub moves: Moves,
    /// Between which days a holiday must fall to move so.
    pub force: Force,
    /// Why it is not settled that it moves.
    pub unsettled: Option<String>,
    /// The law that moves it, where the line names one.
    pub source: Option<Source>,
    /// Where the line stands.
    pub span: Span,
}

/// `Sunday on Monday`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moves {
    /// Saturday or Sunday; of one holiday alone any weekday.
    pub of: Weekday,
    /// The weekday to which a holiday of that day moves.
    pub on: Weekday,
}

impl Moves {
    /// The day on which a holiday that falls on `day` is observed, if it moves.
    #[must_use]
    pub fn observed(self, day: NaiveDate) -> Option<NaiveDate> {
        if day.weekday() != self.of {
            return None;
        }
        let ahead = self.on.days_since(self.of);
        // Saturday to Friday is a step back, not six ahead.
        if ahead <= 3 {
            day.checked_add_days(Days::new(u64::from(ahead)))
        } else {
            day.checked_sub_days(Days::new(u64::from(7 - ahead)))
        }
    }
}
