//! The clauses of a sentence around its act: when, on which condition.

use super::candidate::{Context, Declared};
use super::guard::obstacle_to_quoting;
use super::manner::{manner_before_time, take_manners, without_words};
use super::phrase::{Phrase, in_quotation_marks};
use super::times::{Time, own_order, times_of_phrase};
use ordain_base::words::capitalized;

/// A sentence without its times and its condition.
pub(super) struct Cut<'r, 't> {
    /// What is left: the thing, and to whom.
    pub(super) rest: Phrase<'r, 't>,
    pub(super) times: Vec<(Time, Phrase<'r, 't>)>,
    /// The condition and the manner, as clauses of the language.
    pub(super) clauses: Vec<String>,
    /// The place of the first time among the words.
    pub(super) first_time: Option<usize>,
}

const OPENERS: &[&str] = &["if", "unless", "except", "when", "once", "where", "whenever", "absent"];

const PLACES: &[&str] = &[
    "address",
    "place",
    "location",
    "court",
    "county",
    "district",
    "facility",
    "city",
    "room",
    "office",
    "courthouse",
];

/// Takes times and the condition out of the words after the verb.
pub(super) fn cut_clauses<'r, 't>(p: &Phrase<'r, 't>, ctx: &Context<'_>) -> Result<Cut<'r, 't>, String> {
    let found = times_of_phrase(p)?;
    let mut found = found;
    for i in 0..found.len() {
        let next = found.get(i + 1).map_or(p.len(), |t| t.at.start);
        if let Some(time) = found.get_mut(i) {
            joined_event(p, time, next, ctx)?;
        }
    }
    // `shall be initiated so that it will be completed by D`: the day is of what it is for.
    let purpose = (0..p.len()).find(|i| p.top(*i) && p.word(*i) == "so" && matches!(p.word(i + 1), "that" | "as"));
    if purpose.is_some_and(|at| found.iter().any(|t| t.at.start > at)) {
        return Err("is the time of the duty, or of what it is for?".to_owned());
    }
    let (p, found, limit) = take_limit(p, found);
    let (p, found, manners) = take_manners(&p, found, ctx);
    let p = &p;
    let inside = |i: usize| found.iter().any(|t| t.at.contains(&i));
    // `whether it will amend and when it will do so`: a question inside the thing, and no condition.
    let asked = (0..p.len()).find(|i| p.top(*i) && matches!(p.word(*i), "whether" | "why" | "how")).unwrap_or(p.len());
    let opens =
        |i: usize| i < asked && p.top(i) && !inside(i) && opens_condition(p, i, ctx) && !p.at(i, &["if", "any"]);
    let at = (0..p.len()).find(|i| opens(*i));
    let timed_manner = at.and_then(|at| manner_before_time(p, at, &found));
    let condition = match at {
        Some(at) => {
            Some(condition_clause(&without_edge_commas(&p.slice(at..timed_manner.unwrap_or(p.len()))), false, ctx)?)
        }
        None => None,
    };
    let end = at.unwrap_or(p.len());
    if timed_manner.is_none() && found.iter().any(|t| t.at.start >= end) {
        return Err("a time follows the condition: does it belong to the condition or to the duty?".to_owned());
    }
    let kept = (0..end).filter(|i| !inside(*i));
    let mut ids: Vec<usize> = kept.filter_map(|i| p.ids().get(i).copied()).collect();
    // The commas around what was taken out.
    ids.dedup_by(|next, before| p.reading.word(*next) == "," && p.reading.word(*before) == ",");
    let rest = without_edge_commas(&Phrase::new(p.reading, ids));
    // `within 14 days, or by May 6`: two times, of which one is enough.
    if rest.last() == "or"
        || found.len() > 1 && (0..p.len()).any(|i| p.word(i) == "or" && found.iter().any(|t| t.at.start == i + 1))
    {
        return Err("which of these times is it?".to_owned());
    }
    let first_time = found.first().map(|t| t.at.start);
    let times = found.into_iter().map(|t| (t, p.clone())).collect();
    let clauses = limit.into_iter().chain(condition).chain(manners).collect();
    Ok(Cut { rest, times, clauses, first_time })
}

/// `within 21 days of service of the summons and complaint`: what `and` or `or` joins to an event is of the event, not of
/// the thing.
fn joined_event(p: &Phrase<'_, '_>, time: &mut Time, next: usize, ctx: &Context<'_>) -> Result<(), String> {
    const STOPS: &[&str] =
        &[",", ";", ":", "if", "unless", "except", "provided", "shall", "must", "whichever", "and", "or"];
    const TIMES: &[&str] =
        &["within", "from", "by", "after", "before", "upon", "days", "no", "until", "promptly", "on"];
    loop {
        let end = time.at.end;
        let join = p.word(end);
        if end >= next || !p.top(end) || !matches!(join, "and" | "or") {
            return Ok(());
        }
        let after = p.slice(end + 1..p.len());
        let mut skip = 0;
        while matches!(after.word(skip), "shall" | "must" | "to" | "also" | "then" | "is" | "are") {
            skip += 1;
        }
        let act = super::acts::verb_at_start(&after.slice(skip..after.len()), super::modals::Form::Base, ctx).is_some();
        if join == "and" && (act || skip > 0) {
            return Ok(());
        }
        let stop = (end + 1..next).find(|i| p.top(*i) && STOPS.contains(&p.word(*i))).unwrap_or(next);
        let more = p.slice(end + 1..stop);
        let plain = !more.is_empty() && more.len() <= 8 && !more.has(TIMES) && more.dates().is_empty();
        let Some(anchor) = time.anchor.as_mut().filter(|_| plain && !act) else {
            let words = p.text(end..(end + 5).min(p.len()));
            return Err(format!("`{words}` follows a time: is it of the time or of the thing?"));
        };
        anchor.end = stop;
        time.at.end = stop;
    }
}

/// `not to exceed five pages`, `of no more than 10 pages`: how long it may be, taken out of the words.
fn take_limit<'r, 't>(p: &Phrase<'r, 't>, times: Vec<Time>) -> (Phrase<'r, 't>, Vec<Time>, Option<String>) {
    const LEADS: &[&[&str]] = &[
        &["not", "to", "exceed"],
        &["that", "does", "not", "exceed"],
        &["that", "do", "not", "exceed"],
        &["that", "shall", "not", "exceed"],
        &["not", "exceeding"],
        &["of", "no", "more", "than"],
        &["of", "not", "more", "than"],
        &["no", "more", "than"],
        &["not", "more", "than"],
        &["no", "longer", "than"],
        &["not", "longer", "than"],
        &["limited", "to"],
    ];
    let found = (0..p.len()).filter(|i| p.top(*i)).find_map(|at| {
        let lead = LEADS.iter().find(|l| p.at(at, l))?;
        let (end, number) = super::times::count_at(p, at + lead.len())?;
        let double = usize::from(p.at(end, &["double", "-", "spaced"])) * 3;
        let unit = p.word(end + double);
        let unit = ["page", "word", "line"].iter().find(|u| unit == **u || unit.strip_suffix('s') == Some(u))?;
        (double == 0)
            .then(|| (at, end + 1, format!("not exceeding {number} {unit}{}", if number == 1 { "" } else { "s" })))
    });
    let Some((from, end, clause)) = found else { return (p.clone(), times, None) };
    let length = usize::from(p.at(end, &["in", "length"])) * 2;
    let (p, times) = without_words(p, times, from, end + length);
    (p, times, Some(clause))
}

/// A word that opens a condition or a limit, by itself or with those after it.
fn opens_condition(p: &Phrase<'_, '_>, i: usize, ctx: &Context<'_>) -> bool {
    let next = p.word(i + 1);
    match p.word(i) {
        "other" => next == "than",
        "only" => matches!(next, "if" | "when" | "to" | "for" | "upon" | "with" | "after" | "by" | "in" | "as"),
        "subject" => next == "to",
        "provided" => matches!(next, "that" | ",") || next == "however",
        "upon" | "on" => {
            p.word(i) == "upon"
                && i > 0
                && ctx.names.at(p, i + 1).is_none()
                && !matches!(
                    next,
                    "the" | "all" | "each" | "counsel" | "which" | "them" | "him" | "her" | "it" | "whom"
                )
        }
        "as" => matches!(
            next,
            "provided"
                | "set"
                | "stated"
                | "described"
                | "required"
                | "directed"
                | "ordered"
                | "explained"
                | "outlined"
                | "specified"
        ),
        "to" => p.at(i, &["to", "the", "extent"]),
        "in" => p.at(i, &["in", "the", "event"]),
        "so" => p.at(i, &["so", "long", "as"]),
        // `the address where counsel may be served`
        "where" if i > 0 && PLACES.contains(&p.word(i - 1)) => false,
        // `at once`; `a date when the record is complete`
        "once" if i > 0 && p.word(i - 1) == "at" => false,
        "when" if i > 0 && matches!(p.word(i - 1), "date" | "day" | "time" | "certain" | "dates" | "times") => false,
        word => OPENERS.contains(&word),
    }
}

/// Without the commas that stood around what was taken out.
pub(super) fn without_edge_commas<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let (mut from, mut to) = (0, p.len());
    while from < to && matches!(p.word(from), "," | ";") {
        from += 1;
    }
    while to > from && matches!(p.word(to - 1), "," | ";" | "and" | "also" | "-" | "–" | "—") {
        to -= 1;
    }
    p.slice(from..to)
}

/// A condition as a clause with the order's own words. Where a comma ends it, a time in it is its own.
pub(super) fn condition_clause(p: &Phrase<'_, '_>, closed: bool, ctx: &Context<'_>) -> Result<String, String> {
    let lead: &[(&[&str], &str)] = &[
        (&["if"], "if"),
        (&["in", "the", "event", "that"], "if"),
        (&["in", "the", "event"], "if"),
        (&["should"], "if"),
        (&["unless", "and", "until"], "unless"),
        (&["unless"], "unless"),
        (&["to", "the", "extent", "that"], "to the extent"),
        (&["to", "the", "extent"], "to the extent"),
        (&["provided", "that"], "provided that"),
        (&["when"], "when"),
        (&["once"], "when"),
    ];
    if p.at(0, &["without", "prejudice", "to"]) || p.word(0) == "as" {
        let (clause, words) =
            if p.word(0) == "as" { ("manner", p.clone()) } else { ("without prejudice to", p.slice(3..p.len())) };
        let set =
            obstacle_to_quoting(&words, ctx.verbs).is_some() || times_of_phrase(&words).is_ok_and(|t| !t.is_empty());
        return if !set {
            Ok(format!("{clause} {}", in_quotation_marks(&words.all())))
        } else {
            Err(format!("`{}` limits this", p.all()))
        };
    }
    let Some((words, clause)) = lead.iter().find(|(words, _)| p.at(0, words)) else {
        return Err(format!("`{}` limits this: say it as a condition or an exception", p.all()));
    };
    let rest = without_edge_commas(&p.slice(words.len()..p.len()));
    // `unless otherwise ordered by the Court`
    let otherwise = *clause == "unless"
        && rest.word(0) == "otherwise"
        && matches!(
            rest.word(1),
            "ordered"
                | "directed"
                | "specified"
                | "agreed"
                | "stated"
                | "noted"
                | "provided"
                | "permitted"
                | "indicated"
        );
    if otherwise && rest.len() <= 14 && rest.dates().is_empty() && !rest.has(&["shall", "must", "if", "days", ";"]) {
        return Ok(format!("{clause} {}", in_quotation_marks(&rest.all())));
    }
    let dated = !closed && (!rest.dates().is_empty() || times_of_phrase(&rest).map_or(true, |t| !t.is_empty()));
    match obstacle_to_quoting(&rest, ctx.verbs) {
        _ if rest.is_empty() || dated || rest.len() > 40 => {
            Err(format!("the condition `{}` has a time of its own", p.all()))
        }
        // `if no response is filed`: what is said of the condition stays inside it.
        Some(word)
            if closed
                && !matches!(
                    word.as_str(),
                    "shall" | "must" | "if" | "unless" | "except" | "provided" | ":" | "otherwise" | "instead"
                )
                && is_time_of_condition(&word, &rest) =>
        {
            Ok(format!("{clause} {}", in_quotation_marks(&rest.all())))
        }
        Some(word)
            if matches!(word.as_str(), "shall" | "must" | "if" | "unless" | "except" | "provided" | ":")
                || word.contains(' ') =>
        {
            Err(format!("`{}` has more than one condition, or a duty of its own (`{word}`)", p.all()))
        }
        _ => Ok(format!("{clause} {}", in_quotation_marks(&rest.all()))),
    }
}

/// True where what stands in the way is the day of the condition: `by May 6, 2024`, or a day without a year.
fn is_time_of_condition(word: &str, p: &Phrase<'_, '_>) -> bool {
    ["by ", "on ", "through "].iter().any(|l| word.starts_with(l))
        || p.dates().iter().any(|(at, _)| p.word(*at) == word)
}

/// The times as clauses, in each way in which the events they run from can be said.
pub(super) fn time_clauses(times: &[(Time, Phrase<'_, '_>)], ctx: &Context<'_>) -> Vec<(Vec<String>, Vec<Declared>)> {
    let mut plain = (Vec::new(), Vec::new());
    let mut named = (Vec::new(), Vec::new());
    let mut acts = (Vec::new(), Vec::new());
    let (mut differs, mut of_act) = (false, false);
    for (time, p) in times {
        let Some(anchor) = &time.anchor else {
            plain.0.push(time.text.clone());
            acts.0.push(time.text.clone());
            named.0.push(time.text.clone());
            continue;
        };
        let own = own_order(p, anchor.start).filter(|end| *end == anchor.end);
        let words = match own {
            Some(_) => own_words(p, anchor.start, anchor.end),
            None => ctx.names.renamed(p, anchor.start, anchor.end),
        };
        plain.0.push(format!("{} {words}", time.text));
        if let Some(act) = act_of_quoted(&p.slice(anchor.clone())).filter(|_| own.is_none()) {
            acts.0.push(format!("{} {act}", time.text));
            of_act = true;
        } else {
            acts.0.push(format!("{} {words}", time.text));
        }
        match event_declaration(&p.slice(anchor.clone())).filter(|_| own.is_none()) {
            Some(event) => {
                named.0.push(format!("{} {}", time.text, event.name()));
                named.1.push(event);
                differs = true;
            }
            None => named.0.push(format!("{} {words}", time.text)),
        }
    }
    let mut ways = vec![plain];
    ways.extend(of_act.then_some(acts));
    if differs {
        // The words of an event that is declared start a period as its name does.
        let words = ways.first().map(|w| w.0.clone()).unwrap_or_default();
        ways.push((words, named.1.clone()));
        ways.push(named);
    }
    ways
}

/// `service of "the amended pleading"`: what happens to a thing that the order describes in its own words.
fn act_of_quoted(p: &Phrase<'_, '_>) -> Option<String> {
    const ACTS: &[&str] = &["service", "filing", "receipt", "production", "completion", "entry", "submission"];
    let from = usize::from(p.word(0) == "the");
    let of = from + 1;
    let thing = p.slice(of + 1..p.len());
    let plain = !thing.is_empty()
        && thing.len() <= 14
        && thing.dates().is_empty()
        && !thing.has(&["within", "days", "later", "earlier", "shall", "must", "if", "unless", "whichever"])
        && !(0..thing.len()).any(|i| matches!(thing.word(i), "\"" | "“" | "”"));
    (ACTS.contains(&p.word(from)) && p.word(of) == "of" && plain)
        .then(|| format!("{} of {}", p.word(from), in_quotation_marks(&thing.all())))
}

/// `entry of this Order`, whatever the paper calls itself.
fn own_words(p: &Phrase<'_, '_>, from: usize, to: usize) -> String {
    if p.word(from) == "today's" || p.word(to - 1) == "hereof" {
        return "the date of this Order".to_owned();
    }
    let lead = (from..to).find(|i| p.word(*i) == "this" || matches!(p.word(*i), "order" | "judgment")).unwrap_or(from);
    let order = (lead..to).find(|i| matches!(p.word(*i), "order" | "judgment")).unwrap_or(lead);
    format!("{} this Order {}", p.text(from..lead), p.text(order + 1..to)).trim().to_owned()
}

/// An event by the order's own words for it.
fn event_declaration(p: &Phrase<'_, '_>) -> Option<Declared> {
    let pronoun =
        p.has(&["it", "they", "them", "he", "she", "which", "such", "that", "said", "its", "their", "his", "her"]);
    let compound = p.has(&[
        "shall",
        "must",
        "or",
        "if",
        "unless",
        "later",
        "earlier",
        "whichever",
        "days",
        "each",
        "every",
        "any",
        "all",
    ]);
    if pronoun || compound || p.len() > 16 || !p.dates().is_empty() || p.has(&["(", ")", "\"", "“", "”"]) {
        return None;
    }
    let from = usize::from(matches!(p.word(0), "the" | "a" | "an"));
    let words: Vec<String> = (from..p.len())
        .filter(|i| p.is_word(*i))
        .map(|i| capitalized(&p.text(i..i + 1).replace(['\'', '’'], "")))
        .collect();
    let plain = (from..p.len()).all(|i| p.is_word(i) || matches!(p.word(i), "-" | "'" | "’"));
    let name = words.join(" ");
    (plain && words.len() > 1 && name.len() < 80).then(|| Declared::Event { name, words: p.all() })
}
