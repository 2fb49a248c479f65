//! What is known of the screen: its width, whether it has color, whether it
//! can draw. The only place that asks the environment.

use std::io::IsTerminal;

use clap::ValueEnum;

use ordain_render::Style;

/// When color is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless NO_COLOR says otherwise.
    Auto,
    Always,
    Never,
}

/// How the report is shown.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Screen {
    /// When to use color; NO_COLOR and CLICOLOR_FORCE also count.
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "when")]
    pub(super) color: When,

    /// Width of the report, 40 to 200 columns [default: the terminal's, or 80].
    #[arg(long, value_name = "columns", value_parser = clap::value_parser!(u16).range(40..=200))]
    pub(super) width: Option<u16>,

    /// Draw with ASCII characters only.
    #[arg(long)]
    pub(super) ascii: bool,
}

impl Screen {
    /// The style for standard output.
    pub(super) fn style(self) -> Style {
        let terminal = std::io::stdout().is_terminal();
        let wide = || if terminal { terminal_size::terminal_size().map(|(w, _)| w.0) } else { None };
        let width = self.width.or_else(wide).unwrap_or(80);
        Style {
            width: usize::from(width),
            color: uses_color(self.color, terminal),
            unicode: !self.ascii && (!terminal || locale_has_unicode()),
        }
    }
}

/// Whether to use color, by what is asked, the environment and the terminal.
pub(super) fn uses_color(when: When, terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => color_by_environment(terminal, environment_variable),
    }
}

/// The conventions of no-color.org and of CLICOLOR.
fn color_by_environment(terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name| variable(name).is_some_and(|v| !v.is_empty());
    let on = |name| variable(name).is_some_and(|v| !v.is_empty() && v != "0");
    let off = |name, value: &str| variable(name).is_some_and(|v| v == value);
    if set("NO_COLOR") {
        false
    } else if on("CLICOLOR_FORCE") {
        true
    } else {
        terminal && !off("CLICOLOR", "0") && !off("TERM", "dumb")
    }
}

/// False where the locale says that the terminal is not in UTF-8.
fn locale_has_unicode() -> bool {
    if cfg!(windows) {
        return true;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(environment_variable).find(|v| !v.is_empty());
    locale.is_none_or(|l| {
        let l = l.to_lowercase();
        l.contains("utf-8") || l.contains("utf8")
    })
}

#[expect(clippy::disallowed_methods, reason = "the environment is read here, and reaches renderers as a style")]
fn environment_variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::color_by_environment;

    #[test]
    fn the_environment_decides_as_the_conventions_say() {
        let with = |terminal, set: &[(&str, &str)]| {
            color_by_environment(terminal, |name| set.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        assert!(with(true, &[]));
        assert!(!with(false, &[]));
        assert!(!with(true, &[("NO_COLOR", "1")]));
        assert!(!with(true, &[("NO_COLOR", "0")]), "any value counts");
        assert!(with(true, &[("NO_COLOR", "")]), "an empty one does not");
        assert!(!with(true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(with(false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!with(false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!with(true, &[("CLICOLOR", "0")]));
        assert!(!with(true, &[("TERM", "dumb")]));
    }
}
