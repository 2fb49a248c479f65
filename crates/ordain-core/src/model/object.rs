//! What an act is done to, resolved.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::deliverables::Deliverable;
use super::{OrderId, ParagraphId, PartyId, RecordId, ThingId, VerbId};
use ordain_base::money::Amount;
use ordain_base::source::Span;

/// The thing itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Head {
    Record(RecordId),
    Thing(ThingId),
    Order(OrderId),
    Party(PartyId),
    Deliverable(Deliverable),
    /// Wording in quotation marks, folded.
    Quoted(String),
}

/// Categories of a record; all of them where the list is empty in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    pub record: RecordId,
    /// Positions in the record's list of categories, ascending; empty where the record has none.
    pub categories: Vec<usize>,
}

/// A narrowing of what is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// `withheld`, `redacted`: a participle of the verb table.
    Done(VerbId),
    /// `on grounds of privilege`.
    Grounds(String),
    Before(NaiveDate),
    After(NaiveDate),
    On(NaiveDate),
}

/// `to Motion`, `for the log`, `of ¶ 1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The preposition; empty where two things stand side by side.
    pub word: String,
    pub to: Related,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Related {
    Head(Head),
    Paragraph(ParagraphId),
    Parties,
    Day(NaiveDate),
}

/// One thing, with all that was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    pub head: Option<Head>,
    /// How many: `12 documents`.
    pub quantity: Option<u64>,
    /// `$500`: so much money.
    pub amount: Option<Amount>,
    /// `80% of`: a share, in percent.
    pub share: Option<Decimal>,
    /// `at least`: what is done may add up to it, and may be more.
    pub least: bool,
    /// The quantity says how often, and not how many: `five times`.
    pub times: bool,
    /// `in each of "Hewad" and "Anis"`: the one of them that this is owed for.
    pub one_of: Option<Relation>,
    pub set: Option<Set>,
    pub relations: Vec<Relation>,
    pub filters: Vec<Filter>,
    /// `joint`, `additional`, `redacted`: kept to be shown, not compared.
    pub qualifiers: Vec<String>,
    pub span: Span,
}

impl Object {
    #[must_use]
    pub const fn empty(span: Span) -> Self {
        Self {
            head: None,
            quantity: None,
            amount: None,
            share: None,
            least: false,
            times: false,
            one_of: None,
            set: None,
            relations: Vec::new(),
            filters: Vec::new(),
            qualifiers: Vec::new(),
            span,
        }
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.head.is_none()
            && self.quantity.is_none()
            && self.amount.is_none()
            && self.set.is_none()
            && self.relations.is_empty()
    }

    /// The parties it is addressed to.
    pub fn recipients(&self) -> impl Iterator<Item = PartyId> + '_ {
        let addressed = |word: &str| matches!(word, "to" | "on" | "upon");
        self.relations.iter().filter(move |r| addressed(&r.word)).filter_map(|r| match r.to {
            Related::Head(Head::Party(p)) => Some(p),
            _ => None,
        })
    }

    /// What it is done for, as an infinitive says: `to quash`.
    #[must_use]
    pub fn purpose(&self) -> Option<&str> {
        self.qualifiers.iter().map(String::as_str).find(|q| q.starts_with("to "))
    }

    /// The ground it names: `privilege`.
    #[must_use]
    pub fn grounds(&self) -> Option<&str> {
        self.filters.iter().find_map(|f| match f {
            Filter::Grounds(g) => Some(g.as_str()),
            _ => None,
        })
    }
}

/// Things joined by `and`, or by `or` where any one does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objects {
    pub list: Vec<Object>,
    pub any: bool,
}

impl Act {
    /// It asks for at least so many: what is done adds up.
    #[must_use]
    pub fn is_sum(&self) -> bool {
        self.objects.list.first().is_some_and(|o| o.least && o.quantity.is_some())
    }
}

/// A verb with its objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub verb: VerbId,
    pub objects: Objects,
    pub span: Span,
}
