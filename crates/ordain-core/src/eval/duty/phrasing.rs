//! The words of a duty as words of what was done.

use crate::eval::case::Case;
use crate::model::Obligation;
use crate::model::ir::verbs::Verb;
use crate::model::object::{Act, Head, Object};

/// `completed CAR categories 1-5`: the words of the act in the perfect; of several acts, each of them.
pub(in crate::eval) fn act_performed(case: &Case<'_>, obligation: &Obligation) -> String {
    in_perfect(case, obligation, &obligation.words)
}

/// The same of all the obligations that `in each of` makes of one act.
pub(in crate::eval) fn all_acts_performed(case: &Case<'_>, obligation: &Obligation) -> String {
    in_perfect(case, obligation, obligation.in_each.as_ref().unwrap_or(&obligation.words))
}

/// `disclosed records to a person`: what was done, where the order forbids it `to any person`.
pub(in crate::eval) fn of_one_act(performed: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut words = performed.split(' ').peekable();
    let mut quoted = false;
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let plural = next.ends_with('s') && !next.ends_with("ss");
        let vowel = next.starts_with(['a', 'e', 'i', 'o', 'u']);
        let said = match word {
            _ if quoted => Some(word.to_owned()),
            "any" if next == "other" => {
                words.next();
                Some("another".to_owned())
            }
            "any" if next == "of" => Some("some".to_owned()),
            "any" if plural => None,
            "any" if vowel => Some("an".to_owned()),
            "any" if !next.is_empty() => Some("a".to_owned()),
            "anyone" | "anybody" => Some("somebody".to_owned()),
            "anything" => Some("something".to_owned()),
            other => Some(other.to_owned()),
        };
        quoted ^= word.matches(['"', '“', '”']).count() % 2 == 1;
        out.extend(said);
    }
    out.join(" ")
}

/// `served requests for admission`, where the order allows `up to 25 requests for admission`.
pub(in crate::eval) fn without_limit(performed: &str) -> String {
    let words: Vec<&str> = performed.split(' ').collect();
    let leads: [&[&str]; 4] = [&["up", "to"], &["no", "more", "than"], &["not", "more", "than"], &["at", "most"]];
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        match leads.iter().find(|lead| rest.starts_with(lead)) {
            // The number goes with what leads it.
            Some(lead) => at += lead.len() + 1,
            None => {
                out.push(*word);
                at += 1;
            }
        }
    }
    out.join(" ")
}

pub(in crate::eval) fn in_perfect(case: &Case<'_>, obligation: &Obligation, words: &str) -> String {
    if words.starts_with("cause ") {
        return words.replacen("cause ", "caused ", 1);
    }
    with_verbs(case, obligation, words, |verb| &verb.participle)
}

/// `upload or post Code`: the words of the act as they follow `must`, also where the order says
/// `is prohibited from uploading or posting Code`.
pub(in crate::eval) fn act_ordered(case: &Case<'_>, obligation: &Obligation) -> String {
    with_verbs(case, obligation, &obligation.words, |verb| &verb.lemma)
}

/// The words of the act with each of its verbs in this form.
fn with_verbs(case: &Case<'_>, obligation: &Obligation, words: &str, form: fn(&Verb) -> &String) -> String {
    let verbs = &case.model.declared.verbs;
    let mut out = String::new();
    let mut rest = words;
    // An alternative of its own clause is behind the act.
    let own = |a: &&Act| obligation.span.start <= a.span.start && a.span.end <= obligation.span.end;
    for (i, act) in obligation.acts.iter().filter(own).enumerate() {
        let verb = verbs.get(act.verb);
        let found = [verb.lemma.clone(), verbs.gerund_of(act.verb)].into_iter().filter_map(|form| {
            let at = word_at(rest, &form)?;
            (i > 0 || at == 0).then_some((at, form.len()))
        });
        // The first that is there, and of two at one place the longer.
        let found = found.min_by_key(|(at, len)| (*at, usize::MAX - len));
        match found {
            Some((at, len)) => {
                out.push_str(&rest[..at]);
                out.push_str(form(verb));
                rest = &rest[at + len..];
            }
            // A thing without its verb was to be produced.
            None if i == 0 => out.push_str(&format!("{} ", form(verb))),
            None => {}
        }
    }
    out + rest
}

/// Where these words are in `text` as words of their own.
pub(in crate::eval) fn word_at(text: &str, words: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .map(|(at, _)| at)
        .find(|at| !inside(text[..*at].chars().next_back()) && !inside(text[at + words.len()..].chars().next()))
}

pub(in crate::eval) fn participle(case: &Case<'_>, obligation: &Obligation) -> String {
    obligation.acts.first().map(|a| case.model.declared.verbs.get(a.verb).participle.clone()).unwrap_or_default()
}

/// A thing as a part is named by it.
pub(in crate::eval) fn object_name(case: &Case<'_>, object: &Object) -> String {
    let declared = &case.model.declared;
    match &object.head {
        Some(Head::Thing(t)) => declared.things[t.index()].name.clone(),
        Some(Head::Deliverable(d)) => d.name().to_owned(),
        Some(Head::Quoted(q)) => q.clone(),
        Some(Head::Record(r)) => declared.records[r.index()].name.clone(),
        Some(Head::Order(o)) => declared.orders[o.index()].name.clone(),
        Some(Head::Party(p)) => declared.party_name(*p).to_owned(),
        None => "it".to_owned(),
    }
}
