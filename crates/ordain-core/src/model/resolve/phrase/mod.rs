//! From words to things: every word of a phrase must come to mean
//! something, or it is an error on that word.

mod amount;
mod builder;
mod fellow_parties;
mod numbered;
mod small_words;
pub(crate) mod unknown;
mod way;

use super::tokens::{anybody, deliverable_at_start, figures_of, labels_at_start, service_at_start, span_of, text};
use crate::model::ir::declared::Declared;
use crate::model::ir::deliverables::Deliverable;
use crate::model::ir::ids::{RecordId, VerbId};
use crate::model::ir::names::{Entity, Names, fold};
use crate::model::ir::object::{Filter, Head, Objects, Related, Set};
use crate::model::ir::preposition::Preposition;
use crate::model::ir::qualifier::{Qualifier, QualifierKind};
use crate::model::ir::verbs::VerbFamily;
use builder::ListBuilder;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::clauses::unlinked;
use ordain_base::diag::codes::names as say;
use ordain_base::source::Span;
use ordain_base::words::number;
use ordain_syntax::ast::{Token, TokenKind};
use ordain_time::Service;
pub(crate) use small_words::ARTICLES;

/// The resolver of one phrase. It knows the declared names and gives its errors to `out`.
pub struct PhraseResolver<'a> {
    pub names: &'a Names,
    pub declared: &'a Declared,
    pub out: &'a mut Vec<Diagnostic>,
}

impl PhraseResolver<'_> {
    /// All things of `tokens`; `None` where a word means nothing, which was reported.
    pub fn objects(&mut self, tokens: &[Token]) -> Option<Objects> {
        let mut list = ListBuilder::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match self.step(&mut list, &tokens[at..]) {
                Some(taken) => at += taken.max(1),
                None => {
                    self.unknown(&tokens[at..], token);
                    return None;
                }
            }
        }
        if let (Some(word), Some(last)) = (list.dangling(), tokens.last()) {
            self.out.push(say::nothing_named(word.word(), last.span));
            return None;
        }
        if let Some(span) = list.unlinked() {
            let of_set = |t: &&Token| t.span.start >= span.start && t.span.end <= span.end;
            let set: Vec<Token> = tokens.iter().filter(of_set).cloned().collect();
            let before = tokens.iter().rfind(|t| t.span.end <= span.start).map_or("", |t| t.text.as_str());
            self.out.push(unlinked(before, &text(&set), "in", span));
            return None;
        }
        if list.is_mixed() {
            self.out.push(say::mixed(span_of(tokens)));
            return None;
        }
        Some(list.finish())
    }

    /// Takes the words at the start of `rest`; `None` where the first means nothing.
    fn step(&mut self, list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
        let first = rest.first()?;
        match &first.kind {
            TokenKind::Comma => {
                list.pause();
                return Some(1);
            }
            TokenKind::Quoted => {
                list.head(Head::Quoted(fold(&first.text).to_lowercase()), first.span);
                return Some(1);
            }
            TokenKind::Date(date) => {
                list.day(date.day, first.span);
                return Some(1);
            }
            TokenKind::Paragraph => {
                let order = list.take_order();
                for id in self.declared.paragraphs(order, first, self.out) {
                    list.related(Related::Paragraph(id), first.span);
                }
                return Some(1);
            }
            TokenKind::Limit(_) => return None,
            TokenKind::Word => {}
        }
        self.word(list, rest)
    }

    fn word(&mut self, list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
        let first = rest.first()?;
        // `serve this Order`: the order that says it, by whatever name the matter knows it.
        if let [this, order, ..] = rest
            && this.text.eq_ignore_ascii_case("this")
            && order.text.eq_ignore_ascii_case("order")
            && let Some(here) = self.declared.here
        {
            return Some(self.entity(list, Entity::Order(here), first.span.to(order.span), rest, 2));
        }
        if let Some((entity, taken)) = self.declared_at_start(rest) {
            let span = first.span.to(rest[taken - 1].span);
            return Some(self.entity(list, entity, span, rest, taken));
        }
        if let Some(taken) = self.fellow_parties(rest) {
            list.related(Related::Parties, span_of(&rest[..taken]));
            return Some(taken);
        }
        if let Some(taken) = self.measure(list, rest) {
            return Some(taken);
        }
        let word = first.text.as_str();
        match word {
            // `motion to amend or add parties`: one motion, for either.
            "and" | "or" if list.has_purpose() && self.infinitive(rest) => {
                let more = Qualifier::new(format!("{word} {}", rest[1].text), QualifierKind::Shown);
                list.qualifier(more, first.span.to(rest[1].span));
                return Some(2);
            }
            "and" | "&" => {
                list.and();
                return Some(1);
            }
            "or" => {
                list.or();
                return Some(1);
            }
            "category" | "categories" => return self.categories(list, None, rest),
            _ => {}
        }
        if let Some(taken) = self.grounds(list, rest) {
            return Some(taken);
        }
        if let Some(taken) = numbered::take_labels(list, rest) {
            return Some(taken);
        }
        if let Some((deliverable, taken)) = deliverable_at_start(rest) {
            list.head(Head::Deliverable(deliverable), first.span.to(rest[taken - 1].span));
            return Some(taken);
        }
        self.turn_of_phrase(list, rest).or_else(|| self.single_word(list, rest))
    }

    /// Takes words that belong together and name nothing of their own: `by mail`, `as moot`, `in support of`.
    fn turn_of_phrase(&mut self, list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
        let first = rest.first()?;
        let word = first.text.as_str();
        // `either answer or report`: `or` says it.
        let either = word == "either" && rest.iter().any(|t| t.text == "or");
        if either || ARTICLES.contains(&word) {
            return Some(1);
        }
        // `appeared at Status by video`: how, in a fact; of a duty it is a clause of its own.
        if let Some(taken) = ordain_syntax::manner_words(rest).or_else(|| service_at_start(rest)) {
            let words = text(&rest[..taken]);
            let kind = match words.strip_prefix("by ") {
                Some(way) => QualifierKind::Means(Service::parse(way)),
                None => QualifierKind::Shown,
            };
            list.qualifier(Qualifier::new(words, kind), first.span.to(rest[taken - 1].span));
            return Some(taken);
        }
        if self.counted_of_what(list, rest) {
            return Some(rest.len());
        }
        if word == "to" && self.infinitive(rest) {
            let extends = rest[1].text == "extend";
            let purpose = Qualifier::new(format!("to {}", rest[1].text), QualifierKind::Purpose { extends });
            list.qualifier(purpose, first.span.to(rest[1].span));
            return Some(2);
        }
        // `to all counsel of record`: to everybody in the case
        if word == "counsel" {
            let named = rest.get(1..3).is_some_and(|t| t[0].text == "of" && t[1].text == "record");
            let taken = if named { 3 } else { 1 };
            list.related(Related::Parties, span_of(&rest[..taken]));
            return Some(taken);
        }
        if let Some((way, taken)) = way::way_at_start(rest) {
            list.qualifier(way, span_of(&rest[..taken]));
            return Some(taken);
        }
        // `disclose the code to any other person or entity`: whoever it is, no party narrows it.
        if matches!(word, "to" | "with" | "on" | "upon")
            && let Some(taken) = anybody(rest.get(1..).unwrap_or_default())
        {
            let named = &rest[1..=taken];
            list.qualifier(Qualifier::new(text(named), QualifierKind::Anybody), span_of(named));
            return Some(taken + 1);
        }
        // `reply in support of MTC1`, `brief in opposition to MTC1`
        let run = |words: [&str; 3]| rest.iter().zip(words).filter(|(t, w)| t.text == *w).count() == 3;
        if run(["in", "support", "of"]) || run(["in", "opposition", "to"]) {
            list.preposition(if rest[1].text == "support" { Preposition::Of } else { Preposition::To });
            return Some(3);
        }
        // `$900 to each of Alder and Cole`: to every one of them so much.
        if word == "to"
            && ["each", "of"].iter().zip(rest.get(1..).unwrap_or_default()).filter(|(w, t)| t.text == **w).count() == 2
        {
            list.for_each_recipient(span_of(&rest[..3]));
            list.preposition(Preposition::To);
            return Some(3);
        }
        if let Some(preposition) = Preposition::of_word(word) {
            list.preposition(preposition);
            return Some(1);
        }
        if let Some(n) = number(word) {
            list.quantity(n, first.span);
            // `fourteen (14)`
            let repeated = rest.get(1).is_some_and(|t| t.text == format!("({n})"));
            return Some(if repeated { 2 } else { 1 });
        }
        None
    }

    /// Takes a word that narrows the thing it is with: `withheld`, `joint`.
    fn single_word(&self, list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
        let first = rest.first()?;
        let word = first.text.as_str();
        let qualifier = Qualifier::listed(word);
        // `amended answer`, `signed declaration`: another paper, and not one of those that were amended.
        let before_a_thing = self.is_thing(&rest[1..]) || rest.get(1).is_some_and(|t| t.kind == TokenKind::Quoted);
        let in_place = |v: &VerbId| {
            qualifier.is_some() && (before_a_thing || self.declared.verbs.get(*v).family == VerbFamily::Correct)
        };
        if let Some(verb) = self.declared.verbs.past(word).filter(|v| !in_place(v)) {
            list.filter(Filter::Done(verb), first.span);
            return Some(1);
        }
        list.qualifier(qualifier?, first.span);
        Some(1)
    }

    /// What the longest declared name at the start of `rest` means, or the longer title of a hearing or an event, and how
    /// many words it takes.
    fn declared_at_start(&self, rest: &[Token]) -> Option<(Entity, usize)> {
        let named = self.names.longest(rest);
        let titled = self.declared.titled(rest).filter(|(_, n)| named.is_none_or(|(_, named)| *n > named));
        let titled = titled.or_else(|| named.is_none().then(|| self.declared.hearing_at_start(rest)).flatten());
        titled.map(|(thing, n)| (Entity::Thing(thing), n)).or(named)
    }

    /// What is written here is a declared name or a common thing, whatever else the word may be.
    #[must_use]
    pub fn is_thing(&self, rest: &[Token]) -> bool {
        self.names.longest(rest).is_some() || deliverable_at_start(rest).is_some()
    }

    /// How many words the thing at the start of `rest` takes.
    pub(crate) fn thing_words(&self, rest: &[Token]) -> usize {
        let declared = self.names.longest(rest).map_or(0, |(_, n)| n);
        declared.max(deliverable_at_start(rest).map_or(0, |(_, n)| n))
    }

    /// `to extend`, unless what follows `to` is a thing (`reply to answer`).
    fn infinitive(&self, rest: &[Token]) -> bool {
        rest.get(1).is_some_and(|t| {
            // `moved to strike`, as a motion to strike.
            let of_motion = || Deliverable::find(&format!("motion to {}", t.text)).is_some();
            let is_verb = self.declared.verbs.base(&t.text).is_some() || of_motion();
            t.kind == TokenKind::Word && is_verb && !self.is_thing(&rest[1..])
        })
    }

    fn entity(&mut self, list: &mut ListBuilder, entity: Entity, span: Span, rest: &[Token], taken: usize) -> usize {
        match entity {
            Entity::Record(record) => {
                let after = &rest[taken..];
                if after.first().is_some_and(|t| t.text == "category" || t.text == "categories")
                    && let Some(more) = self.categories(list, Some((record, span)), after)
                {
                    return taken + more;
                }
                let all = (0..self.declared.records[record.index()].categories.len()).collect();
                list.set(Set { record, categories: all }, span);
            }
            Entity::Party(p) => list.head(Head::Party(p), span),
            Entity::Parties => list.related(Related::Parties, span),
            Entity::Thing(t) => list.head(Head::Thing(t), span),
            Entity::Order(o) => list.head(Head::Order(o), span),
        }
        taken
    }

    /// `categories 1-5`, `category 2a`, `categories 1, 3 and 5`, after the name of the record or alone.
    fn categories(
        &mut self,
        list: &mut ListBuilder,
        record: Option<(RecordId, Span)>,
        rest: &[Token],
    ) -> Option<usize> {
        let first = rest.first()?;
        let labels = rest.get(1..).unwrap_or_default();
        let Some((record, start)) = record.or_else(|| self.declared.only_record().map(|r| (r, first.span))) else {
            self.out.push(say::which_record(first.span));
            return Some(1 + labels_at_start(labels, figures_of).1);
        };
        let known = &self.declared.records[record.index()];
        let all: Vec<&str> = known.categories.iter().map(|c| c.label.as_str()).collect();
        let (labels, taken) = labels_at_start(labels, |t| match all.contains(&t.text.as_str()) {
            true => Some(vec![t.text.clone()]),
            false => figures_of(t),
        });
        let taken = 1 + taken;
        let mut categories = Vec::new();
        let mut ok = true;
        for (label, span) in &labels {
            match all.iter().position(|l| l == label) {
                Some(i) => categories.push(i),
                None => {
                    // Once for each token.
                    let said = self.out.last().is_some_and(|d| d.span() == *span);
                    if !said {
                        self.out.push(say::unknown_category(label, &known.name, *span, &all));
                    }
                    ok = false;
                }
            }
        }
        categories.sort_unstable();
        categories.dedup();
        let end = rest.get(taken - 1).map_or(first.span, |t| t.span);
        if ok && categories.is_empty() {
            // `categories 2-1`: what is in the place of the number.
            let word = rest.get(1).filter(|_| taken == 1);
            let (label, span) = word.map_or((first.text.as_str(), first.span), |w| (w.text.as_str(), w.span));
            self.out.push(say::unknown_category(label, &known.name, span, &all));
            return Some(if word.is_some() { 2 } else { taken });
        }
        list.set(Set { record, categories }, start.to(end));
        Some(taken)
    }

    /// `on grounds of privilege`, `on the ground of "…"`, `for privilege`.
    fn grounds(&mut self, list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
        const OPENINGS: &[&[&str]] = &[
            &["on", "grounds", "of"],
            &["on", "the", "grounds", "of"],
            &["on", "the", "ground", "of"],
            &["on", "ground", "of"],
            &["as"],
            &["for"],
        ];
        const KNOWN: &[&str] = &[
            "privilege",
            "privileged",
            "confidentiality",
            "confidential",
            "non-responsiveness",
            "relevance",
            "work-product",
        ];
        for opening in OPENINGS {
            let n = opening.len();
            let opens =
                rest.len() > n && opening.iter().zip(rest).all(|(w, t)| t.text == *w && t.kind == TokenKind::Word);
            if !opens {
                continue;
            }
            let ground = &rest[n];
            let named = KNOWN.contains(&ground.text.as_str());
            let quoted = ground.kind == TokenKind::Quoted && n > 1;
            if named || quoted {
                let text = match ground.text.as_str() {
                    "privileged" => "privilege".to_owned(),
                    "confidential" => "confidentiality".to_owned(),
                    other => fold(other).to_lowercase(),
                };
                list.filter(Filter::Grounds(text), rest[0].span.to(ground.span));
                return Some(n + 1);
            }
        }
        None
    }
}
