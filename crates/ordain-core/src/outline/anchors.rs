//! The events on which due times hang.

use super::acts;
use super::wording::{order, paragraph};
use crate::model::{Anchor, Model, OrderDay};
use ordain_base::words::day;

pub(super) fn anchor(model: &Model, anchor: &Anchor) -> String {
    match anchor {
        Anchor::Day(d) => day(*d),
        Anchor::Order(id, which) => {
            let event = match which {
                OrderDay::Entered => "entry",
                OrderDay::Signed => "signature",
                OrderDay::Served => "service",
                OrderDay::Filed => "filing",
            };
            format!("{event} of {}", order(model, *id))
        }
        Anchor::Thing(id) => model.declared.things[id.index()].name.clone(),
        Anchor::Paragraph(id) => format!("the day by which {} is due", paragraph(model, *id)),
        Anchor::Performed(id) => format!("the day on which {} is performed", paragraph(model, *id)),
        Anchor::Act(act) => format!("this act: {}", acts::act(model, act)),
        Anchor::Ruling { motion, granted } => {
            let name = &model.declared.things[motion.index()].name;
            match granted {
                None => format!("the ruling on {name}"),
                Some(true) => format!("the grant of {name}"),
                Some(false) => format!("the denial of {name}"),
            }
        }
        Anchor::Owed(objects) => format!("the day by which {} is due", acts::objects(model, objects, true)),
    }
}
