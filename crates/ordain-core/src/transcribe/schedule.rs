//! A label and a day: `Discovery cut-off is D`, `Last day to amend pleadings: D`, `Jury trial  D at 9:00 a.m.`. Nobody is
//! named who must do it, so it is a cut-off, or a hearing with its day.

use super::acts::verb_at_start;
use super::candidate::{Candidate, Context, Declared, Force, Formed};
use super::clauses::without_edge_commas;
use super::cut_offs::time_at_start;
use super::guard::obstacle_to_quoting;
use super::modals::Form;
use super::phrase::{Phrase, in_quotation_marks};
use super::settings::{hearing_name, place_of_hearing};

/// Words that the form of a cut-off says.
const IMPLIED: &[&str] = &[
    "deadline",
    "deadlines",
    "cutoff",
    "cut",
    "off",
    "last",
    "day",
    "date",
    "due",
    "close",
    "closes",
    "completion",
    "completed",
    "complete",
    "end",
    "ends",
    "conclude",
    "concluded",
    "finish",
    "finished",
    "no",
    "later",
    "not",
    "than",
    "must",
    "be",
    "motion",
    "move",
    "begins",
    "begin",
    "commences",
    "starts",
    "set",
    "or",
    "before",
    "on",
    "by",
    "held",
    "to",
];

/// What a label sets for its day.
pub(super) fn dated_label(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let [(at, _)] = p.dates()[..] else { return Formed::nothing() };
    if at == 0 || !p.top(at) {
        return Formed::nothing();
    }
    let from = clock_before(p, at);
    let (time, tail) = match time_at_start(&p.slice(from..p.len())) {
        Ok(Some(found)) => found,
        Ok(None) => return Formed::nothing(),
        Err(why) => return Formed::question(why),
    };
    let Some(label) = label_without_lead(&p.slice(0..from)) else { return Formed::nothing() };
    let tail = without_edge_commas(&tail);
    // `Settlement conference held no later than D`: the last day for it, and not its day.
    let before = p.slice(from.saturating_sub(3)..from);
    let last_day = before.at(0, &["no", "later", "than"])
        || before.at(0, &["on", "or", "before"])
        || before.last() == "by"
        || time.text.starts_with("no later")
        || time.text.starts_with("on or before");
    let day = time.text.strip_prefix("by ").unwrap_or(&time.text).to_owned();
    if let Some(formed) = set_for(&label, &day, &tail, ctx).filter(|_| !last_day) {
        return formed;
    }
    if !tail.is_empty() {
        return Formed::question(format!("`{}` limits this", tail.all()));
    }
    form_of_closing(&label, &day, ctx)
        .or_else(|| form_of_passive(&label, &day, ctx))
        .or_else(|| form_of_act(&label, &day, ctx))
        .unwrap_or_else(|| form_of_thing(&label, &day, ctx))
}

/// Where the hour before a day begins: `5:00 p.m. on D`.
fn clock_before(p: &Phrase<'_, '_>, at: usize) -> usize {
    let on = usize::from(matches!(p.word(at - 1), "on" | ","));
    let from = (at.saturating_sub(9 + on)..at).find(|i| {
        p.is_number(*i)
            && super::days::day_at(p, *i).is_ok_and(|d| d.is_some_and(|(end, _)| end > at))
            && p.date(*i).is_none()
    });
    from.unwrap_or(at)
}

/// The label without the words that lead to the day; none where the day itself is excluded.
fn label_without_lead<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    let mut end = p.len();
    loop {
        let before = end;
        let closes = |words: &[&str]| end >= words.len() && p.at(end - words.len(), words);
        let lead = [
            &["on", "or", "before"][..],
            &["no", "later", "than"],
            &["not", "later", "than"],
            &["is"],
            &["are"],
            &["by"],
            &["on"],
            &[":"],
            &["-"],
            &["–"],
            &["—"],
            &["|"],
            &[","],
            &["."],
            &["…"],
        ];
        if let Some(words) = lead.iter().find(|w| closes(w)) {
            end -= words.len();
        }
        if end == before {
            break;
        }
    }
    let mut from = 0;
    while from < end && (matches!(p.word(from), "the" | "any" | "all") || !p.is_word(from) && !p.is_number(from)) {
        from += 1;
    }
    let label = p.slice(from..end);
    (!label.is_empty() && !matches!(label.last(), "before" | "after" | "until" | "from" | "of" | "than"))
        .then_some(label)
}

/// What may stand between the name of a hearing and its day.
const AFTER_A_HEARING: &[&str] =
    &["begins", "begin", "commences", "starts", "set", "scheduled", "for", "held", "is", "be", "will", "to", "date"];

/// What may stand between what is due and its day.
const AFTER_A_LABEL: &[&str] = &[
    "deadline",
    "deadlines",
    "cutoff",
    "due",
    "date",
    "off",
    "cut",
    "-",
    ":",
    "is",
    "are",
    "will",
    "be",
    "shall",
    "must",
];

/// Where a label ends, without these words behind it; at least its first word stays.
fn end_without(label: &Phrase<'_, '_>, behind: &[&str]) -> usize {
    (1..=label.len()).rev().find(|end| *end == 1 || !behind.contains(&label.word(end - 1))).unwrap_or(0)
}

/// A trial, a conference or a hearing with its day.
fn set_for(label: &Phrase<'_, '_>, day: &str, tail: &Phrase<'_, '_>, ctx: &Context<'_>) -> Option<Formed> {
    let end = end_without(label, AFTER_A_HEARING);
    let words = label.slice(0..end);
    if !matches!(words.last(), "trial" | "conference" | "hearing" | "argument")
        || words.has(&["deadline", "last", "motions", "before", "completion", "request", "must", "shall"])
        || matches!(words.word(1), "to" | "for")
    {
        return None;
    }
    let name = hearing_name(&words)?;
    let mut text = format!("sets hearing {name} for {day}");
    if !tail.is_empty() {
        match place_of_hearing(tail, ctx) {
            Some(place) => text = format!("{text} in {place}"),
            None => return Some(Formed::question(format!("`{}`: what does it add to the hearing?", tail.all()))),
        }
    }
    let declares = vec![Declared::Hearing { name, on: None }];
    Some(Formed::of(vec![Candidate { declares, implied: IMPLIED, ..Candidate::new(text, Force::Other) }]))
}

/// `Fact Discovery Cut-Off`, `Close of all discovery`, `Deadline to complete discovery`.
fn form_of_closing(label: &Phrase<'_, '_>, day: &str, ctx: &Context<'_>) -> Option<Formed> {
    const SAYS: &[&str] = &[
        "deadline",
        "cutoff",
        "cut",
        "-",
        "off",
        "close",
        "closes",
        "closed",
        "of",
        "all",
        "completion",
        "completed",
        "complete",
        "for",
        "to",
        "be",
        "must",
        "shall",
        "the",
        "last",
        "day",
        "date",
        "ends",
        "end",
        "conclude",
        "concluded",
        "completing",
    ];
    let kept: Vec<usize> = (0..label.len())
        .filter(|i| !SAYS.contains(&label.word(*i)))
        .filter_map(|i| label.ids().get(i).copied())
        .collect();
    let things = Phrase::new(label.reading, kept);
    let known = things.last() == "discovery"
        && things.len() <= 3
        && (0..things.len() - 1)
            .all(|i| matches!(things.word(i), "fact" | "expert" | "non" | "party" | "written" | "class"));
    if !known || label.has(&["motion", "motions", "requests"]) {
        return None;
    }
    let plain = ctx.names.renamed(&things, 0, things.len());
    let ways = [plain.clone(), plain.to_lowercase(), in_quotation_marks(&things.all())];
    let one =
        |way: &String| Candidate { implied: IMPLIED, ..Candidate::new(format!("{way} closes on {day}"), Force::Other) };
    Some(Formed::of(ways.iter().map(one).collect()))
}

/// `Settlement conference must be held`, `Expert reports to be exchanged`.
fn form_of_passive(label: &Phrase<'_, '_>, day: &str, ctx: &Context<'_>) -> Option<Formed> {
    let be = (1..label.len()).find(|i| label.top(*i) && label.word(*i) == "be")?;
    let start = if matches!(label.word(be - 1), "must" | "shall" | "to" | "should") { be - 1 } else { return None };
    let done = label.slice(be + 1..label.len());
    let (_, len) = verb_at_start(&done, Form::Passive, ctx)?;
    let things = label.slice(0..start);
    let tail = done.slice(len..done.len());
    let short = tail.is_empty() || matches!(tail.word(0), "to" | "with" | "on" | "at" | "in") && tail.len() <= 8;
    if !short || obstacle_to_quoting(&tail, ctx.verbs).is_some() || obstacle_to_quoting(&things, ctx.verbs).is_some() {
        return Some(Formed::question(format!("who must do this, and by when is it too late: `{}`?", label.all())));
    }
    Some(cut_offs(&things, &format!("must be {} by {day}", ctx.names.renamed(&done, 0, done.len())), ctx))
}

/// `Last day to amend pleadings`, `Deadline for filing dispositive motions`, `Date to hear motions`.
fn form_of_act(label: &Phrase<'_, '_>, day: &str, ctx: &Context<'_>) -> Option<Formed> {
    let lead = label.slice(0..label.find(0, &["for", "to"]).filter(|i| *i > 0 && *i < 5)?);
    if !matches!(lead.last(), "deadline" | "day" | "date" | "cutoff" | "off") {
        return None;
    }
    let link = label.word(lead.len());
    let rest = label.slice(lead.len() + 1..label.len());
    let form = if link == "to" { Form::Base } else { Form::Gerund };
    let Some((lemma, len)) = verb_at_start(&rest, form, ctx) else {
        return (link == "for").then(|| form_of_thing(&rest, day, ctx));
    };
    let things = rest.slice(len..rest.len());
    if lemma == "move" && matches!(things.word(0), "to" | "for") {
        if obstacle_to_quoting(&things, ctx.verbs).is_some() {
            return None;
        }
        let text = format!("any {} must be filed by {day}", in_quotation_marks(&format!("motion {}", things.all())));
        return Some(Formed::of(vec![cut_off(text)]));
    }
    let id = ctx.verbs.base(&lemma)?;
    let participle = &ctx.verbs.get(id).participle;
    if things.is_empty() || obstacle_to_quoting(&things, ctx.verbs).is_some() {
        return Some(Formed::question(format!("who may {}, and by when is it too late?", rest.all())));
    }
    Some(cut_offs(&things, &format!("must be {participle} by {day}"), ctx))
}

/// `Expert Witness Disclosures`, `Deadline for initial disclosures`, `Dispositive motion deadline`.
fn form_of_thing(label: &Phrase<'_, '_>, day: &str, ctx: &Context<'_>) -> Formed {
    let end = end_without(label, AFTER_A_LABEL);
    let things = label.slice(0..end);
    let words = (0..things.len()).filter(|i| things.is_word(*i)).count();
    // A name of a place or a day is no label of a schedule.
    if words == 0 || things.len() > 40 || obstacle_to_quoting(&things, ctx.verbs).is_some() {
        return Formed::question(format!("what is due, and from whom: `{}`?", label.all()));
    }
    // `Settlement conference held no later than D`
    if things.len() > 1 && matches!(things.last(), "held" | "conducted" | "filed" | "served" | "exchanged") {
        let done = things.last().to_owned();
        return cut_offs(&things.slice(0..things.len() - 1), &format!("must be {done} by {day}"), ctx);
    }
    if things.last() == "mediation" && end == label.len() {
        return Formed::question("is this the day of the mediation, or the last day for it?");
    }
    cut_offs(&things, &format!("is due by {day}"), ctx)
}

fn cut_offs(things: &Phrase<'_, '_>, rest: &str, ctx: &Context<'_>) -> Formed {
    let from = usize::from(matches!(things.word(0), "the" | "any" | "all" | "a" | "an"));
    let things = things.slice(from..things.len());
    let ways = [ctx.names.renamed(&things, 0, things.len()), in_quotation_marks(&things.all())];
    Formed::of(ways.iter().map(|way| cut_off(format!("any {way} {rest}"))).collect())
}

fn cut_off(text: String) -> Candidate {
    let remark = Some("the order does not say who must do it: as a cut-off, this binds nobody".to_owned());
    Candidate { remark, implied: IMPLIED, ..Candidate::new(text, Force::Other) }
}
