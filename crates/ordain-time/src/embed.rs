//! The files of `rules/time/`, inside the binary so that it stands alone.

/// Name and text, in the order in which they are read.
pub(super) const FILES: &[(&str, &str)] = &[
    ("rules/time/federal.calendar", include_str!("../rules/federal.calendar")),
    ("rules/time/california.calendar", include_str!("../rules/california.calendar")),
    ("rules/time/newyork.calendar", include_str!("../rules/newyork.calendar")),
    ("rules/time/frcp.calendar", include_str!("../rules/frcp.calendar")),
    ("rules/time/frap.calendar", include_str!("../rules/frap.calendar")),
    ("rules/time/frbp.calendar", include_str!("../rules/frbp.calendar")),
    ("rules/time/frcrp.calendar", include_str!("../rules/frcrp.calendar")),
    ("rules/time/ccp.calendar", include_str!("../rules/ccp.calendar")),
    ("rules/time/ny.calendar", include_str!("../rules/ny.calendar")),
    ("rules/time/massachusetts.calendar", include_str!("../rules/massachusetts.calendar")),
    ("rules/time/texas.calendar", include_str!("../rules/texas.calendar")),
    ("rules/time/courts.calendar", include_str!("../rules/courts.calendar")),
];
