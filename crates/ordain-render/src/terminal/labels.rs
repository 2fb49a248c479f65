//! Labels as they can be drawn: each within one line, none over another.

use ordain_base::diag::Label;
use ordain_base::source::{Location, SourceFile, SourceMap, Span};

/// Lines of a long label that are underlined; the rest is described in words.
const LINES: usize = 5;

/// Words of one line to underline. An empty span comes after the last
/// character of its line: something is missing there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// Said under this piece; a label in several pieces says it under one.
    pub(super) text: Option<String>,
    pub(super) primary: bool,
    /// Where the label begins, which the first of its pieces may not.
    pub(super) at: Location,
}

/// The labels of a diagnostic cut into pieces that do not overlap, in the
/// order of the offsets. The shorter of two that overlap keeps its words: it
/// is the more exact; labels on the same words are said together.
pub(super) fn disjoint_pieces(labels: &[Label], sources: &SourceMap) -> Vec<Piece> {
    let mut order: Vec<&Label> = labels.iter().collect();
    order.sort_by_key(|l| (l.span.len(), !l.primary));
    let mut taken: Vec<Piece> = Vec::new();
    for label in order {
        let Some(file) = sources.file_of(label.span) else { continue };
        let span = anchored_span(file, label.span);
        let Some(at) = sources.locate(span) else { continue };
        let (lines, all_shown) = lines_of_span(file, span);
        let free: Vec<Span> = lines.iter().flat_map(|&l| left_of_span(file, l, &taken)).collect();
        let text = text_of_label(label, sources, span, all_shown);
        let Some(&last) = free.last() else {
            join_label_text(&mut taken, &lines, label.primary, &text);
            continue;
        };
        let line = file.lines.line(last.start - file.base);
        let on_last = free.iter().filter(|s| file.lines.line(s.start - file.base) == line);
        let speaks = on_last.max_by_key(|s| (s.len(), std::cmp::Reverse(s.start))).copied();
        taken.extend(free.into_iter().map(|span| Piece {
            span,
            text: if Some(span) == speaks && !text.is_empty() { Some(text.clone()) } else { None },
            primary: label.primary,
            at: at.clone(),
        }));
    }
    taken.sort_by_key(|p| p.span);
    taken
}

/// Nothing is left of this label's words: it is said by the label that took them.
fn join_label_text(taken: &mut [Piece], lines: &[Span], primary: bool, text: &str) {
    let meets = |p: &Piece| lines.iter().any(|l| l.overlaps(p.span) || *l == p.span);
    let speaks = taken.iter().position(|p| meets(p) && p.text.is_some());
    let Some(i) = speaks.or_else(|| taken.iter().position(meets)) else { return };
    let Some(owner) = taken.get_mut(i) else { return };
    owner.primary |= primary;
    match &mut owner.text {
        Some(held) if held.split("; ").any(|t| t == text) || text.is_empty() => {}
        Some(held) => *held = format!("{held}; {text}"),
        none => *none = Some(text.to_owned()),
    }
}

fn text_of_label(label: &Label, sources: &SourceMap, span: Span, all_shown: bool) -> String {
    match sources.locate(span) {
        Some(at) if !all_shown => format!("{} (to line {})", label.text, at.end_line).trim_start().to_owned(),
        _ => label.text.clone(),
    }
}

/// The span within its file, whole characters, and an empty one moved back
/// from blank lines to the end of what is written before it.
fn anchored_span(file: &SourceFile, span: Span) -> Span {
    let text = &*file.text;
    let local = |offset: u32| (offset.saturating_sub(file.base) as usize).min(text.len());
    let (mut start, mut end) = (local(span.start), local(span.end).max(local(span.start)));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    if text[start..end].trim().is_empty() {
        end = start;
        let line = text[..start].rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let rest = text[start..].find(['\n', '\r']).map_or(text.len(), |i| start + i);
        if text[line..rest].trim().is_empty() {
            start = text[..start].trim_end().len();
            end = start;
        } else if let Some(next) = text[start..rest].chars().next() {
            end = start + next.len_utf8();
        }
    }
    let global = |offset: usize| file.base + u32::try_from(offset).unwrap_or(0);
    Span::new(global(start), global(end))
}

/// The written part of each line of a span; false if there are more than are drawn.
fn lines_of_span(file: &SourceFile, span: Span) -> (Vec<Span>, bool) {
    if span.is_empty() {
        return (vec![span], true);
    }
    let first = file.lines.line(span.start - file.base);
    let last = file.lines.line(span.end - file.base - 1);
    let mut found = Vec::new();
    for line in first..=last {
        let start = file.lines.start(line).unwrap_or(0).max(span.start - file.base);
        let end = file.lines.start(line + 1).unwrap_or(u32::MAX).min(span.end - file.base);
        if let Some(words) = trimmed_span(file, Span::new(file.base + start, file.base + end)) {
            if found.len() == LINES {
                found.truncate(LINES - 2);
                return (found, false);
            }
            found.push(words);
        }
    }
    (found, true)
}

/// The span without the spaces at its ends, if anything is left.
fn trimmed_span(file: &SourceFile, span: Span) -> Option<Span> {
    let text = file.text.get((span.start - file.base) as usize..(span.end - file.base) as usize)?;
    let cut = |n: usize| u32::try_from(n).unwrap_or(0);
    let start = span.start + cut(text.len() - text.trim_start().len());
    let end = span.end - cut(text.len() - text.trim_end().len());
    (start < end).then(|| Span::new(start, end))
}

/// What of `span` no piece has taken.
fn left_of_span(file: &SourceFile, span: Span, taken: &[Piece]) -> Vec<Span> {
    if span.is_empty() {
        let clash = taken.iter().any(|p| p.span == span);
        return if clash { Vec::new() } else { vec![span] };
    }
    let mut clashes: Vec<Span> = taken.iter().map(|p| p.span).filter(|s| s.overlaps(span)).collect();
    clashes.sort();
    let mut free = Vec::new();
    let mut from = span.start;
    for clash in clashes {
        free.push(Span::new(from, clash.start.max(from)));
        from = from.max(clash.end);
    }
    free.push(Span::new(from, span.end.max(from)));
    free.into_iter().filter(|s| !s.is_empty()).filter_map(|s| trimmed_span(file, s)).collect()
}
