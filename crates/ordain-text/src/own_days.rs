//! The days on which an order says that it was made, signed or entered.

use crate::dates::Date;
use crate::token::Kind;
use crate::words::Words;

/// For each order of the text, the dates on which it says it was made.
pub(crate) fn of_units(r: &Words<'_>, dates: &[Date]) -> Vec<Vec<usize>> {
    let units = r.tokens.last().map_or(0, |t| t.unit as usize + 1);
    let mut own = vec![Vec::new(); units];
    for (i, date) in dates.iter().enumerate() {
        let of_unit = own.get_mut(r.unit(date.start) as usize);
        if let Some(of_unit) = of_unit.filter(|_| date.day.is_some() && is_own(r, date)) {
            of_unit.push(i);
        }
    }
    own
}

fn is_own(r: &Words<'_>, date: &Date) -> bool {
    let colon = r.word_before(date.start, 1) == ":";
    let at = if colon { date.start.saturating_sub(1) } else { date.start };
    // `Date April 5, 2024` and `(Entered: 01/04/2008)`, not `Hearing Date: May 6, 2024`.
    let stands = |n: usize| {
        let token = |n: usize| at.checked_sub(n).and_then(|i| r.tokens.get(i));
        let apart = token(n + 1).is_none_or(|t| t.kind == Kind::Mark || r.word_before(at, n + 1) == "date");
        token(n).is_some_and(|t| t.opens_line || t.capital && apart)
    };
    match r.word_before(at, 1) {
        "dated" | "date" => stands(1),
        "entered" | "filed" | "signed" => colon && stands(1),
        // `Dated this 5th day of March`, `SO ORDERED this 5th day of March`.
        "this" => matches!(r.word_before(at, 2), "dated" | "ordered" | "signed" | "," | "entered" | "done" | "on"),
        "on" => {
            let from = at.saturating_sub(10).max(r.sentence(date.start).start);
            (from..at).any(|i| r.word(i) == "signed" && r.tokens.get(i).is_some_and(|t| t.capital))
        }
        _ => false,
    }
}
