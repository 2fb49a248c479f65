//! Duties that are performed in parts that add up.

pub(in crate::eval) mod evaluate;
pub(in crate::eval) mod payment;
pub(in crate::eval) mod quota;
pub(in crate::eval) mod share;
pub(in crate::eval) mod sum;
