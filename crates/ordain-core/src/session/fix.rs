//! Ready fixes, applied: only those that cannot change the meaning.
//!
//! A finding with a safe fix is read as if it were fixed already, so the
//! texts that come out mean what the texts that went in were read to mean.
//! Fixes are applied in rounds, each on a fresh reading of the last, until
//! nothing is left to apply.

use std::collections::{BTreeMap, BTreeSet};

use super::files::Text;
use super::inputs::Inputs;
use super::passes::Matter;
use ordain_base::diag::{Code, Diagnostic, Edit};
use ordain_base::source::SourceMap;

/// A fix may uncover another; more rounds than this are a fix that undoes another.
const ROUNDS: usize = 16;

/// The texts of a matter with their safe fixes applied.
#[derive(Debug, Clone, Default)]
pub struct Fixed {
    /// Every text, in the order in which they came.
    pub texts: Vec<Text>,
    /// How often each code was fixed, by its id.
    pub applied: BTreeMap<&'static str, (Code, usize)>,
}

impl Fixed {
    /// How many fixes were applied.
    #[must_use]
    pub fn count(&self) -> usize {
        self.applied.values().map(|(_, n)| n).sum()
    }
}

/// Applies the safe fixes of a matter. A text that is not UTF-8 stays as it is.
/// Only the bytes of an edit change: ends of lines and a byte order mark are kept.
#[must_use]
pub fn apply_safe_fixes(texts: Vec<Text>, name: &str) -> Fixed {
    let mut fixed = Fixed { texts, ..Fixed::default() };
    for _ in 0..ROUNDS {
        let matter = Matter::read(fixed.texts.clone(), &Inputs::default(), name);
        let text = |t: &Text| std::str::from_utf8(&t.bytes).is_ok().then(|| t.path.clone());
        let texts: BTreeSet<String> = fixed.texts.iter().filter_map(text).collect();
        let chosen = choose_fixes(matter.diagnostics(), matter.sources(), &texts);
        if chosen.edits.is_empty() {
            break;
        }
        for code in chosen.codes {
            fixed.applied.entry(code.id).or_insert((code, 0)).1 += 1;
        }
        let edits: Vec<&Edit> = chosen.edits.into_values().collect();
        apply_edits(&mut fixed.texts, matter.sources(), &edits);
    }
    fixed
}

/// The fixes of one round.
#[derive(Default)]
struct Chosen<'d> {
    codes: Vec<Code>,
    /// By where they begin; none touches another.
    edits: BTreeMap<u32, &'d Edit>,
}

impl Chosen<'_> {
    /// No edit that was taken overlaps this one, or stands so close that their order would matter.
    fn is_free(&self, edit: &Edit) -> bool {
        self.edits.range(..=edit.span.end).next_back().is_none_or(|(_, last)| last.span.end < edit.span.start)
    }
}

/// Takes each fix whole or leaves it to the next round: one that touches
/// another waits until that is applied, and one that changes nothing is none.
fn choose_fixes<'d>(diagnostics: &'d [Diagnostic], sources: &SourceMap, texts: &BTreeSet<String>) -> Chosen<'d> {
    let mut chosen = Chosen::default();
    for d in diagnostics {
        let Some(safe) = d.fix.as_ref().filter(|f| f.is_safe()) else { continue };
        let changes = safe.edits.iter().any(|e| sources.text(e.span) != e.text);
        let whole = safe.edits.iter().all(|e| is_editable(e, sources, texts));
        if changes && whole && safe.edits.iter().all(|e| chosen.is_free(e)) {
            chosen.codes.push(d.code);
            chosen.edits.extend(safe.edits.iter().map(|e| (e.span.start, e)));
        }
    }
    chosen
}

/// The edit is within one file, and that file is text.
fn is_editable(edit: &Edit, sources: &SourceMap, texts: &BTreeSet<String>) -> bool {
    let Some(file) = sources.file_of(edit.span) else { return false };
    texts.contains(&file.path)
        && file.span().contains(edit.span)
        && (edit.span.is_empty() || !sources.text(edit.span).is_empty())
}

/// Writes the edits into the texts, the last first, so that places stay true.
fn apply_edits(texts: &mut [Text], sources: &SourceMap, edits: &[&Edit]) {
    for file in sources.files() {
        let Some(text) = texts.iter_mut().find(|t| t.path == file.path) else { continue };
        for edit in edits.iter().rev().filter(|e| file.span().contains(e.span)) {
            let (start, end) = ((edit.span.start - file.base) as usize, (edit.span.end - file.base) as usize);
            if start <= end && end <= text.bytes.len() {
                text.bytes.splice(start..end, edit.text.bytes());
            }
        }
    }
}
