//! A paragraph of an order, resolved.

use super::acts;
use super::bearer::{self, Bearer, Nature};
use super::clauses::apply;
use super::consequence::Consequence;
use super::cut_off;
use super::deliverables::Deliverable;
use super::disposition::{self, Disposition};
use super::due::Due;
use super::exception::Exception;
use super::object::{Act, Object, Set};
use super::passive;
use super::phrase::{PhraseResolver, text_of};
use super::require;
use super::scope;
use super::selection::{self, Selection};
use super::spread;
use super::told::provision_words;
use super::{Condition, Declared, OrderId, ParagraphId};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Clause, ClauseKind, Modal, Phrase, Quantifier, Which};

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
    Provision(Provision),
    Dispositions(Vec<Disposition>),
    /// What kind of words they are, and the words.
    Listed(&'static str, String),
    /// Something in it did not resolve; it was reported.
    Broken,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    pub modality: Modality,
    pub bearer: Bearer,
    /// The bearer as the order words it.
    pub bearer_words: String,
    pub obligations: Vec<Obligation>,
    /// How many of the obligations are asked for.
    pub choice: Which,
}

/// One act with its time: a paragraph has one, or several after `must:`.
#[derive(Debug, Clone, PartialEq)]
pub struct Obligation {
    /// `(a)`, or the number of the item; empty where there is one only.
    pub label: String,
    /// Of an item that is one of several to choose from, the act of it that this obligation is: it is owed with the others of the item.
    pub arm: String,
    /// Performed by any one of them.
    pub acts: Vec<Act>,
    /// The act as the order words it.
    pub words: String,
    /// Of one obligation of several that `in each of` makes: the act for all of them, `publish notice in each of A and B`.
    pub in_each: Option<String>,
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
    pub exceptions: Vec<Exception>,
    /// The paragraphs that yield to this one: `despite ¶ 1`.
    pub despite: Vec<ParagraphId>,
    /// `not exceeding 10 pages`.
    pub size: Option<(u64, Deliverable)>,
    /// What only a person can judge, in the order's words.
    pub judgments: Vec<String>,
    /// What else is asked, that the record of an act seldom shows: `containing “…”`, `in “…”`.
    pub terms: Vec<String>,
    /// `or, if "…", advise the Court`: what performs only where its condition holds.
    pub otherwise: Vec<(Act, Condition)>,
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
    let mut words = PhraseResolver { names: &declared.names, declared, out };
    let body = match &source.body {
        ast::Body::Provision(provision) => match provision.modal.value {
            Modal::Must | Modal::MustNot if require::is(provision) => {
                let modality = if provision.modal.value == Modal::Must { Modality::Must } else { Modality::MustNot };
                require::resolve(&mut words, provision, &source.clauses, modality)
            }
            Modal::Must | Modal::MustNot | Modal::May if passive::is(words.declared, provision) => {
                passive::shown(&mut words, provision, &source.clauses).map(|text| Body::Listed("passive", text))
            }
            Modal::Should => Some(Body::Listed("soft norm", provision_words(provision, &source.clauses))),
            Modal::NeedNot => Some(Body::Listed("relief", provision_words(provision, &source.clauses))),
            Modal::Will => Some(Body::Listed("announcement", provision_words(provision, &source.clauses))),
            Modal::Must => resolve_provision(&mut words, provision, &source.clauses, Modality::Must),
            Modal::MustNot => resolve_provision(&mut words, provision, &source.clauses, Modality::MustNot),
            Modal::May => resolve_provision(&mut words, provision, &source.clauses, Modality::May),
        },
        ast::Body::CutOff { what } => cut_off::resolve(&mut words, what, &source.clauses, span),
        ast::Body::Dispositions(list) => {
            let all: Option<Vec<_>> =
                list.iter().map(|d| disposition::resolve(&mut words, d, &source.clauses)).collect();
            all.map(Body::Dispositions)
        }
        ast::Body::Listed(phrase) => Some(Body::Listed("text", text_of(phrase))),
    };
    let cases = scope::cases_of(&mut words, &source.clauses)
        .filter(|c| !c.is_empty())
        .unwrap_or_else(|| declared.orders[order.index()].cases.clone());
    let body = body.filter(|_| errors(words.out) == before).unwrap_or(Body::Broken);
    let items = match &source.body {
        ast::Body::Provision(provision) => provision.items.as_slice(),
        _ => &[],
    };
    // `modifies MTC ¶ 1: by D  source …`: where it is written is said among what is new.
    let new = match &source.body {
        ast::Body::Dispositions(list) => list.as_slice(),
        _ => &[],
    };
    let new = new.iter().flat_map(|d| &d.clauses);
    let clauses: Vec<&Clause> =
        source.clauses.iter().chain(items.iter().flat_map(|i| &i.clauses)).chain(new.clone()).collect();
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
        sources: sources_of(&source.clauses.iter().chain(new).cloned().collect::<Vec<_>>()),
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
    out.iter().filter(|d| d.severity == ordain_base::diag::Severity::Error).count()
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

pub(super) fn resolve_provision(
    words: &mut PhraseResolver<'_>,
    provision: &ast::Provision,
    clauses: &[Clause],
    modality: Modality,
) -> Option<Body> {
    let quantifier = provision.quantifier.as_ref().map(|q| q.value);
    let nature = nature(provision, modality);
    let bearer = bearer::resolve(words, &provision.bearer, quantifier, nature).map(|b| match (b, modality) {
        // What several must not do none of them may do; what they may do any of them may.
        (Bearer::Jointly(all), Modality::MustNot) if quantifier != Some(Quantifier::Jointly) => Bearer::EachOf(all),
        (Bearer::Jointly(all), Modality::May) if quantifier != Some(Quantifier::Jointly) => Bearer::AnyOf(all),
        (other, _) => other,
    });
    let mut obligations = Vec::new();
    let mut whole = true;
    for (i, item) in provision.items.iter().enumerate() {
        let label = match (&item.label, provision.items.len()) {
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
        let Some(mut groups) = acts::split(words, &act, provision.listed, modality) else {
            whole = false;
            continue;
        };
        if let (Some(_), [only]) = (&rows, groups.as_mut_slice()) {
            only.words = text_of(&item.act);
        }
        let several = groups.len() > 1;
        // `(1) serve process and file proof of service`, one of several to choose from: both acts are that one.
        let chosen = several && provision.choice.is_some();
        for group in &mut groups {
            group.name = match several {
                true if !chosen => format!("{label} {}", group.name).trim().to_owned(),
                true => group.name.clone(),
                false => label.clone(),
            };
            if quantifier == Some(Quantifier::JointlyOrSeparately) {
                acts::or_joint(group);
            }
        }
        let Some(groups) = spread(words, groups, &all) else {
            whole = false;
            continue;
        };
        for group in groups {
            let (label, arm) = match chosen {
                true => (label.clone(), group.name.clone()),
                false => (group.name.clone(), String::new()),
            };
            match obligation(words, group, &all, label, provision.listed, modality) {
                Some(mut l) => {
                    l.arm = arm;
                    l.rows = over(l.rows.take(), rows.clone());
                    obligations.push(l);
                }
                None => whole = false,
            }
        }
    }
    let bearer = bearer?;
    let choice = provision.choice.as_ref().map_or(Which::All, |c| c.value);
    if let (Some(choice), Modality::MustNot) =
        (provision.choice.as_ref().filter(|c| c.value == Which::ExactlyOne), modality)
    {
        words.out.push(ordain_base::diag::codes::conditions::forbidden_choice(choice.span));
        return None;
    }
    whole.then(|| {
        Body::Provision(Provision { modality, bearer, bearer_words: text_of(&provision.bearer), obligations, choice })
    })
}

/// `in each of A and B`: each group for each of the things.
fn spread(words: &mut PhraseResolver<'_>, groups: Vec<acts::Group>, clauses: &[&Clause]) -> Option<Vec<acts::Group>> {
    let each = clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::InEach { word, things } => Some((word, things)),
        _ => None,
    });
    let Some((word, list)) = each else { return Some(groups) };
    let things = spread::things(words, word, list)?;
    let all = spread::all(&things);
    let all = &all;
    let one = |group: &acts::Group, one: &spread::One| acts::Group {
        acts: group.acts.iter().map(|a| spread::act(a, one, list)).collect(),
        words: format!("{} {word} {}", group.words, one.name),
        in_each: Some(format!("{} {word} {all}", group.words)),
        name: format!("{} {}", group.name, one.name).trim().to_owned(),
        span: group.span,
    };
    Some(groups.iter().flat_map(|g| things.iter().map(move |t| one(g, t))).collect())
}

/// The rows an obligation is over, by its clauses (`for each document`, `for each custodian`) and by its act.
fn over(clause: Option<Selection>, act: Option<Selection>) -> Option<Selection> {
    let rows = match (clause, act) {
        (Some(clause), Some(act)) if clause.by.is_some() => Some(Selection { by: clause.by, ..act }),
        (Some(clause), None) if clause.by.is_some() => None,
        (Some(clause), _) => Some(clause),
        (None, act) => act,
    };
    // `at least 500 documents` by itself is counted as the record tells it: of other rows only acts tell.
    rows.filter(|r| !r.is_beside_facts() || r.rows == ordain_tables::Rows::Documents)
}

/// One act by all, or one by each, as the acts have it.
fn nature(provision: &ast::Provision, modality: Modality) -> Nature {
    let any =
        |words: &[&str]| provision.items.iter().any(|i| i.act.tokens.iter().any(|t| words.contains(&t.text.as_str())));
    let single =
        provision.items.iter().all(|i| i.act.tokens.first().is_some_and(|t| SINGLE.contains(&t.text.as_str())));
    match modality {
        Modality::Must if single => Nature::Single,
        Modality::Must if !any(&["joint", "confer", "jointly"]) => Nature::Plain,
        _ => Nature::Joint,
    }
}

/// Acts that nobody can do for an adverse party.
const SINGLE: &[&str] = &["appear", "attend"];

pub(super) fn obligation(
    words: &mut PhraseResolver<'_>,
    group: acts::Group,
    clauses: &[&Clause],
    label: String,
    listed: bool,
    modality: Modality,
) -> Option<Obligation> {
    let mut acts = group.acts;
    let mut whole = !acts.is_empty();
    let mut obligation = Obligation {
        label,
        words: group.words,
        in_each: group.in_each,
        due: default_due(modality),
        ..Obligation::blank(group.span)
    };
    // The due time first: a flag beside it (`the date governs`) is about it.
    let (times, others): (Vec<&&Clause>, Vec<&&Clause>) =
        clauses.iter().partition(|c| matches!(c.kind, ClauseKind::Deadline(_)));
    for clause in times.into_iter().chain(others) {
        whole &= apply(words, clause, &mut obligation, &mut acts, listed, modality).is_some();
    }
    if let (Due::Series(series), Some(span)) = (&obligation.due, obligation.due_span)
        && let super::First::Beginning(_, from) = &series.first
        && matches!(series.every, super::Every::Length(_))
        && !acts.iter().any(Act::is_sum)
    {
        words.out.push(ordain_base::diag::codes::money::beginning(span, from));
        whole = false;
    }
    // What a record says only a person can apply is for judgment wherever it is asked for.
    for set in acts.iter().flat_map(|a| &a.objects.list).filter_map(|o| o.set.as_ref()) {
        let record = &words.declared.records[set.record.index()];
        for &c in &set.categories {
            obligation.judgments.extend(record.categories[c].judgments.iter().map(|j| j.value.clone()));
        }
    }
    obligation.acts = acts;
    whole.then_some(obligation)
}

impl Obligation {
    /// An obligation of which nothing is said yet.
    pub(super) fn blank(span: Span) -> Self {
        Self {
            label: String::new(),
            arm: String::new(),
            words: String::new(),
            in_each: None,
            acts: Vec::new(),
            due: Due::Open(String::new()),
            due_span: None,
            standard: None,
            each: None,
            rows: None,
            conditions: Vec::new(),
            exceptions: Vec::new(),
            despite: Vec::new(),
            size: None,
            judgments: Vec::new(),
            terms: Vec::new(),
            otherwise: Vec::new(),
            consequences: Vec::new(),
            readings: Vec::new(),
            narrowed: false,
            excepted: Vec::new(),
            span,
        }
    }
}

fn default_due(modality: Modality) -> Due {
    match modality {
        Modality::Must | Modality::CutOff => Due::Open("no deadline".to_owned()),
        Modality::MustNot => Due::Open("continuing".to_owned()),
        Modality::May => Due::Open("no end".to_owned()),
    }
}
