//! What an act is done to, resolved.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::deliverables::Deliverable;
use super::ids::{OrderId, ParagraphId, PartyId, RecordId, ThingId, VerbId};
use super::limit::Limit;
use super::nature::Nature;
use super::preposition::Preposition;
use super::qualifier::{Qualifier, QualifierKind};
use super::verbs::{VerbFamily, Verbs};
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

impl Head {
    /// `any website, public or private`: quoted words that name every such thing there is, as `to any other person` does.
    #[must_use]
    pub fn names_all_such(&self) -> bool {
        match self {
            Self::Quoted(words) => ["any ", "all ", "every "].iter().any(|all| words.starts_with(all)),
            Self::Record(_) | Self::Thing(_) | Self::Order(_) | Self::Party(_) | Self::Deliverable(_) => false,
        }
    }
}

/// Categories of a record; all of them where the list is empty in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    pub record: RecordId,
    /// Positions in the record's list of categories, ascending; empty where the record has none.
    pub categories: Vec<usize>,
}

/// The numbers or letters that a thing has among others of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// What has them: the thing itself, or another that it is about.
    pub of: Deliverable,
    /// `5`, `7`, `A`; at least one, as they are written.
    pub labels: Vec<String>,
}

impl Numbered {
    /// `Nos. 5 and 7`, `No. 3`, `A`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let labels: Vec<&str> = self.labels.iter().map(String::as_str).collect();
        let figures = labels.iter().all(|l| l.starts_with(|c: char| c.is_ascii_digit()));
        match (figures, labels.len()) {
            (true, 1) => format!("No. {}", labels[0]),
            (true, _) => format!("Nos. {}", ordain_base::words::join(&labels)),
            (false, _) => ordain_base::words::join(&labels),
        }
    }
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
    /// Nothing where two things stand side by side.
    pub preposition: Option<Preposition>,
    pub to: Related,
}

impl Relation {
    /// It is tied by one of these words.
    #[must_use]
    pub fn is_any(&self, prepositions: &[Preposition]) -> bool {
        self.preposition.is_some_and(|p| prepositions.contains(&p))
    }

    /// It names to whom something goes: `to Plaintiffs`, `on the Clerk`.
    #[must_use]
    pub fn is_address(&self) -> bool {
        self.is_any(&[Preposition::To, Preposition::On, Preposition::Upon])
    }
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
    /// `up to $500`: what is done may be less, and no more.
    pub most: bool,
    /// `brief exceeding 10 pages`, `more than 25 interrogatories`, in what is forbidden: only what goes beyond.
    pub beyond: Option<Box<Limit>>,
    /// `to each of Alder and Cole`: so much to every one of them.
    pub to_each: bool,
    /// The quantity says how often, and not how many: `five times`.
    pub times: bool,
    /// `in each of "Hewad" and "Anis"`: the one of them that this is owed for.
    pub one_of: Option<Relation>,
    pub set: Option<Set>,
    /// `Interrogatory Nos. 5 and 7`, `responses to Interrogatory No. 5`: which of them.
    pub numbered: Option<Box<Numbered>>,
    pub relations: Vec<Relation>,
    pub filters: Vec<Filter>,
    /// `joint`, `amended`, `by mail`, `to quash`: what else is said of it.
    pub qualifiers: Vec<Qualifier>,
    pub span: Span,
}

impl Object {
    /// True of `with the Court`, `on Plaintiffs`: to whom, and no word of what.
    #[must_use]
    pub fn names_no_thing(&self) -> bool {
        let Self { head, quantity, amount, share, beyond, set, filters, qualifiers, .. } = self;
        head.is_none()
            && set.is_none()
            && quantity.is_none()
            && amount.is_none()
            && share.is_none()
            && beyond.is_none()
            && filters.is_empty()
            && qualifiers.is_empty()
    }

    /// `of 12 pages`: how long it is said to be.
    #[must_use]
    pub fn stated_size(&self) -> Option<(u64, Deliverable)> {
        let of = self.relations.iter().find_map(|r| match &r.to {
            Related::Head(Head::Deliverable(d)) if r.is_any(&[Preposition::Of, Preposition::In, Preposition::With]) => {
                Some(*d)
            }
            _ => None,
        })?;
        self.quantity.filter(|_| of.is(Nature::Measure)).map(|n| (n, of))
    }

    #[must_use]
    pub const fn empty(span: Span) -> Self {
        Self {
            head: None,
            quantity: None,
            amount: None,
            share: None,
            least: false,
            most: false,
            beyond: None,
            to_each: false,
            times: false,
            one_of: None,
            set: None,
            numbered: None,
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

    /// The numbers behind its head, or behind one of its relations: where the thing is named that has them.
    #[must_use]
    pub fn numbers_behind(&self, relation: Option<&Relation>) -> Option<String> {
        let numbered = self.numbered.as_ref()?;
        let has_them = |r: &&Relation| r.to == Related::Head(Head::Deliverable(numbered.of));
        (self.relations.iter().find(has_them) == relation).then(|| numbered.in_words())
    }

    /// Its head, and those that it is in relation to: `Status Conference` of `at Status Conference`.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        let related = self.relations.iter().filter_map(|r| if let Related::Head(h) = &r.to { Some(h) } else { None });
        self.head.iter().chain(related)
    }

    /// The parties it is addressed to.
    pub fn recipients(&self) -> impl Iterator<Item = PartyId> + '_ {
        self.relations.iter().filter(|r| r.is_address()).filter_map(|r| match r.to {
            Related::Head(Head::Party(p)) => Some(p),
            _ => None,
        })
    }

    /// Its recipients, and the parties with whom it is done or left: `spoke with Ash`, `deposited $500 with the Clerk`.
    pub fn addressees(&self) -> impl Iterator<Item = PartyId> + '_ {
        let with = self.relations.iter().filter(|r| r.is_any(&[Preposition::With])).filter_map(|r| match r.to {
            Related::Head(Head::Party(p)) => Some(p),
            _ => None,
        });
        self.recipients().chain(with)
    }

    /// What it is done for, as an infinitive says: `to quash`.
    #[must_use]
    pub fn purpose(&self) -> Option<&str> {
        self.qualifiers.iter().find(|q| matches!(q.kind, QualifierKind::Purpose { .. })).map(|q| q.words.as_str())
    }

    /// `motion to extend`: what it is done for is more time.
    #[must_use]
    pub fn asks_for_time(&self) -> bool {
        self.qualifiers.iter().any(|q| q.kind == QualifierKind::Purpose { extends: true })
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

impl Objects {
    /// One declared thing or order, and nothing said of it.
    #[must_use]
    pub fn of_one(head: Head) -> Self {
        let mut object = Object::empty(Span::default());
        object.head = Some(head);
        Self { list: vec![object], any: false }
    }
}

impl Act {
    /// All that tells it apart from other acts, but for amounts of money and where it is written.
    #[must_use]
    pub fn signature_but_amounts(&self) -> String {
        use std::fmt::Write;
        let mut out = format!("{}{}", self.verb.0, self.objects.any);
        for object in &self.objects.list {
            let Object {
                head,
                quantity,
                share,
                least,
                most,
                times,
                one_of,
                set,
                numbered,
                relations,
                filters,
                qualifiers,
                ..
            } = object;
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "|{head:?}{quantity:?}{share:?}{least}{most}{times}{one_of:?}{set:?}{numbered:?}{relations:?}{filters:?}{qualifiers:?}"
            );
        }
        out
    }

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

/// What acts add up to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sum<'a> {
    /// `pay $500`.
    Amount(Amount),
    /// `complete 80% of CAR categories 1-5`.
    Share { percent: Decimal, set: &'a Set },
    /// `produce at least 500 documents`, `serve three copies`, `publish five times`.
    Quota(u64),
}

impl Act {
    /// What it adds up to; `None` of an act that is done at once.
    #[must_use]
    pub fn sum(&self, verbs: &Verbs) -> Option<Sum<'_>> {
        let [object] = self.objects.list.as_slice() else { return None };
        if let Some(amount) = object.amount.filter(|_| verbs.get(self.verb).family == VerbFamily::Pay) {
            return Some(Sum::Amount(amount));
        }
        if let (Some(percent), Some(set)) = (object.share, &object.set) {
            return Some(Sum::Share { percent, set });
        }
        // Several copies of one paper add up as well; what is in a record is complete or not.
        let several = object.set.is_none() && object.head.is_some();
        object.quantity.filter(|n| object.least || several && *n > 1).map(Sum::Quota)
    }

    /// The set it is over, where the duty is to make it whole: `complete CAR
    /// categories 1-5`, `produce documents in CAR category 4`; not `produce 10 documents`.
    #[must_use]
    pub fn whole_set(&self, verbs: &Verbs) -> Option<&Set> {
        let object = self.objects.list.first()?;
        let whole = match &object.head {
            Some(Head::Record(_)) | None => true,
            Some(Head::Deliverable(d)) => d.is(Nature::Document),
            _ => false,
        };
        let family = verbs.get(self.verb).family;
        let makes_whole =
            matches!(family, VerbFamily::Complete | VerbFamily::Produce) && whole && object.quantity.is_none();
        object.set.as_ref().filter(|_| makes_whole)
    }
}

/// Takes the categories of `set` out of what the acts cover.
pub(crate) fn remove_categories(acts: &mut [Act], set: &Set) {
    for own in acts.iter_mut().flat_map(|a| &mut a.objects.list).filter_map(|o| o.set.as_mut()) {
        if own.record == set.record {
            own.categories.retain(|c| !set.categories.contains(c));
        }
    }
}
