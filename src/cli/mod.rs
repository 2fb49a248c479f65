//! The command line: one file a subcommand, each with its `Args` and its
//! `run`, which writes what is shown and says the exit status.

mod answer_form;
mod baseline;
pub mod calendar;
mod calendar_file;
mod caught;
mod check;
mod check_many;
mod checked;
mod choice;
mod completions;
pub mod count;
mod cover;
mod diff;
mod due;
mod due_within;
mod exit;
mod explain;
mod failure;
mod fix;
mod fmt;
mod history;
mod input;
mod inspect;
mod jobs;
mod lsp;
mod new;
mod order_text;
mod outline;
mod outputs;
mod plan;
mod proof;
mod reconcile;
mod schema;
mod screen;
mod settings;
mod severity;
mod streams;
mod tables;
mod test;
mod transcribe;
mod why;
mod words;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::{CommandFactory, Parser, Subcommand};

pub use exit::Exit;
use failure::Failure;
use streams::write_refusal;

/// Rules as code for court orders: which duties are met, late, breached,
/// pending or undetermined on a day, with the words of the order and the fact
/// side by side.
#[derive(Debug, Parser)]
#[command(name = "ordain", version, max_term_width = 100, after_help = EXAMPLES)]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  ordain new doe-v-roe                                a first matter, ready to run
  ordain check doe-v-roe --as-of 2024-04-05           what is breached on that day
  ordain why doe-v-roe \"MTC ¶ 1\" --as-of 2024-04-05   the reasons for one paragraph
  ordain test doe-v-roe                               every `expect` line of the matter

Exit status:
  0  everything was read, and nothing is breached
  1  at least one duty is breached, or an expectation failed
  2  the files or the command are wrong
  3  with --strict: something is undetermined, or was not read
  Of many matters: the worst, in the order 2, 1, 3, 0";

#[derive(Debug, Subcommand)]
enum Command {
    /// Show which duties are met, late, breached, pending or undetermined.
    Check(checked::Args),
    /// Show every reason for one paragraph's verdict.
    Why(why::Args),
    /// Show how Ordain understood each paragraph, part by part.
    Outline(outline::Args),
    /// Show what was in force when, and each order that changed it.
    History(history::Args),
    /// Show what changed in duties, dates and verdicts between two days.
    Diff(diff::Args),
    /// List what falls due, nearest first, and write a calendar of it.
    Due(due::Args),
    /// Check every `expect` line of a matter.
    Test(test::Args),
    /// Show what the duties need from the tables: files, columns, joins.
    Plan(plan::Args),
    /// Show what each side's papers say about each number, with sources.
    Reconcile(reconcile::Args),
    /// Proofread the text of an order before you transcribe it.
    Proof(proof::Args),
    /// List what the orders require and no paragraph quotes.
    Cover(cover::Args),
    /// Show what a load file, a log or a docket contains, and write its `table` statement.
    Inspect(inspect::Args),
    /// Write a draft matter from the text of an order.
    Transcribe(transcribe::Args),
    /// Write a first matter that runs.
    New(new::Args),
    /// Lay out order and fact files in the one way of the manual.
    Fmt(fmt::Args),
    /// Count days under the rules of a court, citing each step.
    Count(count::Args),
    /// List the closed days of a court in a year, with the reason for each.
    Calendar(calendar::Args),
    /// Explain a code, with an example that fails and the same example corrected.
    Explain(explain::Args),
    /// List the words you may use, and those that Ordain ignores.
    Words(words::Args),
    /// Print the JSON Schema of a report.
    Schema(schema::Args),
    /// Answer an editor: the language server, over the standard streams.
    Lsp(lsp::Args),
    /// Print completions for a shell.
    Completions(completions::Args),
}

impl Command {
    fn run(&self, out: &mut dyn Write) -> Result<u8, Failure> {
        match self {
            Self::Check(args) => check::run(args, out),
            Self::Why(args) => why::run(args, out),
            Self::Outline(args) => outline::run(args, out),
            Self::History(args) => history::run(args, out),
            Self::Diff(args) => diff::run(args, out),
            Self::Due(args) => due::run(args, out),
            Self::Test(args) => test::run(args, out),
            Self::Plan(args) => plan::run(args, out),
            Self::Reconcile(args) => reconcile::run(args, out),
            Self::Proof(args) => proof::run(args, out),
            Self::Cover(args) => cover::run(args, out),
            Self::Inspect(args) => inspect::run(args, out),
            Self::Transcribe(args) => transcribe::run(args, out),
            Self::New(args) => new::run(args, out),
            Self::Fmt(args) => fmt::run(args, out),
            Self::Count(args) => Ok(count::run(args, out)?),
            Self::Calendar(args) => Ok(calendar::run(args, out)?),
            Self::Explain(args) => explain::run(args, out),
            Self::Words(args) => words::run(args, out),
            Self::Schema(args) => schema::run(args, out),
            Self::Lsp(args) => lsp::run(args),
            Self::Completions(args) => completions::run(args, &mut Cli::command(), out),
        }
    }
}

/// Reads the command line, runs the command, says the exit status.
pub fn main(args: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let written = error.print().and_then(|()| io::stdout().flush());
            return match written {
                Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Exit::Wrong,
                _ if error.use_stderr() => Exit::Wrong,
                _ => Exit::Clean,
            };
        }
    };
    caught::silence_faults();
    let run = || match &cli.command {
        // Its writer is a thread, which would wait for ever for a stream that is held here.
        Command::Lsp(args) => lsp::run(args),
        command => {
            let mut out = io::stdout().lock();
            command.run(&mut out).and_then(|status| Ok(out.flush().map(|()| status)?))
        }
    };
    match caught::catch_faults(run).unwrap_or_else(|fault| Err(Failure::Refused(fault))) {
        Ok(status) => Exit::from(status),
        // `ordain check … | head`: the reader has seen enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(failure) => write_refusal(&failure.to_string()),
    }
}
