"""The tree-sitter grammar against the reader of Ordain: no error node, and statements begin at the same places."""

import asyncio
import ctypes
import re
import shutil
import subprocess

import pytest
from conftest import ROOT
from lsprotocol import types as lsp
from talk import findings

GRAMMAR = ROOT / "editors" / "tree-sitter-ordain"
BLOCK = re.compile(r"^```(order|facts)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
MANUAL = ["docs/language.md", "docs/first-order.md", "docs/tables.md"]
STATEMENTS = {"declaration", "expectation", "paragraph", "fact"}


def texts():
    for end in ("order", "facts"):
        for path in sorted((ROOT / "rules").rglob(f"*.{end}")):
            yield f"{path.relative_to(ROOT)}", end, path.read_text()
    for page in MANUAL:
        for i, (end, text) in enumerate(BLOCK.findall((ROOT / page).read_text())):
            yield f"{page} block {i + 1}", end, text


@pytest.fixture(scope="module")
def language(tmp_path_factory):
    tree_sitter = pytest.importorskip("tree_sitter")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler is installed")
    library = tmp_path_factory.mktemp("parser") / "ordain.so"
    source = GRAMMAR / "src"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", f"-I{source}", "-o", library, source / "parser.c"], check=True)
    made = ctypes.cdll.LoadLibrary(str(library)).tree_sitter_ordain
    made.restype = ctypes.c_void_p
    new = ctypes.pythonapi.PyCapsule_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return tree_sitter.Language(new(made(), b"tree_sitter.Language", None))


@pytest.fixture(scope="module")
def parser(language):
    return pytest.importorskip("tree_sitter").Parser(language)


def errors(node):
    if node.type == "ERROR" or node.is_missing:
        yield node
    for child in node.children:
        yield from errors(child)


def test_no_text_has_an_error(parser):
    count = 0
    for name, _, text in texts():
        root = parser.parse(text.encode()).root_node
        assert not list(errors(root)), f"{name}: {[(e.start_point, e.text[:60]) for e in errors(root)][:3]}"
        count += 1
    assert count > 150


def test_words_are_colored(language, parser):
    tree_sitter = pytest.importorskip("tree_sitter")
    text = (
        "-- a note\nparty Teal & Co.\norder Plan \"Plan\", entered March 4, 2024\n  Dkt. 12\n"
        "¶ 1  Teal must file brief\n     by May 6, 2024\nexpect Plan ¶ 1 met on May 7, 2024\n"
    ).encode()
    root = parser.parse(text).root_node
    found = {}
    for name in ("highlights", "folds", "locals"):
        query = tree_sitter.Query(language, (GRAMMAR / "queries" / f"{name}.scm").read_text())
        for capture, nodes in tree_sitter.QueryCursor(query).captures(root).items():
            found.setdefault(capture, []).extend(node.text.decode() for node in nodes)
    assert found["comment"] == ["-- a note"] and found["string"] == ['"Plan"']
    assert {"party", "order", "by", "expect"} <= set(found["keyword"]) and found["keyword.operator"] == ["must"]
    assert found["type"] == ["Teal & Co.", "Plan"] and found["constant.builtin"] == ["met"]
    assert "May 6, 2024" in found["number"] and "¶ 1" in found["label"]
    assert len(found["fold"]) == 4 and len(found["local.definition.type"]) == 2


@pytest.mark.asyncio
async def test_statements_begin_where_the_reader_begins_them(client, parser, tmp_path):
    compared = 0
    for i, (name, end, text) in enumerate(texts()):
        path = tmp_path / str(i) / f"text.{end}"
        path.parent.mkdir()
        path.write_text(text)
        uri = path.as_uri()
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "ordain", 1, text)))
        await findings(client, uri)
        root = parser.parse(text.encode()).root_node
        mine = {n.start_point[0] for n in root.children if n.type in STATEMENTS}
        positions = [lsp.Position(line, 0) for line in range(text.count("\n") + 1)]
        params = lsp.SelectionRangeParams(lsp.TextDocumentIdentifier(uri), positions)
        reader = set()
        for around in await client.text_document_selection_range_async(params):
            chain = []
            while around:
                chain.append(around.range.start.line)
                around = around.parent
            # The outermost is the file; inside it is the statement, where there is one.
            if len(chain) >= 2:
                reader.add(chain[-2])
        # What the reader cannot read (some examples fail on purpose) it leaves out.
        assert reader <= mine, f"{name}: the reader alone begins statements in {sorted(reader - mine)}"
        if name.startswith("rules"):
            assert reader == mine, f"{name}: the grammar alone begins statements in {sorted(mine - reader)}"
        compared += len(reader)
        client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        await asyncio.sleep(0)
    assert compared > 800
