//! The program as it is run: its streams, the files it reads and writes, and
//! its exit status.

mod ci;
mod due;
mod files;
mod formats;
mod many;
mod papers;
mod since;
mod streams;
mod zero;
