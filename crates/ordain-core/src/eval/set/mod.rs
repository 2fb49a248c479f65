//! Duties over the categories of a record, or over items one by one.

pub(in crate::eval) mod category_set;
pub(in crate::eval) mod items;
