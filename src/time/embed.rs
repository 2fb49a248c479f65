//! The files of `rules/time/`, inside the binary so that it stands alone.

/// Name and text, in the order in which they are read.
pub(super) const FILES: &[(&str, &str)] = &[
    ("rules/time/federal.calendar", include_str!("../../rules/time/federal.calendar")),
    ("rules/time/california.calendar", include_str!("../../rules/time/california.calendar")),
    ("rules/time/newyork.calendar", include_str!("../../rules/time/newyork.calendar")),
    ("rules/time/frcp.calendar", include_str!("../../rules/time/frcp.calendar")),
    ("rules/time/frap.calendar", include_str!("../../rules/time/frap.calendar")),
    ("rules/time/frbp.calendar", include_str!("../../rules/time/frbp.calendar")),
    ("rules/time/frcrp.calendar", include_str!("../../rules/time/frcrp.calendar")),
    ("rules/time/ccp.calendar", include_str!("../../rules/time/ccp.calendar")),
    ("rules/time/ny.calendar", include_str!("../../rules/time/ny.calendar")),
    ("rules/time/massachusetts.calendar", include_str!("../../rules/time/massachusetts.calendar")),
    ("rules/time/texas.calendar", include_str!("../../rules/time/texas.calendar")),
    ("rules/time/courts.calendar", include_str!("../../rules/time/courts.calendar")),
];
