//! The core of Ordain: a matter read from texts in memory, evaluated for a day
//! and a view. No disk, no clock, no terminal; it compiles to WebAssembly.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

// How a matter is read and evaluated changes with the language; what comes out is documented.

#[doc(hidden)]
pub mod anatomy;
#[doc(hidden)]
pub mod eval;
#[doc(hidden)]
pub mod facts;
#[doc(hidden)]
pub mod lints;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod outline;
#[doc(hidden)]
pub mod quotations;
#[doc(hidden)]
pub mod references;
pub mod report;
pub mod session;
#[doc(hidden)]
pub mod statements;
pub mod transcribe;
pub mod verdict;
pub mod vocabulary;
pub mod waiting;
