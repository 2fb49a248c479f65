//! Tables: statements of files, layouts of columns, and what files hold.

use crate::diag::code::codes;
use crate::diag::{Diagnostic, quoted_list};
use crate::source::Span;

codes! {
    UNREAD = "S0641", "unreadable-of-table", Error, "words under a table that say nothing of it";
    NO_FILE = "S0642", "table-without-file", Error, "a table that names no file";
    NO_CHARACTER = "S0643", "not-a-character", Error, "a separator or qualifier of a table that is not one character";
    UNKNOWN_ENCODING = "S0644", "unknown-encoding", Error, "an encoding that is not known";
    UNKNOWN_ROWS = "N0381", "unknown-rows", Error, "rows of a table that are none of the kinds known";
    UNKNOWN_FIELD = "N0382", "unknown-field", Error, "a field of a table that looks like a slip";
    LAYOUT_LINE = "F0320", "layout-line-not-read", Error, "a line of a layout file that is not understood";
    LAYOUT_TWICE = "F0321", "layout-twice", Error, "two layouts with one name";
    ALIAS_TWICE = "F0322", "alias-twice", Error, "one column name for two fields of a layout";
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
    Diagnostic::new(super::names::DUPLICATE_NAME, format!("two columns are both `{field}`"), span, "the second")
        .label(first, "the first")
        .help("keep one; a rule could not tell which is meant")
}

pub fn table_twice(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::new(super::names::DUPLICATE_NAME, format!("two tables are called `{name}`"), span, "the second")
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
        .help("keep the one that is meant: a name that stands for two columns would have to be guessed")
}
