//! A duty that an order names by its words: `deadline of Defendants to file answer`.

use super::ids::PartyId;
use super::object::Act;

/// The duty that a disposition speaks of without its number.
#[derive(Debug, Clone, PartialEq)]
pub struct OwedBy {
    /// Whose; anybody's where the order does not say.
    pub parties: Vec<PartyId>,
    /// `each of Defendants`: each for itself.
    pub each: bool,
    pub act: Act,
    /// `deadline for fact discovery`: whatever is to be done with it, and a last day for it too.
    pub thing: bool,
    /// `file answer`.
    pub words: String,
}
