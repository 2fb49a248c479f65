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
pub use contradictions::{contradictions, single_happening_of};
pub use deemed::add_deemed_facts;
pub use docket::{Docket, Entry};
pub use excuse::Excuse;
pub use ledger::Ledger;
pub use located::{belies_claim, searched_by};
pub use read::{ids_of_facts, read};
pub use table::Table;
pub use tables::tables;
pub use totals::{Produced, Total, production_of_act, totals_stated};
pub use when::Bounds;
