//! `evaluate`: pure and total. The same model, facts, days and view give the
//! same verdicts, whatever the order of files.

mod accrual;
mod act;
mod action;
mod appearance;
mod assign;
mod beside;
mod chain;
mod choice;
mod combine;
mod condition;
mod conditional;
mod consequence;
mod contrary;
mod docket;
mod due;
mod each_time;
mod electing;
mod excuse;
mod exempt;
mod fold;
mod hearing;
mod index;
mod items;
mod matching;
mod money;
mod motion;
mod norm;
mod otherwise;
mod period;
mod permission;
mod place;
mod prohibition;
mod quota;
mod requests;
pub mod rows;
mod sequence;
mod series;
mod set;
mod share;
mod silence;
mod spells;
mod stipulated;
mod sums;
mod twin;
mod view;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

use crate::facts::Ledger;
use crate::model::{Body, Model, ParagraphId, PartyId};
use crate::verdict::{Due, History, Listed, Verdict};
use ordain_base::source::Span;
use ordain_time::{Notice, Service};

pub use fold::{Act, Touched, acts, touched};
pub use view::{Standing, standing};

/// Whose account is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Court,
    Party(PartyId),
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The evaluation stands within this day: all that is dated on it has happened.
    pub as_of: NaiveDate,
    /// The day to which the record and the docket are read.
    pub known_on: NaiveDate,
    pub side: Side,
}

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
    /// In the order of the paragraphs.
    pub remarks: Vec<(ParagraphId, Remark)>,
}

/// What an evaluation notices about due times, for a lint to say.
#[derive(Debug, Clone, PartialEq)]
pub enum Remark {
    /// A date stated beside a period that ends on another day.
    StatedDiffers { stated: NaiveDate, counted: Due },
    /// The paper that starts the period was served in a way that could add days, and the order does not say `after service`.
    ServiceNotOrdered { way: Service, fact: usize },
    /// The event can no longer happen: the words that say so, and what became of it.
    Orphaned { event: String, by: Span, how: &'static str },
    /// A duty that recurs more often than its instances are decided one by one; `last` is the last that is.
    TooMany { most: u32, last: NaiveDate },
    /// A day that had passed was moved by these words, which do not say `nunc pro tunc`.
    ExtendedLate { by: Span, was: NaiveDate, days: i64 },
    /// An act of an order that changes nothing: why.
    Idle { by: Span, why: &'static str },
    /// `extends` to an earlier day, `advances` to a later one.
    MovedBackwards { by: Span, was: NaiveDate, to: NaiveDate },
    /// What the counting rules want said beside the date.
    Notice(Notice),
}

/// Everything an evaluation looks at.
struct Context<'a> {
    model: &'a Model,
    ledger: &'a Ledger,
    asked: Question,
    /// A line of the matter is bad: no breach rests on silence.
    incomplete: bool,
    standings: Vec<Standing>,
    force: fold::Force<'a>,
    /// Look away from later orders: what a day was before its event was moved.
    as_first_ordered: Cell<bool>,
    hearings: hearing::Hearings,
    motions: motion::Motions,
    action: action::Course,
    index: index::Index,
    used: RefCell<BTreeSet<usize>>,
    remarks: RefCell<Vec<(ParagraphId, Remark)>>,
    /// How many due times hang on one another at this moment.
    depth: Cell<u32>,
    /// How many verdicts are asked for a day other than their own, one inside another.
    asking: Cell<u32>,
    /// The verdicts reached so far: conditions ask for them.
    verdicts: RefCell<BTreeMap<ParagraphId, Rc<Vec<Verdict>>>>,
    /// What the tables of the record show.
    rows: Option<rows::Rows<'a>>,
}

impl<'a> Context<'a> {
    fn new(
        model: &'a Model,
        ledger: &'a Ledger,
        incomplete: bool,
        asked: Question,
        rows: Option<rows::Rows<'a>>,
    ) -> Self {
        let standings: Vec<Standing> = ledger.assertions.iter().map(|a| standing(model, a, asked)).collect();
        let index = index::Index::new(model, ledger, &standings);
        let (force, ordered) = fold::fold(model, asked);
        let hearings = hearing::Hearings::new(model, &ordered, &hearing::held(model, ledger, &index, &standings));
        let motions = motion::Motions::new(model, ledger, &ordered, &standings, asked);
        let action = action::Course::new(model, ledger, &ordered, &standings, asked);
        Self {
            model,
            ledger,
            asked,
            incomplete,
            force,
            hearings,
            motions,
            action,
            index,
            standings,
            as_first_ordered: Cell::new(false),
            used: RefCell::default(),
            remarks: RefCell::default(),
            depth: Cell::new(0),
            asking: Cell::new(0),
            verdicts: RefCell::default(),
            rows,
        }
    }
}

/// Evaluates every paragraph in force on `asked.as_of`. `incomplete` says that
/// some line of the matter was not read or not resolved.
#[must_use]
pub fn evaluate(model: &Model, ledger: &Ledger, incomplete: bool, asked: Question) -> Outcome {
    evaluate_over(model, ledger, incomplete, asked, None)
}

/// The same of a matter with tables: `rows` has what was found in them for the
/// plan of this question ([`rows::plan`]).
#[must_use]
pub fn evaluate_over(
    model: &Model,
    ledger: &Ledger,
    incomplete: bool,
    asked: Question,
    rows: Option<rows::Rows<'_>>,
) -> Outcome {
    let context = Context::new(model, ledger, incomplete, asked, rows);
    let later = (0..context.standings.len()).filter(|&i| context.standings[i] == Standing::Later).collect();
    let mut verdicts = sequence::verdicts(&context);
    let mut outcome = Outcome { later, ..Outcome::default() };
    for paragraph in &model.paragraphs {
        if !context.force.is_ordered(model, paragraph.order, asked) {
            continue;
        }
        match &paragraph.body {
            Body::Provision(provision) => {
                let found = verdicts.remove(&paragraph.id).map(Rc::unwrap_or_clone);
                let Some(mut verdicts) = found else { continue };
                if let Some((entry, _)) = context.entered_in_error(paragraph.order) {
                    verdicts.iter_mut().for_each(|v| context.in_doubt(v, entry));
                }
                // Told where there is something to tell.
                let sits = provision.obligations.first().is_some_and(|l| matches!(l.due, crate::model::Due::At { .. }));
                if let Some(verdict) = verdicts.first_mut()
                    && (sits || !context.force.events(paragraph.id).is_empty())
                {
                    let stages = context.history(paragraph, provision).stages;
                    verdict.history = if sits && stages.len() == 1 { Vec::new() } else { stages };
                }
                outcome.verdicts.extend(verdicts);
            }
            Body::Dispositions(list) => outcome.shown.push(Listed {
                id: paragraph.name.clone(),
                kind: "disposition",
                state: None,
                text: list.iter().map(|d| context.told(paragraph, d)).collect::<Vec<_>>().join("; "),
                sources: paragraph.sources.clone(),
                span: paragraph.span,
            }),
            Body::Listed(kind, text) => outcome.shown.push(Listed {
                id: paragraph.name.clone(),
                kind,
                state: None,
                text: unquoted(text),
                sources: paragraph.sources.clone(),
                span: paragraph.span,
            }),
            Body::Broken => outcome.shown.push(Listed {
                id: paragraph.name.clone(),
                kind: "not read",
                state: None,
                text: "it has no verdict until its errors are mended".to_owned(),
                sources: paragraph.sources.clone(),
                span: paragraph.span,
            }),
        }
    }
    outcome.tied = context.force.tied.iter().map(|(p, a, b)| (*p, *a, *b)).collect();
    outcome.shown.extend(context.shown_docket());
    outcome.shown.extend(context.shown_hearings());
    outcome.shown.extend(context.shown_motions());
    outcome.shown.extend(context.shown_action());
    outcome.used = context.used.into_inner();
    outcome.remarks = context.remarks.into_inner();
    outcome.remarks.sort_by_key(|(paragraph, _)| *paragraph);
    outcome.remarks.dedup();
    outcome
}

impl Context<'_> {
    /// What an order does, and where it hangs on a condition, whether that holds: what does not is no act of the Court yet.
    fn told(&self, paragraph: &crate::model::Paragraph, d: &crate::model::Disposition) -> String {
        let text = fold::describe(d);
        let Some(held) = self.held(paragraph, &d.conditions) else { return text };
        let so = match held.value() {
            condition::Value::True => "which is so",
            condition::Value::False => "which is not so",
            condition::Value::Unknown => "which the record does not settle",
        };
        format!("{text} {}, {so}", held.words)
    }
}

/// Words that are one quotation need no marks of their own.
fn unquoted(text: &str) -> String {
    let inner = text.strip_prefix('“').and_then(|t| t.strip_suffix('”')).filter(|t| !t.contains(['“', '”']));
    inner.unwrap_or(text).to_owned()
}

/// The history of every paragraph in force on `asked.as_of`, as the docket is
/// known on `asked.known_on`.
#[must_use]
pub fn histories(model: &Model, ledger: &Ledger, incomplete: bool, asked: Question) -> Vec<History> {
    let context = Context::new(model, ledger, incomplete, asked, None);
    let provisions = model.paragraphs.iter().filter(|p| context.force.is_ordered(model, p.order, asked));
    provisions
        .filter_map(|p| match &p.body {
            Body::Provision(provision) => Some(context.history(p, provision)),
            _ => None,
        })
        .collect()
}
