//! A duty as later orders amended it.

pub(in crate::eval) mod duty;
pub(in crate::eval) mod interval;
pub(in crate::eval) mod stay;
