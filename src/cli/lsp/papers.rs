//! Papers that were read already: a PDF does not change while somebody types beside it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::papers::Papers;
use ordain_core::session::{PaperFault, PaperReader, PaperText};

/// A paper's bytes, and what was read of them.
type Known = (Vec<u8>, Option<Result<PaperText, PaperFault>>);

/// Reads each paper once, and again when its bytes change.
#[derive(Default)]
pub(super) struct KnownPapers(Mutex<BTreeMap<String, Known>>);

impl PaperReader for KnownPapers {
    fn read(&self, path: &str, bytes: &[u8]) -> Option<Result<PaperText, PaperFault>> {
        // Another thread that failed while it held this left nothing half done.
        let mut known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((_, read)) = known.get(path).filter(|(before, _)| before == bytes) {
            return read.clone();
        }
        let read = Papers.read(path, bytes);
        // Plain text is as quickly read as it is compared.
        if read.is_some() {
            known.insert(path.to_owned(), (bytes.to_vec(), read.clone()));
        }
        read
    }
}
