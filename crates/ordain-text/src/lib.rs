//! The text of court papers taken apart, and the lints that proofread it.
//!
//! A text is read once: words, sentences, paragraphs, dates. [`proofread`] looks for slips in that reading.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod dates;
mod entries;
mod events;
pub mod heading;
mod hours;
mod layout;
pub mod leads;
mod lines;
pub mod numbers;
pub mod ordering;
mod own_days;
pub mod proofread;
pub mod reading;
mod row_days;
mod sentences;
mod sides;
mod terms;
pub mod token;
pub mod words;
