//! Where sentences end, and what is in quotes and brackets.

use std::ops::Range;

use crate::token::{Kind, Token};

/// Words after which a period ends nothing.
const SHORT: &[&str] = &[
    "no", "nos", "dkt", "mr", "ms", "mrs", "dr", "v", "vs", "inc", "corp", "co", "ltd", "fed", "civ", "crim", "app",
    "cir", "ex", "exh", "exs", "decl", "decls", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "cal", "ct", "supp", "ins", "immigr", "univ", "st", "ave", "hon", "pp", "para", "paras", "mot",
    "opp", "doc", "docs", "pub", "cf", "compl", "ecf", "bankr", "evid", "jr", "sr", "esq", "dep", "dept", "dist",
    "div", "gen", "gov", "sec", "vol", "art", "cl", "approx", "al", "rev", "stat", "tit", "am", "et", "tr", "resp",
    "br", "messrs", "dckt", "proc", "prac", "kan", "nev", "wash", "conn", "del", "ind", "neb", "mont", "wyo", "haw",
    "ala", "rec", "mich", "ill", "tex", "fla", "mass", "minn", "tenn", "ariz", "colo", "ark", "okla", "wis", "lr",
];

/// Words of a sentence, at most: a table without a period is cut, so that no lint has to look far.
const LONGEST: usize = 500;

/// Numbers the sentences, and marks what is quoted or bracketed.
pub(crate) fn mark(tokens: &mut [Token<'_>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut from = 0;
    let mut item: Option<(u32, u32)> = None;
    for at in 0..tokens.len() {
        item = numbered_line(tokens, at).or(item);
        let ends = ends_sentence(tokens, at) || begins_next_item(tokens, at + 1, item) || orders_anew(tokens, at + 1);
        if ends || at - from >= LONGEST {
            sentences.push(from..at + 1);
            from = at + 1;
        }
    }
    for (id, sentence) in sentences.iter().enumerate() {
        let id = u32::try_from(id).unwrap_or(u32::MAX);
        tokens.get_mut(sentence.clone()).unwrap_or_default().iter_mut().for_each(|t| t.sentence = id);
    }
    mark_enclosed_tokens(tokens);
    sentences
}

/// The number at the beginning of a line, `2. The parties`, with its paragraph.
fn numbered_line(tokens: &[Token<'_>], at: usize) -> Option<(u32, u32)> {
    let this = tokens.get(at).filter(|t| t.opens_line && t.kind == Kind::Number && t.word.len() < 3)?;
    let mark = tokens.get(at + 1).is_some_and(|t| matches!(&*t.word, "." | ")") && !t.gap);
    let next = tokens.get(at + 2).is_some_and(|t| t.gap && begins_sentence(t));
    (mark && next).then_some((this.paragraph, this.word.parse().ok()?))
}

/// True where a line has the number behind that of the last numbered line, though no period ended that one.
fn begins_next_item(tokens: &[Token<'_>], at: usize, last: Option<(u32, u32)>) -> bool {
    match (numbered_line(tokens, at), last) {
        (Some((paragraph, number)), Some((before, last))) => paragraph == before && number == last + 1,
        _ => false,
    }
}

/// `IT IS FURTHER ORDERED` at the beginning of a line.
fn orders_anew(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |n: usize| tokens.get(at + n).map_or("", |t| &*t.word);
    let opens = tokens.get(at).is_some_and(|t| t.opens_line && t.capital);
    // `Poe v. Roe, Inc.⏎ORDER granting 12 Motion`
    if opens && word(0) == "order" && word(1).ends_with("ing") && tokens.get(at + 1).is_some_and(|t| !t.capital) {
        return true;
    }
    opens
        && word(0) == "it"
        && word(1) == "is"
        && (word(2) == "ordered" || matches!(word(2), "further" | "hereby" | "therefore") && word(3) == "ordered")
}

/// True where the token at `at` is the last of its sentence.
fn ends_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(this), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return true };
    if this.paragraph != next.paragraph {
        return true;
    }
    match &*this.word {
        "?" | "!" => next.gap,
        "." => next.gap && !is_abbreviation(tokens, at) && (begins_sentence(next) || begins_item(tokens, at + 1)),
        // `… and did.1 The Court`: the number of a footnote.
        _ if this.kind == Kind::Number && !this.gap && this.word.len() < 3 && next.gap && begins_sentence(next) => {
            let before = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i));
            let word = before(2).is_some_and(|t| t.kind == Kind::Word && t.word.len() > 2 && !t.capital);
            before(1).is_some_and(|t| t.word == ".") && word && !is_abbreviation(tokens, at - 1)
        }
        // `….” The`, `….) The`
        ")" | "]" | "”" | "\"" => {
            let stop =
                at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| matches!(&*t.word, "." | "?" | "!"));
            stop && next.gap && begins_sentence(next)
        }
        _ => false,
    }
}

/// `b. Defendants shall` at the beginning of a line.
fn begins_item(tokens: &[Token<'_>], at: usize) -> bool {
    let letter = tokens.get(at).is_some_and(|t| t.opens_line && t.kind == Kind::Word && t.word.len() == 1);
    letter && tokens.get(at + 1).is_some_and(|t| matches!(&*t.word, "." | ")"))
}

fn begins_sentence(next: &Token<'_>) -> bool {
    next.capital
        || next.kind == Kind::Number
        || matches!(&*next.word, "“" | "\"" | "(" | "[" | "¶" | "§" | "•" | "◦" | "▪" | "●")
}

fn is_abbreviation(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| tokens.get(i)) else { return true };
    if before.kind == Kind::Number {
        // `1. The parties`: the number of a paragraph.
        return before.word.len() < 4 && (before.opens_line || at < 2);
    }
    if after_hour(tokens, at) {
        // `at 2:30 p.m. Counsel shall`: a sentence may begin.
        // `… at 9:00 a.m.⏎2. The parties`: a new item.
        let item = tokens.get(at + 1).is_some_and(|t| t.opens_line && t.kind == Kind::Number);
        if item && tokens.get(at + 2).is_some_and(|t| matches!(&*t.word, "." | ")")) {
            return false;
        }
        let bracket = tokens.get(at + 1).is_some_and(|t| matches!(&*t.word, "(" | "["));
        let next = tokens.get(at + if bracket { 2 } else { 1 });
        return next.is_none_or(|next| next.kind != Kind::Word || !next.capital || goes_with_hour(&next.word));
    }
    // `set forth in Attachment A. Counsel shall`: the letter is a name.
    const NAMED: &[&str] =
        &["attachment", "exhibit", "appendix", "schedule", "courtroom", "section", "part", "addendum"];
    let named = at.checked_sub(2).and_then(|i| tokens.get(i)).is_some_and(|t| NAMED.contains(&&*t.word));
    let next_long = tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Word && t.word.len() > 1 && t.capital);
    if named && next_long && tokens.get(at + 2).is_some_and(|t| t.word != ".") {
        return false;
    }
    let letter = before.kind == Kind::Word && before.word.chars().count() == 1;
    // `… to clerk@court.example.gov. Counsel shall`: the end of an address is no abbreviation.
    let two_before = at.checked_sub(2).and_then(|i| tokens.get(i));
    let address = before.word.len() > 1 && two_before.is_some_and(|t| t.word == "." && t.end == before.start && !t.gap);
    if address {
        return false;
    }
    // `filing users on ECF. Counsel shall`: without a number the name of the system is a word.
    let next = tokens.get(at + 1);
    let numbered =
        next.is_none_or(|t| t.kind != Kind::Word || !t.capital || matches!(&*t.word, "no" | "nos" | "entry"));
    if &*before.word == "ecf" && !numbered {
        return false;
    }
    before.end == tokens.get(at).map_or(0, |t| t.start) && (letter || SHORT.contains(&&*before.word))
}

/// True of the last period of `2:30 p.m.`.
fn after_hour(tokens: &[Token<'_>], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i));
    let word = |n: usize, words: &[&str]| before(n).is_some_and(|t| words.contains(&&*t.word));
    let number = |n: usize| before(n).is_some_and(|t| t.kind == Kind::Number);
    word(1, &["am", "pm"]) && number(2) || word(1, &["m"]) && word(2, &["."]) && word(3, &["a", "p"]) && number(4)
}

/// A zone, or the day to which the hour belongs.
fn goes_with_hour(word: &str) -> bool {
    const ZONES: &[&str] = &[
        "eastern",
        "central",
        "mountain",
        "pacific",
        "alaska",
        "hawaii",
        "et",
        "ct",
        "mt",
        "pt",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "prevailing",
        "local",
        "utc",
        "gmt",
    ];
    ZONES.contains(&word)
        || ordain_base::words::month(word).is_some()
        || word.len() > 2 && word.parse::<chrono::Weekday>().is_ok()
}

/// Marks what is in double quotes or in brackets; quotes end with the paragraph.
fn mark_enclosed_tokens(tokens: &mut [Token<'_>]) {
    let (mut paragraph, mut sentence) = (u32::MAX, u32::MAX);
    let (mut quoted, mut depth) = (false, 0u8);
    for token in tokens {
        if token.paragraph != paragraph {
            paragraph = token.paragraph;
            (quoted, depth) = (false, 0);
        }
        // A bracket that is never closed reaches to the end of its sentence, not further.
        if token.sentence != sentence {
            sentence = token.sentence;
            depth = 0;
        }
        match &*token.word {
            "“" => quoted = true,
            "”" => quoted = false,
            "\"" => quoted = !quoted,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        token.quoted = quoted;
        token.depth = depth;
        if matches!(&*token.word, "(" | "[") {
            depth = depth.saturating_add(1);
        }
    }
}
