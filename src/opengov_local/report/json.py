"""Reports as JSON, for programs: codes, places and parameters, with the message in one language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from opengov_local import messages

if TYPE_CHECKING:
    from opengov_local.validation.report import Report


def render(reports: Iterable[Report], language: str) -> str:
    """Writes reports as one JSON object: `reports`, one for each source, and `counts` over all of them."""
    found = [_report(report, language) for report in reports]
    counts = {severity: sum(one["counts"][severity] for one in found) for severity in ("error", "warning", "info")}
    return json.dumps({"counts": counts, "reports": found}, ensure_ascii=False, indent=2) + "\n"


def _report(report: Report, language: str) -> dict[str, Any]:
    data = report.as_dict()
    for finding, entry in zip(report.findings, data["findings"], strict=True):
        entry["message"] = {"language": language, "text": messages.render(finding, language)}
    return data
