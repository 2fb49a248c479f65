//! The laws of a verdict, over generated matters. They are listed in
//! `docs/language.md` under "What a verdict promises".

mod conditions;
mod docket;
mod fold;
mod money;
mod recurring;
mod unchanged;
mod verdicts;
