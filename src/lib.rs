//! Rules as code for court orders: which duties of an order are met, late,
//! breached, pending or cannot be decided on a given day, each with its reasons.
//!
//! This library reads texts in memory. It opens no file, reads no clock and
//! writes nothing, and it compiles to WebAssembly. The language of the files is
//! described in `docs/language.md`.
//!
//! ```
//! use ordain::{Matter, NaiveDate, Question, VerdictKind, check};
//!
//! let matter = Matter::new("Doe v. Acme")
//!     .file("matter.order", "\
//! matter \"Doe v. Acme\"
//!   court C.D. Cal.
//! party Defendant
//! order Scheduling \"Scheduling Order\", entered March 1, 2024
//! ¶ 1  Defendant must file answer by March 22, 2024
//! ")
//!     .file("record.facts", "\
//! on March 20, 2024 Defendant filed answer
//!   source Dkt. 12
//! ");
//! let day = NaiveDate::from_ymd_opt(2024, 3, 25).expect("a day of the calendar");
//! let report = check(&matter, &Question::on(day));
//! let verdict = report.verdict("Scheduling ¶ 1").expect("a paragraph of the order");
//! assert_eq!(verdict.kind(), VerdictKind::Met);
//! ```
//!
//! | to do this | use |
//! |---|---|
//! | check a matter for a day | [`Matter`], [`Question`], [`check`], [`Report`] |
//! | count days as the rules of a court do | [`Counting`], [`count`] |
//! | list the tables and columns that a matter needs | [`plan`] |
//!
//! # Features
//!
//! `cli` (on by default) has the command line and all that it needs of the
//! operating system. A program that uses only the library leaves it out:
//! `ordain = { version = "0.1", default-features = false }`.
//!
//! # Stability
//!
//! What is documented here is the public interface. The crates named
//! `ordain-…` are parts of this one and may change with every version.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod counting;
mod matter;
mod papers;
mod plan;
mod report;

pub use chrono::NaiveDate;
pub use counting::{Counted, Counting, CountingStep, Refused, count};
pub use matter::{Matter, Question, View};
pub use ordain_core::verdict::Kind as VerdictKind;
pub use papers::Papers;
pub use plan::{NeededTable, Plan, plan};
pub use report::{Finding, Place, Report, Verdict, check};

// The program is a library too, so that its tests can reach into it. None of this is public.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod disk;
