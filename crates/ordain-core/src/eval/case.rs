//! Everything an evaluation looks at, to be read only.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime};

use crate::eval::accounts::{Account, Accounts, Sources};
use crate::eval::docket::action::ActionCourse;
use crate::eval::docket::happens::Happens;
use crate::eval::docket::hearing::{Hearings, hearings_held};
use crate::eval::docket::motion::Motions;
use crate::eval::notes::Notes;
use crate::eval::orders::event::Ordered;
use crate::eval::orders::in_force::{InForce, OrdersInForce, orders_in_force};
use crate::eval::question::Question;
use crate::eval::record::duties_by_thing::DutiesByThing;
use crate::eval::record::index::Index;
use crate::eval::record::standing::{Standing, standing_of_assertion};
use crate::eval::record::struck::StruckPapers;
use crate::eval::record::tables::Rows;
use crate::eval::remark::Remark;
use crate::facts::Ledger;
use crate::model::{Bearer, Model, Paragraph, ParagraphId, PartyId};
use crate::verdict::{Due, Verdict};
use ordain_base::source::Span;
use ordain_syntax::ast::Length;

/// Days that were counted on from others: many duties have one day, and an order that moves them all moves each by as
/// much. By the day and the hour, how many of which unit, and whether earlier.
pub(in crate::eval) type Shifted = RefCell<BTreeMap<ShiftedFrom, Option<Due>>>;

/// From which day and hour, by how much, and whether earlier.
pub(in crate::eval) type ShiftedFrom = (NaiveDate, Option<NaiveTime>, Length, bool);

/// What a question makes of a model and a ledger, before any verdict.
pub(in crate::eval) struct CaseFile<'a> {
    model: &'a Model,
    ledger: &'a Ledger,
    question: Question,
    standings: Vec<Standing>,
    orders: OrdersInForce<'a>,
    ordered: Vec<Ordered<'a>>,
    struck: StruckPapers<'a>,
    /// Dispositions that hang on a condition, with the paragraph that states it.
    conditional: Vec<(ParagraphId, Ordered<'a>)>,
    hearings: Hearings,
    motions: Motions,
    action: ActionCourse,
    index: Index,
    duties: DutiesByThing,
    shifted: Shifted,
    accounts: Accounts,
}

impl<'a> CaseFile<'a> {
    pub(in crate::eval) fn new(model: &'a Model, ledger: &'a Ledger, question: Question) -> Self {
        let standings: Vec<Standing> =
            ledger.assertions.iter().map(|a| standing_of_assertion(model, a, question)).collect();
        let index = Index::new(model, ledger, &standings);
        let InForce { orders, ordered, conditional } = orders_in_force(model, question);
        let hearings = Hearings::new(model, &ordered, &hearings_held(model, ledger, &index, &standings));
        let motions = Motions::new(model, ledger, &ordered, &standings, question);
        let action = ActionCourse::new(model, ledger, &ordered, &standings, question);
        let duties = DutiesByThing::new(model);
        let struck = StruckPapers::new(model, &ordered);
        let shifted = Shifted::default();
        let accounts = Accounts::default();
        Self {
            model,
            ledger,
            question,
            standings,
            orders,
            ordered,
            struck,
            conditional,
            hearings,
            motions,
            action,
            index,
            duties,
            shifted,
            accounts,
        }
    }

    /// The dispositions that hang on a condition, and the paragraphs that state it.
    pub(in crate::eval) fn conditional(&self) -> &[(ParagraphId, Ordered<'a>)] {
        &self.conditional
    }

    /// Hearings as they are with these dispositions too, whose conditions hold or may hold.
    pub(in crate::eval) fn with_conditional(mut self, more: Vec<Ordered<'a>>) -> Self {
        if more.is_empty() {
            return self;
        }
        self.ordered.extend(more);
        self.ordered.sort_by_key(|o| o.by.day);
        self.struck = StruckPapers::new(self.model, &self.ordered);
        let held = hearings_held(self.model, self.ledger, &self.index, &self.standings);
        self.hearings = Hearings::new(self.model, &self.ordered, &held);
        self
    }

    /// The case as verdicts are found in it. `incomplete` says that some line of the matter was not read
    /// or not resolved.
    pub(in crate::eval) fn case<'c>(
        &'c self,
        incomplete: bool,
        rows: Option<&'c Rows<'c>>,
        ask: &'c dyn Ask,
        notes: &'c Notes,
    ) -> Case<'c> {
        Case {
            model: self.model,
            ledger: self.ledger,
            question: self.question,
            incomplete,
            standings: &self.standings,
            orders: &self.orders,
            hearings: &self.hearings,
            motions: &self.motions,
            action: &self.action,
            index: &self.index,
            duties: &self.duties,
            shifted: &self.shifted,
            ordered: &self.ordered,
            struck: &self.struck,
            accounts: &self.accounts,
            rows,
            as_first_ordered: false,
            assumed: &[],
            bearer: None,
            ask,
            notes,
        }
    }
}

/// Everything an evaluation looks at.
#[derive(Clone, Copy)]
pub(in crate::eval) struct Case<'a> {
    pub(in crate::eval) model: &'a Model,
    pub(in crate::eval) ledger: &'a Ledger,
    pub(in crate::eval) question: Question,
    /// A line of the matter is bad: no missing act is held against anyone.
    pub(in crate::eval) incomplete: bool,
    /// By the position of an assertion in the ledger.
    pub(in crate::eval) standings: &'a [Standing],
    pub(in crate::eval) orders: &'a OrdersInForce<'a>,
    pub(in crate::eval) hearings: &'a Hearings,
    pub(in crate::eval) motions: &'a Motions,
    pub(in crate::eval) action: &'a ActionCourse,
    pub(in crate::eval) index: &'a Index,
    pub(in crate::eval) duties: &'a DutiesByThing,
    pub(in crate::eval) shifted: &'a Shifted,
    /// Dispositions in force that may be about hearings, motions and the action.
    pub(in crate::eval) ordered: &'a [Ordered<'a>],
    pub(in crate::eval) struck: &'a StruckPapers<'a>,
    pub(in crate::eval) accounts: &'a Accounts,
    /// What the tables of the record show.
    pub(in crate::eval) rows: Option<&'a Rows<'a>>,
    /// Days are those before any order moved an event ([`Case::before_moves`]).
    pub(in crate::eval) as_first_ordered: bool,
    /// Dispositions whose condition nobody can decide, and whether it is taken to hold: by the words that act.
    pub(in crate::eval) assumed: &'a [(Span, bool)],
    /// Whose day is asked for: what was served on another starts no clock of this party.
    pub(in crate::eval) bearer: Option<PartyId>,
    pub(in crate::eval) ask: &'a dyn Ask,
    pub(in crate::eval) notes: &'a Notes,
}

impl Case<'_> {
    /// The same case, looking away from orders that moved a day or an event.
    pub(in crate::eval) fn before_moves(&self) -> Self {
        Self { as_first_ordered: true, ..*self }
    }

    /// The record without what others say of these parties, where they say anything.
    pub(in crate::eval) fn account_of(&self, parties: &[PartyId]) -> Option<Rc<Account>> {
        let sources = Sources {
            model: self.model,
            ledger: self.ledger,
            question: self.question,
            standings: self.standings,
            ordered: self.ordered,
        };
        self.accounts.of(&sources, parties)
    }

    /// The same case by another account of the record.
    pub(in crate::eval) fn by_account<'b>(&self, account: &'b Account, ask: &'b dyn Ask, notes: &'b Notes) -> Case<'b>
    where
        Self: 'b,
    {
        let Account { standings, hearings, motions, action, index, .. } = account;
        Case { standings, hearings, motions, action, index, ask, notes, ..*self }
    }

    /// Whether the condition of a disposition is taken to hold, where the record does not decide it.
    pub(in crate::eval) fn assumes(&self, disposition: Span) -> Option<bool> {
        self.assumed.iter().find(|(span, _)| *span == disposition).map(|(_, holds)| *holds)
    }

    /// The same case, asked for one bearer; for nobody in particular where several must act together.
    pub(in crate::eval) fn of_bearer(&self, bearer: &Bearer) -> Self {
        let bearer = if let Bearer::One(party) = bearer { Some(*party) } else { None };
        Self { bearer, ..*self }
    }

    /// The same case, asked for nobody in particular.
    pub(in crate::eval) fn of_nobody(&self) -> Self {
        Self { bearer: None, ..*self }
    }

    /// Notes a remark about a due time. What is no longer so is not remarked on.
    pub(in crate::eval) fn remark(&self, paragraph: &Paragraph, remark: Remark) {
        if !self.as_first_ordered && self.assumed.is_empty() {
            self.notes.remark(paragraph.id, remark);
        }
    }
}

/// What one paragraph asks of another. The rooms that ask lie below the one that finds the answers.
pub(in crate::eval) trait Ask {
    /// The verdicts of a paragraph, where they are known before those of the one that asks.
    fn verdicts(&self, of: ParagraphId) -> Option<Rc<Vec<Verdict>>>;

    /// The verdicts that are known so far, and no other answer: those are to be found by another account.
    fn afresh(&self) -> Box<dyn Ask>;

    /// The verdict of a paragraph, had it been due on `day`.
    ///
    /// # Errors
    /// It hangs on too many such questions, or on itself.
    fn verdict_if_due_on(
        &self,
        case: &Case<'_>,
        of: ParagraphId,
        day: NaiveDate,
    ) -> Result<Option<Verdict>, HangsTogether>;

    /// When a duty falls due; never, where the two hang on each other.
    fn due_day(&self, case: &Case<'_>, of: ParagraphId) -> Happens;

    /// When a duty was performed.
    fn performance_day(&self, case: &Case<'_>, of: ParagraphId) -> Happens;
}

/// Paragraphs ask one another in a circle, or too deeply.
pub(in crate::eval) struct HangsTogether;
