//! What comes again: `every 30 days after entry until …`, `first by D and every
//! month thereafter`, `10,000 pages a month`, `by the 5th of each month`.

use super::{Lower, Pair, child, has};
use crate::ast::{Deadline, Every, First, Length, Point, Series, Unit};
use crate::grammar::Rule;
use ordain_base::diag::codes;

impl Lower<'_> {
    /// `first by D and every 30 days thereafter`, `first within 30 days after E and every quarter thereafter`.
    pub(super) fn first(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let (weekly, every) = (child(pair, Rule::weekly), child(pair, Rule::every));
        let first = match child(pair, Rule::first_within) {
            Some(within) => {
                let length = self.length(&within)?;
                let last = within.into_inner().last()?;
                let point = match last.as_rule() {
                    Rule::date_within => Point::Date(self.date(&last)?),
                    _ => Point::Event(self.phrase(&last)?),
                };
                First::Within(length, point)
            }
            None => First::By(self.date(&child(pair, Rule::date)?)?),
        };
        match (weekly, every) {
            (Some(weekly), _) => self.weekly(&weekly, Some(first)),
            (None, every) => self.every(&every?, Some(first)),
        }
    }

    pub(super) fn every(&mut self, pair: &Pair<'_>, first: Option<First>) -> Option<Deadline> {
        let rate = has(pair, Rule::k_rate);
        // `at 30-day intervals`
        let hyphened = child(pair, Rule::hyphened).and_then(|n| n.as_str().parse::<u32>().ok());
        let every = match (child(pair, Rule::count), hyphened) {
            (Some(_), _) => Every::Length(self.length(pair)?),
            (None, Some(n)) => {
                let unit = child(pair, Rule::unit)?;
                let span = self.span(&child(pair, Rule::hyphened)?).to(self.span(&unit));
                Every::Length(Length { n, unit: super::length::unit(unit.as_str()), span })
            }
            (None, None) => {
                let unit = child(pair, Rule::unit)?;
                let (span, words) = (self.span(&unit), unit.as_str());
                let month = words.contains("month");
                match month && words.starts_with("calendar") {
                    true => Every::DayOfMonth(31),
                    false if words.starts_with("calendar") => {
                        Every::Length(Length { n: 1, unit: unit_of(words), span })
                    }
                    false => Every::Length(Length { n: 1, unit: super::length::unit(words), span }),
                }
            }
        };
        let start = self.start(pair);
        let first = match (first, start?) {
            (Some(first), _) => first,
            (None, Some(point)) => point,
            (None, None) if rate => First::Unstated,
            (None, None) => {
                self.report(codes::deadlines::recurring_without_end(self.span(pair), "from when it runs"));
                return None;
            }
        };
        let until = self.ended(pair)?;
        Some(Deadline::Every(Box::new(Series { every, first, until, further_order: has(pair, Rule::k_further_order) })))
    }

    /// `by the 5th of each month`, `by the last day of each month`.
    pub(super) fn monthly(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let day = child(&child(pair, Rule::k_monthly)?, Rule::day_of_month)?;
        let n = if day.as_str() == "last" { 31 } else { super::ordinal::ordinal(day.as_str()).unwrap_or(0) };
        if !(1..=31).contains(&n) {
            self.report(codes::money::no_such_day(self.span(&day), day.as_str()));
            return None;
        }
        let first = self.start(pair)?.unwrap_or(First::Unstated);
        let until = self.ended(pair)?;
        Some(Deadline::Every(Box::new(Series {
            every: Every::DayOfMonth(n),
            first,
            until,
            further_order: has(pair, Rule::k_further_order),
        })))
    }

    /// `every Monday`, `on the first Monday of each month`: from the day the order binds, where no start is said.
    pub(super) fn weekly(&mut self, pair: &Pair<'_>, first: Option<First>) -> Option<Deadline> {
        let words = child(pair, Rule::k_weekly)?;
        let day = child(&words, Rule::day_of_week)?.as_str().parse().ok()?;
        let nth = child(&words, Rule::nth_week).map(|n| match n.as_str() {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => 5,
        });
        let first = first.or(self.start(pair)?).unwrap_or(First::Unstated);
        let until = self.ended(pair)?;
        Some(Deadline::Every(Box::new(Series {
            every: Every::Weekday { day, nth },
            first,
            until,
            further_order: has(pair, Rule::k_further_order),
        })))
    }

    /// `by the first business day of each month`.
    pub(super) fn business(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let nth = child(&child(pair, Rule::k_business)?, Rule::nth_day)?;
        let nth = super::ordinal::ordinal(nth.as_str()).and_then(|n| u8::try_from(n).ok());
        let first = self.start(pair)?.unwrap_or(First::Unstated);
        let until = self.ended(pair)?;
        Some(Deadline::Every(Box::new(Series {
            every: Every::BusinessDay(nth),
            first,
            until,
            further_order: has(pair, Rule::k_further_order),
        })))
    }

    /// From when it runs, where that is said; `None` after a diagnostic.
    fn start(&mut self, pair: &Pair<'_>) -> Option<Option<First>> {
        let Some(start) = child(pair, Rule::start) else { return Some(None) };
        let point = self.point_in(&start)?;
        Some(Some(if has(&start, Rule::k_beginning) { First::Beginning(point) } else { First::After(point) }))
    }

    /// Until when it runs, and whether that day is inside; `None` after a diagnostic.
    fn ended(&mut self, pair: &Pair<'_>) -> Option<Option<(Point, bool)>> {
        match child(pair, Rule::point) {
            Some(point) => Some(Some((self.point(&point)?, has(pair, Rule::k_through)))),
            None => Some(None),
        }
    }
}

/// `calendar week`: the unit without the word that changes nothing in it.
fn unit_of(words: &str) -> Unit {
    super::length::unit(words.strip_prefix("calendar").unwrap_or(words).trim_start())
}
