//! The paragraphs of a document, its tables, and its footnotes at the feet of their pages.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::budget::Budget;
use crate::{Format, Unreadable, letters};

/// What was read of a part.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) text: String,
    pub(super) pictures: bool,
}

/// The text of each footnote by its id.
pub(super) type Notes = BTreeMap<String, String>;

/// Elements within elements deeper than this are in no document.
const DEEPEST: usize = 256;

/// The footnotes of a document.
pub(super) fn notes(xml: &[u8], budget: &Budget) -> Result<Notes, Unreadable> {
    let mut notes = Notes::new();
    let none = Notes::new();
    let mut writer = Writer::new(&none);
    let mut open: Option<String> = None;
    each(xml, budget, &mut |event| match event {
        Seen::Open(element, "footnote") => {
            // The lines above the notes are notes as well, of a kind of their own.
            open = value(element, "type").map_or_else(|| value(element, "id"), |_| None);
        }
        Seen::Close("footnote") => {
            writer.end_paragraph();
            let text = std::mem::take(&mut writer.body.text);
            notes.extend(open.take().map(|id| (id, text.trim().to_owned())));
        }
        other => writer.take(other),
    })?;
    Ok(notes)
}

/// The text of a document.
pub(super) fn read(xml: &[u8], notes: &Notes, budget: &Budget) -> Result<Body, Unreadable> {
    let mut writer = Writer::new(notes);
    each(xml, budget, &mut |event| writer.take(event))?;
    writer.end_paragraph();
    writer.end_page();
    Ok(writer.body)
}

/// What the reader comes to.
enum Seen<'e, 'x> {
    Open(&'e BytesStart<'x>, &'e str),
    Close(&'e str),
    Text(&'e str),
}

/// Goes through the elements and the text of a part.
fn each(xml: &[u8], budget: &Budget, see: &mut dyn FnMut(Seen<'_, '_>)) -> Result<(), Unreadable> {
    let damaged = || Unreadable::Damaged(Format::Docx);
    let xml = std::str::from_utf8(xml).map_err(|_| damaged())?;
    let mut reader = Reader::from_str(xml);
    let mut open = 0_usize;
    loop {
        budget.object()?;
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(element) => {
                open += 1;
                if open > DEEPEST {
                    return Err(damaged());
                }
                see(Seen::Open(&element, element.local_name().as_ref()));
            }
            Event::Empty(element) => {
                let name = element.local_name();
                see(Seen::Open(&element, name.as_ref()));
                see(Seen::Close(name.as_ref()));
            }
            Event::End(element) => {
                open = open.checked_sub(1).ok_or_else(damaged)?;
                see(Seen::Close(element.local_name().as_ref()));
            }
            Event::Text(text) => see(Seen::Text(&text.xml10_content())),
            Event::CData(text) => see(Seen::Text(&text.xml10_content())),
            Event::GeneralRef(name) => {
                let letter = match name.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter),
                    _ => named(name.as_ref()),
                };
                see(Seen::Text(&letter.ok_or_else(damaged)?.to_string()));
            }
            Event::Eof if open == 0 => return Ok(()),
            // It breaks off.
            Event::Eof => return Err(damaged()),
            // A document defines no names of its own: those are how such files are made to grow without end.
            Event::DocType(_) => return Err(damaged()),
            _ => {}
        }
    }
}

fn named(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let one = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(one.value.into_owned())
}

/// Puts the text together.
struct Writer<'n> {
    body: Body,
    notes: &'n Notes,
    /// The paragraph that is being read.
    line: String,
    /// The cells of the row that is being read; empty where none is.
    row: Vec<String>,
    /// Tables within tables, and of the innermost whether a cell is open.
    tables: usize,
    /// What is not text: deleted words, codes of fields, what a newer program shows in another way.
    hidden: usize,
    in_text: bool,
    /// The footnotes that the page calls, in their order.
    feet: Vec<String>,
    called: usize,
}

impl<'n> Writer<'n> {
    fn new(notes: &'n Notes) -> Self {
        Self {
            body: Body::default(),
            notes,
            line: String::new(),
            row: Vec::new(),
            tables: 0,
            hidden: 0,
            in_text: false,
            feet: Vec::new(),
            called: 0,
        }
    }

    fn take(&mut self, seen: Seen<'_, '_>) {
        match seen {
            Seen::Open(_, "del" | "moveFrom" | "Fallback" | "instrText") => self.hidden += 1,
            Seen::Close("del" | "moveFrom" | "Fallback" | "instrText") => self.hidden = self.hidden.saturating_sub(1),
            _ if self.hidden > 0 => {}
            Seen::Open(element, name) => self.open(element, name),
            Seen::Close(name) => self.close(name),
            Seen::Text(text) if self.in_text => text.chars().for_each(|c| letters::push(c, &mut self.line)),
            Seen::Text(_) => {}
        }
    }

    fn open(&mut self, element: &BytesStart<'_>, name: &str) {
        match name {
            "t" => self.in_text = true,
            "tab" => self.line.push_str("    "),
            "noBreakHyphen" => self.line.push('-'),
            "br" | "cr" => match value(element, "type").as_deref() {
                Some("page") => self.break_page(),
                Some("column") => {}
                _ => self.line.push('\n'),
            },
            "lastRenderedPageBreak" => self.break_page(),
            "tbl" => {
                self.end_paragraph();
                self.tables += 1;
            }
            "tr" if self.tables == 1 => self.row = vec![String::new()],
            "footnoteReference" => self.call(value(element, "id")),
            "drawing" | "pict" => self.body.pictures = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" if self.tables == 1 => self.row.push(String::new()),
            "tr" if self.tables == 1 => {
                let cells: Vec<String> = std::mem::take(&mut self.row);
                let cells: Vec<&str> = cells.iter().map(|c| c.trim()).collect();
                self.line = cells.join("    ").trim_end().to_owned();
                self.end_paragraph();
            }
            "tbl" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.line).replace('\u{AD}', "");
        let line = line.trim_end_matches(' ');
        if let Some(cell) = self.row.last_mut() {
            if !cell.is_empty() && !line.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&line.replace('\n', " "));
        } else if !line.trim().is_empty() {
            self.body.text.push_str(line);
            self.body.text.push_str("\n\n");
        }
    }

    /// The number of a footnote, and its text for the foot of the page.
    fn call(&mut self, id: Option<String>) {
        let Some(text) = id.and_then(|id| self.notes.get(&id)).filter(|t| !t.is_empty()) else { return };
        self.called += 1;
        self.line.push_str(&self.called.to_string());
        self.feet.push(format!("{} {text}", self.called));
    }

    /// A page ends: in the middle of a paragraph, what comes goes on on the next.
    fn break_page(&mut self) {
        // A break that a word processor notes where an author put one is the same break.
        if self.line.trim().is_empty() && (self.body.text.is_empty() || self.body.text.ends_with('\u{0C}')) {
            return;
        }
        if self.row.is_empty() {
            let line = std::mem::take(&mut self.line);
            self.body.text.push_str(line.trim_end());
            if !line.trim().is_empty() {
                self.body.text.push('\n');
            }
            self.end_page();
            self.body.text.push('\u{0C}');
        }
    }

    fn end_page(&mut self) {
        for foot in std::mem::take(&mut self.feet) {
            self.body.text.push('\n');
            self.body.text.push_str(&foot);
            self.body.text.push('\n');
        }
    }
}
