//! How long a stay lasts, and whose time is extended to which day.

use super::candidate::{Candidate, Context, Force, Formed};
use super::guard::obstacle_to_quoting;
use super::names::Names;
use super::phrase::{Phrase, in_quotation_marks};
use super::times::{Time, times_of_phrase};

/// `until D`, `pending further order`, `pending the appeal`.
pub(super) fn form_of_stay(what_is_stayed: &str, tail: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    if tail.word(0) == "pending" && !tail.at(1, &["further"]) {
        let what = tail.slice(1..tail.len());
        if obstacle_to_quoting(&what, ctx.verbs).is_some() || !what.dates().is_empty() {
            return Formed::question(format!("until when does the stay last: `{}`?", tail.all()));
        }
        return Formed::of(vec![Candidate::new(
            format!("stays {what_is_stayed} pending {}", in_quotation_marks(&what.all())),
            Force::Other,
        )]);
    }
    match times_of_phrase(tail) {
        Ok(found) if found.len() == 1 && found.iter().all(|t| t.at.len() == tail.len()) => {
            let times: Vec<_> = found.into_iter().map(|t| (t, tail.clone())).collect();
            let stays = |(when, declares): (Vec<String>, Vec<_>)| Candidate {
                declares,
                ..Candidate::new(format!("stays {what_is_stayed} {}", when.join(" ")), Force::Other)
            };
            Formed::of(super::clauses::time_clauses(&times, ctx).into_iter().map(stays).collect())
        }
        Err(why) => Formed::question(why),
        _ => Formed::question(format!("until when does the stay last: `{}`?", tail.all())),
    }
}

/// `The deadline for Defendants to file an answer is extended to D`, `Plaintiff's time to respond …`.
pub(super) fn form_of_extension(thing: &Phrase<'_, '_>, tail: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let the = usize::from(thing.word(0) == "the");
    let owner = match ctx.names.possessive(thing, the) {
        Some((name, len))
            if matches!(thing.word(the + len), "deadline" | "time") && thing.word(the + len + 1) == "to" =>
        {
            Some((name, the + len + 2))
        }
        _ if matches!(thing.word(the), "deadline" | "time") && thing.word(the + 1) == "for" => {
            let skip = usize::from(thing.word(the + 2) == "the" && ctx.names.at(thing, the + 2).is_none());
            ctx.names
                .at(thing, the + 2 + skip)
                .filter(|(_, len)| thing.word(the + 2 + skip + len) == "to")
                .map(|(n, len)| (n, the + 3 + skip + len))
        }
        _ => None,
    };
    let Some((name, from)) = owner else {
        return Formed::question(format!("whose time is extended, and to do what: `{}`?", thing.all()));
    };
    let act = thing.slice(from..thing.len());
    let Some((verb, len)) = super::acts::verb_at_start(&act, super::modals::Form::Base, ctx) else {
        return Formed::question(format!("`{}` is not a verb that Ordain knows", act.word(0)));
    };
    let object = act.slice(len..act.len());
    let through = usize::from(tail.at(1, &["and", "including"])) * 2;
    let to = tail.slice(usize::from(matches!(tail.word(0), "to" | "from" | "through" | "until")) + through..tail.len());
    let day = match day_of(tail, &to) {
        Ok(Some(day)) => day,
        Ok(None) => return Formed::question(format!("to which day: `{}`?", tail.all())),
        Err(why) => return Formed::question(why),
    };
    let who = Names::in_statement(name);
    let ways = super::acts::wordings_of_thing(&object, ctx);
    let text =
        |way: &String| Candidate::new(format!("extends deadline of {who} to {verb} {way} to {day}"), Force::Other);
    Formed::of(ways.iter().map(text).collect())
}

fn day_of(tail: &Phrase<'_, '_>, to: &Phrase<'_, '_>) -> Result<Option<String>, String> {
    if let Some((end, day)) = super::days::day_at(to, 0)? {
        return Ok((end == to.len()).then_some(day));
    }
    let found = times_of_phrase(tail)?;
    let whole = |t: &&Time| t.at.len() == tail.len() && t.anchor.is_none() && !t.vague;
    let day = found.first().filter(whole).and_then(|t| {
        ["until and including ", "until ", "through ", "by "].iter().find_map(|l| t.text.strip_prefix(l))
    });
    Ok(day.map(str::to_owned))
}
