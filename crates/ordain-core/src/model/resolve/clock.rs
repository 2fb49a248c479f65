//! By which rules a matter counts its days, and which days its court is closed.

use std::sync::Arc;

use crate::model::ir::clock::Clock;
use ordain_base::diag::Diagnostic;
use ordain_base::source::Span;
use ordain_time::{Library, Venue};

/// A setting of the matter: its words and their place.
pub type Setting = Option<(String, Span)>;

/// Finds the rules and the calendar by the court, or by names set beside it.
/// `None` where the matter names neither court nor rules: then nothing is
/// counted, for nobody has said how.
pub fn clock(
    library: &Library,
    court: &Setting,
    rules: &Setting,
    zone: &Setting,
    calendar: &Setting,
    out: &mut Vec<Diagnostic>,
) -> Option<Clock> {
    let found = match (rules, court) {
        (Some((name, span)), _) => library.rules(name).map_err(|e| e.diagnostic(*span)),
        (None, Some((name, span))) => {
            library.court(name).and_then(|c| library.rules_of(c)).map_err(|e| e.diagnostic(*span))
        }
        (None, None) => return None,
    };
    let rules = match found {
        Ok(rules) => Arc::clone(rules),
        Err(d) => {
            out.push(d);
            return None;
        }
    };
    fn words(s: &Setting) -> Option<&str> {
        s.as_ref().map(|(w, _)| w.as_str())
    }
    let venue = Venue { court: words(court), zone: words(zone), calendar: words(calendar) };
    match library.calendar(&rules, &venue) {
        Ok(calendar) => Some(Clock { rules, calendar }),
        Err(e) => {
            let place = [calendar, zone, court].into_iter().flatten().next().map_or(Span::default(), |(_, s)| *s);
            out.push(e.diagnostic(place));
            None
        }
    }
}
