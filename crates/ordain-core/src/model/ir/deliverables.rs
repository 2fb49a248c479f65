//! Things that orders ask for by their common name, without declaring them.

/// Singular, lower case. Longest match wins, so `privilege log` is not a `log`.
const LIST: &[&str] = &[
    "action",
    "administrative record",
    "affidavit",
    "amended complaint",
    "answer",
    "answering brief",
    "appearance",
    "application",
    "appeal",
    "attorney registration form",
    "bond",
    "brief",
    "calculation",
    "certificate of service",
    "certification",
    "certified copy",
    "check",
    "claim",
    "complaint",
    "communication",
    "confidentiality log",
    "consent",
    "copy",
    "courtesy copy",
    "custodian",
    "data",
    "decision",
    "declaration",
    "deposition",
    "diskette",
    "discovery",
    "discovery plan",
    "document",
    "document destruction program",
    "document retention policy",
    "email",
    "email address",
    "entry",
    "evidence",
    "exhibit",
    "exhibit list",
    "expert disclosure",
    "expert report",
    "extension",
    "fee",
    "file",
    "final report",
    "form",
    "hearing",
    "index",
    "initial disclosures",
    "invoice",
    "joint letter",
    "joint report",
    "joint status report",
    "judgment",
    "jury instructions",
    "letter",
    "list",
    "log",
    "mandate",
    "mediation",
    "medical record",
    "memorandum",
    "metadata",
    "motion",
    "motion for leave",
    "motion for summary judgment",
    "motion in limine",
    "motion to amend",
    "motion to compel",
    "motion to dismiss",
    "motion to modify",
    "motion to quash",
    "motion to remand",
    "notice",
    "notice of appeal",
    "notice of appearance",
    "notice of deposition",
    "objection",
    "opening brief",
    "opposition",
    "order",
    "original",
    "page",
    "paper",
    "paper copy",
    "party",
    "payment",
    "petition",
    "plan",
    "pleading",
    "pretrial order",
    "privilege log",
    "process",
    "production",
    "progress report",
    "proof",
    "proof of publication",
    "proof of service",
    "proposal",
    "proposed findings",
    "proposed notice",
    "proposed order",
    "proposed plan",
    "proposed pretrial order",
    "protective order",
    "record",
    "redaction log",
    "reply",
    "reply brief",
    "report",
    "request",
    "response",
    "responsive pleading",
    "return of service",
    "revised proposed notice",
    "ruling",
    "schedule",
    "scheduling order",
    "settlement agreement",
    "settlement documentation",
    "source code",
    "state court record",
    "statement",
    "status report",
    "stipulated dismissal",
    "stipulation",
    "stipulation for dismissal",
    "stipulation of dismissal",
    "subpoena",
    "summary",
    "summons",
    "supplemental brief",
    "supplement",
    "transcript",
    "trial brief",
    "undertaking",
    "verdict form",
    "waiver of service",
    "witness list",
    "written response",
];

/// A common deliverable, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Deliverable(u16);

impl Deliverable {
    /// The singular name.
    #[must_use]
    pub fn name(self) -> &'static str {
        LIST.get(usize::from(self.0)).copied().unwrap_or("")
    }

    /// The deliverable named by these words, singular or plural.
    #[must_use]
    pub fn find(words: &str) -> Option<Self> {
        let exact = |w: &str| LIST.iter().position(|&l| l == w).and_then(|i| u16::try_from(i).ok()).map(Self);
        exact(words).or_else(|| singulars(words).iter().find_map(|w| exact(w)))
    }

    /// One name holds the other as its last word or words: `log` and `privilege log`.
    #[must_use]
    pub fn near(self, other: Self) -> bool {
        let (a, b) = (self.name(), other.name());
        self != other && (ends_with_words(a, b) || ends_with_words(b, a))
    }
}

/// Every name, for suggestions.
pub fn names() -> impl Iterator<Item = &'static str> {
    LIST.iter().copied()
}

/// How many words the longest name has.
#[must_use]
pub fn longest() -> usize {
    LIST.iter().map(|l| l.split(' ').count()).max().unwrap_or(1)
}

fn ends_with_words(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// The singulars that a plural may have: of its last word, or of its first (`motions in limine`).
fn singulars(words: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (from, to) in [("ies", "y"), ("es", "e"), ("es", ""), ("s", "")] {
        if let Some(stem) = words.strip_suffix(from) {
            out.push(format!("{stem}{to}"));
        }
        if let Some((first, rest)) = words.split_once(' ')
            && let Some(stem) = first.strip_suffix(from)
        {
            out.push(format!("{stem}{to} {rest}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_the_same_thing() {
        for (plural, one) in [
            ("privilege logs", "privilege log"),
            ("copies", "copy"),
            ("motions in limine", "motion in limine"),
            ("replies", "reply"),
            ("responses", "response"),
        ] {
            assert_eq!(Deliverable::find(plural).map(Deliverable::name), Some(one));
        }
        assert_eq!(Deliverable::find("widgets"), None);
    }

    #[test]
    fn a_log_is_near_a_privilege_log_and_not_the_same() {
        let (log, privilege) = (Deliverable::find("log").unwrap(), Deliverable::find("privilege log").unwrap());
        assert!(log.near(privilege) && privilege.near(log));
        assert!(!log.near(log));
    }
}
