//! From what was found in the rows to verdicts: one a category, or one.

use super::super::Context;
use super::super::combine::Leaf;
use super::super::due::Deadline;
use super::super::norm::Task;
use super::super::set::{Listed, answered};
use super::super::silence::Silence;
use super::{Duty, Rows, quantity};
use chrono::NaiveDate;

use crate::facts::Table;
use crate::model::object::Set;
use crate::model::{Obligation, Selection, VerbFamily};
use crate::verdict::{Kind, Place, Reason};
use ordain_base::words::{day, join_parts, plural};
use ordain_tables::row_engine::{Group, Tally};

/// A leaf for each category, or one; nothing where no table has such rows.
pub(in super::super) fn leaves(
    context: &Context<'_>,
    task: &Task<'_>,
    selection: &Selection,
    done: &str,
) -> Option<Vec<(String, String, Leaf)>> {
    // What acts may tell as well is weighed beside them.
    let rows = context.rows.as_ref().filter(|_| !selection.is_beside_facts())?;
    if let Some((why, remedy)) = rows.planned.open.get(&task.obligation.span) {
        let leaf = Leaf::new(Kind::Undetermined, why.clone()).remedy(remedy.clone());
        return Some(vec![(String::new(), done.to_owned(), leaf)]);
    }
    let duty = rows.planned.duties.get(&task.obligation.span)?;
    let Some(found) = rows.found else {
        let leaf = Leaf::new(Kind::Undetermined, "a table it is decided over cannot be read");
        return Some(vec![(String::new(), done.to_owned(), leaf.remedy("mend the errors of this matter first"))]);
    };
    let groups = found.groups.get(duty.check)?;
    let noun = if selection.gaps { "gaps" } else { selection.rows.words() };
    let judge = |at: Option<usize>| {
        let group = at.and_then(|at| groups.get(at));
        if let Some(least) = &selection.least {
            return quantity::leaf(context, task, rows, duty, least, group, None);
        }
        let places = at.and_then(|at| rows.places.get(&(duty.check, at)));
        leaf(context, task, rows, duty, noun, group, places)
    };
    if let Some(by) = &selection.by {
        if groups.is_empty() {
            return Some(vec![(String::new(), done.to_owned(), judge(None))]);
        }
        let named = |g: &Group| match g.label.as_str() {
            "" => format!("no {}", by.value),
            "?" => format!("{} unknown", by.value),
            label => format!("{} {label}", by.value),
        };
        let all = groups.iter().enumerate().map(|(i, g)| (named(g), format!("{done} ({})", named(g)), judge(Some(i))));
        return Some(all.collect());
    }
    let Some(set) = selection.set.as_ref().filter(|s| !s.categories.is_empty()) else {
        let whole = (!groups.is_empty()).then_some(0);
        return Some(vec![(String::new(), done.to_owned(), judge(whole))]);
    };
    let record = &context.model.declared.records[set.record.index()];
    let mut all: Vec<(String, String, Leaf)> = set
        .categories
        .iter()
        .filter_map(|&c| record.categories.get(c))
        .zip(&set.categories)
        .map(|(c, &place)| {
            let label = format!("category {}", c.label);
            let at = groups.iter().position(|g| g.label == c.label);
            let leaf = judge(at);
            let set = Set { record: set.record, categories: vec![place] };
            let leaf = said_whole(context, task, selection, &set, (duty, at.and_then(|at| groups.get(at))), &leaf)
                .unwrap_or(leaf);
            (label.clone(), format!("{done} ({label})"), leaf)
        })
        .collect();
    // Rows of which not even the category could be read.
    if let Some(at) = groups.iter().position(|g| g.label == "?") {
        all.push(("category unknown".to_owned(), format!("{done} (category unknown)"), judge(Some(at))));
    }
    Some(all)
}

/// A category without a document, of which somebody who may say so says that it is
/// complete, or that none were located: there is none. Where that is disputed, or the
/// table has documents of it, it is not known.
fn said_whole(
    context: &Context<'_>,
    task: &Task<'_>,
    selection: &Selection,
    set: &Set,
    (duty, group): (&Duty, Option<&Group>),
    leaf: &Leaf,
) -> Option<Leaf> {
    if selection.least.is_none() || !matches!(leaf.kind, Kind::Breached | Kind::Undetermined) {
        return None;
    }
    let rows = group.map_or(0, |g| g.tally.rows());
    let table = context.rows.as_ref().and_then(|r| table_of(context, r, duty));
    let listed = table.filter(|_| rows > 0).map(|table| Listed {
        rows: format!("{} of it in table `{}`", counted(rows, selection.rows.words()), table.declared.name.value),
        by: &table.by,
    });
    answered(context, task, task.obligation.acts.first()?, set, listed.as_ref())
}

/// The table whose rows a duty is about.
fn table_of<'a>(context: &Context<'a>, rows: &Rows<'_>, duty: &Duty) -> Option<&'a Table> {
    let scan = rows.planned.plan.checks.get(duty.check)?.table;
    context.ledger.tables.get(*rows.planned.tables.get(scan)?)
}

/// `1 document`, `1,200 log entries`.
fn counted(n: u64, noun: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { singular(noun) } else { noun.to_owned() })
}

fn singular(noun: &str) -> String {
    noun.strip_suffix("ies").map_or_else(|| noun.trim_end_matches('s').to_owned(), |s| format!("{s}y"))
}

/// The counts of an obligation over all its categories; nothing where it is not decided over rows, or has but one part.
pub(in super::super) fn total(
    context: &Context<'_>,
    obligation: &Obligation,
    due: Option<NaiveDate>,
) -> Option<String> {
    let rows = context.rows.as_ref()?;
    let duty = rows.planned.duties.get(&obligation.span)?;
    let groups = rows.found?.groups.get(duty.check)?;
    let selection = obligation.rows.as_ref()?;
    if groups.len() < 2 || selection.least.is_some() {
        return None;
    }
    let mut all = Tally::default();
    groups.iter().for_each(|g| all.add(&g.tally));
    let passed = due.is_some_and(|d| context.asked.as_of > d);
    let passed = passed || duty.stated;
    Some(words(&all, selection.rows.words(), passed, !selection.required.is_empty()))
}

fn leaf(
    context: &Context<'_>,
    task: &Task<'_>,
    rows: &Rows<'_>,
    duty: &Duty,
    noun: &str,
    group: Option<&Group>,
    places: Option<&Vec<Place>>,
) -> Leaf {
    let tally = group.map(|g| g.tally).unwrap_or_default();
    let due = match task.deadline {
        Deadline::By(due) => Some(due),
        _ => None,
    };
    let passed = due.map_or(duty.stated, |d| context.asked.as_of > d.day);
    let like = task.obligation.rows.as_ref().is_some_and(|r| r.gaps || !r.required.is_empty());
    let why = words(&tally, noun, passed, like);
    let new = |kind, why: String| Leaf::new(kind, why).due(due);
    let shown = |leaf: Leaf| {
        let places = places.cloned().unwrap_or_default();
        let reasons: Vec<Reason> = places.iter().map(|p| Reason::at(p.text.clone(), p.clone())).collect();
        leaf.facts(places).because(reasons)
    };
    let unsure = tally.unreadable + tally.contradicted + tally.unclear;
    if tally.rows() == 0 && duty.stated {
        // What no row is like, no row is unlike.
        return match silent(context, task, rows, duty) {
            None => new(Kind::Met, format!("there are no {noun} that it is about")),
            Some((why, remedy)) => {
                new(Kind::Undetermined, format!("there are no {noun} that it is about, and {why}")).remedy(remedy)
            }
        };
    }
    if tally.rows() == 0 {
        return match silent(context, task, rows, duty) {
            None => new(Kind::Met, format!("no {noun} of it are listed, and the table is complete")),
            Some((why, remedy)) => {
                new(Kind::Undetermined, format!("no {noun} of it are listed, and {why}")).remedy(remedy)
            }
        };
    }
    if tally.missing > 0 && passed {
        return match silent(context, task, rows, duty) {
            None => {
                let leaf = new(Kind::Breached, why);
                shown(match due {
                    Some(d) => leaf.days(context.overdue(d.day)),
                    None => leaf,
                })
            }
            Some((doubt, remedy)) => shown(new(Kind::Undetermined, format!("{why}; {doubt}")).remedy(remedy)),
        };
    }
    if unsure > 0 {
        let remedy = "mend the rows named above in the file".to_owned();
        return shown(new(Kind::Undetermined, why).remedy(remedy));
    }
    if tally.late > 0 {
        let days = due.zip(tally.latest.date()).map_or(0, |(d, l)| (l - d.day).num_days());
        // A row of the log that cannot be read may be an earlier entry.
        if let Some((doubt, remedy)) = unread(context, rows, duty).filter(|_| duty.scans.len() > 1) {
            return shown(new(Kind::Undetermined, format!("{why}; {doubt}")).remedy(remedy));
        }
        return shown(new(Kind::Late, why).days(days));
    }
    if tally.missing > 0 {
        return match due {
            Some(d) => new(Kind::Pending, why).days((d.day - context.asked.as_of).num_days()),
            None => new(Kind::Pending, why),
        };
    }
    new(Kind::Met, why)
}

/// `12 of 250 documents missing, 9 late by up to …`: with the counts that add up to the whole.
fn words(tally: &Tally, noun: &str, passed: bool, stated: bool) -> String {
    let all = tally.rows() - tally.repeated;
    let singular = singular(noun);
    let missing = match (stated, passed) {
        (true, _) => "not so",
        (false, true) => "not done",
        (false, false) => "not done yet",
    };
    let late = format!("late, the last on {}", tally.latest.date().map(day).unwrap_or_default());
    let parts: [(u64, &str); 5] = [
        (tally.missing, missing),
        (tally.late, &late),
        (tally.unreadable, "not readable"),
        (tally.contradicted, "contradicted by another row"),
        (tally.unclear, "without what would decide it"),
    ];
    let said: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{} {what}", grouped(*n))).collect();
    if said.is_empty() {
        return match (all, stated) {
            (1, true) => format!("the only {singular} is so"),
            (1, false) => format!("the only {singular} is in time"),
            (_, true) => format!("all {} {noun} are so", grouped(all)),
            (_, false) => format!("all {} {noun} in time", grouped(all)),
        };
    }
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let noun = if all == 1 { &singular } else { noun };
    format!("of {} {noun} {}", grouped(all), join_parts(&said))
}

/// `18,000`.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// Why no breach may rest on a row that is not there; nothing where it may.
pub(super) fn silent(context: &Context<'_>, task: &Task<'_>, rows: &Rows<'_>, duty: &Duty) -> Option<(String, String)> {
    // A row that shows it itself is no silence.
    if duty.performed_in.is_empty() {
        return None;
    }
    if let Some(unread) = unread(context, rows, duty) {
        return Some(unread);
    }
    let as_of = context.asked.as_of;
    let closed = |&table: &usize| {
        let table = context.ledger.tables.get(table);
        table.and_then(|t| t.complete.as_ref()).is_some_and(|c| c.through >= as_of)
    };
    if duty.performed_in.iter().all(closed) {
        return None;
    }
    let act =
        task.obligation.acts.iter().find(|a| context.model.declared.verbs.get(a.verb).family != VerbFamily::Ensure);
    match act.map(|act| context.silence(&task.bearer, act)) {
        Some(Silence::Speaks(_)) => None,
        _ => {
            let open = duty.performed_in.iter().find(|t| !closed(t)).and_then(|t| context.ledger.tables.get(*t));
            let name = open.map_or("", |t| t.declared.name.value.as_str());
            Some((
                format!("table `{name}` does not say that it is complete through {}", day(as_of)),
                format!("complete through {as_of}"),
            ))
        }
    }
}

/// A row or a line that could not be read may be the performance.
fn unread(context: &Context<'_>, rows: &Rows<'_>, duty: &Duty) -> Option<(String, String)> {
    let n: u64 = duty.scans.iter().filter_map(|s| rows.found?.tables.get(*s)).map(|t| t.unreadable).sum();
    let remedy = "mend the errors of this matter first".to_owned();
    if n > 0 {
        let rows = plural(i64::try_from(n).unwrap_or(i64::MAX), "row");
        return Some((format!("{rows} could not be read, and may be the performance"), remedy));
    }
    context
        .incomplete
        .then(|| ("a line of the matter could not be read, and it may be the performance".to_owned(), remedy))
}
