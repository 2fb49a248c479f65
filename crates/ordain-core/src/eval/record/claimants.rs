//! Which duties ask for one and the same payment. The record of a large matter may have thousands of payments, and
//! its orders thousands of duties to pay: payments that differ in nothing but their day and amount are compared with
//! each kind of duty once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::facts::{Content, Deed, Ledger};
use crate::model::ParagraphId;
use ordain_base::money::{Amount, Currency};

/// Payments that differ in nothing but their day and amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::eval) struct PaymentKind(usize);

/// The first paragraphs of some, in the order of the matter; two, since one of them may be the one that asks.
#[derive(Debug, Clone, Copy)]
struct FirstTwo(ParagraphId, Option<ParagraphId>);

impl FirstTwo {
    fn add(&mut self, other: ParagraphId) {
        if other != self.0 {
            self.1.get_or_insert(other);
        }
    }

    fn other_than(self, own: ParagraphId) -> Option<ParagraphId> {
        if self.0 == own { self.1 } else { Some(self.0) }
    }
}

/// The paragraphs that ask for payments of one kind.
#[derive(Debug, Default)]
pub(in crate::eval) struct Claimants {
    first: Option<FirstTwo>,
    by_amount: BTreeMap<Amount, FirstTwo>,
}

impl Claimants {
    /// Paragraphs are added in the order of the matter.
    pub(in crate::eval) fn add(&mut self, paragraph: ParagraphId, amount: Amount) {
        self.first.get_or_insert(FirstTwo(paragraph, None)).add(paragraph);
        self.by_amount.entry(amount).or_insert(FirstTwo(paragraph, None)).add(paragraph);
    }

    /// The first paragraph beside this one.
    pub(in crate::eval) fn beside(&self, own: ParagraphId) -> Option<ParagraphId> {
        self.first?.other_than(own)
    }

    /// Whether a paragraph beside this one asks for just so much.
    pub(in crate::eval) fn ask_for(&self, amount: Amount, own: ParagraphId) -> bool {
        self.by_amount.get(&amount).is_some_and(|found| found.other_than(own).is_some())
    }
}

/// The kinds of payments of a record, and who asks for each, found when first asked.
#[derive(Debug, Default)]
pub(in crate::eval) struct PaymentKinds {
    kinds: RefCell<BTreeMap<String, PaymentKind>>,
    of: RefCell<BTreeMap<usize, PaymentKind>>,
    claimants: RefCell<BTreeMap<(Currency, PaymentKind), Rc<Claimants>>>,
}

impl PaymentKinds {
    /// The kind of the act at this position of the ledger.
    pub(in crate::eval) fn of(&self, ledger: &Ledger, position: usize) -> PaymentKind {
        if let Some(known) = self.of.borrow().get(&position) {
            return *known;
        }
        let signature = match ledger.assertions.get(position).map(|a| &a.content) {
            Some(Content::Done(deed)) => signature_of_payment(deed),
            _ => String::new(),
        };
        let mut kinds = self.kinds.borrow_mut();
        let next = PaymentKind(kinds.len());
        let kind = *kinds.entry(signature).or_insert(next);
        self.of.borrow_mut().insert(position, kind);
        kind
    }

    /// Who asks for payments of a kind in a currency; `find` says it the first time.
    pub(in crate::eval) fn claimants(
        &self,
        currency: Currency,
        kind: PaymentKind,
        find: impl FnOnce() -> Claimants,
    ) -> Rc<Claimants> {
        if let Some(known) = self.claimants.borrow().get(&(currency, kind)) {
            return Rc::clone(known);
        }
        let found = Rc::new(find());
        self.claimants.borrow_mut().insert((currency, kind), Rc::clone(&found));
        found
    }
}

/// All that tells a payment apart from others, but for its day and amount.
fn signature_of_payment(deed: &Deed) -> String {
    format!("{:?}{}{}", deed.actors, deed.negated, deed.act.signature_but_amounts())
}
