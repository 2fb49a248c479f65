//! The `table` statement to paste. What the file does not show is in it as
//! a comment, to be decided.

use ordain_base::words::{join, plural};
use ordain_tables::dates::Proof;
use ordain_tables::detect::Heading;
use ordain_tables::inspect::Inspection;
use ordain_tables::{DateOrder, Encoding};

pub(super) fn statement_of_table(seen: &Inspection) -> String {
    let mut out = Vec::new();
    let layout = seen.layout.as_ref().map_or(String::new(), |l| format!(" as {}", l.name));
    let name = seen.layout.as_ref().and_then(|l| l.rows).map_or("documents", |r| match r.words() {
        "log entries" => "log",
        "docket entries" => "docket",
        words => words,
    });
    let path = if seen.name == "-" { "the file" } else { &seen.name };
    let path = path.replace('"', "'");
    // A statement may go on in lines that stand deeper.
    if name.len() + path.len() + layout.len() + 14 <= 78 {
        out.push(format!("table {name} from \"{path}\"{layout}"));
    } else {
        out.push(format!("table {name}"));
        out.push(format!("  from \"{path}\""));
        out.push(format!(" {layout}").trim_end().to_owned());
    }
    match seen.layout.as_ref().and_then(|l| l.rows) {
        Some(rows) => out.push(format!("  rows are {}", rows.words())),
        None => out.push("  rows are documents  # or pages, log entries, productions, docket entries".to_owned()),
    }
    push_declared_layout(seen, &mut out);
    let numbered = matches!(seen.known.heading, Heading::Absent(_));
    if seen.bound.is_empty() {
        out.push(match seen.columns.first() {
            Some(_) if numbered => "  # say which column is what: columns bates is column 1".to_owned(),
            Some(first) => format!("  # say which column is what: columns bates is \"{}\"", first.name.trim()),
            None => String::new(),
        });
    }
    push_date_order(seen, &mut out);
    // A docket is the clerk's: nobody asserts it.
    let more: &[&str] = if name == "docket" {
        &["# complete through April 5, 2024 for filings", "# source \"docket report of April 5, 2024\""]
    } else {
        &[
            "# by Defendants",
            "# complete through April 5, 2024 for productions by Defendants",
            "# source Coleman Decl. Ex. E",
        ]
    };
    out.extend(more.iter().map(|line| format!("  {line}")));
    out.retain(|l| !l.is_empty());
    out.join("\n")
}

/// What the file does not show at every reading, or was said on the command line.
fn push_declared_layout(seen: &Inspection, out: &mut Vec<String>) {
    match &seen.known.heading {
        Heading::Line { line, why } if *line > 1 || why == "declared" => out.push(format!("  header on line {line}")),
        Heading::Absent(_) => out.push("  no header".to_owned()),
        _ => {}
    }
    if let (Some(sheet), true) = (seen.known.format.sheet(), seen.known.sheets.len() > 1) {
        out.push(format!("  sheet \"{sheet}\""));
    }
    if let Some((Encoding::Windows1252, how)) = &seen.known.encoding
        && how == "declared"
    {
        out.push("  encoding Windows-1252".to_owned());
    }
}

/// The order of the figures of a date, where it is proved; the choice, where it is not.
fn push_date_order(seen: &Inspection, out: &mut Vec<String>) {
    if seen.layout.as_ref().is_some_and(|l| l.dates.is_some()) {
        return;
    }
    // Of columns that a rule can use, or of all where none is known.
    let dated: Vec<(&str, Proof)> = seen
        .dated()
        .filter(|(i, _)| seen.bound.is_empty() || seen.field(*i).is_some())
        .map(|(_, c)| (c.name.trim(), c.dates.proof()))
        .collect();
    let doubtful: Vec<&str> =
        dated.iter().filter(|(_, p)| matches!(p, Proof::Ambiguous | Proof::Mixed)).map(|(name, _)| *name).collect();
    let proved: Vec<DateOrder> =
        dated.iter().filter_map(|(_, p)| if let Proof::Order(order) = p { Some(*order) } else { None }).collect();
    match (doubtful.as_slice(), proved.as_slice()) {
        ([], []) => {}
        ([], [first, rest @ ..]) if rest.iter().all(|o| o == first) => {
            out.push(format!("  dates are {}", first.words()))
        }
        // Each column proves its own.
        ([], _) => {}
        (names, _) => {
            let shown =
                if names.len() > 3 { plural(i64::try_from(names.len()).unwrap_or(0), "column") } else { join(names) };
            out.push("  # dates are month/day/year".to_owned());
            let does = if names.len() == 1 { "does" } else { "do" };
            out.push(format!("  # or day/month/year: {shown} {does} not show which"));
        }
    }
}
