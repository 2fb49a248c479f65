//! Tables: statements of files, layouts of columns, and what files hold.

use crate::diag::code::codes;
use chrono::NaiveDate;

use crate::diag::{Diagnostic, day, quoted_all, quoted_list};
use crate::source::Span;

codes! {
    UNREAD = "S0641", "unreadable-of-table", Error, "words under a table that say nothing of it";
    NO_FILE = "S0642", "table-without-file", Error, "a table that names no file";
    NO_CHARACTER = "S0643", "not-a-character", Error, "a separator or qualifier of a table that is not one character";
    UNKNOWN_ENCODING = "S0644", "unknown-encoding", Error, "an encoding that is not known";
    UNKNOWN_ROWS = "N0381", "unknown-rows", Error, "rows of a table that are none of the kinds known";
    UNKNOWN_FIELD = "N0382", "unknown-field", Error, "a field of a table that looks like a slip";
    NO_COLUMN = "N0383", "no-column", Error, "a column that the file of a table does not have";
    UNKNOWN_LAYOUT = "N0384", "unknown-layout", Error, "a layout that is not known";
    FILE_MISSING = "F0301", "table-file-missing", Error, "a file of a table that is not there";
    FILE_OUTSIDE = "F0302", "table-file-outside", Error, "a file of a table outside the matter's folder";
    FILE_UNREAD = "F0303", "table-file-unread", Error, "a file of a table that cannot be read";
    FILE_UNCLEAR = "F0304", "table-file-unclear", Error, "a file of a table that does not show how it is to be read";
    SEVERAL_COLUMNS = "F0305", "several-columns", Error, "a name that heads several columns of a file";
    AMBIGUOUS_DATES = "F0306", "ambiguous-dates", Error, "dates of a table whose order nothing shows";
    MIXED_DATES = "F0307", "mixed-dates", Error, "dates of a table in two orders";
    DOUBTFUL_FIELD = "F0308", "doubtful-field", Note, "a field that several columns of a file may be";
    NOTHING_BOUND = "F0309", "nothing-bound", Error, "a table of whose columns nothing is known";
    NOT_COMPLETE = "F0310", "table-is-a-part", Warning, "a file that says it is a part, in a table that is said to be complete";
    FILE_SKIPPED = "F0311", "table-file-skipped", Warning, "something in the folder of a table that is not read";
    LAYOUT_LINE = "F0320", "layout-line-not-read", Error, "a line of a layout file that is not understood";
    LAYOUT_TWICE = "F0321", "layout-twice", Error, "two layouts with one name";
    ALIAS_TWICE = "F0322", "alias-twice", Error, "one column name for two fields of a layout";
}

/// `complete through …` of a file that says itself that there is more.
pub fn not_complete(span: Span, file: &str, why: &str) -> Diagnostic {
    Diagnostic::new(NOT_COMPLETE, format!("`{file}` is not complete: {why}"), span, "closes nothing")
        .help("name all pages of it: table docket from \"page1.json\", \"page2.json\"; or ask for all entries at once")
}

pub fn unread(span: Span, text: &str, near: Option<&str>, legal: &[&str]) -> Diagnostic {
    let shown: String = text.chars().take(60).collect();
    let message = format!("`{shown}` says nothing that can be said of a table");
    let d = Diagnostic::new(UNREAD, message, span, "not understood");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`? it is written {}", quoted_list(legal))),
        None => d.help(format!("a table may say {}", quoted_list(legal))),
    }
}

pub fn no_file(span: Span) -> Diagnostic {
    Diagnostic::new(NO_FILE, "this table names no file", span, "from which file")
        .help("name it, as seen from the matter's folder: table documents from \"productions/VOL001.dat\"")
}

pub fn no_character(span: Span, text: &str, what: &str) -> Diagnostic {
    Diagnostic::new(NO_CHARACTER, format!("a {what} is one character, and `{text}` is not"), span, "not one character")
        .help(format!("write {what} comma, {what} tab, {what} \"|\" or {what} 0x14"))
}

pub fn unknown_encoding(span: Span, text: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_ENCODING, format!("no encoding is called `{text}`"), span, "not known");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d.help(format!("write {}", quoted_list(known))),
    }
}

pub fn unknown_rows(span: Span, text: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_ROWS, format!("rows of a table cannot be `{text}`"), span, "not known");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d.help(format!("rows are {}", quoted_list(known))),
    }
}

pub fn unknown_field(span: Span, text: &str, near: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_FIELD, format!("`{text}` is no field that rules know"), span, "not known")
        .help(format!("did you mean `{near}`? for a word of your own say what it is: {text} is the text \"…\""))
        .fix(format!("write `{near}`"), span, near, false)
}

pub fn field_twice(span: Span, field: &str, first: Span) -> Diagnostic {
    Diagnostic::new(super::declarations::DUPLICATE_NAME, format!("two columns are both `{field}`"), span, "the second")
        .label(first, "the first")
        .help("keep one; a rule could not tell which is meant")
}

pub fn table_twice(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::new(super::declarations::DUPLICATE_NAME, format!("two tables are called `{name}`"), span, "the second")
        .label(first, "the first")
        .help(
            "one table may have several files: from \"VOL001.dat\", \"VOL002.dat\"; else give one of them another name",
        )
}

pub fn layout_line(span: Span, forms: &[&str]) -> Diagnostic {
    Diagnostic::new(LAYOUT_LINE, "this line of a layout is not understood", span, "reading stopped here")
        .help(format!("a line may read {}", quoted_list(forms)))
}

pub fn layout_twice(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(LAYOUT_TWICE, format!("a layout `{name}` is there already"), span, "the second")
        .help("give it a name of its own, and write that after `as`")
}

pub fn alias_twice(span: Span, name: &str, field: &str) -> Diagnostic {
    Diagnostic::new(ALIAS_TWICE, format!("`{name}` is already a name of `{field}` in this layout"), span, "the second")
        .help("keep the one that is meant: Ordain will not guess which of two columns a name means")
}

pub fn unknown_layout(span: Span, name: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_LAYOUT, format!("no layout is called `{name}`"), span, "not known");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d.help(format!("layouts are {}", crate::words::join(known))),
    }
}

/// `names` are the columns of the file.
pub fn no_column(span: Span, written: &str, file: &str, near: Option<&str>, names: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(NO_COLUMN, format!("`{file}` has no column `{written}`"), span, "not in the file");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None if names.len() > 5 => {
            d.help(format!("its {} columns begin with {}: see `ordain inspect`", names.len(), quoted_all(names)))
        }
        None => d.help(format!("its columns are {}", quoted_all(names))),
    }
}

pub fn several_columns(span: Span, file: &str, field: &str, columns: &[String]) -> Diagnostic {
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let first = columns.first().copied().unwrap_or("column 1");
    Diagnostic::new(
        SEVERAL_COLUMNS,
        format!("`{file}` has this name over {}", crate::words::join(&columns)),
        span,
        "which of them",
    )
    .help(format!("say which by its place: {field} is {first}"))
}

pub fn doubtful_field(span: Span, field: &str, names: &[&str]) -> Diagnostic {
    Diagnostic::new(
        DOUBTFUL_FIELD,
        format!("this layout knows {} as `{field}`, so none is taken", quoted_all(names)),
        span,
        "knows more than one",
    )
    .help(format!("say which, if a rule needs it: columns {field} is \"{}\"", names.first().copied().unwrap_or("")))
}

pub fn nothing_bound(span: Span, table: &str, first: &str) -> Diagnostic {
    Diagnostic::new(
        NOTHING_BOUND,
        format!("nothing says what the columns of `{table}` are"),
        span,
        "no column is bound",
    )
    .help(format!("say which column is what: columns bates is \"{first}\"; or name a layout: as Concordance"))
}

pub fn file_missing(span: Span, path: &str, near: Option<&str>) -> Diagnostic {
    let d =
        Diagnostic::new(FILE_MISSING, format!("there is no file `{path}` in the matter's folder"), span, "not there");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d.help("paths are seen from the folder of the matter: productions/VOL001.dat"),
    }
}

pub fn file_outside(span: Span, path: &str) -> Diagnostic {
    Diagnostic::new(FILE_OUTSIDE, format!("`{path}` leads out of the matter's folder"), span, "not read")
        .help("copy the file into the folder, or run with `--allow-outside`")
}

/// `skipped` are folders, hidden files and the like in a folder that a table names.
pub fn file_skipped(span: Span, path: &str, skipped: &[&str]) -> Diagnostic {
    let more = skipped.len().saturating_sub(5);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Diagnostic::new(
        FILE_SKIPPED,
        format!("`{path}` holds more than was read: {}{more}", quoted_all(skipped)),
        span,
        "only the files directly in it are read",
    )
    .help("name the folder or the file in the `table` statement, or move it away")
}

pub fn file_unread(span: Span, path: &str, why: &str) -> Diagnostic {
    Diagnostic::new(FILE_UNREAD, format!("`{path}` cannot be read: {why}"), span, "not read")
        .help("nothing is decided over a part of a file; look at it with `ordain inspect`")
}

pub fn file_unclear(span: Span, path: &str, why: &str, help: &str) -> Diagnostic {
    Diagnostic::new(FILE_UNCLEAR, format!("`{path}` is not read: {why}"), span, "not clear").help(help)
}

pub fn ambiguous_dates(
    span: Span,
    column: &str,
    row: u64,
    value: &str,
    month_first: NaiveDate,
    day_first: NaiveDate,
) -> Diagnostic {
    Diagnostic::new(
        AMBIGUOUS_DATES,
        format!(
            "every date of `{column}` has two readings: `{value}` of row {row} is {} or {}",
            day(month_first),
            day(day_first)
        ),
        span,
        "which comes first",
    )
    .help("ask whoever made the file, and write: dates are month/day/year, or: dates are day/month/year")
}

/// A value that proves months first and one that proves days first, with their rows.
pub fn mixed_dates(span: Span, column: &str, month_first: &(u64, String), day_first: &(u64, String)) -> Diagnostic {
    let ((m, month), (d, first)) = (month_first, day_first);
    Diagnostic::new(
        MIXED_DATES,
        format!("the dates of `{column}` are of two orders: `{month}` of row {m} and `{first}` of row {d}"),
        span,
        "two orders",
    )
    .help("declare the order that is right (dates are month/day/year); the rows of the other are then said")
}
