//! Ways of serving a paper, as far as a rule adds days for them.

/// How the paper that starts a period was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Service {
    /// In hand, or left at home or office: no rule here adds days.
    Personal,
    /// By mail inside the state.
    Mail,
    /// Mailed from or to a place outside the state, inside the country.
    MailOutOfState,
    /// Mailed from or to a place abroad.
    MailAbroad,
    /// Left with the court's clerk, the address being unknown.
    Clerk,
    /// Other means to which the person consented in writing.
    Consented,
    /// By the court's system or by e-mail.
    Electronic,
    /// Overnight delivery by a commercial carrier.
    Overnight,
    /// By telefax.
    Fax,
}

impl Service {
    /// Every way with the word that names it.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("personal", Self::Personal),
        ("mail", Self::Mail),
        ("mail-out-of-state", Self::MailOutOfState),
        ("mail-abroad", Self::MailAbroad),
        ("clerk", Self::Clerk),
        ("consented", Self::Consented),
        ("electronic", Self::Electronic),
        ("overnight", Self::Overnight),
        ("fax", Self::Fax),
    ];

    /// The word that names it in files and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, s)| *s == self).map_or("", |(w, _)| *w)
    }

    /// For a sentence: `service by mail`.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Personal => "personal service",
            Self::Mail => "service by mail",
            Self::MailOutOfState => "service by mail from or to another state",
            Self::MailAbroad => "service by mail from or to a place abroad",
            Self::Clerk => "service by leaving it with the clerk",
            Self::Consented => "service by other means consented to",
            Self::Electronic => "electronic service",
            Self::Overnight => "service by overnight delivery",
            Self::Fax => "service by fax",
        }
    }

    /// Reads one of [`Service::ALL`], `email`, `e-service` or `hand`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let folded = word.to_ascii_lowercase().replace(' ', "-");
        match folded.as_str() {
            "email" | "e-mail" | "e-service" | "ecf" | "cm/ecf" => return Some(Self::Electronic),
            "hand" | "hand-delivery" | "personal-service" | "personal-delivery" => return Some(Self::Personal),
            "first-class-mail" | "certified-mail" | "registered-mail" | "u.s.-mail" => return Some(Self::Mail),
            "overnight-courier" | "overnight-delivery" => return Some(Self::Overnight),
            "facsimile" => return Some(Self::Fax),
            _ => {}
        }
        Self::ALL.iter().find(|(w, _)| *w == folded).map(|(_, s)| *s)
    }
}
