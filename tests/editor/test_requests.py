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
async def test_layout_of_a_range_leaves_the_rest(client, matter):
    text = (matter / "plan.order").read_text().replace("     by February", "  by February").replace("     within", "  within")
    (matter / "plan.order").write_text(text)
    uri = open_file(client, matter / "plan.order")
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    where = lsp.Range(lsp.Position(14, 0), lsp.Position(14, 3))
    edits = await client.text_document_range_formatting_async(
        lsp.DocumentRangeFormattingParams(whole(uri), where, options)
    )
    assert [(e.range.start.line, e.new_text) for e in edits] == [(14, "     within 14 days after entry\n")]


@pytest.mark.asyncio
async def test_lenses_lead_to_the_reasons(client, matter):
    with (matter / "record.facts").open("a") as facts:
        facts.write("expect Plan ¶ 1 breached on April 5, 2024\nexpect Plan ¶ 2 late on April 5, 2024\n")
    uri = open_file(client, matter / "record.facts")
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(whole(uri)))
    titles = [(lens.range.start.line, lens.command.title) for lens in lenses]
    assert titles[0] == (3, "holds"), titles
    assert titles[1][1].startswith("does not hold: ") and "met" in titles[1][1], titles
    order = open_file(client, matter / "plan.order")
    [first, _] = await client.text_document_code_lens_async(lsp.CodeLensParams(whole(order)))
    assert first.command.title == "why breached, 60 days overdue at least?"
    command = lsp.ExecuteCommandParams(first.command.command, first.command.arguments)
    why = await client.workspace_execute_command_async(command)
    assert "Plan ¶ 1" in why and "February 1, 2024" in why, why
    with pytest.raises(Exception, match="has no paragraph `Plan ¶ 7`"):
        await client.workspace_execute_command_async(lsp.ExecuteCommandParams("ordain.why", [order, "Plan ¶ 7"]))


@pytest.mark.asyncio
async def test_the_views_of_a_matter_and_links_to_the_words(client, matter):
    order = matter / "plan.order"
    text = order.read_text().replace("  Dkt. 12", '  Dkt. 12\n  text "order.txt"')
    order.write_text(text.replace("2024\n\n¶ 2", '2024\n     quote "Defendants shall answer by February 1, 2024."\n\n¶ 2'))
    (matter / "order.txt").write_text(
        "ORDER\n\nDefendants shall answer by February 1, 2024.\n\nPlaintiffs shall serve a privilege log.\n"
    )
    uri = open_file(client, order)
    await findings(client, uri)

    async def ask(command):
        return await client.workspace_execute_command_async(lsp.ExecuteCommandParams(command, [uri]))

    matter_ = await ask("ordain.verdicts")
    assert (matter_["matter"], matter_["asOf"]) == ("Doe v. Roe", "2024-04-05")
    assert [(v["id"], v["verdict"]) for v in matter_["verdicts"]] == [("Plan ¶ 1", "breached"), ("Plan ¶ 2", "met")]
    assert matter_["verdicts"][0]["location"]["range"]["start"]["line"] == 11
    [plan] = await ask("ordain.orderTexts")
    assert plan["order"] == "Plan" and plan["uri"].endswith("/order.txt")
    said = [(s["range"]["start"]["line"], s["covered"], [p["id"] for p in s["paragraphs"]]) for s in plan["sentences"]]
    assert said == [(2, "quoted", ["Plan ¶ 1"]), (4, "not quoted", [])]
    links = await client.text_document_document_link_async(lsp.DocumentLinkParams(whole(uri)))
    assert [link.target.rsplit("/")[-1] for link in links] == ["order.txt", "order.txt#L3"]


@pytest.mark.asyncio
async def test_the_form_of_a_clause(client, matter):
    uri = open_file(client, matter / "plan.order")
    help_ = await client.text_document_signature_help_async(lsp.SignatureHelpParams(**at(uri, 14, 12)))
    assert "within 14 days after entry" in [s.label for s in help_.signatures]
    assert await client.text_document_signature_help_async(lsp.SignatureHelpParams(**at(uri, 8, 0))) is None


@pytest.mark.asyncio
async def test_tokens(client, matter):
    uri = open_file(client, matter / "plan.order")
    found = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(whole(uri)))
    numbers = found.data
    assert len(numbers) % 5 == 0 and len(numbers) > 50
    # `matter`, at the beginning of the file.
    assert list(numbers[:3]) == [0, 0, 6]
    where = lsp.Range(lsp.Position(10, 0), lsp.Position(11, 0))
    part = await client.text_document_semantic_tokens_range_async(lsp.SemanticTokensRangeParams(whole(uri), where))
    lines = [part.data[0]] + [n for n in part.data[5::5]]
    assert lines[0] == 10 and sum(lines) == 10


@pytest.mark.asyncio
async def test_the_page_of_a_code_and_the_names_of_courts(client, matter):
    text = (matter / "plan.order").read_text().replace("  Dkt. 12", "  Dkt. 12  -- see D0301")
    (matter / "plan.order").write_text(text)
    uri = open_file(client, matter / "plan.order")
    page = await client.text_document_hover_async(lsp.HoverParams(**at(uri, 7, 19)))
    assert page.contents.value.startswith("**D0301** `duty-breached`"), page.contents.value
    courts = await client.text_document_completion_async(lsp.CompletionParams(**at(uri, 1, 8)))
    labels = [c.label for c in courts]
    assert {"N.D. Cal.", "S.D.N.Y."} <= set(labels) and "by" not in labels


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
