//! Whether a statement says all that its sentence says. The statement is the one that the model is written back to,
//! so that what the reader dropped is not in it: each number, day, name, negation, condition and word of the sentence
//! must be found in it again.

use std::collections::HashSet;

use super::candidate::{Context, Force};
use super::names::Who;
use super::phrase::Phrase;
use super::small_words::{SMALL, TURNS};
use chrono::Datelike;

/// What of the sentence the statement does not say; none where it says all.
pub(super) fn words_not_stated(
    p: &Phrase<'_, '_>,
    statement: &str,
    declared: &str,
    force: Force,
    implied: &[&str],
    ctx: &Context<'_>,
) -> Option<String> {
    let names = ctx.names;
    let said = format!("{statement} {declared}").to_lowercase().replace('’', "'");
    if let Some(why) = force_missing(&said, force) {
        return Some(why);
    }
    let words: HashSet<&str> =
        said.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    let mut at = 0;
    while at < p.len() {
        if let Some((date, len)) = p.date(at) {
            let day = date.day?;
            let month =
                chrono::Month::try_from(u8::try_from(day.month()).unwrap_or(1)).map_or("", |m| m.name()).to_lowercase();
            let stated = said.contains(&format!("{month} {}, {}", day.day(), day.year()));
            let quoted = said.contains(&p.text(at..at + len).to_lowercase());
            if !stated && !quoted {
                return Some(p.text(at..at + len));
            }
            at += len;
            continue;
        }
        if let Some((name, len)) = names.at(p, at).filter(|(n, _)| !matches!(n.who, Who::Court)) {
            let own = p.text(at..at + len).to_lowercase();
            let all = names.parties.iter().all(|party| said.contains(&party.name.to_lowercase()));
            let found = match name.who {
                Who::Parties => all || said.contains("part"),
                _ => said.contains(&name.written.to_lowercase()) || said.contains(&own),
            };
            if !found {
                return Some(p.text(at..at + len));
            }
            at += len;
            // `the Patent Office (PTO)`
            if p.word(at) == "(" && p.word(at + 2) == ")" && p.capital(at + 1) {
                at += 3;
            }
            continue;
        }
        // `non-party Roe`: whom the draft declares as a role.
        if p.at(at, &["non", "-", "party"]) {
            at += 3;
            continue;
        }
        // `any party that` says `who`.
        if p.word(at) == "who" && said.contains("party that") {
            at += 1;
            continue;
        }
        // `each defendant` where the statement names them.
        let member = |party: &super::names::Party| {
            party.name.to_lowercase().strip_suffix('s') == Some(p.word(at))
                && party.members.iter().any(|m| said.contains(&m.to_lowercase()))
        };
        if names.parties.iter().any(member) {
            at += 1;
            continue;
        }
        // `production of` where the statement says `produce`.
        let of_act = |w: &str| {
            if p.word(at + 1) != "of" {
                return false;
            }
            let verb = ctx.verbs.noun(w).map(|id| ctx.verbs.get(id));
            verb.is_some_and(|v| words.contains(v.lemma.as_str()) || words.contains(v.past.as_str()))
        };
        if !implied.contains(&p.word(at)) && !word_said(p, at, &words, force) && !of_act(p.word(at)) {
            return Some(p.text(at..at + 1));
        }
        at += 1;
    }
    None
}

fn force_missing(said: &str, force: Force) -> Option<String> {
    let has = |w: &str| said.contains(w);
    let ok = match force {
        Force::Must => has(" must ") && !has(" must not "),
        Force::MustNot => has(" must not ") || has("may not"),
        Force::May => has(" may ") && !has(" may not "),
        Force::Should => has(" should ") || has("encouraged"),
        Force::Other | Force::Words => true,
    };
    (!ok).then(|| "what the order asks (must, must not, may)".to_owned())
}

fn word_said(p: &Phrase<'_, '_>, at: usize, words: &HashSet<&str>, force: Force) -> bool {
    let word = p.word(at);
    if !p.is_word(at) && !p.is_number(at) {
        return true;
    }
    if words.contains(word) {
        return true;
    }
    if TURNS.contains(&word) {
        return is_order_turned(p, at, words, force);
    }
    if SMALL.contains(&word) || is_weekday(word) {
        return true;
    }
    // `at once` is immediately; `until further notice` is until further order.
    if word == "once" && p.word(at.wrapping_sub(1)) == "at" && words.contains("immediately")
        || word == "notice" && p.word(at.wrapping_sub(1)) == "further" && words.contains("further")
    {
        return true;
    }
    if word == "noon" && words.contains("12") || word == "midnight" && (words.contains("0") || words.contains("24")) {
        return true;
    }
    // What must be filed by a day is due on it.
    if matches!(word, "filed" | "served" | "submitted") && force == Force::Other && words.contains("due") {
        return true;
    }
    // A stay `pending further order` lasts until it.
    if word == "pending" && words.contains("further") {
        return true;
    }
    if p.is_number(at) {
        // `10` of `10D`
        let glued = |w: &&str| {
            w.strip_prefix(word).is_some_and(|r| r.len() == 1 && r.chars().all(char::is_alphabetic) || is_ordinal(r))
        };
        if words.iter().any(glued) {
            return true;
        }
        let zeros = word.trim_start_matches('0');
        return words.contains(zeros) || word.chars().all(|c| c == '0') && p.word(at.wrapping_sub(1)) == ":";
    }
    if let Some(n) = ordain_base::words::number(word) {
        return words.contains(n.to_string().as_str()) || is_part_of_number(p, at, words);
    }
    if matches!(word, "attorney" | "attorneys") && words.contains("counsel") {
        return true;
    }
    // `not more than five pages` is `not exceeding 5 pages`.
    if matches!(word, "more" | "longer" | "limited" | "length") && words.contains("exceeding") {
        return true;
    }
    // `th` of `15th`
    if is_ordinal(word) && at > 0 && p.is_number(at - 1) {
        return words.contains(format!("{}{word}", p.word(at - 1)).as_str());
    }
    // `D` of `10D`
    if word.chars().count() == 1 && at > 0 && p.is_number(at - 1) {
        return words.contains(format!("{}{word}", p.word(at - 1)).as_str());
    }
    let bare = word.strip_suffix("'s").unwrap_or(word);
    words.iter().any(|w| is_same_word(bare, w.strip_suffix("'s").unwrap_or(w)))
}

/// `twenty` of `twenty-one`.
fn is_part_of_number(p: &Phrase<'_, '_>, at: usize, words: &HashSet<&str>) -> bool {
    let number = |i: usize| ordain_base::words::number(p.word(i));
    let near = [
        (at, at + 1 + usize::from(p.word(at + 1) == "-")),
        (at.saturating_sub(1 + usize::from(p.word(at.wrapping_sub(1)) == "-")), at),
    ];
    near.iter().any(|(a, b)| match (number(*a), number(*b)) {
        (Some(tens), Some(ones)) if tens >= 20 && ones < 10 => words.contains((tens + ones).to_string().as_str()),
        _ => false,
    })
}

/// A word that turns the order round, said in another way.
fn is_order_turned(p: &Phrase<'_, '_>, at: usize, words: &HashSet<&str>, force: Force) -> bool {
    match p.word(at) {
        "not" => {
            force == Force::MustNot || p.word(at + 1) == "later" || p.word(at + 1) == "less" && words.contains("least")
        }
        "absent" => words.contains("unless"),
        "no" => {
            matches!(p.word(at + 1), "later" | "more" | "less" | "fewer")
                || p.word(at + 1) == "." && p.is_number(at + 2)
                || force == Force::MustNot
        }
        "or" => {
            matches!(p.word(at.wrapping_sub(1)), "on" | "at") && matches!(p.word(at + 1), "before" | "prior")
                || (1..3).any(|i| p.word(at + i) == "designee")
        }
        _ => false,
    }
}

fn is_ordinal(ending: &str) -> bool {
    matches!(ending, "st" | "nd" | "rd" | "th")
}

fn is_weekday(word: &str) -> bool {
    word.len() > 2 && word.parse::<chrono::Weekday>().is_ok()
}

/// One word in two forms: `files`, `filed`, `filing`.
fn is_same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let rest = |w: &str| w.get(shared..).unwrap_or("").to_owned();
    let ending = |w: String| {
        matches!(
            w.as_str(),
            "" | "s"
                | "es"
                | "ed"
                | "d"
                | "ing"
                | "y"
                | "ies"
                | "e"
                | "ied"
                | "ted"
                | "ting"
                | "red"
                | "ring"
                | "ly"
                | "'"
        )
    };
    shared >= 3 && ending(rest(a)) && ending(rest(b))
}
