//! What follows on a breach: powers are listed, what is automatic is described as
//! the order states it, money is computed. Nothing here says that anything was done.

use chrono::NaiveDate;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amount::evaluate;
use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::event::anchor_day;
use crate::eval::due::period::period_deadline;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::{Task, bearer_names};
use crate::eval::duty::{performance, phrasing};
use crate::eval::evidence::place::{assertions_at, place_of};
use crate::eval::paragraph::accrual::Breach;
use crate::eval::paragraph::combine::Branch;
use crate::eval::paragraph::{accrual, combine};
use crate::eval::record::matching::{Match, match_actors, wordings_of_head};
use crate::eval::record::standing::Standing;
use crate::facts::{Content, Deed};
use crate::model::object::Head;
use crate::model::title_words::is_notice;
use crate::model::{
    Consequence, ConsequenceDuty, ConsequenceKind, Due, From, ItemLabel, Obligation, ObligationId, Paragraph,
    ParagraphId, Period, Provision, VerbFamily, Within,
};
use crate::verdict::{Accrued, Kind, Modality, Reason, Verdict};
use ordain_base::words::day;

/// What the consequences of one paragraph come to.
#[derive(Default)]
pub(in crate::eval) struct Follows {
    pub(in crate::eval) beside: Vec<Reason>,
    pub(in crate::eval) accrued: Vec<Accrued>,
    /// Duties of their own, with a time of their own.
    pub(in crate::eval) duties: Vec<Verdict>,
}

/// Whether a consequence has arisen.
enum Arises {
    Yes,
    /// The time to cure has ended: since when.
    NotCured(String),
    /// Not yet, or not any more: why.
    No(String),
    Unsettled(String),
}

/// What follows on the breach that `verdict` is, if it is one.
pub(in crate::eval) fn consequences_of(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    amended: &AmendedDuty<'_>,
    verdict: &Verdict,
) -> Follows {
    let mut out = Follows::default();
    let mut seen: Vec<&Consequence> = Vec::new();
    for (obligation, c) in provision.obligations.iter().flat_map(|l| l.consequences.iter().map(move |c| (l, c))) {
        // One clause after a list is for all of it, and follows once.
        if seen.iter().any(|s| s.span == c.span) {
            continue;
        }
        seen.push(c);
        let Some(breach) = Breach::of(case, verdict, amended) else {
            let money = matches!(&c.kind, ConsequenceKind::Duty(d) if d.penalty.is_some());
            if verdict.kind == Kind::Undetermined && money {
                out.beside.push(Reason::new(format!(
                    "on breach, {}: whether it is owed is as undetermined as the breach",
                    c.words
                )));
            }
            continue;
        };
        add_consequence(case, paragraph, provision, obligation, c, &breach, &mut out);
    }
    out
}

pub(in crate::eval) fn add_consequence(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    obligation: &Obligation,
    c: &Consequence,
    breach: &Breach,
    out: &mut Follows,
) {
    let mut uncured = String::new();
    match c.cure.as_ref().map_or(Arises::Yes, |cure| cure_of(case, paragraph, provision, cure, breach)) {
        Arises::Yes => {}
        Arises::NotCured(why) => uncured = format!("; {why}"),
        Arises::No(why) => return out.beside.push(Reason::new(format!("on breach, {}: {why}", c.words))),
        Arises::Unsettled(why) => {
            return out.beside.push(Reason::new(format!("on breach, {}: undetermined, {why}", c.words)));
        }
    }
    let duty = match &c.kind {
        ConsequenceKind::Power => return out.beside.push(Reason::new(format!("on breach, {}{uncured}", c.words))),
        ConsequenceKind::Automatic => {
            let text = format!(
                "on breach, {}: so the order says{uncured}; whether it has happened is for the record",
                c.words
            );
            return out.beside.push(Reason::new(text));
        }
        ConsequenceKind::Duty(duty) => duty,
    };
    let purge = c.purge.as_ref().map(|p| format!("; it ends when purged by {p}, which you judge"));
    let purge = purge.unwrap_or_default() + &uncured;
    let Some(penalty) = &duty.penalty else {
        out.beside.push(Reason::new(format!("on breach, {}{purge}", c.words)));
        out.duties.extend(duty_on_breach(case, paragraph, provision, obligation, c, duty, breach));
        return;
    };
    match accrual::accrued_penalty(penalty, breach) {
        Ok(accrued) => {
            let least = if accrued.at_least { " at least" } else { "" };
            let text = format!("on breach, {}: {}{least}; {}{purge}", c.words, accrued.shown, accrued.steps.join("; "));
            let steps: Vec<Reason> = accrued.steps.iter().map(Reason::new).collect();
            out.beside.push(Reason::new(text).because(steps));
            out.accrued.push(accrued);
        }
        Err(why) => out.beside.push(Reason::new(format!("on breach, {}: {why}", c.words))),
    }
    if penalty.per.is_none() && penalty.doubling.is_none() {
        out.duties.extend(duty_on_breach(case, paragraph, provision, obligation, c, duty, breach));
    }
}

/// Whether the breach was cured within the time for it.
fn cure_of(case: &Case<'_>, paragraph: &Paragraph, provision: &Provision, cure: &Within, breach: &Breach) -> Arises {
    let waiting = |event: &str| match breach.performed {
        Some(on) => Arises::No(format!("cured on {}, before any {event}", day(on))),
        None => Arises::No(format!("it waits for {event}, which is not on the record")),
    };
    let start = match &cure.from {
        From::Breach => breach.missed,
        From::Notice => match notice_day(case, provision, breach) {
            Some(day) => day,
            None => return waiting("notice"),
        },
        From::Event(anchor) => match anchor_day(case, paragraph, anchor) {
            Happens::On(bounds) => match bounds.day() {
                Some(day) => day,
                None => {
                    return Arises::Unsettled("the day from which the time to cure runs is not known".to_owned());
                }
            },
            Happens::Perhaps(_) => {
                return Arises::Unsettled("the event from which the time to cure runs is disputed".to_owned());
            }
            Happens::NotYet | Happens::Never(_) => return waiting("the event"),
        },
    };
    let until = match counted_within(case, paragraph, cure, start) {
        Deadline::By(due) => due.last().day,
        Deadline::Unsettled(why) | Deadline::Uncounted { why, .. } => return Arises::Unsettled(why),
        _ => return Arises::Unsettled("the time to cure has no end".to_owned()),
    };
    match breach.performed {
        Some(on) if on <= until && breach.at_least => {
            Arises::Unsettled("the day of the performance is not known".to_owned())
        }
        Some(on) if on <= until => {
            Arises::No(format!("cured on {}, in time: the time to cure ended on {}", day(on), day(until)))
        }
        None if case.question.as_of <= until => {
            Arises::No(format!("it waits, as the breach may be cured until {}", day(until)))
        }
        _ if start == breach.missed => Arises::NotCured(format!("not cured by {}", day(until))),
        _ => Arises::NotCured(format!("it began to run on {}, and was not cured by {}", day(start), day(until))),
    }
}

/// A period after `start`, by the rules of the court.
pub(in crate::eval) fn counted_within(
    case: &Case<'_>,
    paragraph: &Paragraph,
    within: &Within,
    start: NaiveDate,
) -> Deadline {
    let period = Period::from_day(within.length, start, false);
    period_deadline(case, paragraph, &period)
}

/// The day of the first notice that somebody else gave after the missed day.
pub(in crate::eval) fn notice_day(case: &Case<'_>, provision: &Provision, breach: &Breach) -> Option<NaiveDate> {
    let verbs = &case.model.declared.verbs;
    let mut days: Vec<(NaiveDate, usize)> = Vec::new();
    for (verb, list) in &case.index.deeds {
        let family = verbs.get(*verb).family;
        if !matches!(
            family,
            VerbFamily::Notify | VerbFamily::Serve | VerbFamily::Send | VerbFamily::File | VerbFamily::Produce
        ) {
            continue;
        }
        for (index, a, standing) in assertions_at(case, list) {
            let Content::Done(deed) = &a.content else { continue };
            let tells = family == VerbFamily::Notify || names_notice(case, deed);
            let other = match_actors(case.model, &provision.bearer, &deed.actors) == Match::No;
            let accepted = matches!(standing, Standing::Accepted(_)) && !deed.negated;
            let day = a.bounds.day().filter(|d| *d > breach.missed && *d <= case.question.as_of);
            if let (Some(day), true) = (day, tells && other && accepted) {
                days.push((day, index));
            }
        }
    }
    let (day, index) = days.into_iter().min()?;
    let _ = place_of(case, index, "notice of the breach");
    Some(day)
}

/// It is a notice, or a paper called one.
pub(in crate::eval) fn names_notice(case: &Case<'_>, deed: &Deed) -> bool {
    let heads = deed.act.objects.list.iter().filter_map(|o| o.head.as_ref());
    heads.into_iter().any(|h: &Head| wordings_of_head(case.model, h).iter().any(|w| is_notice(w)))
}

/// The act that follows on the breach, without what was said of the act that was missed.
fn obligation_on_breach(missed: &Obligation, c: &Consequence, duty: &ConsequenceDuty) -> Obligation {
    Obligation {
        id: ObligationId::NONE,
        label: ItemLabel::default(),
        acts: vec![duty.act.clone()],
        words: duty.act_words.clone(),
        due: Due::Open(String::new()),
        due_span: Some(c.span),
        span: c.span,
        conditions: Vec::new(),
        exceptions: Vec::new(),
        despite: Vec::new(),
        limit: None,
        consequences: Vec::new(),
        each: None,
        ..missed.clone()
    }
}

/// A duty of its own: `MTC ¶ 1 on breach`, due in its own time after the missed day.
pub(in crate::eval) fn duty_on_breach(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    obligation: &Obligation,
    c: &Consequence,
    duty: &ConsequenceDuty,
    breach: &Breach,
) -> Option<Verdict> {
    let within = duty.within.as_ref()?;
    let start = match &within.from {
        From::Breach => Some(breach.missed),
        From::Notice => notice_day(case, provision, breach),
        From::Event(anchor) => match anchor_day(case, paragraph, anchor) {
            Happens::On(bounds) => bounds.day(),
            Happens::Perhaps(_) | Happens::NotYet | Happens::Never(_) => None,
        },
    };
    let deadline = match start {
        Some(start) => counted_within(case, paragraph, within, start),
        None => Deadline::Waiting(format!("{} has no day on the record", within.words)),
    };
    // Nothing that performs the paragraph performs this, and nothing done before the breach.
    let own = Paragraph {
        id: ParagraphId(u32::MAX),
        name: format!("{} on breach", paragraph.name),
        effective: breach.missed.succ_opt(),
        span: c.span,
        ..paragraph.clone()
    };
    let obligation = obligation_on_breach(obligation, c, duty);
    let task = Task {
        paragraph: &own,
        obligation: &obligation,
        bearer: duty.bearer.clone(),
        deadline: &deadline,
        stays: &[],
        intervals: &[],
        lifted: None,
        held: None,
        reported: false,
    };
    let part: PartVerdict = evaluate::amount_verdict(case, &task, &duty.act, None)
        .unwrap_or_else(|| performance::act_verdict(case, &task, &obligation.acts));
    let done = phrasing::act_performed(case, &obligation);
    let branch = Branch {
        path: Vec::new(),
        verdict: part,
        done: done.clone(),
        bearer: bearer_names(case, &duty.bearer, &duty.bearer_words),
        modality: Modality::Must,
        span: c.span,
        due_span: Some(c.span),
    };
    let order = &case.model.order(paragraph.order).name;
    let provision = Provision {
        modality: Modality::Must,
        bearer: duty.bearer.clone(),
        bearer_words: duty.bearer_words.clone(),
        obligations: Vec::new(),
        choice: ordain_syntax::ast::Choice::All,
    };
    let verdict = combine::paragraph_verdict(&own, order, &provision, &done, vec![branch]);
    let ordered = combine::ordered(Modality::Must, &duty.bearer_words, &obligation.words);
    Some(Verdict { ordered, ..verdict })
}
