//! From labels to an excerpt: which lines are shown, in which order, and
//! where each label is in them.

use std::collections::BTreeMap;

use super::cut::{Cutter, Wanted};
use super::excerpt::{Block, Excerpt};
use super::labels::Piece;
use crate::Style;
use crate::clean::Cleaner;
use crate::words::short_position;
use crate::wrap::{display_width, wrap_text};
use ordain_base::source::{SourceFile, SourceMap};

/// Lines between two labels that are shown rather than left out.
const BRIDGE: usize = 2;
/// Lines above a label among which the head of its statement is looked for.
const ABOVE: usize = 3;

/// A piece in the excerpt: byte offset, length, and its words.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) start: usize,
    pub(super) len: usize,
    pub(super) text: Option<String>,
    pub(super) primary: bool,
}

/// The excerpt of these pieces; the file of the primary one comes first.
pub(super) fn lay_out_pieces(pieces: &[Piece], sources: &SourceMap, style: Style) -> (Excerpt, Vec<Drawn>) {
    let mut files: BTreeMap<(bool, u32), (&SourceFile, Vec<Lines>)> = BTreeMap::new();
    let home = pieces.iter().find(|p| p.primary).and_then(|p| sources.file_of(p.span)).map(|f| f.base);
    // More labels than a line has room for are drawn under the same line again.
    let most = (style.columns() / 20).max(1);
    for piece in pieces {
        let Some(file) = sources.file_of(piece.span) else { continue };
        let key = (Some(file.base) != home, file.base);
        let line = file.lines.line(piece.span.start - file.base);
        let layers = &mut files.entry(key).or_insert_with(|| (file, Vec::new())).1;
        let free = |lines: &Lines| lines.get(&line).is_none_or(|held| held.len() < most);
        let i = layers.iter().position(free).unwrap_or(layers.len());
        if i == layers.len() {
            layers.push(Lines::new());
        }
        layers[i].entry(line).or_default().push(piece);
    }
    let mut excerpt = Excerpt::default();
    let mut drawn = Vec::new();
    for (file, layers) in files.into_values() {
        for mut lines in layers {
            bridge_gaps(file, &mut lines);
            for run in runs_of_lines(&lines) {
                push_block(file, &run, style, &mut excerpt, &mut drawn);
            }
        }
    }
    drawn.sort_by_key(|d| d.start);
    (excerpt, drawn)
}

/// The lines to show of one file, each with its pieces.
type Lines<'p> = BTreeMap<usize, Vec<&'p Piece>>;

/// Adds lines without labels: short gaps, and the head of a statement above
/// one of its clauses.
fn bridge_gaps(file: &SourceFile, lines: &mut Lines) {
    let labelled: Vec<usize> = lines.keys().copied().collect();
    let mut before: Option<usize> = None;
    for &line in &labelled {
        match before {
            Some(b) if line - b <= BRIDGE + 1 => (b + 1..line).for_each(|l| show_line(lines, l)),
            _ => {
                if let Some(head) = head_line_above(file, line).filter(|h| before.is_none_or(|b| *h > b)) {
                    (head..line).for_each(|l| show_line(lines, l));
                }
            }
        }
        before = Some(line);
    }
}

/// A line without labels.
fn show_line(lines: &mut Lines, line: usize) {
    lines.entry(line).or_default();
}

/// The nearest line above that is less indented, if it is near.
fn head_line_above(file: &SourceFile, line: usize) -> Option<usize> {
    let indent = |l: usize| {
        let text = text_of_line(file, l);
        let rest = text.trim_start();
        (!rest.is_empty()).then(|| text.len() - rest.len())
    };
    let own = indent(line).filter(|&i| i > 0)?;
    (line.saturating_sub(ABOVE)..line).rev().find(|&l| indent(l).is_some_and(|i| i < own))
}

/// The words of a line, without its end.
fn text_of_line(file: &SourceFile, line: usize) -> &str {
    let start = file.lines.start(line).unwrap_or(0) as usize;
    let end = file.lines.start(line + 1).map_or(file.text.len(), |e| e as usize);
    file.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r'])
}

/// Lines that follow each other.
fn runs_of_lines<'l, 'p>(lines: &'l Lines<'p>) -> Vec<Vec<(usize, &'l [&'p Piece])>> {
    let mut runs: Vec<Vec<(usize, &[&Piece])>> = Vec::new();
    for (&line, pieces) in lines {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|l| l.0 + 1 == line) => run.push((line, pieces)),
            _ => runs.push(vec![(line, pieces)]),
        }
    }
    runs
}

fn push_block(
    file: &SourceFile,
    run: &[(usize, &[&Piece])],
    style: Style,
    excerpt: &mut Excerpt,
    drawn: &mut Vec<Drawn>,
) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let gutter = (file.before + last.0 + 1).to_string().len() + 4;
    let cleaner = Cleaner::for_people(style.unicode);
    let cutter = Cutter { cleaner, room: style.columns().saturating_sub(gutter + 1) };
    let start = excerpt.text.len();
    let mut head = None;
    for &(line, pieces) in run {
        let base = file.base + file.lines.start(line).unwrap_or(0);
        let words = text_of_line(file, line);
        let inside = |offset: u32| ((offset - base) as usize).min(words.len());
        let wanted: Vec<Wanted> = pieces
            .iter()
            .map(|p| Wanted {
                start: inside(p.span.start),
                end: inside(p.span.end),
                label: columns_wanted(p, cutter.room),
            })
            .collect();
        let cut = cutter.cut(words, &wanted);
        for (piece, &(from, to)) in pieces.iter().zip(&cut.pieces) {
            let at = excerpt.text.len() + from;
            let bar = (display_width(&cut.text[..from]) + display_width(&cut.text[..to])) / 2;
            let room = cutter.room.saturating_sub(bar + 4).max(6);
            let text = piece.text.as_ref().map(|t| wrap_text(&cleaner.line(t), room).join("\n"));
            excerpt.places.push((at, piece.at.clone()));
            if head.is_none() || piece.primary {
                head = Some(piece.at.clone());
            }
            drawn.push(Drawn { start: at, len: to - from, text, primary: piece.primary });
        }
        excerpt.text.push_str(&cut.text);
        excerpt.text.push('\n');
    }
    let name = head.map_or_else(
        || file.path.clone(),
        |at| {
            let tail = format!(":{}:{}", at.line, at.column);
            let shown = short_position(&at, style.columns().saturating_sub(gutter + 3), style.dots());
            shown.strip_suffix(&tail).unwrap_or(&shown).to_owned()
        },
    );
    let end = excerpt.text.len();
    excerpt.blocks.push(Block { name: cleaner.line(&name), line: file.before + first.0, lines: run.len(), start, end });
}

/// Columns the words of a label want beside its bar: all of them, or a
/// quarter of the screen where they can be broken into lines.
fn columns_wanted(piece: &Piece, room: usize) -> usize {
    piece.text.as_ref().map_or(0, |t| display_width(t).min((room / 4).max(14)))
}
