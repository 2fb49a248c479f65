//! A text, read: its words, its dates, and the days on which its orders were made.

use std::collections::HashSet;
use std::ops::{Deref, Range};

use chrono::NaiveDate;

use crate::dates::{self, Date};
use crate::own_days;
use crate::words::Words;

/// A text, read. Its words are asked for as those of [`Words`].
pub struct Reading<'t> {
    words: Words<'t>,
    /// The dates of the text, in order.
    pub dates: Vec<Date>,
    /// The days on which each order of the text says that it was made, with their dates.
    own: Vec<Vec<usize>>,
    /// The latest of those.
    made: Vec<Option<usize>>,
    /// The first date of each sentence, or after it.
    first_date: Vec<usize>,
    /// Every day that an order names.
    named_days: HashSet<(u32, NaiveDate)>,
}

impl<'t> Deref for Reading<'t> {
    type Target = Words<'t>;

    fn deref(&self) -> &Words<'t> {
        &self.words
    }
}

impl<'t> Reading<'t> {
    /// Reads a text in one pass after another, each linear in its length.
    /// `base` is where the text begins in the global offset space.
    pub fn new(text: &'t str, base: u32) -> Self {
        let words = Words::new(text, base);
        let dates = dates::find(&words);
        let own = own_days::of_units(&words, &dates);
        let latest = |ids: &Vec<usize>| ids.iter().copied().max_by_key(|i| dates.get(*i).and_then(|d| d.day));
        let made = own.iter().map(latest).collect();
        let named_days = dates.iter().filter_map(|d| Some((words.unit(d.start), d.day?))).collect();
        let first_date = words.sentences.iter().map(|s| dates.partition_point(|d| d.start < s.start)).collect();
        Self { words, dates, own, made, first_date, named_days }
    }

    /// The dates of a sentence.
    pub fn dates_in(&self, sentence: &Range<usize>) -> &[Date] {
        let id = self.tokens.get(sentence.start).map_or(0, |t| t.sentence as usize);
        let from = self.first_date.get(id).copied().unwrap_or(0);
        let to = self.first_date.get(id + 1).copied().unwrap_or(self.dates.len());
        self.dates.get(from..to).unwrap_or(&[])
    }

    /// The dates on which the order of this token was made, signed or entered.
    pub fn own_dates(&self, unit: u32) -> impl Iterator<Item = (&Date, NaiveDate)> {
        let ids = self.own.get(unit as usize).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|&i| self.dates.get(i)).filter_map(|d| Some((d, d.day?)))
    }

    /// The latest of them.
    pub fn made(&self, unit: u32) -> Option<(&Date, NaiveDate)> {
        let date = self.dates.get((*self.made.get(unit as usize)?)?)?;
        Some((date, date.day?))
    }

    /// True where an order names this day somewhere.
    pub fn names_day(&self, unit: u32, day: NaiveDate) -> bool {
        self.named_days.contains(&(unit, day))
    }
}
