//! One matter, read once and asked as often as need be.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::asked::{AsOf, Options, Views};
use super::facts_used::facts_used;
use super::files::{TableFiles, Text};
use super::hypothesis::{self, Hypothesis};
use super::inputs::{Inputs, OnProgress};
use super::left_open;
use super::parsing::{
    Undecoded, decode_text, file_stem, in_hexadecimal, layouts_with_own_files, library_with_own_files, parse_files,
};
use super::repeated_names::report_once;
use super::row_files::Files;
use super::rows::{self, Excerpts, PlanRun};
use super::search_found_none;
use super::tables::Opened;
use super::texts;
use crate::eval::{self, Outcome, Question, Side, evaluate_over};
use crate::facts::{self, Ledger};
use crate::lints;
use crate::model::{self, Model, OrderId, PartyId};
use crate::outline;
use crate::quotations::{self, Quotation};
use crate::report::{self, Column, Input, Report, View};
use crate::verdict::{Place, Verdict};
use ordain_base::diag::codes::declarations;
use ordain_base::diag::codes::party_names;
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::{SourceId, SourceKind, SourceMap, Span};
use ordain_tables::Limits;
use ordain_tables::row_engine;

/// The words of the rows shown, by check and group.
type Places = BTreeMap<(usize, usize), Vec<crate::verdict::Place>>;

/// Everything that does not depend on the day or the view.
pub(super) struct Matter<'d> {
    pub(super) model: Model,
    pub(super) ledger: Ledger,
    pub(super) sources: SourceMap,
    /// The trees of the files that have statements, in the order of the sources.
    pub(super) parsed: Vec<ordain_syntax::Parsed>,
    /// The texts of orders among the sources.
    pub(super) tied: Vec<(OrderId, SourceId)>,
    /// The quotations that were looked for in them.
    pub(super) quotations: Vec<Quotation>,
    pub(super) inputs: Vec<Input>,
    diagnostics: Vec<Diagnostic>,
    /// Some line was not read or not resolved.
    pub(super) incomplete: bool,
    /// The files of its tables, and how they are read.
    pub(super) opened: Vec<Opened>,
    table_files: Option<&'d dyn TableFiles>,
    how: row_engine::Options,
    progress: Option<OnProgress<'d>>,
    /// What was found of each plan: several questions may ask the same of the tables.
    plan_run: RefCell<Vec<Rc<PlanRun>>>,
}

/// Adds a file to the sources; what of it is no text.
fn add_file(sources: &mut SourceMap, kind: SourceKind, text: Text) -> Option<Diagnostic> {
    let (decoded, bad) = decode_text(text.bytes);
    let id = sources.add_as(kind, text.path, decoded)?;
    let base = sources.get(id).map_or(0, |f| f.base);
    bad.map(|bad| match bad {
        Undecoded::At(at, len) => declarations::not_utf8(Span::new(base + at, base + at + len)),
        Undecoded::Utf16 => declarations::utf16(Span::new(base, base)),
    })
}

impl<'d> Matter<'d> {
    /// Files of no kind that a matter is made of are texts of orders: each is
    /// read where an order names it, or a tie does.
    pub(super) fn read(texts: Vec<Text>, given: &Inputs<'d>, name: &str) -> Self {
        Self::read_under(&Hypothesis::default(), texts, given, name)
    }

    /// The same, with what a hypothesis assumes and leaves out.
    pub(super) fn read_under(hypothesis: &Hypothesis, texts: Vec<Text>, given: &Inputs<'d>, name: &str) -> Self {
        let mut diagnostics = Vec::new();
        let mut sources = SourceMap::default();
        let mut inputs = Vec::new();
        let (own, papers): (Vec<Text>, Vec<Text>) = texts.into_iter().partition(|t| t.kind().is_of_matter());
        for (kind, text) in own.into_iter().map(|t| (t.kind(), t)).chain(hypothesis.texts()) {
            inputs.push(Input { path: text.path.clone(), sha256: in_hexadecimal(&Sha256::digest(&text.bytes)) });
            diagnostics.extend(add_file(&mut sources, kind, text));
        }
        let mut parsed = parse_files(&sources);
        diagnostics.extend(left_open::empty_files(&sources, &parsed));
        let stray = hypothesis::only_facts(&sources, &mut parsed);
        diagnostics.extend(super::standard_rules::adopt(&mut sources, &mut parsed, &mut inputs));
        let library = library_with_own_files(&sources, &mut diagnostics);
        let layouts = layouts_with_own_files(&sources, &mut diagnostics);
        let (mut tables, mut opened, mut docket) = (Vec::new(), Vec::new(), facts::Docket::default());
        let (mut model, found) = model::resolve(&parsed, library, |declared, out| {
            let (read, found) = facts::tables(declared, &parsed);
            tables = read;
            out.extend(found);
            if let Some(files) = given.tables {
                opened = super::tables::open_tables(&tables, &layouts, files, &Limits::default(), out);
                super::tables::tell_fields(&mut tables, &opened, out);
                docket = super::docket::read_docket(&tables, &opened, &mut sources, &mut inputs, out);
            }
            facts::docket::bind::bind(declared, parsed.iter().flat_map(|f| &f.statements), &mut docket, out);
        });
        let names: Vec<String> = sources.files().iter().map(|f| file_stem(&f.path)).collect();
        let (without, unknown) = hypothesis::left_out(&sources, &parsed, &names);
        let (mut ledger, unresolved) = facts::read(&model.declared, &parsed, &names, &without, tables, docket);
        diagnostics.extend(stray);
        diagnostics.extend(unknown);
        diagnostics.extend(hypothesis::warning(&sources));
        facts::add_deemed_facts(&model, &mut ledger);
        diagnostics.extend(parsed.iter().flat_map(|p| p.diagnostics.iter().cloned()));
        diagnostics.extend(found);
        diagnostics.extend(unresolved);
        diagnostics.extend(facts::contradictions(&model, &ledger));
        if model.caption.is_empty() {
            name.clone_into(&mut model.caption);
        }
        let incomplete = model.incomplete || diagnostics.iter().any(|d| d.severity == Severity::Error);
        diagnostics.extend(lints::check_files(&model, &ledger, incomplete));
        // What an order's text is like changes no verdict, so it comes after.
        let mut tied = texts::tie(&model, &mut sources, &papers, given, &mut diagnostics);
        super::docket::texts(&ledger.docket, &mut sources, &mut tied);
        for paper in papers.iter().filter(|p| sources.files().iter().any(|f| f.path == p.path)) {
            inputs.push(Input { path: paper.path.clone(), sha256: in_hexadecimal(&Sha256::digest(&paper.bytes)) });
        }
        let quotations =
            quotations::find_quotations(&model, &texts::read_order_texts(&sources, &tied), |span| sources.text(span));
        let file = |order| {
            let source = tied.iter().find(|(o, _)| *o == order).and_then(|(_, s)| sources.get(*s));
            source.map_or("", |f| f.path.as_str())
        };
        diagnostics.extend(lints::check_quotations(&model, &quotations, file));
        super::own_examples::fit(&model, &sources, &mut diagnostics);
        // Of one severity, in reading order.
        diagnostics.sort_by_key(|d| (d.severity, d.span()));
        diagnostics.dedup();
        report_once(&mut diagnostics);
        Self {
            model,
            ledger,
            sources,
            parsed,
            tied,
            quotations,
            inputs,
            diagnostics,
            incomplete,
            opened,
            table_files: given.tables,
            how: given.how,
            progress: given.progress,
            plan_run: RefCell::default(),
        }
    }

    /// What of the files cannot be read as written.
    pub(super) fn errors(&self) -> Vec<Diagnostic> {
        self.diagnostics.iter().filter(|d| d.severity == Severity::Error).cloned().collect()
    }

    /// The words of the order's own text in which a paragraph is quoted.
    fn words_of(&self, verdict: &Verdict) -> Option<Place> {
        if self.quotations.is_empty() {
            return None;
        }
        let paragraph = self.model.paragraphs.iter().find(|p| p.span.contains(verdict.span) && p.name == verdict.id)?;
        let quotation = self.quotations.iter().find(|q| q.paragraph == paragraph.id && q.passage().is_some())?;
        let passage = quotation.passage()?;
        let page = passage.pages.map(|(first, _)| format!(" at {}", first.number())).unwrap_or_default();
        let order = &self.model.order(quotation.order).name;
        Some(Place {
            span: passage.span,
            text: "as the order says it".to_owned(),
            fact: None,
            cite: Some(format!("{order}{page}")),
        })
    }

    /// What was found without asking for a day, worst first, then in reading order.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    pub(super) fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// The verdicts for a day and a view, without the words of rows.
    pub(super) fn ask(&self, as_of: NaiveDate, known_on: Option<NaiveDate>, side: Side) -> Outcome {
        let asked = Question { as_of, known_on: known_on.unwrap_or(as_of), side };
        self.evaluate(asked, self.plan_run(asked).as_deref(), &BTreeMap::new())
    }

    fn evaluate(&self, asked: Question, plan_run: Option<&PlanRun>, places: &Places) -> Outcome {
        let rows = plan_run.map(|c| eval::rows::Rows { planned: &c.planned, found: c.found().ok(), places });
        evaluate_over(&self.model, &self.ledger, self.incomplete, asked, rows)
    }

    /// What the tables of the record show for a question; they are read once for each plan.
    fn plan_run(&self, asked: Question) -> Option<Rc<PlanRun>> {
        let planned = eval::plan_rows(&self.model, &self.ledger, asked)?;
        let known = self.plan_run.borrow().iter().find(|c| c.asked == planned).cloned();
        Some(known.unwrap_or_else(|| {
            let files = self.files();
            let asked = planned.clone();
            let planned = files.fitted(planned);
            let found = files.run(&planned, self.how).and_then(|found| {
                let worst =
                    rows::worst_findings(&planned, &found).map_err(|e| row_engine::Error::Disk(e.to_string()))?;
                Ok((std::sync::Arc::new(found), worst))
            });
            let plan_run = Rc::new(PlanRun { asked, planned, found });
            self.plan_run.borrow_mut().push(Rc::clone(&plan_run));
            plan_run
        }))
    }

    fn files(&self) -> Files<'_> {
        Files { opened: &self.opened, scratch: self.table_files, progress: self.progress, total: None }
    }

    /// What the matter asks of its tables on a day.
    pub(super) fn plan(&self, options: &Options) -> Option<row_engine::Plan> {
        let as_of = self.day_asked(options);
        let asked = Question { as_of, known_on: options.known_on.unwrap_or(as_of), side: Side::Court };
        eval::plan_rows(&self.model, &self.ledger, asked).map(|p| self.files().fitted(p).plan)
    }

    pub(super) fn report(mut self, options: &Options) -> Report {
        let (as_of, as_of_given) = (self.day_asked(options), matches!(options.as_of, AsOf::On(_)));
        let known_on = options.known_on.unwrap_or(as_of);
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        let mut columns = Vec::new();
        let mut first: Option<Outcome> = None;
        let mut sources = std::mem::take(&mut self.sources);
        let mut unread = false;
        let mut table_rows = None;
        for (view, side) in self.sides(&options.views, &mut diagnostics) {
            let asked = Question { as_of, known_on, side };
            let plan_run = self.plan_run(asked);
            let mut places = BTreeMap::new();
            if let Some(plan_run) = &plan_run {
                let mut excerpts = Excerpts::new(&mut sources, self.files());
                if let Ok((found, worst)) = &plan_run.found {
                    places = rows::places_of_findings(&plan_run.planned, (found, worst), &self.ledger, &mut excerpts);
                }
                if first.is_none() {
                    let found = rows::diagnostics(plan_run, &self.ledger, &mut excerpts);
                    unread = found.iter().any(|d| d.severity == Severity::Error);
                    diagnostics.extend(found);
                    diagnostics.extend(search_found_none::contradicted(plan_run, &self.model.declared, &self.ledger));
                    self.inputs.extend(rows::inputs(plan_run));
                    table_rows = rows::rows_found(plan_run);
                }
            }
            // What cannot be read puts every silence in doubt, as a line does.
            let before = self.incomplete;
            self.incomplete |= unread;
            let outcome = self.evaluate(asked, plan_run.as_deref(), &places);
            self.incomplete = before;
            match first {
                // Those of the first are still looked at, and go into their column at the end.
                None => {
                    columns.push(Column { view, verdicts: Vec::new() });
                    first = Some(outcome);
                }
                Some(_) => columns.push(Column { view, verdicts: outcome.verdicts }),
            }
        }
        let outcome = first.unwrap_or_default();
        diagnostics.extend(report::findings_with(&outcome.verdicts, |v| self.words_of(v)));
        diagnostics.extend(lints::check_outcome(&self.model, &self.ledger, &outcome));
        // A line that could not be read says by itself why there is no verdict; what is shown is not silent.
        if outcome.verdicts.is_empty() && outcome.shown.is_empty() && !self.incomplete {
            diagnostics.push(left_open::no_verdict(&self.model, known_on.min(as_of)));
        }
        report::worst_first(&mut diagnostics);
        let (facts, unused) = facts_used(&self.ledger, &outcome);
        // What is wrong with an order's own text changes no verdict.
        let doubts = |d: &Diagnostic| d.severity == Severity::Error && !texts::is_about_texts(d.code);
        let incomplete = self.incomplete || unread || diagnostics.iter().any(doubts);
        if let Some(column) = columns.first_mut() {
            column.verdicts = outcome.verdicts;
        }
        let outlines = outline::with_verdicts(&self.model).map(|o| (o.id.clone(), o)).collect();
        Report {
            matter: self.model.caption,
            as_of,
            as_of_given,
            known_on,
            court: self.model.court.map(|(court, _)| court),
            number: self.model.number,
            zone: self.model.clock.as_ref().and_then(model::Clock::zone),
            parties: self.model.declared.party_names(),
            orders: self.model.declared.orders_by_day(),
            columns,
            incomplete,
            inputs: self.inputs,
            facts,
            unused,
            rows: table_rows,
            outlines,
            shown: outcome.shown,
            diagnostics,
            sources,
            hypothesis: None,
        }
    }

    /// The views asked for, with who each is; a view that is nobody's is an error.
    pub(super) fn sides(&self, views: &Views, out: &mut Vec<Diagnostic>) -> Vec<(View, Side)> {
        let declared = &self.model.declared;
        let party = |id: PartyId| (View::Party(declared.party_name(id).to_owned()), Side::Party(id));
        match views {
            Views::One(View::Court) => vec![(View::Court, Side::Court)],
            Views::One(View::Party(name)) => match declared.names.get(name) {
                Some(model::names::Entity::Party(id)) => vec![party(declared.side(id))],
                _ => {
                    let known: Vec<&str> = std::iter::once("court")
                        .chain(declared.all_parties().map(|p| declared.party_name(p)))
                        .collect();
                    let near = ordain_base::words::closest(name, known.iter().copied());
                    let meant = declared.all_parties().find(|p| near.is_none_or(|n| n == declared.party_name(*p)));
                    let place = meant.map(|p| declared.parties[p.index()].span);
                    out.push(party_names::unknown_view(name, place.unwrap_or_default(), near, &known));
                    vec![(View::Court, Side::Court)]
                }
            },
            Views::All => {
                std::iter::once((View::Court, Side::Court)).chain(declared.all_parties().map(party)).collect()
            }
        }
    }

    /// The day that is asked about.
    fn day_asked(&self, options: &Options) -> NaiveDate {
        match options.as_of {
            AsOf::On(day) => day,
            AsOf::Today(now) => self.today(now),
        }
    }

    /// The day it is at the court.
    pub(super) fn today(&self, now: chrono::DateTime<chrono::Utc>) -> NaiveDate {
        let zone = self.model.clock.as_ref().and_then(model::Clock::zone);
        zone.map_or_else(|| now.date_naive(), |z| now.with_timezone(&z).date_naive())
    }
}
