//! Commands as they are typed and what they answer, at 80 columns: every file
//! of `tests/cmd/`, and the commands of the README among them.
//!
//! After a change that is meant: `TRYCMD=overwrite cargo test --test transcripts`.

#[test]
fn commands_answer_as_written() {
    let cases = trycmd::TestCases::new();
    cases.env("NO_COLOR", "1").env("COLUMNS", "80").case("tests/cmd/*.trycmd");
}
