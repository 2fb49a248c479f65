//! `As ordered in paragraph 9`, in an order of seven paragraphs.
//!
//! Only where the paragraphs of the order are numbered without a gap from 1, and the
//! reference can be of no other paper: none is named beside it.

use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

/// Papers that have paragraphs of their own.
const OTHERS: &[&str] = &[
    "complaint",
    "agreement",
    "stipulation",
    "declaration",
    "decree",
    "petition",
    "affidavit",
    "indictment",
    "contract",
    "lease",
    "rules",
    "rule",
    "policy",
    "settlement",
    "information",
    "counterclaim",
    "exhibit",
    "ex",
    "decl",
    "fac",
    "sac",
    "compl",
    "dkt",
    "ecf",
    "doc",
    "article",
    "section",
    "deed",
    "prior",
    "earlier",
    "previous",
    "id",
    "ibid",
    "cf",
    "see",
    "statute",
    "exh",
    "fact",
    "facts",
    "statement",
];

pub(super) fn missing_paragraphs(r: &Reading<'_>) -> Vec<Finding> {
    let counts = numbered_paragraphs(r);
    let mut out = Vec::new();
    for at in 0..r.tokens.len() {
        if !matches!(r.word(at), "paragraph" | "para" | "¶") {
            continue;
        }
        let next = at + 1 + usize::from(r.word(at + 1) == "." || r.word(at + 1) == "no");
        let number = r.tokens.get(next).filter(|t| t.kind == Kind::Number && t.word.len() <= 2);
        let Some(number) = number.and_then(|t| t.word.parse::<u32>().ok()) else { continue };
        let Some(&last) = counts.get(r.unit(at) as usize) else { continue };
        let sentence = r.sentence(at);
        // `paragraph 7 of the Complaint`, `Compl. ¶ 7`, `paragraph 7 of the report`.
        let of_this = r.at(next + 1, &["of", "this", "order"]);
        let named = r.has(at.saturating_sub(8).max(sentence.start), (next + 8).min(sentence.end), OTHERS);
        let of_other = r.word(next + 1) == "of" || matches!(r.word(next + 1), "in" | "and" | "-" | "to");
        let apart = r.tokens.get(at).is_none_or(|t| t.quoted) || !of_this && (named || of_other);
        // `paragraph 9(a)`, `paragraph 9.2` number otherwise than this order.
        let plain = !matches!(r.word(next + 1), "(" | "-") || r.gap(next + 1);
        if last < 2 || number <= last || apart || !plain || r.word_before(at, 1) == "new" {
            continue;
        }
        let own = of_this
            || matches!(r.word(next + 1), "above" | "below" | "hereof" | "herein")
            || r.has(
                at.saturating_sub(4).max(sentence.start),
                at,
                &["ordered", "set", "provided", "described", "required"],
            );
        let sure = if own { Confidence::Medium } else { Confidence::Low };
        out.push(Finding::new(sure, codes::text::missing_paragraph(number, last, r.span(at, next + 1))));
    }
    out
}

/// For each order of the text, how many paragraphs it numbers `1.`, `2.`, … at the beginning of a line;
/// 0 where the numbers begin again or leave one out.
fn numbered_paragraphs(r: &Reading<'_>) -> Vec<u32> {
    let mut counts = vec![0_u32; r.tokens.last().map_or(0, |t| t.unit as usize + 1)];
    let mut broken = vec![false; counts.len()];
    for (at, token) in r.tokens.iter().enumerate() {
        let item = token.opens_line && token.kind == Kind::Number && token.word.len() <= 2;
        let mark = matches!(r.word(at + 1), "." | ")") && !r.gap(at + 1) && r.gap(at + 2);
        let Some(number) = token.word.parse::<u32>().ok().filter(|_| item && mark) else { continue };
        let unit = token.unit as usize;
        if let (Some(count), Some(broken)) = (counts.get_mut(unit), broken.get_mut(unit)) {
            if number == *count + 1 {
                *count = number;
            } else {
                *broken = true;
            }
        }
    }
    counts.iter().zip(broken).map(|(count, broken)| if broken { 0 } else { *count }).collect()
}
