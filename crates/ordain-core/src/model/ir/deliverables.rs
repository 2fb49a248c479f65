//! Things that orders ask for by their common name, without declaring them.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::kinds_of_papers::{OF_A_KIND, are_alike};
use super::nature::Nature;
use super::nature::Nature as N;

/// Singular, lower case, each with what the evaluation must know of it. The longest match is taken, so
/// `privilege log` is not a `log`.
#[rustfmt::skip]
const LIST: &[(&str, &[Nature])] = &[
    ("action", &[N::NoPaper]),
    ("administrative record", &[N::OneInACase]),
    ("affidavit", &[]),
    ("affidavit of service", &[]),
    ("agreement", &[]),
    ("amended complaint", &[N::Pleading]),
    ("annual report", &[]),
    ("answer", &[N::OneInACase]),
    ("answering brief", &[N::AnswersAMotion]),
    ("appeal", &[]),
    ("appearance", &[]),
    ("appendix", &[]),
    ("application", &[N::AsksTheCourt]),
    ("application to proceed in forma pauperis", &[N::AsksTheCourt]),
    ("asset", &[N::NoPaper]),
    ("attorney fee", &[]),
    ("attorney registration form", &[]),
    ("bill of costs", &[]),
    ("bond", &[]),
    ("brief", &[]),
    ("calculation", &[]),
    ("case management report", &[]),
    ("case management statement", &[]),
    ("certificate of compliance", &[]),
    ("certificate of conference", &[]),
    ("certificate of service", &[]),
    ("certification", &[]),
    ("certified copy", &[]),
    ("check", &[]),
    ("civil penalty", &[]),
    ("claim", &[]),
    ("communication", &[N::Material]),
    ("complaint", &[N::Pleading]),
    ("compliance", &[N::NoPaper]),
    ("confidentiality log", &[N::Log]),
    ("consent", &[]),
    ("copy", &[N::Copy]),
    ("corporate representative", &[]),
    ("cost", &[]),
    ("counterclaim", &[N::Pleading]),
    ("courtesy copy", &[]),
    ("cross-motion", &[N::AsksTheCourt]),
    ("cross-motion for summary judgment", &[N::AsksTheCourt]),
    ("crossclaim", &[N::Pleading]),
    ("custodian", &[]),
    ("data", &[N::Material]),
    ("decision", &[N::NoPaper]),
    ("declaration", &[]),
    ("declaration of compliance", &[]),
    ("declaration of service", &[]),
    ("deposition", &[N::NoPaper]),
    ("deposition notice", &[]),
    ("disclosure", &[]),
    ("discovery", &[N::NoPaper]),
    ("discovery motion", &[]),
    ("discovery plan", &[N::OneInACase]),
    ("discovery request", &[N::DiscoveryRequest, N::Numbered]),
    ("diskette", &[]),
    ("dismissal", &[N::NoPaper]),
    ("dispositive motion", &[]),
    ("document", &[N::Measure, N::Document, N::UnitOfDocuments]),
    ("document destruction program", &[]),
    ("document retention policy", &[]),
    ("email", &[N::Material, N::UnitOfDocuments]),
    ("email address", &[]),
    ("entry", &[N::NoPaper]),
    ("errata", &[]),
    ("evidence", &[]),
    ("exhibit", &[N::Measure, N::Numbered]),
    ("exhibit list", &[]),
    ("expert", &[]),
    ("expert disclosure", &[]),
    ("expert discovery", &[]),
    ("expert report", &[]),
    ("extension", &[N::Extension]),
    ("extension of time", &[N::Extension]),
    ("fact discovery", &[]),
    ("fee", &[]),
    ("file", &[N::Material, N::UnitOfDocuments]),
    ("filing fee", &[]),
    ("final report", &[]),
    ("financial statement", &[]),
    ("fine", &[]),
    ("form", &[]),
    ("fund", &[N::NoPaper]),
    ("hearing", &[N::NoPaper, N::Hearing]),
    ("hour", &[N::Measure]),
    ("index", &[]),
    ("initial disclosures", &[N::OneInACase]),
    ("interrogatory", &[N::Measure, N::ServedByItself, N::DiscoveryRequest, N::Numbered]),
    ("invoice", &[]),
    ("joint letter", &[]),
    ("joint report", &[]),
    ("joint statement", &[]),
    ("joint status report", &[]),
    ("joint trial memorandum", &[]),
    ("judgment", &[]),
    ("jury instructions", &[]),
    ("letter", &[]),
    ("list", &[]),
    ("log", &[N::Log]),
    ("mandate", &[N::NoPaper]),
    ("mediation", &[N::NoPaper]),
    ("mediation statement", &[]),
    ("medical record", &[]),
    ("memorandum", &[N::AnswersAMotion]),
    ("metadata", &[]),
    ("monthly report", &[]),
    ("motion", &[N::AsksTheCourt]),
    ("motion for default judgment", &[N::AsksTheCourt]),
    ("motion for extension of time", &[N::AsksTheCourt]),
    ("motion for leave", &[N::AsksTheCourt]),
    ("motion for protective order", &[N::AsksTheCourt]),
    ("motion for reconsideration", &[N::AsksTheCourt]),
    ("motion for sanctions", &[N::AsksTheCourt]),
    ("motion for summary judgment", &[N::AsksTheCourt]),
    ("motion in limine", &[N::AsksTheCourt]),
    ("motion to amend", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to compel", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to dismiss", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to intervene", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to modify", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to proceed in forma pauperis", &[N::AsksTheCourt]),
    ("motion to quash", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to remand", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to seal", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to stay", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to strike", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("motion to transfer", &[N::AsksTheCourt, N::SaysItsPurpose]),
    ("notice", &[]),
    ("notice of appeal", &[]),
    ("notice of appearance", &[]),
    ("notice of deposition", &[]),
    ("notice of dismissal", &[]),
    ("notice of non-opposition", &[]),
    ("notice of removal", &[]),
    ("notice of settlement", &[]),
    ("notice of voluntary dismissal", &[]),
    ("notice of withdrawal", &[]),
    ("objection", &[]),
    ("opening brief", &[]),
    ("opposition", &[N::AnswersAMotion]),
    ("order", &[N::NoPaper]),
    ("order to show cause", &[]),
    ("original", &[]),
    ("page", &[N::Measure, N::Page, N::UnitOfDocuments]),
    ("paper", &[]),
    ("paper copy", &[]),
    ("party", &[]),
    ("payment", &[]),
    ("petition", &[N::Pleading]),
    ("photograph", &[]),
    ("plan", &[]),
    ("pleading", &[]),
    ("pretrial memorandum", &[]),
    ("pretrial order", &[]),
    ("pretrial statement", &[]),
    ("privilege log", &[N::Log, N::OneInACase]),
    ("process", &[]),
    ("production", &[N::NoPaper]),
    ("progress report", &[]),
    ("proof", &[]),
    ("proof of publication", &[]),
    ("proof of service", &[]),
    ("property", &[N::NoPaper]),
    ("proposal", &[]),
    ("proposed findings", &[]),
    ("proposed notice", &[]),
    ("proposed order", &[]),
    ("proposed plan", &[]),
    ("proposed pretrial order", &[]),
    ("protective order", &[]),
    ("quarterly report", &[]),
    ("question", &[N::Measure]),
    ("rebuttal disclosure", &[]),
    ("rebuttal expert disclosure", &[]),
    ("rebuttal expert report", &[]),
    ("rebuttal report", &[]),
    ("record", &[N::Material, N::UnitOfDocuments]),
    ("redaction log", &[N::Log]),
    ("reply", &[N::AnswersAMotion]),
    ("reply brief", &[N::AnswersAMotion]),
    ("reply report", &[]),
    ("report", &[]),
    ("request", &[N::AsksTheCourt, N::Numbered]),
    ("request for admission", &[N::AsksTheCourt, N::DiscoveryRequest, N::Numbered]),
    ("request for documents", &[N::AsksTheCourt, N::DiscoveryRequest, N::Numbered]),
    ("request for production", &[N::AsksTheCourt, N::DiscoveryRequest, N::Numbered]),
    ("response", &[N::AnswersAMotion]),
    ("responsive pleading", &[]),
    ("restitution", &[]),
    ("return of service", &[]),
    ("revised proposed notice", &[]),
    ("ruling", &[N::NoPaper]),
    ("sanction", &[]),
    ("schedule", &[]),
    ("scheduling order", &[]),
    ("search term", &[N::Measure]),
    ("settlement", &[N::NoPaper]),
    ("settlement agreement", &[]),
    ("settlement documentation", &[]),
    ("settlement statement", &[]),
    ("share", &[N::NoPaper]),
    ("source code", &[]),
    ("state court record", &[]),
    ("statement", &[]),
    ("statement of non-opposition", &[]),
    ("status report", &[]),
    ("stipulated dismissal", &[]),
    ("stipulation", &[N::AsksTheCourt]),
    ("stipulation for dismissal", &[N::AsksTheCourt]),
    ("stipulation of dismissal", &[N::AsksTheCourt]),
    ("subpoena", &[]),
    ("summary", &[]),
    ("summary judgment", &[N::NoPaper]),
    ("summons", &[]),
    ("supplement", &[]),
    ("supplemental brief", &[]),
    ("sur-reply", &[]),
    ("surreply", &[]),
    ("tax return", &[]),
    ("topic", &[N::Measure, N::Numbered]),
    ("transcript", &[]),
    ("translation", &[]),
    ("trial brief", &[]),
    ("trial memorandum", &[]),
    ("undertaking", &[]),
    ("verdict form", &[]),
    ("waiver of service", &[]),
    ("weekly report", &[]),
    ("witness", &[N::Measure]),
    ("witness list", &[]),
    ("word", &[N::Measure]),
    ("written response", &[N::AnswersAMotion]),
];

/// A common deliverable, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Deliverable(u16);

impl Deliverable {
    /// The singular name.
    #[must_use]
    pub fn name(self) -> &'static str {
        LIST.get(usize::from(self.0)).map_or("", |(name, _)| name)
    }

    /// The deliverable named by these words, singular or plural.
    #[must_use]
    pub fn find(words: &str) -> Option<Self> {
        static PLACES: OnceLock<HashMap<&str, u16>> = OnceLock::new();
        let places = PLACES.get_or_init(|| (0..).zip(LIST).map(|(i, (name, _))| (*name, i)).collect());
        let exact = |w: &str| places.get(w).copied().map(Self);
        // `attorney's fees` and `attorneys' fees` are attorney fees.
        let plain = words.contains(['\'', '’']).then(|| {
            let marks = ["'s ", "’s ", "s' ", "s’ "];
            marks.iter().fold(words.to_owned(), |all, mark| all.replace(mark, " "))
        });
        let words = plain.as_deref().unwrap_or(words);
        exact(words).or_else(|| singulars_of(words).iter().find_map(|w| exact(w)))
    }

    /// It is of this nature.
    #[must_use]
    pub fn is(self, nature: Nature) -> bool {
        LIST.get(usize::from(self.0)).is_some_and(|(_, natures)| natures.contains(&nature))
    }

    /// All of them, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(LIST).map(|(i, _)| Self(i))
    }

    /// Whatever is this paper is of that kind: a motion to compel is a motion.
    #[must_use]
    pub fn is_of_kind(self, kind: Self) -> bool {
        let (own, wider) = (self.name(), kind.name());
        let motion = wider == "motion" && own.strip_prefix("motion ").is_some();
        motion || OF_A_KIND.contains(&(wider, own))
    }

    /// One name holds the other as its last word or words: `log` and `privilege log`; or courts take
    /// the one kind of paper for the other: `opposition` and `response`.
    #[must_use]
    pub fn near(self, other: Self) -> bool {
        let (a, b) = (self.name(), other.name());
        self != other && (ends_with_words(a, b) || ends_with_words(b, a) || are_alike(a, b))
    }
}

/// Every name, for suggestions.
pub fn names() -> impl Iterator<Item = &'static str> {
    LIST.iter().map(|(name, _)| *name)
}

/// How many words the longest name has.
#[must_use]
pub fn longest() -> usize {
    static LONGEST: OnceLock<usize> = OnceLock::new();
    *LONGEST.get_or_init(|| names().map(|name| name.split(' ').count()).max().unwrap_or(1))
}

fn ends_with_words(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// The singulars that a plural may have: of its last word, or of its first (`motions in limine`).
fn singulars_of(words: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (from, to) in
        [("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("randa", "randum"), ("denda", "dendum"), ("dices", "dix")]
    {
        if let Some(stem) = words.strip_suffix(from) {
            out.push(format!("{stem}{to}"));
        }
        if let Some((first, rest)) = words.split_once(' ')
            && let Some(stem) = first.strip_suffix(from)
        {
            out.push(format!("{stem}{to} {rest}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_the_same_thing() {
        for (plural, one) in [
            ("privilege logs", "privilege log"),
            ("copies", "copy"),
            ("motions in limine", "motion in limine"),
            ("replies", "reply"),
            ("responses", "response"),
        ] {
            assert_eq!(Deliverable::find(plural).map(Deliverable::name), Some(one));
        }
        assert_eq!(Deliverable::find("widgets"), None);
    }

    #[test]
    fn a_log_is_near_a_privilege_log_and_not_the_same() {
        let (log, privilege) = (Deliverable::find("log").unwrap(), Deliverable::find("privilege log").unwrap());
        assert!(log.near(privilege) && privilege.near(log));
        assert!(!log.near(log));
    }
}
