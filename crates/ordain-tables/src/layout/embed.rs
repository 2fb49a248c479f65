//! The files of `rules/formats/`, inside the binary so that it stands alone.

/// Name and text, in the order in which they are read.
pub(super) const FILES: &[(&str, &str)] = &[
    ("rules/formats/concordance.format", include_str!("../../rules/concordance.format")),
    ("rules/formats/opticon.format", include_str!("../../rules/opticon.format")),
    ("rules/formats/lfp.format", include_str!("../../rules/lfp.format")),
    ("rules/formats/doj.format", include_str!("../../rules/doj.format")),
    ("rules/formats/ftc.format", include_str!("../../rules/ftc.format")),
    ("rules/formats/privilege-log.format", include_str!("../../rules/privilege-log.format")),
    ("rules/formats/dockets.format", include_str!("../../rules/dockets.format")),
];
