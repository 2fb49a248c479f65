//! From the words of a line to its value.

use chrono::Weekday;
use pest::iterators::Pair;

use super::file::ClerkClosed;
use super::grammar::Rule;
use super::line::{CourtLine, Line};
use super::lower_rules;
use super::parts::{Lowered, Parts, month, month_day, read_source};
use crate::holiday::{DayRule, Holiday, Moves, Nth, Observance, OwnMoves, Side, UnsettledWeekend, Years};
use crate::holidays::Holidays;
use crate::place::{Place, PlaceKind};
use ordain_base::diag::codes::calendar_file;
use ordain_base::source::{Span, Spanned};
use ordain_base::words::join;

/// The value of a line; `None` where it is empty.
pub(super) fn lower(pair: Pair<'_, Rule>, base: u32) -> Lowered<Option<Line>> {
    let rule = pair.as_rule();
    let p = Parts { pair, base };
    let span = p.span();
    Ok(Some(match rule {
        Rule::calendar_heading => lower_calendar(&p)?,
        Rule::addition_heading => Line::Adding(Holidays::new(&p.text(Rule::name, 0).value, 1900, 2200, span)),
        Rule::rules_heading => {
            let title = p.has(Rule::quoted).then(|| p.quoted(0));
            Line::Rules { name: p.text(Rule::name, 0).value, title, span }
        }
        Rule::courts_heading => Line::Courts(span),
        Rule::version_heading => Line::InForce(Spanned::new(p.date()?, span)),
        Rule::gap => Line::Gap {
            text: p.text(Rule::quoted, 0),
            days: p.one(Rule::gap_days).map(|d| d.number().min(30)),
            since: p.one(Rule::since).map(|s| s.year(0)),
            until: p.one(Rule::until).map(|s| s.year(0)),
        },
        Rule::source => Line::Source(read_source(&p)?, span),
        Rule::note => Line::Note(span),
        Rule::holiday => lower_holiday(&p)?,
        Rule::closure => Line::Closure(p.closure(p.quoted(0))?),
        Rule::clerk => {
            let of = p.has(Rule::k_of);
            let closure = p.closure(p.quoted(usize::from(of)))?;
            Line::Clerk(ClerkClosed { court: of.then(|| p.quoted(0)), closure })
        }
        Rule::observed => lower_observance(&p)?,
        Rule::state_of => Line::State(p.text(Rule::name, 0)),
        Rule::uses_calendar => {
            let too = p.text(Rule::name, 1).value;
            Line::UsesCalendar(p.text(Rule::name, 0), Some(too).filter(|t| !t.is_empty()))
        }
        Rule::cited_as => Line::CitedAs(p.text(Rule::quoted, 0)),
        Rule::called_too => Line::Called(p.text(Rule::quoted, 0)),
        Rule::weekend => Line::Weekend(UnsettledWeekend { weekday: p.weekday(0), why: p.quoted(0), span }),
        Rule::court => lower_court(&p),
        Rule::places_of => lower_places(&p),
        Rule::bankruptcy => Line::Bankruptcy { rules: p.text(Rule::name, 0), span },
        _ => return lower_rules::lower(&p, rule, span),
    }))
}

fn lower_calendar(p: &Parts<'_>) -> Lowered<Line> {
    let (from, to) = (p.year(0), p.year(1));
    // A century and a half at most: every closed day of it is worked out.
    if to < from || to - from > 200 {
        let what = format!("a calendar cannot cover {from} to {to}");
        return Err(Box::new(calendar_file::contradiction(p.span(), &what, None)));
    }
    let mut h = Holidays::new(&p.text(Rule::name, 0).value, from, to, p.span());
    if p.has(Rule::quoted) {
        h.title = p.quoted(0);
    }
    Ok(Line::Calendar(h))
}

fn lower_holiday(p: &Parts<'_>) -> Lowered<Line> {
    let name = p.text(Rule::quoted, 0);
    let Some(when) = p.one(Rule::when) else { return Ok(Line::Note(p.span())) };
    let Some(rule) = day_rule(&when)? else { return Ok(Line::Note(p.span())) };
    let parts = [Rule::in_years, Rule::since, Rule::until];
    let spans = [Some(when.span())].into_iter().chain(parts.map(|part| p.one(part).map(|s| s.span())));
    Ok(Line::Holiday(Holiday {
        span: spans.flatten().fold(name.span, Span::to),
        name: name.value,
        rule,
        years: lower_years(p)?,
        force: p.force()?,
        counties: p.one(Rule::only_in).filter(|o| o.has(Rule::k_in_counties)).map_or_else(Vec::new, |o| o.all_quoted()),
        only_in: p.one(Rule::only_in).map(|o| lower_place(&o)),
        within: p.one(Rule::only_in).and_then(|o| o.one(Rule::within)).map_or_else(Vec::new, |w| w.all_quoted()),
        observed: own_moves(p)?,
        unsettled: p.nested(Rule::unsettled),
        source: p.source()?,
    }))
}

/// Where alone a day is a holiday, in words.
fn lower_place(only_in: &Parts<'_>) -> String {
    let names = only_in.all_quoted();
    match names.as_slice() {
        [county] if only_in.has(Rule::k_in_counties) => format!("{county} County"),
        [_, ..] if only_in.has(Rule::k_in_counties) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("{} Counties", join(&names))
        }
        _ => only_in.quoted(0),
    }
}

fn day_rule(when: &Parts<'_>) -> Lowered<Option<DayRule>> {
    Ok(Some(if let Some(d) = when.one(Rule::date_list) {
        DayRule::Dates(d.dates()?)
    } else if let Some(d) = when.one(Rule::near_easter) {
        let days = i64::from(d.number().min(200));
        DayRule::Easter(if d.has(Rule::k_ahead) { -days } else { days })
    } else if let Some(d) = when.one(Rule::weekday_near) {
        let Some((month, day)) = d.one(Rule::month_day).map(|m| month_day(&m)).transpose()? else { return Ok(None) };
        let side = if d.has(Rule::k_on_or_before) { Side::Before } else { Side::After };
        DayRule::Near { weekday: d.weekday(0), side, month, day }
    } else if let Some(d) = when.one(Rule::month_day) {
        let (month, day) = month_day(&d)?;
        DayRule::Fixed { month, day }
    } else if let Some(d) = when.one(Rule::weekday_beside) {
        let side = if d.has(Rule::k_ahead) { Side::Before } else { Side::After };
        DayRule::Beside { weekday: d.weekday(0), side, nth: lower_nth(&d), of: d.weekday(1), month: month(&d) }
    } else if let Some(d) = when.one(Rule::weekday_of) {
        DayRule::Weekday { nth: lower_nth(&d), weekday: d.weekday(0), month: month(&d) }
    } else {
        return Ok(None);
    }))
}

fn lower_years(p: &Parts<'_>) -> Lowered<Years> {
    let Some(y) = p.one(Rule::in_years) else { return Ok(Years::All) };
    if y.has(Rule::even_years) {
        return Ok(Years::Even);
    }
    let Some(every) = y.one(Rule::every_years) else { return Ok(Years::Odd) };
    let n = i32::try_from(every.number()).unwrap_or(0);
    if n < 1 {
        let what = "a day comes every year, or every so many years";
        return Err(Box::new(calendar_file::contradiction(y.span(), what, None)));
    }
    Ok(Years::Every { n, from: every.year(0) })
}

fn own_moves(p: &Parts<'_>) -> Lowered<OwnMoves> {
    if p.has(Rule::not_moved) {
        return Ok(OwnMoves::NotMoved);
    }
    let own = p.all(Rule::observed_on).map(|pair| lower_moves(&Parts { pair, base: p.base }, true));
    let own = own.collect::<Lowered<Vec<Moves>>>()?;
    let twice = own.iter().enumerate().any(|(i, m)| own.iter().skip(i + 1).any(|o| o.of == m.of));
    if twice {
        let what = "a holiday moves from one weekday to one other";
        return Err(Box::new(calendar_file::contradiction(p.span(), what, None)));
    }
    Ok(if own.is_empty() { OwnMoves::None } else { OwnMoves::Some(own) })
}

fn lower_observance(p: &Parts<'_>) -> Lowered<Line> {
    Ok(Line::Observed(Observance {
        moves: lower_moves(p, false)?,
        force: p.force()?,
        unsettled: p.nested(Rule::unsettled),
        source: p.source()?,
        span: p.span(),
    }))
}

/// `Sunday on Monday`.
fn lower_moves(p: &Parts<'_>, of_one: bool) -> Lowered<Moves> {
    let (of, on) = (p.weekday(0), p.weekday(1));
    let weekend = |d: Weekday| matches!(d, Weekday::Sat | Weekday::Sun);
    // One holiday alone may move from a weekday too, as Christmas Eve from a Friday.
    if !(weekend(of) || of_one) || weekend(on) || of == on {
        let what = "a holiday is moved from a Saturday or Sunday to a weekday, not otherwise";
        return Err(Box::new(calendar_file::contradiction(p.span(), what, None)));
    }
    Ok(Moves { of, on })
}

fn lower_court(p: &Parts<'_>) -> Line {
    let inner = |rule: Rule, part: Rule| p.one(rule).map(|i| i.text(part, 0));
    Line::Court(CourtLine {
        short: p.quoted(0),
        full: p.quoted(1),
        state: p.text(Rule::name, 0).value,
        circuit: p.nested(Rule::circuit),
        zone: p.text(Rule::zone, 0),
        also: inner(Rule::also, Rule::zone),
        rules: inner(Rule::court_rules, Rule::name).map(|s| s.value).filter(|s| !s.is_empty()),
        rules_not_known: p.one(Rule::court_rules).is_some_and(|r| r.has(Rule::not_known)),
        known_of_rules: p.one(Rule::court_rules).and_then(|r| r.nested(Rule::not_known)).filter(|s| !s.is_empty()),
        statewide: p.has(Rule::k_statewide),
        calendar: inner(Rule::court_calendar, Rule::name).map(|s| s.value),
        aliases: p.all(Rule::court_alias).map(|pair| Parts { pair, base: p.base }.quoted(0)).collect(),
        span: p.span(),
    })
}

fn lower_places(p: &Parts<'_>) -> Line {
    let state = p.text(Rule::name, 0).value;
    let kind = if p.has(Rule::k_cities_of) { PlaceKind::City } else { PlaceKind::County };
    let places = p.all(Rule::one_place).map(|pair| {
        let place = Parts { pair, base: p.base };
        let aliases = place.all(Rule::court_alias).map(|pair| Parts { pair, base: p.base }.quoted(0)).collect();
        Place { state: state.clone(), name: place.quoted(0), aliases, kind }
    });
    Line::Places(places.collect(), p.span())
}

fn lower_nth(p: &Parts<'_>) -> Nth {
    match p.text(Rule::nth, 0).value.as_str() {
        "first" => Nth::From(1),
        "second" => Nth::From(2),
        "third" => Nth::From(3),
        "fourth" => Nth::From(4),
        "fifth" => Nth::From(5),
        _ => Nth::Last,
    }
}
