"""What tests say to the server, in few words."""

import asyncio

from lsprotocol import types as lsp


def open_file(client, path, language="ordain"):
    uri = path.as_uri()
    item = lsp.TextDocumentItem(uri=uri, language_id=language, version=1, text=path.read_bytes().decode())
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    return uri


def change(client, uri, version, where, text):
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            text_document=lsp.VersionedTextDocumentIdentifier(version=version, uri=uri),
            content_changes=[lsp.TextDocumentContentChangePartial(range=where, text=text)],
        )
    )


def close(client, uri):
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))


class Published:
    """Every answer of the server about a file, in order."""

    def __init__(self, client):
        self.all = []

        # The client of pytest-lsp keeps the last only, and not of which version it is.
        client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = self.all.append

    def last(self, uri, version):
        fitting = [p for p in self.all if p.uri == uri and p.version == version]
        return fitting[-1] if fitting else None


async def findings(client, uri, version=1, seconds=20):
    """The findings of a file in a version of it, once they are published."""
    published = client.published
    for _ in range(seconds * 50):
        if (last := published.last(uri, version)) is not None:
            return last.diagnostics
        await asyncio.sleep(0.02)
    raise AssertionError(f"no findings of {uri} version {version}: {published.all}")
