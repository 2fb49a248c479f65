//! What one order does to another, to its paragraphs, to hearings and motions.

use super::parts::{Part, Role, Statement};
use super::wording::{join_with_and, order_name, paragraph_name, party_names};
use super::{acts, conditions, deadlines, provisions};
use crate::model::{Deemed, Disposition, Model, OwedBy, Patch, Rewrite, Scope, Sweep, Swept, names_in_own_words};
use ordain_base::words::day;

pub(super) fn outline(model: &Model, disposition: &Disposition) -> Statement {
    // Every field is named, so that a new one is thought of here.
    let Disposition {
        verb,
        objects,
        owed,
        instance,
        allowed,
        scope,
        words,
        entries,
        except,
        spared,
        to,
        from,
        due,
        by,
        until,
        end,
        rewrite,
        deemed,
        timely,
        replacement,
        retroactive,
        since,
        conditions: asked,
        span: _,
    } = disposition;
    let mut out = vec![Part::new(Role::Act, verb.name())];
    let named = objects.as_ref().map(|o| acts::objects(model, o, true)).filter(|t| !t.is_empty());
    let in_words = named.is_none() && owed.is_none() && entries.is_empty();
    let named_text = named.clone();
    out.extend(named.map(|text| Part::new(Role::Object, text)));
    out.extend(entries.iter().map(|e| Part::new(Role::Object, e.clone())));
    out.extend(instance.map(|n| Part::new(Role::Reaches, format!("#{n} only"))));
    out.extend(owed.as_ref().map(|o| duty_by_words(model, o)));
    // What it names by nothing else it names in words; what the Court tells in words of its own is shown whole.
    let found = matches!(deemed, Some(Deemed::Found(_)));
    let reported = names_in_own_words(*verb) && !found && !words.is_empty() && named_text.as_deref() != Some(words);
    if reported || in_words && scope.sweeps.is_empty() && rewrite.is_none() && deemed.is_none() {
        out.push(Part {
            role: Role::Words,
            text: words.clone(),
            by_person: deemed.is_none() && scope.sweeps.is_empty(),
        });
    }
    push_scope_parts(model, scope, &mut out);
    out.extend(from.map(|d| Part::new(Role::Shift, format!("from {}", d.in_words()))));
    out.extend(to.map(|m| Part::new(Role::Due, format!("to {}", m.in_words()))));
    out.extend(due.iter().map(|d| Part::new(Role::Due, deadlines::due_in_words(model, d))));
    out.extend(by.map(|n| Part::new(Role::Shift, deadlines::length_in_words(n))));
    out.extend(until.iter().map(|d| Part::new(Role::Until, deadlines::due_in_words(model, d))));
    if let Some((text, by_person)) = deadlines::stay_end(model, end) {
        out.push(Part { role: Role::Until, text, by_person });
    }
    out.extend(rewrite.iter().flat_map(|r| self::parts_of_rewrite(model, r)));
    // A paragraph is named above as what it is.
    let named = matches!(rewrite, Some(Rewrite::Paragraph(_)));
    out.extend(replacement.iter().filter(|_| !named).map(|w| Part::new(Role::Replacement, w.clone())));
    out.extend(deemed.iter().map(|d| self::part_of_deemed(model, d)));
    if *timely {
        out.push(Part::new(Role::Manner, "counts as done in time"));
    }
    if *retroactive {
        out.push(Part::new(Role::Effective, "the time before its entry too (nunc pro tunc)"));
    }
    out.extend(since.map(|d| Part::new(Role::Effective, day(d))));
    out.extend(asked.iter().map(|c| conditions::condition(model, c)));
    out.extend(except.iter().map(|e| match spared {
        Some(spared) if !spared.words => Part::new(Role::Exception, e.clone()),
        _ => Part::by_person(Role::Exception, e.clone()),
    }));
    out.extend(allowed.iter().map(|a| Part::by_person(Role::Manner, format!("as {} allows", a.rule))));
    Statement { label: String::new(), parts: out }
}

/// The duty or the deadline that it names by words.
fn duty_by_words(model: &Model, owed: &OwedBy) -> Part {
    if owed.thing {
        return Part::new(Role::Object, format!("the deadline for {}", acts::objects(model, &owed.act.objects, true)));
    }
    let whose =
        if owed.parties.is_empty() { "anybody".to_owned() } else { join_with_and(&party_names(model, &owed.parties)) };
    Part::new(Role::Object, format!("the duty of {whose} to {}", acts::act(model, &owed.act)))
}

fn push_scope_parts(model: &Model, scope: &Scope, out: &mut Vec<Part>) {
    let Scope { sweeps, parties: only, between, in_part, cases } = scope;
    for Sweep { what, action, unreached, other, of, topic, owed_by } in sweeps {
        let all = if *action { "this action: all" } else { "all" };
        let what = match what {
            Swept::Deadlines => "deadlines",
            Swept::Paragraphs => "paragraphs",
            Swept::Hearings => "hearings",
            Swept::Dates => "deadlines and hearings",
        };
        let other = if *other { "other " } else { "" };
        let unreached = if *unreached { "unreached " } else { "" };
        let topic = topic.as_ref().map(|t| format!(" on {t}")).unwrap_or_default();
        let of = match of.as_slice() {
            [] => " of the whole matter".to_owned(),
            all => format!(" of {}", join_with_and(&all.iter().map(|o| order_name(model, *o)).collect::<Vec<_>>())),
        };
        let whose = match owed_by.as_slice() {
            [] => String::new(),
            all => format!(", owed by {}", join_with_and(&party_names(model, all))),
        };
        out.push(Part::new(Role::Reaches, format!("{all} {other}{unreached}{what}{topic}{of}{whose}")));
    }
    if !only.is_empty() {
        out.push(Part::new(Role::Reaches, format!("as to {}", join_with_and(&party_names(model, only)))));
    }
    if !in_part.is_empty() {
        out.push(Part::by_person(
            Role::Reaches,
            format!("part of what {} owes", join_with_and(&party_names(model, in_part))),
        ));
    }
    if !between.is_empty() {
        out.push(Part::new(Role::Reaches, format!("between {}", join_with_and(&party_names(model, between)))));
    }
    let case = |i: &usize| model.declared.cases.get(*i).map(|c| c.number.clone());
    out.extend(cases.iter().filter_map(case).map(|c| Part::new(Role::Case, c)));
}

fn parts_of_rewrite(model: &Model, rewrite: &Rewrite) -> Vec<Part> {
    let inside = |parts: Vec<Part>| {
        let one = |p: Part| {
            let text = format!("{}: {}", p.role.heading(), p.text);
            Part { role: Role::Replacement, text, by_person: p.by_person }
        };
        parts.into_iter().map(one).collect::<Vec<_>>()
    };
    match rewrite {
        Rewrite::Provision(provision) => {
            let (choice, statements) = provisions::outline(model, provision);
            let lead = choice.map(|c| Part::new(Role::Replacement, c));
            lead.into_iter().chain(statements.into_iter().flat_map(|s| inside(s.parts))).collect()
        }
        Rewrite::Paragraph(id) => vec![Part::new(Role::Replacement, paragraph_name(model, *id))],
        Rewrite::Patch(patch) => {
            let Patch { obligation, except, span: _ } = &**patch;
            let mut parts = provisions::parts_of_obligation(model, obligation);
            parts.extend(except.iter().map(|s| Part::new(Role::Exception, super::wording::set_words(model, s))));
            inside(parts)
        }
    }
}

fn part_of_deemed(model: &Model, deemed: &Deemed) -> Part {
    let on = |d: &Option<chrono::NaiveDate>| d.map(|d| format!(" on {}", day(d))).unwrap_or_default();
    match deemed {
        Deemed::Act { actors, act, day } => {
            let who =
                if actors.is_empty() { "somebody".to_owned() } else { join_with_and(&party_names(model, actors)) };
            Part::new(Role::Manner, format!("as if {who} had done this{}: {}", on(day), acts::act(model, act)))
        }
        Deemed::Thing { thing, what, day } => Part::new(
            Role::Manner,
            format!("{} is {}{}", model.declared.things[thing.index()].name, what.word(), on(day)),
        ),
        Deemed::Found(words) => Part::new(Role::Manner, format!("these words are so: \"{words}\"")),
    }
}
