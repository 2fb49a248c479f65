//! A duty to do something: file, serve, pay, appear.

pub(in crate::eval) mod alternative;
pub(in crate::eval) mod appearance;
pub(in crate::eval) mod before_the_order;
pub(in crate::eval) mod candidate;
pub(in crate::eval) mod candidates;
pub(in crate::eval) mod conditional;
pub(in crate::eval) mod contrary_act;
pub(in crate::eval) mod instance_matching;
pub(in crate::eval) mod manner;
pub(in crate::eval) mod opt_in;
pub(in crate::eval) mod part;
pub(in crate::eval) mod performance;
pub(in crate::eval) mod performances;
pub(in crate::eval) mod phrasing;
pub(in crate::eval) mod possibly_late;
pub(in crate::eval) mod recipients;
pub(in crate::eval) mod rivals;
pub(in crate::eval) mod task;
pub(in crate::eval) mod timing;
pub(in crate::eval) mod two_accounts;
