//! From a request to its answer.

use lsp_server::{ErrorCode, Request, RequestId, Response};
use lsp_types::request::{self as ask, Request as _};
use lsp_types::{DocumentSymbolResponse, GotoDefinitionResponse, PrepareRenameResponse, SemanticTokens};
use ordain_editor::{Snapshot, requests};
use serde_json::Value;

/// The address of the file that a request is about.
pub(super) fn address_of(request: &Request) -> Option<lsp_types::Uri> {
    let text = request.params.get("textDocument")?.get("uri")?.as_str()?;
    text.parse().ok()
}

/// The answer of a matter to a request about one of its files.
pub(super) fn answer(matter: &Snapshot, path: &str, request: Request) -> Response {
    use requests as on;
    match request.method.as_str() {
        ask::HoverRequest::METHOD => with::<ask::HoverRequest>(request, |p| {
            Ok(on::hover::hover(matter, path, p.text_document_position_params.position))
        }),
        ask::Completion::METHOD => with::<ask::Completion>(request, |p| {
            Ok(Some(on::completion::completion(matter, path, p.text_document_position.position).into()))
        }),
        ask::GotoDefinition::METHOD => with::<ask::GotoDefinition>(request, |p| {
            let found = on::definition::definition(matter, path, p.text_document_position_params.position);
            Ok(Some(GotoDefinitionResponse::Array(found)))
        }),
        ask::References::METHOD => with::<ask::References>(request, |p| {
            let at = p.text_document_position.position;
            Ok(Some(on::definition::references(matter, path, at, p.context.include_declaration)))
        }),
        ask::DocumentHighlightRequest::METHOD => with::<ask::DocumentHighlightRequest>(request, |p| {
            Ok(Some(on::definition::highlights(matter, path, p.text_document_position_params.position)))
        }),
        ask::PrepareRenameRequest::METHOD => with::<ask::PrepareRenameRequest>(request, |p| {
            let (range, placeholder) = on::rename::prepare_rename(matter, path, p.position)?;
            Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder }))
        }),
        ask::Rename::METHOD => with::<ask::Rename>(request, |p| {
            on::rename::rename(matter, path, p.text_document_position.position, &p.new_name).map(Some)
        }),
        ask::DocumentSymbolRequest::METHOD => with::<ask::DocumentSymbolRequest>(request, |_| {
            Ok(Some(DocumentSymbolResponse::Nested(on::symbols::document_symbols(matter, path))))
        }),
        ask::FoldingRangeRequest::METHOD => {
            with::<ask::FoldingRangeRequest>(request, |_| Ok(Some(on::folding::folding_ranges(matter, path))))
        }
        ask::SelectionRangeRequest::METHOD => with::<ask::SelectionRangeRequest>(request, |p| {
            Ok(Some(on::folding::selection_ranges(matter, path, &p.positions)))
        }),
        ask::InlayHintRequest::METHOD => {
            with::<ask::InlayHintRequest>(request, |p| Ok(Some(on::inlay_hints::inlay_hints(matter, path, p.range))))
        }
        ask::CodeActionRequest::METHOD => with::<ask::CodeActionRequest>(request, |p| {
            let found = on::code_actions::code_actions(matter, path, p.range);
            Ok(Some(found.into_iter().map(Into::into).collect()))
        }),
        ask::Formatting::METHOD => {
            with::<ask::Formatting>(request, |_| Ok(Some(on::formatting::formatting(matter, path))))
        }
        ask::RangeFormatting::METHOD => {
            with::<ask::RangeFormatting>(request, |p| Ok(Some(on::formatting::range_formatting(matter, path, p.range))))
        }
        ask::CodeLensRequest::METHOD => {
            with::<ask::CodeLensRequest>(request, |_| Ok(Some(on::code_lenses::code_lenses(matter, path))))
        }
        ask::SignatureHelpRequest::METHOD => with::<ask::SignatureHelpRequest>(request, |p| {
            Ok(on::signature_help::signature_help(matter, path, p.text_document_position_params.position))
        }),
        ask::SemanticTokensFullRequest::METHOD => {
            with::<ask::SemanticTokensFullRequest>(request, |_| Ok(Some(tokens(matter, path, None).into())))
        }
        ask::SemanticTokensRangeRequest::METHOD => {
            with::<ask::SemanticTokensRangeRequest>(request, |p| Ok(Some(tokens(matter, path, Some(p.range)).into())))
        }
        ask::DocumentLinkRequest::METHOD => {
            with::<ask::DocumentLinkRequest>(request, |_| Ok(Some(on::document_links::document_links(matter, path))))
        }
        other => {
            let why = format!("ordain does not answer `{other}`");
            Response::new_err(request.id, ErrorCode::MethodNotFound as i32, why)
        }
    }
}

fn tokens(matter: &Snapshot, path: &str, range: Option<lsp_types::Range>) -> SemanticTokens {
    SemanticTokens { result_id: None, data: requests::semantic_tokens::semantic_tokens(matter, path, range) }
}

/// Reads the parameters of a request, and writes its result; a refusal in words goes to the user.
pub(super) fn with<R: ask::Request>(
    request: Request,
    work: impl FnOnce(R::Params) -> Result<R::Result, String>,
) -> Response {
    let (id, params): (RequestId, Value) = (request.id, request.params);
    match serde_json::from_value::<R::Params>(params) {
        Err(error) => Response::new_err(id, ErrorCode::InvalidParams as i32, error.to_string()),
        Ok(params) => match work(params) {
            Ok(result) => Response::new_ok(id, result),
            Err(why) => Response::new_err(id, ErrorCode::RequestFailed as i32, why),
        },
    }
}
