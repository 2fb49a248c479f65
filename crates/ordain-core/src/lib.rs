//! The core of Ordain: a matter read from texts in memory, evaluated for a day
//! and a view. No disk, no clock, no terminal; it compiles to WebAssembly.

#![forbid(unsafe_code)]

pub mod eval;
pub mod facts;
pub mod lints;
pub mod model;
pub mod outline;
pub mod quotations;
pub mod report;
pub mod session;
pub mod verdict;
pub mod vocabulary;
