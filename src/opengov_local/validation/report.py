"""The Report: all that one run says about one source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from opengov_local.document import Document
from opengov_local.finding import SEVERITIES, Finding, Severity
from opengov_local.fingerprint import fingerprint, nearest
from opengov_local.importing.collector import without_collector
from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.validation.abridged import abridged
from opengov_local.validation.explain import source_of
from opengov_local.validation.gravest import gravest
from opengov_local.validation.trail import Step, trail

OF_PART: Final = "#"
"""Stands between the name of a source and that of one of its documents."""


class Typed:
    """The typed package of valid data; it is made when it is first asked for."""

    def __init__(self, raw: bytes | None, made: Package | None = None) -> None:
        """Keeps what it is made of.

        Args:
            raw: JSON bytes that were judged to be a valid package; None where they were let go.
            made: the package, where judging made it already.
        """
        self._raw = raw
        self._made = made

    @cached_property
    def package(self) -> Package:
        """The package."""
        if self._made is None and self._raw is None:
            raise RuntimeError("this report was abridged: validate the source again to have its package")
        with without_collector():
            return self._made or Package.model_validate_json(self._raw or b"")


@dataclass(frozen=True)
class Report:
    """The findings of one run over one source.

    Attributes:
        source: the file or stream, as the user named it; of one document of several, `#` and its part behind.
        findings: everything that was found, in the order of the document.
        typed: gives the typed package, when the data is structurally valid.
        cuts: JSON Pointers of what is faulty or missing and was left out, so that rules could judge the rest.
        profiles: the profiles that were asked for.
        today: the day that stood for today (YYYY-MM-DD).
        document: the data that was judged, right or wrong, if the source could be read at all.
        unshown: findings that were found and are not listed here, beyond the limit that was asked for, by severity.
        ignored: how many findings a file beside the data, or an option, asks to leave out.
        known: how many findings an earlier report has already, where only new ones were asked for.
        gone: how many findings of that earlier report are not there any more.
        opened: whether the source could be opened at all; the command line reports on those that could not.
        part: which of the documents of the source this is, where it holds several; see `read_each`.
        only_mark: whether the data would be structurally valid without the byte order mark before it.
    """

    source: str | None
    findings: tuple[Finding, ...]
    typed: Typed | None = field(default=None, compare=False, repr=False)
    cuts: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ("core",)
    today: str = ""
    document: Document | None = None
    unshown: Mapping[Severity, int] = field(default_factory=dict)
    ignored: int = 0
    known: int = 0
    gone: int = 0
    opened: bool = True
    part: str | None = None
    only_mark: bool = False

    @property
    def file(self) -> str | None:
        """The file or stream, as the user named it, whichever document of it this is; None where it has no name."""
        return self.source if self.source is None or self.part is None else self.source[: -len(OF_PART + self.part)]

    @property
    def valid(self) -> bool:
        """Whether the data is structurally valid: a `Package` exists exactly then."""
        return self.typed is not None

    @property
    def unchecked(self) -> bool:
        """Whether only the form of the data could be judged, and no rule: it is no object, or could not be read."""
        return self.typed is None and not self.cuts and self.opened and not self.only_mark

    @property
    def package(self) -> Package | None:
        """The typed package, when the data is structurally valid; always the same object."""
        return self.typed.package if self.typed else None

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """Number of findings by severity, those that are not listed included."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] + self.unshown.get(severity, 0) for severity in SEVERITIES}

    def has(self, severity: Severity) -> bool:
        """Tells whether there is a finding of this severity or a graver one."""
        return any(self.counts[graver] for graver in SEVERITIES[: SEVERITIES.index(severity) + 1])

    def without(self, codes: frozenset[str]) -> Report:
        """Gives the report without the findings of some codes."""
        kept = tuple(finding for finding in self.findings if finding.code not in codes)
        return replace(self, findings=kept, ignored=self.ignored + len(self.findings) - len(kept))

    @property
    def tree(self) -> Any:
        """The JSON-shaped data that was judged; None where the source could not be read at all."""
        return self.document.tree if self.document else None

    def trail(self, finding: Finding) -> tuple[Step, ...]:
        """Gives the way from the whole file to the place of a finding, step by step."""
        return trail(self.tree, finding.location.pointer)

    def object_of(self, finding: Finding) -> str | None:
        """Gives the id of the nearest object that a finding speaks of; None where there is none."""
        return nearest(self.tree, finding.location.pointer)[0]

    def fingerprint(self, finding: Finding) -> str:
        """Gives what names a finding from one run to the next; see `opengov_local.fingerprint`."""
        return fingerprint(finding, self.tree)

    def source_of(self, code: str, language: str) -> str | None:
        """Says where the rule comes from that makes findings of a code; None for what no rule says."""
        return source_of(code, language)

    def limited(self, most: int) -> Report:
        """Gives the report with the gravest findings listed, and the others counted as `unshown`."""
        shown, left = gravest(self.findings, most, lambda finding: finding.severity)
        unshown = Counter(self.unshown) + Counter(finding.severity for finding in left)
        return replace(self, findings=tuple(shown), unshown=unshown)

    def abridged(self) -> Report:
        """Gives the report without the data, but for what its findings speak of: it can be rendered as before.

        A run over many files holds no more than their findings so. The package can no longer be asked for.
        """
        pointers = (finding.location.pointer for finding in self.findings)
        kept = None if self.document is None else abridged(self.document, pointers)
        return replace(self, document=kept, typed=Typed(None) if self.typed else None)

    def as_dict(self) -> dict[str, Any]:
        """Gives the report as JSON-shaped data."""
        from opengov_local import __version__

        return {
            "source": self.source,
            "valid": self.valid,
            "counts": dict(self.counts),
            "cuts": list(self.cuts),
            "unchecked": self.unchecked,
            "unshown": dict(self.unshown),
            "ignored": self.ignored,
            "known": self.known,
            "gone": self.gone,
            "profiles": list(self.profiles),
            "today": self.today,
            "schema_version": SCHEMA_VERSION,
            "library_version": __version__,
            "findings": [self._entry(finding) for finding in self.findings],
        }

    def _entry(self, finding: Finding) -> dict[str, Any]:
        return {**finding.as_dict(), "object": self.object_of(finding), "fingerprint": self.fingerprint(finding)}
