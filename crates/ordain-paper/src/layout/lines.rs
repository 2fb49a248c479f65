//! Which letters are on one line.

use super::glyph::Glyph;

/// A letter, with its page turned so that it is written from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Of its line of writing, from the bottom of the page.
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) text: &'t str,
}

/// The letters of a line from left to right.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    pub(super) pieces: Vec<Piece<'t>>,
    pub(super) base: f64,
    pub(super) size: f64,
}

impl<'t> Piece<'t> {
    /// None of what is outside of the page, or has no extent that can be placed.
    pub(super) fn of(glyph: &Glyph, text: &'t str, quarter: usize, page: (f64, f64)) -> Option<Self> {
        let inside = |p: (f64, f64)| {
            p.0.is_finite()
                && p.1.is_finite()
                && (-2.0..=page.0 + 2.0).contains(&p.0)
                && (-2.0..=page.1 + 2.0).contains(&p.1)
        };
        let turned = |(x, y): (f64, f64)| match quarter {
            0 => (x, y),
            1 => (y, -x),
            2 => (-x, -y),
            _ => (-y, x),
        };
        let (start, end) = (turned(glyph.start), turned(glyph.end));
        let size = glyph.size.abs();
        let shown = inside(glyph.start) && end.0.is_finite() && size.is_finite() && size > 0.01;
        let (left, right) = (start.0.min(end.0), start.0.max(end.0));
        (shown && !text.is_empty()).then_some(Self { left, right, base: start.1, size, text })
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

impl Line<'_> {
    pub(super) fn left(&self) -> f64 {
        self.pieces.first().map_or(0.0, |p| p.left)
    }

    pub(super) fn right(&self) -> f64 {
        self.pieces.iter().map(|p| p.right).fold(f64::MIN, f64::max)
    }
}

/// Letters whose lines of writing differ by less than this share of their size are on one line.
const LEVEL: f64 = 0.25;

/// The lines from top to bottom.
pub(super) fn of(mut pieces: Vec<Piece<'_>>) -> Vec<Line<'_>> {
    pieces.sort_by(|a, b| b.base.total_cmp(&a.base));
    let mut lines: Vec<Line<'_>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if (line.base - piece.base).abs() <= LEVEL * line.size.max(piece.size) => {
                line.size = line.size.max(piece.size);
                line.pieces.push(piece);
            }
            _ => lines.push(Line { pieces: vec![piece], base: piece.base, size: piece.size }),
        }
    }
    let mut lines = with_raised(lines);
    for line in &mut lines {
        line.pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
        without_doubles(&mut line.pieces);
    }
    lines.retain(|line| line.pieces.iter().any(|p| !p.is_blank()));
    lines
}

/// Puts small raised and lowered letters, as those of footnotes, on the line that they belong to.
fn with_raised(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let mut out: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if let Some(below) = lines.peek_mut()
            && belongs_to_line(&line, below)
        {
            below.pieces.extend(line.pieces);
            continue;
        }
        match out.last_mut() {
            Some(above) if belongs_to_line(&line, above) => above.pieces.extend(line.pieces),
            _ => out.push(line),
        }
    }
    out
}

/// True where the first line's letters are smaller, hang on the second's, and touch one of them.
fn belongs_to_line(small: &Line<'_>, large: &Line<'_>) -> bool {
    let rise = (small.base - large.base) / large.size;
    if small.size > large.size * 0.82 || !(-0.35..=0.75).contains(&rise) {
        return false;
    }
    let near = large.size * 0.6;
    let touches = |s: &Piece<'_>| {
        large.pieces.iter().any(|l| !l.is_blank() && s.left < l.right + near && s.right > l.left - near)
    };
    // Each run of small letters hangs on a large one; those in its middle hang on their neighbors.
    let mut letters: Vec<&Piece<'_>> = small.pieces.iter().filter(|p| !p.is_blank()).collect();
    letters.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut runs: Vec<Vec<&Piece<'_>>> = Vec::new();
    for piece in letters {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|l| piece.left - l.right < near) => run.push(piece),
            _ => runs.push(vec![piece]),
        }
    }
    !runs.is_empty() && runs.iter().all(|run| run.len() <= 12 && run.iter().any(|p| touches(p)))
}

/// Letters that are drawn twice, a little apart, to look bold.
fn without_doubles(pieces: &mut Vec<Piece<'_>>) {
    let mut kept: Vec<Piece<'_>> = Vec::with_capacity(pieces.len());
    for piece in pieces.drain(..) {
        let same = |k: &Piece<'_>| {
            let near = piece.size * 0.15;
            k.text == piece.text && (k.left - piece.left).abs() < near && (k.base - piece.base).abs() < near
        };
        // A letter of no width may stand beside itself.
        let doubled = piece.right > piece.left && kept.iter().rev().take(4).any(same);
        if !doubled {
            kept.push(piece);
        }
    }
    *pieces = kept;
}
