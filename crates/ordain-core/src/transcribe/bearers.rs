//! Whom a sentence binds, by the words before `shall`.

use super::names::{Names, Who};
use super::phrase::Phrase;

/// Whom a sentence binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bearer {
    /// As the draft writes it: `Plaintiff and Defendants`.
    Named {
        text: String,
        jointly: bool,
        each: bool,
        /// `lead counsel for each party`: through whom it acts.
        through: Option<String>,
    },
    /// Nobody that the paper names: the question to ask.
    Asked(String),
}

impl Bearer {
    fn named(text: String) -> Self {
        Self::Named { text, jointly: false, each: false, through: None }
    }

    /// The bearer and `must`, `must not`, `may`.
    pub(super) fn with(&self, modality: &str) -> Option<String> {
        let Self::Named { text, jointly, each, .. } = self else { return None };
        let jointly = if *jointly { " jointly" } else { "" };
        let each = if *each { " each" } else { "" };
        Some(format!("{text}{jointly} {modality}{each}"))
    }
}

/// Reads all words of a phrase as those whom a sentence binds.
pub(super) fn read_bearer(p: &Phrase<'_, '_>, names: &Names) -> Option<Bearer> {
    let p = &without_non_party(&without_articles(p));
    if p.is_empty() {
        return None;
    }
    if p.len() == 1 && matches!(p.word(0), "he" | "she" | "they" | "it" | "who") {
        return Some(Bearer::Asked(format!("who is `{}`?", p.word(0))));
    }
    // `Defendant, his agents, and all persons in active concert with him`: the language reads such words itself.
    if p.has(&["agents", "servants", "concert", "participation", "successors"])
        && let Some((_, len)) = names.at(p, usize::from(p.word(0) == "the"))
        && p.word(usize::from(p.word(0) == "the") + len) == ","
    {
        return Some(Bearer::named(names.renamed(p, 0, p.len())));
    }
    if let Some(found) = special_counsel(p, names).or_else(|| each_member(p, names)).or_else(|| party_that(p, names)) {
        return Some(found);
    }
    let (mut parts, mut at, mut joined): (Vec<String>, usize, bool) = (Vec::new(), 0, true);
    let (mut jointly, mut each) = (false, false);
    let mut or = false;
    while at < p.len() {
        match p.word(at) {
            "the" | "both" | "said" if names.at(p, at).is_none() => at += 1,
            "also" | "further" | "hereby" | "likewise" | "therefore" | "then" if !parts.is_empty() => {
                // `Plaintiff, therefore, shall`
                (at, joined) = (at + 1, false);
            }
            // A party acts through counsel: `the parties and their counsel`.
            "and" | "or" if !parts.is_empty() && own_counsel(p, at + 1) > 0 => {
                (at, joined) = (at + 1 + own_counsel(p, at + 1), false);
            }
            "all" if names.at(p, at).is_none() => at += 1,
            "," => (at, joined) = (at + 1, true),
            "and" | "&" if !parts.is_empty() => (at, joined) = (at + 1, true),
            "or" if !parts.is_empty() => {
                or = true;
                (at, joined) = (at + 1, true);
            }
            "jointly" | "together" if !parts.is_empty() => (at, jointly) = (at + 1, true),
            "each" | "both" if !parts.is_empty() => (at, each) = (at + 1, p.word(at) == "each" || each),
            "counsel" | "attorneys" | "attorney" | "lawyers" => {
                let (text, len) = counsel_at(p, at, names)?;
                if !joined {
                    return None;
                }
                parts.push(text);
                (at, joined) = (at + len, false);
            }
            _ => {
                if let Some((name, len)) = names.possessive(p, at)
                    && matches!(p.word(at + len), "counsel" | "attorney" | "attorneys")
                {
                    parts.push(format!("counsel for {}", Names::in_statement(name)));
                    (at, joined) = (at + len + 1, false);
                    // `Appellant's counsel Calvin Poe`: who that is.
                    let named = (at..p.len()).all(|i| p.is_word(i) && p.capital(i) && names.at(p, i).is_none());
                    if at < p.len() && named && p.len() - at <= 4 {
                        let through = Some(format!("through {}", p.text(at..p.len())));
                        return Some(Bearer::Named { text: parts.pop()?, jointly: false, each: false, through });
                    }
                    continue;
                }
                let (name, len) = names.at(p, at).filter(|_| joined)?;
                let text = Names::in_statement(name);
                if !parts.contains(&text) {
                    parts.push(text);
                }
                (at, joined) = (at + len, false);
            }
        }
    }
    if parts.is_empty() || joined && p.last() != "," {
        return None;
    }
    bearer_of_parts(p, &parts, or, names).map(|found| match found {
        Bearer::Named { text, through, .. } => Bearer::Named { text, jointly, each, through },
        asked @ Bearer::Asked(_) => asked,
    })
}

/// Without `non-party` before a name.
fn without_non_party<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let the = usize::from(p.word(0) == "the");
    if p.at(the, &["non", "-", "party"]) { p.slice(the + 3..p.len()) } else { p.clone() }
}

/// Those whom the words name, as one bearer.
fn bearer_of_parts(p: &Phrase<'_, '_>, parts: &[String], or: bool, names: &Names) -> Option<Bearer> {
    // `Withdrawing Counsel, Samuel Poe, is authorized`: one person by two names, or two.
    if parts.len() > 1 && !p.has(&["and", "or", "&"]) {
        return None;
    }
    // Where the paper names one side alone, the draft does not know who the parties are.
    if names.parties.len() < 2 && parts.iter().any(|part| matches!(part.as_str(), "the parties" | "counsel")) {
        return Some(Bearer::Asked("the paper names only one of the parties: who are the others?".to_owned()));
    }
    let join = if or { " or " } else { " and " };
    let text = match parts {
        [one] => one.clone(),
        [head @ .., last] => format!("{}{join}{last}", head.join(", ")),
        [] => return None,
    };
    Some(Bearer::named(text))
}

/// `Lead trial counsel for each party`: the party acts, through them.
fn special_counsel(p: &Phrase<'_, '_>, names: &Names) -> Option<Bearer> {
    const KINDS: &[&str] = &["lead", "trial", "local", "liaison"];
    // `lead counsel for Plaintiff and lead counsel for Defendant`
    if let Some(and) = p.find(3, &["and"]).filter(|at| KINDS.contains(&p.word(at + 1)) && KINDS.contains(&p.word(0))) {
        let Bearer::Named { text: first, through: one, .. } = special_counsel(&p.slice(0..and), names)? else {
            return None;
        };
        let Bearer::Named { text: second, through: other, .. } = special_counsel(&p.slice(and + 1..p.len()), names)?
        else {
            return None;
        };
        let other = other.and_then(|t| t.strip_prefix("through ").map(str::to_owned))?;
        let through = Some(format!("{} and {other}", one?));
        return Some(Bearer::Named { text: format!("{first} and {second}"), jointly: false, each: false, through });
    }
    let from = usize::from(matches!(p.word(0), "the" | "all"));
    let kinds = (from..p.len()).take_while(|i| KINDS.contains(&p.word(*i))).count();
    let at = from + kinds;
    if kinds == 0
        || !matches!(p.word(at), "counsel" | "attorney" | "attorneys")
        || !matches!(p.word(at + 1), "for" | "of")
    {
        return None;
    }
    let rest = p.slice(at + 2..p.len());
    let Bearer::Named { text, jointly, each, .. } = read_bearer(&rest, names)? else { return None };
    Some(Bearer::Named { text, jointly, each, through: Some(format!("through {}", p.text(from..p.len()))) })
}

/// `each defendant` of several: each of them.
fn each_member(p: &Phrase<'_, '_>, names: &Names) -> Option<Bearer> {
    if !matches!(p.word(0), "each" | "every") {
        return None;
    }
    let of = usize::from(p.word(1) == "of") * (1 + usize::from(p.word(2) == "the"));
    let word = p.word(1 + of);
    let side = names.parties.iter().map(|party| &party.name).find(|name| {
        let lower = name.to_lowercase();
        lower == word && lower.ends_with('s') || lower.strip_suffix('s') == Some(word)
    })?;
    (2 + of == p.len()).then(|| Bearer::Named { text: side.clone(), jointly: false, each: true, through: None })
}

/// `any party that opposes`, `a party who has a claim`: each of those.
fn party_that(p: &Phrase<'_, '_>, names: &Names) -> Option<Bearer> {
    let several = p.at(0, &["parties"]) || p.at(0, &["any", "parties"]);
    let lead = p.at(0, &["any", "party"]) || p.at(0, &["a", "party"]) || p.at(0, &["each", "party"]) || several;
    let from = if p.word(0) == "parties" { 1 } else { 2 };
    let shifted;
    let p = if from == 1 {
        shifted = p.slice(0..1).and(p);
        &shifted
    } else {
        p
    };
    let that = matches!(p.word(2), "that" | "who" | "which") && p.len() > 3 && p.len() < 24;
    let wishing = matches!(
        p.word(2),
        "seeking" | "wishing" | "opposing" | "desiring" | "requesting" | "appearing" | "participating" | "proceeding"
    );
    if !lead || !(that || wishing) || p.has(&[","]) || !p.dates().is_empty() || names.parties.len() < 2 {
        return None;
    }
    let from = if that { 3 } else { 2 };
    let verb = if that { String::new() } else { "is ".to_owned() };
    let words = format!("{verb}{}", p.text(from..p.len()));
    Some(Bearer::named(format!("any party that {}", super::phrase::in_quotation_marks(&words))))
}

/// How many words `their counsel`, `his attorney` has at `at`; 0 where it is not there.
fn own_counsel(p: &Phrase<'_, '_>, at: usize) -> usize {
    let own = matches!(p.word(at), "their" | "his" | "her" | "its");
    let respective = usize::from(matches!(p.word(at + 1), "respective" | "own"));
    let counsel = matches!(p.word(at + 1 + respective), "counsel" | "attorney" | "attorneys");
    if own && counsel { 2 + respective } else { 0 }
}

/// `counsel for Defendants`, `counsel of record`, `counsel`.
fn counsel_at(p: &Phrase<'_, '_>, at: usize, names: &Names) -> Option<(String, usize)> {
    if p.word(at + 1) == "for" {
        let the = usize::from(matches!(p.word(at + 2), "the" | "both" | "all") && names.at(p, at + 2).is_none());
        let (name, len) = names.at(p, at + 2 + the)?;
        let for_all = name.who == Who::Parties;
        let text =
            if for_all { "the parties".to_owned() } else { format!("counsel for {}", Names::in_statement(name)) };
        return Some((text, 2 + the + len));
    }
    Some(("counsel".to_owned(), 1))
}

/// Without articles, brackets and `by and through counsel` around the names.
fn without_articles<'r, 't>(p: &Phrase<'r, 't>) -> Phrase<'r, 't> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < p.len() {
        if !p.top(at) {
            at += 1;
            continue;
        }
        // `, by counsel,`, `, through undersigned counsel,`
        if p.word(at) == "," && matches!(p.word(at + 1), "by" | "through") {
            let end = (at + 2..(at + 8).min(p.len() + 1)).find(|i| matches!(p.word(*i), "," | ""));
            let counsel =
                end.is_some_and(|e| (at..e).any(|i| matches!(p.word(i), "counsel" | "attorney" | "attorneys")));
            if let Some(end) = end.filter(|_| counsel) {
                at = end + 1;
                continue;
            }
        }
        // `The Clerk, or his designee,`
        let from = usize::from(p.word(at) == ",");
        let own = usize::from(matches!(p.word(at + from + 1), "his" | "her" | "its" | "their" | "a"));
        if p.word(at + from) == "or" && p.word(at + from + 1 + own) == "designee" {
            at += from + own + 2;
            continue;
        }
        kept.extend(p.ids().get(at).copied());
        at += 1;
    }
    while kept.last().is_some_and(|i| p.reading.word(*i) == ",") {
        kept.pop();
    }
    Phrase::new(p.reading, kept)
}
