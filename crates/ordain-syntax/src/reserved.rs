//! Lists of reserved words that are wanted outside the grammar: to tell statements
//! apart, and to recognize slips. Those that open clauses are in `clause_openers`.

/// Short slips that distance cannot find.
pub(super) const KNOWN_SLIPS: &[(&str, &str)] = &[
    ("bye", "by"),
    ("thru", "through"),
    ("til", "until"),
    ("till", "until"),
    ("witin", "within"),
    ("withing", "within"),
    ("sorce", "source"),
];

pub(super) const MODALS: &[&str] = &["must", "shall", "may", "will", "should"];

/// First words of statements, for suggestions.
pub(super) const STATEMENTS: &[&str] = &[
    "matter",
    "party",
    "nonparty",
    "role",
    "record",
    "document",
    "event",
    "hearing",
    "motion",
    "order",
    "rule",
    "stipulation",
    "notice",
    "verb",
    "expect",
    "table",
];

/// What is between `is` and `to`, or `from`, where somebody is bound.
pub(super) const BINDING: &[&str] = &[
    "directed",
    "ordered",
    "required",
    "instructed",
    "commanded",
    "obligated",
    "compelled",
    "enjoined",
    "prohibited",
    "barred",
    "precluded",
    "restrained",
    "forbidden",
    "granted",
    "permitted",
    "authorized",
    "authorised",
    "allowed",
    "empowered",
    "entitled",
    "encouraged",
    "advised",
    "urged",
    "requested",
    "to",
    "given",
];

/// Verbs of what an order does, that act.
pub(super) const DISPOSITIONS: &[&str] = &[
    "grants",
    "denies",
    "takes",
    "vacates",
    "strikes",
    "stays",
    "lifts",
    "extends",
    "advances",
    "modifies",
    "replaces",
    "supersedes",
    "enforces",
    "incorporates",
    "consolidates",
    "deems",
    "enters",
    "reinstates",
    "excludes",
    "converts",
    "sets",
    "resets",
    "continues",
    "adjourns",
    "dismisses",
    "remands",
    "transfers",
    "affirms",
    "recalls",
    "closes",
    "terminates",
    "reopens",
    "removes",
    "restores",
    "retains",
    "reserves",
    "orders",
    "amends",
    "dissolves",
    "excuses",
    "relieves",
    "cancels",
    "rescinds",
    "revokes",
    "discharges",
    "withdraws",
    "reschedules",
    "postpones",
    "adopts",
    "approves",
];

/// Verbs of what a court does that moves no duty by itself: they are shown.
pub(super) const SHOWN: &[&str] = &[
    "clarifies",
    "accepts",
    "confirms",
    "seals",
    "unseals",
    "appoints",
    "reappoints",
    "defers",
    "designates",
    "certifies",
    "refers",
    "assigns",
    "reassigns",
    "severs",
    "bifurcates",
    "sustains",
    "overrules",
    "quashes",
    "awards",
    "imposes",
    "declares",
    "notes",
    "acknowledges",
    "substitutes",
    "recommends",
    "admonishes",
    "commends",
];

/// Participles of what an order does: `this action is stayed`.
pub(super) const PASSIVES: &[&str] = &[
    "stayed",
    "vacated",
    "stricken",
    "struck",
    "lifted",
    "dissolved",
    "dismissed",
    "reinstated",
    "reopened",
    "superseded",
    "rescinded",
    "revoked",
    "withdrawn",
    "discharged",
    "cancelled",
    "canceled",
    "terminated",
    "remanded",
    "transferred",
    "affirmed",
    "granted",
    "denied",
];

/// Is this the verb of a disposition?
pub(super) fn disposes(verb: &str) -> bool {
    DISPOSITIONS.contains(&verb) || SHOWN.contains(&verb)
}

pub(super) const SPEECH: &[&str] = &[
    "says",
    "say",
    "said",
    "states",
    "stated",
    "asserts",
    "assert",
    "asserted",
    "contends",
    "contend",
    "contended",
    "represents",
    "represented",
    "admits",
    "admit",
    "admitted",
    "concedes",
    "concede",
    "conceded",
    "denies",
    "deny",
    "stipulates",
    "stipulate",
    "stipulated",
    "finds",
    "find",
    "found",
    "shows",
    "showed",
    "argued",
    "argues",
    "argue",
];

const ABBREVIATIONS: &[&str] = &[
    "Inc", "Corp", "Co", "Ltd", "LLC", "Dkt", "Decl", "Ex", "Exs", "Exh", "No", "Nos", "Cal", "Jr", "Sr", "Mr", "Ms",
    "Mrs", "Dr", "Dep", "Tr", "Mot", "Opp", "Mem", "Resp", "Stip", "Fed", "Civ", "Proc", "Dist", "Ct", "Supp", "App",
    "Assoc", "Bros", "Doc", "v", "p", "pp", "n", "etc", "al", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept",
    "Sep", "Oct", "Nov", "Dec", "Tex", "Mass", "Pa", "Fla", "Ill", "Wash",
];

/// `word` without its last full stop.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '"']);
    ABBREVIATIONS.contains(&bare)
        || bare.contains('.')
        || (bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic))
}

/// Does `text` begin with `words`, whole?
pub(super) fn begins_with_words(text: &str, words: &str) -> bool {
    let mut rest = text.trim_start();
    // Most texts begin with another letter, and are asked about very many words.
    if rest.as_bytes().first() != words.as_bytes().first() {
        return false;
    }
    for word in words.split(' ') {
        rest = rest.trim_start();
        match rest.strip_prefix(word) {
            Some(r) if !r.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_' | '-')) => {
                rest = r
            }
            _ => return false,
        }
    }
    true
}

/// `note "…`, `category 2 "…`: a line inside a quotation that shows it was never closed.
pub(super) fn opens_with_quotation(line: &str) -> bool {
    let Some((before, after)) = line.split_once(['"', '“']) else { return false };
    let mut words = before.split_whitespace();
    let Some(first) = words.next() else { return false };
    let opener = matches!(
        first,
        "note"
            | "quote"
            | "judgment"
            | "judgement"
            | "about"
            | "reading"
            | "under"
            | "manner"
            | "category"
            | "clarified"
            | "alias"
            | "number"
            | "text"
            | "case"
    );
    opener && words.count() <= 2 && after.starts_with(|c: char| !c.is_whitespace())
}
