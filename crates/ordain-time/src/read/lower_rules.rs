//! The lines under `rules …`, from what the grammar found to values.

use super::grammar::Rule;
use super::line::Line;
use super::parts::{Lowered, Parts, month_day};
use crate::rules::Added;
use crate::unit::Direction;
use ordain_base::source::Span;

/// The value of a line of a set of rules; `None` where it is no such line.
pub(super) fn lower(p: &Parts<'_>, rule: Rule, span: Span) -> Lowered<Option<Line>> {
    Ok(Some(match rule {
        Rule::excluded => Line::Excluded(p.tail(), span),
        Rule::counted => Line::Counted(p.tail(), span),
        Rule::begins => Line::Begins(p.tail(), span),
        Rule::other_acts => Line::OtherActs(p.tail(), span),
        Rule::roll_after => {
            let (side, of_filing) = (side(p), p.has(Rule::of_filing));
            Line::Roll { of: Direction::After, side, of_filing, tail: p.tail(), span }
        }
        Rule::roll_before => {
            Line::Roll { of: Direction::Before, side: side(p), of_filing: false, tail: p.tail(), span }
        }
        Rule::clear_before => Line::ClearBefore(p.tail(), span),
        Rule::left_out => left_out(p, span)?,
        Rule::short => short(p, 0..p.number(), false, span),
        Rule::short_after => short(p, 0..p.number(), true, span),
        Rule::short_exact => short(p, p.number()..p.number().saturating_add(1), false, span),
        Rule::no_short => Line::Short { days: None, after_only: false, tail: p.tail(), span },
        Rule::hours => Line::Hours(p.tail(), span),
        Rule::inaccessible => Line::Inaccessible(p.tail(), span),
        Rule::midnight => Line::Midnight(p.tail(), span),
        Rule::state_forward => Line::StateForward { circuit: p.has(Rule::circuit_too), tail: p.tail(), span },
        Rule::service => service(p),
        Rule::service_before => Line::ServiceBefore(p.tail(), span),
        Rule::not_for_orders => Line::NotForOrders(p.tail(), span),
        _ => return Ok(None),
    }))
}

fn short(p: &Parts<'_>, days: std::ops::Range<u32>, after_only: bool, span: Span) -> Line {
    Line::Short { days: Some(days), after_only, tail: p.tail(), span }
}

fn left_out(p: &Parts<'_>, span: Span) -> Lowered<Line> {
    let day = |k: usize| p.nth(Rule::month_day, k).map_or(Ok((1, 1)), |d| month_day(&d));
    let not_for_orders = p.has(Rule::no_order);
    Ok(Line::LeftOut { from: day(0)?, to: day(1)?, not_for_orders, tail: p.tail(), span })
}

fn service(p: &Parts<'_>) -> Line {
    let (by, tail, span) = (p.text(Rule::name, 0), p.tail(), p.span());
    let before = p.has(Rule::k_before);
    let Some(a) = p.one(Rule::added) else {
        return Line::Service { by, before, n: 0, court_days: false, added: Added::ToThePeriod, tail, span };
    };
    let added = if a.has(Rule::after_period) { Added::AfterThePeriod } else { Added::ToThePeriod };
    Line::Service { by, before, n: a.number().min(1_000), court_days: a.has(Rule::court_days), added, tail, span }
}

fn side(p: &Parts<'_>) -> Direction {
    if p.text(Rule::side, 0).value == "forward" { Direction::After } else { Direction::Before }
}
