//! `ordain completions`: what a shell needs to complete our commands.

use std::io::{self, Write};

use clap_complete::Shell;

use super::{Exit, command, say};

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

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "ordain", &mut script);
    say(out, &String::from_utf8_lossy(&script), Exit::Clean)
}
