//! The orders and papers of a matter, found on the docket: days that their heads
//! do not give are the docket's; days that differ are both kept, and said.

use chrono::NaiveDate;

use super::{Docket, Entry, bounds_of_days, number_of};
use crate::facts::assertion::Subject;
use crate::model::names::fold;
use crate::model::{Declared, OrderId, ThingId, ThingKind};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::entries as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Cite, EntryOf, Statement, StatementKind};

/// Binds what the statements declare, in the order in which they declare it.
pub fn bind<'a>(
    declared: &mut Declared,
    statements: impl Iterator<Item = &'a Statement>,
    docket: &mut Docket,
    out: &mut Vec<Diagnostic>,
) {
    if docket.entries.is_empty() {
        return;
    }
    let (mut orders, mut things) = (0, 0);
    for statement in statements {
        match &statement.kind {
            StatementKind::Order(o) => {
                bind_order(declared, OrderId::at(orders), o, docket, out);
                orders += 1;
            }
            StatementKind::Named(n) => {
                days_of_thing(declared, ThingId::at(things), n, docket, out);
                things += 1;
            }
            _ => {}
        }
    }
}

/// The entries that a declaration names, and the words that name them.
fn entries_named(
    docket: &Docket,
    name: &str,
    cite: Option<&Cite>,
    of: Option<&EntryOf>,
    out: &mut Vec<Diagnostic>,
) -> Option<(Vec<usize>, Span)> {
    if let Some(of) = of {
        let found = entries_of_day(docket, of);
        if found.len() == 1 {
            return Some((found, of.span));
        }
        let places: Vec<Span> = found.iter().take(3).filter_map(|i| docket.entries.get(*i)).map(|e| e.span).collect();
        out.push(say::which_entry(of.span, of.day.day, found.len(), of.words.is_some(), &places));
        return None;
    }
    let cite = cite?;
    let number = number_of(&cite.paper)?;
    let found = docket.numbered(number);
    if found.is_empty() {
        out.push(say::not_on_docket(cite.span, name, number));
        return None;
    }
    Some((found, cite.span))
}

/// The entries of a day, by their words where some are given; one that has a
/// number is cited by it, so one that has none goes before it.
fn entries_of_day(docket: &Docket, of: &EntryOf) -> Vec<usize> {
    let wanted = of.words.as_ref().map(|w| fold(&w.value).to_lowercase());
    let fits = |e: &Entry| {
        (e.filed == Some(of.day.day) || e.entered == Some(of.day.day))
            && wanted.as_ref().is_none_or(|w| fold(&e.text).to_lowercase().contains(w.as_str()))
    };
    let all: Vec<(usize, &Entry)> = docket.entries.iter().enumerate().filter(|(_, e)| fits(e)).collect();
    let bare: Vec<usize> = all.iter().filter(|(_, e)| e.number.is_none()).map(|(i, _)| *i).collect();
    if bare.is_empty() { all.into_iter().map(|(i, _)| i).collect() } else { bare }
}

/// What a head and the docket say of one day.
struct DayOfPaper<'a> {
    paper: &'a str,
    /// `entered`, `filed`, `served`.
    word: &'a str,
    date: Option<&'a ast::Date>,
}

impl DayOfPaper<'_> {
    /// The day to take, and both where they differ. A slip that the head itself
    /// keeps (`[sic …]`) is no difference: what it must mean was decided there.
    fn settle(
        &self,
        found: &[&Entry],
        which: impl Fn(&Entry) -> Option<NaiveDate>,
        out: &mut Vec<Diagnostic>,
    ) -> (Option<NaiveDate>, Option<(NaiveDate, NaiveDate)>) {
        let stated = self.date.map(|d| d.day);
        let Some((first, last)) = bounds_of_days(found.iter().map(|e| which(e))).and_then(|b| b.first.zip(b.last))
        else {
            return (stated, None);
        };
        let differs: Vec<(&Entry, NaiveDate)> =
            found.iter().filter_map(|e| Some((*e, which(e)?))).filter(|(_, d)| Some(*d) != stated).collect();
        match (self.date, differs.first()) {
            (Some(date), Some((entry, there))) if date.as_written.is_none() => {
                out.push(say::day_differs(self.paper, self.word, (date.span, date.day), (entry.span, *there)));
                (stated, Some((first.min(date.day), last.max(date.day))))
            }
            (None, _) if first != last => {
                let of = |day: NaiveDate| {
                    found.iter().find(|e| which(e) == Some(day)).map_or_else(Span::default, |e| e.span)
                };
                out.push(say::day_differs(self.paper, self.word, (of(last), last), (of(first), first)));
                (Some(last), Some((first, last)))
            }
            (None, _) => (Some(first), None),
            _ => (stated, None),
        }
    }
}

fn bind_order(declared: &mut Declared, id: OrderId, o: &ast::Order, docket: &mut Docket, out: &mut Vec<Diagnostic>) {
    let Some(name) = declared.orders.get(id.index()).map(|order| order.name.clone()) else { return };
    let Some((at, place)) = entries_named(docket, &name, o.docket.as_ref(), o.entry.as_ref(), out) else { return };
    let found: Vec<&Entry> = at.iter().filter_map(|i| docket.entries.get(*i)).collect();
    let day_of = |word, date| DayOfPaper { paper: &name, word, date };
    let (entered, entry) = day_of("entered", o.entered.as_ref()).settle(&found, |e| e.entered, out);
    let (filed, filing) = day_of("filed", o.filed.as_ref()).settle(&found, |e| e.filed, out);
    let (served, service) = day_of("served", o.served.as_ref()).settle(&found, |e| e.served, out);
    note_changed_entries(&name, &found, place, out);
    if let Some(order) = declared.orders.get_mut(id.index()) {
        (order.entered, order.filed, order.served) = (entered, filed, served);
        let docketed = &mut order.on_docket;
        (docketed.entered, docketed.filed, docketed.served) = (entry, filing, service);
        docketed.in_error = found.iter().find(|e| e.in_error).map(|e| (e.span, e.modified));
    }
    if o.entry.is_some() {
        docket.minutes.extend(at.first().map(|i| (id, *i)));
    }
    docket.bound.extend(at.into_iter().map(|i| (Subject::Order(id), i)));
}

fn days_of_thing(declared: &mut Declared, id: ThingId, n: &ast::Named, docket: &mut Docket, out: &mut Vec<Diagnostic>) {
    let paper = declared.things.get(id.index());
    // The entry of a hearing is its minutes, not the day for which it is set.
    let Some(paper) = paper.filter(|t| matches!(t.kind, ThingKind::Document | ThingKind::Motion)) else { return };
    let name = paper.name.clone();
    let Some((at, place)) = entries_named(docket, &name, n.docket.as_ref(), n.entry.as_ref(), out) else { return };
    let found: Vec<&Entry> = at.iter().filter_map(|i| docket.entries.get(*i)).collect();
    let (filed, _) = DayOfPaper { paper: &name, word: "filed", date: n.date.as_ref() }.settle(&found, |e| e.filed, out);
    note_changed_entries(&name, &found, place, out);
    if let Some(thing) = declared.things.get_mut(id.index()) {
        thing.date = filed;
    }
    docket.bound.extend(at.into_iter().map(|i| (Subject::Thing(id), i)));
}

/// An entry that was changed after it was made, or made in error.
fn note_changed_entries(name: &str, found: &[&Entry], place: Span, out: &mut Vec<Diagnostic>) {
    for e in found {
        if e.in_error {
            out.push(say::in_error(name, place, e.span, e.modified));
        } else if let Some(day) = e.modified {
            out.push(say::modified(name, place, e.span, day));
        }
    }
}
