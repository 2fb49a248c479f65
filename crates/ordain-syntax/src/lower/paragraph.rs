//! Paragraphs: label, leading clauses, body, clauses.

use super::clause::{is_remark, say_when};
use super::{Lower, Pair, child};
use crate::ast::{
    self, Body, Clause, ClauseKind, Disposition, DispositionVerb, Modal, Paragraph, Phrase, Provision, StatementKind,
    TokenKind,
};
use crate::grammar::Rule;
use crate::reserved;
use ordain_base::diag::{Diagnostic, codes};
use ordain_base::source::{Span, Spanned};

impl Lower<'_> {
    pub(crate) fn paragraph(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let label = child(pair, Rule::mark).and_then(|m| self.mark(&m));
        let mut clauses = Vec::new();
        for lead in pair.clone().into_inner().filter(|p| p.as_rule() == Rule::lead) {
            clauses.extend(self.lead(&lead));
        }
        let mut body = None;
        let mut failed = false;
        let mut modal = None;
        let mut inner = pair.clone().into_inner();
        for p in inner.by_ref() {
            let read = match p.as_rule() {
                Rule::duty => self.duty(&p).map(|(provision, own)| {
                    clauses.extend(own);
                    Body::Provision(provision)
                }),
                Rule::listed => self.listed(&p).map(|(provision, own)| {
                    clauses.extend(own);
                    Body::Provision(provision)
                }),
                Rule::cut_off => {
                    child(&p, Rule::cut_what).and_then(|w| self.phrase(&w)).map(|what| Body::CutOff { what })
                }
                Rule::dispositions => Some(Body::Dispositions(self.dispositions(&p))),
                Rule::loose => self.loose(&p),
                _ => continue,
            };
            failed = read.is_none();
            modal = child(&p, Rule::modal);
            body = read;
            break;
        }
        // `must` at the end of its line opens a list, and its colon is missing.
        let list =
            modal.filter(|m| matches!(body, Some(Body::Provision(_))) && self.view.closes_line(m.as_span().end()));
        let mut told = false;
        let mut between = None;
        for p in inner {
            match p.as_rule() {
                Rule::clause => {
                    between = between.or_else(|| failed.then(|| (self.span(&p), self.words(&p).to_owned())));
                    clauses.extend(self.clause(&p));
                }
                Rule::unread if failed && !told && between.is_some() && self.lacks_act() => {
                    told = true;
                    self.act_after(pair, between.take(), &p);
                }
                Rule::unread if failed && !told && self.is_misplaced(&p) => {
                    told = true;
                    self.misplaced(&p);
                }
                Rule::unread => match list.as_ref().filter(|_| self.is_item(&p)) {
                    Some(_) if told => {}
                    Some(modal) => {
                        told = true;
                        let (modal, text) = (self.span(modal), self.words(&p).to_owned());
                        self.report(codes::habits::missing_colon(modal, self.span(&p), &text));
                    }
                    None => self.unread(&p),
                },
                _ => {}
            }
        }
        failed |= told;
        if failed {
            // what could not be read was reported; the paragraph stays, so that
            // its number does, and no duty is made of it
            let body = Body::Listed(self.shown(pair));
            return Some(StatementKind::Paragraph(Box::new(Paragraph { label, body, clauses: Vec::new() })));
        }
        let mut body = body?;
        match &mut body {
            Body::Provision(provision) => self.check_provision(provision, &clauses),
            Body::Dispositions(list) => give_clauses(list, &mut clauses),
            Body::CutOff { what } if !say_when(&clauses) => self.ask_deadline(what.span),
            Body::CutOff { .. } => self.check_together(&clauses),
            Body::Listed(_) => {}
        }
        Some(StatementKind::Paragraph(Box::new(Paragraph { label, body, clauses })))
    }

    /// A line that opens with no clause word, and so may be a thing to do.
    fn is_item(&self, pair: &Pair<'_>) -> bool {
        self.view.opens_line(pair.as_span().start()) && reserved::clause_word(self.words(pair)).is_none()
    }

    fn lacks_act(&self) -> bool {
        self.diagnostics.last().is_some_and(|d| d.code == codes::syntax::MISSING_ACT)
    }

    /// Does a clause stand between `must` and the act, so that nothing seemed to follow?
    fn is_misplaced(&self, pair: &Pair<'_>) -> bool {
        self.lacks_act() && reserved::clause_word(self.words(pair)).is_some()
    }

    /// `Defendants shall, no later than December 1, 2023, file an answer`: told of the
    /// clause between, with the line in order.
    fn act_after(&mut self, paragraph: &Pair<'_>, clause: Option<(Span, String)>, act: &Pair<'_>) {
        let Some((clause, words)) = clause else { return };
        self.diagnostics.pop();
        let duty = child(paragraph, Rule::duty).or_else(|| child(paragraph, Rule::listed));
        let head = duty.and_then(|d| Some((self.span(&d).start, child(&d, Rule::bearer)?, child(&d, Rule::modal)?)));
        let act_words = super::date::one_line(self.words(act));
        let right = head.map(|(start, bearer, modal)| {
            let modal = if modal.as_str().ends_with("not") { "must not" } else { "must" };
            let line = format!("{} {modal} {act_words} {}", bearer.as_str().trim(), super::date::one_line(&words));
            (Span::new(start, self.span(act).end), line)
        });
        let mended = right.as_ref().filter(|(_, l)| l.chars().count() <= 100).map(|(s, l)| (*s, l.as_str()));
        self.report(codes::habits::clause_out_of_order(clause, &words, mended));
    }

    /// Tells that clause in the place of the act that was thought missing.
    fn misplaced(&mut self, pair: &Pair<'_>) {
        self.diagnostics.pop();
        let text = self.words(pair).to_owned();
        self.report(codes::habits::clause_out_of_order(self.span(pair), &text, None));
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
    fn check_provision(&mut self, provision: &Provision, clauses: &[Clause]) {
        self.check_together(clauses);
        // Of `may not` it is asked first whether it binds at all.
        let open = self.diagnostics.iter().any(|d| d.code == codes::syntax::MAY_NOT);
        let binds = matches!(provision.modal.value, Modal::Must | Modal::MustNot) && !open;
        for item in &provision.items {
            self.check_together(&item.clauses);
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
        for item in provision.items.iter().filter(|i| !say_when(&i.clauses) && !like(i)) {
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
        if let Some(at) = bare_period(&text) {
            let start = span.start.saturating_add(u32::try_from(at).unwrap_or(0));
            let period = text.get(at..).unwrap_or("");
            self.report(codes::habits::unopened_period(Span::new(start, span.end), period));
            return;
        }
        let opens = [" by ", " within ", " before ", " no later than ", " upon ", " as soon as ", " after "];
        let opens = opens.iter().filter_map(|w| text.find(w)).min();
        if let Some(at) = opens.filter(|_| plain) {
            let start = span.start.saturating_add(u32::try_from(at + 1).unwrap_or(0));
            let deadline = text.get(at + 1..).unwrap_or("");
            self.report(codes::syntax::unreadable_deadline(Span::new(start, span.end), deadline));
            return;
        }
        // `file answer by`, at the end
        if let Some(word) =
            ["by", "before", "within", "until", "through"].iter().find(|w| text.ends_with(&format!(" {w}")))
        {
            let len = u32::try_from(word.len()).unwrap_or(0);
            let at = Span::new(span.end.saturating_sub(len), span.end);
            let example =
                if *word == "within" { "within 14 days after entry" } else { &format!("{word} December 1, 2023") };
            self.report(codes::syntax::empty_clause(at, word, example));
            return;
        }
        self.report(codes::syntax::missing_deadline(span, &text));
    }

    /// A body without modal or disposition.
    fn loose(&mut self, pair: &Pair<'_>) -> Option<Body> {
        let text = self.words(pair);
        if reserved::begins(text, "no further extension") {
            return Some(Body::Listed(self.shown(pair)));
        }
        let text = text.to_owned();
        let span = self.span(pair);
        let words: Vec<&str> = text.split_whitespace().collect();
        if let Some((i, right)) = crate::classify::slipped_modal(&words) {
            let wrong = words.get(i).copied().unwrap_or("");
            let at = text.find(&format!(" {wrong}")).map_or(0, |a| a + 1) + pair.as_span().start();
            self.report(codes::syntax::misspelt_modal(self.view.span(at, at + wrong.len()), wrong, right));
            return None;
        }
        if let Some(active) = active(&text) {
            // What was read as a clause behind it goes with it: `until further order`.
            let rest = self.view.text.get(pair.as_span().end()..).and_then(|r| r.lines().next()).unwrap_or("");
            let rest = rest.split([';', '.']).next().unwrap_or("").trim();
            let clause =
                ["until", "pending", "to", "through", "nunc", "as", "in"].iter().any(|w| reserved::begins(rest, w));
            let active = if clause { format!("{active} {rest}") } else { active };
            self.report(codes::syntax::passive(span, &text, &active));
            return None;
        }
        if let Some(told) = self.out_of_order(pair, &text) {
            self.report(told);
            return None;
        }
        if let Some(duty) = unbound(&text) {
            let help = format!("if somebody must do this, say so: `{duty}`");
            self.report(codes::syntax::unreadable_clause(span, &text, &help));
            return None;
        }
        let help = "say who `must`, `must not` or `may` do what, or what the order does (`grants …`, `vacates …`); for words that are only shown write `orders \"…\"`";
        self.report(codes::syntax::unreadable_clause(span, &text, help));
        None
    }

    /// Words that bind, in an order or with marks that cannot be read.
    fn out_of_order(&self, pair: &Pair<'_>, text: &str) -> Option<Diagnostic> {
        let start = pair.as_span().start();
        let span = self.span(pair);
        let at = |from: usize, to: usize| self.view.span(start + from, start + to);
        let modal = ["must", "shall", "may"].iter().find_map(|m| Some((text.find(&format!(" {m} "))?, *m)));
        if reserved::clause_word(text).is_some() && modal.is_some() {
            let line = text.lines().next().unwrap_or(text).trim_end();
            return Some(codes::habits::clause_out_of_order(at(0, line.len()), line, None));
        }
        if let Some((end, _)) = modal {
            let bearer = text.get(..end)?;
            if let Some(colon) = bearer.strip_suffix(':') {
                return Some(codes::habits::colon_after_bearer(span, text, at(colon.len(), end)));
            }
            if let (Some(open), Some(close)) = (bearer.find('('), bearer.rfind(')'))
                && open < close
            {
                let lead = bearer.get(..open)?.trim_end().len();
                let words = bearer.get(open..=close)?;
                return Some(codes::habits::bracket_in_bearer(at(lead, close + 1), words, at(open, close + 1)));
            }
        }
        if text.contains(" due ") || text.ends_with(" due") {
            return Some(codes::habits::bare_due(span, text));
        }
        // `Defendants by December 1, 2023 must file answer`
        let rest = self.view.text.get(pair.as_span().end()..)?;
        let lead = rest.len() - rest.trim_start().len();
        let (clause, act) = [" must ", " shall ", " may "].iter().find_map(|m| {
            let (clause, act) = rest.split_once(m)?;
            Some((clause.trim(), format!("{m}{act}")))
        })?;
        reserved::clause_word(clause)?;
        let from = pair.as_span().end() + lead;
        let act = act.trim();
        let whole = self.view.span(start, from + rest.trim().len());
        let right = format!("{text} {act} {clause}");
        let one = !rest.trim().contains('\n') && right.chars().count() <= 100 && !right.contains("xx");
        let clause_span = self.view.span(from, from + clause.len());
        let mended = one.then_some((whole, right.as_str()));
        Some(codes::habits::clause_out_of_order(clause_span, self.view.words_at(clause_span), mended))
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

/// `Defendants file answer`, `Answer to be filed by Defendants`: who and what, and no word that binds.
fn unbound(text: &str) -> Option<String> {
    let line = super::date::one_line(text);
    if line.chars().count() > 60 {
        return None;
    }
    if let Some((what, who)) = line.split_once(" to be filed by ").or_else(|| line.split_once(" to be served by ")) {
        let verb = if line.contains(" filed ") { "file" } else { "serve" };
        return Some(format!("{who} must {verb} {}", what.to_lowercase()));
    }
    let (who, rest) = line.split_once(' ')?;
    let plain =
        |w: &str| w.len() > 3 && w.chars().all(|c| c.is_ascii_lowercase()) && !w.ends_with('s') && !w.ends_with("ed");
    let (verb, what) = rest.split_once(' ')?;
    let party = who.starts_with(char::is_uppercase) && who.ends_with('s');
    (party && plain(verb) && !what.is_empty()).then(|| format!("{who} must {rest}"))
}

/// Where `14 days from entry` begins, that no `within` opens.
fn bare_period(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let unit = |w: &str| matches!(w.trim_end_matches('s'), "day" | "week" | "month" | "hour");
    let i = words.windows(3).position(|w| {
        matches!(w, [n, u, from] if ordain_base::words::number(n).is_some() && unit(u) && matches!(*from, "from" | "after" | "of" | "before"))
    })?;
    Some(words.iter().take(i).map(|w| w.len() + 1).sum())
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
        ("modified", "modifies"),
        ("superseded", "supersedes"),
        ("reinstated", "reinstates"),
        ("adjourned", "adjourns"),
    ];
    let line = super::date::one_line(text);
    // `extend MTC ¶ 1 to D`: what the order does stands in the third person.
    let first = line.split(' ').next().unwrap_or("");
    let whole = if first == "deny" { "denies".to_owned() } else { format!("{first}s") };
    if PASSIVES.iter().any(|(_, active)| *active == whole) {
        return Some(line.replacen(first, &whole, 1));
    }
    if let Some(what) = line.strip_suffix(" due") {
        let several = what.split(' ').next().is_some_and(|w| w.ends_with('s'));
        return Some(format!("{what} {} due", if several { "are" } else { "is" }));
    }
    let stands =
        [" remain in effect", " remains in effect", " remain unchanged", " remains unchanged", " remain in place"];
    if let Some((what, _)) = stands.iter().find_map(|w| line.split_once(w)) {
        let what = what.replacen("All ", "all ", 1).replacen(" in ", " of ", 1);
        return Some(format!("{what} stand"));
    }
    PASSIVES.iter().find_map(|(passive, active)| {
        let (what, rest) = [" is hereby ", " are hereby ", " is ", " are "].iter().find_map(|be| {
            let (what, rest) = line.split_once(be)?;
            let rest = rest.to_lowercase().starts_with(passive).then(|| rest.get(passive.len()..))?;
            // `the deadline in First ¶ 1` is that paragraph.
            let bare = ["the deadline in ", "the deadline of ", "the deadline under ", "the deadline set by "];
            let lower = what.to_lowercase();
            let what =
                bare.iter().find(|b| lower.starts_with(**b) && what.contains('¶')).map_or(what, |b| &what[b.len()..]);
            Some((what, rest.unwrap_or("")))
        })?;
        Some(format!("{active} {what}{rest}"))
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
