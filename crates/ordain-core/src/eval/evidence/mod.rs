//! What the record says, and where it is silent.

pub(in crate::eval) mod completeness;
pub(in crate::eval) mod docket_entry;
pub(in crate::eval) mod extension_request;
pub(in crate::eval) mod listed;
pub(in crate::eval) mod place;
pub(in crate::eval) mod silence;
