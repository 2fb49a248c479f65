//! One paragraph: its obligations, its bearers, its sets, each by itself, then together.

use chrono::NaiveDate;

use super::combine::{self, Branch, Leaf};
use super::condition::Held;
use super::due::Deadline;
use super::fold::{Spell, Stay, Touch};
use super::{
    Context, act, conditional, contrary, each_time, electing, items, otherwise, permission, prohibition, rows, series,
    set, spells, sums,
};
use crate::model::object::{Act, Head, Object, Set};
use crate::model::{Bearer, Due, Obligation, Paragraph, PartyId, Provision};
use crate::verdict::{Kind, Modality, Verdict};
use ordain_base::words::join;
use ordain_syntax::ast::Which;

/// The verdict of the paragraph, then those of the duties that its breach brought about;
/// with `by`, as if it had been due on that day.
pub(super) fn evaluate<'a>(
    context: &Context<'a>,
    paragraph: &Paragraph,
    written: &'a Provision,
    by: Option<NaiveDate>,
) -> Vec<Verdict> {
    let provision = context.provision_in_force(paragraph, written);
    let mut branches = Vec::new();
    let mut first = None;
    for (i, obligation) in provision.obligations.iter().enumerate() {
        let bound = bearers(context, &provision);
        if let (Bearer::Electing { words, .. }, true) = (&provision.bearer, bound.is_empty()) {
            let touch = context.touch(paragraph, written, i, None);
            branches.push(Branch {
                path: vec![obligation.label.clone(), obligation.arm.clone()]
                    .into_iter()
                    .filter(|p| !p.is_empty())
                    .collect(),
                leaf: context.after_orders(paragraph, electing::nobody(words), &touch),
                done: perfect(context, obligation),
                bearer: vec![words.clone()],
                modality: provision.modality,
                span: obligation.span,
                due_span: obligation.due_span,
            });
        }
        for (name, bearer) in bound {
            let touch = context.touch(paragraph, written, i, Some(&bearer));
            // What a rewriting left to this bearer.
            let obligation = touch.provision.obligations.get(i).unwrap_or(obligation);
            let deadline =
                by.map_or_else(|| context.deadline(paragraph, obligation, &touch), |day| super::due::fixed(day, None));
            let held = context.held(paragraph, &obligation.conditions);
            let spells = match provision.modality {
                Modality::Must => Vec::new(),
                Modality::MustNot => context.spell_now(paragraph, written, i, Some(&bearer)).into_iter().collect(),
                Modality::May | Modality::CutOff => context.spells(paragraph, written, i, Some(&bearer)),
            };
            let task = Task {
                paragraph,
                obligation,
                bearer,
                deadline: &deadline,
                stays: &touch.stays,
                spells: &spells,
                lifted: touch.lifted_from(),
                held: held.as_ref(),
                told: true,
            };
            let recurs = matches!(obligation.due, Due::Series(_));
            let moved_by = touch.moved.as_ref().filter(|_| !recurs).map(|(_, by)| by.span);
            let who = context.bearer_names(&task.bearer, &provision.bearer_words);
            for (part, done, leaf) in leaves(context, provision.modality, &task, &touch) {
                let leaf = if provision.modality == Modality::Must { conditional::duty(&task, leaf) } else { leaf };
                // Where one of several obligations is enough, each bearer chooses for itself.
                let path = match provision.choice {
                    Which::All => [obligation.label.clone(), name.clone(), part, String::new()],
                    _ => [name.clone(), obligation.label.clone(), obligation.arm.clone(), part],
                };
                let path = path.into_iter().filter(|p| !p.is_empty()).collect();
                branches.push(Branch {
                    path,
                    leaf: context.excused(paragraph, &provision, context.after_orders(paragraph, leaf, &touch)),
                    done,
                    bearer: who.clone(),
                    modality: provision.modality,
                    span: obligation.span,
                    // The words that set the day are those of the order that moved it.
                    due_span: moved_by.or(obligation.due_span),
                });
            }
            first.get_or_insert(touch);
        }
    }
    for earlier in spells::before(context, paragraph, written) {
        spells::merge(&mut branches, earlier);
    }
    let order = &context.model.order(paragraph.order).name;
    // Acts of one alternative are done together.
    let mut all: Vec<(&str, Vec<String>)> = Vec::new();
    for obligation in &provision.obligations {
        let done = perfect_of_all(context, obligation);
        match all.last_mut() {
            Some((label, acts)) if !obligation.arm.is_empty() && *label == obligation.label => acts.push(done),
            Some((_, acts)) if acts.last() == Some(&done) => {}
            _ => all.push((&obligation.label, vec![done])),
        }
    }
    let all: Vec<String> =
        all.iter().map(|(_, acts)| join(&acts.iter().map(String::as_str).collect::<Vec<_>>())).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let done = match provision.choice {
        Which::All => join(&all),
        which => format!("done {}: {}", which.name(), all.join("; ")),
    };
    let mut verdict = combine::whole(paragraph, order, &provision, &done, branches);
    if let [obligation] = provision.obligations.as_slice()
        && let Some(why) = rows::total(context, obligation, verdict.due.as_ref().map(|d| d.day))
    {
        verdict.why = why;
    }
    let touch = first.unwrap_or_else(|| context.touch(paragraph, written, 0, None));
    let follows = context.follows(paragraph, &provision, &touch, &verdict);
    verdict.notes = context.beside(paragraph, &provision, &touch, &verdict, follows.beside);
    verdict.accrued = follows.accrued;
    let mut all = vec![verdict];
    all.extend(follows.duties);
    all
}

/// What one leaf is asked.
pub(super) struct Task<'a> {
    pub(super) paragraph: &'a Paragraph,
    pub(super) obligation: &'a Obligation,
    pub(super) bearer: Bearer,
    pub(super) deadline: &'a Deadline,
    /// What is found of the paragraph is found of this part of it.
    pub(super) told: bool,
    /// Stays of it, present and past.
    pub(super) stays: &'a [Stay],
    /// Of what forbids or permits, where an order changed that: the stretches in
    /// which an act is judged by the words of its own day.
    pub(super) spells: &'a [Spell<'a>],
    /// From when it no longer binds.
    pub(super) lifted: Option<NaiveDate>,
    /// What its conditions came to, where it has any.
    pub(super) held: Option<&'a Held>,
}

/// Each of several bears alone, and of those who may elect each that did; all others bear as one.
pub(super) fn bearers(context: &Context<'_>, provision: &Provision) -> Vec<(String, Bearer)> {
    let alone = |all: &[PartyId]| -> Vec<(String, Bearer)> {
        all.iter().map(|&p| (context.model.declared.party_name(p).to_owned(), Bearer::One(p))).collect()
    };
    match &provision.bearer {
        Bearer::EachOf(all) => alone(all),
        Bearer::Electing { parties, act, .. } => alone(&context.elected(parties, act)),
        // What must be done the parties must do; others are reached by what must not.
        Bearer::WithOthers { parties, .. } if provision.modality != Modality::MustNot => match parties.as_slice() {
            [one] => vec![(String::new(), Bearer::One(*one))],
            _ => vec![(String::new(), Bearer::Jointly(parties.clone()))],
        },
        other => vec![(String::new(), other.clone())],
    }
}

/// The parts of one obligation for one bearer: categories, items, objects, or the act itself.
fn leaves(
    context: &Context<'_>,
    modality: Modality,
    task: &Task<'_>,
    touch: &Touch<'_>,
) -> Vec<(String, String, Leaf)> {
    let done = perfect(context, task.obligation);
    match modality {
        // Removed from the beginning, or before the stretch that is asked about.
        Modality::MustNot if touch.lifted.is_some() => {
            return vec![(String::new(), done, Leaf::new(Kind::Kept, "no act in breach on the record"))];
        }
        Modality::MustNot => return vec![(String::new(), done, prohibition::leaf(context, task))],
        Modality::May | Modality::CutOff => return vec![(String::new(), done, permission::leaf(context, task))],
        Modality::Must => {}
    }
    if let Some(leaf) = contrary::leaf(context, task) {
        return vec![(String::new(), done, leaf)];
    }
    if let Due::Series(series) = &task.obligation.due {
        let all = series::leaves(context, task, series, touch);
        return all.into_iter().map(|(part, leaf)| (part, done.clone(), leaf)).collect();
    }
    if let Due::EachTime(period) = &task.obligation.due {
        return each_time::leaves(context, task, period, &done);
    }
    if let Some(found) = task.obligation.rows.as_ref().and_then(|s| rows::leaves(context, task, s, &done)) {
        return found;
    }
    if task.obligation.each.is_some() {
        return items::leaves(context, task);
    }
    let act = task.obligation.acts.first();
    let object = act.and_then(|a| a.objects.list.first());
    if let [only] = task.obligation.acts.as_slice()
        && let Some(leaf) = sums::leaf(context, task, only, None)
    {
        return vec![(String::new(), done, leaf)];
    }
    if let (Some(act), Some(object)) = (act, object)
        && let Some(whole) = set::of(context, act, object)
    {
        let leaf = |one: &Set| set::leaf(context, task, act, one);
        if whole.categories.is_empty() {
            return vec![(String::new(), done, leaf(whole))];
        }
        let record = &context.model.declared.records[whole.record.index()];
        return whole
            .categories
            .iter()
            .map(|&c| {
                let one = Set { record: whole.record, categories: vec![c] };
                let label = format!("category {}", record.categories[c].label);
                (label.clone(), format!("{} {} {label}", participle(context, task.obligation), record.name), leaf(&one))
            })
            .collect();
    }
    // `file the answer and the list`: each thing by itself.
    let several = task.obligation.acts.len() == 1 && act.is_some_and(|a| a.objects.list.len() > 1 && !a.objects.any);
    if let (true, Some(act)) = (several, act) {
        return act
            .objects
            .list
            .iter()
            .map(|o| {
                let mut one = act.clone();
                one.objects.list = vec![o.clone()];
                let name = describe(context, o);
                let done = format!("{} {name}", participle(context, task.obligation));
                let leaf = sums::leaf(context, task, &one, None);
                (name, done, leaf.unwrap_or_else(|| act::leaf(context, task, &[one])))
            })
            .collect();
    }
    vec![(String::new(), done, otherwise::leaf(context, task, act::leaf(context, task, &task.obligation.acts)))]
}

impl Context<'_> {
    pub(super) fn bearer_names(&self, bearer: &Bearer, words: &str) -> Vec<String> {
        match bearer.parties() {
            [] => vec![words.to_owned()],
            all => all.iter().map(|&p| self.model.declared.party_name(p).to_owned()).collect(),
        }
    }
}

/// `completed CAR categories 1-5`: the words of the act in the perfect; of several acts, each of them.
pub(super) fn perfect(context: &Context<'_>, obligation: &Obligation) -> String {
    in_perfect(context, obligation, &obligation.words)
}

/// The same of all the obligations that `in each of` makes of one act.
fn perfect_of_all(context: &Context<'_>, obligation: &Obligation) -> String {
    in_perfect(context, obligation, obligation.in_each.as_ref().unwrap_or(&obligation.words))
}

fn in_perfect(context: &Context<'_>, obligation: &Obligation, words: &str) -> String {
    let verbs = &context.model.declared.verbs;
    if words.starts_with("cause ") {
        return words.replacen("cause ", "caused ", 1);
    }
    let mut out = String::new();
    let mut rest = words;
    // An alternative of its own clause stands behind the act.
    let own = |a: &&Act| obligation.span.start <= a.span.start && a.span.end <= obligation.span.end;
    for (i, act) in obligation.acts.iter().filter(own).enumerate() {
        let verb = verbs.get(act.verb);
        let found = [verb.lemma.clone(), verbs.gerund_of(act.verb)].into_iter().filter_map(|form| {
            let at = word_at(rest, &form)?;
            (i > 0 || at == 0).then_some((at, form.len()))
        });
        // The first that stands there, and of two at one place the longer.
        let found = found.min_by_key(|(at, len)| (*at, usize::MAX - len));
        match found {
            Some((at, len)) => {
                out.push_str(&rest[..at]);
                out.push_str(&verb.participle);
                rest = &rest[at + len..];
            }
            // A thing without its verb was to be produced.
            None if i == 0 => out.push_str(&format!("{} ", verb.participle)),
            None => {}
        }
    }
    out + rest
}

/// Where these words stand in `text` as words of their own.
fn word_at(text: &str, words: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .map(|(at, _)| at)
        .find(|at| !inside(text[..*at].chars().next_back()) && !inside(text[at + words.len()..].chars().next()))
}

fn participle(context: &Context<'_>, obligation: &Obligation) -> String {
    obligation.acts.first().map(|a| context.model.declared.verbs.get(a.verb).participle.clone()).unwrap_or_default()
}

/// A thing as a part is named by it.
pub(super) fn describe(context: &Context<'_>, object: &Object) -> String {
    let declared = &context.model.declared;
    match &object.head {
        Some(Head::Thing(t)) => declared.things[t.index()].name.clone(),
        Some(Head::Deliverable(d)) => d.name().to_owned(),
        Some(Head::Quoted(q)) => q.clone(),
        Some(Head::Record(r)) => declared.records[r.index()].name.clone(),
        Some(Head::Order(o)) => declared.orders[o.index()].name.clone(),
        Some(Head::Party(p)) => declared.party_name(*p).to_owned(),
        None => "it".to_owned(),
    }
}
