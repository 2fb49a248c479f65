//! The lines under `courts`.

use chrono_tz::{TZ_VARIANTS, Tz};

use super::file::Read;
use super::line::{Line, misplaced};
use crate::court::Court;
use ordain_base::diag::codes::calendar_file;
use ordain_base::diag::codes::time as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Spanned;

pub(super) fn add(line: Line, out: &mut Read) {
    let c = match line {
        Line::Court(c) => c,
        Line::Bankruptcy { rules, .. } => {
            out.bankruptcy = Some(rules);
            return;
        }
        Line::Places(places, _) => {
            out.places.extend(places);
            return;
        }
        Line::Gap { .. } | Line::Source(..) | Line::Note(_) => return,
        other => return misplaced(&other, &mut out.diagnostics),
    };
    let Some(zone) = read_zone(&c.zone, &mut out.diagnostics) else { return };
    let also_zone = c.also.as_ref().and_then(|z| self::read_zone(z, &mut out.diagnostics));
    let court = Court {
        short: c.short,
        full: c.full,
        state: c.state,
        circuit: c.circuit,
        zone,
        also_zone,
        rules: c.rules,
        rules_not_known: c.rules_not_known,
        known_of_rules: c.known_of_rules,
        statewide: c.statewide,
        calendar: c.calendar,
        aliases: c.aliases,
        bankruptcy: false,
        span: c.span,
    };
    match out.courts.iter().find(|o| o.is_named(&court.short)) {
        Some(first) => {
            let what = format!("two courts are named `{}`", court.short);
            out.diagnostics.push(calendar_file::contradiction(court.span, &what, Some(first.span)));
        }
        None => out.courts.push(court),
    }
}

fn read_zone(name: &Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<Tz> {
    let found = name.value.parse().ok();
    if found.is_none() {
        let near = closest(&name.value, TZ_VARIANTS.iter().map(|z| z.name()));
        diagnostics.push(codes::unknown_zone(name.span, &name.value, near));
    }
    found
}
