//! One ledger of assertions: what, when, who says so, where it is written.
//! Nothing here is simply true; a view decides what is accepted.

mod assertion;
mod closing;
mod contradictions;
mod deemed;
mod denials;
pub mod docket;
mod excuse;
mod fact_parts;
mod happened;
mod ledger;
mod located;
mod papers;
mod read;
mod sentence;
mod table;
mod tables;
mod totals;
mod voice;
mod when;

pub use assertion::{Assertion, Content, Deed, Reply, State, Subject, Voice, plain_words};
pub use closing::Closing;
pub use contradictions::{contradictions, happening};
pub use deemed::deemed;
pub use docket::{Docket, Entry};
pub use excuse::Excuse;
pub use ledger::Ledger;
pub use located::{belies, searched_by};
pub use read::{ids, read};
pub use table::Table;
pub use tables::tables;
pub use totals::{Produced, Total, produced, totals};
pub use when::Bounds;
