//! The loop: messages in their order, one check of a matter at a time, and one answer for the newest text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crossbeam_channel::{Receiver, Sender, select};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as note, Notification as _};
use lsp_types::request::{self as ask, Request as _};
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, InitializeParams, MessageType,
    Uri,
};
use serde_json::Value;

use super::checks::{self, Checked, Job};
use super::client::{Client, SETTINGS_ID};
use super::commands::{self, Command};
use super::dispatch;
use super::home::{Home, Open};
use super::matter_state::MatterState;
use crate::cli::caught::catch_faults;
use ordain_editor::{Document, Encoding, Settings, Snapshot, path_of_uri, requests};

pub(super) struct Server<'c> {
    client: Client<'c>,
    encoding: Encoding,
    settings: Settings,
    open: Open,
    /// The paths of open files that have no address on the disk.
    untitled: BTreeMap<String, String>,
    matters: BTreeMap<Home, MatterState>,
    jobs: Sender<Job>,
    checked: Receiver<Checked>,
    /// The client can be asked for its settings.
    has_settings: bool,
    shut_down: bool,
}

impl<'c> Server<'c> {
    pub(super) fn new(connection: &'c Connection, params: &InitializeParams, encoding: Encoding) -> Self {
        let (jobs, checked) = checks::start();
        let given = params.initialization_options.clone().unwrap_or_default();
        let workspace = params.capabilities.workspace.as_ref();
        Self {
            client: Client(connection),
            encoding,
            settings: serde_json::from_value(given).unwrap_or_default(),
            open: Open::new(),
            untitled: BTreeMap::new(),
            matters: BTreeMap::new(),
            jobs,
            checked,
            has_settings: workspace.and_then(|w| w.configuration).unwrap_or(false),
            shut_down: false,
        }
    }

    /// Serves until the client ends it; true where it said so first.
    pub(super) fn run(mut self) -> bool {
        self.client.ask_for_settings(self.has_settings);
        loop {
            select! {
                recv(self.client.0.receiver) -> message => {
                    let Ok(message) = message else { return self.shut_down };
                    if self.take(message) {
                        return self.shut_down;
                    }
                    // Whatever came meanwhile is taken in before anything is checked.
                    while let Ok(message) = self.client.0.receiver.try_recv() {
                        if self.take(message) {
                            return self.shut_down;
                        }
                    }
                }
                recv(self.checked) -> checked => {
                    if let Ok(checked) = checked {
                        self.finish(checked);
                    }
                }
            }
            self.start_checks();
        }
    }

    /// Takes one message in; true where it ends the server.
    fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(n) if n.method == note::Exit::METHOD => return true,
            Message::Notification(n) => self.notification(n),
            Message::Response(response) => self.response(response),
        }
        false
    }

    fn request(&mut self, request: Request) {
        if request.method == "shutdown" {
            self.shut_down = true;
            return self.client.send(Response::new_ok(request.id, Value::Null));
        }
        if self.shut_down {
            let why = "the server was shut down".to_owned();
            return self.client.send(Response::new_err(request.id, ErrorCode::InvalidRequest as i32, why));
        }
        match request.method.as_str() {
            ask::ExecuteCommand::METHOD => return self.command(request),
            ask::WorkspaceSymbolRequest::METHOD => return self.workspace_symbols(request),
            _ => {}
        }
        let path = dispatch::address_of(&request).map(|uri| self.path_of(&uri));
        let Some(path) = path.filter(|p| self.open.contains_key(p)) else {
            let why = "the request names no file that is open".to_owned();
            return self.client.send(Response::new_err(request.id, ErrorCode::InvalidParams as i32, why));
        };
        let matter = self.matters.entry(Home::of(&path, &self.open)).or_default();
        match matter.newest().cloned() {
            Some(snapshot) => self.answer(&snapshot, &path, request),
            None if matter.failed == Some(matter.generation) => self.client.refuse(vec![request], "the check failed"),
            None => matter.waiting.push(request),
        }
    }

    fn command(&mut self, request: Request) {
        let response = dispatch::with::<ask::ExecuteCommand>(request, |params| match Command::of(&params)? {
            Command::ShowDay(day) => self.show_day(day).map(|()| None),
            Command::OfMatter(uri, asked) => {
                let home = Home::of(&self.path_of(&uri), &self.open);
                let matter = self.matters.get(&home).and_then(|m| m.snapshot.as_ref());
                let (_, snapshot) = matter.ok_or("no file of this matter is open")?;
                catch_faults(|| commands::answer(&asked, snapshot, &home, &self.open))?.map(Some)
            }
        });
        self.client.send(response);
    }

    fn show_day(&mut self, day: Option<String>) -> Result<(), String> {
        let settings = Settings { as_of: day, ..self.settings.clone() };
        settings.day()?;
        if settings != self.settings {
            self.settings = settings;
            self.changed_all();
        }
        Ok(())
    }

    /// Of every matter of which a file is open, as it was checked last.
    fn workspace_symbols(&self, request: Request) {
        let response = dispatch::with::<ask::WorkspaceSymbolRequest>(request, |params| {
            let known = self.matters.values().filter_map(|m| m.snapshot.as_ref());
            let found = known.flat_map(|(_, s)| requests::symbols::workspace_symbols(s, &params.query)).collect();
            Ok(Some(lsp_types::WorkspaceSymbolResponse::Flat(found)))
        });
        self.client.send(response);
    }

    fn answer(&self, snapshot: &Snapshot, path: &str, request: Request) {
        let (id, method) = (request.id.clone(), request.method.clone());
        let response = catch_faults(|| dispatch::answer(snapshot, path, request)).unwrap_or_else(|fault| {
            self.client.log(MessageType::ERROR, &format!("{method}: {fault}"));
            Response::new_err(id, ErrorCode::InternalError as i32, fault)
        });
        self.client.send(response);
    }

    fn notification(&mut self, notification: Notification) {
        match notification.method.as_str() {
            note::DidOpenTextDocument::METHOD => self.with::<note::DidOpenTextDocument>(notification, Self::opened),
            note::DidChangeTextDocument::METHOD => {
                self.with::<note::DidChangeTextDocument>(notification, Self::changed)
            }
            note::DidCloseTextDocument::METHOD => self.with::<note::DidCloseTextDocument>(notification, Self::closed),
            note::DidSaveTextDocument::METHOD | note::DidChangeWatchedFiles::METHOD => self.changed_all(),
            note::DidChangeConfiguration::METHOD => {
                let given = notification.params.get("settings").cloned().unwrap_or_default();
                if self.has_settings { self.client.ask_for_settings(self.has_settings) } else { self.set(given) }
            }
            note::Cancel::METHOD => self.with::<note::Cancel>(notification, Self::cancelled),
            // The rest is not about texts.
            _ => {}
        }
    }

    fn with<N: note::Notification>(&mut self, notification: Notification, work: impl FnOnce(&mut Self, N::Params)) {
        match serde_json::from_value::<N::Params>(notification.params) {
            Ok(params) => work(self, params),
            Err(error) => self.client.log(MessageType::ERROR, &format!("{}: {error}", notification.method)),
        }
    }

    fn opened(&mut self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let path = path_of_uri(&document.uri).unwrap_or_else(|| {
            // A text that was never saved has no name that says its kind.
            let kind = if document.language_id.contains("facts") { "facts" } else { "order" };
            let path = format!("{}.{kind}", document.uri.as_str());
            self.untitled.insert(document.uri.as_str().to_owned(), path.clone());
            path
        });
        let open = Document { uri: document.uri, version: document.version, text: document.text };
        self.open.insert(path.clone(), open);
        self.changed_at(&path);
    }

    fn changed(&mut self, params: DidChangeTextDocumentParams) {
        let path = self.path_of(&params.text_document.uri);
        let Some(document) = self.open.get_mut(&path) else {
            return self.client.log(MessageType::WARNING, &format!("a change of `{path}`, which is not open"));
        };
        document.change(params.text_document.version, params.content_changes, self.encoding);
        self.changed_at(&path);
    }

    fn closed(&mut self, params: DidCloseTextDocumentParams) {
        let path = self.path_of(&params.text_document.uri);
        self.open.remove(&path);
        self.untitled.remove(params.text_document.uri.as_str());
        self.changed_all();
        let gone: Vec<Home> = self.matters.keys().filter(|h| !self.open.keys().any(|p| h.holds(p))).cloned().collect();
        for home in gone {
            let Some(matter) = self.matters.remove(&home) else { continue };
            for path in &matter.published {
                let uri = if *path == self.path_of(&params.text_document.uri) {
                    Some(params.text_document.uri.clone())
                } else {
                    None
                };
                self.client.publish(uri.or_else(|| ordain_editor::uri_of_path(path)), None, Vec::new());
            }
            self.client.refuse(matter.waiting, "the file was closed");
        }
    }

    fn cancelled(&mut self, params: lsp_types::CancelParams) {
        let id = match params.id {
            lsp_types::NumberOrString::Number(n) => RequestId::from(n),
            lsp_types::NumberOrString::String(s) => RequestId::from(s),
        };
        let mut found = Vec::new();
        for matter in self.matters.values_mut() {
            found.extend(matter.waiting.extract_if(.., |r| r.id == id));
        }
        for request in found {
            let why = "canceled by the client".to_owned();
            self.client.send(Response::new_err(request.id, ErrorCode::RequestCanceled as i32, why));
        }
    }

    /// The texts of the matter of a file changed; the file may be of another matter than before.
    fn changed_at(&mut self, path: &str) {
        let home = Home::of(path, &self.open);
        let left: Vec<Home> = self.matters.keys().filter(|h| **h != home && h.holds(path)).cloned().collect();
        for other in left {
            if let Some(matter) = self.matters.remove(&other) {
                self.client.refuse(matter.waiting, "the file is of another matter now");
                self.matters.entry(home.clone()).or_default().published.extend(matter.published);
            }
        }
        let matter = self.matters.entry(home).or_default();
        matter.generation += 1;
        let waiting = std::mem::take(&mut matter.waiting);
        self.client.refuse(waiting, "the text was changed");
    }

    fn changed_all(&mut self) {
        let open: Vec<String> = self.open.keys().cloned().collect();
        open.iter().for_each(|path| self.changed_at(path));
    }

    fn start_checks(&mut self) {
        for (home, matter) in &mut self.matters {
            if matter.is_running || matter.newest().is_some() || matter.failed == Some(matter.generation) {
                continue;
            }
            let open = self.open.iter().filter(|(p, _)| home.holds(p)).map(|(p, d)| (p.clone(), d.clone())).collect();
            let (generation, encoding) = (matter.generation, self.encoding);
            let job = Job { home: home.clone(), generation, open, settings: self.settings.clone(), encoding };
            matter.is_running = self.jobs.send(job).is_ok();
        }
    }

    fn finish(&mut self, checked: Checked) {
        let Some(matter) = self.matters.get_mut(&checked.home) else { return };
        matter.is_running = false;
        // A newer text came meanwhile: its check is the one that is shown.
        if checked.generation != matter.generation {
            return;
        }
        let mut remarks = checked.remarks;
        let snapshot = match checked.snapshot {
            Ok(snapshot) => Arc::new(snapshot),
            Err(fault) => {
                remarks.push(fault);
                let waiting = std::mem::take(&mut matter.waiting);
                matter.snapshot = None;
                // The same texts would fail again: the next change of one starts the next check.
                matter.failed = Some(checked.generation);
                self.client.refuse(waiting, "the check failed");
                return remarks.iter().for_each(|r| self.client.log(MessageType::ERROR, r));
            }
        };
        matter.snapshot = Some((checked.generation, Arc::clone(&snapshot)));
        let waiting = std::mem::take(&mut matter.waiting);
        let before = std::mem::take(&mut matter.published);
        let new: Vec<String> = remarks.iter().filter(|r| !matter.said.contains(r)).cloned().collect();
        matter.said = remarks;
        new.iter().for_each(|r| self.client.log(MessageType::WARNING, r));
        let shown = self.show(&snapshot, before);
        if let Some(matter) = self.matters.get_mut(&checked.home) {
            matter.published = shown;
        }
        for request in waiting {
            if let Some(path) = dispatch::address_of(&request).map(|uri| self.path_of(&uri)) {
                self.answer(&snapshot, &path, request);
            }
        }
    }

    /// Shows the findings of a matter, and takes back those of files that have none now.
    fn show(&self, snapshot: &Snapshot, mut before: BTreeSet<String>) -> BTreeSet<String> {
        let mut shown = BTreeSet::new();
        let found = catch_faults(|| requests::diagnostics::diagnostics(snapshot)).unwrap_or_default();
        for (path, findings) in found {
            let document = self.open.get(&path);
            let was_shown = before.remove(&path);
            if !findings.is_empty() {
                shown.insert(path.clone());
            } else if document.is_none() && !was_shown {
                continue;
            }
            self.client.publish(snapshot.uri(&path), document.map(|d| d.version), findings);
        }
        for path in before {
            self.client.publish(snapshot.uri(&path), None, Vec::new());
        }
        shown
    }

    fn path_of(&self, uri: &Uri) -> String {
        let untitled = || self.untitled.get(uri.as_str()).cloned();
        path_of_uri(uri).or_else(untitled).unwrap_or_else(|| uri.as_str().to_owned())
    }

    fn response(&mut self, response: Response) {
        if response.id != RequestId::from(SETTINGS_ID.to_owned()) {
            return;
        }
        let given = serde_json::to_value(&response).ok().and_then(|v| v.get("result")?.get(0).cloned());
        if let Some(given) = given.filter(|v| !v.is_null()) {
            self.set(given);
        }
    }

    fn set(&mut self, given: Value) {
        let own = given.get("ordain").cloned().unwrap_or(given);
        match serde_json::from_value::<Settings>(own) {
            Ok(settings) if settings != self.settings => {
                self.settings = settings;
                self.changed_all();
            }
            Ok(_) => {}
            Err(error) => {
                self.client.log(MessageType::WARNING, &format!("the settings of `ordain` are not read: {error}"))
            }
        }
    }
}
