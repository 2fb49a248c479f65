//! Short forms for the tests.

use std::fmt::Debug;

use ordain_base::diag::{Diagnostic, Severity};
use ordain_syntax::ast::*;
use ordain_syntax::{Options, Parsed, parse};

pub(crate) fn read(text: &str) -> Parsed {
    parse(text, 0, Options::default())
}

/// Reads a text that has nothing wrong with it.
#[track_caller]
pub(crate) fn clean(text: &str) -> Vec<Statement> {
    let parsed = read(text);
    assert!(parsed.diagnostics.is_empty(), "{text}\n{:#?}", parsed.diagnostics);
    parsed.statements
}

/// The words a finding underlines.
pub(crate) fn underlined<'a>(text: &'a str, d: &Diagnostic) -> &'a str {
    text.get(d.span().start as usize..d.span().end as usize).expect("a span inside the text")
}

/// `code: words underlined => replacement`, one for each finding.
pub(crate) fn findings(text: &str) -> Vec<String> {
    read(text)
        .diagnostics
        .iter()
        .map(|d| {
            let fix = d.fix.as_ref().map_or(String::new(), |f| format!(" => {}", f.edits[0].text));
            format!("{}: {}{fix}", d.code.id, underlined(text, d))
        })
        .collect()
}

/// The text with every fix of its findings applied.
pub(crate) fn corrected(text: &str) -> String {
    let parsed = read(text);
    let mut edits: Vec<_> =
        parsed.diagnostics.iter().filter_map(|d| d.fix.as_ref()).flat_map(|f| f.edits.clone()).collect();
    edits.sort_by_key(|e| std::cmp::Reverse(e.span.start));
    let mut out = text.to_owned();
    for edit in edits {
        out.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    out
}

pub(crate) fn errors(parsed: &Parsed) -> usize {
    parsed.diagnostics.iter().filter(|d| d.severity == Severity::Error).count()
}

pub(crate) fn paragraphs(statements: &[Statement]) -> Vec<&Paragraph> {
    statements
        .iter()
        .filter_map(|s| match &s.kind {
            StatementKind::Paragraph(p) => Some(&**p),
            _ => None,
        })
        .collect()
}

/// The one paragraph of a text, whatever was found in it.
#[track_caller]
pub(crate) fn paragraph(text: &str) -> Paragraph {
    let parsed = read(text);
    let found = paragraphs(&parsed.statements);
    assert_eq!(found.len(), 1, "{text}\n{parsed:#?}");
    found[0].clone()
}

#[track_caller]
pub(crate) fn provision(paragraph: &Paragraph) -> &Provision {
    match &paragraph.body {
        Body::Provision(provision) => provision,
        other => panic!("no duty: {other:?}"),
    }
}

/// A phrase on one line: dates in `<>`, quotations in `“”`.
pub(crate) fn words(phrase: &Phrase) -> String {
    let shown: Vec<String> = phrase
        .tokens
        .iter()
        .map(|t| match &t.kind {
            TokenKind::Word => t.text.clone(),
            TokenKind::Quoted => format!("“{}”", t.text),
            TokenKind::Comma => ",".to_owned(),
            TokenKind::Paragraph => format!("¶ {}", t.text),
            TokenKind::Date(d) => format!("<{}>", d.day),
            TokenKind::Limit(_) => format!("<{}>", t.text),
        })
        .collect();
    shown.join(" ")
}

pub(crate) fn act(paragraph: &Paragraph) -> String {
    words(&provision(paragraph).items[0].act)
}

/// A tree without its places, for comparison by eye.
pub(crate) fn bare(value: &impl Debug) -> String {
    let text = format!("{value:?}");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(i) = rest.find("span: Span {") {
        out.push_str(rest[..i].trim_end_matches([',', ' ']));
        let end = rest[i..].find('}').map_or(rest.len(), |j| i + j + 1);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

pub(crate) fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// `by 2023-12-01`, `within 14 Days of service`, …: deadlines at a glance.
pub(crate) fn deadline(clauses: &[Clause]) -> String {
    let shown: Vec<String> = clauses
        .iter()
        .filter_map(|c| match &c.kind {
            ClauseKind::Deadline(d) => Some(show(d)),
            _ => None,
        })
        .collect();
    shown.join("; ")
}

fn point(p: &Point) -> String {
    match p {
        Point::Date(d) => date(d),
        Point::Event(e) => words(e),
    }
}

pub(crate) fn date(d: &Date) -> String {
    match d.time {
        None => d.day.to_string(),
        Some(Time::CloseOfBusiness) => format!("{} cob", d.day),
        Some(Time::Clock(t)) => format!("{} {}", d.day, t.format("%H:%M")),
    }
}

fn length(l: &Length) -> String {
    format!("{} {:?}", l.n, l.unit)
}

fn due_options(list: &[DueOption]) -> String {
    let shown: Vec<String> = list
        .iter()
        .map(|l| match l {
            DueOption::At(p) => point(p),
            DueOption::After(n, p) => format!("{} after {}", length(n), point(p)),
            DueOption::Before(n, p) => format!("{} before {}", length(n), point(p)),
        })
        .collect();
    shown.join(" | ")
}

pub(crate) fn show(d: &Deadline) -> String {
    match d {
        Deadline::By(p) => format!("by {}", point(p)),
        Deadline::Before(p) => format!("before {}", point(p)),
        Deadline::Until(p) => format!("until {}", point(p)),
        Deadline::Through(p) => format!("through {}", point(p)),
        Deadline::UntilPeriod { length: l, from, backward, inclusive } => format!(
            "{} {} {} {}",
            if *inclusive { "through" } else { "until" },
            length(l),
            if *backward { "before" } else { "after" },
            point(from)
        ),
        Deadline::Within { length: l, after, stated } => {
            format!(
                "within {} after {}{}",
                length(l),
                point(after),
                stated.as_ref().map_or(String::new(), |d| format!(" = {}", date(d)))
            )
        }
        Deadline::AtLeastBefore { length: l, before } => format!("at least {} before {}", length(l), point(before)),
        Deadline::EarlierOf(l) => format!("earlier of {}", due_options(l)),
        Deadline::LaterOf(l) => format!("later of {}", due_options(l)),
        Deadline::Promptly { word, outer } => {
            format!("{}{}", word.value, outer.as_ref().map_or(String::new(), |o| format!(", {}", show(o))))
        }
        Deadline::Every(s) => format!(
            "every {}{}{}",
            match &s.every {
                Every::Length(l) => length(l),
                Every::DayOfMonth(n) => format!("month on {n}"),
                Every::BusinessDay(n) => format!("month on business day {n:?}"),
                Every::DaysOfYear(days) => format!("year on {:?}", days.list()),
                Every::AfterEnd { of, length } => format!("{} after its end {length:?}", of.word()),
                Every::Weekday { day, nth: None } => day.to_string(),
                Every::Weekday { day, nth: Some(n) } => format!("{day} {n} of the month"),
            },
            match &s.first {
                First::By(d) => format!(" first {}", date(d)),
                First::Within(l, p) => format!(" first within {} after {}", length(l), point(p)),
                First::After(p) => format!(" after {}", point(p)),
                First::Beginning(p) => format!(" beginning {}", point(p)),
                First::Unstated => String::new(),
            },
            match &s.until {
                Some((p, true)) => format!(" through {}", point(p)),
                Some((p, false)) => format!(" until {}", point(p)),
                None if s.further_order => " until further order".into(),
                None => String::new(),
            },
        ),
        Deadline::Spanning { first, last } => format!("beginning {} and ending {}", date(first), date(last)),
        Deadline::WithinEach { length: l, each } => format!("within {} after each {}", length(l), words(each)),
        Deadline::At(p) => format!("at {}", words(p)),
        Deadline::UntilDone(p) => format!("not without {}", words(p)),
        Deadline::NoDeadline => "no deadline".into(),
        Deadline::Continuing => "continuing".into(),
        Deadline::Unsaid(verb) => format!("no end said of {}", verb.value),
        Deadline::UntilFurtherOrder => "until further order".into(),
        Deadline::Pending(p) => format!("pending {}", words(p)),
    }
}
