//! Motions, hearings, sources of duties, and who bears them.

use crate::diag::Diagnostic;
use crate::diag::code::codes;
use crate::source::Span;

codes! {
    HEARING_WITHOUT_DAY = "S0605", "hearing-without-day", Error, "a hearing that is set or moved, and no day to which";
}

/// `continues hearing Status`, and nothing more. `verb` is as the order has it.
pub fn hearing_without_day(verb: &str, hearing: &str, span: Span) -> Diagnostic {
    let message = format!("`{verb} hearing {hearing}` names no day on which it will be held");
    let link = if verb == "sets" { "for" } else { "to" };
    Diagnostic::new(HEARING_WITHOUT_DAY, message, span, "when?").help(format!(
        "write `{verb} hearing {hearing} {link} January 9, 2024 at 10:00 a.m.`, or `continues hearing {hearing} sine die` where no day is set"
    ))
}
