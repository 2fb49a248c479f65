//! `14 days after 2024-08-01`: a period as it is asked for on the command line.

use super::count::{Anchor, NextWeekday};
use super::moment::{Found, Word, point_of, span_of_words, time_of, words_of_request};
use super::unit::{Direction, Length, Unit};
use ordain_base::diag::closest;
use ordain_base::diag::codes::time as codes;
use ordain_base::words::number as number_word;

/// A period and, where it is written, the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How long.
    pub length: Length,
    /// To which side of the event.
    pub direction: Direction,
    /// The event, where it is written.
    pub anchor: Option<Anchor>,
    /// The act is due on the weekday next after the period.
    pub next: Option<NextWeekday>,
}

/// Reads `[within|at least] N <unit> [after|before <day>]`, and before it
/// `[10:00 a.m. on] the Monday next after [the expiration of]`. Spans count from the start of `text`.
///
/// # Errors
/// A negative number, an unknown unit, words that are not a day, a day that does not exist.
pub fn read_request(text: &str) -> Found<Asked> {
    let all = words_of_request(text);
    let (next, all) = next_weekday(&all)?;
    let asked = read_period(all, text, next)?;
    if next.is_some() && asked.direction == Direction::Before {
        let why = "a weekday next after a period has its period after an event";
        return Err(Box::new(codes::not_a_period(span_of_words(all, text), why)));
    }
    Ok(asked)
}

/// `10:00 a.m. on the Monday next after the expiration of`, and the words behind it.
fn next_weekday<'w, 't>(all: &'w [Word<'t>]) -> Found<(Option<NextWeekday>, &'w [Word<'t>])> {
    let is = |w: &Word<'_>, word: &str| w.text.eq_ignore_ascii_case(word);
    let Some(at) = all.windows(2).position(|w| matches!(w, [n, a] if is(n, "next") && is(a, "after"))) else {
        return Ok((None, all));
    };
    let (lead, tail) = all.split_at(at);
    let Some((day, lead)) = lead.split_last() else { return Ok((None, all)) };
    let Some(weekday) = day.text.parse().ok().filter(|_| day.text.bytes().all(|b| b.is_ascii_alphabetic())) else {
        return Ok((None, all));
    };
    let mut lead = lead;
    for small in ["the", "on"] {
        lead = lead.split_last().filter(|(last, _)| is(last, small)).map_or(lead, |(_, rest)| rest);
    }
    let time = if lead.is_empty() { None } else { Some(time_of(lead)?) };
    let tail = tail.get(2..).unwrap_or(&[]);
    let tail = tail.split_first().filter(|(w, _)| is(w, "the")).map_or(tail, |(_, rest)| rest);
    let rest = match tail {
        [expiration, of, rest @ ..] if is(expiration, "expiration") && is(of, "of") => rest,
        rest => rest,
    };
    Ok((Some(NextWeekday { weekday, time }), rest))
}

fn read_period(all: &[Word<'_>], text: &str, next: Option<NextWeekday>) -> Found<Asked> {
    let lead = |w: &Word<'_>| ["within", "at", "least", "not", "later", "than"].contains(&w.text);
    let skip = all.iter().take_while(|w| lead(w)).count();
    let rest = all.get(skip..).unwrap_or(&[]);
    let Some(first) = rest.first() else {
        return Err(Box::new(codes::not_a_period(span_of_words(all, text), "it names no number")));
    };
    let (n, rest) = read_number(*first, rest)?;
    let split = rest.iter().position(|w| ["after", "before", "from", "of"].contains(&w.text));
    let (unit_words, tail) = rest.split_at(split.unwrap_or(rest.len()));
    if unit_words.is_empty() {
        return Err(Box::new(codes::not_a_period(first.span, "the number has no unit")));
    }
    let unit_span = span_of_words(unit_words, text);
    let written: Vec<&str> = unit_words.iter().map(|w| w.text).collect();
    let written = written.join(" ");
    let Some(unit) = Unit::parse(&written) else {
        let near = closest(&written, Unit::WORDS.iter().copied());
        return Err(Box::new(codes::unknown_unit(unit_span, &written, near)));
    };
    let length = Length::new(n, unit);
    let Some((side, day)) = tail.split_first() else {
        return Ok(Asked { length, direction: Direction::After, anchor: None, next });
    };
    let direction = if side.text == "before" { Direction::Before } else { Direction::After };
    if day.is_empty() {
        let span = first.span.to(side.span);
        return Err(Box::new(codes::period_of_what(span, &length.to_string())));
    }
    Ok(Asked { length, direction, anchor: Some(point_of(day, text)?), next })
}

/// `14`, `fourteen`, `fourteen (14)`, `one hundred twenty (120)`, and the words behind the number.
fn read_number<'w, 't>(first: Word<'t>, all: &'w [Word<'t>]) -> Found<(u32, &'w [Word<'t>])> {
    if first.text.strip_prefix(['-', '−']).is_some_and(|d| d.parse::<u64>().is_ok()) {
        return Err(Box::new(codes::negative_period(first.span, first.text)));
    }
    let figure = |w: &Word<'_>| {
        let inside = w.text.strip_prefix('(')?.strip_suffix(')')?;
        number_of_digits(inside)
    };
    let spelled = all.iter().take_while(|w| w.text == "hundred" || w.text == "and" || number_of(w).is_some()).count();
    let (in_words, rest) = all.split_at(spelled);
    let Some(n) = number_of_words(in_words) else {
        let why = format!("`{}` is not a number of days, in figures or in words", first.text);
        return Err(Box::new(codes::not_a_period(first.span, &why)));
    };
    match rest.split_first() {
        Some((stated, rest)) if figure(stated).is_some() => {
            if figure(stated) != Some(n) {
                let why = format!("the words say {n}, and the figures `{}`", stated.text);
                return Err(Box::new(codes::not_a_period(first.span.to(stated.span), &why)));
            }
            Ok((n, rest))
        }
        _ => Ok((n, rest)),
    }
}

/// A number of figures alone; one that is too great for a count is as great as any: the count says that it is too long.
fn number_of_digits(text: &str) -> Option<u32> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().unwrap_or(u32::MAX))
}

/// `no` means a number elsewhere, and for none here.
fn number_of(w: &Word<'_>) -> Option<u32> {
    number_of_digits(w.text).or_else(|| number_word(w.text).filter(|_| w.text != "no")?.try_into().ok())
}

/// `fourteen`, `one hundred and twenty`; figures stand alone.
fn number_of_words(all: &[Word<'_>]) -> Option<u32> {
    let and = |w: &&Word<'_>| w.text != "and";
    match all.iter().filter(and).collect::<Vec<_>>().as_slice() {
        [one] => number_of(one),
        [hundreds, word] if word.text == "hundred" => number_of(hundreds)?.checked_mul(100),
        [hundreds, word, rest] if word.text == "hundred" => {
            number_of(hundreds)?.checked_mul(100)?.checked_add(number_of(rest)?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_stand_in_words_and_in_figures() {
        let n = |text: &str| read_request(text).map(|a| a.length.n).map_err(|d| d.message);
        for (text, wanted) in [
            ("within fourteen (14) days after 2024-02-09", 14),
            ("twenty-one days after 2024-02-09", 21),
            ("one hundred and twenty (120) days before 2024-02-09", 120),
            ("two hundred days", 200),
            ("30 (30) days", 30),
        ] {
            assert_eq!(n(text), Ok(wanted), "{text}");
        }
        for text in ["fourteen (15) days", "hundred days", "no days", "fourteen fifteen days", "some days", "(14) days"]
        {
            assert!(n(text).is_err(), "{text}");
        }
    }
}
