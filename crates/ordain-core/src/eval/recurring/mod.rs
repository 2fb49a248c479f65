//! Duties that recur.

pub(in crate::eval) mod each_time;
pub(in crate::eval) mod nominal_day;
pub(in crate::eval) mod series;
pub(in crate::eval) mod series_run;
pub(in crate::eval) mod series_span;
