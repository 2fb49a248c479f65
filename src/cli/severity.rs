//! `--allow`, `--warn` and `--deny`: how much a warning or a note weighs; `--fail-on`:
//! which verdicts fail.

use clap::ValueEnum;

use ordain_core::report::{Level, Levels};

/// What counts as a failure besides a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// A duty performed after its deadline.
    Late,
}

/// The flags, each as often as need be.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct SeverityArgs {
    /// Turn off a warning or a note, by its code or name: `F0203`, `due-soon`.
    #[arg(long, value_name = "code", value_delimiter = ',')]
    allow: Vec<String>,

    /// Show a note as a warning.
    #[arg(long, value_name = "code", value_delimiter = ',')]
    warn: Vec<String>,

    /// Make a warning or a note an error; exit with 1 if it is about a duty, otherwise with 2.
    #[arg(long, value_name = "code", value_delimiter = ',')]
    deny: Vec<String>,
}

impl SeverityArgs {
    /// # Errors
    /// In words for the user: no such code, or one that cannot be set.
    pub(super) fn levels(&self) -> Result<Levels, String> {
        let mut levels = Levels::default();
        for (codes, level) in [(&self.allow, Level::Allow), (&self.warn, Level::Warn), (&self.deny, Level::Deny)] {
            for code in codes {
                levels.set(code.trim(), level).map_err(|why| format!("--{}: {why}", level.name()))?;
            }
        }
        Ok(levels)
    }
}
