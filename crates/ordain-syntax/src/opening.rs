//! Slips in how a statement opens: a bullet pasted with a list, a capital or a
//! colon in its first word, a fact whose day comes last. Each is reported, and
//! corrected for the rest of the reading where that is safe for what follows:
//! were `Order MTC` dropped, every paragraph below it would stand alone.

use super::scan::View;
use super::{classify, reserved};
use ordain_base::diag::{Diagnostic, closest, codes};
use ordain_base::source::Span;

const BULLETS: &[char] = &[
    '•', '·', '▪', '◦', '●', '○', '■', '‣', '⁃', '∙', '➢', '□', '☐', '*', '-', '–', '—', '→', '\u{F0B7}', '\u{F0A7}',
    '\u{F0D8}',
];
const FORMULAS: &[&str] = &["IT IS ", "It is ", "ORDERED"];
const VERDICTS: &[&str] = &[
    "breached",
    "pending",
    "met",
    "late",
    "waiting",
    "undetermined",
    "stayed",
    "lifted",
    "kept",
    "available",
    "used",
    "expired",
    "shown",
];

/// `• Defendants must …`
pub(super) fn bullet(view: &mut View<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let start = view.text.len() - view.text.trim_start().len();
    let mut chars = view.text.get(start..).unwrap_or("").chars();
    let Some(mark) = chars.next().filter(|c| BULLETS.contains(c)) else { return };
    if chars.next() != Some(' ') {
        return;
    }
    let end = start + mark.len_utf8();
    // The boxes of a list of things to do go with the bullet.
    let mut rest = view.text.get(end..).unwrap_or("").trim_start();
    rest = ["[ ]", "[x]", "[X]"].iter().find_map(|b| rest.strip_prefix(b)).unwrap_or(rest).trim_start();
    let lead = view.text.len() - rest.len();
    // What is left must not be drawn to the statement above.
    let safe = !classify::is_stray_clause(rest);
    let span = view.span(start, end);
    diagnostics.push(codes::syntax::bullet(span, view.span(start, lead), mark.encode_utf8(&mut [0; 4]), safe));
    view.write_over(start, lead, "");
}

/// `IT IS HEREBY ORDERED that Defendants must …`, at the head of a paragraph or after its number.
pub(super) fn formula(view: &mut View<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let head = view.text.lines().find(|l| !l.trim().is_empty()).unwrap_or("");
    // Only a number may come before it.
    let opens = |at: &usize| head.get(*at..).is_some_and(|h| FORMULAS.iter().any(|f| h.starts_with(f)));
    let Some(start) = head.char_indices().map(|(at, _)| at).take(13).find(opens) else { return };
    if head.get(..start).is_none_or(|label| label.contains('"')) {
        return;
    }
    let Some(at) = view.text.find(head) else { return };
    let mut end = start;
    let mut ordered = false;
    for word in head.get(start..).unwrap_or("").split_inclusive(' ') {
        match word.trim().trim_end_matches([',', ':', ';']).to_lowercase().as_str() {
            "ordered" => ordered = true,
            "that" if ordered => {}
            "it" | "is" | "hereby" | "further" | "so" | "therefore" | "and" if !ordered => {}
            _ => break,
        }
        end += word.len();
    }
    let rest = head.get(end..).unwrap_or("").trim_start();
    let lead = head.len() - rest.len();
    let end = start + head.get(start..end).unwrap_or("").trim_end().len();
    if ordered {
        // At the margin what is left must not be drawn to the statement above.
        let safe = start > 0 || !classify::is_stray_clause(rest);
        let words = head.get(start..end).unwrap_or("");
        let (span, all) = (view.span(at + start, at + end), view.span(at + start, at + lead));
        diagnostics.push(codes::syntax::formula(span, all, words, safe));
        view.write_over(at + start, at + end, "");
    }
}

/// `Order MTC`, `party: Defendants`, `ordr MTC`: true where the word was corrected.
pub(super) fn correct(view: &mut View<'_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let start = view.text.len() - view.text.trim_start().len();
    let first = view.text.get(start..).unwrap_or("").split_whitespace().next().unwrap_or("").to_owned();
    let bare = first.trim_end_matches(':');
    let Some(right) = closest(bare, reserved::STATEMENTS.iter().copied()).filter(|r| *r != first) else { return false };
    let right = reserved::STATEMENTS.iter().copied().find(|s| *s == right).unwrap_or_default();
    let end = start + first.len();
    diagnostics.push(codes::syntax::misspelt_statement(view.span(start, end), &first, right));
    view.write_over(start, end, right);
    true
}

/// An expectation that cannot be read: the slip in its verdict, if there is one.
pub(super) fn expectation(view: &View<'_>, span: Span) -> Diagnostic {
    let text = view.words_at(span);
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let near = closest(bare, VERDICTS.iter().copied()).filter(|v| *v != bare && bare.len() > 3);
        if let Some(near) = near {
            let start = span.start.saturating_add(u32::try_from(at).unwrap_or(0));
            let end = start.saturating_add(u32::try_from(bare.len()).unwrap_or(0));
            return codes::syntax::unknown_expectation(Span::new(start, end), bare, near);
        }
        at += word.len();
    }
    codes::syntax::unreadable_expectation(span)
}

/// `Plaintiff filed brief on May 18, 2009` with its day where it belongs.
pub(super) fn day_first(text: &str) -> Option<String> {
    let line = text.lines().next()?.trim_end().trim_end_matches('.');
    let dated = |words: &str| {
        let first = words.split_whitespace().next().unwrap_or("");
        let digits = first.starts_with(|c: char| c.is_ascii_digit());
        (digits || super::months::month_of(first).is_some()) && words.split_whitespace().count() <= 4
    };
    if line.chars().count() > 100 {
        return None;
    }
    if let Some((act, day)) = line.rsplit_once(" on ").filter(|(_, day)| dated(day)) {
        return Some(format!("on {day} {act}"));
    }
    let (day, act) = line.split_once([':', '–', '—']).filter(|(day, _)| dated(day))?;
    Some(format!("on {} {}", day.trim(), act.trim()))
}
