//! The words by which orders order, and those whom they bind.

/// People whom an order binds.
pub(super) const PERSONS: &[&str] = &[
    "plaintiff",
    "plaintiffs",
    "defendant",
    "defendants",
    "petitioner",
    "petitioners",
    "respondent",
    "respondents",
    "party",
    "parties",
    "counsel",
    "appellant",
    "appellants",
    "appellee",
    "appellees",
    "movant",
    "movants",
    "intervenor",
    "intervenors",
    "government",
    "states",
    "clerk",
    "debtor",
    "debtors",
    "trustee",
    "claimant",
    "claimants",
    "attorney",
    "attorneys",
    "marshal",
    "usm",
    "monitor",
    "receiver",
    "agency",
    "custodian",
    "he",
    "she",
    "they",
];

/// Words that stand between `is` and what is ordered.
pub(super) const BETWEEN: &[&str] =
    &["hereby", "further", "also", "therefore", "each", "now", "and", "thus", "so", "likewise"];

pub(super) const DIRECTED: &[&str] = &["directed", "ordered", "required", "instructed", "commanded"];
pub(super) const FORBIDDEN: &[&str] = &["enjoined", "restrained", "prohibited", "barred", "precluded"];
pub(super) const ALLOWED: &[&str] = &["authorized", "permitted", "allowed"];
pub(super) const ADVISED: &[&str] = &["encouraged", "advised", "reminded", "urged", "cautioned", "expected"];
pub(super) const DISPOSED: &[&str] = &[
    "granted",
    "denied",
    "vacated",
    "stricken",
    "stayed",
    "dismissed",
    "extended",
    "lifted",
    "terminated",
    "consolidated",
    "remanded",
    "reopened",
    "closed",
    "sealed",
    "unsealed",
    "affirmed",
    "reversed",
    "overruled",
    "sustained",
    "appointed",
    "approved",
    "adopted",
    "modified",
    "amended",
    "dissolved",
    "discharged",
    "withdrawn",
];
pub(super) const SET: &[&str] =
    &["set", "scheduled", "reset", "rescheduled", "continued", "adjourned", "calendared", "moved", "advanced"];
pub(super) const ORDERS: &[&str] = &["orders", "directs", "requires", "instructs", "enjoins", "commands"];
pub(super) const DISPOSES: &[&str] = &[
    "grants",
    "denies",
    "vacates",
    "strikes",
    "stays",
    "dismisses",
    "extends",
    "lifts",
    "terminates",
    "consolidates",
    "remands",
    "reopens",
    "overrules",
    "sustains",
    "appoints",
    "approves",
    "adopts",
    "continues",
    "sets",
    "resets",
];
/// What follows `may` where nobody is permitted anything.
pub(super) const SUPPOSED: &[&str] = &["have", "be", "result", "well", "not"];

/// Papers that are to be filed.
pub(super) const PAPERS: &[&str] = &[
    "report",
    "reports",
    "brief",
    "briefs",
    "motion",
    "motions",
    "response",
    "responses",
    "reply",
    "statement",
    "statements",
    "submission",
    "plan",
    "order",
    "stipulation",
    "answer",
    "notice",
    "objections",
    "letter",
    "record",
    "log",
    "disclosures",
    "discovery",
    "documents",
];
