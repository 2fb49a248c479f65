//! `textDocument/completion`: declared names, clauses, verbs, papers, units, and forms to fill in.

use lsp_types::{CompletionItem, CompletionItemKind, InsertTextFormat, Position};
use ordain_core::model::names::Entity;
use ordain_core::vocabulary::{Section, vocabulary_sections};
use ordain_time::Library;

use crate::snapshot::Snapshot;

/// Forms for the beginning of a line, each with its name and what it is.
const FORMS: [(&str, &str, &str); 6] = [
    (
        "¶",
        "a paragraph",
        "¶ ${1:1}  ${2:Defendants} must ${3:file} ${4:answer}\n     by ${5:December 1, 2023}\n     source ${6:Order at 2}\n",
    ),
    ("on", "a fact", "on ${1:December 1, 2023} ${2:Defendants} ${3:filed} ${4:answer}\n  source ${5:Dkt. 12}\n"),
    (
        "order",
        "an order",
        "order ${1:Plan} \"${2:Scheduling Order}\"\n  Dkt. ${3:12}\n  entered ${4:December 1, 2023}\n",
    ),
    ("party", "a party", "party ${1:Plaintiffs}\n"),
    (
        "table",
        "a table of the record",
        "table ${1:productions} from \"${2:productions.csv}\"\n  columns ${3:bates} is \"${4:BEGDOC}\"\n",
    ),
    ("expect", "what a paragraph should give", "expect ${1:Plan} ¶ ${2:1} ${3:met} on ${4:December 1, 2023}\n"),
];

/// What may be written at a position.
#[must_use]
pub fn completion(snapshot: &Snapshot, path: &str, position: Position) -> Vec<CompletionItem> {
    let (Some(file), Some(at)) = (snapshot.file(path), snapshot.place(path, position)) else { return Vec::new() };
    let before = file.text.get(..(at - file.base) as usize).unwrap_or("");
    let line = before.rsplit(['\n', '\r']).next().unwrap_or("");
    if line.matches(['"', '“']).count() % 2 == 1 && !line.contains('”') || line.trim_start().starts_with("--") {
        return Vec::new();
    }
    let word = line.trim_start();
    if line.starts_with([' ', '\t']) && word.starts_with("court ") {
        return courts();
    }
    let at_margin = !line.starts_with([' ', '\t']) && !word.contains(' ');
    let opens_clause = line.starts_with([' ', '\t']) && !word.contains(' ');
    let mut out = Vec::new();
    if at_margin {
        out.extend(FORMS.iter().map(|(label, about, text)| form(label, about, text)));
    }
    for section in vocabulary_sections() {
        let fits = match section.name {
            "clauses" => opens_clause || !at_margin,
            "verbs" | "papers" | "units" | "dispositions" | "events" => !at_margin && !opens_clause,
            _ => false,
        };
        if fits {
            out.extend(words_of_section(&section));
        }
    }
    if !opens_clause {
        out.extend(names(snapshot));
    }
    out
}

/// Courts that the program knows by name; those of a county are known by the name of the county too.
fn courts() -> Vec<CompletionItem> {
    let all = Library::standard().courts().iter();
    all.map(|court| CompletionItem {
        label: court.short.clone(),
        detail: (court.full != court.short).then(|| court.full.clone()),
        kind: Some(CompletionItemKind::CONSTANT),
        ..CompletionItem::default()
    })
    .collect()
}

fn form(label: &str, about: &str, text: &str) -> CompletionItem {
    CompletionItem {
        label: label.to_owned(),
        detail: Some(about.to_owned()),
        kind: Some(CompletionItemKind::SNIPPET),
        insert_text: Some(text.to_owned()),
        insert_text_format: Some(InsertTextFormat::SNIPPET),
        ..CompletionItem::default()
    }
}

fn words_of_section(section: &Section) -> Vec<CompletionItem> {
    let kind = match section.name {
        "units" => CompletionItemKind::UNIT,
        "verbs" | "dispositions" => CompletionItemKind::METHOD,
        "papers" => CompletionItemKind::FILE,
        "events" => CompletionItemKind::EVENT,
        _ => CompletionItemKind::KEYWORD,
    };
    let item = |word: &String, about: &str| CompletionItem {
        label: word.clone(),
        kind: Some(kind),
        detail: (!about.is_empty()).then(|| about.to_owned()),
        ..CompletionItem::default()
    };
    section.entries.iter().flat_map(|e| std::iter::once(&e.word).chain(&e.same).map(|w| item(w, &e.about))).collect()
}

fn names(snapshot: &Snapshot) -> Vec<CompletionItem> {
    let declared = &snapshot.examined.declared;
    let mut out: Vec<CompletionItem> = declared
        .names
        .declared()
        .map(|(name, entity)| CompletionItem {
            label: name.to_owned(),
            kind: Some(match entity {
                Entity::Party(_) | Entity::Parties => CompletionItemKind::CLASS,
                Entity::Record(_) => CompletionItemKind::ENUM,
                Entity::Thing(_) => CompletionItemKind::FILE,
                Entity::Order(_) => CompletionItemKind::MODULE,
            }),
            detail: Some(entity.kind().to_owned()),
            ..CompletionItem::default()
        })
        .collect();
    out.extend(declared.labels.keys().filter_map(|(order, label)| {
        let order = declared.orders.get(order.index())?;
        let detail = Some("a paragraph".to_owned());
        let kind = Some(CompletionItemKind::REFERENCE);
        Some(CompletionItem { label: format!("{} ¶ {label}", order.name), kind, detail, ..CompletionItem::default() })
    }));
    out
}
