//! Words, quotations, dates, citations and due times: what everything else is
//! made of. A due time holds the phrase of its event, and a phrase holds due
//! times (`if … by December 1`), so that both are in one file.

use chrono::{NaiveDate, NaiveTime, Weekday};

use ordain_base::source::{Span, Spanned};

pub use ordain_base::unit::Unit;

/// Text in quotation marks, without them, as written.
pub type Quoted = Spanned<String>;

/// A clock time written with the zone it is meant in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zoned {
    pub day: NaiveDate,
    pub time: NaiveTime,
    /// `PST`, `Pacific Time`.
    pub word: String,
    /// The zone word.
    pub span: Span,
}

/// A clock time of another zone, as the clock of the court showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtCourt {
    /// The zone word beside the time.
    pub zone: Span,
    pub day: NaiveDate,
    pub time: NaiveTime,
}

/// One word of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub kind: TokenKind,
    /// A word as written; the inside of a quotation; the label after `¶`.
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind {
    /// A bare word, number, range (`1-5`), amount (`$500`), or `&`.
    Word,
    /// `"…"`: verbatim wording.
    Quoted,
    Comma,
    /// `¶ 1`, `¶¶ 1-2`: the text is the label or range of labels.
    Paragraph,
    /// A date inside the phrase (`created before May 3, 2020`).
    Date(Date),
    /// Of a condition: `by December 1, 2023`, `within 14 days after service`.
    Limit(Box<Deadline>),
}

/// A run of words that the model resolves. Never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub tokens: Vec<Token>,
    pub span: Span,
}

/// A calendar day that exists, with the clock time written beside it. The
/// weekday, if one was written, was right. Times are of the court's zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    pub day: NaiveDate,
    pub time: Option<Time>,
    /// What the paper says where it slipped: `"October 8, 20148" [sic October 8, 2018]`, `April 18 [2024]`.
    pub as_written: Option<String>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    Clock(NaiveTime),
    CloseOfBusiness,
}

/// One cited place: `Motion at 4–5, 7`, `Axe Decl. ¶ 6`, `Dkt. 290 at 16`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The paper: `Motion`, `Axe Decl.`, `Coleman Decl.`, `Dkt. 290`.
    pub paper: String,
    /// The pinpoint, if any: `at 4–5, 7`, `¶ 6`, `Ex. C`.
    pub pin: Option<String>,
    pub span: Span,
}

/// A day named by date or by event.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    Date(Date),
    /// `the hearing`, `service of opposition`, `entry`, `the end of ¶ 1`.
    Event(Phrase),
}

/// `14 days`, `fourteen (14) days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length {
    pub n: u32,
    pub unit: Unit,
    pub span: Span,
}

/// One arm of `the earlier of … and …`.
#[derive(Debug, Clone, PartialEq)]
pub enum DueOption {
    At(Point),
    After(Length, Point),
    Before(Length, Point),
}

/// When something is due, or how long it lasts, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Deadline {
    /// `by D`, `on or before D`, `no later than D`: inclusive.
    By(Point),
    /// `before D`: strict.
    Before(Point),
    /// `until D`: whether D itself is inside is not said.
    Until(Point),
    /// `until and including D`, `through D`.
    Through(Point),
    /// `until 30 days after E`, `through 30 days after E`, `until 7 days before E`.
    UntilPeriod {
        length: Length,
        from: Point,
        backward: bool,
        /// `through`.
        inclusive: bool,
    },
    /// `within N units after E`; with `, to D` or `, by D` a date is stated too.
    Within {
        length: Length,
        after: Point,
        stated: Option<Date>,
    },
    /// `at least N units before E`.
    AtLeastBefore {
        length: Length,
        before: Point,
    },
    EarlierOf(Vec<DueOption>),
    LaterOf(Vec<DueOption>),
    /// `promptly`, `forthwith`, `immediately`; with an outer limit: `promptly, and in any event by D`.
    Promptly {
        word: Spanned<String>,
        outer: Option<Box<Deadline>>,
    },
    /// `every 30 days after E until F`, `first by D and every month thereafter`, `a month`.
    Every(Box<Series>),
    /// `beginning D and ending E`: of an act that is spread over some time; owed by each of the two.
    Spanning {
        first: Date,
        last: Date,
    },
    /// `within N units after each E`.
    WithinEach {
        length: Length,
        each: Phrase,
    },
    /// `at <hearing>`.
    At(Phrase),
    /// `without first filing letter`: until the bearer itself has done this.
    UntilDone(Phrase),
    NoDeadline,
    Continuing,
    UntilFurtherOrder,
    /// Of a prohibition that does not say how long it lasts, in its own words: as long as its order, where that expires.
    Unsaid(Spanned<String>),
    /// `pending <event>`.
    Pending(Phrase),
}

/// What comes again and again.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub every: Every,
    pub first: First,
    /// The end, and whether its day is inside (`through`); `None` where the order states none.
    pub until: Option<(Point, bool)>,
    /// `until further order`: an end, and no day of it.
    pub further_order: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Length(Length),
    /// `a calendar month`, `by the 5th of each month`: a day of each month, 31 for its last.
    DayOfMonth(u32),
    /// `every Monday`; with `nth`, `the first Monday of each month`: 1 to 4, 5 for the last.
    Weekday {
        day: Weekday,
        nth: Option<u8>,
    },
    /// `by the first business day of each month`: counted from the first of the month; `None` for its last.
    BusinessDay(Option<u8>),
    /// `by January 31 and July 31 of each year`.
    DaysOfYear(YearDays),
    /// `within 10 days after the end of each quarter`; without a length, on the last day of each.
    AfterEnd {
        of: CalendarPeriod,
        length: Option<Length>,
    },
}

/// Up to twelve days of a year, in the order of the calendar; 31 for the last of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearDays {
    days: [(u8, u8); 12],
    len: u8,
}

impl YearDays {
    /// Takes in a day of a month; false where there is no room for it, or it is there.
    pub fn add(&mut self, month: u8, day: u8) -> bool {
        if self.list().contains(&(month, day)) {
            return false;
        }
        let Some(slot) = self.days.get_mut(usize::from(self.len)) else { return false };
        *slot = (month, day);
        self.len += 1;
        if let Some(used) = self.days.get_mut(..usize::from(self.len)) {
            used.sort_unstable();
        }
        true
    }

    /// Month and day.
    #[must_use]
    pub fn list(&self) -> &[(u8, u8)] {
        self.days.get(..usize::from(self.len)).unwrap_or_default()
    }
}

/// A stretch of the calendar, after whose end something falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarPeriod {
    Month,
    Quarter,
    Year,
}

impl CalendarPeriod {
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// From when it runs.
#[derive(Debug, Clone, PartialEq)]
pub enum First {
    /// `first by D and …`.
    By(Date),
    /// `first within 30 days after E and …`.
    Within(Length, Point),
    /// `every 30 days after E`.
    After(Point),
    /// `a month beginning D`: D is the first day of the first month.
    Beginning(Point),
    /// Of a rate: it is not said.
    Unstated,
}

/// The words of a phrase as they would be read out.
#[must_use]
pub fn text_of(phrase: &Phrase) -> String {
    let mut out = String::new();
    for t in &phrase.tokens {
        if !out.is_empty() && t.kind != TokenKind::Comma {
            out.push(' ');
        }
        match t.kind {
            TokenKind::Comma => out.push(','),
            TokenKind::Quoted => {
                out.push('“');
                out.push_str(&t.text);
                out.push('”');
            }
            TokenKind::Paragraph => {
                let several =
                    t.text.contains([',', '-', '–']) || t.text.contains(" and ") || t.text.contains(" through ");
                out.push_str(if several { "¶¶ " } else { "¶ " });
                out.push_str(&t.text);
            }
            _ => out.push_str(&t.text),
        }
    }
    out
}

/// `day` or `days`, as the number has it.
#[must_use]
pub fn unit_word(length: Length) -> String {
    let word = length.unit.noun();
    if length.n == 1 { word.to_owned() } else { format!("{word}s") }
}

fn length_words(length: &Length) -> String {
    format!("{} {}", length.n, unit_word(*length))
}

fn point_words(point: &Point) -> String {
    match point {
        Point::Date(d) => ordain_base::words::day(d.day),
        Point::Event(p) => text_of(p),
    }
}

/// `within 14 days after service`: the deadline as it is written.
pub(super) fn deadline_words(deadline: &Deadline) -> String {
    let arms = |arms: &[DueOption]| {
        let one = |arm: &DueOption| match arm {
            DueOption::At(p) => point_words(p),
            DueOption::After(n, p) => format!("{} after {}", length_words(n), point_words(p)),
            DueOption::Before(n, p) => format!("{} before {}", length_words(n), point_words(p)),
        };
        arms.iter().map(one).collect::<Vec<_>>().join(" and ")
    };
    match deadline {
        Deadline::By(p) => format!("by {}", point_words(p)),
        Deadline::Before(p) => format!("before {}", point_words(p)),
        Deadline::Until(p) => format!("until {}", point_words(p)),
        Deadline::Through(p) => format!("through {}", point_words(p)),
        Deadline::UntilPeriod { length, from, backward, inclusive } => {
            let until = if *inclusive { "through" } else { "until" };
            let side = if *backward { "before" } else { "after" };
            format!("{until} {} {side} {}", length_words(length), point_words(from))
        }
        Deadline::Within { length, after, .. } => {
            format!("within {} after {}", length_words(length), point_words(after))
        }
        Deadline::AtLeastBefore { length, before } => {
            format!("at least {} before {}", length_words(length), point_words(before))
        }
        Deadline::EarlierOf(all) => format!("by the earlier of {}", arms(all)),
        Deadline::LaterOf(all) => format!("by the later of {}", arms(all)),
        Deadline::Promptly { word, outer: None } => word.value.clone(),
        Deadline::Promptly { word, outer: Some(by) } => {
            format!("{}, and in any event {}", word.value, deadline_words(by))
        }
        Deadline::Spanning { first, last } => {
            format!("beginning {} and ending {}", ordain_base::words::day(first.day), ordain_base::words::day(last.day))
        }
        Deadline::Every(_) => "again and again".to_owned(),
        Deadline::WithinEach { length, each } => {
            format!("within {} after each {}", length_words(length), text_of(each))
        }
        Deadline::At(p) => format!("at {}", text_of(p)),
        Deadline::UntilDone(p) => format!("without first {}", text_of(p)),
        Deadline::Unsaid(_) => String::new(),
        Deadline::NoDeadline => "no deadline".to_owned(),
        Deadline::Continuing => "continuing".to_owned(),
        Deadline::UntilFurtherOrder => "until further order".to_owned(),
        Deadline::Pending(p) => format!("pending {}", text_of(p)),
    }
}
