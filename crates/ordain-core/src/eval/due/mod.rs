//! From the words of a due time to a day.

pub(in crate::eval) mod deadline;
pub(in crate::eval) mod event;
pub(in crate::eval) mod moved_deadline;
pub(in crate::eval) mod period;
pub(in crate::eval) mod resolve;
