//! The comments of a draft under which a sentence of the order waits for a person: how each begins, and how many there
//! are. `ordain transcribe` writes them, and `ordain check` counts those that are left.

use ordain_base::source::{SourceKind, SourceMap};
use ordain_base::words::one_line;

/// What each comment begins with, before the number of its paragraph.
const OPENS: &str = "# ¶ ";
/// What ends the opening, before the reason.
const WAITS: &str = ", waits: ";

/// The first line of a comment: `# ¶ 2, page 3, waits: who must do it?`.
#[must_use]
pub fn opening_line(label: &str, page: Option<u32>, why: &str) -> String {
    let page = page.map(|p| format!(", page {p}")).unwrap_or_default();
    format!("{OPENS}{label}{page}{WAITS}{}\n", one_line(why))
}

/// True where a line opens such a comment.
fn opens_comment(line: &str) -> bool {
    let Some((head, _)) = line.trim_start().strip_prefix(OPENS).and_then(|rest| rest.split_once(WAITS)) else {
        return false;
    };
    let (label, page) = head.split_once(", page ").unwrap_or((head, "1"));
    !label.is_empty()
        && !label.contains(char::is_whitespace)
        && !page.is_empty()
        && page.bytes().all(|b| b.is_ascii_digit())
}

/// How many such comments a file of orders has.
#[must_use]
pub fn count_in_file(text: &str) -> usize {
    text.lines().filter(|line| opens_comment(line)).count()
}

/// How many such comments the order files of a run have.
#[must_use]
pub fn count_in_sources(sources: &SourceMap) -> usize {
    sources.files().iter().filter(|f| f.kind == SourceKind::Order).map(|f| count_in_file(&f.text)).sum()
}

#[cfg(test)]
mod tests {
    use super::{count_in_file, opening_line};

    #[test]
    fn what_is_written_is_counted() {
        let file = format!(
            "{}#   The order: He shall pay, waits: and so on.\n# ¶ 3: the order states no time.\n  {}",
            opening_line("2(a)", Some(3), "who is\n`he`?"),
            opening_line("S-1", None, "which year?")
        );
        assert_eq!(count_in_file(&file), 2, "{file}");
    }

    #[test]
    fn a_comment_of_a_person_is_not_counted() {
        for line in ["# ¶ 2 of the letter, waits: no", "¶ 2, waits: x", "# ¶ , waits: x", "# the duty waits: x"] {
            assert_eq!(count_in_file(line), 0, "{line}");
        }
    }
}
