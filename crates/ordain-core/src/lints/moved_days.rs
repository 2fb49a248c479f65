//! Days moved after they had passed, moves that go the wrong way, and acts that change nothing.

use std::collections::BTreeSet;

use crate::eval::{Outcome, Remark};
use crate::model::Model;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts;
use ordain_base::diag::codes::orders as codes;
use ordain_base::diag::codes::rules;

pub(super) fn check(model: &Model, outcome: &Outcome) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    let mut told = BTreeSet::new();
    for (id, remark) in &outcome.remarks {
        let p = model.paragraph(*id);
        let duty = super::due_times::place_of_due(p);
        let found = match remark {
            Remark::ExtendedLate { by, was, days } => codes::extended_late(*by, *was, *days, &p.name, duty),
            Remark::Idle { by, why } => codes::changes_nothing(*by, &p.name, why, p.span),
            Remark::MovedBackwards { by, was, to } => codes::moved_backwards(*by, *was, *to, &p.name, duty),
            Remark::MovedFromAnother { by, said, was } => {
                codes::moved_from_another(*by, *said, *was, &p.name, Some(duty))
            }
            Remark::EventOfMovedDeadline { event, duty: of, by, days } => {
                let event = &model.declared.things[event.index()];
                let of = &model.paragraph(*of).name;
                rules::event_of_moved_day(&event.name, of, &by.0, *days, (event.span, by.1), (&p.name, p.span))
            }
            _ => continue,
        };
        if told.insert((found.code.id, found.span(), found.message.clone())) {
            out.push(found);
        }
    }
    for (by, hearing, said, was) in &outcome.moved_from {
        out.push(codes::moved_from_another(*by, *said, *was, &model.declared.things[hearing.index()].name, None));
    }
    for (by, hearing, to, was) in &outcome.set_twice {
        out.push(codes::set_twice(*by, &model.declared.things[hearing.index()].name, *to, *was));
    }
    for (fact, hearing, held, set) in &outcome.held_on {
        let name = &model.declared.things[hearing.index()].name;
        out.push(facts::held_on_another_day(*fact, name, *held, *set));
    }
    out
}
