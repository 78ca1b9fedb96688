"""A profile: what it says of each rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from opengov_local.finding import Severity
from opengov_local.validation.rules.register import Setting


@dataclass(frozen=True)
class Change:
    """What a profile says of one rule.

    Attributes:
        on: whether it runs.
        severity: another severity than its own.
        limits: other limits than its own, by name.
    """

    on: bool = True
    severity: Severity | None = None
    limits: Mapping[str, Setting] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """A set of rules with a name: one of the library's, or a council's own file.

    Attributes:
        name: its name.
        titles: what it is called, by language.
        changes: what it says of rules, by code; those it says nothing of do not run for it.
    """

    name: str
    titles: Mapping[str, str]
    changes: Mapping[str, Change]


def over(below: Change | None, above: Change) -> Change:
    """Gives what two profiles together say of a rule; what the upper one says counts."""
    if below is None:
        return above
    return Change(above.on, above.severity or below.severity, {**below.limits, **above.limits})
