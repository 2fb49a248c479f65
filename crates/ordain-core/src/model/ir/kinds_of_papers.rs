//! Which paper may be meant by the name of another, and which is of the kind of another.

/// Kinds of paper that one hand calls by the one name and another by the other.
pub const ALIKE: &[(&str, &str)] = &[
    ("affidavit", "declaration"),
    ("affidavit of service", "certificate of service"),
    ("affidavit of service", "proof of service"),
    ("answer", "motion to dismiss"),
    ("answer", "pleading"),
    ("answer", "response"),
    ("answer", "responsive pleading"),
    ("brief", "memorandum"),
    ("case management report", "case management statement"),
    ("certificate of compliance", "certification"),
    ("certificate of compliance", "declaration of compliance"),
    ("certificate of service", "proof of service"),
    ("certificate of service", "return of service"),
    ("complaint", "process"),
    ("cross-motion for summary judgment", "motion for summary judgment"),
    ("declaration of service", "proof of service"),
    ("dispositive motion", "motion for summary judgment"),
    ("dispositive motion", "motion to dismiss"),
    ("document", "communication"),
    ("document", "data"),
    ("document", "email"),
    ("document", "file"),
    ("document", "record"),
    ("expert", "expert disclosure"),
    ("expert", "expert report"),
    ("expert disclosure", "expert report"),
    ("fine", "sanction"),
    ("joint report", "joint statement"),
    ("joint statement", "joint status report"),
    ("mediation statement", "settlement statement"),
    ("motion to dismiss", "response"),
    ("motion to dismiss", "responsive pleading"),
    ("notice of dismissal", "stipulation of dismissal"),
    ("objection", "opposition"),
    ("opposition", "response"),
    ("pretrial memorandum", "pretrial statement"),
    ("pretrial memorandum", "trial memorandum"),
    ("process", "summons"),
    ("proof of service", "return of service"),
    ("response", "responsive pleading"),
];

/// A kind of paper, and a paper that is of that kind whatever else it is: an answer is a responsive pleading.
pub const OF_A_KIND: &[(&str, &str)] = &[
    ("discovery motion", "motion for protective order"),
    ("discovery motion", "motion to compel"),
    ("discovery request", "interrogatory"),
    ("discovery request", "request for admission"),
    ("discovery request", "request for documents"),
    ("discovery request", "request for production"),
    ("dispositive motion", "motion for summary judgment"),
    ("dispositive motion", "motion to dismiss"),
    ("responsive pleading", "answer"),
];

/// Two kinds of paper that may be one.
pub(crate) fn are_alike(a: &str, b: &str) -> bool {
    ALIKE.iter().any(|&(x, y)| (x, y) == (a, b) || (y, x) == (a, b))
}
