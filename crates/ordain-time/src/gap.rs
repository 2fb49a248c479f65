//! What a file says that it does not carry.

/// `gap of 2 days "county holidays are not carried" since 2036`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing, in words for a reader.
    pub text: String,
    /// How many days that one count meets may be closed without the file knowing it; 0 where the
    /// gap is about something else than closed days.
    pub days: u32,
    /// The first year of which this is missing; from the beginning where `None`.
    pub since: Option<i32>,
}

impl Gap {
    /// One unknown closed day in any year.
    #[must_use]
    pub const fn of_one_day(text: String) -> Self {
        Self { text, days: 1, since: None }
    }

    /// Whether it bears on a count that reaches this year.
    #[must_use]
    pub fn reaches(&self, year: i32) -> bool {
        self.since.is_none_or(|s| s <= year)
    }
}
