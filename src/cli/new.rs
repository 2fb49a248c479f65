//! `ordain new`: a first matter, six lines that run, and a record beside it. It asks nothing.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::exit::Exit;
use super::failure::Failure;
use super::streams::write_out;
use ordain_base::diag::Severity;
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain new doe-v-acme
  ordain check doe-v-acme --as-of 2024-03-25
  ordain new poe --caption \"Poe v. Roe\" --court S.D.N.Y. --party Poe --party Roe")]
pub(super) struct Args {
    /// The folder to create; it must not exist yet, or must be empty.
    #[arg(value_name = "folder")]
    folder: String,

    /// The caption of the matter [default: Doe v. Acme].
    #[arg(long, value_name = "text")]
    caption: Option<String>,

    /// The court, as it is cited [default: C.D. Cal.].
    #[arg(long, value_name = "court")]
    court: Option<String>,

    /// A party, as the orders name it; the last one owes the first duty [default: Defendant].
    #[arg(long = "party", value_name = "name")]
    parties: Vec<String>,
}

/// The files of the matter, by their names.
fn files_of_matter(args: &Args) -> [(&'static str, String); 2] {
    let caption = args.caption.as_deref().unwrap_or("Doe v. Acme");
    let court = args.court.as_deref().unwrap_or("C.D. Cal.");
    let parties = match args.parties.as_slice() {
        [] => vec!["Defendant"],
        named => named.iter().map(String::as_str).collect(),
    };
    let bearer = parties.last().copied().unwrap_or("Defendant");
    let declared: String = parties.iter().map(|p| format!("party {p}\n")).collect();
    let order = format!(
        "matter \"{caption}\"\n  court {court}\n{declared}\
         order Scheduling \"Scheduling Order\", entered March 1, 2024\n\
         ¶ 1  {bearer} must file answer by March 22, 2024\n     source Scheduling at 2\n"
    );
    let record = format!("on March 20, 2024 {bearer} filed answer\n  source Dkt. 12\n");
    [("matter.order", order), ("record.facts", record)]
}

/// The first error of these files: a caption, a court or a party that cannot be read.
fn error_of(files: &[(&'static str, String)], folder: &str) -> Option<String> {
    let texts = files.iter().map(|(name, text)| Text { path: (*name).to_owned(), bytes: text.clone().into_bytes() });
    let asked = Options {
        as_of: AsOf::On(chrono::NaiveDate::from_ymd_opt(2024, 3, 25)?),
        known_on: None,
        views: Views::One(View::Court),
    };
    let report = check(texts.collect(), folder, &asked);
    let error = report.diagnostics.into_iter().find(|d| d.severity == Severity::Error)?;
    let help = error.help.map_or_else(String::new, |h| format!(": {h}"));
    Some(format!("{}{help}", error.message))
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let folder = &args.folder;
    let files = files_of_matter(args);
    if let Some(why) = error_of(&files, folder) {
        return Err(format!("no matter was written to `{folder}`: {why}").into());
    }
    if let Err(why) = write_files(Path::new(folder), &files) {
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
fn write_files(folder: &Path, files: &[(&'static str, String)]) -> Result<(), String> {
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
    for (name, text) in files {
        let mut file = std::fs::File::create_new(folder.join(name)).map_err(why)?;
        file.write_all(text.as_bytes()).map_err(why)?;
    }
    Ok(())
}
