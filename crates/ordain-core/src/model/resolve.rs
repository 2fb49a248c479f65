//! From parsed files to one model: names first, then what uses them.

use std::collections::{BTreeMap, BTreeSet};

use super::disposition::{self, Disposition};
use super::names::fold;
use super::paragraph::{self, Body, Paragraph};
use super::phrase::PhraseResolver;
use super::{Declared, OrderId, ParagraphId, PartyId};
use ordain_base::diag::codes::names as say;
use ordain_base::diag::codes::syntax::UNREADABLE_DEADLINE;
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::Span;
use ordain_syntax::Parsed;
use ordain_syntax::ast::{self, Statement, StatementKind};
use ordain_time::Library;

/// What the orders of a matter require.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub caption: String,
    /// `C.D. Cal.`, as written.
    pub court: Option<(String, Span)>,
    pub zone: Option<(String, Span)>,
    pub rules: Option<(String, Span)>,
    pub calendar: Option<(String, Span)>,
    /// By which rules days are counted; `None` where the matter does not say.
    pub clock: Option<super::Clock>,
    pub declared: Declared,
    pub paragraphs: Vec<Paragraph>,
    /// What the heads of orders say they do.
    pub effects: Vec<(OrderId, Disposition)>,
    pub expects: Vec<Expect>,
    /// True where some line of the matter could not be read or resolved: then
    /// no breach rests on silence, for that line may be the performance.
    pub incomplete: bool,
    /// The orders in which something was not read that may have moved, stayed
    /// or lifted what earlier orders required.
    pub doubtful: Vec<OrderId>,
}

/// `expect MTC ¶ 1 category 1 breached on 2024-04-05 under Defendants 126 days`.
#[derive(Debug, Clone, PartialEq)]
pub struct Expect {
    /// The id it is about, as a verdict has it.
    pub target: String,
    pub verdict: String,
    pub on: Option<chrono::NaiveDate>,
    pub under: Option<PartyId>,
    pub days: Option<i64>,
    pub span: Span,
}

impl Model {
    #[must_use]
    pub fn paragraph(&self, id: ParagraphId) -> &Paragraph {
        &self.paragraphs[id.index()]
    }

    #[must_use]
    pub fn order(&self, id: OrderId) -> &super::Order {
        &self.declared.orders[id.index()]
    }
}

/// Resolves all files of one matter. The order of files does not matter, but
/// a paragraph belongs to the order above it in its own file. `library` is
/// asked for only where the matter names a court or rules; `docket` gives the
/// orders and papers that are declared the days that only the docket tells.
#[must_use]
pub fn resolve(
    files: &[Parsed],
    library: impl FnOnce() -> Library,
    docket: impl FnOnce(&mut Declared, &mut Vec<Diagnostic>),
) -> (Model, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut model = Model { declared: Declared::new(), ..Model::default() };
    let all = || files.iter().flat_map(|f| &f.statements);
    for statement in all() {
        model.declared.declare(statement, &mut out);
    }
    model.declared.owners(all(), &mut out);
    super::require::producing_party(&mut model.declared, all());
    matter(&mut model, all(), &mut out);
    if model.court.is_some() || model.rules.is_some() || model.zone.is_some() {
        model.clock =
            super::clock::clock(&library(), &model.court, &model.rules, &model.zone, &model.calendar, &mut out);
    }
    super::scope::orders_in_cases(&mut model.declared, all(), &mut out);
    docket(&mut model.declared, &mut out);
    let zoned: Vec<ast::Zoned> = all().flat_map(|s| s.zoned.iter().cloned()).collect();
    super::zone::check(model.clock.as_ref(), &zoned, &mut out);
    let found = collect(&mut model.declared, files, &mut out);
    for (i, entry) in found.iter().enumerate() {
        model.declared.here = Some(entry.order);
        let id = ParagraphId::at(i);
        let p = paragraph::resolve(
            &model.declared,
            entry.order,
            id,
            &entry.label,
            entry.source.as_ref(),
            entry.span,
            &mut out,
        );
        model.paragraphs.push(p);
    }
    super::deadline_of::link(&model.declared, &mut model.paragraphs, &mut out);
    super::chain::link(&model.declared, &mut model.paragraphs, &mut out);
    for i in 0..model.declared.orders.len() {
        let order = OrderId::at(i);
        model.declared.here = Some(order);
        let effects = model.declared.orders[i].effects.clone();
        let mut words = PhraseResolver { names: &model.declared.names, declared: &model.declared, out: &mut out };
        let resolved: Vec<_> = effects.iter().filter_map(|d| disposition::resolve(&mut words, d, &[])).collect();
        for d in resolved.iter().filter(|d| d.owed.is_some()) {
            out.push(ordain_base::diag::codes::docket::duty_in_head(d.span));
        }
        model.effects.extend(resolved.into_iter().map(|d| (order, d)));
    }
    model.declared.here = None;
    for statement in all() {
        if let StatementKind::Expect(e) = &statement.kind
            && let Some(e) = expect(&model.declared, &model.paragraphs, e, statement.span, &mut out)
        {
            model.expects.push(e);
        }
    }
    let unread = files.iter().flat_map(|f| &f.diagnostics).any(|d| d.severity == Severity::Error);
    let told =
        files.iter().flat_map(|f| &f.diagnostics).filter(|d| d.code == UNREADABLE_DEADLINE).map(Diagnostic::span);
    let told: Vec<Span> = told.collect();
    out.retain(|d| !told.iter().any(|t| t.start <= d.span().start && d.span().end <= t.end));
    let doubts = doubts(files.iter().flat_map(|f| &f.diagnostics).chain(&out));
    // A record of which a line could not be read may have the category that is missed.
    let half_read: Vec<String> = half_read(files);
    let missed =
        |d: &Diagnostic| half_read.iter().any(|name| d.message.starts_with(&format!("{name} has no category")));
    out.retain(|d| d.code != say::UNKNOWN_CATEGORY || !missed(d));
    let doubtful = |span: Span| doubts.range(span.start..span.end).next().is_some();
    let heads = all().filter(|s| matches!(s.kind, StatementKind::Order(_))).map(|s| doubtful(s.span));
    let heads: Vec<bool> = heads.collect();
    for paragraph in &mut model.paragraphs {
        // An order whose day of entry cannot be read binds from nobody knows when.
        if doubtful(paragraph.span) || heads.get(paragraph.order.index()).is_some_and(|h| *h) {
            paragraph.body = Body::Broken;
        }
    }
    model.doubtful = doubtful_orders(files, &doubts);
    model.incomplete = unread || out.iter().any(|d| d.severity == Severity::Error);
    (model, out)
}

/// The names of records of which a line could not be read.
fn half_read(files: &[Parsed]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let errors = file.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        let errors: BTreeSet<u32> = errors.map(|d| d.span().start).collect();
        for statement in &file.statements {
            let StatementKind::Record(record) = &statement.kind else { continue };
            if errors.range(statement.span.start..statement.span.end).next().is_some() {
                found.push(super::names::name_of(&record.name));
            }
        }
    }
    found
}

/// Where something is wrong whose mend may change the meaning: a duty of which
/// half was read is none, and is neither met nor breached.
fn doubts<'a>(all: impl Iterator<Item = &'a Diagnostic>) -> BTreeSet<u32> {
    let safe = |d: &Diagnostic| d.fix.as_ref().is_some_and(ordain_base::diag::Fix::is_safe);
    all.filter(|d| d.severity == Severity::Error && !safe(d)).map(|d| d.span().start).collect()
}

/// The orders under which a doubt stands outside every duty: it may be a disposition.
fn doubtful_orders(files: &[Parsed], doubts: &BTreeSet<u32>) -> Vec<OrderId> {
    let mut found = Vec::new();
    let mut order = 0;
    for (i, file) in files.iter().enumerate() {
        let next_file = files[i + 1..].iter().flat_map(|f| &f.statements).map(|s| s.span.start).next();
        let heads = file.statements.iter().filter(|s| matches!(s.kind, StatementKind::Order(_)));
        let starts: Vec<u32> = heads.map(|s| s.span.start).collect();
        let duty = |at: u32| {
            file.statements.iter().any(|s| {
                let provision =
                    matches!(&s.kind, StatementKind::Paragraph(p) if matches!(p.body, ast::Body::Provision(_)));
                provision && s.span.start <= at && at < s.span.end
            })
        };
        for (n, &start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().or(next_file).unwrap_or(u32::MAX);
            if doubts.range(start..end).any(|at| !duty(*at)) {
                found.push(OrderId::at(order));
            }
            order += 1;
        }
    }
    found
}

fn matter<'a>(model: &mut Model, all: impl Iterator<Item = &'a Statement>, out: &mut Vec<Diagnostic>) {
    let mut first: Option<Span> = None;
    for statement in all {
        let StatementKind::Matter(m) = &statement.kind else { continue };
        if let Some(first) = first {
            out.push(say::two_matters(statement.span, first));
            continue;
        }
        first = Some(statement.span);
        model.caption = m.caption.as_ref().map(|c| c.value.clone()).unwrap_or_default();
        let named = |p: &Option<ast::Phrase>| p.as_ref().map(|p| (super::phrase::text_of(p), p.span));
        model.court = named(&m.court);
        model.zone = named(&m.zone);
        model.rules = named(&m.rules);
        model.calendar = named(&m.calendar);
        model.declared.cases = super::scope::cases(m);
    }
}

struct Entry<'a> {
    order: OrderId,
    label: String,
    source: std::borrow::Cow<'a, ast::Paragraph>,
    span: Span,
}

/// Finds the paragraphs of every order and gives the unlabelled their numbers.
fn collect<'a>(declared: &mut Declared, files: &'a [Parsed], out: &mut Vec<Diagnostic>) -> Vec<Entry<'a>> {
    let mut found: Vec<Entry<'a>> = Vec::new();
    let mut labelled: BTreeMap<OrderId, bool> = BTreeMap::new();
    let mut next: BTreeMap<OrderId, u32> = BTreeMap::new();
    let mut mixed: BTreeSet<OrderId> = BTreeSet::new();
    let mut orders = 0;
    for file in files {
        let mut current = None;
        for statement in &file.statements {
            match &statement.kind {
                StatementKind::Order(_) => {
                    current = Some(OrderId::at(orders));
                    orders += 1;
                }
                StatementKind::Paragraph(p) => {
                    let Some(order) = current else {
                        out.push(say::paragraph_without_order(statement.span));
                        continue;
                    };
                    let has_label = p.label.is_some();
                    if *labelled.entry(order).or_insert(has_label) != has_label {
                        // Once an order: the others are mended with it.
                        if mixed.insert(order) {
                            out.push(say::unlabelled_mix(&declared.orders[order.index()].name, statement.span));
                        }
                        continue;
                    }
                    match &p.label {
                        Some(label) => found.push(Entry {
                            order,
                            label: fold(&label.value),
                            source: std::borrow::Cow::Borrowed(p),
                            span: statement.span,
                        }),
                        None => number_items(order, p, statement.span, &mut next, &mut found),
                    }
                }
                _ => {}
            }
        }
    }
    for (i, entry) in found.iter().enumerate() {
        let key = (entry.order, entry.label.clone());
        if let Some(&(_, first)) = declared.labels.get(&key) {
            let order = &declared.orders[entry.order.index()].name;
            out.push(say::duplicate_label(order, &entry.label, entry.span, first));
        } else {
            declared.labels.insert(key, (ParagraphId::at(i), entry.span));
        }
    }
    found
}

/// A compact duty without `¶`: each of its items is a paragraph, numbered through the order.
fn number_items<'a>(
    order: OrderId,
    p: &ast::Paragraph,
    span: Span,
    next: &mut BTreeMap<OrderId, u32>,
    found: &mut Vec<Entry<'a>>,
) {
    let mut push = |source: ast::Paragraph, span| {
        let n = next.entry(order).or_insert(0);
        *n += 1;
        found.push(Entry { order, label: n.to_string(), source: std::borrow::Cow::Owned(source), span });
    };
    match &p.body {
        ast::Body::Provision(provision) if provision.items.len() > 1 && provision.choice.is_none() => {
            for item in &provision.items {
                let one = ast::Provision { items: vec![item.clone()], ..provision.clone() };
                push(ast::Paragraph { body: ast::Body::Provision(one), ..p.clone() }, item.span);
            }
        }
        _ => push(p.clone(), span),
    }
}

/// `expect Trial shown on D`, `expect this action shown on D`: what has no verdict, by its name.
fn expect_shown(declared: &Declared, e: &ast::Expect, span: Span, out: &mut Vec<Diagnostic>) -> Option<Expect> {
    let name = super::names::name_of(&e.target);
    let target = match declared.names.get(&name) {
        Some(super::names::Entity::Thing(t)) => declared.things[t.index()].name.clone(),
        _ if name == "this action" => name,
        _ => {
            out.push(say::expects_what(&super::phrase::text_of(&e.target), e.target.span));
            return None;
        }
    };
    let on = e.on.as_ref().map(|d| d.day);
    Some(Expect { target, verdict: e.verdict.value.clone(), on, under: None, days: None, span })
}

fn expect(
    declared: &Declared,
    paragraphs: &[Paragraph],
    e: &ast::Expect,
    span: Span,
    out: &mut Vec<Diagnostic>,
) -> Option<Expect> {
    let at = e.target.tokens.iter().position(|t| t.kind == ast::TokenKind::Paragraph);
    let Some(at) = at else { return expect_shown(declared, e, span, out) };
    let named = &e.target.tokens[..at];
    let order = if named.is_empty() {
        None
    } else {
        let phrase = ast::Phrase { tokens: named.to_vec(), span: super::phrase::span_of(named) };
        Some(declared.order_named(&phrase, out)?)
    };
    let token = &e.target.tokens[at];
    let &id = declared.paragraphs(order, token, out).first()?;
    let mut target = paragraphs.get(id.index())?.name.clone();
    for t in &e.target.tokens[at + 1..] {
        if t.kind != ast::TokenKind::Comma {
            target.push(' ');
        }
        target.push_str(&fold(&t.text));
    }
    let under = match &e.under {
        Some(phrase) if super::names::name_of(phrase).eq_ignore_ascii_case("court") => None,
        Some(phrase) => super::parties_of(declared, &phrase.tokens, out)?.0.first().copied(),
        None => None,
    };
    Some(Expect {
        target,
        verdict: e.verdict.value.clone(),
        on: e.on.as_ref().map(|d| d.day),
        under: under.filter(|p| *p != super::COURT),
        days: e.days.as_ref().map(|d| d.value),
        span,
    })
}
