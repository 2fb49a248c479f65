//! The parts of a line that matter, picked by their rule.

use chrono::{NaiveDate, Weekday};
use pest::iterators::Pair;

use super::grammar::Rule;
use super::line::Tail;
use crate::holiday::{Closure, Force, Reading, Source};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::calendar_file;
use ordain_base::diag::codes::time as codes;
use ordain_base::source::{Span, Spanned};

/// The parts of a line that matter, picked by their rule.
pub(super) struct Parts<'i> {
    pub(super) pair: Pair<'i, Rule>,
    pub(super) base: u32,
}

pub(super) type Lowered<T> = Result<T, Box<Diagnostic>>;

impl<'i> Parts<'i> {
    fn span_of(&self, pair: &Pair<'_, Rule>) -> Span {
        let s = pair.as_span();
        let offset = |n: usize| self.base.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
        let trimmed = s.start() + s.as_str().trim_end().len();
        Span::new(offset(s.start()), offset(trimmed))
    }

    pub(super) fn span(&self) -> Span {
        self.span_of(&self.pair)
    }

    pub(super) fn all(&self, rule: Rule) -> impl Iterator<Item = Pair<'i, Rule>> + use<'i> {
        self.pair.clone().into_inner().filter(move |p| p.as_rule() == rule)
    }

    pub(super) fn one(&self, rule: Rule) -> Option<Self> {
        self.nth(rule, 0)
    }

    pub(super) fn has(&self, rule: Rule) -> bool {
        self.one(rule).is_some()
    }

    pub(super) fn nth(&self, rule: Rule, k: usize) -> Option<Self> {
        self.all(rule).nth(k).map(|pair| Parts { pair, base: self.base })
    }

    /// The `k`-th part of that rule as written; quotations without their marks.
    pub(super) fn text(&self, rule: Rule, k: usize) -> Spanned<String> {
        match self.all(rule).nth(k) {
            Some(p) => {
                let text = if rule == Rule::quoted { p.as_str().trim_matches('"') } else { p.as_str() };
                Spanned::new(text.to_owned(), self.span_of(&p))
            }
            None => Spanned::new(String::new(), self.span()),
        }
    }

    pub(super) fn quoted(&self, k: usize) -> String {
        self.text(Rule::quoted, k).value
    }

    pub(super) fn all_quoted(&self) -> Vec<String> {
        (0..self.all(Rule::quoted).count()).map(|k| self.quoted(k)).collect()
    }

    pub(super) fn number(&self) -> u32 {
        self.text(Rule::number, 0).value.parse().unwrap_or(0)
    }

    pub(super) fn year(&self, k: usize) -> i32 {
        self.text(Rule::year, k).value.parse().unwrap_or(0)
    }

    pub(super) fn date(&self) -> Lowered<NaiveDate> {
        self.nth_date(0)
    }

    /// Every date of a list, in order of time; a list that is not in order has a slip in it.
    pub(super) fn dates(&self) -> Lowered<Vec<NaiveDate>> {
        let dates = (0..self.all(Rule::date).count()).map(|k| self.nth_date(k)).collect::<Lowered<Vec<_>>>()?;
        if dates.is_sorted_by(|a, b| a < b) {
            return Ok(dates);
        }
        let what = "the days of a list go in order of time, each once";
        Err(Box::new(calendar_file::contradiction(self.span(), what, None)))
    }

    pub(super) fn nth_date(&self, k: usize) -> Lowered<NaiveDate> {
        let written = self.text(Rule::date, k);
        written.value.parse().map_err(|_| {
            let why = "no month has that day in that year";
            Box::new(codes::no_such_day(written.span, &written.value, why))
        })
    }

    pub(super) fn weekday(&self, k: usize) -> Weekday {
        self.text(Rule::weekday, k).value.parse().unwrap_or(Weekday::Mon)
    }

    pub(super) fn nested(&self, rule: Rule) -> Option<String> {
        self.one(rule).map(|p| p.quoted(0))
    }

    pub(super) fn tail(&self) -> Tail {
        let unread = self.one(Rule::place).is_some_and(|p| p.has(Rule::unread));
        Tail { rule: self.nested(Rule::place).unwrap_or_default(), unsettled: self.nested(Rule::unsettled), unread }
    }

    pub(super) fn source(&self) -> Lowered<Option<Source>> {
        self.one(Rule::source).map(|s| read_source(&s)).transpose()
    }

    /// Between which days; a year alone means its first day, or its last.
    pub(super) fn force(&self) -> Lowered<Force> {
        let day = |rule: Rule, month: u32, day: u32| -> Lowered<Option<NaiveDate>> {
            let Some(p) = self.one(rule) else { return Ok(None) };
            if p.has(Rule::date) {
                return p.date().map(Some);
            }
            Ok(NaiveDate::from_ymd_opt(p.year(0), month, day))
        };
        let force = Force { since: day(Rule::since, 1, 1)?, until: day(Rule::until, 12, 31)? };
        match (force.since, force.until) {
            (Some(since), Some(until)) if until < since => {
                let what = format!("it ends on {}, before it begins", codes::dated(until));
                Err(Box::new(calendar_file::contradiction(self.span(), &what, None)))
            }
            _ => Ok(force),
        }
    }

    pub(super) fn closure(&self, name: String) -> Lowered<Closure> {
        let from = self.date()?;
        let to = self.one(Rule::through).map_or(Ok(from), |p| p.date())?;
        if to < from {
            let what = format!("a closure ends on {}, before it begins", codes::dated(to));
            return Err(Box::new(calendar_file::contradiction(self.span(), &what, None)));
        }
        if to.signed_duration_since(from).num_days() > 365 {
            let what = "a closure is of at most a year";
            return Err(Box::new(calendar_file::contradiction(self.span(), what, None)));
        }
        Ok(Closure {
            name,
            from,
            to,
            unsettled: self.nested(Rule::unsettled),
            source: self.source()?,
            span: self.span(),
        })
    }
}

pub(super) fn month_day(d: &Parts<'_>) -> Lowered<(u32, u32)> {
    let (month, day) = (month(d), d.number());
    // A leap year has every day that any year has.
    if NaiveDate::from_ymd_opt(2024, month, day).is_none() {
        let written = d.pair.as_str().trim();
        return Err(Box::new(codes::no_such_day(d.span(), written, "that month never has it")));
    }
    Ok((month, day))
}

pub(super) fn read_source(p: &Parts<'_>) -> Lowered<Source> {
    let reading = match p.one(Rule::was_read) {
        Some(read) => Reading::Read(read.date()?, read.quoted(0)),
        None if p.has(Rule::unread) => Reading::Unread,
        None => Reading::Unsaid,
    };
    Ok(Source { cited: p.quoted(0), reading })
}

pub(super) fn month(p: &Parts<'_>) -> u32 {
    p.text(Rule::month, 0).value.parse::<chrono::Month>().map_or(1, |m| m.number_from_month())
}
