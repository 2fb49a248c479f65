//! Files in memory, and what is spilled in memory too.

use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::sync::atomic::{AtomicU64, Ordering};

use ordain_tables::delimited::Dialect;
use ordain_tables::row_engine::{Found, Opened, Options, Plan, Scratch, Source, run_plan};

#[derive(Default)]
pub struct Held {
    files: BTreeMap<String, Vec<u8>>,
    /// How many temporary files were asked for.
    pub scratches: AtomicU64,
}

impl Held {
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(n, t)| ((*n).to_owned(), t.as_bytes().to_vec())).collect();
        Self { files, ..Self::default() }
    }

    pub fn run(&self, plan: &Plan) -> Found {
        self.run_with(plan, Options::default())
    }

    pub fn run_with(&self, plan: &Plan, options: Options) -> Found {
        run_plan(plan, self, options).unwrap()
    }
}

impl Source for Held {
    fn open(&self, file: &str) -> io::Result<Opened<'_>> {
        let bytes = self.files.get(file).ok_or(io::ErrorKind::NotFound)?;
        let dialect = if file.ends_with(".dat") { Dialect::concordance() } else { Dialect::csv() };
        Ok(Opened::Delimited(Box::new(bytes.as_slice()), dialect))
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch>> {
        self.scratches.fetch_add(1, Ordering::Relaxed);
        Ok(Box::new(Cursor::new(Vec::new())))
    }
}
