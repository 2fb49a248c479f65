//! `ordain completions`: what a shell needs to complete our commands.

use std::io::Write;

use clap_complete::Shell;

use super::exit::Exit;
use super::failure::Failure;
use super::streams::write_out;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain completions bash > ~/.local/share/bash-completion/completions/ordain
  ordain completions zsh > ~/.zfunc/_ordain
  ordain completions fish > ~/.config/fish/completions/ordain.fish")]
pub(super) struct Args {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args, command: &mut clap::Command, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "ordain", &mut script);
    Ok(write_out(out, &String::from_utf8_lossy(&script), Exit::Clean)?)
}
