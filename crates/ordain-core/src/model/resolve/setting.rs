//! A hearing is set or moved to a day, or to none in so many words.

use crate::model::ir::declared::Declared;
use crate::model::ir::object::{Head, Objects, Related};
use crate::model::ir::thing::ThingKind;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::docket as say;
use ordain_syntax::ast::{self, DispositionVerb as V, Point};

/// Reports a hearing that is set or moved without a day.
pub(crate) fn check(declared: &Declared, d: &ast::Disposition, objects: Option<&Objects>, out: &mut Vec<Diagnostic>) {
    let verb = match d.verb.value {
        V::Sets => "sets",
        V::Resets => "resets",
        V::Continues => "continues",
        V::Adjourns => "adjourns",
        V::Advances => "advances",
        _ => return,
    };
    if matches!(d.to, Some(Point::Date(_))) || d.until.is_some() || d.by.is_some() {
        return;
    }
    let heads = objects.iter().flat_map(|o| &o.list).flat_map(|o| {
        let related = o.relations.iter().filter_map(|r| if let Related::Head(h) = &r.to { Some(h) } else { None });
        o.head.iter().chain(related)
    });
    let hearing = heads.filter_map(|h| if let Head::Thing(t) = h { Some(&declared.things[t.index()]) } else { None });
    if let Some(hearing) = hearing.into_iter().find(|t| t.kind == ThingKind::Hearing) {
        out.push(say::hearing_without_day(verb, &hearing.name, d.span));
    }
}
