//! From the words of a due time to a day.

use chrono::{NaiveDate, NaiveTime};

use super::fold::Change;
use super::hearing::Sitting;
use super::matching::{self, Match};
use super::{Context, Remark, Standing};
use crate::facts::{Bounds, Content, Subject};
use crate::model::object::{Act, Head, Object, Objects};
use crate::model::{Anchor, Due, OrderDay, Paragraph, Period};
use crate::verdict;
use ordain_base::source::Span;

/// When performance is due, as far as the record tells.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deadline {
    /// The last day that is in time.
    By(verdict::Due),
    /// A term that ends on a day, of which the order does not say whether it is inside.
    Until { day: NaiveDate, inclusive: bool },
    /// No date will come of itself: `no deadline`, `continuing`, `promptly`.
    Open(String),
    /// The event it runs from has no date: what is missing.
    Waiting(String),
    /// The event can no longer happen, by this order.
    Orphaned(String),
    /// It was to be done at a hearing that an order vacated.
    Lifted(String),
    /// Nobody but a person can say: why.
    Unsettled(String),
}

impl Deadline {
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::By(due) => Some(due.day),
            _ => None,
        }
    }
}

/// A fixed day, as it is.
pub(super) fn fixed(day: NaiveDate, time: Option<NaiveTime>) -> Deadline {
    Deadline::By(verdict::Due { day, time, earliest_safe: None, trace: Vec::new() })
}

impl Context<'_> {
    /// The day a due time comes to, as far as the record and the docket tell.
    pub(super) fn resolve_due(&self, paragraph: &Paragraph, due: &Due) -> Deadline {
        match due {
            Due::Day { moment, strict: false } => fixed(moment.day, moment.time),
            Due::Day { moment, strict: true } => match moment.time {
                Some(time) => fixed(moment.day, Some(time)),
                None => moment.day.pred_opt().map_or(Deadline::Open(String::new()), |d| fixed(d, None)),
            },
            Due::Event { anchor, words, strict } => match self.anchor_day(paragraph, anchor) {
                Happens::On(bounds) => match bounds.day() {
                    Some(d) if *strict => d.pred_opt().map_or(Deadline::Open(String::new()), |d| fixed(d, None)),
                    Some(d) => fixed(d, None),
                    None => Deadline::Unsettled(format!("the day of {words} is not known")),
                },
                Happens::NotYet => Deadline::Waiting(not_yet(words)),
                Happens::Never(by) => self.orphaned(paragraph, words, &by),
            },
            Due::At { hearing, on } => self.appointment(paragraph, *hearing, *on),
            Due::Period(period) => self.period(paragraph, period),
            Due::Several { later, arms } => self.several(paragraph, *later, arms),
            // An hour leaves no doubt whether the day is inside.
            Due::Until { moment, .. } if moment.time.is_some() => fixed(moment.day, moment.time),
            Due::Until { moment, inclusive } => Deadline::Until { day: moment.day, inclusive: *inclusive },
            Due::UntilEvent { anchor, words, inclusive } => match self.anchor_day(paragraph, anchor) {
                Happens::On(bounds) => match bounds.day() {
                    Some(day) if day <= self.asked.as_of => Deadline::Until { day, inclusive: *inclusive },
                    Some(day) => Deadline::Open(format!("until {words}, set for {}", ordain_base::words::day(day))),
                    None => Deadline::Open(format!("until {words}, whose day is not known")),
                },
                Happens::NotYet => Deadline::Open(format!("until {words}")),
                Happens::Never(gone) => Deadline::Open(format!("until {words}; {}", gone.text)),
            },
            Due::UntilPeriod { period, inclusive } => self.until_period(paragraph, period, *inclusive),
            Due::EachTime(period) => Deadline::Open(format!("after each {}", period.words)),
            Due::Standard => Deadline::Open("a standard, not a date".to_owned()),
            Due::Open(words) => Deadline::Open(words.clone()),
            // Its instances are found one by one; as a whole it has no day.
            Due::Series(series) => Deadline::Open(series.words.clone()),
            Due::Recurring { words } => {
                Deadline::Unsettled(format!("`{words}` recurs, and its occurrences are not counted yet"))
            }
        }
    }

    /// The last day of what lasts until some days after an event: open while the event has no day.
    fn until_period(&self, paragraph: &Paragraph, period: &Period, inclusive: bool) -> Deadline {
        let words = format!("until {}", period.in_words());
        match self.period(paragraph, period) {
            Deadline::By(due) => Deadline::Until { day: due.day, inclusive },
            Deadline::Waiting(_) => Deadline::Open(words),
            Deadline::Unsettled(why) | Deadline::Orphaned(why) | Deadline::Lifted(why) => {
                Deadline::Open(format!("{words}; {why}"))
            }
            other => other,
        }
    }

    /// The day and hour of a hearing as it stands: what must be done there is
    /// owed on no other day, and not at all where it will not be held.
    fn appointment(&self, paragraph: &Paragraph, hearing: crate::model::ThingId, on: Option<NaiveDate>) -> Deadline {
        let name = &self.model.declared.things[hearing.index()].name;
        let by = |c: &Change| {
            let on = c.day.map(|d| format!(" on {}", ordain_base::words::day(d))).unwrap_or_default();
            format!("by {}{on}", c.name)
        };
        match self.sitting(paragraph, hearing, on) {
            Some(Sitting::On(bounds)) => match bounds.day() {
                Some(day) => fixed(day, bounds.time),
                None => Deadline::Unsettled(format!("the day on which {name} was held is not known")),
            },
            Some(Sitting::Open(Some(change))) => {
                Deadline::Waiting(format!("{name} was continued without a day {}", by(&change)))
            }
            Some(Sitting::Open(None)) => Deadline::Waiting(format!("{name} has no day yet")),
            // Vacated only after its day: what was owed on that day was owed.
            Some(Sitting::Vacated { by: change, was: Some(was) }) if change.day.is_some_and(|d| was.day < d) => {
                fixed(was.day, was.time)
            }
            Some(Sitting::Vacated { by: change, .. }) => {
                Deadline::Lifted(format!("{name} was vacated {}", by(&change)))
            }
            // An event or a paper, of which the order says `at` all the same.
            None => match self.thing_day(paragraph, hearing) {
                Happens::On(bounds) => bounds.day().map_or_else(
                    || Deadline::Unsettled(format!("the day of {name} is not known")),
                    |d| fixed(d, self.model.declared.things[hearing.index()].time),
                ),
                Happens::NotYet => Deadline::Waiting(format!("{name} has no day yet")),
                Happens::Never(change) => self.orphaned(paragraph, name, &change),
            },
        }
    }

    /// The event will not come: the words of the order that vacated it are remarked. One that
    /// was recalled may come again, and what hangs on it waits.
    pub(super) fn orphaned(&self, paragraph: &Paragraph, event: &str, gone: &Gone) -> Deadline {
        if gone.recalls {
            return Deadline::Waiting(gone.text.clone());
        }
        self.remark(paragraph, Remark::Orphaned { event: event.to_owned(), by: gone.span, how: gone.how });
        Deadline::Orphaned(gone.text.clone())
    }

    /// The earlier or the later of several; of a later one, all must be known.
    fn several(&self, paragraph: &Paragraph, later: bool, arms: &[Due]) -> Deadline {
        let mut best: Option<verdict::Due> = None;
        let mut missing = None;
        for arm in arms {
            match self.resolve_due(paragraph, arm) {
                Deadline::By(due) => {
                    let better = best.as_ref().is_none_or(|b| if later { due.day > b.day } else { due.day < b.day });
                    if better {
                        best = Some(due);
                    }
                }
                other => missing = Some(other),
            }
        }
        match (best, missing) {
            (Some(due), None) => Deadline::By(due),
            // What is not known yet can still come earlier, but never later than the one that is.
            (Some(due), Some(_)) if !later => Deadline::By(due),
            (_, Some(other)) => other,
            (None, None) => Deadline::Open(String::new()),
        }
    }

    /// The day of the event on which a due time of `paragraph` hangs.
    pub(super) fn anchor_day(&self, paragraph: &Paragraph, anchor: &Anchor) -> Happens {
        match anchor {
            Anchor::Day(d) => Happens::On(Bounds::on(*d)),
            Anchor::Order(o, which) => {
                let order = self.model.order(*o);
                let of_order = match which {
                    OrderDay::Entered => order.entered,
                    OrderDay::Signed => order.signed,
                    OrderDay::Served => order.served,
                    OrderDay::Filed => order.filed.or(order.entered),
                };
                let told = match which {
                    OrderDay::Entered => order.on_docket.entered,
                    OrderDay::Served => order.on_docket.served,
                    OrderDay::Filed => {
                        order.on_docket.filed.or(order.on_docket.entered.filter(|_| order.filed.is_none()))
                    }
                    OrderDay::Signed => None,
                };
                // The docket and the order's own head tell of different days.
                if let Some((first, last)) = told {
                    return Happens::On(Bounds { first: Some(first), last: Some(last), time: None });
                }
                let word = match which {
                    OrderDay::Served => "served",
                    OrderDay::Entered => "entered",
                    OrderDay::Signed => "signed",
                    OrderDay::Filed => "filed",
                };
                match of_order.or_else(|| self.happened(Subject::Order(*o), word).and_then(|(b, _)| b.day())) {
                    Some(d) => Happens::On(Bounds::on(d)),
                    None => Happens::NotYet,
                }
            }
            Anchor::Thing(t) => self.thing_day(paragraph, *t),
            Anchor::Paragraph(p) => self.end_of(*p),
            Anchor::Performed(p) => self.performed(*p),
            Anchor::Ruling { motion, granted } => {
                let name = &self.model.declared.things[motion.index()].name;
                match (self.motions.ruled(*motion, *granted), self.motions.never(*motion, *granted, name)) {
                    (Some(bounds), _) => Happens::On(bounds),
                    (None, Some(gone)) => Happens::Never(gone),
                    (None, None) => Happens::NotYet,
                }
            }
            // Tied to its paragraph, or reported, before anything is asked.
            Anchor::Owed(_) => Happens::NotYet,
            Anchor::Act(act) => {
                let first = self.first_act(act);
                // What starts a clock, or ends a duty that recurs, is of use.
                self.used.borrow_mut().extend(first);
                first.map_or(Happens::NotYet, |i| Happens::On(self.ledger.assertions[i].bounds))
            }
        }
    }

    /// The first accepted act that is exactly this one: it starts the clock.
    pub(super) fn first_act(&self, act: &crate::model::object::Act) -> Option<usize> {
        let groups = self.index.groups_for(self.model, act);
        let exact = groups.into_iter().map(|g| &self.index.groups[g]).filter(|g| {
            matches!(&self.ledger.assertions[g.first].content, Content::Done(deed)
                        if !deed.negated && matching::act(self.model, act, &deed.act) == Match::Exact)
        });
        let all = exact.flat_map(|g| g.certain.iter().map(|(_, i)| i).take(1).chain(&g.rest));
        let accepted = all.filter(|i| matches!(self.standings[**i], Standing::Accepted(_)));
        accepted.copied().min_by_key(|&i| self.ledger.assertions[i].bounds.first)
    }

    /// When another duty falls due; never, where the two hang on each other.
    fn end_of(&self, id: crate::model::ParagraphId) -> Happens {
        const DEEPEST: u32 = 64;
        let paragraph = self.model.paragraph(id);
        let crate::model::Body::Provision(provision) = &paragraph.body else { return Happens::NotYet };
        if self.depth.get() >= DEEPEST {
            return Happens::NotYet;
        }
        self.depth.set(self.depth.get() + 1);
        let touch = self.touch(paragraph, provision, 0, None);
        let day = touch.provision.obligations.first().and_then(|l| match &l.due {
            Due::Series(series) => self.series_end(paragraph, series),
            _ => match self.deadline(paragraph, l, &touch) {
                // What lasts until a day ends on it.
                Deadline::Until { day, .. } => Some(day),
                other => other.day(),
            },
        });
        self.depth.set(self.depth.get() - 1);
        // What was removed before its day falls due on none.
        let removed = touch.lifted.as_ref().is_some_and(|(by, _)| day.zip(by.day).is_none_or(|(d, from)| from <= d));
        if removed {
            return self.no_more(paragraph, &touch);
        }
        day.map_or(Happens::NotYet, |d| Happens::On(Bounds::on(d)))
    }

    /// When a hearing is held, an event happened, a paper was filed.
    pub(super) fn thing_day(&self, paragraph: &Paragraph, thing: crate::model::ThingId) -> Happens {
        let sitting = if self.as_first_ordered.get() { None } else { self.sitting(paragraph, thing, None) };
        match sitting {
            Some(Sitting::On(bounds)) => return Happens::On(bounds),
            Some(Sitting::Vacated { by, .. }) => {
                let name = &self.model.declared.things[thing.index()].name;
                let how = if by.recalls { "recalled" } else { "vacated" };
                let text = format!("{name} was {how} by {}", by.name);
                return Happens::Never(Gone { text, span: by.span, day: by.day, how, recalls: by.recalls });
            }
            Some(Sitting::Open(Some(_))) => return Happens::NotYet,
            Some(Sitting::Open(None)) | None => {}
        }
        let told = self.happened(Subject::Thing(thing), "").map(|(bounds, _)| bounds);
        let declared = self.model.declared.things[thing.index()].date.map(Bounds::on);
        let filed = || self.motions.filed(thing).or_else(|| self.filing(thing));
        told.or(declared).or_else(filed).map_or(Happens::NotYet, Happens::On)
    }

    /// The day of the act by which a declared paper was filed.
    fn filing(&self, thing: crate::model::ThingId) -> Option<Bounds> {
        if self.model.declared.things[thing.index()].kind != crate::model::ThingKind::Document {
            return None;
        }
        let mut paper = Object::empty(Span::default());
        paper.head = Some(Head::Thing(thing));
        let verb = self.model.declared.verbs.base("file")?;
        let act = Act { verb, objects: Objects { list: vec![paper], any: false }, span: Span::default() };
        self.first_act(&act).map(|i| self.ledger.assertions[i].bounds)
    }

    /// The first time something is told of, and the fact that tells it.
    pub(super) fn happened(&self, subject: Subject, word: &str) -> Option<(Bounds, usize)> {
        let told = self.at(self.index.told(subject)).filter_map(|(i, a, s)| match (&a.content, s) {
            (Content::Happened { what, .. }, Standing::Accepted(_)) if word.is_empty() || what == word => {
                Some((a.bounds, i))
            }
            _ => None,
        });
        told.min_by_key(|(b, i)| (b.first.is_none(), b.first, b.last, *i))
    }
}

/// `the response has no date on the record`, `the record does not show that ¶ 2 is performed`.
pub(super) fn not_yet(words: &str) -> String {
    if words.contains(" is ") || words.contains(" are ") || words.contains(" been ") {
        return format!("the record does not show that {words}");
    }
    format!("{words} has no date on the record")
}

/// Whether and when an event happens.
#[derive(Debug, Clone)]
pub(super) enum Happens {
    On(Bounds),
    NotYet,
    /// It cannot come any more.
    Never(Gone),
}

/// Why an event will not come, and the words that say so.
#[derive(Debug, Clone)]
pub(super) struct Gone {
    /// `Status was vacated by Second ¶ 2`.
    pub(super) text: String,
    pub(super) span: Span,
    /// Since when that is so.
    pub(super) day: Option<NaiveDate>,
    /// `vacated`, `denied`, `withdrawn`.
    pub(super) how: &'static str,
    /// It was recalled, and may come again.
    pub(super) recalls: bool,
}
