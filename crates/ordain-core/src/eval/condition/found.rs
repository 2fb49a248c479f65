//! What a condition, or one test of it, came to.

use chrono::NaiveDate;

use crate::eval::condition::truth::{Truth, Value};
use crate::model::{Test, TestKind};
use crate::verdict::{Place, Reason};

/// A condition under the record: its value, from when, and why.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Held {
    pub(in crate::eval) truth: Truth,
    /// The day from which it is certain that it holds; always, or nobody says, where `None`.
    pub(in crate::eval) since: Option<NaiveDate>,
    /// A node a test, each with its value and its place.
    pub(in crate::eval) reason: Reason,
    /// The line that would settle it.
    pub(in crate::eval) remedy: Option<String>,
    /// The words of the record that decide it.
    pub(in crate::eval) places: Vec<Place>,
    /// It says what must come first: `after`.
    pub(in crate::eval) comes_first: bool,
    /// Conditions that only defeat what binds without them: `unless`.
    pub(in crate::eval) defeats: bool,
    /// `if “documents are found”`, for a sentence.
    pub(in crate::eval) words: String,
}

impl Held {
    pub(in crate::eval) const fn value(&self) -> Value {
        self.truth.value
    }
}

/// What a test came to, before its words are put before it.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Found {
    pub(in crate::eval) truth: Truth,
    pub(in crate::eval) since: Option<NaiveDate>,
    pub(in crate::eval) why: String,
    pub(in crate::eval) place: Option<Place>,
    pub(in crate::eval) remedy: Option<String>,
    pub(in crate::eval) because: Vec<Reason>,
    pub(in crate::eval) places: Vec<Place>,
}

impl Found {
    pub(in crate::eval) fn new(truth: Truth, why: impl Into<String>) -> Self {
        Self { truth, since: None, why: why.into(), place: None, remedy: None, because: Vec::new(), places: Vec::new() }
    }

    pub(in crate::eval) fn since(mut self, day: Option<NaiveDate>) -> Self {
        self.since = day;
        self
    }

    pub(in crate::eval) fn at(mut self, place: Place) -> Self {
        self.places.push(place.clone());
        self.place = Some(place);
        self
    }

    pub(in crate::eval) fn remedy(mut self, line: impl Into<String>) -> Self {
        self.remedy = Some(line.into());
        self
    }

    pub(in crate::eval) fn negated(mut self, negated: bool) -> Self {
        if negated {
            self.truth = self.truth.not();
        }
        self
    }

    pub(in crate::eval) fn reason(&self, test: &Test, lead: &str) -> Reason {
        let why = if self.why.is_empty() { String::new() } else { format!("; {}", self.why) };
        let text = format!("{lead}{}: {}{why}", test.text, self.truth.words());
        let place = self.place.clone().unwrap_or_else(|| Place {
            span: test.span,
            text: test.text.clone(),
            fact: None,
            cite: None,
        });
        Reason::at(text, place).because(self.because.clone())
    }
}

/// The line that settles a test: a finding in its words.
pub(in crate::eval) fn finding_line(test: &Test) -> String {
    let words = match &test.kind {
        TestKind::Words(_) => test.text.trim_matches(['“', '”']).to_owned(),
        _ => test.text.replace(['“', '”'], "'"),
    };
    format!("on <day> the Court finds \"{words}\"")
}
