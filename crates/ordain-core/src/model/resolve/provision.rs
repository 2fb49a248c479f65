//! The duties, prohibitions and permissions of a paragraph.

use super::acts::Group;
use super::bearer::Nature;
use super::in_each::One;
use super::obligation::resolve_obligation;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use super::{acts, bearer, in_each, measured, selection};
use crate::model::ir::bearer::Bearer;
use crate::model::ir::obligation::{ItemLabel, Obligation};
use crate::model::ir::paragraph::Body;
use crate::model::ir::provision::Provision;
use crate::model::ir::selection::Selection;
use crate::verdict::Modality;
use ordain_syntax::ast::{self, Choice, Clause, ClauseKind, Phrase, Quantifier};
use std::borrow::Cow;

pub(crate) fn resolve_provision(
    words: &mut PhraseResolver<'_>,
    provision: &ast::Provision,
    clauses: &[Clause],
    modality: Modality,
) -> Option<Body> {
    let quantifier = provision.quantifier.as_ref().map(|q| q.value);
    let nature = nature_of_provision(provision, modality);
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
        whole &= item_obligations(words, provision, item, &label, &all, modality, &mut obligations).is_some();
    }
    let bearer = bearer?;
    let choice = provision.choice.as_ref().map_or(Choice::All, |c| c.value);
    if let (Some(choice), Modality::MustNot) =
        (provision.choice.as_ref().filter(|c| c.value == Choice::ExactlyOne), modality)
    {
        words.out.push(ordain_base::diag::codes::conditions::forbidden_choice(choice.span));
        return None;
    }
    whole.then(|| {
        Body::Provision(Provision { modality, bearer, bearer_words: text_of(&provision.bearer), obligations, choice })
    })
}

/// The obligations of one item: one an act, and one a thing of `in each of`; `None` where
/// something in it did not resolve.
fn item_obligations(
    words: &mut PhraseResolver<'_>,
    provision: &ast::Provision,
    item: &ast::Item,
    label: &str,
    clauses: &[&Clause],
    modality: Modality,
    out: &mut Vec<Obligation>,
) -> Option<()> {
    let (whole_act, clauses) = match measured::things_after_size(&item.act, clauses) {
        Some((act, others)) => (Cow::Owned(act), Cow::Owned(others)),
        None => (Cow::Borrowed(&item.act), Cow::Borrowed(clauses)),
    };
    let (act, rows) = match selection::take_selection(words, &whole_act.tokens).ok()? {
        Some(t) => (Phrase { tokens: t.rest, span: whole_act.span }, Some(t.selection)),
        None => (whole_act.into_owned(), None),
    };
    let mut groups = acts::split(words, &act, provision.listed, modality)?;
    if let (Some(_), [only]) = (&rows, groups.as_mut_slice()) {
        only.words = text_of(&item.act);
    }
    let several = groups.len() > 1;
    // `(1) serve process and file proof of service`, one of several to choose from: both acts are that one.
    let chosen = several && provision.choice.is_some();
    for group in &mut groups {
        if provision.quantifier.as_ref().is_some_and(|q| q.value == Quantifier::JointlyOrSeparately) {
            acts::or_joint(group);
        }
    }
    let mut whole = true;
    for group in spread_over_things(words, groups, &clauses)? {
        let (act, arm) = if chosen { (String::new(), group.name.clone()) } else { (group.name.clone(), String::new()) };
        let label = ItemLabel { letter: label.to_owned(), act };
        match resolve_obligation(words, group, &clauses, label, provision.listed, modality) {
            Some(mut found) => {
                found.arm = arm;
                found.rows = rows_of_obligation(found.rows.take(), rows.clone());
                out.push(found);
            }
            None => whole = false,
        }
    }
    whole.then_some(())
}

/// `in each of A and B`: each group for each of the things.
fn spread_over_things(words: &mut PhraseResolver<'_>, groups: Vec<Group>, clauses: &[&Clause]) -> Option<Vec<Group>> {
    let each = clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::InEach { word, two, things } => Some((word, *two, things)),
        _ => None,
    });
    let Some((word, two, list)) = each else { return Some(groups) };
    let things = in_each::things(words, word, two, list)?;
    let all = in_each::each_in_words(&things);
    let all = &all;
    let one = |group: &Group, one: &One| Group {
        acts: group.acts.iter().map(|a| in_each::act(a, one, list)).collect(),
        words: format!("{} {word} {}", group.words, one.name),
        of_each: group.of_each.clone(),
        in_each: Some(format!("{} {word} {all}", group.words)),
        name: format!("{} {}", group.name, one.name).trim().to_owned(),
        span: group.span,
    };
    Some(groups.iter().flat_map(|g| things.iter().map(move |t| one(g, t))).collect())
}

/// The rows an obligation is over, by its clauses (`for each document`, `for each custodian`) and by its act.
fn rows_of_obligation(clause: Option<Selection>, act: Option<Selection>) -> Option<Selection> {
    let rows = match (clause, act) {
        (Some(clause), Some(act)) if clause.by.is_some() => Some(Selection { by: clause.by, ..act }),
        (Some(clause), None) if clause.by.is_some() => None,
        (Some(clause), _) => Some(clause),
        (None, act) => act,
    };
    // `at least 500 documents` by itself is counted as the record shows it: of other rows only acts speak.
    rows.filter(|r| !r.is_beside_facts() || r.rows == ordain_tables::Rows::Documents)
}

/// One act by all, or one by each, as the acts have it.
fn nature_of_provision(provision: &ast::Provision, modality: Modality) -> Nature {
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
const SINGLE: &[&str] = &[
    "appear",
    "attend",
    "comply",
    "abide",
    "adhere",
    "preserve",
    "retain",
    "cooperate",
    "participate",
    "refrain",
    "testify",
    "show",
];
