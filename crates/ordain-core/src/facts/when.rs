//! Days that are known only within bounds.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use ordain_syntax::ast::{Date, When};

/// The first and the last day on which something can have happened, both
/// inclusive; open where `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    /// The clock time, where the day is known and a time is written.
    pub time: Option<NaiveTime>,
}

impl Bounds {
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self { first: Some(day), last: Some(day), time: None }
    }

    /// The day, where it is known exactly.
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        self.first.filter(|f| self.last == Some(*f))
    }

    /// Certainly on or before `day`.
    #[must_use]
    pub fn surely_by(self, day: NaiveDate) -> bool {
        self.last.is_some_and(|l| l <= day)
    }

    /// Possibly on or before `day`.
    #[must_use]
    pub fn maybe_by(self, day: NaiveDate) -> bool {
        self.first.is_none_or(|f| f <= day)
    }

    /// Narrows the end: what a paper says happened before the paper.
    #[must_use]
    pub fn not_after(mut self, day: Option<NaiveDate>) -> Self {
        if let Some(day) = day
            && self.last.is_none()
            && self.first.is_none_or(|f| f <= day)
        {
            self.last = Some(day);
        }
        self
    }
}

impl From<&Date> for Bounds {
    fn from(date: &Date) -> Self {
        let time = date.time.and_then(crate::model::clock_time_of);
        Self { first: Some(date.day), last: Some(date.day), time }
    }
}

/// What a `when` leaves possible. `event` gives the day of a named event, where it is known.
pub fn bounds(when: &When, event: impl Fn(&ordain_syntax::ast::Phrase) -> Option<NaiveDate>) -> Bounds {
    use ordain_syntax::ast::Point;
    let beside = |point: &Point, earlier: bool| {
        let day = match point {
            Point::Date(d) => Some(d.day),
            Point::Event(p) => event(p),
        };
        let one = Days::new(1);
        day.and_then(|d| if earlier { d.checked_sub_days(one) } else { d.checked_add_days(one) })
            .map_or_else(Bounds::default, Bounds::on)
    };
    match when {
        When::On(d) => d.into(),
        When::OnOrAfter(d) => Bounds { first: Some(d.day), ..Bounds::default() },
        When::OnOrBefore(d) => Bounds { last: Some(d.day), ..Bounds::default() },
        When::Between(a, b) => Bounds { first: Some(a.day), last: Some(b.day), time: None },
        When::InMonth { year, month } => Bounds {
            first: NaiveDate::from_ymd_opt(*year, *month, 1),
            last: NaiveDate::from_ymd_opt(*year, *month, 1).and_then(last_of_month),
            time: None,
        },
        When::InYear(year) => Bounds {
            first: NaiveDate::from_ymd_opt(*year, 1, 1),
            last: NaiveDate::from_ymd_opt(*year, 12, 31),
            time: None,
        },
        When::DayBefore(point) => beside(point, true),
        When::DayAfter(point) => beside(point, false),
        When::Unknown => Bounds::default(),
    }
}

fn last_of_month(first: NaiveDate) -> Option<NaiveDate> {
    let next = if first.month() == 12 {
        NaiveDate::from_ymd_opt(first.year() + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(first.year(), first.month() + 1, 1)
    };
    next?.pred_opt()
}
