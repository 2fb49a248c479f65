//! What later orders did, beside the verdict, with the words that did it.

use super::Touch;
use super::touch::{Moved, on};
use crate::eval::Context;
use crate::model::Paragraph;
use crate::source::Span;
use crate::verdict::{Place, Reason};
use crate::words::day;

impl<'a> Context<'a> {
    pub(in crate::eval) fn orders(&self, paragraph: &Paragraph, touch: &Touch<'_>, out: &mut Vec<Reason>) {
        let mut add = |text: String, span: Span| {
            let place = Place { span, text: text.clone(), fact: None, cite: None };
            out.push(Reason::at(text, place));
        };
        if let Some((to, by)) = &touch.moved {
            let to = match to {
                Moved::To(crate::model::Due::Day { moment, .. }) => day(moment.day),
                Moved::To(crate::model::Due::Event { words, .. }) => words.clone(),
                Moved::To(_) => "another day".to_owned(),
                Moved::Shifted(due) => day(due.day),
            };
            let late = self.force.events(paragraph.id).iter().any(|e| e.by == *by && e.by.retroactive);
            let back = if late { ", nunc pro tunc" } else { "" };
            add(format!("moved to {to} by {}{}{back}", by.order, on(by.entered)), by.span);
            if let Some((text, span)) = self.force.notices.get(&by.order) {
                add(format!("{}: {text}", by.order), *span);
            }
        }
        for stay in touch.stays.iter().filter(|s| s.holds(self.asked.as_of)) {
            add(format!("stayed by {}", stay.by.order), stay.by.span);
        }
        if let Some((by, word)) = &touch.lifted {
            add(format!("{word} by {}", by.order), by.span);
        }
        if let Some((last, Some(by))) = &touch.expires {
            add(format!("it binds through {} by {}", day(*last), by.order), by.span);
        }
        if let Some((by, ..)) = &touch.doubt {
            add(format!("changed by {}", by.order), by.span);
        }
        if let Some(by) = &touch.part {
            add(format!("reached in part by {}", by.order), by.span);
        }
    }
}
