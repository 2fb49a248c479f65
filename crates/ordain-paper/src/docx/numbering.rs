//! The numbers that a word processor sets before paragraphs: they are in no text of the document.

use std::collections::BTreeMap;

use super::xml::{Seen, attribute_value, for_each_event};
use crate::Unreadable;
use crate::budget::Budget;

/// How one level of a list is numbered.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: Option<Format>,
    /// `%1.`, `(%2)`: each `%` with the number of its level.
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    Bullet,
    Nothing,
}

/// A document has nine levels.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each scheme.
    schemes: BTreeMap<String, BTreeMap<usize, Level>>,
    /// The scheme of each list.
    lists: BTreeMap<String, String>,
    /// The list and the level of each style of paragraphs.
    styles: BTreeMap<String, (String, usize)>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
}

/// What a paragraph says of its number.
#[derive(Debug, Clone, Default)]
pub(super) struct Properties {
    pub(super) style: Option<String>,
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl Numbering {
    pub(super) fn read(lists: Option<&[u8]>, styles: Option<&[u8]>, budget: &Budget) -> Result<Self, Unreadable> {
        let mut numbering = Self::default();
        if let Some(xml) = lists {
            numbering.read_lists(xml, budget)?;
        }
        if let Some(xml) = styles {
            numbering.read_styles(xml, budget)?;
        }
        Ok(numbering)
    }

    fn read_lists(&mut self, xml: &[u8], budget: &Budget) -> Result<(), Unreadable> {
        let (mut scheme, mut list, mut level) = (String::new(), String::new(), 0_usize);
        for_each_event(xml, budget, &mut |seen| {
            let Seen::Open(element, name) = seen else { return };
            let own = || attribute_value(element, "val").unwrap_or_default();
            match name {
                "abstractNum" => scheme = attribute_value(element, "abstractNumId").unwrap_or_default(),
                "num" => list = attribute_value(element, "numId").unwrap_or_default(),
                "abstractNumId" => drop(self.lists.insert(list.clone(), own())),
                "lvl" => level = attribute_value(element, "ilvl").and_then(|l| l.parse().ok()).unwrap_or(0),
                "start" | "numFmt" | "lvlText" => {
                    let of = self.schemes.entry(scheme.clone()).or_default().entry(level).or_default();
                    match name {
                        "start" => of.start = own().parse().unwrap_or(1),
                        "numFmt" => of.format = Some(format_of_name(&own())),
                        _ => of.text = own(),
                    }
                }
                _ => {}
            }
        })
    }

    fn read_styles(&mut self, xml: &[u8], budget: &Budget) -> Result<(), Unreadable> {
        let mut style = String::new();
        let mut found = Properties::default();
        for_each_event(xml, budget, &mut |seen| match seen {
            Seen::Open(element, "style") => {
                style = attribute_value(element, "styleId").unwrap_or_default();
                found = Properties::default();
            }
            Seen::Open(element, name) => found.note(element, name),
            Seen::Close("style") => {
                if let Some(list) = found.list.take() {
                    self.styles.insert(style.clone(), (list, found.level.unwrap_or(0)));
                }
            }
            Seen::Close(_) | Seen::Text(_) => {}
        })
    }

    /// The number of the next paragraph with these properties; none where it has none.
    pub(super) fn next(&mut self, of: &Properties) -> Option<String> {
        let by_style = || of.style.as_ref().and_then(|s| self.styles.get(s)).cloned();
        let (list, level) = match &of.list {
            Some(list) => (list.clone(), of.level.or_else(|| by_style().map(|(_, level)| level)).unwrap_or(0)),
            None => by_style()?,
        };
        let scheme = self.lists.get(&list)?.clone();
        let levels = self.schemes.get(&scheme)?;
        let this = levels.get(&level)?;
        // Lists of one scheme count on together.
        let counts = self.counts.entry(scheme).or_default();
        let slot = counts.get_mut(level)?;
        *slot = Some(slot.map_or(this.start, |n| n.saturating_add(1)));
        counts.iter_mut().skip(level + 1).for_each(|n| *n = None);
        let mut out = String::new();
        let mut letters = this.text.chars();
        while let Some(letter) = letters.next() {
            let asked = (letter == '%').then(|| letters.clone().next()).flatten().and_then(|d| d.to_digit(10));
            let Some(at) = asked.and_then(|d| usize::try_from(d).ok()?.checked_sub(1)) else {
                out.push(letter);
                continue;
            };
            letters.next();
            let other = levels.get(&at);
            let count = counts.get(at).copied().flatten().or_else(|| other.map(|l| l.start)).unwrap_or(1);
            out.push_str(&number_in_format(count, other.and_then(|l| l.format).unwrap_or(Format::Decimal)));
        }
        match this.format {
            Some(Format::Bullet) => Some("•".to_owned()),
            Some(Format::Nothing) => None,
            _ => Some(out).filter(|o| !o.trim().is_empty()),
        }
    }
}

impl Properties {
    /// Takes what an element among the properties of a paragraph says.
    pub(super) fn note(&mut self, element: &quick_xml::events::BytesStart<'_>, name: &str) {
        match name {
            "pStyle" => self.style = attribute_value(element, "val"),
            "numId" => self.list = attribute_value(element, "val"),
            "ilvl" => self.level = attribute_value(element, "val").and_then(|l| l.parse().ok()),
            _ => {}
        }
    }
}

fn format_of_name(name: &str) -> Format {
    match name {
        "lowerLetter" => Format::LowerLetter,
        "upperLetter" => Format::UpperLetter,
        "lowerRoman" => Format::LowerRoman,
        "upperRoman" => Format::UpperRoman,
        "bullet" => Format::Bullet,
        "none" => Format::Nothing,
        _ => Format::Decimal,
    }
}

fn number_in_format(n: u32, format: Format) -> String {
    match format {
        Format::LowerLetter => number_as_letter(n),
        Format::UpperLetter => number_as_letter(n).to_uppercase(),
        Format::LowerRoman => number_as_roman(n),
        Format::UpperRoman => number_as_roman(n).to_uppercase(),
        Format::Decimal | Format::Bullet | Format::Nothing => n.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`.
fn number_as_letter(n: u32) -> String {
    let Some(n) = n.checked_sub(1) else { return "0".to_owned() };
    let letter = u8::try_from(n % 26).map_or('a', |i| char::from(b'a' + i));
    let times = usize::try_from(n / 26).unwrap_or(0).min(8) + 1;
    letter.to_string().repeat(times)
}

fn number_as_roman(n: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if n == 0 || n > 3_999 {
        return n.to_string();
    }
    let mut left = n;
    let mut out = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            out.push_str(letters);
            left -= value;
        }
    }
    out
}
