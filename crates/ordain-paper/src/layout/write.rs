//! Lines as text: blanks for the room between letters, so that columns stay under one another.

use super::lines::{Line, Piece};

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(super) base: f64,
    pub(super) size: f64,
    /// It reaches the right edge of the page's text.
    pub(super) full: bool,
    /// It begins as the first line of a paragraph does, a little right of the others.
    pub(super) indented: bool,
}

/// A gap of this share of the size separates words.
const WORD: f64 = 0.13;
/// A gap of this share of the size separates columns.
const COLUMN: f64 = 1.0;
/// Wider than any page in letters.
const WIDEST: usize = 240;

pub(super) fn written(lines: &[Line<'_>]) -> Vec<Written> {
    let left = lines.iter().map(Line::left).fold(f64::MAX, f64::min);
    let (cell, body, edge) = (letter_width(lines), left_edge(lines), right_edge(lines));
    let one = |line: &Line<'_>| {
        let text = text_of_line(line, left, cell);
        // A mark where a word may be cut is a hyphen where it is cut.
        let text = match text.strip_suffix('\u{AD}') {
            Some(cut) => format!("{}-", cut.replace('\u{AD}', "")),
            None => text.replace('\u{AD}', ""),
        };
        let full = line.right() > edge - line.size * 7.0;
        Written { text, base: line.base, size: line.size, full, indented: is_indented(line, body, edge) }
    };
    lines.iter().map(one).collect()
}

/// Where most lines begin.
fn left_edge(lines: &[Line<'_>]) -> f64 {
    let mut starts: Vec<f64> = lines.iter().map(Line::left).collect();
    starts.sort_by(f64::total_cmp);
    starts.get(starts.len() / 5).copied().unwrap_or(0.0)
}

/// True of a line that begins an inch or less right of the others, and is not centered.
fn is_indented(line: &Line<'_>, body: f64, edge: f64) -> bool {
    let (before, after) = (line.left() - body, edge - line.right());
    let centered = (before - after).abs() < line.size * 2.0;
    !centered && (line.size * 1.2..=line.size * 7.0).contains(&before)
}

/// Where most of the longer lines end.
fn right_edge(lines: &[Line<'_>]) -> f64 {
    let mut ends: Vec<f64> = lines.iter().map(Line::right).collect();
    ends.sort_by(f64::total_cmp);
    ends.get(ends.len() * 4 / 5).copied().unwrap_or(0.0)
}

/// How wide a letter is, in the middle.
fn letter_width(lines: &[Line<'_>]) -> f64 {
    let mut widths: Vec<f64> = lines
        .iter()
        .flat_map(|l| &l.pieces)
        .filter(|p| !p.is_blank() && p.right > p.left)
        .map(|p| p.right - p.left)
        .collect();
    widths.sort_by(f64::total_cmp);
    widths.get(widths.len() / 2).copied().unwrap_or(6.0).max(1.0)
}

fn text_of_line(line: &Line<'_>, left: f64, cell: f64) -> String {
    let mut out = String::new();
    let mut count = 0_usize;
    let mut before: Option<&Piece<'_>> = None;
    let mut blank = false;
    for piece in &line.pieces {
        if piece.is_blank() {
            blank = true;
            continue;
        }
        let gap = before.map_or(0.0, |b| piece.left - b.right);
        let size = before.map_or(piece.size, |b| b.size.max(piece.size));
        let column = (((piece.left - left) / cell).round().max(0.0) as usize).min(WIDEST);
        let pad = match before {
            None => column,
            Some(_) if gap > size * COLUMN => column.saturating_sub(count).max(2),
            Some(_) if blank || gap > size * WORD => 1,
            Some(_) => 0,
        };
        out.extend(std::iter::repeat_n(' ', pad));
        out.push_str(piece.text);
        count += pad + piece.text.chars().count();
        (before, blank) = (Some(piece), false);
    }
    out.truncate(out.trim_end().len());
    out
}
