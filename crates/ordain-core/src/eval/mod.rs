//! `evaluate`: pure and total. The same model, facts, days and view give the
//! same verdicts, whatever the order of files.
//!
//! Each room imports only those below it: `evaluate`, `paragraph`, `conduct` and `rows`, `duty`, `amended`,
//! `condition`, `due` and `evidence`, `case`, `docket`, `orders` and `record`, `question` and `remark`.

mod amended;
mod case;
mod condition;
mod conduct;
mod docket;
mod due;
mod duty;
mod evaluate;
mod evidence;
mod orders;
mod paragraph;
mod question;
mod record;
mod remark;
pub mod rows;

pub use evaluate::{Outcome, evaluate, evaluate_over, histories};
pub use orders::targets::{Act, Touched, acts, touched};
pub use question::{Question, Side};
pub use record::standing::{Standing, standing};
pub use remark::Remark;
