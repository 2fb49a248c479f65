//! The tables of `docs/architecture.md`: who may import whom.

use std::collections::{BTreeMap, BTreeSet};

/// What a new row says of what it holds, until somebody does.
pub(crate) const UNSAID: &str = "…";

/// What one row allows.
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) name: String,
    /// What it holds, in words; [`UNSAID`] where nobody has said so yet.
    pub(crate) holds: String,
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
            (Some(path), [name, holds, may]) if !name.starts_with("--") => {
                let rows = tables.entry(path.clone()).or_default();
                let above: Vec<String> = rows.iter().map(|r| r.name.clone()).collect();
                let words = may.split(',').map(|w| w.trim().trim_matches('`')).filter(|w| !matches!(*w, "" | "–"));
                let may = words.flat_map(|w| if w == "all above" { above.clone() } else { vec![w.to_owned()] });
                let (name, holds) = (name.trim_matches('`').to_owned(), (*holds).to_owned());
                rows.push(Row { line: n + 1, name, holds, may: may.collect() });
            }
            _ => {}
        }
    }
    tables
}

/// The page with the rows and the imports that there are: a row that is missing is added at the end of its table, one
/// whose module is gone is left out.
pub(crate) fn with_imports(page: &str, there: &BTreeMap<(String, String), BTreeSet<String>>) -> String {
    let shown = |to: &BTreeSet<String>| match to.is_empty() {
        true => "–".to_owned(),
        false => to.iter().cloned().collect::<Vec<_>>().join(", "),
    };
    let (mut changed, mut gone, mut added) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
    for (path, rows) in tables(page).into_iter().filter(|(path, _)| path != "crates") {
        for row in &rows {
            match there.get(&(path.clone(), row.name.clone())) {
                Some(to) => drop(changed.insert(row.line, shown(to))),
                None => drop(gone.insert(row.line)),
            }
        }
        let new = there.iter().filter(|((p, part), _)| *p == path && !rows.iter().any(|r| r.name == *part));
        let new: Vec<String> =
            new.map(|((_, part), to)| format!("| `{part}` | {UNSAID} | {} |\n", shown(to))).collect();
        added.extend(rows.last().map(|last| (last.line, new.concat())));
    }
    let mut out = String::new();
    for (n, line) in page.lines().enumerate().map(|(n, line)| (n + 1, line)) {
        match (changed.get(&n), line.trim_end().trim_end_matches('|').rsplit_once('|')) {
            (Some(imports), Some((before, _))) => out.push_str(&format!("{before}| {imports} |\n")),
            _ if gone.contains(&n) => {}
            _ => out.push_str(&format!("{line}\n")),
        }
        out.push_str(added.get(&n).map_or("", String::as_str));
    }
    out
}
