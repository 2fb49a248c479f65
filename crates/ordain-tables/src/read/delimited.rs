//! CSV, TSV and Concordance: any separator, any qualifier, any encoding, rows
//! longer than a line, and what to do with a row that cannot be read.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::delimiters::{self, Sample};
use super::split::{Cut, Marks, Value, push_without_marks};
use super::window::Window;
use crate::format::Shape;
use crate::format::{Each, Format, Input};
use crate::known::Heading;
use crate::known::{Known, Unknown};
use crate::line_end::{first_line, is_blank};
use crate::look::Look;
use crate::look::header;
use crate::source::open_unpacked;
use crate::{Limits, Record, Trouble};

/// Text between separators.
#[derive(Debug)]
pub(super) struct Delimited(Shape);

impl Format for Delimited {
    fn name(&self) -> &'static str {
        "delimited"
    }

    fn described(&self, packed: &str, _: usize) -> String {
        format!("delimited text{packed}")
    }

    fn read(&self, input: &Input<'_>, each: &mut Each<'_>) -> io::Result<Result<(), Trouble>> {
        let bytes = open_unpacked(input.source, &input.limits)?;
        Ok(Rows::new(bytes, self.0.clone(), input.limits)?.read(each))
    }

    fn delimited(&self) -> Option<&Shape> {
        Some(&self.0)
    }
}

/// Any text that no other format took.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    let text = look.text()?;
    if text.decoded.starts_with("Ã¾".as_bytes()) {
        return Err(Unknown::undeclared(
            "the qualifiers are written `Ã¾`: the file was read in the wrong encoding and saved again",
            "ask for the file as it was produced: accents and Bates numbers beyond plain letters are damaged",
        ));
    }
    let dialect = delimiters::detect(look, &text.decoded);
    let sample = Sample::of(&text.decoded, look.whole, &dialect, look.limits);
    if let Some(separator) = sample.longer_separator(dialect.separator) {
        return Err(Unknown::undeclared(
            format!("`{separator}` is between the values, and a separator has one character here"),
            "ask for the file with one character between the values, or as it was exported from the database",
        ));
    }
    let heading = header::declared(look.written).unwrap_or_else(|| header::detect(&sample.rows, look.layouts));
    let (header, columns) = match &heading {
        Heading::Line { line, .. } => {
            let Some(row) = sample.rows.iter().find(|r| r.line == u64::from(*line)) else {
                return Err(Unknown::undeclared(
                    format!("line {line} is no line of a header"),
                    "write the line that has the names of the columns: header on line 1",
                ));
            };
            (Some(*line), row.values.clone())
        }
        Heading::Unclear => {
            return Err(Unknown::undeclared(
                "whether the first row is a header the file does not show",
                "write: header on line 1, or: no header",
            ));
        }
        _ => (None, (1..=sample.width()).map(|n| n.to_string()).collect()),
    };
    let (encoding, width) = (text.encoding.0, Some(columns.len()));
    let trailing = header.is_some_and(|line| sample.is_one_more(line, columns.len()));
    let shape = Shape { encoding, dialect, header, columns: width, short: false, trailing };
    let known = Known::new(Delimited(shape), columns, heading).encoded(&text.encoding);
    let remark = "every row ends with one separator more than the header, and with nothing after it";
    Ok(Some(Known { remark: trailing.then(|| remark.to_owned()), ..known }))
}

/// The rows of a delimited text.
pub(super) struct Rows<R> {
    window: Window<R>,
    marks: Marks,
    shape: Shape,
    limits: Limits,
    row: u64,
    values: Vec<Value>,
    /// What needed rewriting, and where in it.
    scratch: String,
    /// From the one byte of the decoded text to the other no value closes.
    dead: (u64, u64),
}

impl<R: Read> Rows<R> {
    pub(super) fn new(input: R, shape: Shape, limits: Limits) -> io::Result<Self> {
        let marks = Marks::new(&shape.dialect, limits.columns);
        Ok(Self {
            window: Window::new(input, shape.encoding)?,
            marks,
            shape,
            limits,
            row: 0,
            values: Vec::new(),
            scratch: String::new(),
            dead: (0, 0),
        })
    }

    pub(super) fn read(&mut self, each: &mut Each<'_>) -> Result<(), Trouble> {
        match self.run(each) {
            Ok(()) => Ok(()),
            Err(e) => Err(self.window.stopped(self.row + 1, &e)),
        }
    }

    fn run(&mut self, each: &mut Each<'_>) -> io::Result<()> {
        let header = self.shape.header.map_or(0, u64::from);
        loop {
            let cut = self.cut()?;
            if self.window.text().is_empty() && self.window.ends() {
                return Ok(());
            }
            // Above the header, and the header itself, a fault is not one of a row.
            if self.window.line <= header {
                match cut {
                    Cut::Whole { len, lines } => self.window.take(len, lines),
                    _ => self.window.skip_line()?,
                }
                continue;
            }
            let flow = match cut {
                Cut::Whole { len, .. } if is_blank(self.window.text().get(..len).unwrap_or(&[])) => {
                    self.window.take(len, 1);
                    continue;
                }
                Cut::Whole { len, lines } => self.whole(len, lines, each)?,
                Cut::Open { column } => {
                    let mark = self.shape.dialect.qualifier.unwrap_or('"');
                    let reason = format!("the value opens with {} and does not close", name_of_mark(mark));
                    self.fault(Some(column), reason, each)?
                }
                Cut::Stray { column } => {
                    let reason =
                        "a quotation mark inside the value is written once: it must be written twice".to_owned();
                    self.fault(Some(column), reason, each)?
                }
                Cut::Wide => {
                    let reason = format!("it has more than {} values", self.limits.columns);
                    self.fault(None, reason, each)?
                }
                Cut::More => {
                    let reason = format!("it is longer than {} bytes", self.limits.row);
                    self.fault(None, reason, each)?
                }
            };
            if flow.is_break() {
                return Ok(());
            }
        }
    }

    /// The next record; `More` only where it is longer than allowed.
    fn cut(&mut self) -> io::Result<Cut> {
        loop {
            let dead = self.dead();
            let cut = self.marks.cut(self.window.text(), self.window.ends(), dead, &mut self.values);
            let long = self.window.text().len() > self.limits.row;
            match cut {
                Cut::More if self.window.ends() => {
                    self.bury();
                    return Ok(Cut::Open { column: self.values.len() });
                }
                Cut::Open { .. } => {
                    self.bury();
                    return Ok(cut);
                }
                Cut::More if long => {
                    // A value that opens and does not close is that, and not a long row.
                    let open = self.marks.opens(self.window.text(), &self.values);
                    let line = first_line(self.window.text(), false).is_some_and(|l| l < self.limits.row);
                    self.bury();
                    return Ok(if open && line { Cut::Open { column: self.values.len() } } else { cut });
                }
                Cut::More => self.window.fill()?,
                Cut::Whole { len, .. } if len > self.limits.row => return Ok(Cut::More),
                _ => return Ok(cut),
            }
        }
    }

    /// The stretch of the window in which no value closes.
    fn dead(&self) -> (usize, usize) {
        let at = self.window.decoded;
        let near = |n: u64| usize::try_from(n.saturating_sub(at)).unwrap_or(usize::MAX);
        (near(self.dead.0), near(self.dead.1))
    }

    /// Remembers that the value which opens after those that were cut does not
    /// close in the window, so that a long file of such values is not searched
    /// again for each of them.
    fn bury(&mut self) {
        /// A closing qualifier and a separator may lie across the window's end.
        const MARGIN: usize = 16;
        if self.marks.closes_anywhere() && self.marks.opens(self.window.text(), &self.values) {
            let from = self.marks.opened(&self.values) as u64;
            let to = self.window.text().len().saturating_sub(MARGIN) as u64;
            let (from, to) = (self.window.decoded + from, self.window.decoded + to);
            let joined = self.dead.0 <= from && from <= self.dead.1;
            self.dead = if joined { (self.dead.0, to.max(self.dead.1)) } else { (from, to) };
        }
    }

    fn whole(&mut self, len: usize, lines: u64, each: &mut Each<'_>) -> io::Result<ControlFlow<()>> {
        let expected = *self.shape.columns.get_or_insert(self.values.len());
        let empty = |v: &Value| self.window.text().get(v.start..v.end).unwrap_or(&[]).trim_ascii().is_empty();
        if self.shape.trailing && self.values.len() == expected + 1 && self.values.last().is_some_and(empty) {
            self.values.pop();
        }
        let found = self.values.len();
        let fits = found == expected || self.shape.short && found < expected;
        if !fits {
            // The last separator of a line that ends with one is no value more.
            let values = if found == 1 { "1 value".to_owned() } else { format!("{found} values") };
            let reason = format!("it has {values}, and the columns are {expected}");
            return self.fault(None, reason, each);
        }
        self.row += 1;
        let place = self.window.place(self.row);
        let bytes = self.window.text().get(..len).unwrap_or(&[]);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(e) => {
                let at = e.valid_up_to();
                let column = self.values.iter().position(|v| v.end > at);
                let reason = format!("byte {} of the row is no text in {}", at + 1, self.shape.encoding.name());
                self.window.take(len, lines);
                return Ok(each(Err(Trouble { place, column, reason })));
            }
        };
        self.scratch.clear();
        let mut rewritten: Vec<(usize, usize, usize)> = Vec::new();
        let dialect = &self.shape.dialect;
        if dialect.newline.is_some() || dialect.doubled {
            for (i, v) in self.values.iter().enumerate() {
                let from = self.scratch.len();
                let value = text.get(v.start..v.end).unwrap_or("");
                if push_without_marks(value, v.qualified, dialect, &mut self.scratch) {
                    rewritten.push((i, from, self.scratch.len()));
                }
            }
        }
        let mut fields: Vec<&str> = Vec::with_capacity(expected);
        fields.extend(self.values.iter().map(|v| text.get(v.start..v.end).unwrap_or("")));
        for (i, from, to) in rewritten {
            if let (Some(field), Some(new)) = (fields.get_mut(i), self.scratch.get(from..to)) {
                *field = new;
            }
        }
        fields.resize(expected, "");
        let flow = each(Ok(Record { place, fields: &fields }));
        self.window.take(len, lines);
        Ok(flow)
    }

    /// A row that cannot be read: it is said, and the reading goes on where a
    /// row begins that can.
    fn fault(&mut self, column: Option<usize>, reason: String, each: &mut Each<'_>) -> io::Result<ControlFlow<()>> {
        self.row += 1;
        let place = self.window.place(self.row);
        let (len, lines) = self.next_good();
        if len == 0 {
            self.window.skip_line()?;
        } else {
            self.window.take(len, lines);
        }
        Ok(each(Err(Trouble { place, column, reason })))
    }

    /// The bytes and lines up to the first line at which a row begins that can
    /// be read; where there is none among the next lines, those of the row itself.
    fn next_good(&mut self) -> (usize, u64) {
        /// Lines that are tried. Further on, a fault is another fault.
        const TRIED: u64 = 64;
        let text = self.window.text();
        let ends = self.window.ends();
        let dead = self.dead();
        let mut spare = Vec::new();
        let own = match self.marks.cut(text, ends, dead, &mut spare) {
            Cut::Whole { len, lines } if len <= self.limits.row => Some((len, lines)),
            _ => None,
        };
        let mut at = 0;
        let mut first = None;
        for lines in 1..=TRIED {
            let Some(len) = first_line(text.get(at..).unwrap_or(&[]), ends) else { break };
            at += len;
            first.get_or_insert((at, 1));
            if own.is_some_and(|(len, _)| at >= len) {
                break;
            }
            let rest = text.get(at..).unwrap_or(&[]);
            if let Cut::Whole { .. } =
                self.marks.cut(rest, ends, (dead.0.saturating_sub(at), dead.1.saturating_sub(at)), &mut spare)
                && self.shape.columns.is_none_or(|n| spare.len() == n)
                && spare.len() > 1
            {
                return (at, lines);
            }
        }
        own.or(first).unwrap_or((0, 1))
    }
}

/// A character as it can be named in a sentence.
pub(super) fn name_of_mark(mark: char) -> String {
    if mark.is_control() { format!("0x{:02X}", u32::from(mark)) } else { format!("`{mark}`") }
}
