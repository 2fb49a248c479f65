//! `expect MTC ¶ 1 breached on 2024-04-05`.

use super::{Lower, Pair, first_child};
use crate::ast::{ClauseKind, Expect, StatementKind};
use crate::grammar::Rule;
use ordain_base::source::Spanned;

impl Lower<'_> {
    pub(crate) fn expect(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let target = self.phrase(&first_child(pair, Rule::expected)?)?;
        let verdict = first_child(pair, Rule::verdict).and_then(|v| v.into_inner().next())?;
        let verdict = Spanned::new(verdict.as_str().to_owned(), self.span(&verdict));
        let mut expect =
            Expect { target, verdict, on: None, under: None, days: None, notes: Vec::new(), sources: Vec::new() };
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::expect_on => expect.on = first_child(&p, Rule::date).and_then(|d| self.date(&d)),
                Rule::expect_under => expect.under = first_child(&p, Rule::under_words).and_then(|u| self.phrase(&u)),
                Rule::expect_days => {
                    let n = first_child(&p, Rule::expect_count).and_then(|n| n.as_str().parse().ok());
                    expect.days = n.map(|n| Spanned::new(n, self.span(&p)));
                }
                Rule::clause => match self.clause(&p).map(|c| (c.kind, c.span)) {
                    Some((ClauseKind::Note(note), _)) => expect.notes.push(note),
                    Some((ClauseKind::Source(cites), _)) => expect.sources.extend(cites),
                    Some((_, span)) => {
                        let text = self.view.words_at(span).to_owned();
                        let help = "an expectation says `on` a day, `under` a party and a number of days; then only `note` and `source`";
                        self.report(ordain_base::diag::codes::syntax::unreadable_clause(span, &text, help));
                    }
                    None => {}
                },
                Rule::unread => self.unread(&p),
                _ => {}
            }
        }
        Some(StatementKind::Expect(expect))
    }
}
