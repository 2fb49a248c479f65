//! What one order does to another, to its paragraphs, to hearings and motions.

use crate::model::ir::disposition::Permission;
use chrono::NaiveDate;

use super::anchor::resolve_anchor;
use super::caseload::is_of_action;
use super::condition::condition_of;
use super::deemed::Timely;
use super::phrase::PhraseResolver;
use super::tokens::{span_of, text, text_of};
use super::{
    caseload, deadline_of, deemed, dismissal, docket_numbers, due, hearing_by_noun, reach, rewrite, scope, spared,
};
use crate::model::ir::deemed::Deemed;
use crate::model::ir::disposition::{Disposition, StayEnd};
use crate::model::ir::due::Due;
use crate::model::ir::names::{Entity, fold};
use crate::model::ir::object::{Head, Object, Objects};
use crate::model::ir::owed::OwedBy;
use crate::model::ir::period::Moment;
use crate::model::ir::scope::{Scope, Sweep, Swept};
use ordain_base::diag::codes::names as say;
use ordain_syntax::ast::{self, Clause, ClauseKind, Deadline, DispositionVerb as V, Point, Statement, StatementKind};

/// The declared things and orders among words that need not resolve.
fn objects_mentioned(words: &PhraseResolver<'_>, phrase: &ast::Phrase, verb: V) -> Objects {
    let mut found = Objects::default();
    let mut at = 0;
    while at < phrase.tokens.len() {
        match words.names.longest(&phrase.tokens[at..]) {
            Some((entity, n)) => {
                let head = match entity {
                    Entity::Thing(t) => Some(Head::Thing(t)),
                    // The paper by which an action was brought is dismissed, and not what an order requires.
                    Entity::Order(o) if verb != V::Dismisses => Some(Head::Order(o)),
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

/// Resolves a disposition with the clauses of its paragraph; `None` where a
/// word of it means nothing, which was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, d: &ast::Disposition, clauses: &[Clause]) -> Option<Disposition> {
    let rearranged = super::excused::in_order(words, d);
    let (written, d) = (d, rearranged.as_ref().unwrap_or(d));
    let mut verb = d.verb.value;
    super::setting::declared(words, d)?;
    let mut tokens = d.object.as_ref().map(|o| o.tokens.clone()).unwrap_or_default();
    if verb == V::Expires && scope::take_stay(&mut tokens) {
        verb = V::LiftsStay;
    }
    let mut entries = Vec::new();
    if !names_in_own_words(verb) {
        tokens = deadline_of::of_paragraph(&tokens).to_vec();
        tokens = hearing_by_noun::by_its_name(words, tokens)?;
        entries = docket_numbers::name_orders(words, verb, d, &mut tokens)?;
    }
    let instance = take_instance(words, verb, &mut tokens)?;
    let from = scope::take_day(verb, &mut tokens);
    let (tokens, named_cases) = scope::take_case(tokens);
    let reported = words.out.len();
    let Named { objects, owed, mut scope, timely, action } = named_by_disposition(words, d, verb, &tokens)?;
    let cases: Vec<ClauseKind> = d.cases.iter().cloned().chain(named_cases).collect();
    scope.cases = scope::own_cases(words, &cases)?;
    // One fault is reported once.
    if words.out.len() == reported {
        reach::check_targets(words, verb, objects.as_ref(), owed.is_some());
    }
    super::setting::check_setting(words.declared, d, objects.as_ref(), words.out);
    let When { to, due, until, end } = time_of_disposition(words, d, verb)?;
    let rewrite = rewrite::resolve(words, d)?;
    let own = Own::of(clauses);
    let except = d.except.as_ref().or(own.except);
    let spared = match except {
        Some(phrase) if !names_in_own_words(verb) && rewrite.is_none() => Some(spared::resolve(words, &phrase.tokens)?),
        _ => None,
    };
    let deemed = match &d.object {
        Some(object) if verb == V::Deems && timely.is_none() => deemed::resolve(words, &object.tokens, own.as_of)?,
        Some(object) if verb == V::Finds => deemed::deemed_by(&object.tokens),
        _ => action,
    };
    let back = nunc_pro_tunc_in(&d.clauses).or(own.nunc_pro_tunc);
    let since = d.since.as_ref().map(|s| s.day).or(back.flatten()).or(own.effective).or(from);
    let mut conditions = Vec::new();
    for clause in own.conditions {
        if let Some(condition) = condition_of(words, &clause.kind, clause.span) {
            conditions.push(condition?);
        }
    }
    Some(Disposition {
        verb,
        objects,
        owed,
        instance,
        allowed: own.allowed,
        scope,
        words: object_words(written),
        entries,
        except: except.filter(|_| rewrite.is_none()).map(|phrase| fold(&text_of(phrase))),
        spared,
        to,
        from: match &d.from {
            Some(Point::Date(date)) => Some(date.into()),
            _ => None,
        },
        due,
        by: d.by,
        until,
        end,
        rewrite,
        deemed,
        timely: timely.is_some(),
        replacement: d.by_paragraph.as_ref().map(|p| fold(&text_of(p))),
        retroactive: d.nunc_pro_tunc || back.is_some(),
        since: since.or(to.filter(|_| verb == V::LiftsStay).map(|t| t.day)),
        conditions,
        span: d.span,
    })
}

/// `nunc pro tunc` may be behind the clauses of a modification, or on a line of its own: from when.
fn nunc_pro_tunc_in(clauses: &[Clause]) -> Option<Option<NaiveDate>> {
    clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::NuncProTunc(since) => Some(since.as_ref().map(|s| s.day)),
        _ => None,
    })
}

/// What it is about, as the order words it.
fn object_words(d: &ast::Disposition) -> String {
    let cases: String = d.cases.iter().map(scope::in_words).collect();
    format!("{}{cases}", fold(&d.object.as_ref().map(text_of).unwrap_or_default()))
}

/// `Sched ¶ 1 #2`: one due day of a duty that recurs, which only a move can reach; the outer `None` after a
/// diagnostic.
fn take_instance(words: &mut PhraseResolver<'_>, verb: V, tokens: &mut Vec<ast::Token>) -> Option<Option<u32>> {
    let number = |t: &ast::Token| t.text.strip_prefix('#').and_then(|n| n.parse::<u32>().ok()).filter(|n| *n > 0);
    let found = tokens.windows(2).position(
        |w| matches!(w, [paragraph, of] if paragraph.kind == ast::TokenKind::Paragraph && number(of).is_some()),
    );
    let Some(at) = found.map(|at| at + 1) else { return Some(None) };
    let token = tokens.remove(at);
    let moves = matches!(verb, V::Extends | V::Advances | V::Continues | V::Resets | V::Adjourns);
    let several = tokens.iter().filter(|t| t.kind == ast::TokenKind::Paragraph).count() > 1;
    if !moves || several {
        words.out.push(ordain_base::diag::codes::orders::one_instance(&token.text, token.span));
        return None;
    }
    Some(number(&token))
}

/// Verbs whose objects are described by the Court's own words for them: of those only
/// declared motions, stipulations and orders are looked for.
#[must_use]
pub fn names_in_own_words(verb: V) -> bool {
    matches!(
        verb,
        V::Orders
            | V::Finds
            | V::Retains
            | V::Grants
            | V::GrantsInPart
            | V::DeniesInPart
            | V::Denies
            | V::DeniesAsMoot
            | V::TakesUnderAdvisement
            | V::Deems
            | V::Dismisses
            | V::Remands
            | V::Transfers
            | V::Affirms
            | V::Recalls
            | V::Shown(_)
    ) || is_of_action(verb)
}

/// What a disposition is about.
struct Named {
    objects: Option<Objects>,
    owed: Option<OwedBy>,
    scope: Scope,
    timely: Option<Timely>,
    /// What it makes of the action itself.
    action: Option<Deemed>,
}

fn named_by_disposition(
    words: &mut PhraseResolver<'_>,
    d: &ast::Disposition,
    verb: V,
    tokens: &[ast::Token],
) -> Option<Named> {
    let timely = if verb == V::Deems { deemed::timely(words, tokens)? } else { None };
    let of_action = is_of_action(verb);
    let action = if of_action { Some(caseload::resolve(words, verb, d.object.as_ref(), d.span)?) } else { None };
    let reported = names_in_own_words(verb);
    let owed = match d.object.as_ref().filter(|_| !reported).and_then(|o| deadline_of::owed_by(words, o)) {
        Some(found) => Some(found?),
        None => match &timely {
            Some(Timely::Owed(owed)) => Some(owed.clone()),
            _ => None,
        },
    };
    let (objects, scope) = if let Some(Timely::Paragraphs(named)) = &timely {
        (Some(named.clone()), Scope::default())
    } else if reported {
        let scope = match verb {
            V::Dismisses => dismissal::scope_of_dismissal(words, tokens),
            // What is due in the action is in doubt while it is closed, and after it is reopened.
            _ if of_action => Scope { sweeps: vec![Sweep::of(Swept::Dates)], ..Scope::default() },
            V::Remands | V::Transfers => dismissal::scope_of_ending(words, tokens),
            _ => Scope::default(),
        };
        let named = d.object.as_ref().filter(|_| verb != V::Deems && !of_action);
        let named = named.map(|o| objects_mentioned(words, o, verb));
        deadline_of::refuse_time_granted(words, d, tokens)?;
        // Words that name nothing would be shown, and what they end would be held against somebody.
        let ends = matches!(verb, V::Dismisses | V::Remands | V::Transfers);
        let nothing = scope == Scope::default() && named.as_ref().is_none_or(|n| n.list.is_empty());
        let quoted = tokens.iter().any(|t| t.kind == ast::TokenKind::Quoted);
        if ends && nothing && !tokens.is_empty() && !quoted && !dismissal::is_part(tokens) {
            words.out.push(say::ends_nothing(verb.name(), &text(tokens), span_of(tokens)));
            return None;
        }
        (named, scope)
    } else if owed.is_some() || tokens.is_empty() {
        (None, Scope::default())
    } else if let Some(scope) = dismissal::of_party(words, tokens).filter(|_| verb == V::Reinstates) {
        (None, scope)
    } else {
        let (rest, scope) = scope::resolve(words, tokens)?;
        let objects = if rest.is_empty() { None } else { Some(words.objects(&rest)?) };
        (objects, scope)
    };
    Some(Named { objects, owed, scope, timely, action })
}

/// To which day, until when.
struct When {
    to: Option<Moment>,
    due: Option<Due>,
    until: Option<Due>,
    end: StayEnd,
}

fn time_of_disposition(words: &mut PhraseResolver<'_>, d: &ast::Disposition, verb: V) -> Option<When> {
    let to = match &d.to {
        Some(Point::Date(date)) => Some(Moment::from(date)),
        _ => None,
    };
    // How long it lasts, in words that need not resolve.
    let stays = verb == V::Stays || is_of_action(verb);
    let due = match (&d.to, &d.until) {
        (Some(point), _) if !names_in_own_words(verb) => Some(due::due_at_point(words, point)?),
        (None, Some(Deadline::Until(Point::Date(day)) | Deadline::Through(Point::Date(day)))) if !stays => {
            Some(Due::Day { moment: day.into(), strict: false, close_of_business: false })
        }
        _ => None,
    };
    let until = match &d.until {
        Some(deadline) if !stays => Some(due::resolve(words, deadline)?),
        _ => None,
    };
    let end = match &d.until {
        Some(deadline) if stays => stay_end(words, deadline)?,
        // `stays Sched to D`: it lasts to that day, and whether D is inside is not said.
        None if verb == V::Stays && to.is_some() => {
            to.map_or(StayEnd::Open, |to| StayEnd::Day { day: to.day, inclusive: false })
        }
        None if stays && d.by.is_some() => d.by.map_or(StayEnd::Open, StayEnd::For),
        _ => StayEnd::Open,
    };
    Some(When { to, due, until, end })
}

/// What the clauses of its paragraph say of a disposition; the first of each kind counts.
#[derive(Default)]
struct Own<'c> {
    as_of: Option<NaiveDate>,
    effective: Option<NaiveDate>,
    /// `nunc pro tunc`, and from when.
    nunc_pro_tunc: Option<Option<NaiveDate>>,
    allowed: Option<Permission>,
    except: Option<&'c ast::Phrase>,
    conditions: Vec<&'c Clause>,
}

impl<'c> Own<'c> {
    fn of(clauses: &'c [Clause]) -> Self {
        let mut own = Self::default();
        for clause in clauses {
            own.take(clause);
        }
        own
    }

    /// Takes one clause in; false where a disposition cannot use it. A clause that is not named here is refused, and
    /// nothing of it is lost in silence.
    fn take(&mut self, clause: &'c Clause) -> bool {
        use ClauseKind as K;
        match &clause.kind {
            K::Condition { .. } => self.conditions.push(clause),
            K::AsOf(day) => self.as_of = self.as_of.or(Some(day.day)),
            K::Effective(day) => self.effective = self.effective.or(Some(day.day)),
            K::NuncProTunc(since) => {
                self.nunc_pro_tunc = self.nunc_pro_tunc.or(Some(since.as_ref().map(|s| s.day)));
            }
            K::RulesAllow(rule) => self.allowed = self.allowed.take().or_else(|| Some(Permission::of(&rule.value))),
            K::Except(phrase) => self.except = self.except.or(Some(phrase)),
            // Of the paragraph, which reads them itself.
            K::InCase { .. } | K::Topic(_) | K::Reading(_) | K::Source(_) | K::Quote(_) | K::Note(_) => {}
            _ => return false,
        }
        true
    }
}

/// A disposition can use this clause; the day of `as of` only what is deemed.
pub(super) fn uses(verb: V, clause: &Clause) -> bool {
    let deems = verb == V::Deems || !matches!(clause.kind, ClauseKind::AsOf(_));
    deems && Own::default().take(clause)
}

/// `until D`, `until the ruling`, `pending appeal`: an event that nothing declares is kept in words.
/// `None` where words that name a day cannot be read: that was reported.
fn stay_end(words: &mut PhraseResolver<'_>, deadline: &Deadline) -> Option<StayEnd> {
    let mut quiet = Vec::new();
    let mut event = |phrase: &ast::Phrase, lead: &str| {
        let dated = phrase.tokens.iter().any(|t| matches!(t.kind, ast::TokenKind::Date(_)));
        let out = if dated { &mut *words.out } else { &mut quiet };
        let mut tried = PhraseResolver { names: words.names, declared: words.declared, out };
        let text = format!("{lead} {}", text_of(phrase));
        match resolve_anchor(&mut tried, phrase) {
            Some(anchor) => Some(StayEnd::Event(anchor, text)),
            None if dated => None,
            None => Some(StayEnd::Words(text)),
        }
    };
    let end = match deadline {
        Deadline::Until(Point::Date(d)) => StayEnd::Day { day: d.day, inclusive: false },
        Deadline::Through(Point::Date(d)) => StayEnd::Day { day: d.day, inclusive: true },
        Deadline::Until(Point::Event(p)) | Deadline::Through(Point::Event(p)) => return event(p, "until"),
        Deadline::Pending(p) => return event(p, "pending"),
        Deadline::UntilPeriod { inclusive, .. } => {
            let mut tried = PhraseResolver { names: words.names, declared: words.declared, out: &mut quiet };
            match due::resolve(&mut tried, deadline) {
                Some(Due::UntilPeriod { period, .. }) => StayEnd::Period { period, inclusive: *inclusive },
                _ => StayEnd::Words("until a day that its words do not tell".to_owned()),
            }
        }
        Deadline::UntilFurtherOrder => StayEnd::Words("until further order".to_owned()),
        _ => StayEnd::Open,
    };
    Some(end)
}

/// What a statement does to other orders.
pub fn dispositions_of_statement(statement: &Statement) -> &[ast::Disposition] {
    match &statement.kind {
        StatementKind::Paragraph(p) => match &p.body {
            ast::Body::Dispositions(list) => list,
            _ => &[],
        },
        StatementKind::Order(o) => &o.effects,
        _ => &[],
    }
}
