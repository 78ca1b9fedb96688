"""The Report: all that one run says about one source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from opengov_local.finding import SEVERITIES, Finding, Severity
from opengov_local.model import SCHEMA_VERSION, Package


@dataclass(frozen=True)
class Report:
    """The findings of one run over one source.

    Attributes:
        source: the file or stream, as the user named it.
        findings: everything that was found, in the order of the document.
        package: the typed package, when the data is structurally valid.
        cuts: JSON Pointers of the parts that were left aside so that rules could judge the rest.
        profiles: the profiles that were asked for.
        today: the day that stood for today (YYYY-MM-DD).
    """

    source: str | None
    findings: tuple[Finding, ...]
    package: Package | None = None
    cuts: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ("core",)
    today: str = ""

    @property
    def valid(self) -> bool:
        """Whether the data is structurally valid: a `Package` exists exactly then."""
        return self.package is not None

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """Number of findings by severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}

    def has(self, severity: Severity) -> bool:
        """Tells whether there is a finding of this severity or a graver one."""
        return any(self.counts[graver] for graver in SEVERITIES[: SEVERITIES.index(severity) + 1])

    def without(self, codes: frozenset[str]) -> Report:
        """Gives the report without the findings of some codes."""
        return replace(self, findings=tuple(f for f in self.findings if f.code not in codes))

    def as_dict(self) -> dict[str, Any]:
        """Gives the report as JSON-shaped data."""
        from opengov_local import __version__

        return {
            "source": self.source,
            "valid": self.valid,
            "counts": dict(self.counts),
            "cuts": list(self.cuts),
            "profiles": list(self.profiles),
            "today": self.today,
            "schema_version": SCHEMA_VERSION,
            "library_version": __version__,
            "findings": [finding.as_dict() for finding in self.findings],
        }
