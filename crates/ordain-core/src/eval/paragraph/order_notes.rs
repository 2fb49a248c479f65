//! What later orders did, beside the verdict, with the words that did it.

use crate::eval::amended::duty::{AmendedDuty, Moved};
use crate::eval::case::Case;
use crate::eval::orders::describe;
use crate::eval::orders::describe::on_day;
use crate::eval::orders::event::{Change, Effect, Event};
use crate::model::Paragraph;
use crate::verdict::{Kind, Place, Reason};
use ordain_base::source::Span;
use ordain_base::words::day;

/// The orders that moved its day before the one that moved it last, each once.
fn earlier_moves<'c>(case: &'c Case<'_>, paragraph: &Paragraph, last: &Change) -> Vec<&'c Change> {
    let moves = |e: &&Event<'_>| matches!(e.effect, Effect::Move(_) | Effect::Shift(..)) && e.undone.is_none();
    let moved = case.orders.events(paragraph.id).iter().filter(moves).map(|e| &e.by);
    let mut all: Vec<&Change> = moved.filter(|by| by.id != last.id).collect();
    all.dedup_by_key(|by| by.id);
    all
}

pub(in crate::eval) fn order_notes(
    case: &Case<'_>,
    paragraph: &Paragraph,
    amended: &AmendedDuty<'_>,
    kind: Kind,
    out: &mut Vec<Reason>,
) {
    let mut add = |text: String, span: Span| {
        let place = Place { span, text: text.clone(), fact: None, cite: None };
        out.push(Reason::at(text, place));
    };
    if let Some((to, by)) = &amended.moved {
        let to = match to {
            Moved::To(crate::model::Due::Day { moment, .. }) => day(moment.day),
            Moved::To(crate::model::Due::Event { words, .. }) => words.clone(),
            Moved::To(_) => "another day".to_owned(),
            Moved::Shifted(due) => day(due.day),
        };
        let late = case.orders.events(paragraph.id).iter().any(|e| e.by == *by && e.by.retroactive);
        let back = if late { ", nunc pro tunc" } else { "" };
        add(format!("moved to {to} by {}{}{back}", by.order, on_day(by.entered)), by.span);
        if let Some((text, span)) = case.orders.notices.get(&by.order) {
            add(format!("{}: {text}", by.order), *span);
        }
        // An order that said there would be no further extension, and a later one that gives it.
        for earlier in earlier_moves(case, paragraph, by) {
            if let Some((text, span)) = case.orders.notices.get(&earlier.order) {
                add(format!("{}: {text}; {} moves the day all the same", earlier.order, by.order), *span);
            }
        }
    }
    for one in &amended.moved_instances {
        let to = match &one.to {
            Moved::To(crate::model::Due::Day { moment, .. }) => day(moment.day),
            _ => "another day".to_owned(),
        };
        add(format!("#{} moved to {to} by {}{}", one.n, one.by.order, on_day(one.by.entered)), one.by.span);
    }
    for shift in &amended.shifts {
        let way = if shift.earlier { "earlier" } else { "later" };
        let (by, length) = (&shift.by, describe::span_of(shift.length));
        let which = shift.only.map_or_else(|| "its coming dates fall".to_owned(), |n| format!("#{n} falls"));
        add(format!("{which} due {length} {way}, by {}{}", by.order, on_day(by.entered)), by.span);
    }
    if let Some((by, word)) = &amended.rewritten {
        add(format!("{word} by {}{}", by.order, on_day(by.entered)), by.span);
    }
    if let Some(by) = &amended.converted {
        add(format!("converted by {}{}; until when the order does not say", by.order, on_day(by.entered)), by.span);
    }
    // A verdict that says so itself needs it no second time.
    let stays = amended.stays.iter().filter(|s| kind != Kind::Stayed && s.holds(case.question.as_of));
    for stay in stays {
        add(format!("stayed by {}", stay.by.order), stay.by.span);
    }
    if let Some((by, word)) = amended.lifted.as_ref().filter(|_| kind != Kind::Lifted) {
        add(format!("{word} by {}", by.order), by.span);
    }
    if let Some((last, Some(by))) = &amended.expires {
        add(format!("it binds through {} by {}", last.in_words(), by.order), by.span);
    }
    if let Some((by, ..)) = &amended.doubt {
        add(format!("changed by {}", by.order), by.span);
    }
    if let Some(by) = &amended.part {
        add(format!("reached in part by {}", by.order), by.span);
    }
}
