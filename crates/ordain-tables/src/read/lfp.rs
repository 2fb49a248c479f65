//! IPRO LFP: a command a line. `IM,key,boundary,offset,@volume;folder;file;type[,rotation]`
//! is an image of a page; other commands are no rows of it.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::window::Window;
use crate::format::{Each, Format, Input};
use crate::known::Heading;
use crate::known::{Known, Unknown};
use crate::layout::FileKind;
use crate::line_end::is_blank;
use crate::look::Look;
use crate::source::open_unpacked;
use crate::{Encoding, Limits, Place, Record, Trouble};

/// Lines of commands.
#[derive(Debug)]
pub(super) struct Lfp(Encoding);

impl Format for Lfp {
    fn name(&self) -> &'static str {
        "lfp"
    }

    fn described(&self, packed: &str, _: usize) -> String {
        format!("LFP{packed}: the lines that begin with IM")
    }

    fn read(&self, input: &Input<'_>, each: &mut Each<'_>) -> io::Result<Result<(), Trouble>> {
        read_lines(open_unpacked(input.source, &input.limits)?, self.0, input.limits, each)
    }
}

/// By its layout, its name, or its first line.
pub(super) fn detect(look: &Look<'_>) -> Result<Option<Known>, Unknown> {
    let text = look.text()?;
    let kind = look.kind();
    let is = kind == Some(FileKind::Lfp)
        || look.name.ends_with(".lfp")
        || kind.is_none() && text.decoded.starts_with(b"IM,");
    let columns = || COLUMNS.iter().map(|c| (*c).to_owned()).collect();
    Ok(is.then(|| Known::new(Lfp(text.encoding.0), columns(), Heading::Fixed("LFP")).encoded(&text.encoding)))
}

/// What the values of a row are called.
const COLUMNS: [&str; 8] = ["key", "boundary", "offset", "volume", "folder", "file", "type", "rotation"];

fn read_lines<R: Read>(
    input: R,
    encoding: Encoding,
    limits: Limits,
    each: &mut Each<'_>,
) -> io::Result<Result<(), Trouble>> {
    let mut window = Window::new(input, encoding)?;
    let mut row = 0;
    loop {
        let flow = match read_line(&mut window, &limits, &mut row, each) {
            Ok(Some(flow)) => flow,
            Ok(None) => return Ok(Ok(())),
            Err(e) => return Ok(Err(window.stopped(row + 1, &e))),
        };
        if flow.is_break() {
            return Ok(Ok(()));
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
        let reason = format!("it is longer than {} bytes", limits.row);
        return Ok(Some(each(Err(Trouble { place, column: None, reason }))));
    };
    if len == 0 {
        return Ok(None);
    }
    let bytes = window.text().get(..len).unwrap_or(&[]);
    if is_blank(bytes) {
        window.take(len, 1);
        return Ok(Some(ControlFlow::Continue(())));
    }
    let place = Place { row: *row + 1, ..window.place(0) };
    let flow = match std::str::from_utf8(bytes) {
        Err(e) => {
            let reason = format!("byte {} of the row is no text in {}", e.valid_up_to() + 1, window.encoding().name());
            Some(each(Err(Trouble { place, column: None, reason })))
        }
        Ok(line) => match image_of_line(line.trim_end_matches(['\r', '\n'])) {
            Ok(Some(fields)) => Some(each(Ok(Record { place, fields: &fields }))),
            Ok(None) => None,
            Err((column, reason)) => Some(each(Err(Trouble { place, column, reason: reason.to_owned() }))),
        },
    };
    *row += u64::from(flow.is_some());
    window.take(len, 1);
    Ok(Some(flow.unwrap_or(ControlFlow::Continue(()))))
}

/// The values of an image's line; none of another command's.
type Image<'a> = Result<Option<[&'a str; 8]>, (Option<usize>, &'static str)>;

fn image_of_line(line: &str) -> Image<'_> {
    let (command, rest) = line.split_once(',').ok_or((None, "it is no command: those are two letters and a comma"))?;
    let command = command.trim();
    if command.len() != 2 || !command.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err((None, "it is no command: those are two letters and a comma"));
    }
    if !command.eq_ignore_ascii_case("IM") {
        return Ok(None);
    }
    let mut parts = rest.splitn(4, ',');
    let mut next = || parts.next().map(str::trim);
    let (Some(key), Some(boundary), Some(offset), Some(file)) = (next(), next(), next(), next()) else {
        return Err((None, "an image has a key, a boundary, an offset and a file, and one of them is missing"));
    };
    if key.is_empty() {
        return Err((Some(0), "it has no image key"));
    }
    if !matches!(boundary, "" | "D" | "C" | "S" | "F" | "B") {
        return Err((Some(1), "the boundary is none of D, C, S, F, B"));
    }
    if !offset.bytes().all(|b| b.is_ascii_digit()) {
        return Err((Some(2), "the offset is no number"));
    }
    let file = file.strip_prefix('@').ok_or((Some(3), "the volume of the file does not begin with `@`"))?;
    let (file, last) = file.rsplit_once(';').ok_or((Some(5), "the file is not `@volume;folder;file;type`"))?;
    let (volume, path) = file.split_once(';').ok_or((Some(5), "the file is not `@volume;folder;file;type`"))?;
    let (folder, name) = path.rsplit_once(';').ok_or((Some(5), "the file is not `@volume;folder;file;type`"))?;
    let (kind, rotation) = last.split_once(',').unwrap_or((last, ""));
    Ok(Some([key, boundary, offset, volume, folder, name, kind.trim(), rotation.trim()]))
}
