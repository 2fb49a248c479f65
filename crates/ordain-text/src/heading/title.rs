//! The title of a paper.

use super::columns::Row;

/// Words by which the title of an order begins.
const OPENS: &[&str] = &[
    "ORDER",
    "[PROPOSED] ORDER",
    "AMENDED ORDER",
    "CORRECTED ORDER",
    "OPINION AND ORDER",
    "MEMORANDUM AND ORDER",
    "MEMORANDUM OPINION AND ORDER",
    "MEMORANDUM ORDER",
    "MEMORANDUM DECISION AND ORDER",
    "DECISION AND ORDER",
    "FINDINGS OF FACT",
    "JUDGMENT",
    "FINAL JUDGMENT",
    "CONSENT JUDGMENT",
    "DEFAULT JUDGMENT",
    "SCHEDULING ORDER",
    "CASE MANAGEMENT",
    "PRETRIAL",
    "PRELIMINARY INJUNCTION",
    "TEMPORARY RESTRAINING ORDER",
    "STIPULATION AND",
    "STIPULATED",
    "CIVIL MINUTES",
    "MINUTE ORDER",
    "MINUTES",
    "PROTECTIVE ORDER",
    "AGREED ORDER",
    "CONSENT ORDER",
    "DISCOVERY ORDER",
    "PROCEDURAL ORDER",
    "NOTICE AND ORDER",
    "TRIAL ORDER",
    "INITIAL",
    "RULE 16",
    "STANDING ORDER",
    "GENERAL ORDER",
    "CONSENT DECREE",
    "ORAL ORDER",
];

/// The first lines in capitals that begin as titles do, with the lines in capitals under them.
pub(super) fn find(rows: &[Row<'_>]) -> Option<String> {
    let columns: [fn(&Row<'_>) -> usize; 3] = [|r| r.right.len(), |r| r.left.len(), |r| r.whole.len()];
    let part = |column: usize, at: usize| -> &str {
        rows.get(at).map_or("", |r| match column {
            0 => r.right,
            1 => r.left,
            _ => r.whole,
        })
    };
    let mut best: Option<(usize, String)> = None;
    for column in 0..columns.len() {
        let Some(at) = (0..rows.len()).find(|i| opens_a_title(part(column, *i))) else { continue };
        let mut lines = vec![part(column, at)];
        for next in at + 1..(at + 8).min(rows.len()) {
            let line = part(column, next);
            // A rule or an empty row between the lines of a title in the right column.
            if line.is_empty() && column == 0 && lines.len() < 6 {
                continue;
            }
            if !in_capitals(line) || is_other(line) || line.contains("JUDGE") || line.starts_with("I. ") {
                break;
            }
            lines.push(line);
        }
        let title = lines.join(" ").trim_end_matches(['.', ',', ':']).to_owned();
        if best.as_ref().is_none_or(|(from, _)| at < *from) {
            best = Some((at, title));
        }
    }
    best.map(|(_, t)| t).filter(|t| t.len() < 300)
}

pub(super) fn opens_a_title(line: &str) -> bool {
    let upper = line.trim_start_matches(['[', '(']);
    let capitals = in_capitals(line);
    capitals && OPENS.iter().any(|o| line.starts_with(o) || upper.starts_with(o)) && !line.ends_with(':')
}

/// Capitals alone, but for `re`, `No.` and the like.
fn in_capitals(line: &str) -> bool {
    let small = line.chars().filter(|c| c.is_lowercase()).count();
    let big = line.chars().filter(|c| c.is_uppercase()).count();
    big >= 3 && small * 5 <= big
}

/// A line of the caption, not of the title.
fn is_other(line: &str) -> bool {
    ["PLAINTIFF,", "DEFENDANT.", "UNITED STATES DISTRICT", "CASE NO", "THE HONORABLE", "JUDGE", "IT IS", "THIS MATTER"]
        .iter()
        .any(|o| line.starts_with(o))
}
