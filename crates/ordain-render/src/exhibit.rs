//! The report as an exhibit to a motion (DOCX): caption, a table of the duties with their days and verdicts, for each
//! that is missed, late or in doubt the words of the order and of the record with citations, and a place to sign.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, PageMargin, Paragraph, Run, Style, StyleType, Table,
    TableCell, TableRow, WidthType,
};

use super::clean::Cleaner;
use super::date::{Months, due_in_words};
use super::machine::{Finding, Options, findings_of_report, is_fact};
use super::matters::Run as MattersRun;
use super::reasons::reason_lines;
use super::words::{INCOMPLETE, capitalize_sentence, quote_span, verdict};
use ordain_base::diag::Label;
use ordain_core::report::Report;

/// Characters of a file quoted for one place.
const WORDS: usize = 600;
/// Half points.
const TEXT: usize = 24;
const SMALL: usize = 20;
/// Widths of the columns of the table, in twentieths of a point: six and a half inches in all.
const COLUMNS: [usize; 5] = [1500, 3300, 1700, 1500, 1360];

/// The exhibit of one report.
///
/// # Errors
/// In words, if it cannot be written.
pub fn render(report: &Report, options: &Options<'_>) -> Result<Vec<u8>, String> {
    packed(pushed(new_document(), report, options))
}

/// The exhibits of a run, each on a page of its own; those that could not be read are named first.
///
/// # Errors
/// As [`render`].
pub fn render_many(run: &MattersRun<'_>) -> Result<Vec<u8>, String> {
    let cleaner = Cleaner::for_people(true);
    let mut document = new_document();
    for (path, why) in run.not_read() {
        document = document.add_paragraph(plain(&cleaner.line(&format!("Not read: {path}: {why}"))));
    }
    for (n, (_, report, options)) in run.checked().enumerate() {
        if n > 0 {
            document = document.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)));
        }
        document = pushed(document, report, options);
    }
    packed(document)
}

fn new_document() -> Docx {
    let style = |id: &str, name: &str, size: usize| Style::new(id, StyleType::Paragraph).name(name).size(size).bold();
    let page = Paragraph::new().align(AlignmentType::Center).add_run(Run::new().size(SMALL).add_text("Exhibit, page "));
    Docx::new()
        // Letter paper, with an inch around the text.
        .page_size(12_240, 15_840)
        .page_margin(PageMargin::new().top(1440).bottom(1440).left(1440).right(1440))
        .default_size(TEXT)
        .default_fonts(docx_rs::RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman"))
        .add_style(style("Heading1", "heading 1", 28))
        .add_style(style("Heading2", "heading 2", 26))
        .footer(Footer::new().add_paragraph(page.add_page_num(docx_rs::PageNum::new())))
}

fn packed(document: Docx) -> Result<Vec<u8>, String> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes).map_err(|e| e.to_string())?;
    Ok(bytes.into_inner())
}

fn pushed(mut document: Docx, report: &Report, options: &Options<'_>) -> Docx {
    let cleaner = Cleaner::for_people(true);
    let inputs: Vec<String> =
        report.inputs.iter().map(|i| format!("{}: {}", cleaner.line(&i.path), i.sha256)).collect();
    let report = &cleaner.report(report);
    if let Some(court) = &report.court {
        document = document.add_paragraph(centered(court));
    }
    document = document.add_paragraph(centered(&report.matter));
    if let Some(number) = &report.number {
        document = document.add_paragraph(centered(&format!("No. {number}")));
    }
    let title = format!("Orders and their performance as of {}", Months::Full.day(report.as_of));
    document = document.add_paragraph(heading(&title, "Heading1"));
    if report.incomplete {
        document = document.add_paragraph(plain(&format!("{}.", capitalize_sentence(INCOMPLETE))));
    }
    document = document.add_table(table_of_duties(report));
    for one in findings_of_report(report, options).iter().filter(|f| f.verdict.is_some()) {
        document = push_finding(document, report, one);
    }
    document = document.add_paragraph(heading("Files read", "Heading2"));
    for line in &inputs {
        document = document.add_paragraph(Paragraph::new().add_run(Run::new().size(SMALL).add_text(line)));
    }
    for line in
        ["", "Dated: ____________________", "", "______________________________", "[name, party, and bar number]"]
    {
        document = document.add_paragraph(plain(line));
    }
    document
}

/// A line for each paragraph that has a verdict; its heading comes again on each page.
fn table_of_duties(report: &Report) -> Table {
    let cell = |n: usize, words: &str, bold: bool| {
        let run = Run::new().size(SMALL).add_text(words);
        let run = if bold { run.bold() } else { run };
        TableCell::new()
            .width(COLUMNS.get(n).copied().unwrap_or(1500), WidthType::Dxa)
            .add_paragraph(Paragraph::new().add_run(run))
    };
    let row = |words: [&str; 5], bold: bool| {
        TableRow::new(words.iter().enumerate().map(|(n, w)| cell(n, w, bold)).collect()).cant_split()
    };
    let mut rows = vec![row(["Paragraph", "What is ordered", "Due", "Performance", "Source"], true)];
    for v in report.verdicts() {
        let due = v.due.as_ref().map(due_in_words).unwrap_or_default();
        rows.push(row([&v.id, &v.ordered, &due, &verdict(v), &v.sources.join("; ")], false));
    }
    Table::new(rows).set_grid(COLUMNS.to_vec()).width(COLUMNS.iter().sum(), WidthType::Dxa)
}

/// What is found, the order's own words, the record's, and why.
fn push_finding(mut document: Docx, report: &Report, one: &Finding<'_>) -> Docx {
    let d = one.diagnostic;
    document = document.add_paragraph(heading(&capitalize_sentence(&d.message), "Heading2"));
    let (record, order): (Vec<&&Label>, Vec<&&Label>) =
        one.first.iter().chain(&one.others).partition(|l| is_fact(l.span, &report.sources));
    let cleaner = Cleaner::for_people(true);
    for (lead, labels) in [("The order:", order), ("The record:", record)] {
        if labels.is_empty() {
            continue;
        }
        document = document.add_paragraph(Paragraph::new().add_run(Run::new().bold().add_text(lead)));
        for label in labels {
            let words = cleaner.line(&quote_span(report, label.span, WORDS, "…"));
            let said = if label.text.is_empty() { String::new() } else { format!(" ({})", label.text) };
            let quoted = Paragraph::new()
                .indent(Some(720), None, Some(720), None)
                .add_run(Run::new().add_text(format!("“{words}”{said}")));
            document = document.add_paragraph(quoted);
        }
    }
    let because = reason_lines(d, true);
    if !because.is_empty() {
        document = document.add_paragraph(Paragraph::new().add_run(Run::new().bold().add_text("Why:")));
        for line in because {
            let line = Paragraph::new()
                .indent(Some(360), None, None, None)
                .add_run(Run::new().add_text(format!("– {}", capitalize_sentence(&line))));
            document = document.add_paragraph(line);
        }
    }
    document
}

/// A heading with room above it, which stays with what follows.
fn heading(words: &str, style: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .keep_next(true)
        .line_spacing(LineSpacing::new().before(240).after(60))
        .add_run(Run::new().add_text(words))
}

fn plain(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

fn centered(words: &str) -> Paragraph {
    Paragraph::new().align(AlignmentType::Center).add_run(Run::new().bold().add_text(words))
}
