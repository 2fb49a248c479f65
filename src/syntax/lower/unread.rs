//! Regions that no clause rule reads: told by their first words.

use super::{Lower, Pair};
use crate::diag::codes;
use crate::syntax::{habits, reserved};

/// An example of each clause, to paste.
const EXAMPLES: &[(&str, &str)] = &[
    ("by", "by December 1, 2023"),
    ("on or before", "by December 1, 2023"),
    ("no later than", "by December 1, 2023"),
    ("before", "before December 1, 2023"),
    ("until", "until December 1, 2023"),
    ("through", "through December 1, 2023"),
    ("within", "within 14 days after entry"),
    ("at least", "at least 7 days before pretrial conference"),
    ("every", "every 30 days after entry until judgment"),
    ("first by", "first by January 9, 2024 and every 30 days thereafter until judgment"),
    ("the earlier of", "the earlier of December 1, 2023 and 14 days after service"),
    ("the later of", "the later of December 1, 2023 and 14 days after service"),
    ("not exceeding", "not exceeding 10 pages"),
    ("on breach", "on breach the Court may \"impose sanctions\""),
    ("effective", "effective January 3, 2024"),
    ("as of", "as of February 13, 2024"),
    ("for each", "for each document withheld from CAR"),
    ("rejected by", "rejected by Enforcement at 4"),
    ("recognised by", "recognised by Enforcement at 4"),
];

impl Lower<'_> {
    /// `…, and in any event` before a second deadline: that there are two is told.
    fn joins_deadlines(&self, pair: &Pair<'_>, text: &str) -> bool {
        let rest = self.view.text.get(pair.as_span().end()..).unwrap_or("").trim_start();
        let deadline = ["by", "before", "within", "no later than", "not later than", "on or before"];
        text.trim() == "and in any event" && deadline.iter().any(|d| reserved::begins(rest, d))
    }

    pub(super) fn unread(&mut self, pair: &Pair<'_>) {
        let span = self.span(pair);
        let text = self.words(pair).to_owned();
        let Some(word) = reserved::clause_word(&text) else {
            if self.joins_deadlines(pair, &text) {
                return;
            }
            if text.trim() == "first" {
                self.report(codes::syntax::recurring_without_end(span, "how often it comes"));
                return;
            }
            if let Some(right) = habits::other_opening(&text) {
                self.report(codes::habits::other_opening(span, &text, right));
                return;
            }
            let help = "put each clause on a line of its own, opened by its word (`by`, `within`, `unless`, `source`, …), or put the words in quotation marks";
            self.report(codes::syntax::unreadable_clause(span, &text, help));
            return;
        };
        let quoted = matches!(
            word,
            "quote" | "note" | "judgment" | "reading" | "about" | "so that" | "under" | "manner" | "only for"
        );
        let bare = text.trim() == word;
        self.report(if word == "source" {
            codes::syntax::unreadable_source(span, text.strip_prefix("source").unwrap_or("").trim())
        } else if quoted {
            codes::syntax::needs_quotation(span, word)
        } else {
            let example =
                EXAMPLES.iter().find(|(w, _)| *w == word).map_or_else(|| format!("{word} …"), |(_, e)| (*e).to_owned());
            if bare {
                codes::syntax::empty_clause(span, word, &example)
            } else {
                let second = text.contains(" and ");
                let help = match second {
                    true => format!(
                        "write it as `{example}`; a second thing with a day of its own is a paragraph of its own"
                    ),
                    false => format!("write it as `{example}`"),
                };
                codes::syntax::unreadable_clause(span, &text, &help)
            }
        });
    }
}
