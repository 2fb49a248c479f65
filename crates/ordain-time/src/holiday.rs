//! One holiday: the day of each year on which it falls.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use ordain_base::source::Span;

/// Which of the weekdays of a month: `third`, `last`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nth {
    /// From 1.
    From(u8),
    /// The last one of the month.
    Last,
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
    /// `Friday after fourth Thursday of November`: the first such weekday strictly later.
    After {
        /// `Friday`.
        weekday: Weekday,
        /// Which of the weekdays it follows.
        nth: Nth,
        /// `Thursday`.
        of: Weekday,
        /// From 1.
        month: u32,
    },
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
            Self::After { weekday, nth, of, month } => nth_weekday(year, *month, *of, *nth).and_then(|from| {
                let ahead = weekday.days_since(from.weekday());
                from.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })))
            }),
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

/// `holiday "Juneteenth" on June 19 since 2021`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// `Juneteenth`, as reports name it.
    pub name: String,
    /// How its day is found.
    pub rule: DayRule,
    /// First and last year in which it is a holiday.
    pub since: Option<i32>,
    /// The last such year.
    pub until: Option<i32>,
    /// How this holiday moves from a day of the weekend, beside what the calendar says of all.
    pub observed: Option<Moves>,
    /// Why it is not settled that the day is a legal holiday.
    pub unsettled: Option<String>,
    /// The law that declares it, where it is not that of the whole calendar.
    pub source: Option<String>,
    /// The words that say when.
    pub span: Span,
}

impl Holiday {
    /// Its days in `year`; none in a year in which it is no holiday.
    #[must_use]
    pub fn days_in(&self, year: i32) -> Vec<NaiveDate> {
        let in_years = self.since.is_none_or(|s| year >= s) && self.until.is_none_or(|u| year <= u);
        if in_years { self.rule.days_in(year) } else { Vec::new() }
    }

    /// Whether it falls on some day of these years.
    #[must_use]
    pub fn falls_within(&self, from: i32, to: i32) -> bool {
        (from - 1..=to + 1).any(|y| !self.days_in(y).is_empty())
    }

    /// Whether both are holidays in some year.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let (a, b) = (self.since.unwrap_or(i32::MIN), self.until.unwrap_or(i32::MAX));
        let (c, d) = (other.since.unwrap_or(i32::MIN), other.until.unwrap_or(i32::MAX));
        a <= d && c <= b
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
    pub source: Option<String>,
    /// Where the line stands.
    pub span: Span,
}

impl Closure {
    /// Every day of it, at most a year of them.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to;
        self.from.iter_days().take(366).take_while(move |d| *d <= to)
    }
}

/// `observed Saturday on Friday unsettled "…"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observance {
    /// From where to where.
    pub moves: Moves,
    /// Why it is not settled that it moves.
    pub unsettled: Option<String>,
    /// Where the line stands.
    pub span: Span,
}

/// `Sunday on Monday`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moves {
    /// Saturday or Sunday.
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
