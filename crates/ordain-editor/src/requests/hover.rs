//! `textDocument/hover`: what the words under the pointer mean.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use ordain_base::diag::codes;
use ordain_base::source::{SourceFile, Span};
use ordain_base::words::capitalized;
use ordain_core::model::names::Entity;
use ordain_core::outline::ParagraphOutline;
use ordain_core::references::{Reference, Target};
use ordain_core::verdict::Verdict;
use ordain_core::vocabulary::vocabulary_sections;

use crate::snapshot::Snapshot;
use crate::verdict_words::due_and_verdict;
use ordain_render::date::{day_in_words, sentence_in_words};

/// What the words at a position mean: a name, a word of the language, or the duty that they are part of.
#[must_use]
pub fn hover(snapshot: &Snapshot, path: &str, position: Position) -> Option<Hover> {
    let at = snapshot.place(path, position)?;
    let (text, span) = page_of_code(snapshot, path, at)
        .or_else(|| named(snapshot, at))
        .or_else(|| word_in_its_duty(snapshot, path, at))?;
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: text });
    Some(Hover { contents, range: Some(snapshot.range(span)) })
}

/// The page of a code that somebody wrote, in a comment or a note.
fn page_of_code(snapshot: &Snapshot, path: &str, at: u32) -> Option<(String, Span)> {
    let span = word_around(snapshot.file(path)?, at)?;
    let word = snapshot.report().sources.text(span);
    let code = codes::all().find(|c| c.id == word)?;
    Some((format!("**{}** `{}`: {}\n\n{}", code.id, code.name, code.summary, code.markdown), span))
}

/// The letters and figures around a place.
fn word_around(file: &SourceFile, at: u32) -> Option<Span> {
    let local = at.checked_sub(file.base)? as usize;
    let (before, after) = (file.text.get(..local)?, file.text.get(local..)?);
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    let start = before.trim_end_matches(is_word).len();
    let end = local + (after.len() - after.trim_start_matches(is_word).len());
    let place = |i: usize| file.base.saturating_add(u32::try_from(i).unwrap_or(u32::MAX));
    Some(Span::new(place(start), place(end)))
}

/// The duty at a place; above it what the word means that is there.
fn word_in_its_duty(snapshot: &Snapshot, path: &str, at: u32) -> Option<(String, Span)> {
    match (vocabulary_word(snapshot, path, at), paragraph(snapshot, path, at)) {
        (Some((word, span)), Some((duty, _))) => Some((format!("{word}\n\n---\n\n{duty}"), span)),
        (word, duty) => word.or(duty),
    }
}

fn named(snapshot: &Snapshot, at: u32) -> Option<(String, Span)> {
    let reference = snapshot.reference_at(at)?;
    let text = match &reference.target {
        Target::Entity(entity) => entity_words(snapshot, *entity, &reference.name),
        Target::Paragraph(..) => {
            let declared = snapshot.references_to(&reference.target).find(|r| is_declaration(r))?;
            let outline = snapshot.examined.paragraphs.iter().find(|p| p.span.contains(declared.span))?;
            paragraph_words(snapshot, outline)
        }
    };
    Some((text, reference.span))
}

fn is_declaration(reference: &Reference) -> bool {
    reference.occurs == ordain_core::references::Occurs::Declared
}

fn entity_words(snapshot: &Snapshot, entity: Entity, name: &str) -> String {
    let declared = &snapshot.examined.declared;
    let mut out = format!("**{}**: {}", escaped(name), entity.kind());
    match entity {
        Entity::Party(id) => {
            let party = &declared.parties[id.index()];
            if let Some(side) = party.side {
                out.push_str(&format!(", a member of {}", escaped(declared.party_name(side))));
            }
            if !party.members.is_empty() {
                let names: Vec<&str> = party.members.iter().map(|m| declared.party_name(*m)).collect();
                out.push_str(&format!("\n\nMembers: {}", escaped(&names.join(", "))));
            }
        }
        Entity::Record(id) => {
            for category in &declared.records[id.index()].categories {
                out.push_str(&format!("\n- category {}: {}", category.label, escaped(&category.title)));
            }
        }
        Entity::Thing(id) => {
            let thing = &declared.things[id.index()];
            out.extend(thing.title.iter().map(|t| format!("\n\n{}", escaped(t))));
            out.extend(thing.docket.iter().map(|d| format!("\n\n{d}")));
            out.extend(thing.date.iter().map(|d| format!("\n\n{}", day_in_words(*d))));
        }
        Entity::Order(id) => {
            let order = declared.orders.get(id.index());
            out.extend(order.map(|o| format!("\n\n{}", escaped(&o.title))));
            out.extend(order.and_then(|o| o.docket.as_ref()).map(|d| format!("\n\n{d}")));
            out.extend(order.and_then(|o| o.docketed()).map(|d| format!("\n\nentered {}", day_in_words(d))));
        }
        Entity::Parties => {}
    }
    out
}

/// A word of the language: what it does, and an example.
fn vocabulary_word(snapshot: &Snapshot, path: &str, at: u32) -> Option<(String, Span)> {
    let file = snapshot.file(path)?;
    let local = at.checked_sub(file.base)? as usize;
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    let word = word_around(file, at)?;
    let (start, end) = ((word.start - file.base) as usize, (word.end - file.base) as usize);
    let rest = file.text.get(start..)?;
    let fits = |words: &str| rest.starts_with(words) && !rest[words.len()..].starts_with(is_word);
    let mut best: Option<(usize, String)> = None;
    for section in
        vocabulary_sections().into_iter().filter(|s| ["clauses", "verbs", "units", "dispositions"].contains(&s.name))
    {
        for entry in &section.entries {
            let forms = std::iter::once(&entry.word).chain(&entry.same);
            let Some(form) = forms.filter(|w| fits(w)).max_by_key(|w| w.len()) else { continue };
            if best.as_ref().is_none_or(|(len, _)| *len < form.len()) {
                let mut text = format!("**{}**: {}", escaped(form), section.about);
                if !entry.same.is_empty() {
                    let same: Vec<&str> = std::iter::once(&entry.word)
                        .chain(&entry.same)
                        .filter(|w| *w != form)
                        .map(String::as_str)
                        .collect();
                    text.push_str(&format!("\n\nThe same: {}", same.join(", ")));
                }
                if !entry.about.is_empty() {
                    text.push_str(&format!("\n\n    {}", entry.about));
                }
                best = Some((form.len(), text));
            }
        }
    }
    let (len, text) = best?;
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (start + len >= end || local < start + len).then_some(())?;
    Some((text, Span::new(file.base + narrow(start), file.base + narrow(start + len))))
}

/// The paragraph at a place, as it was understood.
fn paragraph(snapshot: &Snapshot, path: &str, at: u32) -> Option<(String, Span)> {
    let statement = snapshot.statement_at(path, at)?;
    let outline = snapshot.examined.paragraphs.iter().find(|p| statement.span.contains(p.span))?;
    Some((paragraph_words(snapshot, outline), statement.span))
}

/// What a paragraph says, when it is due and how that was counted, its verdict and the facts it rests on.
#[must_use]
pub fn paragraph_words(snapshot: &Snapshot, outline: &ParagraphOutline) -> String {
    let mut out = format!("**{}**", escaped(&outline.id));
    let verdict = snapshot.report().verdicts().iter().find(|v| v.id == outline.id);
    if let Some(v) = verdict {
        out.push_str(&format!(
            " ({})\n\n{}",
            escaped(&due_and_verdict(v)),
            escaped(&capitalized(&sentence_in_words(&v.why)))
        ));
    }
    out.push_str("\n\n");
    for statement in &outline.statements {
        if !statement.label.is_empty() {
            out.push_str(&format!("\n{}\n", escaped(&statement.label)));
        }
        for part in &statement.parts {
            out.push_str(&format!("- {}: {}\n", part.role.name(), escaped(&part.text)));
        }
    }
    if let Some(v) = verdict {
        push_counting(v, &mut out);
        push_facts(v, &mut out);
        let how = if snapshot.report().as_of_given { "" } else { ", today at the court" };
        out.push_str(&format!("\nAs of {}{how}.", day_in_words(snapshot.report().as_of)));
    }
    out
}

fn push_counting(v: &Verdict, out: &mut String) {
    let Some(due) = v.due.as_ref().filter(|d| !d.trace.is_empty()) else { return };
    out.push_str("\nCounted:\n");
    for step in &due.trace {
        out.push_str(&format!(
            "- {}: {} ({})\n",
            day_in_words(step.date),
            escaped(&sentence_in_words(&step.why)),
            escaped(&step.rule)
        ));
    }
    if let Some(doubt) = &due.doubt {
        out.push_str(&format!("\nNot certain: {}\n", escaped(&sentence_in_words(&doubt.why))));
    }
}

/// The nearest facts; the rest is for `ordain why`.
const FACTS: usize = 6;

fn push_facts(v: &Verdict, out: &mut String) {
    if v.facts.is_empty() {
        return;
    }
    out.push_str("\nFacts:\n");
    for fact in v.facts.iter().take(FACTS) {
        let cite = fact.cite.as_ref().map(|c| format!(" ({})", escaped(c))).unwrap_or_default();
        out.push_str(&format!("- {}{cite}\n", escaped(&sentence_in_words(&fact.text))));
    }
}

/// Words of a file, which may not draw anything: a file may come from anybody.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in ordain_render::clean_text(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '!' | '|') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}
