//! Tables: a file, and what is said of its rows and columns.

use super::{Lower, Pair, first_child, has_child};
use crate::ast::{Column, ColumnAt, Complete, DayOrder, Header, StatementKind, Table, YesWhere};
use crate::grammar::Rule;
use ordain_base::diag::{closest, codes};
use ordain_base::source::Spanned;
use ordain_base::words::one_line;

/// What may be said of a table, for the help.
const LEGAL: &[&str] = &[
    "from \"VOL001.dat\"",
    "as Concordance",
    "rows are documents",
    "columns bates is \"BEGDOC\", end is \"ENDDOC\"",
    "dates are month/day/year",
    "by Defendants",
    "complete through April 5, 2024 for productions by Defendants",
    "header on line 3",
    "no header",
    "sheet \"Log\"",
    "separator \"|\"",
    "qualifier \"^\"",
    "encoding Windows-1252",
    "source …",
];

/// Words long enough that a slip in them can be recognized.
const WORDS: &[&str] = &[
    "columns",
    "dates",
    "complete",
    "separator",
    "qualifier",
    "encoding",
    "header",
    "sheet",
    "source",
    "rows",
    "from",
];

impl Lower<'_> {
    pub(crate) fn table(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        // It may be written with a letter less: `tabl`.
        let from = pair.start();
        let word = self.view.span(from, from + "table".len());
        let name = first_child(pair, Rule::table_name).and_then(|n| self.phrase(&n));
        let said = name.clone().unwrap_or_else(|| super::phrase::word("table", word));
        let mut t = Table {
            name: said,
            from: Vec::new(),
            layout: None,
            rows: None,
            columns: Vec::new(),
            yes: Vec::new(),
            dates: None,
            header: None,
            sheet: None,
            separator: None,
            qualifier: None,
            encoding: None,
            by: None,
            complete: None,
            notes: Vec::new(),
            sources: Vec::new(),
        };
        let mut seen = Vec::new();
        let mut unread = false;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::table_property => {
                    let Some(p) = p.into_inner().next() else { continue };
                    let once = !matches!(p.as_rule(), Rule::t_columns | Rule::t_yes | Rule::p_note | Rule::p_source);
                    if once && seen.contains(&p.as_rule()) {
                        let first = p.as_str().split_whitespace().next().unwrap_or("");
                        self.report(codes::syntax::property_twice(self.span(&p), first));
                    } else {
                        seen.push(p.as_rule());
                        self.said_of_table(&p, &mut t);
                    }
                }
                Rule::table_unread => {
                    unread = true;
                    let text = self.words(&p).to_owned();
                    let first = text.split_whitespace().next().unwrap_or("");
                    let near = closest(first, WORDS.iter().copied()).filter(|n| *n != first);
                    self.report(codes::tables::unread(
                        self.span(&p),
                        &one_line(&text),
                        near,
                        &legal_forms_for(first, near),
                    ));
                }
                _ => {}
            }
        }
        if name.is_none() {
            self.report(codes::common_mistakes::missing_name(word, "table"));
            return None;
        }
        if t.from.is_empty() {
            if !unread {
                self.report(codes::tables::no_file(t.name.span));
            }
            return None;
        }
        Some(StatementKind::Table(Box::new(t)))
    }

    fn said_of_table(&mut self, p: &Pair<'_>, t: &mut Table) {
        let span = self.span(p);
        match p.as_rule() {
            Rule::t_from => {
                t.from =
                    p.clone().into_inner().filter(|q| q.as_rule() == Rule::quoted).map(|q| self.quoted(&q)).collect();
            }
            Rule::t_as => t.layout = self.table_words(p),
            Rule::t_rows => t.rows = self.table_words(p),
            Rule::t_separator => t.separator = self.table_words(p),
            Rule::t_qualifier => t.qualifier = self.table_words(p),
            Rule::t_encoding => t.encoding = self.table_words(p),
            Rule::t_by => t.by = first_child(p, Rule::table_words).and_then(|w| self.phrase(&w)),
            Rule::t_sheet => t.sheet = self.quoted_in(p),
            Rule::t_header => {
                let line = first_child(p, Rule::digits).and_then(|d| d.as_str().replace(',', "").parse().ok());
                let header = if has_child(p, Rule::no_header) { Some(Header::None) } else { line.map(Header::Line) };
                t.header = header.map(|h| Spanned::new(h, span));
            }
            Rule::t_dates => t.dates = first_child(p, Rule::day_order).map(|o| Spanned::new(day_order(&o), span)),
            Rule::t_columns => {
                for said in p.clone().into_inner() {
                    match said.as_rule() {
                        Rule::t_column => t.columns.extend(self.table_column(&said)),
                        Rule::t_yes => t.yes.extend(self.yes_where(&said)),
                        _ => {}
                    }
                }
            }
            Rule::t_yes => t.yes.extend(self.yes_where(p)),
            Rule::t_complete => {
                let Some(through) = first_child(p, Rule::date).and_then(|d| self.date(&d)) else { return };
                let what = first_child(p, Rule::complete_words).and_then(|w| self.phrase(&w));
                t.complete = Some(Complete { through, what, span });
            }
            Rule::p_note => t.notes.extend(self.quoted_in(p)),
            Rule::p_source => t.sources.extend(first_child(p, Rule::source).map_or(Vec::new(), |s| self.cites(&s))),
            _ => {}
        }
    }

    fn yes_where(&mut self, p: &Pair<'_>) -> Option<YesWhere> {
        let field = first_child(p, Rule::t_field)?;
        let field = Spanned::new(one_line(self.words(&field)).to_lowercase(), self.span(&field));
        let values = p.clone().into_inner().filter(|c| c.as_rule() == Rule::quoted).map(|q| self.quoted(&q)).collect();
        Some(YesWhere { field, values })
    }

    fn table_column(&mut self, p: &Pair<'_>) -> Option<Column> {
        let field = first_child(p, Rule::t_field)?;
        let field = Spanned::new(one_line(self.words(&field)).to_lowercase(), self.span(&field));
        let at = match first_child(p, Rule::t_position) {
            Some(at) => {
                let n = first_child(&at, Rule::digits)?.as_str().replace(',', "").parse().ok()?;
                ColumnAt::Position(Spanned::new(n, self.span(&at)))
            }
            None => ColumnAt::Named(self.quoted_in(p)?),
        };
        let of_type = first_child(p, Rule::t_type).map(|t| Spanned::new(t.as_str().to_owned(), self.span(&t)));
        let dates = first_child(p, Rule::day_order).map(|o| Spanned::new(day_order(&o), self.span(&o)));
        let list = first_child(p, Rule::t_list).map(|l| {
            let words = l.as_str().split_whitespace().last().unwrap_or_default();
            self.quoted_in(&l).unwrap_or_else(|| Spanned::new(words.to_owned(), self.span(&l)))
        });
        Some(Column { field, of_type, at, dates, list, span: self.span(p) })
    }

    /// The words or the quotation of a property.
    fn table_words(&self, p: &Pair<'_>) -> Option<Spanned<String>> {
        if let Some(quoted) = self.quoted_in(p) {
            return Some(quoted);
        }
        let words = first_child(p, Rule::table_words)?;
        match first_child(&words, Rule::quoted) {
            Some(quoted) => Some(self.quoted(&quoted)),
            None => Some(Spanned::new(one_line(self.words(&words)), self.span(&words))),
        }
    }
}

fn day_order(p: &Pair<'_>) -> DayOrder {
    if has_child(p, Rule::month_first) {
        DayOrder::MonthDayYear
    } else if has_child(p, Rule::day_first) {
        DayOrder::DayMonthYear
    } else {
        DayOrder::YearMonthDay
    }
}

/// The forms to show beside words that were not read: those of their first word, if it is known.
fn legal_forms_for<'a>(first: &str, near: Option<&str>) -> Vec<&'a str> {
    let of = |word: &str| LEGAL.iter().copied().filter(|l| l.split(' ').next() == Some(word)).collect::<Vec<_>>();
    let own = of(near.unwrap_or(first));
    if own.is_empty() { LEGAL.iter().copied().take(5).collect() } else { own }
}
