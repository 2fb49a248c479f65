//! What a paper must be like, and what becomes of a request: such words bind nobody by themselves, so they are shown.

use super::candidate::{Candidate, Force, Formed};
use super::modals::Modal;
use super::papers::is_thing;
use super::phrase::Phrase;

/// Where the noun of a phrase is: the last word before `in`, `of`, `regarding` and the like.
pub(super) fn head_noun_at(p: &Phrase<'_, '_>) -> usize {
    const ENDS: &[&str] = &[
        "in",
        "of",
        "for",
        "to",
        "regarding",
        "concerning",
        "on",
        "under",
        "from",
        "with",
        "and",
        ",",
        "or",
        "related",
    ];
    (1..p.len()).find(|i| ENDS.contains(&p.word(*i))).unwrap_or(p.len()).saturating_sub(1)
}

/// What becomes of a request (`will be granted`), and how a paper must look (`must be labeled`): nobody is bound by
/// such words alone, so they are shown.
pub(super) fn of_paper(subject: &Phrase<'_, '_>, rest: &Phrase<'_, '_>, modal: Modal) -> Option<Formed> {
    const RULED: &[&str] =
        &["granted", "denied", "dismissed", "stricken", "considered", "deemed", "assessed", "imposed", "entertained"];
    const LOOKS: &[&str] = &[
        "labeled",
        "labelled",
        "titled",
        "entitled",
        "captioned",
        "double",
        "formatted",
        "typed",
        "numbered",
        "limited",
        "accompanied",
        "supported",
        "noticed",
        "briefed",
        "based",
        "marked",
    ];
    const HELD: &[&str] = &["held", "heard", "conducted"];
    let paper = is_thing(subject.word(head_noun_at(subject))) || is_thing(subject.last());
    let announced = RULED.contains(&rest.word(0)) && !rest.has(&["by", "within", "until"]);
    let looks = LOOKS.contains(&rest.word(0)) && modal.force != Force::May;
    let dated = !rest.dates().is_empty() || !subject.dates().is_empty() || rest.has(&["days", "hours", "m", "noon"]);
    // `unless otherwise ordered` is shown with the rest.
    let unless = (0..rest.len()).any(|i| rest.word(i) == "unless" && rest.word(i + 1) != "otherwise");
    let free = !dated && !rest.has(&["if"]) && !unless;
    let whole = whole_sentence(subject, rest);
    // `No hearing will be held`, `The conference will be held by telephone`: how it is, and nobody is bound.
    let by = matches!(rest.word(0), "by" | "in" | "via");
    if paper && !dated && (HELD.contains(&rest.word(0)) && whole.has(&["will"]) || by) && modal.force == Force::Must {
        return Some(Formed::of(vec![announced_candidate(&whole)]));
    }
    if !(paper && free && (announced || looks)) {
        return None;
    }
    Some(Formed::of(vec![shown_candidate(&whole)]))
}

/// `shall be deemed withdrawn`: what the Court takes something to be. What it deems filed or timely is a matter of its own.
pub(super) fn is_deemed(rest: &Phrase<'_, '_>, modal: Modal) -> bool {
    const DONE: &[&str] = &["filed", "timely", "served", "met", "submitted", "satisfied", "complied"];
    let deemed = matches!(rest.word(0), "deemed" | "construed" | "treated" | "considered");
    deemed && modal.force == Force::Must && !rest.has(DONE) && !rest.has(&["shall", "must", "if", "unless"])
}

/// Words about a paper, which the report shows.
pub(super) fn shown_candidate(whole: &Phrase<'_, '_>) -> Candidate {
    let remark = Some("this is about a paper, and binds nobody by itself: the report shows it".to_owned());
    Candidate { remark, ..Candidate::words(&whole.all()) }
}

/// What the Court announces, which the report shows.
pub(super) fn announced_candidate(whole: &Phrase<'_, '_>) -> Candidate {
    let remark = Some("this binds nobody by itself: the report shows it".to_owned());
    Candidate { remark, ..Candidate::words(&whole.all()) }
}

/// `The brief shall not exceed five pages`, `The report must address`: what a paper must be like.
pub(super) fn about_paper(subject: &Phrase<'_, '_>, rest: &Phrase<'_, '_>, modal: Modal) -> Option<Formed> {
    if let Some(formed) = state_of_thing(subject, rest, modal) {
        return Some(formed);
    }
    const LIKE: &[&str] = &[
        "exceed",
        "include",
        "contain",
        "address",
        "comply",
        "conform",
        "identify",
        "describe",
        "state",
        "bear",
        "be",
        "set",
        "specify",
        "explain",
        "discuss",
        "govern",
        "apply",
        "consist",
        "follow",
        "indicate",
        "supersede",
        "reflect",
        "summarize",
        "carry",
        "remain",
        "list",
        "cite",
        "attach",
        "certify",
        "stand",
        "outline",
        "detail",
        "proceed",
    ];
    // `To avoid delay, the letter must`: why, which binds nobody.
    let why = subject.find(1, &[","]).filter(|_| subject.at(0, &["to", "avoid"]) || subject.at(0, &["to", "ensure"]));
    let subject = &subject.slice(why.map_or(0, |comma| comma + 1)..subject.len());
    let paper =
        (0..subject.len()).rev().find(|i| subject.top(*i) && subject.is_word(*i)).map(|i| subject.word(i).to_owned());
    let paper = paper.is_some_and(|word| is_thing(&word)) && subject.len() <= 12;
    let plain = rest.dates().is_empty()
        && subject.dates().is_empty()
        && !rest.has(&["days", "if", "unless", "within", "until", "shall", "must"])
        && !subject.has(&["if", "unless", "within", "until", "by", "upon", "after"]);
    let determined =
        matches!(subject.word(0), "the" | "this" | "any" | "each" | "all" | "such" | "every") && subject.len() <= 6;
    let like = (LIKE.contains(&rest.word(0)) || determined && rest.is_word(0))
        && matches!(modal.force, Force::Must | Force::MustNot | Force::Should);
    (paper && plain && like && rest.len() > 1)
        .then(|| Formed::of(vec![shown_candidate(&whole_sentence(subject, rest))]))
}

/// `The mandate shall issue forthwith`, `Appellate timetables shall recommence`: what becomes of a thing, which binds nobody.
fn state_of_thing(subject: &Phrase<'_, '_>, rest: &Phrase<'_, '_>, modal: Modal) -> Option<Formed> {
    const STATES: &[&str] = &[
        "remain",
        "stand",
        "recommence",
        "resume",
        "expire",
        "lapse",
        "survive",
        "continue",
        "become",
        "begin",
        "commence",
        "constitute",
        "take",
    ];
    let thing = is_thing(subject.word(head_noun_at(subject))) || is_thing(subject.last());
    let alone = rest.word(0) == "issue"
        && (rest.len() == 1 || matches!(rest.word(1), "forthwith" | "immediately" | "in" | "upon" | "."));
    let state = STATES.contains(&rest.word(0)) || alone;
    let sets = !rest.dates().is_empty()
        || !subject.dates().is_empty()
        || rest.has(&["until", "within", "days", "shall", "must", "may", "pending"])
        || subject.has(&["if", "unless", "within", "until", "hearing", "trial", "conference", "discovery"]);
    (thing && state && !sets && modal.force == Force::Must && subject.len() <= 16 && rest.len() <= 40)
        .then(|| Formed::of(vec![announced_candidate(&whole_sentence(subject, rest))]))
}

/// All words from the subject to the end, those between them included.
pub(super) fn whole_sentence<'r, 't>(subject: &Phrase<'r, 't>, rest: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let (Some(last), Some(next)) = (subject.ids().last(), rest.ids().first()) else { return subject.and(rest) };
    let between = Phrase::new(subject.reading, last + 1..(*next).max(last + 1));
    // What stands between the two of another clause is no part of this one.
    const MODALS: &[&str] = &[
        "shall",
        "must",
        "will",
        "may",
        "should",
        "is",
        "are",
        "be",
        "not",
        "also",
        "hereby",
        "further",
        "to",
        "therefore",
        "then",
        "directed",
        "ordered",
        "required",
        "instructed",
        "permitted",
        "advised",
        "encouraged",
        "each",
        "jointly",
        ",",
        "now",
    ];
    let modal =
        (0..between.len()).rev().find(|i| matches!(between.word(*i), "shall" | "must" | "will" | "may" | "should"));
    let between = match modal {
        Some(at) if !(0..between.len()).all(|i| MODALS.contains(&between.word(i))) => between.slice(at..between.len()),
        _ => between,
    };
    if between.len() < 8 {
        return subject.and(&between).and(rest);
    }
    // `shall comply with the rules and shall be limited to`: the second `shall be` is said of the subject.
    const MODAL: &[&str] = &["shall", "must", "will", "may", "should", "be", "not", "also", "further"];
    let mut from = *next;
    while from > *last + 1 && MODAL.contains(&subject.reading.word(from - 1)) {
        from -= 1;
    }
    subject.and(&Phrase::new(subject.reading, from..*next)).and(rest)
}
