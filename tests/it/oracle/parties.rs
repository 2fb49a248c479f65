//! Matters of three parties, each of which owes papers for itself, and of later
//! orders that reach some of them: extensions, stays that are extended and
//! lifted, vacaturs, orders that supersede or vacate orders, conditions.

use std::fmt::Write as _;

use ordain_core::report::Report;

use super::dice::{Dice, day};

pub const READING: &str = include_str!("parties.lp");

const PARTIES: [&str; 3] = ["Acme", "Bell", "Cole"];
const PAPERS: [&str; 2] = ["answer", "brief"];

struct Duty {
    bearers: Vec<usize>,
    /// The day by which a paper must be filed; what must not be published has none.
    due: Option<u64>,
}

enum What {
    To(usize, u64),
    Stay(usize, u64),
    Lift(usize),
    Vacate(usize),
    Supersede(usize),
    Undo(usize),
    Prolong(usize, u64),
}

struct Change {
    entered: u64,
    what: What,
    /// Whom it names; nobody where it reaches all.
    named: Vec<usize>,
    conditional: bool,
}

pub struct Matter {
    entered: u64,
    duties: Vec<Duty>,
    changes: Vec<Change>,
    visit: Option<u64>,
    /// Party, paper and day.
    filings: Vec<(usize, usize, u64)>,
    closed: Option<u64>,
    as_of: u64,
}

/// Due days, days of orders and other days are never the same: which of two
/// things came first on one day only hours tell, and those have specifications
/// of their own.
fn due_day(dice: &mut Dice, low: u64, high: u64) -> u64 {
    dice.between(low.div_ceil(3), high / 3) * 3
}

fn order_day(dice: &mut Dice, low: u64, high: u64) -> u64 {
    dice.between(low / 3, high / 3) * 3 + 1
}

fn other_day(dice: &mut Dice, low: u64, high: u64) -> u64 {
    dice.between(low / 3, high / 3) * 3 + 2
}

fn filing_day(dice: &mut Dice) -> u64 {
    if dice.chance(20) { due_day(dice, 9, 45) } else { other_day(dice, 3, 50) }
}

/// All three, in so many cases of a hundred, else some of them.
fn some_of(dice: &mut Dice, all: u64) -> Vec<usize> {
    if dice.chance(all) {
        return vec![0, 1, 2];
    }
    let some: Vec<usize> = (0..3).filter(|_| dice.chance(50)).collect();
    if some.is_empty() { vec![dice.index(3)] } else { some }
}

fn change(dice: &mut Dice, duties: &[Duty], before: &[Change], entered: u64) -> Change {
    let paragraph = dice.index(duties.len());
    let ended = |order| before.iter().any(|c| matches!(c.what, What::Supersede(o) | What::Undo(o) if o == order));
    let lifted = |p| before.iter().any(|c| matches!(c.what, What::Lift(l) if l == p));
    let runs =
        |(i, c): (usize, &Change)| matches!(c.what, What::Stay(p, end) if end > entered && !ended(i) && !lifted(p));
    let stay = before.iter().enumerate().position(runs);
    let earlier = (!before.is_empty()).then(|| dice.index(before.len()));
    let what = match (dice.between(0, 13), earlier, stay) {
        (0..=1, Some(order), _) if !prolonged(before, order) => What::Supersede(order),
        (2, Some(order), _) if undoable(before, order) => What::Undo(order),
        (3..=4, _, Some(order)) => What::Prolong(order, other_day(dice, entered + 12, entered + 24)),
        (5..=6, ..) if !hangs(before, paragraph) => What::Vacate(paragraph),
        (7..=9, ..) => What::Stay(paragraph, other_day(dice, entered + 6, entered + 30)),
        (10, ..) => What::Lift(paragraph),
        _ => What::To(paragraph, due_day(dice, entered + 2, entered + 21)),
    };
    // What was vacated has no day that could be moved.
    let vacated = |p| before.iter().any(|c| matches!(c.what, What::Vacate(v) if v == p));
    let what = match what {
        What::To(p, _) if vacated(p) => What::Lift(p),
        // A prohibition has no day that could be moved.
        What::To(p, d) if duties[p].due.is_none() => What::Stay(p, d + 8),
        other => other,
    };
    // On a condition a day is moved to a later one: whether it may have come before the condition did is for a
    // specification of its own.
    let conditional = matches!(what, What::To(..)) && dice.chance(25);
    let what = match what {
        What::To(p, d) if conditional => What::To(p, d.max(duties[p].due.unwrap_or(d) + 3).max(42)),
        other => other,
    };
    let whole = matches!(what, What::Supersede(_) | What::Undo(_) | What::Prolong(..));
    let among = match what {
        What::To(p, _) | What::Stay(p, _) | What::Lift(p) | What::Vacate(p) => duties[p].bearers.clone(),
        What::Supersede(_) | What::Undo(_) | What::Prolong(..) => Vec::new(),
    };
    let named = if whole || among.len() == 1 || dice.chance(40) {
        Vec::new()
    } else {
        let some: Vec<usize> = among.iter().copied().filter(|_| dice.chance(50)).collect();
        if some.is_empty() { vec![among[0]] } else { some }
    };
    Change { entered, what, named, conditional }
}

/// What a vacatur of the order takes back; an order that took back another is left alone.
fn undoable(before: &[Change], order: usize) -> bool {
    let taken = |c: &Change| matches!(c.what, What::Supersede(o) | What::Undo(o) if o == order);
    let plain = matches!(before[order].what, What::To(..) | What::Stay(..) | What::Vacate(_));
    plain && !before.iter().any(taken) && !prolonged(before, order)
}

/// Its day is moved on a condition: whether that moves a duty which is vacated meanwhile nobody says.
fn hangs(before: &[Change], paragraph: usize) -> bool {
    before.iter().any(|c| c.conditional && matches!(c.what, What::To(p, _) if p == paragraph))
}

/// A stay that an order extended: whether it goes on when the first order is superseded nobody says.
fn prolonged(before: &[Change], order: usize) -> bool {
    before.iter().any(|c| matches!(c.what, What::Prolong(o, _) if o == order))
}

fn names(of: &[usize]) -> String {
    let names: Vec<&str> = of.iter().map(|b| PARTIES[*b]).collect();
    match names.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => names.concat(),
    }
}

impl super::Drawn for Matter {
    fn generate(number: u64) -> Self {
        let dice = &mut Dice::new(number);
        let duties: Vec<Duty> = (0..dice.between(1, 2))
            .map(|_| Duty { bearers: some_of(dice, 70), due: dice.chance(84).then(|| due_day(dice, 9, 33)) })
            .collect();
        let mut changes: Vec<Change> = Vec::new();
        let mut last = 4;
        for _ in 0..dice.between(1, 5) {
            last = order_day(dice, last + 3, last + 9);
            let change = change(dice, &duties, &changes, last);
            changes.push(change);
        }
        let visit = dice.chance(50).then(|| other_day(dice, 6, 40));
        let filings = (0..dice.between(2, 5)).map(|_| (dice.index(3), dice.index(2), filing_day(dice))).collect();
        let closed = dice.chance(70).then(|| dice.between(20, 66));
        let as_of = if dice.chance(70) { other_day(dice, 15, 45) } else { due_day(dice, 6, 57) };
        Self { entered: 1, duties, changes, visit, filings, closed, as_of }
    }

    fn as_of(&self) -> u64 {
        self.as_of
    }

    fn orders(&self) -> String {
        let mut out = "matter \"A v. B\"\n  court S.D.N.Y.\nevent Visit\n".to_owned();
        for party in PARTIES {
            let _ = writeln!(out, "party {party}");
        }
        let _ = writeln!(out, "order First, entered {}", day(self.entered));
        for (i, d) in self.duties.iter().enumerate() {
            let each = if d.bearers.len() > 1 { " each" } else { "" };
            let (who, paper) = (names(&d.bearers), PAPERS[i]);
            let _ = match d.due {
                Some(due) => writeln!(out, "¶ {} {who}{each} must file {paper} by {}", i + 1, day(due)),
                None => writeln!(out, "¶ {} {who} must not file {paper} until further order", i + 1),
            };
        }
        for (i, c) in self.changes.iter().enumerate() {
            let mut text = match c.what {
                What::To(p, d) => format!("extends First ¶ {} to {}", p + 1, day(d)),
                What::Stay(p, d) => format!("stays First ¶ {} through {}", p + 1, day(d)),
                What::Lift(p) => format!("lifts stay of First ¶ {}", p + 1),
                What::Vacate(p) => format!("vacates First ¶ {}", p + 1),
                What::Supersede(t) => format!("supersedes Later{t}"),
                What::Undo(t) => format!("vacates Later{t}"),
                What::Prolong(t, d) => format!("extends Later{t} through {}", day(d)),
            };
            if !c.named.is_empty() {
                let _ = write!(text, " as to {}", names(&c.named));
            }
            if c.conditional {
                text.push_str(" if Visit happens");
            }
            let _ = writeln!(out, "order Later{i}\n  Dkt. {}\n  entered {}\n¶ 1 {text}", i + 10, day(c.entered));
        }
        out
    }

    fn record(&self) -> String {
        let mut out = String::new();
        if let Some(d) = self.visit {
            let _ = writeln!(out, "Visit happened on {}\n  source Dkt. 5", day(d));
        }
        for (i, (party, paper, d)) in self.filings.iter().enumerate() {
            let _ =
                writeln!(out, "on {} {} filed {}\n  source Dkt. {}", day(*d), PARTIES[*party], PAPERS[*paper], 70 + i);
        }
        if let Some(d) = self.closed {
            let _ = writeln!(out, "the record is complete through {} for filings", day(d));
        }
        out
    }

    fn atoms(&self, m: usize) -> String {
        let mut out = format!("ask({m},{}).\n", self.as_of);
        for (p, d) in self.duties.iter().enumerate() {
            for b in &d.bearers {
                let _ = match d.due {
                    Some(due) => writeln!(out, "duty({m},{},{b},{p},{},{due}).", p + 1, self.entered),
                    None => writeln!(out, "ban({m},{},{b},{p},{}).", p + 1, self.entered),
                };
            }
        }
        for (s, c) in self.changes.iter().enumerate() {
            let what = match c.what {
                What::To(p, d) => format!("to({},{d})", p + 1),
                What::Stay(p, d) => format!("stay({},{d})", p + 1),
                What::Lift(p) => format!("lift({})", p + 1),
                What::Vacate(p) => format!("vacate({})", p + 1),
                What::Supersede(t) => format!("supersede({t})"),
                What::Undo(t) => format!("undo({t})"),
                What::Prolong(t, d) => format!("prolong({t},{d})"),
            };
            let _ = writeln!(out, "change({m},{s},{},{what}).", c.entered);
            let reached = if c.named.is_empty() { vec![0, 1, 2] } else { c.named.clone() };
            for b in reached {
                let _ = writeln!(out, "reach({m},{s},{b}).");
            }
            if c.conditional {
                // What happens after the day asked about nobody knows yet.
                let visit =
                    self.visit.filter(|d| *d <= self.as_of).map_or_else(|| "silent".to_owned(), |d| d.to_string());
                let _ = writeln!(out, "hangs({m},{s},{visit}).");
            }
        }
        for (f, (party, paper, d)) in self.filings.iter().enumerate() {
            let _ = writeln!(out, "filed({m},{f},{party},{paper},{d}).");
        }
        if let Some(d) = self.closed {
            let _ = writeln!(out, "closed({m},{d}).");
        }
        out
    }

    fn verdicts(report: &Report) -> Vec<(String, String)> {
        let column = report.columns.first().into_iter();
        let verdicts = column.flat_map(|c| &c.verdicts).filter(|v| v.order == "First");
        let leaves = verdicts.flat_map(|v| if v.parts.is_empty() { vec![v] } else { v.parts.iter().collect() });
        let said = leaves.flat_map(|v| {
            let party = |name: &str| PARTIES.iter().position(|p| *p == name);
            let bearers = v.bearer.iter().filter_map(move |b| party(b));
            bearers.map(|b| (format!("{},{b}", v.paragraph), v.kind.name().to_owned()))
        });
        said.collect()
    }
}
