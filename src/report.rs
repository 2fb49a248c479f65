//! Checking a matter, and what the report says.

use chrono::NaiveDate;
use ordain_base::diag::Diagnostic;
use ordain_core::session::{Inputs, check_with};
use ordain_core::verdict::Kind;
use ordain_core::{report, verdict};
use ordain_render::formats;
use ordain_render::{Options, Style};

use crate::papers::Papers;
use crate::{Matter, Question};

/// Checks a matter. This never fails: whatever is wrong with a file is a [`Finding`] of the report.
#[must_use]
pub fn check(matter: &Matter, question: &Question) -> Report {
    let inputs = Inputs { tables: Some(matter.tables()), papers: Some(&Papers), ..Inputs::default() };
    Report(check_with(matter.texts(), &inputs, matter.name(), &question.options()))
}

/// Where every duty of a matter stands on a day.
#[derive(Debug, Clone)]
pub struct Report(report::Report);

impl Report {
    /// The verdict of each paragraph, in the order of the files.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict<'_>> {
        self.0.verdicts().iter().map(Verdict)
    }

    /// The verdict of a paragraph or of a part of one: `MTC ¶ 1`, `MTC ¶ 1 category 4`.
    #[must_use]
    pub fn verdict(&self, id: &str) -> Option<Verdict<'_>> {
        fn find<'r>(all: &'r [verdict::Verdict], id: &str) -> Option<&'r verdict::Verdict> {
            all.iter().find_map(|v| if v.id == id { Some(v) } else { find(&v.parts, id) })
        }
        find(self.0.verdicts(), id).map(Verdict)
    }

    /// Errors, breaches, warnings and notes, in the order in which a report shows them.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        self.0.diagnostics.iter().map(|diagnostic| Finding { diagnostic, report: &self.0 })
    }

    /// False where a line of a file could not be read or resolved. Then no missing act is held against anyone.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        !self.0.incomplete
    }

    /// The whole report in one of the formats of `ordain check --format` that are texts:
    /// `terminal`, `plain`, `markdown`, `json`, `html`, `svg`, `ics`, `sarif`, `junit`, `github`,
    /// `gitlab` or `rdjson`. None where there is no such format.
    #[must_use]
    pub fn write(&self, format: &str) -> Option<String> {
        let mut options = Options::new(Style::new(100));
        options.status = if self.0.files_wrong() { 2 } else { u8::from(self.0.duties_fail(options.fails, None)) };
        formats::find(format).and_then(|f| f.text(&self.0, &options))
    }
}

/// Where one paragraph stands, or a part of one.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'r>(&'r verdict::Verdict);

impl<'r> Verdict<'r> {
    /// `MTC ¶ 1`, `MTC ¶ 1 category 4`.
    #[must_use]
    pub fn id(&self) -> &'r str {
        &self.0.id
    }

    /// The verdict itself.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.0.kind
    }

    /// Who is bound.
    #[must_use]
    pub fn bearers(&self) -> &'r [String] {
        &self.0.bearer
    }

    /// The last day on which performance is in time, where it is known.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.0.due.as_ref().map(|d| d.day)
    }

    /// Days overdue or late; days that are left where the duty is pending.
    #[must_use]
    pub const fn days(&self) -> Option<i64> {
        self.0.days
    }

    /// The reason, in one sentence.
    #[must_use]
    pub fn why(&self) -> &'r str {
        &self.0.why
    }

    /// A line to paste that would decide it, where it is undetermined.
    #[must_use]
    pub fn remedy(&self) -> Option<&'r str> {
        self.0.remedy.as_deref()
    }

    /// Each bearer, category or item by itself.
    pub fn parts(&self) -> impl Iterator<Item = Verdict<'r>> {
        self.0.parts.iter().map(Verdict)
    }
}

/// An error, a breach, a warning or a note.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'r> {
    diagnostic: &'r Diagnostic,
    report: &'r report::Report,
}

/// Where the words of a finding are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path of the file.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The words themselves.
    pub words: String,
}

impl<'r> Finding<'r> {
    /// The stable code: `D0301`. `docs/codes.md` lists them all.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.diagnostic.code.id
    }

    /// `error`, `breach`, `undetermined`, `warning` or `note`.
    #[must_use]
    pub fn severity(&self) -> &'static str {
        self.diagnostic.severity.name()
    }

    /// One sentence, lower case, no period.
    #[must_use]
    pub fn message(&self) -> &'r str {
        &self.diagnostic.message
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.diagnostic.advice()
    }

    /// The words that it is about, where it is about words of a file.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let span = self.diagnostic.span();
        let sources = &self.report.sources;
        let at = sources.locate(span)?;
        Some(Place { path: at.file, line: at.line, column: at.column, words: sources.text(span).to_owned() })
    }
}
