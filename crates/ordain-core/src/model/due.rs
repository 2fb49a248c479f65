//! When a duty falls due, as the order words it: names resolved, nothing counted.

use chrono::{NaiveDate, NaiveTime};

use super::ThingId;
use super::anchor::{Anchor, anchor, by_day};
use super::names::{Entity, name_of};
use super::phrase::{PhraseResolver, text_of};
use super::series::Series;
use ordain_syntax::ast::{Date, Deadline, Length, Limb, Phrase, Point, Time, Token, TokenKind};
use ordain_time::Service;

/// A day, with the clock time where one is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub day: NaiveDate,
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// `Thu 2016-08-04`, `Thu 2016-08-04 17:00`.
    #[must_use]
    pub fn in_words(self) -> String {
        ordain_base::words::moment(self.day, self.time)
    }
}

impl From<&Date> for Moment {
    fn from(d: &Date) -> Self {
        Self { day: d.day, time: d.time.and_then(clock) }
    }
}

/// A period and the event it is counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    pub length: Length,
    pub anchor: Anchor,
    /// The event as the order words it.
    pub words: String,
    /// `at least 7 days before`.
    pub backward: bool,
    /// A date stated beside the period.
    pub stated: Option<NaiveDate>,
    /// Which of the two holds where they differ.
    pub governs: Option<Governs>,
    /// `after service`: the way of service, or personal where none is said.
    pub service: Option<Service>,
}

impl Period {
    /// `30 days after final disposition`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let side = if self.backward { "before" } else { "after" };
        format!("{} {} {side} {}", self.length.n, unit_word(self.length), self.words)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Governs {
    Date,
    Period,
}

/// The due time of a duty.
#[derive(Debug, Clone, PartialEq)]
pub enum Due {
    /// `by D`; `strict` for `before D`. A fixed date: never rolled.
    Day { moment: Moment, strict: bool },
    /// `by the hearing`, `before the trial`.
    Event { anchor: Anchor, words: String, strict: bool },
    /// `within 14 days after E`, `at least 7 days before E`.
    Period(Box<Period>),
    /// `the earlier of … and …`, `the later of …`.
    Several { later: bool, arms: Vec<Due> },
    /// `at Status`, `at Status of January 9, 2024`: at an appointment, as it stands.
    At { hearing: ThingId, on: Option<NaiveDate> },
    /// `until D`; whether D is inside is not said unless `inclusive`.
    Until { moment: Moment, inclusive: bool },
    /// `until Ruling`: whether its day is inside is not said unless `inclusive`.
    UntilEvent { anchor: Anchor, words: String, inclusive: bool },
    /// `until 30 days after final disposition`: how long it lasts; whether its last day is inside is not said unless `inclusive`.
    UntilPeriod { period: Box<Period>, inclusive: bool },
    /// `within 48 hours after each Ruling`: the period, once for each time it happens.
    EachTime(Box<Period>),
    /// `promptly` and nothing else.
    Standard,
    /// `no deadline`, `continuing`, `until further order`, `pending E`: the words.
    Open(String),
    /// `every 30 days after E until F`, `first by D and every month thereafter`: one due day after another.
    Series(Box<Series>),
    /// `within 48 hours after each E`: the words.
    Recurring { words: String },
}

/// Resolves a deadline; `None` where a name in it resolves to nothing, which was reported.
pub fn resolve(words: &mut PhraseResolver<'_>, deadline: &Deadline) -> Option<Due> {
    Some(match deadline {
        Deadline::By(point) => by(words, point, false)?,
        Deadline::Before(point) => by(words, point, true)?,
        Deadline::Until(point) => until(words, point, false)?,
        Deadline::Through(point) => until(words, point, true)?,
        Deadline::UntilPeriod { length, from, backward, inclusive } => {
            match period(words, *length, from, *backward, None)? {
                Due::Period(period) => Due::UntilPeriod { period, inclusive: *inclusive },
                other => other,
            }
        }
        Deadline::Within { length, after, stated } => {
            period(words, *length, after, false, stated.as_ref().map(|d| d.day))?
        }
        Deadline::AtLeastBefore { length, before } => period(words, *length, before, true, None)?,
        Deadline::EarlierOf(arms) => several(words, arms, false)?,
        Deadline::LaterOf(arms) => several(words, arms, true)?,
        Deadline::Promptly { outer: Some(outer), .. } => resolve(words, outer)?,
        Deadline::Promptly { outer: None, .. } => Due::Standard,
        Deadline::Every(series) => Due::Series(Box::new(super::series::resolve(words, series)?)),
        Deadline::WithinEach { length, each } => {
            match period(words, *length, &Point::Event(each.clone()), false, None)? {
                Due::Period(mut period) => {
                    period.words = text_of(each);
                    Due::EachTime(period)
                }
                other => other,
            }
        }
        Deadline::At(phrase) => appointment(words, phrase)?,
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

/// `at Status`, `at the hearing of April 8, 2024`, `at Status of April 8, 2024`.
fn appointment(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Due> {
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
pub(super) fn point(words: &mut PhraseResolver<'_>, point: &Point) -> Option<Due> {
    by(words, point, false)
}

fn by(words: &mut PhraseResolver<'_>, point: &Point, strict: bool) -> Option<Due> {
    Some(match point {
        Point::Date(d) => Due::Day { moment: d.into(), strict },
        Point::Event(p) => Due::Event { anchor: anchor(words, p)?, words: text_of(p), strict },
    })
}

fn until(words: &mut PhraseResolver<'_>, point: &Point, inclusive: bool) -> Option<Due> {
    Some(match point {
        Point::Date(d) => Due::Until { moment: d.into(), inclusive },
        Point::Event(p) => Due::UntilEvent { anchor: anchor(words, p)?, words: text_of(p), inclusive },
    })
}

pub(super) fn period(
    words: &mut PhraseResolver<'_>,
    length: Length,
    from: &Point,
    backward: bool,
    stated: Option<NaiveDate>,
) -> Option<Due> {
    let (anchor, text, service) = match from {
        Point::Date(d) => (Anchor::Day(d.day), ordain_base::words::day(d.day), None),
        Point::Event(p) => {
            let (phrase, service) = without_service(p);
            (anchor(words, &phrase)?, text_of(p), service)
        }
    };
    let period = Period { length, anchor, words: text, backward, stated, governs: None, service };
    Some(Due::Period(Box::new(period)))
}

/// `service by mail of the opposition`: the event without the way of service, and the way.
fn without_service(phrase: &Phrase) -> (Phrase, Option<Service>) {
    let served = phrase.tokens.iter().any(|t| t.text.eq_ignore_ascii_case("service"));
    let by = phrase.tokens.iter().position(|t| t.text == "by");
    let (Some(by), true) = (by, served) else {
        return (phrase.clone(), served.then_some(Service::Personal));
    };
    let way = (1..=4).rev().find_map(|n| {
        let words = phrase.tokens.get(by + 1..=by + n)?;
        let text = words.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
        Service::parse(&text).map(|s| (s, n))
    });
    let Some((service, n)) = way else { return (phrase.clone(), Some(Service::Personal)) };
    let mut rest = phrase.clone();
    rest.tokens.drain(by..=by + n);
    (rest, Some(service))
}

fn several(words: &mut PhraseResolver<'_>, arms: &[Limb], later: bool) -> Option<Due> {
    let mut out = Vec::new();
    for arm in arms {
        out.push(match arm {
            Limb::At(point) => by(words, point, false)?,
            Limb::After(length, point) => period(words, *length, point, false, None)?,
            Limb::Before(length, point) => period(words, *length, point, true, None)?,
        });
    }
    Some(Due::Several { later, arms: out })
}

/// `by close of business on D`: whose close, and at what hour, the order does not say.
#[must_use]
pub fn names_no_hour(deadline: &Deadline) -> bool {
    let no_hour = |d: &Date| d.time == Some(Time::CloseOfBusiness);
    matches!(deadline, Deadline::By(Point::Date(d)) | Deadline::Before(Point::Date(d)) if no_hour(d))
}

/// `day` or `days`, as the number has it.
#[must_use]
pub fn unit_word(length: Length) -> String {
    let word = length.unit.noun();
    if length.n == 1 { word.to_owned() } else { format!("{word}s") }
}

/// The clock time, where one was written; close of business is a lawyer's 17:00
/// only where a rule says so, so here it stays the day.
#[must_use]
pub const fn clock(time: Time) -> Option<NaiveTime> {
    match time {
        Time::Clock(t) => Some(t),
        Time::CloseOfBusiness => None,
    }
}
