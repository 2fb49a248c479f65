//! Whether a condition holds, as far as the record shows; and what of it is
//! not known, with the line that would settle it.

pub(in crate::eval) mod act_test;
pub(in crate::eval) mod conditions;
pub(in crate::eval) mod found;
pub(in crate::eval) mod stated;
pub(in crate::eval) mod test;
pub(in crate::eval) mod truth;
