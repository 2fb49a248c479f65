//! Names resolved and checked: what an order requires, of whom, by when. `ir` has the
//! types, one construct a file; `resolve` makes them from what was parsed. A `Model`
//! holds what resolved, and whether anything did not.

pub(crate) mod ir;
pub mod number;
pub(crate) mod resolve;

pub use ir::{deliverables, kinds_of_papers, limit, names, nature, object, preposition, qualifier, title_words};
pub(crate) use resolve::in_each;

/// Phrases: what their words mean, and how they read.
pub mod phrase {
    pub use super::resolve::phrase::PhraseResolver;
    pub use super::resolve::tokens::{span_of, text_of, verb_at};
}

pub use ir::action::ActionChange;
pub use ir::anchor::{Anchor, OrderDay};
pub use ir::asked::Asked;
pub use ir::bearer::Bearer;
pub use ir::clock::Clock;
pub use ir::condition::{Condition, Test, TestKind};
pub use ir::consequence::{Consequence, Duty as ConsequenceDuty, From, Kind as ConsequenceKind, Penalty, Within};
pub use ir::declared::{Case, Declared};
pub use ir::deemed::Deemed;
pub use ir::disposition::{Disposition, Permission, StayEnd};
pub use ir::due::Due;
pub use ir::exception::{Exception, ExceptionKind};
pub use ir::ids::{CLERK, COURT, ObligationId, OrderId, ParagraphId, PartyId, RecordId, ThingId, VerbId};
pub use ir::model::{Expect, Model};
pub use ir::object::Sum;
pub use ir::obligation::{ItemLabel, Obligation, Recurrence, Shape};
pub use ir::order::{OnDocket, Order, OrderKind, Stated, cite_text};
pub use ir::owed::OwedBy;
pub use ir::paragraph::{Body, Paragraph};
pub use ir::party::{Party, PartyKind};
pub use ir::period::{Governs, Moment, Period, ServiceWay, clock_time_of, unit_word};
pub use ir::provision::Provision;
pub use ir::quantity::{Keyed, Least, Of, Quantity};
pub use ir::record::{Category, Record};
pub use ir::required::Required;
pub use ir::rewrite::{Patch, Rewrite};
pub use ir::scope::{Scope, Sweep, Swept};
pub use ir::selection::Selection;
pub use ir::series::{End, First, Series, days_in_words};
pub use ir::term::Term;
pub use ir::thing::{Thing, ThingKind};
pub(crate) use ir::verb_papers::{Does, VerbPaper};
pub use ir::verbs::{VerbFamily, Verbs};
pub use ordain_syntax::ast::{Every, Per};
pub use resolve::acts::needs_object;
pub use resolve::caseload::{done_to_action, is_of_action};
pub use resolve::causative::caused;
pub use resolve::disposition::{dispositions_of_statement, names_in_own_words};
pub use resolve::matter::zone_of_matter;
pub use resolve::parties::parties_of;
pub use resolve::resolve;
pub use resolve::served_with::things_given;
pub use resolve::zone::at_court;
