//! The files behind the tables of the record: found, known, their columns bound
//! to fields. What is wrong is said on the words of the `table` statement.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::files::{FilesError, TableFiles};
use crate::facts::Table;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::tables as say;
use ordain_base::source::Span;
use ordain_tables::dates::{Evidence, NoDate, Proof, read_date};
use ordain_tables::detect::{Known, PartOf, Unknown, detect_table};
use ordain_tables::{Bound, Declared, How, Kind, Layout, Layouts, Limits, Reader as _, Source, Unbound, bind_columns};

/// A table whose every file is known and bound.
pub struct Opened {
    /// Its place among the tables of the record.
    pub table: usize,
    /// The layout that names its columns.
    pub layout: Option<Arc<Layout>>,
    /// The files of the table.
    pub files: Vec<OpenFile>,
}

/// One file of a table, opened.
pub struct OpenFile {
    /// Where its bytes come from.
    pub source: Box<dyn Source>,
    /// What the file turned out to be.
    pub known: Known,
    /// Date columns have their order here, where one is declared or proved.
    pub bound: Vec<Bound>,
}

/// Opens the files of every table. A table of which anything is wrong is left
/// out: then no duty is decided over a part of it.
pub(super) fn open_tables(
    tables: &[Table],
    layouts: &Layouts,
    files: &dyn TableFiles,
    limits: &Limits,
    out: &mut Vec<Diagnostic>,
) -> Vec<Opened> {
    let mut opened = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        let mut opener = Opener { layouts, files, limits, out, failed: false };
        if let Some((layout, found)) = opener.table(&table.declared)
            && !opener.failed
        {
            opened.push(Opened { table: at, layout, files: found });
        }
    }
    opened
}

/// Lets each table know for which fields its files have columns.
pub(super) fn tell_fields(tables: &mut [Table], opened: &[Opened], out: &mut Vec<Diagnostic>) {
    for o in opened {
        let bound = o.files.iter().flat_map(|f| &f.bound).map(|b| b.field.clone());
        let fields: std::collections::BTreeSet<String> = bound.collect();
        if let Some(table) = tables.get_mut(o.table) {
            table.fields = Some(fields.into_iter().collect());
            let lists = o.files.iter().flat_map(|f| &f.bound).filter_map(|b| Some((b.field.clone(), b.list?)));
            let lists: std::collections::BTreeMap<String, char> = lists.collect();
            table.lists = lists.into_iter().collect();
            // A file that says itself that it is a part closes nothing, whatever its statement says.
            if let Some((file, why)) = missing_pages(&o.files)
                && let Some(closing) = table.complete.take()
            {
                out.push(say::not_complete(closing.span, file, why));
            }
        }
    }
}

/// A file that is a part of a list, unless all parts together have as many entries as it says.
fn missing_pages(files: &[OpenFile]) -> Option<(&str, &str)> {
    let parts = || files.iter().filter_map(|f| Some((f, f.known.part.as_ref()?)));
    let rows: u64 = parts().map(|(_, p)| p.rows).sum();
    let whole = |p: &PartOf| p.all.is_some_and(|all| rows >= all);
    parts().find(|(_, p)| !whole(p)).map(|(f, p)| (f.source.name(), p.why.as_str()))
}

struct Opener<'a> {
    layouts: &'a Layouts,
    files: &'a dyn TableFiles,
    limits: &'a Limits,
    out: &'a mut Vec<Diagnostic>,
    failed: bool,
}

impl Opener<'_> {
    fn fail(&mut self, diagnostic: Diagnostic) {
        self.failed = true;
        self.out.push(diagnostic);
    }

    fn table(&mut self, declared: &Declared) -> Option<(Option<Arc<Layout>>, Vec<OpenFile>)> {
        let layout = match &declared.layout {
            None => None,
            Some(name) => match self.layouts.find(&name.value) {
                Some(layout) => Some(Arc::clone(layout)),
                None => {
                    let known: Vec<&str> = self.layouts.names().collect();
                    self.fail(say::unknown_layout(name.span, &name.value, self.layouts.near(&name.value), &known));
                    return None;
                }
            },
        };
        let mut opened = Vec::new();
        for path in &declared.files {
            let found = match self.files.find(&path.value) {
                Ok(found) => found,
                Err(error) => {
                    self.fail(match error {
                        FilesError::Missing(_) => {
                            say::file_missing(path.span, &path.value, self.files.near(&path.value).as_deref())
                        }
                        FilesError::TableOutside(_) => say::file_outside(path.span, &path.value),
                        other => say::file_unread(path.span, &path.value, &other.to_string()),
                    });
                    continue;
                }
            };
            if !found.skipped.is_empty() {
                let skipped: Vec<&str> = found.skipped.iter().map(String::as_str).collect();
                self.out.push(say::file_skipped(path.span, &path.value, &skipped));
            }
            for source in found.files {
                opened.extend(self.file(source, path.span, declared, layout.as_deref()));
            }
        }
        Some((layout, opened))
    }

    fn file(
        &mut self,
        source: Box<dyn Source>,
        span: Span,
        declared: &Declared,
        layout: Option<&Layout>,
    ) -> Option<OpenFile> {
        let known = match detect_table(&*source, &declared.written, layout, self.layouts, self.limits) {
            Ok(known) => known,
            Err(Unknown::Unreadable(trouble)) => {
                self.fail(say::file_unread(span, source.name(), &trouble.reason));
                return None;
            }
            Err(Unknown::Undeclared { reason, help }) => {
                self.fail(say::file_unclear(span, source.name(), &reason, &help));
                return None;
            }
        };
        let dates = declared.dates.as_ref().map(|d| d.value);
        let (mut bound, unbound) = bind_columns(&known.columns, &declared.columns, dates, layout);
        for u in &unbound {
            self.unbound(u, &known, source.name(), declared);
        }
        if bound.is_empty() && unbound.is_empty() {
            let first = known.columns.first().map_or("", String::as_str);
            self.fail(say::nothing_bound(declared.name.span, &declared.name.value, first));
        }
        if !self.failed {
            self.dates(&*source, span, &known, &mut bound, declared);
        }
        Some(OpenFile { source, known, bound })
    }

    fn unbound(&mut self, unbound: &Unbound, known: &Known, file: &str, declared: &Declared) {
        let named = |columns: &[usize]| columns.iter().map(|c| format!("column {}", c + 1)).collect::<Vec<_>>();
        match unbound {
            Unbound::Missing { binding, near } => {
                let Some(b) = declared.columns.get(*binding) else { return };
                let written = match &b.at {
                    ordain_tables::At::Named(name) => name.value.clone(),
                    ordain_tables::At::Position(n) => format!("column {}", n.value),
                };
                let names: Vec<&str> = known.columns.iter().map(|c| c.trim()).collect();
                self.fail(say::no_column(b.at.span(), &written, file, near.as_deref(), &names));
            }
            Unbound::Several { binding, columns } => {
                let Some(b) = declared.columns.get(*binding) else { return };
                self.fail(say::several_columns(b.at.span(), file, &b.field.value, &named(columns)));
            }
            Unbound::Doubtful { field, columns } => {
                let names: Vec<&str> = columns.iter().filter_map(|c| known.columns.get(*c)).map(|c| c.trim()).collect();
                let place = declared.layout.as_ref().map_or(declared.name.span, |l| l.span);
                self.out.push(say::doubtful_field(place, field, &names));
            }
        }
    }

    /// Proves the order of each date column that has none, reading no further than need be.
    fn dates(&mut self, source: &dyn Source, span: Span, known: &Known, bound: &mut [Bound], declared: &Declared) {
        let open: Vec<usize> =
            (0..bound.len()).filter(|i| bound[*i].kind == Kind::Date && bound[*i].dates.is_none()).collect();
        if open.is_empty() {
            return;
        }
        let mut seen: Vec<Evidence> = open.iter().map(|_| Evidence::default()).collect();
        let columns: Vec<usize> = open.iter().map(|i| bound[*i].column).collect();
        // That a file cannot be read to its end is for those to say who need its end.
        let _ = known.open(source, *self.limits).read(&mut |row| {
            let Ok(record) = row else { return ControlFlow::Continue(()) };
            for (evidence, column) in seen.iter_mut().zip(&columns) {
                evidence.add(record.place.row, record.fields.get(*column).copied().unwrap_or(""));
            }
            if seen.iter().all(|e| is_settled(e, record.place.row)) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        for (i, evidence) in open.into_iter().zip(seen) {
            let Some(b) = bound.get_mut(i) else { continue };
            let place = match b.how {
                How::Declared => {
                    declared.columns.iter().find(|c| c.field.value == b.field).map_or(span, |c| c.at.span())
                }
                How::Layout => declared.layout.as_ref().map_or(span, |l| l.span),
            };
            let name = known.columns.get(b.column).map_or("", |c| c.trim());
            // A few in figures among many that show their order themselves are faults of their own rows.
            let figures = evidence.month_first + evidence.day_first + evidence.ambiguous;
            if evidence.plain > 0 && evidence.plain >= figures {
                continue;
            }
            match evidence.proof() {
                Proof::Order(order) => b.dates = Some(order),
                Proof::Nothing | Proof::Plain => {}
                Proof::Ambiguous => {
                    let both = evidence.doubt.and_then(|(row, value)| match read_date(&value, None) {
                        Err(NoDate::Ambiguous { month_first, day_first }) => Some((row, value, month_first, day_first)),
                        _ => None,
                    });
                    let Some((row, value, month_first, day_first)) = both else { continue };
                    let diagnostic = say::ambiguous_dates(place, name, row, &value, month_first, day_first);
                    self.fail(diagnostic);
                }
                Proof::Mixed => {
                    let shown = |at: usize| evidence.proof.get(at).cloned().flatten().unwrap_or_default();
                    let diagnostic = say::mixed_dates(place, name, &shown(0), &shown(1));
                    self.fail(diagnostic);
                }
            }
        }
    }
}

/// Nothing further on would change what the column proves. A proof may be
/// contradicted to the last row; where values show their order themselves, one
/// that does not is a fault of its own row.
fn is_settled(evidence: &Evidence, row: u64) -> bool {
    match evidence.proof() {
        Proof::Mixed => true,
        Proof::Plain | Proof::Nothing => row >= 1000,
        Proof::Order(_) | Proof::Ambiguous => false,
    }
}
