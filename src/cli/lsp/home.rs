//! Which matter a file is of, and the texts of that matter: those that are open go before those on the disk.

use std::collections::BTreeMap;

use crate::disk::Disk;
use ordain_base::source::SourceKind;
use ordain_core::session::files::{Files, FilesError, Text, with_papers};
use ordain_editor::Document;

/// Where the files of a matter are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Home {
    /// Every file of a folder that has an order, as `ordain check` takes it.
    Folder(String),
    /// A file by itself: its folder has no order, or it has no folder yet.
    File(String),
}

/// The open texts by their paths.
pub(super) type Open = BTreeMap<String, Document>;

impl Home {
    /// The matter that a file is of.
    pub(super) fn of(path: &str, open: &Open) -> Self {
        let Some((folder, _)) = path.rsplit_once('/') else { return Self::File(path.to_owned()) };
        let beside = |p: &String| p.rsplit_once('/').is_some_and(|(f, _)| f == folder);
        let is_order = |p: &String| SourceKind::of_path(p) == SourceKind::Order;
        let has_order = open.keys().any(|p| is_order(p) && beside(p)) || Disk.has_order(folder);
        if has_order { Self::Folder(folder.to_owned()) } else { Self::File(path.to_owned()) }
    }

    /// The folder in which its other files are.
    pub(super) fn folder(&self) -> &str {
        match self {
            Self::Folder(folder) => folder,
            Self::File(file) => file.rsplit_once('/').map_or("", |(folder, _)| folder),
        }
    }

    pub(super) fn path(&self) -> &str {
        match self {
            Self::Folder(path) | Self::File(path) => path,
        }
    }

    /// True of a file that is part of it.
    pub(super) fn holds(&self, path: &str) -> bool {
        match self {
            Self::Folder(folder) => path.rsplit_once('/').is_some_and(|(f, _)| f == folder),
            Self::File(file) => file == path,
        }
    }

    /// The texts of the matter, and what could not be read.
    pub(super) fn texts(&self, open: &Open) -> (Vec<Text>, Option<FilesError>) {
        let on_disk = match self {
            Self::Folder(folder) => Disk.matter(folder),
            Self::File(file) if Disk.is_there(file) => Disk.matter(file),
            Self::File(_) => Ok(Vec::new()),
        };
        let (mut texts, mut fault) = match on_disk {
            Ok(texts) => (texts, None),
            // A folder that has an order only in the editor, or that was deleted meanwhile.
            Err(error) => (Vec::new(), Some(error)),
        };
        texts.retain(|t| t.kind().is_of_matter());
        for (path, document) in open.iter().filter(|(path, _)| self.holds(path)) {
            let bytes = document.text.clone().into_bytes();
            match texts.iter_mut().find(|t| t.path == *path) {
                Some(text) => text.bytes = bytes,
                None if SourceKind::of_path(path).is_of_matter() => texts.push(Text { path: path.clone(), bytes }),
                None => {}
            }
        }
        texts.sort_by(|a, b| a.path.cmp(&b.path));
        let texts = with_papers(&Disk, texts.clone()).unwrap_or_else(|error| {
            fault = Some(error);
            texts
        });
        (texts, fault)
    }
}
