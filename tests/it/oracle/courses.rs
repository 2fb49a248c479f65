//! Matters of what comes in a course of time: a report that recurs, papers of
//! limited length that may or must be filed, hearings that are set again.

use std::fmt::Write as _;

use ordain_core::report::Report;
use ordain_core::verdict::{Part, Verdict};

use super::dice::{Dice, day};

pub const READING: &str = include_str!("courses.lp");

/// The first days of a week that has no holiday; what falls due on one of them never moves.
const TUESDAY: u64 = 0;

/// A paper that was filed, and how many pages the record says it has.
struct Paper {
    filed: u64,
    pages: Option<u64>,
}

struct Hearing {
    on: u64,
    /// Day of the order, and the day to which it moves the hearing.
    moves: Vec<(u64, u64)>,
    /// Day of the order that sets it anew after it came, and the new day.
    anew: Option<(u64, u64)>,
    vacated: Option<u64>,
    appeared: Option<u64>,
}

pub struct Matter {
    first: u64,
    every: u64,
    last: u64,
    reports: Vec<u64>,
    brief_by: u64,
    brief: Option<Paper>,
    letter_by: u64,
    letter: Option<Paper>,
    hearings: Vec<Hearing>,
    closed: Option<u64>,
    as_of: u64,
}

const BRIEF: u64 = 20;
const LETTER: u64 = 5;
const NAMES: [&str; 1] = ["Status"];

fn paper(dice: &mut Dice, limit: u64) -> Option<Paper> {
    let pages = dice.chance(80).then(|| dice.between(limit - 2, limit + 2));
    dice.chance(68).then(|| Paper { filed: dice.between(4, 34), pages })
}

/// Orders come on days 1, 4, 7, …, hearings are on days 0, 3, 6, …
fn hearing(dice: &mut Dice) -> Hearing {
    let on = dice.between(3, 9) * 3;
    let mut moves = Vec::new();
    let mut stands = on;
    let mut order = 4;
    for _ in 0..dice.between(0, 2) {
        order = dice.between(order / 3 + 1, order / 3 + 3) * 3 + 1;
        if order < stands {
            stands = dice.between(order / 3 + 2, order / 3 + 8) * 3;
            moves.push((order, stands));
        }
    }
    let vacated = dice.chance(25).then(|| dice.between(order / 3 + 1, order / 3 + 8) * 3 + 1).filter(|d| *d < stands);
    let anew = (vacated.is_none() && dice.chance(20)).then(|| (stands + 1, stands + 12));
    let appeared = dice.chance(50).then_some(if dice.chance(85) { stands } else { stands + 12 });
    // On the day of no setting it is for a person.
    let appeared = appeared.filter(|d| *d == stands || anew.is_some());
    Hearing { on, moves, anew, vacated, appeared }
}

impl super::Drawn for Matter {
    fn generate(number: u64) -> Self {
        let dice = &mut Dice::new(number);
        let first = TUESDAY + 7 * dice.between(1, 2) + dice.between(0, 2);
        let every = 7 * dice.between(1, 2);
        let last = first + every * dice.between(1, 2);
        let mut reports: Vec<u64> = Vec::new();
        // No more than one report in the time up to each day, and one after the last.
        let mut opens = 1;
        for due in (first..=last + every).step_by(usize::try_from(every).expect("a small number")) {
            if dice.chance(60) {
                reports.push(dice.between(opens + 1, due));
            }
            opens = due;
        }
        Self {
            first,
            every,
            last,
            reports,
            brief_by: dice.between(10, 42),
            brief: paper(dice, BRIEF),
            letter_by: dice.between(10, 45),
            letter: paper(dice, LETTER),
            hearings: NAMES.iter().map(|_| hearing(dice)).collect(),
            closed: dice.chance(65).then(|| dice.between(10, 60)),
            as_of: dice.between(3, 18) * 3 + 2,
        }
    }

    fn as_of(&self) -> u64 {
        self.as_of
    }

    fn orders(&self) -> String {
        let mut out = "matter \"A v. B\"\n  court S.D.N.Y.\nparty Acme\n".to_owned();
        for (name, hearing) in NAMES.iter().zip(&self.hearings) {
            let _ = writeln!(out, "hearing {name}\n  on {}", day(hearing.on));
        }
        let (first, every, last) = (day(self.first), self.every, day(self.last));
        let _ = writeln!(out, "order First, entered {}", day(1));
        let _ = writeln!(
            out,
            "¶ 1 Acme must file report first by {first} and every {every} days thereafter through {last}"
        );
        let _ = writeln!(out, "¶ 2 Acme may file brief not exceeding {BRIEF} pages by {}", day(self.brief_by));
        let _ = writeln!(out, "¶ 3 Acme must file letter not exceeding {LETTER} pages by {}", day(self.letter_by));
        for (i, name) in NAMES.iter().enumerate() {
            let _ = writeln!(out, "¶ {} Acme must appear at {name}", i + 4);
        }
        let mut orders: Vec<(u64, String)> = Vec::new();
        for (name, h) in NAMES.iter().zip(&self.hearings) {
            orders.extend(h.moves.iter().map(|(e, d)| (*e, format!("resets hearing {name} to {}", day(*d)))));
            orders.extend(h.anew.iter().map(|(e, d)| (*e, format!("sets hearing {name} for {}", day(*d)))));
            orders.extend(h.vacated.iter().map(|e| (*e, format!("vacates hearing {name}"))));
        }
        orders.sort();
        for (i, (entered, text)) in orders.iter().enumerate() {
            let _ = writeln!(out, "order Later{i}\n  Dkt. {}\n  entered {}\n¶ 1 {text}", i + 10, day(*entered));
        }
        out
    }

    fn record(&self) -> String {
        let mut out = String::new();
        let mut number = 70;
        let mut fact = |out: &mut String, day: chrono::NaiveDate, what: String| {
            let _ = writeln!(out, "on {day} Acme {what}\n  source Dkt. {number}");
            number += 1;
        };
        for d in &self.reports {
            fact(&mut out, day(*d), "filed report".to_owned());
        }
        for (name, paper) in [("brief", &self.brief), ("letter", &self.letter)] {
            if let Some(Paper { filed, pages }) = paper {
                let length = pages.map(|n| format!(" of {n} pages")).unwrap_or_default();
                fact(&mut out, day(*filed), format!("filed {name}{length}"));
            }
        }
        for (name, hearing) in NAMES.iter().zip(&self.hearings) {
            if let Some(d) = hearing.appeared {
                fact(&mut out, day(d), format!("appeared at {name}"));
            }
        }
        if let Some(d) = self.closed {
            let _ = writeln!(out, "the record is complete through {} for filings and appearances", day(d));
        }
        out
    }

    fn atoms(&self, m: usize) -> String {
        let mut out = format!("ask({m},{}). series({m},{},{},{}).\n", self.as_of, self.first, self.every, self.last);
        for d in &self.reports {
            let _ = writeln!(out, "report({m},{d}).");
        }
        let _ = writeln!(out, "may({m},{BRIEF},{}). must({m},{LETTER},{}).", self.brief_by, self.letter_by);
        for (name, paper) in [("brief", &self.brief), ("letter", &self.letter)] {
            if let Some(Paper { filed, pages }) = paper {
                let pages = pages.map_or_else(|| "silent".to_owned(), |n| n.to_string());
                let _ = writeln!(out, "{name}({m},{filed},{pages}).");
            }
        }
        for (i, h) in self.hearings.iter().enumerate() {
            let _ = writeln!(out, "hearing({m},{i},{}).", h.on);
            for (e, d) in &h.moves {
                let _ = writeln!(out, "reset({m},{i},{e},{d}).");
            }
            if let Some((e, d)) = h.anew {
                let _ = writeln!(out, "set({m},{i},{e},{d}).");
            }
            if let Some(d) = h.vacated {
                let _ = writeln!(out, "off({m},{i},{d}).");
            }
            if let Some(d) = h.appeared {
                let _ = writeln!(out, "appeared({m},{i},{d}).");
            }
        }
        if let Some(d) = self.closed {
            let _ = writeln!(out, "closed({m},{d}).");
        }
        out
    }

    fn verdicts(report: &Report) -> Vec<(String, String)> {
        let verdicts = report.columns.first().into_iter().flat_map(|c| &c.verdicts).filter(|v| v.order == "First");
        let mut said = Vec::new();
        for verdict in verdicts {
            let kind = |v: &Verdict| v.kind.name().to_owned();
            match verdict.paragraph.as_str() {
                "1" => {
                    let number = |v: &Verdict| match v.part.last() {
                        Some(Part::Instance { n, .. }) => *n,
                        _ => 1,
                    };
                    let each = if verdict.parts.is_empty() { std::slice::from_ref(verdict) } else { &verdict.parts };
                    said.extend(each.iter().map(|v| (format!("report,{}", number(v)), kind(v))));
                }
                "2" => said.push(("brief,0".to_owned(), kind(verdict))),
                "3" => said.push(("letter,0".to_owned(), kind(verdict))),
                _ => said.push(("hearing,0".to_owned(), kind(verdict))),
            }
        }
        said
    }
}
