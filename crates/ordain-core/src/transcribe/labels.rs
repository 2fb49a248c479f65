//! The numbers of the paragraphs of a draft: the court's, where it numbers; else one number a sentence.

use std::collections::HashMap;

use super::unit::Unit;

/// One label a unit, no two the same.
pub(super) fn labels(units: &[Unit<'_, '_>]) -> Vec<String> {
    let numbered = units.iter().any(|u| u.number.is_some());
    let mut own = 0;
    let mut last = None;
    let bases: Vec<String> = units
        .iter()
        .map(|unit| match &unit.number {
            Some(number) => number.clone(),
            None => {
                // The clauses of one sentence share its number.
                if last != Some(unit.sentence) {
                    own += 1;
                    last = Some(unit.sentence);
                }
                if numbered { format!("S-{own}") } else { own.to_string() }
            }
        })
        .collect();
    let mut count: HashMap<&str, usize> = HashMap::new();
    bases.iter().for_each(|b| *count.entry(b.as_str()).or_insert(0) += 1);
    let mut used: HashMap<&str, usize> = HashMap::new();
    let mut out = Vec::with_capacity(bases.len());
    for base in &bases {
        if count.get(base.as_str()) == Some(&1) {
            out.push(base.clone());
            continue;
        }
        let n = used.entry(base.as_str()).or_insert(0);
        *n += 1;
        let plain = base.bytes().all(|b| b.is_ascii_digit());
        out.push(if plain && *n <= 26 { format!("{base}{}", letter_of_number(*n)) } else { format!("{base}-{n}") });
    }
    out
}

fn letter_of_number(n: usize) -> char {
    u8::try_from(n).ok().and_then(|n| (b'a' - 1).checked_add(n)).map_or('z', char::from)
}
