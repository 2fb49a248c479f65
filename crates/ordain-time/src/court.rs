//! A court: where it sits, which clock hangs there, whose holidays it keeps.

use chrono_tz::Tz;

use ordain_base::source::Span;

/// One line of the table of courts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Court {
    /// `C.D. Cal.`.
    pub short: String,
    /// `Central District of California`.
    pub full: String,
    /// Two letters: `CA`, `DC`, `PR`.
    pub state: String,
    /// Of a district court, its circuit: `9th Cir.`.
    pub circuit: Option<String>,
    /// The time zone of most of the district.
    pub zone: Tz,
    /// A second zone in the district; times are of the first.
    pub also_zone: Option<Tz>,
    /// The counting rules it uses, where the file names them (`frap`); `frcp` otherwise.
    pub rules: Option<String>,
    /// The calendar that closes it, where it is not that of the rules.
    pub calendar: Option<String>,
    /// Where its line stands.
    pub span: Span,
}

impl Court {
    /// `C.D.Cal`, `cd cal` and `C.D. Cal.` name one court.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        fold(&self.short).eq(fold(name)) || self.full.eq_ignore_ascii_case(name.trim())
    }
}

fn fold(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase())
}
