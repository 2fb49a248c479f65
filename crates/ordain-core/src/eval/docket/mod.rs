//! What the docket shows of hearings, motions and the action itself.

pub(in crate::eval) mod action;
pub(in crate::eval) mod happens;
pub(in crate::eval) mod hearing;
pub(in crate::eval) mod hearing_words;
pub(in crate::eval) mod motion;
