//! Names resolved and checked: what an order requires, of whom, by when. A
//! `Model` holds what resolved, and whether anything did not.

mod acts;
mod amount;
mod anchor;
mod bearer;
mod builder;
mod caseload;
mod causative;
mod chain;
mod clauses;
mod clock;
mod condition;
mod consequence;
mod cut_off;
mod deadline_of;
mod declare;
mod deemed;
pub mod deliverables;
mod disposition;
mod due;
mod each;
mod exception;
mod ids;
pub mod names;
mod narrow;
pub mod number;
pub mod object;
mod paragraph;
mod passive;
pub mod phrase;
mod quantity;
mod require;
mod resolve;
mod rewrite;
mod scope;
mod selection;
mod series;
mod setting;
mod shape;
pub(crate) mod spread;
mod substantial;
mod titles;
mod tokens;
mod told;
mod unknown;
pub mod verbs;
mod zone;

pub use acts::needs_object;
pub use anchor::{Anchor, OrderDay};
pub use bearer::{Bearer, parties_of};
pub use caseload::{done_to_action, is_of_action};
pub use causative::caused;
pub use clock::Clock;
pub use condition::{Condition, Test, TestKind};
pub use consequence::{Consequence, Duty as ConsequenceDuty, From, Kind as ConsequenceKind, Penalty, Per, Within};
pub use declare::{
    Category, Declared, OnDocket, Order, OrderKind, Party, PartyKind, Record, Stated, Thing, ThingKind, cite_text,
};
pub use deemed::Deemed;
pub use disposition::{Disposition, StayEnd};
pub use due::{Due, Governs, Moment, Period, clock, unit_word};
pub use exception::{Exception, ExceptionKind};
pub use ids::{OrderId, ParagraphId, PartyId, RecordId, ThingId, VerbId};
pub use paragraph::{Body, Obligation, Paragraph, Provision};
pub use quantity::{Keyed, Least, Of, Quantity};
pub use require::{Required, dispositions};
pub use resolve::{Expect, Model, resolve};
pub use rewrite::{Patch, Rewrite};
pub use scope::{Scope, Sweep, Swept};
pub use selection::{Asked, Selection};
pub use series::{End, Every, First, Series};
pub use shape::{Recurrence, Shape, Sum};
pub use verbs::{VerbFamily, Verbs};

/// The Court of the matter, as a party that orders and may be ordered.
pub const COURT: PartyId = PartyId(0);
/// Its Clerk.
pub const CLERK: PartyId = PartyId(1);
