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

#[cfg(test)]
mod tests {
    use super::FILES;
    use crate::Library;

    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test lists the files that are there")]
    fn every_file_is_embedded() {
        for entry in std::fs::read_dir(FOLDER).expect("the files") {
            let name = entry.expect("a file").file_name().to_string_lossy().into_owned();
            let known = FILES.iter().any(|(path, _)| path.rsplit('/').next() == Some(&name));
            assert!(known || !name.ends_with(".calendar"), "rules/time/{name} is not in FILES of embed.rs");
        }
    }

    /// What nobody counts in a specification, nobody has checked.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test reads the specifications")]
    fn every_rule_set_is_counted_in_a_specification() {
        // In a package there are no specifications.
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/spec/time");
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        let files = entries.map(|e| std::fs::read_to_string(e.expect("a file").path()).expect("text"));
        let all: String = files.collect();
        for rules in Library::standard().rule_sets() {
            let name = &rules.name;
            assert!(all.contains(&format!("| {name} |")), "no row of tests/spec/time counts by `{name}`");
        }
    }
}
