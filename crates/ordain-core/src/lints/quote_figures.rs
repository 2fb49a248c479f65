//! A quotation whose day, or whose length of time, is not that of its paragraph.

use crate::model::{Body, Due, Model, Obligation};
use crate::quotations::{days_in, lengths_in};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_base::source::Span;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    for paragraph in &model.paragraphs {
        let Body::Provision(provision) = &paragraph.body else { continue };
        // An obligation without a place for its day says `no deadline` by being silent.
        let timed: Vec<(&Obligation, Span)> =
            provision.obligations.iter().filter_map(|l| Some((l, l.due_span?))).collect();
        for quote in &paragraph.quotes {
            let found =
                own_day(&timed, quote.span, &quote.value).or_else(|| own_length(&timed, quote.span, &quote.value));
            if let Some(found) =
                found.map(|(what, quoted, at, own)| codes::quote_figure(&paragraph.name, what, &quoted, at, own))
                && !out.contains(&found)
            {
                out.push(found);
            }
        }
    }
    out
}

type Differs = (&'static str, String, Span, Span);

/// Every deadline of the paragraph is a date, the quotation has one, and no two agree.
fn own_day(timed: &[(&Obligation, Span)], at: Span, quote: &str) -> Option<Differs> {
    let own: Vec<_> = timed
        .iter()
        .map(|(l, _)| match &l.due {
            Due::Day { moment, .. } | Due::Until { moment, .. } => Some(moment.day),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let quoted = days_in(quote);
    if own.is_empty() || quoted.iter().any(|d| own.contains(&d.day)) {
        return None;
    }
    // Only one that a word like `by` leads to is a deadline's.
    let first = quoted.iter().find(|d| d.leads)?;
    Some(("day", ordain_base::words::day(first.day), part_of_quotation(at, quote, &first.at), timed.first()?.1))
}

/// Every deadline is a period, the quotation states one in the same unit, and no two agree.
fn own_length(timed: &[(&Obligation, Span)], at: Span, quote: &str) -> Option<Differs> {
    let own: Vec<u64> = timed
        .iter()
        .map(|(l, _)| match &l.due {
            Due::Period(p) => Some(u64::from(p.length.n)),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let quoted = lengths_in(quote);
    if own.is_empty() || quoted.len() != 1 || quoted.iter().any(|l| own.contains(&l.n)) {
        return None;
    }
    let first = quoted.first()?;
    // Weeks may be stated as days.
    let weeks = own.iter().any(|n| *n == first.n * 7 || n * 7 == first.n);
    (!weeks).then(|| {
        (
            "length of time",
            first.words.clone(),
            part_of_quotation(at, quote, &first.at),
            timed.first().map_or(at, |t| t.1),
        )
    })
}

/// A part of a quotation, where the file has it as it was read.
fn part_of_quotation(at: Span, quote: &str, part: &std::ops::Range<usize>) -> Span {
    let narrow = |n: usize| at.start + u32::try_from(n).unwrap_or(0);
    if quote.len() == at.len() as usize { Span::new(narrow(part.start), narrow(part.end)) } else { at }
}
