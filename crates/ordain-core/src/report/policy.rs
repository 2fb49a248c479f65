//! What a build makes of a report: which verdicts fail it, and how much a
//! warning or a note weighs.

use std::collections::BTreeMap;

use super::{Comparison, Report, State, failing_parts, worst_first};
use crate::verdict::Kind;
use ordain_base::diag::{Code, Diagnostic, Severity, codes};
use ordain_base::words::closest;

/// Which verdicts fail a build besides a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fails {
    /// A late performance fails the build.
    pub late: bool,
    /// What nobody can decide fails the build.
    pub undetermined: bool,
}

impl Fails {
    /// Breaches only.
    pub const BREACHES: Self = Self { late: false, undetermined: false };

    /// True of a verdict that fails the build.
    #[must_use]
    pub fn on(self, kind: Kind) -> bool {
        match kind {
            Kind::Breached => true,
            Kind::Late => self.late,
            Kind::Undetermined => self.undetermined,
            Kind::Pending
            | Kind::Waiting
            | Kind::Stayed
            | Kind::Lifted
            | Kind::Met
            | Kind::Kept
            | Kind::Available
            | Kind::Used
            | Kind::Expired => false,
        }
    }
}

/// What a setting makes of a warning or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not shown.
    Allow,
    /// It is reported, and fails nothing.
    Warn,
    /// It is shown as an error, and fails the build.
    Deny,
}

impl Level {
    /// The name of the flag and of the setting.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// The levels that were set, by code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(BTreeMap<&'static str, Level>);

impl Levels {
    /// Sets the level of the code with this id or name.
    ///
    /// # Errors
    /// In words for the user: no such code, one whose weight is not a matter of
    /// taste, or one that was set to something else.
    pub fn set(&mut self, word: &str, level: Level) -> Result<(), String> {
        let code = codes::find(word).ok_or_else(|| unknown_code(word))?;
        if !matches!(code.severity, Severity::Warning | Severity::Note) {
            let Code { id, severity, .. } = code;
            let article = if matches!(severity, Severity::Error) { "an" } else { "a" };
            let what = match severity {
                Severity::Undetermined => "undetermined; --strict makes it fail".to_owned(),
                _ => format!("{article} {}", severity.name()),
            };
            return Err(format!("{id} is {what}: only warnings and notes can be set to `{}`", level.name()));
        }
        match self.0.insert(code.id, level) {
            Some(before) if before != level => {
                Err(format!("{} is set to `{}` and to `{}`", code.id, before.name(), level.name()))
            }
            _ => Ok(()),
        }
    }

    /// These, and where they say nothing, those.
    #[must_use]
    pub fn with_fallback(mut self, those: &Self) -> Self {
        for (code, level) in &those.0 {
            self.0.entry(code).or_insert(*level);
        }
        self
    }

    fn of(&self, d: &Diagnostic) -> Option<Level> {
        let own = matches!(d.code.severity, Severity::Warning | Severity::Note);
        self.0.get(d.code.id).copied().filter(|_| own)
    }
}

fn unknown_code(word: &str) -> String {
    let all: Vec<Code> = codes::all().collect();
    let near = if word.chars().next().is_some_and(char::is_uppercase) {
        closest(word, all.iter().map(|c| c.id))
    } else {
        closest(word, all.iter().map(|c| c.name))
    };
    let near = near.map_or(String::new(), |n| format!(": did you mean `{n}`?"));
    format!("there is no code `{word}`{near}")
}

impl Report {
    /// Adds what was found beside the files that were read.
    pub fn add(&mut self, found: Vec<Diagnostic>) {
        self.diagnostics.extend(found);
        worst_first(&mut self.diagnostics);
    }

    /// Applies levels to warnings and notes. Errors, breaches and what cannot
    /// be decided keep their weight.
    pub fn set_levels(&mut self, levels: &Levels) {
        self.diagnostics.retain(|d| levels.of(d) != Some(Level::Allow));
        for d in &mut self.diagnostics {
            match levels.of(d) {
                Some(Level::Warn) => d.severity = Severity::Warning,
                Some(Level::Deny) => d.severity = Severity::Error,
                Some(Level::Allow) | None => {}
            }
        }
        worst_first(&mut self.diagnostics);
    }

    /// True where a line could not be read or resolved, or where a lint of the
    /// files was denied.
    #[must_use]
    pub fn files_wrong(&self) -> bool {
        self.incomplete || self.diagnostics.iter().any(|d| d.severity == Severity::Error && !d.is_denied_duty())
    }

    /// True where the build fails for what was done, late or not at all:
    /// nothing that the baseline knows counts.
    #[must_use]
    pub fn duties_fail(&self, fails: Fails, baseline: Option<&Comparison>) -> bool {
        let without = Fails { undetermined: false, ..fails };
        self.diagnostics.iter().any(Diagnostic::is_denied_duty) || self.any_fails(without, baseline)
    }

    /// True where something undetermined, or something that was not read, fails the build.
    #[must_use]
    pub fn doubt_fails(&self, fails: Fails, baseline: Option<&Comparison>) -> bool {
        let open = || self.diagnostics.iter().any(codes::files::leaves_open);
        fails.undetermined && (self.any_fails(fails, baseline) || open())
    }

    fn any_fails(&self, fails: Fails, baseline: Option<&Comparison>) -> bool {
        let known = |v| baseline.is_some_and(|b| b.state(v) == State::Known);
        failing_parts(self.verdicts()).into_iter().any(|v| fails.on(v.kind) && !known(v))
    }
}
