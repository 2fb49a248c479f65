//! Parts into a whole: the worst of them, and which it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::eval::duty::part::PartVerdict;
use crate::eval::paragraph::{choice, combine};
use crate::model::{Bearer, Obligation, Paragraph, Provision};
use crate::verdict::{Kind, Modality, Part, Reason, Verdict};
use ordain_base::source::Span;
use ordain_base::steps;
use ordain_base::words::join_parts;
use ordain_syntax::ast::Choice;

/// A part with the names that lead to it: `(a)`, `Plaintiffs`, `category 1`.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Branch {
    pub(in crate::eval) path: Vec<Part>,
    pub(in crate::eval) verdict: PartVerdict,
    pub(in crate::eval) done: String,
    pub(in crate::eval) bearer: Vec<String>,
    /// That of the words it was judged by: a prohibition may have become a duty.
    pub(in crate::eval) modality: Modality,
    pub(in crate::eval) span: Span,
    pub(in crate::eval) due_span: Option<Span>,
}

/// Builds the verdict of a paragraph from its branches.
pub(in crate::eval) fn paragraph_verdict(
    paragraph: &Paragraph,
    order: &str,
    provision: &Provision,
    done: &str,
    branches: Vec<Branch>,
) -> Verdict {
    // The obligations stand first, or below the bearers, each of whom chooses.
    let choice = usize::from(matches!(provision.bearer, Bearer::EachOf(_)));
    verdict_node(paragraph, order, provision, done, &[], branches, Some(choice))
}

/// `Defendants must complete CAR categories 1-5`; of a cut-off, what it is for.
pub(in crate::eval) fn ordered(modality: Modality, bearer: &str, words: &str) -> String {
    match modality {
        Modality::CutOff => words.to_owned(),
        Modality::Must | Modality::MustNot | Modality::May => {
            // Of `each party must` the bearer is one `party`.
            let lead = if bearer == "party" { "each " } else { "" };
            format!("{lead}{bearer} {} {words}", modality.name())
        }
    }
}

/// The item that an obligation is, where its paragraph has several.
pub(in crate::eval) fn item_of(obligation: &Obligation) -> Option<Part> {
    Part::item(&obligation.label.letter, &obligation.label.act)
}

/// Of an alternative with several acts, the act that an obligation is.
pub(in crate::eval) fn arm_of(obligation: &Obligation) -> Option<Part> {
    Part::item("", &obligation.arm)
}

/// Branches that share the first step of their path, together, in the order in which the steps first come.
fn by_first_step(branches: Vec<Branch>) -> Vec<(Option<Part>, Vec<Branch>)> {
    steps::count(branches.len());
    let mut groups: Vec<(Option<Part>, Vec<Branch>)> = Vec::new();
    let mut places: BTreeMap<Option<Part>, usize> = BTreeMap::new();
    for mut branch in branches {
        let name = if branch.path.is_empty() { None } else { Some(branch.path.remove(0)) };
        match places.get(&name).and_then(|at| groups.get_mut(*at)) {
            Some((_, list)) => list.push(branch),
            None => {
                places.insert(name.clone(), groups.len());
                groups.push((name, vec![branch]));
            }
        }
    }
    groups
}

/// `choice` is how many levels below this one the obligations are chosen among.
fn verdict_node(
    paragraph: &Paragraph,
    order: &str,
    provision: &Provision,
    done: &str,
    part: &[Part],
    branches: Vec<Branch>,
    choice: Option<usize>,
) -> Verdict {
    let id = part.iter().fold(paragraph.name.clone(), |id, step| format!("{id} {step}"));
    let blank = |decided: PartVerdict, bearer, done: String, modality, span, due_span| Verdict {
        id: id.clone(),
        order: order.to_owned(),
        paragraph: paragraph.label.clone(),
        part: part.to_vec(),
        bearer,
        done,
        ordered: String::new(),
        modality,
        kind: decided.kind,
        due: decided.due,
        days: decided.days,
        at_least: decided.at_least,
        why: decided.why,
        reasons: decided.reasons,
        sources: paragraph.sources.clone(),
        span,
        due_span,
        facts: decided.facts,
        notes: Vec::new(),
        history: Vec::new(),
        accrued: Vec::new(),
        remedy: decided.remedy,
        parts: Vec::new(),
    };
    if let [only] = branches.as_slice()
        && only.path.is_empty()
    {
        let b = only.clone();
        return blank(b.verdict, b.bearer, b.done, b.modality, b.span, b.due_span);
    }
    // Two parts of one name (`declaration of A and declaration of B`): the worst of them speaks for both.
    if branches.iter().all(|b| b.path.is_empty())
        && let Some(b) = branches.iter().min_by_key(|b| (b.verdict.kind, -b.verdict.days.unwrap_or(0))).cloned()
    {
        return blank(b.verdict, b.bearer, b.done, b.modality, b.span, b.due_span);
    }
    // The dates of the parts may differ; the whole has the bearer and words of them all.
    let parts: Vec<Verdict> = by_first_step(branches)
        .into_iter()
        .map(|(name, list)| {
            let part: Vec<Part> = part.iter().cloned().chain(name).collect();
            verdict_node(paragraph, order, provision, done, &part, list, choice.and_then(|c| c.checked_sub(1)))
        })
        .collect();
    let chosen =
        choice.filter(|c| *c == 0).and_then(|_| choice::chosen_verdict(provision.choice, provision.modality, &parts));
    let chosen = chosen.map(|mut decided| {
        decided.reasons = reasons_of(&parts);
        decided
    });
    let decided = chosen.unwrap_or_else(|| worst_part(&parts));
    let mut seen = BTreeSet::new();
    let bearer: Vec<String> = parts.iter().flat_map(|p| &p.bearer).filter(|n| seen.insert(*n)).cloned().collect();
    let first = parts.first();
    let span = first.map_or(paragraph.span, |p| p.span);
    let due_span = first.and_then(|p| p.due_span);
    let done = first.filter(|_| !part.is_empty()).map_or_else(|| done.to_owned(), |p| p.done.clone());
    let chose_one = choice == Some(0) && provision.choice != Choice::All && provision.modality == Modality::Must;
    let mut verdict = blank(decided, bearer, done, provision.modality, span, due_span);
    verdict.parts = parts;
    if chose_one && verdict.kind.is_performed() {
        verdict.parts.iter_mut().for_each(choice::spare_the_rest);
    }
    verdict
}

/// The worst part decides; of several equally bad, the one longest overdue.
fn worst_part(parts: &[Verdict]) -> PartVerdict {
    let Some(kind) = parts.iter().map(|p| p.kind).min() else {
        return PartVerdict::new(Kind::Waiting, "there is nothing it applies to yet");
    };
    let same: Vec<&Verdict> = parts.iter().filter(|p| p.kind == kind).collect();
    let lead = same
        .iter()
        .copied()
        .min_by_key(|p| match kind {
            Kind::Pending => p.days.unwrap_or(i64::MAX),
            _ => -p.days.unwrap_or(0),
        })
        .unwrap_or(&parts[0]);
    let mut decided = PartVerdict::new(kind, summary_of_parts(parts));
    decided.due = lead.due.clone();
    decided.days = lead.days;
    decided.at_least = lead.at_least;
    decided.remedy = same.iter().find_map(|p| p.remedy.clone());
    let mut seen = BTreeSet::new();
    let facts = same.iter().flat_map(|part| &part.facts);
    decided.facts.extend(facts.filter(|fact| seen.insert(fact.span)).cloned());
    decided.reasons = reasons_of(parts);
    decided
}

/// Each part with its verdict and its reasons.
fn reasons_of(parts: &[Verdict]) -> Vec<Reason> {
    let one = |p: &Verdict| {
        let name = if p.part.is_empty() { p.id.clone() } else { p.part_words() };
        Reason::new(format!("{name} {}: {}", p.kind.phrase(), p.why)).because(p.reasons.clone())
    };
    parts.iter().map(one).collect()
}

/// `categories 1, 2 and 3: nothing produced; categories 4 and 5: not shown complete`.
fn summary_of_parts(parts: &[Verdict]) -> String {
    if let Some(said) = combine::summary_of_instances(parts) {
        return said;
    }
    let mut said: Vec<(&str, Vec<String>)> = Vec::new();
    for part in parts {
        let name = part.part_without_letter();
        match said.iter_mut().find(|(why, _)| *why == part.why) {
            Some((_, names)) => names.push(name),
            None => said.push((&part.why, vec![name])),
        }
    }
    let one = said.len() == 1;
    // Who bears it comes before the reason already.
    let borne = parts.iter().all(|p| matches!(p.part.as_slice(), [Part::Bearer(name)] if p.bearer == [name.clone()]));
    let text: Vec<String> = said
        .into_iter()
        .map(|(why, names)| {
            if one && names.len() == parts.len() && (borne || parts.len() > 3) {
                why.to_owned()
            } else {
                format!("{}: {why}", join_parts(&names.iter().map(String::as_str).collect::<Vec<_>>()))
            }
        })
        .collect();
    text.join("; ")
}

/// `#1 to #11 met; #12 pending: due in 5 days`: the parts of a duty that recurs, in short.
/// `None` where the parts are not instances.
pub(in crate::eval) fn summary_of_instances(parts: &[Verdict]) -> Option<String> {
    let number = |v: &Verdict| v.instance().map(|n| format!("#{n}")).unwrap_or_default();
    if !parts.iter().all(Verdict::is_instance) {
        return None;
    }
    let mut runs: Vec<(Kind, Vec<&Verdict>)> = Vec::new();
    for part in parts {
        match runs.last_mut() {
            Some((kind, list)) if *kind == part.kind => list.push(part),
            _ => runs.push((part.kind, vec![part])),
        }
    }
    let said: Vec<String> = runs
        .iter()
        .map(|(kind, list)| match list.as_slice() {
            [only] => format!("{} {}: {}", number(only), kind.phrase(), only.why),
            [first, last] => format!("{} and {} {}", number(first), number(last), kind.phrase()),
            [first, .., last] => format!("{} to {} {}", number(first), number(last), kind.phrase()),
            [] => String::new(),
        })
        .collect();
    // Of many changes the last are the ones to act on.
    let from = said.len().saturating_sub(6);
    let dots = if from > 0 { "…; " } else { "" };
    Some(format!("{dots}{}", said.get(from..).unwrap_or_default().join("; ")))
}
