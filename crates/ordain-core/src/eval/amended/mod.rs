//! A duty as later orders amended it.

pub(in crate::eval) mod apply;
pub(in crate::eval) mod closed;
pub(in crate::eval) mod deadline;
pub(in crate::eval) mod duty;
pub(in crate::eval) mod effect;
pub(in crate::eval) mod interval;
pub(in crate::eval) mod stay;
