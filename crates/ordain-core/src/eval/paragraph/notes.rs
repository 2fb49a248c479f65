//! What is shown beside a verdict and changes nothing: a request to the other
//! side, an excuse as argued, a power of the Court, what is for judgment.

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::conduct::limit::is_judged;
use crate::eval::paragraph::excuse::excuse_notes;
use crate::eval::paragraph::order_notes::order_notes;
use crate::eval::paragraph::request_notes::request_notes;
use crate::eval::recurring::series::series_outlook;
use crate::model::{Bearer, Due, Paragraph, Provision};
use crate::verdict::{Kind, Modality, Place, Reason, Verdict};
use ordain_base::diag::InShort;
use ordain_base::words::day;
use ordain_base::words::one_line;

/// `follows` is what the breach brings about.
pub(in crate::eval) fn paragraph_notes(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    amended: &AmendedDuty<'_>,
    verdict: &Verdict,
    follows: Vec<Reason>,
) -> Vec<Reason> {
    let mut out = Vec::new();
    order_notes(case, paragraph, amended, verdict.kind, &mut out);
    // Of what no longer binds nothing more is said than what ended it.
    if verdict.kind == Kind::Lifted {
        out.retain(|r| !verdict.why.starts_with(&r.text));
        out.extend(notes_of_paragraph(paragraph));
        return out;
    }
    stipulation_notes(case, paragraph, &mut out);
    if provision.modality == Modality::Must {
        request_notes(case, paragraph, provision, amended, verdict, &mut out);
        excuse_notes(case, paragraph, provision, &mut out);
    }
    reach_notes(case, provision, &mut out);
    for obligation in &provision.obligations {
        if let Some(word) = obligation.standard.as_ref().filter(|w| !obligation.judgments.contains(w)) {
            out.push(Reason::new(format!("you decide whether it was done `{word}`")));
        }
        let mut seen: Vec<&String> = Vec::new();
        let limit = obligation.limit.as_ref().filter(|l| !is_judged(case, l, &all_facts(verdict)));
        for words in limit.iter().map(|l| &l.words).chain(&obligation.judgments).chain(&obligation.readings) {
            if !seen.contains(&words) {
                seen.push(words);
                let reading = obligation.readings.contains(words);
                let text = if reading {
                    format!("as read by the transcriber: {words}")
                } else {
                    format!("you decide what “{words}” asks")
                };
                out.push(Reason::new(text));
            }
        }
        if matches!(&obligation.due, Due::Day { close_of_business: true, .. }) {
            out.push(Reason::new(
                "close of business names no hour: before 5 p.m. is in time, and you decide the rest of that day",
            ));
        }
        if !obligation.terms.is_empty() {
            let text = obligation.terms.iter().map(|t| one_line(&t.words)).collect::<Vec<_>>().join("; ");
            let terms = Reason::new(format!("also requires, not checked: {text}"));
            if !out.contains(&terms) {
                out.push(terms);
            }
        }
        // Several obligations may run alike.
        let outlook = series_outlook(case, paragraph, obligation, amended);
        out.extend(outlook.filter(|o| out.iter().all(|r| r.text != o.text)));
    }
    out.extend(follows);
    out.extend(notes_of_paragraph(paragraph));
    out
}

/// The facts of a verdict and of its parts.
fn all_facts(verdict: &Verdict) -> Vec<Place> {
    verdict.facts.iter().cloned().chain(verdict.parts.iter().flat_map(all_facts)).collect()
}

/// Who is in the place of a party, and whom the order reaches through one.
pub(in crate::eval) fn reach_notes(case: &Case<'_>, provision: &Provision, out: &mut Vec<Reason>) {
    let declared = &case.model.declared;
    for &p in provision.bearer.parties() {
        let side = &declared.parties[declared.side(p).index()];
        for heir in declared.parties.iter().filter(|h| h.from.is_some_and(|f| f <= case.question.as_of)) {
            if heir.side == Some(declared.side(p)) {
                let from = heir.from.map(day).unwrap_or_default();
                out.push(Reason::new(format!("{} succeeded {} on {from}", heir.name, side.name)));
            }
        }
    }
    if let Bearer::WithOthers { others, .. } = &provision.bearer {
        out.push(Reason::new(format!("it reaches {others} too: you decide who they are")));
    }
}

/// What was agreed about its day and moves nothing by itself.
pub(in crate::eval) fn stipulation_notes(case: &Case<'_>, paragraph: &Paragraph, out: &mut Vec<Reason>) {
    for (change, why) in case.orders.powerless(paragraph.id) {
        let on = change.entered.map(|d| format!(" of {}", day(d))).unwrap_or_default();
        let text = format!("{}{on} would move it and does not: {why}", change.name);
        let place = Place { span: change.span, text: text.clone(), fact: None, cite: None };
        out.push(Reason::at(text, place));
    }
}

/// What the transcriber remarks.
fn notes_of_paragraph(paragraph: &Paragraph) -> impl Iterator<Item = Reason> + '_ {
    paragraph.notes.iter().map(|note| {
        let place = Place { span: note.span, text: "note".to_owned(), fact: None, cite: None };
        Reason::at(format!("note: {}", one_line(&note.value)), place).in_short(InShort::LeftOut)
    })
}
