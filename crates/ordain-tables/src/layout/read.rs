//! Reading layout files: a line at a time, every error of a file in one run.

use pest::Parser as _;
use pest::error::InputLocation;
use pest_derive::Parser;

use super::file_kind::FileKind;
use super::types::{Column, Layout};
use crate::{DateOrder, Kind, Rows, fields};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::tables as codes;
use ordain_base::source::Span;

#[derive(Parser)]
#[grammar = "grammar/format.pest"]
struct Grammar;

type Pair<'i> = pest::iterators::Pair<'i, Rule>;

/// What a line may say, for the help.
const FORMS: [&str; 5] = [
    "layout Ours \"our vendor's load file\"",
    "rows are documents",
    "column bates is \"BEGDOC\", \"BegBates\"",
    "column sent is the date \"DATESENT\"",
    "dates are month/day/year",
];

/// The layouts of a file whose first byte is at `base`, and what is wrong with it.
#[must_use]
pub fn read(text: &str, base: u32) -> (Vec<Layout>, Vec<Diagnostic>) {
    let mut layouts: Vec<Layout> = Vec::new();
    let mut out = Vec::new();
    for (start, line) in statement_lines(text) {
        let at = |n: usize| base.saturating_add(u32::try_from(start + n).unwrap_or(u32::MAX));
        let span = Span::new(at(0), at(line.trim_end().len()));
        let pair = match Grammar::parse(Rule::line, line.trim_end()) {
            Ok(mut pairs) => pairs.next().and_then(|p| p.into_inner().next()),
            Err(e) => {
                let stop = match e.location {
                    InputLocation::Pos(p) | InputLocation::Span((p, _)) => p.min(line.trim_end().len()),
                };
                out.push(codes::layout_line(Span::new(at(stop), span.end.max(at(stop))), &FORMS));
                continue;
            }
        };
        let Some(pair) = pair else { continue };
        if pair.as_rule() == Rule::layout {
            layouts.push(layout_of_head(&pair, span));
            continue;
        }
        match layouts.last_mut() {
            Some(layout) => out.extend(take_line(&pair, layout, span, base, start)),
            None => out.push(codes::layout_line(span, &FORMS[..1])),
        }
    }
    (layouts, out)
}

/// Lines without their comments; one that ends with a comma goes on in the next.
fn statement_lines(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    let mut goes_on = false;
    for raw in text.split_inclusive('\n') {
        let start = at;
        at += raw.len();
        let line = raw.split_once(" #").map_or(raw, |(l, _)| l);
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        match lines.last_mut().filter(|_| goes_on) {
            // What lies between is kept as blanks, so that places stay true.
            Some((first, text)) => {
                let gap = (start + indent).saturating_sub(*first + text.len());
                text.push_str(&" ".repeat(gap));
                text.push_str(trimmed);
            }
            None => lines.push((start + indent, trimmed.to_owned())),
        }
        goes_on = trimmed.ends_with(',');
    }
    lines
}

fn layout_of_head(pair: &Pair<'_>, span: Span) -> Layout {
    let mut names = pair.clone().into_inner().map(|p| words_of_pair(&p));
    Layout {
        name: names.next().unwrap_or_default(),
        title: names.next().unwrap_or_default(),
        version: String::new(),
        rows: None,
        file: FileKind::Delimited,
        separator: None,
        qualifier: None,
        newline: None,
        list: None,
        dates: None,
        columns: Vec::new(),
        sources: Vec::new(),
        notes: Vec::new(),
        span,
    }
}

/// The inside of a quotation, or the words as they are.
fn words_of_pair(pair: &Pair<'_>) -> String {
    let inside = pair.clone().into_inner().find(|p| p.as_rule() == Rule::inside);
    inside.map_or_else(|| pair.as_str().trim().to_owned(), |i| i.as_str().to_owned())
}

/// Takes in one line; what is wrong with it.
fn take_line(pair: &Pair<'_>, layout: &mut Layout, line: Span, base: u32, start: usize) -> Option<Diagnostic> {
    let span = |p: &Pair<'_>| {
        let at = |n: usize| base.saturating_add(u32::try_from(start + n).unwrap_or(u32::MAX));
        Span::new(at(p.as_span().start()), at(p.as_span().end()))
    };
    let first = pair.clone().into_inner().next();
    let text = first.as_ref().map(words_of_pair).unwrap_or_default();
    match pair.as_rule() {
        Rule::version => layout.version = text,
        Rule::source => layout.sources.push(text),
        Rule::note => layout.notes.push(text),
        Rule::columns_in => layout.list = Some(text),
        Rule::dates => {
            layout.dates = Some(match text.as_str() {
                "month/day/year" => DateOrder::MonthDayYear,
                "day/month/year" => DateOrder::DayMonthYear,
                _ => DateOrder::YearMonthDay,
            });
        }
        Rule::rows => {
            layout.rows = Rows::find(&text);
            if layout.rows.is_none() {
                let known = Rows::ALL.map(Rows::words);
                let at = first.as_ref().map_or(line, span);
                return Some(codes::unknown_rows(at, &text, ordain_base::diag::closest(&text, known), &known));
            }
        }
        Rule::file => {
            for p in pair.clone().into_inner() {
                match p.as_rule() {
                    Rule::kind => {
                        let Some(kind) = FileKind::find(p.as_str()) else {
                            return Some(codes::layout_line(span(&p), &FORMS));
                        };
                        layout.file = kind;
                    }
                    _ => {
                        let mut parts = p.clone().into_inner();
                        let word = parts.next().map(|w| w.as_str().to_owned()).unwrap_or_default();
                        let said = parts.next().map(|w| words_of_pair(&w)).unwrap_or_default();
                        let Some(mark) = character_of(&said) else {
                            return Some(codes::no_character(span(&p), &said, &word));
                        };
                        match word.as_str() {
                            "separator" => layout.separator = Some(mark),
                            "qualifier" => layout.qualifier = Some(mark),
                            _ => layout.newline = Some(mark),
                        }
                    }
                }
            }
        }
        Rule::column => return add_column(pair, layout, &span),
        _ => {}
    }
    None
}

fn add_column(pair: &Pair<'_>, layout: &mut Layout, span: &dyn Fn(&Pair<'_>) -> Span) -> Option<Diagnostic> {
    let mut field = String::new();
    let mut at = Span::default();
    let mut kind = None;
    let mut names = Vec::new();
    let mut list = None;
    let mut first = false;
    for p in pair.clone().into_inner() {
        match p.as_rule() {
            Rule::field => {
                field = p.as_str().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                at = span(&p);
            }
            Rule::first_of => first = true,
            Rule::of_type => kind = Some(p.as_str().to_owned()),
            Rule::separated => {
                let said = p.clone().into_inner().next().map(|w| words_of_pair(&w)).unwrap_or_default();
                list = character_of(&said);
                if list.is_none() {
                    return Some(codes::no_character(span(&p), &said, "separator"));
                }
            }
            _ => names.push((words_of_pair(&p), span(&p))),
        }
    }
    let known = fields::find(&field);
    if known.is_none()
        && kind.is_none()
        && let Some(near) = ordain_base::diag::closest(&field, fields::FIELDS.iter().map(|f| f.name))
    {
        return Some(codes::unknown_field(at, &field, near));
    }
    // One name that means two columns would have to be guessed.
    for (name, place) in &names {
        if let Some(other) = layout.column(name) {
            return Some(codes::alias_twice(*place, name, &other.field));
        }
    }
    let kind = match kind.as_deref() {
        Some("date") => Kind::Date,
        Some("number") => Kind::Number,
        Some("identifier") => Kind::Identifier,
        Some(_) => Kind::Text,
        None => known.map_or(Kind::Text, |f| f.kind),
    };
    layout.columns.push(Column { field, kind, names: names.into_iter().map(|n| n.0).collect(), list, first });
    None
}

/// One character, or `0x14`.
fn character_of(said: &str) -> Option<char> {
    if let Some(hex) = said.strip_prefix("0x") {
        return u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
    }
    let mut chars = said.chars();
    chars.next().filter(|_| chars.next().is_none())
}
