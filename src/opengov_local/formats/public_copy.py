"""The copy of a package that a format for the public writes: redacted unless contacts are asked for, and said so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from opengov_local.finding import Finding
from opengov_local.formats.left_out import EVERYTHING, left_out
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.provenance import Extract
from opengov_local.model.walk import Survey
from opengov_local.privacy.redact import public_view
from opengov_local.privacy.redaction import What


@dataclass(frozen=True)
class PublicCopy:
    """A package as it is written.

    Attributes:
        package: the package, or what `redact` leaves of it, to be read only.
        findings: what was taken out, counted by kind.
        survey: what a walk over the package noted, where one was made already.
    """

    package: Package
    findings: tuple[Finding, ...]
    survey: Survey | None = None

    @cached_property
    def index(self) -> Index:
        """The objects of the package."""
        return Index(self.package, self.survey)


def public_copy(
    package: Package, *, with_contacts: bool, held: tuple[What, ...] = EVERYTHING, extracts: bool = True
) -> PublicCopy:
    """Gives the copy of a package that is written.

    Args:
        package: a valid package; it is not changed.
        with_contacts: whether everything stays.
        held: what the format would hold; the rest is not missed, and nothing is said of it.
        extracts: whether the format holds what was read in sources; else that is not in the copy, nor looked at.
    """
    if with_contacts:
        return PublicCopy(package, ())
    survey = Survey(package, None if extracts else Extract)
    redacted = public_view(package, survey, extracts=extracts)
    counts: Counter[str] = Counter()
    for removal in redacted.removed:
        counts[removal.what] += removal.count
    found = tuple(left_out(counts, held))
    return PublicCopy(redacted.package, found, survey if redacted.package is package else None)
