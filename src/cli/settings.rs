//! `.ordain.toml`: what a folder of matters wants of every run. The command line goes before it. The day is never in
//! it: a report that depends on a hidden day cannot be checked again.
//!
//! A file that is found in the folder of the matter, or above it, may come from anybody, perhaps from the other side.
//! It can make a report stricter, and nothing else. What makes a report milder, takes another view or writes files is
//! applied where the command line names the file with `--config`.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::due_within::{DueWithin, due_within};
use super::outputs::{self, Output, parse_output};
use super::severity::FailOn;
use crate::disk::Disk;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::files as say;
use ordain_base::words::{closest, quoted_list};
use ordain_core::report::{Level, Levels};
use ordain_core::session::files::{Files, Text};

/// The name of the file.
pub(super) const NAME: &str = ".ordain.toml";

/// What a setting can do to a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// It fails more, or shows more.
    Stricter,
    /// It fails less, shows less, takes another view, or writes a file.
    Other,
}

/// Each setting, and what it can do.
const KEYS: [(&str, Effect); 9] = [
    ("view", Effect::Other),
    ("strict", Effect::Stricter),
    ("fail-on", Effect::Stricter),
    ("due-within", Effect::Stricter),
    ("format", Effect::Other),
    ("baseline", Effect::Other),
    ("allow", Effect::Other),
    ("warn", Effect::Stricter),
    ("deny", Effect::Stricter),
];

/// Who says that a file is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// The user, with `--config`.
    Named,
    /// Nobody: it is there.
    Found,
}

/// What the file says; everything may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Settings {
    pub(super) view: Option<String>,
    pub(super) strict: bool,
    pub(super) fail_on: Option<FailOn>,
    pub(super) due_within: Option<DueWithin>,
    pub(super) format: Vec<Output>,
    /// Its folder and its path.
    pub(super) baseline: Option<(String, String)>,
    pub(super) levels: Levels,
    /// The file as the user would name it.
    file: String,
    applied: Vec<&'static str>,
    not_applied: Vec<&'static str>,
}

impl Settings {
    /// What the report says of the file: which of its settings it was made with, and which were left aside.
    pub(super) fn notes(&self) -> Vec<Diagnostic> {
        let mut notes = Vec::new();
        if !self.applied.is_empty() {
            notes.push(say::settings_used(&self.file, &self.applied));
        }
        if !self.not_applied.is_empty() {
            notes.push(say::settings_not_applied(&self.file, &self.not_applied));
        }
        notes
    }
}

/// Which settings file a command uses.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct SettingsArgs {
    /// Use this settings file, and all that it says; it is trusted to choose a view, a baseline and files to write.
    #[arg(long, value_name = "file", conflicts_with = "no_config")]
    config: Option<String>,

    /// Do not look for `.ordain.toml` in the folder of the matter and above, to the root of its repository.
    #[arg(long)]
    no_config: bool,
}

impl SettingsArgs {
    /// Those of the file that was named, where one was; else those of the nearest file, or none.
    ///
    /// # Errors
    /// In words, with the file and the line.
    pub(super) fn read(&self, matter: &str) -> Result<Settings, String> {
        match &self.config {
            Some(file) => read_named_settings(file),
            None if self.no_config => Ok(Settings::default()),
            None => find_settings(matter),
        }
    }

    /// Those of the file that was named.
    ///
    /// # Errors
    /// In words, with the file and the line.
    pub(super) fn named(&self) -> Result<Option<Settings>, String> {
        self.config.as_deref().map(read_named_settings).transpose()
    }
}

fn read_named_settings(file: &str) -> Result<Settings, String> {
    let folder = Path::new(file).parent().map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
    match Disk.paper(&folder, file).map_err(|e| e.to_string())? {
        Some(text) => settings_of_text(&text, Trust::Named),
        None => Err(format!("there is no settings file `{file}`")),
    }
}

fn find_settings(matter: &str) -> Result<Settings, String> {
    let start = if matter == "-" { "." } else { matter };
    match Disk.upwards(start, NAME).map_err(|e| e.to_string())? {
        None => Ok(Settings::default()),
        Some(mut text) => {
            // As the user would name it, where it is below where they stand.
            let root = super::input::root();
            if let Some(below) = text.path.strip_prefix(&root).and_then(|p| p.strip_prefix('/')) {
                text.path = below.to_owned();
            }
            settings_of_text(&text, Trust::Found)
        }
    }
}

/// The settings of one text; its files are beside it.
fn settings_of_text(text: &Text, trust: Trust) -> Result<Settings, String> {
    let path = &text.path;
    let source = text.decode().map_err(|e| format!("`{path}` is not UTF-8 text: {}", e.hint))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let settings = parse_settings(source, folder, trust).map_err(|(at, why)| {
        let line = 1 + source.get(..at).map_or(0, |before| before.matches('\n').count());
        format!("`{path}`, line {line}: {why}")
    })?;
    Ok(Settings { file: path.clone(), ..settings })
}

/// A fault: the byte where it is, and what it is.
type Fault = (usize, String);

fn parse_settings(source: &str, folder: &str, trust: Trust) -> Result<Settings, Fault> {
    let table = DeTable::parse(source)
        .map_err(|e| (e.span().map_or(0, |s| s.start), e.message().lines().next().unwrap_or_default().to_owned()))?;
    let mut settings = Settings::default();
    let table = table.into_inner();
    let mut entries: Vec<_> = table.iter().collect();
    // In reading order, so that the first fault is the first that is seen.
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let name = key.get_ref().as_ref();
        let Some((name, effect)) = KEYS.into_iter().find(|(k, _)| *k == name) else {
            return Err((key.span().start, unknown_key(name)));
        };
        if trust == Trust::Found && effect == Effect::Other {
            settings.not_applied.push(name);
            continue;
        }
        settings.applied.push(name);
        settings.set(name, value, folder)?;
    }
    Ok(settings)
}

impl Settings {
    fn set(&mut self, name: &str, value: &Spanned<DeValue<'_>>, folder: &str) -> Result<(), Fault> {
        let here = |why: String| (value.span().start, why);
        match name {
            "view" => self.view = Some(text_value(value)?.to_owned()),
            "strict" => {
                let given = value.get_ref().as_bool();
                self.strict = given.ok_or_else(|| here("`strict` is `true` or `false`".to_owned()))?;
            }
            "fail-on" => match text_value(value)? {
                "late" => self.fail_on = Some(FailOn::Late),
                other => return Err(here(format!("`fail-on` is `late`, not `{other}`"))),
            },
            "due-within" => self.due_within = Some(due_within(text_value(value)?).map_err(here)?),
            "format" => {
                for one in list_value(value)? {
                    let output = parse_output(text_value(one)?).map_err(|why| (one.span().start, why))?;
                    if let Some(file) = outputs::file_of_output(&output) {
                        check_inside_folder(file).map_err(|why| (one.span().start, why))?;
                    }
                    self.format.push(outputs::in_folder(output, folder));
                }
            }
            "baseline" => {
                let file = text_value(value)?;
                check_inside_folder(file).map_err(here)?;
                let path = if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
                self.baseline = Some((folder.to_owned(), path));
            }
            "allow" => set_levels(&mut self.levels, value, Level::Allow)?,
            "warn" => set_levels(&mut self.levels, value, Level::Warn)?,
            _ => set_levels(&mut self.levels, value, Level::Deny)?,
        }
        Ok(())
    }
}

fn set_levels(levels: &mut Levels, value: &Spanned<DeValue<'_>>, level: Level) -> Result<(), Fault> {
    for one in list_value(value)? {
        levels.set(text_value(one)?, level).map_err(|why| (one.span().start, why))?;
    }
    Ok(())
}

fn text_value<'v>(value: &'v Spanned<DeValue<'_>>) -> Result<&'v str, Fault> {
    value.get_ref().as_str().ok_or_else(|| (value.span().start, "this must be a text in quotes".to_owned()))
}

/// A list, or one thing for a list of one.
fn list_value<'v, 'i>(value: &'v Spanned<DeValue<'i>>) -> Result<Vec<&'v Spanned<DeValue<'i>>>, Fault> {
    match value.get_ref() {
        DeValue::Array(all) => Ok(all.iter().collect()),
        DeValue::String(_) => Ok(vec![value]),
        _ => Err((value.span().start, "this must be a list of texts, as `[\"D0303\"]`".to_owned())),
    }
}

/// A file of settings names files beside it and below, and no others.
fn check_inside_folder(file: &str) -> Result<(), String> {
    let out = file.starts_with(['/', '\\', '~']) || file.contains(':') || file.split(['/', '\\']).any(|p| p == "..");
    if out {
        Err(format!("`{file}` is not in the folder of `{NAME}`: only the command line may name it"))
    } else {
        Ok(())
    }
}

fn unknown_key(key: &str) -> String {
    let folded = key.replace('_', "-").to_lowercase();
    if matches!(folded.as_str(), "as-of" | "asof" | "known-on" | "date" | "day" | "today") {
        return "the day is never a setting, for a report must say it: give --as-of".to_owned();
    }
    let keys = KEYS.map(|(key, _)| key);
    match closest(&folded, keys) {
        Some(near) => format!("there is no setting `{key}`: did you mean `{near}`?"),
        None => format!("there is no setting `{key}`; among them are {}", quoted_list(&keys)),
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
        let read = parse_settings(source, "/m", Trust::Named).unwrap();
        assert_eq!((read.view.as_deref(), read.strict), (Some("Plaintiffs"), true));
        assert_eq!((read.fail_on, read.due_within), (Some(FailOn::Late), Some(DueWithin(14))));
        assert_eq!(read.format.iter().map(outputs::file_of_output).collect::<Vec<_>>(), [None, Some("/m/out/o.sarif")]);
        assert_eq!(read.baseline, Some(("/m".to_owned(), "/m/known.json".to_owned())));
        assert_eq!(parse_settings("", "", Trust::Named), Ok(Settings::default()));
        assert!(KEYS.iter().all(|(k, _)| source.contains(&format!("{k} ="))), "every key is tried");
        assert_eq!((read.applied.len(), read.not_applied.len()), (KEYS.len(), 0));
    }

    #[test]
    fn a_file_that_is_found_only_makes_stricter() {
        let source = "view = \"Plaintiffs\"\nstrict = true\nformat = \"json=o\"\nbaseline = 3\nallow = \"F0203\"\n\
            deny = \"duty-late\"\n";
        let read = parse_settings(source, "m", Trust::Found).unwrap();
        assert_eq!(read.not_applied, ["view", "format", "baseline", "allow"]);
        assert_eq!(read.applied, ["strict", "deny"]);
        assert!(read.strict && read.view.is_none() && read.format.is_empty() && read.baseline.is_none());
        let said: Vec<String> =
            Settings { file: "m/.ordain.toml".into(), ..read }.notes().into_iter().map(|d| d.message).collect();
        assert_eq!(said[0], "this report was made with `strict` and `deny` of `m/.ordain.toml`");
        assert!(
            said[1].starts_with("`view`, `format`, `baseline` and `allow` of `m/.ordain.toml` were not applied"),
            "{said:?}"
        );
        assert!(parse_settings("strct = true", "m", Trust::Found).is_err(), "a slip is a slip, whoever wrote it");
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
            let said = settings_of_text(&text, Trust::Named).unwrap_err();
            assert!(said.starts_with("`m/.ordain.toml`, line ") && said.contains(why), "{source}: {said}");
        }
    }
}
