//! The files of `rules/time/`, inside the binary so that it stands alone.

/// Name and text of the table of courts.
pub(super) const COURTS: (&str, &str) = ("rules/time/courts.calendar", include_str!("../rules/courts.calendar"));

/// Name and text of the counties, by which a court is found.
pub(super) const COUNTIES: (&str, &str) = ("rules/time/counties.calendar", include_str!("../rules/counties.calendar"));

/// A file that is read only when something in it is asked for.
pub(super) struct Shelved {
    /// `rules/time/hawaii.calendar`.
    pub(super) path: &'static str,
    pub(super) text: &'static str,
    /// The names of its calendars, each with the state whose holidays it has.
    pub(super) calendars: &'static [(&'static str, Option<&'static str>)],
    /// Whether a matter may write a calendar of the same name, which then goes before this one.
    pub(super) gives_way: bool,
    /// The names of its sets of rules, each with the others by which people call it.
    pub(super) rules: &'static [(&'static str, &'static [&'static str])],
}

macro_rules! state {
    ($name:literal, $state:literal $(, $rules:literal, $called:expr)?) => {
        Shelved {
            path: concat!("rules/time/", $name, ".calendar"),
            text: include_str!(concat!("../rules/", $name, ".calendar")),
            calendars: &[($name, Some($state))],
            gives_way: true,
            rules: &[$(($rules, $called))?],
        }
    };
}

macro_rules! rules {
    ($file:literal, $rules:literal, $called:expr) => {
        Shelved {
            path: concat!("rules/time/", $file, ".calendar"),
            text: include_str!(concat!("../rules/", $file, ".calendar")),
            calendars: &[],
            gives_way: false,
            rules: &[($rules, $called)],
        }
    };
}

macro_rules! courts {
    ($file:literal, [$($calendar:expr),*], [$($rules:expr),*]) => {
        Shelved {
            path: concat!("rules/time/", $file, ".calendar"),
            text: include_str!(concat!("../rules/", $file, ".calendar")),
            calendars: &[$($calendar),*],
            gives_way: true,
            rules: &[$($rules),*],
        }
    };
}

/// What federal courts count by; then one file a state, and the rules of its courts. The names beside the text are those that the file gives;
/// a test holds them against each other.
pub(super) static SHELF: &[Shelved] = &[
    Shelved {
        path: "rules/time/federal.calendar",
        text: include_str!("../rules/federal.calendar"),
        calendars: &[("federal", None)],
        gives_way: false,
        rules: &[],
    },
    rules!("frcp", "frcp", &[]),
    rules!("frap", "frap", &[]),
    rules!("frbp", "frbp", &[]),
    rules!("frcrp", "frcrp", &[]),
    Shelved {
        path: "rules/time/california.calendar",
        text: include_str!("../rules/california.calendar"),
        calendars: &[("california", Some("CA")), ("california-courts", None)],
        gives_way: true,
        rules: &[],
    },
    state!("alabama", "AL"),
    state!("alaska", "AK"),
    state!("americansamoa", "AS"),
    state!("arizona", "AZ"),
    state!("arkansas", "AR"),
    state!("colorado", "CO"),
    state!("connecticut", "CT"),
    state!("delaware", "DE"),
    state!("districtofcolumbia", "DC"),
    state!("florida", "FL"),
    state!("georgia", "GA"),
    state!("guam", "GU"),
    state!("hawaii", "HI"),
    state!("idaho", "ID"),
    state!("illinois", "IL"),
    state!("indiana", "IN"),
    state!("iowa", "IA"),
    state!("kansas", "KS"),
    state!("kentucky", "KY"),
    state!("louisiana", "LA"),
    state!("maine", "ME"),
    state!("maryland", "MD"),
    state!("massachusetts", "MA", "massrcp", &["massachusetts"]),
    state!("michigan", "MI"),
    state!("minnesota", "MN"),
    state!("mississippi", "MS"),
    state!("missouri", "MO"),
    state!("montana", "MT"),
    state!("nebraska", "NE"),
    state!("nevada", "NV"),
    state!("newhampshire", "NH"),
    state!("newjersey", "NJ"),
    state!("newmexico", "NM"),
    state!("newyork", "NY"),
    state!("northcarolina", "NC"),
    state!("northdakota", "ND"),
    state!("northernmarianas", "MP"),
    state!("ohio", "OH"),
    state!("oklahoma", "OK"),
    state!("oregon", "OR"),
    state!("pennsylvania", "PA"),
    state!("puertorico", "PR"),
    state!("rhodeisland", "RI"),
    state!("southcarolina", "SC"),
    state!("southdakota", "SD"),
    state!("tennessee", "TN"),
    Shelved {
        path: "rules/time/texas.calendar",
        text: include_str!("../rules/texas.calendar"),
        calendars: &[("texas", Some("TX"))],
        gives_way: true,
        rules: &[("trap", &["texas appellate"]), ("trcp", &["texas"])],
    },
    state!("utah", "UT"),
    state!("vermont", "VT"),
    state!("virginia", "VA"),
    state!("virginislands", "VI"),
    state!("washington", "WA"),
    state!("westvirginia", "WV"),
    state!("wisconsin", "WI"),
    state!("wyoming", "WY"),
    rules!("ccp", "ccp", &["california"]),
    rules!("hrcp", "hrcp", &["hawaii"]),
    rules!("nebraska-rules", "neb", &["nebraska"]),
    rules!("virginia-rules", "va", &["virginia"]),
    rules!("ny", "ny", &["newyork", "new york"]),
    courts!("alabama-courts", [], [("alarcp", &["alabama"])]),
    courts!("alaska-courts", [], [("alaskarcp", &["alaska"])]),
    courts!("arizona-courts", [], [("arizrcp", &["arizona"])]),
    courts!("colorado-courts", [], [("crcp", &["colorado"])]),
    courts!("connecticut-courts", [], [("connpb", &["connecticut"])]),
    courts!("districtofcolumbia-courts", [], [("dcsuper", &["district of columbia"])]),
    courts!("iowa-courts", [], [("iowa", &["iowa"])]),
    courts!("kentucky-courts", [], [("ky", &["kentucky"])]),
    courts!("northdakota-courts", [], [("ndrcp", &["north dakota"])]),
    courts!("rhodeisland-courts", [], [("ri", &["rhode island"])]),
    courts!("southdakota-courts", [], [("sdrcp", &["south dakota"])]),
    courts!("vermont-courts", [], [("vrcp", &["vermont"])]),
    courts!("wyoming-courts", [], [("wrcp", &["wyoming"])]),
    courts!(
        "territories-courts",
        [],
        [("prrpc", &["puerto rico"]), ("nmirpc", &["northern mariana islands"]), ("tcrcp", &["american samoa"])]
    ),
    courts!("arkansas-courts", [], [("arkrcp", &["arkansas"])]),
    courts!(
        "delaware-courts",
        [],
        [
            ("delsuper", &["delaware", "delaware superior"]),
            ("delch", &["chancery", "delaware chancery"]),
            ("delsup", &["delaware supreme"])
        ]
    ),
    courts!("florida-courts", [("florida-courts", None)], [("fla", &["florida"])]),
    courts!("georgia-courts", [], [("ga", &["georgia"])]),
    courts!("idaho-courts", [("idaho-courts", None)], [("idahorcp", &["idaho"])]),
    courts!("illinois-courts", [], [("ill", &["illinois"])]),
    courts!("indiana-courts", [], [("indtr", &["indiana"])]),
    courts!("kansas-courts", [("kansas-courts", None)], [("kan", &["kansas"])]),
    courts!("louisiana-courts", [("louisiana-courts", None)], [("laccp", &["louisiana"])]),
    courts!("maine-courts", [], [("mercp", &["maine"])]),
    courts!("maryland-courts", [], [("md", &["maryland"])]),
    courts!("michigan-courts", [("michigan-courts", None)], [("mich", &["michigan"])]),
    courts!("minnesota-courts", [], [("minn", &["minnesota"])]),
    courts!("mississippi-courts", [("mississippi-courts", None)], [("miss", &["mississippi"])]),
    courts!("missouri-courts", [], [("mo", &["missouri"])]),
    courts!("montana-courts", [], [("mont", &["montana"])]),
    courts!("nevada-courts", [], [("nev", &["nevada"])]),
    courts!("newhampshire-courts", [], [("nh", &["newhampshire"])]),
    courts!("newjersey-courts", [("newjersey-courts", None)], [("nj", &["newjersey"])]),
    courts!("newmexico-courts", [("newmexico-courts", None)], [("nmra", &["newmexico"])]),
    courts!("northcarolina-courts", [("northcarolina-courts", None)], [("nc", &["northcarolina"])]),
    courts!("ohio-courts", [], [("ohiocp", &["ohio"])]),
    courts!("oklahoma-courts", [], [("okla", &["oklahoma"])]),
    courts!("oregon-courts", [], [("orcp", &["oregon"])]),
    courts!("pennsylvania-courts", [], [("pa", &["pennsylvania"])]),
    courts!("southcarolina-courts", [], [("sc", &["southcarolina"])]),
    courts!("tennessee-courts", [], [("tenn", &["tennessee"])]),
    courts!("utah-courts", [], [("utahrcp", &["utah"])]),
    courts!("washington-courts", [], [("wash", &["washington"])]),
    courts!("westvirginia-courts", [], [("wva", &["westvirginia"]), ("wvarap", &["westvirginia appellate"])]),
    courts!("wisconsin-courts", [("wisconsin-courts", None)], [("wis", &["wisconsin"])]),
    courts!(
        "agencies",
        [],
        [
            ("itc", &["international trade commission"]),
            ("eoir", &["bia", "immigration"]),
            ("nlrb", &["national labor relations board"]),
            ("ptab", &["patent trial and appeal board"]),
            ("ttab", &["trademark trial and appeal board"]),
            ("stb", &["surface transportation board"]),
            ("oshrc", &["occupational safety and health review commission"]),
            ("cbca", &["civilian board of contract appeals"]),
            ("fmc", &["federal maritime commission"]),
            ("ferc", &["federal energy regulatory commission"]),
            ("mspb", &["merit systems protection board"])
        ]
    ),
    courts!("england", [("england", None)], [("cpr", &["england", "england and wales"])]),
    courts!("canada", [("canada", None)], [("fcr", &["canada"])]),
    Shelved {
        path: "rules/time/special.calendar",
        text: include_str!("../rules/special.calendar"),
        calendars: &[("claims", None)],
        gives_way: false,
        rules: &[
            ("scotus", &["supreme court"]),
            ("taxcourt", &["tax court"]),
            ("cavc", &["veterans claims"]),
            ("rcfc", &["court of federal claims"]),
            ("uscit", &["court of international trade"]),
            ("caaf", &["armed forces"]),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::{COUNTIES, COURTS, SHELF};
    use crate::Library;

    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test lists the files that are there")]
    fn every_file_is_embedded() {
        for entry in std::fs::read_dir(FOLDER).expect("the files") {
            let name = entry.expect("a file").file_name().to_string_lossy().into_owned();
            let mut paths = SHELF.iter().map(|s| s.path).chain([COURTS.0, COUNTIES.0]);
            let known = paths.any(|path| path.rsplit('/').next() == Some(&name));
            assert!(known || !name.ends_with(".calendar"), "rules/time/{name} is not on the SHELF");
        }
    }

    /// The shelf is asked by name before a file is read.
    #[test]
    fn the_shelf_says_what_its_files_say() {
        for shelved in SHELF {
            let read = crate::read(shelved.text, 0);
            let calendars: Vec<_> = read.calendars.iter().map(|c| (c.name.as_str(), c.state.as_deref())).collect();
            assert_eq!(calendars, shelved.calendars, "{}", shelved.path);
            let rules: Vec<_> = read.rules.iter().map(|r| (r.name.as_str(), r.called.clone())).collect();
            let said: Vec<_> =
                shelved.rules.iter().map(|(n, c)| (*n, c.iter().map(|c| (*c).to_owned()).collect())).collect();
            assert_eq!(rules, said, "{}", shelved.path);
            assert!(read.courts.is_empty() && read.clerks.is_empty() && read.additions.is_empty(), "{}", shelved.path);
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
        for rules in Library::standard().all_rules() {
            let name = &rules.name;
            assert!(all.contains(&format!("| {name} |")), "no row of tests/spec/time counts by `{name}`");
        }
    }
}
