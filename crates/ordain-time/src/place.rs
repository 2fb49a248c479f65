//! A county, or a city that is no part of one.

/// Whether a place is a county, or a city that is no part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// Also a parish, or a borough of Alaska.
    County,
    /// As the cities of Virginia are; also one that is a county itself, as Denver.
    City,
}

/// A place that has trial courts of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Two letters: `OH`.
    pub state: String,
    /// `Los Angeles`.
    pub name: String,
    /// `L.A.`
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: PlaceKind,
}
