//! The specifications of counting, `tests/spec/time/*.md`: each row of a table
//! with a column `due` is a test, and each block of `calendar` with the block of
//! `findings` after it. They are the manual of counting.

use std::fs;

use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;
use ordain_time::{
    Counted, FixedDate, Library, Options, RuleSet, Service, Venue, count, due_day, read_point, read_request,
};

use super::{Named, Problems, called, files, shown};

pub(crate) fn trials() -> Vec<Named> {
    let mut trials = Vec::new();
    for file in files("tests/spec/time", "md") {
        let text = fs::read_to_string(&file).expect("a specification");
        let (called, file) = (called(&file), shown(&file));
        for row in rows(&text) {
            let (name, at) = (format!("{called}::{}", row.name()), format!("{file}:{}", row.line));
            trials.push(Named::new(name, move || {
                let wrong = check(&row).err();
                wrong.map(|why| format!("{at}: {}: {why}", row.cells.join(" | "))).into_iter().collect()
            }));
        }
        for fence in fences(&text) {
            let (name, at) = (format!("{called}::calendar of line {}", fence.line), format!("{file}:{}", fence.line));
            trials.push(Named::new(name, move || fence.problems(&at)));
        }
    }
    trials.push(Named::new("time/districts-2026".to_owned(), districts));
    trials
}

/// Twenty court days from the beginning of each month of 2026 in every district: a closed day
/// that comes or goes anywhere moves a day of this table.
fn districts() -> Problems {
    let library = Library::standard();
    let mut found = String::from(
        "# Twenty court days after the last day of the month before, by frcp, in every district and month of 2026.\n\
         # After `<` the earlier day that is safe, after `>` the later day, where there is doubt.\n",
    );
    for court in library.courts().iter().filter(|c| c.circuit.is_some() && !c.bankruptcy) {
        let mut line = format!("{:<14}", court.short);
        for month in 1..=12 {
            let first = chrono::NaiveDate::from_ymd_opt(2026, month, 1).expect("a day");
            let before = first.pred_opt().expect("a day before it");
            match run("frcp", &format!("20 court days after {before}"), &format!("court: {}", court.short)) {
                Ok(c) => {
                    let day = |mark: &str, d: Option<chrono::NaiveDate>| {
                        d.map_or(String::new(), |d| format!("{mark}{}", d.format("%m-%d")))
                    };
                    let cell = format!("{}{}{}", c.due.format("%m-%d"), day("<", c.earliest_safe), day(">", c.latest));
                    line.push_str(&format!(" {cell:<17}"));
                }
                Err(code) => line.push_str(&format!(" {code:<17}")),
            }
        }
        found.push_str(line.trim_end());
        found.push('\n');
    }
    let file = super::root().join("tests/spec/time/districts-2026.txt");
    if super::accepting() {
        fs::write(&file, &found).expect("the table is written");
        return Vec::new();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let changed = found.lines().zip(kept.lines()).filter(|(new, old)| new != old);
    let mut problems: Problems = changed.map(|(new, old)| format!("found {new}\n kept {old}")).collect();
    if found.lines().count() != kept.lines().count() {
        problems.push("another number of lines".to_owned());
    }
    problems
}

/// The rows of the tables with a column `due`; other tables are prose.
fn rows(text: &str) -> Vec<Row> {
    let cells = |line: &str| line.trim().trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect::<Vec<_>>();
    let (mut head, mut rows) = (Vec::<String>::new(), Vec::new());
    for (i, line) in text.lines().enumerate() {
        if !line.starts_with('|') {
            head.clear();
        } else if head.is_empty() {
            head = cells(line);
        } else if head.iter().any(|h| h == "due") && !line.trim_matches('|').trim().starts_with("--") {
            rows.push(Row { line: i + 1, head: head.clone(), cells: cells(line) });
        }
    }
    rows
}

/// A row, its cells found by the name of their column.
struct Row {
    line: usize,
    head: Vec<String>,
    cells: Vec<String>,
}

impl Row {
    fn get(&self, name: &str) -> &str {
        self.head.iter().position(|h| h == name).and_then(|i| self.cells.get(i)).map_or("", String::as_str)
    }

    /// `frap 14 days after 2024-08-01`, with the name of the row before it where it has one.
    fn name(&self) -> String {
        let parts = ["row", "rules", "count", "with"].map(|c| self.get(c));
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

fn check(row: &Row) -> Result<(), String> {
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
    let latest = got.latest.map_or(String::new(), |d| d.to_string());
    if !cell("latest").is_empty() {
        same("latest possible", &latest, cell("latest").trim_matches('-'))?;
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
    options.next = asked.next;
    let calendar = library.calendar(set, &Venue { court, zone, calendar: None }).map_err(refuse)?;
    let anchor = asked.anchor.ok_or("T0207")?;
    let counted = count(set, &calendar, anchor, asked.length, asked.direction, &options).map_err(refuse)?;
    let quick = due_day(set, &calendar, anchor, asked.length, asked.direction, &options).map_err(refuse)?;
    assert_eq!(quick, counted.due, "the quick count and the traced one differ: {phrase}");
    Ok(counted)
}

/// A calendar file, and the code and the underlined words of each finding in it.
struct Fence {
    line: usize,
    source: String,
    findings: Vec<String>,
}

fn fences(text: &str) -> Vec<Fence> {
    let mut fences: Vec<Fence> = Vec::new();
    let mut open: Option<(&str, usize, Vec<&str>)> = None;
    for (n, line) in text.lines().enumerate() {
        match &mut open {
            None => open = line.strip_prefix("```").map(|kind| (kind, n + 1, Vec::new())),
            Some((kind, from, lines)) if line == "```" => {
                let lines = std::mem::take(lines);
                match (*kind, fences.last_mut()) {
                    ("calendar", _) => {
                        let source = lines.iter().map(|l| format!("{l}\n")).collect();
                        fences.push(Fence { line: *from, source, findings: Vec::new() });
                    }
                    ("findings", Some(fence)) => fence.findings = lines.into_iter().map(str::to_owned).collect(),
                    _ => {}
                }
                open = None;
            }
            Some((.., lines)) => lines.push(line),
        }
    }
    fences
}

impl Fence {
    fn problems(&self, at: &str) -> Problems {
        let mut map = SourceMap::default();
        // Something comes before it, so that spans must be global.
        map.add("before.calendar", "courts\n");
        let id = map.add("matter.calendar", &*self.source).expect("a short file");
        let base = map.get(id).expect("the file that was added").base;
        let (_, found) = Library::standard().with(&self.source, base);
        let got: Vec<String> = found.iter().map(|d| format!("{} {}", d.code.id, map.text(d.span()))).collect();
        match got == self.findings {
            true => Vec::new(),
            false => vec![format!("{at}: gives {got:#?}\n  not {:#?}", self.findings)],
        }
    }
}
