//! A sentence of an order with its parts marked, in HTML.

use crate::clean::Cleaner;
use crate::markup::text;
use ordain_core::anatomy::{Aspect, Sentence};

/// Whose words they are.
pub(super) const fn heading(sentence: &Sentence) -> &'static str {
    use ordain_core::anatomy::Speaker;
    match sentence.speaker {
        Speaker::Court => "The court’s words",
        Speaker::Rule => "As the rule file says it",
    }
}

/// The words in pieces: with the part that a piece is, where it is one. Nothing in them steers what shows them.
pub(super) fn pieces(sentence: &Sentence) -> Vec<(String, Option<Aspect>)> {
    let cleaner = Cleaner::for_people(true);
    let mut out = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, aspect: Option<Aspect>| {
        let words = sentence.words.get(from..to).unwrap_or_default();
        if !words.is_empty() {
            out.push((cleaner.line(words), aspect));
        }
    };
    for mark in &sentence.marks {
        push(done, mark.start, None);
        push(mark.start, mark.end, Some(mark.aspect));
        done = mark.end;
    }
    push(done, sentence.words.len(), None);
    out
}

/// Each part with its label behind it, so that it is read aloud and in print.
pub(super) fn html(sentence: &Sentence) -> String {
    let piece = |(words, aspect): (String, Option<Aspect>)| match aspect {
        None => text(&words),
        Some(aspect) => {
            let name = aspect.name();
            format!("<span class=\"part {name}\">{} <span class=\"name\">{name}</span></span>", text(&words))
        }
    };
    let said: String = pieces(sentence).into_iter().map(piece).collect();
    format!("<p class=\"who-says\">{}</p>\n<p class=\"sentence\">{said}</p>\n", heading(sentence))
}
