//! Paragraphs: label, leading clauses, body, clauses.

use super::clause::{is_remark, say_when};
use super::{Lower, Pair, child};
use crate::diag::codes;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{
    Body, Clause, ClauseKind, Disposition, DispositionVerb, Modal, Norm, Paragraph, Phrase, StatementKind, TokenKind,
};
use crate::syntax::grammar::Rule;

impl Lower<'_> {
    pub(in crate::syntax) fn paragraph(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let label = child(pair, Rule::mark).and_then(|m| self.mark(&m));
        let mut clauses = Vec::new();
        for lead in pair.clone().into_inner().filter(|p| p.as_rule() == Rule::lead) {
            clauses.extend(self.lead(&lead));
        }
        let mut body = None;
        let mut failed = false;
        let mut inner = pair.clone().into_inner();
        for p in inner.by_ref() {
            let read = match p.as_rule() {
                Rule::duty => self.duty(&p).map(|(norm, own)| {
                    clauses.extend(own);
                    Body::Norm(norm)
                }),
                Rule::listed => self.listed(&p).map(|(norm, own)| {
                    clauses.extend(own);
                    Body::Norm(norm)
                }),
                Rule::cut_off => {
                    child(&p, Rule::cut_what).and_then(|w| self.phrase(&w)).map(|what| Body::CutOff { what })
                }
                Rule::dispositions => Some(Body::Dispositions(self.dispositions(&p))),
                Rule::loose => self.loose(&p),
                _ => continue,
            };
            failed = read.is_none();
            body = read;
            break;
        }
        for p in inner {
            match p.as_rule() {
                Rule::clause => clauses.extend(self.clause(&p)),
                Rule::unread => self.unread(&p),
                _ => {}
            }
        }
        if failed {
            // what could not be read was reported; the paragraph stays, so that
            // its number does, and no duty is made of it
            let body = Body::Shown(self.shown(pair));
            return Some(StatementKind::Paragraph(Box::new(Paragraph { label, body, clauses: Vec::new() })));
        }
        let mut body = body?;
        match &mut body {
            Body::Norm(norm) => self.check_norm(norm, &clauses),
            Body::Dispositions(list) => give_clauses(list, &mut clauses),
            Body::CutOff { what } if !say_when(&clauses) => self.ask_deadline(what.span),
            Body::CutOff { .. } => self.check_together(&clauses),
            Body::Shown(_) => {}
        }
        Some(StatementKind::Paragraph(Box::new(Paragraph { label, body, clauses })))
    }

    fn mark(&mut self, pair: &Pair<'_>) -> Option<Spanned<String>> {
        let wrong = child(pair, Rule::wrong_mark);
        let label = child(wrong.as_ref().unwrap_or(pair), Rule::label);
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
                ClauseKind::ForEach { thing: self.phrase(&child(&inner, Rule::lead_words)?)?, filter: None }
            }
            Rule::lead_condition => self.condition(&inner)?,
            Rule::lead_despite => ClauseKind::Despite(self.phrase(&child(&inner, Rule::despite_words)?)?),
            _ => ClauseKind::Deadline(self.leading_deadline(&inner)?),
        };
        Some(Clause { kind, span })
    }

    /// Duties and prohibitions say when; no duty says it twice.
    fn check_norm(&mut self, norm: &Norm, clauses: &[Clause]) {
        self.check_together(clauses);
        let binds = matches!(norm.modal.value, Modal::Must | Modal::MustNot);
        for item in &norm.items {
            self.check_together(&item.clauses);
        }
        if !binds || say_when(clauses) || self.cut_out_deadline() {
            return;
        }
        for item in norm.items.iter().filter(|i| !say_when(&i.clauses)) {
            self.ask_deadline(item.act.span);
        }
    }

    /// A deadline that was there and could not be read is not asked for again.
    fn cut_out_deadline(&self) -> bool {
        let cut = |id: &str| id.starts_with("T01") || id.starts_with("S030") || matches!(id, "S0102" | "T0732");
        self.diagnostics.iter().any(|d| cut(d.code.id))
    }

    fn ask_deadline(&mut self, span: Span) {
        let text = self.view.words_at(span).to_owned();
        let marks = text.matches(['"', '“', '”']).count();
        if marks % 2 == 1 {
            return; // a quotation that is never closed has swallowed it
        }
        let plain = marks == 0;
        let opens = [" by ", " within ", " before ", " no later than ", " upon ", " as soon as ", " after "];
        let opens = opens.iter().filter_map(|w| text.find(w)).min();
        if let Some(at) = opens.filter(|_| plain) {
            let start = span.start.saturating_add(u32::try_from(at + 1).unwrap_or(0));
            let deadline = text.get(at + 1..).unwrap_or("");
            self.report(codes::syntax::unreadable_deadline(Span::new(start, span.end), deadline));
            return;
        }
        self.report(codes::syntax::missing_deadline(span, &text));
    }

    /// A body without modal or disposition.
    fn loose(&mut self, pair: &Pair<'_>) -> Option<Body> {
        let text = self.words(pair);
        if crate::syntax::reserved::begins(text, "no further extension") {
            return Some(Body::Shown(self.shown(pair)));
        }
        let text = text.to_owned();
        let span = self.span(pair);
        let words: Vec<&str> = text.split_whitespace().collect();
        if let Some((i, right)) = crate::syntax::classify::slipped_modal(&words) {
            let wrong = words.get(i).copied().unwrap_or("");
            let at = text.find(&format!(" {wrong}")).map_or(0, |a| a + 1) + pair.as_span().start();
            self.report(codes::syntax::misspelt_modal(self.view.span(at, at + wrong.len()), wrong, right));
            return None;
        }
        if let Some(active) = active(&text) {
            self.report(codes::syntax::passive(span, &text, &active));
            return None;
        }
        let help = "say who `must`, `must not` or `may` do what, or what the order does (`grants …`, `vacates …`); for words that are only shown write `orders \"…\"`";
        self.report(codes::syntax::unreadable_clause(span, &text, help));
        None
    }

    /// The words of a region as they stand.
    fn shown(&self, pair: &Pair<'_>) -> Phrase {
        let mut phrase = super::phrase::word(&super::date::one_line(self.words(pair)), self.span(pair));
        if let Some(token) = phrase.tokens.first_mut() {
            token.kind = TokenKind::Quoted;
        }
        phrase
    }
}

/// What courts write in the passive, the verb first: `Status is vacated`, `motions in limine due`.
fn active(text: &str) -> Option<String> {
    const PASSIVES: &[(&str, &str)] = &[
        ("vacated", "vacates"),
        ("reset", "resets"),
        ("stayed", "stays"),
        ("stricken", "strikes"),
        ("extended", "extends"),
        ("continued", "continues"),
        ("granted", "grants"),
        ("denied", "denies"),
        ("lifted", "lifts"),
        ("advanced", "advances"),
    ];
    let line = super::date::one_line(text);
    if let Some(what) = line.strip_suffix(" due") {
        let several = what.split(' ').next().is_some_and(|w| w.ends_with('s'));
        return Some(format!("{what} {} due", if several { "are" } else { "is" }));
    }
    if let Some((what, _)) = line.split_once(" remain in effect").or_else(|| line.split_once(" remains in effect")) {
        let what = what.replacen("All ", "all ", 1).replacen(" in ", " of ", 1);
        return Some(format!("{what} stand"));
    }
    PASSIVES.iter().find_map(|(passive, active)| {
        let what = [" is ", " are ", " is hereby ", " are hereby "].iter().find_map(|be| {
            let (what, rest) = line.split_once(be)?;
            rest.to_lowercase().starts_with(passive).then_some(what)
        })?;
        Some(format!("{active} {what}"))
    })
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
