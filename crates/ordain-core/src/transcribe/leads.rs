//! Whom a sentence binds, and what leads to it: a time, a condition.

use super::bearers::{Bearer, read_bearer};
use super::candidate::Context;
use super::clauses::{condition_clause, without_edge_commas};
use super::guard::obstacle_to_quoting;
use super::names::{Names, Who};
use super::phrase::{Phrase, in_quotation_marks};
use super::times::{Time, times_of_phrase};

/// What stands before the bearer: a time, a condition, or both.
pub(super) struct Lead<'r, 't> {
    pub(super) bearer: Bearer,
    pub(super) times: Vec<(Time, Phrase<'r, 't>)>,
    pub(super) clauses: Vec<String>,
}

/// The bearer at the end of the words before `shall`, and what leads to it.
pub(super) fn lead_of_subject<'r, 't>(subject: &Phrase<'r, 't>, ctx: &Context<'_>) -> Result<Lead<'r, 't>, String> {
    if let Some(bearer) = read_bearer(subject, ctx.names) {
        return Ok(Lead { bearer, times: Vec::new(), clauses: Vec::new() });
    }
    // `The Clerk promptly shall`
    if subject.len() > 1 && matches!(subject.last(), "promptly" | "immediately" | "forthwith") {
        let end = subject.len() - 1;
        let found = times_of_phrase(&subject.slice(end..subject.len()))?;
        let mut inner = lead_of_subject(&subject.slice(0..end), ctx)?;
        inner.times.extend(found.into_iter().map(|t| (t, subject.slice(end..subject.len()))));
        return Ok(inner);
    }
    // `within 7 days of this Order Defendant`, without a comma.
    let found = times_of_phrase(subject).unwrap_or_default();
    if let Some(first) = found.first().filter(|t| t.at.start == 0 && t.at.end < subject.len())
        && let Some(who) = read_bearer(&subject.slice(first.at.end..subject.len()), ctx.names)
    {
        let before = subject.slice(0..first.at.end);
        return lead_of_clauses(&before, who, ctx);
    }
    // `Plaintiff, within 14 days of this Order,`
    if let Some(comma) = subject.find(1, &[","])
        && let Some(who) = read_bearer(&subject.slice(0..comma), ctx.names)
    {
        let after = without_edge_commas(&subject.slice(comma..subject.len()));
        return lead_of_clauses(&after, who, ctx);
    }
    // `At least 7 days before the conference the parties`: without a comma, the bearer ends it.
    if let Some(first) = found.first().filter(|t| t.at == (0..subject.len())) {
        let from = first.anchor.as_ref().map_or(subject.len(), |a| a.start + 1);
        let behind =
            (from..subject.len()).find_map(|i| Some((i, read_bearer(&subject.slice(i..subject.len()), ctx.names)?)));
        if let Some((at, who)) = behind {
            return lead_of_clauses(&subject.slice(0..at), who, ctx);
        }
    }
    let commas = (0..subject.len()).filter(|i| subject.top(*i) && subject.word(*i) == ",");
    for comma in commas {
        // `If Plaintiff objects, then Defendant shall`
        let then = usize::from(subject.word(comma + 1) == "then");
        let Some(found) = read_bearer(&subject.slice(comma + 1 + then..subject.len()), ctx.names) else { continue };
        let before = without_edge_commas(&subject.slice(0..comma));
        let found = antecedent(&before, &found, subject.last(), ctx.names).unwrap_or(found);
        return lead_of_clauses(&before, found, ctx);
    }
    Err(format!("no party of the draft is called `{}`: who is bound?", subject.all()))
}

/// `If Plaintiff objects, he shall file`: whoever alone is named in the condition, as its subject, where the pronoun
/// fits one or several.
fn antecedent(before: &Phrase<'_, '_>, found: &Bearer, pronoun: &str, names: &Names) -> Option<Bearer> {
    if !matches!(found, Bearer::Asked(_)) || !matches!(before.word(0), "if" | "should" | "unless" | "when" | "once") {
        return None;
    }
    // `If Plaintiff and Defendant have not filed it, they are directed to`
    let both = (2..before.len())
        .find(|i| matches!(before.word(*i), "have" | "do" | "are" | "cannot" | "fail" | "agree" | "wish" | "reach"));
    if let Some(end) = both.filter(|end| pronoun == "they" && (2..*end).any(|i| before.word(i) == "and")) {
        let rest = before.slice(end..before.len());
        let others =
            (0..rest.len()).any(|i| names.at(&rest, i).is_some_and(|(n, _)| !matches!(n.who, Who::Court | Who::Clerk)));
        if !others && let Some(who) = read_bearer(&before.slice(1..end), names) {
            return Some(who);
        }
    }
    let the = usize::from(before.word(1) == "the" && names.at(before, 1).is_none());
    let (name, len) = names.at(before, 1 + the).filter(|(n, _)| matches!(n.who, Who::Party | Who::Parties))?;
    if matches!(before.word(1 + the + len), "and" | "or" | "'" | "’" | ",")
        || names.possessive(before, 1 + the).is_some()
    {
        return None;
    }
    let others =
        (1 + the + len..before.len()).any(|i| names.at(before, i).is_some() || names.possessive(before, i).is_some());
    let persons =
        ["counsel", "attorney", "attorneys", "party", "witness", "witnesses", "experts", "expert", "court", "clerk"];
    let several = name.who == Who::Parties || name.written.ends_with('s');
    let fits = match pronoun {
        "they" => several,
        "he" | "she" | "it" => !several,
        _ => false,
    };
    let free = fits && !others && !before.slice(1 + the + len..before.len()).has(&persons);
    free.then(|| read_bearer(&before.slice(1..1 + the + len), names)).flatten()
}

/// `Pursuant to Rule 26(f)`, `In lieu of a statement`: how it is to be done.
pub(super) fn is_manner(p: &Phrase<'_, '_>) -> bool {
    const LEADS: &[&[&str]] = &[
        &["pursuant"],
        &["consistent"],
        &["in", "accordance", "with"],
        &["in", "lieu", "of"],
        &["instead", "of"],
        &["as", "part", "of"],
        &["in", "addition", "to"],
        &["during"],
        &["along", "with"],
        &["together", "with"],
        &["in", "compliance", "with"],
        &["in", "consultation", "with"],
        &["as", "required", "by"],
        &["as", "provided", "in"],
        &["as", "directed", "by"],
        &["under", "rule"],
        &["under", "local"],
        &["under", "fed"],
    ];
    LEADS.iter().any(|l| p.at(0, l)) || p.word(0) == "for" && p.last() == "purposes"
}

/// What leads to the bearer: one clause, or several that commas part.
fn lead_of_clauses<'r, 't>(before: &Phrase<'r, 't>, bearer: Bearer, ctx: &Context<'_>) -> Result<Lead<'r, 't>, String> {
    let whole = leading_clause(before, bearer.clone(), ctx);
    if whole.is_ok() {
        return whole;
    }
    for comma in (1..before.len()).filter(|i| before.top(*i) && before.word(*i) == ",") {
        let first = leading_clause(&before.slice(0..comma), bearer.clone(), ctx);
        let rest = without_edge_commas(&before.slice(comma + 1..before.len()));
        if let (Ok(mut first), false) = (first, rest.is_empty())
            && let Ok(rest) = lead_of_clauses(&rest, bearer.clone(), ctx)
        {
            first.times.extend(rest.times);
            first.clauses.extend(rest.clauses);
            return Ok(first);
        }
    }
    whole
}

fn leading_clause<'r, 't>(before: &Phrase<'r, 't>, bearer: Bearer, ctx: &Context<'_>) -> Result<Lead<'r, 't>, String> {
    if is_manner(before) {
        let free = obstacle_to_quoting(before, ctx.verbs).is_none() && before.dates().is_empty();
        let manner = free.then(|| vec![format!("manner {}", in_quotation_marks(&before.all()))]);
        let clauses = manner.ok_or_else(|| format!("`{}` limits this", before.all()))?;
        return Ok(Lead { bearer, times: Vec::new(), clauses });
    }
    if matches!(before.word(0), "if" | "unless" | "once" | "when" | "should")
        || before.at(0, &["to", "the", "extent"])
        || before.at(0, &["in", "the", "event"])
    {
        let clause = condition_clause(before, true, ctx)?;
        return Ok(Lead { bearer, times: Vec::new(), clauses: vec![clause] });
    }
    let found = times_of_phrase(before)?;
    if found.is_empty() && matches!(before.word(0), "after" | "upon" | "following") {
        return after_event(before, bearer, ctx);
    }
    if found.is_empty()
        && let Some(time) = before_event(before, ctx)
    {
        return Ok(Lead { bearer, times: vec![(time, before.clone())], clauses: Vec::new() });
    }
    if matches!(before.word(0), "absent") || before.at(0, &["in", "the", "absence", "of"]) {
        let from = if before.word(0) == "absent" { 1 } else { 4 };
        let what = before.slice(from..before.len());
        let free = !what.is_empty() && what.dates().is_empty() && obstacle_to_quoting(&what, ctx.verbs).is_none();
        let clause = free.then(|| vec![format!("unless {}", in_quotation_marks(&what.all()))]);
        let clauses = clause.ok_or_else(|| format!("`{}` limits this", before.all()))?;
        return Ok(Lead { bearer, times: Vec::new(), clauses });
    }
    let covered: usize = found.iter().map(|t| t.at.len()).sum();
    let small = (0..before.len())
        .filter(|i| matches!(before.word(*i), "," | "and") && !found.iter().any(|t| t.at.contains(i)))
        .count();
    if found.is_empty() || covered + small < before.len() {
        return Err(format!("`{}` before the duty is not a time that can be read", before.all()));
    }
    Ok(Lead { bearer, times: found.into_iter().map(|t| (t, before.clone())).collect(), clauses: Vec::new() })
}

/// The times and the clauses of a lead.
pub(super) type Led<'r, 't> = (Vec<(Time, Phrase<'r, 't>)>, Vec<String>);

/// What leads to the thing of a passive sentence, and the thing: `Within 14 days of this Order, a letter shall be filed`.
pub(super) fn lead_of_passive<'r, 't>(
    subject: &Phrase<'r, 't>,
    ctx: &Context<'_>,
) -> Result<(Option<Led<'r, 't>>, Phrase<'r, 't>), String> {
    const OPENS: &[&str] = &[
        "within",
        "by",
        "on",
        "no",
        "not",
        "if",
        "unless",
        "upon",
        "after",
        "before",
        "at",
        "pursuant",
        "in",
        "consistent",
        "once",
        "when",
        "prior",
        "following",
        "during",
        "absent",
        "should",
        "until",
        "as",
        "to",
    ];
    let comma = (1..subject.len()).rev().find(|i| subject.top(*i) && subject.word(*i) == ",");
    let Some(comma) = comma.filter(|c| OPENS.contains(&subject.word(0)) && *c + 1 < subject.len()) else {
        return Ok((None, subject.clone()));
    };
    let nobody = Bearer::Asked(String::new());
    // The first comma behind which the thing begins, and whose lead can be read.
    let commas = (1..=comma).filter(|i| subject.top(*i) && subject.word(*i) == ",");
    let mut why = None;
    for at in commas {
        match lead_of_clauses(&without_edge_commas(&subject.slice(0..at)), nobody.clone(), ctx) {
            Ok(lead) => return Ok((Some((lead.times, lead.clauses)), subject.slice(at + 1..subject.len()))),
            Err(found) => why = why.or(Some(found)),
        }
    }
    Err(why.unwrap_or_default())
}

/// `Before the mediation, the parties shall exchange lists`: the event that the sentence names.
fn before_event(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Option<Time> {
    const LEADS: &[(&[&str], &str)] = &[
        (&["prior", "to"], "before"),
        (&["in", "advance", "of"], "before"),
        (&["before"], "before"),
        (&["at", "or", "before"], "no later than"),
        (&["at", "or", "prior", "to"], "no later than"),
        (&["on", "or", "before"], "no later than"),
        (&["no", "later", "than"], "no later than"),
        (&["not", "later", "than"], "no later than"),
        (&["by"], "by"),
    ];
    let (lead, text) = LEADS.iter().find(|(lead, _)| p.at(0, lead))?;
    let event = p.slice(lead.len()..p.len());
    let plain = event.len() > 1
        && event.len() <= 10
        && matches!(event.word(0), "the" | "a" | "an" | "any" | "their" | "its")
        && event.dates().is_empty()
        && obstacle_to_quoting(&event, ctx.verbs).is_none_or(|w| matches!(w.as_str(), "first" | "next"));
    plain.then(|| Time { at: 0..p.len(), text: (*text).to_owned(), anchor: Some(lead.len()..p.len()), vague: false })
}

/// `After the close of discovery, the parties shall confer`: what must come first.
fn after_event<'r, 't>(before: &Phrase<'r, 't>, bearer: Bearer, ctx: &Context<'_>) -> Result<Lead<'r, 't>, String> {
    let event = without_edge_commas(&before.slice(1..before.len()));
    let free = !event.is_empty()
        && event.len() <= 24
        && event.dates().is_empty()
        && obstacle_to_quoting(&event, ctx.verbs).is_none();
    if !free {
        return Err(format!("`{}` before the duty is not a time that can be read", before.all()));
    }
    Ok(Lead { bearer, times: Vec::new(), clauses: vec![format!("after {}", in_quotation_marks(&event.all()))] })
}
