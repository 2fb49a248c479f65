//! One calendar file: the holidays of a country, a state or a court system.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};

use super::dayset::DaySet;
use super::gap::Gap;
use super::holiday::{Closure, Holiday, Observance};
use ordain_base::source::Span;

/// What a calendar says, with every closed day of the years it covers.
#[derive(Debug, Clone)]
pub struct Holidays {
    /// The name by which rules and courts refer to it: `federal`.
    pub name: String,
    /// How it is called in a sentence: `the federal holidays`.
    pub title: String,
    /// The state whose holidays these are (`CA`), where a court may ask for them by state.
    pub state: Option<String>,
    /// The first year covered.
    pub from: i32,
    /// The last year covered.
    pub to: i32,
    /// Every holiday of it.
    pub holidays: Vec<Holiday>,
    /// How holidays on a weekend move.
    pub observances: Vec<Observance>,
    /// Single days, closed by proclamation or order.
    pub closures: Vec<Closure>,
    /// What the file does not carry; repeated as a notice with every count that it may change.
    pub gaps: Vec<Gap>,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// Where its heading stands.
    pub span: Span,
    /// Worked out when somebody first asks: most calendars of a run are never asked.
    days: OnceLock<Vec<ClosedDay>>,
}

/// A day that a calendar closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedDay {
    /// The day that is closed.
    pub day: NaiveDate,
    /// `Juneteenth National Independence Day`.
    pub name: String,
    /// What kind of day it is.
    pub kind: Closed,
    /// Why it is not settled that the day is a legal holiday.
    pub unsettled: Option<String>,
    /// The law that closes it, where the file names one.
    pub source: Option<String>,
}

/// Why a day is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    /// The holiday itself.
    Holiday,
    /// The weekday on which a holiday of this day is observed.
    Observed(NaiveDate),
    /// A single day, closed by proclamation or order.
    Closure,
    /// A Saturday or a Sunday.
    Weekend(Weekday),
    /// The clerk's office alone; not a legal holiday.
    Clerk,
}

impl Holidays {
    /// An empty calendar of those years.
    #[must_use]
    pub fn new(name: &str, from: i32, to: i32, span: Span) -> Self {
        Self {
            name: name.to_owned(),
            title: name.to_owned(),
            state: None,
            from,
            to,
            holidays: Vec::new(),
            observances: Vec::new(),
            closures: Vec::new(),
            gaps: Vec::new(),
            sources: Vec::new(),
            span,
            days: OnceLock::new(),
        }
    }

    /// After a change of what it is made of.
    pub fn changed(&mut self) {
        self.days = OnceLock::new();
    }

    /// Every closed day. The first of January that is observed on December 31
    /// belongs to the next year, so one year more on either side is asked.
    fn worked_out(&self) -> Vec<ClosedDay> {
        let mut days = Vec::new();
        let all = (!self.sources.is_empty()).then(|| self.sources.join("; "));
        for (year, h) in (self.from - 1..=self.to + 1).flat_map(|y| self.holidays.iter().map(move |h| (y, h))) {
            let source = h.source.as_ref().or(all.as_ref());
            let closed = |day, kind, unsettled: Option<&String>| ClosedDay {
                day,
                name: h.name.clone(),
                kind,
                unsettled: unsettled.or(h.unsettled.as_ref()).cloned(),
                source: source.cloned(),
            };
            for day in h.days_in(year) {
                days.push(closed(day, Closed::Holiday, None));
                let own = h.observed.and_then(|m| m.observed(day));
                days.extend(own.map(|on| closed(on, Closed::Observed(day), None)));
                let moved =
                    self.observances.iter().filter_map(|o| Some((o.moves.observed(day)?, o.unsettled.as_ref())));
                days.extend(moved.map(|(on, unsettled)| closed(on, Closed::Observed(day), unsettled)));
            }
        }
        for c in &self.closures {
            days.extend(c.days().map(|day| ClosedDay {
                day,
                name: c.name.clone(),
                kind: Closed::Closure,
                unsettled: c.unsettled.clone(),
                source: c.source.clone(),
            }));
        }
        days.retain(|d| (self.from..=self.to).contains(&d.day.year()));
        // Settled days first, so that a day closed twice is called settled.
        days.sort_by_key(|d| (d.day, d.unsettled.is_some()));
        days
    }

    /// The closed days in order, weekends apart.
    #[must_use]
    pub fn days(&self) -> &[ClosedDay] {
        self.days.get_or_init(|| self.worked_out())
    }

    /// What closes `day`, weekends apart; the settled reason where there are two.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&ClosedDay> {
        let days = self.days();
        let i = days.partition_point(|d| d.day < day);
        days.get(i).filter(|d| d.day == day)
    }

    /// Whether the calendar says anything of that year.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// Adds its days to `set`; without the unsettled ones where `settled_only`.
    pub(super) fn fill(&self, set: &mut DaySet, settled_only: bool) {
        for d in self.days().iter().filter(|d| !settled_only || d.unsettled.is_none()) {
            set.insert(d.day.num_days_from_ce());
        }
    }
}
