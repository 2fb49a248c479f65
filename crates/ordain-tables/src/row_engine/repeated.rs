//! Names that several rows have: the rows of each together, and what was found in them taken back.

use std::collections::{BTreeMap, HashMap};

use super::alike::{self, Alike, TakenBack};
use super::base::Base;
use super::found::{DuplicateKind, Repeat};
use super::kept::Kept;
use super::key;
use super::marked::Marked;
use super::scan::Passed;
use super::source::Error;
use super::value::Form;
use super::worker::{Few, Mode};

/// Puts the rows of each name together whose hash more than one row has, takes back what was found in them, and marks
/// them. Few rows are kept, and looked at where they are; of many only what counts is kept, and they are read again.
pub fn mark_repeated_names<'r>(
    base: &Base<'r>,
    (suspects, forms): (&[u64], &[Form]),
    column: usize,
    passed: &mut Passed<'r>,
    duplicates: &mut Marked,
) -> Result<Vec<Repeat>, Error> {
    let mut unreadable = Marked::default();
    passed.workers.iter().for_each(|w| unreadable.join(w.judge.part.flawed_rows.clone()));
    let few = Few::default();
    let mut collected = base.pass(Mode::Collect(suspects, &few)).run(Some(forms))?;
    let kept: Vec<Kept> = collected.workers.iter_mut().flat_map(|w| std::mem::take(&mut w.kept)).collect();
    drop(collected);
    let mut repeats = if few.exceeded() {
        drop(kept);
        of_many(base, (suspects, forms), column, &unreadable, passed, duplicates)?
    } else {
        of_few(kept, column, &unreadable, passed, duplicates)
    };
    repeats.sort_by_key(|r| (r.mismatch.is_none(), r.positions.first().copied().unwrap_or_default()));
    Ok(repeats)
}

/// What a name and what is kept of one cost, as far as can be said beforehand.
const OF_A_NAME: u64 = 512;

fn of_many<'r>(
    base: &Base<'r>,
    (suspects, forms): (&[u64], &[Form]),
    column: usize,
    unreadable: &Marked,
    passed: &mut Passed<'r>,
    duplicates: &mut Marked,
) -> Result<Vec<Repeat>, Error> {
    let mut repeats = Vec::new();
    // So many names at a time as the memory has room for, on every thread.
    let room = base.memory.limit() / OF_A_NAME / (base.threads as u64 + 1);
    let at_once = usize::try_from(room).unwrap_or(usize::MAX).max(1 << 12);
    for suspects in suspects.chunks(at_once) {
        let mut read = base.pass(Mode::Alike(suspects, unreadable)).run(Some(forms))?;
        let by_name = alike::together(read.workers.iter_mut().map(|w| std::mem::take(&mut w.alike)));
        drop(read);
        let mut names = HashMap::new();
        for (name, alike) in by_name.into_iter().filter(|(_, a)| a.rows > 1) {
            let repeat = repeat_of(&name, &alike, column);
            names.insert(name, (kind_of(&repeat), alike.first.position));
            repeats.push(repeat);
        }
        let names = TakenBack { names: &names, unreadable };
        let mut taken = base.pass(Mode::TakeBack(&names)).run(Some(forms))?;
        taken.workers.iter_mut().for_each(|w| duplicates.join(std::mem::take(&mut w.taken_back)));
        // What these threads took back, others had counted.
        passed.workers.append(&mut taken.workers);
    }
    Ok(repeats)
}

fn of_few(
    kept: Vec<Kept>,
    column: usize,
    unreadable: &Marked,
    passed: &mut Passed<'_>,
    duplicates: &mut Marked,
) -> Vec<Repeat> {
    let mut by_name: BTreeMap<Vec<u8>, Vec<Kept>> = BTreeMap::new();
    for row in kept.into_iter().filter(|r| !unreadable.contains(r.position)) {
        let name = key::trimmed(row.column(column)).to_vec();
        by_name.entry(name).or_default().push(row);
    }
    let mut repeats = Vec::new();
    for (name, mut rows) in by_name {
        rows.sort_unstable_by_key(|r| r.position);
        let [first, rest @ ..] = rows.as_slice() else { continue };
        if rest.is_empty() {
            continue;
        }
        let mut alike = Alike::new(Kept { position: first.position, values: first.values.clone() });
        rest.iter().for_each(|r| alike.add(r.position, r));
        let repeat = repeat_of(&name, &alike, column);
        let kind = kind_of(&repeat);
        let back = if kind == DuplicateKind::Contradicted { rows.as_slice() } else { rest };
        if let Some(worker) = passed.workers.first_mut() {
            for row in back {
                duplicates.insert(row.position);
                worker.judge.take_back(row.position, row, kind);
            }
        }
        repeats.push(repeat);
    }
    repeats
}

fn kind_of(repeat: &Repeat) -> DuplicateKind {
    if repeat.mismatch.is_some() { DuplicateKind::Contradicted } else { DuplicateKind::Repeated }
}

fn repeat_of(name: &[u8], alike: &Alike, column: usize) -> Repeat {
    let shown = |v: &[u8]| String::from_utf8_lossy(v).chars().take(80).collect::<String>();
    Repeat {
        name: String::from_utf8_lossy(name).into_owned(),
        positions: alike.positions.clone(),
        rows: alike.rows,
        mismatch: alike.mismatch(column).map(|(c, own, other)| (c, shown(own), shown(other))),
    }
}
