//! JSON lines: an object a line, so that a bad one hurts no other.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::row::Row;
use super::value::{Value, without_its_place};
use super::window::Window;
use crate::format::{self, Format, Input};
use crate::known::Heading;
use crate::known::{Known, Unknown};
use crate::layout::FileKind;
use crate::line_end::{first_line, is_blank};
use crate::look::Look;
use crate::source::open_unpacked;
use crate::{Encoding, Limits, Place, Trouble};

/// An object a line.
#[derive(Debug)]
pub(super) struct JsonLines(Encoding);

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "json lines"
    }

    fn described(&self, packed: &str, _: usize) -> String {
        format!("JSON{packed}: an object a line")
    }

    fn read(&self, input: &Input<'_>, each: &mut format::Each<'_>) -> io::Result<Result<(), Trouble>> {
        let mut row = Row::new(input);
        let bytes = open_unpacked(input.source, &input.limits)?;
        read_lines(bytes, self.0, &input.limits, &mut |place, value| row.hand_on(place, value, each))
    }
}

/// JSON by its name, or by its first lines.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    let text = look.text()?;
    let lines =
        look.name.ends_with(".jsonl") || look.name.ends_with(".ndjson") || looks_like(&text.decoded, look.whole);
    if !is_json(look, &text.decoded) || !lines {
        return Ok(None);
    }
    let columns = names_of_columns(open_unpacked(look.source, look.limits)?, text.encoding.0, look.limits)?;
    Ok(Some(Known::new(JsonLines(text.encoding.0), columns, Heading::Names).encoded(&text.encoding)))
}

/// A declared layout says so, or the text begins as JSON does and nothing else is declared.
pub(super) fn is_json(look: &Look<'_>, text: &[u8]) -> bool {
    let first = text.iter().find(|b| !b.is_ascii_whitespace());
    let opens = matches!(first, Some(b'{' | b'['));
    look.kind() == Some(FileKind::Json) || opens && look.kind().is_none() && look.written.separator.is_none()
}

type Each<'e> = dyn FnMut(Place, Result<Value, String>) -> ControlFlow<()> + 'e;

fn read_lines(
    input: impl Read,
    encoding: Encoding,
    limits: &Limits,
    each: &mut Each<'_>,
) -> io::Result<Result<(), Trouble>> {
    let mut window = Window::new(input, encoding)?;
    let mut row = 0;
    loop {
        match read_line(&mut window, limits, &mut row, each) {
            Ok(Some(ControlFlow::Continue(()))) => {}
            Ok(_) => return Ok(Ok(())),
            Err(e) => return Ok(Err(window.stopped(row + 1, &e))),
        }
    }
}

/// One line; `None` at the end.
fn read_line<R: Read>(
    window: &mut Window<R>,
    limits: &Limits,
    row: &mut u64,
    each: &mut Each<'_>,
) -> io::Result<Option<ControlFlow<()>>> {
    let Some(len) = window.line(limits.row)? else {
        *row += 1;
        let place = window.place(*row);
        window.skip_line()?;
        return Ok(Some(each(place, Err(format!("it is longer than {} bytes", limits.row)))));
    };
    if len == 0 {
        return Ok(None);
    }
    let bytes = window.text().get(..len).unwrap_or(&[]);
    let mut flow = ControlFlow::Continue(());
    if !is_blank(bytes) {
        *row += 1;
        let place = window.place(*row);
        let value = match std::str::from_utf8(bytes) {
            Err(e) => {
                Err(format!("byte {} of the row is no text in {}", e.valid_up_to() + 1, window.encoding().name()))
            }
            Ok(line) => serde_json::from_str::<Value>(line)
                .map_err(|e| without_its_place(&e.to_string()))
                .and_then(Value::into_row),
        };
        flow = each(place, value);
    }
    window.take(len, 1);
    Ok(Some(flow))
}

/// The names of the objects, in the order in which they come.
///
/// # Errors
/// Where the file cannot be read to its end.
fn names_of_columns(input: impl Read, encoding: Encoding, limits: &Limits) -> Result<Vec<String>, Trouble> {
    let mut columns: Vec<String> = Vec::new();
    let mut wide = None;
    let done = read_lines(input, encoding, limits, &mut |place, value| {
        for (name, _) in value.iter().flat_map(Value::flat) {
            if !columns.contains(&name) {
                columns.push(name);
            }
        }
        if columns.len() > limits.columns {
            wide = Some(place);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    let start = Place { row: 1, line: 1, byte: 0 };
    done.unwrap_or_else(|e| Err(Trouble { place: start, column: None, reason: e.to_string() }))?;
    match wide {
        Some(place) => {
            let reason = format!("the objects have more than {} names", limits.columns);
            Err(Trouble { place, column: None, reason })
        }
        None => Ok(columns),
    }
}

/// True where the first line of a text is a whole object and the next begins one.
fn looks_like(head: &[u8], whole: bool) -> bool {
    let Some(len) = first_line(head, whole) else { return false };
    let line = head.get(..len).unwrap_or(&[]);
    let next = head.get(len..).unwrap_or(&[]).iter().find(|b| !b.is_ascii_whitespace());
    serde_json::from_slice::<Value>(line).is_ok_and(|v| matches!(v, Value::Object(_))) && next == Some(&b'{')
}
