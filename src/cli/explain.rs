//! `ordain explain`: what a code means, with an example that fails and the
//! same one corrected.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::screen::Screen;
use super::streams::write_out;
use ordain_base::diag::{Code, codes};
use ordain_base::words::closest;
use ordain_render::explain;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a screen.
    Terminal,
    /// For machines.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain explain                    every code in a line
  ordain explain D0301              one code, with an example that fails and the same one corrected
  ordain explain duty-breached      the same, by its name
  ordain explain --format json      all of them, for machines")]
pub(super) struct Args {
    /// Codes or their names; without any, all codes are listed.
    #[arg(value_name = "code")]
    codes: Vec<String>,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let found = args.codes.iter().map(|asked| find_code(asked)).collect::<Result<Vec<Code>, String>>()?;
    let style = args.screen.style();
    let text = match args.format {
        Format::Json if found.is_empty() => explain::json(&codes::sorted()),
        Format::Json => explain::json(&found),
        Format::Terminal if found.is_empty() => explain::list(style),
        Format::Terminal => found.iter().map(|c| explain::page(*c, style)).collect::<Vec<_>>().join("\n"),
    };
    Ok(write_out(out, &text, Exit::Clean)?)
}

/// The code with this id or name; also as a report shows it, `error[D0301]`.
///
/// # Errors
/// In words for the user, with the nearest one.
fn find_code(asked: &str) -> Result<Code, String> {
    let bare = asked.split_once('[').map_or(asked, |(_, id)| id.trim_end_matches([']', ':']));
    codes::find(bare.trim()).ok_or_else(|| {
        let all = codes::sorted();
        let near = closest(bare, all.iter().map(|c| c.id)).or_else(|| closest(bare, all.iter().map(|c| c.name)));
        match near {
            Some(near) => format!("there is no code `{asked}`: did you mean `{near}`?"),
            None => format!("there is no code `{asked}`: `ordain explain` lists all of them"),
        }
    })
}
