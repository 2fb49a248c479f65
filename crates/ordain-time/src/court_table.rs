//! The table of courts, `rules/time/courts.calendar`: a court asked for by its own name is read from its line alone, and the
//! whole table only where somebody asks for more than that.

use std::sync::{Arc, OnceLock};

use super::court::{Court, is_name_of};
use super::embed::COURTS;
use super::read::read;

/// The courts of a library.
#[derive(Debug, Clone, Default)]
pub(super) struct Courts {
    /// They are those of `rules/time/courts.calendar`, which are read when they are asked for; `these` is empty.
    standard: bool,
    these: Vec<Arc<Court>>,
}

impl Courts {
    /// Those of the table.
    pub(super) fn standard() -> Self {
        Self { standard: true, these: Vec::new() }
    }

    /// All of them, in the order of the files.
    pub(super) fn all(&self) -> &[Arc<Court>] {
        if self.standard { all_courts() } else { &self.these }
    }

    /// All of them, to add to.
    fn all_mut(&mut self) -> &mut Vec<Arc<Court>> {
        if std::mem::take(&mut self.standard) {
            self.these = all_courts().to_vec();
        }
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
        let table = read(COURTS.1, 0);
        let mut courts = Courts { standard: false, these: table.courts.into_iter().map(Arc::new).collect() };
        table.bankruptcy.iter().for_each(|rules| courts.add_bankruptcy_courts(&rules.value));
        courts.these
    })
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
        let line = COURTS.1.lines().find(|l| l.trim_start().starts_with("each district"))?;
        let rules = read(&format!("courts\n{line}"), 0).bankruptcy?;
        let district = self.read().filter(|c| c.circuit.is_some())?;
        Some(Arc::new(district.bankruptcy(&rules.value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
