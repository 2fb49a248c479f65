//! One calendar file: the holidays of a country, a state or a court system.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};

use super::dayset::DaySet;
use super::gap::Gap;
use super::holiday::{Closure, Holiday, Observance, OwnMoves, Source, UnsettledWeekend};
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
    /// Days of the weekend that are not closed everywhere.
    pub weekends: Vec<UnsettledWeekend>,
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
    /// The same year by year: most counts stay within a few.
    years: OnceLock<Vec<OnceLock<Vec<ClosedDay>>>>,
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
            weekends: Vec::new(),
            closures: Vec::new(),
            gaps: Vec::new(),
            sources: Vec::new(),
            span,
            days: OnceLock::new(),
            years: OnceLock::new(),
        }
    }

    /// This calendar as a court sees it that lies in no place of some of its holidays; `None` where it sees all.
    #[must_use]
    pub fn seen_by(&self, district: &str) -> Option<Self> {
        let sees = |h: &Holiday| h.within.is_empty() || h.within.iter().any(|d| d == district);
        if self.holidays.iter().all(sees) {
            return None;
        }
        let mut seen = self.clone();
        seen.holidays.retain(sees);
        seen.changed();
        Some(seen)
    }

    /// This calendar as the court of one county sees it: days of that county among others are holidays, days of other
    /// counties are none.
    #[must_use]
    pub fn seen_from_county(&self, county: &str) -> Self {
        let mut seen = self.clone();
        seen.holidays.retain(|h| h.counties.is_empty() || h.counties.iter().any(|c| c == county));
        seen.holidays.iter_mut().filter(|h| !h.counties.is_empty()).for_each(|h| h.only_in = None);
        seen.changed();
        seen
    }

    /// After a change of what it is made of.
    pub fn changed(&mut self) {
        self.days = OnceLock::new();
        self.years = OnceLock::new();
    }

    /// Every closed day of some years that it covers. Settled days come first, so that a day closed twice is called
    /// settled.
    fn worked_out(&self, years: RangeInclusive<i32>) -> Vec<ClosedDay> {
        let mut days = Vec::new();
        let all = (!self.sources.is_empty()).then(|| cite_sources(&self.sources));
        self.each_closed(&years, |day, h, kind, unsettled| {
            days.push(ClosedDay {
                day,
                name: h.name.clone(),
                kind,
                unsettled: unsettled.cloned(),
                source: h.source.as_ref().map(|s| s.cited.clone()).or_else(|| all.clone()),
            });
        });
        for c in &self.closures {
            days.extend(c.days().filter(|d| years.contains(&d.year())).map(|day| ClosedDay {
                day,
                name: c.name.clone(),
                kind: Closed::Closure,
                unsettled: c.doubt(),
                source: c.source.as_ref().map(|s| s.cited.clone()),
            }));
        }
        days.retain(|d| self.covers(d.day.year()));
        days.sort_by_key(|d| (d.day, d.unsettled.is_some()));
        days
    }

    /// Each day of some years that a holiday closes, and why that is not settled. The first of January that is observed
    /// on December 31 belongs to the next year, so one year more on either side is asked.
    fn each_closed(
        &self,
        years: &RangeInclusive<i32>,
        mut take: impl FnMut(NaiveDate, &Holiday, Closed, Option<&String>),
    ) {
        let unread = self.sources.iter().find_map(Source::doubt);
        for h in &self.holidays {
            let own = self.doubt_of(h, unread.as_ref());
            let mut take = |day: NaiveDate, kind, unsettled: Option<&String>| {
                if years.contains(&day.year()) {
                    take(day, h, kind, unsettled.or(own.as_ref()));
                }
            };
            for day in (years.start() - 1..=years.end() + 1).flat_map(|year| h.days_in(year)) {
                take(day, Closed::Holiday, None);
                self.moved(h, day, unread.as_ref()).for_each(|(on, why)| take(on, Closed::Observed(day), why.as_ref()));
            }
        }
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
        self.days.get_or_init(|| self.worked_out(self.from..=self.to))
    }

    /// Those of one year.
    fn days_of(&self, year: i32) -> &[ClosedDay] {
        let all = self.years.get_or_init(|| (self.from..=self.to).map(|_| OnceLock::new()).collect());
        let at = usize::try_from(i64::from(year) - i64::from(self.from)).ok();
        at.and_then(|at| all.get(at)).map_or(&[], |slot| slot.get_or_init(|| self.worked_out(year..=year)))
    }

    /// What closes `day`, weekends apart; the settled reason where there are two.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&ClosedDay> {
        let days = self.days_of(day.year());
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

    /// Adds its days to one set, and those that are settled to the other.
    pub(super) fn fill(&self, prevailing: &mut DaySet, settled: &mut DaySet) {
        let mut add = |day: NaiveDate, unsettled: bool| {
            let day = day.num_days_from_ce();
            prevailing.insert(day);
            if !unsettled {
                settled.insert(day);
            }
        };
        self.each_closed(&(self.from..=self.to), |day, _, _, unsettled| add(day, unsettled.is_some()));
        for c in &self.closures {
            let unsettled = c.doubt().is_some();
            c.days().filter(|d| self.covers(d.year())).for_each(|day| add(day, unsettled));
        }
    }
}

/// All of them, as a report cites them.
fn cite_sources(sources: &[Source]) -> String {
    sources.iter().map(|s| s.cited.as_str()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::holiday::{DayRule, Force, OwnMoves, Years};

    /// What was counted before of the whole calendar is not what a court of another place sees.
    #[test]
    fn a_court_elsewhere_does_not_see_a_day_counted_before() {
        let span = Span::new(0, 0);
        let mut all = Holidays::new("OH", 2024, 2026, span);
        all.holidays.push(Holiday {
            name: "Founders' Day".to_owned(),
            rule: DayRule::Fixed { month: 3, day: 5 },
            years: Years::default(),
            force: Force::default(),
            only_in: Some("Hill County".to_owned()),
            counties: Vec::new(),
            within: vec!["S.D. Ohio".to_owned()],
            observed: OwnMoves::None,
            unsettled: None,
            source: None,
            span,
        });
        let day = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
        assert!(all.on(day).is_some() && all.days().len() == 3);
        assert!(all.seen_by("S.D. Ohio").is_none());
        let other = all.seen_by("N.D. Ohio").unwrap();
        assert!(other.on(day).is_none() && other.days().is_empty());
    }
}
