//! `ordain why`: every reason of one paragraph's verdict.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::input::{HypothesisArgs, MatterArgs};
use super::screen::Screen;
use super::streams::write_out;
use super::tables::{Progress, TableArgs};
use ordain_base::words::quoted_list;
use ordain_core::session::{Inputs, check_hypothesis};
use ordain_render::why;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A tree, drawn for a screen.
    Terminal,
    /// A numbered outline, for screen readers.
    Plain,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain why matter \"MTC ¶ 1\" --as-of 2024-04-05
  ordain why matter MTC 1 category 4 --as-of 2024-04-05 --view Defendants")]
pub(super) struct Args {
    #[command(flatten)]
    matter: MatterArgs,

    /// The paragraph: `MTC ¶ 1`, `MTC 1`, or a part of it: `MTC 1 category 4`.
    #[arg(required = true, value_name = "paragraph")]
    paragraph: Vec<String>,

    #[command(flatten)]
    hypothesis: HypothesisArgs,

    /// The form of the tree.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    tables: TableArgs,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let matter = args.matter.open()?;
    let progress = Progress::new();
    let inputs = Inputs { how: args.tables.how(), progress: progress.on_progress(), ..matter.inputs() };
    let options = args.matter.question.options();
    let hypothesis = args.hypothesis.hypothesis();
    let report = check_hypothesis(matter.texts.clone(), &inputs, &matter.name, &options, &hypothesis);
    let wanted = args.paragraph.join(" ");
    let target = match why::find(&report, &wanted) {
        Ok(target) => target,
        Err(near) => {
            if let Some(listed) = why::find_listed(&report, &wanted) {
                return Ok(write_out(out, &ordain_render::clean_text(&format!("{listed}\n")), Exit::Clean)?);
            }
            return Err(unknown_duty(&wanted, near, &why::ending_in(&report, &wanted), report.incomplete).into());
        }
    };
    let text = match args.format {
        Format::Terminal => why::render(&report, &target, &args.screen.style()),
        Format::Plain => why::plain(&report, &target),
    };
    // A tree that rests on bad lines is shown, and not relied on.
    Ok(write_out(out, &text, if report.incomplete { Exit::Wrong } else { Exit::Clean })?)
}

fn unknown_duty(wanted: &str, near: Option<String>, ending: &[String], incomplete: bool) -> String {
    let quoted: Vec<&str> = ending.iter().map(String::as_str).collect();
    let near = match quoted.as_slice() {
        [] => near.map_or(String::new(), |id| format!(": did you mean `{id}`?")),
        all => format!(": did you mean {}?", quoted_list(all)),
    };
    let bad = if incomplete { "; some lines could not be read, `ordain check` shows them" } else { "" };
    format!("this matter has no paragraph `{wanted}`{near}{bad}")
}
