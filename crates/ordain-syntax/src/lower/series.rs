//! What comes again: `every 30 days after entry until …`, `first by D and every
//! month thereafter`, `10,000 pages a month`, `by the 5th of each month`.

use super::{Lower, Pair, first_child, has_child};
use crate::ast::{
    CalendarPeriod, Clause, ClauseKind, Date, Deadline, Every, First, Length, Point, Series, Unit, YearDays,
};
use crate::grammar::Rule;
use crate::months::month_of;
use chrono::Datelike;
use ordain_base::diag::codes;

impl Lower<'_> {
    /// `first by D and every 30 days thereafter`, `first within 30 days after E and every quarter thereafter`.
    pub(super) fn first(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let (weekly, every) = (first_child(pair, Rule::weekly), first_child(pair, Rule::every));
        let first = match first_child(pair, Rule::first_within) {
            Some(within) => {
                let length = self.length(&within)?;
                let last = within.into_inner().last()?;
                let point = match last.as_rule() {
                    Rule::date_within => Point::Date(self.date(&last)?),
                    _ => Point::Event(self.phrase(&last)?),
                };
                First::Within(length, point)
            }
            None => First::By(self.date(&first_child(pair, Rule::date)?)?),
        };
        match (weekly, every) {
            (Some(weekly), _) => self.weekly(&weekly, Some(first)),
            (None, every) => self.every(&every?, Some(first)),
        }
    }

    pub(super) fn every(&mut self, pair: &Pair<'_>, first: Option<First>) -> Option<Deadline> {
        if let (Some(other), Some(day)) = (first_child(pair, Rule::k_other), first_child(pair, Rule::day_of_week)) {
            return self.alternate_weekday(pair, &other, &day, first);
        }
        let rate = has_child(pair, Rule::k_rate);
        // `at 30-day intervals`
        let hyphened = first_child(pair, Rule::hyphened).and_then(|n| n.as_str().parse::<u32>().ok());
        let adverb = first_child(pair, Rule::k_adverb);
        let every = match (first_child(pair, Rule::count), hyphened, &adverb) {
            (None, None, Some(adverb)) => Every::Length(self.by_adverb(adverb)),
            (Some(_), _, _) => Every::Length(self.length(pair)?),
            (None, Some(n), _) => {
                let unit = first_child(pair, Rule::unit)?;
                let span = self.span(&first_child(pair, Rule::hyphened)?).to(self.span(&unit));
                Every::Length(Length { n, unit: super::length::unit(unit.as_str()), span })
            }
            (None, None, None) => {
                let unit = first_child(pair, Rule::unit)?;
                let (span, words) = (self.span(&unit), unit.as_str());
                if has_child(pair, Rule::k_other) {
                    let length = Length { n: 2, unit: super::length::unit(words), span };
                    return self.every_length(pair, length, first);
                }
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
        self.every_so_much(pair, every, (first, rate || adverb.is_some()))
    }

    /// `every other week beginning July 12, 2024`.
    fn every_length(&mut self, pair: &Pair<'_>, length: Length, first: Option<First>) -> Option<Deadline> {
        self.every_so_much(pair, Every::Length(length), (first, false))
    }

    /// `every other Friday beginning July 12, 2024`: every two weeks from the first such day.
    fn alternate_weekday(
        &mut self,
        pair: &Pair<'_>,
        other: &Pair<'_>,
        day: &Pair<'_>,
        first: Option<First>,
    ) -> Option<Deadline> {
        let weekday: chrono::Weekday = day.as_str().parse().ok()?;
        let length = Length { n: 2, unit: Unit::Weeks, span: self.span(other).to(self.span(day)) };
        let start = self.start(pair)?;
        let from = match &start {
            Some(First::Beginning(Point::Date(date))) => date.day.iter_days().find(|d| d.weekday() == weekday),
            Some(First::After(Point::Date(date))) => date.day.iter_days().skip(1).find(|d| d.weekday() == weekday),
            _ => None,
        };
        let first = match (first, from, start) {
            (Some(first), _, _) => first,
            (None, Some(day), Some(First::Beginning(Point::Date(date)) | First::After(Point::Date(date)))) => {
                First::By(Date { day, ..date })
            }
            _ => {
                self.report(codes::deadlines::recurring_without_end(self.span(pair), "from when it runs"));
                return None;
            }
        };
        self.every_so_much(pair, Every::Length(length), (Some(first), false))
    }

    /// The series, with its start and its end; `unstated` says that it may run from the day the order binds.
    fn every_so_much(
        &mut self,
        pair: &Pair<'_>,
        every: Every,
        (first, unstated): (Option<First>, bool),
    ) -> Option<Deadline> {
        let start = self.start(pair);
        let first = match (first, start?) {
            (Some(first), _) => first,
            (None, Some(point)) => point,
            (None, None) if unstated => First::Unstated,
            (None, None) => {
                self.report(codes::deadlines::recurring_without_end(self.span(pair), "from when it runs"));
                return None;
            }
        };
        let until = self.ended(pair)?;
        Some(Deadline::Every(Box::new(Series {
            every,
            first,
            until,
            further_order: has_child(pair, Rule::k_further_order),
        })))
    }

    /// `by the 5th of each month`, `every Monday`, `by July 15 of each year`, `by the end of each quarter`.
    pub(super) fn monthly(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let every = self.day_of_month(&first_descendant(pair, Rule::day_of_month)?)?;
        self.unstated_start(pair, every, None)
    }

    /// `every Monday`, `on the first Monday of each month`: from the day the order binds, where no start is said.
    pub(super) fn weekly(&mut self, pair: &Pair<'_>, first: Option<First>) -> Option<Deadline> {
        let every = weekday_series(&first_child(pair, Rule::k_weekly)?)?;
        self.unstated_start(pair, every, first)
    }

    /// `by the first business day of each month`.
    pub(super) fn business(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let every = business_day(&first_child(pair, Rule::k_business)?)?;
        self.unstated_start(pair, every, None)
    }

    /// `by July 15 of each year`.
    pub(super) fn yearly(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let every = self.days_of_year(&first_child(pair, Rule::k_yearly)?)?;
        self.unstated_start(pair, every, None)
    }

    /// `within 10 days after the end of each quarter`.
    pub(super) fn after_end(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let every = self.end_of_period(&first_child(pair, Rule::k_after_end)?)?;
        self.unstated_start(pair, every, None)
    }

    /// `By the 15th of each month, Defendants must …`: what ends it may follow as a clause of its own.
    pub(super) fn leading_series(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let rest = pair
            .clone()
            .into_inner()
            .find(|p| !matches!(p.as_rule(), Rule::k_each | Rule::lead_by_word | Rule::k_anchor))?;
        let every = match rest.as_rule() {
            Rule::yearly_rest | Rule::year_days => self.days_of_year(pair)?,
            Rule::monthly_rest => self.day_of_month(&first_descendant(pair, Rule::day_of_month)?)?,
            Rule::business_rest => business_day(&rest)?,
            Rule::weekly_rest => weekday_series(&rest)?,
            _ => self.end_of_period(pair)?,
        };
        let series = Series { every, first: First::Unstated, until: None, further_order: false };
        Some(Deadline::Every(Box::new(series)))
    }

    /// A series that runs from the day the order binds, where no start is said.
    fn unstated_start(&mut self, pair: &Pair<'_>, every: Every, first: Option<First>) -> Option<Deadline> {
        let first = first.or(self.start(pair)?).unwrap_or(First::Unstated);
        let until = self.ended(pair)?;
        Some(Deadline::Every(Box::new(Series {
            every,
            first,
            until,
            further_order: has_child(pair, Rule::k_further_order),
        })))
    }

    fn day_of_month(&mut self, day: &Pair<'_>) -> Option<Every> {
        self.month_day(day).map(Every::DayOfMonth)
    }

    /// From 1 to 31, 31 for the last; `None` after a diagnostic.
    fn month_day(&mut self, day: &Pair<'_>) -> Option<u32> {
        let n = if day.as_str() == "last" { 31 } else { super::ordinal::number_of_ordinal(day.as_str()).unwrap_or(0) };
        if !(1..=31).contains(&n) {
            self.report(codes::money::no_such_day(self.span(day), day.as_str()));
            return None;
        }
        Some(n)
    }

    /// `January 31 and July 31`; `None` after a diagnostic.
    fn days_of_year(&mut self, pair: &Pair<'_>) -> Option<Every> {
        let mut days = YearDays::default();
        for one in pair.clone().into_inner().flatten().filter(|p| p.as_rule() == Rule::year_day) {
            let month = month_of(first_child(&one, Rule::month_of_year)?.as_str())?;
            let day = self.month_day(&first_child(&one, Rule::day_of_month)?)?;
            let last = first_child(&one, Rule::day_of_month)?.as_str() == "last";
            // February 29 is its last day in the years that have no such day.
            let real = last || chrono::NaiveDate::from_ymd_opt(2024, month, day).is_some();
            let room = real && days.add(u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            if !room {
                self.report(codes::money::no_such_day_of_year(self.span(&one), one.as_str()));
                return None;
            }
        }
        Some(Every::DaysOfYear(days))
    }

    /// `10 days after the end of each quarter`, `the 10th day after the end of each month`, `the end of each year`.
    fn end_of_period(&mut self, pair: &Pair<'_>) -> Option<Every> {
        let of = match first_descendant(pair, Rule::calendar_period)?.as_str() {
            "month" => CalendarPeriod::Month,
            "quarter" => CalendarPeriod::Quarter,
            _ => CalendarPeriod::Year,
        };
        let length = match (first_descendant(pair, Rule::after_end_rest), first_descendant(pair, Rule::nth_after_end)) {
            (Some(rest), _) => Some(self.length(&rest)?),
            (None, Some(rest)) => {
                let day = first_child(&rest, Rule::day_of_month)?;
                let (n, span) = (self.month_day(&day)?, self.span(&day));
                Some(Length { n, unit: Unit::Days, span })
            }
            (None, None) => None,
        };
        Some(Every::AfterEnd { of, length })
    }

    /// From when it runs, where that is said; `None` after a diagnostic.
    fn start(&mut self, pair: &Pair<'_>) -> Option<Option<First>> {
        let Some(start) = first_child(pair, Rule::start) else { return Some(None) };
        if let Some(year) = first_child(&start, Rule::start_year) {
            let day = year.as_str().parse().ok().and_then(|y| chrono::NaiveDate::from_ymd_opt(y, 1, 1))?;
            let date = Date { day, time: None, as_written: None, span: self.span(&year) };
            return Some(Some(First::Beginning(Point::Date(date))));
        }
        let point = self.point_in(&start)?;
        Some(Some(if has_child(&start, Rule::k_beginning) { First::Beginning(point) } else { First::After(point) }))
    }

    /// Until when it runs, and whether that day is inside; `None` after a diagnostic.
    fn ended(&mut self, pair: &Pair<'_>) -> Option<Option<(Point, bool)>> {
        match first_child(pair, Rule::point) {
            Some(point) => {
                let inclusive = has_child(pair, Rule::k_through) || has_child(pair, Rule::k_ending);
                Some(Some((self.point(&point)?, inclusive)))
            }
            None => Some(None),
        }
    }
}

/// `calendar week`: the unit without the word that changes nothing in it.
fn unit_of(words: &str) -> Unit {
    super::length::unit(words.strip_prefix("calendar").unwrap_or(words).trim_start())
}

impl Lower<'_> {
    /// `quarterly`: every quarter.
    fn by_adverb(&self, adverb: &Pair<'_>) -> Length {
        let (n, unit) = super::length::how_often(adverb.as_str());
        Length { n, unit, span: self.span(adverb) }
    }
}

/// `Annually, by July 15, Defendants must file report until further order`: what ends a series may stand
/// apart from it. Takes that clause into the series.
pub(super) fn join_end(clauses: &mut Vec<Clause>) {
    let open = |c: &Clause| matches!(&c.kind, ClauseKind::Deadline(Deadline::Every(s)) if s.until.is_none() && !s.further_order);
    let ends = |c: &Clause| {
        use Deadline as D;
        matches!(&c.kind, ClauseKind::Deadline(D::Until(_) | D::Through(_) | D::UntilFurtherOrder | D::Pending(_)))
    };
    let (Some(series), Some(end)) = (clauses.iter().position(open), clauses.iter().position(ends)) else { return };
    let end = clauses.remove(end);
    let at = if series < clauses.len() && open(&clauses[series]) { series } else { series.saturating_sub(1) };
    let Some(ClauseKind::Deadline(Deadline::Every(series))) = clauses.get_mut(at).map(|c| &mut c.kind) else { return };
    match end.kind {
        ClauseKind::Deadline(Deadline::Until(point)) => series.until = Some((point, false)),
        ClauseKind::Deadline(Deadline::Through(point)) => series.until = Some((point, true)),
        ClauseKind::Deadline(Deadline::Pending(event)) => series.until = Some((Point::Event(event), false)),
        _ => series.further_order = true,
    }
}

/// The first pair by this rule, however deep.
fn first_descendant<'i>(pair: &Pair<'i>, rule: Rule) -> Option<Pair<'i>> {
    pair.clone().into_inner().flatten().find(|p| p.as_rule() == rule)
}

/// `every Monday`, `the first Monday of each month`.
fn weekday_series(pair: &Pair<'_>) -> Option<Every> {
    let day = first_descendant(pair, Rule::day_of_week)?.as_str().parse().ok()?;
    let nth = first_descendant(pair, Rule::nth_week).map(|n| match n.as_str() {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        _ => 5,
    });
    Some(Every::Weekday { day, nth })
}

/// `the first business day of each month`.
fn business_day(pair: &Pair<'_>) -> Option<Every> {
    let nth = super::ordinal::number_of_ordinal(first_descendant(pair, Rule::nth_day)?.as_str());
    Some(Every::BusinessDay(nth.and_then(|n| u8::try_from(n).ok())))
}
