//! `The answer shall be filed …`: whoever must do it is named by `by`, by whose thing it is, or not at all.

use super::acts::verb_at_start;
use super::bearers::Bearer;
use super::candidate::{Candidate, Context, Force, Formed};
use super::clauses::{cut_clauses, time_clauses};
use super::guard::{obstacle_of_subject, obstacle_to_quoting};
use super::manner::{IF_ANY, without_if_any, without_last_if_any};
use super::modals::{Form, Modal};
use super::names::Names;
use super::papers::is_thing;
use super::phrase::{Phrase, in_quotation_marks};
use super::requirements;

pub(super) fn passive<'r, 't>(
    subject: &Phrase<'r, 't>,
    rest: &Phrase<'r, 't>,
    modal: Modal,
    ctx: &Context<'_>,
) -> Formed {
    if let Some(formed) = requirements::of_paper(subject, rest, modal) {
        return formed;
    }
    let (early, subject) = match super::leads::lead_of_passive(subject, ctx) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    let subject = &subject;
    if requirements::is_deemed(rest, modal) && !is_person(subject, ctx) {
        return Formed::of(vec![requirements::announced_candidate(&requirements::whole_sentence(subject, rest))])
            .filter_unled(early.is_some());
    }
    let known = verb_at_start(rest, Form::Passive, ctx).map(|(lemma, len)| (lemma, len, None));
    let found = known.or_else(|| super::unlisted::unlisted_participle(rest));
    let Some((lemma, len, own_verb)) = found else {
        return Formed::question(format!("who must do this, and what is it to be `{}`?", rest.word(0)));
    };
    let formed = passive_of_verb(subject, rest, modal, (&lemma, len), early, ctx);
    let Some(own_verb) = own_verb else { return formed };
    let declared =
        |c: Candidate| Candidate { declares: c.declares.into_iter().chain([own_verb.clone()]).collect(), ..c };
    Formed { candidates: formed.candidates.into_iter().map(declared).collect(), ..formed }
}

/// The same, of a verb that is known by now.
fn passive_of_verb<'r, 't>(
    subject: &Phrase<'r, 't>,
    rest: &Phrase<'r, 't>,
    modal: Modal,
    (lemma, len): (&str, usize),
    early: Option<super::leads::Led<'r, 't>>,
    ctx: &Context<'_>,
) -> Formed {
    let body = rest.slice(len..rest.len());
    let by = (body.word(0) == "by").then(|| ctx.names.at(&body, 1)).flatten();
    let (bearer, thing, tail) = if let Some((name, n)) = by {
        (Some(Names::in_statement(name)), subject.clone(), body.slice(1 + n..body.len()))
    } else if let Some((name, n)) = ctx.names.possessive(subject, usize::from(subject.word(0) == "the")) {
        let from = usize::from(subject.word(0) == "the") + n;
        (Some(Names::in_statement(name)), subject.slice(from..subject.len()), body)
    } else {
        (None, subject.clone(), body)
    };
    // `Plaintiff's reply, if any, shall be filed by D`
    let optional = without_if_any(&thing).or_else(|| without_last_if_any(&thing));
    let thing = optional.clone().unwrap_or(thing);
    let mut cut = match cut_clauses(&tail, ctx) {
        Ok(cut) => cut,
        Err(why) => return Formed::question(why),
    };
    if let Some((times, clauses)) = early {
        cut.times.splice(0..0, times);
        cut.clauses.splice(0..0, clauses);
    }
    if thing.is_empty() || obstacle_of_subject(&thing, ctx.verbs).is_some() {
        return Formed::question(format!("who must {lemma} `{}`?", thing.all()));
    }
    let Some(bearer) = bearer else {
        return unnamed(&thing, (lemma, len), rest, &cut, modal, optional.is_some(), ctx);
    };
    // `shall be filed with the Court and served upon Defendants`
    if (1..cut.rest.len())
        .any(|i| cut.rest.top(i) && matches!(cut.rest.word(i - 1), "and" | "or") && cut.rest.word(i).ends_with("ed"))
    {
        return Formed::question("which of these acts are on what?");
    }
    let named = Bearer::Named { text: bearer, jointly: modal.jointly, each: modal.each, through: None };
    let modal =
        if optional.is_some() && modal.force == Force::Must { Modal { force: Force::May, ..modal } } else { modal };
    let modality = match modal.force {
        Force::Should => "should",
        Force::MustNot | Force::May => super::build::modality_in_words(modal.force),
        _ => "must",
    };
    let Some(who) = named.with(modality) else { return Formed::nothing() };
    let with = if cut.rest.is_empty() {
        String::new()
    } else {
        format!(" {}", ctx.names.renamed(&cut.rest, 0, cut.rest.len()))
    };
    let whole = thing.and(&cut.rest);
    let mut ways = vec![
        format!("{}{with}", ctx.names.renamed(&thing, 0, thing.len())),
        format!("{}{with}", in_quotation_marks(&thing.all())),
    ];
    if obstacle_to_quoting(&whole, ctx.verbs).is_none() {
        ways.push(in_quotation_marks(&whole.all()));
    }
    let acts: Vec<String> = ways.iter().map(|way| format!("{who} {lemma} {way}")).collect();
    candidates_of_named(&acts, &cut, modal.force, optional.is_some(), ctx)
}

/// Each wording of the act, with its times and its clauses.
fn candidates_of_named(
    acts: &[String],
    cut: &super::clauses::Cut<'_, '_>,
    force: Force,
    optional: bool,
    ctx: &Context<'_>,
) -> Formed {
    let mut candidates = Vec::new();
    for act in acts {
        for (when, declares) in time_clauses(&cut.times, ctx) {
            let mut lines = vec![act.clone()];
            let none = when.is_empty().then_some(if force == Force::MustNot { "continuing" } else { "no deadline" });
            let none = none.filter(|_| matches!(force, Force::Must | Force::MustNot));
            lines.extend(when);
            lines.extend(none.map(str::to_owned));
            lines.extend(cut.clauses.clone());
            let remark = none.map(|_| "the order states no time".to_owned());
            let remark = remark.or_else(|| optional.then(|| IF_ANY.to_owned()));
            let implied: &[&str] = if optional { &["if"] } else { &[] };
            let text = lines.join("\n     ");
            candidates.push(Candidate { declares, remark, implied, ..Candidate::new(text, force) });
        }
    }
    Formed::of(candidates)
}

/// What nobody is named to do: a cut-off, or the words as they stand.
fn unnamed(
    thing: &Phrase<'_, '_>,
    (lemma, len): (&str, usize),
    rest: &Phrase<'_, '_>,
    cut: &super::clauses::Cut<'_, '_>,
    modal: Modal,
    optional: bool,
    ctx: &Context<'_>,
) -> Formed {
    let found = cut_off(thing, rest, cut, modal, ctx);
    // `Objections, if any, shall be filed by D`: all that there are.
    if optional {
        let Some(mut all) = found else { return Formed::question(format!("who may {lemma} `{}`?", thing.all())) };
        all.candidates.iter_mut().for_each(|c| c.implied = &["if"]);
        return all;
    }
    found
        .or_else(|| of_nobody(thing, &rest.slice(0..len), cut, modal, ctx))
        .unwrap_or_else(|| Formed::question(format!("who must {lemma} {}?", in_quotation_marks(&thing.all()))))
}

/// `A stipulation shall be filed by D`: a duty in the passive, which the language has as well. It puts nobody in
/// breach until somebody is named.
fn of_nobody(
    thing: &Phrase<'_, '_>,
    done: &Phrase<'_, '_>,
    cut: &super::clauses::Cut<'_, '_>,
    modal: Modal,
    ctx: &Context<'_>,
) -> Option<Formed> {
    let modality = match modal.force {
        Force::Must if !modal.each && !modal.jointly => "must be",
        Force::MustNot => "must not be",
        Force::May => "may be",
        _ => return None,
    };
    // `No party shall be excused` forbids, `the stipulation that is filed shall be` says more.
    const DECIDED: &[&str] = &[
        "permitted",
        "allowed",
        "granted",
        "denied",
        "considered",
        "accepted",
        "required",
        "expected",
        "excused",
        "deemed",
    ];
    let described = DECIDED.contains(&done.word(0))
        || thing.has(&["no", "neither", "nor", "if", "unless", "it", "they"])
        || is_person(thing, ctx);
    if described || thing.len() > 30 || obstacle_to_quoting(&cut.rest, ctx.verbs).is_some() {
        return None;
    }
    let with = if cut.rest.is_empty() { String::new() } else { format!(" {}", in_quotation_marks(&cut.rest.all())) };
    let remark = Some("who must do it? The order does not say: until somebody is named, this binds nobody".to_owned());
    let remark = remark.filter(|_| modal.force == Force::Must);
    let mut candidates = Vec::new();
    for (when, declares) in time_clauses(&cut.times, ctx) {
        let mut lines = vec![format!("{} {modality} {}{with}", in_quotation_marks(&thing.all()), done.all())];
        let none = match modal.force {
            Force::Must if when.is_empty() => Some("no deadline"),
            Force::MustNot if when.is_empty() => Some("continuing"),
            _ => None,
        };
        lines.extend(when);
        lines.extend(none.map(str::to_owned));
        lines.extend(cut.clauses.clone());
        let text = lines.join("\n     ");
        candidates.push(Candidate { declares, remark: remark.clone(), ..Candidate::new(text, Force::Words) });
    }
    Some(Formed::of(candidates))
}

/// `Defendant shall be dismissed`: what is done to a person.
fn is_person(thing: &Phrase<'_, '_>, ctx: &Context<'_>) -> bool {
    super::bearers::read_bearer(thing, ctx.names).is_some()
}

/// `All motions in limine shall be filed by D`: a cut-off, which binds nobody.
fn cut_off(
    thing: &Phrase<'_, '_>,
    rest: &Phrase<'_, '_>,
    cut: &super::clauses::Cut<'_, '_>,
    modal: Modal,
    ctx: &Context<'_>,
) -> Option<Formed> {
    // `Motions in limine shall be filed by D` are all of them.
    let several = is_thing(thing.word(requirements::head_noun_at(thing)))
        && thing.word(requirements::head_noun_at(thing)).ends_with('s')
        && !DETERMINERS.contains(&thing.word(0));
    let every = matches!(thing.word(0), "any" | "all");
    // `Fact discovery shall be completed by D` ends a time for everybody.
    let discovery = thing.last() == "discovery" && matches!(rest.word(0), "completed" | "concluded");
    if modal.force != Force::Must
        || !(every || discovery || several)
        || cut.times.len() != 1
        || !cut.rest.is_empty()
        || !cut.clauses.is_empty()
    {
        return None;
    }
    let word = rest.word(0);
    let lead = if every { thing.word(0) } else { "all" };
    let remark = (several && !every)
        .then(|| "the order does not say who must do it: as a cut-off, this binds nobody".to_owned());
    let things = super::clauses::without_edge_commas(&thing.slice(usize::from(every)..thing.len()));
    let mut candidates = Vec::new();
    for way in [ctx.names.renamed(&things, 0, things.len()), in_quotation_marks(&things.all())] {
        for (when, declares) in time_clauses(&cut.times, ctx) {
            let text = format!("{lead} {way} must be {word} {}", when.join(" "));
            candidates.push(Candidate { declares, remark: remark.clone(), ..Candidate::new(text, Force::Other) });
        }
    }
    Some(Formed::of(candidates))
}

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "these", "those", "its", "their", "his", "her", "such", "said", "each", "both", "no",
    "copies",
];
