//! The files that are read only when somebody asks for what is in them.

use std::sync::{Arc, OnceLock};

use super::embed::{SHELF, Shelved};
use super::holidays::Holidays;
use super::read::read;
use super::rules::{RuleSet, same_letters};

/// What one file of the shelf has.
#[derive(Debug)]
struct Taken {
    calendars: Vec<Arc<Holidays>>,
    rules: Vec<Arc<RuleSet>>,
}

/// The file at that place of the shelf, read at the first call and kept.
fn take_from_shelf(at: usize, file: &Shelved) -> &'static Taken {
    static ALL: OnceLock<Vec<OnceLock<Taken>>> = OnceLock::new();
    static NONE: Taken = Taken { calendars: Vec::new(), rules: Vec::new() };
    let all = ALL.get_or_init(|| SHELF.iter().map(|_| OnceLock::new()).collect());
    all.get(at).map_or(&NONE, |slot| {
        slot.get_or_init(|| {
            let found = read(file.text, 0);
            Taken {
                calendars: found.calendars.into_iter().map(Arc::new).collect(),
                rules: found.rules.into_iter().map(Arc::new).collect(),
            }
        })
    })
}

/// The name of each calendar of the shelf, with the state whose holidays it has.
pub(super) fn calendars() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    SHELF.iter().flat_map(|f| f.calendars.iter().copied())
}

/// Whether a calendar of the shelf has that name, and a matter may not write another.
pub(super) fn keeps(name: &str) -> bool {
    SHELF.iter().any(|f| !f.gives_way && f.calendars.iter().any(|(own, _)| *own == name))
}

/// The name of each set of rules of the shelf, with the others by which people call it.
pub(super) fn rules() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    SHELF.iter().flat_map(|f| f.rules.iter().copied())
}

/// The calendar that passes, by its name and its state.
pub(super) fn calendar(is: impl Fn(&str, Option<&str>) -> bool) -> Option<&'static Arc<Holidays>> {
    let (at, file) = SHELF.iter().enumerate().find(|(_, f)| f.calendars.iter().any(|(n, s)| is(n, *s)))?;
    take_from_shelf(at, file).calendars.iter().find(|c| is(&c.name, c.state.as_deref()))
}

/// The rules of that name.
pub(super) fn rule_set(name: &str) -> Option<&'static Arc<RuleSet>> {
    let is = |(own, called): &(&str, &[&str])| same_letters(own, name) || called.iter().any(|c| same_letters(c, name));
    let (at, file) = SHELF.iter().enumerate().find(|(_, f)| f.rules.iter().any(is))?;
    take_from_shelf(at, file).rules.iter().find(|r| r.is_named(name))
}
