//! Whether two titles may be those of one paper: `Notice of Status` and `status report`.

use crate::model::deliverables::{self, Deliverable};
use crate::model::kinds_of_papers::are_alike;
use crate::model::names::fold;
use crate::model::title_words::InTitle;

/// A wording of a thing with what is compared of it: worked out once, for it is compared with many.
pub(in crate::eval) struct Wording {
    pub(in crate::eval) text: String,
    title: Title,
    /// It is the name of a paper that everybody knows.
    pub(in crate::eval) is_known: bool,
}

impl Wording {
    pub(in crate::eval) fn of(text: String) -> Self {
        Self { title: Title::of(&text), is_known: Deliverable::find(&text).is_some(), text }
    }

    /// They share what kind of paper it is, or a word that tells it from other papers.
    pub(in crate::eval) fn may_name_one_paper_with(&self, other: &Self) -> bool {
        self.title.may_name_one_paper_with(&other.title)
    }
}

/// One wording holds the other as whole words, or they differ by a slip.
pub(in crate::eval) fn near_wording(a: &str, b: &str) -> bool {
    let holds = |long: &str, short: &str| {
        short.len() > 3
            && short.len() <= long.len()
            && long.match_indices(short).any(|(i, m)| {
                let before = long[..i].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let after = long[i + m.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                before && after
            })
    };
    holds(a, b) || holds(b, a) || ordain_base::words::closest(a, [b]).is_some()
}

/// They share what kind of paper it is, or a word that tells it from other papers.
pub(in crate::eval) fn may_name_one_paper(a: &str, b: &str) -> bool {
    Title::of(a).may_name_one_paper_with(&Title::of(b))
}

/// They share a word that tells one paper, or one thing, from another.
pub(in crate::eval) fn share_a_telling_word(a: &str, b: &str) -> bool {
    Title::of(a).shares_a_telling_word(&Title::of(b))
}

/// The title of a docket entry, without its number and what comes after the name of the paper.
pub(in crate::eval) fn title_of_entry(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let lower = text.to_ascii_lowercase();
    let ends = [" by ", " filed by ", " re ", " (", ".", ";", ","].iter().filter_map(|end| lower.find(end));
    ends.min().and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The first paper that a title names: `motion to quash` of `Dunmore's motion to quash the subpoena`.
pub(in crate::eval) fn first_paper(title: &str) -> Option<Deliverable> {
    let words = words_of(title);
    (0..words.len()).find_map(|at| {
        let longest = deliverables::longest().min(words.len() - at);
        (1..=longest).rev().find_map(|n| Deliverable::find(&words[at..at + n].join(" ")))
    })
}

/// A title as it is compared.
struct Title {
    /// Each word, and whether it tells one paper from another.
    words: Vec<(String, bool)>,
    /// How many stand before what it is about.
    before: usize,
    /// What kind of paper it is distinguishes none.
    is_wide: bool,
    is_about_another: bool,
}

impl Title {
    fn of(text: &str) -> Self {
        let words = words_of(text);
        let before = words.iter().position(|w| InTitle::Connects.is_said_by(w)).unwrap_or(words.len());
        let tells = |w: &str| !InTitle::InManyTitles.is_said_by(w) && !InTitle::Connects.is_said_by(w) && w.len() > 2;
        let words = words.iter().map(|w| singular_of_word(w)).map(|w| (tells(&w), w)).map(|(tells, w)| (w, tells));
        let mut title = Self { words: words.collect(), before, is_wide: false, is_about_another: false };
        let says = |said: InTitle| title.kind().is_some_and(|kind| said.is_said_by(kind));
        (title.is_wide, title.is_about_another) = (says(InTitle::Wide), says(InTitle::AboutAnother));
        title
    }

    fn may_name_one_paper_with(&self, other: &Self) -> bool {
        let (Some(kind), Some(of_other)) = (self.kind(), other.kind()) else { return false };
        if are_alike(kind, of_other) {
            return true;
        }
        if kind == of_other {
            return !self.is_wide || self.shares_a_telling_word(other);
        }
        !self.is_about_another && !other.is_about_another && self.shares_a_telling_word(other)
    }

    /// What kind of paper it is: the last word before what it is about.
    fn kind(&self) -> Option<&str> {
        self.words.get(self.before.checked_sub(1)?).map(|(word, _)| word.as_str())
    }

    fn shares_a_telling_word(&self, other: &Self) -> bool {
        let has = |word: &String| other.words.iter().any(|(w, _)| w == word);
        self.words.iter().any(|(word, tells)| *tells && has(word))
    }
}

fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text).to_lowercase();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn singular_of_word(word: &str) -> String {
    if let Some(stem) = ["sses", "xes", "ches", "shes"].iter().find_map(|end| word.strip_suffix(end).map(|s| (s, end)))
    {
        return format!("{}{}", stem.0, &stem.1[..stem.1.len() - 2]);
    }
    let plural = word.len() > 3 && !word.ends_with("ss") && !word.ends_with("us");
    word.strip_suffix('s').filter(|_| plural).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{first_paper, may_name_one_paper, near_wording};
    use crate::model::deliverables::Deliverable;

    #[test]
    fn wordings_that_a_person_should_look_at() {
        assert!(near_wording("joint status report", "status report"));
        assert!(near_wording("opposition", "oposition"));
        assert!(!near_wording("answer", "privilege log"));
    }

    #[test]
    fn titles_of_what_may_be_one_paper() {
        for (a, b) in [
            ("status report", "Notice of Status"),
            ("expert report", "Report of Dr. Poe"),
            ("privilege log", "Log of Documents Withheld"),
            ("witness list", "Witnesses for Trial"),
            ("mediation statement", "Statement for the Mediator"),
            ("notice of settlement", "Notice of Partial Settlement"),
        ] {
            assert!(may_name_one_paper(a, b), "{a} and {b}");
        }
        for (a, b) in [
            ("status report", "Notice of Appearance"),
            ("status report", "Motion to Continue Status Conference"),
            ("answer", "Certificate of Service"),
            ("notice of appeal", "Notice of Withdrawal of Counsel"),
            ("motion to compel", "Motion for Relief"),
            ("privilege log", "Initial Disclosures"),
        ] {
            assert!(!may_name_one_paper(a, b), "{a} and {b}");
        }
    }

    #[test]
    fn the_first_paper_of_a_title() {
        let named = |t| first_paper(t).map(Deliverable::name);
        assert_eq!(named("Voss's motion to quash the subpoena"), Some("motion to quash"));
        assert_eq!(named("opposition to motion to stay"), Some("opposition"));
        assert_eq!(named("a walk in the woods"), None);
    }
}
