#!/usr/bin/env python3
"""Draws docs/report.svg, the picture in the README, from a real report.

    cargo build --release && python3 docs/picture.py
"""
import html
import re
import subprocess

COMMAND = ["check", "rules/immdef-v-mayorkas", "--as-of", "2024-04-05", "--color", "always", "--width", "80"]
COLORS = {"31": "#d8575d", "32": "#7ec07e", "33": "#d8b04a", "34": "#6fa8dc", "35": "#c39ac9", "36": "#68a0b3", "2": "#9a9a9a"}
WIDE, HIGH = 8.4, 18
ANSI = re.compile(r"\x1b\[([0-9;]*)m")


def report():
    """The first breach, then the table of verdicts and the totals."""
    run = subprocess.run(["target/release/ordain", *COMMAND], capture_output=True, text=True, check=False)
    lines = run.stdout.split("\n")
    plain = [ANSI.sub("", line) for line in lines]
    cut = next(i for i, line in enumerate(plain) if "argued “documents had" in line)
    table = next(i for i, line in enumerate(plain) if line.startswith("MTC ¶ 1   "))
    end = next(i for i, line in enumerate(plain) if line.startswith("without a verdict"))
    return lines[:cut] + ["        …", ""] + lines[table:end] + lines[-2:]


def runs(line):
    """Pieces of a line that share a style, each with its column."""
    style, column, at = [], 0, 0
    for mark in [*ANSI.finditer(line), None]:
        text = line[at : mark.start() if mark else len(line)]
        stripped = text.lstrip(" ")
        if stripped:
            yield column + len(text) - len(stripped), stripped.rstrip(), style
        column += len(text)
        if mark:
            codes = [c for c in mark.group(1).split(";") if c not in ("", "0")]
            style = codes and style + codes
            at = mark.end()


def draw(lines):
    out = []
    for row, line in enumerate(lines):
        for column, text, style in runs(line):
            color = next((COLORS[c] for c in reversed(style) if c in COLORS), "#d4d4d4")
            bold = ' font-weight="bold"' if "1" in style else ""
            # Words keep their columns whatever font the reader has.
            for word in re.finditer(r"\S+", text):
                x = 16 + (column + word.start()) * WIDE
                length = len(word.group()) * WIDE
                out.append(
                    f'<text x="{x:.1f}" y="{24 + row * HIGH}" fill="{color}"{bold} textLength="{length:.1f}">'
                    f"{html.escape(word.group())}</text>"
                )
    width, height = 32 + 80 * WIDE, 24 + len(lines) * HIGH
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
        'font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">'
        f'<rect width="100%" height="100%" rx="8" fill="#1e1e1e"/>{"".join(out)}</svg>\n'
    )


if __name__ == "__main__":
    command = "$ ordain " + " ".join(COMMAND[:4])
    with open("docs/report.svg", "w", encoding="utf-8") as file:
        file.write(draw(["\x1b[1m" + command + "\x1b[0m", ""] + report()))
