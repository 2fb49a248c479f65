//! Words for judgment that stand nowhere in what they are about: nobody can
//! say what is to be decided.

use crate::model::Model;
use crate::model::names::fold;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for record in &model.declared.records {
        for category in &record.categories {
            let notes = category.notes.iter().map(|n| n.value.as_str());
            let all: Vec<&str> = std::iter::once(category.title.as_str()).chain(notes).collect();
            let about: Vec<String> = all.iter().map(|t| fold(t).to_lowercase()).collect();
            for term in category.judgments.iter().filter(|_| !category.title.is_empty()) {
                let words = fold(&term.value).to_lowercase();
                if !about.iter().any(|t| t.contains(&words)) {
                    let name = format!("{} category {}", record.name, category.label);
                    out.push(codes::judgment_of_nothing(&term.value, &name, term.span));
                }
            }
        }
    }
    out
}
