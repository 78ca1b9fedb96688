"""Reports to render: one of the faulty example, and those full of hostile texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import opengov_local as ogl
from opengov_local.document import Document
from opengov_local.finding import SEVERITIES, Finding, Location, pointer_of
from opengov_local.json_places import JsonLocator
from opengov_local.resources import data_folder
from opengov_local.validation.report import Report

EXAMPLES = data_folder("examples")
TODAY = date(2026, 11, 23)

HOSTILE: tuple[str, ...] = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>', "' onmouseover='alert(1)", "</title><h1>x", "--><!--", "]]>", "<![CDATA[x]]>",
    "&lt;&amp;&#x3c;", "javascript:alert(1)", "{{ 7 * 7 }}", "{% raw %}", "{n}", "{found}", "%s%n", "\\", '"', "'",
    ",", ";", '","', '"\n=1+1', "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", " =1+1", "\r=1+1", "＝1+1",
    '=HYPERLINK("x")', "=cmd|' /C calc'!A0", "::error file=x,line=1::injected", "a\n::error::injected",
    "%0A::error::x", "%25", "##[error]x", "\x1b[31mred\x1b[0m", "\x1b]8;;x:y\x1b\\link", "\x07", "\x00", "\x7f",
    "\x9b31m", "a\rb", "a\x0bb\x0cc", "a\x85b\u2028c\u2029d", "\u202eturned", "\u2066open", "\u2069closed",
    "\u2067\u2069\u2069", "\u200f\u200e", "\u061c", "\ufeff", "\xad", "\u200b", "\ufffe", "\U000e0001",
    "شارع 12، «نص»", "مدينة (abc) 12", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "e\u0301" * 50, "x" * 5000, " ",
    "",
)  # fmt: skip
"""Made up: markup, formulas, workflow commands, escape codes, direction marks, what templates and parsers trip over."""


def faulty() -> Report:
    """Gives the report of the example that is faulty on purpose."""
    path = EXAMPLES / "synthetic" / "faulty-plan.json"
    report = ogl.validate(path, today=TODAY)
    return Report(
        "examples/synthetic/faulty-plan.json",
        report.findings,
        cuts=report.cuts,
        today=report.today,
        document=report.document,
    )


def clean() -> Report:
    """Gives a report without findings."""
    return ogl.validate(EXAMPLES / "agadir-ogp-2025.json", today=TODAY)


def quoting(strings: tuple[str, ...]) -> Report:
    """Gives a report in which each text is value, key, id, title, name of the file and of the sheet at once."""
    tree = {"plans": [{"id": text, "title": {"fr": text}, "x": text, text: text} for text in strings]}
    findings = []
    for position, text in enumerate(strings):
        severity = SEVERITIES[position % 3]
        where = Location(pointer_of(("plans", position, text)), text, sheet=text, cell=text)
        value = Location(pointer_of(("plans", position, "title", "fr")), text, position + 1, 1)
        findings += [
            Finding("structure/bad-format", severity, value, {"found": text, "format": "date"}),
            Finding("structure/unknown-field", severity, where, {"field": text, "suggestion": text}),
            Finding("integrity/dangling-reference", severity, value, {"id": text, "kinds": (text, text)}),
        ]
    raw = json.dumps(tree).encode()
    document = Document(tree, strings[0], "json", JsonLocator(raw))
    return Report(strings[0], tuple(findings), cuts=strings, today="2026-11-23", document=document)


def judged(strings: tuple[str, ...]) -> Report:
    """Gives the report on a plan in which hostile texts stand in the place of every text there is."""
    source = cycle(text for text in strings if "\ufffe" not in text)  # such a text ends the check at the first step
    tree = _filled(json.loads((EXAMPLES / "synthetic" / "full-plan.json").read_bytes()), source)
    report = ogl.validate(json.dumps(tree).encode(), today=TODAY)
    return replace(report, findings=report.findings[::-1][:300])


def _filled(node: Any, source: Iterator[str]) -> Any:
    if isinstance(node, dict):
        return {**{key: _filled(value, source) for key, value in node.items()}, next(source): next(source)}
    if isinstance(node, list):
        return [_filled(value, source) for value in node]
    return next(source) if isinstance(node, str) else node


def naughty(corpus: Path) -> tuple[str, ...]:
    """Gives the big list of naughty strings."""
    loaded: list[str] = json.loads((corpus / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    return tuple(loaded)
