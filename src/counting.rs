//! Counting days as the rules of a court do.

use std::fmt;

use chrono::NaiveDate;
use ordain_time::{Library, Request};

/// By what a period is counted. Everything may be left out.
///
/// ```
/// let by = ordain::Counting { rules: Some("frap"), service: Some("mail"), ..ordain::Counting::default() };
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counting<'a> {
    /// The rules: `frcp`, `frap`. Without them, those of the court; without a court, `frcp`.
    pub rules: Option<&'a str>,
    /// How the paper that starts the period was served: `mail`, `electronic`, `clerk`.
    pub service: Option<&'a str>,
    /// The court, as it is cited: `C.D. Cal.`
    pub court: Option<&'a str>,
    /// An IANA time zone, where no court is named: `America/New_York`.
    pub zone: Option<&'a str>,
    /// Days on which the clerk's office was inaccessible: `2024-08-15`.
    pub closed: &'a [String],
    /// True where an order sets the period, not a statute or a rule.
    pub set_by_order: bool,
}

/// A period that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The last day.
    pub due: NaiveDate,
    /// Where courts read the rule in two ways: the day that is safe under both.
    pub earliest_safe: Option<NaiveDate>,
    /// How the day was reached.
    pub steps: Vec<CountingStep>,
}

/// One step of counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountingStep {
    /// The day reached.
    pub day: NaiveDate,
    /// The rule applied: `Fed. R. Civ. P. 6(a)(1)(C)`.
    pub rule: String,
    /// Why, in a sentence.
    pub why: String,
}

/// Why a period was not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The stable code: `T0201`.
    pub code: &'static str,
    /// The words that it is about.
    pub words: String,
    /// One sentence, lower case, no period.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at `{}` ({})", self.message, self.words, self.code)
    }
}

impl std::error::Error for Refused {}

/// Counts a period: `14 days after 2024-08-01`, `10 court days before 2024-08-01`,
/// `72 hours after 2007-11-02T10:23`.
///
/// ```
/// use ordain::{Counting, count};
///
/// let by = Counting { rules: Some("frap"), service: Some("mail"), ..Counting::default() };
/// let counted = count("14 days after 2024-08-01", &by)?;
/// assert_eq!(counted.due.to_string(), "2024-08-19");
/// assert!(counted.steps.iter().any(|s| s.rule.starts_with("Fed. R. App. P. 26")));
/// # Ok::<(), ordain::Refused>(())
/// ```
///
/// # Errors
/// The first thing that cannot be read or counted, with the words that ask for it.
pub fn count(period: &str, by: &Counting<'_>) -> Result<Counted, Refused> {
    let request = Request {
        period: Some(period),
        rules: by.rules,
        service: by.service,
        court: by.court,
        zone: by.zone,
        closed: by.closed,
        set_by_order: by.set_by_order,
        ..Request::default()
    };
    match request.answer(Library::standard()) {
        Ok(answer) => Ok(Counted {
            due: answer.counted.due,
            earliest_safe: answer.counted.earliest_safe,
            steps: answer.counted.trace.into_iter().map(counting_step).collect(),
        }),
        Err(refused) => {
            let (code, message) = (refused.diagnostic.code.id, refused.diagnostic.message.clone());
            Err(Refused { code, words: refused.words, message })
        }
    }
}

fn counting_step(step: ordain_time::Step) -> CountingStep {
    CountingStep { day: step.date, rule: step.rule.to_string(), why: step.why.to_string() }
}
