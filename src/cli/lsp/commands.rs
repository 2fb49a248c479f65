//! The commands that a client may send: what the protocol has no request for.

use lsp_types::{ExecuteCommandParams, Uri};
use serde_json::Value;

use super::home::{Home, Open};
use crate::cli::input::name_of_matter;
use crate::disk::Folder;
use crate::papers::Papers;
use ordain_core::session::{Inputs, cover_with};
use ordain_editor::Snapshot;
use ordain_editor::requests::code_lenses::{self, WHY};
use ordain_editor::requests::views::{self, ORDER_TEXTS, VERDICTS};

/// The command that sets the day that verdicts are for.
const AS_OF: &str = "ordain.asOf";

/// The name of each, as the server tells it.
pub(super) const NAMES: [&str; 4] = [AS_OF, WHY, VERDICTS, ORDER_TEXTS];

/// What a client asks for.
pub(super) enum Command {
    /// The day of the verdicts; today at the court where there is none.
    ShowDay(Option<String>),
    /// Something of the matter of a file.
    OfMatter(Uri, Asked),
}

/// What is asked of a matter.
pub(super) enum Asked {
    /// Every reason of the verdict of a paragraph.
    Why(String),
    Verdicts,
    OrderTexts,
}

impl Command {
    /// # Errors
    /// In words for the user: there is no such command, or something is missing.
    pub(super) fn of(params: &ExecuteCommandParams) -> Result<Self, String> {
        let argument = |i: usize| params.arguments.get(i).and_then(Value::as_str).map(str::to_owned);
        let asked = match params.command.as_str() {
            AS_OF => return Ok(Self::ShowDay(argument(0))),
            WHY => Asked::Why(argument(1).ok_or("name the address of a file and a paragraph")?),
            VERDICTS => Asked::Verdicts,
            ORDER_TEXTS => Asked::OrderTexts,
            other => return Err(format!("there is no command `{other}`")),
        };
        let address = argument(0).ok_or("name the address of a file")?;
        let uri = address.parse().map_err(|_| format!("`{address}` is no address"))?;
        Ok(Self::OfMatter(uri, asked))
    }
}

/// The answer of a matter.
///
/// # Errors
/// In words for the user.
pub(super) fn answer(asked: &Asked, snapshot: &Snapshot, home: &Home, open: &Open) -> Result<Value, String> {
    match asked {
        Asked::Why(paragraph) => code_lenses::why(snapshot, paragraph).map(Value::String),
        Asked::Verdicts => Ok(views::verdicts(snapshot)),
        Asked::OrderTexts => {
            let (texts, _) = home.texts(open);
            let tables = Folder { folder: home.folder().to_owned(), outside: false };
            let inputs = Inputs { tables: Some(&tables), papers: Some(&Papers), ..Inputs::default() };
            let cover = cover_with(texts, &inputs, &name_of_matter(&[home.path().to_owned()]));
            Ok(views::order_texts(snapshot, &cover))
        }
    }
}
