"""Ignoring: findings that a file beside the data asks to leave out, each with a reason; they are counted."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from opengov_local.errors import OptionError
from opengov_local.finding import Finding, Location, Parameter
from opengov_local.messages import codes
from opengov_local.validation.report import Report
from opengov_local.validation.settings_file import TEXT, SettingsFile, unknown

ENDING = ".ignore.toml"
"""What stands behind the name of a data file in that of the file beside it."""


@dataclass(frozen=True)
class Ignore:
    """What is left out.

    Attributes:
        code: a code, or a whole family (`quality/*`).
        reason: why; it is not optional.
        place: id of an object, JSON Pointer, or cell (`Plan!B4`): what lies in it counts too. None: anywhere.
    """

    code: str
    reason: str
    place: str | None = None

    def covers(self, finding: Finding, within: tuple[str, ...]) -> bool:
        """Tells whether it speaks of a finding.

        Args:
            finding: the finding.
            within: ids of the objects that its place lies in.
        """
        if not fnmatchcase(finding.code, self.code):
            return False
        if self.place is None or self.place in within:
            return True
        place = finding.location
        return place.pointer == self.place or place.pointer.startswith(f"{self.place}/") or _cell(place) == self.place


def _cell(place: Location) -> str | None:
    return f"{place.sheet}!{place.cell}" if place.sheet else place.cell


def read_ignores(path: str | os.PathLike[str]) -> tuple[Ignore, ...]:
    """Reads a file of what is to be ignored: tables `[[ignore]]` with `code`, `reason`, and `place` if not anywhere.

    Raises:
        SourceError: there is no such file.
        OptionError: the file cannot be read, names a code that nothing has or all families, or gives no reason.
    """
    file = SettingsFile(Path(path))
    file.only(file.data, ("ignore",))
    return tuple(_ignore(file, said) for said in file.typed(file.data, "ignore", list, [], "[[ignore]]"))


def _ignore(file: SettingsFile, said: Any) -> Ignore:
    if not isinstance(said, dict):
        raise file.refused("ignore", said, "[[ignore]]")
    file.only(said, ("code", "reason", "place"), "ignore")
    code, reason = (_said(file, said, key) for key in ("code", "reason"))
    every_family = not code.partition("/")[0].isidentifier()
    if every_family or not any(fnmatchcase(known, code) for known in codes()):
        raise unknown("tool/unknown-code", code, codes())
    place = file.typed(said, "place", str, "", TEXT)
    return Ignore(code, reason, place or None)


def _said(file: SettingsFile, said: dict[str, Any], key: str) -> str:
    text = file.typed(said, key, str, "", TEXT)
    if not text.strip():
        raise OptionError("tool/settings-missing", file=str(file.path), key=key, above="[[ignore]]")
    return text


def without_ignored(report: Report, ignores: Iterable[Ignore], source: str) -> Report:
    """Gives the report without what is to be ignored; what ignores nothing is said.

    Args:
        report: the report.
        ignores: what is to be ignored.
        source: name of the file that says so.
    """
    asked = tuple(ignores)
    used: set[Ignore] = set()
    kept = []
    for finding in report.findings:
        within = report.document.owners(finding.location.pointer) if report.document else ()
        covering = [ignore for ignore in asked if ignore.covers(finding, within)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    unused = [_unused(ignore, source) for ignore in asked if ignore not in used]
    left_out = len(report.findings) - len(kept)
    return replace(report, findings=(*kept, *unused), ignored=report.ignored + left_out)


def _unused(ignore: Ignore, source: str) -> Finding:
    params: dict[str, Parameter] = {"code": ignore.code, "reason": ignore.reason, "place": ignore.place or ""}
    return Finding("report/ignores-nothing", "info", Location(source=source), params)
