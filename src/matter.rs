//! A matter in memory, and what is asked about it.

use chrono::NaiveDate;
use ordain_base::source::SourceKind;
use ordain_core::report;
use ordain_core::session::files::{Memory, Text, with_papers};
use ordain_core::session::{AsOf, Options, Views};

/// The files of one matter, in memory.
///
/// ```
/// let matter = ordain::Matter::new("Doe v. Acme")
///     .file("matter.order", "matter \"Doe v. Acme\"\n")
///     .file("VOL001.csv", "Bates,Date\nA-1,2024-03-01\n");
/// assert_eq!(matter.name(), "Doe v. Acme");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Matter {
    name: String,
    texts: Vec<Text>,
    others: Memory,
}

impl Matter {
    /// A matter without files. The name means the matter where no file has a caption.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Adds a file.
    ///
    /// The end of the path says what it is. Files that end in `.order`, `.facts`,
    /// `.calendar` or `.format` are read as parts of the matter. Any other file is
    /// read only where one of those names it: the text of an order, or a table.
    /// Such names count from the folder of the file that names them; separate
    /// folders with `/`.
    #[must_use]
    pub fn file(mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        let text = Text { path: path.into(), bytes: content.into() };
        if text.kind() == SourceKind::Paper {
            self.others = self.others.with(text.path, text.bytes);
        } else {
            self.texts.push(text);
            self.texts.sort_by(|a, b| a.path.cmp(&b.path));
        }
        self
    }

    /// The name that was given to [`Matter::new`].
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The files of the matter, then the texts of orders that they name.
    pub(crate) fn texts(&self) -> Vec<Text> {
        // A text that cannot be had is reported where the matter names it.
        with_papers(&self.others, self.texts.clone()).unwrap_or_else(|_| self.texts.clone())
    }

    /// Where its tables are.
    pub(crate) const fn tables(&self) -> &Memory {
        &self.others
    }
}

/// Whose account of the facts is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum View {
    /// What the Court found; where it found nothing, what nobody denies.
    #[default]
    Court,
    /// The account of a party, by the name that the matter gives it.
    Party(String),
}

/// What is asked about a matter.
///
/// ```
/// use ordain::{NaiveDate, Question, View};
///
/// let day = NaiveDate::from_ymd_opt(2024, 4, 5).expect("a day of the calendar");
/// let question = Question::on(day).under(View::Party("Defendants".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    as_of: NaiveDate,
    known_on: Option<NaiveDate>,
    view: View,
}

impl Question {
    /// Where every duty stands on this day, under the view of the Court.
    #[must_use]
    pub const fn on(as_of: NaiveDate) -> Self {
        Self { as_of, known_on: None, view: View::Court }
    }

    /// The record and the docket are read to this day, not to the day asked about.
    #[must_use]
    pub fn known_on(self, day: NaiveDate) -> Self {
        Self { known_on: Some(day), ..self }
    }

    /// Under the account of the facts of one party.
    #[must_use]
    pub fn under(self, view: View) -> Self {
        Self { view, ..self }
    }

    pub(crate) fn options(&self) -> Options {
        let view = match &self.view {
            View::Court => report::View::Court,
            View::Party(name) => report::View::Party(name.clone()),
        };
        Options { as_of: AsOf::On(self.as_of), known_on: self.known_on, views: Views::One(view) }
    }
}
