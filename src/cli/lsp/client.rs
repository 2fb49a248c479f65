//! What the server says to the client.

use lsp_server::{Connection, ErrorCode, Notification, Request, RequestId, Response};
use lsp_types::notification as note;
use lsp_types::{LogMessageParams, MessageType, PublishDiagnosticsParams, Uri};
use serde_json::json;

use crate::cli::streams::write_note;

/// The id of the only request that the server makes.
pub(super) const SETTINGS_ID: &str = "ordain-settings";

/// The client, as far as the server speaks to it. Where it is gone, the next read ends the server.
pub(super) struct Client<'c>(pub(super) &'c Connection);

impl Client<'_> {
    pub(super) fn publish(&self, uri: Option<Uri>, version: Option<i32>, diagnostics: Vec<lsp_types::Diagnostic>) {
        if let Some(uri) = uri {
            self.notify::<note::PublishDiagnostics>(PublishDiagnosticsParams { uri, diagnostics, version });
        }
    }

    pub(super) fn log(&self, kind: MessageType, text: &str) {
        write_note(text);
        self.notify::<note::LogMessage>(LogMessageParams { typ: kind, message: text.to_owned() });
    }

    fn notify<N: note::Notification>(&self, params: N::Params) {
        let _ = self.0.sender.send(Notification::new(N::METHOD.to_owned(), params).into());
    }

    pub(super) fn send(&self, response: Response) {
        // Where the client is gone, the next read ends the loop.
        let _ = self.0.sender.send(response.into());
    }

    pub(super) fn refuse(&self, requests: Vec<Request>, why: &str) {
        for request in requests {
            self.send(Response::new_err(request.id, ErrorCode::ContentModified as i32, why.to_owned()));
        }
    }

    pub(super) fn ask_for_settings(&self, can_be_asked: bool) {
        if can_be_asked {
            let params = json!({ "items": [{ "section": "ordain" }] });
            let id = RequestId::from(SETTINGS_ID.to_owned());
            let _ = self.0.sender.send(Request::new(id, "workspace/configuration".to_owned(), params).into());
        }
    }
}
