//! The forms of an answer that a person reads, a message takes, or a program.

use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerForm {
    /// Drawn for a screen.
    Terminal,
    /// Sentences, for screen readers.
    Plain,
    /// For a comment, a message or a brief.
    Markdown,
    /// For programs.
    Json,
}
