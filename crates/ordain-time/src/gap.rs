//! What a file says that it does not carry.

/// `gap of 2 days "county holidays are not carried" since 2036 until 2040`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing, in words for a reader.
    pub text: String,
    /// How many days that one count meets may be closed without the file knowing it; 0 where the
    /// gap is about something else than closed days.
    pub days: u32,
    /// The first year of which this is missing; from the beginning where `None`.
    pub since: Option<i32>,
    /// The last such year; to the end where `None`.
    pub until: Option<i32>,
}

impl Gap {
    /// One unknown closed day in any year.
    #[must_use]
    pub const fn of_one_day(text: String) -> Self {
        Self { text, days: 1, since: None, until: None }
    }

    /// Whether it bears on a count that runs from the one year to the other.
    #[must_use]
    pub fn reaches(&self, from: i32, to: i32) -> bool {
        self.since.is_none_or(|s| s <= to) && self.until.is_none_or(|u| u >= from)
    }
}
