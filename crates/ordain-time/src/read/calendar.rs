//! The lines under `calendar … covers … to …`.

use super::file::Read;
use super::line::{Line, misplaced};
use crate::gap::Gap;
use crate::holiday::Source;
use crate::holidays::Holidays;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::calendar_file;
use ordain_base::source::Span;

/// A calendar being read.
pub(super) struct Draft {
    c: Holidays,
    /// It adds to a calendar of another file.
    adds: bool,
}

impl Draft {
    pub(super) const fn open(c: Holidays, adds: bool) -> Self {
        Self { c, adds }
    }
}

pub(super) fn add(draft: Option<&mut Draft>, line: Line, diagnostics: &mut Vec<Diagnostic>) {
    let Some(Draft { c, .. }) = draft else { return };
    match line {
        Line::Holiday(h) => {
            let twin = c.holidays.iter().find(|o| o.name.eq_ignore_ascii_case(&h.name) && o.overlaps(&h));
            let falls = h.falls_within(c.from, c.to);
            match twin {
                Some(o) => diagnostics.push(calendar_file::two_holidays(h.span, &h.name, Some(o.span))),
                None if !falls => diagnostics.push(calendar_file::never_falls(h.span, &h.name, c.from, c.to)),
                None => c.holidays.push(h),
            }
        }
        Line::Observed(o) => {
            match c.observances.iter().find(|p| p.moves.of == o.moves.of && p.force.overlaps(&o.force)) {
                Some(first) => {
                    let what = format!("a holiday on a {} is moved twice", weekend_day_name(o.moves.of));
                    diagnostics.push(calendar_file::contradiction(o.span, &what, Some(first.span)));
                }
                None => c.observances.push(o),
            }
        }
        Line::Weekend(w) => c.weekends.push(w),
        Line::Closure(o) => {
            use chrono::Datelike;
            let inside = c.covers(o.from.year()) && c.covers(o.to.year());
            if !inside {
                diagnostics.push(calendar_file::outside_cover(o.span, &o.name, c.from, c.to));
            } else {
                c.closures.push(o);
            }
        }
        Line::State(s) => match &c.state {
            Some(first) if *first != s.value => {
                let what = format!("a calendar is of one state: `{first}` or `{}`", s.value);
                diagnostics.push(calendar_file::contradiction(s.span, &what, None));
            }
            _ => c.state = Some(s.value),
        },
        // A calendar that leaves something out may leave out a closed day.
        Line::Gap { text, days, since, until } => {
            c.gaps.push(Gap { text: text.value, days: days.unwrap_or(1), since, until });
        }
        Line::Source(s, _) => c.sources.push(s),
        Line::Note(_) => {}
        other => misplaced(&other, diagnostics),
    }
}

/// Ends a calendar; a file has one of a name.
pub(super) fn close(draft: Option<Draft>, out: &mut Read) {
    let Some(Draft { mut c, adds }) = draft else { return };
    // A law that nobody read may declare days that the file does not name.
    let unread: Vec<String> = c.sources.iter().filter_map(Source::doubt).collect();
    c.gaps.extend(unread.into_iter().map(|why| Gap::of_one_day(format!("{why}: it may close another day"))));
    if adds {
        out.additions.push(c);
        return;
    }
    match out.calendars.iter().find(|o| o.name == c.name) {
        Some(first) => out.diagnostics.push(named_twice(c.span, &c.name, first.span)),
        None => out.calendars.push(c),
    }
}

fn named_twice(span: Span, name: &str, first: Span) -> Diagnostic {
    calendar_file::contradiction(span, &format!("two calendars are named `{name}`"), Some(first))
}

fn weekend_day_name(day: chrono::Weekday) -> &'static str {
    if day == chrono::Weekday::Sat { "Saturday" } else { "Sunday" }
}
