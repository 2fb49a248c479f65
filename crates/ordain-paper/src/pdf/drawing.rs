//! Draws a page as far as its letters go: which letter is where.

use std::rc::Rc;

use super::file::File;
use super::font::{Font, Fonts};
use super::matrix::{Matrix, Rectangle};
use super::object::{Dict, Object, Stream};
use super::operators::Operators;
use super::page::Page;
use crate::layout::Glyph;
use crate::{Format, Unreadable};

/// What was drawn on a page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) glyphs: Vec<Glyph>,
    /// The letters of the glyphs.
    pub(super) text: String,
    /// The area that pictures cover.
    pub(super) pictures: f64,
    /// How many lines and curves were drawn.
    pub(super) lines: usize,
}

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
struct State {
    to_page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Forms within forms deeper than this are not drawn.
const DEEPEST: usize = 24;
const MOST_SAVED: usize = 4_096;
/// More letters than any page has.
const MOST_LETTERS: usize = 500_000;

pub(super) fn draw(file: &File<'_>, page: &Page, fonts: &Fonts) -> Result<Drawn, Unreadable> {
    let mut pen = Pen::new(file, fonts, page.to_shown());
    let content = file.get(&page.dict, b"Contents")?;
    let parts = match &content {
        Object::List(list) => list.iter().map(|p| file.resolved(p)).collect::<Result<Vec<_>, _>>()?,
        Object::Null if *page.dict.raw(b"Contents") == Object::Null => Vec::new(),
        one => vec![one.clone()],
    };
    let mut all: Vec<u8> = Vec::new();
    for part in parts {
        match part {
            Object::Stream(stream) => {
                let more = file.unpacked(&stream)?.ok_or(Unreadable::Damaged(Format::Pdf))?;
                if all.is_empty() {
                    all = more;
                } else {
                    all.extend(more);
                }
                // The parts are one text, and a word does not go on from one to the next.
                all.push(b'\n');
            }
            // What the page says it has and the file does not.
            _ => return Err(Unreadable::Damaged(Format::Pdf)),
        }
    }
    pen.run(&all, &page.resources)?;
    draw_annotations(file, page, &mut pen)?;
    Ok(pen.drawn)
}

/// What is pinned to a page: fields that were filled in, stamps, notes.
fn draw_annotations(file: &File<'_>, page: &Page, pen: &mut Pen<'_, '_>) -> Result<(), Unreadable> {
    const HIDDEN: usize = 2;
    let all = file.get(&page.dict, b"Annots")?;
    for one in all.list().unwrap_or(&[]) {
        let one = file.resolved(one)?;
        let Some(dict) = one.dict() else { continue };
        let kind = file.get(dict, b"Subtype")?;
        let hidden = file.get(dict, b"F")?.count().unwrap_or(0) & HIDDEN != 0;
        if hidden || matches!(kind.name(), Some(b"Link" | b"Popup")) {
            continue;
        }
        let appearance = file.get(dict, b"AP")?;
        let Some(appearance) = appearance.dict() else { continue };
        let mut shown = file.get(appearance, b"N")?;
        if let Object::Dict(states) = &shown {
            let state = file.get(dict, b"AS")?;
            shown = file.get(states, state.name().unwrap_or(b"Off"))?;
        }
        let (Object::Stream(form), Some(place)) = (&shown, rectangle_in(file, dict, b"Rect")?) else { continue };
        let own = matrix_in(file, &form.dict)?;
        let Some(bounds) = rectangle_in(file, &form.dict, b"BBox")?.map(|b| b.under(own)) else { continue };
        let scale = |to: f64, from: f64| if from.abs() > 1e-6 { to / from } else { 1.0 };
        let (x, y) = (scale(place.width(), bounds.width()), scale(place.height(), bounds.height()));
        let fit =
            Matrix { a: x, b: 0.0, c: 0.0, d: y, e: place.left - bounds.left * x, f: place.bottom - bounds.bottom * y };
        pen.state.to_page = fit.then(page.to_shown());
        pen.form(form, &page.resources)?;
    }
    Ok(())
}

fn numbers_in(file: &File<'_>, dict: &Dict, name: &[u8]) -> Result<Vec<Object>, Unreadable> {
    let list = file.get(dict, name)?;
    list.list().unwrap_or(&[]).iter().map(|n| file.resolved(n)).collect()
}

fn rectangle_in(file: &File<'_>, dict: &Dict, name: &[u8]) -> Result<Option<Rectangle>, Unreadable> {
    Ok(Rectangle::of(&numbers_in(file, dict, name)?))
}

fn matrix_in(file: &File<'_>, dict: &Dict) -> Result<Matrix, Unreadable> {
    Ok(Matrix::of(&numbers_in(file, dict, b"Matrix")?).unwrap_or(Matrix::ONE))
}

struct Pen<'f, 'b> {
    file: &'f File<'b>,
    fonts: &'f Fonts,
    drawn: Drawn,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    text: Matrix,
    /// The forms that are being drawn: one that draws itself is drawn once.
    forms: Vec<Rc<Stream>>,
    /// For each mark that is open, the text that stands for what is in it.
    marks: Vec<Option<Replaced>>,
}

/// What the paper says the letters in a mark mean, and the first of its glyphs.
struct Replaced {
    text: String,
    from: usize,
}

impl<'f, 'b> Pen<'f, 'b> {
    fn new(file: &'f File<'b>, fonts: &'f Fonts, to_page: Matrix) -> Self {
        let state = State {
            to_page,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let (saved, forms, marks) = (Vec::new(), Vec::new(), Vec::new());
        Self { file, fonts, drawn: Drawn::default(), state, saved, line: Matrix::ONE, text: Matrix::ONE, forms, marks }
    }

    fn run(&mut self, bytes: &[u8], resources: &Rc<Dict>) -> Result<(), Unreadable> {
        let mut operators = Operators::new(bytes, self.file.budget);
        let (kept, marked) = (self.saved.len(), self.marks.len());
        while let Some(operator) = operators.next()? {
            self.file.budget.step()?;
            self.operate(&operator, &operators.operands, resources)?;
        }
        // What a stream leaves open ends with it.
        self.saved.truncate(kept);
        while self.marks.len() > marked {
            self.unmark();
        }
        Ok(())
    }

    fn operate(&mut self, operator: &[u8], operands: &[Object], resources: &Rc<Dict>) -> Result<(), Unreadable> {
        let n = |i: usize| operands.get(i).and_then(Object::number).unwrap_or(0.0);
        let state = &mut self.state;
        match operator {
            b"q" if self.saved.len() < MOST_SAVED => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(before) = self.saved.pop() {
                    self.state = before;
                }
            }
            b"cm" => {
                if let Some(m) = Matrix::of(operands) {
                    state.to_page = m.then(state.to_page);
                }
            }
            b"BT" => (self.line, self.text) = (Matrix::ONE, Matrix::ONE),
            b"Tc" => state.letter_space = n(0),
            b"Tw" => state.word_space = n(0),
            b"Tz" => state.stretch = n(0) / 100.0,
            b"TL" => state.leading = n(0),
            b"Ts" => state.rise = n(0),
            b"Tf" => {
                state.size = n(1);
                state.font = match operands.first().and_then(Object::name) {
                    Some(name) => self.fonts.named(self.file, resources, name)?,
                    None => None,
                };
            }
            b"gs" => self.graphics_state(operands, resources)?,
            b"Td" => self.next_line(n(0), n(1)),
            b"TD" => {
                state.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            b"Tm" => {
                if let Some(m) = Matrix::of(operands) {
                    (self.line, self.text) = (m, m);
                }
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first())?,
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands.first())?;
            }
            b"\"" => {
                (state.word_space, state.letter_space) = (n(0), n(1));
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2))?;
            }
            b"TJ" => self.show_all(operands.first())?,
            b"Do" => self.draw_named(operands, resources)?,
            b"ID" => self.picture(),
            b"BMC" => self.mark(None),
            b"BDC" => {
                let replaced = self.replacement(operands.get(1), resources)?;
                self.mark(replaced);
            }
            b"EMC" => self.unmark(),
            b"l" | b"c" | b"v" | b"y" | b"re" => self.drawn.lines += 1,
            _ => {}
        }
        Ok(())
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn graphics_state(&mut self, operands: &[Object], resources: &Rc<Dict>) -> Result<(), Unreadable> {
        let Some(name) = operands.first().and_then(Object::name) else { return Ok(()) };
        let all = self.file.get(resources, b"ExtGState")?;
        let Some(all) = all.dict() else { return Ok(()) };
        let state = self.file.get(all, name)?;
        let Some(state) = state.dict() else { return Ok(()) };
        if let Some([font, size]) = self.file.get(state, b"Font")?.list() {
            self.state.font = Some(self.fonts.font(self.file, font)?);
            self.state.size = size.number().unwrap_or(0.0);
        }
        Ok(())
    }

    /// Strings, and between them how far the pen moves back.
    fn show_all(&mut self, list: Option<&Object>) -> Result<(), Unreadable> {
        for part in list.and_then(Object::list).unwrap_or(&[]) {
            if let Some(back) = part.number() {
                let x = -back / 1000.0 * self.state.size * self.state.stretch;
                self.text = Matrix::moved(x, 0.0).then(self.text);
            } else {
                self.show(Some(part))?;
            }
        }
        Ok(())
    }

    fn show(&mut self, string: Option<&Object>) -> Result<(), Unreadable> {
        let Some(bytes) = string.and_then(Object::text) else { return Ok(()) };
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        let mut rest = bytes;
        while let Some((code, length)) = font.next_code(rest) {
            rest = rest.get(length..).unwrap_or(&[]);
            self.file.budget.letter()?;
            if self.drawn.glyphs.len() > MOST_LETTERS {
                return Err(self.file.budget.too_large("one of its pages has more text than is read"));
            }
            let state = &self.state;
            let width = font.width(code) * state.size;
            let extra = state.letter_space + if length == 1 && code == 32 { state.word_space } else { 0.0 };
            let to_shown =
                Matrix { a: state.size * state.stretch, b: 0.0, c: 0.0, d: state.size, e: 0.0, f: state.rise };
            let place = to_shown.then(self.text).then(state.to_page);
            let (x, y) = place.at(0.0, 0.0);
            let (to_x, to_y) = place.at(font.width(code), 0.0);
            let from = self.drawn.text.len();
            font.letters(code, &mut self.drawn.text);
            let at = from..self.drawn.text.len();
            let size = place.c.hypot(place.d) * font.height();
            self.drawn.glyphs.push(Glyph { start: (x, y), end: (to_x, to_y), direction: (place.a, place.b), size, at });
            self.text = Matrix::moved((width + extra) * state.stretch, 0.0).then(self.text);
        }
        Ok(())
    }

    fn draw_named(&mut self, operands: &[Object], resources: &Rc<Dict>) -> Result<(), Unreadable> {
        let Some(name) = operands.first().and_then(Object::name) else { return Ok(()) };
        let all = self.file.get(resources, b"XObject")?;
        let Some(all) = all.dict() else { return Ok(()) };
        let Object::Stream(stream) = self.file.get(all, name)? else { return Ok(()) };
        match self.file.get(&stream.dict, b"Subtype")?.name() {
            Some(b"Image") => self.picture(),
            _ => {
                let before = (self.state.clone(), self.line, self.text);
                self.form(&stream, resources)?;
                (self.state, self.line, self.text) = before;
            }
        }
        Ok(())
    }

    /// A picture fills the unit square.
    fn picture(&mut self) {
        let place = Rectangle { left: 0.0, bottom: 0.0, right: 1.0, top: 1.0 }.under(self.state.to_page);
        self.drawn.pictures += place.width() * place.height();
    }

    fn form(&mut self, form: &Rc<Stream>, resources: &Rc<Dict>) -> Result<(), Unreadable> {
        if self.forms.len() >= DEEPEST || self.forms.iter().any(|f| f.data == form.data) {
            return Ok(());
        }
        let Some(bytes) = self.file.unpacked(form)? else { return Ok(()) };
        self.state.to_page = matrix_in(self.file, &form.dict)?.then(self.state.to_page);
        let own = self.file.get(&form.dict, b"Resources")?;
        let own = own.dict().unwrap_or(resources);
        self.forms.push(Rc::clone(form));
        let done = self.run(&bytes, own);
        self.forms.pop();
        done
    }

    fn mark(&mut self, text: Option<String>) {
        let from = self.drawn.glyphs.len();
        if self.marks.len() < MOST_SAVED {
            self.marks.push(text.map(|text| Replaced { text, from }));
        }
    }

    /// Puts the text that a mark states in the place of its letters.
    fn unmark(&mut self) {
        let Some(Some(Replaced { text, from })) = self.marks.pop() else { return };
        let Some(inside) = self.drawn.glyphs.get_mut(from..).filter(|g| !g.is_empty()) else { return };
        let start = self.drawn.text.len();
        self.drawn.text.push_str(&text);
        let end = self.drawn.text.len();
        let last = inside.last().map_or((0.0, 0.0), |g| g.end);
        if let Some(first) = inside.first_mut() {
            first.at = start..end;
            // On one line it takes all of their place.
            if (first.start.1 - last.1).abs() < first.size * 0.2 {
                first.end = last;
            }
        }
        self.drawn.glyphs.truncate(from + 1);
    }

    fn replacement(&self, properties: Option<&Object>, resources: &Rc<Dict>) -> Result<Option<String>, Unreadable> {
        let properties = match properties {
            Some(Object::Name(name)) => match self.file.get(resources, b"Properties")?.dict() {
                Some(all) => self.file.get(all, name)?,
                None => Object::Null,
            },
            Some(other) => other.clone(),
            None => Object::Null,
        };
        let Some(dict) = properties.dict() else { return Ok(None) };
        Ok(self.file.get(dict, b"ActualText")?.text().map(crate::letters::of_string))
    }
}
