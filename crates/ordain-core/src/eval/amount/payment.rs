//! A duty to pay: partial payments add up, currencies never mix, and the
//! oldest instalment is paid first.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::eval::amount::sum;
use crate::eval::amount::sum::{Entry, Want};
use crate::eval::case::Case;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::candidates::binds_from;
use crate::eval::duty::instance_matching::NumberedWindow;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::{assertions_at, place_of};
use crate::eval::record::claimants::{Claimants, PaymentKind};
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Content, Deed};
use crate::model::object::{Act, Object};
use crate::model::{Bearer, Body, Model, ParagraphId, PartyId, Recurrence};
use crate::verdict::{Modality, Reason};
use ordain_base::money::{Amount, Currency};
use ordain_base::words::day;

pub(in crate::eval) fn payment_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    amount: Amount,
    instance: Option<NumberedWindow>,
) -> PartVerdict {
    let mut found = payments_by_bearer(case, task, act, amount);
    let n = Decimal::from(instance.map_or(1, |i| i.n));
    let to = amount.value.checked_mul(n).unwrap_or(Decimal::MAX);
    let payees = payees_of_act(case.model, act).len();
    let to_each = payees > 1 && act.objects.list.iter().any(|o| o.to_each);
    let each = to_each.then_some(to);
    let times = if to_each { Decimal::from(payees) } else { Decimal::ONE };
    let to = to.checked_mul(times).unwrap_or(Decimal::MAX);
    mark_left_out(case, act, &mut found.entries, to, each);
    let say = |v: Decimal| amount.of(v).to_string();
    let own = amount.value.checked_mul(times).unwrap_or(Decimal::MAX);
    let want = Want { from: to - own, to, say: &say, done: "paid", times: false };
    let part = sum::weigh_sum(case, task, act, &found.entries, &found.against, &want);
    part.because(found.beside)
}

struct Payments {
    entries: Vec<Entry>,
    /// Statements that nothing was paid.
    against: Vec<Candidate>,
    /// Payments that do not count, and why.
    beside: Vec<Reason>,
}

/// What the record has of payments by the bearer.
fn payments_by_bearer(case: &Case<'_>, task: &Task<'_>, act: &Act, amount: Amount) -> Payments {
    let verbs = &case.model.declared.verbs;
    let asked = without_amount(act);
    let from = binds_from(case, task);
    let kinds = &case.index.payment_kinds;
    let mut all_demands = None;
    let mut met: BTreeMap<PaymentKind, Match> = BTreeMap::new();
    let mut found = Payments { entries: Vec::new(), against: Vec::new(), beside: Vec::new() };
    let pays = case.index.deeds.iter().filter(|(v, _)| verbs.same_family(**v, act.verb) || verbs.near(**v, act.verb));
    let mut positions: Vec<usize> = pays.flat_map(|(_, list)| list).copied().collect();
    positions.sort_unstable();
    for (index, a, standing) in assertions_at(case, &positions) {
        let Content::Done(deed) = &a.content else { continue };
        let pays = verbs.same_family(deed.act.verb, act.verb);
        if !pays && deed.act.objects.list.iter().all(|o| o.amount.is_none()) {
            continue;
        }
        let disputed = match standing {
            Standing::Accepted(_) => None,
            Standing::Disputed => Some("it is disputed, and no finding settles it".to_owned()),
            Standing::Rejected | Standing::Later => continue,
        };
        let early = from.filter(|f| a.bounds.last.is_some_and(|l| l < *f));
        if early.is_some() {
            let demands = all_demands.get_or_insert_with(|| demands_in_currency(case.model, amount.currency));
            if !may_be_early(case, task, &asked, demands, amount, (a, deed)) {
                continue;
            }
        }
        let early = early.map(|from| format!("paid before {}, when the order that asks for it was entered", day(from)));
        let linked = a.performs.contains(&task.paragraph.id);
        let doubt = match (linked, a.performs.is_empty()) {
            (true, _) => None,
            (false, false) => continue,
            (false, true) => {
                let kind = kinds.of(case.ledger, index);
                let how = met.entry(kind).or_insert_with(|| payment_meets(case.model, &task.bearer, &asked, deed));
                if matches!(how, Match::No) {
                    continue;
                }
                let claimants = kinds.claimants(amount.currency, kind, || {
                    let demands = all_demands.get_or_insert_with(|| demands_in_currency(case.model, amount.currency));
                    claimants_of_payment(case.model, demands, deed)
                });
                match how {
                    Match::Exact => match paid_toward(case.model, &claimants, task.paragraph.id, amount, deed) {
                        Toward::This => None,
                        Toward::Other => continue,
                        Toward::Unclear(why) => Some(why),
                    },
                    // The very payment that another paragraph asks for is that one.
                    Match::Near(_) if claimants.beside(task.paragraph.id).is_some() => continue,
                    Match::Near(why) => Some(why.clone()),
                    Match::No => continue,
                }
            }
        };
        if deed.negated {
            let doubt = disputed.or(doubt);
            found.against.push(Candidate { index, bounds: a.bounds, doubt, near: false, negated: true, group: None });
            continue;
        }
        let paid: Vec<Amount> = deed.act.objects.list.iter().filter_map(|o| o.amount).collect();
        if let Some(other) = paid.iter().find(|p| p.currency != amount.currency) {
            let text = format!("{other} is paid in another currency than {amount}, and is not counted");
            found.beside.push(Reason::at(text.clone(), place_of(case, index, text)));
        }
        let own = paid.iter().filter(|p| p.currency == amount.currency);
        let sum = own.clone().fold(Decimal::ZERO, |s, p| s.checked_add(p.value).unwrap_or(Decimal::MAX));
        if own.count() == 0 && !paid.is_empty() {
            continue;
        }
        let value = (!paid.is_empty()).then_some(sum);
        let unsaid = value.is_none().then(|| "it does not say how much was paid".to_owned());
        found.entries.push(Entry { index, bounds: a.bounds, value, doubt: disputed.or(doubt).or(early).or(unsaid) });
    }
    found
}

/// Owed to several and paid in full to some of them: the payments with which the sum is reached
/// while somebody has had nothing leave open whether it is performed. A payment that does not say
/// to whom it went may have gone to all. Where each is to have so much, each must have had it.
fn mark_left_out(case: &Case<'_>, act: &Act, entries: &mut [Entry], to: Decimal, each: Option<Decimal>) {
    let asked = payees_of_act(case.model, act);
    if asked.len() < 2 {
        return;
    }
    entries.sort_by_key(|e| (e.bounds.first, e.bounds.last, e.index));
    let mut paid: BTreeMap<PartyId, Decimal> = BTreeMap::new();
    let mut sum = Decimal::ZERO;
    for entry in entries.iter_mut().filter(|e| e.doubt.is_none()) {
        let Content::Done(deed) = &case.ledger.assertions[entry.index].content else { continue };
        let went = payees_of_act(case.model, &deed.act);
        if went.is_empty() {
            return;
        }
        let value = entry.value.unwrap_or_default();
        for party in went {
            let own = paid.entry(party).or_default();
            *own = own.checked_add(value).unwrap_or(Decimal::MAX);
        }
        sum = sum.checked_add(value).unwrap_or(Decimal::MAX);
        let enough = |p: &&PartyId| paid.get(*p).is_none_or(|own| each.is_some_and(|each| *own < each));
        let left: Vec<&str> = asked.iter().filter(enough).map(|p| case.model.declared.party_name(*p)).collect();
        if sum >= to && !left.is_empty() {
            let left = ordain_base::words::join(&left);
            entry.doubt = Some(match each {
                Some(_) => format!("the record does not say that so much was paid to {left}"),
                None => format!("the record does not say that anything of it was paid to {left}"),
            });
        }
    }
}

/// Those to whom it is to be paid, or was: the Clerk too.
fn payees_of_act(model: &Model, act: &Act) -> BTreeSet<PartyId> {
    let declared = &model.declared;
    act.objects.list.iter().flat_map(Object::recipients).map(|p| declared.side(p)).collect()
}

/// The act with everything but how much.
fn without_amount(act: &Act) -> Act {
    let mut act = act.clone();
    for object in &mut act.objects.list {
        object.amount = None;
    }
    act
}

/// Paid before the order that asks for it, in just that sum and for no other duty: it may be the payment.
fn may_be_early(
    case: &Case<'_>,
    task: &Task<'_>,
    asked: &Act,
    demands: &[Demand<'_>],
    amount: Amount,
    (a, deed): (&Assertion, &Deed),
) -> bool {
    let once = matches!(task.obligation.recurrence(), Recurrence::Once);
    let paid = deed.act.objects.list.iter().find_map(|o| o.amount);
    let own = task.paragraph.id;
    let beside = demands.iter().filter(|d| d.by.iter().any(|(paragraph, _)| *paragraph != own));
    let mut others = beside.filter(|d| payment_meets(case.model, d.bearer, &d.asked, deed) != Match::No);
    once && !deed.negated
        && a.performs.is_empty()
        && paid == Some(amount)
        && others.next().is_none()
        && payment_meets(case.model, &task.bearer, asked, deed) == Match::Exact
}

/// A payment need not say what it is for; one that does not is for a person to look at.
fn payment_meets(model: &Model, bearer: &Bearer, asked: &Act, deed: &Deed) -> Match {
    let exact = matching::deed(model, bearer, asked, &Deed { act: without_amount(&deed.act), ..deed.clone() });
    let named = |o: &Object| o.head.is_some();
    let (wanted, given) = (asked.objects.list.iter().any(named), deed.act.objects.list.iter().any(named));
    match exact {
        Match::No | Match::Near(_) if wanted && !given => {
            let mut bare = asked.clone();
            bare.objects.list.iter_mut().for_each(|o| o.head = None);
            match matching::deed(model, bearer, &bare, deed) {
                Match::No => Match::No,
                _ => Match::Near("it does not say for what it was paid".to_owned()),
            }
        }
        Match::Exact if given && !wanted => Match::Near("it was paid for something the order does not name".to_owned()),
        other => other,
    }
}

/// A kind of duty to pay: who pays whom for what, and all paragraphs that ask for it with how much.
struct Demand<'m> {
    bearer: &'m Bearer,
    asked: Act,
    by: Vec<(ParagraphId, Amount)>,
}

/// All duties of the matter to pay in a currency, by their kind.
fn demands_in_currency(model: &Model, currency: Currency) -> Vec<Demand<'_>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut out: Vec<Demand<'_>> = Vec::new();
    for paragraph in &model.paragraphs {
        let Body::Provision(provision) = &paragraph.body else { continue };
        if provision.modality != Modality::Must {
            continue;
        }
        for act in provision.obligations.iter().flat_map(|l| &l.acts) {
            let amount = act.objects.list.first().and_then(|o| o.amount).filter(|a| a.currency == currency);
            let Some(amount) = amount else { continue };
            let key = format!("{:?}{}", provision.bearer, act.signature_but_amounts());
            let at = *places.entry(key).or_insert_with(|| {
                out.push(Demand { bearer: &provision.bearer, asked: without_amount(act), by: Vec::new() });
                out.len() - 1
            });
            out[at].by.push((paragraph.id, amount));
        }
    }
    out
}

/// The paragraphs that ask for this very payment.
fn claimants_of_payment(model: &Model, demands: &[Demand<'_>], deed: &Deed) -> Claimants {
    let meeting = demands.iter().filter(|d| payment_meets(model, d.bearer, &d.asked, deed) == Match::Exact);
    let mut all: Vec<(ParagraphId, Amount)> = meeting.flat_map(|d| d.by.iter().copied()).collect();
    all.sort_by_key(|(paragraph, _)| *paragraph);
    let mut found = Claimants::default();
    all.into_iter().for_each(|(paragraph, amount)| found.add(paragraph, amount));
    found
}

/// Which of several duties to pay a payment is for.
enum Toward {
    This,
    Other,
    Unclear(String),
}

/// A payment that may be for another duty: of just its amount it is, of just
/// ours it is not, and of neither nobody knows.
fn paid_toward(model: &Model, claimants: &Claimants, own: ParagraphId, amount: Amount, deed: &Deed) -> Toward {
    let Some(paid) = deed.act.objects.list.iter().find_map(|o| o.amount) else { return Toward::This };
    let Some(first) = claimants.beside(own) else { return Toward::This };
    match (paid == amount, claimants.ask_for(paid, own)) {
        (true, false) => Toward::This,
        (false, true) => Toward::Other,
        _ => Toward::Unclear(format!("it may have been paid for {} instead", model.paragraph(first).name)),
    }
}
