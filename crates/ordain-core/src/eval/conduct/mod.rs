//! What is forbidden and what is permitted.

pub(in crate::eval) mod exemption;
mod gate;
pub(in crate::eval) mod limit;
pub(in crate::eval) mod permission;
pub(in crate::eval) mod prohibition;
