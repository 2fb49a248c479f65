//! The words that orders may use: `ordain words`.

use serde_json::{Value, json};

use super::json::pretty_json;
use super::paint::Ink;
use super::schema_parts::{array_schema, object_schema, text_schema};
use super::{PROGRAM, Style, terminal};
use ordain_core::vocabulary::{Entry, Section};

/// The name and version of the contract.
pub const SCHEMA: &str = "ordain.words/1";

/// A line a word, section after section.
#[must_use]
pub fn render(sections: &[Section], style: Style) -> String {
    let mut out = String::new();
    for section in sections {
        if !out.is_empty() {
            out.push('\n');
        }
        terminal::push_paragraph(&format!("{}: {}", section.name, section.about), Ink::Bold, style, &mut out);
        if section.entries.iter().all(|e| e.about.is_empty() && e.same.is_empty()) {
            let words: Vec<&str> = section.entries.iter().map(|e| e.word.as_str()).collect();
            for row in terminal::hanging_rows(&words.join(", "), 0, style.columns().saturating_sub(2)) {
                out.push_str(&format!("  {row}\n"));
            }
            continue;
        }
        for entry in &section.entries {
            for row in terminal::hanging_rows(&line_of_entry(entry), 4, style.columns().saturating_sub(2)) {
                out.push_str(&format!("  {row}\n"));
            }
        }
    }
    out
}

/// `file, submit, lodge — filed, filing; …`.
fn line_of_entry(entry: &Entry) -> String {
    let words: Vec<&str> = std::iter::once(&entry.word).chain(&entry.same).map(String::as_str).collect();
    let about = if entry.about.is_empty() { String::new() } else { format!(": {}", entry.about) };
    format!("{}{about}", words.join(", "))
}

/// `ordain.words/1`.
#[must_use]
pub fn json(sections: &[Section]) -> String {
    let entry = |e: &Entry| json!({ "word": e.word, "same": e.same, "about": e.about });
    let section = |s: &Section| json!({ "name": s.name, "about": s.about, "words": s.entries.iter().map(entry).collect::<Vec<Value>>() });
    pretty_json(&json!({
        "schema": SCHEMA,
        "tool": { "name": PROGRAM, "version": env!("CARGO_PKG_VERSION") },
        "sections": sections.iter().map(section).collect::<Vec<Value>>(),
    }))
}

/// The list as the manual has it.
#[must_use]
pub fn markdown(sections: &[Section]) -> String {
    let mut out = String::new();
    for section in sections {
        out.push_str(&format!("**{}**: {}.\n\n", section.name, section.about));
        let plain = section.entries.iter().all(|e| e.about.is_empty() && e.same.is_empty());
        if plain {
            let words: Vec<String> = section.entries.iter().map(|e| format!("`{}`", e.word)).collect();
            out.push_str(&(words.join(", ") + "\n\n"));
            continue;
        }
        out.push_str("| words | |\n|---|---|\n");
        for entry in &section.entries {
            let words: Vec<String> =
                std::iter::once(&entry.word).chain(&entry.same).map(|w| format!("`{w}`")).collect();
            out.push_str(&format!("| {} | {} |\n", words.join(", "), entry.about.replace('|', "\\|")));
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}

/// The JSON Schema of [`json()`].
#[must_use]
pub fn schema() -> String {
    let entry = object_schema(
        &["word", "same", "about"],
        &json!({
            "word": text_schema(),
            "same": { "type": "array", "items": text_schema(), "description": "Other words that do the same." },
            "about": text_schema(),
        }),
    );
    let section = object_schema(
        &["name", "about", "words"],
        &json!({ "name": text_schema(), "about": text_schema(), "words": array_schema(&entry) }),
    );
    let mut schema = object_schema(
        &["schema", "tool", "sections"],
        &json!({
            "schema": { "const": SCHEMA },
            "tool": object_schema(&["name", "version"], &json!({ "name": text_schema(), "version": text_schema() })),
            "sections": array_schema(&section),
        }),
    );
    if let Value::Object(all) = &mut schema {
        all.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        all.insert("$id".to_owned(), json!("urn:ordain:words:1"));
        all.insert("title".to_owned(), json!("Words that orders may use, as ordain words lists them"));
    }
    format!("{schema:#}\n")
}
