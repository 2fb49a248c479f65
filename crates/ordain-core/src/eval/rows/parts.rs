//! From what was found in the rows to verdicts: one a category, or one.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::task::Task;
use crate::eval::evidence::completeness::days_overdue;
use crate::eval::record::tables::{Duty, Rows};
use crate::eval::rows::phrasing::{
    count_with_noun, silent_table, table_of, tally_words, unread_elsewhere, unread_table,
};
use crate::eval::rows::quantity;
use crate::eval::set::answered::Listed;
use crate::eval::set::answered::answered_by_statement;
use crate::model::object::Set;
use crate::model::{Obligation, Selection};
use crate::verdict::{Kind, Part, Place, Reason};
use ordain_tables::row_engine::{Group, Tally};

/// A part for each category, or one; nothing where no table has such rows.
pub(in crate::eval) fn row_parts(
    case: &Case<'_>,
    task: &Task<'_>,
    selection: &Selection,
    done: &str,
) -> Option<Vec<NamedPart>> {
    // What acts may show as well is weighed beside them.
    let rows = case.rows.filter(|_| !selection.is_beside_facts())?;
    if let Some((why, remedy)) = rows.planned.open.get(&task.obligation.id) {
        let verdict = PartVerdict::new(Kind::Undetermined, why.clone()).remedy(remedy.clone());
        return Some(vec![NamedPart::whole(done, verdict)]);
    }
    let duty = rows.planned.duties.get(&task.obligation.id)?;
    let Some(found) = rows.found else {
        let verdict = PartVerdict::new(Kind::Undetermined, "a table it is decided over cannot be read");
        return Some(vec![NamedPart::whole(done, verdict.remedy("fix the errors of this matter first"))]);
    };
    let groups = found.groups.get(duty.check)?;
    let noun = if selection.gaps { "gaps" } else { selection.rows.words() };
    let judge = |at: Option<usize>| {
        let group = at.and_then(|at| groups.get(at));
        if let Some(least) = &selection.least {
            return quantity::quantity_verdict(case, task, rows, duty, least, group, None);
        }
        let places = at.and_then(|at| rows.places.get(&(duty.check, at)));
        group_verdict(case, task, rows, duty, noun, group, places)
    };
    if let Some(by) = &selection.by {
        if groups.is_empty() {
            return Some(vec![NamedPart::whole(done, judge(None))]);
        }
        let named = |g: &Group| match g.label.as_str() {
            _ if g.is_unread => format!("{} unknown", by.value),
            "" => format!("no {}", by.value),
            label => format!("{} {label}", by.value),
        };
        let part = |(i, g): (usize, &Group)| {
            let name = named(g);
            NamedPart::new(Part::Group(name.clone()), format!("{done} ({name})"), judge(Some(i)))
        };
        return Some(groups.iter().enumerate().map(part).collect());
    }
    let Some(set) = selection.set.as_ref().filter(|s| !s.categories.is_empty()) else {
        let whole = (!groups.is_empty()).then_some(0);
        return Some(vec![NamedPart::whole(done, judge(whole))]);
    };
    let record = &case.model.declared.records[set.record.index()];
    let mut all: Vec<NamedPart> = set
        .categories
        .iter()
        .filter_map(|&c| record.categories.get(c))
        .zip(&set.categories)
        .map(|(c, &place)| {
            let part = Part::Category(c.label.clone());
            let at = groups.iter().position(|g| g.label == c.label);
            let verdict = judge(at);
            let set = Set { record: set.record, categories: vec![place] };
            let verdict = said_whole(case, task, selection, &set, (duty, at.and_then(|at| groups.get(at))), &verdict)
                .unwrap_or(verdict);
            let done = format!("{done} ({part})");
            NamedPart::new(part, done, verdict)
        })
        .collect();
    // Rows of which not even the category could be read.
    if let Some(at) = groups.iter().position(|g| g.is_unread) {
        let unknown = Part::Group("category unknown".to_owned());
        let done = format!("{done} ({unknown})");
        all.push(NamedPart::new(unknown, done, judge(Some(at))));
    }
    Some(all)
}

/// A category without a document, of which somebody who may say so says that it is
/// complete, or that none were located: there is none. Where that is disputed, or the
/// table has documents of it, it is not known.
fn said_whole(
    case: &Case<'_>,
    task: &Task<'_>,
    selection: &Selection,
    set: &Set,
    (duty, group): (&Duty, Option<&Group>),
    verdict: &PartVerdict,
) -> Option<PartVerdict> {
    if selection.least.is_none() || !verdict.kind.lacks_performance() {
        return None;
    }
    let rows = group.map_or(0, |g| g.tally.rows());
    let table = case.rows.and_then(|r| table_of(case, r, duty));
    let listed = table.filter(|_| rows > 0).map(|table| Listed {
        rows: format!(
            "{} of it in table `{}`",
            count_with_noun(rows, selection.rows.words()),
            table.declared.name.value
        ),
        by: &table.by,
    });
    answered_by_statement(case, task, task.obligation.acts.first()?, set, listed.as_ref())
}

/// The counts of an obligation over all its categories; nothing where it is not decided over rows, or has but one part.
pub(in crate::eval) fn total_words(case: &Case<'_>, obligation: &Obligation, due: Option<NaiveDate>) -> Option<String> {
    let rows = case.rows?;
    let duty = rows.planned.duties.get(&obligation.id)?;
    let groups = rows.found?.groups.get(duty.check)?;
    let selection = obligation.rows.as_ref()?;
    if groups.len() < 2 || selection.least.is_some() {
        return None;
    }
    let mut all = Tally::default();
    groups.iter().for_each(|g| all.add(&g.tally));
    let passed = due.is_some_and(|d| case.question.as_of > d);
    let passed = passed || duty.stated;
    Some(tally_words(&all, selection.rows.words(), passed, !selection.required.is_empty()))
}

/// Of a group without rows; `silent` is why the table does not show that there are none.
fn verdict_without_rows(stated: bool, noun: &str, silent: Option<(String, String)>) -> PartVerdict {
    // What no row is like, no row is unlike.
    let (none, complete) = match stated {
        true => (format!("there are no {noun} that it is about"), ""),
        false => (format!("no {noun} of it are listed"), ", and the table is complete"),
    };
    match silent {
        None => PartVerdict::new(Kind::Met, format!("{none}{complete}")),
        Some((why, remedy)) => PartVerdict::new(Kind::Undetermined, format!("{none}, and {why}")).remedy(remedy),
    }
}

fn group_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    rows: &Rows<'_>,
    duty: &Duty,
    noun: &str,
    group: Option<&Group>,
    places: Option<&Vec<Place>>,
) -> PartVerdict {
    let tally = group.map(|g| g.tally).unwrap_or_default();
    let due = match task.deadline {
        Deadline::By(due) => Some(due),
        _ => None,
    };
    let passed = due.map_or(duty.stated, |d| case.question.as_of > d.day);
    let like = task.obligation.rows.as_ref().is_some_and(|r| r.gaps || !r.required.is_empty());
    let why = tally_words(&tally, noun, passed, like);
    let new = |kind, why: String| PartVerdict::new(kind, why).due(due);
    let shown = |verdict: PartVerdict| {
        let places = places.cloned().unwrap_or_default();
        let reasons: Vec<Reason> = places.iter().map(|p| Reason::at(p.text.clone(), p.clone())).collect();
        verdict.facts(places).because(reasons)
    };
    let unsure = tally.unreadable + tally.contradicted + tally.unclear;
    if tally.rows() == 0 {
        return verdict_without_rows(duty.stated, noun, silent_table(case, task, rows, duty)).due(due);
    }
    if let Some((doubt, remedy)) = duty.open.clone().filter(|_| tally.missing > 0) {
        return shown(new(Kind::Undetermined, format!("{why}; {doubt}")).remedy(remedy));
    }
    // A row that has no place among the numbers may fill each gap.
    if task.obligation.rows.as_ref().is_some_and(|r| r.gaps) && tally.unclear > 0 {
        let remedy = "fix the rows named above in the file".to_owned();
        return shown(new(Kind::Undetermined, why).remedy(remedy));
    }
    if tally.missing > 0 && passed {
        return match silent_table(case, task, rows, duty) {
            None => {
                let verdict = new(Kind::Breached, why);
                shown(match due {
                    Some(d) => verdict.days(days_overdue(case, d.day)),
                    None => verdict,
                })
            }
            Some((doubt, remedy)) => shown(new(Kind::Undetermined, format!("{why}; {doubt}")).remedy(remedy)),
        };
    }
    if unsure > 0 {
        let remedy = "fix the rows named above in the file".to_owned();
        return shown(new(Kind::Undetermined, why).remedy(remedy));
    }
    if tally.late > 0 {
        let days = due.zip(tally.latest.date()).map_or(0, |(d, l)| (l - d.day).num_days());
        // A row of the log that cannot be read may be an earlier entry.
        if let Some((doubt, remedy)) = unread_table(case, rows, duty).filter(|_| duty.scans.len() > 1) {
            return shown(new(Kind::Undetermined, format!("{why}; {doubt}")).remedy(remedy));
        }
        return shown(new(Kind::Late, why).days(days));
    }
    if tally.missing > 0 {
        return match due {
            Some(d) => new(Kind::Pending, why).days((d.day - case.question.as_of).num_days()),
            None => new(Kind::Pending, why),
        };
    }
    // That another table has no row for it is not known while a row of that table is not.
    if let Some((doubt, remedy)) = unread_elsewhere(rows, duty) {
        return shown(new(Kind::Undetermined, format!("{why}; {doubt}")).remedy(remedy));
    }
    new(Kind::Met, why)
}
