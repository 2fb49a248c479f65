//! The paper that is transcribed.

use chrono::NaiveDate;

/// The paper that is transcribed.
#[derive(Debug, Clone, Default)]
pub struct Paper<'a> {
    /// What it is called in the draft: the name of its file.
    pub name: &'a str,
    /// Its text. A form feed ends each page.
    pub text: &'a str,
    /// The file of the draft that holds this text; none where no file does.
    pub text_file: Option<&'a str>,
    /// What the docket says of it.
    pub entry: Option<Entry>,
}

/// What the docket says of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: Option<String>,
    /// When it was filed.
    pub filed: Option<NaiveDate>,
    /// When it was entered.
    pub entered: Option<NaiveDate>,
}
