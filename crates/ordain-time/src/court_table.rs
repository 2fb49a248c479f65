//! The table of courts, `rules/time/courts.calendar`: a court asked for by its own name is read from its line alone, and the
//! whole table only where somebody asks for more than that.

use std::sync::{Arc, OnceLock};

use super::court::{Court, is_name_of};
use super::court_line::court_of;
use super::embed::COURTS;
use super::read::read;
use super::state_names::Named;

/// The courts of a library.
#[derive(Debug, Clone, Default)]
pub(super) struct Courts {
    /// They are those of `rules/time/courts.calendar`, which are read when they are asked for; `these` is empty.
    standard: bool,
    these: Vec<Arc<Court>>,
    /// What the names of these are made of.
    names: OnceLock<Vec<Option<Named>>>,
}

impl Courts {
    /// Those of the table.
    pub(super) fn standard() -> Self {
        Self { standard: true, ..Self::default() }
    }

    /// All of them, in the order of the files.
    pub(super) fn all(&self) -> &[Arc<Court>] {
        if self.standard { all_courts() } else { &self.these }
    }

    /// What the name of each is made of, in the same order; `None` for one that is of no state.
    pub(super) fn state_names(&self) -> &[Option<Named>] {
        if self.standard {
            all_state_names()
        } else {
            self.names.get_or_init(|| self.these.iter().map(|c| Named::of(c)).collect())
        }
    }

    /// All of them, to add to.
    fn all_mut(&mut self) -> &mut Vec<Arc<Court>> {
        if std::mem::take(&mut self.standard) {
            self.these = all_courts().to_vec();
        }
        self.names = OnceLock::new();
        &mut self.these
    }

    pub(super) fn add(&mut self, court: Court) {
        self.all_mut().push(Arc::new(court));
    }

    /// Adds the bankruptcy court of every district, beside those that a file names itself.
    pub(super) fn add_bankruptcy_courts(&mut self, rules: &str) {
        let known = self.all();
        let districts = known.iter().filter(|c| c.circuit.is_some() && !c.bankruptcy);
        let all = districts.map(|c| c.bankruptcy(rules));
        let new: Vec<Arc<Court>> = all.filter(|b| known.iter().all(|c| c.short != b.short)).map(Arc::new).collect();
        self.all_mut().extend(new);
    }

    /// As it is cited, or in full.
    pub(super) fn named(&self, name: &str) -> Option<&Arc<Court>> {
        let of_line = if self.standard { of_line(name) } else { None };
        of_line.or_else(|| self.all().iter().find(|c| c.is_named(name)))
    }
}

/// One line of the table that has a court.
struct Line {
    /// As it is cited, and in full.
    names: (&'static str, &'static str),
    text: &'static str,
    /// Where the line begins in the file.
    at: usize,
    court: OnceLock<Option<Arc<Court>>>,
    /// Of a district, its bankruptcy court.
    bankruptcy: OnceLock<Option<Arc<Court>>>,
}

/// Every court, in the order of the file, with the bankruptcy court of each district behind them.
fn all_courts() -> &'static [Arc<Court>] {
    static ALL: OnceLock<Vec<Arc<Court>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let lines = lines_of_table(COURTS.1);
        let quick: Option<Vec<Court>> = lines.iter().map(|l| court_of(l.text, l.at)).collect();
        let these = quick.unwrap_or_else(|| read(COURTS.1, 0).courts);
        let mut courts = Courts { these: these.into_iter().map(Arc::new).collect(), ..Courts::default() };
        rules_of_bankruptcy_courts().iter().for_each(|rules| courts.add_bankruptcy_courts(rules));
        courts.these
    })
}

/// What the names of the courts are made of that are of a state.
fn all_state_names() -> &'static [Option<Named>] {
    static ALL: OnceLock<Vec<Option<Named>>> = OnceLock::new();
    ALL.get_or_init(|| all_courts().iter().map(|c| Named::of(c)).collect())
}

fn rules_of_bankruptcy_courts() -> Option<String> {
    let line = COURTS.1.lines().rev().find(|l| l.trim_start().starts_with("each district"))?;
    read(&format!("courts\n{line}"), 0).bankruptcy.map(|rules| rules.value)
}

/// The court of that name, as it is cited or in full.
fn of_line(name: &str) -> Option<&'static Arc<Court>> {
    static LINES: OnceLock<Vec<Line>> = OnceLock::new();
    let lines = LINES.get_or_init(|| lines_of_table(COURTS.1));
    let own = lines.iter().find(|l| is_name_of(l.names.0, l.names.1, name));
    if let Some(line) = own {
        return line.court.get_or_init(|| line.read()).as_ref();
    }
    // The bankruptcy court of a district has no line of its own.
    let district = name.trim().strip_prefix("Bankr.")?;
    let line = lines.iter().find(|l| is_name_of(l.names.0, "", district))?;
    line.bankruptcy.get_or_init(|| line.read_bankruptcy()).as_ref()
}

fn lines_of_table(text: &'static str) -> Vec<Line> {
    let mut at = 0;
    let with_offset = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line)
    });
    let court = |(at, text): (usize, &'static str)| {
        let mut quoted = text.trim_start().strip_prefix("court ")?.split('"');
        let names = (quoted.nth(1)?, quoted.nth(1)?);
        Some(Line { names, text, at, court: OnceLock::new(), bankruptcy: OnceLock::new() })
    };
    with_offset.filter_map(court).collect()
}

impl Line {
    fn read(&self) -> Option<Arc<Court>> {
        const SECTION: &str = "courts\n";
        let base = u32::try_from(self.at.checked_sub(SECTION.len())?).ok()?;
        read(&format!("{SECTION}{}", self.text), base).courts.pop().map(Arc::new)
    }

    fn read_bankruptcy(&self) -> Option<Arc<Court>> {
        let rules = rules_of_bankruptcy_courts()?;
        let district = self.read().filter(|c| c.circuit.is_some())?;
        Some(Arc::new(district.bankruptcy(&rules)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_read_quickly_is_that_of_the_grammar() {
        let read = read(COURTS.1, 0);
        assert_eq!(read.diagnostics.len(), 0);
        let quick: Vec<Option<Court>> = lines_of_table(COURTS.1).iter().map(|l| court_of(l.text, l.at)).collect();
        assert_eq!(quick.len(), read.courts.len());
        for (quick, court) in quick.iter().zip(&read.courts) {
            assert_eq!(quick.as_ref(), Some(court));
        }
        for line in
            ["", "  court \"X\"", "  court \"X\" \"Y\" in OH", "  court \"X\" \"Y\" in OH zone Nowhere", "  note \"x\""]
        {
            assert_eq!(court_of(line, 0), None, "{line}");
        }
    }

    #[test]
    fn a_court_of_one_line_is_that_of_the_whole_table() {
        let mut read = 0;
        for court in all_courts() {
            let mut names = vec![court.short.clone()];
            if !court.bankruptcy {
                names.extend([court.full.clone(), court.short.replace(['.', ' '], "").to_lowercase()]);
            }
            for name in names {
                let first = all_courts().iter().find(|c| c.is_named(&name)).unwrap();
                assert_eq!(of_line(&name), Some(first), "{name}");
                read += 1;
            }
        }
        assert!(read > 600);
        for name in ["Bankr. 9th Cir.", "Bankr. ", "Bankr.", "", "cacd"] {
            assert_eq!(of_line(name), None, "{name}");
        }
    }
}
