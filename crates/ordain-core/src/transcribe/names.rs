//! The parties as the paper names them, and who a sentence binds.

use ordain_base::words::{SIDES, capitalized, side_named};
use ordain_text::heading::{self, Heading};
use ordain_text::reading::Reading;

use super::naming::{count_word, default_role, named_beside, surname, surnames_used, words_of_name};
use super::phrase::{Phrase, in_quotation_marks};

/// Who a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// A side, or a member of one, that the draft declares.
    Party,
    Parties,
    Court,
    Clerk,
    /// An office that is not a party; the draft declares it where a statement names it.
    Office,
}

/// A name as the paper has it, and as the draft writes it.
#[derive(Debug, Clone)]
pub(super) struct Name {
    words: Vec<String>,
    pub(super) written: String,
    pub(super) who: Who,
}

/// A declaration of a party.
#[derive(Debug, Clone, Default)]
pub(super) struct Party {
    pub(super) name: String,
    pub(super) members: Vec<String>,
    pub(super) aliases: Vec<String>,
}

/// All names of a paper.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    pub(super) parties: Vec<Party>,
    /// Who is bound and is neither in the caption nor called by a side: the draft asks who it is.
    pub(super) strangers: Vec<String>,
    known: Vec<Name>,
}

const OFFICES: &[&str] = &[
    "District Attorney",
    "Special Master",
    "Receiver",
    "Trustee",
    "Monitor",
    "Warden",
    "Probation Officer",
    "United States Marshal",
    "United States Marshals Service",
    "U.S. Marshal",
    "U.S. Marshals Service",
    "Marshal",
    "Mediator",
];

impl Names {
    pub(super) fn of(heading: &Heading, reading: &Reading<'_>) -> Self {
        let mut names = Self::default();
        let mut taken: Vec<&str> = Vec::new();
        let members = heading.sides.iter().flat_map(|s| &s.names);
        let all: Vec<String> = members.filter_map(|n| surname(n)).map(str::to_lowercase).collect();
        for (at, side) in heading.sides.iter().enumerate() {
            let role = if side.role.is_empty() { default_role(at, reading) } else { Some(side.role.clone()) };
            let Some(role) = role else { continue };
            let Some(pair) = side_named(&role) else { continue };
            if taken.contains(&pair.0) {
                continue;
            }
            taken.push(pair.0);
            names.add_side(pair, Some(side), &all, reading);
        }
        for pair in SIDES.iter().filter(|p| !taken.contains(&p.0)) {
            names.add_side(pair, None, &all, reading);
        }
        names.add_fixed(reading);
        names.known.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words)));
        names
    }

    fn add_side(
        &mut self,
        (one, more): &(&str, &str),
        side: Option<&heading::Side>,
        all_surnames: &[String],
        r: &Reading<'_>,
    ) {
        let (ones, mores) = (count_word(r, one), count_word(r, more));
        if ones + mores == 0 {
            return;
        }
        let role = side.map(|s| s.role.as_str()).unwrap_or_default();
        let one_name = side.is_some_and(|s| s.names.len() == 1 && !s.more);
        let several = side.is_some_and(|s| s.names.len() > 1 || s.more) || role.eq_ignore_ascii_case(more);
        let plural = if role.is_empty() { mores > ones && !one_name } else { role.eq_ignore_ascii_case(more) };
        let (own, other) = if plural { (more, one) } else { (one, more) };
        let mut party = Party { name: capitalized(own), ..Party::default() };
        // Of several, `Defendant` is one of them, and the paper does not say which.
        let same = !several && side.is_some_and(|s| s.names.len() == 1) && count_word(r, other) > 0;
        self.know(&party.name, &party.name, Who::Party);
        if same {
            party.aliases.push(capitalized(other));
            self.know(&capitalized(other), &party.name, Who::Party);
        }
        let members = side.map(|s| s.names.as_slice()).unwrap_or_default();
        if members.is_empty() {
            // A paper without a caption: `Defendant Roe`, if it is always the same.
            let named = named_beside(r, one);
            if let [name] = named.as_slice()
                && !plural
            {
                party.members.push(name.clone());
                self.know(name, &party.name, Who::Party);
                self.know(&format!("{one} {name}"), &party.name, Who::Party);
                self.know(&format!("{one}, {name},"), &party.name, Who::Party);
                self.know(&format!("{one}, {name}"), &party.name, Who::Party);
            }
        }
        for member in members {
            let short = heading::short_names(r, member);
            let alone = members.len() == 1 && side.is_some_and(|s| !s.more);
            let mut forms = vec![member.clone()];
            forms.extend(short.iter().cloned());
            let own = surname(member).map(str::to_lowercase).unwrap_or_default();
            let first = words_of_name(member).into_iter().next().unwrap_or_default();
            let begins = |n: &&String| words_of_name(n).first() == Some(&first);
            let is_shared =
                all_surnames.iter().filter(|s| **s == own).count() > 1 || members.iter().filter(begins).count() > 1;
            forms.extend(surnames_used(r, member, one, is_shared));
            if alone {
                // One person is the whole side: its names are names of the side.
                party.members.push(member.clone());
                for form in forms.into_iter().skip(1).filter(|f| SIDES.iter().all(|s| !f.eq_ignore_ascii_case(s.0))) {
                    self.know(&form, &party.name, Who::Party);
                }
                self.know(member, &party.name, Who::Party);
            } else {
                let own = short.first().unwrap_or(member).clone();
                for form in forms {
                    self.know(&form, &own, Who::Party);
                }
                party.members.push(own);
            }
        }
        self.parties.push(party);
    }

    fn add_fixed(&mut self, r: &Reading<'_>) {
        for name in ["the parties", "all parties", "both parties", "parties"] {
            self.know(name, "the parties", Who::Parties);
        }
        for name in ["each party", "any party", "each side", "either party"] {
            let written = match name {
                "each side" => "each party",
                "either party" => "any party",
                name => name,
            };
            self.know(name, written, Who::Parties);
        }
        for name in ["the court", "this court"] {
            self.know(name, "the Court", Who::Court);
        }
        for name in [
            "the clerk",
            "the clerk of court",
            "the clerk of the court",
            "clerk of court",
            "clerk of the court",
            "the clerk of this court",
            "clerk of this court",
            "clerk",
            "the clerk's office",
            "clerk's office",
        ] {
            self.know(name, "the Clerk", Who::Clerk);
        }
        // `the Marshal` of a paper that names the United States Marshal is no other.
        let full = ["united", "states", "marshal"];
        if (0..r.tokens.len()).any(|i| r.at(i, &full)) {
            self.know("marshal", "United States Marshal", Who::Office);
        }
        for office in OFFICES {
            let taken = self.known.iter().any(|n| n.words == words_of_name(office));
            if !taken {
                self.know(office, office, Who::Office);
            }
        }
    }

    /// Declares whom the paper binds and does not present.
    pub(super) fn add_stranger(&mut self, spoken: &str, written: &str) {
        let before = self.known.len();
        self.know(spoken, written, Who::Party);
        if self.known.len() > before && !self.strangers.iter().any(|s| s == written) {
            self.strangers.push(written.to_owned());
        }
        self.known.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words)));
    }

    fn know(&mut self, name: &str, written: &str, who: Who) {
        let words = words_of_name(name);
        if words.is_empty() || self.known.iter().any(|n| n.words == words) {
            return;
        }
        self.known.push(Name { words, written: written.to_owned(), who });
    }

    /// The longest name at `at`, and how many words it has.
    pub(super) fn at(&self, p: &Phrase<'_, '_>, at: usize) -> Option<(&Name, usize)> {
        self.known.iter().find_map(|n| {
            let here = n.words.iter().enumerate().all(|(i, w)| p.word(at + i) == w && p.top(at + i));
            let mut len = n.words.len();
            // `Defendants' answer` is not done by Defendants.
            let possessive = p.word(at + len) == "'" && !p.token(at + len).is_some_and(|t| t.gap);
            // `the court` of `the district court` is another.
            let other = n.who == Who::Court
                && at > 0
                && matches!(p.word(at - 1), "district" | "state" | "trial" | "circuit" | "supreme" | "bankruptcy");
            if n.who == Who::Parties
                && matches!(p.word(at + len), "to" | "in")
                && matches!(p.word(at + len + 1), "this" | "the")
                && matches!(p.word(at + len + 2), "action" | "case" | "appeal" | "matter" | "litigation" | "lawsuit")
            {
                len += 3;
            }
            (here && !possessive && !other).then_some((n, len))
        })
    }

    /// The name whose possessive stands at `at`: `Defendants'`, `Plaintiff's`.
    pub(super) fn possessive(&self, p: &Phrase<'_, '_>, at: usize) -> Option<(&Name, usize)> {
        self.known.iter().filter(|n| matches!(n.who, Who::Party | Who::Parties)).find_map(|n| {
            let last = n.words.len() - 1;
            let head = n.words.iter().take(last).enumerate().all(|(i, w)| p.word(at + i) == w);
            let end = p.word(at + last);
            let own = n.words.last()?;
            let glued = end.strip_suffix("'s") == Some(own);
            let apart = end == own && p.word(at + last + 1) == "'" && own.ends_with('s');
            let curly = end == own && matches!(p.word(at + last + 1), "’");
            (head && (glued || apart || curly)).then_some((n, n.words.len() + usize::from(apart || curly)))
        })
    }

    /// The declared name, as statements of the language have it.
    pub(super) fn in_statement(name: &Name) -> String {
        let plain = name.written.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '\'' | '’'))
            && !(name.who == Who::Party && name.written.contains(" and "));
        if plain { name.written.clone() } else { in_quotation_marks(&name.written) }
    }

    /// The sides alone, where their members cannot be declared as the paper names them.
    pub(super) fn bare(mut self) -> Self {
        for party in &mut self.parties {
            party.members.clear();
            party.aliases.clear();
        }
        let declared: Vec<String> = self.parties.iter().map(|p| p.name.clone()).collect();
        self.known.retain(|n| n.who != Who::Party || declared.contains(&n.written));
        self
    }

    /// The offices that the draft may name.
    pub(super) fn offices(&self) -> impl Iterator<Item = &str> {
        // A short form is written as the long one.
        self.known
            .iter()
            .filter(|n| n.who == Who::Office && n.words == words_of_name(&n.written))
            .map(|n| n.written.as_str())
    }

    /// The names that ordering words may bind.
    pub(super) fn spoken(&self) -> Vec<&str> {
        self.parties.iter().flat_map(|p| p.members.iter().map(String::as_str)).collect()
    }

    /// The words of a range, with each name as the draft declares it.
    pub(super) fn renamed(&self, p: &Phrase<'_, '_>, from: usize, to: usize) -> String {
        let mut out: Vec<String> = Vec::new();
        let mut at = from;
        let mut plain = from;
        while at < to {
            // `plaintiff's response` as `Plaintiff's response`
            if let Some((name, 1)) = self.possessive(p, at).filter(|(n, _)| n.who == Who::Party)
                && p.word(at).ends_with("'s")
            {
                out.extend((plain < at).then(|| p.text(plain..at)));
                out.push(format!("{}'s", name.written));
                at += 1;
                plain = at;
                continue;
            }
            // `additional parties` are not `the parties`.
            let bare = at > from
                && p.word(at) == "parties"
                && !matches!(
                    p.word(at - 1),
                    "to" | "on" | "upon" | "of" | "by" | "with" | "from" | "between" | "among" | "for"
                );
            match self.at(p, at).filter(|(n, len)| at + len <= to && !matches!(n.who, Who::Office) && !bare) {
                Some((name, len)) => {
                    out.extend((plain < at).then(|| p.text(plain..at)));
                    // `defendant Acme, Inc.` is one name.
                    let again = plain == at && at > from && out.last() == Some(&Self::in_statement(name));
                    out.extend((!again).then(|| Self::in_statement(name)));
                    at += len;
                    plain = at;
                }
                None => at += 1,
            }
        }
        out.extend((plain < to).then(|| p.text(plain..to)));
        out.join(" ").replace(" ,", ",")
    }
}
