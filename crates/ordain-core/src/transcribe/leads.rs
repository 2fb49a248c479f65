//! Whom a sentence binds, and what leads to it: a time, a condition.

use super::bearers::{Bearer, bearer};
use super::candidate::Context;
use super::clauses::{condition, edges};
use super::guard::obstacle;
use super::phrase::{Phrase, quoted};
use super::times::{Time, times};

/// What stands before the bearer: a time, a condition, or both.
pub(super) struct Lead<'r, 't> {
    pub(super) bearer: Bearer,
    pub(super) times: Vec<(Time, Phrase<'r, 't>)>,
    pub(super) clauses: Vec<String>,
}

/// The bearer at the end of the words before `shall`, and what leads to it.
pub(super) fn lead<'r, 't>(subject: &Phrase<'r, 't>, ctx: &Context<'_>) -> Result<Lead<'r, 't>, String> {
    if let Some(bearer) = bearer(subject, ctx.names) {
        return Ok(Lead { bearer, times: Vec::new(), clauses: Vec::new() });
    }
    // `within 7 days of this Order Defendant`, without a comma.
    let found = times(subject).unwrap_or_default();
    if let Some(first) = found.first().filter(|t| t.at.start == 0 && t.at.end < subject.len())
        && let Some(who) = bearer(&subject.slice(first.at.end..subject.len()), ctx.names)
    {
        let before = subject.slice(0..first.at.end);
        return leading(&before, who, ctx);
    }
    // `Plaintiff, within 14 days of this Order,`
    if let Some(comma) = subject.find(1, &[","])
        && let Some(who) = bearer(&subject.slice(0..comma), ctx.names)
    {
        let after = edges(&subject.slice(comma..subject.len()));
        return leading(&after, who, ctx);
    }
    let commas = (0..subject.len()).filter(|i| subject.top(*i) && subject.word(*i) == ",");
    for comma in commas {
        let Some(found) = bearer(&subject.slice(comma + 1..subject.len()), ctx.names) else { continue };
        let before = edges(&subject.slice(0..comma));
        return leading(&before, found, ctx);
    }
    Err(format!("no party of the draft is called `{}`: who is bound?", subject.all()))
}

fn leading<'r, 't>(before: &Phrase<'r, 't>, bearer: Bearer, ctx: &Context<'_>) -> Result<Lead<'r, 't>, String> {
    if matches!(before.word(0), "pursuant" | "consistent") || before.at(0, &["in", "accordance", "with"]) {
        let free = obstacle(before, ctx.verbs).is_none() && before.dates().is_empty();
        let manner = free.then(|| vec![format!("manner {}", quoted(&before.all()))]);
        let clauses = manner.ok_or_else(|| format!("`{}` limits this", before.all()))?;
        return Ok(Lead { bearer, times: Vec::new(), clauses });
    }
    if matches!(before.word(0), "if" | "unless" | "once" | "when")
        || before.at(0, &["to", "the", "extent"])
        || before.at(0, &["in", "the", "event"])
    {
        let clause = condition(before, ctx)?;
        return Ok(Lead { bearer, times: Vec::new(), clauses: vec![clause] });
    }
    let found = times(before)?;
    let covered: usize = found.iter().map(|t| t.at.len()).sum();
    let small = (0..before.len())
        .filter(|i| matches!(before.word(*i), "," | "and") && !found.iter().any(|t| t.at.contains(i)))
        .count();
    if found.is_empty() || covered + small < before.len() {
        return Err(format!("`{}` before the duty is not a time that can be read", before.all()));
    }
    Ok(Lead { bearer, times: found.into_iter().map(|t| (t, before.clone())).collect(), clauses: Vec::new() })
}
