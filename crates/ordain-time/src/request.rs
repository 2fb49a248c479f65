//! `ordain count` and `ordain calendar` as functions: words in, an answer or a refusal out.

use std::sync::Arc;

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::count::{Anchor, Counted, Options, count};
use super::error::TimeError;
use super::holidays::ClosedDay;
use super::library::{Library, Venue};
use super::moment::read_point;
use super::phrase::{Asked, read_request};
use super::rules::RuleSet;
use super::service::Service;
use super::unit::{Direction, Length, Unit};
use ordain_base::diag::codes::time as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Span;

/// What was asked, as written. Every field may be left out but the period, or `hours`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// `14 days after 2024-08-01`, or `72 hours` beside `from`.
    pub period: Option<&'a str>,
    /// The event, where the period does not name it.
    pub from: Option<&'a str>,
    /// So many hours after `from`.
    pub hours: Option<u32>,
    /// `frcp` and the like; those of the court, or `frcp`, where nobody names them.
    pub rules: Option<&'a str>,
    /// How the paper that starts the period was served.
    pub service: Option<&'a str>,
    /// The court, as it is cited or by its full name.
    pub court: Option<&'a str>,
    /// An IANA zone, where no court is named.
    pub zone: Option<&'a str>,
    /// Days on which the clerk's office was inaccessible.
    pub closed: &'a [String],
    /// The day whose rules apply, where not that of the event.
    pub rules_as_of: Option<&'a str>,
    /// An order sets the period, not a statute or a rule of court.
    pub set_by_order: bool,
}

/// A counted period and what it was counted by.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The day, the steps and the notices.
    pub counted: Counted,
    /// The rules by which it was counted.
    pub rules: Arc<RuleSet>,
    /// The period as it was understood.
    pub period: Asked,
    /// The way of service as it was understood.
    pub service: Option<Service>,
}

/// A refusal: the words it is about, and the finding whose span counts from their start.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The words asked, as written.
    pub words: String,
    /// What is wrong with them.
    pub diagnostic: Box<Diagnostic>,
}

/// An answer, or a refusal.
pub(super) type Answered<T> = Result<T, Refused>;

fn span_of_all(words: &str) -> Span {
    Span::new(0, u32::try_from(words.len()).unwrap_or(u32::MAX))
}

fn refuse_words(words: &str) -> impl Fn(TimeError) -> Refused + use<'_> {
    move |e| Refused { words: words.to_owned(), diagnostic: Box::new(e.diagnostic(span_of_all(words))) }
}

fn refused_because(words: &str, diagnostic: Box<Diagnostic>) -> Refused {
    Refused { words: words.to_owned(), diagnostic }
}

fn read_day(words: &str) -> Answered<NaiveDate> {
    read_point(words).map(Anchor::day).map_err(|d| refused_because(words, d))
}

fn read_service(word: &str) -> Answered<Service> {
    Service::parse(word).ok_or_else(|| {
        let near = closest(word, Service::ALL.iter().map(|(w, _)| *w)).map(str::to_owned);
        refuse_words(word)(TimeError::UnknownService { name: word.to_owned(), near })
    })
}

fn find_rules(library: &Library, name: Option<&str>, court: Option<&str>) -> Answered<Arc<RuleSet>> {
    let court = court.map(|c| library.court(c).map_err(refuse_words(c))).transpose()?;
    let set = match (name, court) {
        (Some(name), _) => library.rules(name).map_err(refuse_words(name)),
        (None, Some(court)) => library.rules_of(court).map_err(refuse_words(&court.short)),
        (None, None) => library.rules("frcp").map_err(refuse_words("frcp")),
    };
    set.cloned()
}

impl Request<'_> {
    /// # Errors
    /// The first thing that cannot be read or counted, at its own words.
    pub fn answer(&self, library: &Library) -> Answered<Answer> {
        let (asked, words) = self.asked()?;
        let rules = find_rules(library, self.rules, self.court)?;
        let zone = self.zone.map(|z| Library::zone(z).map_err(refuse_words(z))).transpose()?;
        let venue = Venue { court: self.court, zone: zone.map(|z| z.name()), calendar: None };
        let calendar = library.calendar(&rules, &venue).map_err(refuse_words(self.court.unwrap_or_default()))?;
        let service = self.service.map(read_service).transpose()?;
        let options = Options {
            service,
            rules_as_of: self.rules_as_of.map(read_day).transpose()?,
            clerk_closed: self.closed.iter().map(|d| read_day(d)).collect::<Answered<_>>()?,
            filing: true,
            set_by_order: self.set_by_order,
            next: asked.next,
        };
        let no_event =
            || refused_because(&words, Box::new(codes::period_of_what(span_of_all(&words), &asked.length.to_string())));
        let anchor = asked.anchor.ok_or_else(no_event)?;
        let counted = count(&rules, &calendar, anchor, asked.length, asked.direction, &options);
        let counted = counted
            .map_err(|e| refuse_words(&words)(with_other_rules(e, &rules, &calendar, anchor, &asked, &options)))?;
        Ok(Answer { counted, rules, period: asked, service })
    }

    /// The period and the words it was read from.
    fn asked(&self) -> Answered<(Asked, String)> {
        let from = self.from.map(|f| read_point(f).map_err(|d| refused_because(f, d))).transpose()?;
        let (mut asked, words) = match (self.period, self.hours) {
            (Some(period), None) => (read_request(period).map_err(|d| refused_because(period, d))?, period.to_owned()),
            (None, Some(n)) => {
                let length = Length::new(n, Unit::Hours);
                (Asked { length, direction: Direction::After, anchor: None, next: None }, length.to_string())
            }
            (Some(period), Some(_)) => {
                let d = codes::not_a_period(span_of_all(period), "the hours are stated twice");
                return Err(refused_because(period, Box::new(d)));
            }
            (None, None) => {
                return Err(refused_because("", Box::new(codes::not_a_period(Span::default(), "it is empty"))));
            }
        };
        match (asked.anchor, from, self.from) {
            (Some(_), Some(_), Some(words)) => {
                let d = codes::not_a_period(span_of_all(words), "the event is stated twice");
                return Err(refused_because(words, Box::new(d)));
            }
            (None, from, _) => asked.anchor = from,
            _ => {}
        }
        Ok((asked, words))
    }
}

/// The refusal, with a day by whose rules the same count works, where there is one: the help is
/// tried before it is given.
fn with_other_rules(
    error: TimeError,
    rules: &RuleSet,
    calendar: &Calendar,
    anchor: Anchor,
    asked: &Asked,
    options: &Options,
) -> TimeError {
    let works = |day: &NaiveDate| {
        let options = Options { rules_as_of: Some(*day), ..options.clone() };
        count(rules, calendar, anchor, asked.length, asked.direction, &options).is_ok()
    };
    let other = || rules.versions.iter().map(|v| v.since).find(works);
    match error {
        TimeError::NotInForce { rules, day, first, .. } => {
            TimeError::NotInForce { rules, day, first, by_rules_of: other() }
        }
        TimeError::HoursSilent { rules, .. } => TimeError::HoursSilent { rules, by_rules_of: other() },
        error => error,
    }
}

/// The closed days of a year.
#[derive(Debug, Clone)]
pub struct Year {
    /// The court as the table has it, or the name of the calendar.
    pub name: String,
    /// Its name in full.
    pub full: String,
    /// The year shown.
    pub year: i32,
    /// In order; true for a day that closes only periods after an event.
    pub days: Vec<(ClosedDay, bool)>,
    /// What the files do not carry.
    pub gaps: Vec<String>,
}

/// The closed days of a court, or of a calendar by its name, in one year.
///
/// # Errors
/// No such court, calendar or rules; a year that is not covered.
pub fn closed_days_of_year(library: &Library, name: &str, year: i32, rules_name: Option<&str>) -> Answered<Year> {
    let shown = year.to_string();
    if let Some(h) = library.holidays(name) {
        let calendar = Calendar::new(vec![Arc::clone(h)], Vec::new());
        let days = calendar.year(year).map_err(refuse_words(&shown))?;
        let gaps = gaps_of(&calendar, year);
        return Ok(Year { name: h.name.clone(), full: h.title.clone(), year, days, gaps });
    }
    let court = library.court(name).map_err(refuse_words(name))?;
    let rules = find_rules(library, rules_name, Some(name))?;
    let venue = Venue { court: Some(name), ..Venue::default() };
    let calendar = library.calendar(&rules, &venue).map_err(refuse_words(name))?;
    let days = calendar.year(year).map_err(refuse_words(&shown))?;
    let gaps = gaps_of(&calendar, year);
    Ok(Year { name: court.short.clone(), full: court.full.clone(), year, days, gaps })
}

/// What the files of a calendar do not carry of that year, in words.
fn gaps_of(calendar: &Calendar, year: i32) -> Vec<String> {
    let all = calendar.gaps.iter().chain(&calendar.forward_gaps);
    all.filter(|g| g.reaches(year, year)).map(|g| g.text.clone()).collect()
}
