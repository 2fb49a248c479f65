//! The files of `rules/formats/`, inside the binary so that it stands alone.

/// Name and text, in the order in which they are read.
pub(super) const FILES: &[(&str, &str)] = &[
    ("rules/formats/concordance.format", include_str!("../../../rules/formats/concordance.format")),
    ("rules/formats/opticon.format", include_str!("../../../rules/formats/opticon.format")),
    ("rules/formats/lfp.format", include_str!("../../../rules/formats/lfp.format")),
    ("rules/formats/doj.format", include_str!("../../../rules/formats/doj.format")),
    ("rules/formats/ftc.format", include_str!("../../../rules/formats/ftc.format")),
    ("rules/formats/privilege-log.format", include_str!("../../../rules/formats/privilege-log.format")),
    ("rules/formats/dockets.format", include_str!("../../../rules/formats/dockets.format")),
];
