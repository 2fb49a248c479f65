//! One line of a calendar file as a value.

use chrono::NaiveDate;

use super::file::ClerkClosed;
use super::section::Section;
use crate::holiday::{Closure, Holiday, Observance, Source, UnsettledWeekend};
use crate::holidays::Holidays;
use crate::place::Place;
use crate::rules::Added;
use crate::unit::Direction;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::calendar_file;
use ordain_base::source::{Span, Spanned};

/// A rule's place and, where it says so, why it is unsettled.
#[derive(Debug, Clone)]
pub(super) struct Tail {
    pub(super) rule: String,
    pub(super) unsettled: Option<String>,
    /// The rule is cited without its text: `rule "6(d)" unread`.
    pub(super) unread: bool,
}

#[derive(Debug)]
pub(super) enum Line {
    Calendar(Holidays),
    /// `adding to calendar federal`: its years are those of the calendar.
    Adding(Holidays),
    Rules {
        name: String,
        title: Option<String>,
        span: Span,
    },
    Courts(Span),
    InForce(Spanned<NaiveDate>),
    Gap {
        text: Spanned<String>,
        /// How many closed days may be missing, where the line says so.
        days: Option<u32>,
        since: Option<i32>,
        until: Option<i32>,
    },
    Source(Source, Span),
    Note(Span),
    Holiday(Holiday),
    Closure(Closure),
    Clerk(ClerkClosed),
    Observed(Observance),
    Weekend(UnsettledWeekend),
    State(Spanned<String>),
    /// `calendar pennsylvania and federal`.
    UsesCalendar(Spanned<String>, Option<String>),
    CitedAs(Spanned<String>),
    /// `called "california"`: another name of the rules.
    Called(Spanned<String>),
    Excluded(Tail, Span),
    Counted(Tail, Span),
    /// `counting begins on the next open day`.
    Begins(Tail, Span),
    Roll {
        of: Direction,
        side: Direction,
        of_filing: bool,
        tail: Tail,
        span: Span,
    },
    /// `after an event a last day of another act rolls from a Sunday alone`.
    OtherActs(Tail, Span),
    /// `a period before an event is of clear days`.
    ClearBefore(Tail, Span),
    /// `days from December 21 to January 7 are left out`.
    LeftOut {
        from: (u32, u32),
        to: (u32, u32),
        not_for_orders: bool,
        tail: Tail,
        span: Span,
    },
    /// Which periods are short, by their days; `None`: none is.
    Short {
        days: Option<std::ops::Range<u32>>,
        after_only: bool,
        tail: Tail,
        span: Span,
    },
    Hours(Tail, Span),
    Inaccessible(Tail, Span),
    Midnight(Tail, Span),
    StateForward {
        circuit: bool,
        tail: Tail,
        span: Span,
    },
    Service {
        by: Spanned<String>,
        before: bool,
        n: u32,
        court_days: bool,
        added: Added,
        tail: Tail,
        span: Span,
    },
    ServiceBefore(Tail, Span),
    NotForOrders(Tail, Span),
    Court(CourtLine),
    /// `counties of OH "Adams", "Allen"`.
    Places(Vec<Place>, Span),
    /// `each district has a bankruptcy court with rules frbp`.
    Bankruptcy {
        rules: Spanned<String>,
        span: Span,
    },
}

/// A line of the table of courts, its zones not yet looked up.
#[derive(Debug)]
pub(super) struct CourtLine {
    pub(super) short: String,
    pub(super) full: String,
    pub(super) state: String,
    pub(super) circuit: Option<String>,
    pub(super) zone: Spanned<String>,
    pub(super) also: Option<Spanned<String>>,
    pub(super) rules: Option<String>,
    pub(super) rules_not_known: bool,
    pub(super) known_of_rules: Option<String>,
    pub(super) statewide: bool,
    pub(super) calendar: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) span: Span,
}

impl Line {
    /// The section this line opens, if it is a heading.
    pub(super) const fn opens(&self) -> Option<Section> {
        match self {
            Self::Calendar(_) | Self::Adding(_) => Some(Section::Calendar),
            Self::Rules { .. } => Some(Section::Rules),
            Self::Courts(_) => Some(Section::Courts),
            _ => None,
        }
    }

    /// What it is, and a heading it may be under.
    pub(super) const fn home(&self) -> (&'static str, &'static str) {
        match self {
            Self::Holiday(_) => ("a holiday", "calendar california covers 2001 to 2060"),
            Self::Closure(_) => ("a closure", "calendar california covers 2001 to 2060"),
            Self::Observed(_) | Self::State(_) | Self::Weekend(_) => {
                ("a line of a calendar", "calendar california covers 2001 to 2060")
            }
            Self::Court(_) | Self::Places(..) | Self::Bankruptcy { .. } => ("a court", "courts"),
            Self::InForce(_) => ("a version", "rules frcp"),
            Self::Gap { .. } | Self::Source(..) | Self::Note(_) => {
                ("a note", "calendar california covers 2001 to 2060")
            }
            _ => ("a counting rule", "rules frcp"),
        }
    }

    pub(super) const fn span(&self) -> Span {
        match self {
            Self::Calendar(h) | Self::Adding(h) => h.span,
            Self::InForce(s) => s.span,
            Self::Gap { text: s, .. }
            | Self::State(s)
            | Self::UsesCalendar(s, _)
            | Self::CitedAs(s)
            | Self::Called(s) => s.span,
            Self::Holiday(h) => h.span,
            Self::Closure(c) => c.span,
            Self::Clerk(c) => c.closure.span,
            Self::Observed(o) => o.span,
            Self::Weekend(w) => w.span,
            Self::Court(c) => c.span,
            Self::Courts(span) | Self::Note(span) | Self::Source(_, span) | Self::Places(_, span) => *span,
            Self::Excluded(_, span)
            | Self::Counted(_, span)
            | Self::Begins(_, span)
            | Self::OtherActs(_, span)
            | Self::ClearBefore(_, span)
            | Self::LeftOut { span, .. }
            | Self::Hours(_, span)
            | Self::Inaccessible(_, span)
            | Self::Midnight(_, span)
            | Self::ServiceBefore(_, span)
            | Self::NotForOrders(_, span)
            | Self::Rules { span, .. }
            | Self::Roll { span, .. }
            | Self::Short { span, .. }
            | Self::StateForward { span, .. }
            | Self::Bankruptcy { span, .. }
            | Self::Service { span, .. } => *span,
        }
    }
}

/// A line that belongs under another heading.
pub(super) fn misplaced(line: &Line, diagnostics: &mut Vec<Diagnostic>) {
    let (what, heading) = line.home();
    diagnostics.push(calendar_file::no_heading(line.span(), what, heading));
}
