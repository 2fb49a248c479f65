//! One calendar file: the holidays of a country, a state or a court system.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};

use super::dayset::DaySet;
use super::gap::Gap;
use super::holiday::{Closure, Holiday, Observance, OwnMoves, Source};
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
    pub sources: Vec<Source>,
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
        let all = (!self.sources.is_empty()).then(|| cited(&self.sources));
        let unread = self.sources.iter().find_map(Source::doubt);
        for h in &self.holidays {
            let own = self.doubt_of(h, unread.as_ref());
            let source = h.source.as_ref().map(|s| s.cited.clone()).or_else(|| all.clone());
            let closed = |day, kind, unsettled: Option<String>| ClosedDay {
                day,
                name: h.name.clone(),
                kind,
                unsettled: unsettled.or_else(|| own.clone()),
                source: source.clone(),
            };
            for day in (self.from - 1..=self.to + 1).flat_map(|year| h.days_in(year)) {
                days.push(closed(day, Closed::Holiday, None));
                days.extend(
                    self.moved(h, day, unread.as_ref()).map(|(on, why)| closed(on, Closed::Observed(day), why)),
                );
            }
        }
        for c in &self.closures {
            days.extend(c.days().map(|day| ClosedDay {
                day,
                name: c.name.clone(),
                kind: Closed::Closure,
                unsettled: c.unsettled.clone().or_else(|| c.source.as_ref().and_then(Source::doubt)),
                source: c.source.as_ref().map(|s| s.cited.clone()),
            }));
        }
        days.retain(|d| (self.from..=self.to).contains(&d.day.year()));
        // Settled days first, so that a day closed twice is called settled.
        days.sort_by_key(|d| (d.day, d.unsettled.is_some()));
        days
    }

    /// Why it is not settled that this holiday closes its day.
    fn doubt_of(&self, h: &Holiday, unread: Option<&String>) -> Option<String> {
        let text = || h.source.as_ref().map_or_else(|| unread.cloned(), Source::doubt);
        let place = || h.only_in.as_ref().map(|p| format!("it is a holiday in {p} alone"));
        h.unsettled.clone().or_else(place).or_else(text)
    }

    /// The weekday on which a holiday of that day is observed, and why that is not settled.
    fn moved<'a>(
        &'a self,
        h: &'a Holiday,
        day: NaiveDate,
        unread: Option<&'a String>,
    ) -> impl Iterator<Item = (NaiveDate, Option<String>)> + 'a {
        let own: &[_] = if let OwnMoves::Some(own) = &h.observed { own } else { &[] };
        let fixed = h.observed == OwnMoves::NotMoved;
        let common = self.observances.iter().filter(move |o| !fixed && o.force.on(day));
        let common = common.filter(|o| own.iter().all(|m| m.of != o.moves.of)).filter_map(move |o| {
            let text = || o.source.as_ref().map_or_else(|| unread.cloned(), Source::doubt);
            Some((o.moves.observed(day)?, o.unsettled.clone().or_else(text)))
        });
        own.iter().filter_map(move |m| Some((m.observed(day)?, None))).chain(common)
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

    /// What the calendar says of years that it does not cover: nothing, so that a day may be missing.
    pub(super) fn beyond(&self, from: i32, to: i32) -> impl Iterator<Item = Gap> {
        let text = |when: String| format!("{} are not known {when}: a day may be closed", self.title);
        let before = (self.from > from).then(|| Gap {
            text: text(format!("before {}", self.from)),
            days: 1,
            since: None,
            until: Some(self.from - 1),
        });
        let after = (self.to < to).then(|| Gap {
            text: text(format!("after {}", self.to)),
            days: 1,
            since: Some(self.to + 1),
            until: None,
        });
        before.into_iter().chain(after)
    }

    /// Adds its days to `set`; without the unsettled ones where `settled_only`.
    pub(super) fn fill(&self, set: &mut DaySet, settled_only: bool) {
        for d in self.days().iter().filter(|d| !settled_only || d.unsettled.is_none()) {
            set.insert(d.day.num_days_from_ce());
        }
    }
}

/// All of them, as a report cites them.
fn cited(sources: &[Source]) -> String {
    sources.iter().map(|s| s.cited.as_str()).collect::<Vec<_>>().join("; ")
}
