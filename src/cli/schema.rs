//! `ordain schema`: the contract of the JSON report.

use std::io::{self, Write};

use super::{Exit, say};
use crate::render::schema;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  ordain schema > ordain.report.schema.json")]
pub(super) struct Args {}

pub(super) fn run(_: &Args, out: &mut dyn Write) -> io::Result<u8> {
    say(out, &schema::render(), Exit::Clean)
}
