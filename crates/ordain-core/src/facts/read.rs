//! From the statements of a file to the ledger.

use crate::model::preposition::Preposition;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::assertion::{Assertion, Content, Reply, Subject, Voice};
use super::closing::read_closing;
use super::docket::Docket;
use super::docket::acts::Act;
use super::excuse::Excuse;
use super::ledger::Ledger;
use super::papers::Papers;
use super::table::Table;
use super::voice::{takes_back, voice_of_speaker};
use super::when::Bounds;
use super::{denials, located, sentence, when};
use crate::facts::fact_parts::{cites_of_clauses, last_day_stated, split_instance, words_of_fact};
use crate::model::names::{Entity, name_of};
use crate::model::object::Filter;
use crate::model::phrase::{PhraseResolver, text_of};
use crate::model::{Declared, ParagraphId, cite_text, parties_of};
use ordain_base::diag::codes::clauses as unused;
use ordain_base::diag::codes::facts as note;
use ordain_base::diag::codes::syntax::unreadable_clause;
use ordain_base::diag::{Diagnostic, Kept};
use ordain_base::source::Span;
use ordain_syntax::ast::{Cite, Clause, ClauseKind, FactKind, Phrase, Speech, Statement, StatementKind};
use ordain_syntax::{Parsed, ast};

/// The id of each fact of each file: its label, or `names[i]` and its number.
#[must_use]
pub fn ids_of_facts(files: &[Parsed], names: &[String]) -> Vec<Vec<String>> {
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
    for (file, ids) in files.iter().zip(ids_of_facts(files, names)) {
        let facts = file.statements.iter().filter_map(|s| match &s.kind {
            StatementKind::Fact(f) => Some((s, f.as_ref())),
            _ => None,
        });
        all.extend(ids.into_iter().zip(facts).map(|(id, (s, f))| (id, s, f)).filter(|(id, ..)| !without.contains(id)));
    }
    let papers = Papers::of(declared, all.iter().map(|(_, _, f)| *f));
    let mut ledger = Ledger::default();
    let mut kept = Kept::default();
    for (id, statement, fact) in all {
        let mut reader = Reader { declared, papers: &papers, docket: &mut docket, out: &mut out };
        let counted = |l: &Ledger| (l.assertions.len(), l.closings.len(), l.excuses.len());
        let (before, reported) = (counted(&ledger), reader.out.len());
        reader.fact(&mut ledger, id, fact, statement);
        // A fact counts, or it is reported: none is passed over.
        if counted(&ledger) == before && reader.out.len() == reported {
            let span = words_of_fact(fact, statement.span);
            let words = match &fact.kind {
                FactKind::Act { text, .. } => text_of(text),
                FactKind::Statement { content, .. } => text_of(content),
                FactKind::Happened { subject, .. } => text_of(subject),
                FactKind::Closed { what, .. } => text_of(what),
                FactKind::Excuse { who, .. } => text_of(who),
            };
            let help = "write who did what: `on November 20, 2023 Defendants filed answer`";
            out.push(unreadable_clause(span, &words, help));
        }
        kept.thin(&mut out);
    }
    kept.end(&mut out);
    // Every filing is on a docket that is complete.
    let filing = declared.verbs.base("file");
    for mut closing in std::mem::take(&mut docket.closings) {
        if closing.verbs.is_empty() && closing.things.is_empty() {
            closing.verbs.extend(filing);
        }
        ledger.closings.push(closing);
    }
    (ledger.tables, ledger.docket) = (tables, docket);
    denials::attach(&mut ledger);
    (ledger, out)
}

struct Reader<'a> {
    declared: &'a Declared,
    papers: &'a Papers,
    docket: &'a mut Docket,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fact(&mut self, ledger: &mut Ledger, id: String, fact: &ast::Fact, statement: &Statement) {
        let span = words_of_fact(fact, statement.span);
        let cites = cites_of_clauses(&fact.clauses);
        let cited = self.earliest(&cites);
        match &fact.kind {
            FactKind::Closed { through, what } => {
                if !self.unused(fact, |_| false) {
                    return;
                }
                if let Some(closing) = read_closing(self.declared, id, through.day, what, &cites, span, self.out) {
                    ledger.closings.push(closing);
                }
            }
            FactKind::Excuse { .. } => {
                self.unused(fact, |k| matches!(k, ClauseKind::RejectedBy(_) | ClauseKind::RecognisedBy(_)));
                ledger.excuses.extend(self.excuse(id, fact, &cites, span));
            }
            FactKind::Act { .. } | FactKind::Happened { .. } | FactKind::Statement { .. } if !self.is_certain(fact) => {
            }
            FactKind::Act { when, text } => {
                let bounds = self.bounds(&when.value).not_after(cited);
                let known = self.bounds(&when.value).first.or(cited);
                let located = located::located(self.declared, &text.tokens, self.out);
                let content = match located {
                    Some(content) => content,
                    None => sentence::deed_of_sentence(self.declared, &text.tokens, self.out).map(Content::Done),
                };
                let Some(content) = content else { return };
                self.push(ledger, id, Voice::Plain, content, bounds, known, fact, statement);
            }
            FactKind::Happened { subject, what, when } => {
                let subject = match self.declared.names.get(&name_of(subject)) {
                    Some(Entity::Thing(t)) => Subject::Thing(t),
                    Some(Entity::Order(o)) => Subject::Order(o),
                    _ => {
                        self.nobody_did(subject, what.value.word());
                        return;
                    }
                };
                let bounds = self.bounds(&when.value).not_after(cited);
                let content = Content::Happened { subject, what: what.value };
                self.push(ledger, id, Voice::Plain, content, bounds, bounds.first.or(cited), fact, statement);
            }
            FactKind::Statement { when, speaker, speech, negated, content } => {
                let searched = self.searched(speaker, speech.value, content);
                let said = match searched {
                    Some(found) => found.map(|content| (Voice::Plain, content, Bounds::default())),
                    None => voice_of_speaker(self.declared, speaker, speech.value, self.out).and_then(|voice| {
                        let (content, inner) =
                            sentence::content_of_statement(self.declared, &content.tokens, self.out)?;
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
                let inner = last_day_stated(&fact.clauses).map_or(inner, |last| Bounds { last: Some(last), ..inner });
                if let (Content::Count { object, .. }, Some(last)) = (&mut content, last_day_stated(&fact.clauses)) {
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

    /// Reports the clauses of a closing or an excuse that are not `used` by it; false where one takes back what it
    /// says.
    fn unused(&mut self, fact: &ast::Fact, used: impl Fn(&ClauseKind) -> bool) -> bool {
        let remark = |k: &ClauseKind| {
            matches!(k, ClauseKind::Source(_) | ClauseKind::Quote(_) | ClauseKind::Note(_) | ClauseKind::Reading(_))
        };
        let odd = fact.clauses.iter().filter(|c| !remark(&c.kind) && !used(&c.kind) && !takes_back(&c.kind));
        self.out.extend(odd.map(|c| unused::of_fact(c.span)));
        self.is_certain(fact)
    }

    /// False where a clause takes back what a fact says, which is reported.
    fn is_certain(&mut self, fact: &ast::Fact) -> bool {
        let undone: Vec<Span> = fact.clauses.iter().filter(|c| takes_back(&c.kind)).map(|c| c.span).collect();
        self.out.extend(undone.iter().map(|span| unused::undone(*span)));
        undone.is_empty()
    }

    fn excuse(&mut self, id: String, fact: &ast::Fact, cites: &[Cite], span: Span) -> Option<Excuse> {
        let FactKind::Excuse { when, who, argument, target } = &fact.kind else { return None };
        let (by, _) = parties_of(self.declared, &who.tokens, self.out)?;
        let targets = target.as_ref().map(|t| self.targets(t)).unwrap_or_default();
        let cite = |f: fn(&ClauseKind) -> Option<&Cite>| fact.clauses.iter().find_map(|c| f(&c.kind)).map(cite_text);
        Some(Excuse {
            id,
            by,
            argument: argument.value.clone(),
            targets,
            known: when.as_ref().and_then(|w| self.bounds(&w.value).first).or_else(|| self.earliest(cites)),
            rejected: cite(|k| if let ClauseKind::RejectedBy(c) = k { Some(c) } else { None }),
            recognised: cite(|k| if let ClauseKind::RecognisedBy(c) = k { Some(c) } else { None }),
            cites: cites.iter().map(cite_text).collect(),
            span,
        })
    }

    /// `answer was filed on May 1, 2024`, and no paper of that name is declared.
    fn nobody_did(&mut self, subject: &Phrase, done: &str) {
        let mut words = PhraseResolver { names: &self.declared.names, declared: self.declared, out: self.out };
        let Some(first) = subject.tokens.first() else { return };
        let text = crate::model::phrase::text_of(subject);
        let known = crate::model::deliverables::Deliverable::find(&text.to_lowercase()).is_some();
        if known && self.declared.verbs.past(done).is_some() {
            words.out.push(ordain_base::diag::codes::party_names::done_by_nobody(&text, done, subject.span));
        } else {
            words.unknown(&subject.tokens, first);
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
        let cited = cites_of_clauses(&fact.clauses);
        let span = words_of_fact(fact, statement.span);
        let act = Act { content: &content, voice: &voice, bounds, cites: &cited, span };
        let (bounds, denied) = self.docket.day_of_act(self.declared, &act, self.out);
        if voice == Voice::Docket && bounds.first.is_none() && matches!(content, Content::Done(_)) {
            self.out.push(note::shown_without_day(span, bounds.last));
        }
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
        let of_statement = matches!(fact.kind, FactKind::Statement { .. });
        for clause in &fact.clauses {
            self.take(&mut assertion, clause, of_statement);
        }
        ledger.assertions.push(assertion);
    }

    /// Takes one clause into the assertion, or reports it.
    fn take(&mut self, assertion: &mut Assertion, clause: &Clause, of_statement: bool) {
        use ClauseKind as K;
        match &clause.kind {
            K::DeniedBy { who, sources } => assertion.denied.extend(self.reply(who, sources, clause.span)),
            K::AdmittedBy { who, sources } => assertion.admitted.extend(self.reply(who, sources, clause.span)),
            K::InPerformanceOf(phrase) => {
                let (phrase, instance) = split_instance(phrase);
                let targets = self.targets(&phrase);
                assertion.instances.extend(instance.iter().flat_map(|n| targets.iter().map(|p| (*p, *n))));
                assertion.performs.extend(targets);
            }
            K::OfWhich(phrase) => assertion.of_which.push(text_of(phrase)),
            K::Recipients(phrase) => self.recipients(assertion, phrase),
            K::InEach { word, two, things } => self.in_each(assertion, word, *two, things),
            // Read before, with the sentence: until when it speaks, of which day, where it is written.
            K::Source(_) | K::Quote(_) | K::Note(_) | K::Reading(_) => {}
            K::Deadline(_) | K::AsOf(_) if of_statement => {}
            // No duty is compared with any other clause, nor with a new one until it is named here.
            _ => self.out.push(unused::of_fact(clause.span)),
        }
    }

    fn recipients(&mut self, assertion: &mut Assertion, phrase: &Phrase) {
        use crate::model::object::{Head, Related, Relation};
        let Some((parties, _)) = parties_of(self.declared, &phrase.tokens, self.out) else { return };
        if let Content::Done(deed) = &mut assertion.content
            && let Some(object) = deed.act.objects.list.last_mut()
        {
            for p in parties {
                object
                    .relations
                    .push(Relation { preposition: Some(Preposition::To), to: Related::Head(Head::Party(p)) });
            }
        }
    }

    /// `in each of "Hewad" and "Anis"`: done for every one of them.
    fn in_each(&mut self, assertion: &mut Assertion, word: &str, two: Option<Span>, list: &Phrase) {
        let mut words = PhraseResolver { names: &self.declared.names, declared: self.declared, out: self.out };
        let Some(things) = crate::model::in_each::things(&mut words, word, two, list) else { return };
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
        let mut quiet = Vec::new();
        let found = located::found_none(self.declared, &by, &content.tokens, &mut quiet);
        if !matches!(found, Some(Some(_))) && !content.tokens.iter().any(|t| t.text == "in") {
            self.out.push(note::found_by_another(&text_of(speaker), speaker.span));
            return Some(None);
        }
        self.out.append(&mut quiet);
        found
    }

    /// The earliest date of the cited papers: from then on the statement is on the record.
    fn earliest(&self, cites: &[Cite]) -> Option<NaiveDate> {
        cites.iter().filter_map(|c| self.papers.date(c).or_else(|| self.docket.known(c))).min()
    }

    fn bounds(&self, when: &ast::When) -> Bounds {
        when::bounds(when, |p| self.papers.day_of(p))
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
