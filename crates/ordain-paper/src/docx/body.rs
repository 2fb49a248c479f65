//! The paragraphs of a document, its tables, and its footnotes at the feet of their pages.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::numbering::{Numbering, Properties};
use super::xml::{Seen, attribute_value, for_each_event};
use crate::budget::Budget;
use crate::{Unreadable, letters};

/// What was read of a part.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) text: String,
    pub(super) pictures: bool,
}

/// The text of each footnote by its id.
pub(super) type Notes = BTreeMap<String, String>;

/// The footnotes of a document.
pub(super) fn read_footnotes(xml: &[u8], budget: &Budget) -> Result<Notes, Unreadable> {
    let mut notes = Notes::new();
    let none = Notes::new();
    let mut writer = Writer::new(&none, Numbering::default());
    let mut open: Option<String> = None;
    for_each_event(xml, budget, &mut |event| match event {
        Seen::Open(element, "footnote") => {
            // The lines above the notes are notes as well, of a kind of their own.
            open = attribute_value(element, "type").map_or_else(|| attribute_value(element, "id"), |_| None);
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
pub(super) fn read(xml: &[u8], notes: &Notes, numbering: Numbering, budget: &Budget) -> Result<Body, Unreadable> {
    let mut writer = Writer::new(notes, numbering);
    for_each_event(xml, budget, &mut |event| writer.take(event))?;
    writer.end_paragraph();
    writer.end_page();
    Ok(writer.body)
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
    numbering: Numbering,
    /// What the paragraph says of its number, while its properties are read.
    properties: Option<Properties>,
    /// The footnotes that the page calls, in their order.
    feet: Vec<String>,
    called: usize,
}

impl<'n> Writer<'n> {
    fn new(notes: &'n Notes, numbering: Numbering) -> Self {
        Self {
            body: Body::default(),
            notes,
            line: String::new(),
            row: Vec::new(),
            tables: 0,
            hidden: 0,
            in_text: false,
            numbering,
            properties: None,
            feet: Vec::new(),
            called: 0,
        }
    }

    fn take(&mut self, seen: Seen<'_, '_>) {
        match seen {
            Seen::Open(_, "del" | "moveFrom" | "Fallback" | "instrText" | "pPrChange") => self.hidden += 1,
            Seen::Close("del" | "moveFrom" | "Fallback" | "instrText" | "pPrChange") => {
                self.hidden = self.hidden.saturating_sub(1)
            }
            _ if self.hidden > 0 => {}
            Seen::Open(element, name) => self.open(element, name),
            Seen::Close(name) => self.close(name),
            Seen::Text(text) if self.in_text => text.chars().for_each(|c| letters::push_letter(c, &mut self.line)),
            Seen::Text(_) => {}
        }
    }

    fn open(&mut self, element: &BytesStart<'_>, name: &str) {
        if let Some(properties) = &mut self.properties {
            properties.note(element, name);
            return;
        }
        match name {
            "pPr" => self.properties = Some(Properties::default()),
            "t" => self.in_text = true,
            "tab" => self.line.push_str("    "),
            "noBreakHyphen" => self.line.push('-'),
            "br" | "cr" => match attribute_value(element, "type").as_deref() {
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
            "footnoteReference" => self.call(attribute_value(element, "id")),
            "drawing" | "pict" => self.body.pictures = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "pPr" => {
                let number = self.properties.take().and_then(|p| self.numbering.next(&p));
                if let Some(number) = number {
                    self.line.push_str(&number);
                    self.line.push(' ');
                }
            }
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
