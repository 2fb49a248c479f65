//! Commands as they are typed and what they answer, at 80 columns: every file
//! of `tests/cmd/`, and the commands of the README among them.
//!
//! After a change that is meant: `cargo accept -- cmd`.

use super::{Named, called, files, shown};

pub(crate) fn trials() -> Vec<Named> {
    let one = |file: std::path::PathBuf| {
        let path = shown(&file);
        Named::new(called(&file), move || {
            let cases = trycmd::TestCases::new();
            // It shows what differs, with the file and the line, and panics when it is dropped.
            cases.env("NO_COLOR", "1").env("COLUMNS", "80").case(path);
            Vec::new()
        })
    };
    files("tests/cmd", "trycmd").into_iter().map(one).collect()
}
