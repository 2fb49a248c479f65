//! What is beside the files that were read, and what a report leaves open because of it. None of these has words of
//! a file to underline.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, day, quoted_all};
use crate::source::{SourceKind, Span};
use crate::words::join;
use chrono::NaiveDate;

codes! {
    NOT_READ = "L0501", "file-not-read", Warning, "a file that looks like one of the matter's and is not read";
    MATTER_BELOW = "L0502", "matter-below", Note, "another matter in a folder of this one";
    NOTHING_DECIDED = "L0503", "nothing-decided", Warning, "a report without any verdict";
    EMPTY_FILE = "L0504", "empty-file", Warning, "a file of the matter with nothing in it";
    SETTINGS_USED = "L0505", "settings-used", Note, "settings of a file that this report was made with";
    SETTINGS_NOT_APPLIED = "L0506", "settings-not-applied", Warning, "settings that only the command line may give";
}

/// What was left open is not decided: `--strict` fails on these.
#[must_use]
pub fn leaves_open(d: &Diagnostic) -> bool {
    [NOT_READ, MATTER_BELOW, NOTHING_DECIDED, EMPTY_FILE, super::tables::FILE_SKIPPED].contains(&d.code)
}

/// `near` is the kind of file that the name comes near to.
#[must_use]
pub fn not_read(path: &str, near: SourceKind) -> Diagnostic {
    let end = SourceKind::OF_MATTER.into_iter().find(|(kind, _)| *kind == near).map_or("order", |(_, end)| end);
    Diagnostic::without_place(NOT_READ, format!("`{path}` is not read: its name does not end in `.{end}`"))
        .help(format!("rename it so that it ends in `.{end}`, or move it out of the folder"))
}

#[must_use]
pub fn facts_without_order(folder: &str) -> Diagnostic {
    Diagnostic::without_place(NOT_READ, format!("`{folder}` has facts and no order, so nothing in it is read"))
        .help("a record needs the order that it is about: put the `.order` file beside it")
}

#[must_use]
pub fn link_not_followed(path: &str) -> Diagnostic {
    Diagnostic::without_place(
        NOT_READ,
        format!("`{path}` is a link that leads out of the folder, so it is not searched"),
    )
    .help("name its target on the command line to check the matters in it")
}

/// `why` is the whole reason, with the folder.
#[must_use]
pub fn folder_unread(folder: &str, why: &str) -> Diagnostic {
    Diagnostic::without_place(NOT_READ, format!("`{folder}` is not searched for matters: {why}"))
        .help("make the folder readable, or name the folders of the matters on the command line")
}

#[must_use]
pub fn too_many_folders(folder: &str, most: usize) -> Diagnostic {
    let message = format!("not every folder in `{folder}` was searched for matters: there are more than {most}");
    Diagnostic::without_place(NOT_READ, message).help("name the folders of the matters on the command line")
}

/// Folders below the matter that are matters of their own: one finding for all, with the first names. `None` where there
/// are none.
#[must_use]
pub fn matters_below(folders: &[String]) -> Option<Diagnostic> {
    const NAMED: usize = 3;
    let first = folders.first()?;
    let names: Vec<String> = folders.iter().take(NAMED).map(|f| format!("`{f}`")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let more = folders.len().saturating_sub(NAMED);
    let message = match (folders.len(), more) {
        (1, _) => format!("`{first}` is a matter of its own and is not part of this report"),
        (_, 0) => format!("{} are matters of their own and are not part of this report", join(&names)),
        _ => format!("{} and {} more are matters of their own and are not part of this report", names.join(", "), more),
    };
    let each = if folders.len() == 1 { "it" } else { "each" };
    Some(Diagnostic::without_place(MATTER_BELOW, message).help(format!("check {each} as well: `ordain check {first}`")))
}

/// No paragraph says what anybody must, must not or may do.
#[must_use]
pub fn no_paragraph() -> Diagnostic {
    Diagnostic::without_place(NOTHING_DECIDED, "nothing was decided: the orders have no paragraph with a duty")
        .help("write one: `¶ 1  Defendant must file answer by March 22, 2024`")
}

/// Every order is of a later day than the one asked about.
#[must_use]
pub fn before_every_order(as_of: NaiveDate, first: NaiveDate) -> Diagnostic {
    let message = format!("nothing was decided: on {} there was no order; the first is of {}", day(as_of), day(first));
    Diagnostic::without_place(NOTHING_DECIDED, message).help("ask about a later day with --as-of")
}

/// There are paragraphs, and none has a verdict on this day.
#[must_use]
pub fn no_verdict(as_of: NaiveDate) -> Diagnostic {
    Diagnostic::without_place(NOTHING_DECIDED, format!("nothing was decided: no duty has a verdict on {}", day(as_of)))
}

#[must_use]
pub fn empty_file(path: &str, at: Span) -> Diagnostic {
    Diagnostic::new(EMPTY_FILE, format!("`{path}` has nothing in it"), at, "the file ends here")
        .help("if it should have, get the file again; else delete it")
}

#[must_use]
pub fn settings_used(file: &str, keys: &[&str]) -> Diagnostic {
    Diagnostic::without_place(SETTINGS_USED, format!("this report was made with {} of `{file}`", quoted_all(keys)))
        .help("--no-config leaves the file aside")
}

#[must_use]
pub fn settings_not_applied(file: &str, keys: &[&str]) -> Diagnostic {
    let (what, was) = (quoted_all(keys), if keys.len() == 1 { "was" } else { "were" });
    let message =
        format!("{what} of `{file}` {was} not applied: a settings file that is found can only make a report stricter");
    Diagnostic::without_place(SETTINGS_NOT_APPLIED, message)
        .help(format!("if you trust the file, run with `--config {file}`"))
}
