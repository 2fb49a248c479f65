//! Declarations: a kind, a name and a title; what each kind makes of its properties.

use super::gathered::Gathered;
use super::{Lower, Pair, first_child};
use crate::ast::{
    Matter, Named, NamedKind, Order, OrderKind, Party, PartyKind, Phrase, Quoted, Record, StatementKind, Token,
    TokenKind, Verb,
};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Spanned;
use ordain_base::words::one_line;

impl Lower<'_> {
    pub(crate) fn declaration(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let kind_pair = first_child(pair, Rule::kind)?;
        let kind = one_line(kind_pair.as_str());
        let kind = kind.as_str();
        let name = first_child(pair, Rule::name).and_then(|n| self.phrase(&n));
        let title = first_child(pair, Rule::title).and_then(|t| self.quoted_in(&t));
        let gathered = self.properties(pair, kind);
        // a lone quotation is the name itself, but of a matter the caption
        let (name, title) = match (name, title) {
            (None, Some(t)) if kind != "matter" => (Some(quoted_phrase(&t)), None),
            other => other,
        };
        if kind == "matter" {
            if name.is_none() && title.is_none() && first_child(pair, Rule::property).is_none() {
                self.report(codes::common_mistakes::missing_name(self.span(&kind_pair), kind));
            }
            return Some(StatementKind::Matter(lower_matter(name, title, gathered)));
        }
        let Some(name) = name else {
            self.report(codes::common_mistakes::missing_name(self.span(&kind_pair), kind));
            return None;
        };
        Some(lower_declared(kind, name, title, gathered))
    }

    pub(crate) fn verb(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let mut quotes = pair
            .clone()
            .into_inner()
            .filter(|p| p.as_rule() == Rule::quoted)
            .map(|p| self.quoted(&p))
            .collect::<Vec<_>>()
            .into_iter();
        Some(StatementKind::Verb(Verb { lemma: quotes.next()?, past: quotes.next()? }))
    }
}

/// What a declaration of this kind declares.
fn lower_declared(kind: &str, name: Phrase, title: Option<Quoted>, g: Gathered) -> StatementKind {
    match kind {
        "party" => StatementKind::Party(lower_party(PartyKind::Party, name, g)),
        "nonparty" => StatementKind::Party(lower_party(PartyKind::NonParty, name, g)),
        "role" => StatementKind::Party(lower_party(PartyKind::Role, name, g)),
        "record" => StatementKind::Record(lower_record(name, title, g)),
        "document" => StatementKind::Named(lower_named(NamedKind::Document, name, title, g)),
        "event" => StatementKind::Named(lower_named(NamedKind::Event, name, title, g)),
        "hearing" => StatementKind::Named(lower_named(NamedKind::Hearing, name, title, g)),
        "motion" => StatementKind::Named(lower_named(NamedKind::Motion, name, title, g)),
        "rule" => StatementKind::Order(Box::new(lower_order(OrderKind::Rule, name, title, g))),
        "stipulation" => StatementKind::Order(Box::new(lower_order(OrderKind::Stipulation, name, title, g))),
        "notice" => StatementKind::Order(Box::new(lower_order(OrderKind::Notice, name, title, g))),
        "standing order" => StatementKind::Order(Box::new(lower_order(OrderKind::StandingOrder, name, title, g))),
        _ => StatementKind::Order(Box::new(lower_order(OrderKind::Order, name, title, g))),
    }
}

fn lower_record(name: Phrase, title: Option<Quoted>, mut g: Gathered) -> Record {
    Record {
        name,
        title,
        counted: g.counted.take(),
        open: g.open,
        aliases: g.all_values("alias"),
        notes: g.all_quotes("note"),
        categories: g.categories,
        sources: g.sources,
    }
}

fn quoted_phrase(quoted: &Quoted) -> Phrase {
    let token = Token { kind: TokenKind::Quoted, text: quoted.value.clone(), span: quoted.span };
    Phrase { tokens: vec![token], span: quoted.span }
}

fn lower_matter(name: Option<Phrase>, title: Option<Quoted>, mut g: Gathered) -> Matter {
    // a caption without quotation marks is kept as its words
    let plain = name.map(|n| {
        let words: Vec<&str> = n.tokens.iter().map(|t| t.text.as_str()).collect();
        Spanned::new(words.join(" "), n.span)
    });
    Matter {
        caption: title.or(plain),
        number: g.quote("number"),
        court: g.value("court"),
        zone: g.value("zone"),
        calendar: g.value("calendar"),
        rules: g.value("rules"),
        dates: g.order.take(),
        service: g.value("service is"),
        lead: g.quote("lead"),
        cases: g.all_quotes("case"),
        notes: g.all_quotes("note"),
        sources: g.sources,
    }
}

fn lower_party(kind: PartyKind, name: Phrase, mut g: Gathered) -> Party {
    Party {
        kind,
        name,
        members: g.all_values("members"),
        aliases: g.all_values("alias"),
        successors: std::mem::take(&mut g.successors),
        notes: g.all_quotes("note"),
        sources: g.sources,
    }
}

fn lower_named(kind: NamedKind, name: Phrase, title: Option<Quoted>, mut g: Gathered) -> Named {
    let date = ["on", "filed", "entered", "served", "signed"].iter().find_map(|w| g.date(w));
    Named {
        kind,
        name,
        title,
        includes: g.all_values("includes"),
        aliases: g.all_values("alias"),
        docket: g.docket.take(),
        entry: g.entry.take(),
        date,
        deadline_of: g.value("is the deadline of"),
        by: g.value("by"),
        notes: g.all_quotes("note"),
        sources: g.sources,
    }
}

fn lower_order(kind: OrderKind, name: Phrase, title: Option<Quoted>, mut g: Gathered) -> Order {
    Order {
        kind,
        name,
        title,
        aliases: g.all_values("alias"),
        docket: g.docket.take(),
        entry: g.entry.take(),
        entered: g.date("entered"),
        signed: g.date("signed"),
        served: g.date("served"),
        filed: g.date("filed"),
        effective: g.date("effective"),
        retroactive: g.retroactive,
        expires: g.date("expires"),
        cases: std::mem::take(&mut g.in_cases),
        text: g.quote("text"),
        notes: g.all_quotes("note"),
        effects: g.effects,
        sources: g.sources,
    }
}
