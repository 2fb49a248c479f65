//! The formatter, held over every text of the manual, the specifications and `rules/`: what it writes says the same, is
//! laid out already, and does not depend on the spaces of what it was given.

use super::corpus::{Matter, matters};
use super::read_back::plain;
use ordain_core::outline;
use ordain_syntax::formatter::{NotFormatted, format};

/// The text, laid out; `None` where it has errors.
fn laid_out(text: &str, place: &str) -> Option<String> {
    match format(text) {
        Ok(formatted) => Some(formatted),
        Err(NotFormatted::Errors(_)) => None,
        Err(NotFormatted::Changed) => panic!("{place}: what would be written says something else:\n{text}"),
    }
}

#[test]
fn a_text_that_was_laid_out_is_laid_out_already() {
    let mut formatted = 0;
    for matter in matters() {
        for text in matter.texts() {
            let Some(once) = laid_out(text, &matter.place) else { continue };
            let twice = format(&once).expect("a text without errors");
            assert_eq!(once, twice, "{}", matter.place);
            formatted += 1;
        }
    }
    assert!(formatted > 2_000, "only {formatted} texts were laid out");
}

#[test]
fn a_matter_that_was_laid_out_means_the_same() {
    let mut changed = 0;
    for matter in matters() {
        let mut again = matter.clone();
        for text in again.orders.iter_mut().chain(&mut again.facts) {
            if let Some(formatted) = laid_out(text, &matter.place) {
                changed += usize::from(*text != formatted);
                *text = formatted;
            }
        }
        let meant = |matter: &Matter| {
            let read = matter.read();
            let (model, found) = read.resolve(&read.files);
            let outlines = plain(outline::paragraphs(&model));
            // Warnings of the layout itself are gone.
            let found: Vec<String> = found.into_iter().map(|d| d.message).collect();
            (format!("{outlines:?}"), found)
        };
        assert_eq!(meant(&matter), meant(&again), "{}", matter.place);
    }
    assert!(changed > 100, "only {changed} texts were changed");
}

#[test]
fn spaces_and_line_ends_do_not_matter() {
    let mut tried = 0;
    let mut other = Vec::new();
    for matter in matters() {
        for text in matter.texts() {
            let Some(spread) = spread_out(text) else { continue };
            let Some(once) = laid_out(text, &matter.place) else { continue };
            tried += 1;
            match laid_out(&spread, &matter.place) {
                None => other.push(format!("{}: errors", matter.place)),
                Some(formatted) if formatted == once.replace('\n', "\r\n") => {}
                Some(formatted) => other.push(difference(&once, &formatted, &matter.place)),
            }
        }
    }
    assert!(other.is_empty(), "{} of {tried}:\n{}", other.len(), other.join("\n"));
    assert!(tried > 1_500, "only {tried} texts were tried");
}

#[test]
fn the_matters_of_the_repository_are_laid_out() {
    for matter in matters().iter().filter(|m| m.place.starts_with("rules")) {
        for text in matter.texts() {
            assert_eq!(laid_out(text, &matter.place).as_ref(), Some(text), "{}", matter.place);
        }
    }
}

#[test]
fn a_damaged_text_is_left_alone_or_means_what_it_meant() {
    let (mut tried, mut read) = (0, 0);
    for matter in matters() {
        for text in matter.texts() {
            for damaged in damaged(text) {
                tried += 1;
                let Some(once) = laid_out(&damaged, &matter.place) else { continue };
                assert_eq!(laid_out(&once, &matter.place).as_ref(), Some(&once), "{}", matter.place);
                read += 1;
            }
        }
    }
    assert!(read > 500 && tried - read > 500, "{read} of {tried} damaged texts were laid out");
}

/// The text with its last third cut off, without its first word, without one end of a line, with every line at the
/// margin, and all in one line.
fn damaged(text: &str) -> Vec<String> {
    let third = (0..=text.len() * 2 / 3).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let middle = text.match_indices('\n').map(|(i, _)| i).nth(text.matches('\n').count() / 2).unwrap_or(0);
    vec![
        text.get(..third).unwrap_or("").to_owned(),
        text.trim_start().split_once(' ').map_or("", |(_, rest)| rest).to_owned(),
        format!("{} {}", text.get(..middle).unwrap_or(""), text.get(middle + 1..).unwrap_or("")),
        text.lines().map(|l| format!("{}\n", l.trim_start())).collect(),
        text.replace('\n', " "),
    ]
}

/// The first line that is not the same; how lines end, where all are.
fn difference(one: &str, other: &str, place: &str) -> String {
    let first = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    first.map_or_else(|| format!("{place}: the ends of lines"), |(a, b)| format!("{place}: `{a}` came out as `{b}`"))
}

/// The same text with other spaces: deeper, wider apart, with spaces at the ends of lines, which end as Windows ends
/// them. `None` where a quotation goes over several lines, or a comment may have quotation marks.
fn spread_out(text: &str) -> Option<String> {
    let mut out = String::new();
    for line in text.lines() {
        if line.matches(['"', '“', '”']).count() % 2 == 1 || line.contains(" --") || line.contains('#') {
            return None;
        }
        let words = line.trim_start();
        out.push_str(&" ".repeat(3 * (line.len() - words.len())));
        let mut closed_by = None;
        for c in words.chars() {
            closed_by = match (closed_by, c) {
                (Some(mark), _) if mark == c => None,
                (None, '"') => Some('"'),
                (None, '“') => Some('”'),
                (open, _) => open,
            };
            out.push(c);
            if c == ' ' && closed_by.is_none() && !words.starts_with("--") {
                out.push_str(" \u{A0}");
            }
        }
        out.push_str("  \t\r\n");
        if words.is_empty() {
            out.push_str("\r\n\r\n");
        }
    }
    Some(out)
}
