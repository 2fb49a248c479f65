//! An outline printed as statements and read again gives the same model: every paragraph of
//! the manual, the specifications and `rules/` is written anew from its model, and the
//! paragraphs that come of it are read back part by part as before.
//!
//! `ORDAIN_READ_BACK=tests/spec/hearings cargo test --test words -- read_back` looks at one file only.

use super::corpus::{Matter, matters};
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::Span;
use ordain_core::outline::{self, OutlineKind, ParagraphOutline};
use ordain_core::statements;
use ordain_syntax::ast::StatementKind;

#[test]
fn statements_written_from_a_model_are_read_back_as_the_same_model() {
    let only = std::env::var("ORDAIN_READ_BACK").ok();
    let mut written = 0;
    let mut problems = Vec::new();
    for matter in matters().iter().filter(|m| only.as_ref().is_none_or(|o| m.place.contains(o.as_str()))) {
        written += read_back(matter, &mut problems);
    }
    assert!(problems.is_empty(), "{} of {written}:\n{}", problems.len(), problems.join("\n"));
    assert!(only.is_some() || written > 1_500, "only {written} paragraphs were written");
}

/// How many paragraphs of the matter were written anew; those that say something else go to `problems`.
fn read_back(matter: &Matter, problems: &mut Vec<String>) -> usize {
    let read = matter.read();
    let (model, before) = read.resolve(&read.files);
    let mut files = read.files.clone();
    let mut texts = Vec::new();
    let ours = files.len();
    let places = (0..ours).flat_map(|f| (0..read.files[f].statements.len()).map(move |s| (f, s)));
    for (file, at) in places {
        let statement = &read.files[file].statements[at];
        if !matches!(statement.kind, StatementKind::Paragraph(_)) {
            continue;
        }
        let Some(paragraph) = model.paragraphs.iter().find(|p| p.span == statement.span) else { continue };
        let Some(text) = statements::paragraph(&model, paragraph) else { continue };
        // In the same order, each in a place of its own: the new words may be longer.
        let place = 1_000_000 + 10_000 * u32::try_from(texts.len()).expect("a small matter");
        let parsed = read.parse(&text, place);
        let wrong = parsed.diagnostics.iter().find(|d| d.severity == Severity::Error);
        match (parsed.statements.as_slice(), wrong) {
            ([one], None) => files[file].statements[at] = one.clone(),
            (_, wrong) => {
                let why = wrong.map_or("several statements", |d| d.message.as_str());
                problems.push(format!("{}: {why}\n  {text}", matter.place));
                continue;
            }
        }
        texts.push((paragraph.name.clone(), text));
    }
    let (again, after) = read.resolve(&files);
    let (first, second) = (plain(outline::paragraphs(&model)), plain(outline::paragraphs(&again)));
    for (name, text) in &texts {
        let of = |all: &[ParagraphOutline]| all.iter().find(|p| p.id == *name).cloned();
        let (Some(first), Some(second)) = (of(&first), of(&second)) else { continue };
        if first.kind == OutlineKind::NotRead || first == second {
            continue;
        }
        let within = |d: &&Diagnostic| {
            again
                .paragraphs
                .iter()
                .any(|p| p.name == *name && d.span().start >= p.span.start && d.span().end <= p.span.end)
        };
        let refused = after.iter().filter(|_| second.kind == OutlineKind::NotRead).find(within);
        let new = refused.or_else(|| after.iter().find(|d| !before.iter().any(|b| b.message == d.message)));
        let why = new.map_or_else(|| difference(&first, &second), |d: &Diagnostic| d.message.clone());
        problems.push(format!("{}: {why}\n  {text}", matter.place));
    }
    texts.len()
}

/// The same, with no place in it, and without labels that only repeat the words: `file with the Court` has no thing
/// where the statement names it once for two verbs.
pub(super) fn plain(mut paragraphs: Vec<ParagraphOutline>) -> Vec<ParagraphOutline> {
    for paragraph in &mut paragraphs {
        paragraph.span = Span::default();
        for statement in paragraph.statements.iter_mut().filter(|s| !s.label.starts_with('(')) {
            statement.label.clear();
        }
    }
    paragraphs
}

/// The first part that is not the same.
fn difference(first: &ParagraphOutline, second: &ParagraphOutline) -> String {
    let parts = |p: &ParagraphOutline| {
        let lead = [format!("{:?} {:?}", p.kind, p.choice)];
        let own = p.statements.iter().flat_map(|s| {
            std::iter::once(format!("label {}", s.label))
                .chain(s.parts.iter().map(|p| format!("{:?} {}", p.role, p.text)))
        });
        lead.into_iter()
            .chain(own)
            .chain(p.whole.iter().map(|p| format!("{:?} {}", p.role, p.text)))
            .collect::<Vec<_>>()
    };
    let (first, second) = (parts(first), parts(second));
    let at = first.iter().zip(&second).position(|(a, b)| a != b).unwrap_or(first.len().min(second.len()));
    let one = |p: &[String]| p.get(at).cloned().unwrap_or_else(|| "nothing".to_owned());
    format!("`{}` came back as `{}`", one(&first), one(&second))
}
