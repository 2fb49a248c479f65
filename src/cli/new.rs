//! `ordain new`: a first matter, six lines that run, and a record beside it.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::exit::Exit;
use super::failure::Failure;
use super::streams::write_out;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  ordain new doe-v-acme
  ordain check doe-v-acme --as-of 2024-03-25")]
pub(super) struct Args {
    /// The folder to create; it must not exist yet, or must be empty.
    #[arg(value_name = "folder")]
    folder: String,
}

const ORDER: &str = "\
matter \"Doe v. Acme\"
  court C.D. Cal.
party Defendant
order Scheduling \"Scheduling Order\", entered March 1, 2024
¶ 1  Defendant must file answer by March 22, 2024
     source Scheduling at 2
";

const RECORD: &str = "\
on March 20, 2024 Defendant filed answer
  source Dkt. 12
";

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let folder = &args.folder;
    if let Err(why) = write(Path::new(folder)) {
        return Err(format!("no matter was written to `{folder}`: {why}").into());
    }
    let shown = folder.trim_end_matches('/');
    let quoted = if shown.contains(' ') { format!("\"{shown}\"") } else { shown.to_owned() };
    let text = format!(
        "{shown}/matter.order   the order\n\
         {shown}/record.facts   what happened\n\n\
         Try it:\n  ordain check {quoted} --as-of 2024-03-25\n  ordain why {quoted} \"Scheduling ¶ 1\" --as-of 2024-03-25\n"
    );
    Ok(write_out(out, &ordain_render::clean_text(&text), Exit::Clean)?)
}

/// Makes the folder and both files; nothing that is there is touched.
#[expect(clippy::disallowed_methods, reason = "writing a first matter is this command's whole work")]
fn write(folder: &Path) -> Result<(), String> {
    let why = |e: io::Error| match e.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "there is a file of this name".to_owned(),
        _ => e.to_string(),
    };
    if folder.exists() {
        let mut entries = std::fs::read_dir(folder).map_err(why)?;
        if entries.next().is_some() {
            return Err("the folder is not empty".to_owned());
        }
    }
    std::fs::create_dir_all(folder).map_err(why)?;
    for (name, text) in [("matter.order", ORDER), ("record.facts", RECORD)] {
        let mut file = std::fs::File::create_new(folder.join(name)).map_err(why)?;
        file.write_all(text.as_bytes()).map_err(why)?;
    }
    Ok(())
}
