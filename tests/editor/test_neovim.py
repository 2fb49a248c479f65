"""Neovim itself, without a screen: the configuration of editors/neovim, and what a user sees of it."""

import json
import os
import shutil
import subprocess

import pytest
from conftest import PROGRAM, ROOT

CONFIGURATION = ROOT / "editors" / "neovim" / "ordain.lua"

SCRIPT = """
local results = {}
local function wait(what)
  assert(vim.wait(20000, what, 20), "nothing came within 20 seconds")
end
local function findings()
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { code = d.code, line = d.lnum, column = d.col, message = d.message })
  end
  return found
end
local client
wait(function()
  for _, c in pairs(vim.lsp.buf_get_clients(0)) do client = c end
  return client ~= nil and #findings() > 0
end)
results.findings = findings()
local position = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = 14, character = 20 } }
results.hover = client.request_sync("textDocument/hover", position, 10000, 0).result.contents.value
vim.lsp.buf.formatting_sync(nil, 10000)
results.formatted = vim.api.nvim_buf_get_lines(0, 0, -1, true)
vim.api.nvim_win_set_cursor(0, { 11, 6 })
vim.lsp.buf.rename("Roe")
wait(function() return vim.api.nvim_buf_get_lines(0, 10, 11, true)[1]:find("Roe") ~= nil end)
results.renamed = vim.api.nvim_buf_get_lines(0, 0, -1, true)
vim.cmd("OrdainVerdicts")
wait(function() return #vim.fn.getloclist(0) > 0 end)
results.verdicts = {}
for _, item in ipairs(vim.fn.getloclist(0)) do table.insert(results.verdicts, { item.lnum, item.text, item.type }) end
vim.fn.writefile({ vim.json.encode(results) }, RESULTS)
vim.cmd("qall!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_shows_findings_renames_and_lays_out(matter, tmp_path):
    order = matter / "plan.order"
    order.write_text(order.read_text().replace("     by February", "  by February"))
    results, script = tmp_path / "results.json", tmp_path / "script.lua"
    body = f"local RESULTS = {json.dumps(str(results))}\n{SCRIPT}"
    script.write_text(f"local ok, why = pcall(function()\n{body}\nend)\nif not ok then print(why) vim.cmd('cquit') end\n")
    settings = f"let g:ordain_program = '{PROGRAM}' | let g:ordain = {{'asOf': '2024-04-05'}}"
    command = ["nvim", "--headless", "--clean", "--cmd", settings, "--cmd", f"luafile {CONFIGURATION}"]
    command += ["--cmd", "filetype on", str(order), "-c", f"luafile {script}"]
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    ended = subprocess.run(command, capture_output=True, text=True, timeout=90, env=environment)
    assert results.exists(), ended.stdout + ended.stderr
    found = json.loads(results.read_text())
    assert [(d["code"], d["line"]) for d in found["findings"]] == [("D0301", 11)]
    assert "**Plan ¶ 2** (due Mon Jan. 22, 2024: met)" in found["hover"]
    assert found["formatted"][11] == "     by February 1, 2024"
    assert found["renamed"][4] == "party Roe" and found["renamed"][10] == "¶ 1  Roe must file answer"
    [line, words, kind] = found["verdicts"][0]
    assert (line, kind) == (11, "E") and words.startswith("Plan ¶ 1: due Thu Feb. 1, 2024: breached"), words
