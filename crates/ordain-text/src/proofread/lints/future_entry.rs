//! Docket entry 41, which cites docket entry 68: an entry that did not exist yet.
//!
//! The number of the order itself is that under which the filing system stamped its pages, or that of the
//! line above it in a docket. A citation beside another case (`v.`, a case number) is not looked at, nor a list
//! of exhibits.

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

pub(super) fn entries_to_come(r: &Reading<'_>) -> Vec<Finding> {
    let own = own_numbers(r);
    let mut out = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        let Some(cited) = cited_entry(r, at) else {
            at += 1;
            continue;
        };
        let found = own.get(r.unit(at) as usize).copied().flatten();
        let sentence = r.sentence(at);
        let foreign = sentence.clone().any(|i| matches!(r.word(i), "v" | "vs" | "cv" | "cr" | "mc" | "appeal" | "md"));
        let quoted = r.tokens.get(at).is_none_or(|t| t.quoted);
        if let Some(own) =
            found.filter(|own| cited.number > *own && !foreign && !quoted && cited.start != own_place(r, at))
        {
            out.push(Finding::medium(codes::text::entry_to_come(own, cited.number, r.span(cited.start, cited.end))));
        }
        at = cited.end.max(at + 1);
    }
    out
}

/// A number of the docket that the text cites.
struct Cited {
    number: u32,
    start: usize,
    end: usize,
}

/// `Dkt. No. 68`, `ECF 68`, `Docket Entry 68`.
fn cited_entry(r: &Reading<'_>, at: usize) -> Option<Cited> {
    let mut next = match r.word(at) {
        "dkt" | "ecf" | "doc" => at + 1,
        "docket" if matches!(r.word(at + 1), "entry" | "no" | "number") => at + 1,
        _ => return None,
    };
    while matches!(r.word(next), "." | "no" | "nos" | "entry" | "number" | "#") && next < at + 5 {
        next += 1;
    }
    let token = r.tokens.get(next).filter(|t| t.kind == Kind::Number && t.word.len() <= 4)?;
    Some(Cited { number: token.word.parse().ok()?, start: at, end: next + 1 })
}

/// The number of each order on its docket, where the text says it.
fn own_numbers(r: &Reading<'_>) -> Vec<Option<u32>> {
    let units = r.tokens.last().map_or(0, |t| t.unit as usize + 1);
    let mut own = vec![r.stamped.filter(|_| units == 1); units];
    for (unit, number) in own.iter_mut().enumerate() {
        let first = r.tokens.partition_point(|t| (t.unit as usize) < unit);
        let alone = |c: &Cited| r.tokens.get(c.end + usize::from(r.word(c.end) == ".")).is_none_or(|t| t.opens_line);
        if let Some(cited) = cited_entry(r, first).filter(alone) {
            *number = Some(cited.number);
        }
    }
    own
}

/// Where the order of a token begins: the line with its own number.
fn own_place(r: &Reading<'_>, at: usize) -> usize {
    let unit = r.unit(at);
    r.tokens.partition_point(|t| t.unit < unit)
}
