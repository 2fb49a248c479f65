//! Fonts: which letters the codes of a string are, and how wide they are.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::cmap::{Cmap, big_endian};
use super::encodings::{self, Base};
use super::file::File;
use super::object::{Dict, Object};
use super::{glyph_names, true_type, type_one, widths};
use crate::{Unreadable, letters};

/// The fonts that were read already.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    known: RefCell<HashMap<u32, Rc<Font>>>,
}

/// One font.
#[derive(Debug)]
pub(super) struct Font {
    /// What the paper itself says that codes mean.
    stated: Option<Cmap>,
    codes: Codes,
    widths: HashMap<u32, f64>,
    usual_width: f64,
    /// How large its letters are drawn at size 1; other than 1 only of fonts whose letters are drawings.
    scale: f64,
}

#[derive(Debug)]
enum Codes {
    /// A byte a letter.
    Bytes(Box<[Option<String>; 256]>),
    /// Codes of one or more bytes, which a table or the order of the font's letters explains.
    Wide { codes: Option<Cmap>, letters: HashMap<u32, char> },
}

impl Fonts {
    /// The font of a name.
    pub(super) fn named(&self, file: &File<'_>, resources: &Dict, name: &[u8]) -> Result<Option<Rc<Font>>, Unreadable> {
        let all = file.get(resources, b"Font")?;
        let Some(all) = all.dict() else { return Ok(None) };
        match all.raw(name) {
            Object::Null => Ok(None),
            object => self.font(file, object).map(Some),
        }
    }

    pub(super) fn font(&self, file: &File<'_>, object: &Object) -> Result<Rc<Font>, Unreadable> {
        let Object::Ref(id) = object else { return read_font(file, object).map(Rc::new) };
        if let Some(known) = self.known.borrow().get(id) {
            return Ok(Rc::clone(known));
        }
        let font = Rc::new(read_font(file, object)?);
        self.known.borrow_mut().insert(*id, Rc::clone(&font));
        Ok(font)
    }
}

impl Font {
    /// The next code of a string, and its length.
    pub(super) fn next_code(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        let first = bytes.first()?;
        let Codes::Wide { codes, .. } = &self.codes else { return Some((u32::from(*first), 1)) };
        let length = codes.as_ref().and_then(|c| c.code_length(bytes)).unwrap_or(2).min(bytes.len());
        Some((big_endian(bytes.get(..length)?), length.max(1)))
    }

    /// As a share of the size.
    pub(super) fn width(&self, code: u32) -> f64 {
        self.widths.get(&self.number(code)).copied().unwrap_or(self.usual_width)
    }

    pub(super) const fn height(&self) -> f64 {
        self.scale
    }

    /// Adds the letters of a code; a mark in their place where nothing says which they are.
    pub(super) fn letters(&self, code: u32, out: &mut String) {
        if self.stated.as_ref().is_some_and(|c| c.letters(code, out)) {
            return;
        }
        match &self.codes {
            Codes::Bytes(all) => match usize::try_from(code).ok().and_then(|c| all.get(c)) {
                Some(Some(text)) => text.chars().for_each(|c| letters::push_letter(c, out)),
                // A control code draws nothing.
                _ if code < 32 && self.stated.is_some() => {}
                _ => out.push(char::REPLACEMENT_CHARACTER),
            },
            Codes::Wide { letters: known, .. } => match known.get(&self.number(code)) {
                Some(letter) => letters::push_letter(*letter, out),
                None => out.push(char::REPLACEMENT_CHARACTER),
            },
        }
    }

    /// The number of a letter in the font, by which widths are kept.
    fn number(&self, code: u32) -> u32 {
        match &self.codes {
            Codes::Wide { codes: Some(cmap), .. } => cmap.number(code).unwrap_or(code),
            _ => code,
        }
    }
}

fn read_font(file: &File<'_>, object: &Object) -> Result<Font, Unreadable> {
    let object = file.resolved(object)?;
    let empty = Rc::default();
    let dict = object.dict().unwrap_or(&empty);
    let stated = match file.get(dict, b"ToUnicode")? {
        Object::Stream(stream) => match file.unpacked(&stream)? {
            Some(bytes) => Some(Cmap::read(&bytes, file.budget)?),
            None => None,
        },
        _ => None,
    };
    match file.get(dict, b"Subtype")?.name() {
        Some(b"Type0") => read_wide_font(file, dict, stated),
        kind => {
            let drawn = kind == Some(b"Type3");
            read_one_byte_font(file, dict, stated, drawn)
        }
    }
}

/// A font with a byte a letter.
fn read_one_byte_font(file: &File<'_>, dict: &Dict, stated: Option<Cmap>, drawn: bool) -> Result<Font, Unreadable> {
    let name = file.get(dict, b"BaseFont")?.name().map(<[u8]>::to_vec).unwrap_or_default();
    let descriptor = file.get(dict, b"FontDescriptor")?;
    let empty = Rc::default();
    let descriptor = descriptor.dict().unwrap_or(&empty);
    let unit = match drawn {
        true => match file.get(dict, b"FontMatrix")?.list().and_then(|m| m.first()?.number()) {
            Some(a) if a.abs() > 1e-9 => a.abs(),
            _ => 0.001,
        },
        false => 0.001,
    };
    let first = file.get(dict, b"FirstChar")?.count().unwrap_or(0);
    let mut known = HashMap::new();
    for (i, width) in file.get(dict, b"Widths")?.list().unwrap_or(&[]).iter().take(256).enumerate() {
        let width = file.resolved(width)?.number().unwrap_or(0.0);
        known.extend(u32::try_from(first.saturating_add(i)).ok().map(|code| (code, width * unit)));
    }
    let texts = texts_of_bytes(file, dict, descriptor, &name)?;
    if known.is_empty() {
        let width = |text: &Option<String>| text.as_ref()?.chars().next().map(|c| widths::of(&name, c));
        known.extend((0_u32..).zip(texts.iter()).filter_map(|(code, text)| Some((code, width(text)?))));
    }
    let usual = file.get(descriptor, b"MissingWidth")?.number().map_or(0.0, |w| w * unit);
    // A drawn letter is about as high as its box; the size of such a font says little by itself.
    let scale = if drawn { (unit * 1000.0).clamp(1e-3, 1e3) } else { 1.0 };
    Ok(Font { stated, codes: Codes::Bytes(Box::new(texts)), widths: known, usual_width: usual, scale })
}

/// What each byte means: by the differences that are listed, then the table that is named, then the font itself.
fn texts_of_bytes(
    file: &File<'_>,
    dict: &Dict,
    descriptor: &Dict,
    name: &[u8],
) -> Result<[Option<String>; 256], Unreadable> {
    const SYMBOLIC: usize = 4;
    let encoding = file.get(dict, b"Encoding")?;
    let named = match &encoding {
        Object::Name(name) => Base::named(name),
        Object::Dict(dict) => file.get(dict, b"BaseEncoding")?.name().and_then(Base::named),
        _ => None,
    };
    let symbolic = file.get(descriptor, b"Flags")?.count().unwrap_or(0) & SYMBOLIC != 0;
    let mut texts: [Option<String>; 256] = std::array::from_fn(|_| None);
    let base = named.or_else(|| Base::of_font(name)).unwrap_or(match file.get(dict, b"Subtype")?.name() {
        Some(b"TrueType") => Base::WinAnsi,
        _ => Base::Standard,
    });
    for (code, text) in (0_u8..=255).zip(&mut texts) {
        *text = encodings::letter(base, code).map(String::from);
    }
    if named.is_none() || symbolic {
        for (code, letter) in encoding_inside_font(file, descriptor)? {
            if let Some(slot) = texts.get_mut(usize::from(code)) {
                *slot = Some(letter);
            }
        }
    }
    let Object::Dict(listed) = &encoding else { return Ok(texts) };
    let mut code = 0_usize;
    for one in file.get(listed, b"Differences")?.list().unwrap_or(&[]) {
        match file.resolved(one)? {
            Object::Name(name) => {
                if let Some(slot) = texts.get_mut(code) {
                    *slot = glyph_names::text_of_glyph(&name);
                }
                code = code.saturating_add(1);
            }
            number => code = number.count().unwrap_or(code),
        }
    }
    Ok(texts)
}

/// What the font that is in the file says of its codes.
fn encoding_inside_font(file: &File<'_>, descriptor: &Dict) -> Result<Vec<(u8, String)>, Unreadable> {
    for (key, read) in
        [(&b"FontFile"[..], type_one::encoding as fn(&[u8]) -> Vec<(u8, String)>), (b"FontFile2", true_type::encoding)]
    {
        if let Object::Stream(stream) = file.get(descriptor, key)? {
            return Ok(file.unpacked(&stream)?.map_or_else(Vec::new, |bytes| read(&bytes)));
        }
    }
    Ok(Vec::new())
}

/// A font with codes of more than one byte.
fn read_wide_font(file: &File<'_>, dict: &Dict, stated: Option<Cmap>) -> Result<Font, Unreadable> {
    let codes = match file.get(dict, b"Encoding")? {
        Object::Stream(stream) => match file.unpacked(&stream)? {
            Some(bytes) => Some(Cmap::read(&bytes, file.budget)?),
            None => None,
        },
        _ => None,
    };
    let descendants = file.get(dict, b"DescendantFonts")?;
    let one = file.resolved(descendants.list().and_then(<[Object]>::first).unwrap_or(&Object::Null))?;
    let empty = Rc::default();
    let one = one.dict().unwrap_or(&empty);
    let usual = file.get(one, b"DW")?.number().unwrap_or(1000.0) / 1000.0;
    let mut known = HashMap::new();
    let list = file.get(one, b"W")?;
    let mut rest = list.list().unwrap_or(&[]);
    while let [first, second, tail @ ..] = rest {
        let Some(first) = file.resolved(first)?.count().and_then(|n| u32::try_from(n).ok()) else { break };
        if let Object::List(each) = file.resolved(second)? {
            for (i, width) in (0_u32..).zip(each.iter()) {
                let width = file.resolved(width)?.number().unwrap_or(0.0);
                known.extend(first.checked_add(i).map(|n| (n, width / 1000.0)));
            }
            rest = tail;
            continue;
        }
        let [width, tail @ ..] = tail else { break };
        let last = file.resolved(second)?.count().and_then(|n| u32::try_from(n).ok()).unwrap_or(first);
        let width = file.resolved(width)?.number().unwrap_or(0.0) / 1000.0;
        // No font has more letters.
        known.extend((first..=last.min(0xFFFF)).map(|n| (n, width)));
        rest = tail;
    }
    let letters = match &stated {
        Some(_) => HashMap::new(),
        None => letters_of_program(file, one)?,
    };
    Ok(Font { stated, codes: Codes::Wide { codes, letters }, widths: known, usual_width: usual, scale: 1.0 })
}

/// Which letter each shape of a font is, by the table of the font itself.
fn letters_of_program(file: &File<'_>, dict: &Dict) -> Result<HashMap<u32, char>, Unreadable> {
    let descriptor = file.get(dict, b"FontDescriptor")?;
    let Some(descriptor) = descriptor.dict() else { return Ok(HashMap::new()) };
    let Object::Stream(stream) = file.get(descriptor, b"FontFile2")? else { return Ok(HashMap::new()) };
    Ok(file.unpacked(&stream)?.map_or_else(HashMap::new, |bytes| true_type::letters_of_shapes(&bytes)))
}
