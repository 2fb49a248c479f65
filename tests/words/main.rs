//! No silent word, held over every statement of the manual, the specifications and `rules/`.

#![expect(clippy::disallowed_methods, clippy::expect_used, clippy::panic, reason = "tests that read the manual")]

mod corpus;
mod layout;
mod read_back;
mod silent;
mod silent_statements;
