//! Which verdict is asked for: `MTC ¶ 1`, `MTC 1`, `mtc 1 category 4`.

use ordain_base::diag::closest;
use ordain_core::report::Report;
use ordain_core::verdict::Verdict;

/// A paragraph or a part of one, by the ids on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    path: Vec<String>,
}

impl Target {
    /// Its verdict among those of one view.
    pub(super) fn of<'v>(&self, verdicts: &'v [Verdict]) -> Option<&'v Verdict> {
        let (last, above) = self.path.split_last()?;
        let mut level = verdicts;
        for id in above {
            level = &level.iter().find(|v| v.id == *id)?.parts;
        }
        level.iter().find(|v| v.id == *last)
    }

    /// The id as the report has it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

/// Finds a paragraph, however its id was written.
///
/// # Errors
/// The id that is closest, if any is near, where there is none of this name.
pub fn find(report: &Report, wanted: &str) -> Result<Target, Option<String>> {
    let mut all = Vec::new();
    for column in &report.columns {
        gather_targets(&column.verdicts, &mut Vec::new(), &mut all);
    }
    let key = folded_id(wanted);
    if let Some(target) = all.iter().find(|t| folded_id(t.id()) == key) {
        return Ok(target.clone());
    }
    let keys: Vec<String> = all.iter().map(|t| folded_id(t.id())).collect();
    let near = closest(&key, keys.iter().map(String::as_str));
    let found = near.and_then(|n| keys.iter().position(|k| k == n)).and_then(|i| all.get(i));
    // A part that is not there: its paragraph is.
    let whole =
        || all.iter().filter(|t| key.starts_with(&format!("{} ", folded_id(t.id())))).max_by_key(|t| t.id().len());
    Err(found.or_else(whole).map(|t| t.id().to_owned()))
}

/// The paragraph of this name that is listed without a verdict: what it is, in a sentence.
#[must_use]
pub fn find_listed(report: &Report, wanted: &str) -> Option<String> {
    let key = folded_id(wanted);
    let listed = report.shown.iter().find(|l| folded_id(&l.id) == key)?;
    Some(format!("{} has no verdict, for it is a {}: {}", listed.id, listed.kind, listed.text))
}

/// The paragraphs whose last words are those that were asked for: `2` of `MTC ¶ 2`.
#[must_use]
pub fn ending_in(report: &Report, wanted: &str) -> Vec<String> {
    let end = format!(" {}", folded_id(wanted));
    let verdicts = report.verdicts().iter().map(|v| &v.id);
    let mut all: Vec<String> = verdicts.chain(report.shown.iter().map(|l| &l.id)).cloned().collect();
    all.retain(|id| folded_id(id).ends_with(&end));
    all.dedup();
    all
}

fn gather_targets(verdicts: &[Verdict], above: &mut Vec<String>, all: &mut Vec<Target>) {
    for v in verdicts {
        above.push(v.id.clone());
        all.push(Target { path: above.clone() });
        gather_targets(&v.parts, above, all);
        above.pop();
    }
}

/// Lower case, one space between words, no `¶`.
fn folded_id(id: &str) -> String {
    id.replace('¶', " ").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
