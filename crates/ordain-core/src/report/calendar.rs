//! The days of a matter: what falls due on them, and its hearings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Report;
use crate::verdict::{Kind, Limit, Listed, ListedKind, ListedState, Modality, Part, Step, Verdict};
use ordain_base::source::Span;
use ordain_base::words::join_parts;

/// What a day is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayKind {
    /// A duty falls due.
    Duty,
    /// The last day to do what is permitted.
    Permission,
    /// What is done after it is out of time.
    CutOff,
    /// A hearing.
    Hearing,
}

impl DayKind {
    /// Its word in a report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Permission => "permission",
            Self::CutOff => "cut-off",
            Self::Hearing => "hearing",
        }
    }
}

/// Whether somebody still has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayState {
    /// It is to come, and nothing is done yet.
    Open,
    /// Whether it is done is not known.
    Doubtful,
    /// The day has passed, and it was not done in time.
    Missed,
    /// It was done in time, it was held, or its time is over.
    Past,
    /// An order stayed it or took it away.
    CalledOff,
}

impl DayState {
    /// Its word in a report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doubtful => "undetermined",
            Self::Missed => "missed",
            Self::Past => "past",
            Self::CalledOff => "called off",
        }
    }

    const fn of_verdict(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Pending | Kind::Available => Some(Self::Open),
            Kind::Undetermined => Some(Self::Doubtful),
            Kind::Breached | Kind::Late => Some(Self::Missed),
            Kind::Met | Kind::Used | Kind::Expired => Some(Self::Past),
            Kind::Stayed | Kind::Lifted => Some(Self::CalledOff),
            // A prohibition falls due on no day, and of what waits the day is not known.
            Kind::Kept | Kind::Waiting => None,
        }
    }
}

/// One day of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarDay {
    /// `MTC ¶ 1`, or the name of the hearing.
    pub id: String,
    /// The parts of the paragraph that it is about; none where it is about the whole.
    pub parts: String,
    /// What tells it from every other day of the matter, and stays when the day moves.
    pub key: String,
    /// What it is for.
    pub kind: DayKind,
    /// Who has to act; empty of a hearing, and where nobody is named.
    pub bearer: Vec<String>,
    /// `Defendants must complete CAR categories 1-5`; of a hearing how it stands.
    pub text: String,
    /// The last moment in time, in the court's zone.
    pub on: Limit,
    /// An earlier moment that is safe under every reading, where the law or the record leaves more than one.
    pub safe: Option<Limit>,
    /// Why it is not certain, in words.
    pub doubt: Option<String>,
    /// Whether somebody still has to act.
    pub state: DayState,
    /// How the day was counted.
    pub trace: Vec<Step>,
    /// The papers it is written in.
    pub sources: Vec<String>,
    /// Its words.
    pub span: Span,
}

impl CalendarDay {
    /// The day by which somebody acts in time under every reading.
    #[must_use]
    pub fn first(&self) -> NaiveDate {
        self.safe.unwrap_or(self.on).day
    }

    /// True if it is still to come on `day`, or falls on it.
    #[must_use]
    pub fn is_ahead(&self, day: NaiveDate) -> bool {
        matches!(self.state, DayState::Open | DayState::Doubtful) && self.on.day >= day
    }
}

impl Report {
    /// The days of the view that decides, in the order of the calendar.
    #[must_use]
    pub fn days(&self) -> Vec<CalendarDay> {
        let mut days: Vec<CalendarDay> = self.verdicts().iter().flat_map(days_of_paragraph).collect();
        days.extend(self.shown.iter().filter_map(day_of_hearing));
        days.sort_by(|a, b| (a.on, &a.key).cmp(&(b.on, &b.key)));
        days
    }
}

/// One day for each on which a part of the paragraph falls due.
fn days_of_paragraph(whole: &Verdict) -> Vec<CalendarDay> {
    let kind = match whole.modality {
        Modality::Must => DayKind::Duty,
        Modality::May => DayKind::Permission,
        Modality::CutOff => DayKind::CutOff,
        Modality::MustNot => return Vec::new(),
    };
    let mut leaves = Vec::new();
    collect_leaves(whole, &mut leaves);
    let mut groups: BTreeMap<Limit, Vec<&Verdict>> = BTreeMap::new();
    for (due, leaf) in leaves.iter().copied().filter_map(|l| Some((l.due.as_ref()?, l))) {
        groups.entry(Limit { day: due.day, time: due.time }).or_default().push(leaf);
    }
    let all = leaves.len();
    groups.iter().filter_map(|(on, parts)| day_of_parts(whole, kind, *on, parts, all)).collect()
}

/// The day of parts that fall due together; `all` is how many parts the paragraph has.
fn day_of_parts(whole: &Verdict, kind: DayKind, on: Limit, parts: &[&Verdict], all: usize) -> Option<CalendarDay> {
    let first = parts.first()?;
    let due = first.due.as_ref()?;
    // What is left to do speaks for all.
    let state = parts.iter().filter_map(|p| DayState::of_verdict(p.kind)).min()?;
    let open: Vec<&Verdict> = parts.iter().copied().filter(|p| DayState::of_verdict(p.kind) == Some(state)).collect();
    let names: Vec<String> = open.iter().map(|p| p.part_words()).filter(|p| !p.is_empty()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let safe = [due.earliest_safe.map(Limit::end_of), Some(due.first())].into_iter().flatten().min();
    let bound: BTreeSet<&String> = open.iter().flat_map(|p| &p.bearer).collect();
    let again = first.part.iter().any(|p| matches!(p, Part::Instance { .. } | Part::Occurrence(_)));
    let is_first = whole.parts.is_empty() || first_leaf(whole).id == first.id;
    Some(CalendarDay {
        id: whole.id.clone(),
        parts: if open.len() < all { join_parts(&names) } else { String::new() },
        key: if is_first && !again { whole.id.clone() } else { first.id.clone() },
        kind,
        bearer: whole.bearer.iter().filter(|b| bound.contains(b)).cloned().collect(),
        text: whole.ordered.clone(),
        on,
        safe: safe.filter(|s| *s < on),
        doubt: due.doubt.as_ref().map(|d| d.why.clone()),
        state,
        trace: due.trace.clone(),
        sources: whole.sources.clone(),
        span: first.due_span.or(whole.due_span).unwrap_or(whole.span),
    })
}

fn day_of_hearing(listed: &Listed) -> Option<CalendarDay> {
    let state = match listed.state? {
        ListedState::Set => DayState::Open,
        ListedState::NotSettled => DayState::Doubtful,
        ListedState::Held => DayState::Past,
        _ => DayState::CalledOff,
    };
    Some(CalendarDay {
        id: listed.id.clone(),
        parts: String::new(),
        key: format!("hearing {}", listed.id),
        kind: DayKind::Hearing,
        bearer: Vec::new(),
        text: listed.text.clone(),
        on: listed.on.filter(|_| listed.kind == ListedKind::Hearing)?,
        safe: None,
        doubt: None,
        state,
        trace: Vec::new(),
        sources: listed.sources.clone(),
        span: listed.span,
    })
}

/// The parts that have no parts.
fn collect_leaves<'v>(verdict: &'v Verdict, out: &mut Vec<&'v Verdict>) {
    if verdict.parts.is_empty() {
        out.push(verdict);
    }
    verdict.parts.iter().for_each(|p| collect_leaves(p, out));
}

fn first_leaf(verdict: &Verdict) -> &Verdict {
    verdict.parts.first().map_or(verdict, first_leaf)
}
