//! What a file is: shown by its bytes where they prove it, else asked. What is
//! declared is taken, and held against what the file shows.

mod delimiters;
mod encoding;
mod header;

use std::io::{self, Read as _};

use super::layout::FileKind;
use super::read::{At, Format, LFP_COLUMNS, OPTICON_COLUMNS, Shape, json, jsonl, xlsx};
use super::source::{plain_name, unpacked};
use super::text::Utf8;
use super::{Encoding, File, Header, Layout, Layouts, Limits, Place, Source, Trouble, Written};
use delimiters::Sample;
pub use header::Heading;

/// How much of a file is looked at, in bytes.
const HEAD: u64 = 256 * 1024;

/// A file, known well enough to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub format: Format,
    pub columns: Vec<String>,
    /// Of a JSON file: columns whose value is the same in every row.
    pub beside: Vec<(usize, String)>,
    /// The encoding and what shows it; none for a workbook.
    pub encoding: Option<(Encoding, String)>,
    pub heading: Heading,
    pub packed: bool,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
}

/// Why a file is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// It cannot be read.
    Unreadable(Trouble),
    /// It does not show something that must be said: what, and the line to write.
    Undeclared { reason: String, help: String },
}

impl Unknown {
    fn undeclared(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Undeclared { reason: reason.into(), help: help.into() }
    }
}

impl From<io::Error> for Unknown {
    fn from(e: io::Error) -> Self {
        Self::Unreadable(Trouble { place: Place { row: 1, line: 1, byte: 0 }, column: None, reason: e.to_string() })
    }
}

impl From<Trouble> for Unknown {
    fn from(trouble: Trouble) -> Self {
        Self::Unreadable(trouble)
    }
}

impl Known {
    /// The file, ready to be read.
    #[must_use]
    pub fn open<'a>(&self, source: &'a dyn Source, limits: Limits) -> File<'a> {
        File::new(source, self.format.clone(), self.columns.clone(), self.beside.clone(), limits)
    }
}

/// Looks at a file. `layout` is the one declared, `layouts` all that are known:
/// their names tell a header from a row.
///
/// # Errors
/// Where it cannot be read, or does not show how.
pub fn detect(
    source: &dyn Source,
    written: &Written,
    layout: Option<&Layout>,
    layouts: &Layouts,
    limits: &Limits,
) -> Result<Known, Unknown> {
    let packed = {
        let mut magic = [0; 2];
        source.open()?.read_exact(&mut magic).is_ok() && magic == [0x1F, 0x8B]
    };
    let mut head = Vec::with_capacity(usize::try_from(HEAD).unwrap_or_default());
    unpacked(source, limits)?.take(HEAD).read_to_end(&mut head)?;
    let whole = (head.len() as u64) < HEAD;
    let mut known = match head.as_slice() {
        [] => return Err(Unknown::undeclared("the file is empty", "look whether it was copied whole")),
        [b'P', b'K', 3, 4, ..] => workbook(source, written, layouts, limits)?,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            return Err(Unknown::undeclared("this is a workbook of the old kind (.xls)", "save it as .xlsx or as CSV"));
        }
        [b'%', b'P', b'D', b'F', ..] => {
            return Err(Unknown::undeclared(
                "this is a PDF, which has no rows",
                "ask for the load file or the log as CSV or .xlsx",
            ));
        }
        _ => text(source, &head, whole, written, layout, layouts, limits)?,
    };
    known.packed = packed;
    Ok(known)
}

fn text(
    source: &dyn Source,
    head: &[u8],
    whole: bool,
    written: &Written,
    layout: Option<&Layout>,
    layouts: &Layouts,
    limits: &Limits,
) -> Result<Known, Unknown> {
    let name = plain_name(source.name());
    let (encoding, shown) = encoding::detect(head, whole, written.encoding.as_ref().map(|e| e.value))?;
    let bare = head.strip_prefix(encoding.mark()).unwrap_or(head);
    let mut decoded = Vec::with_capacity(bare.len());
    Utf8::new(bare, encoding).read_to_end(&mut decoded)?;
    let kind = layout.map(|l| l.file);
    let encoding_shown = Some((encoding, shown));
    let plain = |format, columns: &[&str], heading| Known {
        format,
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        beside: Vec::new(),
        encoding: encoding_shown.clone(),
        heading,
        packed: false,
        sheets: Vec::new(),
    };
    let first = decoded.iter().find(|b| !b.is_ascii_whitespace());
    if kind == Some(FileKind::Lfp) || name.ends_with(".lfp") || kind.is_none() && decoded.starts_with(b"IM,") {
        return Ok(plain(Format::Lfp(encoding), &LFP_COLUMNS, Heading::Fixed("LFP")));
    }
    if kind == Some(FileKind::Opticon) || kind.is_none() && name.ends_with(".opt") {
        return Ok(plain(Format::Opticon(encoding), &OPTICON_COLUMNS, Heading::Fixed("Opticon")));
    }
    let json = matches!(first, Some(b'{' | b'['));
    if kind == Some(FileKind::Json) || json && kind.is_none() && written.separator.is_none() {
        if name.ends_with(".jsonl") || name.ends_with(".ndjson") || jsonl::looks_like(&decoded, whole) {
            let columns = jsonl::columns(unpacked(source, limits)?, encoding, limits)?;
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            return Ok(plain(Format::JsonLines { encoding }, &columns, Heading::Names));
        }
        return objects(source, encoding, layout, layouts, limits).map(|(format, columns, beside)| Known {
            format,
            columns,
            beside,
            encoding: encoding_shown.clone(),
            heading: Heading::Names,
            packed: false,
            sheets: Vec::new(),
        });
    }
    if decoded.starts_with("Ã¾".as_bytes()) {
        return Err(Unknown::undeclared(
            "the qualifiers stand as `Ã¾`: the file was read in the wrong encoding and saved again",
            "ask for the file as it was produced: accents and Bates numbers beyond plain letters are damaged",
        ));
    }
    let dialect = delimiters::detect(&decoded, whole, &name, written, layout, limits);
    let sample = Sample::of(&decoded, whole, &dialect, limits);
    let heading = match written.header.as_ref().map(|h| h.value) {
        Some(Header::None) => Heading::Absent("declared".to_owned()),
        Some(Header::Line(line)) => Heading::Line { line, why: "declared".to_owned() },
        None => header::detect(&sample.rows, layouts),
    };
    let (header, columns) = match &heading {
        Heading::Line { line, .. } => {
            let row = sample.rows.iter().find(|r| r.line == u64::from(*line));
            let Some(row) = row else {
                return Err(Unknown::undeclared(
                    format!("line {line} is no line of a header"),
                    "write the line on which the names of the columns stand: header on line 1",
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
    let width = Some(columns.len());
    let shape = Shape { encoding, dialect, header, columns: width, short: false };
    Ok(Known {
        format: Format::Delimited(shape),
        columns,
        beside: Vec::new(),
        encoding: encoding_shown.clone(),
        heading,
        packed: false,
        sheets: Vec::new(),
    })
}

/// Where the rows of a JSON file are, their columns, and what is said beside them.
type Objects = (Format, Vec<String>, Vec<(usize, String)>);

fn objects(
    source: &dyn Source,
    encoding: Encoding,
    layout: Option<&Layout>,
    layouts: &Layouts,
    limits: &Limits,
) -> Result<Objects, Unknown> {
    let shape = json::shape(unpacked(source, limits)?, encoding, limits)?;
    let wanted = layout.and_then(|l| l.list.as_deref());
    let known = |name: &str| layouts.iter().any(|l| l.list.as_deref() == Some(name));
    let full: Vec<&(String, Vec<String>)> = shape.lists.iter().filter(|(_, c)| !c.is_empty()).collect();
    let list = wanted
        .and_then(|w| full.iter().find(|(n, _)| n == w))
        .or_else(|| full.iter().find(|(n, _)| known(n)))
        .or(if full.len() == 1 { full.first() } else { None });
    match (shape.root, list) {
        (Some(columns), _) if !columns.is_empty() => Ok((Format::Json { encoding, at: At::Root }, columns, Vec::new())),
        (_, Some((name, columns))) => {
            let mut columns = columns.clone();
            let mut beside = Vec::new();
            for (name, value) in shape.beside {
                beside.push((columns.len(), value));
                columns.push(format!("file.{name}"));
            }
            Ok((Format::Json { encoding, at: At::Key(name.clone()) }, columns, beside))
        }
        _ if full.len() > 1 => {
            let names: Vec<&str> = full.iter().map(|(n, _)| n.as_str()).collect();
            Err(Unknown::undeclared(
                format!("the file has several lists: {}", ordain_base::words::quoted_list(&names)),
                "say which holds the rows, in a layout of the matter: rows at \"…\"",
            ))
        }
        _ => Err(Unknown::undeclared(
            "the file holds no list of objects",
            "rows are the objects of a list, or one a line",
        )),
    }
}

fn workbook(source: &dyn Source, written: &Written, layouts: &Layouts, limits: &Limits) -> Result<Known, Unknown> {
    let mut book = xlsx::Workbook::open(unpacked(source, limits)?, limits)?;
    let sheets = book.sheets();
    let mut filled = Vec::new();
    for sheet in &sheets {
        let mut rows = Vec::new();
        book.rows(sheet, limits.columns, &mut |cells| {
            rows.push(header::Row { line: u64::from(cells.row), values: cells.values.clone() });
            if rows.len() < 50 { std::ops::ControlFlow::Continue(()) } else { std::ops::ControlFlow::Break(()) }
        })?;
        if !rows.is_empty() {
            filled.push((sheet.clone(), rows));
        }
    }
    let quoted: Vec<&str> = sheets.iter().map(String::as_str).collect();
    let chosen = match &written.sheet {
        Some(name) => {
            let Some(at) = filled.iter().position(|(s, _)| *s == name.value) else {
                let reason = if sheets.contains(&name.value) {
                    format!("the sheet `{}` is empty", name.value)
                } else {
                    format!("there is no sheet `{}`", name.value)
                };
                return Err(Unknown::undeclared(
                    reason,
                    format!("its sheets are {}", ordain_base::words::quoted_list(&quoted)),
                ));
            };
            filled.swap_remove(at)
        }
        None if filled.len() > 1 => {
            let names: Vec<&str> = filled.iter().map(|(s, _)| s.as_str()).collect();
            let first = names.first().copied().unwrap_or("");
            return Err(Unknown::undeclared(
                format!("the workbook has several sheets: {}", ordain_base::words::quoted_list(&names)),
                format!("say which: sheet \"{first}\""),
            ));
        }
        None => filled
            .pop()
            .ok_or_else(|| Unknown::undeclared("the workbook is empty", "look whether it was saved whole"))?,
    };
    let (sheet, rows) = chosen;
    let heading = match written.header.as_ref().map(|h| h.value) {
        Some(Header::None) => Heading::Absent("declared".to_owned()),
        Some(Header::Line(line)) => Heading::Line { line, why: "declared".to_owned() },
        None => header::detect(&rows, layouts),
    };
    let (header, columns) = match &heading {
        Heading::Line { line, .. } => {
            let row = rows.iter().find(|r| r.line == u64::from(*line));
            let names = row.map(|r| r.values.clone()).unwrap_or_default();
            (Some(*line), names)
        }
        Heading::Unclear => {
            return Err(Unknown::undeclared(
                "whether the first row is a header the sheet does not show",
                "write: header on line 1, or: no header",
            ));
        }
        _ => (None, (1..=rows.iter().map(|r| r.values.len()).max().unwrap_or(0)).map(|n| n.to_string()).collect()),
    };
    Ok(Known {
        format: Format::Workbook { sheet, header },
        columns,
        beside: Vec::new(),
        encoding: None,
        heading,
        packed: false,
        sheets,
    })
}
