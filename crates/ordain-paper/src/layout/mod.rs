//! From letters with their places to lines of text, as the page shows them.

mod glyph;
mod lines;
mod margin;
mod spacing;
mod write;

pub(crate) use glyph::Glyph;
pub(crate) use spacing::Spacing;
pub(crate) use write::Written;

use lines::Piece;

/// The lines of a page from top to bottom; what is beside one another is on one line.
pub(crate) fn page(glyphs: &[Glyph], text: &str, size: (f64, f64)) -> Vec<Written> {
    let mut turned: Vec<Vec<Piece<'_>>> = vec![Vec::new(); 4];
    for glyph in glyphs {
        // What is written aslant lies across the page, and is none of its text.
        let Some(direction) = quarter_turn_of(glyph.direction) else { continue };
        let letters = text.get(glyph.at.clone()).unwrap_or("");
        if let (Some(piece), Some(all)) = (Piece::of(glyph, letters, direction, size), turned.get_mut(direction)) {
            all.push(piece);
        }
    }
    // What is written the way most of the page is comes first.
    turned.sort_by_key(|pieces| std::cmp::Reverse(pieces.len()));
    let mut written = Vec::new();
    for pieces in turned.into_iter().filter(|p| !p.is_empty()) {
        let mut lines = lines::of(pieces);
        margin::without_numbers(&mut lines);
        written.extend(write::written(&lines));
    }
    written
}

/// The direction of writing in quarters of a turn, counterclockwise from left to right.
fn quarter_turn_of((x, y): (f64, f64)) -> Option<usize> {
    let slope = 0.1;
    match () {
        () if y.abs() <= x.abs() * slope && x > 0.0 => Some(0),
        () if x.abs() <= y.abs() * slope && y > 0.0 => Some(1),
        () if y.abs() <= x.abs() * slope && x < 0.0 => Some(2),
        () if x.abs() <= y.abs() * slope && y < 0.0 => Some(3),
        () => None,
    }
}
