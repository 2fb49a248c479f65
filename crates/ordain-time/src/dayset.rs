//! A set of days as one bit a day, so that a roll asks no tree and no list.

use chrono::{Datelike, NaiveDate, Weekday};

/// Days of whole years, Saturdays and Sundays included from the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DaySet {
    /// Day number (from the Common Era) of the first bit.
    first: i32,
    len: u32,
    bits: Vec<u64>,
}

impl DaySet {
    /// The days of the weekend that pass, of the years `from..=to`; empty when the years are out of range.
    #[must_use]
    pub(super) fn weekends(from: i32, to: i32, closed: impl Fn(Weekday) -> bool) -> Self {
        let ends = NaiveDate::from_ymd_opt(from, 1, 1).zip(NaiveDate::from_ymd_opt(to, 12, 31));
        let Some((a, z)) = ends.filter(|(a, z)| a <= z) else { return Self { first: 0, len: 0, bits: Vec::new() } };
        let first = a.num_days_from_ce();
        let len = u32::try_from(z.num_days_from_ce() - first + 1).unwrap_or(0);
        let mut set = Self { first, len, bits: vec![0; (len as usize).div_ceil(64)] };
        // Day 1 of the Common Era was a Monday, so day numbers 6 and 7 mod 7 are the weekend.
        let saturday = first + (6 - first).rem_euclid(7);
        let (saturdays, sundays) = (closed(Weekday::Sat), closed(Weekday::Sun));
        // The Sunday before the first Saturday may be the first day.
        for day in (saturday - 7..first + len.cast_signed()).step_by(7) {
            if saturdays {
                set.insert(day);
            }
            if sundays {
                set.insert(day + 1);
            }
        }
        set
    }

    /// Adds a day by number; a day outside the years is left out.
    pub(super) fn insert(&mut self, day: i32) {
        if let Some(i) = self.index(day)
            && let Some(word) = self.bits.get_mut(i / 64)
        {
            *word |= 1 << (i % 64);
        }
    }

    /// Whether the day is in the set; `None` outside the years it covers.
    #[must_use]
    #[inline]
    pub(super) fn contains(&self, day: i32) -> Option<bool> {
        let i = self.index(day)?;
        self.bits.get(i / 64).map(|w| w >> (i % 64) & 1 == 1)
    }

    #[inline]
    fn index(&self, day: i32) -> Option<usize> {
        let i = u32::try_from(day.checked_sub(self.first)?).ok()?;
        (i < self.len).then_some(i as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_agree_with_chrono() {
        let set = DaySet::weekends(1999, 2001, |_| true);
        let mut d = NaiveDate::from_ymd_opt(1999, 1, 1).unwrap();
        while d.year() < 2002 {
            let weekend = d.weekday().num_days_from_monday() > 4;
            assert_eq!(set.contains(d.num_days_from_ce()), Some(weekend), "{d}");
            d = d.succ_opt().unwrap();
        }
        assert_eq!(set.contains(d.num_days_from_ce()), None);
    }
}
