//! Tokens folded to words that can be compared: compounds and words cut at the
//! end of a line are one, the numbers of footnotes are none.

use std::ops::Range;

use ordain_text::token::{Kind, Token};

/// One word, folded.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Which word it is; equal words of one text have equal numbers.
    pub(super) id: u32,
    /// Byte offsets in the text.
    pub(super) start: u32,
    pub(super) end: u32,
    /// The tokens it was made of.
    pub(super) tokens: Range<u32>,
}

/// Folds tokens. `id` gives the number of a folded word.
pub(super) fn fold_tokens(text: &str, tokens: &[Token<'_>], mut id: impl FnMut(&str) -> u32) -> Vec<Word> {
    let mut out = Vec::with_capacity(tokens.len());
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut word = String::new();
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        if first.kind == Kind::Mark || is_footnote(tokens, at) || is_sic(tokens, at) {
            at += 1;
            continue;
        }
        word.clear();
        word.push_str(&first.word);
        let mut next = at + 1;
        while let Some((more, mark)) = next_joined_token(text, tokens, next) {
            word.push_str(mark);
            word.push_str(tokens.get(more).map_or("", |t| &t.word));
            next = more + 1;
        }
        let last = tokens.get(next - 1).unwrap_or(first);
        out.push(Word {
            id: id(&word),
            start: narrow(first.start),
            end: narrow(last.end),
            tokens: narrow(at)..narrow(next),
        });
        at = next;
    }
    out
}

/// The token that goes on with the word which ends before `at`, and what stands
/// between the two: `court-ordered`, `compl-⏎etion`, `[O]rder`, `18,000`, `4–14`.
fn next_joined_token(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(usize, &'static str)> {
    let before = tokens.get(at.checked_sub(1)?)?;
    let mark = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    if mark.gap {
        return None;
    }
    if mark.kind != Kind::Mark {
        // `3rd`, `B2`; and the rest of a word after `[O]`.
        return (mark.kind == before.kind || before.kind == Kind::Number && is_ordinal(&mark.word)).then_some((at, ""));
    }
    let numbers = before.kind == Kind::Number && next.kind == Kind::Number;
    match text.get(mark.start..mark.end)? {
        "-" | "‐" | "‑" if numbers && !next.gap => Some((at + 1, "-")),
        "–" | "−" if numbers && !next.gap => Some((at + 1, "-")),
        "-" | "‐" | "‑" if next.kind != Kind::Mark => {
            let cut = next.gap && !next.capital && next.kind == Kind::Word && before.kind == Kind::Word;
            (!next.gap || cut).then_some((at + 1, ""))
        }
        "," if numbers && !next.gap && next.word.len() == 3 => Some((at + 1, "")),
        // `[O]rder`, `order[s]`.
        "]" if !next.gap && next.kind == Kind::Word && is_bracket_opened(tokens, at) => Some((at + 1, "")),
        "[" if !next.gap && next.kind == Kind::Word && before.kind == Kind::Word => Some((at + 1, "")),
        _ => None,
    }
}

/// `[O]`: the bracket was opened right before the last token.
fn is_bracket_opened(tokens: &[Token<'_>], close: usize) -> bool {
    close.checked_sub(2).and_then(|i| tokens.get(i)).is_some_and(|t| t.word == "[")
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

fn is_sic(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |t| &*t.word);
    word(at) == "sic" && word(at + 1) == "]" && at.checked_sub(1).is_some_and(|i| word(i) == "[")
}

/// Words after which a number is a citation's, not a footnote's.
const CITING: &[&str] = &[
    "no", "nos", "dkt", "doc", "ecf", "ex", "exh", "exs", "art", "sec", "ch", "p", "pp", "fig", "rule", "vol", "at",
    "para", "cl", "div", "dept", "f", "u", "s", "c", "v",
];

/// The number of a footnote, glued to the word or the mark before it: `document.1 `, `Order,[2]`.
fn is_footnote(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(this) = tokens.get(at).filter(|t| t.kind == Kind::Number && !t.gap && t.word.len() <= 2) else {
        return false;
    };
    let before = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i));
    let after = tokens.get(at + 1);
    let Some(mark) = before(1) else { return false };
    if mark.word == "[" && !mark.gap && after.is_some_and(|t| t.word == "]" && !t.gap) {
        return before(2).is_some();
    }
    // Nothing may be glued to the far side of it.
    if after.is_some_and(|t| !t.gap && !t.opens_line && !matches!(&*t.word, "." | "," | ";" | ":" | ")" | "”" | "\""))
    {
        return false;
    }
    let word = |t: &Token<'_>| t.kind == Kind::Word && !CITING.contains(&&*t.word) && t.word.chars().count() > 1;
    match &*mark.word {
        "." | "," | ";" | ":" | ")" | "]" | "”" | "\"" | "’" | "'" | "?" | "!" => before(2).is_some_and(|t| {
            let year = t.kind == Kind::Number && t.word.len() == 4 && mark.word != ",";
            let bracket = t.kind == Kind::Mark && matches!(&*t.word, "." | "”" | ")" | "’");
            !mark.gap
                && (word(t) || year || bracket || matches!(&*mark.word, ")" | "”" | "\"") && t.kind == Kind::Number)
        }),
        _ => word(mark) && !mark.capital && mark.word.len() > 2 && this.start == mark.end,
    }
}
