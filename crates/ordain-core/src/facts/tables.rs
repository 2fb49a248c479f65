//! Tables of the record: whose they are, and what they are complete for.

use super::closing::{Closing, read_closing};
use super::table::Table;
use crate::model::{Declared as Names, cite_text, parties_of};
use ordain_base::diag::codes::tables as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Spanned;
use ordain_syntax::Parsed;
use ordain_syntax::ast::{self, StatementKind};
use ordain_tables::{At, Binding, DateOrder, Declared, Encoding, Header, Kind, Rows, Written, fields};

/// The tables of all files, each under a name of its own.
#[must_use]
pub fn tables(declared: &Names, files: &[Parsed]) -> (Vec<Table>, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut all: Vec<Table> = Vec::new();
    for statement in files.iter().flat_map(|f| &f.statements) {
        let StatementKind::Table(table) = &statement.kind else { continue };
        let Some(table) = Reader { declared, out: &mut out }.table(table, statement.span) else { continue };
        let name = &table.declared.name;
        match all.iter().find(|t| t.declared.name.value.eq_ignore_ascii_case(&name.value)) {
            Some(first) => out.push(say::table_twice(name.span, &name.value, first.declared.name.span)),
            None => all.push(table),
        }
    }
    (all, out)
}

struct Reader<'a> {
    declared: &'a Names,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// `None` after a diagnostic.
    fn table(&mut self, table: &ast::Table, span: ordain_base::source::Span) -> Option<Table> {
        let name = Spanned::new(crate::model::phrase::text_of(&table.name), table.name.span);
        let by = match &table.by {
            Some(by) => parties_of(self.declared, &by.tokens, self.out)?.0,
            None => Vec::new(),
        };
        let complete = match &table.complete {
            Some(c) => Some(self.complete(&name.value, c)?),
            None => None,
        };
        let rows = match &table.rows {
            Some(words) => match Rows::find(&words.value) {
                Some(rows) => Some(Spanned::new(rows, words.span)),
                None => {
                    let near = closest(&words.value, Rows::ALL.map(Rows::words));
                    self.out.push(say::unknown_rows(words.span, &words.value, near, &Rows::ALL.map(Rows::words)));
                    return None;
                }
            },
            None => None,
        };
        let columns = bind_columns(&table.columns, self.out)?;
        Some(Table {
            declared: Declared {
                name,
                files: table.from.clone(),
                layout: table.layout.clone(),
                rows,
                columns,
                yes: table
                    .yes
                    .iter()
                    .map(|y| (y.field.clone(), y.values.iter().map(|v| v.value.clone()).collect()))
                    .collect(),
                dates: table.dates.map(|o| Spanned::new(order_of_dates(o.value), o.span)),
                written: written_form_of(table, self.out)?,
                span,
            },
            by,
            complete,
            cites: table.sources.iter().map(cite_text).collect(),
            fields: None,
            lists: Vec::new(),
        })
    }

    fn complete(&mut self, name: &str, complete: &ast::Complete) -> Option<Closing> {
        let through = complete.through.day;
        match &complete.what {
            Some(what) => read_closing(self.declared, name.to_owned(), through, what, &[], complete.span, self.out),
            None => Some(Closing {
                id: name.to_owned(),
                through,
                verbs: Vec::new(),
                things: Vec::new(),
                by: Vec::new(),
                cites: Vec::new(),
                span: complete.span,
            }),
        }
    }
}

/// What each column is; a field named twice and a slip in a field are errors.
fn bind_columns(written: &[ast::Column], out: &mut Vec<Diagnostic>) -> Option<Vec<Binding>> {
    let mut bound: Vec<Binding> = Vec::new();
    let mut whole = true;
    for c in written {
        let known = fields::find(&c.field.value);
        if let Some(first) = bound.iter().find(|b| b.field.value == c.field.value) {
            out.push(say::field_twice(c.field.span, &c.field.value, first.field.span));
            whole = false;
            continue;
        }
        if known.is_none()
            && c.of_type.is_none()
            && let Some(near) = closest(&c.field.value, fields::FIELDS.iter().map(|f| f.name))
        {
            out.push(say::unknown_field(c.field.span, &c.field.value, near));
            whole = false;
            continue;
        }
        let kind = match c.of_type.as_ref().map(|t| t.value.as_str()) {
            Some("date") => Kind::Date,
            Some("number") => Kind::Number,
            Some("identifier") => Kind::Identifier,
            Some(_) => Kind::Text,
            None if c.dates.is_some() => Kind::Date,
            None => known.map_or(Kind::Text, |f| f.kind),
        };
        let at = match &c.at {
            ast::ColumnAt::Named(name) => At::Named(name.clone()),
            ast::ColumnAt::Position(n) => At::Position(*n),
        };
        let dates = c.dates.map(|o| Spanned::new(order_of_dates(o.value), o.span));
        let list = c.list.as_ref().map(|by| (character_named(&by.value), by));
        if let Some((None, by)) = list {
            out.push(say::no_character(by.span, &by.value, "separator"));
            whole = false;
        }
        let list = list.and_then(|(by, _)| by);
        bound.push(Binding { field: c.field.clone(), kind, at, dates, list, span: c.span });
    }
    whole.then_some(bound)
}

fn written_form_of(table: &ast::Table, out: &mut Vec<Diagnostic>) -> Option<Written> {
    let mut whole = true;
    let mut mark = |said: &Spanned<String>, what: &str, none: bool| {
        let read = character_named(&said.value);
        if read.is_none() && !(none && said.value == "none") {
            out.push(say::no_character(said.span, &said.value, what));
            whole = false;
        }
        Spanned::new(read, said.span)
    };
    let separator = table.separator.as_ref().map(|s| mark(s, "separator", false));
    let qualifier = table.qualifier.as_ref().map(|s| mark(s, "qualifier", true));
    let encoding = table.encoding.as_ref().map(|e| Spanned::new(Encoding::find(&e.value), e.span));
    if let (Some(Spanned { value: None, span }), Some(e)) = (&encoding, &table.encoding) {
        let names = Encoding::ALL.map(Encoding::name);
        out.push(say::unknown_encoding(*span, &e.value, closest(&e.value, names), &names));
        whole = false;
    }
    whole.then(|| Written {
        header: table.header.map(|h| {
            let header = match h.value {
                ast::Header::None => Header::None,
                ast::Header::Line(n) => Header::Line(n),
            };
            Spanned::new(header, h.span)
        }),
        sheet: table.sheet.clone(),
        separator: separator.and_then(|s| s.value.map(|c| Spanned::new(c, s.span))),
        qualifier,
        encoding: encoding.and_then(|e| e.value.map(|v| Spanned::new(v, e.span))),
    })
}

/// `"|"`, `pipe`, `0x14`: one character.
fn character_named(words: &str) -> Option<char> {
    let named = match words {
        "comma" => ',',
        "tab" => '\t',
        "pipe" => '|',
        "semicolon" => ';',
        "caret" => '^',
        "thorn" => 'þ',
        "quotation mark" | "quotation marks" => '"',
        _ => {
            if let Some(hex) = words.strip_prefix("0x").or_else(|| words.strip_prefix("0X")) {
                return u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
            }
            let mut chars = words.chars();
            let first = chars.next()?;
            return chars.next().is_none().then_some(first);
        }
    };
    Some(named)
}

const fn order_of_dates(order: ast::DayOrder) -> DateOrder {
    match order {
        ast::DayOrder::MonthDayYear => DateOrder::MonthDayYear,
        ast::DayOrder::DayMonthYear => DateOrder::DayMonthYear,
        ast::DayOrder::YearMonthDay => DateOrder::YearMonthDay,
    }
}
