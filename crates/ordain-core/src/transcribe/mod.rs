//! From the text of an order to a draft matter: `ordain transcribe`.
//!
//! Rules, no model of language: the same text gives the same draft. Each sentence that orders is brought into the
//! language's form where its words allow it, and is then tried with the reader itself. It becomes a statement only
//! where what the reader understood says all that the sentence says; else it stays a comment that says why.

mod account;
mod acts;
mod acts_apart;
mod allowances;
mod antecedents;
mod bearers;
mod build;
mod candidate;
mod clauses;
mod cut_offs;
mod days;
mod disposition_tails;
mod dispositions;
mod docket_entry;
mod duties;
mod extensions;
mod formula;
mod further_acts;
mod guard;
mod head;
mod joined;
mod labels;
mod leads;
mod listed;
mod lists;
mod manner;
mod modals;
mod names;
mod naming;
mod openings;
mod paper;
mod papers;
mod passives;
mod periods;
mod phrase;
mod reasons;
mod requirements;
mod rows;
mod ruled_on;
mod schedule;
mod settings;
mod sharing;
mod shown_rulings;
mod small_words;
mod split;
mod strangers;
mod times;
mod trial;
mod unit;
mod units;
mod unlisted;
mod write;

use ordain_text::heading;
use ordain_text::ordering::SentenceKind;
use ordain_text::proofread::{Confidence, findings};
use ordain_text::reading::Reading;
use ordain_time::Library;

use crate::model::Verbs;
use crate::quotations::Pages;
use candidate::{Candidate, Context, Force, Formed};
pub use docket_entry::{DocketEntry, NotAnEntry, docket_entry};
use names::Names;
use ordain_syntax::formatter;
pub use paper::{Entry, Paper};
use trial::Tried;
use unit::Unit;
use write::{Item, Said, Top};

/// A draft matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The text of its `.order` file.
    pub order: String,
    /// How many sentences of the paper order something.
    pub sentences: usize,
    /// Of those, how many are statements.
    pub statements: usize,
    /// Of those, how many are the order's words, which are only shown.
    pub shown: usize,
}

impl Draft {
    /// How many sentences wait as comments.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.sentences - self.statements
    }

    /// `12 sentences order something: 8 are statements (1 only shown), and 4 wait as comments.`
    #[must_use]
    pub fn summary(&self) -> String {
        summary_of_counts(self.sentences, self.statements, self.shown)
    }
}

fn summary_of_counts(sentences: usize, statements: usize, shown: usize) -> String {
    let order = if sentences == 1 { "1 sentence orders".to_owned() } else { format!("{sentences} sentences order") };
    let are = |n: usize, one: &str, more: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {more}") };
    let only = if shown > 0 { format!(" ({shown} only shown)") } else { String::new() };
    let stated = are(statements, "is a statement", "are statements");
    let waiting = are(sentences - statements, "waits as a comment", "wait as comments");
    format!("{order} something: {stated}{only}, and {waiting}.")
}

/// Why a paper is not transcribed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No sentence of it orders something.
    #[error(
        "no sentence of this paper orders something: Ordain found no `shall`, `must`, `is directed to`, `is granted` or the like"
    )]
    OrdersNothing,
    /// It has no words.
    #[error("this paper has no words")]
    Empty,
    /// It holds several orders.
    #[error("this paper holds {0} orders: save each as a file of its own, and transcribe them one by one")]
    Several(usize),
    /// It is longer than Ordain reads.
    #[error("this paper is too long: texts of more than {} MiB are refused", LIMIT / (1024 * 1024))]
    TooLong,
}

/// Papers that are longer than this are refused: some 4,000 pages.
pub const LIMIT: usize = crate::quotations::LIMIT;

/// Writes a draft of a paper.
///
/// # Errors
/// Where the paper orders nothing, holds several orders, or is too long.
pub fn transcribe(paper: &Paper<'_>) -> Result<Draft, Refused> {
    if paper.text.len() > LIMIT {
        return Err(Refused::TooLong);
    }
    if paper.text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let reading = Reading::new(paper.text, 0);
    let heading = heading::read_heading(&reading);
    let names = Names::of(&heading, &reading);
    let names = if can_declare_parties(&names) { names } else { names.bare() };
    let verbs = Verbs::default();
    let (mut units, sentences) = units::units(&reading, &Context { names: &names, verbs: &verbs });
    let names = strangers::with_strangers(names, &verbs, &units);
    antecedents::resolve(&mut units, &names);
    if sentences == 0 || units.is_empty() {
        return Err(Refused::OrdersNothing);
    }
    let several = count_orders(&reading, &units, heading.captions);
    if several > 1 {
        return Err(Refused::Several(several));
    }
    let context = Context { names: &names, verbs: &verbs };
    let formed: Vec<(&Unit<'_, '_>, Formed)> = units.iter().map(|u| (u, form_of_unit(u, &context))).collect();
    let said = decide_units(&formed, &names);
    let items = items_of_draft(&units, said, &Pages::new(paper.text));
    let slips = findings(paper.text, 0);
    let slips: Vec<_> = slips
        .iter()
        .filter(|f| f.confidence >= Confidence::Medium)
        .map(|f| (f.diagnostic.span().start as usize, f))
        .collect();
    let court = heading.court.iter().find_map(|c| Library::standard().court(c).ok()).map(|c| c.short.clone());
    Ok(draft_of_units(paper, &heading, court, &names, &units, items, &slips))
}

/// The draft, checked as it is: what the reader refuses after all waits as a comment.
fn draft_of_units(
    paper: &Paper<'_>,
    heading: &heading::Heading,
    court: Option<String>,
    names: &Names,
    units: &[Unit<'_, '_>],
    mut items: Vec<Item>,
    slips: &[(usize, &ordain_text::proofread::Finding)],
) -> Draft {
    loop {
        let (sentences, statements, shown) = count_sentences(units, &items);
        let summary = summary_of_counts(sentences, statements, shown);
        let top = Top { paper, heading, court: court.clone(), names, summary };
        let order = write::write(&top, &items, slips);
        let found = trial::problems(&order, paper);
        let mut changed = false;
        for (at, why) in &found {
            let before = order.get(..*at).unwrap_or(&order);
            let label = before.rsplit_once("\n¶ ").and_then(|(_, l)| l.split_whitespace().next());
            for item in items.iter_mut().filter(|i| label.is_none_or(|l| l == i.label)) {
                if let Said::Statement(candidate) = &item.said {
                    item.said = Said::Comment { why: why.clone(), nearest: Some(candidate.text.clone()) };
                    changed = true;
                }
            }
        }
        if !changed {
            let order = formatter::format(&order).unwrap_or(order);
            return Draft { order, sentences, statements, shown };
        }
    }
}

/// How many sentences order, are statements, are only shown.
fn count_sentences(units: &[Unit<'_, '_>], items: &[Item]) -> (usize, usize, usize) {
    let (mut sentences, mut statements, mut shown) = (0, 0, 0);
    let mut at = 0;
    while at < units.len() {
        let id = units[at].sentence;
        let end = (at..units.len()).find(|i| units[*i].sentence != id).unwrap_or(units.len());
        let of: Vec<&Item> = items.get(at..end).unwrap_or(&[]).iter().collect();
        sentences += 1;
        let stated = of.iter().all(|i| matches!(i.said, Said::Statement(_)));
        let words = of.iter().all(|i| matches!(&i.said, Said::Statement(c) if c.force == Force::Words));
        statements += usize::from(stated);
        shown += usize::from(stated && words);
        at = end;
    }
    (sentences, statements, shown)
}

/// The forms that may say a unit.
fn form_of_unit(unit: &Unit<'_, '_>, context: &Context<'_>) -> Formed {
    if let Some(doubt) = &unit.doubt {
        return Formed::question(doubt.clone());
    }
    let words = openings::operative_words(&unit.words);
    if words.is_empty() || words.len() > 240 {
        return Formed::question("it is too long to be one statement");
    }
    // `Plaintiff should take notice that …`
    if unit.kind == SentenceKind::Soft && words.has(&["that"]) && words.has(&["if", "unless", "may", "will"]) {
        let shown = listed::listed(&words, unit.kind);
        return if shown.is_nothing() { Formed::question("it is advice with a duty inside") } else { shown };
    }
    // `Defendants' reply shall be due by D`
    if (1..words.len()).any(|i| words.top(i) && words.at(i, &["be", "due"])) {
        let due = form_of_deadline(&words, context);
        if !due.is_nothing() {
            return due;
        }
    }
    // A sentence that binds somebody, whatever else is said in it.
    let binding = duties::duty(&words, context);
    if !binding.candidates.is_empty()
        && unit.kind != SentenceKind::Setting
        && settings::setting(&words, context).is_nothing()
    {
        return binding;
    }
    let by_kind = match unit.kind {
        SentenceKind::Disposition => {
            first_form(&[dispositions::disposition, settings::setting, duties::duty], &words, context)
        }
        SentenceKind::Setting => {
            first_form(&[settings::setting, dispositions::disposition, duties::duty], &words, context)
        }
        SentenceKind::Deadline => form_of_deadline(&words, context),
        SentenceKind::Duty => first_form(
            &[settings::setting, duties::duty, cut_offs::cut_off, dispositions::disposition],
            &words,
            context,
        ),
        SentenceKind::Consequence | SentenceKind::Announcement => Formed::nothing(),
        // `The dates are firm and cannot be changed by agreement.`
        SentenceKind::Prohibition if words.find(1, &["cannot"]).is_some() => fixed_dates(&words, context),
        _ => first_form(&[duties::duty, cut_offs::cut_off], &words, context),
    };
    let mut formed = by_kind;
    if unit.kind == SentenceKind::Disposition && formed.candidates.is_empty() {
        let shown = shown_rulings::shown_ruling(&words);
        formed = if shown.is_nothing() { formed } else { shown };
    }
    if formed.question.as_deref().is_some_and(|q| q.ends_with("when does it begin?")) {
        formed.candidates = periods::from_entry(&words, context);
    }
    let listed = listed::listed(&words, unit.kind);
    if !listed.candidates.is_empty() {
        formed.candidates.extend(listed.candidates);
        formed.question = None;
    }
    formed
}

/// The day of something: whose it is, or a cut-off.
fn form_of_deadline(words: &phrase::Phrase<'_, '_>, context: &Context<'_>) -> Formed {
    let due = words.has(&["due"]);
    let forms: [FormFn; 3] = if due {
        [cut_offs::cut_off, schedule::dated_label, duties::duty]
    } else {
        [schedule::dated_label, cut_offs::cut_off, duties::duty]
    };
    let found: Vec<Formed> = forms.iter().map(|f| f(words, context)).filter(|f| !f.is_nothing()).collect();
    let question = found.iter().find_map(|f| f.question.clone());
    let candidates: Vec<Candidate> = found.into_iter().flat_map(|f| f.candidates).collect();
    let question = question.filter(|_| candidates.is_empty());
    Formed { candidates, question }
}

fn fixed_dates(words: &phrase::Phrase<'_, '_>, context: &Context<'_>) -> Formed {
    let binding = duties::duty(words, context);
    let modal = words.has(&["shall", "must", "may"]) || !words.dates().is_empty();
    if modal || !binding.is_nothing() { binding } else { Formed::of(vec![requirements::shown_candidate(words)]) }
}

type FormFn = fn(&phrase::Phrase<'_, '_>, &Context<'_>) -> Formed;

/// The first form that makes something of the words.
fn first_form(forms: &[FormFn], words: &phrase::Phrase<'_, '_>, context: &Context<'_>) -> Formed {
    forms.iter().map(|f| f(words, context)).find(|f| !f.is_nothing()).unwrap_or_default()
}

/// Statement or comment, for each unit.
fn decide_units(formed: &[(&Unit<'_, '_>, Formed)], names: &Names) -> Vec<Said> {
    let asked: Vec<(&Unit<'_, '_>, Vec<Candidate>)> = formed.iter().map(|(u, f)| (*u, f.candidates.clone())).collect();
    let tried = trial::tried(&asked, names);
    let said = |((unit, formed), tried): (&(&Unit<'_, '_>, Formed), Tried)| match tried {
        Tried::Kept(candidate) => match &formed.question {
            // What only a person can answer is not supposed: the statement that it would make is beside the question.
            Some(why) => Said::Comment { why: why.clone(), nearest: Some(candidate.text) },
            None => Said::Statement(asked_of_unit(candidate, unit)),
        },
        Tried::Refused { why, nearest } => Said::Comment { why: formed.question.clone().unwrap_or(why), nearest },
    };
    formed.iter().zip(tried).map(said).collect()
}

/// With the question under it, where the statement says that there is no time.
fn asked_of_unit(candidate: Candidate, unit: &Unit<'_, '_>) -> Candidate {
    let asked = unit.asked.clone().filter(|a| a == split::LED || candidate.text.contains("\n     no deadline"));
    Candidate { remark: asked.or(candidate.remark), ..candidate }
}

fn items_of_draft(units: &[Unit<'_, '_>], said: Vec<Said>, pages: &Pages) -> Vec<Item> {
    let labels = labels::labels(units);
    let item = |((unit, said), label): ((&Unit<'_, '_>, Said), String)| {
        let own = openings::length_of_label(&unit.own)
            .map_or_else(|| unit.own.clone(), |n| unit.own.slice(n..unit.own.len()));
        let start = own.byte();
        let last = own.ids().last().and_then(|i| own.reading.tokens.get(*i)).map_or(start, |t| t.end);
        let quote = own.all();
        Item { label, quote, bytes: start..last.max(start + 1), page: pages.at(start).map(|p| p.number()), said }
    };
    units.iter().zip(said).zip(labels).map(item).collect()
}

/// True where the parties can be declared as they are named.
fn can_declare_parties(names: &Names) -> bool {
    let file = format!(
        "matter \"draft\"\n{}order Order, entered January 2, 2001\n¶ 1  orders \"nothing\"\n",
        head::declarations_of_parties(names, "")
    );
    trial::outline_of_draft(file).errors.is_empty()
}

/// How many orders a paper holds: parts with days of their own, or captions.
fn count_orders(reading: &Reading<'_>, units: &[Unit<'_, '_>], captions: usize) -> usize {
    let mut parts: Vec<u32> = units.iter().filter_map(|u| u.words.ids().first()).map(|i| reading.unit(*i)).collect();
    parts.dedup();
    let dated = parts.iter().filter(|u| reading.made(**u).is_some()).count();
    dated.max(captions)
}
