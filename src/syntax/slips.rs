//! Slips in the words that carry the shape of a paragraph: `withn 14 days`,
//! `Defendants msut`. Each is reported, and mended for the rest of the reading
//! so that one slip is one message.

use super::classify::{self, Kind};
use super::reserved;
use super::scan::View;
use crate::diag::{Diagnostic, closest, codes};

/// A word of the view, outside quotations.
struct Word {
    start: usize,
    end: usize,
    opens_line: bool,
}

pub(super) fn mend(view: &mut View<'_>, kind: Kind, diagnostics: &mut Vec<Diagnostic>) {
    let words = words(&view.text);
    let mut found: Vec<(usize, usize, &'static str, bool)> = Vec::new();
    for (i, w) in words.iter().enumerate().skip(1) {
        let text = view.text.get(w.start..w.end).unwrap_or("");
        let next = words.get(i + 1).and_then(|n| view.text.get(n.start..n.end)).unwrap_or("");
        if let Some(right) = clause_slip(text, next, w.opens_line) {
            found.push((w.start, w.end, right, false));
        }
    }
    if kind == Kind::Paragraph && !classify::has_modal(&view.text) {
        let texts: Vec<&str> = words.iter().take(12).map(|w| view.text.get(w.start..w.end).unwrap_or("")).collect();
        let verb = texts.iter().any(|w| reserved::DISPOSITIONS.contains(w));
        if let Some((i, right)) = classify::slipped_modal(&texts).filter(|_| !verb)
            && let Some(w) = words.get(i)
        {
            found.push((w.start, w.end, right, true));
            found.sort_unstable();
        }
    }
    for (start, end, right, modal) in found.into_iter().rev() {
        let text = view.words(start, end).to_owned();
        let span = view.span(start, end);
        view.mend(start, end, right);
        diagnostics.push(if modal {
            codes::syntax::misspelt_modal(span, &text, right)
        } else {
            codes::syntax::misspelt_clause(span, &text, right)
        });
    }
}

/// The clause word `text` is a slip for. In the middle of a line what follows
/// must prove it; at the start of one the slip alone does.
fn clause_slip(text: &str, next: &str, opens_line: bool) -> Option<&'static str> {
    if !(3..=11).contains(&text.len())
        || !text.bytes().all(|b| b.is_ascii_lowercase())
        || reserved::clause_word(text).is_some()
    {
        return None;
    }
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    let dated = number || super::lower::date::month_of(next).is_some();
    let known = reserved::KNOWN_SLIPS.iter().find(|(slip, _)| *slip == text).map(|(_, right)| *right);
    if let Some(right) = known {
        return (opens_line || dated).then_some(right);
    }
    let right = closest(text, reserved::SLIPS.iter().copied())?;
    let right = reserved::SLIPS.iter().copied().find(|s| *s == right)?;
    // `sources`, `quoted`, `beforehand` are words of their own, and so is `accept`
    if text.starts_with(right)
        || strsim::osa_distance(text, right) > 1
        || matches!(text, "accept" | "expect" | "quite" | "sources" | "spending" | "ending" | "bending" | "though")
    {
        return None;
    }
    let proved = match right {
        "within" => number,
        "before" | "until" | "through" | "effective" => dated,
        "unless" | "except" => true,
        "quote" | "judgment" => next.starts_with('"'),
        "source" => next.starts_with(|c: char| c.is_uppercase() || c == '"'),
        _ => false,
    };
    (opens_line || proved).then_some(right)
}

fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut start = None;
    let mut opens_line = true;
    let mut quoted = false;
    for (i, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        let breaks = !quoted && matches!(c, ' ' | '\n' | ',' | ';' | ':');
        match (start, breaks) {
            (None, false) => start = Some(i),
            (Some(s), true) => {
                out.push(Word { start: s, end: i, opens_line });
                start = None;
                opens_line = c == ';';
            }
            _ => {}
        }
        opens_line |= c == '\n' || c == ';';
    }
    if let Some(s) = start {
        out.push(Word { start: s, end: text.len(), opens_line });
    }
    out
}
