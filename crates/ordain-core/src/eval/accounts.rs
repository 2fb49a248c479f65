//! The record without the undenied word of some: what a party or a bystander says of somebody else accuses
//! nobody by itself. Whether an accusation rests on such a word is seen by leaving it open.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::eval::docket::action::ActionCourse;
use crate::eval::docket::hearing::{Hearings, hearings_held};
use crate::eval::docket::motion::Motions;
use crate::eval::orders::event::Ordered;
use crate::eval::question::{Question, Side};
use crate::eval::record::index::Index;
use crate::eval::record::standing::{Rank, Standing};
use crate::facts::{Assertion, Ledger, Voice};
use crate::model::{Model, PartyId, PartyKind};

/// The record in which the word of everybody but some sides is open.
pub(in crate::eval) struct Account {
    pub(in crate::eval) standings: Vec<Standing>,
    pub(in crate::eval) hearings: Hearings,
    pub(in crate::eval) motions: Motions,
    pub(in crate::eval) action: ActionCourse,
    pub(in crate::eval) index: Index,
    /// The assertions that are left open, by their positions.
    pub(in crate::eval) open: Vec<usize>,
}

/// The accounts that were asked for, by the sides whose own word counts; `None` where nobody else says anything.
#[derive(Default)]
pub(in crate::eval) struct Accounts {
    found: RefCell<BTreeMap<Vec<PartyId>, Option<Rc<Account>>>>,
}

/// What an account is made from.
pub(in crate::eval) struct Sources<'s, 'a> {
    pub(in crate::eval) model: &'s Model,
    pub(in crate::eval) ledger: &'s Ledger,
    pub(in crate::eval) question: Question,
    pub(in crate::eval) standings: &'s [Standing],
    pub(in crate::eval) ordered: &'s [Ordered<'a>],
}

impl Accounts {
    /// The record without what others say of these parties. A view takes the word of its own side, so only
    /// the Court's leaves any open.
    pub(in crate::eval) fn of(&self, from: &Sources<'_, '_>, parties: &[PartyId]) -> Option<Rc<Account>> {
        if from.question.side != Side::Court {
            return None;
        }
        let mut sides: Vec<PartyId> = parties.iter().map(|p| from.model.declared.side(*p)).collect();
        sides.sort_unstable();
        sides.dedup();
        if let Some(known) = self.found.borrow().get(&sides) {
            return known.clone();
        }
        let account = account_of_sides(from, &sides).map(Rc::new);
        self.found.borrow_mut().insert(sides, account.clone());
        account
    }
}

fn account_of_sides(from: &Sources<'_, '_>, sides: &[PartyId]) -> Option<Account> {
    let Sources { model, ledger, question, standings, ordered } = *from;
    let standings_of_all = ledger.assertions.iter().zip(standings).enumerate();
    let open: Vec<usize> =
        standings_of_all.filter(|(_, (a, s))| is_word_of_others(model, a, **s, sides)).map(|(i, _)| i).collect();
    if open.is_empty() {
        return None;
    }
    let mut standings = standings.to_vec();
    for &i in &open {
        standings[i] = Standing::Disputed;
    }
    let index = Index::new(model, ledger, &standings);
    let hearings = Hearings::new(model, ordered, &hearings_held(model, ledger, &index, &standings));
    let motions = Motions::new(model, ledger, ordered, &standings, question);
    let action = ActionCourse::new(model, ledger, ordered, &standings, question);
    Some(Account { standings, hearings, motions, action, index, open })
}

/// Undenied, said by others than these sides and the Court, and by nothing else.
fn is_word_of_others(model: &Model, a: &Assertion, standing: Standing, sides: &[PartyId]) -> bool {
    let declared = &model.declared;
    let own = |p: &PartyId| sides.contains(&declared.side(*p)) || declared.parties[p.index()].kind == PartyKind::Court;
    match &a.voice {
        Voice::Says(by) => standing == Standing::Accepted(Rank::Undisputed) && !by.iter().any(own),
        Voice::Plain | Voice::Denies(_) | Voice::Admits(_) | Voice::Stipulated(_) | Voice::Found | Voice::Docket => {
            false
        }
    }
}
