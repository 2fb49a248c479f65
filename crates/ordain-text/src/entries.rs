//! Where one docket entry, or one order, of a text ends and the next begins.

/// Words in capitals by which an entry of a docket begins: `MINUTE entry before …`, `ORDER granting …`.
const OPENERS: &[&str] = &[
    "MINUTE",
    "MINUTES",
    "ORDER",
    "NOTICE",
    "MOTION",
    "RESPONSE",
    "REPLY",
    "ENTRY",
    "ELECTRONIC",
    "TEXT",
    "DOCKET",
    "STIPULATION",
    "JUDGMENT",
    "MEMORANDUM",
    "CLERK",
    "CLERKS",
    "SUMMONS",
    "COMPLAINT",
    "ANSWER",
    "SCHEDULING",
    "REPORT",
    "LETTER",
    "CERTIFICATE",
    "AFFIDAVIT",
    "DECLARATION",
    "ENDORSED",
    "PAPERLESS",
    "STATUS",
    "APPLICATION",
    "PETITION",
    "BRIEF",
    "TRANSCRIPT",
    "AMENDED",
    "JOINT",
    "UNOPPOSED",
    "CONSENT",
    "FIRST",
    "SECOND",
    "OPINION",
];

/// The lines at which an entry begins: those with its number, and, where a text has several of
/// them, those that begin as entries of a docket do.
pub(crate) fn entry_beginnings<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<bool> {
    let opens: Vec<(bool, bool)> = lines.map(|line| (is_number_line(line), opens_entry(line))).collect();
    let listing = opens.iter().filter(|(_, opens)| *opens).count() > 1;
    let mut begun = false;
    let mut out = Vec::with_capacity(opens.len());
    for (number, opens) in opens {
        // The entry itself comes after the line with its number.
        out.push(number || opens && listing && !begun);
        begun = number || begun && !opens;
    }
    out
}

/// `Docket entry 41.`, `Dkt. No. 41`, `ECF No. 41:`, alone on its line.
pub(crate) fn is_number_line(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', ':']);
    let Some((lead, number)) = line.rsplit_once([' ', '#']) else { return false };
    let lead = lead.trim_end_matches([' ', '.', '#']).to_ascii_lowercase();
    let lead = lead.trim_end_matches(" no").trim_end_matches(" number").trim_end_matches('.');
    let short = number.len() <= 4 && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    short && matches!(lead, "docket entry" | "docket" | "dkt" | "ecf" | "doc" | "entry" | "docket item")
}

/// `12 ORDER granting …`, `03/15/2024 | 34 | MINUTE ORDER setting …`, not a heading in capitals.
fn opens_entry(line: &str) -> bool {
    let column = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '/' | '|' | '[' | ']' | '#' | '-');
    let mut words = line.trim_start_matches(column).split(|c: char| !c.is_alphanumeric());
    let first = words.next().unwrap_or("");
    let in_small_letters = |w: &&str| w.starts_with(|c: char| c.is_lowercase());
    OPENERS.contains(&first) && words.any(|w| in_small_letters(&w))
}

/// A rule between two entries: `===` of any length, `---`; one of many dashes may belong to a
/// caption or are over the footnotes, so only where an entry begins under it.
pub(crate) fn is_divider(line: &str, below: &str) -> bool {
    let of = |c: char| line.len() >= 3 && line.chars().all(|l| l == c);
    let rule = of('-') || of('_') || of('*') || of('~') || of('–') || of('—');
    let short = of('-') && line.len() <= 5 || of('*') && line.len() <= 5;
    let title = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    line.starts_with("===") || title || short || rule && (opens_entry(below) || is_number_line(below))
}

#[cfg(test)]
mod tests {
    use super::{entry_beginnings, is_divider, is_number_line};

    #[test]
    fn a_docket_is_read_entry_by_entry() {
        let lines = ["MINUTE entry before Judge Ray: held.", "", "ORDER granting 3 Motion.", "The motion is granted."];
        assert_eq!(entry_beginnings(lines.into_iter()), [true, false, true, false]);
        let one = ["ORDER granting 3 Motion.", "", "The motion is granted."];
        assert_eq!(entry_beginnings(one.into_iter()), [false, false, false], "one order is no docket");
        let numbered =
            ["Docket entry 7.", "", "ORDER: the motion is denied.", "Dkt. No. 8", "ORDER setting a hearing."];
        assert_eq!(entry_beginnings(numbered.into_iter()), [true, false, false, true, false]);
    }

    #[test]
    fn rules_between_entries() {
        assert!(is_divider("===", "") && is_divider("---", "The Court") && is_divider("==========", ""));
        assert!(!is_divider("--------------------", "v."), "a line of a caption");
        assert!(is_divider("--------------------", "ORDER denying 5 Motion."));
        assert!(is_number_line("ECF No. 41:") && !is_number_line("See Dkt. No. 41, at 3."));
    }
}
