//! The paragraphs with their parts as SVG, for a slide: words on lines, a line and a label beneath each part.

use super::page::cleaned;
use super::palette::{INK, PAPER, look};
use super::sentence::{heading, pieces};
use crate::markup::attribute;
use crate::wrap::display_width;
use ordain_core::anatomy::{Anatomy, Aspect, ParagraphAnatomy, Sentence};

const WIDTH: i64 = 960;
const LEFT: i64 = 24;
/// Pixels of a column of the words, and of a letter of a label.
const COLUMN: i64 = 9;
const LETTER: i64 = 7;
const COLUMNS: i64 = (WIDTH - 2 * LEFT) / COLUMN;
/// From one line of words to the next: the words, the part's line, two rows of labels.
const STEP: i64 = 56;
/// Paragraphs that are drawn; how many more there are is said.
const MOST: usize = 60;

/// A stretch of words on one line.
struct Run {
    column: i64,
    width: i64,
    line: i64,
    words: String,
    aspect: Option<Aspect>,
    /// The first of its part: it has the label.
    first: bool,
}

/// A file that needs nothing else.
#[must_use]
pub fn svg(anatomy: &Anatomy) -> String {
    let anatomy = &cleaned(anatomy);
    let mut body = text(LEFT, 30, "a-head", &anatomy.matter);
    let mut y = 60;
    let all: Vec<&ParagraphAnatomy> = anatomy.orders.iter().flat_map(|o| &o.paragraphs).collect();
    for paragraph in all.iter().take(MOST) {
        body.push_str(&text(LEFT, y, "a-head", &paragraph.id));
        y += 24;
        for sentence in &paragraph.sentences {
            body.push_str(&text(LEFT, y, "a-dim", heading(sentence)));
            y += 24;
            y = push_sentence(sentence, y, &mut body);
        }
        for (name, words) in &paragraph.beneath {
            for line in crate::wrap::wrap_text(&format!("{name}: {words}"), 120) {
                body.push_str(&text(LEFT, y, "a-dim", &line));
                y += 18;
            }
        }
        y += 24;
    }
    if all.len() > MOST {
        body.push_str(&text(LEFT, y, "a-dim", &format!("and {} more paragraphs", all.len() - MOST)));
        y += 24;
    }
    let title = attribute(&anatomy.matter);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {y}\" width=\"{WIDTH}\" height=\"{y}\" role=\"img\">\n\
         <title>The parts of the paragraphs of {title}</title>\n<style>{}</style>\n\
         <rect class=\"a-paper\" x=\"0\" y=\"0\" width=\"{WIDTH}\" height=\"{y}\"/>\n{body}</svg>\n",
        style()
    )
}

fn style() -> String {
    let colors = |dark: bool| -> String {
        let pick = |pair: [&'static str; 2]| if dark { pair[1] } else { pair[0] };
        let parts = Aspect::ALL.map(|a| {
            let (n, l) = (a.name(), look(a));
            let color = pick([l.light, l.dark]);
            format!(".a-{n}{{stroke:{color}}}.a-{n}-name{{fill:{color}}}")
        });
        format!("text{{fill:{}}}.a-paper{{fill:{}}}{}", pick(INK), pick(PAPER), parts.concat())
    };
    format!(
        "text{{font:15px ui-monospace,Menlo,Consolas,\"DejaVu Sans Mono\",monospace}}text.a-head{{font:bold 17px system-ui,sans-serif}}\
         text.a-dim{{font:13px system-ui,sans-serif}}text.a-name{{font:bold 11px system-ui,sans-serif}}line{{stroke-width:3}}\
         {}@media (prefers-color-scheme:dark){{{}}}",
        colors(false),
        colors(true)
    )
}

fn text(x: i64, y: i64, class: &str, words: &str) -> String {
    format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>\n", attribute(words))
}

/// The sentence from this height; the height after it.
fn push_sentence(sentence: &Sentence, y: i64, out: &mut String) -> i64 {
    let runs = runs_of(sentence);
    // Where the labels of each row of the line end.
    let (mut line, mut ends) = (0, [0_i64; 2]);
    for run in &runs {
        if run.line != line {
            (line, ends) = (run.line, [0; 2]);
        }
        let (x, base) = (LEFT + run.column * COLUMN, y + run.line * STEP);
        let length = run.width * COLUMN;
        out.push_str(&format!(
            "<text x=\"{x}\" y=\"{base}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>\n",
            attribute(&run.words)
        ));
        let Some(aspect) = run.aspect else { continue };
        let name = aspect.name();
        push_underline(aspect, x, base + 6, length, out);
        if run.first {
            let row = usize::from(ends[0] > x);
            let width = i64::try_from(name.len()).unwrap_or(0) * LETTER + 6;
            if let Some(end) = ends.get_mut(row) {
                *end = x + width;
            }
            let down = base + 21 + 13 * i64::from(row == 1);
            out.push_str(&text(x, down, &format!("a-name a-{name}-name"), name));
        }
    }
    y + (runs.last().map_or(0, |r| r.line) + 1) * STEP
}

fn push_underline(aspect: Aspect, x: i64, y: i64, length: i64, out: &mut String) {
    let (name, look) = (aspect.name(), look(aspect));
    let mut line = |y: i64, width: i64| {
        out.push_str(&format!(
            "<line class=\"a-{name}\" x1=\"{x}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke-dasharray=\"{}\" style=\"stroke-width:{width}px\"/>\n",
            x + length,
            look.dashes
        ));
    };
    if look.line == "double" {
        line(y - 1, 1);
        line(y + 2, 1);
    } else {
        line(y, 3);
    }
}

/// The words on lines, broken at blanks; a word that is wider than a line is cut.
fn runs_of(sentence: &Sentence) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut column, mut line) = (0_i64, 0_i64);
    let mut blank = false;
    for (words, aspect) in pieces(sentence) {
        let mut first = true;
        blank |= words.starts_with(' ');
        for (n, word) in words.split_whitespace().enumerate() {
            let word: String = word.chars().take(usize::try_from(COLUMNS).unwrap_or(80)).collect();
            let width = i64::try_from(display_width(&word)).unwrap_or(0);
            let gap = i64::from((blank || n > 0) && column > 0);
            if column + gap + width > COLUMNS && column > 0 {
                (line, column) = (line + 1, 0);
            } else {
                column += gap;
            }
            match runs.last_mut().filter(|r| n > 0 && r.line == line && r.aspect == aspect) {
                Some(run) => {
                    run.words.push(' ');
                    run.words.push_str(&word);
                    run.width += 1 + width;
                }
                None => {
                    runs.push(Run { column, width, line, words: word, aspect, first });
                    first = false;
                }
            }
            column += width;
        }
        blank = words.ends_with(' ');
    }
    runs
}
