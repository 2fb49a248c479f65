//! The names by which people call the courts of a state: `Circuit Court of Cook County, Illinois`,
//! `Superior Court of California, County of Los Angeles`, `Ill. Cir. Ct. (Cook Cnty.)`.

use super::court::Court;
use ordain_base::words::one_slip_apart;

/// What the name of a court in the table is made of: `circuit court` and `illinois`, in words.
struct Named {
    kind: Vec<String>,
    state: Vec<String>,
}

/// Words of letters and figures, lower case; a table names several courts of a kind, people one.
fn words_of_name(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let all = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    all.map(|w| if w == "courts" { "court".to_owned() } else { w.to_owned() }).collect()
}

impl Named {
    /// `None` for a federal court, and for one that is of no state.
    fn of(court: &Court) -> Option<Self> {
        if court.circuit.is_some() || court.bankruptcy || court.full.starts_with("United States") {
            return None;
        }
        let at = court.full.find(" of the ").or_else(|| court.full.rfind(" of "))?;
        let (kind, state) = court.full.split_at(at);
        let mut state = words_of_name(state);
        state.retain(|w| !["of", "the", "state", "commonwealth"].contains(&w.as_str()));
        let kind = words_of_name(kind);
        (kind.iter().any(|w| w == "court") && !state.is_empty()).then_some(Self { kind, state })
    }

    /// Whether the words name a court of that kind and that state.
    fn is_in(&self, said: &[String]) -> bool {
        let has = |part: &[String]| said.windows(part.len()).any(|w| w == part);
        // `Utah District Court` is the federal court, unless it is that of a county.
        let local = ["county", "parish", "judicial", "state"];
        let federal = self.kind == ["district", "court"] && !said.iter().any(|w| local.contains(&w.as_str()));
        has(&self.kind) && has(&self.state) && !federal
    }
}

/// The court of a state that people call so; that of the longest name of a state where two fit, as
/// `West Virginia` has `Virginia` in it.
pub(super) fn called<'c, C: AsRef<Court>>(courts: &'c [C], name: &str) -> Option<&'c C> {
    let said = words_of_name(name);
    let federal = [&["united", "states"][..], &["u", "s"], &["federal"], &["bankruptcy"]];
    if federal.iter().any(|f| said.windows(f.len()).any(|w| w == *f)) {
        return None;
    }
    // `Ill. Cir. Ct. (Cook Cnty.)`: the county is no part of the name.
    let bare = name.split(['(', ',']).next().unwrap_or(name);
    if let Some(court) = courts.iter().find(|c| bare.len() < name.len() && (*c).as_ref().is_named(bare)) {
        return Some(court);
    }
    let fits = courts.iter().filter_map(|c| Some((c, Named::of(c.as_ref())?))).filter(|(_, n)| n.is_in(&said));
    fits.max_by_key(|(_, n)| (n.state.len(), n.kind.len())).map(|(c, _)| c)
}

/// The courts of a state that may be meant, by their citation: of the kind that is named, in the state that is named or is a
/// slip of the pen away.
pub(super) fn meant<C: AsRef<Court>>(courts: &[C], name: &str) -> Vec<String> {
    let said = words_of_name(name);
    let slips = |own: &[String], theirs: &[String]| own.iter().zip(theirs).filter(|(a, b)| a != b).count();
    let near = |own: &[String], theirs: &[String]| {
        let differing = own.iter().zip(theirs).find(|(a, b)| a != b);
        slips(own, theirs) == 0
            || slips(own, theirs) == 1 && differing.is_some_and(|(a, b)| a.len() >= 4 && one_slip_apart(a, b))
    };
    let named = courts.iter().map(AsRef::as_ref).filter_map(|c| Some((c, Named::of(c)?)));
    let fits = named.filter(|(_, n)| {
        said.windows(n.kind.len()).any(|w| w == n.kind) && said.windows(n.state.len()).any(|w| near(&n.state, w))
    });
    let fits: Vec<(&Court, Named)> = fits.collect();
    let longest = fits.iter().map(|(_, n)| (n.state.len(), n.kind.len())).max();
    fits.iter().filter(|(_, n)| Some((n.state.len(), n.kind.len())) == longest).map(|(c, _)| c.short.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::Library;

    #[test]
    fn a_court_of_a_state_is_found_with_its_county_or_without() {
        let library = Library::standard();
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
        ] {
            let found = library.court(name).map(|c| c.short.as_str());
            assert_eq!(found.ok(), Some(short), "{name}");
        }
        for name in ["Supreme Court of California", "Circuit Court of Cook County", "Superior Court", "Illinois"] {
            assert!(library.court(name).is_err(), "{name}");
        }
    }
}
