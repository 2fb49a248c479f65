//! The register of formats: a new one is a file and a line here, and the
//! command line, its help and the tests know it.

use super::matters::{self, Run};
use super::{Options, calendar, github, gitlab, html, json, junit, markdown, plain, rdjson, sarif, terminal, timeline};
use ordain_core::report::Report;

/// One form of a report.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// As `--format` has it.
    pub name: &'static str,
    /// For the help: who reads it.
    pub about: &'static str,
    render: fn(&Report, &Options<'_>) -> String,
    many: fn(&Run<'_>) -> String,
    /// True of a file that goes on from the one that it replaces.
    pub goes_on: bool,
}

impl Format {
    /// The whole report, with a last newline.
    #[must_use]
    pub fn render(&self, report: &Report, options: &Options<'_>) -> String {
        (self.render)(report, options)
    }

    /// One report of many matters, with a last newline.
    #[must_use]
    pub fn render_many(&self, run: &Run<'_>) -> String {
        (self.many)(run)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

/// Every format, those for people first.
pub const ALL: [Format; 12] = [
    Format {
        name: "terminal",
        about: "drawn for a screen (the default)",
        render: terminal::render_with,
        many: matters::terminal,
        goes_on: false,
    },
    Format {
        name: "plain",
        about: "sentences, for screen readers",
        render: plain::render_with,
        many: matters::plain,
        goes_on: false,
    },
    Format {
        name: "markdown",
        about: "a job summary, a comment, or an exhibit to a filing",
        render: markdown::render,
        many: matters::markdown,
        goes_on: false,
    },
    Format {
        name: "json",
        about: "everything, for programs; see `ordain schema`",
        render: |r, o| json::render_compared(r, o),
        many: json::render_many,
        goes_on: false,
    },
    Format {
        name: "html",
        about: "a page that needs nothing else, for a browser or a printer",
        render: html::render,
        many: html::render_many,
        goes_on: false,
    },
    Format {
        name: "svg",
        about: "the timeline, for a brief or a slide",
        render: timeline::render,
        many: timeline::render_many,
        goes_on: false,
    },
    Format {
        name: "ics",
        about: "a calendar of all days, for a calendar program",
        render: calendar::ics_of_report,
        many: calendar::ics_of_run,
        goes_on: true,
    },
    Format {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning",
        render: sarif::render,
        many: sarif::render_many,
        goes_on: false,
    },
    Format {
        name: "junit",
        about: "a test case a paragraph, for test reports",
        render: junit::render,
        many: junit::render_many,
        goes_on: false,
    },
    Format {
        name: "github",
        about: "annotations in the log of a GitHub workflow",
        render: github::render,
        many: github::render_many,
        goes_on: false,
    },
    Format {
        name: "gitlab",
        about: "a code quality report for GitLab",
        render: gitlab::render,
        many: gitlab::render_many,
        goes_on: false,
    },
    Format {
        name: "rdjson",
        about: "for reviewdog, with suggestions",
        render: rdjson::render,
        many: rdjson::render_many,
        goes_on: false,
    },
];

/// The format of this name.
#[must_use]
pub fn find(name: &str) -> Option<Format> {
    ALL.into_iter().find(|f| f.name == name)
}
