//! `pay $9,000 in monthly installments of $3,000 beginning May 1, 2024`: a sum that falls due in parts.

use super::phrase::PhraseResolver;
use super::series;
use crate::model::ir::due::Due;
use crate::model::ir::object::Act;
use crate::model::ir::obligation::Obligation;
use ordain_base::diag::codes::deadlines as say;
use ordain_base::money::Amount;
use ordain_base::source::Span;
use ordain_syntax::ast::{Date, Every, First, Installments, Point, Series};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// No more parts of one sum: thirty years of months.
const MOST: u32 = 360;

/// Makes each part the sum that is owed, as often as it takes to pay the whole; `None` after a diagnostic.
pub(super) fn apply(
    words: &mut PhraseResolver<'_>,
    source: &Installments,
    span: Span,
    obligation: &mut Obligation,
    acts: &mut [Act],
) -> Option<()> {
    if let Some(due) = obligation.due_span {
        words.out.push(say::two_deadlines(due, span));
        return None;
    }
    let mut sums = acts.iter_mut().flat_map(|a| &mut a.objects.list).filter_map(|o| o.amount.as_mut());
    let (Some(whole), None) = (sums.next(), sums.next()) else {
        words.out.push(say::installments(span, "of what sum they are parts", None));
        return None;
    };
    let each = match &source.each {
        Some(phrase) => words.objects(&phrase.tokens)?.list.first().and_then(|o| o.amount),
        None => source.count.and_then(|n| part_of(*whole, n)),
    };
    let Some(each) = each.filter(|each| each.currency == whole.currency) else {
        words.out.push(say::installments(span, "how much each is", None));
        return None;
    };
    let count = number_of_parts(*whole, each).filter(|n| source.count.is_none_or(|said| said == *n));
    let Some(count) = count else {
        let sums = format!("{whole} in parts of {each}");
        words.out.push(say::installments(span, "how many there are", Some(&sums)));
        return None;
    };
    let (Some(every), Some(first)) = (source.every, &source.first) else {
        let what = if source.every.is_none() { "how often one falls due" } else { "when the first falls due" };
        words.out.push(say::installments(span, what, None));
        return None;
    };
    let length = ordain_time::Length::new(every.n, every.unit);
    let last = if count == 1 { Some(first.day) } else { ordain_time::instance(first.day, length, count - 1) };
    let Some(last) = last.filter(|day| source.last.as_ref().is_none_or(|said| said.day == *day)) else {
        let day = last.map(|d| format!("{count} of them end on {}", ordain_base::words::day(d)));
        words.out.push(say::installments(span, "when the last falls due", day.as_deref()));
        return None;
    };
    let until = Date { day: last, time: None, as_written: None, span };
    let series = Series {
        every: Every::Length(every),
        first: First::By(first.clone()),
        until: Some((Point::Date(until), true)),
        further_order: false,
    };
    obligation.due = Due::Series(Box::new(series::resolve(words, &series)?));
    obligation.due_span = Some(span);
    let number = source.count.map(|n| format!("{n} ")).unwrap_or_default();
    obligation.words.push_str(&format!(" in {number}installments of {each}"));
    *whole = each;
    Some(())
}

/// A sum in so many equal parts, where they come out even in cents.
fn part_of(whole: Amount, count: u32) -> Option<Amount> {
    let value = whole.value.checked_div(Decimal::from(count))?;
    (value.normalize().scale() <= 2).then_some(Amount { value, ..whole })
}

/// How many such parts make the whole, where none is left over.
fn number_of_parts(whole: Amount, each: Amount) -> Option<u32> {
    let parts = whole.value.checked_div(each.value)?;
    parts.is_integer().then(|| parts.to_u32()).flatten().filter(|n| (1..=MOST).contains(n))
}
