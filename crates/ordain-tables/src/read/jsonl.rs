//! JSON lines: an object a line, so that a bad one hurts no other.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::delimited::Window;
use super::json::told;
use super::split::{first_line, is_blank};
use super::value::Value;
use crate::{Encoding, Limits, Place, Trouble};

type Each<'e> = dyn FnMut(Place, Result<Value, String>) -> ControlFlow<()> + 'e;

pub(super) fn read(
    input: impl Read,
    encoding: Encoding,
    limits: &Limits,
    each: &mut Each<'_>,
) -> io::Result<Result<(), Trouble>> {
    let mut window = Window::new(input, encoding)?;
    let mut row = 0;
    loop {
        match step(&mut window, limits, &mut row, each) {
            Ok(Some(ControlFlow::Continue(()))) => {}
            Ok(_) => return Ok(Ok(())),
            Err(e) => return Ok(Err(window.stopped(row + 1, &e))),
        }
    }
}

/// One line; `None` at the end.
fn step<R: Read>(
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
            Ok(line) => serde_json::from_str::<Value>(line).map_err(|e| told(&e.to_string())).and_then(Value::into_row),
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
pub(crate) fn columns(input: impl Read, encoding: Encoding, limits: &Limits) -> Result<Vec<String>, Trouble> {
    let mut columns: Vec<String> = Vec::new();
    let mut wide = None;
    let done = read(input, encoding, limits, &mut |place, value| {
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
pub(crate) fn looks_like(head: &[u8], whole: bool) -> bool {
    let Some(len) = first_line(head, whole) else { return false };
    let line = head.get(..len).unwrap_or(&[]);
    let next = head.get(len..).unwrap_or(&[]).iter().find(|b| !b.is_ascii_whitespace());
    serde_json::from_slice::<Value>(line).is_ok_and(|v| matches!(v, Value::Object(_))) && next == Some(&b'{')
}
