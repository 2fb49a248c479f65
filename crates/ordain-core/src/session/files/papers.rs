//! The texts of orders that the files of a matter name.

use ordain_syntax::ast;

use super::error::FilesError;
use super::place::{Files, join_path};
use super::text::Text;

/// The files of a matter, and the texts that its orders name.
///
/// # Errors
/// In words for the user, where a text cannot be read.
pub fn with_papers(files: &impl Files, mut texts: Vec<Text>) -> Result<Vec<Text>, FilesError> {
    let mut found: Vec<Text> = Vec::new();
    for path in papers_named(&texts) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        match files.paper(folder, &path)? {
            Some(text) => found.push(text),
            None => found.extend(files.papers(folder).into_iter().map(|path| Text { path, bytes: Vec::new() })),
        }
    }
    // A name without its words gives way to the text.
    found.sort_by(|a, b| a.path.cmp(&b.path).then(b.bytes.len().cmp(&a.bytes.len())));
    found.dedup_by(|a, b| a.path == b.path);
    texts.extend(found);
    Ok(texts)
}

/// The paths of the texts that the orders of some files name, as far as they
/// are inside the folder: what has to be read besides.
fn papers_named(texts: &[Text]) -> Vec<String> {
    let mut out = Vec::new();
    for file in texts.iter().filter(|t| t.kind().is_of_matter()) {
        let Ok(source) = std::str::from_utf8(&file.bytes) else { continue };
        // Few files name a text, and of those only the statements that do are read twice.
        let names_text = |statement: &str| statement.contains("text");
        if !names_text(source) {
            continue;
        }
        for statement in ordain_syntax::parse_where(source, names_text) {
            if let ast::StatementKind::Order(order) = statement.kind {
                out.extend(order.text.iter().filter_map(|text| path_inside_folder(&file.path, &text.value)));
            }
        }
    }
    out.dedup();
    out
}

/// The path of a text that a file names; none where it leads out of the folder.
pub(crate) fn path_inside_folder(file: &str, name: &str) -> Option<String> {
    let name = name.trim();
    let name = name.strip_prefix("./").unwrap_or(name);
    let drive = name.get(1..2) == Some(":");
    let bad = name.is_empty() || name.starts_with('/') || name.contains('\\') || drive;
    if bad || name.split('/').any(|part| matches!(part, ".." | "." | "")) {
        return None;
    }
    Some(join_path(file.rsplit_once('/').map_or("", |(folder, _)| folder), name))
}
