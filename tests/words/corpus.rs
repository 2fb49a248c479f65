//! The statements on which the two tests run: every case of the manual and of the
//! specifications, and every matter of `rules/`.

use std::fs;
use std::path::{Path, PathBuf};

use ordain_base::diag::Diagnostic;
use ordain_core::model::{self, Model};
use ordain_core::session::standard_rules::FILES;
use ordain_syntax::{Options, Parsed, ast};
use ordain_time::Library;

/// One matter: the text of its orders, and of its facts.
#[derive(Clone)]
pub(super) struct Matter {
    /// Where it is in the repository: the file and the line of its heading, or its folder.
    pub(super) place: String,
    pub(super) orders: Vec<String>,
    pub(super) facts: Vec<String>,
    /// Its own calendars, which count its days.
    calendars: Vec<String>,
    /// The standard rules that it takes in.
    rules: Vec<&'static str>,
}

/// A matter, read.
pub(super) struct Read {
    /// Its orders first, then its facts; the standard rules that it takes in stand last.
    pub(super) files: Vec<Parsed>,
    dates: Option<ast::SlashOrder>,
    at_court: Vec<ast::AtCourt>,
}

impl Matter {
    pub(super) fn texts(&self) -> impl Iterator<Item = &String> {
        self.orders.iter().chain(&self.facts)
    }

    pub(super) fn read(&self) -> Read {
        let own = self.calendars.iter().map(|c| (c.as_str(), 0)).collect::<Vec<_>>();
        let library = Library::standard().with_all(own).0;
        let mut read = Read { files: Vec::new(), dates: None, at_court: Vec::new() };
        read.files = self.parse(&read);
        let statements = || read.files.iter().flat_map(|f| &f.statements);
        let matter =
            statements().find_map(|s| if let ast::StatementKind::Matter(m) = &s.kind { Some(m) } else { None });
        let zoned: Vec<ast::Zoned> = statements().flat_map(|s| s.zoned.iter().cloned()).collect();
        let zone = matter.and_then(|m| model::zone_of_matter(&library, m));
        let dates = matter.and_then(|m| m.dates.as_ref().map(|d| d.value));
        let at_court = zone.map(|zone| model::at_court(zone, &zoned)).unwrap_or_default();
        (read.dates, read.at_court) = (dates, at_court);
        read.files = self.parse(&read);
        // Nothing is counted here, so no court is looked up.
        for statement in read.files.iter_mut().flat_map(|f| &mut f.statements) {
            if let ast::StatementKind::Matter(matter) = &mut statement.kind {
                (matter.court, matter.calendar, matter.rules, matter.zone) = (None, None, None, None);
            }
        }
        read
    }

    fn parse(&self, read: &Read) -> Vec<Parsed> {
        let mut base = 0;
        let mut one = |text: &str| {
            let parsed = read.parse(text, base);
            base += u32::try_from(text.len()).expect("a small text") + 1;
            parsed
        };
        let rules = self.rules.iter().map(|r| (*r).to_owned());
        self.texts().cloned().chain(rules).map(|t| one(&t)).collect()
    }
}

impl Read {
    /// One text of the matter, or a part of it.
    pub(super) fn parse(&self, text: &str, base: u32) -> Parsed {
        ordain_syntax::parse(text, base, Options { slash_dates: self.dates, at_court: &self.at_court })
    }

    /// The model of these files, and what is wrong with them.
    pub(super) fn resolve(&self, files: &[Parsed]) -> (Model, Vec<Diagnostic>) {
        model::resolve(files, Library::default, |_, _| {})
    }
}

/// Every matter, and how many statements they have is a test of its own.
pub(super) fn matters() -> Vec<Matter> {
    let mut written = files("tests/spec", "md");
    written.retain(|p| !p.components().any(|c| matches!(c.as_os_str().to_str(), Some("diagnostics" | "time"))));
    written.push(root().join("docs/language.md"));
    let mut all: Vec<Matter> = written.iter().flat_map(|p| cases(p)).collect();
    let mut folders: Vec<PathBuf> =
        files("rules", "order").iter().filter_map(|p| p.parent().map(Path::to_path_buf)).collect();
    folders.dedup();
    all.extend(folders.iter().map(|f| folder(f)));
    all.iter_mut().for_each(take_rules_in);
    all
}

/// `incorporates Bates integrity`: the rule of that name, where the matter has none of its own.
fn take_rules_in(matter: &mut Matter) {
    let all = matter.orders.concat();
    let name = |text: &'static str| text.lines().find_map(|l| l.strip_prefix("rule "));
    let rules = FILES.iter().filter_map(|(_, text)| Some((name(text)?, *text)));
    let wanted =
        rules.filter(|(n, _)| all.contains("incorporates") && all.contains(n) && !all.contains(&format!("rule {n}")));
    matter.rules = wanted.map(|(_, text)| text).collect();
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).expect("in the repository").display().to_string()
}

/// All files under a folder whose name ends so, in order.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut open = vec![root().join(folder)];
    let mut out = Vec::new();
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == end) {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}

/// A matter that is a folder of its own.
fn folder(path: &Path) -> Matter {
    let texts = |end: &str| {
        let all = files(&shown(path), end).into_iter().filter(|p| p.parent() == Some(path));
        all.map(|p| fs::read_to_string(p).expect("a text")).collect()
    };
    Matter {
        place: shown(path),
        orders: texts("order"),
        facts: texts("facts"),
        calendars: texts("calendar"),
        rules: Vec::new(),
    }
}

/// The cases of a page: the blocks under one heading are one matter, and its `order` blocks one file.
fn cases(path: &Path) -> Vec<Matter> {
    let text = fs::read_to_string(path).expect("a page");
    let mut prelude = String::new();
    let mut out: Vec<Matter> = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for (n, line) in text.lines().enumerate() {
        match &mut open {
            None if line.starts_with("## ") || line.starts_with("### ") => out.push(Matter {
                place: format!("{}:{}", shown(path), n + 1),
                orders: vec![prelude.clone()],
                facts: vec![String::new()],
                calendars: Vec::new(),
                rules: Vec::new(),
            }),
            None => open = line.strip_prefix("```").map(|info| (info.trim(), String::new())),
            Some((info, body)) if line.starts_with("```") => {
                match (*info, out.last_mut()) {
                    ("order prelude", _) => prelude.push_str(body),
                    ("order", Some(matter)) => matter.orders[0].push_str(body),
                    ("facts", Some(matter)) => matter.facts[0].push_str(body),
                    ("calendar", Some(matter)) => matter.calendars.push(std::mem::take(body)),
                    _ => {}
                }
                open = None;
            }
            Some((_, body)) => {
                body.push_str(line);
                body.push('\n');
            }
        }
    }
    out.retain(|m| m.texts().any(|t| !t.is_empty()));
    out
}
