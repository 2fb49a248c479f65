//! What the files of a matter come to once every name is resolved: types, and what
//! can be asked of them. One construct a file.

pub(crate) mod action;
pub(crate) mod anchor;
pub(crate) mod asked;
pub(crate) mod bearer;
pub(crate) mod clock;
pub(crate) mod condition;
pub(crate) mod consequence;
pub(crate) mod declared;
pub(crate) mod deemed;
pub mod deliverables;
pub(crate) mod disposition;
pub(crate) mod due;
pub(crate) mod exception;
pub(crate) mod ids;
pub mod limit;
pub(crate) mod model;
pub mod names;
pub mod object;
pub(crate) mod obligation;
pub(crate) mod order;
pub(crate) mod owed;
pub(crate) mod paragraph;
pub(crate) mod party;
pub(crate) mod period;
pub mod preposition;
pub(crate) mod provision;
pub(crate) mod quantity;
pub(crate) mod record;
pub(crate) mod required;
pub(crate) mod rewrite;
pub(crate) mod scope;
pub(crate) mod selection;
pub(crate) mod series;
pub(crate) mod thing;
pub mod verbs;
