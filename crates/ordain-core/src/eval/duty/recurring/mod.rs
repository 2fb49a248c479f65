//! Duties that recur.

pub(in crate::eval) mod each_time;
pub(in crate::eval) mod instance_matching;
pub(in crate::eval) mod series;
