//! What a `table` statement says of its file, each with the words that say it.

use ordain_base::source::{Span, Spanned};

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rows {
    /// Documents of a production.
    Documents,
    /// Images of pages.
    Pages,
    /// Entries of a privilege log.
    LogEntries,
    /// Volumes of a production, as a transmittal lists them.
    Productions,
    /// Entries of a docket.
    DocketEntries,
    /// The index of an administrative record.
    IndexEntries,
    /// What a decision cites.
    Citations,
}

impl Rows {
    /// All kinds of rows.
    pub const ALL: [Self; 7] = [
        Self::Documents,
        Self::Pages,
        Self::LogEntries,
        Self::Productions,
        Self::DocketEntries,
        Self::IndexEntries,
        Self::Citations,
    ];

    /// As it is written after `rows are`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Pages => "pages",
            Self::LogEntries => "log entries",
            Self::Productions => "productions",
            Self::DocketEntries => "docket entries",
            Self::IndexEntries => "index entries",
            Self::Citations => "citations",
        }
    }

    /// By its words, in the singular as well.
    #[must_use]
    pub fn find(words: &str) -> Option<Self> {
        let words = words.to_lowercase();
        // The rows of an image load file are pages by another name.
        if matches!(words.as_str(), "image" | "images") {
            return Some(Self::Pages);
        }
        let singular = |w: &str| w.strip_suffix("ies").map_or(w.trim_end_matches('s').to_owned(), |s| format!("{s}y"));
        Self::ALL.into_iter().find(|r| r.words() == words || singular(r.words()) == words)
    }
}

/// How the figures of a date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateOrder {
    /// `12/1/2023` is in December.
    MonthDayYear,
    /// `12/1/2023` is in January.
    DayMonthYear,
    /// `2023-12-01`.
    YearMonthDay,
}

impl DateOrder {
    /// As it is written after `dates are`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::MonthDayYear => "month/day/year",
            Self::DayMonthYear => "day/month/year",
            Self::YearMonthDay => "year-month-day",
        }
    }
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Text that names one thing: leading zeros stay.
    Identifier,
    /// A day.
    Date,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// Text that is compared word by word.
    Text,
}

impl Kind {
    /// Its words in a report.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::Date => "date",
            Self::Number => "number",
            Self::Flag => "yes or no",
            Self::Text => "text",
        }
    }
}

/// Where a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// By the name in the header.
    Named(Spanned<String>),
    /// From 1.
    Position(Spanned<usize>),
}

impl At {
    /// The words that say it.
    #[must_use]
    pub const fn span(&self) -> Span {
        match self {
            Self::Named(n) => n.span,
            Self::Position(n) => n.span,
        }
    }
}

/// `bates is "BEGDOC"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// What rules call it: a field of [`fields`](super::fields), or a word of the matter's own.
    pub field: Spanned<String>,
    /// That of the field, unless the statement says another (`is the date "X"`).
    pub kind: Kind,
    /// Where the column is.
    pub at: At,
    /// How its dates are written.
    pub dates: Option<Spanned<DateOrder>>,
    /// What parts several in one cell: `separated by ";"`.
    pub list: Option<char>,
    /// The words of the binding.
    pub span: Span,
}

/// Where the header of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// The file has no header.
    None,
    /// The line of the file, or the row of the sheet, from 1.
    Line(u32),
}

/// What is said of how the file is written; the file itself shows the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Where the header is.
    pub header: Option<Spanned<Header>>,
    /// The sheet of a workbook.
    pub sheet: Option<Spanned<String>>,
    /// What is between two values.
    pub separator: Option<Spanned<char>>,
    /// `Some(None)`: values are not qualified.
    pub qualifier: Option<Spanned<Option<char>>>,
    /// The encoding of the file.
    pub encoding: Option<Spanned<super::Encoding>>,
}

/// A table, before its file is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// What rules call the table.
    pub name: Spanned<String>,
    /// Paths as seen from the matter's folder; a folder or a pattern means the files in it.
    pub files: Vec<Spanned<String>>,
    /// The name of a layout, as written.
    pub layout: Option<Spanned<String>>,
    /// What its rows are.
    pub rows: Option<Spanned<Rows>>,
    /// The columns that the statement names.
    pub columns: Vec<Binding>,
    /// What the cells of a column of yes or no say where they say yes: any other cell says no.
    pub yes: Vec<(Spanned<String>, Vec<String>)>,
    /// Of every date column that has no order of its own.
    pub dates: Option<Spanned<DateOrder>>,
    /// How the file is written.
    pub written: Written,
    /// The words of the statement.
    pub span: Span,
}
