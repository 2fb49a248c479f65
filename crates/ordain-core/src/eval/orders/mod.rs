//! What orders do to the paragraphs of other orders.

pub(in crate::eval) mod describe;
pub(in crate::eval) mod event;
pub(in crate::eval) mod in_force;
pub(in crate::eval) mod named;
pub(in crate::eval) mod savings;
pub(in crate::eval) mod scope;
pub(in crate::eval) mod stipulation;
pub(in crate::eval) mod targets;
pub(in crate::eval) mod undone;
