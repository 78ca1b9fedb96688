"""Reports as SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from opengov_local import __version__, messages
from opengov_local.report.where import from_where, way

if TYPE_CHECKING:
    from opengov_local.finding import Finding, Location, Severity
    from opengov_local.validation.report import Report

TOOL: Final = "opengov-local"
SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "opengovLocal/v1"
"""Name of the fingerprint; it gets another number when what goes into it changes."""
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_CELLS: Final = ("sheet", "table", "cell", "paragraph")


def render(reports: Iterable[Report], language: str) -> str:
    """Writes reports as one SARIF log with one run."""
    shown = tuple(reports)
    findings = [(report, finding) for report in shown for finding in report.findings]
    sources = {finding.code: report.source_of(finding.code, language) for report, finding in findings}
    codes = sorted({finding.code for _, finding in findings})
    index = {code: position for position, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": TOOL,
                "version": __version__,
                "language": language,
                "rules": [_rule(code, sources.get(code), language) for code in codes],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, index, language) for report, finding in findings],
        "properties": {"reports": [_about(report) for report in shown]},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _about(report: Report) -> dict[str, Any]:
    """Gives what a report says beside its findings."""
    source = None if report.source is None else messages.escaped(report.source)
    return {
        "source": source,
        "valid": report.valid,
        "counts": dict(report.counts),
        "cuts": [messages.escaped(pointer) for pointer in report.cuts],
        "unshown": dict(report.unshown),
        "ignored": report.ignored,
        "known": report.known,
        "gone": report.gone,
        "profiles": list(report.profiles),
        "today": report.today,
    }


def _rule(code: str, source: str | None, language: str) -> dict[str, Any]:
    """Describes a code: GitHub demands both descriptions and a help, and shows the help beside the finding."""
    text = messages.title(code, language)
    family = messages.word("families", code.partition("/")[0], language)
    guide = messages.guide(code, language)
    return {
        "id": code,
        "shortDescription": {"text": text},
        "fullDescription": {"text": messages.meaning(code, language)},
        "help": {"text": f"{guide}\n{from_where(source, language)}" if source else guide},
        "properties": {"tags": [family]},
    }


def _result(report: Report, finding: Finding, index: dict[str, int], language: str) -> dict[str, Any]:
    said = f"{messages.render(finding, language)} {messages.advice(finding, language)}".strip()
    place = finding.location
    cells = {name: _harmless(getattr(place, name)) for name in _CELLS if getattr(place, name) is not None}
    identifier = report.object_of(finding)
    named = {} if identifier is None else {"object": messages.escaped(identifier)}
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [_location(report, finding, language)],
        **_related(finding),
        "partialFingerprints": {FINGERPRINT: report.fingerprint(finding)},
        "properties": {**named, **cells},
    }


def _location(report: Report, finding: Finding, language: str) -> dict[str, Any]:
    pointer = messages.escaped(finding.location.pointer)
    words = way(report.trail(finding), language)
    logical = {"fullyQualifiedName": pointer or "/", "kind": "element", **({"name": words} if words else {})}
    return {**_physical(finding.location), "logicalLocations": [logical]}


def _related(finding: Finding) -> dict[str, Any]:
    """Gives the other place that a finding speaks of, where the file has lines."""
    physical = _physical(finding.related) if finding.related else {}
    return {"relatedLocations": [physical]} if physical else {}


def _physical(place: Location) -> dict[str, Any]:
    if place.source in (None, "-"):
        return {}
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(str(place.source))}}
    if place.line is not None:
        column = {} if place.column is None else {"startColumn": place.column}
        physical["region"] = {"startLine": place.line, **column}
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    """Writes a path as a URI reference; its bytes are kept, also where they are no UTF-8.

    GitHub finds files by their path from the folder that is checked: one below the present folder is named so, however
    it was given. Any other absolute path gets its scheme.
    """
    full, here = os.path.abspath(path), os.path.join(os.getcwd(), "")  # noqa: PTH100, PTH109, PTH118 - no link is followed
    below = full.startswith(here)
    scheme = "file://" if os.path.isabs(path) and not below else ""  # noqa: PTH117
    plain = full[len(here) :] if below else path
    return scheme + quote(os.fsencode(plain.replace(os.sep, "/")), safe="/")


def _harmless(value: str | int) -> str | int:
    return messages.escaped(value) if isinstance(value, str) else value
