//! When a duty falls due, and how that day was counted.

use chrono::NaiveDate;

/// When a duty falls due, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day on which performance is in time, in the court's zone.
    pub day: NaiveDate,
    /// The clock time on that day, where the order gives one (`17:00`).
    pub time: Option<chrono::NaiveTime>,
    /// Where the law is unsettled: the earlier day that is safe under every reading.
    pub earliest_safe: Option<NaiveDate>,
    /// How a counted date was reached, a step a line, each with its rule.
    pub trace: Vec<Step>,
}

/// One step of counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub step: String,
    pub date: NaiveDate,
    /// `Fed. R. Civ. P. 6(a)(1)(C)`.
    pub rule: String,
    pub why: String,
}
