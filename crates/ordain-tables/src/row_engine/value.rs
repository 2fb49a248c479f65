//! From the bytes of a value to one number, or why not. A column has one
//! spelling: what is written otherwise is a flaw, and never silently something.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono_tz::Tz;
use hashbrown::HashTable;

use super::date::{self, Day, Order, Read};
use super::flaw::FlawKind;
use super::key;
use super::plan::Kind;
use crate::values::is_rounded;

/// The value of a number that is not there.
pub const NO_NUMBER: i64 = i64::MIN;

/// The spellings of yes and no. A column has one of them.
pub const SPELLINGS: [(&str, &str); 12] = [
    ("true", "false"),
    ("TRUE", "FALSE"),
    ("True", "False"),
    ("yes", "no"),
    ("Yes", "No"),
    ("YES", "NO"),
    ("Y", "N"),
    ("y", "n"),
    ("T", "F"),
    ("t", "f"),
    ("1", "0"),
    ("X", ""),
];

/// How a column is taken to be written. What it is assumed to be at first is
/// held against all of it at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Days(Order),
    /// The place of a pair in [`SPELLINGS`].
    Flags(usize),
    /// Nothing can be taken otherwise.
    Fixed,
}

impl Form {
    /// For people; empty where nothing is open.
    pub fn words(self) -> String {
        match self {
            Self::Days(Order::YearMonthDay) => "year-month-day".to_owned(),
            Self::Days(Order::MonthDayYear) => "month/day/year".to_owned(),
            Self::Days(Order::DayMonthYear) => "day/month/year".to_owned(),
            Self::Flags(i) => match SPELLINGS.get(i) {
                Some((yes, "")) => format!("`{yes}` or nothing"),
                Some((yes, no)) => format!("`{yes}` or `{no}`"),
                None => String::new(),
            },
            Self::Fixed => String::new(),
        }
    }
}

/// How often a column is written in which way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenForms {
    /// Year first, or the month in letters.
    pub plain: u64,
    /// Figures that can only be month first, only day first, or either.
    pub month_first: u64,
    pub day_first: u64,
    pub either: u64,
    pub flags: [u64; SPELLINGS.len()],
}

impl WrittenForms {
    pub fn add(&mut self, other: &Self) {
        self.plain += other.plain;
        self.month_first += other.month_first;
        self.day_first += other.day_first;
        self.either += other.either;
        self.flags.iter_mut().zip(other.flags).for_each(|(a, b)| *a += b);
    }

    /// What most of the column is; an error where the order of a date's figures is not proved.
    pub fn form(&self, kind: &Kind) -> Result<Form, Unproved> {
        match kind {
            Kind::Date(Some(order)) => Ok(Form::Days(*order)),
            Kind::Date(None) => {
                let figures = self.month_first + self.day_first + self.either;
                if self.plain >= figures {
                    return Ok(Form::Days(Order::YearMonthDay));
                }
                match (self.month_first, self.day_first) {
                    (1.., 0) => Ok(Form::Days(Order::MonthDayYear)),
                    (0, 1..) => Ok(Form::Days(Order::DayMonthYear)),
                    (0, 0) => Err(Unproved::Either),
                    (1.., 1..) => Err(Unproved::Both),
                }
            }
            Kind::Flag => {
                // Of two as frequent, the first of the list.
                let best = (0..SPELLINGS.len()).rev().max_by_key(|&i| self.flags.get(i)).unwrap_or(0);
                Ok(Form::Flags(best))
            }
            _ => Ok(Form::Fixed),
        }
    }
}

/// Why the order of a column's dates is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproved {
    /// No day is above 12.
    Either,
    /// Some can only be month first, others only day first.
    Both,
}

/// Reads the values of one column.
#[derive(Debug, Clone)]
pub struct Reader {
    kind: Kind,
    pub form: Form,
    pub seen: WrittenForms,
    pub labels: Labels,
    yes: u64,
    no: u64,
    /// That of the court.
    zone: Option<Tz>,
}

impl Reader {
    pub fn new(kind: &Kind, form: Form, zone: Option<Tz>) -> Self {
        let (yes, no) = match form {
            Form::Flags(i) => {
                SPELLINGS.get(i).map_or((0, 0), |(y, n)| (small_number(y.as_bytes()), small_number(n.as_bytes())))
            }
            _ => (0, 0),
        };
        Self { kind: kind.clone(), form, seen: WrittenForms::default(), labels: Labels::new(kind), yes, no, zone }
    }

    /// One number for the value: that of a day, a flag, a label or a number;
    /// 0 for names and text, which are compared as written.
    #[inline]
    pub fn read(&mut self, bytes: &[u8], utf8: bool) -> Result<u64, FlawKind> {
        match self.kind {
            Kind::Date(_) => self.day(bytes).map(|d| u64::from(d.0)),
            Kind::Flag => self.flag(bytes),
            Kind::YesWhere(ref yes) => meaning_given(yes, key::trimmed(bytes)),
            Kind::Label(_) => {
                if !utf8 {
                    check_text(bytes)?;
                }
                self.labels.code(bytes).map(u64::from)
            }
            Kind::Number => read_whole_number(bytes).map(i64::cast_unsigned),
            Kind::Key => {
                if !utf8 {
                    check_text(bytes)?;
                }
                match key::trimmed(bytes) {
                    [] => Err(FlawKind::NoName),
                    [.., b'+', _, _] if is_rounded(bytes) => Err(FlawKind::Rounded),
                    _ => Ok(0),
                }
            }
            Kind::Text => {
                if !utf8 {
                    check_text(bytes)?;
                }
                Ok(0)
            }
        }
    }

    #[inline]
    fn day(&mut self, bytes: &[u8]) -> Result<Day, FlawKind> {
        if bytes.is_empty() {
            return Ok(Day::NONE);
        }
        match date::day_of_iso(bytes) {
            Some(day) if self.form == Form::Days(Order::YearMonthDay) => {
                self.seen.plain += 1;
                Ok(day)
            }
            _ => self.other_day(bytes),
        }
    }

    #[cold]
    fn other_day(&mut self, bytes: &[u8]) -> Result<Day, FlawKind> {
        if bytes.trim_ascii().is_empty() {
            return Ok(Day::NONE);
        }
        match (date::read_day(bytes, self.zone), self.form) {
            // The year first, or the month in letters: it cannot be misread.
            (Read::Plain(day), _) => {
                self.seen.plain += 1;
                Ok(day)
            }
            (Read::Figures { month_first, day_first }, form) => {
                match (month_first, day_first) {
                    (Some(_), None) => self.seen.month_first += 1,
                    (None, Some(_)) => self.seen.day_first += 1,
                    _ => self.seen.either += 1,
                }
                match form {
                    Form::Days(Order::MonthDayYear) => month_first.ok_or(FlawKind::ImpossibleDay),
                    Form::Days(Order::DayMonthYear) => day_first.ok_or(FlawKind::ImpossibleDay),
                    _ => Err(FlawKind::OtherOrder),
                }
            }
            (Read::Impossible, _) => Err(FlawKind::ImpossibleDay),
            (Read::NoZone, _) => Err(FlawKind::NoZone),
            (Read::No, _) => Err(FlawKind::NotADay),
        }
    }

    #[inline]
    fn flag(&mut self, bytes: &[u8]) -> Result<u64, FlawKind> {
        let value = small_number(bytes);
        if value == self.yes || value == self.no {
            if let Form::Flags(i) = self.form
                && let Some(seen) = self.seen.flags.get_mut(i)
            {
                *seen += 1;
            }
            return Ok(u64::from(value == self.yes));
        }
        Err(self.other_flag(bytes))
    }

    #[cold]
    fn other_flag(&mut self, bytes: &[u8]) -> FlawKind {
        if bytes.is_empty() {
            // An empty cell counts for no spelling, lest a column with gaps be taken for one of marks.
            return FlawKind::NoFlag;
        }
        let of = SPELLINGS.iter().position(|(y, n)| y.as_bytes() == bytes || n.as_bytes() == bytes);
        match of.and_then(|i| self.seen.flags.get_mut(i)) {
            Some(seen) => {
                *seen += 1;
                FlawKind::OtherSpelling
            }
            None => FlawKind::NotAFlag,
        }
    }
}

fn check_text(bytes: &[u8]) -> Result<(), FlawKind> {
    std::str::from_utf8(bytes).map(|_| ()).map_err(|_| FlawKind::NotUtf8)
}

/// What a cell says by the meaning that is given; what differs from it in letter case alone says neither.
fn meaning_given(yes: &[String], value: &[u8]) -> Result<u64, FlawKind> {
    if yes.iter().any(|y| y.trim().as_bytes() == value) {
        return Ok(1);
    }
    let nearly = yes.iter().any(|y| y.trim().as_bytes().eq_ignore_ascii_case(value));
    if nearly { Err(FlawKind::OtherSpelling) } else { Ok(0) }
}

/// A whole number, with or without commas between thousands; nothing for an empty cell.
fn read_whole_number(bytes: &[u8]) -> Result<i64, FlawKind> {
    let bytes = bytes.trim_ascii();
    if bytes.is_empty() {
        return Ok(NO_NUMBER);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FlawKind::NotANumber)?;
    let grouped =
        || text.split(',').skip(1).all(|g| g.len() == 3) && text.find(',').is_some_and(|at| (1..=3).contains(&at));
    let digits: Cow<'_, str> = if text.contains(',') && grouped() { text.replace(',', "").into() } else { text.into() };
    let all = digits.bytes().all(|b| b.is_ascii_digit());
    if all { digits.parse().map_err(|_| FlawKind::NotANumber) } else { Err(FlawKind::NotANumber) }
}

/// Up to seven bytes in one number, exactly; longer values share what no short one has.
#[inline]
fn small_number(bytes: &[u8]) -> u64 {
    let n = bytes.len();
    if n > 7 {
        return u64::MAX;
    }
    let mut all = [0; 8];
    if let Some(head) = all.get_mut(..n) {
        head.copy_from_slice(bytes);
    }
    u64::from_le_bytes(all) | (n as u64) << 56
}

/// The few values of a column, each with a number.
#[derive(Debug, Clone)]
pub struct Labels {
    names: Vec<Vec<u8>>,
    codes: HashTable<u32>,
    /// The last value of each of a few places: nearly every look-up ends here.
    quick: [(u64, u32); 64],
    known: Option<Vec<String>>,
    /// There were more values than have numbers.
    exceeded: bool,
}

/// More values than this are not told apart: nothing is counted by so many.
pub const MANY_LABELS: u32 = 1 << 16;

impl Labels {
    fn new(kind: &Kind) -> Self {
        let known = if let Kind::Label(known) = kind { known.clone() } else { None };
        Self { names: Vec::new(), codes: HashTable::new(), quick: [(u64::MAX, 0); 64], known, exceeded: false }
    }

    /// The number of a value; [`MANY_LABELS`] of each beyond those that have one of their own.
    #[inline]
    pub fn code(&mut self, bytes: &[u8]) -> Result<u32, FlawKind> {
        let small = small_number(bytes);
        let place = (small.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as usize;
        if let Some((value, code)) = self.quick.get(place)
            && *value == small
            && small != u64::MAX
        {
            return Ok(*code);
        }
        let code = self.look_up(bytes)?;
        if let Some(slot) = self.quick.get_mut(place) {
            *slot = (small, code);
        }
        Ok(code)
    }

    fn look_up(&mut self, bytes: &[u8]) -> Result<u32, FlawKind> {
        let bytes = key::trimmed(bytes);
        let names = &self.names;
        let is = |c: &u32| names.get(*c as usize).is_some_and(|n| n == bytes);
        if let Some(code) = self.codes.find(key::hash(bytes), is) {
            return Ok(*code);
        }
        if self.known.as_ref().is_some_and(|known| !known.iter().any(|k| k.as_bytes() == bytes)) {
            return Err(FlawKind::NotAmong);
        }
        let code = u32::try_from(self.names.len()).unwrap_or(MANY_LABELS);
        if code >= MANY_LABELS {
            self.exceeded = true;
            return Ok(MANY_LABELS);
        }
        self.names.push(bytes.to_vec());
        let names = &self.names;
        self.codes.insert_unique(key::hash(bytes), code, |c| names.get(*c as usize).map_or(0, |n| key::hash(n)));
        Ok(code)
    }

    /// Whether the values that several threads saw are more than can be told apart. It is the same whichever thread saw what.
    pub fn are_too_many<'l>(all: impl Iterator<Item = &'l Self> + Clone) -> bool {
        let exceeded = all.clone().any(|own| own.exceeded);
        let most = MANY_LABELS as usize;
        let sum = all.clone().map(|own| own.names.len()).sum::<usize>();
        exceeded || sum > most && all.flat_map(|own| &own.names).collect::<HashSet<_>>().len() > most
    }

    /// The value with this number.
    pub fn name(&self, code: u32) -> &[u8] {
        self.names.get(code as usize).map_or(&[], Vec::as_slice)
    }
}

/// Counts how a column's values are written, before it is known how to read them.
pub fn survey_value(kind: &Kind, seen: &mut WrittenForms, bytes: &[u8]) {
    match kind {
        Kind::Date(None) => match date::read_day(bytes, Some(Tz::UTC)) {
            date::Read::Plain(_) => seen.plain += 1,
            date::Read::Figures { month_first: Some(_), day_first: None } => seen.month_first += 1,
            date::Read::Figures { month_first: None, day_first: Some(_) } => seen.day_first += 1,
            date::Read::Figures { .. } => seen.either += 1,
            _ => {}
        },
        Kind::Flag => {
            let of = SPELLINGS.iter().position(|(y, n)| [y.as_bytes(), n.as_bytes()].contains(&bytes));
            if let Some(slot) = of.filter(|_| !bytes.is_empty()).and_then(|i| seen.flags.get_mut(i)) {
                *slot += 1;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days in figures are counted together, whichever order they can have: more of them than of plain days, and the order
    /// must be proved.
    #[test]
    fn days_in_figures_are_counted_together() {
        let seen = WrittenForms { plain: 2, month_first: 1, day_first: 1, either: 1, ..WrittenForms::default() };
        assert_eq!(seen.form(&Kind::Date(None)), Err(Unproved::Both));
        let fewer = WrittenForms { plain: 3, ..seen };
        assert_eq!(fewer.form(&Kind::Date(None)), Ok(Form::Days(Order::YearMonthDay)));
    }
}
