"""What a format has no place for in general, said of a package from the table of losses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from opengov_local import formats
from opengov_local.finding import Finding
from opengov_local.formats.losses.again import reader_of
from opengov_local.formats.losses.fates import Fates, table
from opengov_local.formats.losses.told import is_taken_out, take_out
from opengov_local.formats.losses.values import ANY, OF_THE_FILE, OTHER_LANGUAGES, UNKNOWN_FIELDS, counted
from opengov_local.model.package import Package

_CODES: Final = {"lost": "export/not-kept", "partly": "export/partly-kept"}
_SHOWN: Final = {"lost": "export/not-shown", "partly": "export/partly-shown"}
"""The same for formats that nothing reads back."""
_NAMED: Final = 8


def losses_of_format(
    package: Package,
    format: str,
    language: str,
    told: Iterable[Finding] = (),
    *,
    known: tuple[Any, Counter[tuple[str, str]]] | None = None,
) -> tuple[Finding, ...]:
    """Says from the table what of a package a format has no place for, or not always a place.

    Args:
        package: the package.
        format: name of the format.
        language: the language it is written in, if it is written in one alone.
        told: what the writer says itself; what it counts there is not said again.
        known: the package, JSON-shaped, and its values as `counted` does, where both were made already; what is told
            is taken out of it.

    Returns:
        One finding for what is lost and one for what may be, with the fields that hold the most of it; one for texts
        in other languages, where the format holds one. None where the format holds every package as it is.
    """
    fates = table().get(format)
    if fates is None:
        return ()
    counts: dict[str, Counter[str]] = {fate: Counter() for fate in _CODES}
    others = 0
    row = formats.get(format)
    tree, stated = known or ((made := package.to_tree()), counted(made, (language,), row.languages))
    total = sum(count for (_, field), count in stated.items() if field not in OF_THE_FILE)
    taken = [finding for finding in told if is_taken_out(finding)]
    unknown = take_out(tree, taken)
    left = counted(tree, (language,), row.languages) if taken else stated
    for (concept, field), count in left.items():
        if field in OF_THE_FILE or (unknown and field == UNKNOWN_FIELDS):
            continue
        fate = fates.get((concept, field), "kept")
        if fate != "kept" and field == OTHER_LANGUAGES:
            others += count
        elif fate != "kept":
            counts[fate][_name(concept, field, fates)] += count
    codes = _CODES if reader_of(row) else _SHOWN
    found = [_finding(codes[fate], format, counts[fate], total) for fate in codes if counts[fate]]
    if others:
        found.append(Finding("export/one-language", "info", params={"format": format, "count": others}))
    return tuple(found)


def _name(concept: str, field: str, fates: Fates) -> str:
    """Names the field of a value, or its concept where nothing of that is kept."""
    if concept == ANY:
        return field
    wholly = all(fate == "lost" for (each, _), fate in fates.items() if each == concept)
    return concept if wholly else f"{concept}.{field}"


def _finding(code: str, format: str, counts: Counter[str], total: int) -> Finding:
    fields = tuple(name for name, _ in counts.most_common(_NAMED))
    return Finding(code, "info", params={"format": format, "fields": fields, "count": counts.total(), "total": total})
