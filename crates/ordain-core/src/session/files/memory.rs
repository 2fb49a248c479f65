//! Matters in memory, for tests and for editors.

use std::collections::{BTreeMap, BTreeSet};

use ordain_base::source::SourceKind;

use super::error::{FilesError, no_order};
use super::papers::with_papers;
use super::place::{Files, join_path};
use super::text::Text;

/// Files by their paths, with `/`.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Adds a file.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }

    /// The bytes of one file.
    pub(super) fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Names and bytes of the files that stand directly in a folder.
    fn within<'m>(&'m self, folder: &str) -> Vec<(&'m str, &'m str, &'m [u8])> {
        let inside = |path: &'m str| match folder {
            "" | "." => Some(path),
            _ => path.strip_prefix(folder)?.strip_prefix('/'),
        };
        let direct = self.files.iter().filter_map(|(path, bytes)| {
            let name = inside(path)?;
            (!name.contains('/')).then_some((path.as_str(), name, bytes.as_slice()))
        });
        direct.collect()
    }
}

impl Files for Memory {
    fn matter(&self, path: &str) -> Result<Vec<Text>, FilesError> {
        let path = path.trim_end_matches('/');
        let text = |path: &str, bytes: &[u8]| Text { path: path.to_owned(), bytes: bytes.to_vec() };
        if let Some(bytes) = self.files.get(path) {
            return with_papers(self, vec![text(path, bytes)]);
        }
        let files = self.within(path);
        if files.iter().any(|f| SourceKind::of_path(f.1) == SourceKind::Order) {
            let own =
                files.iter().filter(|f| SourceKind::of_path(f.1).is_of_matter()).map(|f| text(f.0, f.2)).collect();
            return with_papers(self, own);
        }
        let names: Vec<String> = files.iter().map(|f| f.1.to_owned()).collect();
        let known = !names.is_empty() || self.files.keys().any(|k| k.starts_with(&format!("{path}/")));
        Err(if known { no_order(path, &names) } else { FilesError::Missing(path.to_owned()) })
    }

    fn matters(&self, path: &str) -> Result<Vec<String>, FilesError> {
        let path = path.trim_end_matches('/');
        let has = |folder: &str| self.within(folder).iter().any(|f| SourceKind::of_path(f.1) == SourceKind::Order);
        if self.files.contains_key(path) || has(path) {
            return Ok(vec![path.to_owned()]);
        }
        let below = format!("{path}/");
        let folders: BTreeSet<String> = self
            .files
            .keys()
            .filter_map(|k| Some(format!("{below}{}", k.strip_prefix(&below)?.rsplit_once('/')?.0)))
            .filter(|f| has(f))
            .collect();
        // What lies inside a matter is part of it.
        let inside =
            |f: &String| folders.iter().any(|o| f.strip_prefix(o.as_str()).is_some_and(|r| r.starts_with('/')));
        let folders: BTreeSet<String> = folders.iter().filter(|f| !inside(f)).cloned().collect();
        if folders.is_empty() { self.matter(path).map(|_| Vec::new()) } else { Ok(folders.into_iter().collect()) }
    }

    fn single(&self, path: &str) -> Result<Text, FilesError> {
        let bytes = self.files.get(path).ok_or_else(|| FilesError::Missing(path.to_owned()))?;
        Ok(Text { path: path.to_owned(), bytes: bytes.clone() })
    }

    fn paper(&self, _: &str, path: &str) -> Result<Option<Text>, FilesError> {
        Ok(self.single(path).ok())
    }

    fn papers(&self, folder: &str) -> Vec<String> {
        self.within(folder).iter().filter(|f| f.1.ends_with(".txt")).map(|f| f.0.to_owned()).collect()
    }

    fn upwards(&self, matter: &str, name: &str) -> Result<Option<Text>, FilesError> {
        let mut folder = matter.trim_end_matches('/');
        loop {
            if let Ok(text) = self.single(&join_path(folder, name)) {
                return Ok(Some(text));
            }
            match folder.rsplit_once('/') {
                Some((above, _)) => folder = above,
                None if folder.is_empty() => return Ok(None),
                None => folder = "",
            }
        }
    }
}
