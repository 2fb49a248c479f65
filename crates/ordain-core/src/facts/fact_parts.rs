//! Parts of a fact's statement: its own words, its papers, the last day that it speaks of.

use chrono::NaiveDate;

use ordain_base::source::Span;
use ordain_syntax::ast;
use ordain_syntax::ast::{Cite, Clause, ClauseKind, FactKind, Phrase};

/// `MTC ¶ 3 #2`: the phrase without the number of the instance, and the number.
pub(super) fn split_instance(phrase: &Phrase) -> (Phrase, Option<u32>) {
    let number = |t: &ast::Token| t.text.strip_prefix('#').and_then(|n| n.parse().ok());
    match phrase.tokens.split_last() {
        Some((last, rest)) if !rest.is_empty() && number(last).is_some() => {
            (Phrase { tokens: rest.to_vec(), span: phrase.span }, number(last))
        }
        _ => (phrase.clone(), None),
    }
}

/// The last day of which something is said: `25 documents produced by February 1, 2024`.
pub(super) fn last_day_stated(clauses: &[Clause]) -> Option<NaiveDate> {
    use ast::{Deadline, Point};
    clauses.iter().find_map(|c| match &c.kind {
        ClauseKind::Deadline(Deadline::By(Point::Date(d)) | Deadline::Through(Point::Date(d))) => Some(d.day),
        ClauseKind::Deadline(Deadline::Before(Point::Date(d)) | Deadline::Until(Point::Date(d))) => d.day.pred_opt(),
        _ => None,
    })
}

/// The words of the fact, without the clauses under it.
pub(super) fn words_of_fact(fact: &ast::Fact, whole: Span) -> Span {
    let clause = fact.clauses.iter().map(|c| c.span.start).min();
    let words = match &fact.kind {
        FactKind::Act { when, text } => when.span.to(text.span),
        FactKind::Statement { when, speaker, content, .. } => {
            let reported = speaker.span.to(content.span);
            when.as_ref().map_or(reported, |w| w.span.to(reported))
        }
        FactKind::Happened { subject, when, .. } => subject.span.to(when.span),
        FactKind::Excuse { who, argument, target, .. } => {
            who.span.to(target.as_ref().map_or(argument.span, |t| t.span))
        }
        FactKind::Closed { what, .. } => Span::new(whole.start, what.span.end),
    };
    // A clause may be among the words (`… produced by Defendants before D`): then it belongs to the fact too.
    match clause {
        Some(start) if start < words.end => whole,
        _ => words,
    }
}

pub(super) fn cites_of_clauses(clauses: &[Clause]) -> Vec<Cite> {
    clauses
        .iter()
        .filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites) } else { None })
        .flatten()
        .cloned()
        .collect()
}
