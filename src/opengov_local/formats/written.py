"""Written: the bytes of a file that was made from a package, and what was found in making it."""

from __future__ import annotations

from dataclasses import dataclass

from opengov_local.finding import Finding


@dataclass(frozen=True, slots=True)
class Written:
    """A file.

    Attributes:
        data: its bytes.
        findings: what had to be left out, replaced or shown otherwise.
    """

    data: bytes
    findings: tuple[Finding, ...] = ()
