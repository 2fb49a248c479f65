//! `ordain calendar`: the closed days of a court in one year, and what changed since the year before.

use std::io::Write;
use std::path::PathBuf;

use super::count::{CountFormat, library_with_files};
use ordain_time::{Refused, changes_of_year, closed_days_of_year, show};

/// List the closed days of a court in one year, with the reason for each
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The court as it is cited (`C.D. Cal.`), or a calendar (`federal`)
    pub court: String,
    /// The year
    #[arg(value_parser = read_year, required_unless_present = "changes")]
    pub year: Option<i32>,
    /// Print only what this year has and the year before had not
    #[arg(long, value_name = "YEAR", value_parser = read_year, conflicts_with = "year")]
    pub changes: Option<i32>,
    /// Counting rules that say whether state holidays close days
    #[arg(long)]
    pub rules: Option<String>,
    /// A calendar file of the matter
    #[arg(long = "with", value_name = "FILE")]
    pub with: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = CountFormat::Text)]
    pub format: CountFormat,
}

fn read_year(text: &str) -> Result<i32, String> {
    text.parse().map_err(|_| "that is no year: write it as `2024`".to_owned())
}

/// Writes the days; the status is 0, or 2 where the court or the year is not known.
///
/// # Errors
/// Those of `out`.
pub fn run(args: &Args, out: &mut dyn Write) -> std::io::Result<u8> {
    let (library, status) = library_with_files(&args.with, out)?;
    let Some(library) = library else { return Ok(status) };
    let (court, rules) = (args.court.as_str(), args.rules.as_deref());
    let answer = match (args.changes, args.year) {
        (Some(of), _) => {
            changes_of_year(&library, court, of, rules).map(|c| (show::changes_text(&c), show::changes_json(&c)))
        }
        (None, of) => closed_days_of_year(&library, court, of.unwrap_or_default(), rules)
            .map(|y| (show::year_text(&y), show::year_json(&y))),
    };
    match answer {
        Ok((text, json)) => {
            match args.format {
                CountFormat::Text => write!(out, "{}", ordain_render::clean_text(&text))?,
                CountFormat::Json => writeln!(out, "{}", ordain_render::unseen::escape_unseen(&format!("{json:#}")))?,
            }
            Ok(0)
        }
        Err(refused) => write_refusal(&refused, args.format, out),
    }
}

fn write_refusal(refused: &Refused, format: CountFormat, out: &mut dyn Write) -> std::io::Result<u8> {
    match format {
        CountFormat::Text => write!(out, "{}", ordain_render::clean_text(&show::refused_text(refused)))?,
        CountFormat::Json => writeln!(
            out,
            "{}",
            ordain_render::unseen::escape_unseen(&format!("{:#}", show::refused_json("ordain.calendar/1", refused)))
        )?,
    }
    Ok(2)
}
