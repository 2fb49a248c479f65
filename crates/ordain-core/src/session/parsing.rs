//! From bytes to trees: texts decoded and parsed, and what the matter's own
//! calendars and layouts add to the standard ones.

use ordain_base::diag::Diagnostic;
use ordain_base::source::{SourceKind, SourceMap};
use ordain_syntax::{Parsed, ast};
use ordain_tables::Layouts;
use ordain_time::Library;

/// The standard calendars, rules and courts, and those of the matter's own files.
pub(super) fn library_with_own_files(
    sources: &SourceMap,
    out: &mut Vec<Diagnostic>,
) -> impl FnOnce() -> Library + use<> {
    let own: Vec<(&str, u32)> =
        sources.files().iter().filter(|f| f.kind == SourceKind::Calendar).map(|f| (&*f.text, f.base)).collect();
    let more = (!own.is_empty()).then(|| {
        let (library, found) = Library::standard().with_all(own);
        out.extend(found);
        library
    });
    move || more.unwrap_or_else(|| Library::standard().clone())
}

/// The standard layouts of tables, and those of the matter's own files.
pub(super) fn layouts_with_own_files(sources: &SourceMap, out: &mut Vec<Diagnostic>) -> Layouts {
    let own = sources.files().iter().filter(|f| f.kind == SourceKind::Layout).map(|f| (&*f.text, f.base));
    let (layouts, found) = Layouts::standard().with(own);
    out.extend(found);
    layouts
}

/// Parses every file; a setting of the matter (`dates are month/day/year`) holds for all of them.
pub(super) fn parse_files(sources: &SourceMap) -> Vec<Parsed> {
    let all = |options: ordain_syntax::Options| -> Vec<Parsed> {
        sources
            .files()
            .iter()
            .map(|f| {
                if f.kind.has_statements() { ordain_syntax::parse(&f.text, f.base, options) } else { Parsed::default() }
            })
            .collect()
    };
    let first = all(ordain_syntax::Options::default());
    let order = first.iter().flat_map(|p| &p.statements).find_map(|s| match &s.kind {
        ast::StatementKind::Matter(m) => m.dates.as_ref().map(|d| d.value),
        _ => None,
    });
    let read = match order {
        Some(order) => all(ordain_syntax::Options { slash_dates: Some(order), ..ordain_syntax::Options::default() }),
        None => first,
    };
    // A time of another zone is another time at the court, and only the matter says where that is.
    let at_court = at_court(sources, &read);
    if at_court.is_empty() {
        return read;
    }
    all(ordain_syntax::Options { slash_dates: order, at_court: &at_court })
}

/// The times that are with another zone, by the clock of the court that the matter names.
fn at_court(sources: &SourceMap, read: &[Parsed]) -> Vec<ast::AtCourt> {
    let statements = || read.iter().flat_map(|p| &p.statements);
    let zoned: Vec<ast::Zoned> = statements().flat_map(|s| s.zoned.iter().cloned()).collect();
    if zoned.is_empty() {
        return Vec::new();
    }
    // What is wrong in the matter's own calendars is said where they are read for good.
    let library = library_with_own_files(sources, &mut Vec::new())();
    let court = statements().find_map(|s| match &s.kind {
        ast::StatementKind::Matter(m) => crate::model::zone_of_matter(&library, m),
        _ => None,
    });
    court.map(|zone| crate::model::at_court(zone, &zoned)).unwrap_or_default()
}

/// The text, with what is not UTF-8 replaced, and the place of the first such
/// bytes in the text that results.
pub(super) fn decode_text(bytes: Vec<u8>) -> (String, Option<Undecoded>) {
    // Of a file in another encoding nothing is read: every second byte would be an error of its own.
    if is_utf16(&bytes) {
        return (String::new(), Some(Undecoded::Utf16));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let len = text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
            let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            (text, Some(Undecoded::At(narrow(at), narrow(len))))
        }
    }
}

/// Why a file is no text.
pub(super) enum Undecoded {
    /// The first bytes that are not UTF-8: where in the text that results, and how long.
    At(u32, u32),
    Utf16,
}

/// A byte order mark of UTF-16, or a nought for every second byte.
fn is_utf16(bytes: &[u8]) -> bool {
    let head = bytes.get(..64.min(bytes.len())).unwrap_or_default();
    let noughts = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    head.starts_with(&[0xFF, 0xFE])
        || head.starts_with(&[0xFE, 0xFF])
        || head.len() >= 8 && noughts(0).max(noughts(1)) * 2 >= head.len().saturating_sub(2)
}

/// `record` of `rules/seed/record.facts`.
pub(super) fn file_stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(s, _)| s).to_owned()
}

pub(super) fn in_hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
