//! `evaluate`: pure and total. The same model, facts, days and view give the
//! same verdicts, whatever the order of files.
//!
//! Each room imports only those below it: `evaluate`; `paragraph`; `conduct`, `recurring`; `amount`; `rows`; `set`;
//! `duty`; `amended`; `condition`; `due`; `evidence`; `case`; `accounts`; `docket`; `orders`, `record`, `notes`; `question`, `remark`.
//! No file imports one that imports it.

mod accounts;
mod amended;
mod amount;
mod case;
mod condition;
mod conduct;
mod docket;
mod due;
mod duty;
mod evaluate;
mod evidence;
mod notes;
mod orders;
mod paragraph;
mod question;
mod record;
mod recurring;
mod remark;
pub mod rows;
mod set;

pub use evaluate::{Outcome, evaluate, evaluate_over, histories_of_paragraphs, plan_rows};
pub use orders::targets::{Act, Touched, dispositions_in_order, touched};
pub use question::{Question, Side};
pub use record::standing::{Standing, standing_of_assertion};
pub use remark::Remark;
