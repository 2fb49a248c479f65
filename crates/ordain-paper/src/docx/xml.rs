//! The elements and the text of a part.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::budget::Budget;
use crate::{Format, Unreadable};

/// Elements within elements deeper than this are in no document.
const DEEPEST: usize = 256;

/// What the reader comes to.
pub(super) enum Seen<'e, 'x> {
    Open(&'e BytesStart<'x>, &'e str),
    Close(&'e str),
    Text(&'e str),
}

/// Goes through the elements and the text of a part.
pub(super) fn for_each_event(xml: &[u8], budget: &Budget, see: &mut dyn FnMut(Seen<'_, '_>)) -> Result<(), Unreadable> {
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
                    _ => character_of_entity(name.as_ref()),
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

fn character_of_entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

pub(super) fn attribute_value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let one = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(one.value.into_owned())
}
