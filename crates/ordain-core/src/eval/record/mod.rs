//! The record: who says what, and whether it is what an order asks for.

pub(in crate::eval) mod bounds;
pub(in crate::eval) mod claimants;
pub(in crate::eval) mod details;
pub(in crate::eval) mod duties_by_thing;
pub(in crate::eval) mod index;
pub(in crate::eval) mod matching;
pub(in crate::eval) mod naming;
pub(in crate::eval) mod same_act;
pub(in crate::eval) mod standing;
pub(in crate::eval) mod struck;
pub(in crate::eval) mod tables;
pub(in crate::eval) mod titles;
mod wordings;
