//! What the lints of a matter's files look at.

use crate::eval::Touched;
use crate::facts::Ledger;
use crate::model::Model;

/// What a lint of the files looks at.
pub(super) struct Files<'a> {
    pub(super) model: &'a Model,
    pub(super) ledger: &'a Ledger,
    /// Some line was not read: then nothing is said of what is not there.
    pub(super) incomplete: bool,
    /// Every disposition, with what it reaches.
    pub(super) touched: &'a [Touched<'a>],
}
