//! What a calendar file says, before it is joined with others.

use crate::court::Court;
use crate::holiday::Closure;
use crate::holidays::Holidays;
use crate::place::Place;
use crate::rules::RuleSet;
use ordain_base::diag::Diagnostic;
use ordain_base::source::Spanned;

/// What a file says, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Read {
    /// Whole calendars.
    pub calendars: Vec<Holidays>,
    /// `adding to calendar …`: not yet joined with the calendar they add to.
    pub additions: Vec<Holidays>,
    /// Sets of counting rules.
    pub rules: Vec<RuleSet>,
    /// Lines of the table of courts.
    pub courts: Vec<Court>,
    /// The rules of the bankruptcy court that each district has.
    pub bankruptcy: Option<Spanned<String>>,
    /// Counties and cities, by which a court is found whose state nobody names.
    pub places: Vec<Place>,
    /// Days on which a clerk's office was inaccessible.
    pub clerks: Vec<ClerkClosed>,
    /// What is wrong in the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Read {
    /// Adds what another file says.
    pub fn join(&mut self, other: Self) {
        self.calendars.extend(other.calendars);
        self.additions.extend(other.additions);
        self.rules.extend(other.rules);
        self.courts.extend(other.courts);
        self.bankruptcy = self.bankruptcy.take().or(other.bankruptcy);
        self.places.extend(other.places);
        self.clerks.extend(other.clerks);
        self.diagnostics.extend(other.diagnostics);
    }
}

/// `clerk of "N.D. Cal." closed "storm" on 2024-08-15`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClerkClosed {
    /// The court by its short name; of every court in the matter where `None`.
    pub court: Option<String>,
    /// The days and why.
    pub closure: Closure,
}
