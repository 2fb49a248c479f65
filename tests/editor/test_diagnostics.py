"""Findings as somebody types."""

import pytest
from lsprotocol import types as lsp

from talk import change, close, findings, open_file


@pytest.mark.asyncio
async def test_findings_are_shown_when_a_file_is_opened(client, matter):
    uri = open_file(client, matter / "plan.order")
    found = await findings(client, uri)
    assert [(d.code, d.severity.name) for d in found] == [("D0301", "Warning")]
    breach = found[0]
    assert "Defendants have not filed answer" in breach.message
    assert breach.range.start.line == 11
    assert breach.code_description.href.endswith("/D0301.md")
    assert breach.related_information and breach.related_information[0].location.uri == uri


@pytest.mark.asyncio
async def test_the_open_text_goes_before_the_disk(client, matter):
    uri = open_file(client, matter / "plan.order")
    await findings(client, uri)
    change(client, uri, 2, lsp.Range(lsp.Position(10, 5), lsp.Position(10, 15)), "Defendnts")
    found = await findings(client, uri, 2)
    assert "N0202" in [d.code for d in found], [d.message for d in found]
    change(client, uri, 3, lsp.Range(lsp.Position(10, 5), lsp.Position(10, 14)), "Defendants")
    assert [d.code for d in await findings(client, uri, 3)] == ["D0301"]


@pytest.mark.asyncio
async def test_findings_of_a_closed_matter_are_taken_back(client, matter):
    uri = open_file(client, matter / "plan.order")
    assert await findings(client, uri)
    close(client, uri)
    assert not await findings(client, uri, None)


@pytest.mark.asyncio
async def test_a_file_outside_any_matter_and_one_that_was_never_saved(client, tmp_path):
    uri = "untitled:Untitled-1"
    document = lsp.TextDocumentItem(uri=uri, language_id="ordain", version=1, text="party Wren\n\norder Plan\n  entered May 1, 2024\n\n¶ 1  Wren shall file brief\n     by May 2, 2024\n")
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    assert "S0201" in [d.code for d in await findings(client, uri, 1)]
    (tmp_path / "record.facts").write_text("on May 1, 2024 Wren filed brief\n")
    alone = open_file(client, tmp_path / "record.facts")
    assert [d.code for d in await findings(client, alone, 1)]


@pytest.mark.asyncio
async def test_columns_behind_letters_outside_the_plane_and_windows_lines(client, matter):
    text = (matter / "plan.order").read_text().replace("\n", "\r\n").replace("Defendants must file", "𝛼 must file")
    (matter / "plan.order").write_bytes(text.encode())
    uri = open_file(client, matter / "plan.order")
    found = await findings(client, uri)
    unknown = next(d for d in found if d.range.start.line == 10)
    assert (unknown.range.start.character, unknown.range.end.character) == (5, 7)
