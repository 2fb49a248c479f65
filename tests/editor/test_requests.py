"""Each request, against the small matter of conftest.py."""

import pytest
from lsprotocol import types as lsp

from talk import findings, open_file


def at(uri, line, column):
    return {"text_document": lsp.TextDocumentIdentifier(uri), "position": lsp.Position(line, column)}


def whole(uri):
    return lsp.TextDocumentIdentifier(uri)


EVERYTHING = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))


@pytest.mark.asyncio
async def test_hover_says_the_duty_its_day_and_its_verdict(client, matter):
    uri = open_file(client, matter / "plan.order")
    hover = await client.text_document_hover_async(lsp.HoverParams(**at(uri, 14, 20)))
    text = hover.contents.value
    assert text.startswith("**after**: the words that begin a clause"), text
    assert "**Plan ¶ 2** (due Mon Jan. 22, 2024: met)" in text, text
    assert "- who: Plaintiffs" in text and "Counted:" in text and "6(a)(1)" in text and "Dkt. 15" in text
    party = await client.text_document_hover_async(lsp.HoverParams(**at(uri, 10, 8)))
    assert party.contents.value == "**Defendants**: a party"


@pytest.mark.asyncio
async def test_hints_stand_behind_the_due_time(client, matter):
    uri = open_file(client, matter / "plan.order")
    hints = await client.text_document_inlay_hint_async(lsp.InlayHintParams(whole(uri), EVERYTHING))
    shown = [(h.position.line, h.label) for h in hints]
    assert (11, "due Thu Feb. 1, 2024: breached, 60 days overdue at least") in shown
    assert (6, "Dkt. 12") in shown


@pytest.mark.asyncio
async def test_outline_folding_and_selection(client, matter):
    uri = open_file(client, matter / "plan.order")
    symbols = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(whole(uri)))
    names = [s.name for s in symbols]
    assert names == ["Doe v. Roe", "Plaintiffs", "Defendants", "Plan"]
    assert [c.name.split()[:2] for c in symbols[3].children] == [["¶", "1"], ["¶", "2"]]
    folds = await client.text_document_folding_range_async(lsp.FoldingRangeParams(whole(uri)))
    assert (6, 14) in [(f.start_line, f.end_line) for f in folds]
    [around] = await client.text_document_selection_range_async(
        lsp.SelectionRangeParams(whole(uri), [lsp.Position(11, 9)])
    )
    lengths = []
    while around:
        lengths.append((around.range.start.line, around.range.end.line))
        around = around.parent
    assert lengths[0] == (11, 11) and len(lengths) >= 3


@pytest.mark.asyncio
async def test_definition_and_references_cross_files(client, matter):
    uri = open_file(client, matter / "plan.order")
    found = await client.text_document_definition_async(lsp.DefinitionParams(**at(uri, 10, 8)))
    assert [(d.uri, d.range.start.line) for d in found] == [(uri, 4)]
    params = lsp.ReferenceParams(context=lsp.ReferenceContext(include_declaration=True), **at(uri, 4, 8))
    found = await client.text_document_references_async(params)
    files = sorted((d.uri.rsplit("/")[-1], d.range.start.line) for d in found)
    assert files == [("plan.order", 4), ("plan.order", 10), ("record.facts", 0)]


@pytest.mark.asyncio
async def test_rename_in_every_file_and_its_refusals(client, matter):
    uri = open_file(client, matter / "plan.order")
    edit = await client.text_document_rename_async(lsp.RenameParams(new_name="Roe", **at(uri, 10, 8)))
    assert {u.rsplit("/")[-1]: len(e) for u, e in edit.changes.items()} == {"plan.order": 2, "record.facts": 1}
    for name in ["Plaintiffs", "", 'a "b"', "x ¶ 1"]:
        with pytest.raises(Exception, match="is no name|already"):
            await client.text_document_rename_async(lsp.RenameParams(new_name=name, **at(uri, 10, 8)))


@pytest.mark.asyncio
async def test_fixes(client, matter):
    text = (matter / "plan.order").read_text().replace("Defendants must", "Defendants shall")
    (matter / "plan.order").write_text(text)
    uri = open_file(client, matter / "plan.order")
    assert "S0201" in [d.code for d in await findings(client, uri)]
    where = lsp.Range(lsp.Position(10, 17), lsp.Position(10, 17))
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(whole(uri), where, lsp.CodeActionContext(diagnostics=[]))
    )
    assert [a.kind for a in actions] == ["quickfix", "source.fixAll"]
    assert [e.new_text for e in actions[0].edit.changes[uri]] == ["must"]


@pytest.mark.asyncio
async def test_completion_by_place(client, matter):
    uri = open_file(client, matter / "plan.order")
    clauses = await client.text_document_completion_async(lsp.CompletionParams(**at(uri, 11, 5)))
    labels = [c.label for c in clauses]
    assert "by" in labels and "within" in labels and "Defendants" not in labels
    words = await client.text_document_completion_async(lsp.CompletionParams(**at(uri, 10, 25)))
    labels = [c.label for c in words]
    assert {"Defendants", "Plan", "Plan ¶ 1", "file"} <= set(labels)
    assert len(await client.text_document_completion_async(lsp.CompletionParams(**at(uri, 0, 9)))) == 0


@pytest.mark.asyncio
async def test_layout(client, matter):
    text = (matter / "plan.order").read_text().replace("     by February", "  by February")
    (matter / "plan.order").write_text(text)
    uri = open_file(client, matter / "plan.order")
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await client.text_document_formatting_async(lsp.DocumentFormattingParams(whole(uri), options))
    assert [(e.range.start.line, e.new_text) for e in edits] == [(11, "     by February 1, 2024\n")]


@pytest.mark.asyncio
async def test_another_day(client, matter):
    uri = open_file(client, matter / "plan.order")
    assert await findings(client, uri)
    await client.workspace_execute_command_async(lsp.ExecuteCommandParams("ordain.asOf", ["2024-01-15"]))
    hover = await client.text_document_hover_async(lsp.HoverParams(**at(uri, 11, 7)))
    assert "pending, due in 17 days" in hover.contents.value
    with pytest.raises(Exception, match="is no day"):
        await client.workspace_execute_command_async(lsp.ExecuteCommandParams("ordain.asOf", ["soon"]))


@pytest.mark.asyncio
async def test_places_past_the_end_and_unknown_requests(client, matter):
    uri = open_file(client, matter / "plan.order")
    far = 4_000_000_000 - 2_000_000_000
    assert await client.text_document_definition_async(lsp.DefinitionParams(**at(uri, far, far))) in ([], (), None)
    with pytest.raises(Exception, match="names no file that is open"):
        await client.text_document_hover_async(lsp.HoverParams(**at("file:///nowhere.order", 0, 0)))
