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
        let own = date.day.is_some() && (is_own(r, date) || stands_at_head(r, dates, date));
        if let Some(of_unit) = of_unit.filter(|_| own) {
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
            let from = at.saturating_sub(16).max(r.sentence(date.start).start);
            let signed = |i: usize| r.word(i) == "signed" && r.tokens.get(i).is_some_and(|t| t.capital);
            (from..at).any(|i| signed(i) || by_judge(r, date, i))
        }
        _ => false,
    }
}

/// `By Judge Roe on D`, `ORDER by Magistrate Judge Roe on D`, not `a stipulation entered by Judge Roe on D`.
fn by_judge(r: &Words<'_>, date: &Date, at: usize) -> bool {
    let start = r.sentence(date.start).start;
    let judge = r.word(at) == "by" && r.has(at + 1, date.start, &["judge"]);
    let capital = |i: usize| r.tokens.get(i).is_some_and(|t| t.capital);
    let plain = |i: usize| r.tokens.get(i).is_none_or(|t| t.kind != Kind::Word) || r.word(i) == "signed";
    let titled = (start..at).all(|i| capital(i) || plain(i));
    judge && titled && (capital(at) || r.word(start) == "order" || r.has(start, at, &["order", "entry"]))
}

/// `February 6, 2009` alone on a line at the head of a paper, the first date of the order.
fn stands_at_head(r: &Words<'_>, dates: &[Date], date: &Date) -> bool {
    const HEAD: usize = 150;
    let unit = r.unit(date.start);
    let first = r.tokens.partition_point(|t| t.unit < unit);
    let opens = |i: usize| r.tokens.get(i).is_none_or(|t| t.opens_line);
    let alone = opens(date.start) && (opens(date.end) || r.word(date.end) == "." && opens(date.end + 1));
    let before = dates.iter().any(|d| d.start >= first && d.start < date.start);
    // A schedule begins with a sentence, the head of a paper does not.
    // A colon at the end of a line leads to a schedule; `Case No.: 12` is of a caption.
    let leads = (first..date.start).any(|i| r.word(i) == ":" && opens(i + 1));
    // `JURY TRIAL begins⏎December 2, 2024`: the row of a schedule.
    let row = r.has(
        date.start.saturating_sub(6).max(first),
        date.start,
        &["begins", "trial", "hearing", "conference", "discovery", "completed", "disclosure", "motions", "by"],
    );
    let sentence =
        leads || row || r.has(first, date.start, &["shall", "must", "following", "set", "due", "deadline", "ordered"]);
    alone && !before && !sentence && date.start - first < HEAD
}
