//! `ordain count`: the calculator of days by itself.

use std::borrow::Cow;
use std::io::Write;
use std::path::PathBuf;

use ordain_base::source::SourceMap;
use ordain_time::{Library, Request, show};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum CountFormat {
    /// A step a line, for people
    Text,
    Json,
}

/// Count a period under the rules of a court, citing the rule for each step
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The period: "14 days after 2024-08-01", "10 court days before 2024-08-01", "72 hours after 2007-11-02T10:23"
    #[arg(allow_hyphen_values = true)]
    pub period: Option<String>,
    #[arg(long, help = rules_help())]
    pub rules: Option<String>,
    /// How the paper that starts the period was served: mail, electronic, overnight, clerk, …
    #[arg(long)]
    pub service: Option<String>,
    /// The court as it is cited: "C.D. Cal."
    #[arg(long)]
    pub court: Option<String>,
    /// The time zone, if you name no court: America/New_York
    #[arg(long)]
    pub zone: Option<String>,
    /// A day on which the clerk's office was inaccessible (may be repeated)
    #[arg(long, value_name = "DATE")]
    pub closed: Vec<String>,
    /// Count by the rules in force on this day, not on the day of the event
    #[arg(long, value_name = "DATE")]
    pub rules_as_of: Option<String>,
    /// The event, if the period does not name it: "2007-11-02T10:23"
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    /// A number of hours after --from
    #[arg(long, value_name = "N", conflicts_with = "period")]
    pub hours: Option<u32>,
    /// An order sets the period, not a statute or a rule
    #[arg(long)]
    pub set_by_order: bool,
    /// A calendar file of the matter (may be repeated)
    #[arg(long = "with", value_name = "FILE")]
    pub with: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = CountFormat::Text)]
    pub format: CountFormat,
}

/// The help of `--rules`, with the sets that the standard library has.
fn rules_help() -> String {
    let names = Library::names_of_standard_rules();
    format!("Counting rules: {}; those of the court where left out, else frcp", names.join(", "))
}

/// Writes the answer; the status is 0, or 2 where something asked for is not known.
///
/// # Errors
/// Those of `out`.
pub fn run(args: &Args, out: &mut dyn Write) -> std::io::Result<u8> {
    let (library, status) = library_with_files(&args.with, out)?;
    let Some(library) = library else { return Ok(status) };
    let request = Request {
        period: args.period.as_deref(),
        from: args.from.as_deref(),
        hours: args.hours,
        rules: args.rules.as_deref(),
        service: args.service.as_deref(),
        court: args.court.as_deref(),
        zone: args.zone.as_deref(),
        closed: &args.closed,
        rules_as_of: args.rules_as_of.as_deref(),
        set_by_order: args.set_by_order,
    };
    match request.answer(&library) {
        Ok(answer) => {
            match args.format {
                CountFormat::Text => write!(out, "{}", ordain_render::clean_text(&show::count_text(&answer)))?,
                CountFormat::Json => writeln!(
                    out,
                    "{}",
                    ordain_render::unseen::escape_unseen(&format!("{:#}", show::count_json(&answer)))
                )?,
            }
            Ok(0)
        }
        Err(refused) => {
            match args.format {
                CountFormat::Text => write!(out, "{}", ordain_render::clean_text(&show::refused_text(&refused)))?,
                CountFormat::Json => writeln!(
                    out,
                    "{}",
                    ordain_render::unseen::escape_unseen(&format!(
                        "{:#}",
                        show::refused_json("ordain.count/1", &refused)
                    ))
                )?,
            }
            Ok(2)
        }
    }
}

/// The standard library and the files of a matter; findings in those files are written and end the run with 2.
pub(super) fn library_with_files(
    files: &[PathBuf],
    out: &mut dyn Write,
) -> std::io::Result<(Option<Cow<'static, Library>>, u8)> {
    if files.is_empty() {
        return Ok((Some(Cow::Borrowed(Library::standard())), 0));
    }
    let mut map = SourceMap::default();
    for path in files {
        #[expect(clippy::disallowed_methods, reason = "a file named on the command line is read here")]
        let text = std::fs::read_to_string(path);
        let why = match text.map(|t| map.add(path.display().to_string(), t)) {
            Ok(Some(_)) => continue,
            Ok(None) => "it is too long".to_owned(),
            Err(e) => e.to_string(),
        };
        let path = path.display().to_string();
        writeln!(out, "{}", ordain_render::clean_text(&format!("error: cannot read {path}: {why}")))?;
        return Ok((None, 2));
    }
    let (library, found) = Library::standard().with_all(map.files().iter().map(|f| (&*f.text, f.base)));
    for d in &found {
        let at = map.locate(d.span());
        let place = at.map_or_else(String::new, |l| format!("{}:{}:{}: ", l.file, l.line, l.column));
        let said = format!("{place}{}[{}]: {}", d.severity.name(), d.code.id, d.message);
        writeln!(out, "{}", ordain_render::clean_text(&said))?;
        if let Some(help) = &d.help {
            writeln!(out, "  help: {}", ordain_render::clean_text(help))?;
        }
    }
    Ok(if found.is_empty() { (Some(Cow::Owned(library)), 0) } else { (None, 2) })
}
