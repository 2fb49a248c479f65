//! Duties over sets, decided over tables of any size.
//!
//! A [`Plan`] says which files are read, which of their columns, how rows are
//! narrowed and joined, and what each duty asks of a row. `run` carries it out:
//! one pass over each file, on as many threads as are given, in bounded memory,
//! with a result that depends on neither. Nothing here knows an order or a party.

mod alike;
mod base;
mod bates;
mod check;
mod counts;
mod date;
mod deferred;
mod duplicates;
mod faults;
mod finding;
mod findings;
mod flaw;
mod found;
mod gap;
mod gather;
mod index;
mod judge;
mod kept;
mod key;
mod layout;
mod marked;
mod matched;
mod members;
mod merge;
mod near;
mod node;
mod numbers;
mod ordered;
mod pages;
mod part;
mod piece;
mod plan;
mod position;
mod ranges;
mod ready;
mod repeated;
mod run;
mod scan;
mod searched;
mod series;
mod show;
mod source;
mod spellings;
mod spill;
mod test;
mod threads;
mod value;
mod values;
mod waiting;
mod wanted;
mod worker;

pub use date::{Day, Order};
pub use finding::{Finding, Mismatch, OWN};
pub use findings::Findings;
pub use flaw::{Flaw, FlawKind};
pub use found::{Column as Written, Found, Group, Measured, Repeat, TableFound, Tally};
pub use layout::Chunks;
pub use plan::{Check, Column, Goal, Join, JoinKey, Kind, Measure, Plan, SatisfiedBy, Scan};
pub use position::RowPosition;
pub use run::run_plan;
pub use show::{json, text};
pub use source::{Error, Opened, Options, Source};
pub use spill::Scratch;
pub use test::{Amount, Relation, Test};
pub use value::Unproved;
