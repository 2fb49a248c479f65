//! The names by which people call a court: as it is cited (`S.D.N.Y.`), in full, as dockets and
//! CM/ECF write it (`nysd`, `New York Southern`), and what may be meant where none of these fits.

use super::court::Court;
use ordain_base::words::one_slip_apart;

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spoken {
    kind: Kind,
    /// What is left without `United States District Court for the`: letters and figures alone, lower case.
    rest: String,
}

/// Which kind of court the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unsaid,
    District,
    Bankruptcy,
    Appeals,
}

impl Spoken {
    fn of(name: &str) -> Self {
        let lower = name.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let mut words: Vec<&str> = words.map(as_cited).collect();
        let mut kind = Kind::Unsaid;
        drop_first(&mut words, &["in"]);
        drop_first(&mut words, &["the"]);
        let initials = words.starts_with(&["u", "s", "d", "c"]);
        let _ = initials
            || drop_first(&mut words, &["united", "states"])
            || drop_first(&mut words, &["u", "s"])
            || drop_first(&mut words, &["us"]);
        for (of, said) in [
            (Kind::District, &["usdc"][..]),
            (Kind::District, &["u", "s", "d", "c"]),
            (Kind::District, &["district", "court"]),
            (Kind::Bankruptcy, &["bankruptcy", "court"]),
            (Kind::Bankruptcy, &["usbc"]),
            (Kind::Bankruptcy, &["bankr", "ct"]),
            (Kind::Bankruptcy, &["bankr"]),
            (Kind::Appeals, &["court", "of", "appeals"]),
        ] {
            if kind == Kind::Unsaid && (drop_first(&mut words, said) || drop_last(&mut words, said)) {
                kind = of;
            }
        }
        for small in ["for", "of", "in", "the"] {
            drop_first(&mut words, &[small]);
        }
        Self { kind, rest: words.concat() }
    }
}

/// `2nd Cir.` is cited `2d Cir.`
fn as_cited(word: &str) -> &str {
    match word {
        "2nd" => "2d",
        "3rd" => "3d",
        "cir" => "circuit",
        word => word,
    }
}

fn drop_first(words: &mut Vec<&str>, said: &[&str]) -> bool {
    let there = words.starts_with(said);
    if there {
        words.drain(..said.len());
    }
    there
}

fn drop_last(words: &mut Vec<&str>, said: &[&str]) -> bool {
    let there = words.ends_with(said);
    if there {
        words.truncate(words.len() - said.len());
    }
    there
}

/// Letters and figures alone, lower case.
pub(super) fn fold_name(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The name is this one, folded; most differ in their first letter.
fn folds_to(name: &str, folded: &str) -> bool {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).eq(folded.chars())
}

/// A federal district: `Southern District of New York`, cited `S.D.N.Y.`.
struct District {
    /// `southern`; empty where the state is one district.
    part: String,
    /// `newyork`.
    state: String,
    /// `sd`.
    letters: String,
    /// `ny`, as the citation shortens the state.
    short: String,
    /// `ndca`: the letters, and the state as the mail shortens it.
    postal: String,
    /// `nys`: the CM/ECF name without the letter of the kind of court.
    id: String,
}

impl District {
    /// `None` for a court that is no district court, nor the bankruptcy court of one.
    fn of(court: &Court) -> Option<Self> {
        court.circuit.as_ref()?;
        let full = court.full.strip_prefix(super::court::BANKRUPTCY_COURT).unwrap_or(&court.full);
        let (part, state) = full.split_once("District of ")?;
        let (part, state) = (fold_name(part), fold_name(state.strip_prefix("the ").unwrap_or(state)));
        let short = court.short.strip_prefix("Bankr. ").unwrap_or(&court.short);
        let letter = part.chars().next();
        let letters = letter.map_or_else(|| "d".to_owned(), |c| format!("{c}d"));
        let short = fold_name(short).strip_prefix(letters.as_str())?.to_owned();
        let state_code = court.state.to_lowercase();
        let postal = format!("{letters}{state_code}");
        let id = format!("{state_code}{}", letter.map(String::from).unwrap_or_default());
        Some(Self { part, state, letters, short, postal, id })
    }

    fn is_called(&self, spoken: &Spoken, kind: Kind) -> bool {
        let rest = spoken.rest.as_str();
        let Self { part, state, letters, short, postal, id } = self;
        let by_id = match kind {
            Kind::Bankruptcy => format!("{id}b"),
            _ => format!("{id}d"),
        };
        if spoken.kind == Kind::Unsaid && rest == by_id {
            return true;
        }
        if spoken.kind != kind && !(spoken.kind == Kind::Unsaid && kind == Kind::District) {
            return false;
        }
        let named = [format!("{part}districtof{state}"), format!("{letters}{state}"), format!("{letters}{short}")];
        // `Eastern District of Texas, Marshall Division`: a division is a part of the same court.
        let with_division = rest.ends_with("division") && named.iter().any(|n| rest.starts_with(n));
        let turned = !part.is_empty() && (rest == format!("{state}{part}") || rest == format!("{part}{state}"));
        // `New York Southern District Court`; of a state that is one district its name is enough.
        let alone = part.is_empty() && spoken.kind == kind && rest == state;
        with_division || named.iter().any(|n| rest == n) || rest == postal || turned || alone
    }
}

fn kind_of(court: &Court) -> Kind {
    if court.bankruptcy {
        Kind::Bankruptcy
    } else if court.circuit.is_some() {
        Kind::District
    } else if court.short.ends_with("Cir.") && !court.short.starts_with("B.A.P.") {
        Kind::Appeals
    } else {
        Kind::Unsaid
    }
}

/// `Ninth Circuit`, `9th Circuit`, `ca9`.
fn is_circuit_called(court: &Court, spoken: &Spoken) -> bool {
    let short = fold_name(&court.short);
    let figure: String = short.chars().take_while(char::is_ascii_digit).collect();
    let letters = if figure.is_empty() { short.strip_suffix("cir").unwrap_or(&short).to_owned() } else { figure };
    let full = fold_name(&court.full);
    let said = spoken.rest.as_str();
    let by_id = spoken.kind == Kind::Unsaid && said == format!("ca{letters}");
    by_id || said.ends_with("circuit") && (full.ends_with(&format!("the{said}")) || said == format!("{short}cuit"))
}

/// The court of the table that people call so.
pub(super) fn called<'c, C: AsRef<Court>>(courts: &'c [C], name: &str) -> Option<&'c C> {
    let spoken = Spoken::of(name);
    let folded = fold_name(name);
    // `Immigration Courts`: a name of one court, or of all of its kind.
    let one = folded.strip_suffix("courts").map(|rest| format!("{rest}court"));
    courts.iter().find(|c| {
        let court: &Court = (*c).as_ref();
        if court.aliases.iter().any(|a| folds_to(a, &folded) || one.as_ref().is_some_and(|one| folds_to(a, one))) {
            return true;
        }
        match kind_of(court) {
            Kind::Appeals => is_circuit_called(court, &spoken),
            // `U.S. Tax Court`, `Tax Court`.
            Kind::Unsaid => {
                // `Supreme Court` alone is not that of the United States.
                let aliases =
                    court.aliases.iter().filter(|a| !a.starts_with("U.S.") && !a.starts_with("United States"));
                let names = [&court.full, &court.short].into_iter().chain(aliases);
                let last =
                    |text: &str| text.chars().rev().find(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase());
                let same_end = |own: &str| spoken.kind != Kind::Unsaid || last(own) == last(&spoken.rest);
                !spoken.rest.is_empty() && names.into_iter().any(|own| same_end(own) && Spoken::of(own) == spoken)
            }
            kind => District::of(court).is_some_and(|d| d.is_called(&spoken, kind)),
        }
    })
}

/// The courts that may be meant, by their citation: those of the state that is named, or the one
/// that is a slip of the pen away. A court of another state or kind is never among them.
pub(super) fn courts_meant_by<C: AsRef<Court>>(courts: &[C], name: &str) -> Vec<String> {
    let spoken = Spoken::of(name);
    let kind = if spoken.kind == Kind::Unsaid { Kind::District } else { spoken.kind };
    let of_kind: Vec<&Court> = courts.iter().map(AsRef::as_ref).filter(|c| kind_of(c) == kind).collect();
    let districts: Vec<(&Court, District)> = of_kind.iter().filter_map(|c| Some((*c, District::of(c)?))).collect();
    let of_state: Vec<&(&Court, District)> = [Naming::Exactly, Naming::Shortened, Naming::Misspelled]
        .iter()
        .map(|how| districts.iter().filter(|(_, d)| names_state(&spoken.rest, d, *how)).collect::<Vec<_>>())
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    // A beginning that two states have names neither.
    let first = of_state.first().map(|(_, d)| d.state.as_str());
    if of_state.iter().any(|(_, d)| Some(d.state.as_str()) != first) {
        return Vec::new();
    }
    if !of_state.is_empty() {
        let exact: Vec<_> =
            of_state.iter().filter(|(_, d)| spoken.rest.starts_with(&d.letters) && d.letters.len() > 1).collect();
        let all = if exact.len() == 1 { exact.into_iter().copied().collect() } else { of_state };
        return all.into_iter().map(|(c, _)| c.short.clone()).collect();
    }
    let figures = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    let folded = fold_name(name);
    let sorted = |s: &str| {
        let mut letters: Vec<char> = s.chars().collect();
        letters.sort_unstable();
        letters
    };
    // Of four letters only two that changed places are a slip: any other is as well another name.
    let is_near = |own: &str| {
        let slip = own.len() >= 4 && figures(own) == figures(&folded) && one_slip_apart(own, &folded);
        slip && (own.len() >= 5 || sorted(own) == sorted(&folded))
    };
    let near = courts.iter().map(AsRef::as_ref).filter(|c| {
        let long = c.aliases.iter().chain([&c.full]).map(|n| fold_name(n)).any(|n| n.len() >= 8 && is_near(&n));
        is_near(&fold_name(&c.short)) || long
    });
    let near: Vec<String> = near.map(|c| c.short.clone()).collect();
    if near.len() == 1 { near } else { Vec::new() }
}

/// How words name a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// `N.Y.`, `New York`.
    Exactly,
    /// `Calif.`
    Shortened,
    /// `Califronia`.
    Misspelled,
}

/// Whether the words name the state of this district: `mdny`, `ndcolo`, `cdcalifronia`.
fn names_state(rest: &str, district: &District, how: Naming) -> bool {
    let letters = ["nd", "sd", "ed", "wd", "md", "cd", "d"];
    let parts = ["northern", "southern", "eastern", "western", "middle", "central", ""];
    let cited = letters.iter().filter_map(|l| rest.strip_prefix(l).map(str::to_owned));
    let in_full = parts.iter().filter_map(|p| rest.strip_prefix(&format!("{p}districtof")).map(str::to_owned));
    let is = |said: &str| match how {
        Naming::Exactly => said.len() >= 2 && (said == district.short || said == district.state),
        Naming::Shortened => said.len() >= 3 && district.state.starts_with(said),
        Naming::Misspelled => said.len() >= 5 && one_slip_apart(said, &district.state),
    };
    cited.chain(in_full).chain([rest.to_owned()]).any(|s| is(&s))
}

#[cfg(test)]
mod tests {
    use crate::Library;

    #[test]
    fn a_court_has_every_name_that_people_use() {
        let library = Library::standard();
        for (name, short) in [
            ("N.D. Ohio", "N.D. Ohio"),
            ("nd ohio", "N.D. Ohio"),
            ("ohnd", "N.D. Ohio"),
            ("Northern District of Ohio", "N.D. Ohio"),
            ("Ohio Northern", "N.D. Ohio"),
            ("Ohio Northern District Court", "N.D. Ohio"),
            ("United States District Court for the Northern District of Ohio", "N.D. Ohio"),
            ("In the United States District Court, N.D. Ohio", "N.D. Ohio"),
            ("U.S. District Court for the District of Vermont", "D. Vt."),
            ("District Court, D. Vermont", "D. Vt."),
            ("vtd", "D. Vt."),
            ("dcd", "D.D.C."),
            ("United States District Court for the District of Columbia", "D.D.C."),
            ("nmid", "D. N. Mar. I."),
            ("SDNY", "S.D.N.Y."),
            ("NDCA", "N.D. Cal."),
            ("EDTX", "E.D. Tex."),
            ("DHI", "D. Haw."),
            ("ca11", "11th Cir."),
            ("cadc", "D.C. Cir."),
            ("cafc", "Fed. Cir."),
            ("Eleventh Circuit", "11th Cir."),
            ("11th Circuit", "11th Cir."),
            ("U.S. Court of Appeals for the Eleventh Circuit", "11th Cir."),
            ("U.S. Supreme Court", "U.S."),
            ("Supreme Court of the United States", "U.S."),
            ("scotus", "U.S."),
            ("Tax Court", "T.C."),
            ("U.S. Tax Court", "T.C."),
            ("United States Court of Appeals for Veterans Claims", "Vet. App."),
            ("D. Nevada", "D. Nev."),
            ("N.D. California", "N.D. Cal."),
            ("cand", "N.D. Cal."),
            ("canb", "Bankr. N.D. Cal."),
            ("Bankr. D. Vt.", "Bankr. D. Vt."),
            ("Bankr. N.D. Ohio", "Bankr. N.D. Ohio"),
            ("ohnb", "Bankr. N.D. Ohio"),
            ("United States Bankruptcy Court for the Northern District of Ohio", "Bankr. N.D. Ohio"),
            ("U.S. Bankruptcy Court, D. Vermont", "Bankr. D. Vt."),
            ("United States Court of Federal Claims", "Fed. Cl."),
            ("Fed. Cl.", "Fed. Cl."),
            ("Ct. Int'l Trade", "Ct. Int'l Trade"),
            ("JPML", "J.P.M.L."),
            ("Judicial Panel on Multidistrict Litigation", "J.P.M.L."),
            ("Board of Immigration Appeals", "BIA"),
            ("PTAB", "P.T.A.B."),
            ("Patent Trial and Appeal Board", "P.T.A.B."),
            ("TTAB", "T.T.A.B."),
            ("U.S. International Trade Commission", "ITC"),
            ("N.L.R.B.", "NLRB"),
            ("B.A.P. 9th Cir.", "B.A.P. 9th Cir."),
            ("United States Bankruptcy Appellate Panel for the Ninth Circuit", "B.A.P. 9th Cir."),
            ("9th Cir. BAP", "B.A.P. 9th Cir."),
            ("bap9", "B.A.P. 9th Cir."),
            ("Immigration Courts", "EOIR"),
            ("Ninth Circuit Bankruptcy Appellate Panel", "B.A.P. 9th Cir."),
            ("Bankruptcy Appellate Panel of the Tenth Circuit", "B.A.P. 10th Cir."),
            ("U.S. Ct. Int'l Trade", "Ct. Int'l Trade"),
            ("MDL Panel", "J.P.M.L."),
            ("2nd Cir.", "2d Cir."),
            ("3rd Circuit", "3d Cir."),
            ("USDC, N.D. Ohio", "N.D. Ohio"),
            ("U.S.D.C. D. Vermont", "D. Vt."),
            ("USBC, N.D. Ohio", "Bankr. N.D. Ohio"),
            ("UNITED STATES DISTRICT COURT, NORTHERN DISTRICT OF OHIO, WESTERN DIVISION", "N.D. Ohio"),
            ("United States District Court for the Southern District of Indiana, Evansville Division", "S.D. Ind."),
            ("D.N.M.I.", "D. N. Mar. I."),
        ] {
            let found = library.court(name).map(|c| c.short.as_str());
            assert_eq!(found.ok(), Some(short), "{name}");
        }
    }

    #[test]
    fn what_may_be_meant_is_never_a_court_of_another_state_or_kind() {
        let library = Library::standard();
        let meant = |name: &str| match library.court(name) {
            Err(crate::TimeError::UnknownCourt { among, .. }) => among,
            other => panic!("{name} is {other:?}"),
        };
        assert_eq!(meant("C.D. Kal."), ["C.D. Cal."]);
        assert_eq!(meant("S.D. Califronia"), ["S.D. Cal."]);
        assert_eq!(meant("N.D. Colora."), ["D. Colo."]);
        assert_eq!(meant("M.D.N.Y."), ["E.D.N.Y.", "N.D.N.Y.", "S.D.N.Y.", "W.D.N.Y."]);
        assert_eq!(meant("D. Ohio"), ["N.D. Ohio", "S.D. Ohio"]);
        assert_eq!(meant("NLBR"), ["NLRB"]);
        assert_eq!(meant("Immigratoin Court"), ["EOIR"]);
        assert_eq!(meant("Pattent Trial and Appeal Board"), ["P.T.A.B."]);
        assert_eq!(meant("Superior Court of Californa"), ["Cal. Super. Ct."]);
        assert_eq!(meant("Superior Court of Arizzona, County of Pima"), ["Ariz. Super. Ct."]);
        assert_eq!(
            meant("Texas District Court"),
            ["E.D. Tex.", "N.D. Tex.", "S.D. Tex.", "W.D. Tex.", "Tex. Dist. Ct."]
        );
        for name in [
            "Fed. Courts",
            "N.D. Col.",
            "22d Cir.",
            "12th Cir.",
            "Ct. Intl. Transport",
            "Supreme Court",
            "J.P.M.",
            "NLRC",
            "Superior Court of Calvados",
            "",
            "D.",
        ] {
            assert_eq!(meant(name), [""; 0], "{name}");
        }
    }

    #[test]
    fn no_two_courts_have_a_name_in_common() {
        let library = Library::standard();
        for court in library.courts() {
            for name in [&court.short, &court.full] {
                let found = library.court(name).map(|c| &c.short);
                assert_eq!(found.ok(), Some(&court.short), "{name}");
            }
        }
    }
}
