//! From verdicts to findings: one for each paragraph that somebody must act on.

use crate::verdict::{Kind, Modality, Part, Place, Step, Verdict};
use ordain_base::diag::codes::duties as codes;
use ordain_base::diag::{Diagnostic, Ground, InShort, Severity};
use ordain_base::source::Span;
use ordain_base::words::{are_many, day, join, join_parts};

/// The findings that the verdicts of one view amount to, worst first, in the
/// order of the paragraphs within a severity.
#[must_use]
pub fn findings_of_verdicts(verdicts: &[Verdict]) -> Vec<Diagnostic> {
    findings_with(verdicts, |_| None)
}

/// The same; `words` gives the place of a duty in its order's own text.
#[must_use]
pub fn findings_with(verdicts: &[Verdict], words: impl Fn(&Verdict) -> Option<Place>) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = verdicts.iter().filter_map(|v| finding_of_verdict(v, words(v).as_ref())).collect();
    out.sort_by_key(|d| d.severity);
    out
}

/// Of several acts under letters, those that the finding is about: what is said of
/// one is not said of the others.
fn narrowed_to_failing_acts(v: &Verdict) -> Option<Verdict> {
    let same: Vec<&Verdict> = v.parts.iter().filter(|p| p.kind == v.kind).collect();
    let lettered = v.parts.iter().all(|p| p.part.first().is_some_and(Part::is_lettered) && p.parts.is_empty());
    let first = same.first().filter(|_| lettered && same.len() < v.parts.len())?;
    let why: Vec<String> = match same.as_slice() {
        [only] => vec![only.why.clone()],
        all => all.iter().map(|p| format!("{}: {}", p.part_words(), p.why)).collect(),
    };
    let names: Vec<String> = same.iter().map(|p| p.part_words()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let done: Vec<&str> = same.iter().map(|p| p.done.as_str()).collect();
    Some(Verdict {
        id: format!("{} {}", v.id, ordain_base::words::join_parts(&names)),
        done: join(&done),
        why: why.join("; "),
        span: first.span,
        due_span: first.due_span,
        parts: same.into_iter().cloned().collect(),
        ..v.clone()
    })
}

fn finding_of_verdict(v: &Verdict, words: Option<&Place>) -> Option<Diagnostic> {
    let whole = v;
    let narrow = narrowed_to_failing_acts(v);
    let v = narrow.as_ref().unwrap_or(v);
    let who = bearers_concerned(v);
    let names: Vec<&str> = who.iter().map(String::as_str).collect();
    let bearer = join(&names);
    let duty = codes::Duty { id: &v.id, bearer: &bearer, have: have_or_has(&who), done: &v.done };
    let why = if who == v.bearer { &v.why } else { of_worst(v) };
    // A breach at all times is of the duty, and not of its day.
    let timed = v.due.is_some() || v.kind != Kind::Breached;
    let span = v.due_span.filter(|_| timed).unwrap_or(v.span);
    let due = v.due.as_ref().map(|d| d.day);
    let mut d = match (v.kind, v.modality) {
        (Kind::Breached, Modality::MustNot) => codes::forbidden(&duty, why, v.span),
        (Kind::Breached, Modality::May | Modality::CutOff) => codes::beyond(&duty, why, v.span),
        (Kind::Breached, Modality::Must) if only_limits(v) => codes::beyond_limit(&duty, of_worst(v), v.span, due),
        (Kind::Breached, Modality::Must) => codes::breached(&duty, v.days, v.at_least, why, span, due),
        (Kind::Undetermined, _) => codes::undetermined(&duty, why, span, due),
        (Kind::Late, _) => codes::late(&duty, v.days.unwrap_or(0), v.at_least, span, due),
        (
            Kind::Pending
            | Kind::Waiting
            | Kind::Stayed
            | Kind::Lifted
            | Kind::Met
            | Kind::Kept
            | Kind::Available
            | Kind::Used
            | Kind::Expired,
            _,
        ) => return None,
    };
    let primary = d.span();
    // Without a day there is nothing to say of one: the duty has its name instead.
    let undated = v.modality == Modality::Must && v.due.is_none() && primary == v.span;
    if let Some(label) = d.labels.first_mut().filter(|_| undated) {
        let cite = v.sources.first().map(|s| format!(" ({s})")).unwrap_or_default();
        label.text = format!("{}{cite}", v.id);
    }
    let d = add_places(v, words, d, primary);
    let grounds = grounds_of_verdict(whole, &v.facts);
    let remedy = whole.remedy.clone().filter(|_| whole.kind == Kind::Undetermined);
    // An order's own numbers are cited as its paragraphs are named.
    let cite = v.sources.first().filter(|s| !v.id.starts_with(s.as_str())).cloned();
    Some(d.because(grounds).cited(cite).settled_by(remedy))
}

/// What was done went beyond a number, and nothing of it was missed.
fn only_limits(v: &Verdict) -> bool {
    let mut worst = v.parts.iter().filter(|p| p.kind == v.kind).peekable();
    let limit = |p: &Verdict| matches!(p.part.last(), Some(Part::Limit(_))) || !p.parts.is_empty() && only_limits(p);
    worst.peek().is_some() && worst.all(limit)
}

/// Of several who bear a duty, those of whom the verdict of the whole is true: nobody is said to
/// have missed what another missed.
pub(super) fn bearers_concerned(v: &Verdict) -> Vec<String> {
    fn add(v: &Verdict, kind: Kind, out: &mut Vec<String>) {
        if v.parts.is_empty() && v.kind == kind {
            out.extend(v.bearer.iter().filter(|b| !out.contains(b)).cloned().collect::<Vec<_>>());
        }
        v.parts.iter().for_each(|p| add(p, kind, out));
    }
    let mut found = Vec::new();
    add(v, v.kind, &mut found);
    // In the order in which the duty names them; a choice is missed by all of it together.
    let named: Vec<String> = v.bearer.iter().filter(|b| found.contains(b)).cloned().collect();
    if named.is_empty() { v.bearer.clone() } else { named }
}

/// Why, of the one part that is as bad as the whole; of the whole where several are.
fn of_worst(v: &Verdict) -> &str {
    let mut worst = v.parts.iter().filter(|p| p.kind == v.kind);
    match (worst.next(), worst.next()) {
        (Some(only), None) if only.parts.is_empty() => &only.why,
        (Some(only), None) => of_worst(only),
        _ => &v.why,
    }
}

/// The words of the duty, the nearest facts, and the order's own words, each
/// once and none inside another.
fn add_places(v: &Verdict, words: Option<&Place>, mut d: Diagnostic, primary: Span) -> Diagnostic {
    let mut taken = vec![primary];
    let mut add = |d: Diagnostic, span: Span, text: String| {
        if span.is_empty() || taken.iter().any(|t| t.overlaps(span)) {
            return d;
        }
        taken.push(span);
        d.label(span, text)
    };
    // An order's own numbers are cited as its paragraphs are named.
    let cited = v.sources.first().filter(|s| !v.id.starts_with(s.as_str()));
    let cite = cited.map(|s| format!(" ({s})")).unwrap_or_default();
    d = add(d, v.span, format!("{}{cite}", v.id));
    for place in v.facts.iter().take(FACTS).chain(words) {
        let cite = place.cite.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
        d = add(d, place.span, format!("{}{cite}", place.text));
    }
    d
}

/// More instances than a finding reports one by one.
const MANY: usize = 24;
/// Facts shown of one finding, the nearest first.
const FACTS: usize = 4;

/// Part by part, then the facts, the counting, and what is beside it.
fn grounds_of_verdict(v: &Verdict, facts: &[Place]) -> Vec<Ground> {
    let mut out: Vec<Ground> = Vec::new();
    if v.parts.is_empty() {
        let said = v.kind == Kind::Breached && v.modality != Modality::Must;
        if v.kind != Kind::Undetermined && !said {
            out.push(Ground::new(v.why.clone()));
        }
    } else if v.parts.len() > MANY && v.parts.iter().all(Verdict::is_instance) {
        // One line for each of a year of days is no report: the whole says it in short.
        out.push(Ground::new(v.why.clone()));
    } else {
        // The message of what is undetermined says why: where that is true of each part, it is said once.
        let said = v.kind == Kind::Undetermined && v.parts.iter().all(|p| p.kind == v.kind && p.why == v.why);
        if !said {
            out.extend(group_parts(&v.parts).into_iter().map(Ground::new));
        }
    }
    for fact in facts.iter().take(FACTS) {
        match out.iter_mut().find(|g| g.text.contains(&fact.text)) {
            Some(said) => {
                said.cites.extend(fact.cite.iter().filter(|c| !said.cites.contains(c)).cloned().collect::<Vec<_>>())
            }
            None => out.push(Ground {
                text: fact.text.clone(),
                cites: fact.cite.iter().cloned().collect(),
                labeled: true,
                short: InShort::Said,
            }),
        }
    }
    if let Some(due) = &v.due {
        // The label says the day; how it was counted from its beginning is for `--all`, `ordain why` and `ordain count`.
        let step = |s: &Step| Ground {
            short: match &s.origin {
                Some(origin) => InShort::Instead(format!("counted from {} ({origin})", day(s.date))),
                None => InShort::LeftOut,
            },
            ..Ground::new(format!("{}: {} — {} ({})", day(s.date), s.step, s.why, s.rule))
        };
        out.extend(due.trace.iter().map(step));
        if let Some(safe) = due.earliest_safe {
            out.push(Ground::new(format!("the law is unsettled here: {} is safe under every reading", day(safe))));
        }
    }
    out.extend(v.notes.iter().map(|r| Ground { short: r.short.clone(), ..Ground::new(r.text.clone()) }));
    out
}

/// A line for the parts that share a verdict and its reason.
fn group_parts(parts: &[Verdict]) -> Vec<String> {
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for p in parts {
        let text = format!("{}: {}", p.kind.phrase(), p.why);
        match said.iter_mut().find(|(t, _)| *t == text) {
            Some((_, names)) => names.push(p.part_words()),
            None => said.push((text, vec![p.part_words()])),
        }
    }
    let list = |names: &[String]| join_parts(&names.iter().map(String::as_str).collect::<Vec<_>>());
    said.into_iter().map(|(text, names)| format!("{} {text}", list(&names))).collect()
}

/// `Defendants have`, `Leon has`.
pub(super) fn have_or_has(bearer: &[String]) -> &'static str {
    if are_many(bearer) { "have" } else { "has" }
}

/// Errors first, then breaches, then what cannot be decided, then warnings and
/// notes; within a severity as they came.
pub fn worst_first(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|d| rank_of_severity(d.severity));
}

const fn rank_of_severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Breach => 1,
        Severity::Undetermined => 2,
        Severity::Warning => 3,
        Severity::Note => 4,
    }
}
