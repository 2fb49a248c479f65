//! One act in two wordings: to oppose a motion is to file an opposition to it.

use crate::eval::record::matching::{self, Match};
use crate::eval::record::naming::{kinds_of_paper, may_be_one};
use crate::eval::record::wordings::{act_upon, amendment, deposition, motion};
use crate::facts::Deed;
use crate::model::deliverables::Deliverable;
use crate::model::nature::Nature;
use crate::model::object::{Act, Head, Object, Objects, Related, Relation};
use crate::model::preposition::Preposition;
use crate::model::{Bearer, Does, Model, OrderId, PartyId, PartyKind, VerbFamily, VerbPaper};

/// The same act in its other wording.
pub(in crate::eval) struct SameAct {
    pub(in crate::eval) act: Act,
    /// Why a person should look; both say what is answered where there is no reason.
    pub(in crate::eval) doubt: Option<&'static str>,
}

/// Papers by which cause is shown.
const SHOW_CAUSE: [&str; 6] = ["response", "declaration", "affidavit", "memorandum", "letter", "statement"];

const SHOWS_CAUSE: &str = "whether it shows cause is for you to decide";
const ANSWERS_WHAT: &str = "what it answers is not said";
const SERVED: &str = "whether it was served, the record does not say";
const PERHAPS: &str = "you decide whether it does what is ordered";
const OTHER_PAPER: &str = "it is a paper of another kind";

/// The other wordings of some acts.
pub(in crate::eval) fn same_acts(model: &Model, acts: &[Act]) -> Vec<SameAct> {
    acts.iter().flat_map(|a| wordings_of(model, a)).collect()
}

fn wordings_of(model: &Model, act: &Act) -> Vec<SameAct> {
    let mut all = papers_of(model, act);
    all.extend(deeds_of(model, act));
    let others = deposition(model, act).into_iter().chain(amendment(model, act)).chain(motion(model, act));
    all.extend(others.map(|act| SameAct { act, doubt: None }));
    all
}

/// `show cause` → `file response to this order`: whether a paper shows cause nobody but the Court can say.
pub(in crate::eval) fn showing_cause(model: &Model, act: &Act, order: OrderId) -> Vec<SameAct> {
    let verbs = &model.declared.verbs;
    let (VerbFamily::ShowCause, Some(verb)) = (verbs.get(act.verb).family, verbs.base("file")) else {
        return Vec::new();
    };
    let paper = |name: &&str| {
        let mut object = Object::empty(act.span);
        object.head = Some(Head::Deliverable(Deliverable::find(name)?));
        let to = Related::Head(Head::Order(order));
        object.relations.push(Relation { preposition: Some(Preposition::To), to });
        let objects = Objects { list: vec![object], any: false };
        let doubt = Some(SHOWS_CAUSE);
        Some(SameAct { act: Act { verb, objects, span: act.span }, doubt })
    };
    let responds = verbs.base("respond").map(|verb| {
        let mut object = Object::empty(act.span);
        let to = Related::Head(Head::Order(order));
        object.relations.push(Relation { preposition: Some(Preposition::To), to });
        SameAct { act: act_upon(verb, object, act.span), doubt: Some(SHOWS_CAUSE) }
    });
    SHOW_CAUSE.iter().filter_map(paper).chain(responds).collect()
}

/// `oppose MTC1` → `file opposition to MTC1`; `respond to Complaint` → `file response to Complaint`, `file answer to
/// Complaint`. The response to a request for discovery is served, and so is a notice to somebody else than the Court.
fn papers_of(model: &Model, act: &Act) -> Vec<SameAct> {
    let verbs = &model.declared.verbs;
    let answered = heads_answered(act);
    let of_discovery = answered.iter().any(|h| kinds_of_paper(model, h).any(|d| d.is(Nature::DiscoveryRequest)));
    let court = |p: &PartyId| model.declared.parties[p.index()].kind == PartyKind::Court;
    let to_a_party = act.objects.list.iter().any(|o| matches!(&o.head, Some(Head::Party(p)) if !court(p)));
    let verb = if of_discovery || to_a_party { verbs.base("serve") } else { verbs.base("file") };
    let to = |h: &Head| Relation { preposition: Some(Preposition::To), to: Related::Head(h.clone()) };
    let of_pair = |pair: VerbPaper| {
        let own = verbs.get(act.verb).lemma == pair.lemma;
        let doubt = match pair.does {
            Does::Perhaps => Some(PERHAPS),
            Does::OfOneThing if !own => Some(OTHER_PAPER),
            Does::OfOneThing if answered.is_empty() => Some(ANSWERS_WHAT),
            Does::OfOneThing | Does::Always => None,
        };
        let mut object = Object::empty(act.span);
        object.head = Some(Head::Deliverable(pair.deliverable()?));
        if pair.does != Does::Perhaps {
            object.relations = answered.iter().map(to).collect();
            object.numbered = act.objects.list.iter().find_map(|o| o.numbered.clone());
        }
        Some(SameAct { doubt, act: act_upon(verb?, object, act.span) })
    };
    VerbPaper::of_verb(verbs, act.verb).filter_map(of_pair).collect()
}

/// `file opposition to MTC1` → `oppose MTC1`; `file status report` → `report`.
fn deeds_of(model: &Model, act: &Act) -> Vec<SameAct> {
    let verbs = &model.declared.verbs;
    let served = match verbs.get(act.verb).family {
        VerbFamily::File => None,
        VerbFamily::Serve => Some(SERVED),
        _ => return Vec::new(),
    };
    let Some(object) = act.objects.list.first() else { return Vec::new() };
    let Some(Head::Deliverable(paper)) = object.head else { return Vec::new() };
    let answered: Vec<Head> = heads_of_relations(object).collect();
    let of_pair = |pair: VerbPaper| {
        let doubt = match pair.does {
            Does::Perhaps => Some(PERHAPS),
            _ if !pair.is_done_by(paper) => Some(OTHER_PAPER),
            _ if served.is_some() => served,
            Does::OfOneThing if answered.is_empty() => Some(ANSWERS_WHAT),
            Does::OfOneThing | Does::Always => None,
        };
        let of_thing = |head: &Head| {
            let mut one = Object::empty(act.span);
            one.numbered.clone_from(&object.numbered);
            if pair.takes_to {
                one.relations.push(Relation { preposition: Some(Preposition::To), to: Related::Head(head.clone()) });
            } else {
                one.head = Some(head.clone());
            }
            one
        };
        let list = if pair.does == Does::Perhaps { Vec::new() } else { answered.iter().map(of_thing).collect() };
        let objects = Objects { list, any: true };
        Some(SameAct { doubt, act: Act { verb: verbs.base(pair.lemma)?, objects, span: act.span } })
    };
    VerbPaper::of_paper(paper).filter_map(of_pair).collect()
}

/// How the act of a fact matches another wording of what is owed. A paper may be served where it is to be filed; but for
/// papers only the verb itself is another wording.
pub(in crate::eval) fn match_wording(model: &Model, bearer: &Bearer, wording: &SameAct, deed: &Deed) -> Match {
    let verbs = &model.declared.verbs;
    let is_paper = matches!(verbs.get(wording.act.verb).family, VerbFamily::File | VerbFamily::Serve);
    let same_verb = verbs.same_family(wording.act.verb, deed.act.verb);
    if !same_verb && !is_paper || answers_another(model, &wording.act, &deed.act) {
        return Match::No;
    }
    match matching::deed(model, bearer, &wording.act, deed) {
        Match::Exact => wording.doubt.map_or(Match::Exact, |why| Match::Near(why.to_owned())),
        found => found,
    }
}

/// Both say what they answer, and it is not the same.
fn answers_another(model: &Model, wanted: &Act, given: &Act) -> bool {
    let (wanted, given) = (answered_by(model, wanted), answered_by(model, given));
    // `order to show cause`: an order by its kind.
    let is_order = |h: &Head| matches!(h, Head::Deliverable(d) if d.name().split(' ').any(|word| word == "order"));
    let may_be = |w: &Head, g: &Head| may_be_one(model, w, g) || matches!(w, Head::Order(_)) && is_order(g);
    !wanted.is_empty() && !given.is_empty() && !wanted.iter().any(|w| given.iter().any(|g| may_be(w, g)))
}

/// What an act answers, whether it is said with a verb or with a paper.
fn answered_by(model: &Model, act: &Act) -> Vec<Head> {
    match model.declared.verbs.get(act.verb).family {
        VerbFamily::File | VerbFamily::Serve => act.objects.list.iter().flat_map(heads_of_relations).collect(),
        _ => heads_answered(act),
    }
}

/// What an act of the verb is done to: its things, or what comes after `to`.
fn heads_answered(act: &Act) -> Vec<Head> {
    act.objects.list.iter().flat_map(|o| o.head.clone().into_iter().chain(heads_of_relations(o))).collect()
}

fn heads_of_relations(object: &Object) -> impl Iterator<Item = Head> + '_ {
    object.relations.iter().filter(|r| r.is_any(&[Preposition::To, Preposition::Of])).filter_map(|r| match &r.to {
        Related::Head(h @ (Head::Thing(_) | Head::Deliverable(_) | Head::Quoted(_) | Head::Order(_))) => {
            Some(h.clone())
        }
        _ => None,
    })
}
