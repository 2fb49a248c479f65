//! Regions that no clause rule reads: told by their first words.

use super::{Lower, Pair};
use crate::{habits, reserved};
use ordain_base::diag::codes;
use ordain_base::source::Span;

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
    ("if", "if ¶ 1 is breached"),
    ("when", "when the protective order is entered"),
    ("to the extent", "to the extent \"the documents are in their possession\""),
    ("unless", "unless the parties stipulate"),
    ("except", "except CAR category 3"),
    ("covering", "covering CAR categories 1-5"),
    ("despite", "despite ¶ 1"),
    ("or", "or file response"),
    ("with at least", "with at least 10,000 pages"),
    ("containing", "containing \"the Bates numbers\""),
    ("to", "to Plaintiffs"),
    ("with each", "with each production"),
    ("on the terms of", "on the terms of ¶ 2"),
    ("topic", "topic discovery"),
    ("of which", "of which 1 redacted"),
    ("pending", "pending the protective order"),
    ("in performance of", "in performance of MTC ¶ 1"),
    ("denied by", "denied by Plaintiffs"),
    ("admitted by", "admitted by Defendants"),
    ("at", "at the hearing"),
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

    /// `within 14 days after` and nothing more: what was told of the period is told of all of it.
    fn ends_period(&mut self, span: Span, text: &str) -> bool {
        let Some(period) = self.diagnostics.last().filter(|d| d.code == codes::syntax::PERIOD_WITHOUT_EVENT) else {
            return false;
        };
        let whole = period.span().to(span);
        if !matches!(text, "after" | "from" | "of" | "following" | "before") || span.start > period.span().end + 1 {
            return false;
        }
        self.diagnostics.pop();
        let text = self.view.words_at(whole).to_owned();
        self.report(codes::syntax::period_without_event(whole, &text));
        true
    }

    pub(super) fn unread(&mut self, pair: &Pair<'_>) {
        let span = self.span(pair);
        let text = self.words(pair).to_owned();
        if self.ends_period(span, text.trim()) {
            return;
        }
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
