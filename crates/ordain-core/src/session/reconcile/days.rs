//! Days: when papers were filed and orders entered, and when duties fall due, as
//! heads, facts, requests and the docket state it.

use chrono::NaiveDate;

use super::gather::Gather;
use crate::facts::{Assertion, Content, Entry, Subject, single_happening_of};
use crate::model::object::{Filter, Related};
use crate::model::{Body, Due, OrderId, ParagraphId, ThingId, ThingKind};
use crate::report::{About, StatedValue, Topic};
use ordain_base::words::day;

/// One of the days of an entry.
type DayOf = fn(&Entry) -> Option<NaiveDate>;

impl Gather<'_, '_> {
    pub(super) fn days(&self) -> Vec<Topic> {
        let declared = &self.matter.model.declared;
        let mut topics = Vec::new();
        for (i, order) in declared.orders.iter().enumerate() {
            let id = OrderId::at(i);
            for word in ["entered", "filed", "served"] {
                let (head, docket): (Option<NaiveDate>, DayOf) = match word {
                    "entered" => (order.stated.entered, |e| e.entered),
                    "filed" => (order.stated.filed, |e| e.filed),
                    _ => (order.stated.served, |e| e.served),
                };
                let mut statements = Vec::new();
                statements.extend(
                    head.map(|d| {
                        self.stated_at(day(d), "the head of the order", String::new(), Vec::new(), order.span)
                    }),
                );
                statements.extend(self.docket(Subject::Order(id), docket));
                statements.extend(self.happened(word, &order.name));
                topics.push(topic_of_statements(About::Day, format!("{} was {word}", order.name), statements));
            }
        }
        for (i, thing) in declared.things.iter().enumerate() {
            if thing.kind == ThingKind::Event {
                continue;
            }
            let word = if thing.kind == ThingKind::Hearing { "held" } else { "filed" };
            let mut statements = Vec::new();
            if let Some((words, at)) = &thing.slip {
                statements.push(self.stated_at(
                    words.clone(),
                    "the paper itself",
                    "as it is written".to_owned(),
                    Vec::new(),
                    *at,
                ));
            }
            if let Some(d) = thing.stated.filter(|_| thing.kind != ThingKind::Hearing) {
                let cites = thing.docket.iter().cloned().collect();
                let how = if thing.slip.is_some() { "as it must be read" } else { "" };
                statements.push(self.stated_at(day(d), "its declaration", how.to_owned(), cites, thing.span));
            }
            statements.extend(self.docket(Subject::Thing(ThingId::at(i)), |e| e.filed));
            statements.extend(self.happened(word, &thing.name));
            topics.push(topic_of_statements(About::Day, format!("{} was {word}", thing.name), statements));
        }
        topics
    }

    /// The facts that speak of this act and this paper, with their days.
    fn happened(&self, word: &str, name: &str) -> Vec<StatedValue> {
        let declared = &self.matter.model.declared;
        let all = self.matter.ledger.assertions.iter().filter(|a| self.known(a));
        let statements = all.filter_map(|a| {
            let (what, of) = single_happening_of(declared, a)?;
            let value = day(a.bounds.day()?);
            (what == word && of == name).then(|| {
                let mut lines = vec![self.stated(value, a, String::new())];
                lines.extend(self.replies(a));
                lines
            })
        });
        statements.flatten().collect()
    }

    fn docket(&self, subject: Subject, which: DayOf) -> Vec<StatedValue> {
        let entries = self.matter.ledger.docket.of(subject);
        let line =
            |e: &Entry| Some(self.stated_at(day(which(e)?), "the docket shows", String::new(), vec![e.name()], e.span));
        entries.filter_map(line).collect()
    }

    /// When a duty falls due by its order, and from which day a party asked to have it moved.
    pub(super) fn deadlines(&self) -> Vec<Topic> {
        let model = &self.matter.model;
        let mut topics = Vec::new();
        for p in &model.paragraphs {
            let Body::Provision(provision) = &p.body else { continue };
            let fixed = provision.obligations.iter().filter_map(|l| match &l.due {
                Due::Day { moment, .. } => Some((moment.day, l.due_span.unwrap_or(l.span))),
                _ => None,
            });
            let mut statements: Vec<StatedValue> = Vec::new();
            for (on, span) in fixed {
                let cites = p.sources.clone();
                if !statements.iter().any(|t| t.value == day(on)) {
                    statements.push(self.stated_at(
                        day(on),
                        &format!("{} orders", model.order(p.order).name),
                        String::new(),
                        cites,
                        span,
                    ));
                }
            }
            statements.extend(self.asked_from(p.id));
            if statements.iter().any(|t| t.fact.is_some()) {
                topics.push(topic_of_statements(About::Deadline, format!("{} falls due", p.name), statements));
            }
        }
        topics
    }

    /// `asked Plaintiffs to extend MTC ¶ 2 from December 14, 2023 to March 1, 2024`.
    fn asked_from(&self, paragraph: ParagraphId) -> Vec<StatedValue> {
        let all = self.matter.ledger.assertions.iter().filter(|a| self.known(a));
        let line = |a: &Assertion| {
            let Content::Done(deed) = &a.content else { return None };
            let objects = || deed.act.objects.list.iter();
            let about = objects().flat_map(|o| &o.relations).any(|r| r.to == Related::Paragraph(paragraph));
            let from = objects().flat_map(|o| &o.filters).find_map(|f| match f {
                Filter::After(d) => Some(*d),
                _ => None,
            });
            let on = a.bounds.day().map(|d| format!("on {}", day(d))).unwrap_or_default();
            from.filter(|_| about).map(|d| self.stated(day(d), a, on))
        };
        all.filter_map(line).collect()
    }
}

fn topic_of_statements(kind: About, about: String, statements: Vec<StatedValue>) -> Topic {
    let mut values = statements.iter().filter(|t| !matches!(t.value.as_str(), "denied" | "admitted")).map(|t| &t.value);
    let first = values.next();
    let differs = values.any(|v| Some(v) != first) || statements.iter().any(|t| t.value == "denied");
    Topic { kind, about, statements, differs }
}
