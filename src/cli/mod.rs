//! One file a subcommand.

pub mod calendar;
pub mod count;
