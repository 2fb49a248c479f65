//! What is to be done: the verb, the thing, to whom. The thing is said in the language's own words where it knows
//! them, else in the order's, in quotation marks.

use super::candidate::Context;
use super::guard::obstacle_to_quoting;
use super::modals::Form;
use super::names::Names;
use super::phrase::{Phrase, in_quotation_marks};

/// A verb of its own, if it has one, and its thing.
pub(super) type ActWords<'r, 't> = (Option<String>, Phrase<'r, 't>);

/// The verb at the beginning of a phrase, as the language has it, and how many words it has.
pub(super) fn verb_at_start(p: &Phrase<'_, '_>, form: Form, ctx: &Context<'_>) -> Option<(String, usize)> {
    let one = |at: usize| -> Option<(String, usize)> {
        (1..=4).rev().find_map(|n| {
            let words = (at..at + n).map(|i| p.word(i)).collect::<Vec<_>>().join(" ");
            let known = match form {
                Form::Base => ctx.verbs.base(&words),
                Form::Gerund => ctx.verbs.gerund(&words),
                Form::Passive => ctx.verbs.past(&words),
            };
            known.map(|id| (ctx.verbs.get(id).lemma.clone(), n))
        })
    };
    // `administratively terminate`
    let adverb = usize::from(p.word(0).len() > 4 && p.word(0).ends_with("ly") && one(1).is_some());
    let (mut text, mut len) = one(adverb)?;
    if adverb > 0 {
        text = format!("{} {text}", p.word(0));
        len += 1;
    }
    // `file and serve`, `using, copying or distributing`
    loop {
        let comma = usize::from(p.word(len) == ",");
        let join = p.word(len + comma);
        let joins = matches!(join, "and" | "or");
        let next = len + comma + usize::from(joins);
        if comma == 0 && !joins {
            break;
        }
        match one(next) {
            // A noun that is a verb too follows a verb and its thing, never the verb alone.
            Some((more, n)) if form != Form::Base || joins => {
                text = if joins { format!("{text} {join} {more}") } else { format!("{text}, {more}") };
                len = next + n;
            }
            _ => break,
        }
    }
    Some((text, len))
}

/// The ways to say the thing of one act, the closest to the language first.
pub(super) fn wordings_of_thing(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Vec<String> {
    if p.is_empty() {
        return vec![String::new()];
    }
    let mut out = vec![ctx.names.renamed(p, 0, p.len())];
    let free = |part: &Phrase<'_, '_>| !part.is_empty() && obstacle_to_quoting(part, ctx.verbs).is_none();
    if let Some((at, prep, name)) = last_recipient(p, ctx.names)
        && free(&p.slice(0..at))
    {
        out.push(format!("{} {prep} {name}", in_quotation_marks(&p.text(0..at))));
    }
    if let Some((name, at)) = first_recipient(p, ctx.names) {
        let rest = p.slice(at..p.len());
        let about = matches!(rest.word(0), "regarding" | "concerning" | "about");
        if about && free(&rest.slice(1..rest.len())) {
            out.push(format!("{name} about {}", in_quotation_marks(&rest.text(1..rest.len()))));
        } else if free(&rest) {
            out.push(format!("{name} {}", in_quotation_marks(&rest.all())));
        }
    }
    // `why the action should not be dismissed without prejudice`: a question, whatever is asked.
    const SETS: &[&str] = &["shall", "must", "if", "unless", "within", "until", "by", "before", ";"];
    let asks = p.word(0) == "why" && p.dates().is_empty() && !p.has(SETS) && !p.has(&["and"]);
    if asks && !free(p) {
        out.push(in_quotation_marks(&p.all()));
    }
    if free(p) {
        const PREPOSITIONS: &[&str] = &["with", "to", "at", "in", "for", "regarding", "from"];
        // `in forma pauperis`, `in person`: one phrase.
        const FIXED: &[&str] =
            &["person", "forma", "writing", "good", "camera", "lieu", "part", "full", "open", "advance", "chambers"];
        let fixed = p.word(0) == "in" && FIXED.contains(&p.word(1));
        if PREPOSITIONS.contains(&p.word(0)) && p.len() > 1 && !fixed {
            out.push(format!("{} {}", p.word(0), in_quotation_marks(&p.text(1..p.len()))));
        }
        // `on five days' notice` says when.
        let notice = p.word(0) == "on" && p.has(&["notice", "days", "day"]);
        if matches!(p.word(0), "regarding" | "concerning" | "about" | "on") && p.len() > 1 && !notice {
            out.push(format!("about {}", in_quotation_marks(&p.text(1..p.len()))));
        }
        out.push(in_quotation_marks(&p.all()));
    }
    out
}

/// `… on Plaintiff` at the end: where it begins, the word that leads to it, the name.
fn last_recipient(p: &Phrase<'_, '_>, names: &Names) -> Option<(usize, &'static str, String)> {
    const LEADS: &[&str] = &["to", "on", "upon", "with"];
    // In `a statement that the forms were sent to Plaintiff` Plaintiff is not who receives the statement.
    if p.has(&[
        "that",
        "which",
        "who",
        "have",
        "has",
        "been",
        "is",
        "are",
        "was",
        "were",
        "sent",
        "submitted",
        "why",
        "whether",
        "how",
    ]) {
        return None;
    }
    (1..p.len()).rev().filter(|i| p.top(*i) && LEADS.contains(&p.word(*i))).find_map(|at| {
        let skip = usize::from(matches!(p.word(at + 1), "the" | "all" | "both") && names.at(p, at + 1).is_none());
        let (name, len) = names.at(p, at + 1 + skip)?;
        let whole = at + 1 + skip + len == p.len();
        let prep = match p.word(at) {
            "to" => "to",
            "with" => "with",
            _ => "on",
        };
        whole.then(|| (at, prep, Names::in_statement(name)))
    })
}

/// `to Plaintiff all records`, `Plaintiff with copies`: the words with the name, and where the rest begins.
fn first_recipient(p: &Phrase<'_, '_>, names: &Names) -> Option<(String, usize)> {
    let lead = usize::from(matches!(p.word(0), "to" | "with" | "on" | "upon"));
    let skip = usize::from(p.word(lead) == "the" && names.at(p, lead).is_none());
    let (name, len) = names.at(p, lead + skip)?;
    if names.possessive(p, lead + skip).is_some() {
        return None;
    }
    let mut at = lead + skip + len;
    let mut text = Names::in_statement(name);
    if lead == 1 {
        text = format!("{} {text}", if p.word(0) == "upon" { "on" } else { p.word(0) });
    }
    if lead == 0 && p.word(at) == "with" {
        text.push_str(" with");
        at += 1;
    } else if p.word(at) == "," {
        at += 1;
    } else if matches!(p.word(at), "of" | "in") {
        text = format!("{text} {}", p.word(at));
        at += 1;
    }
    (at < p.len()).then_some((text, at))
}
