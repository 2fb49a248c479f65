//! Deadlines: what is missing is asked for by name.

use super::{Lower, Pair, first_child, has_child, length};
use crate::ast::{Deadline, DueOption, Length, Point};
use crate::grammar::Rule;
use ordain_base::diag::{closest, codes};
use ordain_base::source::Spanned;
use ordain_base::words::one_line;

const UNITS: &[&str] =
    &["days", "day", "hours", "hour", "weeks", "week", "months", "month", "quarters", "years", "year"];

impl Lower<'_> {
    /// The deadline a clause writes; `None` after a diagnostic.
    pub(super) fn deadline(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        match pair.as_rule() {
            Rule::deadline_by => self.by(pair),
            Rule::deadline_before => self.point_in(pair).map(Deadline::Before),
            Rule::deadline_through | Rule::deadline_until if has_child(pair, Rule::offset) => self.until_period(pair),
            Rule::deadline_through => self.point_in(pair).map(Deadline::Through),
            Rule::deadline_until => {
                if has_child(pair, Rule::k_further_order) {
                    return Some(Deadline::UntilFurtherOrder);
                }
                self.point_in(pair).map(Deadline::Until)
            }
            Rule::within => self.within(pair),
            Rule::at_least | Rule::days_before => self.at_least(pair),
            Rule::due_options => self.due_options(pair),
            Rule::promptly => self.promptly(pair),
            Rule::every => self.every(pair, None),
            Rule::spanning => self.spanning(pair),
            Rule::first => self.first(pair),
            Rule::monthly => self.monthly(pair),
            Rule::business => self.business(pair),
            Rule::yearly => self.yearly(pair),
            Rule::after_end => self.after_end(pair),
            Rule::without_first => self.phrase(&first_child(pair, Rule::phrase)?).map(Deadline::UntilDone),
            Rule::weekly => self.weekly(pair, None),
            Rule::no_deadline => Some(Deadline::NoDeadline),
            Rule::continuing => Some(Deadline::Continuing),
            Rule::pending => self.phrase(&first_child(pair, Rule::phrase)?).map(Deadline::Pending),
            Rule::at_hearing => self.phrase(&first_child(pair, Rule::phrase)?).map(Deadline::At),
            _ => None,
        }
    }

    pub(super) fn point_in(&mut self, pair: &Pair<'_>) -> Option<Point> {
        self.point(&first_child(pair, Rule::point)?)
    }

    /// `until 30 days after final disposition`.
    fn until_period(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let offset = first_child(pair, Rule::offset)?;
        Some(Deadline::UntilPeriod {
            length: self.length(&offset)?,
            from: self.point_in(&offset)?,
            backward: has_child(&offset, Rule::k_before),
            inclusive: pair.as_rule() == Rule::deadline_through,
        })
    }

    fn by(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        if let Some(due_options) = first_child(pair, Rule::due_options) {
            return self.due_options(&due_options);
        }
        if let Some(whichever) = first_child(pair, Rule::whichever) {
            return self.whichever(&whichever);
        }
        match first_child(pair, Rule::offset) {
            Some(_) => self.offset(pair),
            None => self.point_in(pair).map(Deadline::By),
        }
    }

    /// `by 14 days before Trial`, `motions are due 21 days before Trial`.
    pub(super) fn offset(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let offset = first_child(pair, Rule::offset)?;
        let length = self.length(&offset)?;
        let point = self.point_in(&offset)?;
        Some(match has_child(&offset, Rule::k_before) {
            true => Deadline::AtLeastBefore { length, before: point },
            false => Deadline::Within { length, after: point, stated: None },
        })
    }

    /// The number and unit of a period; `None` after a diagnostic.
    pub(super) fn length(&mut self, pair: &Pair<'_>) -> Option<Length> {
        let count = first_child(pair, Rule::count)?;
        let n = self.count(&count);
        let start = self.span(&count);
        match (first_child(pair, Rule::unit), first_child(pair, Rule::wrong_unit)) {
            (Some(unit), _) => Some(Length { n, unit: length::unit(unit.as_str()), span: start.to(self.span(&unit)) }),
            (None, Some(wrong)) => {
                let text = wrong.as_str();
                let near = closest(text, UNITS.iter().copied());
                self.report(codes::deadlines::period_without_unit(self.span(&wrong), text, near));
                None
            }
            (None, None) => {
                let text = self.words(&count).to_owned();
                self.report(codes::deadlines::period_without_unit(start, &text, None));
                None
            }
        }
    }

    /// `by May 3, 2024 or 30 days after the ruling, whichever is later`.
    fn whichever(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let arms: Vec<_> = pair.clone().into_inner().filter(|p| p.as_rule() == Rule::which_option).collect();
        let arms = arms.iter().map(|p| self.due_option(p)).collect::<Option<Vec<_>>>()?;
        Some(if has_child(pair, Rule::which_later) { Deadline::LaterOf(arms) } else { Deadline::EarlierOf(arms) })
    }

    fn within(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        if let Some(whichever) = first_child(pair, Rule::whichever) {
            return self.whichever(&whichever);
        }
        let length = self.length(pair);
        let stated = match first_child(pair, Rule::date) {
            Some(d) => Some(self.date(&d)?),
            None => None,
        };
        let length = length?;
        if has_child(pair, Rule::k_each) {
            let each = self.phrase(&first_child(pair, Rule::phrase)?)?;
            return Some(Deadline::WithinEach { length, each });
        }
        if let Some(due_options) = first_child(pair, Rule::due_options) {
            return self.due_options_after(&due_options, length);
        }
        let Some(point) = first_child(pair, Rule::point) else {
            let start = pair.start();
            let unit = first_child(pair, Rule::unit)?;
            let end = unit.end();
            let text = self.view.words(start, end).to_owned();
            self.report(codes::deadlines::period_without_event(self.view.span(start, end), &text));
            return None;
        };
        Some(Deadline::Within { length, after: self.point(&point)?, stated })
    }

    /// `within 14 days after the later of A and B`.
    fn due_options_after(&mut self, pair: &Pair<'_>, length: Length) -> Option<Deadline> {
        let later = has_child(pair, Rule::k_later);
        let arms = pair.clone().into_inner().filter(|p| p.as_rule() == Rule::due_option).map(|p| {
            self.due_option(&p).map(|due_option| match due_option {
                DueOption::At(point) => DueOption::After(length, point),
                other => other,
            })
        });
        let arms = arms.collect::<Option<Vec<_>>>()?;
        Some(if later { Deadline::LaterOf(arms) } else { Deadline::EarlierOf(arms) })
    }

    fn at_least(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let length = self.length(&first_child(pair, Rule::k_days_before).unwrap_or_else(|| pair.clone()))?;
        let Some(point) = first_child(pair, Rule::point) else {
            let text = self.words(pair).to_owned();
            self.report(codes::syntax::empty_clause(
                self.span(pair),
                &text,
                "at least 7 days before pretrial conference",
            ));
            return None;
        };
        Some(Deadline::AtLeastBefore { length, before: self.point(&point)? })
    }

    fn due_options(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let later = has_child(pair, Rule::k_later);
        let arms: Vec<_> = pair.clone().into_inner().filter(|p| p.as_rule() == Rule::due_option).collect();
        let arms = arms.iter().map(|p| self.due_option(p)).collect::<Option<Vec<_>>>()?;
        if arms.len() < 2 {
            let text = self.words(pair).to_owned();
            self.report(codes::syntax::empty_clause(
                self.span(pair),
                &text,
                "the earlier of December 1, 2023 and 14 days after service",
            ));
            return None;
        }
        Some(if later { Deadline::LaterOf(arms) } else { Deadline::EarlierOf(arms) })
    }

    fn due_option(&mut self, pair: &Pair<'_>) -> Option<DueOption> {
        let length = if has_child(pair, Rule::count) { Some(self.length(pair)?) } else { None };
        let before = has_child(pair, Rule::k_before);
        let last = pair.clone().into_inner().last()?;
        let point = match last.as_rule() {
            Rule::date_within => Point::Date(self.date(&last)?),
            _ => Point::Event(self.phrase(&last)?),
        };
        Some(match length {
            None => DueOption::At(point),
            Some(length) if before => DueOption::Before(length, point),
            Some(length) => DueOption::After(length, point),
        })
    }

    fn promptly(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let word = first_child(pair, Rule::k_promptly)?;
        let word = Spanned::new(one_line(word.as_str()), self.span(&word));
        let limit = pair.clone().into_inner().find(|p| !matches!(p.as_rule(), Rule::k_promptly | Rule::k_in_any_event));
        let outer = match limit {
            Some(p) => Some(Box::new(self.deadline(&p)?)),
            None => None,
        };
        Some(Deadline::Promptly { word, outer })
    }

    /// A deadline that leads its paragraph.
    pub(super) fn leading_deadline(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        match pair.as_rule() {
            Rule::lead_first => self.first(pair),
            Rule::lead_recurring => self.leading_series(pair),
            Rule::lead_by => match first_child(pair, Rule::lead_offset) {
                Some(offset) => self.lead_offset(&offset),
                None => self.lead_point(pair).map(Deadline::By),
            },
            Rule::lead_before => self.lead_point(pair).map(Deadline::Before),
            Rule::lead_at_least => {
                Some(Deadline::AtLeastBefore { length: self.length(pair)?, before: self.lead_point(pair)? })
            }
            Rule::lead_until if has_child(pair, Rule::lead_through) => self.lead_point(pair).map(Deadline::Through),
            Rule::lead_until => self.lead_point(pair).map(Deadline::Until),
            Rule::lead_at => self.phrase(&first_child(pair, Rule::lead_words)?).map(Deadline::At),
            Rule::lead_within => {
                let length = self.length(pair)?;
                if !has_child(pair, Rule::lead_words) && !has_child(pair, Rule::date_within) {
                    let text = self.words(pair).to_owned();
                    self.report(codes::deadlines::period_without_event(self.span(pair), &text));
                    return None;
                }
                Some(Deadline::Within { length, after: self.lead_point(pair)?, stated: None })
            }
            _ => None,
        }
    }

    /// The day or the event of a deadline that leads.
    fn lead_point(&mut self, pair: &Pair<'_>) -> Option<Point> {
        let dated = first_child(pair, Rule::date).or_else(|| first_child(pair, Rule::date_within));
        match dated {
            Some(date) => self.date(&date).map(Point::Date),
            None => self.phrase(&first_child(pair, Rule::lead_words)?).map(Point::Event),
        }
    }

    /// `No later than 14 days after service of complaint, …`.
    fn lead_offset(&mut self, pair: &Pair<'_>) -> Option<Deadline> {
        let length = self.length(pair)?;
        let point = self.lead_point(pair)?;
        Some(match has_child(pair, Rule::k_before) {
            true => Deadline::AtLeastBefore { length, before: point },
            false => Deadline::Within { length, after: point, stated: None },
        })
    }

    /// `promptly` between the modal and the verb.
    pub(super) fn prompt_word(&self, pair: &Pair<'_>) -> Deadline {
        Deadline::Promptly { word: Spanned::new(pair.as_str().to_owned(), self.span(pair)), outer: None }
    }
}
