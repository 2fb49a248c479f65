//! `ordain why`: every reason of one paragraph's verdict.

use std::io::{self, Write};

use clap::ValueEnum;

use super::input::{Standing, Supposed, name, texts};
use super::screen::Screen;
use super::tables::{Progress, Tables};
use super::{Exit, refuse, say};
use ordain_core::session;
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
    /// The folder of a matter, or one file of it.
    #[arg(value_name = "matter")]
    path: String,

    /// The paragraph: `MTC ¶ 1`, `MTC 1`, or a part of it: `MTC 1 category 4`.
    #[arg(required = true, value_name = "paragraph")]
    paragraph: Vec<String>,

    #[command(flatten)]
    standing: Standing,

    #[command(flatten)]
    supposed: Supposed,

    /// The form of the tree.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    tables: Tables,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    let paths = std::slice::from_ref(&args.path);
    let texts = match texts(paths) {
        Ok(texts) => texts,
        Err(error) => return Ok(refuse(&error.to_string())),
    };
    let supposition = args.supposed.supposition();
    let progress = Progress::new();
    let tables = args.standing.tables(paths);
    let beside =
        session::Beside { ties: &[], tables: Some(&tables), how: args.tables.how(), progress: progress.told() };
    let report = session::suppose(texts, &beside, &name(paths), &args.standing.options(), &supposition);
    let wanted = args.paragraph.join(" ");
    let target = match why::find(&report, &wanted) {
        Ok(target) => target,
        Err(near) => return Ok(refuse(&unknown(&wanted, near, report.incomplete))),
    };
    let text = match args.format {
        Format::Terminal => why::render(&report, &target, &args.screen.style()),
        Format::Plain => why::plain(&report, &target),
    };
    // A tree that rests on bad lines is shown, and not relied on.
    say(out, &text, if report.incomplete { Exit::Wrong } else { Exit::Clean })
}

fn unknown(wanted: &str, near: Option<String>, incomplete: bool) -> String {
    let near = near.map_or(String::new(), |id| format!(": did you mean `{id}`?"));
    let bad = if incomplete { "; some lines could not be read, `ordain check` shows them" } else { "" };
    format!("this matter has no paragraph `{wanted}`{near}{bad}")
}
