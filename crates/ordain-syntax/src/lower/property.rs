//! The properties under a declaration, and which kind may carry which.

use super::gathered::Gathered;
use super::{Lower, Pair, first_child, has_child};
use crate::ast::{Category, Cite, EntryOf, SlashOrder};
use crate::grammar::Rule;
use ordain_base::diag::{closest, codes};
use ordain_base::source::{Span, Spanned};
use ordain_base::words::one_line;

/// What each kind may say, for the help.
const LEGAL: &[(&str, &str)] = &[
    (
        "matter",
        "`number \"…\"`, `court …`, `zone …`, `calendar …`, `rules …`, `dates are month/day/year`, `service is electronic`, `lead \"…\"`, `member \"…\"`, `note`, `source`",
    ),
    (
        "event",
        "`on …`, `is the deadline of MTC ¶ 1`, `includes \"…\"`, `alias …`, `Dkt. 290` or `docket entry of …`, `by …`, `note`, `source`",
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

/// What may be under a declaration of this kind.
fn legal_under(kind: &str) -> &'static str {
    let kind = if matches!(kind, "standing order" | "rule" | "stipulation" | "notice") { "order" } else { kind };
    LEGAL.iter().find(|(k, _)| *k == kind).map_or(NAMED_LEGAL, |(_, l)| l)
}

/// Property words long enough that a slip in them can be recognized.
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
    /// The properties under a declaration of this kind; what cannot be read is reported.
    pub(super) fn properties(&mut self, pair: &Pair<'_>, kind: &str) -> Gathered {
        let mut gathered = Gathered::default();
        let mut category_column = None;
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::property => self.property(&p, &mut gathered, &mut category_column),
                Rule::unread_property => self.unread_property(&p, kind),
                _ => {}
            }
        }
        self.check_properties(kind, &gathered);
        gathered
    }

    fn unread_property(&mut self, p: &Pair<'_>, kind: &str) {
        let text = self.words(p).to_owned();
        let span = self.span(p);
        if let Some((_, hour)) = text.strip_prefix("on ").and_then(|t| t.split_once(" at ")) {
            let len = u32::try_from(hour.len()).unwrap_or(0);
            let at = Span::new(span.end.saturating_sub(len), span.end);
            self.report(codes::dates::no_such_time(at, hour));
            return;
        }
        let first = text.split_whitespace().next().unwrap_or("");
        let near = closest(first, PROPERTIES.iter().copied()).filter(|n| *n != first);
        let quoted = matches!(first, "number" | "alias" | "text" | "case" | "note") && !text.contains('"');
        let category = first == "category" && !text.contains(['"', '“']) && text.split_whitespace().count() > 2;
        self.report(if category {
            let lead: Vec<&str> = text.split_whitespace().take(2).collect();
            codes::syntax::needs_quotation(span, &lead.join(" "))
        } else if quoted {
            codes::syntax::needs_quotation(span, first)
        } else if let Some(near) = near.filter(|n| first.ends_with(':') && *n == first.trim_end_matches(':')) {
            codes::common_mistakes::property_with_colon(span, &text, near)
        } else {
            codes::syntax::unreadable_property(span, &text, kind, legal_under(kind), near)
        });
    }

    fn property(&mut self, pair: &Pair<'_>, g: &mut Gathered, category_column: &mut Option<usize>) {
        let Some(p) = pair.clone().into_inner().next() else { return };
        let start = p.start();
        // deeper than the last category, or on its line: said of it
        let of_category = category_column.is_some_and(|c| !self.view.opens_line(start) || self.view.column(start) > c);
        let word = property_name(&p);
        if !matches!(word, "note" | "source" | "judgment" | "clarified") {
            g.seen.push((word, self.span(&p)));
        }
        match p.as_rule() {
            Rule::p_category => {
                *category_column = Some(self.view.column(start));
                g.categories.extend(self.category(&p));
            }
            Rule::p_judgment | Rule::p_clarified | Rule::p_note => self.remark(&p, word, of_category, g),
            Rule::p_source => {
                let cites = first_child(&p, Rule::source).map_or(Vec::new(), |s| self.cites(&s));
                match g.categories.last_mut().filter(|_| of_category) {
                    Some(category) => category.sources.extend(cites),
                    None => g.sources.extend(cites),
                }
            }
            _ => self.own_property(&p, word, g),
        }
    }

    fn category(&self, p: &Pair<'_>) -> Option<Category> {
        let label = first_child(p, Rule::category_label)?;
        Some(Category {
            label: Spanned::new(label.as_str().to_owned(), self.span(&label)),
            title: self.quoted_in(p),
            judgments: Vec::new(),
            clarified: Vec::new(),
            notes: Vec::new(),
            sources: Vec::new(),
            span: self.span(p),
        })
    }

    /// `note "…"`, `judgment "…"`, `clarified "…"`: of the category above it, or of the whole.
    fn remark(&self, p: &Pair<'_>, word: &'static str, of_category: bool, g: &mut Gathered) {
        let Some(quote) = self.quoted_in(p) else { return };
        let span = self.span(p);
        let Some(category) = g.categories.last_mut().filter(|_| of_category) else {
            if p.as_rule() != Rule::p_note {
                g.seen.push((word, span));
            }
            g.quotes.push((word, quote));
            return;
        };
        category.span = category.span.to(span);
        match p.as_rule() {
            Rule::p_judgment => category.judgments.push(quote),
            Rule::p_clarified => category.clarified.push(quote),
            _ => category.notes.push(quote),
        }
    }

    /// A property of the declaration itself.
    fn own_property(&mut self, p: &Pair<'_>, word: &'static str, g: &mut Gathered) {
        let span = self.span(p);
        match p.as_rule() {
            Rule::p_number | Rule::p_text => g.quotes.extend(self.quoted_in(p).map(|q| (word, q))),
            Rule::p_case => {
                let quotes = p.clone().into_inner().filter(|q| q.as_rule() == Rule::quoted);
                let quotes: Vec<_> = quotes.map(|q| (word, self.quoted(&q))).collect();
                g.quotes.extend(quotes);
            }
            Rule::p_in_case => {
                let case = first_child(p, Rule::in_case).map(|c| self.in_case(&c));
                g.in_cases.extend(case);
            }
            Rule::p_court
            | Rule::p_zone
            | Rule::p_calendar
            | Rule::p_rules
            | Rule::p_by
            | Rule::p_service
            | Rule::p_deadline_of => {
                let value = first_child(p, Rule::value).and_then(|v| self.phrase(&v));
                g.values.extend(value.map(|v| (word, v)));
            }
            Rule::p_members | Rule::p_alias | Rule::p_includes => {
                let lists: Vec<_> = p.clone().into_inner().filter(|q| q.as_rule() == Rule::list_phrase).collect();
                for list in lists {
                    g.values.extend(self.phrase(&list).map(|v| (word, v)));
                }
            }
            Rule::p_successor => {
                let name = first_child(p, Rule::successor).and_then(|n| self.phrase(&n));
                let from = first_child(p, Rule::date).and_then(|d| self.date(&d));
                g.successors.extend(name.zip(from));
            }
            Rule::p_dates => {
                let order =
                    if has_child(p, Rule::month_first) { SlashOrder::MonthDayYear } else { SlashOrder::DayMonthYear };
                g.order = Some(Spanned::new(order, span));
            }
            Rule::p_counted => {
                if let Some(count) = first_child(p, Rule::count) {
                    g.counted = Some(Spanned::new(self.count(&count), self.span(&count)));
                }
            }
            Rule::p_open => g.open = true,
            Rule::p_docket => {
                let paper = one_line(self.words(p));
                g.docket = Some(Cite { paper, pin: None, span });
            }
            Rule::p_entry => {
                let day = first_child(p, Rule::date).and_then(|d| self.date(&d));
                let words = self.quoted_in(p);
                g.entry = day.map(|day| EntryOf { day, words, span });
            }
            Rule::p_dated | Rule::p_on => {
                let date = first_child(p, Rule::date).and_then(|d| self.date(&d));
                g.dates.extend(date.map(|d| (word, d)));
            }
            Rule::p_nunc => {
                g.retroactive = true;
                let since =
                    first_child(p, Rule::nunc).and_then(|n| first_child(&n, Rule::date)).and_then(|d| self.date(&d));
                g.dates.extend(since.map(|d| ("effective", d)));
            }
            Rule::p_effect => {
                let effects = self.dispositions(p);
                g.effects.extend(effects);
            }
            _ => {}
        }
    }

    /// Each property belongs to the kind, and stands once where one is enough.
    fn check_properties(&mut self, kind: &str, g: &Gathered) {
        let common = ["note", "source"];
        let own: &[&str] = match kind {
            "matter" => &["service is", "number", "court", "zone", "calendar", "rules", "dates", "case", "lead"],
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
            "event" => &[
                "is the deadline of",
                "Dkt.",
                "docket entry",
                "on",
                "filed",
                "entered",
                "served",
                "signed",
                "by",
                "includes",
                "alias",
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
}

/// The word a property is known by.
fn property_name(p: &Pair<'_>) -> &'static str {
    match p.as_rule() {
        Rule::p_number => "number",
        Rule::p_court => "court",
        Rule::p_zone => "zone",
        Rule::p_service => "service is",
        Rule::p_deadline_of => "is the deadline of",
        Rule::p_calendar => "calendar",
        Rule::p_rules => "rules",
        Rule::p_dates => "dates",
        Rule::p_case if first_child(p, Rule::case_word).is_some_and(|w| w.as_str() == "lead") => "lead",
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
            match first_child(p, Rule::dated_word).map_or("", |w| w.as_str()).split_whitespace().next().unwrap_or("") {
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
