//! The register of formats: a new one is a file and a line here, and the
//! command line, its help and the tests know it.

use super::matters::{self, Run};
use super::{
    Options, calendar, exhibit, github, gitlab, html, json, junit, markdown, plain, rdjson, sarif, terminal, timeline,
    workbook,
};
use ordain_core::report::Report;

/// One form of a report.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// As `--format` has it.
    pub name: &'static str,
    /// For the help: who reads it.
    pub about: &'static str,
    form: Form,
    /// True of a file that goes on from the one that it replaces.
    pub goes_on: bool,
}

/// What a format writes, of one report and of a run of many.
#[derive(Debug, Clone, Copy)]
enum Form {
    Text { one: fn(&Report, &Options<'_>) -> String, many: fn(&Run<'_>) -> String },
    File { one: fn(&Report, &Options<'_>) -> Written, many: fn(&Run<'_>) -> Written },
}

/// The bytes of a file, or why there are none.
pub type Written = Result<Vec<u8>, String>;

impl Format {
    /// True of a text, which a screen can show; false of a file of an office program.
    #[must_use]
    pub const fn is_text(&self) -> bool {
        matches!(self.form, Form::Text { .. })
    }

    /// The whole report; a text has a last newline.
    ///
    /// # Errors
    /// In words, where a file cannot be made.
    pub fn write(&self, report: &Report, options: &Options<'_>) -> Written {
        match self.form {
            Form::Text { one, .. } => Ok(one(report, options).into_bytes()),
            Form::File { one, .. } => one(report, options),
        }
    }

    /// One report of many matters.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_many(&self, run: &Run<'_>) -> Written {
        match self.form {
            Form::Text { many, .. } => Ok(many(run).into_bytes()),
            Form::File { many, .. } => many(run),
        }
    }

    /// The whole report as text, with a last newline; none of a file of an office program.
    #[must_use]
    pub fn text(&self, report: &Report, options: &Options<'_>) -> Option<String> {
        match self.form {
            Form::Text { one, .. } => Some(one(report, options)),
            Form::File { .. } => None,
        }
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

/// Every format, those for people first.
pub const ALL: [Format; 14] = [
    Format {
        name: "terminal",
        about: "drawn for a screen (the default)",
        form: Form::Text { one: terminal::render_with, many: matters::terminal },
        goes_on: false,
    },
    Format {
        name: "plain",
        about: "sentences, for screen readers",
        form: Form::Text { one: plain::render_with, many: matters::plain },
        goes_on: false,
    },
    Format {
        name: "markdown",
        about: "a job summary, a comment, or an exhibit to a filing",
        form: Form::Text { one: markdown::render, many: matters::markdown },
        goes_on: false,
    },
    Format {
        name: "json",
        about: "everything, for programs; see `ordain schema`",
        form: Form::Text { one: |r, o| json::render_compared(r, o), many: json::render_many },
        goes_on: false,
    },
    Format {
        name: "html",
        about: "a page that needs nothing else, for a browser or a printer",
        form: Form::Text { one: html::render, many: html::render_many },
        goes_on: false,
    },
    Format {
        name: "svg",
        about: "the timeline, for a brief or a slide",
        form: Form::Text { one: timeline::render, many: timeline::render_many },
        goes_on: false,
    },
    Format {
        name: "docx",
        about: "an exhibit to a motion, for a word processor",
        form: Form::File { one: exhibit::render, many: exhibit::render_many },
        goes_on: false,
    },
    Format {
        name: "xlsx",
        about: "a workbook: duties, findings, and rows of tables",
        form: Form::File { one: workbook::render, many: workbook::render_many },
        goes_on: false,
    },
    Format {
        name: "ics",
        about: "a calendar of all days, for a calendar program",
        form: Form::Text { one: calendar::ics_of_report, many: calendar::ics_of_run },
        goes_on: true,
    },
    Format {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning",
        form: Form::Text { one: sarif::render, many: sarif::render_many },
        goes_on: false,
    },
    Format {
        name: "junit",
        about: "a test case a paragraph, for test reports",
        form: Form::Text { one: junit::render, many: junit::render_many },
        goes_on: false,
    },
    Format {
        name: "github",
        about: "annotations in the log of a GitHub workflow",
        form: Form::Text { one: github::render, many: github::render_many },
        goes_on: false,
    },
    Format {
        name: "gitlab",
        about: "a code quality report for GitLab",
        form: Form::Text { one: gitlab::render, many: gitlab::render_many },
        goes_on: false,
    },
    Format {
        name: "rdjson",
        about: "for reviewdog, with suggestions",
        form: Form::Text { one: rdjson::render, many: rdjson::render_many },
        goes_on: false,
    },
];

/// The format of this name.
#[must_use]
pub fn find(name: &str) -> Option<Format> {
    ALL.into_iter().find(|f| f.name == name)
}
