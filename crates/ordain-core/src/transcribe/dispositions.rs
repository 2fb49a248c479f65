//! `The motion is GRANTED`, `The Court DENIES …`, `This action is dismissed`, `The deadline is extended to D`.

use super::candidate::{Candidate, Context, Force, Formed};
use super::clauses::without_edge_commas;
use super::disposition_tails::{manner_of_disposition, reason_of_disposition, split_tail, tail_first};
use super::guard::obstacle_to_quoting;
use super::phrase::{Phrase, in_quotation_marks};

/// What is done, and the verb of the language for it; whether it is only shown.
const DONE: &[(&str, &str, bool)] = &[
    ("granted", "grants", false),
    ("denied", "denies", false),
    ("vacated", "vacates", false),
    ("stricken", "strikes", false),
    ("dismissed", "dismisses", false),
    ("stayed", "stays", false),
    ("extended", "extends", false),
    ("closed", "closes", false),
    ("reopened", "reopens", false),
    ("remanded", "remands", false),
    ("affirmed", "affirms", false),
    ("consolidated", "consolidates", false),
    ("terminated", "terminates", false),
    ("withdrawn", "withdraws", false),
    ("adopted", "adopts", true),
    ("approved", "approves", true),
    ("accepted", "accepts", true),
    ("appointed", "appoints", true),
    ("awarded", "awards", true),
    ("certified", "certifies", true),
    ("confirmed", "confirms", true),
    ("overruled", "overrules", true),
    ("quashed", "quashes", true),
    ("referred", "refers", true),
    ("sealed", "seals", true),
    ("sustained", "sustains", true),
    ("transferred", "transfers", true),
    ("reassigned", "reassigns", true),
    ("substituted", "substitutes", true),
    ("unsealed", "unseals", true),
    ("severed", "severs", true),
    ("bifurcated", "bifurcates", true),
    ("assigned", "assigns", true),
];

const RESET: &[&str] = &["reset", "rescheduled", "continued"];

pub(super) fn disposition(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let found = by_court(p, ctx);
    if !found.is_nothing() {
        return found;
    }
    if let Some((("granted", _, _), from)) = by_gerund(p)
        && p.at(from, &["in", "part"])
    {
        let both = p.at(from + 2, &["and", "denying", "in", "part"]);
        let thing = p.slice(from + if both { 6 } else { 2 }..p.len());
        return in_part(&thing, both, ctx).unwrap_or_else(|| Formed::question("what is granted?"));
    }
    if let Some((done, from)) = by_gerund(p) {
        let (thing, tail) = split_tail(&p.slice(from..p.len()));
        return done_to(&thing, done, &tail, ctx);
    }
    let Some((at, done)) =
        (1..p.len()).filter(|i| p.top(*i)).find_map(|i| Some((i, DONE.iter().find(|d| d.0 == p.word(i))?)))
    else {
        return Formed::nothing();
    };
    let mut end = at;
    while end > 0
        && matches!(
            p.word(end - 1),
            "is" | "are"
                | "be"
                | "hereby"
                | "shall"
                | "will"
                | "also"
                | "therefore"
                | "further"
                | "so"
                | "respectfully"
                | "now"
        )
    {
        end -= 1;
    }
    if end == at || end == 0 {
        return Formed::nothing();
    }
    let thing = without_edge_commas(&p.slice(0..end));
    // `Pursuant to 28 U.S.C. § 636, this matter is referred`: why, as a note.
    let comma = (thing.word(0) == "pursuant").then(|| thing.find(1, &[","])).flatten().filter(|c| *c < 24);
    let Some(comma) = comma else { return done_to(&thing, *done, &p.slice(at + 1..p.len()), ctx) };
    let note = in_quotation_marks(&thing.text(0..comma));
    let mut formed = done_to(&thing.slice(comma + 1..thing.len()), *done, &p.slice(at + 1..p.len()), ctx);
    for candidate in formed.candidates.iter_mut().filter(|c| !c.text.contains("\n     note ")) {
        candidate.text.push_str(&format!("\n     note {note}"));
    }
    formed
}

/// `ORDER granting 12 Motion to Compel` of a docket, `denying as moot`.
fn by_gerund(p: &Phrase<'_, '_>) -> Option<((&'static str, &'static str, bool), usize)> {
    let at = (0..p.len().min(5)).find(|i| p.word(*i).ends_with("ing"))?;
    let head = (0..at).all(|i| {
        matches!(
            p.word(i),
            "order"
                | "minute"
                | "text"
                | "entry"
                | "electronic"
                | "endorsed"
                | "clerk"
                | "filed"
                | "only"
                | "paperless"
                | "docket"
                | "oral"
                | "memorandum"
                | "and"
                | "opinion"
                | "-"
        )
    });
    let stem = p.word(at).strip_suffix("ing")?;
    let done = DONE.iter().find(|d| {
        d.0.strip_suffix("ed") == Some(stem)
            || d.1.strip_suffix('s') == Some(stem)
            || d.0.strip_suffix('d').is_some_and(|w| w.strip_suffix('e') == Some(stem))
    })?;
    head.then_some((*done, at + 1))
}

/// Where the word stands by which an entry of a docket rules: `granting` of `MINUTE ORDER granting 12 Motion`.
pub(super) fn gerund_of_entry(p: &Phrase<'_, '_>) -> Option<usize> {
    // `ORDER signed by Magistrate Judge Roe on 3/4/2024 GRANTING 12 Motion`
    if p.word(0) == "order" && p.at(1, &["signed", "by"]) {
        return (4..p.len().min(30)).find(|i| by_gerund(&p.slice(*i..*i + 2)).is_some_and(|(_, from)| from == 1));
    }
    by_gerund(p).map(|(_, from)| from - 1)
}

/// `The Court hereby GRANTS X in part and DENIES Y`.
fn by_court(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let we = (0..p.len().min(9)).find(|i| p.word(*i) == "we").is_some();
    let says = |d: &&(&str, &str, bool), word: &str| d.1 == word || we && is_of_several(d.1, word);
    let acts = |i: usize| p.top(i).then(|| DONE.iter().find(|d| says(d, p.word(i)))).flatten();
    let Some(first) = (1..p.len().min(10)).find(|i| acts(*i).is_some()) else { return Formed::nothing() };
    let subject = p.slice(0..first);
    let court = (subject.has(&["court", "judge", "undersigned"]) || we && subject.len() < 4)
        && (0..first).all(|i| !p.is_number(i))
        && !subject.has(&["of", "order", "orders"]);
    if !court {
        return Formed::nothing();
    }
    if let Some(both) = both_in_part(p, first, ctx) {
        return both;
    }
    let mut starts: Vec<usize> = vec![first];
    starts
        .extend((first + 1..p.len()).filter(|i| acts(*i).is_some() && matches!(p.word(i - 1), "and" | "," | "hereby")));
    let mut texts: Vec<Candidate> = Vec::new();
    for (i, start) in starts.iter().enumerate() {
        let Some(done) = acts(*start) else { continue };
        let end = starts.get(i + 1).copied().unwrap_or(p.len());
        let part = without_edge_commas(&p.slice(start + 1..end));
        let (thing, tail) = tail_first(&part).unwrap_or_else(|| split_tail(&part));
        let formed = done_to(&thing, *done, &tail, ctx);
        let Some(one) = formed.candidates.into_iter().next() else {
            return Formed {
                candidates: Vec::new(),
                question: formed.question.or(Some(format!("`{}`: what is done to what?", p.slice(*start..end).all()))),
            };
        };
        texts.push(one);
    }
    let text = texts.iter().map(|c| c.text.clone()).collect::<Vec<_>>().join(" and ");
    let force = if texts.iter().all(|c| c.force == Force::Words) { Force::Words } else { Force::Other };
    let declares = texts.into_iter().flat_map(|c| c.declares).collect();
    Formed::of(vec![Candidate { declares, ..Candidate::new(text, force) }])
}

/// `we deny` of `denies`.
fn is_of_several(verb: &str, word: &str) -> bool {
    verb.strip_suffix("ies").map(|v| format!("{v}y")).is_some_and(|v| v == word)
        || verb.strip_suffix("es").is_some_and(|v| v == word)
        || verb.strip_suffix('s').is_some_and(|v| v == word)
}

/// `GRANTS IN PART and DENIES IN PART the motion`, `GRANTS in part the motion`: what is ruled on stands behind.
fn both_in_part(p: &Phrase<'_, '_>, verb: usize, ctx: &Context<'_>) -> Option<Formed> {
    if p.word(verb) != "grants" || !p.at(verb + 1, &["in", "part"]) {
        return None;
    }
    let both = (p.word(verb + 3) == "," || p.word(verb + 3) == "and")
        && (verb + 3..verb + 6).any(|i| p.at(i, &["denies", "in", "part"]));
    let from = if both { (verb + 3..verb + 6).find(|i| p.word(*i) == "denies")? + 3 } else { verb + 3 };
    let part = without_edge_commas(&p.slice(from..p.len()));
    Some(
        in_part(&part, both, ctx)
            .unwrap_or_else(|| Formed::question(format!("`{}`: what is granted?", p.slice(verb..p.len()).all()))),
    )
}

/// What is granted in part, and denied in part.
fn in_part(part: &Phrase<'_, '_>, both: bool, ctx: &Context<'_>) -> Option<Formed> {
    let (thing, tail) = split_tail(part);
    let plain = !thing.is_empty()
        && tail.is_empty()
        && obstacle_to_quoting(&of_title(&thing), ctx.verbs).is_none()
        && !goes_on(&thing);
    if !plain || (0..thing.len()).any(|i| DONE.iter().any(|d| d.1 == thing.word(i))) {
        return None;
    }
    let object = in_quotation_marks(&thing.all());
    let text = if both {
        format!("grants {object} in part and denies {object} in part")
    } else {
        format!("grants {object} in part")
    };
    Some(Formed::of(vec![Candidate { implied: &["denying", "granting"], ..Candidate::new(text, Force::Other) }]))
}

/// `the motion and finds the claim barred`: what the Court does besides.
fn goes_on(thing: &Phrase<'_, '_>) -> bool {
    const ALSO: &[&str] =
        &["finds", "concludes", "determines", "holds", "directs", "orders", "declines", "notes", "adopts"];
    (1..thing.len()).any(|i| thing.top(i) && ALSO.contains(&thing.word(i)) && matches!(thing.word(i - 1), "and" | ","))
}

/// `To the extent that Plaintiff seeks costs, the motion is denied`: what leads to the thing and limits it.
fn limit_before(thing: &Phrase<'_, '_>) -> Option<String> {
    const LEADS: &[&str] = &[
        "under", "to", "if", "unless", "insofar", "except", "on", "at", "as", "because", "since", "while", "although",
        "given", "upon", "after", "before", "pending", "where", "when", "once", "until", "within", "by",
    ];
    let comma = thing.find(1, &[","]).filter(|c| *c < 40 && *c + 1 < thing.len() && LEADS.contains(&thing.word(0)))?;
    Some(thing.text(0..comma))
}

/// `is accepted and adopted`: both are done to it. `The report is correct and is adopted` says more than what is ruled on.
fn done_twice(
    thing: &Phrase<'_, '_>,
    done: (&str, &str, bool),
    tail: &Phrase<'_, '_>,
    ctx: &Context<'_>,
) -> Option<Formed> {
    if tail.word(0) == "and"
        && let Some(more) = DONE.iter().find(|d| d.0 == tail.word(1) && d.1 != done.1)
        && tail.len() == 2
    {
        let each = [done, *more].map(|d| done_to(thing, d, &tail.slice(2..2), ctx).candidates.into_iter().next());
        let [Some(first), Some(second)] = each else {
            return Some(Formed::question(format!("what is done to `{}`?", thing.all())));
        };
        let text = format!("{} and {}", first.text, second.text);
        return Some(Formed::of(vec![Candidate {
            implied: &["adopted", "accepted"],
            ..Candidate::new(text, Force::Words)
        }]));
    }
    let says = |i: usize| thing.top(i) && matches!(thing.word(i), "is" | "are" | "was" | "were" | ";");
    let described = |i: usize| (0..i).any(|b| matches!(thing.word(b), "that" | "which" | "who" | "whether"));
    let more = (0..thing.len()).any(|i| says(i) && !described(i));
    more.then(|| Formed::question(format!("what does the order do to `{}`?", thing.all())))
}

fn done_to(thing: &Phrase<'_, '_>, done: (&str, &str, bool), tail: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let (_, verb, shown) = done;
    let tail = without_edge_commas(tail);
    // `SUSTAINED-IN-PART and OVERRULED-IN-PART`
    if tail.word(0) == "-" {
        return Formed::question(format!("`{}`: what does it add?", tail.all()));
    }
    if verb == "extends" {
        return super::extensions::form_of_extension(thing, &tail, ctx);
    }
    // `is VACATED and RESET for D` moves the hearing.
    if verb == "vacates" && tail.word(0) == "and" && RESET.contains(&tail.word(1)) {
        return Formed::nothing();
    }
    if let Some(formed) = done_twice(thing, done, &tail, ctx) {
        return formed;
    }
    // `IT IS on this day ORDERED that` is no part of what is ruled on.
    if thing.has(&["ordered"]) {
        return Formed::question(format!("what does the order do to `{}`?", thing.all()));
    }
    if let Some(limit) = limit_before(thing) {
        return Formed::question(format!("`{limit}` limits this"));
    }
    if verb == "vacates"
        && tail.is_empty()
        && let Some((name, day)) = super::settings::dated_hearing(thing)
    {
        let declares = vec![super::candidate::Declared::Hearing { name: name.clone(), on: Some(day) }];
        let vacated = Candidate::new(format!("vacates hearing {name}"), Force::Other);
        return Formed::of(vec![Candidate { declares, ..vacated }]);
    }
    if thing.is_empty()
        || obstacle_to_quoting(&of_title(thing), ctx.verbs).is_some_and(|w| w != "first" && w != "second")
    {
        return Formed::question(format!("what does the order do to `{}`?", thing.all()));
    }
    if shown {
        // The order's words, which change nothing that Ordain decides.
        let whole = thing.and(&tail);
        if obstacle_to_quoting(&whole, ctx.verbs).is_some() || !tail.dates().is_empty() {
            let said = if tail.is_empty() { thing } else { &tail };
            return Formed::question(format!("`{}`: what does it set besides?", said.all()));
        }
        return Formed::of(vec![Candidate::new(format!("{verb} {}", in_quotation_marks(&whole.all())), Force::Words)]);
    }
    let action = super::ruled_on::action_name(thing);
    let Some(how) = manner_of_disposition(&tail) else {
        if let Some((how, why)) = reason_of_disposition(&tail)
            && !how.ends_with("denied in part")
        {
            let object = action.clone().filter(|_| matches!(verb, "dismisses" | "closes" | "terminates"));
            let object = object.unwrap_or_else(|| in_quotation_marks(&thing.all()));
            let text = format!("{verb} {object} {how}").trim().to_owned();
            let text = format!("{text}\n     note {}", in_quotation_marks(&why.all()));
            return Formed::of(vec![Candidate::new(text, Force::Other)]);
        }
        if verb == "stays" {
            let what = action.unwrap_or_else(|| in_quotation_marks(&thing.all()));
            return super::extensions::form_of_stay(&what, &tail, ctx);
        }
        return Formed::question(format!("`{}`: what does it add?", tail.all()));
    };
    let object = object_of_ruling(verb, thing, action.as_ref());
    let (rest, both) = match how.strip_suffix(" and denied in part") {
        Some(rest) => (rest.to_owned(), true),
        None => (how, false),
    };
    let mut text = format!("{verb} {object} {rest}").trim().to_owned();
    if both {
        text = format!("{text} and denies {object} in part");
    }
    let implied: &[&str] = if object == "all hearings" { &["dates"] } else { &[] };
    Formed::of(vec![Candidate { implied, ..Candidate::new(text, Force::Other) }])
}

/// What is ruled on, in the words of the language where it has them.
fn object_of_ruling(verb: &str, thing: &Phrase<'_, '_>, action: Option<&String>) -> String {
    match (verb, action) {
        ("dismisses" | "stays" | "closes" | "reopens" | "terminates", Some(action)) => action.clone(),
        ("vacates", _) if super::ruled_on::all_dates(thing) && thing.has(&["deadlines"]) => "all deadlines".to_owned(),
        ("vacates", _) if super::ruled_on::all_dates(thing) => "all dates".to_owned(),
        ("vacates", _) if super::ruled_on::all_hearings(thing) => "all hearings".to_owned(),
        _ => in_quotation_marks(&thing.all()),
    }
}

/// A long title has words of all kinds.
fn of_title<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let small = (0..p.len()).filter(|i| !p.capital(*i)).filter_map(|i| p.ids().get(i).copied());
    Phrase::new(p.reading, small)
}
