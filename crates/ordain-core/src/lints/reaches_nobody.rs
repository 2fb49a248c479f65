//! A disposition that is limited to parties who owe nothing under what it names.

use crate::eval::Touched;
use crate::model::{Bearer, Body, Model, Paragraph, PartyId};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::orders as codes;
use ordain_base::words::join;
use ordain_syntax::ast::DispositionVerb;

pub(super) fn check(model: &Model, touched: &[Touched<'_>]) -> Vec<Diagnostic> {
    touched.iter().filter_map(|t| of_act(model, t)).collect()
}

fn of_act(model: &Model, touched: &Touched<'_>) -> Option<Diagnostic> {
    let d = touched.act.disposition;
    let owed_by = d.scope.sweeps.iter().flat_map(|s| &s.owed_by);
    let only: Vec<PartyId> = d.scope.parties.iter().chain(owed_by).copied().collect();
    let reached: Vec<(&Paragraph, &Bearer)> = touched
        .paragraphs
        .iter()
        .map(|p| model.paragraph(*p))
        .filter_map(|p| match &p.body {
            Body::Provision(provision) => Some((p, &provision.bearer)),
            Body::Dispositions(_) | Body::Listed(..) | Body::Broken => None,
        })
        .collect();
    // Who is dismissed leaves the action, or comes back to it, whatever others owe in it.
    let leaves = matches!(d.verb, DispositionVerb::Dismisses | DispositionVerb::Reinstates);
    if leaves
        || only.is_empty()
        || reached.is_empty()
        || reached.iter().any(|(_, bearer)| may_bind(model, bearer, &only))
    {
        return None;
    }
    let names = |all: &[PartyId]| {
        let names: Vec<&str> = all.iter().map(|p| model.declared.party_name(*p)).collect();
        join(&names)
    };
    Some(match reached.as_slice() {
        [(paragraph, bearer)] => {
            codes::binds_others(d.span, &paragraph.name, &names(bearer.parties()), &names(&only), paragraph.span)
        }
        _ => codes::has_no_duty(d.span, &names(&only)),
    })
}

/// Whether one of these parties, or somebody of its side, may owe something. Of a class nobody knows who is in it.
fn may_bind(model: &Model, bearer: &Bearer, only: &[PartyId]) -> bool {
    let side = |p: &PartyId| model.declared.side(*p);
    let parties = bearer.parties();
    parties.is_empty() || parties.iter().any(|p| only.iter().any(|o| o == p || side(o) == side(p)))
}
