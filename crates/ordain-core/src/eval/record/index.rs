//! The record by what a duty asks of it, so that the cost of a matter grows
//! with its size and not with its square. Built once an evaluation.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

use crate::eval::record::claimants::PaymentKinds;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::naming;
use crate::eval::record::standing::Standing;
use crate::eval::record::titles::Wording;
use crate::facts::{Assertion, Content, Deed, Ledger, Subject, plain_words};
use crate::model::object::{Act, Head, Object, Related};
use crate::model::{Bearer, Model, ParagraphId, PartyId, PartyKind, RecordId, VerbId};
use ordain_base::steps;

/// Acts that differ in nothing but their day.
pub(in crate::eval) struct Group {
    /// The position of one of them, which means all.
    pub(in crate::eval) first: usize,
    /// What was done, where that is one thing.
    object: Option<Object>,
    /// Those on one known day, accepted and not denied, oldest first.
    pub(in crate::eval) certain: Vec<(NaiveDate, usize)>,
    /// All others.
    pub(in crate::eval) rest: Vec<usize>,
    verb: VerbId,
    /// Positions among the things that acts are done to.
    heads: Vec<usize>,
}

#[derive(Default)]
pub(in crate::eval) struct Index {
    pub(in crate::eval) groups: Vec<Group>,
    /// Groups by who acted and by the side of each; under `None` those of nobody who is named, and of anybody outside the case.
    actors: BTreeMap<Option<PartyId>, Vec<usize>>,
    /// Groups by the verb of their acts.
    verbs: BTreeMap<VerbId, Vec<usize>>,
    /// Groups of acts that name nothing that they were done to (`Birch responded`, `Birch paid $500`), by who acted, as in
    /// `actors`.
    bare: BTreeMap<Option<PartyId>, Vec<(VerbId, usize)>>,
    /// Groups by the things their acts are done to.
    heads: Vec<(Option<Head>, Vec<usize>)>,
    /// What each of these things is called.
    wordings: Vec<Vec<Wording>>,
    /// The position in `heads` of each thing.
    positions: BTreeMap<Option<Head>, usize>,
    /// Positions in `heads` by each word of their wordings.
    words: BTreeMap<String, Vec<usize>>,
    near: RefCell<BTreeMap<Option<Head>, Rc<Vec<usize>>>>,
    /// By a thing and what it is about, the groups of acts that may have been done to it.
    near_about: RefCell<BTreeMap<Paper, Rc<Vec<usize>>>>,
    /// By the position of a group, the paragraphs that may ask for its acts.
    asked_by: OnceCell<BTreeMap<usize, Vec<ParagraphId>>>,
    /// By the position of an act, the first two paragraphs that asked for it when it was done.
    owed: RefCell<BTreeMap<usize, Rc<Vec<ParagraphId>>>>,
    /// Acts by the paragraph they say they perform.
    pub(in crate::eval) links: BTreeMap<ParagraphId, Vec<usize>>,
    /// Statements about a category of a record.
    pub(in crate::eval) states: BTreeMap<(RecordId, Option<usize>), Vec<usize>>,
    /// Acts that put something into a category.
    pub(in crate::eval) into: BTreeMap<(RecordId, Option<usize>), Vec<usize>>,
    /// Statements that a paragraph was breached or met.
    pub(in crate::eval) verdicts: BTreeMap<ParagraphId, Vec<usize>>,
    /// Acts that speak of a paragraph: requests, refusals.
    pub(in crate::eval) about: BTreeMap<ParagraphId, Vec<usize>>,
    pub(in crate::eval) deeds: BTreeMap<VerbId, Vec<usize>>,
    happened: BTreeMap<Subject, Vec<usize>>,
    /// The paragraphs to which each yields: `despite ¶ 1`.
    pub(in crate::eval) winners: BTreeMap<ParagraphId, Vec<ParagraphId>>,
    /// What somebody says in words, by the words.
    pub(in crate::eval) said: BTreeMap<String, Vec<usize>>,
    pub(in crate::eval) payment_kinds: PaymentKinds,
    /// Excuses by the paragraph for which they are argued; under `None` those that name none.
    excuses: BTreeMap<Option<ParagraphId>, Vec<usize>>,
}

/// A thing, and what it is about.
type Paper = (Option<Head>, Vec<Head>);

/// Words in more wordings than this distinguish nothing.
const COMMON: usize = 64;

/// With no more things than this, each is compared with each for slips of the pen.
const FEW: usize = 512;

impl Index {
    pub(in crate::eval) fn new(model: &Model, ledger: &Ledger, standings: &[Standing]) -> Self {
        let mut index = Self { winners: paragraphs_that_prevail(model), ..Self::default() };
        for (i, excuse) in ledger.excuses.iter().enumerate() {
            let named: BTreeSet<Option<ParagraphId>> = excuse.targets.iter().map(|p| Some(*p)).collect();
            let of = if named.is_empty() { BTreeSet::from([None]) } else { named };
            of.into_iter().for_each(|p| index.excuses.entry(p).or_default().push(i));
        }
        let mut signatures: BTreeMap<String, usize> = BTreeMap::new();
        for (i, a) in ledger.assertions.iter().enumerate() {
            index.statement(i, a);
            let usable = matches!(standings[i], Standing::Accepted(_) | Standing::Disputed);
            let Content::Done(deed) = &a.content else { continue };
            if !usable {
                continue;
            }
            index.deed(i, a, deed);
            let key = deed.signature();
            let group = *signatures.entry(key).or_insert_with(|| {
                let object = match deed.act.objects.list.as_slice() {
                    [one] => Some(one.clone()),
                    _ => None,
                };
                let g = index.groups.len();
                index.verbs.entry(deed.act.verb).or_default().push(g);
                for actor in actor_keys(model, &deed.actors) {
                    index.actors.entry(actor).or_default().push(g);
                    if deed.act.objects.list.iter().all(|o| o.head.is_none())
                        || matching::says_no_thing(model, &deed.act)
                    {
                        index.bare.entry(actor).or_default().push((deed.act.verb, g));
                    }
                }
                let mut own: BTreeSet<Option<Head>> = deed.act.objects.list.iter().map(|o| o.head.clone()).collect();
                let to = deed.act.objects.list.iter().flat_map(Object::addressees);
                own.extend(to.map(|p| Some(Head::Party(p))));
                if own.is_empty() {
                    own.insert(None);
                }
                let mut own_heads = Vec::new();
                for head in own {
                    let at = *index.positions.entry(head.clone()).or_insert_with(|| {
                        index.heads.push((head.clone(), Vec::new()));
                        index.heads.len() - 1
                    });
                    index.heads[at].1.push(g);
                    own_heads.push(at);
                }
                let (certain, rest) = (Vec::new(), Vec::new());
                index.groups.push(Group { first: i, verb: deed.act.verb, object, certain, rest, heads: own_heads });
                g
            });
            let day = a
                .bounds
                .day()
                .filter(|_| matches!(standings[i], Standing::Accepted(_)) && !deed.negated && a.bounds.time.is_none());
            match day {
                Some(day) => index.groups[group].certain.push((day, i)),
                None => index.groups[group].rest.push(i),
            }
        }
        for group in &mut index.groups {
            group.certain.sort_unstable();
        }
        for (at, (head, _)) in index.heads.iter().enumerate() {
            let wordings = head.as_ref().map(|h| naming::compared_wordings(model, h)).unwrap_or_default();
            let words: BTreeSet<&str> = wordings.iter().flat_map(|w| w.text.split(' ')).collect();
            for word in words {
                index.words.entry(word.to_owned()).or_default().push(at);
            }
            index.wordings.push(wordings);
        }
        index
    }

    /// Files an assertion that is not an act.
    fn statement(&mut self, i: usize, a: &Assertion) {
        match &a.content {
            Content::State { set, .. } => {
                for c in categories_or_whole(&set.categories) {
                    self.states.entry((set.record, c)).or_default().push(i);
                }
            }
            Content::Verdict { paragraph, .. } => self.verdicts.entry(*paragraph).or_default().push(i),
            Content::Happened { subject, .. } => self.happened.entry(*subject).or_default().push(i),
            Content::Words(words) | Content::NotSo(words) => {
                self.said.entry(plain_words(words)).or_default().push(i);
            }
            _ => {}
        }
    }

    fn deed(&mut self, i: usize, a: &Assertion, deed: &Deed) {
        for p in &a.performs {
            self.links.entry(*p).or_default().push(i);
        }
        self.deeds.entry(deed.act.verb).or_default().push(i);
        for object in &deed.act.objects.list {
            for relation in &object.relations {
                if let Related::Paragraph(p) = relation.to {
                    self.about.entry(p).or_default().push(i);
                }
            }
            if let Some(set) = &object.set {
                for c in categories_or_whole(&set.categories) {
                    self.into.entry((set.record, c)).or_default().push(i);
                }
            }
        }
    }

    /// What is said of a hearing, an event, a paper or an order.
    pub(in crate::eval) fn reported(&self, subject: Subject) -> &[usize] {
        self.happened.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The excuses that are argued for a paragraph or for all, in the order of the record.
    pub(in crate::eval) fn excuses_about(&self, paragraph: ParagraphId) -> Vec<usize> {
        let of = |p: Option<ParagraphId>| self.excuses.get(&p).into_iter().flatten().copied();
        let mut all: Vec<usize> = of(Some(paragraph)).chain(of(None)).collect();
        all.sort_unstable();
        steps::count(all.len());
        all
    }

    /// All that is said of anything, in the order of the things.
    pub(in crate::eval) fn all_reported(&self) -> impl Iterator<Item = (&Subject, &Vec<usize>)> {
        self.happened.iter()
    }

    /// The groups whose acts may be the one asked for, exactly or nearly.
    pub(in crate::eval) fn groups_for(&self, model: &Model, act: &Act) -> Vec<usize> {
        if act.objects.list.iter().all(|o| o.head.is_none()) {
            let verbs = &model.declared.verbs;
            let meant = |v: VerbId| verbs.same_family(v, act.verb) || verbs.near(v, act.verb);
            return self.verbs.iter().filter(|(v, _)| meant(**v)).flat_map(|(_, g)| g).copied().collect();
        }
        if let [wanted] = act.objects.list.as_slice() {
            return self.groups_of_thing(model, wanted).to_vec();
        }
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for object in &act.objects.list {
            for &h in self.near_heads(model, &object.head).iter() {
                found.extend(&self.heads[h].1);
            }
        }
        found.into_iter().collect()
    }

    /// The groups of acts that may have been done to a thing. Most papers of one kind are about something else: that is
    /// found out once for all who ask for a paper about the same.
    fn groups_of_thing(&self, model: &Model, wanted: &Object) -> Rc<Vec<usize>> {
        let about: Vec<Head> = matching::heads_a_paper_is_about(wanted).cloned().collect();
        let key = (wanted.head.clone(), about);
        if let Some(known) = self.near_about.borrow().get(&key) {
            return Rc::clone(known);
        }
        let heads = self.near_heads(model, &wanted.head);
        let mut found: Vec<usize> = heads.iter().flat_map(|h| &self.heads[*h].1).copied().collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|g| {
            let given = self.groups[*g].object.as_ref();
            given.is_none_or(|given| !matching::is_about_another(model, wanted, given))
        });
        steps::count(found.len());
        let found = Rc::new(found);
        self.near_about.borrow_mut().insert(key, Rc::clone(&found));
        found
    }

    /// Those of [`Index::groups_for`] that may be acts of the bearer, or of somebody who may have acted for it.
    pub(in crate::eval) fn groups_of(&self, model: &Model, bearer: &Bearer, act: &Act) -> Vec<usize> {
        let parties = bearer.parties();
        if parties.is_empty() {
            return self.groups_for(model, act);
        }
        let keys: BTreeSet<_> = [None].into_iter().chain(parties.iter().flat_map(|p| keys_of(model, *p))).collect();
        let of_bearer = || keys.iter().filter_map(|key| self.actors.get(key));
        let verbs = &model.declared.verbs;
        let meant = |verb: VerbId| verbs.same_family(verb, act.verb) || verbs.near(verb, act.verb);
        let bare = keys.iter().filter_map(|key| self.bare.get(key)).flatten();
        let mut found: BTreeSet<usize> = bare.filter(|(verb, _)| meant(*verb)).map(|(_, group)| *group).collect();
        let own: BTreeSet<usize> = of_bearer().flatten().copied().collect();
        if act.objects.list.iter().all(|o| o.head.is_none()) {
            found.extend(own.into_iter().filter(|g| meant(self.groups[*g].verb)));
            return found.into_iter().collect();
        }
        let near: BTreeSet<usize> =
            act.objects.list.iter().flat_map(|o| self.near_heads(model, &o.head).to_vec()).collect();
        let of_things = near.iter().map(|h| self.heads[*h].1.len()).sum::<usize>();
        // Whichever list is shorter is gone through.
        if of_things <= own.len() {
            found.extend(self.groups_for(model, act));
        } else {
            found.extend(own.into_iter().filter(|g| self.groups[*g].heads.iter().any(|h| near.contains(h))));
        }
        found.into_iter().collect()
    }

    /// The paragraphs that may ask for the acts of a group, in the order of the matter.
    pub(in crate::eval) fn asked_by(&self, model: &Model, group: usize) -> &[ParagraphId] {
        let all = self.asked_by.get_or_init(|| {
            let mut all: BTreeMap<usize, Vec<ParagraphId>> = BTreeMap::new();
            for p in &model.paragraphs {
                let crate::model::Body::Provision(provision) = &p.body else { continue };
                let acts = provision.obligations.iter().flat_map(|o| &o.acts);
                let groups: BTreeSet<usize> = acts.flat_map(|act| self.groups_for(model, act)).collect();
                groups.into_iter().for_each(|g| all.entry(g).or_default().push(p.id));
            }
            all
        });
        all.get(&group).map_or(&[], Vec::as_slice)
    }

    /// The paragraphs that asked for an act when it was done, as `find` finds them the first time.
    pub(in crate::eval) fn owed(&self, act: usize, find: impl FnOnce() -> Vec<ParagraphId>) -> Rc<Vec<ParagraphId>> {
        if let Some(known) = self.owed.borrow().get(&act) {
            return Rc::clone(known);
        }
        let found = Rc::new(find());
        self.owed.borrow_mut().insert(act, Rc::clone(&found));
        found
    }

    fn near_heads(&self, model: &Model, wanted: &Option<Head>) -> Rc<Vec<usize>> {
        if let Some(known) = self.near.borrow().get(wanted) {
            return Rc::clone(known);
        }
        let own = wanted.as_ref().map(|w| naming::compared_wordings(model, w)).unwrap_or_default();
        let matches = |at: &usize| match (wanted, &self.heads[*at].0) {
            (None, _) => true,
            (Some(w), Some(g)) => {
                naming::match_heads(model, (w, || own.as_slice()), (g, || self.wordings[*at].as_slice())) != Match::No
            }
            (Some(_), None) => false,
        };
        let found: Vec<usize> = match wanted {
            Some(head) if self.heads.len() > FEW => {
                let mut candidates: BTreeSet<usize> = BTreeSet::new();
                for wording in naming::wordings_of_head(model, head) {
                    for word in wording.split(' ') {
                        let bucket = self.words.get(word).map_or(&[][..], Vec::as_slice);
                        if bucket.len() <= COMMON {
                            candidates.extend(bucket);
                        }
                    }
                }
                candidates.extend(self.positions.get(wanted));
                candidates.into_iter().filter(matches).collect()
            }
            _ => (0..self.heads.len()).filter(matches).collect(),
        };
        let found = Rc::new(found);
        self.near.borrow_mut().insert(wanted.clone(), Rc::clone(&found));
        found
    }
}

/// Under which an act of these actors is filed.
fn actor_keys(model: &Model, actors: &[PartyId]) -> BTreeSet<Option<PartyId>> {
    let outside = |p: &PartyId| {
        let side = model.declared.side(*p);
        matches!(model.declared.parties[side.index()].kind, PartyKind::NonParty | PartyKind::Role)
    };
    let anybody = actors.is_empty() || actors.iter().any(outside);
    let named = actors.iter().flat_map(|p| keys_of(model, *p));
    named.chain(anybody.then_some(None)).collect()
}

/// A party acts for its side, and a side through each of its members.
fn keys_of(model: &Model, party: PartyId) -> [Option<PartyId>; 2] {
    [Some(party), Some(model.declared.side(party))]
}

fn paragraphs_that_prevail(model: &Model) -> BTreeMap<ParagraphId, Vec<ParagraphId>> {
    let mut found: BTreeMap<ParagraphId, Vec<ParagraphId>> = BTreeMap::new();
    for p in &model.paragraphs {
        if let crate::model::Body::Provision(provision) = &p.body {
            for loser in provision.obligations.iter().flat_map(|l| &l.despite) {
                found.entry(*loser).or_default().push(p.id);
            }
        }
    }
    found
}

/// Each category, or the record as a whole where it has none.
fn categories_or_whole(list: &[usize]) -> Vec<Option<usize>> {
    if list.is_empty() { vec![None] } else { list.iter().map(|&c| Some(c)).collect() }
}
