//! `--fix`: fixes what has one meaning, and shows or writes it.

use crate::disk;
use std::io::{self, Write};

use super::exit::Exit;
use super::streams::{write_note, write_out};
use ordain_base::diag::plural;
use ordain_core::session::files::Text;
use ordain_core::session::{Fixed, apply_safe_fixes};
use ordain_render::{Style, diff};

/// The texts of a matter before and after.
pub(super) struct Fix {
    before: Vec<Text>,
    fixed: Fixed,
}

impl Fix {
    /// Fixes the texts; nothing is written yet.
    pub(super) fn of(texts: Vec<Text>, name: &str) -> Self {
        Self { fixed: apply_safe_fixes(texts.clone(), name), before: texts }
    }

    /// Those that differ: as they were, and as they are now.
    fn changed(&self) -> impl Iterator<Item = (&Text, &Text)> {
        self.before.iter().zip(&self.fixed.texts).filter(|(a, b)| a.bytes != b.bytes)
    }

    /// Writes the files that differ and says what was done; gives back the texts.
    ///
    /// # Errors
    /// In words: a file changed meanwhile, or cannot be written.
    pub(super) fn write(self) -> Result<Vec<Text>, String> {
        for (before, after) in self.changed() {
            disk::rewrite(before, &after.bytes).map_err(|e| e.to_string())?;
        }
        write_note(&self.summary("fixed"));
        Ok(self.fixed.texts)
    }

    /// Shows the difference; the status is 1 where there is one.
    pub(super) fn show(&self, style: Style, out: &mut dyn Write) -> io::Result<u8> {
        let text = |t: &Text| String::from_utf8_lossy(&t.bytes).into_owned();
        let shown: String =
            self.changed().map(|(a, b)| diff::unified(&a.path, &text(a), &text(b), "fixed", style)).collect();
        write_note(&self.summary("would be fixed"));
        let status = if shown.is_empty() { Exit::Clean } else { Exit::Breached };
        write_out(out, &shown, status)
    }

    /// `fixed: 3 places in 1 file (2 of S0201, 1 of S0104)`.
    fn summary(&self, done: &str) -> String {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let codes: Vec<String> = self.fixed.applied.values().map(|(c, n)| format!("{n} of {}", c.id)).collect();
        match self.fixed.count() {
            0 => "nothing can be fixed without changing the meaning".to_owned(),
            n => {
                let files = plural(count(self.changed().count()), "file");
                format!("{done}: {} in {files} ({})", plural(count(n), "place"), codes.join(", "))
            }
        }
    }
}
