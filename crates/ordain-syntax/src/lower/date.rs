//! Dates: read loosely by the grammar, judged here.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use ordain_base::words::one_line;

use super::{Lower, Pair, first_child};
use crate::ast::{Date, SlashOrder, Time, Zoned};
use crate::grammar::Rule;
use crate::months::{any_case_month, month_of};
use ordain_base::diag::{closest, codes};
use ordain_base::source::Span;
use ordain_base::words::{MONTHS, WEEKDAYS, weekday};

/// Wherever clocks are changed, it is done before this hour of the night.
const CLOCKS_CHANGE_BY: u32 = 4;

/// `December 1, 2023`.
fn long_date(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or("");
    format!("{month} {}, {}", day.day(), day.year())
}

fn weekday_name(day: NaiveDate) -> &'static str {
    weekday(day.weekday())
}

impl Lower<'_> {
    /// The date a pair writes (`date` or `date_within`); `None` after a diagnostic.
    pub(super) fn date(&mut self, pair: &Pair<'_>) -> Option<Date> {
        let span = self.span(pair);
        let mut form = None;
        let mut weekday = None;
        let mut time = None;
        let mut bad_time = false;
        let mut zone = None;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::weekday => weekday = Some(p),
                Rule::clock => (time, bad_time) = self.clock(&p),
                Rule::daytime => {
                    for c in p.into_inner() {
                        match c.as_rule() {
                            Rule::clock | Rule::cob_clock => (time, bad_time) = self.clock(&c),
                            Rule::clock_zone => zone = first_child(&c, Rule::zone_name),
                            _ => {}
                        }
                    }
                }
                Rule::clock_zone => zone = first_child(&p, Rule::zone_name),
                _ => form = Some(p),
            }
        }
        let form = form?;
        let (day, as_written) = self.day(&form, weekday.as_ref())?;
        if let Some(w) = weekday {
            self.check_weekday(&w, day);
        }
        if let (None, Some(Time::Clock(time))) = (&zone, time)
            && time.hour() < CLOCKS_CHANGE_BY
        {
            self.zoned.push(Zoned { day, time, word: String::new(), span });
        }
        if let (Some(zone), Some(Time::Clock(time))) = (zone, time) {
            let place = self.span(&zone);
            self.zoned.push(Zoned { day, time, word: one_line(zone.as_str()), span: place });
            if let Some(at) = self.at_court.iter().find(|at| at.zone == place) {
                return Some(Date { day: at.day, time: Some(Time::Clock(at.time)), as_written, span });
            }
        }
        (!bad_time).then_some(Date { day, time, as_written, span })
    }

    fn check_weekday(&mut self, pair: &Pair<'_>, day: NaiveDate) {
        let text = pair.as_str().trim_end_matches('.');
        let right = weekday_name(day);
        let known =
            WEEKDAYS.iter().copied().find(|w| *w == text || (text.len() < 6 && text.len() >= 3 && w.starts_with(text)));
        let span = self.span(pair);
        match known {
            Some(w) if w == right => {}
            Some(w) => self.report(codes::dates::weekday_mismatch(span, &long_date(day), w, right)),
            None => self.report(codes::dates::unknown_weekday(span, text, right)),
        }
    }

    fn day(&mut self, form: &Pair<'_>, weekday: Option<&Pair<'_>>) -> Option<(NaiveDate, Option<String>)> {
        let span = self.span(form);
        match form.as_rule() {
            Rule::sic => {
                let written = self.quoted_in(form).map(|q| q.value);
                let inner = form.clone().into_inner().find(|p| p.as_rule() != Rule::quoted)?;
                Some((self.day(&inner, weekday)?.0, written))
            }
            Rule::iso => {
                let mut n = form.as_str().split('-').map(|s| s.parse::<u32>().unwrap_or(0));
                let (y, m, d) = (n.next()?, n.next()?, n.next()?);
                self.judge(span, form.as_str(), y, m, d).map(|d| (d, None))
            }
            Rule::slash => self.slash(form, span).map(|d| (d, None)),
            Rule::mdy | Rule::dmy => self.worded(form, span, weekday),
            _ => None,
        }
    }

    fn worded(
        &mut self,
        form: &Pair<'_>,
        span: Span,
        weekday: Option<&Pair<'_>>,
    ) -> Option<(NaiveDate, Option<String>)> {
        let month_pair = first_child(form, Rule::month)?;
        let day_pair = first_child(form, Rule::day_number)?;
        let d = super::ordinal::number_of_ordinal(day_pair.as_str())?;
        let word = month_pair.as_str();
        let other = any_case_month(word).filter(|_| month_of(word).is_none());
        if let Some(right) = other {
            self.report(codes::dates::month_in_another_case(self.span(&month_pair), word, right));
        }
        let Some(m) = month_of(other.unwrap_or(word)) else {
            let near = closest(word, MONTHS);
            self.report(codes::dates::unknown_month(self.span(&month_pair), word, near));
            return None;
        };
        if let Some(year) = first_child(form, Rule::year).or_else(|| first_child(form, Rule::bracketed)) {
            let y: u32 = year.as_str().parse().ok()?;
            let day = self.judge(span, &one_line(form.as_str()), y, m, d)?;
            let written = (year.as_rule() == Rule::bracketed).then(|| format!("{} {d}", month_pair.as_str()));
            return Some((day, written));
        }
        if let Some(short) = first_child(form, Rule::short_year).or_else(|| first_child(form, Rule::quoted_year)) {
            let digits = short.as_str().trim_start_matches(['\'', '’']);
            let century = if digits.parse::<u32>().is_ok_and(|n| n >= 70) { 19 } else { 20 };
            let full = format!("{century}{digits}");
            self.report(codes::dates::two_digit_year(self.span(&short), short.as_str(), &full));
            return None;
        }
        // the years offered are those that fit the weekday, if there is one
        let text = one_line(form.as_str());
        let (above, below) = self.around;
        let not_digit = |c: char| !c.is_ascii_digit();
        let near = year_in(above.rsplit(not_digit)).or_else(|| year_in(below.split(not_digit))).unwrap_or(2023);
        // The first day that comes after the one above it is most likely meant, as an order is.
        let after = day_above(above).or_else(|| NaiveDate::from_ymd_opt(near, 1, 1));
        let mut fits: Vec<NaiveDate> = (near - 7..=near + 7)
            .filter_map(|y| NaiveDate::from_ymd_opt(y, m, d))
            .filter(|day| weekday.is_none_or(|w| weekday_name(*day).starts_with(w.as_str().trim_end_matches('.'))))
            .filter(|day| weekday.is_some() || (near - 1..=near + 1).contains(&day.year()))
            .collect();
        fits.sort_by_key(|day| after.map(|a| (*day < a, (*day - a).num_days().abs())));
        let fits: Vec<String> = fits.into_iter().take(3).map(long_date).collect();
        let fits: Vec<&str> = fits.iter().map(String::as_str).collect();
        self.report(codes::dates::no_year(span, &text, &fits));
        None
    }

    fn slash(&mut self, form: &Pair<'_>, span: Span) -> Option<NaiveDate> {
        let text = form.as_str();
        let mut n = text.split(['/', '.', '-']).map(|s| s.parse::<u32>().unwrap_or(0));
        let (a, b, y) = (n.next()?, n.next()?, n.next()?);
        let full = if y < 100 { 2000 + y } else { y };
        if let (Some(order), true) = (self.dates, text.contains('/')) {
            if y < 100 {
                let year = text.rsplit('/').next().unwrap_or("");
                self.report(codes::dates::two_digit_year(span, year, &format!("{a}/{b}/{full}")));
                return None;
            }
            let (m, d) = if order == SlashOrder::MonthDayYear { (a, b) } else { (b, a) };
            return self.judge(span, text, y, m, d);
        }
        let year = i32::try_from(full).unwrap_or(0);
        let mut readings: Vec<String> =
            [(a, b), (b, a)].iter().filter_map(|&(m, d)| NaiveDate::from_ymd_opt(year, m, d)).map(long_date).collect();
        readings.dedup();
        let readings: Vec<&str> = readings.iter().map(String::as_str).collect();
        self.report(codes::dates::slash_date(span, text, &readings));
        None
    }

    fn judge(&mut self, span: Span, text: &str, y: u32, m: u32, d: u32) -> Option<NaiveDate> {
        let year = i32::try_from(y).unwrap_or(i32::MAX);
        let day = if (1600..=2999).contains(&year) { NaiveDate::from_ymd_opt(year, m, d) } else { None };
        if day.is_none() {
            let last = (28..=31)
                .rev()
                .find_map(|d| NaiveDate::from_ymd_opt(year, m, d))
                .filter(|_| (1600..=2999).contains(&year))
                .map(long_date);
            self.report(codes::dates::no_such_day(span, text, last.as_deref()));
        }
        day
    }

    /// The time, and whether it was one that does not exist.
    fn clock(&mut self, pair: &Pair<'_>) -> (Option<Time>, bool) {
        let text = pair.as_str().trim();
        if text.ends_with("business") {
            return (Some(Time::CloseOfBusiness), false);
        }
        let named = match text {
            "noon" => Some((12, 0)),
            "midnight" => Some((23, 59)),
            _ => None,
        };
        let read = named.or_else(|| {
            let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == ':').collect();
            let (h, m) = digits.split_once(':').unwrap_or((&digits, "0"));
            let (h, m): (u32, u32) = (h.parse().ok()?, m.parse().ok()?);
            let half = text.get(digits.len()..).unwrap_or("").trim().to_lowercase();
            match half.chars().next() {
                Some('p') if (1..=12).contains(&h) => Some((h % 12 + 12, m)),
                Some('a') if (1..=12).contains(&h) => Some((h % 12, m)),
                Some(_) => None,
                None => Some((h, m)),
            }
        });
        match read.and_then(|(h, m)| NaiveTime::from_hms_opt(h, m, 0)) {
            Some(t) => (Some(Time::Clock(t)), false),
            None => {
                self.report(codes::dates::no_such_time(self.span(pair), text));
                (None, true)
            }
        }
    }
}

/// The last day that is written in full above, as `April 3, 2024` or `2024-04-03`.
fn day_above(text: &str) -> Option<NaiveDate> {
    let line = text.rsplit('\n').take(60);
    line.filter(|l| l.len() < 4000).find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let worded = words.windows(3).rev().find_map(|w| {
            let day = w[1].trim_end_matches(',').parse().ok()?;
            let year = w[2].get(..4)?.parse().ok()?;
            NaiveDate::from_ymd_opt(year, month_of(w[0])?, day)
        });
        worded.or_else(|| words.iter().rev().find_map(|w| w.trim_end_matches([',', ';', '.']).parse().ok()))
    })
}

/// The first year among `words`, as far as one looks round.
fn year_in<'t>(words: impl Iterator<Item = &'t str>) -> Option<i32> {
    let four = words.take(4000).filter(|w| w.len() == 4);
    four.filter(|w| w.starts_with("19") || w.starts_with("20")).find_map(|w| w.parse().ok())
}
