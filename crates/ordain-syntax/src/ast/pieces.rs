//! Every piece of a statement that has words of its own, in the order of the tree: what an editor colors, and what
//! a table of names is made from.

use super::{
    Body, Category, Cite, Clause, ClauseKind, Consequence, Date, Deadline, Disposition, DueOption, EntryOf, Expect,
    Fact, FactKind, First, Length, Matter, Named, OnBreach, Order, Paragraph, Party, Phrase, Point, Provision, Quoted,
    Record, Series, Statement, StatementKind, Table, Term, Tests, TokenKind, When,
};
use ordain_base::source::Span;

/// One piece, with its place.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'t> {
    /// The name that a declaration gives: its own, an alias, a member, a successor.
    Name(&'t Phrase),
    /// Words to be resolved.
    Phrase(&'t Phrase),
    /// The words of an act, which begin with its verb.
    Act(&'t Phrase),
    /// A name that the language sets, and no declaration: a court, a zone, rules.
    Setting(&'t Phrase),
    /// A wording that stands for a thing, and is no use of its name.
    Wording(&'t Phrase),
    Date(&'t Date),
    Length(Length),
    Quoted(&'t Quoted),
    Cite(&'t Cite),
    /// A clause as a whole: its first words open it.
    Clause(&'t Clause),
    /// `must`, `must not`, `may`.
    Modal(Span),
    /// What an order does: `extends`, `grants in part`.
    Disposition(Span),
    /// The label of a paragraph, an item, a category or a fact.
    Label(Span),
}

/// Shows every piece of a statement to `see`, outer pieces before those inside them.
pub fn pieces<'t>(statement: &'t Statement, see: &mut dyn FnMut(Piece<'t>)) {
    let mut walk = Walk { see };
    match &statement.kind {
        StatementKind::Matter(m) => walk.matter(m),
        StatementKind::Party(p) => walk.party(p),
        StatementKind::Record(r) => walk.record(r),
        StatementKind::Named(n) => walk.named(n),
        StatementKind::Order(o) => walk.order(o),
        StatementKind::Verb(v) => walk.quoted([&v.lemma, &v.past]),
        StatementKind::Paragraph(p) => walk.paragraph(p),
        StatementKind::Fact(f) => walk.fact(f),
        StatementKind::Expect(e) => walk.expect(e),
        StatementKind::Table(t) => walk.table(t),
    }
}

struct Walk<'s, 't> {
    see: &'s mut dyn FnMut(Piece<'t>),
}

impl<'t> Walk<'_, 't> {
    fn quoted(&mut self, all: impl IntoIterator<Item = &'t Quoted>) {
        all.into_iter().for_each(|q| (self.see)(Piece::Quoted(q)));
    }

    fn cites(&mut self, all: impl IntoIterator<Item = &'t Cite>) {
        all.into_iter().for_each(|c| (self.see)(Piece::Cite(c)));
    }

    fn dates(&mut self, all: impl IntoIterator<Item = &'t Date>) {
        all.into_iter().for_each(|d| (self.see)(Piece::Date(d)));
    }

    fn names(&mut self, all: impl IntoIterator<Item = &'t Phrase>) {
        all.into_iter().for_each(|p| (self.see)(Piece::Name(p)));
    }

    fn settings(&mut self, all: impl IntoIterator<Item = &'t Phrase>) {
        all.into_iter().for_each(|p| (self.see)(Piece::Setting(p)));
    }

    fn phrases(&mut self, all: impl IntoIterator<Item = &'t Phrase>) {
        for phrase in all {
            (self.see)(Piece::Phrase(phrase));
            self.inside(phrase);
        }
    }

    fn act(&mut self, phrase: &'t Phrase) {
        (self.see)(Piece::Act(phrase));
        self.inside(phrase);
    }

    /// Dates and due times among the words of a phrase.
    fn inside(&mut self, phrase: &'t Phrase) {
        for token in &phrase.tokens {
            match &token.kind {
                TokenKind::Date(date) => (self.see)(Piece::Date(date)),
                TokenKind::Limit(limit) => self.deadline(limit),
                TokenKind::Word | TokenKind::Quoted | TokenKind::Comma | TokenKind::Paragraph => {}
            }
        }
    }

    fn matter(&mut self, m: &'t Matter) {
        self.quoted(m.caption.iter().chain(&m.number).chain(&m.lead).chain(&m.cases).chain(&m.notes));
        self.settings(m.court.iter().chain(&m.zone).chain(&m.calendar).chain(&m.rules).chain(&m.service));
        self.cites(&m.sources);
    }

    fn party(&mut self, p: &'t Party) {
        self.names(std::iter::once(&p.name).chain(&p.members).chain(&p.aliases));
        for (name, from) in &p.successors {
            self.names([name]);
            self.dates([from]);
        }
        self.quoted(&p.notes);
        self.cites(&p.sources);
    }

    fn record(&mut self, r: &'t Record) {
        self.names(std::iter::once(&r.name).chain(&r.aliases));
        self.quoted(r.title.iter().chain(&r.notes));
        r.categories.iter().for_each(|c| self.category(c));
        self.cites(&r.sources);
    }

    fn category(&mut self, c: &'t Category) {
        (self.see)(Piece::Label(c.label.span));
        self.quoted(c.title.iter().chain(&c.judgments).chain(&c.clarified).chain(&c.notes));
        self.cites(&c.sources);
    }

    fn entry(&mut self, entry: Option<&'t EntryOf>) {
        let Some(entry) = entry else { return };
        self.dates([&entry.day]);
        self.quoted(&entry.words);
    }

    fn named(&mut self, n: &'t Named) {
        self.names(std::iter::once(&n.name).chain(&n.aliases));
        self.quoted(n.title.iter().chain(&n.notes));
        n.includes.iter().for_each(|p| (self.see)(Piece::Wording(p)));
        self.cites(n.docket.iter().chain(&n.sources));
        self.entry(n.entry.as_ref());
        self.dates(&n.date);
        self.phrases(n.deadline_of.iter().chain(&n.by));
    }

    fn order(&mut self, o: &'t Order) {
        self.names(std::iter::once(&o.name).chain(&o.aliases));
        self.quoted(o.title.iter().chain(&o.text).chain(&o.notes));
        self.cites(o.docket.iter().chain(&o.sources));
        self.entry(o.entry.as_ref());
        let days = [&o.entered, &o.signed, &o.served, &o.filed, &o.effective, &o.expires];
        self.dates(days.into_iter().flatten());
        o.cases.iter().for_each(|c| self.clause_kind(c));
        o.effects.iter().for_each(|d| self.disposition(d));
    }

    fn paragraph(&mut self, p: &'t Paragraph) {
        p.label.iter().for_each(|l| (self.see)(Piece::Label(l.span)));
        match &p.body {
            Body::Provision(provision) => self.provision(provision),
            Body::Dispositions(all) => all.iter().for_each(|d| self.disposition(d)),
            Body::CutOff { what, leads_with_verb: true } => self.act(what),
            Body::CutOff { what, leads_with_verb: false } | Body::Listed(what) => self.phrases([what]),
            Body::OnBreachOf { paragraph, consequence } => {
                self.phrases([paragraph]);
                self.on_breach(consequence);
            }
        }
        self.clauses(&p.clauses);
    }

    fn provision(&mut self, p: &'t Provision) {
        self.phrases([&p.bearer]);
        (self.see)(Piece::Modal(p.modal.span));
        for item in &p.items {
            item.label.iter().for_each(|l| (self.see)(Piece::Label(l.span)));
            self.act(&item.act);
            self.clauses(&item.clauses);
        }
    }

    fn disposition(&mut self, d: &'t Disposition) {
        (self.see)(Piece::Disposition(d.verb.span));
        self.phrases(&d.object);
        self.points(d.to.iter().chain(&d.from));
        d.by.iter().for_each(|l| (self.see)(Piece::Length(*l)));
        d.until.iter().for_each(|u| self.deadline(u));
        d.with.iter().for_each(|p| self.provision(p));
        self.phrases(d.by_paragraph.iter().chain(&d.except));
        self.dates(&d.since);
        self.clauses(&d.clauses);
        d.cases.iter().for_each(|c| self.clause_kind(c));
    }

    fn fact(&mut self, f: &'t Fact) {
        f.label.iter().for_each(|l| (self.see)(Piece::Label(l.span)));
        match &f.kind {
            FactKind::Act { when, text } => {
                self.when(&when.value);
                self.phrases([text]);
            }
            FactKind::Statement { when, speaker, content, .. } => {
                when.iter().for_each(|w| self.when(&w.value));
                self.phrases([speaker, content]);
            }
            FactKind::Happened { subject, when, .. } => {
                self.phrases([subject]);
                self.when(&when.value);
            }
            FactKind::Excuse { when, who, argument, target } => {
                when.iter().for_each(|w| self.when(&w.value));
                self.phrases([who]);
                self.quoted([argument]);
                self.phrases(target);
            }
            FactKind::Closed { through, what } => {
                self.dates([through]);
                self.phrases([what]);
            }
        }
        self.clauses(&f.clauses);
    }

    fn when(&mut self, when: &'t When) {
        match when {
            When::On(d) | When::OnOrAfter(d) | When::OnOrBefore(d) => self.dates([d]),
            When::Between(a, b) => self.dates([a, b]),
            When::DayBefore(p) | When::DayAfter(p) => self.points([p]),
            When::InMonth { .. } | When::InYear(_) | When::Unknown => {}
        }
    }

    fn expect(&mut self, e: &'t Expect) {
        self.phrases([&e.target]);
        (self.see)(Piece::Disposition(e.verdict.span));
        self.dates(&e.on);
        self.phrases(&e.under);
        self.quoted(&e.notes);
        self.cites(&e.sources);
    }

    fn table(&mut self, t: &'t Table) {
        self.names([&t.name]);
        self.quoted(t.from.iter().chain(&t.sheet).chain(&t.notes));
        self.quoted(t.yes.iter().flat_map(|y| &y.values));
        self.phrases(&t.by);
        if let Some(complete) = &t.complete {
            self.dates([&complete.through]);
            self.phrases(&complete.what);
        }
        self.cites(&t.sources);
    }

    fn points(&mut self, all: impl IntoIterator<Item = &'t Point>) {
        for point in all {
            match point {
                Point::Date(date) => self.dates([date]),
                Point::Event(phrase) => self.phrases([phrase]),
            }
        }
    }

    fn length(&mut self, length: &Length) {
        (self.see)(Piece::Length(*length));
    }

    fn deadline(&mut self, deadline: &'t Deadline) {
        match deadline {
            Deadline::By(p) | Deadline::Before(p) | Deadline::Until(p) | Deadline::Through(p) => self.points([p]),
            Deadline::UntilPeriod { length, from, .. } => {
                self.length(length);
                self.points([from]);
            }
            Deadline::Within { length, after, stated } => {
                self.length(length);
                self.points([after]);
                self.dates(stated);
            }
            Deadline::AtLeastBefore { length, before } => {
                self.length(length);
                self.points([before]);
            }
            Deadline::EarlierOf(all) | Deadline::LaterOf(all) => all.iter().for_each(|arm| match arm {
                DueOption::At(point) => self.points([point]),
                DueOption::After(length, point) | DueOption::Before(length, point) => {
                    self.length(length);
                    self.points([point]);
                }
            }),
            Deadline::Promptly { outer, .. } => outer.iter().for_each(|d| self.deadline(d)),
            Deadline::Every(series) => self.series(series),
            Deadline::Spanning { first, last } => self.dates([first, last]),
            Deadline::WithinEach { length, each } => {
                self.length(length);
                self.phrases([each]);
            }
            Deadline::At(phrase) | Deadline::UntilDone(phrase) | Deadline::Pending(phrase) => self.phrases([phrase]),
            Deadline::NoDeadline | Deadline::Continuing | Deadline::UntilFurtherOrder | Deadline::Unsaid(_) => {}
        }
    }

    fn series(&mut self, series: &'t Series) {
        match &series.first {
            First::By(date) => self.dates([date]),
            First::Within(length, point) => {
                self.length(length);
                self.points([point]);
            }
            First::After(point) | First::Beginning(point) => self.points([point]),
            First::Unstated => {}
        }
        self.points(series.until.iter().map(|(point, _)| point));
    }

    fn clauses(&mut self, all: &'t [Clause]) {
        for clause in all {
            (self.see)(Piece::Clause(clause));
            self.clause_kind(&clause.kind);
        }
    }

    fn clause_kind(&mut self, kind: &'t ClauseKind) {
        use ClauseKind as K;
        match kind {
            K::Deadline(deadline) => self.deadline(deadline),
            K::ForEach { thing, filter } => self.phrases(std::iter::once(thing).chain(filter)),
            K::Condition { tests: Tests::One(test), .. } => self.phrases([test]),
            K::Condition { tests: Tests::List(_, tests), .. } => self.phrases(tests),
            K::Or { act, only_if } => {
                self.act(act);
                only_if.iter().for_each(|c| self.clause_kind(&c.kind));
            }
            K::Covering(p)
            | K::Except(p)
            | K::Despite(p)
            | K::InEach { things: p, .. }
            | K::WithAtLeast(p)
            | K::Containing(p)
            | K::Recipients(p)
            | K::Form(p)
            | K::NotExceeding(p)
            | K::WithEach(p)
            | K::OnTerms(p)
            | K::OfWhich(p)
            | K::InPerformanceOf(p) => self.phrases([p]),
            K::Topic(p) => (self.see)(Piece::Wording(p)),
            K::Lasting(length) => self.length(length),
            K::Installments(i) => self.dates(i.first.iter().chain(&i.last)),
            K::InCase { cases, .. } => self.quoted(cases),
            K::Manner(q)
            | K::OnlyFor(q)
            | K::About(q)
            | K::SoThat(q)
            | K::Under(q)
            | K::Reading(q)
            | K::RulesAllow(q)
            | K::Quote(q)
            | K::Note(q)
            | K::Judgment(q) => self.quoted([q]),
            K::WithoutPrejudice(q) => self.quoted(q),
            K::NuncProTunc(date) => self.dates(date),
            K::Effective(date) | K::AsOf(date) => self.dates([date]),
            K::OnBreach(consequence) => self.on_breach(consequence),
            K::Source(cites) => self.cites(cites),
            K::DeniedBy { who, sources } | K::AdmittedBy { who, sources } => {
                self.phrases([who]);
                self.cites(sources);
            }
            K::RejectedBy(cite) | K::RecognisedBy(cite) => self.cites([cite]),
            K::Times(_) | K::Flag(_) => {}
        }
    }

    fn on_breach(&mut self, on_breach: &'t OnBreach) {
        match &on_breach.consequence {
            Consequence::Power { bearer, what } | Consequence::Duty { bearer, what } => self.phrases([bearer, what]),
            Consequence::Automatic(what) => self.phrases([what]),
        }
        for term in &on_breach.terms {
            match term {
                Term::Doubling(length) => self.length(length),
                Term::Capped(phrase) => self.phrases([phrase]),
                Term::Cured(length, phrase) | Term::Within(length, phrase) => {
                    self.length(length);
                    self.phrases([phrase]);
                }
                Term::Purged(phrase) => self.phrases(phrase),
                Term::Per(_) | Term::UntilMet => {}
            }
        }
    }
}
