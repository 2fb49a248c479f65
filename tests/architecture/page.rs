//! The tables of `docs/architecture.md`: who may import whom.

use std::collections::{BTreeMap, BTreeSet};

/// What one row allows.
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) name: String,
    pub(crate) may: Vec<String>,
}

/// The tables by what they are about: `crates`, or the path of a crate or module, `ordain-core::eval`.
pub(crate) fn tables(page: &str) -> BTreeMap<String, Vec<Row>> {
    let mut tables: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let mut heading = String::new();
    let mut about: Option<String> = None;
    for (n, line) in page.lines().enumerate() {
        if let Some(words) = line.strip_prefix('#') {
            heading = words.trim_start_matches('#').trim().to_owned();
        }
        let Some(row) = line.strip_prefix('|') else {
            about = None;
            continue;
        };
        let cells: Vec<&str> = row.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
        match (&about, cells.as_slice()) {
            (None, [_, _, "may import" | "may use"]) => {
                let path = heading.split('`').nth(1).unwrap_or("crates").to_owned();
                tables.insert(path.clone(), Vec::new());
                about = Some(path);
            }
            (Some(path), [name, _, may]) if !name.starts_with("--") => {
                let rows = tables.entry(path.clone()).or_default();
                let above: Vec<String> = rows.iter().map(|r| r.name.clone()).collect();
                let words = may.split(',').map(|w| w.trim().trim_matches('`')).filter(|w| !matches!(*w, "" | "–"));
                let may = words.flat_map(|w| if w == "all above" { above.clone() } else { vec![w.to_owned()] });
                rows.push(Row { line: n + 1, name: name.trim_matches('`').to_owned(), may: may.collect() });
            }
            _ => {}
        }
    }
    tables
}

/// The page with the imports that there are, by table and row.
pub(crate) fn with_imports(page: &str, there: &BTreeMap<(String, String), BTreeSet<String>>) -> String {
    let mut places = BTreeMap::new();
    for (path, rows) in tables(page) {
        for row in rows {
            let imports = there.get(&(path.clone(), row.name.clone()));
            places.extend(imports.map(|i| (row.line, i.iter().cloned().collect::<Vec<_>>().join(", "))));
        }
    }
    let mut out = String::new();
    for (n, line) in page.lines().enumerate() {
        match (places.get(&(n + 1)), line.trim_end().trim_end_matches('|').rsplit_once('|')) {
            (Some(imports), Some((before, _))) => {
                let imports = if imports.is_empty() { "–" } else { imports };
                out.push_str(&format!("{before}| {imports} |\n"));
            }
            _ => out.push_str(&format!("{line}\n")),
        }
    }
    out
}
