//! The binary: everything is in the library's `cli`.

use ordain::cli::{self, Exit};

fn main() -> Exit {
    cli::main(std::env::args_os())
}
