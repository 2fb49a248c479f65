//! What the server knows of a matter of which a file is open.

use std::collections::BTreeSet;
use std::sync::Arc;

use lsp_server::Request;
use ordain_editor::Snapshot;

/// A matter of which a file is open.
#[derive(Default)]
pub(super) struct MatterState {
    /// Counts the changes of its texts and of the settings.
    pub(super) generation: u64,
    /// The last that was checked, and its generation.
    pub(super) snapshot: Option<(u64, Arc<Snapshot>)>,
    pub(super) is_running: bool,
    /// The generation whose check stopped on a fault of the program.
    pub(super) failed: Option<u64>,
    /// Requests that wait for the check of the newest text.
    pub(super) waiting: Vec<Request>,
    /// The files for which findings are shown.
    pub(super) published: BTreeSet<String>,
    /// What was said of it last, to say it once.
    pub(super) said: Vec<String>,
}

impl MatterState {
    pub(super) fn newest(&self) -> Option<&Arc<Snapshot>> {
        self.snapshot.as_ref().filter(|(generation, _)| *generation == self.generation).map(|(_, s)| s)
    }
}
