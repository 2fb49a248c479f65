//! What an order says counts as done, or as so: `deems answer filed on D`.

use chrono::NaiveDate;
use ordain_syntax::ast::Occurrence;

use super::ids::{PartyId, ThingId};
use super::object::Act;

/// What is deemed.
#[derive(Debug, Clone, PartialEq)]
pub enum Deemed {
    /// An act, as if it had been done; on the day of the order where none is said.
    Act { actors: Vec<PartyId>, act: Act, day: Option<NaiveDate> },
    /// What becomes of a paper or a hearing: `withdrawn`, `vacated`, `held`.
    Thing { thing: ThingId, what: Occurrence, day: Option<NaiveDate> },
    /// `the Court finds "good cause"`: the words that are so.
    Found(String),
}
