//! The verdict of the smallest part, before it has a name.

use crate::verdict::{Due, Kind, Part, Place, Reason};
use ordain_base::words::day;

/// The verdict of the smallest part, before it has a name.
#[derive(Debug, Clone)]
pub(in crate::eval) struct PartVerdict {
    pub(in crate::eval) kind: Kind,
    pub(in crate::eval) due: Option<Due>,
    pub(in crate::eval) days: Option<i64>,
    pub(in crate::eval) at_least: bool,
    pub(in crate::eval) why: String,
    pub(in crate::eval) reasons: Vec<Reason>,
    pub(in crate::eval) facts: Vec<Place>,
    pub(in crate::eval) remedy: Option<String>,
}

impl PartVerdict {
    pub(in crate::eval) fn new(kind: Kind, why: impl Into<String>) -> Self {
        Self {
            kind,
            due: None,
            days: None,
            at_least: false,
            why: why.into(),
            reasons: Vec::new(),
            facts: Vec::new(),
            remedy: None,
        }
    }

    /// Sets when it fell due; where that is not certain and bears on the verdict, the reasons say so.
    pub(in crate::eval) fn due(mut self, due: Option<&Due>) -> Self {
        self.due = due.cloned();
        if let Some(due) = due
            && let Some(doubt) = &due.doubt
            && self.kind.hangs_on_its_day()
        {
            let until = if doubt.last.day > due.day {
                format!("it may fall due as late as {}", day(doubt.last.day))
            } else {
                format!("an act is surely in time by {}", day(doubt.first.day))
            };
            self.reasons.push(Reason::new(format!("{until}: {}", doubt.why)));
        }
        self
    }

    pub(in crate::eval) fn days(mut self, days: i64) -> Self {
        self.days = Some(days);
        self
    }

    pub(in crate::eval) fn because(mut self, reasons: impl IntoIterator<Item = Reason>) -> Self {
        self.reasons.extend(reasons);
        self
    }

    pub(in crate::eval) fn facts(mut self, facts: impl IntoIterator<Item = Place>) -> Self {
        self.facts.extend(facts);
        self
    }

    pub(in crate::eval) fn remedy(mut self, line: impl Into<String>) -> Self {
        self.remedy = Some(line.into());
        self
    }
}

/// One part of an obligation with its verdict.
#[derive(Debug, Clone)]
pub(in crate::eval) struct NamedPart {
    /// `None` where the obligation has no parts.
    pub(in crate::eval) part: Option<Part>,
    /// The act in the perfect: `completed CAR category 4`.
    pub(in crate::eval) done: String,
    pub(in crate::eval) verdict: PartVerdict,
}

impl NamedPart {
    /// The obligation itself, which has no parts.
    pub(in crate::eval) fn whole(done: impl Into<String>, verdict: PartVerdict) -> Self {
        Self { part: None, done: done.into(), verdict }
    }

    pub(in crate::eval) fn new(part: Part, done: impl Into<String>, verdict: PartVerdict) -> Self {
        Self { part: Some(part), done: done.into(), verdict }
    }
}
