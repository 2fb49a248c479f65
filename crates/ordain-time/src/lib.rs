//! Time as courts count it: calendars, counting rules and courts read from
//! files in the language, and the counting of periods with a trace.
//!
//! Three kinds of due time are three types ([`FixedDate`], [`Period`],
//! [`Standard`]); only a period is counted. Nothing here reads a clock or a disk.
//!
//! ```
//! use ordain_time::{Anchor, Direction, Length, Library, Options, Service, Unit, Venue, count};
//! let library = Library::standard();
//! let rules = library.rules("frap")?;
//! let calendar = library.calendar(rules, &Venue { court: Some("N.D. Cal."), ..Venue::default() })?;
//! let day = chrono::NaiveDate::from_ymd_opt(2024, 8, 1).unwrap();
//! let options = Options { service: Some(Service::Mail), ..Options::default() };
//! let counted = count(rules, &calendar, Anchor::Day(day), Length::new(14, Unit::Days), Direction::After, &options)?;
//! assert_eq!(counted.due.to_string(), "2024-08-19");
//! # Ok::<(), ordain_time::TimeError>(())
//! ```

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod calendar;
mod changes;
mod count;
mod counties;
mod county_phrase;
mod court;
mod court_by_name;
mod court_line;
mod court_names;
mod court_table;
mod court_words;
mod dayset;
mod due;
mod easter;
mod embed;
mod error;
mod gap;
mod holiday;
mod holidays;
mod library;
mod moment;
mod phrase;
mod place;
mod read;
mod request;
mod rules;
mod service;
mod shelf;
pub mod show;
mod state_court_names;
mod state_names;
mod unit;

pub use calendar::Calendar;
pub use changes::{Change, ChangeKind, Changes, changes_of_year};
pub use count::{Anchor, Counted, NextWeekday, Notice, Options, Step, StepKind, count, due_day};
pub use court::Court;
pub use due::{DueTime, FixedDate, Period, Standard, instance};
pub use error::{Among, TimeError};
pub use gap::Gap;
pub use holiday::{
    Closure, DayRule, Force, Holiday, Moves, Nth, Observance, OwnMoves, Reading, Side, Source, UnsettledWeekend, Years,
};
pub use holidays::{Closed, ClosedDay, Holidays};
pub use library::{Library, Venue};
pub use moment::read_point;
pub use phrase::{Asked, read_request};
pub use place::{Place, PlaceKind};
pub use read::{ClerkClosed, Read, read};
pub use request::{Answer, Refused, Request, Year, closed_days_of_year};
pub use rules::{Added, Cited, LeftOut, RuleSet, Rules, ServiceDays, Short};
pub use service::Service;
pub use unit::{Direction, Length, Unit};
