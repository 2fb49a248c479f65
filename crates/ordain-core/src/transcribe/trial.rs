//! Candidates tried with the reader itself: a statement is kept where the reader takes it without an error and where
//! what it understood says all that the sentence says.

use super::account::words_not_stated;
use super::candidate::{Candidate, Context, Declared, Force};
use super::head::declarations_of_parties;
use super::names::Names;
use super::paper::Paper;
use super::unit::Unit;
use crate::outline::{OutlineKind, ParagraphOutline};
use crate::report::View;
use crate::session::files::Text;
use crate::session::{self, AsOf, Inputs, Options, OrderTextFile, Views};
use ordain_base::diag::codes::{quotes, rules};
use ordain_base::diag::{Code, Diagnostic, Severity};

/// What became of a unit.
pub(super) enum Tried {
    Kept(Candidate),
    /// Why no statement says it, and the nearest form.
    Refused {
        why: String,
        nearest: Option<String>,
    },
}

/// One paragraph as the reader took it.
struct Taken {
    error: Option<String>,
    outline: Option<ParagraphOutline>,
}

/// Tries all candidates of all units in one reading; those that declare an event in a second one, since an event that
/// is declared changes how the words of others are read.
pub(super) fn tried(units: &[(&Unit<'_, '_>, Vec<Candidate>)], names: &Names) -> Vec<Tried> {
    let verbs = crate::model::Verbs::default();
    let context = Context { names, verbs: &verbs };
    let mut trials: Vec<Trial> = units.iter().map(|_| Trial::default()).collect();
    for with_events in [false, true] {
        let mut open: Vec<(usize, &Candidate)> = Vec::new();
        for (i, (trial, (_, candidates))) in trials.iter().zip(units).enumerate() {
            let of_pass =
                |c: &&Candidate| c.declares.iter().any(|d| matches!(d, Declared::Event { .. })) == with_events;
            open.extend(candidates.iter().filter(of_pass).filter(|_| trial.kept.is_none()).map(|c| (i, c)));
        }
        let all: Vec<&Candidate> = open.iter().map(|(_, c)| *c).collect();
        if all.is_empty() {
            continue;
        }
        for ((i, candidate), taken) in open.iter().zip(read_candidates(&all, names)) {
            if let (Some(trial), Some((unit, _))) = (trials.get_mut(*i), units.get(*i)) {
                trial.weigh(unit, candidate, &taken, &context);
            }
        }
    }
    trials.into_iter().map(Trial::ended).collect()
}

/// What the candidates of one unit have come to.
#[derive(Default)]
struct Trial {
    kept: Option<Candidate>,
    /// Why none is kept, and the nearest form.
    refused: Option<(String, String)>,
    was_unread: bool,
}

impl Trial {
    fn weigh(&mut self, unit: &Unit<'_, '_>, candidate: &Candidate, taken: &Taken, ctx: &Context<'_>) {
        if self.kept.is_some() {
            return;
        }
        let unread = taken.error.is_some();
        match fault_of_candidate(unit, candidate, taken, ctx) {
            None => self.kept = Some(candidate.clone()),
            // What a form that can be read leaves unsaid helps more than why another cannot be read.
            Some(why) if self.refused.is_none() || !unread && self.was_unread => {
                self.refused = Some((why, candidate.text.clone()));
                self.was_unread = unread;
            }
            Some(_) => {}
        }
    }

    fn ended(self) -> Tried {
        match (self.kept, self.refused) {
            (Some(kept), _) => Tried::Kept(kept),
            (None, Some((why, nearest))) => Tried::Refused { why, nearest: Some(nearest) },
            (None, None) => {
                Tried::Refused { why: "no form of the language was found for it".to_owned(), nearest: None }
            }
        }
    }
}

/// Why a candidate does not say what its unit says.
fn fault_of_candidate(unit: &Unit<'_, '_>, candidate: &Candidate, taken: &Taken, ctx: &Context<'_>) -> Option<String> {
    if let Some(error) = &taken.error {
        return Some(error.clone());
    }
    let Some(outline) = &taken.outline else { return Some("it was not read".to_owned()) };
    let fits = match (outline.kind, candidate.force) {
        (OutlineKind::NotRead, _) => false,
        (OutlineKind::Provision, _) => true,
        (_, force) => matches!(force, Force::Other | Force::Words | Force::Should),
    };
    let Some(statement) = outline.statement.as_deref().filter(|_| fits) else {
        return Some("it would be read as something else".to_owned());
    };
    let declared: String = candidate.declares.iter().map(Declared::lines).collect();
    let said = super::openings::operative_words(&unit.words);
    // Words that are shown as they stand say all of themselves.
    if candidate.force == Force::Words && candidate.text.starts_with("orders ") {
        return None;
    }
    words_not_stated(&said, statement, &declared, candidate.force, candidate.implied, ctx)
        .map(|word| format!("the nearest form does not say `{word}`"))
}

/// What the reader makes of each candidate, all of them paragraphs of one order.
fn read_candidates(all: &[&Candidate], names: &Names) -> Vec<Taken> {
    let mut declared: Vec<&Declared> = Vec::new();
    for one in all.iter().flat_map(|c| &c.declares) {
        if !declared.iter().any(|d| d.name() == one.name()) {
            declared.push(one);
        }
    }
    let text: String = all.iter().map(|c| c.text.as_str()).collect();
    let mut file = declarations_of_parties(names, &text);
    let from = file.len();
    let mut heads: Vec<(usize, &Declared)> = Vec::new();
    for one in &declared {
        heads.push((file.len(), one));
        file.push_str(&one.lines());
    }
    file.push_str("order Order \"Order\", entered January 2, 2001\n");
    let mut starts = Vec::with_capacity(all.len());
    for (i, candidate) in all.iter().enumerate() {
        starts.push(file.len());
        file.push_str(&format!("¶ {}  {}\n", i + 1, candidate.text));
    }
    let read = outline_of_draft(file);
    let base = read.sources.files().first().map_or(0, |f| f.base) as usize;
    let at = |start: u32| (start as usize).saturating_sub(base);
    let mut taken: Vec<Taken> = all.iter().map(|_| Taken { error: None, outline: None }).collect();
    let index = |start: usize| starts.partition_point(|s| *s <= start).checked_sub(1);
    for error in &read.errors {
        let start = at(error.span().start);
        match index(start).and_then(|i| taken.get_mut(i)) {
            Some(one) => one.error = one.error.take().or_else(|| Some(error.message.clone())),
            // A declaration that cannot be read takes its statements with it.
            None if start >= from => {
                let broken = heads.iter().rev().find(|(s, _)| *s <= start).map(|(_, d)| d.name());
                for (one, candidate) in taken.iter_mut().zip(all) {
                    if candidate.declares.iter().any(|d| Some(d.name()) == broken) {
                        one.error = Some(error.message.clone());
                    }
                }
            }
            None => {}
        }
    }
    for paragraph in read.paragraphs {
        if let Some(one) = index(at(paragraph.span.start)).and_then(|i| taken.get_mut(i)) {
            one.outline = Some(paragraph);
        }
    }
    taken
}

/// Reads a file in memory.
pub(super) fn outline_of_draft(file: String) -> crate::outline::Outline {
    session::outline_matter(vec![draft_text(file)], &Inputs::default(), NAME)
}

const NAME: &str = "draft.order";

fn draft_text(file: String) -> Text {
    Text { path: NAME.to_owned(), bytes: file.into_bytes() }
}

/// What `ordain check` has against a draft, each with the place in the draft: what it cannot read, and quotations that
/// the statement above them contradicts.
pub(super) fn problems(file: &str, paper: &Paper<'_>) -> Vec<(usize, String)> {
    let path = paper.text_file.unwrap_or("order.txt");
    let texts =
        vec![draft_text(file.to_owned()), Text { path: path.to_owned(), bytes: paper.text.as_bytes().to_vec() }];
    let ties = [OrderTextFile { order: "Order".to_owned(), path: path.to_owned() }];
    let day = chrono::NaiveDate::from_ymd_opt(2001, 1, 2).unwrap_or_default();
    let asked = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    let report = session::check_with(texts, &Inputs { ties: &ties, ..Inputs::default() }, NAME, &asked);
    let base = report.sources.files().iter().find(|f| f.path == NAME).map_or(0, |f| f.base) as usize;
    let against = |d: &&Diagnostic| d.severity == Severity::Error || AGAINST.contains(&d.code);
    let place = |d: &Diagnostic| ((d.span().start as usize).saturating_sub(base), d.message.clone());
    report.diagnostics.iter().filter(against).map(place).collect()
}

/// Warnings that a statement does not say what its quotation says. A duty in the passive has a warning too, which asks
/// whose it is, as the comment under it does.
const AGAINST: &[Code] =
    &[quotes::NOWHERE, quotes::DIFFERS, quotes::FORCE, quotes::FIGURE, rules::QUOTE_FORCE, rules::QUOTE_FIGURE];
