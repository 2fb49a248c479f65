//! From the words of a line to its value.

use chrono::{NaiveDate, Weekday};
use pest::iterators::Pair;

use super::file::ClerkClosed;
use super::grammar::Rule;
use super::line::{CourtLine, Line, Tail};
use crate::holiday::{
    Closure, DayRule, Force, Holiday, Moves, Nth, Observance, OwnMoves, Reading, Side, Source, Years,
};
use crate::holidays::Holidays;
use crate::rules::Added;
use crate::unit::Direction;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::calendar_file;
use ordain_base::diag::codes::time as codes;
use ordain_base::source::{Span, Spanned};

/// The parts of a line that matter, picked by their rule.
struct Parts<'i> {
    pair: Pair<'i, Rule>,
    base: u32,
}

type Lowered<T> = Result<T, Box<Diagnostic>>;

impl<'i> Parts<'i> {
    fn span_of(&self, pair: &Pair<'_, Rule>) -> Span {
        let s = pair.as_span();
        let offset = |n: usize| self.base.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
        let trimmed = s.start() + s.as_str().trim_end().len();
        Span::new(offset(s.start()), offset(trimmed))
    }

    fn span(&self) -> Span {
        self.span_of(&self.pair)
    }

    fn all(&self, rule: Rule) -> impl Iterator<Item = Pair<'i, Rule>> + use<'i> {
        self.pair.clone().into_inner().filter(move |p| p.as_rule() == rule)
    }

    fn one(&self, rule: Rule) -> Option<Self> {
        self.all(rule).next().map(|pair| Parts { pair, base: self.base })
    }

    fn has(&self, rule: Rule) -> bool {
        self.one(rule).is_some()
    }

    /// The `k`-th part of that rule as written; quotations without their marks.
    fn text(&self, rule: Rule, k: usize) -> Spanned<String> {
        match self.all(rule).nth(k) {
            Some(p) => {
                let text = if rule == Rule::quoted { p.as_str().trim_matches('"') } else { p.as_str() };
                Spanned::new(text.to_owned(), self.span_of(&p))
            }
            None => Spanned::new(String::new(), self.span()),
        }
    }

    fn quoted(&self, k: usize) -> String {
        self.text(Rule::quoted, k).value
    }

    fn number(&self) -> u32 {
        self.text(Rule::number, 0).value.parse().unwrap_or(0)
    }

    fn year(&self, k: usize) -> i32 {
        self.text(Rule::year, k).value.parse().unwrap_or(0)
    }

    fn date(&self) -> Lowered<NaiveDate> {
        self.nth_date(0)
    }

    /// Every date of a list, in order of time; a list that is not in order has a slip in it.
    fn dates(&self) -> Lowered<Vec<NaiveDate>> {
        let dates = (0..self.all(Rule::date).count()).map(|k| self.nth_date(k)).collect::<Lowered<Vec<_>>>()?;
        if dates.is_sorted_by(|a, b| a < b) {
            return Ok(dates);
        }
        let what = "the days of a list go in order of time, each once";
        Err(Box::new(calendar_file::contradiction(self.span(), what, None)))
    }

    fn nth_date(&self, k: usize) -> Lowered<NaiveDate> {
        let written = self.text(Rule::date, k);
        written.value.parse().map_err(|_| {
            let why = "no month has that day in that year";
            Box::new(codes::no_such_day(written.span, &written.value, why))
        })
    }

    fn weekday(&self, k: usize) -> Weekday {
        self.text(Rule::weekday, k).value.parse().unwrap_or(Weekday::Mon)
    }

    fn nested(&self, rule: Rule) -> Option<String> {
        self.one(rule).map(|p| p.quoted(0))
    }

    fn tail(&self) -> Tail {
        Tail { rule: self.nested(Rule::place).unwrap_or_default(), unsettled: self.nested(Rule::unsettled) }
    }

    fn source(&self) -> Lowered<Option<Source>> {
        self.one(Rule::source).map(|s| read_source(&s)).transpose()
    }

    /// Between which days; a year alone means its first day, or its last.
    fn force(&self) -> Lowered<Force> {
        let day = |rule: Rule, month: u32, day: u32| -> Lowered<Option<NaiveDate>> {
            let Some(p) = self.one(rule) else { return Ok(None) };
            if p.has(Rule::date) {
                return p.date().map(Some);
            }
            Ok(NaiveDate::from_ymd_opt(p.year(0), month, day))
        };
        let force = Force { since: day(Rule::since, 1, 1)?, until: day(Rule::until, 12, 31)? };
        match (force.since, force.until) {
            (Some(since), Some(until)) if until < since => {
                let what = format!("it ends on {}, before it begins", codes::dated(until));
                Err(Box::new(calendar_file::contradiction(self.span(), &what, None)))
            }
            _ => Ok(force),
        }
    }

    fn closure(&self, name: String) -> Lowered<Closure> {
        let from = self.date()?;
        let to = self.one(Rule::through).map_or(Ok(from), |p| p.date())?;
        if to < from {
            let what = format!("a closure ends on {}, before it begins", codes::dated(to));
            return Err(Box::new(calendar_file::contradiction(self.span(), &what, None)));
        }
        if to.signed_duration_since(from).num_days() > 365 {
            let what = "a closure is of at most a year";
            return Err(Box::new(calendar_file::contradiction(self.span(), what, None)));
        }
        Ok(Closure {
            name,
            from,
            to,
            unsettled: self.nested(Rule::unsettled),
            source: self.source()?,
            span: self.span(),
        })
    }
}

/// The value of a line; `None` where it is empty.
pub(super) fn lower(pair: Pair<'_, Rule>, base: u32) -> Lowered<Option<Line>> {
    let rule = pair.as_rule();
    let p = Parts { pair, base };
    let span = p.span();
    Ok(Some(match rule {
        Rule::calendar_heading => calendar(&p)?,
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
        Rule::holiday => holiday(&p)?,
        Rule::closure => Line::Closure(p.closure(p.quoted(0))?),
        Rule::clerk => {
            let of = p.has(Rule::k_of);
            let closure = p.closure(p.quoted(usize::from(of)))?;
            Line::Clerk(ClerkClosed { court: of.then(|| p.quoted(0)), closure })
        }
        Rule::observed => observed(&p)?,
        Rule::state_of => Line::State(p.text(Rule::name, 0)),
        Rule::uses_calendar => Line::UsesCalendar(p.text(Rule::name, 0)),
        Rule::cited_as => Line::CitedAs(p.text(Rule::quoted, 0)),
        Rule::called_too => Line::Called(p.text(Rule::quoted, 0)),
        Rule::excluded => Line::Excluded(p.tail(), span),
        Rule::counted => Line::Counted(p.tail(), span),
        Rule::roll_after => Line::Roll { of: Direction::After, side: side(&p), tail: p.tail(), span },
        Rule::roll_before => Line::Roll { of: Direction::Before, side: side(&p), tail: p.tail(), span },
        Rule::short => Line::Short { under: Some(p.number()), tail: p.tail(), span },
        Rule::no_short => Line::Short { under: None, tail: p.tail(), span },
        Rule::hours => Line::Hours(p.tail(), span),
        Rule::inaccessible => Line::Inaccessible(p.tail(), span),
        Rule::midnight => Line::Midnight(p.tail(), span),
        Rule::state_forward => Line::StateForward { circuit: p.has(Rule::circuit_too), tail: p.tail(), span },
        Rule::service => service(&p),
        Rule::service_before => Line::ServiceBefore(p.tail(), span),
        Rule::not_for_orders => Line::NotForOrders(p.tail(), span),
        Rule::court => court(&p),
        Rule::bankruptcy => Line::Bankruptcy { rules: p.text(Rule::name, 0), span },
        _ => return Ok(None),
    }))
}

fn calendar(p: &Parts<'_>) -> Lowered<Line> {
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

fn holiday(p: &Parts<'_>) -> Lowered<Line> {
    let name = p.text(Rule::quoted, 0);
    let Some(when) = p.one(Rule::when) else { return Ok(Line::Note(p.span())) };
    let Some(rule) = day_rule(&when)? else { return Ok(Line::Note(p.span())) };
    let parts = [Rule::in_years, Rule::since, Rule::until];
    let spans = [Some(when.span())].into_iter().chain(parts.map(|part| p.one(part).map(|s| s.span())));
    Ok(Line::Holiday(Holiday {
        span: spans.flatten().fold(name.span, Span::to),
        name: name.value,
        rule,
        years: years(p)?,
        force: p.force()?,
        only_in: p.nested(Rule::only_in),
        observed: own_moves(p)?,
        unsettled: p.nested(Rule::unsettled),
        source: p.source()?,
    }))
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
        DayRule::Beside { weekday: d.weekday(0), side, nth: nth(&d), of: d.weekday(1), month: month(&d) }
    } else if let Some(d) = when.one(Rule::weekday_of) {
        DayRule::Weekday { nth: nth(&d), weekday: d.weekday(0), month: month(&d) }
    } else {
        return Ok(None);
    }))
}

fn month_day(d: &Parts<'_>) -> Lowered<(u32, u32)> {
    let (month, day) = (month(d), d.number());
    // A leap year has every day that any year has.
    if NaiveDate::from_ymd_opt(2024, month, day).is_none() {
        let written = d.pair.as_str().trim();
        return Err(Box::new(codes::no_such_day(d.span(), written, "that month never has it")));
    }
    Ok((month, day))
}

fn years(p: &Parts<'_>) -> Lowered<Years> {
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
    let own = p.all(Rule::observed_on).map(|pair| moves(&Parts { pair, base: p.base }, true));
    let own = own.collect::<Lowered<Vec<Moves>>>()?;
    let twice = own.iter().enumerate().any(|(i, m)| own.iter().skip(i + 1).any(|o| o.of == m.of));
    if twice {
        let what = "a holiday moves from one weekday to one other";
        return Err(Box::new(calendar_file::contradiction(p.span(), what, None)));
    }
    Ok(if own.is_empty() { OwnMoves::None } else { OwnMoves::Some(own) })
}

fn read_source(p: &Parts<'_>) -> Lowered<Source> {
    let reading = match p.one(Rule::was_read) {
        Some(read) => Reading::Read(read.date()?, read.quoted(0)),
        None if p.has(Rule::unread) => Reading::Unread,
        None => Reading::Unsaid,
    };
    Ok(Source { cited: p.quoted(0), reading })
}

fn observed(p: &Parts<'_>) -> Lowered<Line> {
    Ok(Line::Observed(Observance {
        moves: moves(p, false)?,
        force: p.force()?,
        unsettled: p.nested(Rule::unsettled),
        source: p.source()?,
        span: p.span(),
    }))
}

/// `Sunday on Monday`.
fn moves(p: &Parts<'_>, of_one: bool) -> Lowered<Moves> {
    let (of, on) = (p.weekday(0), p.weekday(1));
    let weekend = |d: Weekday| matches!(d, Weekday::Sat | Weekday::Sun);
    // One holiday alone may move from a weekday too, as Christmas Eve from a Friday.
    if !(weekend(of) || of_one) || weekend(on) || of == on {
        let what = "a holiday is moved from a Saturday or Sunday to a weekday, not otherwise";
        return Err(Box::new(calendar_file::contradiction(p.span(), what, None)));
    }
    Ok(Moves { of, on })
}

fn service(p: &Parts<'_>) -> Line {
    let (by, tail, span) = (p.text(Rule::name, 0), p.tail(), p.span());
    let before = p.has(Rule::k_before);
    let Some(a) = p.one(Rule::added) else {
        return Line::Service { by, before, n: 0, court_days: false, added: Added::ToThePeriod, tail, span };
    };
    let added = if a.has(Rule::after_period) { Added::AfterThePeriod } else { Added::ToThePeriod };
    Line::Service { by, before, n: a.number().min(1_000), court_days: a.has(Rule::court_days), added, tail, span }
}

fn court(p: &Parts<'_>) -> Line {
    let inner = |rule: Rule, part: Rule| p.one(rule).map(|i| i.text(part, 0));
    Line::Court(CourtLine {
        short: p.quoted(0),
        full: p.quoted(1),
        state: p.text(Rule::name, 0).value,
        circuit: p.nested(Rule::circuit),
        zone: p.text(Rule::zone, 0),
        also: inner(Rule::also, Rule::zone),
        rules: inner(Rule::court_rules, Rule::name).map(|s| s.value),
        calendar: inner(Rule::court_calendar, Rule::name).map(|s| s.value),
        aliases: p.all(Rule::court_alias).map(|pair| Parts { pair, base: p.base }.quoted(0)).collect(),
        span: p.span(),
    })
}

fn side(p: &Parts<'_>) -> Direction {
    if p.text(Rule::side, 0).value == "forward" { Direction::After } else { Direction::Before }
}

fn month(p: &Parts<'_>) -> u32 {
    p.text(Rule::month, 0).value.parse::<chrono::Month>().map_or(1, |m| m.number_from_month())
}

fn nth(p: &Parts<'_>) -> Nth {
    match p.text(Rule::nth, 0).value.as_str() {
        "first" => Nth::From(1),
        "second" => Nth::From(2),
        "third" => Nth::From(3),
        "fourth" => Nth::From(4),
        "fifth" => Nth::From(5),
        _ => Nth::Last,
    }
}
