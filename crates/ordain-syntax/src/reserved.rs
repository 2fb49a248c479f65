//! Lists of reserved words that are wanted outside the grammar: to cut lines,
//! and to recognise slips.

/// First words of clauses.
const CLAUSES: &[&str] = &[
    "by",
    "before",
    "until",
    "through",
    "within",
    "every",
    "first by",
    "no deadline",
    "no later than",
    "not later than",
    "on or before",
    "at least",
    "the earlier of",
    "the later of",
    "promptly",
    "forthwith",
    "immediately",
    "continuing",
    "pending",
    "covering",
    "for each",
    "in each of",
    "on each of",
    "if",
    "when",
    "to the extent",
    "unless",
    "except",
    "despite",
    "or",
    "with at least",
    "containing",
    "to",
    "in",
    "not exceeding",
    "manner",
    "only for",
    "with each",
    "on the terms of",
    "about",
    "so that",
    "under",
    "topic",
    "reading",
    "effective",
    "on breach",
    "source",
    "quote",
    "note",
    "judgment",
    "of which",
    "as of",
    "as the rules allow",
    "in performance of",
    "denied by",
    "admitted by",
    "rejected by",
    "recognised by",
    "recognized by",
    "not extendable",
    "the date governs",
    "the period governs",
    "no end stated",
    "no further extension",
    "at",
];

/// Clause words long enough that a slip in them can be told from another word.
pub(super) const SLIPS: &[&str] = &[
    "within",
    "unless",
    "except",
    "until",
    "before",
    "through",
    "covering",
    "containing",
    "despite",
    "source",
    "quote",
    "pending",
    "promptly",
    "effective",
    "judgment",
    "continuing",
];

/// Clause words of one word: in capitals, or with a colon, they are the same word.
pub(super) const OPENERS: &[&str] = &[
    "by",
    "before",
    "within",
    "until",
    "through",
    "unless",
    "except",
    "source",
    "quote",
    "note",
    "judgment",
    "covering",
    "if",
    "when",
    "effective",
];

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
];

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
pub(super) fn begins(text: &str, words: &str) -> bool {
    let mut rest = text;
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

/// The clause words that `text` begins with.
pub(super) fn clause_word(text: &str) -> Option<&'static str> {
    CLAUSES.iter().copied().filter(|c| begins(text, c)).max_by_key(|c| c.len())
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
