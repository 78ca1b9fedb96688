"""What a reader of words has to say about what it read: the makings of a finding, without a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from opengov_local.finding import Parameter, Severity


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say about a reading; the caller knows the place and makes it a finding.

    Attributes:
        code: code of the finding.
        severity: how grave it is.
        params: what the message needs.
    """

    code: str
    severity: Severity = "warning"
    params: Mapping[str, Parameter] = field(default_factory=dict)


def note(code: str, severity: Severity = "warning", **params: Parameter) -> Note:
    """Makes a note."""
    return Note(code, severity, params)
