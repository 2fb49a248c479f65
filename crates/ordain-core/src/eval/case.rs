//! Everything an evaluation looks at.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::eval::docket::action::Course;
use crate::eval::docket::hearing;
use crate::eval::docket::hearing::Hearings;
use crate::eval::docket::motion::Motions;
use crate::eval::orders::in_force;
use crate::eval::orders::in_force::OrdersInForce;
use crate::eval::question::Question;
use crate::eval::record::index::Index;
use crate::eval::record::standing::{Standing, standing};
use crate::eval::remark::Remark;
use crate::eval::rows::planned::Rows;
use crate::facts::Ledger;
use crate::model::{Model, ParagraphId};
use crate::verdict::Verdict;

/// Everything an evaluation looks at.
pub(in crate::eval) struct Case<'a> {
    pub(in crate::eval) model: &'a Model,
    pub(in crate::eval) ledger: &'a Ledger,
    pub(in crate::eval) question: Question,
    /// A line of the matter is bad: no breach rests on silence.
    pub(in crate::eval) incomplete: bool,
    pub(in crate::eval) standings: Vec<Standing>,
    pub(in crate::eval) orders: OrdersInForce<'a>,
    /// Look away from later orders: what a day was before its event was moved.
    pub(in crate::eval) as_first_ordered: Cell<bool>,
    pub(in crate::eval) hearings: Hearings,
    pub(in crate::eval) motions: Motions,
    pub(in crate::eval) action: Course,
    pub(in crate::eval) index: Index,
    pub(in crate::eval) used: RefCell<BTreeSet<usize>>,
    pub(in crate::eval) remarks: RefCell<Vec<(ParagraphId, Remark)>>,
    /// How many due times hang on one another at this moment.
    pub(in crate::eval) depth: Cell<u32>,
    /// How many verdicts are asked for a day other than their own, one inside another.
    pub(in crate::eval) asking: Cell<u32>,
    /// The verdicts reached so far: conditions ask for them.
    pub(in crate::eval) verdicts: RefCell<BTreeMap<ParagraphId, Rc<Vec<Verdict>>>>,
    /// What the tables of the record show.
    pub(in crate::eval) rows: Option<Rows<'a>>,
}

impl<'a> Case<'a> {
    pub(in crate::eval) fn new(
        model: &'a Model,
        ledger: &'a Ledger,
        incomplete: bool,
        question: Question,
        rows: Option<Rows<'a>>,
    ) -> Self {
        let standings: Vec<Standing> = ledger.assertions.iter().map(|a| standing(model, a, question)).collect();
        let index = Index::new(model, ledger, &standings);
        let (orders, ordered) = in_force::orders_in_force(model, question);
        let hearings = Hearings::new(model, &ordered, &hearing::held(model, ledger, &index, &standings));
        let motions = Motions::new(model, ledger, &ordered, &standings, question);
        let action = Course::new(model, ledger, &ordered, &standings, question);
        Self {
            model,
            ledger,
            question,
            incomplete,
            orders,
            hearings,
            motions,
            action,
            index,
            standings,
            as_first_ordered: Cell::new(false),
            used: RefCell::default(),
            remarks: RefCell::default(),
            depth: Cell::new(0),
            asking: Cell::new(0),
            verdicts: RefCell::default(),
            rows,
        }
    }
}
