//! Two texts as a unified diff: what `--fix` or `ordain fmt` would write.

use similar::{ChangeTag, TextDiff};

use super::Style;
use super::clean::Cleaner;
use super::paint::Ink;

/// Lines around a change.
const AROUND: usize = 3;

/// The difference of one file, empty where there is none; `done` says what was done to the second. What could steer a
/// screen is shown as a mark of its own.
#[must_use]
pub fn unified(path: &str, before: &str, after: &str, done: &str, style: Style) -> String {
    if before == after {
        return String::new();
    }
    let cleaner = Cleaner::for_people(style.unicode);
    let path = cleaner.line(path);
    let mut out = format!(
        "{}\n{}\n",
        style.paint(Ink::Bold, &format!("--- {path}")),
        style.paint(Ink::Bold, &format!("+++ {path} ({done})"))
    );
    let diff = TextDiff::from_lines(before, after);
    for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
        out.push_str(&format!("{}\n", style.paint(Ink::Cyan, &hunk.header().to_string())));
        for change in hunk.iter_changes() {
            let line = cleaner.line(change.value().trim_end_matches(['\n', '\r']));
            let line = match change.tag() {
                ChangeTag::Delete => style.paint(Ink::Red, &format!("-{line}")),
                ChangeTag::Insert => style.paint(Ink::Green, &format!("+{line}")),
                ChangeTag::Equal => format!(" {line}"),
            };
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}
