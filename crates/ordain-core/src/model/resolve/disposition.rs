//! What one order does to another, to its paragraphs, to hearings and motions.

use super::anchor::anchor;
use super::caseload::is_of_action;
use super::condition::condition_of;
use super::deemed::Timely;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use super::{caseload, deadline_of, deemed, due, rewrite, scope, setting};
use crate::model::ir::disposition::{Disposition, StayEnd};
use crate::model::ir::due::Due;
use crate::model::ir::names::{Entity, fold};
use crate::model::ir::object::{Head, Object, Objects};
use crate::model::ir::period::Moment;
use crate::model::ir::scope::Scope;
use ordain_syntax::ast::{self, Clause, ClauseKind, Deadline, DispositionVerb, Point, Statement, StatementKind};

/// The declared things and orders among words that need not resolve.
fn mentioned(words: &PhraseResolver<'_>, phrase: &ast::Phrase, verb: DispositionVerb) -> Objects {
    let mut found = Objects::default();
    let mut at = 0;
    while at < phrase.tokens.len() {
        match words.names.longest(&phrase.tokens[at..]) {
            Some((entity, n)) => {
                let head = match entity {
                    Entity::Thing(t) => Some(Head::Thing(t)),
                    // The paper by which an action was brought is dismissed, and not what an order requires.
                    Entity::Order(o) if verb != DispositionVerb::Dismisses => Some(Head::Order(o)),
                    _ => None,
                };
                if head.is_some() {
                    found.list.push(Object { head, ..Object::empty(phrase.tokens[at].span) });
                }
                at += n.max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// `dismisses this action`: with it goes what is still to come in it. Anything else that is
/// dismissed (an appeal, a claim, a petition) is told by the Court's own words.
fn dismissed(words: &PhraseResolver<'_>, tokens: &[ast::Token]) -> Scope {
    let mut quiet = Vec::new();
    let mut silent = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
    match scope::resolve(&mut silent, tokens) {
        Some((_, scope)) if !scope.sweeps.is_empty() => scope,
        _ => Scope::default(),
    }
}

/// Resolves a disposition with the clauses of its paragraph; `None` where a
/// word of it stands for nothing, which was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, d: &ast::Disposition, clauses: &[Clause]) -> Option<Disposition> {
    use DispositionVerb as V;
    let mut verb = d.verb.value;
    // Grants and denials dispose of papers by the Court's own words for them: only declared motions and stipulations are looked for.
    let told = matches!(
        verb,
        V::Orders
            | V::Finds
            | V::Retains
            | V::Grants
            | V::GrantsInPart
            | V::Denies
            | V::DeniesAsMoot
            | V::TakesUnderAdvisement
            | V::Deems
            | V::Dismisses
            | V::Remands
            | V::Affirms
            | V::Recalls
    );
    let mut tokens = d.object.as_ref().map(|o| o.tokens.clone()).unwrap_or_default();
    if verb == V::Expires && scope::take_stay(&mut tokens) {
        verb = V::LiftsStay;
    }
    let from = scope::take_day(verb, &mut tokens);
    let (tokens, named_cases) = scope::take_case(tokens);
    let timely = if verb == V::Deems { deemed::timely(words, &tokens)? } else { None };
    let of_action = is_of_action(verb);
    let action = if of_action { Some(caseload::resolve(words, verb, d.object.as_ref(), d.span)?) } else { None };
    let told = told || of_action;
    let owed = match d.object.as_ref().filter(|_| !told).and_then(|o| deadline_of::read(words, o)) {
        Some(found) => Some(found?),
        None => match &timely {
            Some(Timely::Owed(owed)) => Some(owed.clone()),
            _ => None,
        },
    };
    let (objects, mut scope) = if let Some(Timely::Paragraphs(named)) = &timely {
        (Some(named.clone()), Scope::default())
    } else if told {
        let scope = if verb == V::Dismisses { dismissed(words, &tokens) } else { Scope::default() };
        let named = d.object.as_ref().filter(|_| verb != V::Deems && !of_action);
        (named.map(|o| mentioned(words, o, verb)), scope)
    } else if owed.is_some() || tokens.is_empty() {
        (None, Scope::default())
    } else {
        let (rest, scope) = scope::resolve(words, &tokens)?;
        let objects = if rest.is_empty() { None } else { Some(words.objects(&rest)?) };
        (objects, scope)
    };
    let cases: Vec<ClauseKind> = d.cases.iter().cloned().chain(named_cases).collect();
    scope.cases = scope::own_cases(words, &cases)?;
    setting::check(words.declared, d, objects.as_ref(), words.out);
    let to = match &d.to {
        Some(Point::Date(date)) => Some(Moment::from(date)),
        _ => None,
    };
    // How long it lasts, in words that need not resolve.
    let stays = verb == V::Stays || of_action;
    let due = match (&d.to, &d.until) {
        (Some(point), _) if !told => Some(due::point(words, point)?),
        (None, Some(Deadline::Until(Point::Date(day)) | Deadline::Through(Point::Date(day)))) if !stays => {
            Some(Due::Day { moment: day.into(), strict: false })
        }
        _ => None,
    };
    let until = match &d.until {
        Some(deadline) if !stays => Some(due::resolve(words, deadline)?),
        _ => None,
    };
    let end = match &d.until {
        Some(deadline) if stays => stay_end(words, deadline),
        None if stays && d.by.is_some() => d.by.map_or(StayEnd::Open, StayEnd::For),
        _ => StayEnd::Open,
    };
    let rewrite = rewrite::resolve(words, d)?;
    let as_of = clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::AsOf(day) => Some(day.day),
        _ => None,
    });
    let deemed = match &d.object {
        Some(object) if verb == V::Deems && timely.is_none() => deemed::resolve(words, &object.tokens, as_of)?,
        Some(object) if verb == V::Finds => deemed::found(&object.tokens),
        _ => action,
    };
    let effective = clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::Effective(day) => Some(day.day),
        _ => None,
    });
    // It may stand behind the clauses of a modification, or on a line of its own.
    let back = d.clauses.iter().chain(clauses).find_map(|c| match &c.kind {
        ClauseKind::NuncProTunc(since) => Some(since.as_ref().map(|s| s.day)),
        _ => None,
    });
    let ends = verb == V::LiftsStay;
    let mut conditions = Vec::new();
    for clause in clauses {
        if let Some(condition) = condition_of(words, &clause.kind, clause.span) {
            conditions.push(condition?);
        }
    }
    Some(Disposition {
        verb,
        objects,
        owed,
        allowed: clauses.iter().find_map(|c| match &c.kind {
            ClauseKind::RulesAllow(rule) => Some(rule.value.clone()),
            _ => None,
        }),
        scope,
        words: format!(
            "{}{}",
            fold(&d.object.as_ref().map(text_of).unwrap_or_default()),
            d.cases.iter().map(scope::in_words).collect::<String>()
        ),
        except: clauses.iter().filter(|_| rewrite.is_none()).find_map(|c| match &c.kind {
            ClauseKind::Except(phrase) => Some(fold(&text_of(phrase))),
            _ => None,
        }),
        to,
        due,
        by: d.by,
        until,
        end,
        rewrite,
        deemed,
        timely: timely.is_some(),
        replacement: d.by_paragraph.as_ref().map(|p| fold(&text_of(p))),
        retroactive: d.nunc_pro_tunc || back.is_some(),
        since: d
            .since
            .as_ref()
            .map(|s| s.day)
            .or(back.flatten())
            .or(effective)
            .or(from)
            .or(to.filter(|_| ends).map(|t| t.day)),
        conditions,
        span: d.span,
    })
}

/// `until D`, `until the ruling`, `pending appeal`: an event that nothing declares is kept in words.
fn stay_end(words: &mut PhraseResolver<'_>, deadline: &Deadline) -> StayEnd {
    let mut quiet = Vec::new();
    let mut event = |phrase: &ast::Phrase, lead: &str| {
        let mut tried = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
        let text = format!("{lead} {}", text_of(phrase));
        match anchor(&mut tried, phrase) {
            Some(anchor) => StayEnd::Event(anchor, text),
            None => StayEnd::Words(text),
        }
    };
    match deadline {
        Deadline::Until(Point::Date(d)) => StayEnd::Day { day: d.day, inclusive: false },
        Deadline::Through(Point::Date(d)) => StayEnd::Day { day: d.day, inclusive: true },
        Deadline::Until(Point::Event(p)) | Deadline::Through(Point::Event(p)) => event(p, "until"),
        Deadline::Pending(p) => event(p, "pending"),
        Deadline::UntilPeriod { inclusive, .. } => {
            let mut tried = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
            match due::resolve(&mut tried, deadline) {
                Some(Due::UntilPeriod { period, .. }) => StayEnd::Period { period, inclusive: *inclusive },
                _ => StayEnd::Words("until a day that its words do not tell".to_owned()),
            }
        }
        Deadline::UntilFurtherOrder => StayEnd::Words("until further order".to_owned()),
        _ => StayEnd::Open,
    }
}

/// What a statement does to other orders.
pub fn dispositions(statement: &Statement) -> &[ast::Disposition] {
    match &statement.kind {
        StatementKind::Paragraph(p) => match &p.body {
            ast::Body::Dispositions(list) => list,
            _ => &[],
        },
        StatementKind::Order(o) => &o.effects,
        _ => &[],
    }
}
