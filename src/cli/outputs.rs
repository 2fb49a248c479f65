//! `--format a=file,b=file,c`: which forms of a report go where.

use crate::disk;
use std::io::{self, Write};

use clap::builder::{PossibleValue, TypedValueParser};

use super::calendar_file;
use super::exit::Exit;
use super::streams::{write_bytes, write_refusal};
use ordain_base::words::{closest, join};
use ordain_render::formats::{self, Format, Written};

/// One form, and the file it goes to; none is standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    format: Format,
    file: Option<String>,
    /// The folder of the settings file that names it: the report is written into it, and nowhere else.
    within: Option<String>,
}

/// Reads `sarif=o.sarif`, or `github`.
///
/// # Errors
/// In words for the user.
pub(super) fn parse_output(text: &str) -> Result<Output, String> {
    let (name, file) = match text.split_once('=') {
        Some((name, file)) => (name.trim(), Some(file.trim())),
        None => (text.trim(), None),
    };
    let Some(format) = formats::find(name) else {
        let names: Vec<&str> = formats::ALL.iter().map(|f| f.name).collect();
        return Err(match closest(name, names.iter().copied()) {
            Some(near) => format!("there is no format `{name}`: did you mean `{near}`?"),
            None => format!("there is no format `{name}`; there are {}", join(&names)),
        });
    };
    match file {
        Some("") => Err(format!("`{name}=` names no file")),
        Some("-") | None if !format.is_text() => {
            Err(format!("`{name}` is a file for another program: name it, as `{name}=report.{name}`"))
        }
        Some("-") | None => Ok(Output { format, file: None, within: None }),
        Some(file) => Ok(Output { format, file: Some(file.to_owned()), within: None }),
    }
}

/// [`parse_output`] for the command line; completions learn the names from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = Output;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<Output, clap::Error> {
        parse_output.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(formats::ALL.into_iter().map(|f| PossibleValue::new(f.name).help(f.about))))
    }
}

/// For the help: each format in a line.
pub(super) fn help() -> String {
    let lines = formats::ALL.iter().map(|f| format!("  {:<10}{}", f.name, f.about));
    format!(
        "The form of the report, or several: `sarif=o.sarif,junit=o.xml,github`. Those without a file go to standard \
         output, and only one can [default: terminal]\n\n{}",
        lines.collect::<Vec<_>>().join("\n")
    )
}

/// Those asked for, or the one for a screen; refused where two want one place.
pub(super) fn chosen(asked: &[Output], settings: &[Output]) -> Result<Vec<Output>, String> {
    let outputs = if asked.is_empty() { settings } else { asked };
    for (i, one) in outputs.iter().enumerate() {
        let Some(other) = outputs.iter().take(i).find(|o| o.file == one.file) else { continue };
        let (a, b) = (other.format.name, one.format.name);
        return Err(match &one.file {
            Some(file) => format!("`{a}` and `{b}` would both be written to `{file}`"),
            None => {
                format!("`{a}` and `{b}` would both go to standard output: give one a file, as `{b}={b}.out`")
            }
        });
    }
    if outputs.is_empty() {
        return parse_output("terminal").map(|o| vec![o]);
    }
    Ok(outputs.to_vec())
}

/// The same, its file in the folder of the settings that name it.
pub(super) fn in_folder(output: Output, folder: &str) -> Output {
    let file = output.file.map(|f| if folder.is_empty() { f } else { format!("{folder}/{f}") });
    Output { file, within: Some(folder.to_owned()), ..output }
}

/// The name of the file, where there is one.
pub(super) fn file_of_output(output: &Output) -> Option<&str> {
    output.file.as_deref()
}

/// The files that they go to.
pub(super) fn files(outputs: &[Output]) -> impl Iterator<Item = &str> {
    outputs.iter().filter_map(file_of_output)
}

/// Writes the files, then what goes to standard output. Where a file cannot be
/// written the others are, and the status is 2.
pub(super) fn write(
    outputs: &[Output],
    status: Exit,
    render: impl Fn(Format) -> Written,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let mut status = status;
    for output in outputs {
        let Some(path) = &output.file else { continue };
        let content = render(output.format).and_then(|content| match output.format.goes_on {
            true => calendar_file::content_to_write(path, content),
            false => Ok(content),
        });
        let written = content.and_then(|content| match &output.within {
            Some(folder) => disk::write_within(folder, path, &content).map_err(|e| e.to_string()),
            None => disk::write(path, &content).map_err(|e| e.to_string()),
        });
        if let Err(why) = written {
            status = write_refusal(&why);
        }
    }
    match outputs.iter().find(|o| o.file.is_none()) {
        Some(output) => match render(output.format) {
            Ok(content) => write_bytes(out, &content, status),
            Err(why) => Ok(write_refusal(&why) as u8),
        },
        None => Ok(status as u8),
    }
}
