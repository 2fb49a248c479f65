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
    let fitting: Vec<&Closing> = case.ledger.closings.iter().filter(|c| closes_record(case, c, bearer, act)).collect();
    let latest = fitting.iter().max_by_key(|c| c.through);
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
                    remedy: "mend the errors of this matter first".to_owned(),
                    place: None,
                };
            }
            let place = Place {
                span: closing.span,
                text: format!("the record is complete through {}", day(closing.through)),
                fact: Some(closing.id.clone()),
                cite: closing.cites.first().cloned(),
            };
            Silence::Speaks(Reason::at("nothing more is on the record, and it is complete", place))
        }
        Some(closing) => {
            Silence::Mute { why: format!("the record is silent after {}", day(closing.through)), remedy, place: None }
        }
        None => Silence::Mute { why: "the record is silent".to_owned(), remedy, place: None },
    }
}

pub(in crate::eval) fn closes_record(case: &Case<'_>, closing: &Closing, bearer: &Bearer, act: &Act) -> bool {
    let declared = &case.model.declared;
    let whose = |p: &PartyId| {
        closing.by.is_empty() || closing.by.iter().any(|b| declared.side(*b) == declared.side(*p) || b == p)
    };
    if !bearer.parties().iter().all(whose) || (bearer.parties().is_empty() && !closing.by.is_empty()) {
        return false;
    }
    if closing.verbs.is_empty() && closing.things.is_empty() {
        return true;
    }
    let family = declared.verbs.get(act.verb).family;
    // To oppose is to file an opposition: who closes filings closes it too.
    let same_act = same_act::same_acts(case.model, std::slice::from_ref(act));
    let files = same_act.first().is_some_and(|t| declared.verbs.get(t.act.verb).family == VerbFamily::File);
    let by_verb = closing.verbs.iter().any(|v| {
        let closed = declared.verbs.get(*v).family;
        // A set is completed, and a log given, by producing.
        closed == family
            || (closed == VerbFamily::File && files)
            || (closed == VerbFamily::Produce && matches!(family, VerbFamily::Complete | VerbFamily::Log))
    });
    let by_thing = act.objects.list.iter().filter_map(|o| o.head.as_ref()).any(|h| match h {
        Head::Deliverable(d) => closing.things.iter().any(|t| t == d.name() || d.name().ends_with(&format!(" {t}"))),
        _ => false,
    });
    by_verb || by_thing
}

/// Days from the due day to the day asked about.
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
        _ => ordain_base::words::many(noun),
    }
}
