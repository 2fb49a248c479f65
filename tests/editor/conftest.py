"""A language server for each test, over the standard streams: the program that cargo built."""

import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from talk import Published
from pytest_lsp import ClientServerConfig, LanguageClient

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ORDAIN", str(ROOT / "target" / "debug" / "ordain"))

ORDER = """\
matter "Doe v. Roe"
  court N.D. Cal.

party Plaintiffs
party Defendants

order Plan "Discovery Plan"
  Dkt. 12
  entered January 8, 2024

¶ 1  Defendants must file answer
     by February 1, 2024

¶ 2  Plaintiffs must serve privilege log
     within 14 days after entry
"""

FACTS = """\
on January 20, 2024 Plaintiffs served privilege log on Defendants
  source Dkt. 15
the record is complete through April 1, 2024 for filings
"""


@pytest.fixture
def matter(tmp_path):
    """A small matter in a folder of its own."""
    (tmp_path / "plan.order").write_text(ORDER)
    (tmp_path / "record.facts").write_text(FACTS)
    return tmp_path


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[PROGRAM, "lsp"]))
async def client(client_: LanguageClient):
    parameters = lsp.InitializeParams(
        capabilities=pytest_lsp.client_capabilities("visual-studio-code"),
        root_uri=None,
        initialization_options={"asOf": "2024-04-05"},
    )
    client_.published = Published(client_)
    client_.set_configuration({"ordain": {"asOf": "2024-04-05"}})
    await client_.initialize_session(parameters)
    yield
    await client_.shutdown_session()
