//! `ordain calendar`: the closed days of a court in one year.

use std::io::Write;
use std::path::PathBuf;

use super::count::{CountFormat, library};
use ordain_time::{show, year};

/// List the closed days of a court in one year, with the reason for each
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The court as it is cited (`C.D. Cal.`), or a calendar (`federal`)
    pub court: String,
    /// The year
    #[arg(value_parser = read_year)]
    pub year: i32,
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
    let (library, status) = library(&args.with, out)?;
    let Some(library) = library else { return Ok(status) };
    match year(&library, &args.court, args.year, args.rules.as_deref()) {
        Ok(y) => {
            match args.format {
                CountFormat::Text => write!(out, "{}", show::year_text(&y))?,
                CountFormat::Json => writeln!(out, "{:#}", show::year_json(&y))?,
            }
            Ok(0)
        }
        Err(refused) => {
            match args.format {
                CountFormat::Text => write!(out, "{}", show::refused_text(&refused))?,
                CountFormat::Json => writeln!(out, "{:#}", show::refused_json("ordain.calendar/1", &refused))?,
            }
            Ok(2)
        }
    }
}
