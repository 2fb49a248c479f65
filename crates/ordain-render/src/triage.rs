//! Errors in the order in which somebody can fix them: how many there are and the way out first, then one
//! a paragraph. What is beside it in its paragraph, or repeats it elsewhere, waits.

use std::collections::BTreeSet;

use super::machine::{Extent, Finding, Options};
use super::words::count_as_i64;
use ordain_base::diag::{Diagnostic, Fix, Severity};
use ordain_base::source::SourceMap;
use ordain_base::words::plural;

/// Which findings are shown first, and what is said of the others.
pub(crate) struct Triage<'f, 'r> {
    pub(crate) shown: Vec<&'f Finding<'r>>,
    /// `37 errors: 15 can be fixed by …; 22 need you`; none where there is no error.
    pub(crate) head: Option<String>,
    /// What is held back; none where nothing is.
    pub(crate) held: Option<String>,
}

/// Everything but the errors that follow from another or are in its paragraph; all of them where all are asked for.
pub(crate) fn triage_findings<'f, 'r>(
    found: &'f [Finding<'r>],
    sources: &SourceMap,
    options: &Options<'_>,
) -> Triage<'f, 'r> {
    let errors = || found.iter().map(|f| f.diagnostic).filter(|d| d.severity == Severity::Error);
    let (mut paragraphs, mut words) = (BTreeSet::new(), BTreeSet::new());
    let mut held = 0;
    let mut shown = Vec::new();
    for f in found {
        let d = f.diagnostic;
        if d.severity == Severity::Error && options.extent != Extent::All {
            let first_here = statement_start(d, sources).is_none_or(|at| paragraphs.insert(at));
            let first_said = code_with_words(d, sources).is_none_or(|same| words.insert(same));
            if !(first_here && first_said) {
                held += 1;
                continue;
            }
        }
        shown.push(f);
    }
    let fixable = errors().filter(|d| d.fix.as_ref().is_some_and(Fix::is_safe)).count();
    let others = match held {
        1 => "1 more error is in one of these paragraphs or repeats one of them: `--all` shows it".to_owned(),
        n => format!(
            "{} are in these paragraphs or repeat one of them: `--all` shows them",
            plural(count_as_i64(n), "more error")
        ),
    };
    Triage { shown, head: head_of_errors(errors().count(), fixable, options.named), held: (held > 0).then_some(others) }
}

/// How many errors there are, and how they go away.
fn head_of_errors(errors: usize, fixable: usize, matter: &str) -> Option<String> {
    let matter = match matter {
        "" => "FOLDER".to_owned(),
        name if name.contains(char::is_whitespace) => format!("\"{name}\""),
        name => name.to_owned(),
    };
    let command = format!("`ordain check {matter} --fix`");
    let all = plural(count_as_i64(errors), "error");
    let need = |n: usize| if n == 1 { "1 needs you".to_owned() } else { format!("{n} need you") };
    Some(match (errors, fixable, errors.saturating_sub(fixable)) {
        (0, ..) => return None,
        (1, 0, _) => format!("{all}: it needs you"),
        (_, 0, _) => format!("{all}: each needs you"),
        (1, ..) => format!("{all}: {command} fixes it"),
        (_, _, 0) => format!("{all}: {command} fixes all of them"),
        (_, _, rest) => format!("{all}: {fixable} can be fixed by {command}; {}", need(rest)),
    })
}

/// Where the statement begins in which an error stands: the line at the margin at or above it.
fn statement_start(d: &Diagnostic, sources: &SourceMap) -> Option<u32> {
    let file = sources.file_of(d.span())?;
    let mut line = file.lines.line(d.span().start.saturating_sub(file.base));
    loop {
        let start = file.lines.start(line)?;
        let first = file.text.get(start as usize..)?.chars().next();
        if line == 0 || first.is_some_and(|c| !c.is_whitespace()) {
            return Some(file.base + start);
        }
        line -= 1;
    }
}

/// The code with the words underlined: the same slip is one slip, wherever it is repeated. None for a
/// place without words.
fn code_with_words(d: &Diagnostic, sources: &SourceMap) -> Option<(&'static str, String)> {
    let words = sources.text(d.span()).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    (!words.is_empty()).then(|| (d.code.id, format!("{}: {words}", d.message)))
}

#[cfg(test)]
mod tests {
    use super::head_of_errors;

    #[test]
    fn errors_begin_with_a_count_and_the_way_out() {
        assert_eq!(head_of_errors(0, 0, "sdny"), None);
        for (errors, fixable, said) in [
            (1, 0, "1 error: it needs you"),
            (3, 0, "3 errors: each needs you"),
            (1, 1, "1 error: `ordain check sdny --fix` fixes it"),
            (2, 2, "2 errors: `ordain check sdny --fix` fixes all of them"),
            (37, 15, "37 errors: 15 can be fixed by `ordain check sdny --fix`; 22 need you"),
            (3, 2, "3 errors: 2 can be fixed by `ordain check sdny --fix`; 1 needs you"),
        ] {
            assert_eq!(head_of_errors(errors, fixable, "sdny").as_deref(), Some(said));
        }
    }
}
