//! Duties that recur.

pub(in crate::eval) mod each_time;
pub(in crate::eval) mod series;
