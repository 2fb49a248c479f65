//! By which rules, calendar and zone the days of a matter are counted.

use chrono_tz::Tz;
use std::sync::Arc;

use ordain_time::{Calendar, RuleSet};

/// The counting rules and the calendar of a matter.
#[derive(Debug, Clone)]
pub struct Clock {
    pub rules: Arc<RuleSet>,
    pub calendar: Calendar,
}

impl Clock {
    /// The zone of the court, where one is known.
    #[must_use]
    pub fn zone(&self) -> Option<Tz> {
        self.calendar.zone
    }
}
