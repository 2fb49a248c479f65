//! The events on which due times hang.

use super::wording::{order_name, paragraph_name};
use super::{acts, bearers};
use crate::model::{Anchor, Model, OrderDay};
use ordain_base::words::{day, join};

pub(super) fn anchor(model: &Model, event: &Anchor) -> String {
    match event {
        Anchor::Day(d) => day(*d),
        Anchor::Order(id, which) => {
            let event = match which {
                OrderDay::Entered => "entry",
                OrderDay::Signed => "signature",
                OrderDay::Served => "service",
                OrderDay::Filed => "filing",
            };
            format!("{event} of {}", order_name(model, *id))
        }
        Anchor::Thing(id) => model.declared.things[id.index()].name.clone(),
        Anchor::Paragraph(id) => format!("the day by which {} is due", paragraph_name(model, *id)),
        Anchor::Performed(id) => format!("the day on which {} is performed", paragraph_name(model, *id)),
        Anchor::Act(act) => format!("this act: {}", acts::act(model, act)),
        Anchor::ActBy(act, by) => {
            format!("this act by {}: {}", bearers::bearer_in_words(model, by).0, acts::act(model, act))
        }
        Anchor::Several { later, arms } => {
            let arms: Vec<String> = arms.iter().map(|a| anchor(model, a)).collect();
            let arms: Vec<&str> = arms.iter().map(String::as_str).collect();
            format!("the {} of {}", if *later { "later" } else { "earlier" }, join(&arms))
        }
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
