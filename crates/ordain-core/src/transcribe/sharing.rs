//! Whom several acts bind: together, each for itself, or, where only the court knows, a question.

use super::acts::ActWords;
use super::bearers::Bearer;
use super::modals::Modal;
use super::phrase::{Phrase, in_quotation_marks};

/// What may stand between the verb and `joint`: `a further updated joint report`.
const BEFORE_JOINT: &[&str] = &[
    "a",
    "an",
    "the",
    "one",
    "their",
    "its",
    "detailed",
    "updated",
    "further",
    "written",
    "revised",
    "amended",
    "short",
    "brief",
    "single",
    "supplemental",
    "final",
    "initial",
];

/// `meet and confer`, `complete mediation`: what nobody can do alone.
fn is_done_together(lemma: &str, thing: &Phrase<'_, '_>) -> bool {
    const TOGETHER: &[&str] = &["meet", "confer", "negotiate", "mediate", "stipulate", "agree", "discuss"];
    const MEETINGS: &[&str] = &["mediation", "negotiations", "meeting", "conference", "discussions", "talks"];
    let words: Vec<&str> = lemma.split([' ', ',']).filter(|w| !w.is_empty() && !matches!(*w, "and" | "or")).collect();
    let verb = |w: &&str| TOGETHER.contains(w) || w.len() > 6 && w.ends_with("ly");
    let meets = (0..thing.len().min(6)).find(|i| MEETINGS.contains(&thing.word(*i)));
    let held = matches!(words.as_slice(), ["hold" | "conduct" | "complete" | "enter" | "engage" | "schedule"]);
    words.iter().any(|w| TOGETHER.contains(w)) && words.iter().all(verb)
        || words.contains(&"jointly")
        || held && meets.is_some()
}

/// What the language itself takes to bind each.
const NATIVE: &[&str] = &[
    "appear",
    "attend",
    "testify",
    "show cause",
    "comply",
    "abide",
    "adhere",
    "cooperate",
    "participate",
    "refrain",
    "preserve",
    "retain",
];

/// `register`, `review and comply with`: what everybody does for itself.
fn is_done_by_each(lemma: &str) -> bool {
    const OWN: &[&str] = &[
        "register",
        "review",
        "comply",
        "follow",
        "familiarize",
        "ensure",
        "use",
        "bear",
        "consult",
        "observe",
        "adhere",
        "bring",
        "join",
        "read",
        "retain",
        "preserve",
        "attend",
        "appear",
        "cooperate",
        "participate",
        "abide",
        "refrain",
        "show cause",
        "call",
        "dial",
        "remain",
        "exchange",
    ];
    let parts: Vec<&str> = lemma.split(" and ").collect();
    !parts.is_empty() && parts.iter().all(|w| OWN.contains(&w.trim()))
}

/// Whom the acts bind, together or each.
pub(super) fn bearer_bound(
    bearer: &Bearer,
    lemma: &str,
    modal: Modal,
    acts: &[ActWords<'_, '_>],
    clauses: &mut Vec<String>,
) -> Result<Bearer, String> {
    // `a joint letter` of the parties is theirs together.
    // So is what they stipulate or agree.
    let is_joint = |p: &Phrase<'_, '_>| {
        let first = (0..p.len().min(6)).find(|i| !BEFORE_JOINT.contains(&p.word(*i))).unwrap_or(0);
        matches!(p.word(first), "joint" | "stipulated" | "agreed" | "jointly" | "mutually")
    };
    let joint = acts.iter().any(|(_, p)| is_joint(p))
        || acts.iter().any(|(own, _)| own.as_deref().unwrap_or(lemma).contains("jointly"))
        || acts.iter().all(|(own, thing)| is_done_together(own.as_deref().unwrap_or(lemma), thing));
    // `a joint letter, or competing letters`
    if acts.iter().any(|(_, p)| is_joint(p) && (0..p.len()).any(|i| p.word(i) == "or")) {
        return Err("is this owed by the parties together, or by each of them?".to_owned());
    }
    let Bearer::Named { text, jointly, each, through } = bearer else { return Ok(bearer.clone()) };
    clauses.extend(through.as_ref().map(|t| format!("manner {}", in_quotation_marks(t))));
    let of_all = matches!(text.as_str(), "the parties" | "counsel") || text.contains(" and ");
    let together = *jointly || modal.jointly || joint && of_all;
    Ok(Bearer::Named {
        text: text.clone(),
        jointly: together,
        // What the parties exchange, each gives to the others.
        each: *each
            || modal.each
            || matches!(text.as_str(), "the parties" | "counsel")
                && !jointly
                && !together
                && (lemma == "exchange" || acts.len() + lemma.matches(" and ").count() > 1 || !NATIVE.contains(&lemma))
                && acts.iter().all(|(own, _)| is_done_by_each(own.as_deref().unwrap_or(lemma))),
        through: None,
    })
}
