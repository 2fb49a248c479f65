//! How the tables of a matter are read: threads, memory, and how far it is.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use ordain_core::session::OnProgress;
use ordain_tables::row_engine;

#[derive(Debug, Clone, clap::Args)]
pub(super) struct TableArgs {
    /// Limit on memory for tables; the rest goes to the disk: `512M`, `2G`.
    #[arg(long, value_name = "bytes", value_parser = parse_bytes)]
    memory: Option<u64>,

    /// Threads that read tables [default: one for each core]; the result is the same.
    #[arg(long, value_name = "number")]
    threads: Option<std::num::NonZeroUsize>,
}

/// What the program takes before a table is read.
const OWN: u64 = 32 << 20;

impl TableArgs {
    /// Threads and memory of one matter.
    pub(super) fn how(&self) -> row_engine::Options {
        self.how_beside(1)
    }

    /// The same where so many matters are read at a time: they share what there is.
    pub(super) fn how_beside(&self, jobs: usize) -> row_engine::Options {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let threads = self.threads.map_or((cores / jobs.max(1)).max(1), std::num::NonZeroUsize::get).min(64);
        // Chunks, findings and the program itself take their share.
        let memory = self.memory.map_or(u64::MAX, |m| m.saturating_sub(OWN) * 3 / 5);
        row_engine::Options { threads, memory }
    }
}

/// The least that can be kept: what the program takes, and as much again to work with.
const LEAST: u64 = 2 * OWN;

fn parse_bytes(text: &str) -> Result<u64, String> {
    let (digits, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let shift = match unit.to_uppercase().trim_end_matches(['B', 'I']) {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        _ => return Err("write it as `512M` or `2G`".to_owned()),
    };
    let n: u64 = digits.parse().map_err(|_| "write it as `512M` or `2G`".to_owned())?;
    // A billion gigabytes is more than any machine has, and what is computed from it still fits.
    let all = n.checked_mul(1 << shift).filter(|all| *all <= 1 << 60);
    let all = all.ok_or_else(|| "that is more than any machine has".to_owned())?;
    if all < LEAST {
        return Err(format!("the program itself takes {} MB: write at least `{}M`", OWN >> 20, LEAST >> 20));
    }
    Ok(all)
}

/// A bar on a terminal, once the reading has taken a second.
pub(super) struct Progress {
    wanted: bool,
    advance: Box<dyn Fn(u64, Option<u64>) + Sync>,
}

impl Progress {
    #[expect(clippy::disallowed_methods, reason = "when a bar is drawn bears on no result")]
    pub(super) fn new() -> Self {
        let start = Instant::now();
        let done = AtomicU64::new(0);
        let bar: OnceLock<ProgressBar> = OnceLock::new();
        let advance = move |bytes: u64, total: Option<u64>| {
            let all = done.fetch_add(bytes, Ordering::Relaxed) + bytes;
            if start.elapsed() < Duration::from_secs(1) {
                return;
            }
            let bar = bar.get_or_init(|| {
                let (bar, template) = match total {
                    Some(n) => (ProgressBar::new(n), "reading tables [{bar:30}] {bytes} of {total_bytes}"),
                    None => (ProgressBar::new_spinner(), "reading tables {spinner} {bytes}"),
                };
                if let Ok(style) = ProgressStyle::with_template(template) {
                    bar.set_style(style.progress_chars("=> "));
                }
                bar
            });
            // A table that is read again is not counted twice.
            bar.set_position(total.map_or(all, |n| all.min(n)));
        };
        Self { wanted: std::io::stderr().is_terminal(), advance: Box::new(advance) }
    }

    /// What to call with how many bytes more are read; nothing where there is no terminal.
    pub(super) fn on_progress(&self) -> Option<OnProgress<'_>> {
        self.wanted.then_some(&*self.advance)
    }
}
