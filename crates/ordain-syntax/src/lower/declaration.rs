//! Declarations: a kind, a name, a title, and the properties each may carry.

use super::gathered::Gathered;
use super::{Lower, Pair, child};
use crate::ast::{
    Category, Cite, EntryOf, Matter, Named, NamedKind, Order, OrderKind, Party, PartyKind, Phrase, Quoted, Record,
    SlashOrder, StatementKind, Token, TokenKind, Verb,
};
use crate::grammar::Rule;
use ordain_base::diag::{closest, codes};
use ordain_base::source::Spanned;

/// What each kind may say, for the help.
const LEGAL: &[(&str, &str)] = &[
    (
        "matter",
        "`number \"…\"`, `court …`, `zone …`, `calendar …`, `rules …`, `dates are month/day/year`, `lead \"…\"`, `member \"…\"`, `note`, `source`",
    ),
    ("party", "`members …`, `alias …`, `successor … from …`, `note \"…\"`, `source …`"),
    ("nonparty", "`members …`, `alias …`, `note \"…\"`, `source …`"),
    ("role", "`members …`, `alias …`, `note \"…\"`, `source …`"),
    ("record", "`category 1 \"…\"`, `the following 5 categories`, `including`, `alias …`, `note`, `source`"),
    (
        "order",
        "`Dkt. 290` or `docket entry of …`, `entered …`, `signed …`, `served …`, `filed …`, `effective …`, `nunc pro tunc to …`, `expires …`, `in case \"…\"`, `enforces …`, `supersedes …`, `text \"…\"`, `alias …`, `note`, `source`",
    ),
];
const NAMED_LEGAL: &str =
    "`Dkt. 290` or `docket entry of …`, `on …` or `filed …`, `by …`, `includes \"…\"`, `alias …`, `note`, `source`";

/// What may stand under a declaration of this kind.
fn legal_under(kind: &str) -> &'static str {
    let kind = if matches!(kind, "standing order" | "rule" | "stipulation" | "notice") { "order" } else { kind };
    LEGAL.iter().find(|(k, _)| *k == kind).map_or(NAMED_LEGAL, |(_, l)| l)
}

/// Property words long enough that a slip in them can be told.
const PROPERTIES: &[&str] = &[
    "number",
    "court",
    "calendar",
    "rules",
    "members",
    "successor",
    "alias",
    "includes",
    "including",
    "category",
    "judgment",
    "clarified",
    "entered",
    "signed",
    "served",
    "filed",
    "effective",
    "source",
    "supersedes",
    "enforces",
];

impl Lower<'_> {
    pub(crate) fn declaration(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let kind_pair = child(pair, Rule::kind)?;
        let kind = super::date::one_line(kind_pair.as_str());
        let kind = kind.as_str();
        let name = child(pair, Rule::name).and_then(|n| self.phrase(&n));
        let title = child(pair, Rule::title).and_then(|t| self.quoted_in(&t));
        let mut g = Gathered::default();
        let mut category_column = None;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::property => self.property(&p, &mut g, &mut category_column),
                Rule::unread_property => {
                    let legal = legal_under(kind);
                    let text = self.words(&p).to_owned();
                    let first = text.split_whitespace().next().unwrap_or("");
                    let near = closest(first, PROPERTIES.iter().copied()).filter(|n| *n != first);
                    let span = self.span(&p);
                    let bare = matches!(first, "number" | "alias" | "text" | "case" | "note") && !text.contains('"');
                    let category =
                        first == "category" && !text.contains(['"', '“']) && text.split_whitespace().count() > 2;
                    let hour = text.strip_prefix("on ").and_then(|t| t.split_once(" at "));
                    if let Some((_, hour)) = hour {
                        let len = u32::try_from(hour.len()).unwrap_or(0);
                        let at = ordain_base::source::Span::new(span.end.saturating_sub(len), span.end);
                        self.report(codes::dates::no_such_time(at, hour));
                        continue;
                    }
                    self.report(match bare || category {
                        true if category => {
                            let lead: Vec<&str> = text.split_whitespace().take(2).collect();
                            codes::syntax::needs_quotation(span, &lead.join(" "))
                        }
                        true => codes::syntax::needs_quotation(span, first),
                        false if first.ends_with(':') && near == Some(first.trim_end_matches(':')) => {
                            codes::habits::property_with_colon(span, &text, near.unwrap_or(""))
                        }
                        false => codes::syntax::unreadable_property(span, &text, kind, legal, near),
                    });
                }
                _ => {}
            }
        }
        self.check_properties(kind, &g);
        // a lone quotation is the name itself, but of a matter the caption
        let (name, title) = match (name, title) {
            (None, Some(t)) if kind != "matter" => (Some(quoted_phrase(&t)), None),
            other => other,
        };
        if kind == "matter" {
            if name.is_none() && title.is_none() && child(pair, Rule::property).is_none() {
                self.report(codes::habits::missing_name(self.span(&kind_pair), kind));
            }
            return Some(StatementKind::Matter(matter(name, title, g)));
        }
        let Some(name) = name else {
            self.report(codes::habits::missing_name(self.span(&kind_pair), kind));
            return None;
        };
        Some(match kind {
            "party" => StatementKind::Party(party(PartyKind::Party, name, g)),
            "nonparty" => StatementKind::Party(party(PartyKind::NonParty, name, g)),
            "role" => StatementKind::Party(party(PartyKind::Role, name, g)),
            "record" => StatementKind::Record(Record {
                name,
                title,
                counted: g.counted.take(),
                open: g.open,
                aliases: g.all_values("alias"),
                notes: g.all_quotes("note"),
                categories: g.categories,
                sources: g.sources,
            }),
            "document" => StatementKind::Named(named(NamedKind::Document, name, title, g)),
            "event" => StatementKind::Named(named(NamedKind::Event, name, title, g)),
            "hearing" => StatementKind::Named(named(NamedKind::Hearing, name, title, g)),
            "motion" => StatementKind::Named(named(NamedKind::Motion, name, title, g)),
            "rule" => StatementKind::Order(Box::new(order(OrderKind::Rule, name, title, g))),
            "stipulation" => StatementKind::Order(Box::new(order(OrderKind::Stipulation, name, title, g))),
            "notice" => StatementKind::Order(Box::new(order(OrderKind::Notice, name, title, g))),
            "standing order" => StatementKind::Order(Box::new(order(OrderKind::StandingOrder, name, title, g))),
            _ => StatementKind::Order(Box::new(order(OrderKind::Order, name, title, g))),
        })
    }

    fn property(&mut self, pair: &Pair<'_>, g: &mut Gathered, category_column: &mut Option<usize>) {
        let Some(p) = pair.clone().into_inner().next() else { return };
        let start = p.as_span().start();
        let span = self.span(&p);
        // deeper than the last category, or on its line: said of it
        let of_category = category_column.is_some_and(|c| !self.view.opens_line(start) || self.view.column(start) > c);
        let word = property_name(&p);
        if !matches!(word, "note" | "source" | "judgment" | "clarified") {
            g.seen.push((word, span));
        }
        match p.as_rule() {
            Rule::p_category => {
                let Some(label) = child(&p, Rule::category_label) else { return };
                let label = Spanned::new(label.as_str().to_owned(), self.span(&label));
                let title = self.quoted_in(&p);
                *category_column = Some(self.view.column(start));
                g.categories.push(Category {
                    label,
                    title,
                    judgments: Vec::new(),
                    clarified: Vec::new(),
                    notes: Vec::new(),
                    sources: Vec::new(),
                    span,
                });
            }
            Rule::p_judgment | Rule::p_clarified | Rule::p_note => {
                let Some(quote) = self.quoted_in(&p) else { return };
                match g.categories.last_mut().filter(|_| of_category) {
                    Some(category) => {
                        category.span = category.span.to(span);
                        match p.as_rule() {
                            Rule::p_judgment => category.judgments.push(quote),
                            Rule::p_clarified => category.clarified.push(quote),
                            _ => category.notes.push(quote),
                        }
                    }
                    None => {
                        if p.as_rule() != Rule::p_note {
                            g.seen.push((word, span));
                        }
                        g.quotes.push((word, quote));
                    }
                }
            }
            Rule::p_source => {
                let cites = child(&p, Rule::source).map_or(Vec::new(), |s| self.cites(&s));
                match g.categories.last_mut().filter(|_| of_category) {
                    Some(category) => category.sources.extend(cites),
                    None => g.sources.extend(cites),
                }
            }
            Rule::p_number | Rule::p_text => g.quotes.extend(self.quoted_in(&p).map(|q| (word, q))),
            Rule::p_case => {
                let quotes = p.clone().into_inner().filter(|q| q.as_rule() == Rule::quoted);
                let quotes: Vec<_> = quotes.map(|q| (word, self.quoted(&q))).collect();
                g.quotes.extend(quotes);
            }
            Rule::p_in_case => {
                let case = child(&p, Rule::in_case).map(|c| self.in_case(&c));
                g.in_cases.extend(case);
            }
            Rule::p_court | Rule::p_zone | Rule::p_calendar | Rule::p_rules | Rule::p_by => {
                let value = child(&p, Rule::value).and_then(|v| self.phrase(&v));
                g.values.extend(value.map(|v| (word, v)));
            }
            Rule::p_members | Rule::p_alias | Rule::p_includes => {
                let lists: Vec<_> = p.clone().into_inner().filter(|q| q.as_rule() == Rule::list_phrase).collect();
                for list in lists {
                    g.values.extend(self.phrase(&list).map(|v| (word, v)));
                }
            }
            Rule::p_successor => {
                let name = child(&p, Rule::successor).and_then(|n| self.phrase(&n));
                let from = child(&p, Rule::date).and_then(|d| self.date(&d));
                g.successors.extend(name.zip(from));
            }
            Rule::p_dates => {
                let order =
                    if super::has(&p, Rule::month_first) { SlashOrder::MonthDayYear } else { SlashOrder::DayMonthYear };
                g.order = Some(Spanned::new(order, span));
            }
            Rule::p_counted => {
                if let Some(count) = child(&p, Rule::count) {
                    g.counted = Some(Spanned::new(self.count(&count), self.span(&count)));
                }
            }
            Rule::p_open => g.open = true,
            Rule::p_docket => {
                let paper = super::date::one_line(self.words(&p));
                g.docket = Some(Cite { paper, pin: None, span });
            }
            Rule::p_entry => {
                let day = child(&p, Rule::date).and_then(|d| self.date(&d));
                let words = self.quoted_in(&p);
                g.entry = day.map(|day| EntryOf { day, words, span });
            }
            Rule::p_dated | Rule::p_on => {
                let date = child(&p, Rule::date).and_then(|d| self.date(&d));
                g.dates.extend(date.map(|d| (word, d)));
            }
            Rule::p_nunc => {
                g.retroactive = true;
                let since = child(&p, Rule::nunc).and_then(|n| child(&n, Rule::date)).and_then(|d| self.date(&d));
                g.dates.extend(since.map(|d| ("effective", d)));
            }
            Rule::p_effect => {
                let effects = self.dispositions(&p);
                g.effects.extend(effects);
            }
            _ => {}
        }
    }

    /// Each property belongs to the kind, and stands once where one is enough.
    fn check_properties(&mut self, kind: &str, g: &Gathered) {
        let common = ["note", "source"];
        let own: &[&str] = match kind {
            "matter" => &["number", "court", "zone", "calendar", "rules", "dates", "case", "lead"],
            "party" | "nonparty" | "role" => &["members", "alias", "successor"],
            "record" => &["category", "the following", "including", "alias"],
            "order" | "standing order" | "rule" | "stipulation" | "notice" => &[
                "Dkt.",
                "docket entry",
                "entered",
                "signed",
                "served",
                "filed",
                "effective",
                "nunc pro tunc",
                "expires",
                "in case",
                "text",
                "alias",
                "an effect",
            ],
            _ => &["Dkt.", "docket entry", "on", "filed", "entered", "served", "signed", "by", "includes", "alias"],
        };
        let legal = legal_under(kind);
        let mut before: Vec<&str> = Vec::new();
        for (word, span) in &g.seen {
            if !own.contains(word) && !common.contains(word) {
                let text = self.view.words_at(*span).to_owned();
                self.report(codes::syntax::property_elsewhere(*span, &text, kind, legal));
            } else if before.contains(word)
                && !matches!(
                    *word,
                    "members" | "alias" | "successor" | "includes" | "category" | "case" | "in case" | "an effect"
                )
            {
                self.report(codes::syntax::property_twice(*span, word));
            }
            before.push(word);
        }
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

/// The word a property is known by.
fn property_name(p: &Pair<'_>) -> &'static str {
    match p.as_rule() {
        Rule::p_number => "number",
        Rule::p_court => "court",
        Rule::p_zone => "zone",
        Rule::p_calendar => "calendar",
        Rule::p_rules => "rules",
        Rule::p_dates => "dates",
        Rule::p_case if child(p, Rule::case_word).is_some_and(|w| w.as_str() == "lead") => "lead",
        Rule::p_case => "case",
        Rule::p_in_case => "in case",
        Rule::p_members => "members",
        Rule::p_successor => "successor",
        Rule::p_alias => "alias",
        Rule::p_includes => "includes",
        Rule::p_category => "category",
        Rule::p_counted => "the following",
        Rule::p_open => "including",
        Rule::p_judgment => "judgment",
        Rule::p_clarified => "clarified",
        Rule::p_docket => "Dkt.",
        Rule::p_entry => "docket entry",
        Rule::p_on => "on",
        Rule::p_by => "by",
        Rule::p_text => "text",
        Rule::p_note => "note",
        Rule::p_source => "source",
        Rule::p_effect => "an effect",
        Rule::p_nunc => "nunc pro tunc",
        Rule::p_dated => {
            match child(p, Rule::dated_word).map_or("", |w| w.as_str()).split_whitespace().next().unwrap_or("") {
                "entered" => "entered",
                "signed" => "signed",
                "served" => "served",
                "effective" => "effective",
                "expires" => "expires",
                _ => "filed",
            }
        }
        _ => "",
    }
}

fn quoted_phrase(quoted: &Quoted) -> Phrase {
    let token = Token { kind: TokenKind::Quoted, text: quoted.value.clone(), span: quoted.span };
    Phrase { tokens: vec![token], span: quoted.span }
}

fn matter(name: Option<Phrase>, title: Option<Quoted>, mut g: Gathered) -> Matter {
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
        lead: g.quote("lead"),
        cases: g.all_quotes("case"),
        notes: g.all_quotes("note"),
        sources: g.sources,
    }
}

fn party(kind: PartyKind, name: Phrase, mut g: Gathered) -> Party {
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

fn named(kind: NamedKind, name: Phrase, title: Option<Quoted>, mut g: Gathered) -> Named {
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
        by: g.value("by"),
        notes: g.all_quotes("note"),
        sources: g.sources,
    }
}

fn order(kind: OrderKind, name: Phrase, title: Option<Quoted>, mut g: Gathered) -> Order {
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
