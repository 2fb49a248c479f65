//! What a matter declares: parties, records, papers, hearings, orders, verbs.

use super::parties::parties_of;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::{OrderId, PartyId, RecordId, ThingId};
use crate::model::ir::names::{Entity, fold, name_of};
use crate::model::ir::order::{OnDocket, Order, OrderKind, Stated, cite_text};
use crate::model::ir::party::{Party, PartyKind};
use crate::model::ir::period::{Moment, clock_time_of};
use crate::model::ir::record::{Category, Record};
use crate::model::ir::thing::{Thing, ThingKind};
use crate::model::number::spread_labels;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::declarations;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, StatementKind};

/// Takes in one statement, if it declares something.
pub(crate) fn declare(declared: &mut Declared, statement: &ast::Statement, out: &mut Vec<Diagnostic>) {
    match &statement.kind {
        StatementKind::Party(p) => declare_party(declared, p, out),
        StatementKind::Record(r) => declare_record(declared, r, out),
        StatementKind::Named(n) => declare_thing(declared, n, out),
        StatementKind::Order(o) => declare_order(declared, o, statement.span, out),
        StatementKind::Verb(v) => declare_verb(declared, v, out),
        _ => {}
    }
}

/// A verb of the matter's own; one that the language has is said to join its family.
fn declare_verb(declared: &mut Declared, verb: &ast::Verb, out: &mut Vec<Diagnostic>) {
    let (lemma, past) = (fold(&verb.lemma.value), fold(&verb.past.value));
    if let Some(known) = declared.verbs.base(&lemma) {
        let family = declared.verbs.get(known).family;
        let does = declared.verbs.all().find(|v| v.family == family && v.lemma != lemma).map(|v| v.lemma.clone());
        out.push(ordain_base::diag::codes::names::known_verb(&lemma, &past, does.as_deref(), verb.lemma.span));
    }
    declared.verbs.add(&lemma, &past);
}

fn add_name(declared: &mut Declared, name: &str, entity: Entity, span: Span, out: &mut Vec<Diagnostic>) {
    if let Err(first) = declared.names.add(name, entity, span) {
        out.push(declarations::duplicate_name(name, span, first));
    }
}

fn declare_party(declared: &mut Declared, p: &ast::Party, out: &mut Vec<Diagnostic>) {
    let kind = match p.kind {
        ast::PartyKind::Party => PartyKind::Party,
        ast::PartyKind::NonParty => PartyKind::NonParty,
        ast::PartyKind::Role => PartyKind::Role,
    };
    let id = PartyId::at(declared.parties.len());
    let name = name_of(&p.name);
    for written in std::iter::once(&p.name).chain(&p.aliases).chain(&p.members) {
        let name = name_of(written);
        if ["court", "all"].contains(&name.to_lowercase().as_str()) && declared.names.get(&name).is_none() {
            out.push(declarations::name_of_a_view(&name, written.span));
        }
    }
    let blank = |name: &str, kind, side, span| Party {
        name: name.to_owned(),
        kind,
        side,
        members: Vec::new(),
        from: None,
        span,
    };
    declared.parties.push(blank(&name, kind, None, p.name.span));
    add_name(declared, &name, Entity::Party(id), p.name.span, out);
    for alias in &p.aliases {
        add_name(declared, &name_of(alias), Entity::Party(id), alias.span, out);
    }
    for member in &p.members {
        // A list of members names who is in it; the same person may be in two groups.
        if let Some(Entity::Party(known)) = declared.names.get(&name_of(member))
            && known != id
            && !declared.parties[id.index()].members.contains(&known)
            && declared.parties[known.index()].kind != PartyKind::Court
        {
            declared.parties[id.index()].members.push(known);
            if kind == PartyKind::Party && side_is_a_group(declared, known) {
                declared.parties[known.index()].side = Some(id);
            }
            continue;
        }
        let member_id = PartyId::at(declared.parties.len());
        let name = name_of(member);
        declared.parties.push(blank(&name, PartyKind::Member, Some(id), member.span));
        declared.parties[id.index()].members.push(member_id);
        add_name(declared, &name, Entity::Party(member_id), member.span, out);
    }
    for (successor, from) in &p.successors {
        let successor_id = PartyId::at(declared.parties.len());
        let name = name_of(successor);
        declared
            .parties
            .push(Party { from: Some(from.day), ..blank(&name, PartyKind::Member, Some(id), successor.span) });
        add_name(declared, &name, Entity::Party(successor_id), successor.span, out);
    }
}

/// It is a member of a role only, so the party that lists it is its side.
fn side_is_a_group(declared: &Declared, member: PartyId) -> bool {
    declared.parties[member.index()].side.is_some_and(|s| declared.parties[s.index()].kind == PartyKind::Role)
}

fn declare_record(declared: &mut Declared, r: &ast::Record, out: &mut Vec<Diagnostic>) {
    let id = RecordId::at(declared.records.len());
    let name = name_of(&r.name);
    add_name(declared, &name, Entity::Record(id), r.name.span, out);
    for alias in &r.aliases {
        add_name(declared, &name_of(alias), Entity::Record(id), alias.span, out);
    }
    let mut categories: Vec<Category> = Vec::new();
    for c in &r.categories {
        // `category 1-5` without titles declares five.
        for label in spread_labels(&c.label.value).unwrap_or_else(|| vec![c.label.value.clone()]) {
            if let Some(first) = categories.iter().find(|k| k.label == label) {
                out.push(declarations::duplicate_category(&name, &label, c.label.span, first.span));
                continue;
            }
            categories.push(Category {
                label,
                title: c.title.as_ref().map(|t| t.value.clone()).unwrap_or_default(),
                judgments: c.judgments.clone(),
                notes: c.clarified.iter().chain(&c.notes).cloned().collect(),
                span: c.span,
            });
        }
    }
    if let Some(counted) = &r.counted
        && counted.value as usize != categories.len()
    {
        out.push(declarations::miscounted(counted.value, categories.len(), counted.span));
    }
    declared.records.push(Record { name, categories, open: r.open, span: r.name.span });
}

fn declare_thing(declared: &mut Declared, n: &ast::Named, out: &mut Vec<Diagnostic>) {
    let id = ThingId::at(declared.things.len());
    let name = name_of(&n.name);
    add_name(declared, &name, Entity::Thing(id), n.name.span, out);
    for alias in &n.aliases {
        add_name(declared, &name_of(alias), Entity::Thing(id), alias.span, out);
    }
    let title = n.title.iter().map(|t| fold(&t.value).to_lowercase());
    let includes = n.includes.iter().map(|p| name_of(p).to_lowercase());
    let wordings: Vec<String> = std::iter::once(name.to_lowercase()).chain(title).chain(includes).collect();
    declared.word(id, &wordings);
    declared.things.push(Thing {
        kind: match n.kind {
            ast::NamedKind::Document => ThingKind::Document,
            ast::NamedKind::Event => ThingKind::Event,
            ast::NamedKind::Hearing => ThingKind::Hearing,
            ast::NamedKind::Motion => ThingKind::Motion,
        },
        wordings,
        name,
        title: n.title.as_ref().map(|t| t.value.clone()),
        docket: docket_text(n.docket.as_ref(), n.entry.as_ref()),
        by: Vec::new(),
        date: n.date.as_ref().map(|d| d.day),
        deadline_of: None,
        stated: n.date.as_ref().map(|d| d.day),
        slip: n.date.as_ref().and_then(|d| Some((d.as_written.clone()?, d.span))),
        time: n.date.as_ref().and_then(|d| d.time).and_then(clock_time_of),
        span: n.name.span,
    });
}

/// Whose papers the named things are, when every party is declared. Things
/// are in the order in which `all` declares them.
pub(crate) fn owners<'a>(
    declared: &mut Declared,
    all: impl Iterator<Item = &'a ast::Statement>,
    out: &mut Vec<Diagnostic>,
) {
    let named = all.filter_map(|s| if let StatementKind::Named(n) = &s.kind { Some(n) } else { None });
    for (i, n) in named.enumerate() {
        if let Some(by) = &n.by
            && let Some((parties, _)) = parties_of(declared, &by.tokens, out)
            && let Some(thing) = declared.things.get_mut(i)
        {
            thing.by = parties;
        }
    }
}

fn declare_order(declared: &mut Declared, o: &ast::Order, span: Span, out: &mut Vec<Diagnostic>) {
    let id = OrderId::at(declared.orders.len());
    let name = name_of(&o.name);
    add_name(declared, &name, Entity::Order(id), o.name.span, out);
    for alias in &o.aliases {
        add_name(declared, &name_of(alias), Entity::Order(id), alias.span, out);
    }
    let day = |d: &Option<ast::Date>| d.as_ref().map(|d| d.day);
    declared.orders.push(Order {
        kind: match o.kind {
            ast::OrderKind::Order => OrderKind::Order,
            ast::OrderKind::Rule => OrderKind::Rule,
            ast::OrderKind::Stipulation => OrderKind::Stipulation,
            ast::OrderKind::Notice => OrderKind::Notice,
            ast::OrderKind::StandingOrder => OrderKind::StandingOrder,
        },
        name,
        title: o.title.as_ref().map(|t| t.value.clone()).unwrap_or_default(),
        docket: docket_text(o.docket.as_ref(), o.entry.as_ref()),
        on_docket: OnDocket::default(),
        stated: Stated { entered: day(&o.entered), filed: day(&o.filed), served: day(&o.served) },
        entered: day(&o.entered),
        signed: day(&o.signed),
        served: day(&o.served),
        filed: day(&o.filed),
        effective: day(&o.effective),
        retroactive: o.retroactive,
        expires: o.expires.as_ref().map(Moment::from),
        cases: Vec::new(),
        time: o.entered.as_ref().and_then(|d| d.time).and_then(clock_time_of),
        effects: o.effects.clone(),
        text: o.text.clone(),
        sources: o.sources.clone(),
        span,
    });
}

/// Its place on the docket as it is shown: `Dkt. 290`, `docket entry of Thu 2021-08-19`.
fn docket_text(docket: Option<&ast::Cite>, entry: Option<&ast::EntryOf>) -> Option<String> {
    docket.map(cite_text).or_else(|| entry.map(|e| format!("docket entry of {}", ordain_base::words::day(e.day.day))))
}
