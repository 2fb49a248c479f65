use crate::{Library, TimeError};

/// The court of that name, or the courts among which the name leaves the choice.
fn found(name: &str) -> Vec<String> {
    match Library::standard().court(name) {
        Ok(court) => vec![court.short.clone()],
        Err(TimeError::UnknownCourt { among, .. }) => among.into_iter().map(|m| format!("? {m}")).collect(),
        Err(other) => vec![format!("{other:?}")],
    }
}

fn is(name: &str, short: &str) {
    assert_eq!(found(name), [short], "{name}");
}

#[test]
fn a_court_of_a_state_is_found_with_its_county_or_without() {
    for (name, short) in [
        ("Circuit Court of Cook County, Illinois", "Ill. Cir. Ct."),
        ("Circuit Court of the Eleventh Judicial Circuit in and for Miami-Dade County, Florida", "Fla. Cir. Ct."),
        ("Superior Court of California, County of Alameda", "Cal. Super. Ct."),
        ("Supreme Court of the State of New York, County of Kings", "N.Y. Sup. Ct."),
        ("Court of Common Pleas of Bucks County, Pennsylvania", "Pa. Ct. Com. Pl."),
        ("Court of Chancery of the State of Delaware", "Del. Ch."),
        ("Delaware Court of Chancery", "Del. Ch."),
        ("Circuit Court of Kanawha County, West Virginia", "W. Va. Cir. Ct."),
        ("Circuit Court of Fairfax County, Virginia", "Va. Cir. Ct."),
        ("Superior Court of New Jersey, Law Division, Bergen County", "N.J. Super. Ct."),
        ("Third Judicial District Court, State of Utah", "Utah Dist. Ct."),
        ("Superior Court of the District of Columbia", "D.C. Super. Ct."),
        ("Ill. Cir. Ct. (Lake Cnty.)", "Ill. Cir. Ct."),
        ("Utah District Court", "D. Utah"),
        ("District Court, D. Kansas", "D. Kan."),
        ("SUPERIOR COURT OF WASHINGTON COUNTY OF PIERCE", "Wash. Super. Ct."),
        ("Supreme Court of the State of New York County of Queens", "N.Y. Sup. Ct."),
        ("SUPERIOR COURT OF THE DISTRICT OF COLUMBIA CIVIL DIVISION", "D.C. Super. Ct."),
        ("Utah 4th Dist. Ct.", "Utah Dist. Ct."),
        ("CAUSE NO. 2026-4411 IN THE DISTRICT COURT OF TARRANT COUNTY", "Tex. Dist. Ct."),
        ("Sup Ct, NY County", "N.Y. Sup. Ct."),
        ("STATE OF MINNESOTA, COUNTY OF RAMSEY, DISTRICT COURT, SECOND JUDICIAL DISTRICT", "Minn. Dist. Ct."),
    ] {
        is(name, short);
    }
    for name in ["Superior Court", "Illinois", "County Court", "Court of Cook County", ""] {
        assert!(Library::standard().court(name).is_err(), "{name}");
    }
}

#[test]
fn what_citations_shorten_is_read() {
    for (name, short) in [
        ("Super. Ct. Alameda County, Cal.", "Cal. Super. Ct."),
        ("Super. Ct. S.F. Cnty., Calif.", "Cal. Super. Ct."),
        ("N.Y. Sup. Ct. Queens Cnty.", "N.Y. Sup. Ct."),
        ("Sup. Ct. N.Y. Cnty.", "N.Y. Sup. Ct."),
        ("Cir. Ct. Will Cnty., Ill.", "Ill. Cir. Ct."),
        ("Cook Co. Cir. Ct.", "Ill. Cir. Ct."),
        ("Pa. C.P. Bucks", "Pa. Ct. Com. Pl."),
        ("C.P. Allegheny Cnty.", "Pa. Ct. Com. Pl."),
        ("Tex. Dist. Ct. Travis Cnty.", "Tex. Dist. Ct."),
        ("Dist. Ct., Pueblo County, CO", "Colo. Dist. Ct."),
        ("Phila. Ct. Com. Pl.", "Pa. Ct. Com. Pl."),
        ("Tex. App.—Houston [14th Dist.]", "Tex. App."),
        ("Ohio Ct. App. 8th Dist.", "Ohio Ct. App."),
        ("Fla. 3d Dist. Ct. App.", "Fla. Dist. Ct. App."),
    ] {
        is(name, short);
    }
}

#[test]
fn a_county_is_enough_where_one_state_has_such_a_court_there() {
    for (name, short) in [
        ("Los Angeles Superior Court", "Cal. Super. Ct."),
        ("L.A. Super. Ct.", "Cal. Super. Ct."),
        ("San Bernardino County Superior Court", "Cal. Super. Ct."),
        ("Snohomish County Superior Court", "Wash. Super. Ct."),
        ("Cook County Circuit Court", "Ill. Cir. Ct."),
        ("Circuit Court of Cook County", "Ill. Cir. Ct."),
        ("Tarrant County District Court", "Tex. Dist. Ct."),
        ("153rd District Court of Tarrant County", "Tex. Dist. Ct."),
        ("Court of Common Pleas of Allegheny County", "Pa. Ct. Com. Pl."),
        ("Cuyahoga County Common Pleas Court", "Ohio Ct. Com. Pl."),
        ("Kings County Supreme Court", "N.Y. Sup. Ct."),
        ("New York County Supreme Court", "N.Y. Sup. Ct."),
        ("Third Judicial District Court, Salt Lake County", "Utah Dist. Ct."),
        ("19th Judicial District Court, Parish of East Baton Rouge", "La. Dist. Ct."),
        ("Circuit Court for Baltimore City", "Md. Cir. Ct."),
        ("Circuit Court for the City of Richmond", "Va. Cir. Ct."),
        ("Denver District Court", "Colo. Dist. Ct."),
        ("District Court, City and County of Denver", "Colo. Dist. Ct."),
        ("Superior Court, City and County of San Francisco", "Cal. Super. Ct."),
        ("Dade County Circuit Court, Florida", "Fla. Cir. Ct."),
        ("La Porte County Superior Court", "Ind. Super. Ct."),
        ("Del Norte Superior Court", "Cal. Super. Ct."),
    ] {
        is(name, short);
    }
}

/// A county may have the name of another state.
#[test]
fn a_county_is_not_the_state_of_its_name() {
    is("Texas County District Court", "Okla. Dist. Ct.");
    is("Oregon County Circuit Court", "Mo. Cir. Ct.");
    is("Nevada County Superior Court", "Cal. Super. Ct.");
    is("Indiana County Court of Common Pleas", "Pa. Ct. Com. Pl.");
    is("Iowa County Circuit Court", "Wis. Cir. Ct.");
    is("Mississippi County Circuit Court, Arkansas", "Ark. Cir. Ct.");
    let all = found("Washington County Superior Court");
    assert!(all.contains(&"? Ga. Super. Ct. (Washington)".to_owned()), "{all:?}");
    assert!(!all.iter().any(|c| c.contains("Wash. ")), "{all:?}");
    // Without its word a name that a state has is the state.
    assert_eq!(found("Nevada Superior Court"), [""; 0]);
    assert_eq!(found("Oregon Court of Common Pleas"), [""; 0]);
}

#[test]
fn where_several_states_have_such_a_court_there_they_are_named() {
    assert_eq!(
        found("Orange County Superior Court"),
        [
            "? Cal. Super. Ct. (Orange)",
            "? Ind. Super. Ct. (Orange)",
            "? N.C. Super. Ct. (Orange)",
            "? Vt. Super. Ct. (Orange)"
        ]
    );
    for candidate in found("Orange County Superior Court") {
        let candidate = candidate.trim_start_matches("? ");
        is(candidate, candidate.split(" (").next().unwrap());
    }
    assert_eq!(found("Kent Superior Court"), ["? Del. Super. Ct. (Kent)", "? R.I. Super. Ct. (Kent)"]);
    // The county that is named is in another state.
    assert_eq!(found("Circuit Court of Cook County, Indiana"), ["? Ill. Cir. Ct. (Cook)"]);
    // The federal court may sit in a county seat of the name.
    assert_eq!(found("Austin District Court"), ["? Tex. Dist. Ct. (Austin)"]);
    // A supreme court is that of a state or a country, unless the county says that it is one.
    assert_eq!(found("Supreme Court of Ontario"), ["? N.Y. Sup. Ct. (Ontario)"]);
    is("Supreme Court of Ontario County", "N.Y. Sup. Ct.");
}

/// A supreme court sits in no county, and each state has courts of its own names.
#[test]
fn a_court_above_the_trial_courts_is_found_by_its_state() {
    for (name, short) in [
        ("Supreme Court of Florida", "Fla."),
        ("Illinois Supreme Court", "Ill."),
        ("Washington Supreme Court", "Wash."),
        ("Court of Appeals of New York", "N.Y."),
        ("Maryland Court of Appeals", "Md."),
        ("Massachusetts Supreme Judicial Court", "Mass."),
        ("West Virginia Supreme Court", "W. Va."),
        ("Virginia Supreme Court", "Va."),
        ("Illinois Appellate Court", "Ill. App. Ct."),
        ("California Court of Appeal", "Cal. Ct. App."),
        ("District Court of Appeal of Florida, Third District", "Fla. Dist. Ct. App."),
        ("Court of Criminal Appeals of Texas", "Tex. Crim. App."),
        ("Appellate Division of the Supreme Court of the State of New York", "N.Y. Sup. Ct."),
        ("N.Y. App. Div.", "N.Y. App. Div."),
        ("Superior Court of Pennsylvania", "Pa. Super. Ct."),
    ] {
        is(name, short);
    }
    // Kings County of California has a superior court; the state's supreme court is none of it.
    is("Supreme Court, Kings County", "N.Y. Sup. Ct.");
    assert_eq!(found("Allegheny County Superior Court"), [""; 0]);
}

/// Words that are not read may name another court.
#[test]
fn a_name_with_more_in_it_is_not_found_by_its_county() {
    for name in [
        "Cook County Municipal Circuit Court",
        "Los Angeles Juvenile Superior Court",
        "Erewhon County Superior Court",
        "Cook County Court",
        "Los Angeles County Court of Common Pleas",
    ] {
        assert_eq!(found(name), [""; 0], "{name}");
    }
}

#[test]
fn a_matter_may_add_a_county() {
    let (library, wrong) = Library::standard().with("courts\n  counties of OH \"Erewhon\" alias \"Nowhere\"\n", 0);
    assert!(wrong.is_empty());
    let short = |name: &str| library.court(name).map(|c| c.short.clone()).ok();
    assert_eq!(short("Nowhere County Court of Common Pleas").as_deref(), Some("Ohio Ct. Com. Pl."));
    assert_eq!(short("Cook County Circuit Court").as_deref(), Some("Ill. Cir. Ct."));
}

/// Counties of every state, with each trial court of that state: in full, as a caption, as it is cited, and by the county alone.
#[test]
fn a_court_is_found_in_its_county_or_is_among_those_that_are_named() {
    let library = Library::standard();
    let counties = crate::read(super::super::embed::COUNTIES.1, 0).places;
    let trial: Vec<_> = library.courts().iter().filter(|c| !c.statewide && c.full.contains("Courts of ")).collect();
    let (mut alone, mut several) = (0, 0);
    // One of thirteen: all of them take a minute.
    for place in counties.iter().filter(|p| p.kind == crate::PlaceKind::County).step_by(13) {
        for court in trial.iter().filter(|c| c.state == place.state) {
            let Some((kind, state)) = court.full.split_once("Courts of ").map(|(k, s)| (format!("{k}Court"), s)) else {
                continue;
            };
            let (kind, state) = match state.split_once("Pleas of ") {
                Some((_, state)) => ("Court of Common Pleas".to_owned(), state),
                None => (kind, state),
            };
            let county = &place.name;
            for name in [
                format!("{kind} of {county} County, {state}"),
                format!("IN THE {kind} OF THE STATE OF {state}, COUNTY OF {county}").to_uppercase(),
                format!("{} ({county})", court.short),
                format!("{}, {county} Cnty.", court.short),
                format!("{county} County {kind}, {state}"),
            ] {
                is(&name, &court.short);
            }
            match found(&format!("{county} County {kind}")).as_slice() {
                [one] if *one == court.short => alone += 1,
                [_, _, ..] => several += 1,
                other => panic!("{county} County {kind} is {other:?}, not {}", court.short),
            }
            let named = found(&format!("{county} County {kind}"));
            assert!(named.iter().any(|n| n.contains(&court.short)), "{county} County {kind}: {named:?}");
        }
    }
    assert!(alone > 80 && several > 80, "{alone} {several}");
}

#[test]
fn a_body_that_is_no_court_has_no_name_of_a_court_of_a_state() {
    let library = Library::standard();
    assert!(library.court("Board of Immigration Appeals").is_ok());
    for name in ["Immigration Appeals Board", "Board, Immigration Appeals"] {
        assert!(library.court(name).is_err(), "{name}: {:?}", library.court(name));
    }
}
