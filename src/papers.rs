//! Papers that come as PDF or DOCX.

use ordain_core::session::files::LIMIT;
use ordain_core::session::{PaperFault, PaperFaultKind, PaperReader, PaperText};
use ordain_paper::{Paper, Unreadable};

/// Reads PDF and DOCX.
#[derive(Debug, Clone, Copy, Default)]
pub struct Papers;

impl PaperReader for Papers {
    fn read(&self, path: &str, bytes: &[u8]) -> Option<Result<PaperText, PaperFault>> {
        if bytes.len() as u64 > LIMIT {
            let why = format!("it is longer than {} MiB", LIMIT / (1024 * 1024));
            let remedy = "make a smaller file with only the pages of the order".to_owned();
            return Some(Err(PaperFault { kind: PaperFaultKind::TooLarge, why, remedy }));
        }
        let read = ordain_paper::read_named(path, bytes)?;
        Some(read.map(text_of_paper).map_err(|why| fault_of_paper(&why)))
    }
}

fn text_of_paper(paper: Paper) -> PaperText {
    PaperText {
        has_pages: paper.pages.is_some(),
        text: paper.text,
        pictures: paper.pictures,
        unknown_letters: paper.unknown_letters,
    }
}

fn fault_of_paper(why: &Unreadable) -> PaperFault {
    let kind = match why {
        Unreadable::Encrypted(_) => PaperFaultKind::Encrypted,
        Unreadable::Damaged(_) => PaperFaultKind::Damaged,
        Unreadable::Scanned { .. } | Unreadable::Letters => PaperFaultKind::Scanned,
        Unreadable::TooLarge { .. } => PaperFaultKind::TooLarge,
        Unreadable::Unknown | Unreadable::Misnamed(_) | Unreadable::OldDocument | Unreadable::Empty(_) => {
            PaperFaultKind::Other
        }
    };
    PaperFault { kind, why: why.to_string(), remedy: why.remedy().to_owned() }
}
