//! From the statements of a file to the ledger.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::closing;
use super::docket::{self, Docket};
use super::{Assertion, Bounds, Content, Excuse, Ledger, Reply, Subject, Table, Voice, located, sentence, when};
use crate::model::names::{Entity, name_of};
use crate::model::object::Filter;
use crate::model::phrase::PhraseResolver;
use crate::model::{Declared, ParagraphId, cite_text, parties_of};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts as note;
use ordain_base::source::Span;
use ordain_syntax::Parsed;
use ordain_syntax::ast::{self, Cite, Clause, ClauseKind, FactKind, Phrase, Speech, Statement, StatementKind};

/// The id of each fact of each file: its label, or `names[i]` and its number.
#[must_use]
pub fn ids(files: &[Parsed], names: &[String]) -> Vec<Vec<String>> {
    let of = |(file, name): (&Parsed, &String)| {
        let facts = file.statements.iter().filter_map(|s| match &s.kind {
            StatementKind::Fact(f) => Some(f.as_ref()),
            _ => None,
        });
        let id = |(n, f): (usize, &ast::Fact)| {
            f.label.as_ref().map_or_else(|| format!("{name}:{}", n + 1), |l| l.value.clone())
        };
        facts.enumerate().map(id).collect()
    };
    files.iter().zip(names).map(of).collect()
}

/// Reads the facts of all files, those apart whose ids are in `without`.
/// `names[i]` is the name that ids of `files[i]` begin with. What `tables` say
/// that they are complete for, and what is on `docket`, is of the record as well.
#[must_use]
pub fn read(
    declared: &Declared,
    files: &[Parsed],
    names: &[String],
    without: &BTreeSet<String>,
    tables: Vec<Table>,
    mut docket: Docket,
) -> (Ledger, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let mut all: Vec<(String, &Statement, &ast::Fact)> = Vec::new();
    for (file, ids) in files.iter().zip(ids(files, names)) {
        let facts = file.statements.iter().filter_map(|s| match &s.kind {
            StatementKind::Fact(f) => Some((s, f.as_ref())),
            _ => None,
        });
        all.extend(ids.into_iter().zip(facts).map(|(id, (s, f))| (id, s, f)).filter(|(id, ..)| !without.contains(id)));
    }
    let papers = Papers::of(declared, all.iter().map(|(_, _, f)| *f));
    let mut ledger = Ledger::default();
    for (id, statement, fact) in all {
        let mut reader = Reader { declared, papers: &papers, docket: &mut docket, out: &mut out };
        reader.fact(&mut ledger, id, fact, statement);
    }
    // Every filing is on a docket that is complete.
    let filing = declared.verbs.base("file");
    for mut closing in std::mem::take(&mut docket.closings) {
        if closing.verbs.is_empty() && closing.things.is_empty() {
            closing.verbs.extend(filing);
        }
        ledger.closings.push(closing);
    }
    (ledger.tables, ledger.docket) = (tables, docket);
    attach_denials(&mut ledger);
    (ledger, out)
}

/// The dates of papers and events, for statements that cite or name them.
struct Papers {
    dates: BTreeMap<String, NaiveDate>,
}

impl Papers {
    fn of<'f>(declared: &Declared, facts: impl Iterator<Item = &'f ast::Fact>) -> Self {
        let mut dates = BTreeMap::new();
        for thing in &declared.things {
            if let Some(date) = thing.date {
                dates.insert(thing.name.clone(), date);
            }
        }
        for order in &declared.orders {
            if let Some(date) = order.entered.or(order.filed).or(order.signed) {
                dates.insert(order.name.clone(), date);
            }
        }
        for fact in facts {
            if let FactKind::Happened { subject, when, .. } = &fact.kind
                && let Some(day) = when::bounds(&when.value, |_| None).day()
            {
                dates.entry(name_of(subject)).or_insert(day);
            }
        }
        Self { dates }
    }

    /// The date of the paper that `cite` begins with: `Coleman Decl.` of `Coleman Decl. Ex. C`.
    fn date(&self, cite: &Cite) -> Option<NaiveDate> {
        let words: Vec<&str> = cite.paper.split(' ').collect();
        (1..=words.len()).rev().find_map(|n| {
            let name = crate::model::names::fold(&words[..n].join(" "));
            self.dates.get(&name).or_else(|| self.dates.get(name.trim_end_matches(','))).copied()
        })
    }
}

struct Reader<'a> {
    declared: &'a Declared,
    papers: &'a Papers,
    docket: &'a mut Docket,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fact(&mut self, ledger: &mut Ledger, id: String, fact: &ast::Fact, statement: &Statement) {
        let span = head(fact, statement.span);
        let cites = cites(&fact.clauses);
        let cited = self.earliest(&cites);
        match &fact.kind {
            FactKind::Closed { through, what } => {
                if let Some(closing) = closing::closing(self.declared, id, through.day, what, &cites, span, self.out) {
                    ledger.closings.push(closing);
                }
            }
            FactKind::Excuse { when, who, argument, target } => {
                let Some((by, _)) = parties_of(self.declared, &who.tokens, self.out) else { return };
                let targets = target.as_ref().map(|t| self.targets(t)).unwrap_or_default();
                let cite =
                    |f: fn(&ClauseKind) -> Option<&Cite>| fact.clauses.iter().find_map(|c| f(&c.kind)).map(cite_text);
                ledger.excuses.push(Excuse {
                    id,
                    by,
                    argument: argument.value.clone(),
                    targets,
                    known: when.as_ref().and_then(|w| self.bounds(&w.value).first).or(cited),
                    rejected: cite(|k| if let ClauseKind::RejectedBy(c) = k { Some(c) } else { None }),
                    recognised: cite(|k| if let ClauseKind::RecognisedBy(c) = k { Some(c) } else { None }),
                    cites: cites.iter().map(cite_text).collect(),
                    span,
                });
            }
            FactKind::Act { when, text } => {
                let bounds = self.bounds(&when.value).not_after(cited);
                let known = self.bounds(&when.value).first.or(cited);
                let located = located::located(self.declared, &text.tokens, self.out);
                let content = match located {
                    Some(content) => content,
                    None => sentence::deed(self.declared, &text.tokens, self.out).map(Content::Done),
                };
                let Some(content) = content else { return };
                self.push(ledger, id, Voice::Plain, content, bounds, known, fact, statement);
            }
            FactKind::Happened { subject, what, when } => {
                let subject = match self.declared.names.get(&name_of(subject)) {
                    Some(Entity::Thing(t)) => Subject::Thing(t),
                    Some(Entity::Order(o)) => Subject::Order(o),
                    _ => {
                        let mut words =
                            PhraseResolver { names: &self.declared.names, declared: self.declared, out: self.out };
                        if let Some(first) = subject.tokens.first() {
                            words.unknown(&subject.tokens, first);
                        }
                        return;
                    }
                };
                let bounds = self.bounds(&when.value).not_after(cited);
                let content = Content::Happened { subject, what: what.value.clone() };
                self.push(ledger, id, Voice::Plain, content, bounds, bounds.first.or(cited), fact, statement);
            }
            FactKind::Statement { when, speaker, speech, negated, content } => {
                let searched = self.searched(speaker, speech.value, content);
                let said = match searched {
                    Some(found) => found.map(|content| (Voice::Plain, content, Bounds::default())),
                    None => self.voice(speaker, speech.value).and_then(|voice| {
                        let (content, inner) = sentence::content(self.declared, &content.tokens, self.out)?;
                        Some((voice, content, inner))
                    }),
                };
                let Some((voice, mut content, inner)) = said else { return };
                if *negated && let Content::Done(deed) = &mut content {
                    deed.negated = !deed.negated;
                }
                let own = when.as_ref().map(|w| self.bounds(&w.value));
                let known = own.and_then(|b| b.first).or(cited);
                if known.is_none() {
                    self.out.push(note::undated(span));
                }
                let inner = limit(&fact.clauses).map_or(inner, |last| Bounds { last: Some(last), ..inner });
                if let (Content::Count { object, .. }, Some(last)) = (&mut content, limit(&fact.clauses)) {
                    object.filters.extend(last.succ_opt().map(Filter::Before));
                }
                let as_of = fact.clauses.iter().find_map(|c| match &c.kind {
                    ClauseKind::AsOf(d) => Some(Bounds::on(d.day)),
                    _ => None,
                });
                let bounds = as_of.unwrap_or(inner).not_after(known);
                self.push(ledger, id, voice, content, bounds, known, fact, statement);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one assertion, gathered in one place")]
    fn push(
        &mut self,
        ledger: &mut Ledger,
        id: String,
        voice: Voice,
        content: Content,
        bounds: Bounds,
        known: Option<NaiveDate>,
        fact: &ast::Fact,
        statement: &Statement,
    ) {
        let cited = cites(&fact.clauses);
        let span = head(fact, statement.span);
        let act = docket::Act { content: &content, voice: &voice, bounds, cites: &cited, span };
        let (bounds, denied) = self.docket.day_of_act(self.declared, &act, self.out);
        let mut assertion = Assertion {
            id,
            voice,
            content,
            bounds,
            known,
            denied,
            admitted: Vec::new(),
            performs: Vec::new(),
            instances: Vec::new(),
            of_which: Vec::new(),
            cites: cited.iter().map(cite_text).collect(),
            span,
        };
        for clause in &fact.clauses {
            match &clause.kind {
                ClauseKind::DeniedBy { who, sources } => {
                    assertion.denied.extend(self.reply(who, sources, clause.span));
                }
                ClauseKind::AdmittedBy { who, sources } => {
                    assertion.admitted.extend(self.reply(who, sources, clause.span));
                }
                ClauseKind::InPerformanceOf(phrase) => {
                    let (phrase, instance) = numbered(phrase);
                    let targets = self.targets(&phrase);
                    assertion.instances.extend(instance.iter().flat_map(|n| targets.iter().map(|p| (*p, *n))));
                    assertion.performs.extend(targets);
                }
                ClauseKind::OfWhich(phrase) => {
                    assertion.of_which.push(crate::model::phrase::text_of(phrase));
                }
                ClauseKind::Recipients(phrase) => self.recipients(&mut assertion, phrase),
                ClauseKind::InEach { word, things } => self.in_each(&mut assertion, word, things),
                _ => {}
            }
        }
        ledger.assertions.push(assertion);
    }

    fn recipients(&mut self, assertion: &mut Assertion, phrase: &Phrase) {
        use crate::model::object::{Head, Related, Relation};
        let Some((parties, _)) = parties_of(self.declared, &phrase.tokens, self.out) else { return };
        if let Content::Done(deed) = &mut assertion.content
            && let Some(object) = deed.act.objects.list.last_mut()
        {
            for p in parties {
                object.relations.push(Relation { word: "to".to_owned(), to: Related::Head(Head::Party(p)) });
            }
        }
    }

    /// `in each of "Hewad" and "Anis"`: done for every one of them.
    fn in_each(&mut self, assertion: &mut Assertion, word: &str, list: &Phrase) {
        let mut words = PhraseResolver { names: &self.declared.names, declared: self.declared, out: self.out };
        let Some(things) = crate::model::in_each::things(&mut words, word, list) else { return };
        if let Content::Done(deed) = &mut assertion.content
            && let Some(object) = deed.act.objects.list.last_mut()
        {
            object.relations.extend(things.into_iter().map(|t| t.relation));
        }
    }

    fn reply(&mut self, who: &Phrase, sources: &[Cite], span: Span) -> Option<Reply> {
        let (by, _) = parties_of(self.declared, &who.tokens, self.out)?;
        let known = self.earliest(sources);
        Some(Reply { by, known, cites: sources.iter().map(cite_text).collect(), span })
    }

    /// `Acme found no documents in CAR category 2`: only what a court finds is a finding.
    fn searched(&mut self, speaker: &Phrase, speech: Speech, content: &Phrase) -> Option<Option<Content>> {
        let (by, _) = match speech {
            Speech::Finds => parties_of(self.declared, &speaker.tokens, &mut Vec::new())?,
            _ => return None,
        };
        if by.is_empty() || by.contains(&crate::model::COURT) {
            return None;
        }
        located::found_none(self.declared, &by, &content.tokens, self.out)
    }

    fn voice(&mut self, speaker: &Phrase, speech: Speech) -> Option<Voice> {
        match speech {
            Speech::Finds => return Some(Voice::Found),
            Speech::Shows => return Some(Voice::Docket),
            _ => {}
        }
        let (by, _) = parties_of(self.declared, &speaker.tokens, self.out)?;
        Some(match speech {
            Speech::Says if by.contains(&crate::model::COURT) => Voice::Found,
            Speech::Says => Voice::Says(by),
            Speech::Admits => Voice::Admits(by),
            Speech::Denies => Voice::Denies(by),
            Speech::Stipulates | Speech::Finds | Speech::Shows => Voice::Stipulated(by),
        })
    }

    /// The earliest date of the cited papers: from then on the statement is on the record.
    fn earliest(&self, cites: &[Cite]) -> Option<NaiveDate> {
        cites.iter().filter_map(|c| self.papers.date(c).or_else(|| self.docket.known(c))).min()
    }

    fn bounds(&self, when: &ast::When) -> Bounds {
        when::bounds(when, |p| self.papers.dates.get(&name_of(p)).copied())
    }

    /// The paragraphs a phrase names.
    fn targets(&mut self, phrase: &Phrase) -> Vec<ParagraphId> {
        use crate::model::object::Related;
        let mut words = PhraseResolver { names: &self.declared.names, declared: self.declared, out: self.out };
        let objects = words.objects(&phrase.tokens);
        objects
            .into_iter()
            .flat_map(|o| o.list)
            .flat_map(|o| o.relations)
            .filter_map(|r| if let Related::Paragraph(p) = r.to { Some(p) } else { None })
            .collect()
    }
}

/// `MTC ¶ 3 #2`: the phrase without the number of the instance, and the number.
fn numbered(phrase: &Phrase) -> (Phrase, Option<u32>) {
    let number = |t: &ast::Token| t.text.strip_prefix('#').and_then(|n| n.parse().ok());
    match phrase.tokens.split_last() {
        Some((last, rest)) if !rest.is_empty() && number(last).is_some() => {
            (Phrase { tokens: rest.to_vec(), span: phrase.span }, number(last))
        }
        _ => (phrase.clone(), None),
    }
}

/// The last day of which something is said: `25 documents produced by February 1, 2024`.
fn limit(clauses: &[Clause]) -> Option<NaiveDate> {
    use ast::{Deadline, Point};
    clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::Deadline(Deadline::By(Point::Date(d)) | Deadline::Through(Point::Date(d))) => Some(d.day),
        ClauseKind::Deadline(Deadline::Before(Point::Date(d)) | Deadline::Until(Point::Date(d))) => d.day.pred_opt(),
        _ => None,
    })
}

/// The words that tell the fact, without the clauses under it.
fn head(fact: &ast::Fact, whole: Span) -> Span {
    let clause = fact.clauses.iter().map(|c| c.span.start).min();
    let words = match &fact.kind {
        FactKind::Act { when, text } => when.span.to(text.span),
        FactKind::Statement { when, speaker, content, .. } => {
            let told = speaker.span.to(content.span);
            when.as_ref().map_or(told, |w| w.span.to(told))
        }
        FactKind::Happened { subject, when, .. } => subject.span.to(when.span),
        FactKind::Excuse { who, argument, target, .. } => {
            who.span.to(target.as_ref().map_or(argument.span, |t| t.span))
        }
        FactKind::Closed { what, .. } => Span::new(whole.start, what.span.end),
    };
    // A clause may stand among the words (`… produced by Defendants before D`): then it is told too.
    match clause {
        Some(start) if start < words.end => whole,
        _ => words,
    }
}

fn cites(clauses: &[Clause]) -> Vec<Cite> {
    clauses
        .iter()
        .filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites) } else { None })
        .flatten()
        .cloned()
        .collect()
}

/// `Plaintiffs deny that …`, written in full, is a reply to every assertion of the same content.
fn attach_denials(ledger: &mut Ledger) {
    let denials: Vec<(Content, Reply)> = ledger
        .assertions
        .iter()
        .filter_map(|a| match &a.voice {
            Voice::Denies(by) => Some((
                a.content.clone(),
                Reply { by: by.clone(), known: a.known, cites: a.cites.clone(), span: a.span },
            )),
            _ => None,
        })
        .collect();
    for assertion in &mut ledger.assertions {
        if matches!(assertion.voice, Voice::Denies(_)) {
            continue;
        }
        for (content, reply) in &denials {
            if same(&assertion.content, content) {
                assertion.denied.push(reply.clone());
            }
        }
    }
}

/// Two contents tell of one thing: the same state of overlapping sets, or the same act.
fn same(a: &Content, b: &Content) -> bool {
    match (a, b) {
        (Content::State { set: x, state: s }, Content::State { set: y, state: t }) => {
            s.is_whole() == t.is_whole()
                && x.record == y.record
                && x.categories.iter().any(|c| y.categories.contains(c))
        }
        (Content::Done(x), Content::Done(y)) => {
            x.actors == y.actors
                && x.act.verb == y.act.verb
                && x.negated == y.negated
                && x.act.objects.list.iter().map(|o| &o.head).eq(y.act.objects.list.iter().map(|o| &o.head))
        }
        (x, y) => x == y,
    }
}
