//! `.ordain.toml`, found upwards from the matter: what a folder of matters
//! wants of every run. The command line goes before it. The day is never in
//! it: a report that depends on a hidden day cannot be checked again.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::due_within::{DueWithin, due_within};
use super::outputs::{self, Output, output};
use super::severity::FailOn;
use crate::disk::Disk;
use ordain_base::words::{closest, quoted_list};
use ordain_core::report::{Level, Levels};
use ordain_core::session::files::{Files, Text};

/// The name of the file.
pub(super) const NAME: &str = ".ordain.toml";

const KEYS: [&str; 9] = ["view", "strict", "fail-on", "due-within", "format", "baseline", "allow", "warn", "deny"];

/// What the file says; everything may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Settings {
    pub(super) view: Option<String>,
    pub(super) strict: bool,
    pub(super) fail_on: Option<FailOn>,
    pub(super) due_within: Option<DueWithin>,
    pub(super) format: Vec<Output>,
    pub(super) baseline: Option<String>,
    pub(super) levels: Levels,
}

/// Those of the nearest file, or none.
///
/// # Errors
/// In words, with the file and the line.
pub(super) fn find(matter: &str) -> Result<Settings, String> {
    let start = if matter == "-" { "." } else { matter };
    match Disk.upwards(start, NAME).map_err(|e| e.to_string())? {
        None => Ok(Settings::default()),
        Some(mut text) => {
            // As the user would name it, where it is below where they stand.
            let root = super::input::root();
            if let Some(below) = text.path.strip_prefix(&root).and_then(|p| p.strip_prefix('/')) {
                text.path = below.to_owned();
            }
            read(&text)
        }
    }
}

/// The settings of one text; its files stand beside it.
fn read(text: &Text) -> Result<Settings, String> {
    let path = &text.path;
    let source = text.decode().map_err(|e| format!("`{path}` is not UTF-8 text: {}", e.hint))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    parse(source, folder).map_err(|(at, why)| {
        let line = 1 + source.get(..at).map_or(0, |before| before.matches('\n').count());
        format!("`{path}`, line {line}: {why}")
    })
}

/// A fault: the byte where it is, and what it is.
type Fault = (usize, String);

fn parse(source: &str, folder: &str) -> Result<Settings, Fault> {
    let table = DeTable::parse(source)
        .map_err(|e| (e.span().map_or(0, |s| s.start), e.message().lines().next().unwrap_or_default().to_owned()))?;
    let mut settings = Settings::default();
    let table = table.into_inner();
    let mut entries: Vec<_> = table.iter().collect();
    // In reading order, so that the first fault is the first that is seen.
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let at = key.span().start;
        let here = |why: String| (value.span().start, why);
        match key.get_ref().as_ref() {
            "view" => settings.view = Some(text(value)?.to_owned()),
            "strict" => {
                let given = value.get_ref().as_bool();
                settings.strict = given.ok_or_else(|| here("`strict` is `true` or `false`".to_owned()))?;
            }
            "fail-on" => match text(value)? {
                "late" => settings.fail_on = Some(FailOn::Late),
                other => return Err(here(format!("`fail-on` is `late`, not `{other}`"))),
            },
            "due-within" => settings.due_within = Some(due_within(text(value)?).map_err(here)?),
            "format" => {
                for one in list(value)? {
                    let output = output(text(one)?).map_err(|why| (one.span().start, why))?;
                    if let Some(file) = outputs::file(&output) {
                        inside(file).map_err(|why| (one.span().start, why))?;
                    }
                    settings.format.push(outputs::in_folder(output, folder));
                }
            }
            "baseline" => {
                let file = text(value)?;
                inside(file).map_err(here)?;
                settings.baseline = Some(if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") });
            }
            "allow" => levels(&mut settings.levels, value, Level::Allow)?,
            "warn" => levels(&mut settings.levels, value, Level::Warn)?,
            "deny" => levels(&mut settings.levels, value, Level::Deny)?,
            other => return Err((at, unknown(other))),
        }
    }
    Ok(settings)
}

fn levels(levels: &mut Levels, value: &Spanned<DeValue<'_>>, level: Level) -> Result<(), Fault> {
    for one in list(value)? {
        levels.set(text(one)?, level).map_err(|why| (one.span().start, why))?;
    }
    Ok(())
}

fn text<'v>(value: &'v Spanned<DeValue<'_>>) -> Result<&'v str, Fault> {
    value.get_ref().as_str().ok_or_else(|| (value.span().start, "this must be a text in quotes".to_owned()))
}

/// A list, or one thing for a list of one.
fn list<'v, 'i>(value: &'v Spanned<DeValue<'i>>) -> Result<Vec<&'v Spanned<DeValue<'i>>>, Fault> {
    match value.get_ref() {
        DeValue::Array(all) => Ok(all.iter().collect()),
        DeValue::String(_) => Ok(vec![value]),
        _ => Err((value.span().start, "this must be a list of texts, as `[\"D0303\"]`".to_owned())),
    }
}

/// A file of settings comes with what is checked, perhaps from a stranger: it
/// may name files beside it and below, and no others.
fn inside(file: &str) -> Result<(), String> {
    let out = file.starts_with(['/', '\\', '~']) || file.contains(':') || file.split(['/', '\\']).any(|p| p == "..");
    if out {
        Err(format!("`{file}` is not in the folder of `{NAME}`: only the command line may name it"))
    } else {
        Ok(())
    }
}

fn unknown(key: &str) -> String {
    let folded = key.replace('_', "-").to_lowercase();
    if matches!(folded.as_str(), "as-of" | "asof" | "known-on" | "date" | "day" | "today") {
        return "the day is never a setting, for a report must say it: give --as-of".to_owned();
    }
    match closest(&folded, KEYS) {
        Some(near) => format!("there is no setting `{key}`: did you mean `{near}`?"),
        None => format!("there is no setting `{key}`; among them are {}", quoted_list(&KEYS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let source = "view = \"Plaintiffs\"\nstrict = true\nfail-on = \"late\"\ndue-within = \"2w\"\n\
            format = [\"terminal\", \"sarif=out/o.sarif\"]\nbaseline = \"known.json\"\nallow = \"F0203\"\n\
            warn = [\"D0307\"]\ndeny = [\"duty-late\"]\n";
        let read = parse(source, "/m").unwrap();
        assert_eq!((read.view.as_deref(), read.strict), (Some("Plaintiffs"), true));
        assert_eq!((read.fail_on, read.due_within), (Some(FailOn::Late), Some(DueWithin(14))));
        assert_eq!(read.format.iter().map(outputs::file).collect::<Vec<_>>(), [None, Some("/m/out/o.sarif")]);
        assert_eq!(read.baseline.as_deref(), Some("/m/known.json"));
        assert_eq!(parse("", ""), Ok(Settings::default()));
        assert!(KEYS.iter().all(|k| source.contains(&format!("{k} ="))), "every key is tried");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (source, why) in [
            ("strct = true", "line 1: there is no setting `strct`: did you mean `strict`?"),
            ("strict = true\n\nas-of = \"2024-04-05\"", "line 3: the day is never a setting"),
            ("due_within = \"7d\"", "did you mean `due-within`?"),
            ("strict = \"yes\"", "`strict` is `true` or `false`"),
            ("view = 3", "must be a text"),
            ("deny = [\n \"D0303\",\n \"D9999x\"]", "line 3: there is no code `D9999x`"),
            ("deny = \"D0301\"", "D0301 is a breach"),
            ("allow = \"D0303\"\ndeny = \"D0303\"", "line 2: D0303 is set to `allow` and to `deny`"),
            ("format = \"sarf\"", "did you mean `sarif`?"),
            ("format = \"json=/etc/passwd\"", "not in the folder"),
            ("baseline = \"../known.json\"", "not in the folder"),
            ("due-within = \"soon\"", "line 1: "),
            ("fail-on = \"breach\"", "`fail-on` is `late`"),
            ("strict = ", "line 1: "),
            ("[a]\nb = 1", "there is no setting `a`"),
        ] {
            let text = Text { path: "m/.ordain.toml".into(), bytes: source.into() };
            let said = read(&text).unwrap_err();
            assert!(said.starts_with("`m/.ordain.toml`, line ") && said.contains(why), "{source}: {said}");
        }
    }
}
