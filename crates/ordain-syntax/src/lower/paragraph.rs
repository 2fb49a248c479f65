//! Paragraphs: label, leading clauses, body, clauses.

use super::clause::{is_remark, say_when};
use super::{Lower, Pair, first_child};
use crate::ast::{
    self, Body, Clause, ClauseKind, Disposition, DispositionVerb, Modal, Paragraph, Phrase, Provision, StatementKind,
    TokenKind,
};
use crate::clause_openers::opens_clause;
use crate::grammar::Rule;
use ordain_base::diag::{Severity, codes};
use ordain_base::source::{Span, Spanned};
use ordain_base::words::one_line;

impl Lower<'_> {
    pub(crate) fn paragraph(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let label = first_child(pair, Rule::mark).and_then(|m| self.mark(&m));
        let words = self.own_words(pair);
        let mut clauses = Vec::new();
        for lead in pair.clone().into_inner().filter(|p| p.as_rule() == Rule::lead) {
            clauses.extend(self.lead(&lead));
        }
        let body_pair = pair.clone().into_inner().find(|p| is_body(p.as_rule()));
        let body = body_pair.as_ref().and_then(|p| self.body(p, &mut clauses));
        let modal = body_pair.and_then(|p| first_child(&p, Rule::modal));
        let Some(mut body) = self.tail(pair, body, modal, &mut clauses) else {
            // what could not be read was reported; the paragraph stays, so that
            // its number does, and no duty is made of it
            let body = Body::Listed(self.shown(pair));
            return Some(StatementKind::Paragraph(Box::new(Paragraph { label, body, clauses: Vec::new(), words })));
        };
        match &mut body {
            Body::Provision(provision) => {
                self.spread_over_time(provision, &mut clauses);
                super::series::join_end(&mut clauses);
                provision.items.iter_mut().for_each(|i| super::series::join_end(&mut i.clauses));
                if !say_when(&clauses) {
                    super::last_day::take_day_after(provision, &mut clauses);
                }
                if !say_when(&clauses) {
                    provision.items.iter_mut().for_each(super::act::at_appointment);
                }
                self.check_provision(provision, &clauses);
            }
            Body::Dispositions(list) => give_clauses(list, &mut clauses),
            Body::CutOff { what, .. } if !say_when(&clauses) && !self.cut_out_deadline() => {
                let _ = self.ask_deadline(what.span, false);
            }
            Body::CutOff { .. } => self.check_together(&clauses),
            Body::Listed(_) | Body::OnBreachOf { .. } => {}
        }
        Some(StatementKind::Paragraph(Box::new(Paragraph { label, body, clauses, words })))
    }

    /// The order's own words, as a report gives them back where it decides nothing.
    fn own_words(&self, pair: &Pair<'_>) -> String {
        let remark = |p: &Pair<'_>| {
            p.as_rule() == Rule::clause
                && p.clone().into_inner().next().is_some_and(|c| {
                    matches!(c.as_rule(), Rule::source | Rule::quote | Rule::note | Rule::reading | Rule::topic)
                })
        };
        let mut words = String::new();
        for p in pair.clone().into_inner().filter(|p| !matches!(p.as_rule(), Rule::mark | Rule::EOI) && !remark(p)) {
            let text = one_line(self.words(&p));
            if !words.is_empty() && !text.is_empty() {
                words.push(' ');
            }
            words.push_str(&text);
            if p.as_rule() == Rule::lead {
                words.push(',');
            }
        }
        words
    }

    /// What the paragraph orders; the clauses among its words go to `clauses`. `None` after a diagnostic.
    fn body(&mut self, pair: &Pair<'_>, clauses: &mut Vec<Clause>) -> Option<Body> {
        match pair.as_rule() {
            Rule::duty | Rule::listed | Rule::numbered_duty | Rule::minute_duty => {
                let read = match pair.as_rule() {
                    Rule::duty => self.duty(pair),
                    Rule::minute_duty => self.minute_duty(pair),
                    Rule::numbered_duty => self.numbered_duty(pair),
                    _ => self.listed(pair),
                };
                let (provision, own) = read?;
                clauses.extend(own);
                Some(Body::Provision(provision))
            }
            Rule::cut_off => {
                if first_child(pair, Rule::offset).is_some() {
                    let read = self.offset(pair);
                    clauses.extend(read.map(|d| Clause { kind: ClauseKind::Deadline(d), span: self.span(pair) }));
                }
                if let Some(date) = first_child(pair, Rule::date) {
                    let read = self.date(&date);
                    let kind = read.map(|d| ClauseKind::Deadline(ast::Deadline::By(ast::Point::Date(d))));
                    clauses.extend(kind.map(|kind| Clause { kind, span: self.span(&date) }));
                }
                let what = self.phrase(&first_child(pair, Rule::cut_what)?)?;
                // `reply, if any, is due by D`: nobody must all the same.
                Some(Body::CutOff { what: super::standards::take_standards(what).0, leads_with_verb: false })
            }
            Rule::deadline_is => self.deadline_is(pair, clauses),
            Rule::sitting => self.sitting(pair).map(Body::Dispositions),
            Rule::breach_of => self.breach_of(pair),
            Rule::dispositions => {
                let before = self.diagnostics.len();
                let list = self.dispositions(pair);
                // A day that was there and could not be read is not asked for again.
                let reported = self.diagnostics.get(before..).unwrap_or_default();
                let undated = reported.iter().any(|d| d.code.id.starts_with("T01") && d.severity == Severity::Error);
                (!undated).then_some(Body::Dispositions(list))
            }
            _ => self.loose(pair),
        }
    }

    /// Reads the clauses behind the body, and what cannot be read among them; gives the
    /// body back, or `None` where nothing can be made of it, which was reported.
    fn tail(
        &mut self,
        pair: &Pair<'_>,
        body: Option<Body>,
        modal: Option<Pair<'_>>,
        clauses: &mut Vec<Clause>,
    ) -> Option<Body> {
        let failed = body.is_none();
        // `must` at the end of its line opens a list, and its colon is missing.
        let list = modal.filter(|m| matches!(body, Some(Body::Provision(_))) && self.view.closes_line(m.end()));
        let mut reported = false;
        let mut between = None;
        for p in pair.clone().into_inner().skip_while(|p| !is_body(p.as_rule())).skip(1) {
            match p.as_rule() {
                Rule::clause => {
                    between = between.or_else(|| failed.then(|| (self.span(&p), self.words(&p).to_owned())));
                    clauses.extend(self.clause(&p));
                }
                Rule::unread if failed && !reported && between.is_some() && self.lacks_act() => {
                    reported = true;
                    self.act_after(pair, between.take(), &p);
                }
                Rule::unread if failed && !reported && self.is_misplaced(&p) => {
                    reported = true;
                    self.misplaced(&p);
                }
                Rule::unread => match list.as_ref().filter(|_| self.is_item(&p)) {
                    Some(_) if reported => {}
                    Some(modal) => {
                        reported = true;
                        let (modal, text) = (self.span(modal), self.words(&p).to_owned());
                        self.report(codes::common_mistakes::missing_colon(modal, self.span(&p), &text));
                    }
                    None => self.unread(&p),
                },
                _ => {}
            }
        }
        body.filter(|_| !reported)
    }

    /// A line that opens with no clause word, and so may be a thing to do.
    fn is_item(&self, pair: &Pair<'_>) -> bool {
        self.view.opens_line(pair.start()) && !opens_clause(self.words(pair))
    }

    fn lacks_act(&self) -> bool {
        self.diagnostics.last().is_some_and(|d| d.code == codes::modals::MISSING_ACT)
    }

    /// Does a clause come between `must` and the act, so that nothing seemed to follow?
    fn is_misplaced(&self, pair: &Pair<'_>) -> bool {
        self.lacks_act() && opens_clause(self.words(pair))
    }

    /// `Defendants shall, no later than December 1, 2023, file an answer`: reported of the
    /// clause between, with the line in order.
    fn act_after(&mut self, paragraph: &Pair<'_>, clause: Option<(Span, String)>, act: &Pair<'_>) {
        let Some((clause, words)) = clause else { return };
        self.diagnostics.pop();
        let duty = first_child(paragraph, Rule::duty).or_else(|| first_child(paragraph, Rule::listed));
        let head = duty
            .and_then(|d| Some((self.span(&d).start, first_child(&d, Rule::bearer)?, first_child(&d, Rule::modal)?)));
        let act_words = one_line(self.words(act));
        let right = head.map(|(start, bearer, modal)| {
            let modal = if modal.as_str().ends_with("not") { "must not" } else { "must" };
            let line = format!("{} {modal} {act_words} {}", bearer.as_str().trim(), one_line(&words));
            (Span::new(start, self.span(act).end), line)
        });
        let corrected = right.as_ref().filter(|(_, l)| l.chars().count() <= 100).map(|(s, l)| (*s, l.as_str()));
        self.report(codes::common_mistakes::clause_out_of_order(clause, &words, corrected));
    }

    /// Tells that clause in the place of the act that was thought missing.
    fn misplaced(&mut self, pair: &Pair<'_>) {
        self.diagnostics.pop();
        let text = self.words(pair).to_owned();
        self.report(codes::common_mistakes::clause_out_of_order(self.span(pair), &text, None));
    }

    fn mark(&mut self, pair: &Pair<'_>) -> Option<Spanned<String>> {
        let wrong = first_child(pair, Rule::wrong_mark);
        let label = first_child(wrong.as_ref().unwrap_or(pair), Rule::label);
        if let Some(label) = label {
            if let Some(wrong) = wrong {
                self.report(codes::syntax::paragraph_mark(self.span(&wrong), label.as_str()));
            }
            return Some(Spanned::new(label.as_str().to_owned(), self.span(&label)));
        }
        self.report(codes::syntax::missing_label(self.span(pair)));
        None
    }

    fn lead(&mut self, pair: &Pair<'_>) -> Option<Clause> {
        let inner = pair.clone().into_inner().next()?;
        let span = self.span(pair);
        let kind = match inner.as_rule() {
            Rule::lead_each => {
                ClauseKind::ForEach { thing: self.phrase(&first_child(&inner, Rule::lead_words)?)?, filter: None }
            }
            Rule::lead_condition => self.condition(&inner)?,
            Rule::lead_despite => ClauseKind::Despite(self.phrase(&first_child(&inner, Rule::despite_words)?)?),
            _ => ClauseKind::Deadline(self.leading_deadline(&inner)?),
        };
        Some(Clause { kind, span })
    }

    /// Duties and prohibitions say when; no duty says it twice.
    fn check_provision(&mut self, provision: &mut Provision, clauses: &[Clause]) {
        self.check_together(clauses);
        // Of `may not` it is asked first whether it binds at all.
        let open = self.diagnostics.iter().any(|d| d.code == codes::modals::MAY_NOT);
        let binds = matches!(provision.modal.value, Modal::Must | Modal::MustNot) && !open;
        for item in &provision.items {
            self.check_together(&item.clauses);
        }
        // `without leave of Court` forbids until leave is given.
        let forbids = provision.modal.value == Modal::MustNot;
        if forbids && clauses.iter().any(|c| self.needs_leave(c)) || clauses.iter().any(|c| self.waits_for_notice(c)) {
            return;
        }
        if !binds || say_when(clauses) || self.cut_out_deadline() {
            return;
        }
        // What each row must be like, it must be like at all times: `each document must have a date`.
        let each = provision.quantifier.as_ref().is_some_and(|q| q.value == ast::Quantifier::Each);
        let like = |i: &ast::Item| {
            let first = i.act.tokens.first().map_or("", |t| t.text.as_str());
            let not = provision.modal.value == Modal::MustNot && first == "be";
            each && (not || matches!(first, "have" | "overlap" | "not"))
        };
        // What may be served up to a number may not be served beyond it at any time.
        let beyond = |i: &ast::Item| {
            let words = |w: &[ast::Token]| matches!(w, [a, b] if a.text == "more" && b.text == "than");
            forbids && (i.act.tokens.iter().any(|t| t.text == "exceeding") || i.act.tokens.windows(2).any(words))
        };
        let asked: Vec<bool> =
            provision.items.iter().map(|i| !say_when(&i.clauses) && !like(i) && !beyond(i)).collect();
        for (item, _) in provision.items.iter_mut().zip(asked).filter(|(_, asked)| *asked) {
            if let Some(words) = self.ask_deadline(item.act.span, forbids) {
                let kind = ClauseKind::Deadline(ast::Deadline::Unsaid(words));
                item.clauses.push(Clause { kind, span: item.act.span });
            }
        }
    }

    /// `without leave of Court`, and not `unless "leave is given"`.
    fn needs_leave(&self, clause: &Clause) -> bool {
        let unless = matches!(&clause.kind, ClauseKind::Condition { word: ast::ConditionWord::Unless, .. });
        unless && !self.view.words_at(clause.span).starts_with("unless")
    }

    /// `on 24 hours notice`: the notice says when.
    fn waits_for_notice(&self, clause: &Clause) -> bool {
        let provided = matches!(&clause.kind, ClauseKind::Condition { word: ast::ConditionWord::Provided, .. });
        let words = self.view.words_at(clause.span);
        provided
            && words.contains("notice")
            && ["on ", "upon ", "with "].iter().any(|w| words.starts_with(w))
            && !words.starts_with("on condition")
    }

    /// A deadline that was there and could not be read is not asked for again.
    fn cut_out_deadline(&self) -> bool {
        let cut = |id: &str| id.starts_with("T01") || id.starts_with("S030") || matches!(id, "S0102" | "T0732");
        self.diagnostics.iter().any(|d| cut(d.code.id))
    }

    /// The words of a region as they stand.
    pub(super) fn shown(&self, pair: &Pair<'_>) -> Phrase {
        let mut phrase = super::phrase::word(&one_line(self.words(pair)), self.span(pair));
        if let Some(token) = phrase.tokens.first_mut() {
            token.kind = TokenKind::Quoted;
        }
        phrase
    }
}

/// The rules that read what a paragraph orders.
fn is_body(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::duty
            | Rule::listed
            | Rule::numbered_duty
            | Rule::minute_duty
            | Rule::deadline_is
            | Rule::cut_off
            | Rule::sitting
            | Rule::breach_of
            | Rule::dispositions
            | Rule::loose
    )
}

/// What follows `modifies ¶ 1` or `replaces ¶ 1 with …` changes the paragraph;
/// sources and notes are the disposing paragraph's own.
fn give_clauses(list: &mut [Disposition], clauses: &mut Vec<Clause>) {
    let Some(last) =
        list.last_mut().filter(|d| matches!(d.verb.value, DispositionVerb::Modifies | DispositionVerb::Replaces))
    else {
        return;
    };
    let (own, given): (Vec<Clause>, Vec<Clause>) = std::mem::take(clauses).into_iter().partition(is_remark);
    *clauses = own;
    last.clauses.extend(given);
}
