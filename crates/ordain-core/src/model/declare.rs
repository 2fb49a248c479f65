//! What a matter declares: parties, records, papers, hearings, orders, verbs.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::due::{Moment, clock};
use super::names::{Entity, Names, fold, name_of};
use super::number::labels;
use super::verbs::Verbs;
use super::{CLERK, COURT, OrderId, ParagraphId, PartyId, RecordId, ThingId};
use ordain_base::diag::codes::names as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Phrase, Quoted, StatementKind, Token};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    Party,
    NonParty,
    Role,
    /// One through whom a side acts.
    Member,
    Court,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub kind: PartyKind,
    /// The side it is a member of.
    pub side: Option<PartyId>,
    pub members: Vec<PartyId>,
    /// Of a successor, the day from which it stands in the place of its side.
    pub from: Option<NaiveDate>,
    pub span: Span,
}

/// A numbered part of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    pub label: String,
    pub title: String,
    /// Words that only a person can apply: `sufficiently similar`.
    pub judgments: Vec<Quoted>,
    pub notes: Vec<Quoted>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub name: String,
    pub categories: Vec<Category>,
    /// The list says `including`.
    pub open: bool,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingKind {
    Document,
    Event,
    Hearing,
    Motion,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    pub kind: ThingKind,
    pub name: String,
    pub title: Option<String>,
    pub docket: Option<String>,
    /// Whose paper it is.
    pub by: Vec<PartyId>,
    /// Other wordings for it, folded and lower-case: its title and what it `includes`.
    pub wordings: Vec<String>,
    /// When it was filed, or is set for, or happened.
    pub date: Option<NaiveDate>,
    /// The day that the declaration itself gives.
    pub stated: Option<NaiveDate>,
    /// The day as the paper has it, where it slipped.
    pub slip: Option<(String, Span)>,
    pub time: Option<NaiveTime>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderKind {
    Order,
    Rule,
    Stipulation,
    Notice,
    StandingOrder,
}

/// What the docket of the record says of an order, beside its own head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnDocket {
    /// Where the days told of its entry differ: the first and the last.
    pub entered: Option<(NaiveDate, NaiveDate)>,
    pub filed: Option<(NaiveDate, NaiveDate)>,
    pub served: Option<(NaiveDate, NaiveDate)>,
    /// Its entry, where it says that it was made in error, and since when it says so.
    pub in_error: Option<(Span, Option<NaiveDate>)>,
}

/// The days that the head of an order gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stated {
    pub entered: Option<NaiveDate>,
    pub filed: Option<NaiveDate>,
    pub served: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub kind: OrderKind,
    pub name: String,
    pub title: String,
    pub docket: Option<String>,
    pub on_docket: OnDocket,
    /// The days that its own head gives.
    pub stated: Stated,
    pub entered: Option<NaiveDate>,
    pub signed: Option<NaiveDate>,
    pub served: Option<NaiveDate>,
    pub filed: Option<NaiveDate>,
    pub effective: Option<NaiveDate>,
    /// `nunc pro tunc`, of the whole order: what it does it does to the time before its entry too.
    pub retroactive: bool,
    /// The last day on which it binds.
    pub expires: Option<Moment>,
    /// The member cases it is entered in, by their positions; all where empty.
    pub cases: Vec<usize>,
    /// The clock time of its entry, where one is written: orders of one day fold by it.
    pub time: Option<NaiveTime>,
    pub effects: Vec<ast::Disposition>,
    /// `text "order.txt"`: the file of its own words.
    pub text: Option<Quoted>,
    pub sources: Vec<ast::Cite>,
    pub span: Span,
}

impl Order {
    /// The day from which it binds: as it says, else its entry, filing or signature.
    #[must_use]
    pub fn in_force(&self) -> Option<NaiveDate> {
        self.effective.or(self.entered).or(self.filed).or(self.signed).or(self.served)
    }

    /// The day on which it came on the docket: before that nobody knows of it.
    #[must_use]
    pub fn docketed(&self) -> Option<NaiveDate> {
        self.entered.or(self.filed).or(self.signed).or(self.effective)
    }
}

/// One of several cases in a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub number: String,
    /// Papers for all cases are filed in it.
    pub lead: bool,
    pub span: Span,
}

/// Everything that has a name.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    pub names: Names,
    pub verbs: Verbs,
    pub parties: Vec<Party>,
    pub records: Vec<Record>,
    pub things: Vec<Thing>,
    pub orders: Vec<Order>,
    /// The cases of the matter by their numbers, the lead first where there is one.
    pub cases: Vec<Case>,
    /// The paragraphs of each order by label.
    pub labels: BTreeMap<(OrderId, String), (ParagraphId, Span)>,
    /// Things by the words of their titles and of what they include.
    pub(super) worded: BTreeMap<String, ThingId>,
    /// The order whose paragraph is being resolved: a bare `¶ 2` is one of its own.
    pub here: Option<OrderId>,
}

impl Declared {
    /// A matter with nothing in it but its Court and Clerk.
    #[must_use]
    pub fn new() -> Self {
        let mut all = Self::default();
        for (id, name, words) in [(COURT, "the Court", "Court"), (CLERK, "the Clerk", "Clerk")] {
            all.parties.push(Party {
                name: name.to_owned(),
                kind: PartyKind::Court,
                side: None,
                members: Vec::new(),
                from: None,
                span: Span::default(),
            });
            for w in [name, words] {
                let _ = all.names.add(w, Entity::Party(id), Span::default());
            }
        }
        for words in ["the parties", "parties"] {
            let _ = all.names.add(words, Entity::Parties, Span::default());
        }
        all
    }

    /// Takes in one statement, if it declares something.
    pub fn declare(&mut self, statement: &ast::Statement, out: &mut Vec<Diagnostic>) {
        match &statement.kind {
            StatementKind::Party(p) => self.party(p, out),
            StatementKind::Record(r) => self.record(r, out),
            StatementKind::Named(n) => self.thing(n, out),
            StatementKind::Order(o) => self.order(o, statement.span, out),
            StatementKind::Verb(v) => self.verbs.add(&fold(&v.lemma.value), &fold(&v.past.value)),
            _ => {}
        }
    }

    fn name(&mut self, name: &str, entity: Entity, span: Span, out: &mut Vec<Diagnostic>) {
        if let Err(first) = self.names.add(name, entity, span) {
            out.push(say::duplicate_name(name, span, first));
        }
    }

    fn party(&mut self, p: &ast::Party, out: &mut Vec<Diagnostic>) {
        let kind = match p.kind {
            ast::PartyKind::Party => PartyKind::Party,
            ast::PartyKind::NonParty => PartyKind::NonParty,
            ast::PartyKind::Role => PartyKind::Role,
        };
        let id = PartyId::at(self.parties.len());
        let name = name_of(&p.name);
        let blank = |name: &str, kind, side, span| Party {
            name: name.to_owned(),
            kind,
            side,
            members: Vec::new(),
            from: None,
            span,
        };
        self.parties.push(blank(&name, kind, None, p.name.span));
        self.name(&name, Entity::Party(id), p.name.span, out);
        for alias in &p.aliases {
            self.name(&name_of(alias), Entity::Party(id), alias.span, out);
        }
        for member in &p.members {
            let member_id = PartyId::at(self.parties.len());
            let name = name_of(member);
            self.parties.push(blank(&name, PartyKind::Member, Some(id), member.span));
            self.parties[id.index()].members.push(member_id);
            self.name(&name, Entity::Party(member_id), member.span, out);
        }
        for (successor, from) in &p.successors {
            let successor_id = PartyId::at(self.parties.len());
            let name = name_of(successor);
            self.parties
                .push(Party { from: Some(from.day), ..blank(&name, PartyKind::Member, Some(id), successor.span) });
            self.name(&name, Entity::Party(successor_id), successor.span, out);
        }
    }

    fn record(&mut self, r: &ast::Record, out: &mut Vec<Diagnostic>) {
        let id = RecordId::at(self.records.len());
        let name = name_of(&r.name);
        self.name(&name, Entity::Record(id), r.name.span, out);
        for alias in &r.aliases {
            self.name(&name_of(alias), Entity::Record(id), alias.span, out);
        }
        let mut categories: Vec<Category> = Vec::new();
        for c in &r.categories {
            // `category 1-5` without titles declares five.
            for label in labels(&c.label.value).unwrap_or_else(|| vec![c.label.value.clone()]) {
                if let Some(first) = categories.iter().find(|k| k.label == label) {
                    out.push(say::duplicate_category(&name, &label, c.label.span, first.span));
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
            out.push(say::miscounted(counted.value, categories.len(), counted.span));
        }
        self.records.push(Record { name, categories, open: r.open, span: r.name.span });
    }

    fn thing(&mut self, n: &ast::Named, out: &mut Vec<Diagnostic>) {
        let id = ThingId::at(self.things.len());
        let name = name_of(&n.name);
        self.name(&name, Entity::Thing(id), n.name.span, out);
        for alias in &n.aliases {
            self.name(&name_of(alias), Entity::Thing(id), alias.span, out);
        }
        let title = n.title.iter().map(|t| fold(&t.value).to_lowercase());
        let includes = n.includes.iter().map(|p| name_of(p).to_lowercase());
        let wordings: Vec<String> = std::iter::once(name.to_lowercase()).chain(title).chain(includes).collect();
        self.word(id, &wordings);
        self.things.push(Thing {
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
            stated: n.date.as_ref().map(|d| d.day),
            slip: n.date.as_ref().and_then(|d| Some((d.as_written.clone()?, d.span))),
            time: n.date.as_ref().and_then(|d| d.time).and_then(clock),
            span: n.name.span,
        });
    }

    /// Whose papers the named things are, when every party is declared. Things
    /// stand in the order in which `all` declares them.
    pub fn owners<'a>(&mut self, all: impl Iterator<Item = &'a ast::Statement>, out: &mut Vec<Diagnostic>) {
        let named = all.filter_map(|s| if let StatementKind::Named(n) = &s.kind { Some(n) } else { None });
        for (i, n) in named.enumerate() {
            if let Some(by) = &n.by
                && let Some((parties, _)) = super::parties_of(self, &by.tokens, out)
                && let Some(thing) = self.things.get_mut(i)
            {
                thing.by = parties;
            }
        }
    }

    fn order(&mut self, o: &ast::Order, span: Span, out: &mut Vec<Diagnostic>) {
        let id = OrderId::at(self.orders.len());
        let name = name_of(&o.name);
        self.name(&name, Entity::Order(id), o.name.span, out);
        for alias in &o.aliases {
            self.name(&name_of(alias), Entity::Order(id), alias.span, out);
        }
        let day = |d: &Option<ast::Date>| d.as_ref().map(|d| d.day);
        self.orders.push(Order {
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
            time: o.entered.as_ref().and_then(|d| d.time).and_then(clock),
            effects: o.effects.clone(),
            text: o.text.clone(),
            sources: o.sources.clone(),
            span,
        });
    }

    /// The record, where the matter has exactly one.
    #[must_use]
    pub fn only_record(&self) -> Option<RecordId> {
        (self.records.len() == 1).then_some(RecordId(0))
    }

    /// The paragraphs that `MTC ¶ 1`, `¶¶ 1-3` name; unknown ones are reported.
    pub fn paragraphs(&self, order: Option<OrderId>, token: &Token, out: &mut Vec<Diagnostic>) -> Vec<ParagraphId> {
        let Some(order) = order.or(self.here).or_else(|| (self.orders.len() == 1).then_some(OrderId(0))) else {
            out.push(say::unknown_order("", token.span, self.orders.first().map(|o| o.name.as_str())));
            return Vec::new();
        };
        let mut found = Vec::new();
        for label in labels(&token.text).unwrap_or_else(|| vec![token.text.clone()]) {
            match self.labels.get(&(order, label.clone())) {
                Some(&(id, _)) => found.push(id),
                None => {
                    let known: Vec<&str> =
                        self.labels.keys().filter(|(o, _)| *o == order).map(|(_, l)| l.as_str()).collect();
                    out.push(say::unknown_paragraph(&self.orders[order.index()].name, &label, token.span, &known));
                }
            }
        }
        found
    }

    /// The order named by a phrase, or an error with the nearest name.
    pub fn order_named(&self, phrase: &Phrase, out: &mut Vec<Diagnostic>) -> Option<OrderId> {
        let name = name_of(phrase);
        match self.names.get(&name) {
            Some(Entity::Order(id)) => Some(id),
            _ => {
                let orders = self.names.of(|e| matches!(e, Entity::Order(_)));
                out.push(say::unknown_order(&name, phrase.span, closest(&name, orders)));
                None
            }
        }
    }

    /// The side a party acts for: itself, or the side it is a member of.
    #[must_use]
    pub fn side(&self, party: PartyId) -> PartyId {
        self.parties[party.index()].side.unwrap_or(party)
    }

    #[must_use]
    pub fn party_name(&self, id: PartyId) -> &str {
        &self.parties[id.index()].name
    }

    /// The parties proper, in the order of their declaration.
    pub fn all_parties(&self) -> impl Iterator<Item = PartyId> + '_ {
        (0..self.parties.len()).map(PartyId::at).filter(|p| self.parties[p.index()].kind == PartyKind::Party)
    }
}

/// Its place on the docket as it is shown: `Dkt. 290`, `docket entry of Thu 2021-08-19`.
fn docket_text(docket: Option<&ast::Cite>, entry: Option<&ast::EntryOf>) -> Option<String> {
    docket.map(cite_text).or_else(|| entry.map(|e| format!("docket entry of {}", ordain_base::words::day(e.day.day))))
}

/// A citation as it is shown.
#[must_use]
pub fn cite_text(cite: &ast::Cite) -> String {
    match &cite.pin {
        Some(pin) => format!("{} {pin}", cite.paper),
        None => cite.paper.clone(),
    }
}
