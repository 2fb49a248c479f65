//! Reading calendar files: a line at a time, every error of a file in one run.

mod calendar;
mod courts;
mod file;
mod grammar;
mod line;
mod lower;
mod lower_rules;
mod parts;
mod rules;
mod section;

use pest::Parser as _;
use pest::error::{ErrorVariant, InputLocation};

pub use file::{ClerkClosed, Read};
use grammar::{Grammar, Rule};
use line::{Line, misplaced};
use ordain_base::diag::codes::calendar_file;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Span;
use section::Section;

/// Words that open a line, for a suggestion.
const OPENERS: &[&str] = &[
    "calendar", "rules", "courts", "court", "holiday", "closure", "clerk", "observed", "state", "service", "source",
    "gap", "note", "cited",
];

/// Reads a whole file. `base` is where the text begins in the global offset space.
/// Never fails: what was read is beside the diagnostics.
#[must_use]
pub fn read(text: &str, base: u32) -> Read {
    let mut out = Read::default();
    let mut section = Section::None;
    let mut calendar: Option<calendar::Draft> = None;
    let mut rules: Option<rules::Draft> = None;
    for (at, raw) in lines_with_offsets(text) {
        let Some(line) = parse_line(raw, base.saturating_add(at), section, &mut out.diagnostics) else { continue };
        if let Some(next) = line.opens() {
            calendar::close(calendar.take(), &mut out);
            rules::close(rules.take(), &mut out);
            section = next;
            match line {
                Line::Calendar(h) => calendar = Some(calendar::Draft::open(h, false)),
                Line::Adding(h) => calendar = Some(calendar::Draft::open(h, true)),
                Line::Rules { name, title, span } => rules = Some(rules::Draft::open(name, title, span)),
                _ => {}
            }
            continue;
        }
        match (section, line) {
            (_, Line::Clerk(c)) => add_clerk_closing(c, &mut out),
            (Section::Calendar, line) => calendar::add(calendar.as_mut(), line, &mut out.diagnostics),
            (Section::Rules, line) => rules::add(rules.as_mut(), line, &mut out.diagnostics),
            (Section::Courts, line) => courts::add(line, &mut out),
            (Section::None, line) => misplaced(&line, &mut out.diagnostics),
        }
    }
    calendar::close(calendar, &mut out);
    rules::close(rules, &mut out);
    out
}

fn add_clerk_closing(c: ClerkClosed, out: &mut Read) {
    let again =
        |o: &&ClerkClosed| o.court == c.court && o.closure.from == c.closure.from && o.closure.to == c.closure.to;
    if !out.clerks.iter().any(|o| again(&o)) {
        out.clerks.push(c);
    }
}

/// Lines with their byte offsets, without line ends and a byte-order mark.
fn lines_with_offsets(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut at = 0_usize;
    text.split_inclusive(['\n', '\r']).map(move |l| {
        let start = at;
        at += l.len();
        let body = l.trim_end_matches(['\n', '\r']);
        let clean = body.strip_prefix('\u{FEFF}').unwrap_or(body);
        (u32::try_from(start + body.len() - clean.len()).unwrap_or(u32::MAX), clean)
    })
}

fn parse_line(raw: &str, base: u32, section: Section, diagnostics: &mut Vec<Diagnostic>) -> Option<Line> {
    if raw.trim().is_empty() {
        return None;
    }
    // No statement is longer; a longer line would only cost time.
    if raw.len() > 4_000 {
        diagnostics.push(calendar_file::line_not_read(
            trimmed_span(raw, base, 0, raw.len()),
            section.title(),
            section.forms(),
        ));
        return None;
    }
    match Grammar::parse(Rule::line, raw) {
        Ok(mut pairs) => match lower::lower(pairs.next()?, base) {
            Ok(line) => line,
            Err(d) => {
                diagnostics.push(*d);
                None
            }
        },
        Err(e) => {
            diagnostics.push(not_read(raw, base, section, &e));
            None
        }
    }
}

/// Underlines from where reading stopped to the end of that word.
fn not_read(raw: &str, base: u32, section: Section, e: &pest::error::Error<Rule>) -> Diagnostic {
    let stop = match e.location {
        InputLocation::Pos(p) | InputLocation::Span((p, _)) => p,
    };
    let rest = raw.get(stop..).unwrap_or("");
    let skip = rest.len() - rest.trim_start().len();
    let word = rest.split_whitespace().next().unwrap_or("");
    let at = if word.is_empty() {
        trimmed_span(raw, base, 0, raw.len())
    } else {
        trimmed_span(raw, base, stop + skip, stop + skip + word.len())
    };
    let d = calendar_file::line_not_read(at, section.title(), section.forms());
    let first = raw.split_whitespace().next().unwrap_or("");
    let wanted_opener = matches!(&e.variant, ErrorVariant::ParsingError { positives, .. } if positives.len() > 5);
    match closest(first, OPENERS.iter().copied()).filter(|w| *w != first && wanted_opener) {
        Some(near) => {
            let start = raw.find(first).unwrap_or(0);
            let title = format!("write `{near}`");
            d.fix(title, trimmed_span(raw, base, start, start + first.len()), near, false)
        }
        None => d,
    }
}

/// A span of a line without the blanks around it.
fn trimmed_span(raw: &str, base: u32, from: usize, to: usize) -> Span {
    let part = raw.get(from..to).unwrap_or("");
    let start = from + part.len() - part.trim_start().len();
    let end = from + part.trim_end().len();
    let offset = |n: usize| base.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
    Span::new(offset(start), offset(end.max(start)))
}
