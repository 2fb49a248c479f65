//! Checks on a thread of their own: the server goes on reading while a matter is checked.

use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::home::{Home, Open};
use super::papers::KnownPapers;
use crate::cli::caught::catch_faults;
use crate::cli::due_within::DueWithin;
use crate::cli::input::{name_of_matter, today_now};
use crate::cli::settings::SettingsArgs;
use crate::disk::Folder;
use ordain_core::report::View;
use ordain_core::session::{AsOf, Inputs, Options, Views, examine};
use ordain_editor::{Encoding, Settings, Snapshot};

/// A matter to check.
pub(super) struct Job {
    pub(super) home: Home,
    /// Which state of the texts it is of.
    pub(super) generation: u64,
    pub(super) open: Open,
    pub(super) settings: Settings,
    pub(super) encoding: Encoding,
}

/// A matter that was checked.
pub(super) struct Checked {
    pub(super) home: Home,
    pub(super) generation: u64,
    /// What was found, or the fault of the program that stopped the check.
    pub(super) snapshot: Result<Snapshot, String>,
    /// What the user should know of the files and settings.
    pub(super) remarks: Vec<String>,
}

/// Starts the thread: jobs go in, checked matters come out. It ends when no more jobs can come.
pub(super) fn start() -> (Sender<Job>, Receiver<Checked>) {
    let (send, jobs) = unbounded::<Job>();
    let (done, receive) = unbounded();
    thread::spawn(move || {
        let papers = KnownPapers::default();
        for job in jobs {
            let mut remarks = Vec::new();
            let snapshot = catch_faults(|| check(&job, &papers, &mut remarks));
            if done.send(Checked { home: job.home, generation: job.generation, snapshot, remarks }).is_err() {
                return;
            }
        }
    });
    (send, receive)
}

fn check(job: &Job, papers: &KnownPapers, remarks: &mut Vec<String>) -> Snapshot {
    let (texts, fault) = job.home.texts(&job.open);
    remarks.extend(fault.map(|f| f.to_string()));
    let folder = job.home.folder().to_owned();
    let tables = Folder { folder: folder.clone(), outside: false };
    let inputs = Inputs { tables: Some(&tables), papers: Some(papers), ..Inputs::default() };
    let as_of = match job.settings.day() {
        Ok(Some(day)) => AsOf::On(day),
        Ok(None) => today_now(),
        Err(why) => {
            remarks.push(why);
            today_now()
        }
    };
    let view = match job.settings.view.as_deref() {
        None | Some("" | "court") => View::Court,
        Some(party) => View::Party(party.to_owned()),
    };
    let options = Options { as_of, known_on: None, views: Views::One(view) };
    let name = name_of_matter(&[job.home.path().to_owned()]);
    let mut examined = examine(texts, &inputs, &name, &options);
    match SettingsArgs::default().read(&folder) {
        Ok(settings) => {
            if let Some(DueWithin(days)) = settings.due_within {
                examined.report.note_due_within(days);
            }
            examined.report.set_levels(&settings.levels);
        }
        Err(why) => remarks.push(why),
    }
    let uris = job.open.iter().map(|(path, document)| (path.clone(), document.uri.clone())).collect();
    Snapshot { examined, uris, encoding: job.encoding, settings: job.settings.clone() }
}
