//! What comes along when an order is pasted, or is typed as orders are written:
//! reported by what it is, so that one habit is one message.

use super::scan::View;
use super::{classify, reserved};
use ordain_base::diag::{Diagnostic, codes};
use ordain_base::source::Span;

/// A heading, a caption, a signature or a line of dashes; or a duty in capitals.
pub(super) fn pasted(view: &View<'_>, span: Span) -> Option<Diagnostic> {
    let text = view.words_at(span);
    let first = text.lines().next().unwrap_or("").trim();
    // What is indented below a line in capitals must not go with it.
    let alone = is_furniture(first) || text.lines().all(in_capitals);
    if !alone || first.contains(['"', '“']) {
        return None;
    }
    let shown = view.first_line(span);
    let binds = ["SHALL", "MUST", "ORDERED", "MAY"].iter().any(|m| first.split(' ').any(|w| w == *m));
    if in_capitals(first) && binds && !is_furniture(first) {
        return Some(codes::common_mistakes::capitals(shown));
    }
    Some(codes::common_mistakes::furniture(shown, first, Span::new(span.start, span.start)))
}

/// No small letter, and more than a name or a label.
fn in_capitals(line: &str) -> bool {
    let opening = || line.split_whitespace().next().unwrap_or("").to_lowercase();
    !line.chars().any(char::is_lowercase)
        && line.chars().filter(|c| c.is_uppercase()).count() >= 8
        && line.split_whitespace().count() > 1
        && !reserved::STATEMENTS.contains(&opening().trim_end_matches(':'))
}

fn is_furniture(line: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "Dated:",
        "DATED",
        "Date:",
        "Hon. ",
        "The Honorable ",
        "HON. ",
        "Case No",
        "CASE NO",
        "Civil Action No",
        "SO ORDERED",
        "IT IS SO ORDERED",
        "It is so ordered",
        "So ordered",
        "BY THE COURT",
        "By the Court",
    ];
    let docketed = line.starts_with("Case ") && (line.contains("-cv-") || line.contains("-cr-"));
    let judge = line.ends_with(" District Judge") || line.ends_with(" Magistrate Judge");
    let paged = line.starts_with("Page ") && line.contains(" of ") && line.split(' ').count() == 4;
    // `The Court finds as follows:`
    let lead = line.ends_with("as follows:") && line.starts_with(char::is_uppercase);
    let drawn = !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '~' | '—' | '–' | ' '));
    let printed = docketed || judge || paged || lead || OPENINGS.iter().any(|o| line.starts_with(o));
    drawn || printed && !classify::has_modal(line)
}

/// `… by May 13, 2024. Defendant must file reply …`: where the first sentence of a paragraph ends, and the second begins.
pub(super) fn second_sentence(view: &View<'_>) -> Option<(usize, usize)> {
    let text = view.text.as_str();
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        quoted ^= c == '"';
        if c != '.' || quoted {
            continue;
        }
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let word = before.rsplit([' ', '\n', '"']).next().unwrap_or("");
        let next = after.trim_start();
        let opens = after.starts_with([' ', '\n']) && next.starts_with(char::is_uppercase);
        if !opens || reserved::is_abbreviation(word) {
            continue;
        }
        let first = next.split(['.', '\n']).next().unwrap_or("");
        if classify::has_modal(before) && classify::has_modal(first) {
            return Some((at, text.len() - next.len()));
        }
    }
    None
}

/// `¶ 1` or `¶` and nothing else: its label.
pub(super) fn bare_label(text: &str) -> Option<&str> {
    let text = text.trim();
    let label = text.strip_prefix(['¶', '§'])?.trim();
    let short = label.is_empty() || label.chars().count() <= 6 && label.starts_with(char::is_alphanumeric);
    (short && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '(' | ')'))).then_some(text)
}

/// Does the line say what somebody did? Then a day is missing; else it is no fact.
pub(super) fn tells(text: &str) -> bool {
    let line = text.lines().next().unwrap_or("");
    line.split_whitespace().skip(1).any(|w| {
        let word = w.trim_end_matches(['.', ',', ';', ':']);
        (word.len() > 4 && word.ends_with("ed") && word.chars().all(|c| c.is_ascii_lowercase()))
            || reserved::SPEECH.contains(&word)
            || matches!(word, "sent" | "gave" | "made" | "paid" | "did" | "was" | "were" | "has" | "have" | "withheld")
    })
}

/// The forms of `must` and `should` that are written otherwise here, in several words.
pub(super) const MODALS: &[(&str, &str)] =
    &[("have to", "must"), ("has to", "must"), ("need to", "must"), ("needs to", "must"), ("ought to", "should")];

/// Other words for those that open a clause, with the clause to write.
pub(super) const OPENINGS: &[(&str, &str)] = &[
    ("regarding", "about \"…\""),
    ("concerning", "about \"…\""),
    ("pursuant to", "under \"…\""),
    ("per", "under \"…\""),
    ("provided that", "unless \"…\"` or `if \"…\""),
    ("provided", "unless \"…\"` or `if \"…\""),
    ("no more than", "not exceeding 10 pages"),
    ("up to", "not exceeding 10 pages"),
    ("including", "containing \"…\""),
    ("along with", "containing \"…\""),
    ("together with", "containing \"…\""),
    ("starting", "first by December 1, 2023 and every 30 days thereafter until judgment"),
    ("beginning", "first by December 1, 2023 and every 30 days thereafter until judgment"),
    ("due", "by December 1, 2023"),
    ("upon", "within 7 days after \"…\""),
    ("see", "source MTC at 16"),
    ("Dkt.", "source Dkt. 290 at 16"),
    ("Doc.", "source Dkt. 290 at 16"),
    ("ECF", "source Dkt. 290 at 16"),
];

/// The clause that the first words of `text` are another way to open.
pub(super) fn other_opening(text: &str) -> Option<&'static str> {
    OPENINGS
        .iter()
        .find(|(o, _)| reserved::begins_with_words(text, o.trim_end_matches('.')) || text.starts_with(&format!("{o} ")))
        .map(|(_, right)| *right)
}
