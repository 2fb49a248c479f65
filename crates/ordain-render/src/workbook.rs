//! The report as a workbook (XLSX): a sheet for duties, one for findings, and one for rows of tables that are not as a
//! duty asks. Every cell of a file is text, so that none is a formula.

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::clean::Cleaner;
use super::machine::{Options, findings_of_report, locate_span};
use super::matters::Run;
use super::reasons::reason_lines;
use ordain_core::report::{Report, RowFinding};
use ordain_core::verdict::Verdict;

/// The most rows of a sheet, its heading apart.
const MOST: u32 = 1_048_575;
/// The most characters of a cell.
const CELL: usize = 32_767;

const DUTIES: [(&str, f64); 11] = [
    ("Matter", 26.0),
    ("Verdict", 13.0),
    ("Paragraph", 22.0),
    ("Part", 20.0),
    ("Who", 18.0),
    ("Ordered", 44.0),
    ("Due", 12.0),
    ("Time", 8.0),
    ("Days", 7.0),
    ("Why", 60.0),
    ("Sources", 28.0),
];
const FINDINGS: [(&str, f64); 7] = [
    ("Matter", 26.0),
    ("Severity", 13.0),
    ("Code", 8.0),
    ("Finding", 60.0),
    ("Why", 60.0),
    ("File", 34.0),
    ("Line", 7.0),
];
const ROWS: [(&str, f64); 12] = [
    ("Matter", 26.0),
    ("Duty", 18.0),
    ("State", 13.0),
    ("Name", 24.0),
    ("Category", 16.0),
    ("Day", 12.0),
    ("Days late", 9.0),
    ("File", 34.0),
    ("Row", 9.0),
    ("Line", 9.0),
    ("Column", 18.0),
    ("Value", 24.0),
];

/// The workbook of one report.
///
/// # Errors
/// In words, if a sheet cannot be written.
pub fn render(report: &Report, options: &Options<'_>) -> Result<Vec<u8>, String> {
    workbook(&[(report, options)])
}

/// That of a run of many: the same sheets, with the matters under one another. Those that could not be read are named
/// among the findings.
///
/// # Errors
/// As [`render`].
pub fn render_many(run: &Run<'_>) -> Result<Vec<u8>, String> {
    let reports: Vec<(&Report, &Options<'_>)> = run.checked().map(|(_, report, options)| (report, options)).collect();
    let unread: Vec<(&str, &str)> = run.not_read().collect();
    written(&reports, &unread).map_err(|e| e.to_string())
}

fn workbook(reports: &[(&Report, &Options<'_>)]) -> Result<Vec<u8>, String> {
    written(reports, &[]).map_err(|e| e.to_string())
}

fn written(reports: &[(&Report, &Options<'_>)], unread: &[(&str, &str)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day of the report and not of the clock: the same report gives the same bytes.
    let day = reports.iter().map(|(r, _)| r.as_of).max().unwrap_or_default();
    let created = date_value(day)?;
    book.set_properties(&DocProperties::new().set_title("Duties of court orders").set_creation_datetime(&created));
    let styles = Styles::new();
    let mut duties = Sheet::new("Duties", &DUTIES, &styles)?;
    let mut findings = Sheet::new("Findings", &FINDINGS, &styles)?;
    let mut rows = Sheet::new("Rows", &ROWS, &styles)?;
    for (report, options) in reports {
        let cleaned = Cleaner::for_people(true).report(report);
        for verdict in cleaned.verdicts() {
            push_verdict(&cleaned, verdict, verdict, &mut duties)?;
        }
        push_findings(&cleaned, options, &mut findings)?;
        push_rows(report, &mut rows)?;
    }
    for (path, why) in unread {
        findings.next()?;
        findings.text(0, path)?;
        findings.text(1, "not read")?;
        findings.text(3, why)?;
    }
    for sheet in [duties, findings, rows] {
        sheet.finish(&mut book)?;
    }
    book.save_to_buffer()
}

fn push_verdict(report: &Report, whole: &Verdict, v: &Verdict, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    sheet.next()?;
    sheet.text(0, &report.matter)?;
    sheet.text(1, v.kind.phrase())?;
    sheet.text(2, &whole.id)?;
    sheet.text(3, &v.part_words())?;
    sheet.text(4, &v.bearer.join("; "))?;
    sheet.text(5, &whole.ordered)?;
    if let Some(due) = &v.due {
        sheet.date(6, due.day)?;
        sheet.text(7, &due.time.map(|t| t.format("%H:%M").to_string()).unwrap_or_default())?;
    }
    if let Some(days) = v.days {
        sheet.number(8, days)?;
    }
    sheet.text(9, &v.why)?;
    sheet.text(10, &v.sources.join("; "))?;
    v.parts.iter().try_for_each(|p| push_verdict(report, whole, p, sheet))
}

fn push_findings(report: &Report, options: &Options<'_>, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    for one in findings_of_report(report, options) {
        let d = one.diagnostic;
        sheet.next()?;
        sheet.text(0, &report.matter)?;
        sheet.text(1, d.severity.name())?;
        sheet.text(2, d.code.id)?;
        sheet.text(3, &d.message)?;
        sheet.text(4, &reason_lines(d, true).join("\n"))?;
        if let Some(at) = locate_span(report, one.span(), options.root) {
            sheet.text(5, &at.file)?;
            sheet.number(6, i64::try_from(at.line).unwrap_or(0))?;
        }
    }
    Ok(())
}

fn push_rows(report: &Report, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let Some(rows) = &report.rows else { return Ok(()) };
    let mut written = Ok(());
    let read = rows.each(|f| {
        if written.is_ok() {
            written = push_row(&report.matter, f, sheet);
        }
    });
    read.map_err(|e| XlsxError::ParameterError(e.to_string())).and(written)
}

fn push_row(matter: &str, f: &RowFinding<'_>, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    sheet.next()?;
    for (column, words) in [(0, matter), (1, f.duty), (2, f.state), (3, f.name), (4, f.label), (7, f.path)] {
        sheet.text(column, words)?;
    }
    if let Some(day) = f.day {
        sheet.date(5, day)?;
    }
    if let Some(days) = f.days {
        sheet.number(6, days)?;
    }
    sheet.number(8, i64::try_from(f.row).unwrap_or(i64::MAX))?;
    sheet.number(9, i64::try_from(f.line).unwrap_or(i64::MAX))?;
    sheet.text(10, f.column)?;
    sheet.text(11, f.value)
}

struct Styles {
    heading: Format,
    text: Format,
    date: Format,
}

impl Styles {
    fn new() -> Self {
        let cell = || Format::new().set_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Top);
        Self { heading: Format::new().set_bold(), text: cell(), date: cell().set_num_format("mmm d, yyyy") }
    }
}

/// A sheet and the row that is being written.
struct Sheet<'s> {
    sheet: Worksheet,
    styles: &'s Styles,
    columns: u16,
    row: u32,
    left_out: u64,
}

impl<'s> Sheet<'s> {
    fn new(name: &str, columns: &[(&str, f64)], styles: &'s Styles) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (n, (heading, width)) in (0_u16..).zip(columns) {
            sheet.write_string_with_format(0, n, *heading, &styles.heading)?;
            sheet.set_column_width(n, *width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(Self { sheet, styles, columns: u16::try_from(columns.len()).unwrap_or(1), row: 0, left_out: 0 })
    }

    /// Goes on to the next row; past the last of a sheet nothing more is written but how many there were.
    fn next(&mut self) -> Result<(), XlsxError> {
        if self.row >= MOST - 1 {
            self.left_out += 1;
        } else {
            self.row += 1;
        }
        Ok(())
    }

    fn text(&mut self, column: u16, words: &str) -> Result<(), XlsxError> {
        if self.left_out > 0 || words.is_empty() {
            return Ok(());
        }
        let cut: String = Cleaner::for_people(true).lines(words).chars().take(CELL).collect();
        self.sheet.write_string_with_format(self.row, column, cut, &self.styles.text).map(|_| ())
    }

    fn number(&mut self, column: u16, n: i64) -> Result<(), XlsxError> {
        if self.left_out > 0 {
            return Ok(());
        }
        // A sheet keeps every number as a fraction; those of rows and days are exact in it.
        let n = i32::try_from(n).map_or(f64::from(i32::MAX), f64::from);
        self.sheet.write_number_with_format(self.row, column, n, &self.styles.text).map(|_| ())
    }

    /// A day as a day; one before 1900, which no sheet knows, as text.
    fn date(&mut self, column: u16, day: NaiveDate) -> Result<(), XlsxError> {
        if self.left_out > 0 {
            return Ok(());
        }
        match date_value(day) {
            Ok(value) => self.sheet.write_datetime_with_format(self.row, column, &value, &self.styles.date).map(|_| ()),
            Err(_) => self.text(column, &day.to_string()),
        }
    }

    fn finish(mut self, book: &mut Workbook) -> Result<(), XlsxError> {
        if self.left_out > 0 {
            let said = format!("{} more rows are left out: a sheet has room for no more", self.left_out);
            self.sheet.write_string_with_format(MOST, 0, said, &self.styles.heading)?;
        }
        self.sheet.autofilter(0, 0, self.row.max(1), self.columns - 1)?;
        book.push_worksheet(self.sheet);
        Ok(())
    }
}

fn date_value(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.format("%Y-%m-%d").to_string())
}
