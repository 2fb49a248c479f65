//! A duty that does not say when: what is in the place of its deadline.

use super::Lower;
use ordain_base::diag::codes;
use ordain_base::source::{Span, Spanned};
use ordain_base::words::one_line;

impl Lower<'_> {
    /// Asks for the deadline of the act at `span`. How long something is forbidden the order may say that forbids it: the
    /// words are given back, and asked for there.
    pub(super) fn ask_deadline(&mut self, span: Span, forbidden: bool) -> Option<Spanned<String>> {
        let text = self.view.words_at(span).to_owned();
        let marks = text.matches(['"', '“', '”']).count();
        if marks % 2 == 1 {
            return None; // a quotation that is never closed has swallowed it
        }
        let plain = marks == 0;
        if let Some(at) = bare_period(&text) {
            let start = span.start.saturating_add(u32::try_from(at).unwrap_or(0));
            let period = text.get(at..).unwrap_or("");
            self.report(codes::common_mistakes::unopened_period(Span::new(start, span.end), period));
            return None;
        }
        let opens = [" by ", " within ", " before ", " no later than ", " upon ", " as soon as ", " after "];
        let opens = opens.iter().filter_map(|w| text.find(w)).min();
        if let Some(at) = opens.filter(|_| plain) {
            let start = span.start.saturating_add(u32::try_from(at + 1).unwrap_or(0));
            let deadline = text.get(at + 1..).unwrap_or("");
            self.report(codes::deadlines::unreadable_deadline(Span::new(start, span.end), deadline));
            return None;
        }
        // `file answer by`, at the end
        if let Some(word) =
            ["by", "before", "within", "until", "through"].iter().find(|w| text.ends_with(&format!(" {w}")))
        {
            let len = u32::try_from(word.len()).unwrap_or(0);
            let at = Span::new(span.end.saturating_sub(len), span.end);
            let example =
                if *word == "within" { "within 14 days after entry" } else { &format!("{word} December 1, 2023") };
            self.report(codes::syntax::empty_clause(at, word, example));
            return None;
        }
        if forbidden {
            return Some(Spanned::new(one_line(&text), span));
        }
        self.report(codes::deadlines::missing_deadline(span, &text));
        None
    }
}

/// Where `14 days from entry` begins, that no `within` opens.
fn bare_period(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let unit = |w: &str| matches!(w.trim_end_matches('s'), "day" | "week" | "month" | "hour");
    let i = words.windows(3).position(|w| {
        matches!(w, [n, u, from] if ordain_base::words::number(n).is_some() && unit(u) && matches!(*from, "from" | "after" | "of" | "before"))
    })?;
    Some(words.iter().take(i).map(|w| w.len() + 1).sum())
}
