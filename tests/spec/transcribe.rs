//! The specifications of `ordain transcribe`: every `##` section of `tests/transcribe/*.md` with a block of `order` (the
//! text of a paper) and a block of `draft`: the paragraphs of its draft, statements and comments, without their
//! sources and quotations. The paper begins with [`HEAD`], unless it has a caption of its own.

use std::fs;

use ordain_core::transcribe::{Paper, transcribe};

use super::{Named, Problems, called, files, shown};

/// The head of a paper that has none.
const HEAD: &str = "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n\n\
                    JANE DOE, Plaintiff, v. ACME, INC., Defendant.\n\nCase No. 2:24-cv-00001\n\nORDER\n\n";

pub(crate) fn trials() -> Vec<Named> {
    let mut trials = Vec::new();
    for file in files("tests/transcribe", "md") {
        let text = fs::read_to_string(&file).expect("a specification");
        for case in cases(&text) {
            let (name, place) =
                (format!("{}::{}", called(&file), case.name), format!("{}:{}", shown(&file), case.line));
            trials.push(Named::new(name, move || problems(&case, &place)));
        }
    }
    trials
}

struct Case {
    name: String,
    line: usize,
    order: String,
    draft: String,
}

fn problems(case: &Case, place: &str) -> Problems {
    let own = case.order.contains(" v. ") || case.order.contains("v.\n");
    let text = if own { case.order.clone() } else { format!("{HEAD}{}", case.order) };
    let paper = Paper { name: "order.txt", text: &text, text_file: Some("order.txt"), entry: None };
    let found = match transcribe(&paper) {
        Ok(draft) => match laid_out_otherwise(&draft.order) {
            Some(line) => return vec![format!("{place}: `ordain fmt` would change the draft to `{line}`")],
            None => paragraphs(&draft.order),
        },
        Err(refused) => format!("refused: {refused}\n"),
    };
    if found == case.draft {
        return Vec::new();
    }
    vec![format!("{place}: expected\n{}found\n{found}", case.draft)]
}

/// The first line that `ordain fmt` writes otherwise than it is in the draft.
fn laid_out_otherwise(draft: &str) -> Option<String> {
    let formatted = ordain_syntax::formatter::format(draft).ok()?;
    let mut pairs = formatted.lines().zip(draft.lines());
    pairs.find(|(a, b)| a != b).map(|(a, _)| a.to_owned())
}

/// The paragraphs of a draft, without sources and quotations; the lines above them where the case is about those.
fn paragraphs(draft: &str) -> String {
    let from = draft.find("\n¶ ").into_iter().chain(draft.find("\n# ¶ ")).min().unwrap_or(draft.len());
    let shown = |l: &&str| {
        let line = l.trim_start();
        !line.is_empty()
            && !line.starts_with("source ")
            && !line.starts_with("quote ")
            && !line.starts_with("#   The order:")
    };
    draft.get(from..).unwrap_or("").lines().filter(shown).map(|l| format!("{l}\n")).collect()
}

fn cases(text: &str) -> Vec<Case> {
    let mut all: Vec<Case> = Vec::new();
    let mut open: Option<(String, String)> = None;
    for (n, line) in text.lines().enumerate() {
        match &mut open {
            None if line.starts_with("## ") => {
                let name = line.trim_start_matches('#').trim().to_owned();
                all.push(Case { name, line: n + 1, order: String::new(), draft: String::new() });
            }
            None => open = line.strip_prefix("```").map(|info| (info.trim().to_owned(), String::new())),
            Some((info, block)) if line.starts_with("```") => {
                if let Some(case) = all.last_mut() {
                    match info.as_str() {
                        "order" => case.order = block.clone(),
                        "draft" => case.draft = block.clone(),
                        _ => {}
                    }
                }
                open = None;
            }
            Some((_, block)) => {
                block.push_str(line);
                block.push('\n');
            }
        }
    }
    all
}
