//! When a duty falls due, as the order words it: names resolved, nothing counted.

use super::anchor::{by_day, resolve_anchor};
use super::hearing_by_noun::hearing_by_noun;
use super::period::resolve_period;
use super::phrase::PhraseResolver;
use super::tokens::{span_of, text_of, verb_at};
use super::{acts, series};
use crate::model::ir::anchor::Anchor;
use crate::model::ir::due::Due;
use crate::model::ir::names::{Entity, name_of};
use crate::model::ir::thing::ThingKind;
use ordain_syntax::ast::{Deadline, DueOption, Phrase, Point, Time, Token, TokenKind};

/// Resolves a deadline; `None` where a name in it resolves to nothing, which was reported.
pub fn resolve(words: &mut PhraseResolver<'_>, deadline: &Deadline) -> Option<Due> {
    Some(match deadline {
        Deadline::By(point) => due_by(words, point, false)?,
        Deadline::Before(point) => due_by(words, point, true)?,
        Deadline::Until(point) => due_until(words, point, false)?,
        Deadline::Through(point) => due_until(words, point, true)?,
        Deadline::UntilPeriod { length, from, backward, inclusive } => {
            match resolve_period(words, *length, from, *backward, None)? {
                Due::Period(period) => Due::UntilPeriod { period, inclusive: *inclusive },
                other => other,
            }
        }
        Deadline::Within { length, after, stated } => {
            resolve_period(words, *length, after, false, stated.as_ref().map(|d| d.day))?
        }
        Deadline::AtLeastBefore { length, before } => resolve_period(words, *length, before, true, None)?,
        Deadline::EarlierOf(arms) => due_by_several(words, arms, false)?,
        Deadline::LaterOf(arms) => due_by_several(words, arms, true)?,
        Deadline::Promptly { outer: Some(outer), .. } => resolve(words, outer)?,
        Deadline::Promptly { outer: None, .. } => Due::Standard,
        // Of a duty it was taken apart where it was read.
        Deadline::Spanning { first, last } => {
            words.out.push(ordain_base::diag::codes::clauses::clause("a change of a duty", first.span.to(last.span)));
            return None;
        }
        Deadline::Every(series) => Due::Series(Box::new(series::resolve(words, series)?)),
        Deadline::WithinEach { length, each } => {
            match resolve_period(words, *length, &Point::Event(each.clone()), false, None)? {
                Due::Period(mut period) => {
                    period.words = text_of(each);
                    Due::EachTime(period)
                }
                other => other,
            }
        }
        Deadline::At(phrase) => appointment(words, phrase)?,
        Deadline::UntilDone(phrase) => until_done(words, phrase)?,
        Deadline::Unsaid(act) => match words.declared.here {
            Some(order)
                if words.declared.orders[order.index()].expires.is_some() || words.declared.ending.contains(&order) =>
            {
                Due::Open("continuing".to_owned())
            }
            _ => {
                words.out.push(ordain_base::diag::codes::deadlines::missing_end(act.span, &act.value));
                return None;
            }
        },
        Deadline::NoDeadline => Due::Open("no deadline".to_owned()),
        Deadline::Continuing => Due::Open("continuing".to_owned()),
        Deadline::UntilFurtherOrder => Due::Open("until further order".to_owned()),
        Deadline::Pending(phrase) => match words.names.get(&name_of(phrase)) {
            Some(Entity::Thing(thing)) => {
                Due::UntilEvent { anchor: Anchor::Thing(thing), words: text_of(phrase), inclusive: false }
            }
            _ => Due::Open(format!("pending {}", text_of(phrase))),
        },
    })
}

/// `filing letter`: the act, in the form of the table.
fn until_done(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Due> {
    let mut act = phrase.clone();
    let verbs = &words.declared.verbs;
    let found = verb_at(&act.tokens, verbs.longest(), |w| verbs.gerund(w));
    if let Some((verb, taken)) = found {
        let lemma = verbs.get(verb).lemma.clone();
        let span = span_of(act.tokens.get(..taken).unwrap_or_default());
        let base = lemma.split(' ').map(|w| Token { kind: TokenKind::Word, text: w.to_owned(), span });
        act.tokens.splice(..taken, base.collect::<Vec<_>>());
    }
    let resolved = acts::one_act(words, &act, false)?;
    Some(Due::UntilDone { act: Box::new(resolved), words: text_of(phrase) })
}

/// `at Status`, `at the hearing of April 8, 2024`, `at Status of April 8, 2024`.
fn appointment(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Due> {
    if words.names.get(&name_of(phrase)).is_none()
        && let Some(hearing) = hearing_by_noun(words, &phrase.tokens)
    {
        return hearing.map(|hearing| Due::At { hearing, on: None });
    }
    let titled = words.declared.worded(&name_of(phrase));
    if let Some(hearing) = titled.filter(|t| words.declared.things[t.index()].kind == ThingKind::Hearing) {
        return Some(Due::At { hearing, on: None });
    }
    let date = phrase.tokens.iter().find_map(|t| if let TokenKind::Date(d) = &t.kind { Some(d.day) } else { None });
    let skipped = |t: &&Token| matches!(t.text.as_str(), "the" | "hearing");
    let named = phrase.tokens.iter().take_while(|t| !matches!(t.text.as_str(), "of" | "on")).skip_while(skipped);
    let named: Vec<Token> = named.cloned().collect();
    let thing = words.names.longest(&named).filter(|(_, n)| *n == named.len()).map(|(entity, _)| entity);
    match (words.names.get(&name_of(phrase)), thing, date) {
        (Some(Entity::Thing(hearing)), _, _) => return Some(Due::At { hearing, on: None }),
        (_, Some(Entity::Thing(hearing)), on) if on.is_some() || !named.is_empty() => {
            return Some(Due::At { hearing, on });
        }
        (_, None, Some(day)) if named.is_empty() => {
            if let Some(Anchor::Thing(hearing)) = by_day(words, day) {
                return Some(Due::At { hearing, on: Some(day) });
            }
        }
        _ => {}
    }
    if let Some(token) = named.first().or(phrase.tokens.first()) {
        words.unknown(&phrase.tokens, &token.clone());
    }
    None
}

/// A day named by date or by event, as one that something falls due on.
pub(crate) fn due_at_point(words: &mut PhraseResolver<'_>, point: &Point) -> Option<Due> {
    due_by(words, point, false)
}

pub(crate) fn due_by(words: &mut PhraseResolver<'_>, point: &Point, strict: bool) -> Option<Due> {
    Some(match point {
        Point::Date(d) => {
            Due::Day { moment: d.into(), strict, close_of_business: d.time == Some(Time::CloseOfBusiness) }
        }
        Point::Event(p) => Due::Event { anchor: resolve_anchor(words, p)?, words: text_of(p), strict },
    })
}

/// What ends the days of a breach, and no duty: `until met`.
const ENDS_A_BREACH: &[&str] = &["met", "performed", "cured", "compliance", "performance"];

fn due_until(words: &mut PhraseResolver<'_>, point: &Point, inclusive: bool) -> Option<Due> {
    if let Point::Event(p) = point
        && let [only] = p.tokens.as_slice()
        && ENDS_A_BREACH.contains(&only.text.as_str())
        && words.names.longest(&p.tokens).is_none()
    {
        // `$100 for each day until met` was reported where the days are.
        let days = ordain_base::diag::codes::money::PER_DAY_OF_WHAT;
        if words.out.last().is_none_or(|d| d.code != days) {
            words.out.push(ordain_base::diag::codes::money::until_of_what(p.span, &only.text));
        }
        return None;
    }
    Some(match point {
        Point::Date(d) => Due::Until { moment: d.into(), inclusive },
        Point::Event(p) => Due::UntilEvent { anchor: resolve_anchor(words, p)?, words: text_of(p), inclusive },
    })
}

fn due_by_several(words: &mut PhraseResolver<'_>, arms: &[DueOption], later: bool) -> Option<Due> {
    let mut out = Vec::new();
    for arm in arms {
        out.push(match arm {
            DueOption::At(point) => due_by(words, point, false)?,
            DueOption::After(length, point) => resolve_period(words, *length, point, false, None)?,
            DueOption::Before(length, point) => resolve_period(words, *length, point, true, None)?,
        });
    }
    Some(Due::Several { later, arms: out })
}
