//! From parsed files to one model: names first, then what uses them.

pub(crate) mod acts;
pub(crate) mod anchor;
pub(crate) mod bearer;
pub(crate) mod breach_of;
mod by_title;
pub(crate) mod caseload;
pub(crate) mod causative;
pub(crate) mod chain;
pub(crate) mod clauses;
pub(crate) mod clock;
pub(crate) mod collect;
pub(crate) mod condition;
pub(crate) mod consequence;
pub(crate) mod cut_off;
pub(crate) mod deadline_of;
pub(crate) mod declare;
pub(crate) mod deemed;
pub(crate) mod dismissal;
pub(crate) mod disposition;
mod docket_numbers;
pub(crate) mod doubts;
pub(crate) mod due;
pub(crate) mod each;
mod each_time;
pub(crate) mod event_day;
pub(crate) mod exception;
mod excused;
pub(crate) mod expect;
mod hearing_by_noun;
pub(crate) mod in_each;
mod installments;
mod later_day;
mod limit;
pub(crate) mod matter;
pub(crate) mod measured;
pub(crate) mod narrow;
mod numbering;
pub(crate) mod obligation;
pub(crate) mod order_day;
pub(crate) mod paragraph;
pub(crate) mod parties;
pub(crate) mod passive;
pub(crate) mod period;
pub(crate) mod phrase;
pub(crate) mod phrasing;
pub(crate) mod producing_party;
pub(crate) mod provision;
pub(crate) mod quantity;
pub(crate) mod reach;
pub(crate) mod require;
pub(crate) mod rewrite;
pub(crate) mod scope;
pub(crate) mod selection;
pub(crate) mod series;
pub(crate) mod served_with;
pub(crate) mod setting;
pub(crate) mod several_events;
mod spared;
pub(crate) mod substantial;
pub(crate) mod tokens;
pub(crate) mod unused;
pub(crate) mod zone;

use super::ir::declared::Declared;
use super::ir::ids::{OrderId, ParagraphId};
use super::ir::model::Model;
use collect::collect_paragraphs;
use expect::resolve_expectation;
use matter::resolve_matter;
use ordain_base::diag::{Diagnostic, Kept};
use ordain_syntax::ast::StatementKind;
use ordain_syntax::{Parsed, ast};
use ordain_time::Library;
use phrase::PhraseResolver;

/// Resolves all files of one matter. The order of files does not matter, but
/// a paragraph belongs to the order above it in its own file. `library` is
/// asked for only where the matter names a court or rules; `docket` gives the
/// orders and papers that are declared the days that only the docket shows.
#[must_use]
pub fn resolve(
    files: &[Parsed],
    library: impl FnOnce() -> Library,
    docket: impl FnOnce(&mut Declared, &mut Vec<Diagnostic>),
) -> (Model, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut model = Model { declared: Declared::new(), ..Model::default() };
    let all = || files.iter().flat_map(|f| &f.statements);
    let mut kept = Kept::default();
    for statement in all() {
        declare::declare(&mut model.declared, statement, &mut out);
        kept.thin(&mut out);
    }
    declare::owners(&mut model.declared, all(), &mut out);
    producing_party::producing_party(&mut model.declared, all());
    resolve_matter(&mut model, all(), &mut out);
    if model.court.is_some() || model.rules.is_some() || model.zone.is_some() {
        model.clock = clock::clock(&library(), &model.court, &model.rules, &model.zone, &model.calendar, &mut out);
    }
    scope::orders_in_cases(&mut model.declared, all(), &mut out);
    scope::declare_topics(&mut model.declared, all());
    docket(&mut model.declared, &mut out);
    let zoned: Vec<ast::Zoned> = all().flat_map(|s| s.zoned.iter().cloned()).collect();
    zone::check_hours(model.clock.as_ref(), &zoned, &mut out);
    resolve_paragraphs(&mut model, files, &mut kept, &mut out);
    event_day::link(&mut model, all(), &mut out);
    effects_of_heads(&mut model, &mut out);
    for statement in all() {
        if let StatementKind::Expect(e) = &statement.kind
            && let Some(e) = resolve_expectation(&model.declared, &model.paragraphs, e, statement.span, &mut out)
        {
            model.expects.push(e);
        }
    }
    doubts::weigh(&mut model, files, &mut out);
    numbering::number_obligations(&mut model);
    kept.thin(&mut out);
    kept.end(&mut out);
    (model, out)
}

/// Every paragraph of every order, then what ties them to one another.
fn resolve_paragraphs(model: &mut Model, files: &[Parsed], kept: &mut Kept, out: &mut Vec<Diagnostic>) {
    let found = collect_paragraphs(&mut model.declared, files, out);
    for (i, entry) in found.iter().enumerate() {
        model.declared.here = Some(entry.order);
        let (id, source) = (ParagraphId::at(i), entry.source.as_ref());
        let p = paragraph::resolve(&model.declared, entry.order, id, &entry.label, source, entry.span, out);
        model.paragraphs.push(p);
        kept.thin(out);
    }
    for (i, entry) in found.iter().enumerate() {
        if let ast::Body::OnBreachOf { paragraph, consequence } = &entry.source.body {
            model.declared.here = Some(entry.order);
            let all = &mut model.paragraphs;
            breach_of::link(&model.declared, all, i, paragraph, consequence, entry.span, out);
        }
    }
    later_day::link(&model.declared, &mut model.paragraphs);
    deadline_of::link(&model.declared, &mut model.paragraphs, out);
    spared::link(&model.declared, &mut model.paragraphs, out);
    deadline_of::check_instances(&mut model.paragraphs, out);
    chain::link(&model.declared, &mut model.paragraphs, out);
}

/// What the heads of orders say they do: `order Second … supersedes First`.
fn effects_of_heads(model: &mut Model, out: &mut Vec<Diagnostic>) {
    for i in 0..model.declared.orders.len() {
        let order = OrderId::at(i);
        model.declared.here = Some(order);
        let effects = model.declared.orders[i].effects.clone();
        let mut words = PhraseResolver { names: &model.declared.names, declared: &model.declared, out: &mut *out };
        let resolved: Vec<_> = effects.iter().filter_map(|d| disposition::resolve(&mut words, d, &[])).collect();
        for d in resolved.iter().filter(|d| d.owed.is_some()) {
            out.push(ordain_base::diag::codes::docket::duty_in_head(d.span));
        }
        model.effects.extend(resolved.into_iter().map(|d| (order, d)));
    }
    model.declared.here = None;
}
