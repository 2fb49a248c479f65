//! Duties over the rows of tables: from their words to a plan, and from what the
//! plan finds to verdicts. The reading of the files is not done here.

pub(in crate::eval) mod beside_acts;
pub(in crate::eval) mod columns;
pub(in crate::eval) mod conditions;
pub(in crate::eval) mod ordering;
pub(in crate::eval) mod parts;
pub(in crate::eval) mod phrasing;
pub(in crate::eval) mod planning;
pub(in crate::eval) mod quantity;
pub(in crate::eval) mod requiring;

pub use crate::eval::record::tables::{Duty, Planned, Rows, Unknown};
