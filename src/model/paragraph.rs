//! A paragraph of an order, resolved.

use super::acts;
use super::bearer::{self, Bearer, Nature};
use super::carved::{Carved, CarvedKind};
use super::consequence::Consequence;
use super::cut_off;
use super::deliverables::Deliverable;
use super::disposition::{self, Disposition};
use super::due::{self, Due};
use super::each;
use super::narrow::{remove, size};
use super::object::{Act, Head, Object, Related, Set};
use super::passive;
use super::phrase::{Words, text_of};
use super::scope;
use super::selection::{self, Selection};
use super::told::norm_words;
use super::{Condition, Declared, OrderId, ParagraphId};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, Clause, ClauseKind, Deadline, Modal, Phrase, Which};
use crate::verdict::Modality;

#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub id: ParagraphId,
    pub order: OrderId,
    pub label: String,
    /// `MTC ¶ 1`.
    pub name: String,
    pub body: Body,
    pub sources: Vec<String>,
    /// The same, as they stand.
    pub cites: Vec<ast::Cite>,
    pub quotes: Vec<ast::Quoted>,
    pub notes: Vec<ast::Quoted>,
    /// The day from which it binds, where it says another than its order's entry.
    pub effective: Option<chrono::NaiveDate>,
    /// `topic discovery`: by which an order may select it.
    pub topics: Vec<String>,
    /// The member cases it is of, by their positions; all where empty.
    pub cases: Vec<usize>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Norm(Norm),
    Dispositions(Vec<Disposition>),
    /// What kind of words they are, and the words.
    Shown(&'static str, String),
    /// Something in it did not resolve; it was reported.
    Broken,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Norm {
    pub modality: Modality,
    pub bearer: Bearer,
    /// The bearer as the order words it.
    pub bearer_words: String,
    pub limbs: Vec<Limb>,
    /// How many of the limbs are asked for.
    pub choice: Which,
}

/// One act with its time: a paragraph has one, or several after `must:`.
#[derive(Debug, Clone, PartialEq)]
pub struct Limb {
    /// `(a)`, or the number of the item; empty where there is one only.
    pub label: String,
    /// Performed by any one of them.
    pub acts: Vec<Act>,
    /// The act as the order words it.
    pub words: String,
    pub due: Due,
    pub due_span: Option<Span>,
    /// `promptly` beside an outer limit.
    pub standard: Option<String>,
    /// `for each document withheld …`.
    pub each: Option<Object>,
    /// `each document in CAR categories 1-5`: the rows of a table it is over.
    pub rows: Option<Selection>,
    pub conditions: Vec<Condition>,
    /// Of a prohibition: what it leaves free.
    pub carved: Vec<Carved>,
    /// The paragraphs that yield to this one: `despite ¶ 1`.
    pub despite: Vec<ParagraphId>,
    /// `not exceeding 10 pages`.
    pub size: Option<(u64, Deliverable)>,
    /// What only a person can judge, in the order's words.
    pub judgments: Vec<String>,
    /// `on breach …`: what the order says follows.
    pub consequences: Vec<Consequence>,
    pub readings: Vec<String>,
    /// Words beside the act tell it from others of the same wording: `about "…"`, `under "…"`.
    pub narrowed: bool,
    /// What `except` takes out.
    pub excepted: Vec<Set>,
    pub span: Span,
}

/// Resolves one paragraph of `order`. Errors leave a broken body behind, so
/// that the paragraph keeps its place and rests on nothing.
pub fn resolve(
    declared: &Declared,
    order: OrderId,
    id: ParagraphId,
    label: &str,
    source: &ast::Paragraph,
    span: Span,
    out: &mut Vec<Diagnostic>,
) -> Paragraph {
    let before = errors(out);
    let mut words = Words { names: &declared.names, declared, out };
    let body = match &source.body {
        ast::Body::Norm(norm) => match norm.modal.value {
            Modal::Must | Modal::MustNot | Modal::May if passive::is(words.declared, norm) => {
                passive::shown(&mut words, norm, &source.clauses).map(|text| Body::Shown("passive", text))
            }
            Modal::Should => Some(Body::Shown("soft norm", norm_words(norm, &source.clauses))),
            Modal::NeedNot => Some(Body::Shown("relief", norm_words(norm, &source.clauses))),
            Modal::Will => Some(Body::Shown("announcement", norm_words(norm, &source.clauses))),
            Modal::Must => resolve_norm(&mut words, norm, &source.clauses, Modality::Must),
            Modal::MustNot => resolve_norm(&mut words, norm, &source.clauses, Modality::MustNot),
            Modal::May => resolve_norm(&mut words, norm, &source.clauses, Modality::May),
        },
        ast::Body::CutOff { what } => cut_off::resolve(&mut words, what, &source.clauses, span),
        ast::Body::Dispositions(list) => {
            let all: Option<Vec<_>> =
                list.iter().map(|d| disposition::resolve(&mut words, d, &source.clauses)).collect();
            all.map(Body::Dispositions)
        }
        ast::Body::Shown(phrase) => Some(Body::Shown("text", text_of(phrase))),
    };
    let cases = scope::cases_of(&mut words, &source.clauses)
        .filter(|c| !c.is_empty())
        .unwrap_or_else(|| declared.orders[order.index()].cases.clone());
    let body = body.filter(|_| errors(words.out) == before).unwrap_or(Body::Broken);
    let items = match &source.body {
        ast::Body::Norm(norm) => norm.items.as_slice(),
        _ => &[],
    };
    let clauses: Vec<&Clause> = source.clauses.iter().chain(items.iter().flat_map(|i| &i.clauses)).collect();
    let quoted = |f: fn(&ClauseKind) -> Option<&ast::Quoted>| {
        clauses.iter().filter_map(|c| f(&c.kind)).cloned().collect::<Vec<_>>()
    };
    let cites = clauses.iter().filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites) } else { None });
    Paragraph {
        id,
        order,
        label: label.to_owned(),
        name: format!("{} ¶ {label}", declared.orders[order.index()].name),
        body,
        sources: sources_of(&source.clauses),
        cites: cites.flatten().cloned().collect(),
        quotes: quoted(|k| if let ClauseKind::Quote(q) = k { Some(q) } else { None }),
        notes: quoted(|k| if let ClauseKind::Note(q) = k { Some(q) } else { None }),
        effective: source.clauses.iter().find_map(|c| match &c.kind {
            ClauseKind::Effective(d) => Some(d.day),
            _ => None,
        }),
        topics: scope::topics(&source.clauses),
        cases,
        span,
    }
}

fn errors(out: &[Diagnostic]) -> usize {
    out.iter().filter(|d| d.severity == crate::diag::Severity::Error).count()
}

/// The citations among some clauses, as they are shown.
#[must_use]
pub fn sources_of(clauses: &[Clause]) -> Vec<String> {
    clauses
        .iter()
        .filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites) } else { None })
        .flatten()
        .map(super::declare::cite_text)
        .collect()
}

pub(super) fn resolve_norm(
    words: &mut Words<'_>,
    norm: &ast::Norm,
    clauses: &[Clause],
    modality: Modality,
) -> Option<Body> {
    let quantifier = norm.quantifier.as_ref().map(|q| q.value);
    let nature = nature(norm, modality);
    let bearer = bearer::resolve(words, &norm.bearer, quantifier, nature);
    let mut limbs = Vec::new();
    let mut whole = true;
    for (i, item) in norm.items.iter().enumerate() {
        let label = match (&item.label, norm.items.len()) {
            (Some(l), _) => format!("({})", l.value),
            (None, 1) => String::new(),
            (None, _) => format!("({})", i + 1),
        };
        let all: Vec<&Clause> = item.clauses.iter().chain(clauses).collect();
        let Ok(taken) = selection::take(words, &item.act.tokens) else {
            whole = false;
            continue;
        };
        let (act, rows) = match taken {
            Some(t) => (Phrase { tokens: t.rest, span: item.act.span }, Some(t.selection)),
            None => (item.act.clone(), None),
        };
        let Some(mut groups) = acts::split(words, &act, norm.listed, modality) else {
            whole = false;
            continue;
        };
        if let (Some(_), [only]) = (&rows, groups.as_mut_slice()) {
            only.words = text_of(&item.act);
        }
        let several = groups.len() > 1;
        for group in groups {
            let label = if several { format!("{label} {}", group.name).trim().to_owned() } else { label.clone() };
            match limb(words, group, &all, label, norm.listed, modality) {
                Some(mut l) => {
                    l.rows = l.rows.or_else(|| rows.clone());
                    limbs.push(l);
                }
                None => whole = false,
            }
        }
    }
    let bearer = bearer?;
    let choice = norm.choice.as_ref().map_or(Which::All, |c| c.value);
    if let (Some(choice), Modality::MustNot) = (norm.choice.as_ref().filter(|c| c.value == Which::ExactlyOne), modality)
    {
        words.out.push(crate::diag::codes::conditions::forbidden_choice(choice.span));
        return None;
    }
    whole.then(|| Body::Norm(Norm { modality, bearer, bearer_words: text_of(&norm.bearer), limbs, choice }))
}

/// One act by all, or one by each, as the acts have it.
fn nature(norm: &ast::Norm, modality: Modality) -> Nature {
    let any = |words: &[&str]| norm.items.iter().any(|i| i.act.tokens.iter().any(|t| words.contains(&t.text.as_str())));
    let single = norm.items.iter().all(|i| i.act.tokens.first().is_some_and(|t| SINGLE.contains(&t.text.as_str())));
    match modality {
        Modality::Must if single => Nature::Single,
        Modality::Must if !any(&["joint", "confer", "jointly"]) => Nature::Plain,
        _ => Nature::Joint,
    }
}

/// Acts that nobody can do for an adverse party.
const SINGLE: &[&str] = &["appear", "attend"];

pub(super) fn limb(
    words: &mut Words<'_>,
    group: acts::Group,
    clauses: &[&Clause],
    label: String,
    listed: bool,
    modality: Modality,
) -> Option<Limb> {
    let mut acts = group.acts;
    let mut whole = !acts.is_empty();
    let mut limb = Limb { label, words: group.words, due: default_due(modality), ..Limb::blank(group.span) };
    // The due time first: a flag beside it (`the date governs`) is about it.
    let (times, others): (Vec<&&Clause>, Vec<&&Clause>) =
        clauses.iter().partition(|c| matches!(c.kind, ClauseKind::Deadline(_)));
    for clause in times.into_iter().chain(others) {
        whole &= apply(words, clause, &mut limb, &mut acts, listed, modality).is_some();
    }
    if let (Due::Series(series), Some(span)) = (&limb.due, limb.due_span)
        && let super::First::Beginning(_, from) = &series.first
        && !acts.iter().any(Act::is_sum)
    {
        words.out.push(crate::diag::codes::money::beginning(span, from));
        whole = false;
    }
    // What a record says only a person can apply is for judgment wherever it is asked for.
    for set in acts.iter().flat_map(|a| &a.objects.list).filter_map(|o| o.set.as_ref()) {
        let record = &words.declared.records[set.record.index()];
        for &c in &set.categories {
            limb.judgments.extend(record.categories[c].judgments.iter().map(|j| j.value.clone()));
        }
    }
    limb.acts = acts;
    whole.then_some(limb)
}

impl Limb {
    /// A limb of which nothing is said yet.
    pub(super) fn blank(span: Span) -> Self {
        Self {
            label: String::new(),
            words: String::new(),
            acts: Vec::new(),
            due: Due::Open(String::new()),
            due_span: None,
            standard: None,
            each: None,
            rows: None,
            conditions: Vec::new(),
            carved: Vec::new(),
            despite: Vec::new(),
            size: None,
            judgments: Vec::new(),
            consequences: Vec::new(),
            readings: Vec::new(),
            narrowed: false,
            excepted: Vec::new(),
            span,
        }
    }
}

/// Takes one clause into the limb; `None` where a word of it stands for nothing.
pub(super) fn apply(
    words: &mut Words<'_>,
    clause: &Clause,
    limb: &mut Limb,
    acts: &mut Vec<Act>,
    listed: bool,
    modality: Modality,
) -> Option<()> {
    if let Some(condition) = Condition::of(words, &clause.kind, clause.span) {
        limb.conditions.push(condition?);
        return Some(());
    }
    match &clause.kind {
        ClauseKind::Deadline(deadline) => {
            if due::names_no_hour(deadline) {
                limb.readings.push("close of business names no hour, so the whole day counts".to_owned());
            }
            if let Deadline::Promptly { word, .. } = deadline {
                limb.standard = Some(word.value.clone());
            }
            let found = due::resolve(words, deadline)?;
            // `promptly` beside a date of its own is the soft half of one due time.
            if found != Due::Standard || limb.due_span.is_none() {
                limb.due = found;
                limb.due_span = Some(clause.span);
            }
        }
        ClauseKind::Flag(flag) => {
            let governs = match flag.as_str() {
                "the date governs" => Some(due::Governs::Date),
                "the period governs" => Some(due::Governs::Period),
                _ => None,
            };
            if let (Some(governs), Due::Period(period)) = (governs, &mut limb.due) {
                period.governs = Some(governs);
            }
        }
        ClauseKind::Covering(phrase) => {
            let objects = words.objects(&phrase.tokens)?;
            let set = objects.list.into_iter().find_map(|o| o.set);
            if let (Some(set), Some(object)) = (set, acts.first_mut().and_then(|a| a.objects.list.first_mut())) {
                object.set = Some(set);
            }
        }
        ClauseKind::ForEach { thing, filter } => {
            (limb.each, limb.rows) = each::resolve(words, thing, filter.as_ref())?;
        }
        ClauseKind::Except(phrase) if modality == Modality::MustNot => {
            let carved = Carved::of(words, phrase)?;
            if let CarvedKind::Set(set) = &carved.kind {
                remove(acts, set);
                limb.excepted.push(set.clone());
            } else {
                limb.carved.push(carved);
            }
        }
        ClauseKind::Despite(phrase) => {
            let objects = words.objects(&phrase.tokens)?;
            let related = objects.list.iter().flat_map(|o| &o.relations).map(|r| &r.to);
            limb.despite.extend(related.filter_map(|r| if let Related::Paragraph(p) = r { Some(*p) } else { None }));
        }
        ClauseKind::Except(phrase) => {
            let objects = words.objects(&phrase.tokens)?;
            for set in objects.list.iter().filter_map(|o| o.set.as_ref()) {
                remove(acts, set);
                limb.excepted.push(set.clone());
            }
        }
        ClauseKind::Or(phrase) => acts.push(acts::one(words, phrase, listed)?),
        ClauseKind::NotExceeding(phrase) => {
            limb.judgments.push(text_of(phrase));
            limb.size = size(phrase);
        }
        ClauseKind::WithAtLeast(phrase) => {
            // Sizes are shown; whether a paper keeps them is not on the record.
            limb.judgments.push(text_of(phrase));
        }
        ClauseKind::Recipients(phrase) => {
            let (parties, _) = bearer::parties_of(words.declared, &phrase.tokens, words.out)?;
            if let Some(object) = acts.first_mut().and_then(|a| a.objects.list.first_mut()) {
                for p in parties {
                    let to = super::object::Related::Head(Head::Party(p));
                    object.relations.push(super::object::Relation { word: "to".to_owned(), to });
                }
            }
        }
        ClauseKind::Judgment(q) => limb.judgments.push(q.value.clone()),
        ClauseKind::Reading(q) => limb.readings.push(q.value.clone()),
        ClauseKind::OnBreach(source) => {
            limb.consequences.push(super::consequence::resolve(words, source, clause.span)?);
        }
        ClauseKind::About(_)
        | ClauseKind::Containing(_)
        | ClauseKind::Form(_)
        | ClauseKind::WithEach(_)
        | ClauseKind::OnlyFor(_)
        | ClauseKind::SoThat(_)
        | ClauseKind::Under(_)
        | ClauseKind::Topic(_)
        | ClauseKind::Manner(_) => limb.narrowed = true,
        _ => {}
    }
    Some(())
}

fn default_due(modality: Modality) -> Due {
    match modality {
        Modality::Must | Modality::CutOff => Due::Open("no deadline".to_owned()),
        Modality::MustNot => Due::Open("continuing".to_owned()),
        Modality::May => Due::Open("no end".to_owned()),
    }
}
