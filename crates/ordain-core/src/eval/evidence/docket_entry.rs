//! What the docket shows beside the facts: an entry that may be the paper on which
//! the record is silent, an order entered in error, and what the docket holds.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::evidence::silence::Silence;
use crate::eval::record::{matching, same_act, titles};
use crate::facts::{Entry, Subject};
use crate::model::names::fold;
use crate::model::object::{Act, Head};
use crate::model::title_words::InTitle;
use crate::model::{Bearer, Body, Due, OrderId, Paragraph, PartyId, Recurrence, VerbFamily};
use crate::verdict::{Kind, Listed, ListedKind, Modality, Place, Reason, Verdict};
use ordain_base::source::Span;
use ordain_base::words::{day, plural};

/// An entry of the docket that no fact identifies, from the time in which the act was owed, with the words of the paper
/// asked for.
pub(in crate::eval) fn perhaps_on_docket(
    case: &Case<'_>,
    bearer: &Bearer,
    act: &Act,
    last: NaiveDate,
) -> Option<Silence> {
    let docket = &case.ledger.docket;
    if docket.entries.is_empty() {
        return None;
    }
    let declared = &case.model.declared;
    let mut same = same_act::same_acts(case.model, std::slice::from_ref(act));
    let paragraph = case.model.paragraphs.iter().find(|p| p.span.contains(act.span));
    same.extend(paragraph.iter().flat_map(|p| same_act::showing_cause(case.model, act, p.order)));
    let files = |a: &&Act| declared.verbs.get(a.verb).family == VerbFamily::File;
    let act = std::iter::once(act).chain(same.iter().map(|t| &t.act)).find(files)?;
    let since = paragraph.and_then(|p| case.orders.binds_from(case.model, p.order));
    let heads: Vec<&Head> = act.objects.list.iter().filter_map(|o| o.head.as_ref()).collect();
    let wordings: Vec<String> = heads.iter().flat_map(|h| matching::wordings_of_head(case.model, h)).collect();
    let own = heads.iter().filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None });
    let own = own.flat_map(|t| docket.of(Subject::Thing(t)));
    let in_time = |e: &&Entry| {
        let known = e.known().is_none_or(|k| k <= case.question.known_on && k <= case.question.as_of);
        let filed = e.filed.or(e.entered);
        let bound = match since.zip(filed).filter(|(since, filed)| filed < since) {
            // Filed before the order, it may be what the order asks for only if it has its whole name.
            Some((_, filed)) => {
                paragraph.is_some_and(|p| is_owed_once(p, act))
                    && wordings.iter().any(|w| has_its_name(&e.text, w))
                    && !was_owed_on(case, paragraph, bearer, act, filed)
            }
            None => true,
        };
        known && bound && filed.is_none_or(|d| d <= last)
    };
    // An entry without words may be any paper.
    let fits = |e: &Entry| {
        e.text.trim().is_empty()
            || wordings
                .iter()
                .any(|w| speaks_of(&e.text, w) || titles::may_name_one_paper(w, titles::title_of_entry(&e.text)))
    };
    let speaks = |e: &&Entry| fits(e) && !by_another_party(case, bearer, &e.text);
    let entry = own.chain(docket.unaccounted().filter(speaks)).find(in_time)?;
    let names: Vec<&str> = bearer.parties().iter().map(|&p| declared.party_name(p)).collect();
    let who = if names.is_empty() { "…".to_owned() } else { ordain_base::words::join(&names) };
    let what = wordings.first().cloned().unwrap_or_else(|| "…".to_owned());
    let name = entry.name();
    let source = entry.number.as_ref().map_or_else(|| "…".to_owned(), |n| format!("Dkt. {n}"));
    let on = entry.filed.or(entry.entered).map(|d| format!(" of {}", day(d))).unwrap_or_default();
    let on = if entry.number.is_some() { on } else { String::new() };
    let past = &declared.verbs.get(act.verb).past;
    Some(Silence::Mute {
        why: format!("{name}{on} may be the paper asked for, and nothing says what it is"),
        remedy: format!("the docket shows {who} {past} {what}  source {source}"),
        place: Some(Place { span: entry.span, text: "may be it".to_owned(), fact: None, cite: Some(name) }),
    })
}

/// A duty that does not recur, and is not performed at a hearing.
fn is_owed_once(paragraph: &Paragraph, act: &Act) -> bool {
    let Body::Provision(provision) = &paragraph.body else { return false };
    let own = provision.obligations.iter().find(|o| o.acts.iter().any(|a| a.span == act.span));
    own.or(provision.obligations.first())
        .is_some_and(|o| matches!(o.recurrence(), Recurrence::Once) && !matches!(o.due, Due::At { .. }))
}

/// Another order asked the same party for it on that day: one act performs one duty.
fn was_owed_on(case: &Case<'_>, paragraph: Option<&Paragraph>, bearer: &Bearer, act: &Act, day: NaiveDate) -> bool {
    let side = |p: &PartyId| case.model.declared.side(*p);
    let others = case.model.paragraphs.iter().filter(|p| paragraph.is_none_or(|own| own.id != p.id));
    others.filter_map(|p| if let Body::Provision(provision) = &p.body { Some((p, provision)) } else { None }).any(
        |(p, provision)| {
            let same_bearer =
                provision.bearer.parties().iter().any(|a| bearer.parties().iter().any(|b| side(a) == side(b)));
            let bound = case.orders.binds_from(case.model, p.order).is_some_and(|from| from <= day);
            let asks = |theirs: &Act| matching::match_act(case.model, theirs, act) == matching::Match::Exact;
            provision.modality == Modality::Must
                && same_bearer
                && bound
                && provision.obligations.iter().flat_map(|o| &o.acts).any(asks)
        },
    )
}

/// Every word of a name is among those of an entry.
fn has_its_name(text: &str, wording: &str) -> bool {
    let (text, wording) = (words_of(text), words_of(wording));
    !wording.is_empty() && wording.iter().all(|w| text.contains(w))
}

/// An entry says that it is `by` a party that is none of these, and names none of these.
pub(in crate::eval) fn by_another_party(case: &Case<'_>, bearer: &Bearer, text: &str) -> bool {
    let declared = &case.model.declared;
    let ours = |p: &PartyId| bearer.parties().iter().any(|b| declared.side(*b) == declared.side(*p));
    let all = || (2..declared.parties.len()).map(PartyId::at);
    let names = |p: PartyId, before: &str| {
        let name = format!("{before}{}", declared.party_name(p));
        text.match_indices(&name).any(|(i, n)| !text[i + n.len()..].starts_with(char::is_alphanumeric))
    };
    !bearer.parties().is_empty()
        && all().any(|p| !ours(&p) && names(p, "by "))
        && !all().any(|p| ours(&p) && names(p, ""))
}

/// The entry of an order that the docket, as it is known, says was made in error.
pub(in crate::eval) fn entered_in_error(case: &Case<'_>, order: OrderId) -> Option<(Span, Option<NaiveDate>)> {
    let reported = case.model.order(order).on_docket.in_error?;
    reported.1.is_none_or(|since| since <= case.question.known_on).then_some(reported)
}

/// Whether an order entered in error bound anyone is for people to judge.
pub(in crate::eval) fn put_in_doubt(verdict: &mut Verdict, entry: Span) {
    verdict.parts.iter_mut().for_each(|p| put_in_doubt(p, entry));
    if verdict.kind.is_missed() {
        let text = format!("{}; and the docket says that {} was entered in error", verdict.why, verdict.order);
        verdict.kind = Kind::Undetermined;
        verdict.days = None;
        verdict.accrued.clear();
        verdict.why.clone_from(&text);
        verdict.remedy = Some(format!("the Court finds {} breached", verdict.id));
        let place = Place { span: entry, text: "entered in error".to_owned(), fact: None, cite: None };
        verdict.facts.push(place.clone());
        verdict.reasons.push(Reason::at("the docket says that the order was entered in error", place));
    }
}

/// What the docket holds, in a line.
pub(in crate::eval) fn shown_docket(case: &Case<'_>) -> Option<Listed> {
    let all = &case.ledger.docket.entries;
    let known: Vec<&Entry> = all.iter().filter(|e| e.known().is_none_or(|k| k <= case.question.known_on)).collect();
    let (first, last) = (known.first()?, known.iter().filter_map(|e| e.filed.or(e.entered)).max());
    let of = |n: usize, what: &str| (n > 0).then(|| format!("{n} {what}"));
    let differ = |e: &&&Entry| e.filed.zip(e.entered).is_some_and(|(f, e)| f != e);
    let parts = [
        Some(plural(i64::try_from(known.len()).unwrap_or(i64::MAX), "entry").replace("entrys", "entries")),
        of(known.iter().filter(|e| e.number.is_none()).count(), "without a number"),
        of(known.iter().filter(differ).count(), "entered on another day than filed"),
        of(known.iter().filter(|e| e.modified.is_some()).count(), "modified later"),
        of(known.iter().filter(|e| e.in_error).count(), "entered in error"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let days = first.filed.or(first.entered).zip(last);
    let days = days.map(|(a, b)| format!(", {} to {}", day(a), day(b))).unwrap_or_default();
    let closing = case.ledger.docket.complete();
    let complete = closing
        .map_or("a part of the docket, as far as is said".to_owned(), |d| format!("complete through {}", day(d)));
    Some(Listed {
        id: "the docket".to_owned(),
        kind: ListedKind::OfTheRecord,
        state: None,
        on: None,
        text: format!("{}{days}; {complete}", parts.join(", ")),
        sources: Vec::new(),
        span: first.span,
    })
}

/// An entry speaks of a paper if a word that distinguishes it from others is in its text, or all its words are.
fn speaks_of(text: &str, wording: &str) -> bool {
    let (text, wording) = (words_of(text), words_of(wording));
    let telling: Vec<&String> = wording.iter().filter(|w| !InTitle::InManyEntries.is_said_by(w)).collect();
    if telling.is_empty() {
        return !wording.is_empty() && wording.iter().all(|w| text.contains(w));
    }
    telling.into_iter().any(|w| text.contains(w))
}

/// Lower case, in the singular.
fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text).to_lowercase();
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(|w| w.strip_suffix('s').filter(|s| s.len() > 2).unwrap_or(w).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::speaks_of;

    #[test]
    fn papers_by_the_words_of_their_entries() {
        assert!(speaks_of("ANSWER to 1 Complaint by Acme Corp.. (Entered: 11/21/2023)", "answer"));
        assert!(speaks_of("Joint STATUS REPORT by Acme", "status report"));
        assert!(speaks_of("REPLY to opposition to motion", "reply brief"));
        assert!(speaks_of("NOTICE of Appearance", "notice"));
        assert!(!speaks_of("ORDER granting extension", "answer"));
    }
}
