//! Whether the record is complete for an act: only then does silence count against a party.

use crate::eval::case::Case;
use crate::eval::evidence::docket_entry::perhaps_on_docket;
use crate::eval::evidence::silence::Silence;
use crate::eval::record::same_act;
use crate::facts::Closing;
use crate::model::object::{Act, Head};
use crate::model::{Bearer, PartyId, VerbFamily};
use crate::verdict::{Place, Reason};
use chrono::NaiveDate;
use ordain_base::words::{day, join};

/// Whether silence about `act` by `bearer` may be read as absence on the day asked about.
pub(in crate::eval) fn silence_on(case: &Case<'_>, bearer: &Bearer, act: &Act) -> Silence {
    silence_through(case, bearer, act, case.question.as_of)
}

/// Whether silence shows that `act` was not done by its day. A miss that is once
/// proved is proved for every later day, however little the record says of those.
pub(in crate::eval) fn silence_by(case: &Case<'_>, bearer: &Bearer, act: &Act, due: NaiveDate) -> Silence {
    let unread = |closed: Option<NaiveDate>| case.incomplete && closed.is_some_and(|last| last >= due);
    match silence_on(case, bearer, act) {
        Silence::Mute { why, remedy, place } if due < case.question.as_of => {
            match silence_through(case, bearer, act, due) {
                // What is closed through that day speaks only where every line could be read.
                Silence::Mute { .. } if !unread(closed_through(case, bearer, act)) => {
                    Silence::Mute { why, remedy, place }
                }
                speaks => speaks,
            }
        }
        silence => silence,
    }
}

/// The same, where only what was done through `last` matters.
pub(in crate::eval) fn silence_through(case: &Case<'_>, bearer: &Bearer, act: &Act, last: NaiveDate) -> Silence {
    if let Some(mute) = perhaps_on_docket(case, bearer, act, last) {
        return mute;
    }
    if !case.model.declared.verbs.get(act.verb).family.leaves_a_record() {
        let lemma = &case.model.declared.verbs.get(act.verb).lemma;
        let why = format!("whether somebody was to {lemma} is not on a record");
        return Silence::Mute { why, remedy: "a finding of the Court about the paragraph".to_owned(), place: None };
    }
    let latest = latest_closing(case, bearer, act);
    let verb = case.model.declared.verbs.get(act.verb);
    let noun = closing_noun(verb.family, &verb.noun);
    let names: Vec<&str> = bearer.parties().iter().map(|&p| case.model.declared.party_name(p)).collect();
    let by = if names.is_empty() { String::new() } else { format!(" by {}", join(&names)) };
    let remedy = format!("the record is complete through {} for {noun}{by}", last);
    match latest {
        Some(closing) if closing.through >= last => {
            if case.incomplete {
                return Silence::Mute {
                    why: "a line of the matter could not be read, and it may be the performance".to_owned(),
                    remedy: "fix the errors of this matter first".to_owned(),
                    place: None,
                };
            }
            let place = Place {
                span: closing.span,
                text: format!("the record is complete through {}", day(closing.through)),
                fact: Some(closing.id.clone()),
                cite: closing.cites.first().cloned(),
            };
            let reason = Reason::at("nothing more is on the record, and it is complete", place);
            Silence::Speaks { reason, through: closing.through }
        }
        Some(closing) => {
            Silence::Mute { why: format!("the record is silent after {}", day(closing.through)), remedy, place: None }
        }
        None => Silence::Mute { why: "the record is silent".to_owned(), remedy, place: None },
    }
}

/// The line that closes the record for an act of all who owe it: of several the one that reaches least far. If the
/// record is not closed for one of them, it is open for all.
fn latest_closing<'c>(case: &'c Case<'_>, bearer: &Bearer, act: &Act) -> Option<&'c Closing> {
    let closings: Vec<&Closing> = case.ledger.closings.iter().filter(|c| closes_acts(case, c, act)).collect();
    let Some((first, others)) = bearer.parties().split_first() else {
        return closings.into_iter().filter(|c| c.by.is_empty()).max_by_key(|c| c.through);
    };
    let of = |p: &PartyId| latest_for(case, &closings, *p);
    others.iter().try_fold(of(first)?, |least, p| Some(of(p)?.min_by_day(least)))
}

/// The last day through which the record is complete for an act of all who owe it.
pub(in crate::eval) fn closed_through(case: &Case<'_>, bearer: &Bearer, act: &Act) -> Option<NaiveDate> {
    latest_closing(case, bearer, act).map(|c| c.through)
}

/// The latest line for one party: of everybody, of it, of its side, or of each of its members.
fn latest_for<'c>(case: &Case<'_>, closings: &[&'c Closing], party: PartyId) -> Option<&'c Closing> {
    let declared = &case.model.declared;
    let own = |c: &&&Closing| c.by.is_empty() || c.by.contains(&party) || c.by.contains(&declared.side(party));
    let own = closings.iter().filter(own).max_by_key(|c| c.through).copied();
    let members = declared.parties[party.index()].members.as_slice();
    let each = members.split_first().and_then(|(first, others)| {
        let start = latest_for(case, closings, *first)?;
        others.iter().try_fold(start, |least, m| Some(latest_for(case, closings, *m)?.min_by_day(least)))
    });
    own.into_iter().chain(each).max_by_key(|c| c.through)
}

/// Whether a closing line speaks of acts of this kind, whoever does them.
fn closes_acts(case: &Case<'_>, closing: &Closing, act: &Act) -> bool {
    let declared = &case.model.declared;
    if closing.verbs.is_empty() && closing.things.is_empty() {
        return true;
    }
    let family = declared.verbs.get(act.verb).family;
    // To oppose is to file an opposition: who closes filings closes it too.
    let same_acts = same_act::same_acts(case.model, std::slice::from_ref(act));
    let by_paper = |closed: VerbFamily| {
        matches!(closed, VerbFamily::File | VerbFamily::Serve)
            && same_acts.iter().any(|t| declared.verbs.get(t.act.verb).family == closed)
    };
    let by_verb = closing.verbs.iter().any(|v| {
        let closed = declared.verbs.get(*v).family;
        // A set is completed, and a log given, by producing.
        closed == family
            || by_paper(closed)
            || (closed == VerbFamily::Produce && matches!(family, VerbFamily::Complete | VerbFamily::Log))
    });
    let by_thing = act.objects.list.iter().filter_map(|o| o.head.as_ref()).any(|h| match h {
        Head::Deliverable(d) => closing.things.iter().any(|t| t == d.name() || d.name().ends_with(&format!(" {t}"))),
        _ => false,
    });
    by_verb || by_thing
}

/// Days from the due day to the day asked about, where the record is known that far.
pub(in crate::eval) fn days_overdue(case: &Case<'_>, due: NaiveDate) -> i64 {
    (case.question.as_of - due).num_days()
}

/// The plural noun that a closing line has for acts of a family.
fn closing_noun(family: VerbFamily, noun: &str) -> String {
    match family {
        VerbFamily::Complete | VerbFamily::Produce | VerbFamily::Log => "productions".to_owned(),
        VerbFamily::File => "filings".to_owned(),
        VerbFamily::Serve => "service".to_owned(),
        _ if noun.is_empty() => "acts".to_owned(),
        _ => ordain_base::words::plural_noun(noun),
    }
}
