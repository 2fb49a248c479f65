//! What one order does to another, to its paragraphs, to hearings and motions.

use chrono::NaiveDate;

use super::anchor::{Anchor, anchor};
use super::caseload::{self, is_of_action};
use super::deadline_of::{self, OwedBy};
use super::deemed::{self, Deemed};
use super::due::{self, Due, Moment};
use super::names::{Entity, fold};
use super::object::{Head, Object, Objects};
use super::phrase::{PhraseResolver, text_of};
use super::rewrite::{self, Rewrite};
use super::scope::{self, Scope};
use super::{Condition, PartyId};
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Clause, ClauseKind, Deadline, DispositionVerb, Length, Point};

/// What a paragraph, or the head of an order, does to another thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Disposition {
    pub verb: DispositionVerb,
    /// The things named one by one.
    pub objects: Option<Objects>,
    /// The duty it names by its words: `deadline of Defendants to file answer`.
    pub owed: Option<OwedBy>,
    /// `as the rules allow "L.R. 8-3"`: the rule under which the parties may agree it.
    pub allowed: Option<String>,
    /// Sets, and whom it reaches.
    pub scope: Scope,
    pub words: String,
    /// `except "…"`: what it does not reach, in words; of a rewriting the clause itself says it.
    pub except: Option<String>,
    /// The day named by date, for hearings.
    pub to: Option<Moment>,
    /// When what it moves falls due.
    pub due: Option<Due>,
    /// `by 14 days`: how much later, or earlier, than it was.
    pub by: Option<Length>,
    /// `until …`, of anything but a stay.
    pub until: Option<Due>,
    /// When a stay ends.
    pub end: StayEnd,
    /// `modifies ¶ 1: …`, `replaces ¶ 1 with …`.
    pub rewrite: Option<Rewrite>,
    /// `deems answer filed on D`.
    pub deemed: Option<Deemed>,
    /// `deems First ¶ 1 met`, `deems answer of Defendants timely`: what it names counts as done in time.
    pub timely: bool,
    /// `with ¶ 3 of this order`, as it is written.
    pub replacement: Option<String>,
    /// `nunc pro tunc`: it holds for the time before its entry too.
    pub retroactive: bool,
    /// `as of D`, `effective D`: from when, where that is said.
    pub since: Option<NaiveDate>,
    /// `if …`: whether it has any effect is for a person.
    pub conditions: Vec<Condition>,
    pub span: Span,
}

/// How long a stay lasts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum StayEnd {
    /// Nothing is said.
    #[default]
    Open,
    /// `until D`; whether D is inside is not said unless `inclusive`.
    Day { day: NaiveDate, inclusive: bool },
    /// `for 30 days`, from the day on which it begins.
    For(Length),
    /// `until the ruling`, `pending appeal`: until this event happens.
    Event(Anchor, String),
    /// `until 30 days after the ruling`.
    Period { period: Box<due::Period>, inclusive: bool },
    /// `until further order`, or an event that no statement declares.
    Words(String),
}

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
pub(super) fn resolve(words: &mut PhraseResolver<'_>, d: &ast::Disposition, clauses: &[Clause]) -> Option<Disposition> {
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
            Some(deemed::Timely::Owed(owed)) => Some(owed.clone()),
            _ => None,
        },
    };
    let (objects, mut scope) = if let Some(deemed::Timely::Paragraphs(named)) = &timely {
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
    super::setting::check(words.declared, d, objects.as_ref(), words.out);
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
        if let Some(condition) = Condition::of(words, &clause.kind, clause.span) {
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

impl Disposition {
    /// The parties it is limited to; everyone where empty.
    #[must_use]
    pub fn only(&self) -> &[PartyId] {
        &self.scope.parties
    }
}
