//! Which lines are part of the order, and which are the furniture of a page:
//! its number, the stamp of the filing system, running heads, line numbers of
//! pleading paper.

use std::collections::{HashMap, HashSet};

use crate::entries::is_divider;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Part of the order; the words begin at this offset.
    Text(usize),
    /// Of a footnote at the foot of a page; the words begin at this offset.
    Foot(usize),
    Blank,
    /// Not of the order, and no break in it: the sentence goes on after it.
    Furniture,
    /// A title or a rule between two orders of one file.
    Divider,
}

/// The lines of a text: start, end without the line break, and what each is.
pub(crate) fn classify_lines(text: &str) -> Vec<(usize, usize, Line)> {
    let spans = line_spans(text);
    let numbered = on_pleading_paper(text, &spans);
    let repeated = running_heads(text, &spans);
    let edges = repeated_page_edges(text, &spans);
    let feet = if numbered { vec![false; spans.len()] } else { footnote_lines(text, &spans) };
    let one = |(i, &(start, end)): (usize, &(usize, usize))| {
        let raw = text.get(start..end).unwrap_or("");
        let line = raw.trim();
        let kind = if line.is_empty() {
            Line::Blank
        } else if is_divider(line, text_below(text, &spans, i)) {
            Line::Divider
        } else if feet.get(i) == Some(&true) && !page_number(line) {
            Line::Foot(start)
        } else if is_filing_stamp(line)
            || page_number(line)
            || edges.contains(&i)
            || repeated.get(&letters_of_head(line)).is_some_and(|n| *n > 3)
        {
            Line::Furniture
        } else if numbered {
            match margin_number(raw) {
                Some((_, at)) if raw.get(at..).unwrap_or("").trim().is_empty() => Line::Furniture,
                Some((_, at)) => Line::Text(start + at),
                None => Line::Text(start),
            }
        } else {
            Line::Text(start)
        };
        (start, end, kind)
    };
    spans.iter().enumerate().map(one).collect()
}

/// The lines that open or close a page, where form feeds separate the pages,
/// and that another page has there as well, but for their numbers.
fn repeated_page_edges(text: &str, spans: &[(usize, usize)]) -> HashSet<usize> {
    let feed = |end: usize| text.as_bytes().get(end) == Some(&0x0C);
    let full = |i: &usize| spans.get(*i).and_then(|&(s, e)| text.get(s..e)).is_some_and(|l| !l.trim().is_empty());
    let mut found: Vec<usize> = Vec::new();
    let mut from = 0;
    for (i, &(_, end)) in spans.iter().enumerate() {
        if feed(end) || i + 1 == spans.len() {
            // The last page is one only where another came before it.
            if from > 0 || feed(end) {
                found.extend((from..=i).filter(full).take(3));
                found.extend((from..=i).rev().filter(full).take(2));
            }
            from = i + 1;
        }
    }
    let bones = |i: usize| {
        let line = spans.get(i).and_then(|&(s, e)| text.get(s..e)).map_or("", str::trim);
        if is_sentence(line) { String::new() } else { letters_of_head(line) }
    };
    found.sort_unstable();
    found.dedup();
    let mut count: HashMap<String, u32> = HashMap::new();
    found.iter().for_each(|&i| *count.entry(bones(i)).or_insert(0) += 1);
    let known = |b: &String| !b.is_empty() && count.get(b).is_some_and(|n| *n > 1);
    found.into_iter().filter(|i| known(&bones(*i))).collect()
}

/// `The motion is DENIED.`: what two pages end with may still be said on each of them.
fn is_sentence(line: &str) -> bool {
    const VERBS: &[&str] = &["shall", "must", "will", "may", "is", "are", "be", "was", "were"];
    line.ends_with('.') && line.split_whitespace().any(|word| VERBS.contains(&word))
}

/// Which lines are of footnotes: at the foot of a page that a form feed ends,
/// from a line that opens with the next number, to which the page refers.
fn footnote_lines(text: &str, spans: &[(usize, usize)]) -> Vec<bool> {
    let mut feet = vec![false; spans.len()];
    let (mut next, mut from) = (1_u32, 0);
    for (i, &(_, end)) in spans.iter().enumerate() {
        let last = i + 1 == spans.len() && from > 0;
        if text.as_bytes().get(end) != Some(&0x0C) && !last {
            continue;
        }
        let mut inside = false;
        let head = spans.get(from).map_or(0, |p| p.0);
        let references = footnote_references(text.get(head..end).unwrap_or(""), head);
        for at in from..=i {
            let Some(&(s, _)) = spans.get(at) else { continue };
            let line = |i: usize| spans.get(i).and_then(|&(s, e)| text.get(s..e)).unwrap_or("");
            // One that could not be distinguished from a list does not hide those after it.
            let found = (next..next + 3).find(|n| {
                opens_note(line(at), line(at + 1), *n) && (inside || references.get(n).is_some_and(|at| *at < s))
            });
            if let Some(n) = found {
                inside = true;
                next = n + 1;
            }
            if let Some(foot) = feet.get_mut(at) {
                *foot = inside;
            }
        }
        from = i + 1;
    }
    feet
}

/// `2 The Court is amenable …`; the number may stand on a line of its own, right above.
fn opens_note(line: &str, below: &str, n: u32) -> bool {
    let line = line.trim_start();
    let Some(rest) = line.strip_prefix(&n.to_string()) else { return false };
    let (gap, rest) = if rest.trim().is_empty() { (true, below) } else { (rest.starts_with(' '), rest) };
    gap && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '(' | '['))
}

/// The small numbers that stand glued to a word or a mark, `document.1 `, each
/// with where it first does; the page begins at `from`.
fn footnote_references(page: &str, from: usize) -> HashMap<u32, usize> {
    let mut found = HashMap::new();
    let mut before = ' ';
    let mut chars = page.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let glued =
            before.is_alphabetic() || matches!(before, '.' | ',' | ';' | ':' | '”' | '"' | ')' | ']' | '’' | '*');
        before = c;
        if !c.is_ascii_digit() {
            continue;
        }
        let mut n = c.to_digit(10);
        while let Some((_, d)) = chars.next_if(|(_, d)| d.is_ascii_digit()) {
            n = n.and_then(|n| n.checked_mul(10)?.checked_add(d.to_digit(10)?));
            before = d;
        }
        let ends = chars.peek().is_none_or(|(_, d)| d.is_whitespace());
        if let Some(n) = n.filter(|_| glued && ends) {
            found.entry(n).or_insert(from + at);
        }
    }
    found
}

/// The next line that is not blank.
fn text_below<'t>(text: &'t str, spans: &[(usize, usize)], at: usize) -> &'t str {
    let below = spans.iter().skip(at + 1).take(4).filter_map(|&(s, e)| Some(text.get(s..e)?.trim()));
    below.into_iter().find(|line| !line.is_empty()).unwrap_or("")
}

/// The number under which every page of the paper is stamped as a document of its docket.
pub(crate) fn stamped_number(text: &str) -> Option<u32> {
    let number = |line: &str| -> Option<u32> {
        let (_, rest) =
            line.split_once("Document ").or_else(|| line.split_once("Doc #: ")).filter(|_| is_filing_stamp(line))?;
        let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    let mut numbers = text.lines().filter_map(|l| number(l.trim()));
    let first = numbers.next()?;
    numbers.all(|n| n == first).then_some(first)
}

/// Lines end with LF, CRLF, a lone CR, or a form feed.
fn line_spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, b) in text.bytes().enumerate() {
        if matches!(b, b'\n' | b'\r' | 0x0C) {
            if !(b == b'\n' && at == start && at > 0 && text.as_bytes().get(at - 1) == Some(&b'\r')) {
                spans.push((start, at));
            }
            start = at + 1;
        }
    }
    spans.push((start, text.len()));
    spans
}

/// `Case 2:20-cv-09893-JGB Document 290 Filed 10/19/23 Page 3 of 16 Page ID #:1234`.
fn is_filing_stamp(line: &str) -> bool {
    let paged = line.contains("Page ") || line.contains("PageID") || line.contains("Pg ");
    let filed = line.contains("Filed") || line.contains("Entered") || line.contains("Document");
    line.len() < 160 && paged && filed && (line.starts_with("Case") || line.contains("cv-") || line.contains("cr-"))
}

/// `3`, `- 3 -`, `Page 3 of 16`; a year at the end of a sentence is none.
fn page_number(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| c == '-' || c == '–' || c == '—' || c == ' ');
    if !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let Some(rest) = bare.strip_prefix("Page ").or_else(|| bare.strip_prefix("PAGE ")) else { return false };
    rest.split_whitespace().all(|w| w.eq_ignore_ascii_case("of") || w.bytes().all(|b| b.is_ascii_digit()))
}

/// The number in the margin, and where the words begin.
fn margin_number(raw: &str) -> Option<(u32, usize)> {
    let lead = raw.len() - raw.trim_start().len();
    let digits = raw.get(lead..)?.bytes().take_while(u8::is_ascii_digit).count();
    let n: u32 = raw.get(lead..lead + digits)?.parse().ok()?;
    let after = raw.get(lead + digits..)?;
    (digits <= 2 && (1..=32).contains(&n) && (after.is_empty() || after.starts_with(' '))).then_some((n, lead + digits))
}

/// True where twenty lines or more count up in the margin.
fn on_pleading_paper(text: &str, spans: &[(usize, usize)]) -> bool {
    let mut last = 0;
    let mut steps = 0;
    for (n, _) in spans.iter().filter_map(|&(s, e)| margin_number(text.get(s..e)?)) {
        steps += u32::from(n == last + 1);
        last = n;
    }
    steps >= 20
}

/// The letters of a short line without its numbers; empty where it is no head.
fn letters_of_head(line: &str) -> String {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    if line.len() > 100 || letters < 12 || line.contains('/') || names_a_month(line) {
        return String::new();
    }
    line.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// How often each short line comes back that stands apart: a head or a foot stands on every page.
fn running_heads(text: &str, spans: &[(usize, usize)]) -> HashMap<String, u32> {
    let mut count = HashMap::new();
    let line = |i: usize| spans.get(i).and_then(|&(s, e)| text.get(s..e)).map_or("", str::trim);
    for i in 0..spans.len() {
        let apart = i == 0 || line(i - 1).is_empty() || line(i + 1).is_empty();
        let line = line(i);
        let head = line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let bones =
            if apart && head && !line.ends_with(['.', ';', ':', ',']) { letters_of_head(line) } else { String::new() };
        if !bones.is_empty() {
            *count.entry(bones).or_insert(0) += 1;
        }
    }
    count
}

/// True where one of the words of a line is the name of a month.
fn names_a_month(line: &str) -> bool {
    line.split(|c: char| !c.is_alphabetic()).any(|w| ordain_base::words::month(w).is_some())
}
