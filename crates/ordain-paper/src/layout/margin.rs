//! The numbers of the lines in the margin of pleading paper: no part of what the paper says.

use super::lines::{Line, Piece};

/// Fewer numbers than this down a margin may be the numbers of a list.
const FEWEST: usize = 15;
const HIGHEST: u32 = 45;
/// The margin is at least this share of the size of its numbers away from the words.
const APART: f64 = 0.6;

/// Takes the numbers out, where a margin counts the lines from 1.
pub(super) fn without_numbers(lines: &mut Vec<Line<'_>>) {
    let found: Vec<(usize, usize, u32, f64)> = lines
        .iter()
        .enumerate()
        .filter_map(|(i, line)| first_number(line).map(|(n, value, right)| (i, n, value, right)))
        .collect();
    // They end at one place, left of everything else.
    let Some(edge) = found.iter().find(|f| f.2 == 1).map(|f| f.3) else { return };
    let column: Vec<_> = found.into_iter().filter(|f| (f.3 - edge).abs() < 12.0).collect();
    let mut last = 0;
    let mut numbers = Vec::new();
    for (line, count, value, _) in column {
        // One may be hidden under a stamp.
        if (last + 1..last + 4).contains(&value) {
            numbers.push((line, count));
            last = value;
        }
    }
    if numbers.len() < FEWEST {
        return;
    }
    for (line, count) in numbers {
        if let Some(line) = lines.get_mut(line) {
            line.pieces.drain(..count);
        }
    }
    lines.retain(|line| line.pieces.iter().any(|p| !p.is_blank()));
}

/// The number that a line begins with, apart from what follows: of how many letters, its value, where it ends.
fn first_number(line: &Line<'_>) -> Option<(usize, u32, f64)> {
    let blank = line.pieces.iter().take_while(|p| p.is_blank()).count();
    let mut digits: Vec<&Piece<'_>> = Vec::new();
    for piece in line.pieces.iter().skip(blank).take_while(|p| p.text.bytes().all(|b| b.is_ascii_digit())) {
        // The words of the line may begin with a number too.
        if digits.last().is_some_and(|d| piece.left - d.right > piece.size * APART) {
            break;
        }
        digits.push(piece);
    }
    let last = digits.last()?;
    let value: u32 = digits.iter().map(|p| p.text).collect::<String>().parse().ok()?;
    let next = line.pieces.iter().skip(blank + digits.len()).find(|p| !p.is_blank());
    let apart = next.is_none_or(|n| n.left - last.right > last.size * APART);
    (apart && (1..=HIGHEST).contains(&value)).then_some((blank + digits.len(), value, last.right))
}
