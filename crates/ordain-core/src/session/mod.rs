//! The passes in order: read, parse, resolve, evaluate, report. Pure but for
//! [`files`], the one door to the disk.

mod cover;
mod docket;
mod expectations;
pub mod files;
mod mend;
mod none_located;
mod passes;
mod reconcile;
mod row_files;
mod rows;
pub mod standard_rules;
mod suppose;
pub mod tables;
mod texts;
mod timeline;

use chrono::{DateTime, NaiveDate, Utc};

use crate::report::{Report, View};
use files::{TableFiles, Text};
use ordain_tables::row_engine;

pub use cover::{Cover, OrderCover, cover, cover_with};
pub use expectations::{Expectation, Tested};
pub use mend::{Mended, mend};
use passes::Matter;
pub use reconcile::reconcile;
pub use suppose::{Supposition, suppose};
pub use texts::OrderTextFile;
pub use timeline::{Between, diff, diff_with, history, history_with};

/// The day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    On(NaiveDate),
    /// None was given: the day it is now in the court's zone.
    Today(DateTime<Utc>),
}

/// Whose account of the facts is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Views {
    One(View),
    /// The Court's first, then each party's in the order of declaration.
    All,
}

/// What a run is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    pub as_of: AsOf,
    /// The day to which the record and the docket are read; `as_of` unless given.
    pub known_on: Option<NaiveDate>,
    pub views: Views,
}

/// Checks one matter. Never fails: whatever is wrong is a diagnostic of the
/// report. `name` stands for the matter where it has no caption.
#[must_use]
pub fn check(texts: Vec<Text>, name: &str, options: &Options) -> Report {
    check_with(texts, &Beside::default(), name, options)
}

/// What a matter is given beside its own files.
#[derive(Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Texts of orders that no file of the matter names: each is an order and
    /// the path of one of the texts.
    pub ties: &'a [OrderTextFile],
    /// Where the files of its tables are. Without it tables are read as
    /// statements, and their files are not looked at.
    pub tables: Option<&'a dyn TableFiles>,
    /// On how many threads and in how much memory they are read.
    pub how: row_engine::Options,
    /// Told while tables are read.
    pub progress: Option<Told<'a>>,
}

/// Told how many bytes more are read, and of how many in all, where that is known beforehand.
pub type Told<'a> = &'a (dyn Fn(u64, Option<u64>) + Sync);

/// The same, with what is given beside the files.
#[must_use]
pub fn check_with(texts: Vec<Text>, beside: &Beside<'_>, name: &str, options: &Options) -> Report {
    Matter::read(texts, beside, name).report(options)
}

/// What a matter asks of its tables on a day: nothing where it asks nothing.
#[must_use]
pub fn plan(texts: Vec<Text>, beside: &Beside<'_>, name: &str, options: &Options) -> Option<row_engine::Plan> {
    Matter::read(texts, beside, name).plan(options)
}

/// Checks one matter and every `expect` in it.
#[must_use]
pub fn test(texts: Vec<Text>, name: &str, options: &Options) -> Tested {
    test_with(texts, &Beside::default(), name, options)
}

/// The same, with what is given beside the files.
#[must_use]
pub fn test_with(texts: Vec<Text>, beside: &Beside<'_>, name: &str, options: &Options) -> Tested {
    let matter = Matter::read(texts, beside, name);
    let expectations = expectations::run(&matter);
    Tested { report: matter.report(options), expectations }
}
