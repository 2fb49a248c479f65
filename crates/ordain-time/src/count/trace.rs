//! The trace of a count: a step a line, each with the rule that orders it.

use std::fmt::{Arguments, Write as _};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;

use super::job::Job;
use super::walk::Walk;
use crate::holidays::{Closed, ClosedDay};
use crate::rules::{Cited, LeftOut};
use crate::unit::Direction;
use ordain_base::diag::codes::count_notes;
use ordain_base::diag::codes::time::dated;
use ordain_base::diag::{Code, Diagnostic, plural};
use ordain_base::source::Span;

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// The event from which the period runs.
    Event,
    /// Counting begins on a later day than the next.
    Begin,
    /// The period itself is counted.
    Count,
    /// Days that the way of service adds.
    Service,
    /// The last day is open: nothing moves.
    LastDay,
    /// A closed last day moves to an open one.
    Roll,
    /// An inaccessible clerk's office moves a filing.
    Clerk,
    /// When the last day ends.
    End,
}

impl StepKind {
    /// The word in reports and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Begin => "begin",
            Self::Count => "count",
            Self::Service => "service",
            Self::LastDay => "last day",
            Self::Roll => "roll",
            Self::Clerk => "clerk's office",
            Self::End => "end of day",
        }
    }
}

/// One step: where it leads, by which rule, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the step does.
    pub kind: StepKind,
    /// The day to which it leads.
    pub date: NaiveDate,
    /// The clock time of the court, where the step has one.
    pub time: Option<NaiveTime>,
    /// The rule with its place, as `Fed. R. Civ. P. 6(a)(1)(C)`.
    pub rule: String,
    /// The reason in one sentence.
    pub why: String,
    /// Why the law behind this step is not settled.
    pub unsettled: Vec<String>,
}

/// What a step does, and the day to which it leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    kind: StepKind,
    pub(super) date: NaiveDate,
}

impl Step {
    pub(super) fn new(Place { kind, date }: Place, cited: &Cited, why: String) -> Self {
        Self { kind, date, time: None, rule: cited.rule.clone(), why, unsettled: Vec::new() }
    }

    pub(super) fn at(mut self, at: NaiveDateTime) -> Self {
        self.time = Some(at.time());
        self
    }

    pub(super) fn unsettled_by(mut self, closed: &[ClosedDay]) -> Self {
        for c in closed {
            if let Some(why) = &c.unsettled {
                self.unsettled.push(format!("{} on {}: {why}", c.name, dated(c.day)));
            }
        }
        self
    }

    /// Where only a holiday of the state closes a day that is passed over, the rule by which it does.
    pub(super) fn closed_by_state(mut self, job: &Job<'_>, closed: &[ClosedDay]) -> Self {
        let rule = job.rules.state_forward.as_ref();
        if let Some(rule) = rule.filter(|_| closed.iter().any(|c| job.calendar.closed_by_state(c.day))) {
            self.rule = format!("{}; {}", self.rule, rule.rule);
        }
        self
    }

    /// A closed last day that rolls into a recess.
    pub(super) fn unsettled_recess(mut self, recess: Option<&LeftOut>, open: NaiveDate) -> Self {
        let why = |l: &LeftOut| {
            format!(
                "{} leaves the recess out of a period, and does not say whether {}, an open day of it, ends one",
                l.cited.rule,
                dated(open)
            )
        };
        self.unsettled.extend(recess.map(why));
        self
    }

    pub(super) fn unsettled_rule(mut self, cited: &Cited) -> Self {
        self.unsettled.extend(cited.unsettled.iter().cloned());
        self
    }
}

/// What a reader must know beside the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The code under which it is explained.
    pub code: Code,
    /// One sentence for a reader.
    pub text: String,
}

impl Notice {
    /// The notice at the words of the period it is about.
    #[must_use]
    pub fn diagnostic(&self, span: Span) -> Diagnostic {
        Diagnostic::new(self.code, self.text.clone(), span, "this period")
    }
}

/// Takes the steps of a count, or drops them unmade.
pub(super) trait Record {
    /// A step to a day; `make` says why, where anybody asks.
    fn step(&mut self, kind: StepKind, date: NaiveDate, make: impl FnOnce(Place) -> Step);
    fn notice(&mut self, make: impl FnOnce() -> (Code, String));
}

/// A sentence of a step, in one piece of memory: few are longer.
pub(super) fn sentence(words: Arguments<'_>) -> String {
    let mut text = String::with_capacity(160);
    // A string takes whatever is written to it.
    let _ = text.write_fmt(words);
    text
}

/// Makes nothing: for the date alone.
pub(super) struct Silent;

impl Record for Silent {
    fn step(&mut self, _: StepKind, _: NaiveDate, _: impl FnOnce(Place) -> Step) {}
    fn notice(&mut self, _: impl FnOnce() -> (Code, String)) {}
}

#[derive(Default)]
pub(super) struct Trace {
    steps: Vec<Step>,
    notices: Vec<Notice>,
}

impl Record for Trace {
    fn step(&mut self, kind: StepKind, date: NaiveDate, make: impl FnOnce(Place) -> Step) {
        self.steps.push(make(Place { kind, date }));
    }

    fn notice(&mut self, make: impl FnOnce() -> (Code, String)) {
        let (code, text) = make();
        let notice = Notice { code, text };
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}

impl Trace {
    /// Why the law behind the steps so far is not settled, each reason once.
    pub(super) fn unsettled(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for why in self.steps.iter().flat_map(|s| &s.unsettled) {
            if !all.contains(why) {
                all.push(why.clone());
            }
        }
        all
    }

    /// The steps and notices, with those on unsettled law last.
    pub(super) fn finish(mut self, earliest: Option<NaiveDate>) -> (Vec<Step>, Vec<Notice>) {
        let reasons: Vec<String> = self.steps.iter().flat_map(|s| s.unsettled.clone()).collect();
        for why in reasons {
            self.notice(|| count_notes::unsettled(&why, earliest));
        }
        (self.steps, self.notices)
    }
}

/// The end of the last day: the last second in time, where the court's zone is known.
pub(super) fn end_of_day(job: &Job<'_>, due: NaiveDate, trace: &mut Trace) -> Option<DateTime<Tz>> {
    let cited = job.rules.midnight.as_ref()?;
    let zone = job.calendar.zone;
    trace.step(StepKind::End, due, |place| {
        let zone = zone.map_or_else(|| "the court's zone".to_owned(), |z| format!("{} (the court's zone)", z.name()));
        let why = sentence(format_args!(
            "an electronic filing is in time until midnight in {zone}, by other means until the clerk's office closes"
        ));
        Step::new(place, cited, why)
    });
    let other = job.calendar.court.as_ref().and_then(|c| Some((c.short.as_str(), c.also_zone?)));
    if let (Some((court, also)), Some(zone)) = (other, zone) {
        trace.notice(|| count_notes::two_zones(court, zone.name(), also.name()));
    }
    zone?.from_local_datetime(&due.and_hms_opt(23, 59, 59)?).latest()
}

/// The hour of the last day until which the act is in time, where the court's zone is known.
pub(super) fn at_hour(job: &Job<'_>, due: NaiveDate, time: NaiveTime, trace: &mut Trace) -> Option<DateTime<Tz>> {
    trace.step(StepKind::End, due, |place| {
        let why = format!("the act is in time until {} of that day", time.format("%H:%M"));
        Step::new(place, &job.rules.counted, why)
    });
    job.calendar.zone?.from_local_datetime(&due.and_time(time)).latest()
}

/// The closed days from `from` towards `to`, those two included where closed.
pub(super) fn closed_days_between(walk: &Walk<'_>, from: NaiveDate, to: NaiveDate, side: Direction) -> Vec<ClosedDay> {
    let mut out = Vec::new();
    let mut day = from;
    while day != to {
        if let Ok(Some(c)) = walk.calendar.closed(day, walk.direction) {
            out.push(c);
        }
        let next = match side {
            Direction::After => day.checked_add_days(Days::new(1)),
            Direction::Before => day.checked_sub_days(Days::new(1)),
        };
        let Some(next) = next else { break };
        day = next;
    }
    out
}

/// `Memorial Day (Mon 2018-05-28), 8 Saturdays and Sundays`: at most forty holidays by name.
pub(super) fn names_of_closed_days(closed: &[ClosedDay]) -> String {
    let weekends = closed.iter().filter(|c| matches!(c.kind, Closed::Weekend(_))).count();
    let others: Vec<String> =
        closed.iter().filter(|c| !matches!(c.kind, Closed::Weekend(_))).map(|c| name_of_closed_day(c, true)).collect();
    let more = others.len().saturating_sub(40);
    let mut parts: Vec<String> = others.into_iter().take(40).collect();
    if more > 0 {
        parts.push(format!("{more} more holidays"));
    }
    if weekends > 0 {
        let days = plural(i64::try_from(weekends).unwrap_or(i64::MAX), "day");
        parts.push(format!("{days} of Saturdays and Sundays"));
    }
    parts.join(", ")
}

/// `Sat 2024-05-25 is a Saturday, Mon 2024-05-27 is Memorial Day`; of a day that only the state
/// closes, with the law that closes it, for it is no holiday of the rules.
pub(super) fn on_dates(job: &Job<'_>, closed: &[ClosedDay]) -> String {
    let law = |c: &ClosedDay| match &c.source {
        Some(source) if job.calendar.closed_by_state(c.day) => format!(", a holiday of the court's state ({source})"),
        None if job.calendar.closed_by_state(c.day) => ", a holiday of the court's state".to_owned(),
        _ => String::new(),
    };
    let parts: Vec<String> =
        closed.iter().map(|c| format!("{} is {}{}", dated(c.day), name_of_closed_day(c, false), law(c))).collect();
    parts.join(", ")
}

fn name_of_closed_day(c: &ClosedDay, with_date: bool) -> String {
    let date = if with_date { format!(" ({})", dated(c.day)) } else { String::new() };
    match c.kind {
        Closed::Weekend(_) => format!("a {}{date}", c.name),
        Closed::Observed(of) => format!("{} (of {}) as observed{date}", c.name, dated(of)),
        Closed::Closure => format!("closed for {}{date}", c.name),
        Closed::Holiday | Closed::Clerk => format!("{}{date}", c.name),
    }
}
