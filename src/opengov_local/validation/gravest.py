"""Which findings are listed when there are more than anybody asked for: the gravest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from opengov_local.finding import SEVERITIES, Severity

T = TypeVar("T")


def gravest(found: Sequence[T], most: int | None, severity: Callable[[T], Severity]) -> tuple[list[T], list[T]]:
    """Parts what is listed from what is only counted; both stay in their order.

    Args:
        found: what was found.
        most: how many are listed; None for all.
        severity: how grave each is; of equally grave ones the first are listed.
    """
    if most is None or len(found) <= most:
        return list(found), []
    ranked = sorted(range(len(found)), key=lambda at: SEVERITIES.index(severity(found[at])))
    listed = frozenset(ranked[:most])
    return [found[at] for at in sorted(listed)], [found[at] for at in range(len(found)) if at not in listed]
