//! The verdicts as rows: a paragraph, and under it those parts that say
//! something other than the paragraph does; equal neighbours share a row.

use super::date;
use super::words;
use ordain_core::verdict::{Kind, Part, Verdict};

/// One row of a table of verdicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// 0 for a paragraph, 1 for its parts, and so on.
    pub(crate) depth: usize,
    /// `MTC ¶ 1`, or `categories 1-3` under it.
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) due: Option<String>,
    pub(crate) days: Option<String>,
    /// Empty where it is that of the paragraph.
    pub(crate) bearer: String,
    pub(crate) why: String,
    /// Further sentences: what is beside it, what would decide it.
    pub(crate) notes: Vec<String>,
}

/// All rows of these verdicts, in order.
pub(crate) fn rows_of_verdicts(verdicts: &[Verdict]) -> Vec<Row> {
    let mut rows = Vec::new();
    for v in verdicts {
        rows.push(row_of_verdict(v, None, 0, &v.id, v.why.clone()));
        push_part_rows(v, 1, &mut rows);
    }
    rows
}

/// The parts of a verdict that differ from it, grouped.
fn push_part_rows(whole: &Verdict, depth: usize, rows: &mut Vec<Row>) {
    for group in group_parts(&whole.parts) {
        let Some(first) = group.first() else { continue };
        let name = joined_part_names(&group);
        if let (Some(last), true) = (group.last(), group.iter().any(|p| p.due != first.due)) {
            let due = |v: &Verdict| v.due.as_ref().map_or_else(|| "a day not known".to_owned(), date::due_in_words);
            let why = format!("{} instances, due {} to {}", group.len(), due(first), due(last));
            let mut own = row_of_verdict(first, Some(whole), depth, &name, why);
            (own.due, own.days) = (None, None);
            rows.push(own);
            continue;
        }
        let why = why_of_group(first, &name);
        let mut own = row_of_verdict(first, Some(whole), depth, &name, why);
        let same = first.kind == whole.kind && own.due.is_none() && first.days == whole.days;
        if same && (own.why == whole.why || own.why.is_empty()) && own.bearer.is_empty() && first.parts.is_empty() {
            continue;
        }
        if first.days == whole.days && first.kind == whole.kind {
            own.days = None;
        }
        rows.push(own);
        if let [only] = group.as_slice() {
            push_part_rows(only, depth + 1, rows);
        }
    }
}

fn row_of_verdict(v: &Verdict, whole: Option<&Verdict>, depth: usize, name: &str, why: String) -> Row {
    let due = v.due.as_ref().filter(|_| whole.is_none_or(|w| w.due != v.due));
    let known = whole.is_some_and(|w| w.bearer == v.bearer) || by_its_bearer(v);
    let bearer = if known { String::new() } else { v.bearer.join(", ") };
    let mut notes = Vec::new();
    if let Some(safe) = v.due.as_ref().and_then(|d| d.earliest_safe).filter(|_| due.is_some()) {
        notes.push(format!("the law is unsettled: {} is safe under every reading", date::day_in_words(safe)));
    }
    let reported = |r: &ordain_core::verdict::Reason| match r.place.as_ref().and_then(|p| p.cite.as_ref()) {
        Some(cite) if !r.text.contains(cite.as_str()) => format!("{} ({cite})", r.text),
        _ => r.text.clone(),
    };
    if let Some(count) = v.due.iter().filter(|_| whole.is_none()).flat_map(|d| &d.trace).find(|s| s.step == "count") {
        notes.push(format!("counted by {}; `ordain why` shows each step", count.rule));
    }
    // A finding above the table has said all that is beside these.
    let found = v.kind.is_finding();
    notes.extend(v.notes.iter().filter(|r| !found && whole.is_none_or(|w| !w.notes.contains(r))).map(reported));
    let least = |a: &ordain_core::verdict::Accrued| if a.at_least { " at least" } else { "" };
    notes.extend(
        v.accrued.iter().map(|a| format!("owed by the order: {}{} ({})", a.shown, least(a), a.steps.join("; "))),
    );
    Row {
        depth,
        name: name.to_owned(),
        kind: v.kind,
        due: due.map(date::due_in_words),
        days: words::days_of_verdict(v),
        bearer,
        why,
        notes,
    }
}

/// Instances of one verdict in a row that are still reported one by one.
const FEW: usize = 3;

/// Neighbours that say the same of themselves, their own names apart; long
/// rows of instances of a duty that recurs share a line by their verdict.
fn group_parts(parts: &[Verdict]) -> Vec<Vec<&Verdict>> {
    if parts.iter().all(Verdict::is_instance) && parts.len() > FEW {
        return runs_of_one_verdict(parts);
    }
    let mut groups: Vec<Vec<&Verdict>> = Vec::new();
    for p in parts {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| differ_in_name_only(last, p)) => group.push(p),
            _ => groups.push(vec![p]),
        }
    }
    groups
}

/// Runs of one verdict; those that are short are reported one by one.
fn runs_of_one_verdict(parts: &[Verdict]) -> Vec<Vec<&Verdict>> {
    let same = parts.chunk_by(|a, b| a.kind == b.kind);
    same.flat_map(|run| {
        let run: Vec<&Verdict> = run.iter().collect();
        if run.len() > FEW { vec![run] } else { run.into_iter().map(|p| vec![p]).collect() }
    })
    .collect()
}

/// True where two parts differ in nothing but their names.
pub(crate) fn differ_in_name_only(a: &Verdict, b: &Verdict) -> bool {
    a.kind == b.kind
        && a.due == b.due
        && a.days == b.days
        && a.at_least == b.at_least
        && (a.bearer == b.bearer || by_its_bearer(a) && by_its_bearer(b))
        && why_of_group(a, "") == why_of_group(b, "")
        && a.notes == b.notes
        && a.parts.is_empty()
        && b.parts.is_empty()
}

/// A part that is named after the one who bears it.
fn by_its_bearer(v: &Verdict) -> bool {
    matches!(v.bearer.as_slice(), [one] if !v.part.is_empty() && name_of_part(v) == *one)
}

/// The verdict with this id: at its usual place, or wherever it stands.
pub(crate) fn verdict_with_id<'v>(verdicts: &'v [Verdict], i: usize, id: &str) -> Option<&'v Verdict> {
    verdicts.get(i).filter(|v| v.id == id).or_else(|| verdicts.iter().find(|v| v.id == id))
}

/// The reason, with the part's own name replaced by that of its group.
fn why_of_group(v: &Verdict, name: &str) -> String {
    let own = v.part_words();
    if own.is_empty() || !v.why.contains(&own) { v.why.clone() } else { v.why.replace(&own, name) }
}

/// What distinguishes a part from its siblings.
pub(crate) fn name_of_part(v: &Verdict) -> String {
    if v.part.is_empty() { v.id.clone() } else { v.part_words() }
}

/// `category 1`, `category 2`, `category 3` as `categories 1-3`, instances as `#1 to #4`; else a list.
pub(crate) fn joined_part_names(group: &[&Verdict]) -> String {
    let number = |v: &&Verdict| match v.part.as_slice() {
        [Part::Category(label)] => label.parse().ok(),
        _ => None,
    };
    let instance = |v: &Verdict| matches!(v.part.as_slice(), [Part::Instance { of: None, .. }]);
    let numbers: Option<Vec<u32>> = group.iter().map(number).collect();
    match (group, numbers.as_deref()) {
        ([one], _) => name_of_part(one),
        ([first, .., last], None) if instance(first) && instance(last) => {
            format!("{} to {}", name_of_part(first), name_of_part(last))
        }
        (_, Some([a, .., z])) if numbers.iter().flatten().zip(*a..).all(|(n, m)| *n == m) => {
            let dash = if *z == a + 1 { " and " } else { "-" };
            format!("categories {a}{dash}{z}")
        }
        ([most @ .., last], _) => {
            let most: Vec<String> = most.iter().map(|v| name_of_part(v)).collect();
            format!("{} and {}", most.join(", "), name_of_part(last))
        }
        ([], _) => String::new(),
    }
}
