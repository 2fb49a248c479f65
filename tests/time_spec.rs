//! Reads `tests/spec/time/*.md`: tables of counts, and calendar files with
//! what is wrong in them. The specifications are the manual of counting.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::PathBuf;

use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;
use ordain_time::{
    Anchor, Counted, Direction, FixedDate, Length, Library, Options, RuleSet, Service, Unit, Venue, count, due_day,
    read_point, read_request,
};

#[test]
fn every_specification_holds() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/spec/time");
    #[expect(clippy::disallowed_methods, reason = "a test reads its own fixtures")]
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "md"));
    files.sort();
    assert!(!files.is_empty());
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for file in files {
        #[expect(clippy::disallowed_methods, reason = "a test reads its own fixtures")]
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        rows += tables(&name, &text, &mut wrong);
        rows += fences(&name, &text, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {rows} rows do not hold:\n{}", wrong.len(), wrong.join("\n"));
    assert!(rows > 100, "only {rows} rows were read");
}

fn cells(line: &str) -> Vec<&str> {
    line.trim().trim_matches('|').split('|').map(str::trim).collect()
}

/// Tables with a column `due`; other tables are prose.
fn tables(file: &str, text: &str, wrong: &mut Vec<String>) -> usize {
    let (mut head, mut rows) = (Vec::<String>::new(), 0);
    for (i, line) in text.lines().enumerate() {
        if !line.starts_with('|') {
            head.clear();
            continue;
        }
        let row = cells(line);
        if head.is_empty() {
            head = row.iter().map(|c| (*c).to_owned()).collect();
            continue;
        }
        if !head.iter().any(|h| h == "due") || row[0].starts_with("--") {
            continue;
        }
        rows += 1;
        if let Err(why) = check(&Row { head: &head, cells: &row }) {
            wrong.push(format!("{file}:{}: {}: {why}", i + 1, row.join(" | ")));
        }
    }
    rows
}

/// A row, its cells found by the name of their column.
struct Row<'a> {
    head: &'a [String],
    cells: &'a [&'a str],
}

impl<'a> Row<'a> {
    fn get(&self, name: &str) -> &'a str {
        self.head.iter().position(|h| h == name).and_then(|i| self.cells.get(i)).copied().unwrap_or("")
    }
}

fn check(row: &Row<'_>) -> Result<(), String> {
    let cell = |name: &str| row.get(name);
    let expected = cell("due");
    if cell("rules") == "fixed" {
        let day = read_point(cell("count")).map_err(|d| d.message)?.day();
        let fixed = FixedDate { day, time: None };
        return same("due", &fixed.day.to_string(), expected);
    }
    let got = match run(cell("rules"), cell("count"), cell("with")) {
        Ok(c) => c,
        Err(code) => return same("refused", &code, expected),
    };
    let due = match got.due_instant.filter(|_| expected.contains('T')) {
        Some(t) => t.format("%Y-%m-%dT%H:%M").to_string(),
        None => got.due.to_string(),
    };
    same("due", &due, expected)?;
    let safe = got.earliest_safe.map_or(String::new(), |d| d.to_string());
    if !cell("safe").is_empty() {
        same("earliest safe", &safe, cell("safe").trim_matches('-'))?;
    }
    for code in cell("notices").split_whitespace() {
        if !got.notices.iter().any(|n| n.code.id == code) {
            return Err(format!("no notice {code}, but {:?}", got.notices));
        }
    }
    if !cell("trace").is_empty() && !got.trace.iter().any(|s| format!("{} {}", s.rule, s.why).contains(cell("trace"))) {
        return Err(format!("`{}` is not in the trace {:#?}", cell("trace"), got.trace));
    }
    replay(&got)
}

/// The last dated step of a trace is the due date.
fn replay(c: &Counted) -> Result<(), String> {
    let last = c.trace.last().ok_or("no trace")?;
    same("last step", &last.date.to_string(), &c.due.to_string())
}

fn same(what: &str, got: &str, expected: &str) -> Result<(), String> {
    if got == expected { Ok(()) } else { Err(format!("{what} {got}, not {expected}")) }
}

/// The count a row asks for, or the code with which it is refused.
fn run(rules: &str, phrase: &str, with: &str) -> Result<Counted, String> {
    let code = |d: Diagnostic| d.code.id.to_owned();
    let refuse = |e: ordain_time::TimeError| e.diagnostic(ordain_base::source::Span::default()).code.id.to_owned();
    let library = Library::standard();
    let mut options = Options::default();
    let (mut court, mut zone) = (None, None);
    for w in with.split(';').map(str::trim).filter(|w| !w.is_empty()) {
        let (key, value) = w.split_once(": ").unwrap_or((w, ""));
        match key {
            "service" => options.service = Some(Service::parse(value).expect(value)),
            "court" => court = Some(value),
            "zone" => zone = Some(value),
            "closed" => options.clerk_closed.push(value.parse().expect(value)),
            "rules as of" => options.rules_as_of = Some(value.parse().expect(value)),
            "set by order" => options.set_by_order = true,
            "not a filing" => options.filing = false,
            other => panic!("`{other}` is not known"),
        }
    }
    let set: &RuleSet = library.rules(rules).map_err(refuse)?;
    let asked = read_request(phrase).map_err(|d| code(*d))?;
    let calendar = library.calendar(set, &Venue { court, zone, calendar: None }).map_err(refuse)?;
    let anchor = asked.anchor.ok_or("T0207")?;
    let counted = count(set, &calendar, anchor, asked.length, asked.direction, &options).map_err(refuse)?;
    let quick = due_day(set, &calendar, anchor, asked.length, asked.direction, &options).map_err(refuse)?;
    assert_eq!(quick, counted.due, "the quick count and the traced one differ: {phrase}");
    Ok(counted)
}

/// Fences of `calendar`: each followed by a fence of `findings`, a code and the underlined words a line.
fn fences(file: &str, text: &str, wrong: &mut Vec<String>) -> usize {
    let mut rows = 0;
    let mut parts = text.split("```calendar\n").skip(1);
    for part in &mut parts {
        let Some((source, rest)) = part.split_once("```") else { continue };
        let findings = rest.split_once("```findings\n").and_then(|(_, r)| r.split_once("```")).map_or("", |(f, _)| f);
        rows += 1;
        let mut map = SourceMap::default();
        // Something stands before it, so that spans must be global.
        map.add("before.calendar", "courts\n");
        let id = map.add("matter.calendar", source).unwrap();
        let (_, found) = Library::standard().with(source, map.get(id).unwrap().base);
        let got: Vec<String> = found.iter().map(|d| format!("{} {}", d.code.id, map.text(d.span()))).collect();
        let expected: Vec<&str> = findings.lines().collect();
        if got != expected {
            wrong.push(format!("{file}: {source}\n  gives {got:#?}\n  not {expected:#?}"));
        }
    }
    rows
}

/// A row that a specification calls wrong is computed as the specification says; this keeps the types in use.
#[test]
fn a_fixed_date_is_never_counted() {
    let saturday = read_point("Saturday 2004-02-14").unwrap().day();
    assert_eq!(FixedDate { day: saturday, time: None }.day, saturday);
    let set = Library::standard().rules("frcp").unwrap();
    let calendar = Library::standard().calendar(set, &Venue::default()).unwrap();
    let zero = Length::new(0, Unit::Days);
    let rolled = count(set, &calendar, Anchor::Day(saturday), zero, Direction::After, &Options::default()).unwrap();
    assert_ne!(rolled.due, saturday);
}
