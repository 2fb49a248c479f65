//! `textDocument/prepareRename` and `textDocument/rename`: a name, wherever it is written in the matter.

use lsp_types::{Position, Range, WorkspaceEdit};
use ordain_base::diag::Edit;
use ordain_core::model::names::{Entity, fold};
use ordain_core::references::{Occurs, Reference, Target};
use ordain_syntax::ast::StatementKind;
use ordain_syntax::{Options, parse};

use super::code_actions::workspace_edit;
use crate::snapshot::Snapshot;

/// The words that would be renamed, and the name as it is.
///
/// # Errors
/// In words for the user: nothing here has a name that can change.
pub fn prepare_rename(snapshot: &Snapshot, path: &str, position: Position) -> Result<(Range, String), String> {
    let here = name_at(snapshot, path, position)?;
    Ok((snapshot.range(here.span), here.name.clone()))
}

/// The edits that give a thing another name.
///
/// # Errors
/// In words for the user: the new words are no name, or something has that name.
pub fn rename(snapshot: &Snapshot, path: &str, position: Position, new: &str) -> Result<WorkspaceEdit, String> {
    let here = name_at(snapshot, path, position)?;
    let new = new.trim();
    let all: Vec<&Reference> = snapshot.references_to(&here.target).filter(|r| r.name == here.name).collect();
    match &here.target {
        Target::Entity(_) => check_name(snapshot, new)?,
        Target::Paragraph(order, _) => {
            check_label(new)?;
            if snapshot.examined.declared.labels.contains_key(&(*order, new.to_owned())) {
                return Err(format!("this order has a paragraph `¶ {new}` already"));
            }
            if all.iter().any(|r| r.in_range) {
                return Err(format!("`¶ {}` is meant by a range of paragraphs too: write that anew first", here.name));
            }
        }
    }
    let edits: Vec<Edit> = all.iter().map(|r| Edit { span: r.span, text: new.to_owned() }).collect();
    let edits: Vec<&Edit> = edits.iter().collect();
    workspace_edit(snapshot, &edits)
        .ok_or_else(|| "the name is also written in a file that cannot be edited".to_owned())
}

fn name_at<'s>(snapshot: &'s Snapshot, path: &str, position: Position) -> Result<&'s Reference, String> {
    let at = snapshot.place(path, position).ok_or("the file is no part of the matter")?;
    let here = snapshot.reference_at(at).ok_or("there is no declared name here")?;
    let builtin = matches!(here.target, Target::Entity(Entity::Parties));
    let declared = snapshot.references_to(&here.target).any(|r| r.occurs == Occurs::Declared && r.name == here.name);
    if builtin || !declared {
        return Err(format!("`{}` is a name of the language, and cannot be changed", here.name));
    }
    Ok(here)
}

/// A name is what a declaration reads as one: it is declared on trial.
fn check_name(snapshot: &Snapshot, new: &str) -> Result<(), String> {
    let no_name =
        || format!("`{new}` is no name: use letters and figures, or put it in quotation marks where it is declared");
    if snapshot.examined.declared.names.get(new).is_some() {
        return Err(format!("something in this matter is called `{}` already", fold(new)));
    }
    let trial = parse(&format!("party {new}\n"), 0, Options::default());
    let whole = match trial.statements.as_slice() {
        [only] => match &only.kind {
            StatementKind::Party(party) => {
                let words = ordain_core::model::names::name_of(&party.name);
                words == fold(new) && party.members.is_empty() && party.aliases.is_empty()
            }
            _ => false,
        },
        _ => false,
    };
    if whole && trial.diagnostics.is_empty() && !new.contains(['"', '“', '”', '¶', '\n', '\r']) {
        Ok(())
    } else {
        Err(no_name())
    }
}

fn check_label(new: &str) -> Result<(), String> {
    let fits = !new.is_empty() && new.len() <= 12 && new.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    if fits && new.starts_with(|c: char| c.is_ascii_alphanumeric()) && !new.ends_with('.') {
        Ok(())
    } else {
        Err(format!("`{new}` is no number of a paragraph: write it as `4` or `4a`"))
    }
}
