"""What happens to a server in a long day: random edits, two matters, files that go away, a huge file."""

import asyncio
import pathlib
import random
import shutil

import pytest
from lsprotocol import types as lsp
from talk import change, findings, open_file

PIECES = ["¶ 3  ", "must ", "by May 1, 2024\n", "\n\n", "Defendants ", '"', "“a”", " within 7 days after entry", "𝛼", "\r\n", ""]


def shown(found):
    return sorted((d.code, d.message, repr(d.range)) for d in found)


def edited(text, where, new):
    lines = text.split("\n")
    before = "\n".join(lines[: where.start.line] + [lines[where.start.line][: where.start.character]])
    after = "\n".join([lines[where.end.line][where.end.character :]] + lines[where.end.line + 1 :])
    return before + new + after


@pytest.mark.asyncio
async def test_random_edits_leave_what_a_fresh_look_finds(client, matter):
    """Every answer is that of the text as it is, whatever came before."""
    rng = random.Random(20240405)
    uri = open_file(client, matter / "plan.order")
    text, version = (matter / "plan.order").read_text(), 1
    for step in range(40):
        for _ in range(rng.randint(1, 4)):
            lines = text.split("\n")
            line = rng.randrange(len(lines))
            # Columns of the client count two for a letter outside the plane: none is cut here.
            if "𝛼" in lines[line] or "\r" in text:
                line, start, end = 0, 0, 0
            else:
                start = rng.randint(0, len(lines[line]))
                end = rng.randint(start, len(lines[line]))
            where = lsp.Range(lsp.Position(line, start), lsp.Position(line, end))
            new = rng.choice(PIECES[:-2])
            version += 1
            change(client, uri, version, where, new)
            text = edited(text, where, new)
        now = await findings(client, uri, version)
        # A fresh look: the file is closed and opened again with the same text.
        client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        version += 1
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "ordain", version, text)))
        fresh = await findings(client, uri, version)
        assert shown(now) == shown(fresh), f"step {step}\n{text}"


@pytest.mark.asyncio
async def test_memory_is_steady_over_many_edits(client, matter):
    uri = open_file(client, matter / "plan.order")
    await findings(client, uri)
    process = pathlib.Path(f"/proc/{client._server.pid}/statm")
    if not process.exists():
        pytest.skip("no /proc on this system")
    where = lsp.Range(lsp.Position(10, 5), lsp.Position(10, 15))
    sizes = []
    for version in range(2, 602):
        change(client, uri, version, where, "Plaintiffs" if version % 2 else "Defendants")
        if version % 100 == 1:
            await findings(client, uri, version)
            sizes.append(int(process.read_text().split()[1]) * 4096)
    assert sizes[-1] - sizes[0] < 8 * 1024 * 1024, sizes


@pytest.mark.asyncio
async def test_two_matters_do_not_mix(client, matter, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "plan.order").write_text((matter / "plan.order").read_text().replace("Defendants", "Umber"))
    first = open_file(client, matter / "plan.order")
    second = open_file(client, other / "plan.order")
    assert [d.code for d in await findings(client, first)] == ["D0301"]
    found = await findings(client, second)
    assert "D0301" not in [d.code for d in found] and any("Umber" in d.message for d in found), found
    answer = await client.workspace_execute_command_async(lsp.ExecuteCommandParams("ordain.verdicts", [second]))
    assert any(v["ordered"] == "Umber must file answer" for v in answer["verdicts"]), answer


@pytest.mark.asyncio
async def test_a_folder_that_is_deleted_while_its_file_is_open(client, matter):
    uri = open_file(client, matter / "plan.order")
    assert await findings(client, uri)
    shutil.rmtree(matter)
    change(client, uri, 2, lsp.Range(lsp.Position(10, 5), lsp.Position(10, 15)), "Plaintiffs")
    found = await findings(client, uri, 2)
    # The record is gone with the folder: nothing is breached any more.
    assert "D0301" not in [d.code for d in found]
    hover = await client.text_document_hover_async(
        lsp.HoverParams(text_document=lsp.TextDocumentIdentifier(uri), position=lsp.Position(10, 8))
    )
    assert hover.contents.value == "**Plaintiffs**: a party"


@pytest.mark.asyncio
async def test_a_huge_file_is_answered(client, tmp_path):
    uri = (tmp_path / "huge.order").as_uri()
    text = "-- " + "x" * 1000 + "\n"
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "ordain", 1, text * 10_000))
    )
    await findings(client, uri, 1, seconds=60)
    folds = await asyncio.wait_for(
        client.text_document_folding_range_async(lsp.FoldingRangeParams(lsp.TextDocumentIdentifier(uri))), 60
    )
    assert [(f.start_line, f.end_line) for f in folds] == [(0, 9999)]


@pytest.mark.asyncio
async def test_a_client_that_asks_for_nothing_more_and_one_that_gives_up(client, matter):
    uri = open_file(client, matter / "plan.order")
    await findings(client, uri)
    # A change, a request, a change: the request is given up, and the newest text is answered.
    change(client, uri, 2, lsp.Range(lsp.Position(10, 5), lsp.Position(10, 15)), "Nobody")
    position = lsp.HoverParams(text_document=lsp.TextDocumentIdentifier(uri), position=lsp.Position(10, 8))
    asked = client.text_document_hover_async(position)
    change(client, uri, 3, lsp.Range(lsp.Position(10, 5), lsp.Position(10, 11)), "Defendants")
    try:
        await asked
    except Exception as refusal:
        assert "changed" in str(refusal)
    assert [d.code for d in await findings(client, uri, 3)] == ["D0301"]
