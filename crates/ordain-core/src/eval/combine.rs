//! Parts into a whole: the worst of them, and which it is.

use super::choice;
use crate::model::{Bearer, Paragraph, Provision};
use crate::verdict::{Due, Kind, Modality, Place, Reason, Verdict};
use ordain_base::source::Span;
use ordain_base::words::join_parts;

/// The verdict of the smallest part, before it has a name.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) kind: Kind,
    pub(super) due: Option<Due>,
    pub(super) days: Option<i64>,
    pub(super) at_least: bool,
    pub(super) why: String,
    pub(super) reasons: Vec<Reason>,
    pub(super) facts: Vec<Place>,
    pub(super) remedy: Option<String>,
}

impl Leaf {
    pub(super) fn new(kind: Kind, why: impl Into<String>) -> Self {
        Self {
            kind,
            due: None,
            days: None,
            at_least: false,
            why: why.into(),
            reasons: Vec::new(),
            facts: Vec::new(),
            remedy: None,
        }
    }

    pub(super) fn due(mut self, due: Option<&Due>) -> Self {
        self.due = due.cloned();
        self
    }

    pub(super) fn days(mut self, days: i64) -> Self {
        self.days = Some(days);
        self
    }

    pub(super) fn because(mut self, reasons: impl IntoIterator<Item = Reason>) -> Self {
        self.reasons.extend(reasons);
        self
    }

    pub(super) fn facts(mut self, facts: impl IntoIterator<Item = Place>) -> Self {
        self.facts.extend(facts);
        self
    }

    pub(super) fn remedy(mut self, line: impl Into<String>) -> Self {
        self.remedy = Some(line.into());
        self
    }
}

/// A leaf with the names that lead to it: `(a)`, `Plaintiffs`, `category 1`.
#[derive(Debug, Clone)]
pub(super) struct Branch {
    pub(super) path: Vec<String>,
    pub(super) leaf: Leaf,
    pub(super) done: String,
    pub(super) bearer: Vec<String>,
    /// That of the words it was judged by: a prohibition may have become a duty.
    pub(super) modality: Modality,
    pub(super) span: Span,
    pub(super) due_span: Option<Span>,
}

/// Builds the verdict of a paragraph from its branches.
pub(super) fn whole(
    paragraph: &Paragraph,
    order: &str,
    provision: &Provision,
    done: &str,
    branches: Vec<Branch>,
) -> Verdict {
    // The obligations stand first, or below the bearers, each of whom chooses.
    let choice = usize::from(matches!(provision.bearer, Bearer::EachOf(_)));
    node(paragraph, order, provision, done, "", branches, Some(choice))
}

/// `choice` is how many levels below this one the obligations are chosen among.
fn node(
    paragraph: &Paragraph,
    order: &str,
    provision: &Provision,
    done: &str,
    part: &str,
    branches: Vec<Branch>,
    choice: Option<usize>,
) -> Verdict {
    let id = if part.is_empty() { paragraph.name.clone() } else { format!("{} {part}", paragraph.name) };
    let blank = |leaf: Leaf, bearer, done: String, modality, span, due_span| Verdict {
        id: id.clone(),
        order: order.to_owned(),
        paragraph: paragraph.label.clone(),
        part: part.to_owned(),
        bearer,
        done,
        modality,
        kind: leaf.kind,
        due: leaf.due,
        days: leaf.days,
        at_least: leaf.at_least,
        why: leaf.why,
        reasons: leaf.reasons,
        sources: paragraph.sources.clone(),
        span,
        due_span,
        facts: leaf.facts,
        notes: Vec::new(),
        history: Vec::new(),
        accrued: Vec::new(),
        remedy: leaf.remedy,
        parts: Vec::new(),
    };
    if let [only] = branches.as_slice()
        && only.path.is_empty()
    {
        let b = only.clone();
        return blank(b.leaf, b.bearer, b.done, b.modality, b.span, b.due_span);
    }
    let mut groups: Vec<(String, Vec<Branch>)> = Vec::new();
    for mut branch in branches {
        let name = if branch.path.is_empty() { String::new() } else { branch.path.remove(0) };
        match groups.iter_mut().find(|(n, _)| *n == name) {
            Some((_, list)) => list.push(branch),
            None => groups.push((name, vec![branch])),
        }
    }
    // The dates of the parts may differ; the whole has the bearer and words of them all.
    let parts: Vec<Verdict> = groups
        .into_iter()
        .map(|(name, list)| {
            let part = if part.is_empty() { name } else { format!("{part} {name}") };
            node(paragraph, order, provision, done, &part, list, choice.and_then(|c| c.checked_sub(1)))
        })
        .collect();
    let chosen = choice.filter(|c| *c == 0).and_then(|_| choice::fold(provision.choice, provision.modality, &parts));
    let chosen = chosen.map(|mut leaf| {
        leaf.reasons = told(&parts);
        leaf
    });
    let leaf = chosen.unwrap_or_else(|| worst(&parts));
    let mut bearer: Vec<String> = Vec::new();
    for name in parts.iter().flat_map(|p| &p.bearer) {
        if !bearer.contains(name) {
            bearer.push(name.clone());
        }
    }
    let first = parts.first();
    let span = first.map_or(paragraph.span, |p| p.span);
    let due_span = first.and_then(|p| p.due_span);
    let done = first.filter(|_| !part.is_empty()).map_or_else(|| done.to_owned(), |p| p.done.clone());
    let mut verdict = blank(leaf, bearer, done, provision.modality, span, due_span);
    verdict.parts = parts;
    verdict
}

/// The worst part decides; of several equally bad, the one longest overdue.
fn worst(parts: &[Verdict]) -> Leaf {
    let Some(kind) = parts.iter().map(|p| p.kind).min() else {
        return Leaf::new(Kind::Waiting, "there is nothing it applies to yet");
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
    let mut leaf = Leaf::new(kind, summary(parts));
    leaf.due = lead.due.clone();
    leaf.days = lead.days;
    leaf.at_least = lead.at_least;
    leaf.remedy = same.iter().find_map(|p| p.remedy.clone());
    for part in &same {
        for fact in &part.facts {
            if !leaf.facts.iter().any(|f| f.span == fact.span) {
                leaf.facts.push(fact.clone());
            }
        }
    }
    leaf.reasons = told(parts);
    leaf
}

/// Each part with its verdict and its reasons.
fn told(parts: &[Verdict]) -> Vec<Reason> {
    let one = |p: &Verdict| {
        let name = if p.part.is_empty() { &p.id } else { &p.part };
        Reason::new(format!("{name} {}: {}", p.kind.phrase(), p.why)).because(p.reasons.clone())
    };
    parts.iter().map(one).collect()
}

/// `categories 1, 2 and 3: nothing produced; categories 4 and 5: not shown complete`.
fn summary(parts: &[Verdict]) -> String {
    if let Some(said) = super::series::summary(parts) {
        return said;
    }
    let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
    for part in parts {
        let name = part.part.rsplit_once(") ").map_or(part.part.as_str(), |(_, n)| n);
        match said.iter_mut().find(|(why, _)| *why == part.why) {
            Some((_, names)) => names.push(name),
            None => said.push((&part.why, vec![name])),
        }
    }
    let one = said.len() == 1;
    // Who bears it stands before the reason already.
    let borne = parts.iter().all(|p| p.bearer == [p.part.clone()]);
    let text: Vec<String> = said
        .into_iter()
        .map(|(why, names)| {
            if one && names.len() == parts.len() && (borne || parts.len() > 3) {
                why.to_owned()
            } else {
                format!("{}: {why}", join_parts(&names))
            }
        })
        .collect();
    text.join("; ")
}
