//! The events on which due times hang.

use super::acts;
use super::bearers::state_doers;
use super::names::{date, join_with_and, join_with_or, paragraph_name};
use crate::model::object::Act;
use crate::model::{Anchor, Model, OrderDay, ServiceWay};

pub(super) fn anchor(model: &Model, event: &Anchor) -> String {
    state_anchor_with_service(model, event, None)
}

/// The event, and the way in which a paper is served where the period counts from that.
pub(super) fn state_anchor_with_service(model: &Model, event: &Anchor, service: Option<ServiceWay>) -> String {
    let thing = |id: crate::model::ThingId| model.declared.things[id.index()].name.clone();
    match event {
        Anchor::Day(d) => date(*d),
        Anchor::Order(id, which) => {
            let name = &model.order(*id).name;
            match which {
                OrderDay::Entered => format!("entry of {name}"),
                OrderDay::Signed => format!("signature of {name}"),
                OrderDay::Served if service.is_some() => format!("{} {name}", service_noun(service)),
                OrderDay::Served => format!("{name} is served"),
                OrderDay::Filed => format!("filing of {name}"),
            }
        }
        Anchor::Thing(id) if service.is_some() => format!("{} {}", service_noun(service), thing(*id)),
        Anchor::Thing(id) => thing(*id),
        Anchor::Paragraph(id) => format!("the end of {}", paragraph_name(model, *id)),
        Anchor::Performed(id) if service.is_some() => {
            format!("{} {}", service_noun(service), paragraph_name(model, *id))
        }
        Anchor::Performed(id) => format!("performance of {}", paragraph_name(model, *id)),
        Anchor::Act(act) => self::state_act_of_anchor(model, act, service),
        Anchor::ActBy(act, by) => {
            format!("{} by {}", self::state_act_of_anchor(model, act, service), state_doers(model, by))
        }
        Anchor::Several { later, arms } => match of_one_verb(model, arms, service).filter(|_| *later) {
            Some(all) => all,
            None => {
                let arms: Vec<String> = arms.iter().map(|a| state_anchor_with_service(model, a, service)).collect();
                if *later { format!("the later of {}", join_with_and(&arms)) } else { join_with_or(&arms) }
            }
        },
        Anchor::Ruling { motion, granted } => match granted {
            None => format!("ruling on {}", thing(*motion)),
            Some(true) => format!("grant of {}", thing(*motion)),
            Some(false) => format!("denial of {}", thing(*motion)),
        },
        Anchor::Owed(objects) => format!("{} is due", acts::objects(model, objects)),
    }
}

/// `service of list and declaration`: one act upon several things.
fn of_one_verb(model: &Model, arms: &[Anchor], service: Option<ServiceWay>) -> Option<String> {
    let acts: Option<Vec<&Act>> =
        arms.iter().map(|a| if let Anchor::Act(act) = a { Some(act.as_ref()) } else { None }).collect();
    let acts = acts?;
    let verb = acts.first()?.verb;
    let noun = match service {
        Some(_) => service_noun(service),
        None => format!("{} of", model.declared.verbs.get(verb).noun),
    };
    let things: Vec<String> = acts.iter().map(|a| acts::objects(model, &a.objects)).collect();
    acts.iter().all(|a| a.verb == verb).then(|| format!("{noun} {}", join_with_and(&things)))
}

/// `service by mail of`.
fn service_noun(service: Option<ServiceWay>) -> String {
    match service {
        None | Some(ServiceWay::Unsaid) => "service of".to_owned(),
        Some(ServiceWay::Stated(way)) => format!("service by {} of", way.word()),
    }
}

/// `service of opposition`; of a verb without a noun `opposition is noticed`.
fn state_act_of_anchor(model: &Model, act: &Act, service: Option<ServiceWay>) -> String {
    let things = acts::objects(model, &act.objects);
    let verb = model.declared.verbs.get(act.verb);
    if service.is_some() {
        return format!("{} {things}", service_noun(service));
    }
    // The noun `service` would say how the paper is served.
    if things.is_empty() && !verb.noun.is_empty() {
        return verb.noun.clone();
    }
    if verb.noun.is_empty() || verb.noun == "service" {
        return format!("{things} is {}", verb.participle);
    }
    format!("{} of {things}", verb.noun)
}
