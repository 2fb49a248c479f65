//! Facts: acts, statements, events, excuses, and the line that closes the record.

use super::phrase::phrase_from;
use super::{Lower, Pair, first_child, has_child};
use crate::ast::{Fact, FactKind, Occurrence, Point, Speech, StatementKind, When};
use crate::grammar::Rule;
use ordain_base::diag::codes;
use ordain_base::source::Spanned;
use ordain_base::words::one_line;

impl Lower<'_> {
    pub(crate) fn fact(&mut self, pair: &Pair<'_>) -> Option<StatementKind> {
        let label = first_child(pair, Rule::fact_label)
            .and_then(|l| l.into_inner().next())
            .map(|l| Spanned::new(l.as_str().to_owned(), self.span(&l)));
        let when_pair = first_child(pair, Rule::when);
        let when = when_pair.as_ref().and_then(|w| self.when(w));
        let bad_when = when_pair.is_some() && when.is_none();
        let mut kind = None;
        let mut clauses = Vec::new();
        for p in pair.clone().into_inner() {
            match p.as_rule() {
                Rule::act => {
                    let text = self.phrase(&first_child(&p, Rule::phrase)?);
                    kind = when.clone().zip(text).map(|(when, text)| FactKind::Act { when, text });
                }
                Rule::closed => kind = self.closed(&p),
                Rule::happened => kind = self.happened(&p),
                Rule::excuse => kind = self.excuse(&p, when.clone()),
                Rule::statement => kind = self.statement(&p, when.clone()),
                Rule::loose => {
                    let mut text = self.words(&p).to_owned();
                    let mut span = self.span(&p);
                    // The day is among the clauses behind it.
                    if text.to_lowercase().starts_with("the record is") {
                        span = self.view.first_line(self.view.whole());
                        text = self.view.words_at(span).to_owned();
                    }
                    self.report(codes::syntax::fact_without_day(span, &text, None));
                }
                Rule::clause => clauses.extend(self.clause(&p)),
                Rule::unread => self.unread(&p),
                _ => {}
            }
        }
        if bad_when {
            return None;
        }
        Some(StatementKind::Fact(Box::new(Fact { label, kind: kind?, clauses })))
    }

    fn when(&mut self, pair: &Pair<'_>) -> Option<Spanned<When>> {
        let span = self.span(pair);
        let inner = pair.clone().into_inner().next()?;
        let mut dates = Vec::new();
        for d in inner.clone().into_inner().filter(|p| p.as_rule() == Rule::date) {
            dates.push(self.date(&d)?);
        }
        let mut dates = dates.into_iter();
        let when = match inner.as_rule() {
            Rule::when_on => When::On(dates.next()?),
            // `after D` and `before D` alone leave D itself out.
            Rule::when_after => {
                let mut date = dates.next()?;
                if !inner.as_str().to_lowercase().starts_with("on") {
                    date.day = date.day.succ_opt()?;
                }
                When::OnOrAfter(date)
            }
            Rule::when_before => {
                let mut date = dates.next()?;
                if inner.as_str().to_lowercase().starts_with("before") {
                    date.day = date.day.pred_opt()?;
                }
                When::OnOrBefore(date)
            }
            Rule::when_between => {
                let (first, last) = (dates.next()?, dates.next()?);
                if last.day < first.day {
                    let text = self.words(&inner).to_owned();
                    self.report(codes::common_mistakes::days_backwards(span, &text));
                    return None;
                }
                When::Between(first, last)
            }
            Rule::when_unknown => When::Unknown,
            Rule::when_day_before => When::DayBefore(self.day_point(&inner)?),
            Rule::when_day_after => When::DayAfter(self.day_point(&inner)?),
            Rule::when_year => When::InYear(first_child(&inner, Rule::year)?.as_str().parse().ok()?),
            Rule::when_month => {
                let month = first_child(&inner, Rule::month)?;
                let Some(m) = crate::months::month_of(month.as_str()) else {
                    self.report(codes::dates::unknown_month(self.span(&month), month.as_str(), None));
                    return None;
                };
                When::InMonth { year: first_child(&inner, Rule::year)?.as_str().parse().ok()?, month: m }
            }
            _ => return None,
        };
        Some(Spanned::new(when, span))
    }

    fn day_point(&mut self, pair: &Pair<'_>) -> Option<Point> {
        let point = first_child(pair, Rule::day_point)?;
        let inner = point.into_inner().next()?;
        match inner.as_rule() {
            Rule::date => self.date(&inner).map(Point::Date),
            _ => self.phrase(&inner).map(Point::Event),
        }
    }

    fn closed(&mut self, pair: &Pair<'_>) -> Option<FactKind> {
        let through = first_child(pair, Rule::date).and_then(|d| self.date(&d));
        let what = first_child(pair, Rule::phrase).and_then(|p| self.phrase(&p));
        Some(FactKind::Closed { through: through?, what: what? })
    }

    fn happened(&mut self, pair: &Pair<'_>) -> Option<FactKind> {
        let subject = self.phrase(&first_child(pair, Rule::subject)?)?;
        let happening = first_child(pair, Rule::happening)?;
        let what = match first_child(&happening, Rule::happening_word) {
            Some(pair) => {
                let word = one_line(pair.as_str());
                Occurrence::OF_THE_RECORD.into_iter().find(|o| o.word() == word)?
            }
            None => Occurrence::Happened,
        };
        let what = Spanned::new(what, self.span(&happening));
        let when = self.when(&first_child(pair, Rule::when)?)?;
        Some(FactKind::Happened { subject, what, when })
    }

    fn excuse(&mut self, pair: &Pair<'_>, when: Option<Spanned<When>>) -> Option<FactKind> {
        let who = self.phrase(&first_child(pair, Rule::who)?)?;
        let argument = self.quoted_in(pair)?;
        let target = first_child(pair, Rule::target_words).and_then(|t| self.phrase(&t));
        Some(FactKind::Excuse { when, who, argument, target })
    }

    fn statement(&mut self, pair: &Pair<'_>, when: Option<Spanned<When>>) -> Option<FactKind> {
        let speaker = self.phrase(&first_child(pair, Rule::speaker)?)?;
        let speech_pair = first_child(pair, Rule::speech)?;
        let inner = speech_pair.clone().into_inner().next()?;
        let speech = match inner.as_rule() {
            Rule::admits => Speech::Admits,
            Rule::denies => Speech::Denies,
            Rule::stipulates => Speech::Stipulates,
            Rule::finds => Speech::Finds,
            Rule::shows => Speech::Shows,
            _ => Speech::Says,
        };
        let negated = has_child(&inner, Rule::negation);
        let content = first_child(pair, Rule::content)?;
        let content = self.phrase(&first_child(&content, Rule::phrase)?)?;
        // `Defendants found documents` is an act, not a finding
        let court =
            speaker.tokens.iter().any(|t| matches!(t.text.as_str(), "Court" | "Judge" | "jury" | "Master" | "Panel"));
        if let (Speech::Finds, false, Some(when)) = (speech, court, &when) {
            let mut tokens = speaker.tokens;
            tokens.extend(super::phrase::word(speech_pair.as_str().trim(), self.span(&speech_pair)).tokens);
            tokens.extend(content.tokens);
            return Some(FactKind::Act { when: when.clone(), text: phrase_from(tokens)? });
        }
        Some(FactKind::Statement {
            when,
            speaker,
            speech: Spanned::new(speech, self.span(&speech_pair)),
            negated,
            content,
        })
    }
}
