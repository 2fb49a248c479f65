//! Slips in the words that carry the shape of a paragraph: `withn 14 days`,
//! `Defendants msut`. Each is reported, and corrected for the rest of the reading
//! so that one slip is one message.

use super::classify::{self, Kind};
use super::scan::View;
use super::{clause_openers, reserved};
use ordain_base::diag::{Diagnostic, codes};

/// A word of the view, outside quotations.
struct Word {
    start: usize,
    end: usize,
    opens_line: bool,
}

pub(super) fn correct(view: &mut View<'_>, kind: Kind, diagnostics: &mut Vec<Diagnostic>) {
    let words = words_with_places(&view.text);
    let mut found: Vec<(usize, usize, &'static str, bool)> = Vec::new();
    let mut bound = false;
    for (i, w) in words.iter().enumerate().skip(1) {
        let text = view.text.get(w.start..w.end).unwrap_or("");
        let next = words.get(i + 1).and_then(|n| view.text.get(n.start..n.end)).unwrap_or("");
        bound |= reserved::MODALS.contains(&text);
        let last = words.get(i.wrapping_sub(1)).and_then(|l| view.text.get(l.start..l.end)).unwrap_or("");
        if text == "then" && last == "later" {
            found.push((w.start, w.end, "than", false));
        } else if let Some(right) = other_case(text, next, w.opens_line, bound) {
            found.push((w.start, w.end, right, false));
        } else if let Some(right) = before_colon(&view.text, w, next) {
            found.push((w.start, w.end + 1, right, false));
        } else if let Some(right) = clause_slip(text, next, w.opens_line) {
            found.push((w.start, w.end, right, false));
        }
    }
    if kind == Kind::Paragraph {
        fix_comma_after_modal(view, &words, diagnostics);
    }
    let several = if kind == Kind::Paragraph { modal_of_words(view, &words) } else { None };
    if let Some((start, end, right)) = several {
        found.push((start, end, right, true));
        found.sort_unstable();
    } else if kind == Kind::Paragraph && !classify::has_modal(&view.text) {
        let texts: Vec<&str> = words.iter().take(12).map(|w| view.text.get(w.start..w.end).unwrap_or("")).collect();
        let verb = texts.iter().any(|w| reserved::disposes(w));
        let slip = classify::slipped_modal(&texts).filter(|_| !verb);
        if let Some((w, right)) = slip.and_then(|(i, right)| Some((words.get(i)?, right))) {
            found.push((w.start, w.end, right, true));
            found.sort_unstable();
        }
    }
    for (start, end, right, modal) in found.into_iter().rev() {
        let text = view.words(start, end).to_owned();
        let span = view.span(start, end);
        view.write_over(start, end, right);
        diagnostics.push(if modal {
            codes::modals::misspelt_modal(span, &text, right)
        } else {
            codes::common_mistakes::misspelt_clause(span, &text, right)
        });
    }
}

/// `Defendants have to file answer`: several words for one, among the first of a paragraph without a modal.
fn modal_of_words(view: &View<'_>, words: &[Word]) -> Option<(usize, usize, &'static str)> {
    if classify::has_modal(&view.text) {
        return None;
    }
    words.windows(2).take(10).skip(1).find_map(|pair| {
        let [a, b] = pair else { return None };
        let text = view.text.get(a.start..b.end)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, right) = super::common_mistakes::MODALS.iter().find(|(written, _)| *written == text)?;
        Some((a.start, b.end, *right))
    })
}

/// `Defendants must, file answer; file brief`: a comma where a colon or nothing stands.
fn fix_comma_after_modal(view: &mut View<'_>, words: &[Word], diagnostics: &mut Vec<Diagnostic>) {
    let modal = words.iter().take(12).find(|w| {
        let text = view.text.get(w.start..w.end).unwrap_or("");
        reserved::MODALS.contains(&text) && view.text.get(w.end..w.end + 1) == Some(",")
    });
    let Some(at) = modal.map(|w| w.end) else { return };
    let rest = view.text.get(at + 1..).unwrap_or("").trim_start();
    if clause_openers::opens_clause(rest) {
        return;
    }
    let several = rest.contains(';');
    diagnostics.push(codes::common_mistakes::comma_for_colon(view.span(at, at + 1), several));
    view.write_over(at, at + 1, if several { ":" } else { "" });
}

/// The clause word `text` is a slip for. In the middle of a line what follows
/// must prove it; at the start of one the slip alone does.
fn clause_slip(text: &str, next: &str, opens_line: bool) -> Option<&'static str> {
    if !(3..=11).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    if clause_openers::with_a_slip().any(|w| w == text) {
        return None;
    }
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    let dated = number || super::months::month_of(next).is_some();
    let known = reserved::KNOWN_SLIPS.iter().find(|(slip, _)| *slip == text).map(|(_, right)| *right);
    if let Some(right) = known {
        return (opens_line || dated).then_some(right);
    }
    // the first letter is seldom the wrong one
    let near = |slip: &&str| {
        slip.as_bytes().first() == text.as_bytes().first()
            && slip.len().abs_diff(text.len()) <= 1
            && strsim::osa_distance(text, slip) == 1
    };
    let right = clause_openers::with_a_slip().find(near)?;
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

/// `BY December 1`, or `By December 1` where the word that binds comes before it: before that it may lead a paragraph.
fn other_case(text: &str, next: &str, opens_line: bool, bound: bool) -> Option<&'static str> {
    // The words that open a clause are in small letters.
    if !text.bytes().any(|b| b.is_ascii_uppercase()) || !bound && !text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let right = clause_openers::in_any_case().find(|w| w.eq_ignore_ascii_case(text) && *w != text)?;
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    let dated = number || super::months::any_case_month(next).is_some();
    let proved = match right {
        "source" => opens_line,
        "unless" | "except" => text.chars().all(char::is_uppercase) || opens_line,
        _ => dated,
    };
    proved.then_some(right)
}

/// `by: December 1`, `source: Dkt. 290`: a clause word with a colon, which it does not take.
fn before_colon(text: &str, word: &Word, next: &str) -> Option<&'static str> {
    if text.as_bytes().get(word.end) != Some(&b':') {
        return None;
    }
    let written = text.get(word.start..word.end)?;
    let right = clause_openers::in_any_case().find(|w| *w == written)?;
    let dated = next.starts_with(|c: char| c.is_ascii_digit()) || super::months::any_case_month(next).is_some();
    (word.opens_line || dated).then_some(right)
}

fn words_with_places(text: &str) -> Vec<Word> {
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
