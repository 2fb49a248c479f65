//! When a duty falls due, and how sure that is.

use chrono::{NaiveDate, NaiveTime};

/// When a duty falls due, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day on which performance is in time, in the court's zone.
    pub day: NaiveDate,
    /// The clock time on that day, where the order gives one (`17:00`).
    pub time: Option<NaiveTime>,
    /// Where the law is unsettled: the earlier day that is safe under every reading.
    pub earliest_safe: Option<NaiveDate>,
    /// Between which moments the end lies, where it is not certain.
    pub doubt: Option<Doubt>,
    /// How a counted date was reached, a step a line, each with its rule.
    pub trace: Vec<Step>,
}

/// The end of a day, or an hour of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The day, in the court's zone.
    pub day: NaiveDate,
    /// The hour; the end of the day where `None`.
    pub time: Option<NaiveTime>,
}

/// Why a due time is not certain, and how far it may move: nobody is late before the last
/// moment, and whoever acts by the first is in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// An act by then is in time under every reading.
    pub first: Limit,
    /// An act after that is late under every reading.
    pub last: Limit,
    /// An act of the first day whose hour nobody states is taken to be in time: the hour is the
    /// reader's, and not the order's.
    pub hour_is_a_reading: bool,
    /// One sentence, lower case, no period: what is not known.
    pub why: String,
    /// What would decide it, as a line to paste or words to say.
    pub settled_by: String,
}

/// One step of counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the step is: `event`, `period`, `roll`.
    pub step: String,
    /// The day that it comes to.
    pub date: NaiveDate,
    /// `Fed. R. Civ. P. 6(a)(1)(C)`.
    pub rule: String,
    /// In words.
    pub why: String,
    /// Of the event from which the time runs, what it is and the paper that shows it: `service: Dkt. 12`.
    pub origin: Option<String>,
}

impl Limit {
    /// The end of the day.
    #[must_use]
    pub const fn end_of(day: NaiveDate) -> Self {
        Self { day, time: None }
    }

    fn key(self) -> (NaiveDate, NaiveTime) {
        let end = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        (self.day, self.time.unwrap_or(end))
    }
}

impl PartialOrd for Limit {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Limit {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl Due {
    /// A day that nothing puts in doubt, and the hour where there is one.
    #[must_use]
    pub const fn on(day: NaiveDate, time: Option<NaiveTime>) -> Self {
        Self { day, time, earliest_safe: None, doubt: None, trace: Vec::new() }
    }

    /// The moment by which an act is in time under every reading.
    #[must_use]
    pub fn first(&self) -> Limit {
        self.doubt.as_ref().map_or(Limit { day: self.day, time: self.time }, |d| d.first)
    }

    /// The moment after which an act is late under every reading.
    #[must_use]
    pub fn last(&self) -> Limit {
        self.doubt.as_ref().map_or(Limit { day: self.day, time: self.time }, |d| d.last)
    }

    /// The same due time, which may also be that of `other`.
    #[must_use]
    pub fn or(mut self, other: &Self, why: &str, settled_by: &str) -> Self {
        let (first, last) = (self.first().min(other.first()), self.last().max(other.last()));
        if (first, last) == (self.first(), self.last()) && self.doubt.is_some() {
            return self;
        }
        if first == last {
            return self;
        }
        let why = match &self.doubt {
            Some(d) => format!("{}; {why}", d.why),
            None => why.to_owned(),
        };
        let settled_by = settled_by.to_owned();
        self.doubt = Some(Doubt { first, last, hour_is_a_reading: false, why, settled_by });
        self
    }
}
