//! PDF: from its bytes to the text of its pages.

mod cmap;
mod cross_reference;
mod drawing;
mod encodings;
mod file;
mod filters;
mod font;
mod glyph_names;
mod lexer;
mod matrix;
mod object;
mod open;
mod operators;
mod page;
mod rebuilt;
mod true_type;
mod type_one;
mod widths;

use crate::budget::{Budget, Limits};
use crate::layout::{self, Spacing, Written};
use crate::{Format, Paper, Unreadable};
use drawing::Drawn;
use file::File;

/// Of letters that are not known, more than this share makes a text that nobody should rely on.
const MOST_UNKNOWN: f64 = 0.02;
/// A page with fewer words than this beside a picture of its size is a picture: a filing system stamps scans too.
const FEW_WORDS: usize = 15;
/// A page with more strokes than this and hardly a letter has its letters drawn as shapes.
const MANY_LINES: usize = 2_000;

/// The text of a PDF.
///
/// # Errors
/// Where it is encrypted, damaged, a scan, or too large.
pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<Paper, Unreadable> {
    let budget = Budget::new(Format::Pdf, limits);
    let first = open::by_its_table(bytes, &budget).and_then(|file| {
        let paper = pages_of(&file)?;
        // An object that was not where the table says makes the whole table doubtful.
        if file.is_doubtful() { Err(Unreadable::Damaged(Format::Pdf)) } else { Ok(paper) }
    });
    match first {
        Err(Unreadable::Damaged(_)) => pages_of(&open::by_its_objects(bytes, &budget)?),
        other => other,
    }
}

fn pages_of(file: &File<'_>) -> Result<Paper, Unreadable> {
    let pages = page::all(file)?;
    let fonts = font::Fonts::default();
    let mut paper = Paper { pages: Some(pages.len()), ..Paper::default() };
    let mut written = Vec::with_capacity(pages.len());
    let mut blank = 0;
    for (i, page) in pages.iter().enumerate() {
        let drawn = drawing::draw(file, page, &fonts)?;
        let lines = layout::page(&drawn.glyphs, &drawn.text, page.size());
        if is_picture(&drawn, &lines, page) {
            paper.pictures.push(i + 1);
        } else if lines.is_empty() {
            blank += 1;
        }
        written.push(lines);
    }
    if !paper.pictures.is_empty() && paper.pictures.len() + blank >= pages.len() {
        return Err(Unreadable::Scanned { pages: pages.len() });
    }
    let spacing = Spacing::of(&written);
    for lines in written {
        spacing.write(&lines, &mut paper.text);
        paper.text.push('\u{0C}');
    }
    paper.unknown_letters = paper.text.matches(char::REPLACEMENT_CHARACTER).count();
    let letters = paper.text.chars().filter(|c| c.is_alphanumeric()).count() + paper.unknown_letters;
    match letters {
        0 => Err(Unreadable::Empty(Format::Pdf)),
        _ if paper.unknown_letters as f64 > letters as f64 * MOST_UNKNOWN => Err(Unreadable::Letters),
        _ => Ok(paper),
    }
}

/// True of a page whose words are in a picture, or drawn as lines, whatever is stamped on it.
fn is_picture(drawn: &Drawn, lines: &[Written], page: &page::Page) -> bool {
    let (width, height) = page.size();
    let covered = drawn.pictures > 0.4 * width * height || drawn.lines > MANY_LINES;
    let stamped = |text: &str| text.contains("Page") && (text.contains("Document") || text.contains("Filed"));
    let own = lines.iter().filter(|l| !stamped(&l.text)).flat_map(|l| l.text.split_whitespace()).count();
    covered && own < FEW_WORDS
}
