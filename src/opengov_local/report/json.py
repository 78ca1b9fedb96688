"""Reports as JSON, for programs: codes, places and parameters, with the message in one language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from opengov_local import messages

if TYPE_CHECKING:
    from opengov_local.document import Import
    from opengov_local.finding import Finding
    from opengov_local.validation.report import Report

_UNSEEN: Final = re.compile(
    "[\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066\\u2067\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff\\ufffe\\uffff]"
)
"""Control characters of U+0080, marks of direction (but those around what a message quotes), ends of lines, halves of
characters, and what is no character."""


def render(
    reports: Iterable[Report], language: str, imported: Import | None = None, exported: Sequence[Finding] = ()
) -> str:
    """Writes reports as one JSON object: `reports`, one for each source, and `counts` over all of them.

    Args:
        reports: the reports.
        language: language of the messages.
        imported: what reading gave, where there is one report: `import` then holds the account and the layout.
        exported: what a format that was written leaves out, where there is one report: `export` then holds it.
    """
    found = [_report(report, language) for report in reports]
    for entry in found if imported and imported.account else ():
        entry["import"] = _import(imported, language)
    for entry in found if exported else ():
        entry["export"] = [_finding(each, language) for each in exported]
    counts = {severity: sum(one["counts"][severity] for one in found) for severity in ("error", "warning", "info")}
    return spelled_out(json.dumps({"counts": counts, "reports": found}, ensure_ascii=False, indent=2)) + "\n"


def spelled_out(text: str) -> str:
    """Writes what a terminal obeys, or no program should hold, as JSON escapes; whoever reads the JSON gets the same.

    Those below U+0020 JSON itself demands to be escaped; they stand here only as the line ends between its parts.
    """
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _report(report: Report, language: str) -> dict[str, Any]:
    data = report.as_dict()
    for finding, entry in zip(report.findings, data["findings"], strict=True):
        entry["message"] = _message(finding, language)
    return data


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {**finding.as_dict(), "message": _message(finding, language)}


def _message(finding: Finding, language: str) -> dict[str, str]:
    return {"language": language, "text": messages.render(finding, language)}


def _import(imported: Import | None, language: str) -> dict[str, Any]:
    if imported is None or imported.account is None:
        return {}
    layout = [step.as_dict() | {"message": messages.render(step, language)} for step in imported.layout]
    return {**imported.account.as_dict(), "layout": layout}
