//! A quotation laid beside a stretch of text, word by word, with the fewest
//! words changed, left out or put in.

use std::ops::Range;

use super::quotation::Quote;
use super::words::Word;

const CHANGED: u32 = 3;
/// A word of the quotation that is not in the text, and one of the text that is
/// left out: what is quoted should be met, also round a slip.
const EXTRA: u32 = 3;
const LEFT: u32 = 2;

/// How one word of the quotation, or of the text, is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Same,
    Changed,
    /// Of the quotation, and not in the text.
    Extra,
    /// Of the text, and not in the quotation.
    Left,
    /// Of the text, where the quotation says that it leaves something out.
    Skipped,
}

/// The best way through both.
#[derive(Debug, Clone)]
pub(super) struct Aligned {
    pub(super) cost: u32,
    pub(super) same: usize,
    /// The words of the window that take part.
    pub(super) text: Range<usize>,
    pub(super) steps: Vec<Step>,
}

/// What is before and after the quotation in the window costs nothing. Time and
/// memory are the product of both lengths, which the caller bounds.
pub(super) fn align(quote: &Quote<'_>, window: &[Word]) -> Aligned {
    let (rows, columns) = (quote.words.len(), window.len());
    let skips = |row: usize| row > 0 && quote.gaps.iter().any(|g| g.0 == row);
    let mut steps = vec![Step::Left; (rows + 1) * (columns + 1)];
    let mut above: Vec<u32> = vec![0; columns + 1];
    for (row, word) in quote.words.iter().enumerate() {
        let row = row + 1;
        let skip = if skips(row) { 0 } else { LEFT };
        // What is left out behind the last word is of no account.
        let skip = if row == rows { LEFT } else { skip };
        let mut here: Vec<u32> = Vec::with_capacity(columns + 1);
        here.push(above.first().copied().unwrap_or(0) + EXTRA);
        if let Some(step) = steps.get_mut(row * (columns + 1)) {
            *step = Step::Extra;
        }
        for (column, other) in window.iter().enumerate() {
            let same = word.id == other.id;
            let across = above.get(column).copied().unwrap_or(u32::MAX / 2) + if same { 0 } else { CHANGED };
            let down = above.get(column + 1).copied().unwrap_or(u32::MAX / 2) + EXTRA;
            let left = here.get(column).copied().unwrap_or(u32::MAX / 2) + skip;
            let (cost, step) = if across <= down && across <= left {
                (across, if same { Step::Same } else { Step::Changed })
            } else if down <= left {
                (down, Step::Extra)
            } else {
                (left, if skip == 0 { Step::Skipped } else { Step::Left })
            };
            here.push(cost);
            if let Some(s) = steps.get_mut(row * (columns + 1) + column + 1) {
                *s = step;
            }
        }
        above = here;
    }
    let end = (0..=columns).min_by_key(|c| above.get(*c).copied().unwrap_or(u32::MAX)).unwrap_or(0);
    let cost = above.get(end).copied().unwrap_or(u32::MAX);
    trace_back(&steps, rows, columns, end, cost)
}

/// Follows the steps from the end of the quotation to its beginning.
fn trace_back(steps: &[Step], rows: usize, columns: usize, end: usize, cost: u32) -> Aligned {
    let (mut row, mut column) = (rows, end);
    let mut out = Vec::new();
    while row > 0 {
        let Some(&step) = steps.get(row * (columns + 1) + column) else { break };
        out.push(step);
        match step {
            Step::Same | Step::Changed => {
                row -= 1;
                column = column.saturating_sub(1);
            }
            Step::Extra => row -= 1,
            Step::Left | Step::Skipped if column > 0 => column -= 1,
            Step::Left | Step::Skipped => break,
        }
    }
    out.reverse();
    let same = out.iter().filter(|s| **s == Step::Same).count();
    Aligned { cost, same, text: column..end, steps: out }
}
