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
    /// The table says that its counting rules are not known: no others are taken for them.
    pub rules_not_known: bool,
    /// What is known of those rules nevertheless, in words.
    pub known_of_rules: Option<String>,
    /// One court for the whole state, as its supreme court: no county has one.
    pub statewide: bool,
    /// The calendar that closes it, where it is not that of the rules.
    pub calendar: Option<String>,
    /// Other names by which its files call it.
    pub aliases: Vec<String>,
    /// The bankruptcy court of a district, with the calendar and the zone of that district.
    pub bankruptcy: bool,
    /// Where its line stands.
    pub span: Span,
}

/// How the name of the bankruptcy court of a district begins.
pub(super) const BANKRUPTCY_COURT: &str = "United States Bankruptcy Court for the ";

impl Court {
    /// `C.D.Cal`, `cd cal` and `C.D. Cal.` name one court.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        is_name_of(&self.short, &self.full, name)
    }

    /// The district whose court this is, as it is cited: also for its bankruptcy court.
    #[must_use]
    pub fn district(&self) -> &str {
        self.short.strip_prefix("Bankr. ").unwrap_or(&self.short)
    }

    /// The bankruptcy court of this district, which counts by `rules`; a district is a unit of
    /// its own for bankruptcy (28 U.S.C. §§ 151, 152).
    #[must_use]
    pub fn bankruptcy(&self, rules: &str) -> Self {
        Self {
            short: format!("Bankr. {}", self.short),
            full: format!("{BANKRUPTCY_COURT}{}", self.full),
            rules: Some(rules.to_owned()),
            aliases: Vec::new(),
            bankruptcy: true,
            ..self.clone()
        }
    }
}

/// Whether a court that is cited as `short` and called `full` is named by `name`.
pub(super) fn is_name_of(short: &str, full: &str, name: &str) -> bool {
    letters_of_citation(short).eq(letters_of_citation(name)) || full.eq_ignore_ascii_case(name.trim())
}

/// What of a citation counts: `C.D.Cal` and `cd cal` have the same letters.
fn letters_of_citation(citation: &str) -> impl Iterator<Item = char> {
    citation.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase())
}
