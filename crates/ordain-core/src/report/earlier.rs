//! A report that was written earlier, read back from its JSON: of its verdicts what a comparison asks.

use chrono::{NaiveDate, NaiveTime};
use ordain_base::source::Span;
use serde::Deserialize;
use thiserror::Error;

use crate::verdict::{Due, Kind, Modality, Place, Stage, State, Step, Verdict};

/// The report of one matter, or of several.
#[derive(Debug, Clone)]
pub struct EarlierReports(Vec<EarlierReport>);

/// The report of one matter.
#[derive(Debug, Clone)]
pub struct EarlierReport {
    /// The path of the matter, in a report of several.
    pub path: Option<String>,
    /// Its caption.
    pub matter: String,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    /// The last day whose papers it knows.
    pub known_on: NaiveDate,
    /// `court`, or the name of a party.
    pub view: String,
    /// The verdicts, with their identity, day, reason, steps and history.
    pub verdicts: Vec<Verdict>,
}

/// Why a text is no report to compare with.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotAReport {
    /// It is no JSON, or no report.
    #[error("it is not a report that `ordain check --format json` wrote")]
    NotOurs,
    /// It is of another version.
    #[error("it is a report of another version, `{0}`: write it again with `ordain check --format json`")]
    OtherVersion(String),
    /// It has the views of all parties.
    #[error("it is a report of all views: write it again with one, as `--view court`")]
    AllViews,
    /// It rests on suppositions.
    #[error(
        "it is a report of what was supposed, not of the record: write it again without `--assume` and `--without`"
    )]
    Hypothetical,
}

impl EarlierReports {
    /// Reads what `ordain check --format json` wrote of one matter or of many. Matters that could not be read then are
    /// left out.
    ///
    /// # Errors
    /// If the text is no such report.
    pub fn read(text: &str) -> Result<Self, NotAReport> {
        let head: Head = serde_json::from_str(text).map_err(|_| NotAReport::NotOurs)?;
        let documents = match head.schema.as_str() {
            "ordain.report/1" => vec![serde_json::from_str(text).map_err(|_| NotAReport::NotOurs)?],
            "ordain.matters/1" => serde_json::from_str::<Many>(text).map_err(|_| NotAReport::NotOurs)?.matters,
            other if other.starts_with("ordain.report/") || other.starts_with("ordain.matters/") => {
                return Err(NotAReport::OtherVersion(other.to_owned()));
            }
            _ => return Err(NotAReport::NotOurs),
        };
        let read = documents.into_iter().filter_map(|d| d.checked().transpose());
        read.collect::<Result<Vec<_>, _>>().map(Self)
    }

    /// That of this matter: in a report of several by its path, or by its caption where no path fits and one matter
    /// alone has it.
    #[must_use]
    pub fn of(&self, path: &str, caption: &str) -> Option<&EarlierReport> {
        let mut named = self.0.iter().filter(|r| r.matter == caption);
        let by_path = named.clone().find(|r| r.path.as_deref() == Some(path));
        by_path.or_else(|| named.next().filter(|_| named.next().is_none()))
    }

    /// The captions of the matters in it.
    pub fn captions(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|r| r.matter.as_str())
    }
}

#[derive(Deserialize)]
struct Head {
    schema: String,
}

#[derive(Deserialize)]
struct Many {
    matters: Vec<Document>,
}

/// What is read of the JSON of a report; of a matter that could not be read then, only why.
#[derive(Deserialize)]
struct Document {
    path: Option<String>,
    matter: Option<String>,
    as_of: Option<NaiveDate>,
    known_on: Option<NaiveDate>,
    view: Option<String>,
    hypothesis: Option<serde_json::Value>,
    #[serde(default)]
    verdicts: Vec<WrittenVerdict>,
}

#[derive(Deserialize)]
struct WrittenVerdict {
    id: String,
    #[serde(default)]
    order: String,
    verdict: Kind,
    due: Option<NaiveDate>,
    due_time: Option<String>,
    days: Option<i64>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    trace: Vec<WrittenStep>,
    #[serde(default)]
    history: Vec<WrittenStage>,
    #[serde(default)]
    facts: Vec<String>,
    #[serde(default)]
    parts: Vec<WrittenVerdict>,
}

#[derive(Deserialize)]
struct WrittenStep {
    step: String,
    date: NaiveDate,
    rule: String,
    why: String,
}

#[derive(Deserialize)]
struct WrittenStage {
    by: String,
    act: String,
}

impl Document {
    /// `None` of a matter that could not be read.
    fn checked(self) -> Result<Option<EarlierReport>, NotAReport> {
        let (Some(matter), Some(as_of), Some(known_on), Some(view)) =
            (self.matter, self.as_of, self.known_on, self.view)
        else {
            return Ok(None);
        };
        if view == "all" {
            return Err(NotAReport::AllViews);
        }
        if self.hypothesis.is_some() {
            return Err(NotAReport::Hypothetical);
        }
        let verdicts = self.verdicts.into_iter().map(WrittenVerdict::verdict).collect();
        Ok(Some(EarlierReport { path: self.path, matter, as_of, known_on, view, verdicts }))
    }
}

impl WrittenVerdict {
    fn verdict(self) -> Verdict {
        let time = self.due_time.and_then(|t| NaiveTime::parse_from_str(&t, "%H:%M").ok());
        let trace =
            self.trace.into_iter().map(|s| Step { step: s.step, date: s.date, rule: s.rule, why: s.why, origin: None });
        let stage = |s: WrittenStage| Stage {
            from: None,
            entered: None,
            by: s.by,
            docket: None,
            act: s.act,
            state: State::InForce,
            before: None,
            due: None,
            remarks: Vec::new(),
            span: Span::default(),
        };
        let place = |id: String| Place { span: Span::default(), text: String::new(), fact: Some(id), cite: None };
        Verdict {
            id: self.id,
            order: self.order,
            paragraph: String::new(),
            part: Vec::new(),
            bearer: Vec::new(),
            done: String::new(),
            ordered: String::new(),
            modality: Modality::Must,
            kind: self.verdict,
            due: self.due.map(|day| Due { trace: trace.collect(), ..Due::on(day, time) }),
            days: self.days,
            at_least: false,
            why: self.why,
            reasons: Vec::new(),
            sources: Vec::new(),
            span: Span::default(),
            due_span: None,
            facts: self.facts.into_iter().map(place).collect(),
            notes: Vec::new(),
            history: self.history.into_iter().map(stage).collect(),
            accrued: Vec::new(),
            remedy: None,
            parts: self.parts.into_iter().map(Self::verdict).collect(),
        }
    }
}
