"""Baseline: an earlier report, and which findings of a new one it has already."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from opengov_local.atomic import reason
from opengov_local.errors import OptionError, SourceError
from opengov_local.finding import Finding
from opengov_local.source import require_file
from opengov_local.validation.report import OF_PART, Report

_STREAM: Final = "-"


@dataclass(frozen=True)
class Baseline:
    """The findings of an earlier run.

    Attributes:
        file: name of the file that it was read from.
        fingerprints: how often each fingerprint occurs, by source as it was named then.
    """

    file: str
    fingerprints: Mapping[str, Counter[str]] = field(default_factory=dict)

    def of(self, source: str | None) -> Counter[str] | None:
        """Gives the fingerprints of a source, however its path is spelled; None where the report is on other files.

        What has no name (bytes, standard input) is what a report on one source speaks of.
        """
        name = _named(source)
        if name in self.fingerprints:
            return self.fingerprints[name]
        if name == _STREAM and len(self.fingerprints) == 1:
            return next(iter(self.fingerprints.values()))
        return None

    def speaks_of(self, source: str) -> bool:
        """Tells whether it is on a source, or on a document of it."""
        name = _named(source)
        return self.of(source) is not None or any(known.startswith(f"{name}{OF_PART}") for known in self.fingerprints)

    def without_known(self, report: Report, found: Iterable[Finding]) -> Report:
        """Gives a report with the findings that are new; the others are counted, and so are those that are gone.

        Two findings can have one fingerprint: as many as the earlier report has are known, the first ones in the order
        of the document.

        Args:
            report: the new report.
            found: all that was found, also what the report leaves out because it is to be ignored.

        Raises:
            OptionError: the earlier report is on other files.
        """
        earlier = self.of(report.source)
        if earlier is None:
            raise self.refused(report.source)
        left, new = Counter(earlier), []
        for finding in report.findings:
            name = report.fingerprint(finding)
            if left[name]:
                left[name] -= 1
            else:
                new.append(finding)
        gone = earlier - Counter(map(report.fingerprint, found))
        known = len(report.findings) - len(new)
        return replace(report, findings=tuple(new), known=report.known + known, gone=gone.total())

    def refused(self, source: str | None) -> OptionError:
        """Makes the error that the earlier report is on other files."""
        return OptionError(
            "tool/baseline-of-other-file", file=self.file, source=_named(source), known=tuple(self.fingerprints)
        )


def read_baseline(path: str | os.PathLike[str]) -> Baseline:
    """Reads an earlier report, as `validate --format json` writes it.

    Raises:
        SourceError: there is no such file, or it cannot be read.
        OptionError: it holds no report, findings without a fingerprint, or not all findings of its run.
    """
    name = os.fspath(path)
    require_file(name)
    try:
        loaded = json.loads(Path(name).read_bytes())
    except OSError as error:
        raise SourceError("tool/unreadable", file=name, reason=reason(error)) from None
    except ValueError:  # no JSON, or no UTF-8
        raise OptionError("tool/baseline-no-report", file=name) from None
    reports = loaded.get("reports") if isinstance(loaded, dict) else None
    if not isinstance(reports, list) or not all(isinstance(one, dict) for one in reports):
        raise OptionError("tool/baseline-no-report", file=name)
    fingerprints: dict[str, Counter[str]] = {}
    for one in reports:
        fingerprints.setdefault(_named(one.get("source")), Counter()).update(_fingerprints(one, name))
    return Baseline(name, fingerprints)


def _fingerprints(report: dict[str, Any], file: str) -> list[str]:
    findings, unshown = report.get("findings"), report.get("unshown", {})
    if not isinstance(findings, list) or not isinstance(unshown, dict):
        raise OptionError("tool/baseline-no-report", file=file)
    names = [finding.get("fingerprint") if isinstance(finding, dict) else None for finding in findings]
    if not all(isinstance(name, str) for name in names):
        raise OptionError("tool/baseline-without-fingerprints", file=file)
    if any(unshown.values()) or report.get("known"):
        raise OptionError("tool/baseline-incomplete", file=file)
    return [str(name) for name in names]


def _named(source: object) -> str:
    """Gives the name that a source is known by: its path in one spelling, `-` for what has none."""
    return Path(os.path.normpath(source)).as_posix() if isinstance(source, str) and source else _STREAM
