//! Regions that no clause rule reads: described by their first words.

use super::{Lower, Pair};
use crate::clause_openers::{Follows, opener_of};
use crate::{common_mistakes, reserved};
use ordain_base::diag::codes;
use ordain_base::source::Span;

impl Lower<'_> {
    /// `…, and in any event` before a second deadline: that there are two is reported.
    fn joins_deadlines(&self, pair: &Pair<'_>, text: &str) -> bool {
        let rest = self.view.text.get(pair.end()..).unwrap_or("").trim_start();
        let deadline = ["by", "before", "within", "no later than", "not later than", "on or before"];
        text.trim() == "and in any event" && deadline.iter().any(|d| reserved::begins_with_words(rest, d))
    }

    /// `within 14 days after` and nothing more: what was reported of the period is reported of all of it.
    fn ends_period(&mut self, span: Span, text: &str) -> bool {
        let Some(period) = self.diagnostics.last().filter(|d| d.code == codes::deadlines::PERIOD_WITHOUT_EVENT) else {
            return false;
        };
        let whole = period.span().to(span);
        if !matches!(text, "after" | "from" | "of" | "following" | "before") || span.start > period.span().end + 1 {
            return false;
        }
        self.diagnostics.pop();
        let text = self.view.words_at(whole).to_owned();
        self.report(codes::deadlines::period_without_event(whole, &text));
        true
    }

    pub(super) fn unread(&mut self, pair: &Pair<'_>) {
        let span = self.span(pair);
        let text = self.words(pair).to_owned();
        if self.ends_period(span, text.trim()) {
            return;
        }
        let Some(opener) = opener_of(&text) else {
            if self.joins_deadlines(pair, &text) {
                return;
            }
            if text.trim() == "first" {
                self.report(codes::deadlines::recurring_without_end(span, "how often it comes"));
                return;
            }
            if let Some(right) = common_mistakes::other_opening(&text) {
                self.report(codes::common_mistakes::other_opening(span, &text, right));
                return;
            }
            let help = "put each clause on a line of its own, opened by its word (`by`, `within`, `unless`, `source`, …), or put the words in quotation marks";
            self.report(codes::syntax::unreadable_clause(span, &text, help));
            return;
        };
        self.report(match opener.follows {
            Follows::Cite => {
                codes::syntax::unreadable_source(span, text.strip_prefix(opener.words).unwrap_or("").trim())
            }
            Follows::Quotation if is_quoted(&text, opener.words) => codes::syntax::quotation_inside(span, opener.words),
            Follows::Quotation => codes::syntax::needs_quotation(span, opener.words),
            Follows::Words if text.trim() == opener.words => {
                codes::syntax::empty_clause(span, opener.words, opener.example)
            }
            Follows::Words => {
                let mut help = format!("write it as `{}`", opener.example);
                if text.contains(" and ") {
                    help.push_str("; a second thing with a day of its own is a paragraph of its own");
                }
                codes::syntax::unreadable_clause(span, &text, &help)
            }
        });
    }
}

/// The words after the opener are in quotation marks, and more follows them.
fn is_quoted(text: &str, opener: &str) -> bool {
    let rest = text.strip_prefix(opener).unwrap_or("").trim_start();
    rest.starts_with(['"', '“']) && rest.matches(['"', '“', '”']).count() > 1
}
