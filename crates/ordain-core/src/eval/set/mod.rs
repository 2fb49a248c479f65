//! Duties over the categories of a record, or over items one by one.

pub(in crate::eval) mod answered;
pub(in crate::eval) mod category_set;
pub(in crate::eval) mod items;
pub(in crate::eval) mod none_located;
pub(in crate::eval) mod productions;
pub(in crate::eval) mod statements;
