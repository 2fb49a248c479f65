//! `The motion is GRANTED`, `The Court DENIES …`, `This action is dismissed`, `The deadline is extended to D`.

use super::candidate::{Candidate, Context, Force, Formed};
use super::clauses::without_edge_commas;
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
    done_to(&without_edge_commas(&p.slice(0..end)), *done, &p.slice(at + 1..p.len()), ctx)
}

/// `ORDER granting 12 Motion to Compel` of a docket, `denying as moot`.
fn by_gerund(p: &Phrase<'_, '_>) -> Option<((&'static str, &'static str, bool), usize)> {
    let at = (0..p.len().min(5)).find(|i| p.word(*i).ends_with("ing"))?;
    let head = (0..at).all(|i| {
        matches!(p.word(i), "order" | "minute" | "text" | "entry" | "electronic" | "endorsed" | "clerk" | "filed")
    });
    let stem = p.word(at).strip_suffix("ing")?;
    let done = DONE.iter().find(|d| {
        d.0.strip_suffix("ed") == Some(stem)
            || d.1.strip_suffix('s') == Some(stem)
            || d.0.strip_suffix('d').is_some_and(|w| w.strip_suffix('e') == Some(stem))
    })?;
    head.then_some((*done, at + 1))
}

/// `The Court hereby GRANTS X in part and DENIES Y`.
fn by_court(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let acts = |i: usize| p.top(i).then(|| DONE.iter().find(|d| d.1 == p.word(i))).flatten();
    let Some(first) = (1..p.len().min(10)).find(|i| acts(*i).is_some()) else { return Formed::nothing() };
    let subject = p.slice(0..first);
    let court = subject.has(&["court", "judge", "undersigned"])
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
        let (thing, tail) = split_tail(&part);
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

/// `GRANTS IN PART and DENIES IN PART the motion`, `GRANTS in part the motion`: what is ruled on stands behind.
fn both_in_part(p: &Phrase<'_, '_>, verb: usize, ctx: &Context<'_>) -> Option<Formed> {
    if p.word(verb) != "grants" || !p.at(verb + 1, &["in", "part"]) {
        return None;
    }
    let both = (p.word(verb + 3) == "," || p.word(verb + 3) == "and")
        && (verb + 3..verb + 6).any(|i| p.at(i, &["denies", "in", "part"]));
    let from = if both { (verb + 3..verb + 6).find(|i| p.word(*i) == "denies")? + 3 } else { verb + 3 };
    let part = without_edge_commas(&p.slice(from..p.len()));
    let (thing, tail) = split_tail(&part);
    let plain = !thing.is_empty() && tail.is_empty() && obstacle_to_quoting(&of_title(&thing), ctx.verbs).is_none();
    if !plain || (0..thing.len()).any(|i| DONE.iter().any(|d| d.1 == thing.word(i))) {
        return Some(Formed::question(format!("`{}`: what is granted?", p.slice(verb..p.len()).all())));
    }
    let object = in_quotation_marks(&thing.all());
    let text = if both {
        format!("grants {object} in part and denies {object} in part")
    } else {
        format!("grants {object} in part")
    };
    Some(Formed::of(vec![Candidate::new(text, Force::Other)]))
}

const TAILS: &[&[&str]] = &[
    &["in", "part"],
    &["as", "moot"],
    &["without", "prejudice"],
    &["with", "prejudice"],
    &["in", "its", "entirety"],
    &["in", "full"],
    &["with", "leave", "to", "amend"],
];

/// What is done, and how: `Motion` and `in part` of `Motion in part`.
fn split_tail<'r, 't>(p: &Phrase<'r, 't>) -> (Phrase<'r, 't>, Phrase<'r, 't>) {
    let at = (1..p.len()).find(|i| p.top(*i) && TAILS.iter().any(|t| p.at(*i, t))).unwrap_or(p.len());
    (without_edge_commas(&p.slice(0..at)), p.slice(at..p.len()))
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
    let object = match (verb, &action) {
        ("dismisses" | "stays" | "closes" | "reopens" | "terminates", Some(action)) => action.clone(),
        ("vacates", _) if super::ruled_on::all_dates(thing) && thing.has(&["deadlines"]) => "all deadlines".to_owned(),
        ("vacates", _) if super::ruled_on::all_dates(thing) => "all dates".to_owned(),
        _ => in_quotation_marks(&thing.all()),
    };
    let (rest, both) = match how.strip_suffix(" and denied in part") {
        Some(rest) => (rest.to_owned(), true),
        None => (how, false),
    };
    let mut text = format!("{verb} {object} {rest}").trim().to_owned();
    if both {
        text = format!("{text} and denies {object} in part");
    }
    Formed::of(vec![Candidate::new(text, Force::Other)])
}

/// `with prejudice for failure to prosecute`, `as moot because it is no longer needed`: how, and why, which changes
/// nothing. None where the words behind the reason may set something.
fn reason_of_disposition<'r, 't>(tail: &Phrase<'r, 't>) -> Option<(String, Phrase<'r, 't>)> {
    const SETS: &[&str] = &[
        "shall",
        "must",
        "may",
        "will",
        "should",
        "if",
        "unless",
        "until",
        "within",
        "provided",
        "except",
        "leave",
        "days",
        "prejudice",
        "part",
        "moot",
        "extent",
        "condition",
        "ordered",
        "directed",
        "granted",
        "denied",
        "that",
        ";",
        "but",
        "subject",
        "however",
        "only",
        "otherwise",
        "and",
    ];
    const LEADS: &[&[&str]] = &[
        &["since"],
        &["because"],
        &["pursuant", "to"],
        &["as", "unnecessary"],
        &["as", "untimely"],
        &["as", "premature"],
        &["under", "rule"],
        &["under", "fed"],
        &["under", "federal"],
        &["in", "light", "of"],
        &["in", "accordance", "with"],
        &["on", "the", "ground"],
        &["for", "lack"],
        &["for", "want"],
        &["for", "failure"],
        &["for", "good", "cause"],
    ];
    let own = |i: usize| {
        tail.word(i) == "for"
            && matches!(tail.word(i + 2), "failure" | "lack")
            && matches!(tail.word(i + 1), "its" | "his" | "her" | "their" | "plaintiff's" | "a")
    };
    let leads = |i: &usize| tail.top(*i) && (LEADS.iter().any(|l| tail.at(*i, l)) || own(*i));
    let from = (0..tail.len()).find(leads)?;
    let how = manner_of_disposition(&without_edge_commas(&tail.slice(0..from)))?;
    // `pursuant to Rule 41 without prejudice`
    let last =
        (from + 1..tail.len()).find(|i| tail.at(*i, &["with", "prejudice"]) || tail.at(*i, &["without", "prejudice"]));
    let why = without_edge_commas(&tail.slice(from..last.unwrap_or(tail.len())));
    let more = manner_of_disposition(&tail.slice(last.unwrap_or(tail.len())..tail.len()))?;
    let plain = why.len() <= 60 && !(0..why.len()).any(|i| why.top(i) && SETS.contains(&why.word(i)));
    let how = format!("{how} {more}").trim().to_owned();
    (plain && why.dates().is_empty()).then_some((how, why))
}

/// A long title has words of all kinds.
fn of_title<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let small = (0..p.len()).filter(|i| !p.capital(*i)).filter_map(|i| p.ids().get(i).copied());
    Phrase::new(p.reading, small)
}

/// `in part`, `as moot`, `with prejudice`; none where the words say more.
fn manner_of_disposition(tail: &Phrase<'_, '_>) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    let mut at = 0;
    // `for the reasons stated on the record`
    let reasons = tail.find(0, &["for"]).filter(|i| tail.at(*i, &["for", "the", "reasons"]) && tail.len() - i < 10);
    let tail = &tail.slice(0..reasons.unwrap_or(tail.len()));
    while at < tail.len() {
        if tail.at(at, &["in", "part", "and", "denied", "in", "part"]) {
            out.push("in part and denied in part");
            at += 6;
            continue;
        }
        if tail.at(at, &["in", "its", "entirety"]) || tail.at(at, &["in", "full"]) {
            at += if tail.word(at + 1) == "its" { 3 } else { 2 };
            continue;
        }
        let known = [
            (&["in", "part"], "in part"),
            (&["as", "moot"], "as moot"),
            (&["without", "prejudice"], "without prejudice"),
            (&["with", "prejudice"], "with prejudice"),
            (&["with", "leave"], "with leave"),
        ];
        match known.iter().find(|(words, _)| tail.at(at, &words[..])) {
            // What may be done with the leave is a matter of its own.
            Some((_, "with leave")) if tail.len() == at + 4 && tail.at(at + 2, &["to", "amend"]) => {
                out.push("with leave to amend");
                at += 4;
            }
            Some((_, "with leave")) => return None,
            Some((_, text)) => {
                out.push(text);
                at += 2;
            }
            None if matches!(tail.word(at), "," | "and") => at += 1,
            None => return None,
        }
    }
    Some(out.join(" "))
}
