//! Duties over sets, decided over tables of any size.
//!
//! A [`Plan`] says which files are read, which of their columns, how rows are
//! narrowed and joined, and what each duty asks of a row. [`run`] carries it out:
//! one pass over each file, on as many threads as are given, in bounded memory,
//! with a result that depends on neither. Nothing here knows an order or a party.

mod counts;
mod date;
mod duplicates;
mod faults;
mod found;
mod gather;
mod index;
mod judge;
mod key;
mod layout;
mod members;
mod merge;
mod node;
mod numbers;
mod ordered;
mod pages;
mod plan;
mod ranges;
mod run;
mod scan;
mod searched;
mod series;
mod show;
mod spill;
mod test;
mod value;
mod waiting;
mod worker;

pub use date::{Day, Order};
pub use found::{
    Column as Written, Differ, Finding, Flaw, FlawKind, Found, Group, Mark, Measured, OWN, Repeat, TableFound, Tally,
};
pub use layout::Chunks;
pub use plan::{Check, Column, Goal, Join, Kind, Match, Measure, Plan, Scan, Way};
pub use run::{Error, Opened, Options, Source, run};
pub use show::{json, text};
pub use spill::Scratch;
pub use test::{Amount, Relation, Test};
pub use value::Unproved;
