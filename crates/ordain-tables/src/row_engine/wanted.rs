//! Names that were not found, and how a name is compared by its letters and figures alone.

use std::collections::{BTreeMap, HashMap};

use super::bates::split;
use super::found::Finding;
use super::key;
use super::plan::JoinKey;
use super::position::RowPosition;
use super::values::Values;

/// What is looked for: names by their letters and figures, and numbers by the letters before them.
#[derive(Default)]
pub struct Wanted {
    join: usize,
    /// With the name as it is written: what has that name itself is no other spelling.
    names: HashMap<Vec<u8>, Vec<(usize, Box<str>)>>,
    /// With the letters as they are written.
    numbers: HashMap<Vec<u8>, BTreeMap<u64, Spelled>>,
}

/// Findings, each with its name as it is written.
type Spelled = Vec<(usize, Vec<u8>)>;

/// A row of the searched table, and the finding that it is nearly.
pub type Near = (usize, RowPosition);

impl Wanted {
    pub fn of(join: usize, findings: &[(usize, &Finding)]) -> Self {
        let mut wanted = Self { join, ..Self::default() };
        for (at, finding) in findings {
            let name = folded(finding.name.as_bytes());
            if let Some((letters, number)) = split(&name) {
                let written = split(finding.name.as_bytes()).map_or_else(Vec::new, |(letters, _)| letters.to_vec());
                wanted.numbers.entry(letters.to_vec()).or_default().entry(number).or_default().push((*at, written));
            }
            wanted.names.entry(name).or_default().push((*at, finding.name.clone()));
        }
        wanted
    }

    pub const fn join(&self) -> usize {
        self.join
    }

    /// The findings that a row of the searched table is nearly.
    pub fn look(&self, by: JoinKey, values: &impl Values, position: RowPosition, out: &mut Vec<Near>) {
        let first = match by {
            JoinKey::Key(c) | JoinKey::Members(c) => c,
            JoinKey::Range { first, .. } | JoinKey::Numbers { first, .. } => first,
            JoinKey::Total { .. } => return,
        };
        let last = match by {
            JoinKey::Range { last, .. } | JoinKey::Numbers { last: Some(last), .. } => Some(last),
            _ => None,
        };
        let cell = values.get(first);
        let (written, name) = (key::trimmed(&cell), folded(&cell));
        let near = self.names.get(&name).into_iter().flatten().filter(|(_, own)| own.as_bytes() != written);
        out.extend(near.map(|(at, _)| (*at, position)));
        let Some(last) = last.map(|l| folded(&values.get(l))).filter(|l| !l.is_empty()) else { return };
        if let (Some((letters, from)), Some((other, to))) = (split(&name), split(&last))
            && letters == other
            && from < to
            && let Some(numbers) = self.numbers.get(letters)
        {
            let series = split(written).map(|(letters, _)| letters);
            let near =
                numbers.range(from + 1..=to).flat_map(|(_, all)| all).filter(|(_, own)| Some(own.as_slice()) != series);
            out.extend(near.map(|(at, _)| (*at, position)));
        }
    }
}

/// Letters in lower case, and figures: without dashes, spaces, and what nobody sees.
fn folded(name: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(name);
    text.chars().filter(|c| !is_left_out(*c)).flat_map(char::to_lowercase).collect::<String>().into_bytes()
}

fn is_left_out(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn names_by_letters_and_figures() {
        for name in ["abc-0007", "ABC 0007", "ABC\u{2011}0007\u{A0}", "A\u{200B}BC--0007", "ABC0007"] {
            assert_eq!(folded(name.as_bytes()), b"abc0007", "{name}");
        }
        assert_ne!(folded(b"ABC-007"), folded(b"ABC-0007"), "zeros count");
        assert_ne!(folded(b"ABC_0007"), folded(b"ABC-0007"));
    }
}
