//! Things that orders ask for by their common name, without declaring them.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Singular, lower case. Longest match wins, so `privilege log` is not a `log`.
const LIST: &[&str] = &[
    "action",
    "administrative record",
    "affidavit",
    "amended complaint",
    "annual report",
    "answer",
    "answering brief",
    "appeal",
    "appearance",
    "appendix",
    "application",
    "attorney fee",
    "attorney registration form",
    "bill of costs",
    "bond",
    "brief",
    "calculation",
    "case management report",
    "case management statement",
    "certificate of conference",
    "certificate of service",
    "certification",
    "certified copy",
    "check",
    "claim",
    "communication",
    "complaint",
    "confidentiality log",
    "consent",
    "copy",
    "cost",
    "counterclaim",
    "courtesy copy",
    "crossclaim",
    "custodian",
    "data",
    "decision",
    "declaration",
    "deposition",
    "deposition notice",
    "discovery",
    "discovery motion",
    "discovery plan",
    "discovery request",
    "diskette",
    "dispositive motion",
    "document",
    "document destruction program",
    "document retention policy",
    "email",
    "email address",
    "entry",
    "errata",
    "evidence",
    "exhibit",
    "exhibit list",
    "expert",
    "expert disclosure",
    "expert discovery",
    "expert report",
    "extension",
    "fact discovery",
    "fee",
    "file",
    "final report",
    "financial statement",
    "fine",
    "form",
    "hearing",
    "index",
    "initial disclosures",
    "interrogatory",
    "invoice",
    "joint letter",
    "joint report",
    "joint statement",
    "joint status report",
    "joint trial memorandum",
    "judgment",
    "jury instructions",
    "letter",
    "list",
    "log",
    "mandate",
    "mediation",
    "mediation statement",
    "medical record",
    "memorandum",
    "metadata",
    "monthly report",
    "motion",
    "motion for default judgment",
    "motion for extension of time",
    "motion for leave",
    "motion for protective order",
    "motion for reconsideration",
    "motion for sanctions",
    "motion for summary judgment",
    "motion in limine",
    "motion to amend",
    "motion to compel",
    "motion to dismiss",
    "motion to intervene",
    "motion to modify",
    "motion to quash",
    "motion to remand",
    "motion to seal",
    "motion to stay",
    "motion to strike",
    "motion to transfer",
    "notice",
    "notice of appeal",
    "notice of appearance",
    "notice of deposition",
    "notice of non-opposition",
    "notice of removal",
    "notice of withdrawal",
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
    "photograph",
    "plan",
    "pleading",
    "pretrial memorandum",
    "pretrial order",
    "pretrial statement",
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
    "quarterly report",
    "question",
    "record",
    "redaction log",
    "reply",
    "reply brief",
    "report",
    "request",
    "request for admission",
    "request for documents",
    "request for production",
    "response",
    "responsive pleading",
    "restitution",
    "return of service",
    "revised proposed notice",
    "ruling",
    "schedule",
    "scheduling order",
    "search term",
    "settlement agreement",
    "settlement documentation",
    "settlement statement",
    "source code",
    "state court record",
    "statement",
    "statement of non-opposition",
    "status report",
    "stipulated dismissal",
    "stipulation",
    "stipulation for dismissal",
    "stipulation of dismissal",
    "subpoena",
    "summary",
    "summons",
    "supplement",
    "supplemental brief",
    "sur-reply",
    "surreply",
    "tax return",
    "topic",
    "transcript",
    "translation",
    "trial brief",
    "trial memorandum",
    "undertaking",
    "verdict form",
    "waiver of service",
    "weekly report",
    "witness",
    "witness list",
    "word",
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
        static PLACES: OnceLock<HashMap<&str, u16>> = OnceLock::new();
        let places = PLACES.get_or_init(|| (0..).zip(LIST).map(|(i, l)| (*l, i)).collect());
        let exact = |w: &str| places.get(w).copied().map(Self);
        exact(words).or_else(|| singulars(words).iter().find_map(|w| exact(w)))
    }

    /// What a paper is made of, and measured by: `list of 30 topics`.
    #[must_use]
    pub fn measures(self) -> bool {
        matches!(
            self.name(),
            "page"
                | "document"
                | "topic"
                | "interrogatory"
                | "question"
                | "word"
                | "exhibit"
                | "witness"
                | "search term"
        )
    }

    /// A paper that answers a motion, or answers that answer.
    #[must_use]
    pub fn answers_a_motion(self) -> bool {
        matches!(
            self.name(),
            "opposition" | "response" | "written response" | "answering brief" | "reply" | "reply brief" | "memorandum"
        )
    }

    /// One name holds the other as its last word or words: `log` and `privilege log`; or courts take
    /// the one kind of paper for the other: `opposition` and `response`.
    #[must_use]
    pub fn near(self, other: Self) -> bool {
        let (a, b) = (self.name(), other.name());
        self != other && (ends_with_words(a, b) || ends_with_words(b, a) || are_alike(a, b))
    }
}

/// Kinds of paper that one hand calls by the one name and another by the other.
const ALIKE: &[(&str, &str)] = &[
    ("affidavit", "declaration"),
    ("answer", "pleading"),
    ("answer", "response"),
    ("answer", "responsive pleading"),
    ("brief", "memorandum"),
    ("objection", "opposition"),
    ("opposition", "response"),
];

/// Two kinds of paper that may be one.
pub(crate) fn are_alike(a: &str, b: &str) -> bool {
    ALIKE.iter().any(|&(x, y)| (x, y) == (a, b) || (y, x) == (a, b))
}

/// Every name, for suggestions.
pub fn names() -> impl Iterator<Item = &'static str> {
    LIST.iter().copied()
}

/// How many words the longest name has.
#[must_use]
pub fn longest() -> usize {
    static LONGEST: OnceLock<usize> = OnceLock::new();
    *LONGEST.get_or_init(|| LIST.iter().map(|l| l.split(' ').count()).max().unwrap_or(1))
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
