//! Well-formed matters from arbitrary bytes: every line is one that the grammar has, so that what is tried is the
//! meaning and not the reader. The fuzz targets use it, and so does the test `generated`.

use std::fmt::Write;

use arbitrary::{Result, Unstructured};

/// The files of one matter.
pub struct Matter {
    pub order: String,
    pub facts: String,
}

/// What a matter is made of mostly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Duties, prohibitions, permissions, conditions, sums, recurring duties.
    Duties,
    /// Orders that amend orders, stays, hearings, motions.
    Dispositions,
}

const SIDES: [&str; 3] = ["Tenants", "Owners", "each of Tenants and Owners"];
const MEMBERS: [&str; 4] = ["Hale", "Moss", "Birch", "Fern"];
const PAPERS: [&str; 8] =
    ["answer", "reply", "status report", "privilege log", "brief", "\"Notice A\"", "Plan", "declaration of \"Fern\""];
const EVENTS: [&str; 3] = ["Ruling", "Closing", "Mandate"];
const UNITS: [&str; 6] = ["day", "week", "month", "court day", "business day", "hour"];

struct Writer<'a, 'b> {
    u: &'a mut Unstructured<'b>,
    order: String,
    facts: String,
    /// Each order with how many paragraphs it has.
    orders: Vec<(String, usize)>,
}

/// A matter of one kind.
pub fn matter(u: &mut Unstructured<'_>, kind: Kind) -> Result<Matter> {
    let mut w = Writer { u, order: String::new(), facts: String::new(), orders: Vec::new() };
    w.head()?;
    let orders = if kind == Kind::Dispositions { w.number(2, 5)? } else { w.number(1, 2)? };
    for at in 0..orders {
        let name = ["First", "Second", "Third", "Fourth", "Fifth"][at % 5].to_owned();
        let entered = w.day(at)?;
        let _ = writeln!(w.order, "order {name} \"{name} order\", entered {entered}");
        let paragraphs = w.number(1, 5)?;
        for n in 1..=paragraphs {
            let disposes = at > 0 && w.chance(if kind == Kind::Dispositions { 3 } else { 1 }, 4)?;
            let body = if disposes { w.disposition()? } else { w.duty(n)? };
            let _ = writeln!(w.order, "¶ {n}  {body}");
        }
        w.orders.push((name, paragraphs));
    }
    for _ in 0..w.number(0, 8)? {
        let fact = w.fact()?;
        let _ = writeln!(w.facts, "{fact}");
    }
    Ok(Matter { order: w.order, facts: w.facts })
}

impl Writer<'_, '_> {
    fn number(&mut self, from: usize, to: usize) -> Result<usize> {
        self.u.int_in_range(from..=to)
    }

    fn chance(&mut self, n: usize, of: usize) -> Result<bool> {
        Ok(self.number(1, of)? <= n)
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> Result<&'t str> {
        Ok(of[self.number(0, of.len() - 1)?])
    }

    fn head(&mut self) -> Result<()> {
        self.order.push_str("matter \"Hale v. Birch\"\n");
        if self.chance(3, 4)? {
            let court = self.one(&["N.D. Cal.", "S.D.N.Y.", "D. Ariz."])?;
            let _ = writeln!(self.order, "  court {court}");
        }
        self.order.push_str("party Tenants\n  members Hale, Moss\nparty Owners\n  members Birch, Fern\n");
        self.order.push_str("record Books \"Rent books\"\n  category 1 \"Rolls\"\n  category 2 \"Leases\"\n");
        self.order.push_str("document Plan \"the plan\"\nhearing Status\n  on January 9, 2024 at 10:00 a.m.\n");
        self.order.push_str("motion Quash by Tenants, filed November 2, 2023\n");
        EVENTS.iter().try_for_each(|e| writeln!(self.order, "event {e}")).map_err(|_| arbitrary::Error::IncorrectFormat)
    }

    /// A day of late 2023 or early 2024, later ones for later orders.
    fn day(&mut self, after: usize) -> Result<String> {
        let (month, year) =
            [("October", 2023), ("November", 2023), ("December", 2023), ("January", 2024), ("March", 2024)]
                [(after + self.number(0, 1)?).min(4)];
        Ok(format!("{month} {}, {year}", self.number(1, 28)?))
    }

    fn side(&mut self) -> Result<String> {
        Ok(if self.chance(1, 4)? { self.one(&MEMBERS)?.to_owned() } else { self.one(&SIDES)?.to_owned() })
    }

    fn paragraph(&mut self) -> Result<String> {
        let Some(last) = self.orders.len().checked_sub(1) else { return Ok("¶ 1".to_owned()) };
        let at = self.number(0, last)?;
        let (name, paragraphs) = self.orders[at].clone();
        Ok(format!("{name} ¶ {}", self.number(1, paragraphs)?))
    }

    fn deadline(&mut self) -> Result<String> {
        Ok(match self.number(0, 7)? {
            0..=2 => format!("by {}", self.day(2)?),
            3 => format!("within {} {}s after entry", self.number(0, 60)?, self.one(&UNITS)?),
            4 => format!("within {} days after {}", self.number(1, 30)?, self.one(&EVENTS)?),
            5 => format!("no later than {} days before Status", self.number(1, 30)?),
            6 => format!("within {} days after each {}", self.number(1, 30)?, self.one(&EVENTS)?),
            _ => format!("by {} p.m. on {}", self.number(1, 11)?, self.day(2)?),
        })
    }

    fn act(&mut self) -> Result<String> {
        Ok(match self.number(0, 8)? {
            0..=2 => format!("file {}", self.one(&PAPERS)?),
            3 => format!("file {} and {}", self.one(&PAPERS)?, self.one(&PAPERS)?),
            4 => format!("serve {} on Owners", self.one(&PAPERS)?),
            5 => format!("pay ${} to Tenants", self.number(1, 5000)?),
            6 => format!("produce at least {} documents", self.number(1, 900)?),
            7 => format!("complete Books category {}", self.number(1, 2)?),
            _ => format!("publish {} in \"Post\"", self.one(&PAPERS)?),
        })
    }

    fn condition(&mut self) -> Result<String> {
        let lead = self.one(&["if", "unless"])?;
        Ok(match self.number(0, 4)? {
            0 => format!("{lead} {} is breached", self.paragraph()?),
            1 => format!("{lead} {} is met", self.paragraph()?),
            2 => format!("{lead} {} happens", self.one(&EVENTS)?),
            3 => format!("{lead} Owners file {}", self.one(&PAPERS)?),
            _ => format!("{lead} Quash is granted"),
        })
    }

    fn duty(&mut self, n: usize) -> Result<String> {
        let who = self.side()?;
        let act = self.act()?;
        let mut body = match self.number(0, 6)? {
            0 => format!("{who} must not {act} until {}", self.one(&["Ruling", "further order", "March 1, 2024"])?),
            1 => format!("{who} may {act} {}", self.deadline()?),
            2 => {
                let every = format!("every {} {}s", self.number(1, 9)?, self.one(&UNITS)?);
                format!("{who} must {act} first by {} and {every} thereafter until {}", self.day(1)?, self.day(4)?)
            }
            _ => format!("{who} must {act} {}", self.deadline()?),
        };
        if self.chance(1, 3)? {
            let _ = write!(body, " {}", self.condition()?);
        }
        if n > 1 && self.chance(1, 6)? {
            let _ = write!(body, "\n     despite ¶ {}", self.number(1, n - 1)?);
        }
        if self.chance(1, 6)? {
            let doubling = if self.chance(1, 2)? { ", doubling every week" } else { "" };
            let amount = self.number(1, 900)?;
            let _ = write!(body, "\n     on breach Owners must pay ${amount} for each day until met{doubling}");
        }
        Ok(body)
    }

    fn disposition(&mut self) -> Result<String> {
        let target = self.paragraph()?;
        Ok(match self.number(0, 12)? {
            0 => format!("extends {target} to {}", self.day(3)?),
            1 => format!("extends {target} by {} {}s", self.number(1, 30)?, self.one(&UNITS[..4])?),
            2 => format!("extends all deadlines by {} days", self.number(1, 30)?),
            3 => format!("vacates {target}"),
            4 => format!("stays {target} until {}", self.one(&["Ruling", "further order", "March 1, 2024"])?),
            5 => format!("lifts stay of {target}"),
            6 => format!("reinstates {target}"),
            7 => format!("continues hearing Status to {}", self.day(3)?),
            8 => "vacates hearing Status".to_owned(),
            9 => format!("{} Quash", self.one(&["grants", "denies"])?),
            10 => format!(
                "modifies {target} to \"{} must file brief\" by {}",
                self.one(&["Owners", "Tenants"])?,
                self.day(3)?
            ),
            11 => format!("supersedes {}", self.orders.first().map_or("First", |(name, _)| name)),
            _ => format!("strikes {target}"),
        })
    }

    fn fact(&mut self) -> Result<String> {
        let day = self.day(1)?;
        let source = format!("\n  source Dkt. {}", self.number(1, 90)?);
        let who = self.one(&["Tenants", "Owners", "Hale", "Birch"])?;
        Ok(match self.number(0, 11)? {
            0..=2 => format!("on {day} {who} filed {}{source}", self.one(&PAPERS)?),
            3 => format!("on {day} {who} paid ${} to Tenants{source}", self.number(1, 5000)?),
            4 => format!("on {day} {who} produced {} documents{source}", self.number(0, 900)?),
            5 => format!("{} happened on {day}{source}", self.one(&EVENTS)?),
            6 => format!("{} happened in {} 2023{source}", self.one(&EVENTS)?, self.one(&["November", "December"])?),
            7 => format!("the record is complete through {} for filings by {who}", self.day(4)?),
            8 => format!("the Court finds {} breached{source}", self.paragraph()?),
            9 => format!("on {day} {who} did not file {}{source}", self.one(&PAPERS)?),
            10 => format!("on {day} {who} appeared at Status{source}"),
            _ => format!("on {day} {who} completed Books category {}{source}", self.number(1, 2)?),
        })
    }
}
