"""Emacs itself, in batch mode: the configuration of editors/emacs, and what a user sees of it."""

import shutil
import subprocess

import pytest
from conftest import PROGRAM, ROOT

CONFIGURATION = ROOT / "editors" / "emacs" / "ordain.el"

SCRIPT = """
(require 'package)
(package-initialize)
(load "{configuration}")
(setq ordain-program "{program}" ordain-settings '(:asOf "2024-04-05"))
(setq eglot-sync-connect t make-backup-files nil)
(fset 'y-or-n-p (lambda (&rest _) t))
(find-file "{order}")
(call-interactively #'eglot)
(dotimes (_ 200)
  (unless (flymake-diagnostics) (accept-process-output nil 0.1)))
(dolist (found (flymake-diagnostics))
  (princ (format "found %s\\n" (flymake-diagnostic-text found))))
(goto-char (point-min))
(search-forward "Defendants must")
(backward-char 8)
(eglot-rename "Roe")
(eglot-format-buffer)
(dolist (buffer (buffer-list))
  (with-current-buffer buffer (when (buffer-file-name) (save-buffer))))
"""


def has_eglot():
    if shutil.which("emacs") is None:
        return False
    command = ["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]
    return subprocess.run(command, capture_output=True).returncode == 0


@pytest.mark.skipif(not has_eglot(), reason="Emacs with Eglot is not installed")
def test_emacs_shows_findings_renames_and_lays_out(matter, tmp_path):
    order = matter / "plan.order"
    order.write_text(order.read_text().replace("     by February", "  by February"))
    script = tmp_path / "script.el"
    script.write_text(SCRIPT.format(configuration=CONFIGURATION, program=PROGRAM, order=order))
    ended = subprocess.run(["emacs", "--batch", "-l", script], capture_output=True, text=True, timeout=90)
    assert "Defendants have not filed answer" in ended.stdout, ended.stdout + ended.stderr
    text = order.read_text()
    assert "party Roe\n" in text and "¶ 1  Roe must file answer\n     by February 1, 2024\n" in text, text
    assert "log on Roe\n" in (matter / "record.facts").read_text()
