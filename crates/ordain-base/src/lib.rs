//! What every part of Ordain stands on: the small forms of sentences
//! ([`words`]), characters that nobody sees ([`characters`]), a count of
//! the work done ([`steps`]), exact amounts ([`money`]), units of time ([`mod@unit`]), positions in
//! files ([`source`]) and diagnostics with their catalogue ([`diag`]).

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod characters;
pub mod diag;
pub mod money;
pub mod source;
pub mod steps;
pub mod unit;
pub mod words;
