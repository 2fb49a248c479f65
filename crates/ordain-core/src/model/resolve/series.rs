//! What comes again: every how much, from when, until when.

use super::anchor::resolve_anchor;
use super::period::resolve_period;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::anchor::Anchor;
use crate::model::ir::due::Due;
use crate::model::ir::period::unit_word;
use crate::model::ir::series::{End, First, Series, days_in_words};
use ordain_base::diag::codes::ordered_time;
use ordain_base::words::{ordinal, weekday};
use ordain_syntax::ast::{self, Every, Point, Unit};

/// Resolves a series; `None` where a name in it resolves to nothing, which was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, series: &ast::Series) -> Option<Series> {
    if let Every::Length(l) = series.every
        && l.n == 0
    {
        words.out.push(ordered_time::every_zero(l.span, &format!("0 {}", unit_word(l))));
        return None;
    }
    let mut said = match series.every {
        Every::Length(l) if l.n == 1 => format!("every {}", unit_word(l)),
        Every::Length(l) => format!("every {} {}", l.n, unit_word(l)),
        Every::DayOfMonth(31) => "by the last day of each month".to_owned(),
        Every::DayOfMonth(n) => format!("by day {n} of each month"),
        Every::Weekday { day, nth: None } => format!("every {}", weekday(day)),
        Every::Weekday { day, nth: Some(n) } => {
            let nth = ["first", "second", "third", "fourth"].get(usize::from(n).saturating_sub(1)).unwrap_or(&"last");
            format!("on the {nth} {} of each month", weekday(day))
        }
        Every::DaysOfYear(days) => format!("by {} of each year", days_in_words(days)),
        Every::AfterEnd { of, length: None } => format!("by the end of each {}", of.word()),
        Every::AfterEnd { of, length: Some(l) } => {
            if l.n == 0 || l.unit == Unit::Hours {
                words.out.push(ordered_time::every_zero(l.span, &format!("{} {}", l.n, unit_word(l))));
                return None;
            }
            format!("within {} {} after the end of each {}", l.n, unit_word(l), of.word())
        }
        Every::BusinessDay(nth) => {
            let nth = nth.map_or_else(|| "last".to_owned(), |n| ordinal(u32::from(n)));
            format!("by the {nth} business day of each month")
        }
    };
    let first = match &series.first {
        ast::First::By(date) => {
            said = format!("first by {} and {said}", ordain_base::words::day(date.day));
            First::On(date.into())
        }
        ast::First::Within(length, from) => match resolve_period(words, *length, from, false, None)? {
            Due::Period(p) => {
                said = format!("first within {} {} after {} and {said}", length.n, unit_word(*length), p.words);
                First::Within(p)
            }
            _ => return None,
        },
        ast::First::After(point) => {
            let (anchor, text) = anchor_of_point(words, point)?;
            said = format!("{said} after {text}");
            First::After(anchor, text)
        }
        ast::First::Beginning(point) => {
            let (anchor, text) = anchor_of_point(words, point)?;
            said = format!("{said} beginning {text}");
            First::Beginning(anchor, text)
        }
        ast::First::Unstated => First::Entry,
    };
    let end = match &series.until {
        Some((point, inclusive)) => {
            let (anchor, text) = anchor_of_point(words, point)?;
            said = format!("{said} {} {text}", if *inclusive { "through" } else { "until" });
            End::At { anchor, words: text, inclusive: *inclusive }
        }
        None if series.further_order => {
            said.push_str(" until further order");
            End::FurtherOrder
        }
        None => End::Unstated,
    };
    Some(Series { words: said, every: series.every, first, end })
}

/// A day or an event, and its words.
fn anchor_of_point(words: &mut PhraseResolver<'_>, point: &Point) -> Option<(Anchor, String)> {
    Some(match point {
        Point::Date(d) => (Anchor::Day(d.day), ordain_base::words::day(d.day)),
        Point::Event(p) => (resolve_anchor(words, p)?, text_of(p)),
    })
}
