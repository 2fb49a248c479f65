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
        "he" | "she" => !several,
        _ => false,
    };
    let free = fits && !others && !before.slice(1 + the + len..before.len()).has(&persons);
    free.then(|| read_bearer(&before.slice(1..1 + the + len), names)).flatten()
}

/// `Pursuant to Rule 26(f)`, `In lieu of a statement`: how it is to be done.
fn is_manner(p: &Phrase<'_, '_>) -> bool {
    const LEADS: &[&[&str]] = &[
        &["pursuant"],
        &["consistent"],
        &["in", "accordance", "with"],
        &["in", "lieu", "of"],
        &["instead", "of"],
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
    let covered: usize = found.iter().map(|t| t.at.len()).sum();
    let small = (0..before.len())
        .filter(|i| matches!(before.word(*i), "," | "and") && !found.iter().any(|t| t.at.contains(i)))
        .count();
    if found.is_empty() || covered + small < before.len() {
        return Err(format!("`{}` before the duty is not a time that can be read", before.all()));
    }
    Ok(Lead { bearer, times: found.into_iter().map(|t| (t, before.clone())).collect(), clauses: Vec::new() })
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
