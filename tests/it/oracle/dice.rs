//! What every family of generated matters draws from.

use chrono::{Days, NaiveDate};

/// Day 0 is Tuesday, April 2, 2024, after a holiday of the court's state; the
/// next is on day 55, and no period ends there.
pub fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 4, 2).and_then(|d| d.checked_add_days(Days::new(n))).expect("a day of the test")
}

/// Numbers that are the same on every machine (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(number: u64) -> Self {
        Self(number.wrapping_mul(0x2545_f491_4f6c_dd1d))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `low` up to and including `high`.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    pub fn index(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).expect("a small number")
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}
