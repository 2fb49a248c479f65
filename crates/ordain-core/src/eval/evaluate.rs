//! From a model and a ledger to verdicts. Pure and total: the same model, facts, days and view give the
//! same verdicts, whatever the order of files.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::eval::case::{Case, CaseFile};
use crate::eval::condition::conditions::conditions_held;
use crate::eval::condition::truth::Value;
use crate::eval::docket::action::listed_action;
use crate::eval::docket::hearing_words::{held_on_another_day, listed_hearings};
use crate::eval::docket::motion::listed_motions;
use crate::eval::evidence::docket_entry::{entered_in_error, put_in_doubt, shown_docket};
use crate::eval::notes::Notes;
use crate::eval::orders::describe;
use crate::eval::orders::event::Ordered;
use crate::eval::paragraph::answers::Answers;
use crate::eval::paragraph::history::history_of;
use crate::eval::paragraph::sequence;
use crate::eval::question::Question;
use crate::eval::record::standing::Standing;
use crate::eval::record::tables::Planned;
use crate::eval::record::tables::Rows;
use crate::eval::remark::Remark;
use crate::eval::rows::planning;
use crate::facts::Ledger;
use crate::model::{Body, Model, Paragraph, ParagraphId, Provision, ThingId, ThingKind};
use crate::verdict::{History, Kind, Listed, ListedKind, Modality, Verdict};
use ordain_base::source::Span;

/// What is answered.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    pub verdicts: Vec<Verdict>,
    pub shown: Vec<Listed>,
    /// The positions in the ledger of the facts that some verdict rests on or shows.
    pub used: BTreeSet<usize>,
    /// The positions of the facts dated after `as_of`, or known only after `known_on`.
    pub later: BTreeSet<usize>,
    /// Paragraphs about which two orders of one day disagree, with the words of both.
    pub tied: Vec<(ParagraphId, Span, Span)>,
    /// Orders that move a hearing from a day for which it was not set: the words, the day they say, the day set.
    pub moved_from: Vec<(Span, ThingId, NaiveDate, NaiveDate)>,
    /// Orders that set a hearing which is set for another day still to come: the words, the new day, the other.
    pub set_twice: Vec<(Span, ThingId, NaiveDate, NaiveDate)>,
    /// Hearings held on another day than the orders set: the fact, the day stated, the day set.
    pub held_on: Vec<(Span, ThingId, NaiveDate, NaiveDate)>,
    /// In the order of the paragraphs.
    pub remarks: Vec<(ParagraphId, Remark)>,
}

/// Evaluates every paragraph in force on `asked.as_of`. `incomplete` says that
/// some line of the matter was not read or not resolved.
#[must_use]
pub fn evaluate(model: &Model, ledger: &Ledger, incomplete: bool, asked: Question) -> Outcome {
    evaluate_over(model, ledger, incomplete, asked, None)
}

/// The same of a matter with tables: `rows` has what was found in them for the
/// plan of this question (`planning::plan`).
#[must_use]
pub fn evaluate_over(
    model: &Model,
    ledger: &Ledger,
    incomplete: bool,
    asked: Question,
    rows: Option<Rows<'_>>,
) -> Outcome {
    let file = CaseFile::new(model, ledger, asked);
    let more = conditional_acts(&file, incomplete, rows.as_ref());
    let file = file.with_conditional(more);
    let (answers, notes) = (Answers::default(), Notes::default());
    let case = &file.case(incomplete, rows.as_ref(), &answers, &notes);
    let later = (0..case.standings.len()).filter(|&i| case.standings[i] == Standing::Later).collect();
    let mut verdicts = sequence::verdicts_in_sequence(case, &answers);
    let mut outcome = Outcome { later, ..Outcome::default() };
    for paragraph in &model.paragraphs {
        if !case.orders.is_ordered(model, paragraph.order, asked) {
            continue;
        }
        match &paragraph.body {
            Body::Provision(provision) => {
                let found = verdicts.remove(&paragraph.id).map(Rc::unwrap_or_clone);
                let Some(mut verdicts) = found else { continue };
                if let Some((entry, _)) = entered_in_error(case, paragraph.order) {
                    verdicts.iter_mut().for_each(|v| put_in_doubt(v, entry));
                }
                // Shown where there is something to show.
                let sits = provision.obligations.first().is_some_and(|l| matches!(l.due, crate::model::Due::At { .. }));
                if let Some(verdict) = verdicts.first_mut()
                    && (sits || !case.orders.events(paragraph.id).is_empty())
                {
                    let stages = history_of(case, paragraph, provision).stages;
                    verdict.history = if sits && stages.len() == 1 { Vec::new() } else { stages };
                }
                if provision.modality == Modality::CutOff && verdicts.iter().any(|v| v.kind != Kind::Lifted) {
                    outcome.shown.extend(consequence_of_cut_off(paragraph, provision));
                }
                outcome.verdicts.extend(verdicts);
            }
            Body::Dispositions(list) => {
                let acts: Vec<String> = list.iter().map(|d| disposition_with_condition(case, paragraph, d)).collect();
                outcome.shown.push(listed_paragraph(paragraph, ListedKind::Disposition, acts.join("; ")));
            }
            Body::Listed(kind, text) => {
                outcome.shown.push(listed_paragraph(paragraph, *kind, without_outer_quotes(text)))
            }
            Body::Broken => {
                let text = "fix the errors above to get a verdict".to_owned();
                outcome.shown.push(listed_paragraph(paragraph, ListedKind::NotRead, text));
            }
        }
    }
    outcome.moved_from.clone_from(&case.hearings.moved_from);
    outcome.set_twice.clone_from(&case.hearings.set_twice);
    let held = held_on_another_day(case.hearings).into_iter();
    let hearing = |thing: ThingId| model.declared.things[thing.index()].kind == ThingKind::Hearing;
    let held = held.filter(|(_, thing, ..)| hearing(*thing));
    outcome.held_on = held.map(|(fact, thing, held, set)| (ledger.assertions[fact].span, thing, held, set)).collect();
    outcome.tied = case.orders.tied.iter().map(|(p, a, b)| (*p, *a, *b)).collect();
    outcome.shown.extend(shown_docket(case));
    outcome.shown.extend(listed_hearings(model, case.hearings, &notes));
    outcome.shown.extend(listed_motions(model, case.motions, &notes));
    outcome.shown.extend(listed_action(case.action, &notes));
    (outcome.used, outcome.remarks) = notes.into_parts();
    outcome
}

/// A paragraph that has no verdict.
fn listed_paragraph(paragraph: &Paragraph, kind: ListedKind, text: String) -> Listed {
    let (id, sources) = (paragraph.name.clone(), paragraph.sources.clone());
    Listed { id, kind, state: None, on: None, text, sources, span: paragraph.span }
}

/// The dispositions whose condition holds, from the day on which it came about, and those of which it is not known:
/// what depends on them is in doubt.
fn conditional_acts<'a>(file: &CaseFile<'a>, incomplete: bool, rows: Option<&Rows<'_>>) -> Vec<Ordered<'a>> {
    if file.conditional().is_empty() {
        return Vec::new();
    }
    let (answers, notes) = (Answers::default(), Notes::default());
    let case = &file.case(incomplete, rows, &answers, &notes);
    let acting = file.conditional().iter().filter_map(|(paragraph, ordered)| {
        let held = conditions_held(case, case.model.paragraph(*paragraph), &ordered.disposition.conditions)?;
        let mut act = ordered.clone();
        match held.value() {
            Value::True => act.by.day = act.by.day.max(held.since),
            // What may still come about has done nothing yet.
            Value::Unknown if held.truth.open => return None,
            Value::Unknown => act.doubtful = true,
            Value::False => return None,
        }
        Some(act)
    });
    acting.collect()
}

/// What an order does, and where it hangs on a condition, whether that holds: what does not is no act of the Court yet.
pub(in crate::eval) fn disposition_with_condition(
    case: &Case<'_>,
    paragraph: &crate::model::Paragraph,
    d: &crate::model::Disposition,
) -> String {
    let text = describe::disposition_words(d);
    let Some(held) = conditions_held(case, paragraph, &d.conditions) else { return text };
    let so = match held.value() {
        Value::True => "which is so",
        Value::False => "which is not so",
        Value::Unknown => "which the record does not settle",
    };
    format!("{text} {}, {so}", held.words)
}

/// What the order says follows a missed cut-off. Nobody owes anything by it, so no verdict shows it.
fn consequence_of_cut_off(paragraph: &Paragraph, provision: &Provision) -> Option<Listed> {
    let mut words: Vec<&str> = Vec::new();
    for c in provision.obligations.iter().flat_map(|o| &o.consequences) {
        if !words.contains(&c.words.as_str()) {
            words.push(&c.words);
        }
    }
    (!words.is_empty()).then(|| Listed {
        id: paragraph.name.clone(),
        kind: ListedKind::Consequence,
        state: None,
        on: None,
        text: format!("after its day, {}", words.join("; ")),
        sources: paragraph.sources.clone(),
        span: paragraph.span,
    })
}

/// Words that are one quotation need no marks of their own.
fn without_outer_quotes(text: &str) -> String {
    let inner = text.strip_prefix('“').and_then(|t| t.strip_suffix('”')).filter(|t| !t.contains(['“', '”']));
    inner.unwrap_or(text).to_owned()
}

/// The history of every paragraph in force on `asked.as_of`, as the docket is
/// known on `asked.known_on`.
#[must_use]
pub fn histories_of_paragraphs(model: &Model, ledger: &Ledger, incomplete: bool, asked: Question) -> Vec<History> {
    let file = CaseFile::new(model, ledger, asked);
    let (answers, notes) = (Answers::default(), Notes::default());
    let case = &file.case(incomplete, None, &answers, &notes);
    let provisions = model.paragraphs.iter().filter(|p| case.orders.is_ordered(model, p.order, asked));
    provisions
        .filter_map(|p| match &p.body {
            Body::Provision(provision) => Some(history_of(case, p, provision)),
            _ => None,
        })
        .collect()
}

/// Everything that the duties in force on the day ask of the record's tables;
/// nothing where no duty is over rows, or no table has such rows.
#[must_use]
pub fn plan_rows(model: &Model, ledger: &Ledger, asked: Question) -> Option<Planned> {
    if !planning::asks_tables(model, ledger) {
        return None;
    }
    let file = CaseFile::new(model, ledger, asked);
    let (answers, notes) = (Answers::default(), Notes::default());
    planning::plan(&file.case(false, None, &answers, &notes))
}
