//! The shape of a finding.

use serde::Serialize;

use super::{Code, Severity};
use crate::source::Span;

/// Words underlined, and what is said about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is said of the place, or written there.
    pub text: String,
    /// The place a machine is sent to; exactly one label of a diagnostic has it.
    pub primary: bool,
}

/// One replacement; an empty span inserts, an empty text deletes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The words that are replaced.
    pub span: Span,
    /// What is written instead.
    pub text: String,
}

/// How far a fix may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// It cannot change the meaning: the file is read as if it were applied
    /// already, and `--fix` applies it.
    Safe,
    /// Most likely meant; a person must say so. Dates, numbers and names are
    /// never fixed otherwise.
    Unsafe,
    /// A form to fill in: it cannot be applied as it stands.
    Display,
}

impl From<bool> for Applicability {
    /// `true` where the edit cannot change the meaning.
    fn from(safe: bool) -> Self {
        if safe { Self::Safe } else { Self::Unsafe }
    }
}

/// A ready fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, for a menu: ``write `must` ``.
    pub title: String,
    /// Applied together or not at all.
    pub edits: Vec<Edit>,
    /// How far it may be trusted.
    pub applicability: Applicability,
}

impl Fix {
    /// It cannot change the meaning.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.applicability == Applicability::Safe
    }
}

/// One reason of a finding about a duty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ground {
    /// In words.
    pub text: String,
    /// Citations of what it rests on, where the text does not have them.
    pub cites: Vec<String>,
    /// How a short report says it.
    pub short: InShort,
    /// A fact that a label underlines too: said where the label is not shown.
    pub labeled: bool,
}

impl Ground {
    /// A reason without citations.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// How a short report says a reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum InShort {
    /// In its own words.
    #[default]
    Said,
    /// Those with one noun are counted, and not repeated one by one.
    Counted {
        /// What they are, after their number: `arguments of Defendants that the Court rejected`.
        noun: String,
        /// Where this one is answered.
        cite: String,
    },
    /// It is left to the full report.
    LeftOut,
    /// These words are said in its place.
    Instead(String),
}

/// A finding: one sentence in lower case without a final period, the words it
/// is about, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub code: Code,
    /// That of the code unless a setting changed it.
    pub severity: Severity,
    /// One sentence, without its place.
    pub message: String,
    /// The words that are underlined; the first is the finding's own place.
    pub labels: Vec<Label>,
    /// Why, part by part: of findings about duties.
    pub grounds: Vec<Ground>,
    /// Where the order says it: `MTC at 16`; of findings about duties.
    pub cite: Option<String>,
    /// What would decide it, as a line to paste, where it is undetermined.
    pub remedy: Option<String>,
    /// What to do, as text to paste where possible; may have several lines.
    pub help: Option<String>,
    /// A ready edit, where there is one.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// `label` says what the words at `span` are.
    pub fn new(code: Code, message: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            labels: vec![Label { span, text: label.into(), primary: true }],
            grounds: Vec::new(),
            cite: None,
            remedy: None,
            help: None,
            fix: None,
        }
    }

    /// A finding that is about no words of a file: about the files themselves, or the whole report.
    pub fn without_place(code: Code, message: impl Into<String>) -> Self {
        Self { labels: Vec::new(), ..Self::new(code, message, Span::default(), "") }
    }

    /// A further place, in any file.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: false });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn because(mut self, grounds: Vec<Ground>) -> Self {
        self.grounds = grounds;
        self
    }

    /// `cite` is where the order says it.
    #[must_use]
    pub fn cited(mut self, cite: Option<String>) -> Self {
        self.cite = cite;
        self
    }

    /// `remedy` is a line to paste that would decide it.
    #[must_use]
    pub fn settled_by(mut self, remedy: Option<String>) -> Self {
        self.remedy = remedy;
        self
    }

    /// Reasons, what would settle it, and what to do, a line each, in the formats for machines.
    #[must_use]
    pub fn advice(&self) -> Option<String> {
        let grounds = self.grounds.iter().filter(|g| !g.labeled).map(|g| g.text.clone());
        let remedy = self.remedy.iter().map(|r| format!("to settle it: {r}"));
        let lines: Vec<String> = grounds.chain(remedy).chain(self.help.clone()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// A fix by one edit.
    #[must_use]
    pub fn fix(
        self,
        title: impl Into<String>,
        span: Span,
        text: impl Into<String>,
        applicability: impl Into<Applicability>,
    ) -> Self {
        self.fixes(title, vec![Edit { span, text: text.into() }], applicability)
    }

    /// A fix by several edits.
    #[must_use]
    pub fn fixes(
        mut self,
        title: impl Into<String>,
        edits: Vec<Edit>,
        applicability: impl Into<Applicability>,
    ) -> Self {
        self.fix = Some(Fix { title: title.into(), edits, applicability: applicability.into() });
        self
    }

    /// Where the finding stands: its primary label.
    #[must_use]
    pub fn span(&self) -> Span {
        self.labels.iter().find(|l| l.primary).or(self.labels.first()).map_or(Span::default(), |l| l.span)
    }

    /// True of a warning or a note about a duty that a setting made an error:
    /// it fails a build as a breach does, for the files are not wrong.
    #[must_use]
    pub fn is_denied_duty(&self) -> bool {
        self.severity == Severity::Error && self.code.severity != Severity::Error && self.code.id.starts_with('D')
    }
}
