//! The text of court papers taken apart, and the lints that proofread it.
//!
//! A text is read once: words, sentences, paragraphs, dates. [`proofread`] looks for slips in that reading.

#![forbid(unsafe_code)]

pub mod dates;
mod layout;
pub mod leads;
mod lines;
pub mod numbers;
mod own_days;
pub mod proofread;
pub mod reading;
mod sentences;
mod terms;
pub mod token;
pub mod words;
