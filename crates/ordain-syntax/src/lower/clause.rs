//! Clauses, one by one, and the rules among those of one paragraph.

use super::phrase::is_word;
use super::{Lower, Pair, first_child};
use crate::ast::{Cite, Clause, ClauseKind, ConditionWord, Deadline, Flag, Phrase, Tests, Token, TokenKind};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Span;
use ordain_base::words::one_line;

impl Lower<'_> {
    /// One `clause`; `None` after a diagnostic.
    pub(super) fn clause(&mut self, pair: &Pair<'_>) -> Option<Clause> {
        let inner = pair.clone().into_inner().next()?;
        let kind = self.clause_kind(&inner)?;
        Some(Clause { kind, span: self.span(pair) })
    }

    fn clause_kind(&mut self, p: &Pair<'_>) -> Option<ClauseKind> {
        Some(match p.as_rule() {
            Rule::covering => ClauseKind::Covering(self.words_of(p)?),
            Rule::for_each => {
                let thing = self.phrase(&first_child(p, Rule::each_thing)?)?;
                let filter = first_child(p, Rule::phrase).and_then(|f| self.phrase(&f));
                ClauseKind::ForEach { thing, filter }
            }
            Rule::in_each => {
                let opener = first_child(p, Rule::k_in_each)?;
                let word = opener.as_str().split_whitespace().next()?.to_owned();
                let two = opener.as_str().split_whitespace().any(|w| w == "both").then(|| self.span(&opener));
                ClauseKind::InEach { word, two, things: self.words_of(p)? }
            }
            Rule::times => ClauseKind::Times(first_child(p, Rule::count).map(|n| self.count(&n))?),
            Rule::lasting => ClauseKind::Lasting(self.length(p)?),
            Rule::installments => self.installments(p)?,
            Rule::on_notice => self.on_notice(p),
            Rule::condition | Rule::unless => self.condition(p)?,
            Rule::without_leave => self.without_leave(p)?,
            Rule::except => ClauseKind::Except(self.words_of(p)?),
            Rule::despite => ClauseKind::Despite(self.words_of(p)?),
            Rule::or_act => self.or_act(p)?,
            Rule::with_at_least => ClauseKind::WithAtLeast(self.words_of(p)?),
            Rule::containing => ClauseKind::Containing(self.words_of(p)?),
            Rule::recipients => ClauseKind::Recipients(self.words_of(p)?),
            Rule::form => ClauseKind::Form(self.words_of(p)?),
            Rule::in_case => self.in_case(p),
            Rule::not_exceeding => ClauseKind::NotExceeding(self.words_of(p)?),
            Rule::with_each => ClauseKind::WithEach(self.words_of(p)?),
            Rule::on_terms => ClauseKind::OnTerms(self.words_of(p)?),
            Rule::topic => ClauseKind::Topic(self.words_of(p)?),
            Rule::of_which => ClauseKind::OfWhich(self.words_of(p)?),
            Rule::in_performance => ClauseKind::InPerformanceOf(self.words_of(p)?),
            Rule::manner => ClauseKind::Manner(self.quoted_in(p)?),
            Rule::only_for => ClauseKind::OnlyFor(self.quoted_in(p)?),
            Rule::about => match first_child(p, Rule::why) {
                // The order's own words, as if they stood in quotation marks.
                Some(why) => {
                    let value = match first_child(&why, Rule::quoted) {
                        Some(quoted) => format!("why {}", self.quoted(&quoted).value),
                        None => one_line(why.as_str()),
                    };
                    ClauseKind::About(super::Quoted { value, span: self.span(&why) })
                }
                None => ClauseKind::About(self.quoted_in(p)?),
            },
            Rule::so_that => ClauseKind::SoThat(self.quoted_in(p)?),
            Rule::under => ClauseKind::Under(self.quoted_in(p)?),
            Rule::without_prejudice => {
                ClauseKind::WithoutPrejudice(first_child(p, Rule::quoted).map(|q| self.quoted(&q)))
            }
            Rule::rules_allow => ClauseKind::RulesAllow(self.quoted_in(p)?),
            Rule::reading => ClauseKind::Reading(self.quoted_in(p)?),
            Rule::quote => ClauseKind::Quote(self.quoted_in(p)?),
            Rule::note => ClauseKind::Note(self.quoted_in(p)?),
            Rule::judgment => ClauseKind::Judgment(self.quoted_in(p)?),
            Rule::effective => ClauseKind::Effective(self.date(&first_child(p, Rule::date)?)?),
            Rule::nunc => ClauseKind::NuncProTunc(first_child(p, Rule::date).and_then(|d| self.date(&d))),
            Rule::as_of => ClauseKind::AsOf(self.date(&first_child(p, Rule::date)?)?),
            Rule::source | Rule::source_one => ClauseKind::Source(self.cites(p)),
            Rule::denied_by => ClauseKind::DeniedBy { who: self.words_of(p)?, sources: self.sources_in(p) },
            Rule::admitted_by => ClauseKind::AdmittedBy { who: self.words_of(p)?, sources: self.sources_in(p) },
            Rule::rejected_by => ClauseKind::RejectedBy(self.cite_in(p)?),
            Rule::recognised_by => ClauseKind::RecognisedBy(self.cite_in(p)?),
            Rule::on_breach => ClauseKind::OnBreach(self.on_breach(p)?),
            Rule::flag => ClauseKind::Flag(flag_of_words(p.as_str())?),
            _ => ClauseKind::Deadline(self.deadline(p)?),
        })
    }

    /// `without leave of Court`: unless somebody allows it, which is for the record, or a person, to say.
    fn without_leave(&mut self, pair: &Pair<'_>) -> Option<ClauseKind> {
        let phrase = first_child(pair, Rule::phrase)?;
        let text = one_line(self.words(&phrase));
        let token = Token { kind: TokenKind::Quoted, text, span: self.span(&phrase) };
        let tests = Tests::One(Phrase { span: token.span, tokens: vec![token] });
        Some(ClauseKind::Condition { word: ConditionWord::Unless, tests })
    }

    /// `on 24 hours notice to Defendant`: whether that was given is for the record, or a person, to say.
    fn on_notice(&mut self, pair: &Pair<'_>) -> ClauseKind {
        let text = one_line(self.words(pair));
        let text = text.split_once(' ').map_or("", |(_, notice)| notice).to_owned();
        let token = Token { kind: TokenKind::Quoted, text, span: self.span(pair) };
        let tests = Tests::One(Phrase { span: token.span, tokens: vec![token] });
        ClauseKind::Condition { word: ConditionWord::Provided, tests }
    }

    /// `in case "20-1234" and "20-1235"`, `in the lead case`.
    pub(super) fn in_case(&mut self, pair: &Pair<'_>) -> ClauseKind {
        let lead = first_child(pair, Rule::k_in_case).is_some_and(|k| k.as_str().contains("lead"));
        let quotes = pair.clone().into_inner().filter(|q| q.as_rule() == Rule::quoted);
        ClauseKind::InCase { cases: quotes.map(|q| self.quoted(&q)).collect(), lead }
    }

    /// `or file status report`, `or, if "…", advise the Court`.
    fn or_act(&mut self, pair: &Pair<'_>) -> Option<ClauseKind> {
        let only_if = match first_child(pair, Rule::or_condition) {
            Some(p) => Some(Box::new(Clause { kind: self.condition(&p)?, span: self.span(&p) })),
            None => None,
        };
        Some(ClauseKind::Or { act: self.words_of(pair)?, only_if })
    }

    fn words_of(&mut self, pair: &Pair<'_>) -> Option<Phrase> {
        self.phrase(&first_child(pair, Rule::phrase)?)
    }

    fn sources_in(&mut self, pair: &Pair<'_>) -> Vec<Cite> {
        first_child(pair, Rule::source).map_or(Vec::new(), |s| self.cites(&s))
    }

    fn cite_in(&mut self, pair: &Pair<'_>) -> Option<Cite> {
        first_child(pair, Rule::cite).map(|c| self.cite(&c))
    }

    /// `a and b or c`: no court agrees on what binds first.
    pub(super) fn check_mix(&mut self, phrase: &Phrase) {
        let and = phrase.tokens.iter().find(|t| is_word(t, "and"));
        let or = phrase.tokens.iter().find(|t| is_word(t, "or"));
        if let (Some(and), Some(or)) = (and, or) {
            let (first, second) = if and.span.start < or.span.start { (and, or) } else { (or, and) };
            self.report(codes::syntax::mixed_and_or(first.span, second.span, &first.text, &second.text));
        }
    }

    /// What the clauses of one duty may not do together. `named` are those of
    /// the whole, `own` those of one item.
    pub(super) fn check_together(&mut self, clauses: &[Clause]) {
        let mut deadline: Option<Span> = None;
        let mut unless: Option<Span> = None;
        let mut except: Option<Span> = None;
        let endless = |c: &Clause| matches!(c.kind, ClauseKind::Flag(Flag::NoEndStated) | ClauseKind::Lasting(_));
        let open_ended = clauses.iter().any(endless);
        for clause in clauses {
            let (seen, word) = match &clause.kind {
                ClauseKind::Deadline(d) => {
                    let endless = matches!(d, Deadline::Every(s) if s.until.is_none() && !s.further_order);
                    let said_open = || one_line(self.view.words_at(clause.span)).contains(Flag::NoEndStated.words());
                    if endless && !open_ended && !said_open() {
                        self.report(codes::deadlines::recurring_without_end(clause.span, "until when"));
                    }
                    // `promptly` may be beside a date: a standard, and a day besides.
                    if matches!(d, Deadline::Promptly { outer: None, .. } | Deadline::At(_)) {
                        continue;
                    }
                    (&mut deadline, "")
                }
                ClauseKind::Condition { word: ConditionWord::Unless, .. } => (&mut unless, "unless"),
                ClauseKind::Except(_) => (&mut except, "except"),
                _ => continue,
            };
            match *seen {
                None => *seen = Some(clause.span),
                Some(first) if word.is_empty() => self.report(codes::deadlines::two_deadlines(first, clause.span)),
                Some(first) => {
                    let both = self.either(first, clause.span, word);
                    self.report(codes::syntax::two_exceptions(first, clause.span, word, both));
                }
            }
        }
    }
}

impl Lower<'_> {
    /// Two `unless` in one: `unless any of: (1) …; (2) …`.
    fn either(&self, first: Span, second: Span, word: &str) -> Option<String> {
        let one = |span| {
            let text = one_line(self.view.words_at(span));
            let rest = text.strip_prefix(word)?.trim().to_owned();
            (!rest.is_empty() && !rest.contains(" of:") && rest.chars().count() < 80).then_some(rest)
        };
        (word == "unless").then_some(())?;
        Some(format!("unless any of: (1) {}; (2) {}", one(first)?, one(second)?))
    }
}

fn flag_of_words(text: &str) -> Option<Flag> {
    let words = one_line(text).replace("extensions", "extension");
    Flag::ALL.into_iter().find(|f| f.words() == words)
}

/// Does one of these say when?
pub(super) fn say_when(clauses: &[Clause]) -> bool {
    clauses.iter().any(|c| matches!(c.kind, ClauseKind::Deadline(_) | ClauseKind::Installments(_)))
}

/// Clauses that speak of the words rather than of the duty.
pub(super) fn is_remark(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::Source(_) | ClauseKind::Quote(_) | ClauseKind::Note(_))
}
