//! Small matters, each from its own number, written both as a lawyer would and
//! as facts of the answer-set program.

use std::fmt::Write as _;

use ordain_core::report::Report;
use ordain_core::session::Views;

use super::dice::{Dice, day};

pub const READING: &str = include_str!("reading.lp");

const FIRST_WEEKDAY: u64 = 1;
const PAPERS: [&str; 3] = ["answer", "brief", "declaration"];
const HEAD: &str = "matter \"A v. B\"
  court S.D.N.Y.
party Plaintiffs
party Defendants
event Visit
";

#[derive(Debug, Clone)]
enum Norm {
    By(u64),
    /// Days after the event.
    After(u64),
    Forbidden,
}

#[derive(Debug, Clone)]
struct Paragraph {
    paper: usize,
    norm: Norm,
}

#[derive(Debug, Clone)]
enum What {
    To(u64),
    Stay,
    StayUntil(u64),
    Lift,
    Vacate,
    Reinstate,
}

#[derive(Debug, Clone)]
struct Change {
    paragraph: usize,
    entered: u64,
    what: What,
}

#[derive(Debug, Clone)]
struct Filing {
    paper: usize,
    day: u64,
    /// On that day or later.
    from: bool,
    /// Reported in a paper of that day; else known when it was done.
    reported: Option<u64>,
    denied: Option<u64>,
}

#[derive(Debug, Clone)]
pub struct Matter {
    entered: u64,
    paragraphs: Vec<Paragraph>,
    changes: Vec<Change>,
    visit: Option<u64>,
    filings: Vec<Filing>,
    closed: Option<u64>,
    as_of: u64,
    known_on: u64,
}

impl super::Drawn for Matter {
    const VIEWS: Views = Views::All;

    fn generate(number: u64) -> Self {
        let dice = &mut Dice::new(number);
        let entered = dice.between(0, 4);
        let paragraphs: Vec<Paragraph> = (0..dice.between(1, 3))
            .map(|_| Paragraph {
                paper: dice.index(PAPERS.len()),
                norm: match dice.between(0, 15) {
                    0..=1 => Norm::Forbidden,
                    2..=4 => Norm::After(dice.between(1, 14)),
                    _ => Norm::By(dice.between(5, 32)),
                },
            })
            .collect();
        let changes: Vec<Change> = (0..dice.between(0, 4)).map(|_| change(dice, &paragraphs)).collect();
        let visit = dice.chance(60).then(|| dice.between(5, 35));
        let filings: Vec<Filing> = (0..dice.between(1, 4)).map(|_| filing(dice)).collect();
        let closed = dice.chance(60).then(|| dice.between(20, 60));
        let as_of = dice.between(6, 50);
        let known_on = if dice.chance(30) { dice.between(3, 50) } else { as_of };
        // Which of two things came first on one day only hours tell: those have specifications of their own.
        let ordered = |day: u64| day == entered || changes.iter().any(|c| c.entered == day);
        let filings = filings.into_iter().filter(|f| !ordered(f.day)).collect();
        Self { entered, paragraphs, changes, visit, filings, closed, as_of, known_on }
    }

    fn as_of(&self) -> u64 {
        self.as_of
    }

    fn known_on(&self) -> u64 {
        self.known_on
    }

    fn orders(&self) -> String {
        let mut out = HEAD.to_owned();
        // A paper for every day on which one is cited.
        for d in 0..=60 {
            if self.filings.iter().any(|f| f.reported == Some(d) || f.denied == Some(d)) {
                let _ = writeln!(out, "document Paper{d}\n  filed {}", day(d));
            }
        }
        let _ = writeln!(out, "order First, entered {}", day(self.entered));
        for (i, p) in self.paragraphs.iter().enumerate() {
            let paper = PAPERS[p.paper];
            let text = match p.norm {
                Norm::By(d) => format!("must file {paper} by {}", day(d)),
                Norm::After(n) => format!("must file {paper} within {n} days after Visit"),
                Norm::Forbidden => format!("must not file {paper} until further order"),
            };
            let _ = writeln!(out, "¶ {} Defendants {text}", i + 1);
        }
        for (i, c) in self.changes.iter().enumerate() {
            let target = format!("First ¶ {}", c.paragraph + 1);
            let text = match c.what {
                What::To(d) => format!("extends {target} to {}", day(d)),
                What::Stay => format!("stays {target} until further order"),
                What::StayUntil(d) => format!("stays {target} until and including {}", day(d)),
                What::Lift => format!("lifts stay of {target}"),
                What::Vacate => format!("vacates {target}"),
                What::Reinstate => format!("reinstates {target}"),
            };
            let _ = writeln!(out, "order Later{i}\n  Dkt. {}\n  entered {}\n¶ 1 {text}", i + 10, day(c.entered));
        }
        out
    }

    fn record(&self) -> String {
        let mut out = String::new();
        if let Some(d) = self.visit {
            let _ = writeln!(out, "Visit happened on {}\n  source Dkt. 5", day(d));
        }
        for f in &self.filings {
            let on = if f.from { "on or after" } else { "on" };
            let cite = f.reported.map_or_else(|| "Dkt. 7".to_owned(), |d| format!("Paper{d} at 1"));
            let _ = writeln!(out, "{on} {} Defendants filed {}\n  source {cite}", day(f.day), PAPERS[f.paper]);
            if let Some(d) = f.denied {
                let _ = writeln!(out, "  denied by Plaintiffs  source Paper{d} at 4");
            }
        }
        if let Some(d) = self.closed {
            let _ = writeln!(out, "the record is complete through {} for filings by Defendants", day(d));
        }
        out
    }

    fn atoms(&self, m: usize) -> String {
        let mut out = String::new();
        let (as_of, known_on) = (self.as_of, self.known_on);
        let _ = writeln!(out, "first_weekday({FIRST_WEEKDAY}). ask({m},{as_of},{known_on}).");
        for (i, p) in self.paragraphs.iter().enumerate() {
            let (id, paper, e) = (i + 1, p.paper, self.entered);
            let _ = match p.norm {
                Norm::By(d) => writeln!(out, "duty({m},{id},{paper},{e}). fixed({m},{id},{d})."),
                Norm::After(n) => writeln!(out, "duty({m},{id},{paper},{e}). counted({m},{id},visit,{n})."),
                Norm::Forbidden => writeln!(out, "ban({m},{id},{paper},{e})."),
            };
        }
        // Orders of one day are distinguished by their number on the docket.
        let mut changes: Vec<&Change> = self.changes.iter().collect();
        changes.sort_by_key(|c| c.entered);
        for (s, c) in changes.iter().enumerate() {
            let what = match c.what {
                What::To(d) => format!("to({d})"),
                What::Stay => "stay".to_owned(),
                What::StayUntil(d) => format!("stay_until({d})"),
                What::Lift => "lift".to_owned(),
                What::Vacate => "vacate".to_owned(),
                What::Reinstate => "reinstate".to_owned(),
            };
            let _ = writeln!(out, "change({m},{},{s},{},{what}).", c.paragraph + 1, c.entered);
        }
        if let Some(d) = self.visit {
            let _ = writeln!(out, "happened({m},visit,{d}).");
        }
        for (i, f) in self.filings.iter().enumerate() {
            // What has a day of its own is known from that day, whenever a paper tells of it.
            let _ = match f.reported {
                Some(reported) if f.from => {
                    writeln!(out, "filed_from({m},{i},{},{},{reported},{}).", f.paper, f.day, f.day)
                }
                _ => writeln!(out, "filed({m},{i},{},{},{}).", f.paper, f.day, f.day),
            };
            if let Some(d) = f.denied {
                let _ = writeln!(out, "denied({m},{i},{d}).");
            }
        }
        if let Some(d) = self.closed {
            let _ = writeln!(out, "closed({m},{d}).");
        }
        out
    }

    fn verdicts(report: &Report) -> Vec<(String, String)> {
        let of_column = |c: &ordain_core::report::Column| {
            let view = c.view.name().to_lowercase();
            let said =
                |v: &ordain_core::verdict::Verdict| (format!("{},{view}", v.paragraph), v.kind.name().to_owned());
            c.verdicts.iter().filter(|v| v.order == "First").map(said).collect::<Vec<_>>()
        };
        report.columns.iter().flat_map(of_column).collect()
    }
}

fn change(dice: &mut Dice, paragraphs: &[Paragraph]) -> Change {
    let entered = dice.between(5, 30);
    let paragraph = dice.index(paragraphs.len());
    // A prohibition has no day that could be moved.
    let dated = !matches!(paragraphs[paragraph].norm, Norm::Forbidden);
    let what = match dice.between(if dated { 0 } else { 3 }, 9) {
        0..=2 => What::To(dice.between(entered, 48)),
        3..=4 => What::Stay,
        5 => What::StayUntil(dice.between(entered, 45)),
        6 => What::Lift,
        7..=8 => What::Vacate,
        _ => What::Reinstate,
    };
    Change { paragraph, entered, what }
}

fn filing(dice: &mut Dice) -> Filing {
    let day = dice.between(0, 45);
    let reported = dice.chance(40).then(|| dice.between(day, 48));
    let first = reported.unwrap_or(day);
    Filing {
        paper: dice.index(PAPERS.len()),
        day,
        from: reported.is_some() && dice.chance(20),
        reported,
        denied: dice.chance(18).then(|| dice.between(first, 50)),
    }
}
