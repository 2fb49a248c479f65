//! One paragraph: its obligations, its bearers, its parts, each by itself, then together.

pub(in crate::eval) mod accrual;
pub(in crate::eval) mod after_orders;
pub(in crate::eval) mod answers;
pub(in crate::eval) mod bound;
pub(in crate::eval) mod choice;
pub(in crate::eval) mod combine;
pub(in crate::eval) mod consequence;
pub(in crate::eval) mod excuse;
pub(in crate::eval) mod granted_time;
pub(in crate::eval) mod history;
pub(in crate::eval) mod idle;
pub(in crate::eval) mod intervals;
pub(in crate::eval) mod notes;
pub(in crate::eval) mod order_notes;
pub(in crate::eval) mod parts;
pub(in crate::eval) mod possible_days;
pub(in crate::eval) mod request_notes;
pub(in crate::eval) mod sequence;
pub(in crate::eval) mod set_too_late;
pub(in crate::eval) mod undecided_conditions;
pub(in crate::eval) mod verdict;
pub(in crate::eval) mod word_of_others;
